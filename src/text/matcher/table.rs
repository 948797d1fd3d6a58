//! From a word's folded letters to the elements that have it, by open addressing. A filter of a
//! few bits a word answers most words that are no entry from memory that is near.
//!
//! Words are looked up many at a time, step by step for all of them ([`Table::sift`]): the loads
//! of one step do not wait for each other, so that a large table costs bandwidth, not latency.

use super::PatternIx;
use super::key::Key;
use crate::language::{Body, HeadSet};

/// One body of one element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// The heads the body takes.
    pub heads: HeadSet,
    /// Whose body it is.
    pub element: u32,
    /// The entry, where the element is one of its own.
    pub entry: Option<PatternIx>,
    /// Where its exact letters begin in the table's letters.
    exact_start: u32,
    /// How many bytes they are; 0 where folding changed nothing, so that no text contradicts it.
    exact_len: u32,
    /// How the body was made.
    pub tail: u16,
}

impl Hit {
    /// The hit of a sign, which has one spelling and no heads.
    pub fn of_sign(element: u32, entry: Option<PatternIx>) -> Self {
        Hit {
            heads: 1,
            element,
            entry,
            exact_start: 0,
            exact_len: 0,
            tail: 0,
        }
    }
}

/// One distinct word.
#[derive(Clone, Copy, Debug)]
struct Word {
    key: Key,
    /// Where a word that is longer than its key begins in the table's letters.
    start: u32,
    /// The newest hit while the table grows, the first one once it is finished.
    hits: u32,
    /// How many hits it has.
    count: u32,
    /// The heads that any of them takes.
    heads: HeadSet,
}

/// A question to the table: is the word that begins here one of its own?
#[derive(Clone, Copy, Debug)]
pub(super) struct Probe {
    hash: u32,
    /// Where the word begins and ends in the letters.
    start: u32,
    end: u32,
    /// The token it is (a part of).
    pub token: u32,
    /// What stands before it.
    pub head: u8,
}

impl Probe {
    /// Asks for the letters from `start` to `end`.
    #[inline]
    pub fn new(letters: &[u8], (start, end): (usize, usize), token: u32, head: u8) -> Self {
        Probe {
            hash: Key::new(letters, start, end).hash(),
            start: start as u32,
            end: end as u32,
            token,
            head,
        }
    }
}

/// An answer: a hit of the word. Whether it takes the head is still to be seen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub token: u32,
    pub head: u8,
    /// Whether any ending may follow.
    pub is_open: bool,
    pub hit: Hit,
}

/// All bodies of one kind (closed or open).
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// Whether any ending may follow its words.
    is_open: bool,
    /// The word's hash in the upper half, its number plus one in the lower; 0 where free.
    slots: Vec<u64>,
    /// Two bits of one of these are set for each word, as its hash says.
    filter: Vec<u64>,
    words: Vec<Word>,
    hits: Vec<Hit>,
    /// The hit of the same word that came before, by hit, while the table grows.
    previous: Vec<u32>,
    letters: String,
}

/// Fewest slots, and slots a word: at half load a probe nearly always ends at its first slot.
const LEAST_SLOTS: usize = 64;
const SLOTS_PER_WORD: usize = 2;
/// 64 bits of filter for sixteen slots: eight to sixteen bits a word, in which two set ones mistake
/// two to five words in a hundred.
const SLOTS_PER_FILTER: usize = 16;

impl Table {
    /// A table of words that any ending may follow.
    pub fn open() -> Self {
        Table {
            is_open: true,
            ..Table::default()
        }
    }

    /// Adds one body of an element, which is the whole of an entry or one word of phrases.
    pub fn add(&mut self, body: &Body, element: u32, entry: Option<PatternIx>) {
        let word = self.word(&body.folded);
        let exact_start = self.letters.len() as u32;
        if body.exact != body.folded {
            self.letters.push_str(&body.exact);
        }
        self.hits.push(Hit {
            heads: body.heads,
            element,
            entry,
            exact_start,
            exact_len: self.letters.len() as u32 - exact_start,
            tail: body.tail,
        });
        self.previous.push(self.words[word].hits);
        self.words[word].hits = self.hits.len() as u32 - 1;
        self.words[word].count += 1;
        self.words[word].heads |= body.heads;
    }

    /// Lays the hits of each word side by side, in the order of adding.
    pub fn finish(&mut self) {
        let mut hits = Vec::with_capacity(self.hits.len());
        for word in &mut self.words {
            let first = hits.len();
            let mut at = word.hits as usize;
            for _ in 0..word.count {
                hits.push(self.hits[at]);
                at = self.previous[at] as usize;
            }
            hits[first..].reverse();
            word.hits = first as u32;
        }
        self.hits = hits;
        self.previous = Vec::new();
    }

    /// Answers probes, in their order; those of words that no body is spelt like get none.
    /// Leaves `probes` empty.
    pub fn sift(&self, letters: &[u8], probes: &mut Vec<Probe>, spots: &mut Vec<Spot>) {
        let mut kept = 0;
        for at in 0..probes.len() {
            let probe = probes[at];
            probes[kept] = probe;
            kept += usize::from(self.may_have(probe.hash));
        }
        let mut words = Vec::with_capacity(kept / 4);
        for probe in &probes[..kept] {
            let word = self.find(letters, probe);
            let word = word.filter(|word| word.heads >> probe.head & 1 == 1);
            words.extend(word.map(|word| (*probe, word.hits, word.count)));
        }
        probes.clear();
        for (probe, first, count) in words {
            for hit in &self.hits[first as usize..(first + count) as usize] {
                spots.push(Spot {
                    token: probe.token,
                    head: probe.head,
                    is_open: self.is_open,
                    hit: *hit,
                });
            }
        }
    }

