//! All sources' words in one table, for keyness.

use super::words::{WordCount, WordCounts};
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
    pub words: Vec<(&'a str, u64)>,
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

/// The words with at least `least` counts in all sources together.
pub(super) fn corpus(counts: &[WordCounts], least: u64) -> Corpus<'_> {
    let shards: Vec<Shard> = (0..SHARDS)
        .into_par_iter()
        .map(|shard| collected(counts, shard).trimmed(least))
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

/// All words of one shard.
fn collected(counts: &[WordCounts], number: u64) -> Shard<'_> {
    let mut places = HashTable::new();
    let mut words = Vec::new();
    let mut uses = Vec::with_capacity(counts.len());
    for counts in counts {
        // The hash table goes by the highest and the lowest bits; these are between.
        let ours = counts
            .iter()
            .filter(|word| (word.hash >> 32) % SHARDS == number);
        let mut used = Vec::with_capacity(counts.len() / SHARDS as usize);
        for word in ours {
            let at = place(&mut places, &mut words, word);
            words[at as usize].1 += word.count;
            used.push(Use {
                at,
                count: word.count,
                articles: word.articles,
            });
        }
        uses.push(used);
    }
    Shard { words, uses }
}

/// Where a word is listed; it is added if it is new.
fn place<'a>(
    places: &mut HashTable<(u64, u32)>,
    words: &mut Vec<(&'a str, u64)>,
    word: WordCount<'a>,
) -> u32 {
    let same = |&(hash, at): &(u64, u32)| hash == word.hash && words[at as usize].0 == word.word;
    if let Some(&(_, at)) = places.find(word.hash, same) {
        return at;
    }
    let at = words.len() as u32;
    places.insert_unique(word.hash, (word.hash, at), |&(hash, _)| hash);
    words.push((word.word, 0));
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
