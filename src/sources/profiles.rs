//! Profiles: how each source words each frame over the whole corpus, in each voice.

use super::cells::{Cell, Tally, Total, cells, tallies};
use super::chance::Chance;
use super::intervals::{Interval, interval};
use super::strata::{Parts, against_all, total};
use super::{Draws, Sample};
use crate::corpus::SourceIx;
use crate::framing::Score;
use crate::lexicon::FrameIx;
use crate::text::voice::Voice;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// One source's wording of one frame in one voice, over the whole corpus.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
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
    /// 95 % interval of it over articles (BCa bootstrap from eight articles up, t below); `None`
    /// under `least_articles`, or where no interval holds its level.
    pub interval: Option<(f64, f64)>,
    /// Mean difference from the other sources inside shared events, −4 … +4, each event and actor
    /// weighted as in contrasts; `None` without a shared event, and in any voice but the
    /// narrator's.
    pub within_event_difference: Option<f64>,
}

/// All profiles, sorted by source, frame, voice; only articles that count.
pub fn profiles(sample: &Sample, draws: &Draws) -> Vec<Profile> {
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
    let differences = within_events(&cells(sample));
    groups
        .into_par_iter()
        .map(|group| profile(sample, group, &differences, draws))
        .collect()
}

/// For each source and frame the difference from the others inside events, over all actors.
fn within_events(cells: &[Cell]) -> BTreeMap<(SourceIx, FrameIx), Parts> {
    let mut sums: BTreeMap<(SourceIx, FrameIx), Parts> = BTreeMap::new();
    for cell in cells {
        for (at, member) in cell.members.iter().enumerate() {
            let sum = sums.entry((member.source, cell.frame)).or_default();
            *sum = sum.plus(total(&against_all(cell, at)));
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
    let tallies = tallies(scores);
    let events: BTreeSet<_> = scores
        .iter()
        .map(|score| sample.facts[score.article.at()].event)
        .collect();
    let sum = sum(&tallies);
    let unit = [
        u64::from(source.0),
        u64::from(first.frame.0),
        first.voice as u64,
    ];
    let difference = differences
        .get(&(source, first.frame))
        .and_then(|sum| sum.mean());
    Profile {
        source,
        frame: first.frame,
        voice: first.voice,
        events: events.len() as u32,
        articles: tallies.len() as u32,
        mentions: sum.mentions,
        lean: sum.lean(),
        interval: (tallies.len() >= draws.least_articles as usize)
            .then(|| lean_interval(&tallies, draws.draws, &mut Chance::new(draws.seed, &unit)))
            .and_then(Interval::ends),
        within_event_difference: difference.filter(|_| first.voice == Voice::Narrator),
    }
}

fn sum(tallies: &[Tally]) -> Total {
    tallies
        .iter()
        .copied()
        .map(Total::from)
        .fold(Total::default(), Total::plus)
}

/// The interval of a lean over articles, drawn the same way round whichever way stances are signed
/// (as in contrasts).
fn lean_interval(tallies: &[Tally], draws: u32, chance: &mut Chance) -> Interval {
    let mut turned: Vec<Tally> = tallies
        .iter()
        .map(|&tally| Tally {
            stance: -tally.stance,
            ..tally
        })
        .collect();
    turned.sort_unstable();
    let is_turned = turned.as_slice() < tallies;
    let tallies = if is_turned { &turned } else { tallies };
    let articles: Vec<Parts> = tallies
        .iter()
        .map(|tally| Parts {
            weighted: f64::from(tally.stance),
            weight: f64::from(tally.mentions),
        })
        .collect();
    let redrawn = || {
        let drawn = (0..articles.len()).map(|_| articles[chance.below(articles.len())]);
        drawn.fold(Parts::default(), Parts::plus)
    };
    let drawn = interval(&articles, FURTHEST, draws, redrawn);
    if is_turned { drawn.turned() } else { drawn }
}

/// The furthest that a lean can be from 0.
const FURTHEST: f64 = 2.0;
