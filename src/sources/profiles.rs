//! Profiles: how each source words each frame over the whole corpus, of all and of each actor, in
//! each voice.

use super::cells::{ScoreCell, StanceSum, Total, cells, tallies};
use super::chance::Chance;
use super::intervals::{Interval, interval};
use super::strata::{Parts, Pooled, SideSums, resampled};
use super::{Draws, Sample};
use crate::corpus::SourceIx;
use crate::framing::Score;
use crate::lexicon::{ActorIx, FrameIx};
use crate::voice::Voice;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// One source's wording of one frame, about an actor or all, in one voice, over the whole corpus.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Profile {
    /// The source.
    pub source: SourceIx,
    /// The frame.
    pub frame: FrameIx,
    /// About whom; `None` of all together, known or not.
    pub actor: Option<ActorIx>,
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

/// All profiles, sorted by source, frame, actor (of all together first), voice; only articles that
/// count. `compared` holds those of its scores in which sources can be compared.
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
    let by_actor = |score: &Score| (score.actor, key(score));
    scores.sort_unstable_by_key(|score| (by_actor(score), score.article));
    let known: Vec<&Score> = scores
        .iter()
        .copied()
        .filter(|s| s.actor.is_some())
        .collect();
    scores.sort_unstable_by_key(|score| (key(score), score.article));
    let all = scores.chunk_by(|a, b| key(a) == key(b));
    let all = all.map(|group| (None, group));
    let known = known.chunk_by(|a, b| by_actor(a) == by_actor(b));
    let known = known.map(|group| (group[0].actor, group));
    let groups: Vec<(Option<ActorIx>, &[&Score])> = all.chain(known).collect();
    let differences = within_events(&cells(compared));
    let profile = |(actor, group): (Option<ActorIx>, &[&Score])| {
        profile(sample, (actor, group), &differences, draws)
    };
    let mut profiles: Vec<Profile> = groups.into_par_iter().map(profile).collect();
    profiles.sort_by_key(|profile| (profile.source, profile.frame, profile.actor, profile.voice));
    profiles
}

/// The differences of a source from the others inside events, by frame and actor; of no actor those
/// of all together.
type Differences = BTreeMap<(SourceIx, FrameIx, Option<ActorIx>), Parts>;

fn within_events(cells: &[ScoreCell]) -> Differences {
    let mut sums = Differences::new();
    for cell in cells {
        let pooled = Pooled::of(cell);
        for (at, member) in cell.members.iter().enumerate() {
            let found = pooled.difference(cell, at).1;
            let mut add = |actor| {
                let sum = sums.entry((member.source, cell.frame, actor)).or_default();
                *sum = sum.plus(found);
            };
            add(None);
            if cell.actor.is_some() {
                add(cell.actor);
            }
        }
    }
    sums
}

fn profile(
    sample: &Sample,
    (actor, scores): (Option<ActorIx>, &[&Score]),
    differences: &Differences,
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
        .get(&(source, first.frame, actor))
        .and_then(|sum| sum.mean());
    Profile {
        source,
        frame: first.frame,
        actor,
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
