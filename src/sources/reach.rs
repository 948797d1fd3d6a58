//! How far a study of many sources is taken: what grows with the square of their number is made for
//! those with most articles.

use super::cells::ScoreCell;
use super::{Fact, Sample};
use crate::corpus::SourceIx;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The most that a study is taken to, as the settings have it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// Sources with a column of their own in wide tables; all pairs of them are compared.
    pub columns: u32,
    /// Sources that are clustered, and whose words are tested.
    pub sources: u32,
    /// Pairs of sources in a shared event, over all events and cells, that are compared.
    pub pair_events: u32,
}

/// Which sources are looked at closely: those with most articles, of two with as many the first
/// by name.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Reach {
    /// The place of each source, most articles first.
    ranks: Vec<u32>,
    columns: u32,
    sources: u32,
    paired: u32,
    tested: u32,
}

/// So many times the pairs that are compared may be drawn from where a source is tested against all
/// others: there each of its events is one comparison, whose cost grows with those who tell it.
const POOLED: u64 = 8;

impl Reach {
    /// Of a sample within bounds.
    pub(crate) fn of(sample: &Sample, bounds: &Bounds) -> Reach {
        let mut reach = Reach {
            ranks: ranks(sample.sources, sample.facts),
            columns: bounds.columns,
            sources: bounds.sources,
            paired: sample.sources as u32,
            tested: sample.sources as u32,
        };
        if reach.ranks.len() > bounds.columns as usize {
            let cells = super::cells::cells(sample);
            let told = reach.told(&cells);
            reach.paired = reach.widest(&told, bounds.pair_events);
            reach.tested = reach.pooled(&told, bounds.pair_events).min(reach.paired);
        }
        reach
    }

    /// All of a sample, in every way.
    #[cfg(test)]
    pub(crate) fn whole(sample: &Sample) -> Reach {
        let all = sample.sources as u32;
        Reach {
            ranks: (0..all).collect(),
            columns: all,
            sources: all,
            paired: all,
            tested: all,
        }
    }

    /// The sources that have a column of their own in wide tables, sorted.
    pub(crate) fn shown(&self) -> Vec<SourceIx> {
        let all = (0..self.ranks.len() as u32).map(SourceIx);
        all.filter(|source| self.is_shown(*source)).collect()
    }

    /// Whether a source has a column of its own.
    pub(crate) fn is_shown(&self, source: SourceIx) -> bool {
        self.ranks[source.at()] < self.columns
    }

    /// Whether a source is clustered and its words are tested.
    pub(crate) fn is_close(&self, source: SourceIx) -> bool {
        self.ranks[source.at()] < self.sources
    }

    /// Whether a source's difference from all others is tested.
    pub(crate) fn is_tested(&self, source: SourceIx) -> bool {
        self.ranks[source.at()] < self.tested
    }

    /// Whether a source is compared with single others.
    pub(crate) fn is_paired(&self, source: SourceIx) -> bool {
        self.ranks[source.at()] < self.paired
    }

    /// How many sources are compared in pairs.
    pub(crate) fn paired(&self) -> usize {
        self.paired as usize
    }

    /// How many sources are tested against all others.
    pub(crate) fn tested(&self) -> usize {
        self.tested as usize
    }

    /// Who tells what, most articles first: rank of the source, cell, event.
    fn told(&self, cells: &[ScoreCell]) -> Vec<Telling> {
        let mut told = Vec::new();
        for (at, cell) in cells.iter().enumerate() {
            let tellings = cell.witnesses.iter().map(|(event, member, _)| {
                let source = cell.members[*member as usize].source;
                (self.ranks[source.at()], at as u32, event.0)
            });
            told.extend(tellings);
        }
        told.sort_unstable();
        told
    }

    /// How many of the sources share no more events than are compared; no fewer than have a column.
    fn widest(&self, told: &[Telling], most: u32) -> u32 {
        let mut tellers: BTreeMap<(u32, u32), u64> = BTreeMap::new();
        let mut pairs = 0;
        for (rank, cell, event) in told {
            let before = tellers.entry((*cell, *event)).or_default();
            pairs += *before;
            *before += 1;
            if pairs > u64::from(most) {
                return (*rank).max(self.columns);
            }
        }
        self.ranks.len() as u32
    }

    /// How many of the sources may be tested against all others.
    fn pooled(&self, told: &[Telling], most: u32) -> u32 {
        let mut tellers: BTreeMap<(u32, u32), u64> = BTreeMap::new();
        for (_, cell, event) in told {
            *tellers.entry((*cell, *event)).or_default() += 1;
        }
        let mut drawn = 0;
        for (rank, cell, event) in told {
            drawn += tellers.get(&(*cell, *event)).copied().unwrap_or_default();
            if drawn > POOLED * u64::from(most) {
                return *rank;
            }
        }
        self.ranks.len() as u32
    }
}

/// Rank of a source, cell, event.
type Telling = (u32, u32, u32);

/// The place of each source, most articles first.
fn ranks(sources: usize, facts: &[Fact]) -> Vec<u32> {
    let mut articles = vec![0_u32; sources];
    for fact in facts {
        articles[fact.source.at()] += 1;
    }
    let mut order: Vec<usize> = (0..sources).collect();
    order.sort_by_key(|source| Reverse(articles[*source]));
    let mut ranks = vec![0; sources];
    for (rank, source) in (0..).zip(order) {
        ranks[source] = rank;
    }
    ranks
}
