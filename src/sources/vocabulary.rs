//! All sources' words, or pairs of words, in one table, for keyness.

use super::words::{Counted, Unit, Units, WordCounts};
use hashbrown::HashTable;
use rayon::prelude::*;

/// The words of all sources together that are common enough to be tested.
pub(super) struct Corpus<'a> {
    /// The words, shared out by their hash; equal at any thread count.
    pub shards: Vec<Shard<'a>>,
    /// Counts of these words in each source.
    pub sizes: Vec<u64>,
    /// In all sources.
    pub size: u64,
}

/// Some of the words.
pub(super) struct Shard<'a> {
    /// Each with its count in all sources.
    pub words: Vec<(Unit<'a>, u64)>,
    /// For each source: place in `words`, count, articles.
    uses: Vec<Vec<Use>>,
}

#[derive(Clone, Copy)]
struct Use {
    at: u32,
    count: u64,
    articles: u64,
}

impl Corpus<'_> {
    /// How many different words are tested.
    pub fn words(&self) -> usize {
        self.shards.iter().map(|shard| shard.words.len()).sum()
    }
}

impl Shard<'_> {
    /// Count and articles of each word in one source.
    pub fn uses_of(&self, source: usize) -> Vec<(u64, u64)> {
        let mut all = vec![(0, 0); self.words.len()];
        for found in &self.uses[source] {
            all[found.at as usize] = (found.count, found.articles);
        }
        all
    }
}

/// How many shards there are: enough for any machine's threads to share the work evenly.
const SHARDS: u64 = 64;

/// The units with at least `least` counts in all sources together.
pub(super) fn corpus(counts: &[WordCounts], units: Units, least: u64) -> Corpus<'_> {
    let dealt: Vec<Vec<Vec<Counted>>> = counts.par_iter().map(|c| dealt(c, units)).collect();
    let shards: Vec<Shard> = (0..SHARDS as usize)
        .into_par_iter()
        .map(|shard| collected(counts, &dealt, shard).trimmed(least))
        .collect();
    let size_of = |source: usize| {
        let uses = shards.iter().flat_map(|shard| &shard.uses[source]);
        uses.map(|found| found.count).sum()
    };
    let sizes: Vec<u64> = (0..counts.len()).map(size_of).collect();
    Corpus {
        shards,
        size: sizes.iter().sum(),
        sizes,
    }
}

/// The units of one source, shared out to the shards.
fn dealt(counts: &WordCounts, units: Units) -> Vec<Vec<Counted>> {
    let mut shards = vec![Vec::new(); SHARDS as usize];
    for counted in counts.counted(units) {
        // The hash table goes by the highest and the lowest bits; these are between.
        shards[((counted.hash >> 32) % SHARDS) as usize].push(counted);
    }
    shards
}

/// All units of one shard.
fn collected<'a>(counts: &'a [WordCounts], dealt: &[Vec<Vec<Counted>>], shard: usize) -> Shard<'a> {
    let mut places = HashTable::new();
    let mut words = Vec::new();
    let mut uses = Vec::with_capacity(counts.len());
    for (counts, dealt) in counts.iter().zip(dealt) {
        let mut used = Vec::with_capacity(dealt[shard].len());
        for counted in &dealt[shard] {
            let at = place(&mut places, &mut words, counted.hash, counts.unit(counted));
            words[at as usize].1 += counted.count;
            used.push(Use {
                at,
                count: counted.count,
                articles: u64::from(counted.articles),
            });
        }
        uses.push(used);
    }
    Shard { words, uses }
}

/// Where a unit is listed; it is added if it is new.
fn place<'a>(
    places: &mut HashTable<(u64, u32)>,
    words: &mut Vec<(Unit<'a>, u64)>,
    hash: u64,
    unit: Unit<'a>,
) -> u32 {
    let same = |&(other, at): &(u64, u32)| other == hash && words[at as usize].0 == unit;
    if let Some(&(_, at)) = places.find(hash, same) {
        return at;
    }
    let at = words.len() as u32;
    places.insert_unique(hash, (hash, at), |&(hash, _)| hash);
    words.push((unit, 0));
    at
}

impl<'a> Shard<'a> {
    /// Without the words that come less than `least` times.
    fn trimmed(self, least: u64) -> Shard<'a> {
        let mut kept = Vec::with_capacity(self.words.len());
        let mut moved = vec![None; self.words.len()];
        for (at, &word) in self.words.iter().enumerate() {
            if word.1 >= least {
                moved[at] = Some(kept.len() as u32);
                kept.push(word);
            }
        }
        let remaining = |found: Use| moved[found.at as usize].map(|at| Use { at, ..found });
        let uses = self
            .uses
            .into_iter()
            .map(|uses| uses.into_iter().filter_map(remaining).collect());
        Shard {
            words: kept,
            uses: uses.collect(),
        }
    }
}
