//! A table while bodies are added to it.

use super::key::WordKey;
use super::table::{BodyTarget, Hit, TableWord, WordTable, filter_bits, filter_place};
use crate::language::{Body, Features, HeadSet};
use hashbrown::HashTable;
use rustc_hash::FxHashMap;
use std::hash::Hash;

/// Words for one of the filter's numbers of 64 bits: with two bits a word, it mistakes up to five
/// words in a hundred.
const WORDS_PER_FILTER: usize = 8;

/// A table that grows; see [`WordTable`].
#[derive(Default)]
pub(super) struct GrowingTable {
    /// Numbers of words, by the hashes of their keys.
    numbers: HashTable<u32>,
    /// Here [`TableWord::hits`] is the word's newest hit.
    words: Vec<TableWord>,
    hits: Vec<Hit>,
    /// By hit, the one of the same word that came before; itself where there is none.
    before: Vec<u32>,
    heads: Distinct<HeadSet>,
    features: Distinct<Features>,
    letters: String,
}

/// Things of which there are few, each once, and their places.
#[derive(Default)]
struct Distinct<T> {
    list: Vec<T>,
    places: FxHashMap<T, u16>,
}

impl<T: Copy + Eq + Hash> Distinct<T> {
    fn place(&mut self, one: T) -> u16 {
        *self.places.entry(one).or_insert_with(|| {
            self.list.push(one);
            self.list.len() as u16 - 1
        })
    }
}

impl GrowingTable {
    /// Adds one body. Heads behind which the same target is spelt so already are left out: the
    /// first rule names a form.
    pub(crate) fn add(&mut self, body: &Body, target: BodyTarget) {
        let hit = self.hits.len() as u32;
        let word = self.word(&body.folded, hit);
        let is_changed = body.exact != body.folded;
        let heads = if is_changed {
            body.heads
        } else {
            self.new_heads(word, body, target)
        };
        if heads == 0 {
            return;
        }
        let exact_start = self.letters.len() as u32;
        if is_changed {
            self.letters.push_str(&body.exact);
        }
        self.hits.push(Hit {
            target,
            exact_start,
            exact_len: (self.letters.len() as u32 - exact_start) as u16,
            tail: body.tail,
            features: self.features.place(body.features),
            heads: self.heads.place(heads),
        });
        self.before.push(self.words[word].hits);
        self.words[word].hits = hit;
    }

    /// The heads of a body that no earlier hit of its target takes before the same letters.
    fn new_heads(&self, word: usize, body: &Body, target: BodyTarget) -> HeadSet {
        let mut heads = body.heads;
        let mut at = self.words[word].hits as usize;
        while let Some(hit) = self.hits.get(at).filter(|hit| hit.target == target) {
            if hit.exact_len == 0 {
                heads &= !self.heads.list[usize::from(hit.heads)];
            }
            if self.before[at] as usize == at {
                break;
            }
            at = self.before[at] as usize;
        }
        heads
    }

    /// The number of a word; a new one gets `hit` for its newest.
    fn word(&mut self, folded: &str, hit: u32) -> usize {
        let bytes = folded.as_bytes();
        let key = WordKey::new(bytes, 0, bytes.len());
        let (words, letters) = (&self.words, &self.letters);
        let is_it = |number: &u32| {
            let word = &words[*number as usize];
            let rest = &letters.as_bytes()[word.start as usize..];
            word.key == key && (key.is_whole() || rest.starts_with(bytes))
        };
        if let Some(number) = self.numbers.find(spread(key.hash()), is_it) {
            return *number as usize;
        }
        let number = self.words.len() as u32;
        self.words.push(TableWord {
            key,
            start: self.letters.len() as u32,
            hits: hit,
        });
        if !key.is_whole() {
            self.letters.push_str(folded);
        }
        let hash_of = |number: &u32| spread(self.words[*number as usize].key.hash());
        self.numbers
            .insert_unique(spread(key.hash()), number, hash_of);
        number as usize
    }

