//! Profiles: how each source words each frame over the whole corpus, in each voice.

use super::bootstrap::bca;
use super::cells::{Cell, Tally, Total, cells, tallies};
use super::chance::Chance;
use super::intervals::LEVEL;
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
    /// 95 % interval of it (BCa over articles); `None` where no interval holds.
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
            .then(|| interval(&tallies, draws.draws, &mut Chance::new(draws.seed, &unit)))
            .flatten(),
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

/// The interval of a lean, drawn the same way round whichever way stances are signed (as in
/// contrasts).
fn interval(tallies: &[Tally], draws: u32, chance: &mut Chance) -> Option<(f64, f64)> {
    let mut turned: Vec<Tally> = tallies
        .iter()
        .map(|&tally| Tally {
            stance: -tally.stance,
            ..tally
        })
        .collect();
    turned.sort_unstable();
    if turned.as_slice() < tallies {
        bootstrap(&turned, draws, chance).map(|(low, high)| (-high, -low))
    } else {
        bootstrap(tallies, draws, chance)
    }
}

/// The BCa interval of a lean over articles.
fn bootstrap(tallies: &[Tally], draws: u32, chance: &mut Chance) -> Option<(f64, f64)> {
    let sum = sum(tallies);
    let mut leans: Vec<f64> = (0..draws)
        .filter_map(|_| {
            let drawn = (0..tallies.len()).map(|_| tallies[chance.below(tallies.len())]);
            drawn
                .map(Total::from)
                .fold(Total::default(), Total::plus)
                .lean()
        })
        .collect();
    let left_out = tallies
        .iter()
        .filter_map(|&tally| {
            let rest = Total {
                mentions: sum.mentions - tally.mentions,
                stance: sum.stance - i64::from(tally.stance),
            };
            rest.lean()
        })
        .collect();
    bca(&mut leans, sum.lean()?, &[left_out], LEVEL)
}
