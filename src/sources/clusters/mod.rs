//! Clusters of sources: who words the same events alike, and whether that is more than chance.

mod features;
pub(crate) mod map;
pub(crate) mod partition;
mod table;
pub(crate) mod tree;

#[cfg(test)]
pub(crate) use table::scaled;

use super::chance::Chance;
use super::{Draws, Reach, Sample};
use crate::corpus::SourceIx;
use features::{Sums, Wording};
use partition::Partition;
use rayon::prelude::*;
use table::FeatureTable;

/// One source's place among the clusters.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ClusterPlace {
    /// The source.
    pub source: SourceIx,
    /// Its cluster, 1 …; `None` where it is too thin or there is no structure.
    pub cluster: Option<u32>,
    /// Its silhouette, −1 … 1; 0 for a cluster of its own.
    pub silhouette: Option<f64>,
    /// Share of bootstrap runs in which it stays with its cluster's majority; `None` also where it
    /// is a cluster of its own, which has no majority to stay with.
    pub stability: Option<f64>,
    /// Its place on the map of two principal components; `None` where it is too thin.
    pub map: Option<(f64, f64)>,
    /// Events in which it words a frame that another source words too; 0 of one that is beyond.
    pub shared_events: u32,
    /// Features taken as no difference because it shares no event that words the frame; `None`
    /// where it is too thin.
    pub absent: Option<u32>,
    /// Why it has no cluster, where it has none.
    pub unplaced: Option<Unplaced>,
}

/// Why a source has no cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unplaced {
    /// It shares too few events with others.
    Thin,
    /// So many sources have more articles.
    Beyond,
    /// The sources have no structure.
    Structureless,
}

/// One step of average linkage.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Merge {
    /// The sources on the one side (the side of the lowest source first).
    pub left: Vec<SourceIx>,
    /// On the other.
    pub right: Vec<SourceIx>,
    /// Mean Euclidean distance of the two sides.
    pub distance: f64,
}

/// The clusters of sources.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Clusters {
    /// One a source, by index.
    pub placed: Vec<ClusterPlace>,
    /// The merges, nearest first; empty with fewer than two sources thick enough.
    pub merges: Vec<Merge>,
    /// How many clusters, or why there are none.
    pub verdict: Verdict,
}

/// Whether the sources have a structure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Verdict {
    /// Fewer than three share as many events as clusters need.
    TooFew {
        /// Events that a source must share with others.
        least_events: u32,
        /// Sources that do.
        thick: usize,
        /// All of them.
        all: usize,
    },
    /// They do not differ.
    Alike,
    /// They differ no more than shuffled ones.
    Chance(AgainstChance),
    /// They fall into so many clusters.
    Clusters {
        /// Clusters.
        groups: usize,
        /// Sources in them.
        thick: usize,
        /// What they beat.
        compared: AgainstChance,
    },
}

/// A partition held against those of shuffled sources.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct AgainstChance {
    /// Its mean silhouette.
    pub silhouette: f64,
    /// The runs with sources shuffled inside events that stay below it, in per cent.
    pub beaten: f64,
    /// The runs.
    pub runs: u32,
}

/// Shuffles of sources inside events that a partition must beat, and bootstrap runs of its
/// stability: enough for a share to be right to a few hundredths.
const RUNS: u32 = 199;

/// The share of arrangements that a partition must beat: 95 % (METHOD, Statistics), and one standard
/// error of a share counted in [`RUNS`] shuffles, √(0.95 · 0.05 / 199), so that sources without
/// structure are taken to have one in less than 5 % of studies.
const BEATEN: f64 = 0.95 + 0.015;

/// Clusters the sources by their within-event differences; of many sources those with most
/// articles, which are set against all others as ever.
pub(crate) fn clusters(sample: &Sample, draws: &Draws, reach: &Reach) -> Clusters {
    let all = (0..sample.sources as u32).map(SourceIx);
    let close = all.filter(|source| reach.is_close(*source)).collect();
    let wording = features::wording(sample, close);
    let sums = wording.sums(wording.events.iter());
    let table = table::table(&wording, &sums, draws.least_events);
    let seed = Chance::new(draws.seed, &[u64::from(u32::MAX)]).number();
    let runs = RUNS.min(draws.draws);
    let found = Unjudged {
        partition: partition::best(&table.rows, seed),
        wording: &wording,
        sums: &sums,
        table: &table,
        seed,
        runs,
        least_events: draws.least_events,
    };
    let verdict = found.verdict();
    Clusters {
        placed: found.placed(sample.sources, matches!(verdict, Verdict::Clusters { .. })),
        merges: found.merges(),
        verdict,
    }
}

/// What was found, before it is judged.
struct Unjudged<'a> {
    wording: &'a Wording,
    sums: &'a Sums,
    table: &'a FeatureTable,
    partition: Option<Partition>,
    seed: u64,
    runs: u32,
    least_events: u32,
}