    /// The table: words by bucket, and hits by word in the order of adding, so that those looked
    /// at together lie together.
    pub(crate) fn finish(self, is_open: bool) -> WordTable {
        let size = self.words.len().next_power_of_two().max(2);
        let bucket_of = |word: &TableWord| word.key.hash() as usize & (size - 1);
        let mut filter = vec![0; (size / WORDS_PER_FILTER).max(1)];
        let mut buckets = vec![0_u32; size + 1];
        for word in &self.words {
            let hash = word.key.hash();
            let place = filter_place(hash, filter.len());
            filter[place] |= filter_bits(hash);
            buckets[bucket_of(word) + 1] += 1;
        }
        for bucket in 0..size {
            buckets[bucket + 1] += buckets[bucket];
        }
        let mut next = buckets.clone();
        let mut order = vec![0; self.words.len()];
        for (number, word) in (0..).zip(&self.words) {
            let place = &mut next[bucket_of(word)];
            order[*place as usize] = number;
            *place += 1;
        }
        let (words, hits) = self.laid_out(&order);
        WordTable {
            is_open,
            filter,
            buckets,
            words,
            hits,
            heads: self.heads.list,
            features: self.features.list,
            letters: self.letters,
        }
    }

    /// Words in an order, and one more that ends the hits of the last; their hits.
    fn laid_out(&self, order: &[u32]) -> (Vec<TableWord>, Vec<Hit>) {
        let mut words = Vec::with_capacity(order.len() + 1);
        let mut hits: Vec<Hit> = Vec::with_capacity(self.hits.len());
        for number in order {
            let word = self.words[*number as usize];
            let first = hits.len();
            let mut at = word.hits as usize;
            hits.push(self.hits[at]);
            while self.before[at] as usize != at {
                at = self.before[at] as usize;
                hits.push(self.hits[at]);
            }
            hits[first..].reverse();
            words.push(TableWord {
                hits: first as u32,
                ..word
            });
        }
        words.push(TableWord {
            key: WordKey::default(),
            start: 0,
            hits: hits.len() as u32,
        });
        (words, hits)
    }
}

/// A hash of 32 bits as the one of 64 that hashbrown wants, whose upper bits it looks at too.
fn spread(hash: u32) -> u64 {
    u64::from(hash) << 32 | u64::from(hash)
}

#[cfg(test)]
mod tests {
    use super::super::table::Probe;
    use super::*;

    fn body(folded: &str, exact: &str) -> Body {
        Body {
            folded: folded.into(),
            exact: exact.into(),
            tail: 0,
            features: Features::NONE,
            heads: 1,
            open: false,
        }
    }

    fn targets(table: &WordTable, word: &str) -> Vec<Result<u32, u32>> {
        let letters = word.as_bytes();
        let mut spots = Vec::new();
        let mut probes = vec![Probe::new(letters, (0, letters.len()), 0, 0)];
        table.sift(letters, &mut probes, &mut spots);
        spots.iter().map(|spot| spot.hit.target.read()).collect()
    }

    #[test]
    fn every_word_added_is_found_with_all_its_targets_and_no_other() {
        let mut table = GrowingTable::default();
        for number in 0..5_000_u32 {
            table.add(
                &body(&format!("كلمه{number}"), "كلمة"),
                BodyTarget::entry(number),
            );
            table.add(&body("اسم", "اسم"), BodyTarget::element(number));
        }
        let table = table.finish(false);
        for number in 0..5_000_u32 {
            assert_eq!(targets(&table, &format!("كلمه{number}")), [Ok(number)]);
        }
        let elements: Vec<_> = (0..5_000).map(Err).collect();
        assert_eq!(targets(&table, "اسم"), elements);
        assert!(targets(&table, "كلمه").is_empty());
        assert!(targets(&table, "").is_empty());
    }

    #[test]
    fn an_empty_table_has_nothing() {
        let table = GrowingTable::default().finish(false);
        assert!(targets(&table, "كلمة").is_empty());
    }

    #[test]
    fn exact_letters_are_kept_only_where_folding_changed_them() {
        let mut table = GrowingTable::default();
        table.add(&body("اسم", "إسم"), BodyTarget::entry(0));
        table.add(&body("اسم", "اسم"), BodyTarget::entry(1));
        let table = table.finish(false);
        let exact: Vec<_> = table
            .hits
            .iter()
            .map(|hit| table.exact(hit.exact()))
            .collect();
        assert_eq!(exact, ["إسم", ""]);
    }

    #[test]
    fn long_words_that_differ_in_the_middle_only_are_told_apart() {
        let mut table = GrowingTable::default();
        let long = |middle: &str| format!("والمستشفيات{middle}والمستشفيات");
        table.add(&body(&long("ا"), "ا"), BodyTarget::entry(0));
        table.add(&body(&long("ب"), "ب"), BodyTarget::entry(1));
        let table = table.finish(false);
        assert_eq!(targets(&table, &long("ا")), [Ok(0)]);
        assert_eq!(targets(&table, &long("ب")), [Ok(1)]);
        assert!(targets(&table, &long("ت")).is_empty());
    }
}
