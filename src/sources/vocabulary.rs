//! All sources' words, or pairs of words, in one table, for keyness.

use super::words::{KeyUnit, KeyUnits, Use, WordCounts};
use rayon::prelude::*;

/// The words of all sources together that are common enough to be tested.
pub(super) struct TestedWords {
    /// The words, sorted and shared out.
    pub shards: Vec<Shard>,
    /// Counts of these words in each source.
    pub sizes: Vec<u64>,
    /// In all sources.
    pub size: u64,
}

/// Some of the words.
#[derive(Default)]
pub(super) struct Shard {
    /// Each with its count in all sources.
    pub words: Vec<(KeyUnit, u64)>,
    /// For each source its uses of words, by their places in `words`.
    uses: Vec<Vec<(u32, Use)>>,
}

impl TestedWords {
    /// How many different words are tested.
    pub(crate) fn words(&self) -> usize {
        self.shards.iter().map(|shard| shard.words.len()).sum()
    }
}

impl Shard {
    /// Count and articles of each word in one source.
    pub(crate) fn uses_of(&self, source: usize) -> Vec<(u64, u64)> {
        let mut all = vec![(0, 0); self.words.len()];
        for (at, used) in &self.uses[source] {
            all[*at as usize] = (u64::from(used.count), u64::from(used.articles));
        }
        all
    }
}

/// How many shards there are: enough for any machine's threads to share the work evenly.
const SHARDS: u32 = 64;

/// The units with at least `least` counts in all sources together.
pub(super) fn corpus(counts: &[WordCounts], units: KeyUnits, least: u64) -> TestedWords {
    let sorted: Vec<Vec<(KeyUnit, Use)>> = counts.par_iter().map(|c| c.sorted(units)).collect();
    let last = sorted.iter().filter_map(|units| units.last());
    let end = last.map(|(unit, _)| unit.first.0 + 1).max().unwrap_or(0);
    let width = end.div_ceil(SHARDS).max(1);
    let shards: Vec<Shard> = (0..SHARDS)
        .into_par_iter()
        .map(|shard| {
            let bound = |unit: &KeyUnit| unit.first.0 / width;
            let from =
                |units: &Vec<_>, shard| units.partition_point(|(unit, _)| bound(unit) < shard);
            let of = |units: &'_ Vec<(KeyUnit, Use)>| from(units, shard)..from(units, shard + 1);
            let units: Vec<&[(KeyUnit, Use)]> =
                sorted.iter().map(|units| &units[of(units)]).collect();
            collected(&units, least)
        })
        .collect();
    let size_of = |source: usize| {
        let uses = shards.iter().flat_map(|shard| &shard.uses[source]);
        uses.map(|(_, used)| u64::from(used.count)).sum()
    };
    let sizes: Vec<u64> = (0..counts.len()).map(size_of).collect();
    TestedWords {
        shards,
        size: sizes.iter().sum(),
        sizes,
    }
}

/// The units of one shard that come at least `least` times; `sources` are sorted.
fn collected(sources: &[&[(KeyUnit, Use)]], least: u64) -> Shard {
    let uses = (0..).zip(sources).flat_map(|(source, units)| {
        let of = move |(unit, used): &(KeyUnit, Use)| (*unit, source, *used);
        units.iter().map(of)
    });
    let mut uses: Vec<(KeyUnit, usize, Use)> = uses.collect();
    uses.sort_unstable_by_key(|(unit, source, _)| (*unit, *source));
    let mut shard = Shard {
        words: Vec::new(),
        uses: vec![Vec::new(); sources.len()],
    };
    for uses in uses.chunk_by(|a, b| a.0 == b.0) {
        let total = uses.iter().map(|(.., used)| u64::from(used.count)).sum();
        if total >= least {
            let at = shard.words.len() as u32;
            shard.words.push((uses[0].0, total));
            for (_, source, used) in uses {
                shard.uses[*source].push((at, *used));
            }
        }
    }
    shard
}