impl Unjudged<'_> {
    fn verdict(&self) -> Verdict {
        let (thick, all) = (self.table.sources.len(), self.wording.sources.len());
        if thick < 3 {
            return Verdict::TooFew {
                least_events: self.least_events.max(1),
                thick,
                all,
            };
        }
        let Some(partition) = &self.partition else {
            return Verdict::Alike;
        };
        let silhouette = partition.mean_silhouette();
        let beaten = self.runs - self.runs_as_good(silhouette);
        // The sources as they are count among the arrangements.
        let holds = f64::from(beaten) >= BEATEN * f64::from(self.runs + 1);
        let compared = AgainstChance {
            silhouette,
            beaten: 100.0 * f64::from(beaten) / f64::from(self.runs.max(1)),
            runs: self.runs,
        };
        match holds {
            true => Verdict::Clusters {
                groups: partition.groups,
                thick,
                compared,
            },
            false => Verdict::Chance(compared),
        }
    }

    /// In how many shuffles the best partition has at least this mean silhouette.
    fn runs_as_good(&self, silhouette: f64) -> u32 {
        let run = |run: u32| {
            let mut chance = Chance::new(self.seed, &[0, u64::from(run)]);
            let sums = self.wording.shuffled(&mut chance);
            let table = table::table(self.wording, &sums, self.least_events);
            let found = partition::best(&table.rows, self.seed);
            u32::from(found.is_some_and(|found| found.mean_silhouette() >= silhouette))
        };
        (0..self.runs).into_par_iter().map(run).sum()
    }

    /// Each source's place.
    fn placed(&self, sources: usize, holds: bool) -> Vec<ClusterPlace> {
        let stability = if holds { self.stability() } else { Vec::new() };
        let map = map::components(&self.table.rows);
        let place = |source: SourceIx| {
            let close = self.wording.sources.binary_search(&source);
            let mut placed = ClusterPlace {
                source,
                cluster: None,
                silhouette: None,
                stability: None,
                map: None,
                shared_events: close.map_or(0, |close| self.sums.shared[close]),
                absent: None,
                unplaced: Some(match close {
                    Ok(_) => Unplaced::Thin,
                    Err(_) => Unplaced::Beyond,
                }),
            };
            let row = close.and_then(|close| self.table.sources.binary_search(&close));
            let Ok(row) = row else {
                return placed;
            };
            placed.unplaced = (!holds).then_some(Unplaced::Structureless);
            placed.absent = Some(self.table.absent[row]);
            placed.map = map.as_ref().map(|map| map.place(row));
            if let (true, Some(partition)) = (holds, &self.partition) {
                placed.cluster = Some(partition.labels[row] as u32 + 1);
                placed.silhouette = Some(partition.silhouettes[row]);
                placed.stability = stability[row];
            }
            placed
        };
        (0..sources as u32).map(SourceIx).map(place).collect()
    }

    /// For each row the share of bootstrap runs, over events, in which it stays with the majority
    /// of its cluster.
    fn stability(&self) -> Vec<Option<f64>> {
        let Some(partition) = &self.partition else {
            return Vec::new();
        };
        let runs: Vec<Vec<Option<bool>>> = (0..self.runs)
            .into_par_iter()
            .map(|run| self.stays(partition, run))
            .collect();
        (0..partition.labels.len())
            .map(|row| {
                let seen: Vec<bool> = runs.iter().filter_map(|run| *run.get(row)?).collect();
                let stays = seen.iter().filter(|stays| **stays).count();
                (!seen.is_empty()).then(|| stays as f64 / seen.len() as f64)
            })
            .collect()
    }

    /// Whether each row stays with its cluster's majority in one bootstrap run; `None` for a row
    /// without a shared event in the run, and for one that is alone in its cluster.
    fn stays(&self, partition: &Partition, run: u32) -> Vec<Option<bool>> {
        let mut chance = Chance::new(self.seed, &[1, u64::from(run)]);
        let events = &self.wording.events;
        let drawn: Vec<usize> = (0..events.len())
            .map(|_| chance.below(events.len()))
            .collect();
        let sums = self.wording.sums(drawn.iter().map(|&at| &events[at]));
        let table = table::of(self.wording, &sums, self.table.sources.clone());
        let rows = partition::narrowed(&table.rows);
        let Some(labels) =
            partition::k_means(&rows, partition.groups, partition::STARTS, self.seed)
        else {
            return Vec::new();
        };
        let present = |row: usize| sums.shared[self.table.sources[row]] > 0;
        (0..labels.len())
            .map(|row| {
                let same = |&other: &usize| partition.labels[other] == partition.labels[row];
                let members: Vec<usize> = (0..labels.len()).filter(same).collect();
                let counted = present(row) && members.len() > 1;
                let majority = majority(
                    members
                        .into_iter()
                        .filter(|&m| present(m))
                        .map(|m| labels[m]),
                );
                counted.then_some(majority == Some(labels[row]))
            })
            .collect()
    }

    fn merges(&self) -> Vec<Merge> {
        let named = |rows: Vec<usize>| {
            rows.into_iter()
                .map(|row| self.wording.sources[self.table.sources[row]])
                .collect()
        };
        tree::merges(&partition::distances(&self.table.rows))
            .into_iter()
            .map(|joint| Merge {
                left: named(joint.left),
                right: named(joint.right),
                distance: joint.distance,
            })
            .collect()
    }
}

/// The most frequent label, the lowest of those as frequent.
fn majority(labels: impl Iterator<Item = usize>) -> Option<usize> {
    let mut counts: Vec<(usize, u32)> = labels.map(|label| (label, 1)).collect();
    super::cells::sum_sorted(&mut counts);
    counts
        .into_iter()
        .max_by_key(|&(label, n)| (n, std::cmp::Reverse(label)))
        .map(|most| most.0)
}
