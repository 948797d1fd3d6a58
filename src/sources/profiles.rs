//! Profiles: how each source words each frame over the whole corpus, in each voice.

use super::cells::{ScoreCell, StanceSum, Total, cells, tallies};
use super::chance::Chance;
use super::intervals::{Interval, interval};
use super::strata::{Parts, Pooled, SideSums, resampled};
use super::{Draws, Sample};
use crate::corpus::SourceIx;
use crate::framing::Score;
use crate::lexicon::FrameIx;
use crate::voice::Voice;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// One source's wording of one frame in one voice, over the whole corpus.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Profile {
    /// The source.
    pub source: SourceIx,
    /// The frame.
    pub frame: FrameIx,
    /// The voice.
    pub voice: Voice,
    /// Events with a mention.
    pub events: u32,
    /// Articles with a mention.
    pub articles: u32,
    /// Mentions.
    pub mentions: u32,
    /// Mean stance.
    pub lean: Option<f64>,
    /// 95 % interval of it over events and their articles; `None` under `least_articles`
    /// or six events, or where no interval holds its level.
    pub interval: Option<(f64, f64)>,
    /// Mean difference from the other sources inside shared events, −4 … +4, each event and actor
    /// weighted as in contrasts; `None` without a shared event, and in any voice but the
    /// narrator's.
    pub within_event_difference: Option<f64>,
}

/// All profiles, sorted by source, frame, voice; only articles that count. `compared` holds those of
/// its scores in which sources can be compared.
pub(crate) fn profiles(sample: &Sample, compared: &Sample, draws: &Draws) -> Vec<Profile> {
    let mut scores: Vec<&Score> = sample
        .scores
        .iter()
        .filter(|score| score.mentions > 0 && sample.facts[score.article.at()].counted)
        .collect();
    let key = |score: &Score| {
        let source = sample.facts[score.article.at()].source;
        (source, score.frame, score.voice)
    };
    scores.sort_unstable_by_key(|score| (key(score), score.article));
    let groups: Vec<&[&Score]> = scores.chunk_by(|a, b| key(a) == key(b)).collect();
    let differences = within_events(&cells(compared));
    groups
        .into_par_iter()
        .map(|group| profile(sample, group, &differences, draws))
        .collect()
}

/// For each source and frame the difference from the others inside events, over all actors.
fn within_events(cells: &[ScoreCell]) -> BTreeMap<(SourceIx, FrameIx), Parts> {
    let mut sums: BTreeMap<(SourceIx, FrameIx), Parts> = BTreeMap::new();
    for cell in cells {
        let pooled = Pooled::of(cell);
        for (at, member) in cell.members.iter().enumerate() {
            let sum = sums.entry((member.source, cell.frame)).or_default();
            *sum = sum.plus(pooled.difference(cell, at).1);
        }
    }
    sums
}

fn profile(
    sample: &Sample,
    scores: &[&Score],
    differences: &BTreeMap<(SourceIx, FrameIx), Parts>,
    draws: &Draws,
) -> Profile {
    let first = scores[0];
    let source = sample.facts[first.article.at()].source;
    let events = events(sample, scores);
    let articles: usize = events.iter().map(Vec::len).sum();
    let sum = events
        .iter()
        .flatten()
        .copied()
        .map(Total::from)
        .fold(Total::default(), Total::plus);
    let difference = differences
        .get(&(source, first.frame))
        .and_then(|sum| sum.mean());
    Profile {
        source,
        frame: first.frame,
        voice: first.voice,
        events: events.len() as u32,
        articles: articles as u32,
        mentions: sum.mentions,
        lean: sum.lean(),
        interval: (articles >= draws.least_articles as usize && events.len() >= LEAST_EVENTS)
            .then(|| lean_interval(&events, draws))
            .and_then(Interval::ends),
        within_event_difference: difference.filter(|_| first.voice == Voice::Narrator),
    }
}

/// What the source's articles say, event by event; sorted.
fn events(sample: &Sample, scores: &[&Score]) -> Vec<Vec<StanceSum>> {
    let event = |score: &Score| sample.facts[score.article.at()].event;
    let mut scores = scores.to_vec();
    scores.sort_unstable_by_key(|score| (event(score), score.article));
    let mut events: Vec<Vec<StanceSum>> = scores
        .chunk_by(|a, b| event(a) == event(b))
        .map(tallies)
        .collect();
    events.sort_unstable();
    events
}

/// The interval of a lean, over articles in events: articles of one event are alike, and drawn as
/// if each stood for itself they make an interval too narrow. Drawn the same way round whichever
/// way stances are signed (as in contrasts).
fn lean_interval(events: &[Vec<StanceSum>], draws: &Draws) -> Interval {
    let turned = turned(events);
    let is_turned = turned.as_slice() < events;
    let events = if is_turned { &turned } else { events };
    let mut chance = Chance::new(draws.seed, &numbers(events));
    let chance = &mut chance;
    let units: Vec<Parts> = events
        .iter()
        .map(|articles| parts(SideSums::of(articles)))
        .collect();
    let redrawn = || {
        let drawn = (0..events.len()).map(|_| {
            let articles = &events[chance.below(events.len())];
            parts(resampled(articles, chance))
        });
        drawn.fold(Parts::default(), Parts::plus)
    };
    let drawn = interval(&units, FURTHEST, draws.draws, redrawn);
    if is_turned { drawn.turned() } else { drawn }
}

/// All that a lean is drawn from, for its generator: which other frames and sources there are
/// cannot move it.
fn numbers(events: &[Vec<StanceSum>]) -> Vec<u64> {
    let numbers = |articles: &Vec<StanceSum>| {
        let tallies: Vec<u64> = articles.iter().map(|tally| tally.number()).collect();
        std::iter::once(articles.len() as u64).chain(tallies)
    };
    events.iter().flat_map(numbers).collect()
}

/// Fewer events give a lean no interval: with five, t covers 98 % where wording is lopsided
/// (`docs/METHOD.md`, Validity).
const LEAST_EVENTS: usize = 6;

/// The furthest that a lean can be from 0.
const FURTHEST: f64 = 2.0;

/// Sums as the fraction that a lean is.
fn parts(side: SideSums) -> Parts {
    Parts {
        weighted: side.stance,
        weight: side.mentions,
    }
}

/// The same articles with all stances turned around, sorted.
fn turned(events: &[Vec<StanceSum>]) -> Vec<Vec<StanceSum>> {
    let mut turned = events.to_vec();
    for articles in &mut turned {
        articles
            .iter_mut()
            .for_each(|tally| tally.stance = -tally.stance);
        articles.sort_unstable();
    }
    turned.sort_unstable();
    turned
}