    /// A hit's letters before folding; `None` where folding left them as they are.
    pub fn exact(&self, hit: &Hit) -> Option<&str> {
        let (start, len) = (hit.exact_start as usize, hit.exact_len as usize);
        (len > 0).then(|| &self.letters[start..start + len])
    }

    /// `false` where no word has this hash; `true` also for a few others in a hundred.
    #[inline]
    fn may_have(&self, hash: u32) -> bool {
        let bits = filter_bits(hash);
        let at = filter_place(hash, self.filter.len());
        self.filter.get(at).is_some_and(|word| word & bits == bits)
    }

    #[inline]
    fn find(&self, letters: &[u8], probe: &Probe) -> Option<&Word> {
        let (start, end) = (probe.start as usize, probe.end as usize);
        let key = Key::new(letters, start, end);
        let mask = self.slots.len() - 1;
        let mut at = probe.hash as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                return None;
            }
            if (slot >> 32) as u32 == probe.hash {
                let word = &self.words[(slot as u32 - 1) as usize];
                let folded = &letters[start..end];
                if word.key == key && (key.is_whole() || self.has_letters(word, folded)) {
                    return Some(word);
                }
            }
            at = (at + 1) & mask;
        }
    }

    fn has_letters(&self, word: &Word, folded: &[u8]) -> bool {
        self.letters.as_bytes()[word.start as usize..].starts_with(folded)
    }

    /// The number of a word, entered if it is new.
    fn word(&mut self, folded: &str) -> usize {
        if self.words.len() * SLOTS_PER_WORD >= self.slots.len() {
            self.grow();
        }
        let key = Key::new(folded.as_bytes(), 0, folded.len());
        let hash = key.hash();
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at] != 0 {
            let number = (self.slots[at] as u32 - 1) as usize;
            let word = &self.words[number];
            if word.key == key && (key.is_whole() || self.has_letters(word, folded.as_bytes())) {
                return number;
            }
            at = (at + 1) & mask;
        }
        self.words.push(Word {
            key,
            start: self.letters.len() as u32,
            hits: 0,
            count: 0,
            heads: 0,
        });
        if !key.is_whole() {
            self.letters.push_str(folded);
        }
        self.slots[at] = u64::from(hash) << 32 | self.words.len() as u64;
        let place = filter_place(hash, self.filter.len());
        self.filter[place] |= filter_bits(hash);
        self.words.len() - 1
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(LEAST_SLOTS);
        let mut slots = vec![0; size];
        let mut filter = vec![0; size / SLOTS_PER_FILTER];
        for slot in self.slots.iter().filter(|slot| **slot != 0) {
            let hash = (slot >> 32) as u32;
            let mut at = hash as usize & (size - 1);
            while slots[at] != 0 {
                at = (at + 1) & (size - 1);
            }
            slots[at] = *slot;
            filter[filter_place(hash, size / SLOTS_PER_FILTER)] |= filter_bits(hash);
        }
        self.slots = slots;
        self.filter = filter;
    }
}

/// The place of a hash in a filter of `size` words, a power of two or none.
#[inline]
fn filter_place(hash: u32, size: usize) -> usize {
    hash as usize & size.wrapping_sub(1)
}

/// The two bits of a hash in a word of the filter, from its upper bits, which place it least.
#[inline]
fn filter_bits(hash: u32) -> u64 {
    1 << (hash >> 26) | 1 << (hash >> 20 & 63)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(folded: &str, exact: &str) -> Body {
        Body {
            folded: folded.into(),
            exact: exact.into(),
            tail: 0,
            heads: 1,
            open: false,
        }
    }

    fn hits(table: &Table, word: &str) -> Vec<Hit> {
        let letters = word.as_bytes();
        let mut spots = Vec::new();
        let mut probes = vec![Probe::new(letters, (0, letters.len()), 0, 0)];
        table.sift(letters, &mut probes, &mut spots);
        spots.iter().map(|spot| spot.hit).collect()
    }

    #[test]
    fn every_word_added_is_found_with_all_its_elements_and_no_other() {
        let mut table = Table::default();
        for element in 0..5_000_u32 {
            table.add(&body(&format!("كلمه{element}"), "كلمة"), element, None);
            table.add(&body("اسم", "اسم"), element, None);
        }
        table.finish();
        for element in 0..5_000_u32 {
            let word = format!("كلمه{element}");
            let hits = hits(&table, &word);
            assert_eq!(hits.len(), 1);
            assert_eq!(hits[0].element, element);
            assert_eq!(table.exact(&hits[0]), Some("كلمة"));
        }
        assert_eq!(hits(&table, "اسم").len(), 5_000);
        assert!(
            hits(&table, "اسم")
                .iter()
                .all(|hit| table.exact(hit).is_none())
        );
        assert_eq!(hits(&table, "كلمه").len(), 0);
        assert_eq!(hits(&table, "").len(), 0);
    }

    #[test]
    fn long_words_that_differ_in_the_middle_only_are_told_apart() {
        let mut table = Table::default();
        let long = |middle: &str| format!("والمستشفيات{middle}والمستشفيات");
        table.add(&body(&long("ا"), "ا"), 0, None);
        table.add(&body(&long("ب"), "ب"), 1, None);
        table.finish();
        let elements = |middle: &str| -> Vec<u32> {
            hits(&table, &long(middle))
                .iter()
                .map(|hit| hit.element)
                .collect()
        };
        assert_eq!(elements("ا"), [0]);
        assert_eq!(elements("ب"), [1]);
        assert!(elements("ت").is_empty());
    }
}
