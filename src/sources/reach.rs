//! How far a study of many sources is taken: what grows with the square of their number is made for
//! those with most articles.

use super::cells::ScoreCell;
use super::{Fact, Sample};
use crate::corpus::SourceIx;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The most that a study is taken to, as the settings have it.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
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
pub struct Reach {
    /// The place of each source, most articles first.
    ranks: Vec<u32>,
    columns: u32,
    sources: u32,
    paired: u32,
}

impl Reach {
    /// Of a sample within bounds.
    pub fn of(sample: &Sample, bounds: &Bounds) -> Reach {
        let mut reach = Reach {
            ranks: ranks(sample.sources, sample.facts),
            columns: bounds.columns,
            sources: bounds.sources,
            paired: sample.sources as u32,
        };
        if reach.ranks.len() > bounds.columns as usize {
            reach.paired = reach.widest(&super::cells::cells(sample), bounds.pair_events);
        }
        reach
    }

    /// All of a sample, in every way.
    #[cfg(test)]
    pub fn whole(sample: &Sample) -> Reach {
        let all = sample.sources as u32;
        Reach {
            ranks: (0..all).collect(),
            columns: all,
            sources: all,
            paired: all,
        }
    }

    /// The sources that have a column of their own in wide tables, sorted.
    pub fn shown(&self) -> Vec<SourceIx> {
        let all = (0..self.ranks.len() as u32).map(SourceIx);
        all.filter(|source| self.is_shown(*source)).collect()
    }

    /// Whether a source has a column of its own.
    pub fn is_shown(&self, source: SourceIx) -> bool {
        self.ranks[source.at()] < self.columns
    }

    /// Whether a source is clustered and its words are tested.
    pub fn is_close(&self, source: SourceIx) -> bool {
        self.ranks[source.at()] < self.sources
    }

    /// Whether a source is compared with single others, and its difference from all others tested.
    pub fn is_paired(&self, source: SourceIx) -> bool {
        self.ranks[source.at()] < self.paired
    }

    /// How many sources are compared in pairs.
    pub fn paired(&self) -> usize {
        self.paired as usize
    }

    /// How many of the sources, most articles first, share no more events than are compared; no
    /// fewer than have a column.
    fn widest(&self, cells: &[ScoreCell], most: u32) -> u32 {
        let mut told: Vec<(u32, usize, u32)> = Vec::new();
        for (at, cell) in cells.iter().enumerate() {
            let tellings = cell.witnesses.iter().map(|(event, member, _)| {
                let source = cell.members[*member as usize].source;
                (self.ranks[source.at()], at, event.0)
            });
            told.extend(tellings);
        }
        told.sort_unstable();
        let mut tellers: BTreeMap<(usize, u32), u64> = BTreeMap::new();
        let mut pairs = 0;
        for (rank, cell, event) in told {
            let before = tellers.entry((cell, event)).or_default();
            pairs += *before;
            *before += 1;
            if pairs > u64::from(most) {
                return rank.max(self.columns);
            }
        }
        self.ranks.len() as u32
    }
}

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
