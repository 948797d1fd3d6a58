//! From a word's folded letters to the elements that have it: open addressing over 64-bit slots,
//! all letters in one string, so that a word that is no entry costs one look into memory.

use crate::language::{Body, HeadSet};

/// One body of one element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// The heads the body takes.
    pub heads: HeadSet,
    /// Whose body it is.
    pub element: u32,
    /// Where its exact letters begin in the table's letters.
    exact_start: u32,
    /// How many bytes they are.
    exact_len: u32,
    /// The next hit of the same word, plus one; 0 for none.
    next: u32,
    /// How the body was made.
    pub tail: u16,
}

/// One distinct word.
#[derive(Clone, Copy, Debug)]
struct Word {
    start: u32,
    len: u32,
    /// Its newest hit, plus one.
    hits: u32,
}

/// All bodies of one kind (closed or open).
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// The word's hash in the upper half, its number plus one in the lower; 0 where free.
    slots: Vec<u64>,
    words: Vec<Word>,
    hits: Vec<Hit>,
    letters: String,
}

/// Fewest slots, and slots a word: at half load a probe nearly always ends at its first slot.
const LEAST_SLOTS: usize = 64;
const SLOTS_PER_WORD: usize = 2;

impl Table {
    /// Adds one body of an element.
    pub fn add(&mut self, body: &Body, element: u32) {
        let word = self.word(&body.folded);
        let (exact_start, exact_len) = if body.exact == body.folded {
            (self.words[word].start, self.words[word].len)
        } else {
            let start = self.letters.len() as u32;
            self.letters.push_str(&body.exact);
            (start, body.exact.len() as u32)
        };
        self.hits.push(Hit {
            heads: body.heads,
            element,
            exact_start,
            exact_len,
            next: self.words[word].hits,
            tail: body.tail,
        });
        self.words[word].hits = self.hits.len() as u32;
    }

    /// The hits of a word; none if no body is spelt so.
    pub fn hits(&self, folded: &[u8]) -> impl Iterator<Item = &Hit> {
        let mut next = self.find(folded, hash(folded)).map_or(0, |w| w.hits);
        std::iter::from_fn(move || {
            let hit = self.hits.get((next as usize).checked_sub(1)?)?;
            next = hit.next;
            Some(hit)
        })
    }

    /// A hit's letters before folding.
    pub fn exact(&self, hit: &Hit) -> &str {
        &self.letters[hit.exact_start as usize..(hit.exact_start + hit.exact_len) as usize]
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    fn find(&self, folded: &[u8], hash: u32) -> Option<Word> {
        if self.slots.is_empty() {
            return None;
        }
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                return None;
            }
            if (slot >> 32) as u32 == hash {
                let word = self.words[(slot as u32 - 1) as usize];
                let letters = &self.letters.as_bytes()[word.start as usize..];
                if letters[..word.len as usize] == *folded {
                    return Some(word);
                }
            }
            at = (at + 1) & mask;
        }
    }

    /// The number of a word, entered if it is new.
    fn word(&mut self, folded: &str) -> usize {
        if self.words.len() * SLOTS_PER_WORD >= self.slots.len() {
            self.grow();
        }
        let hash = hash(folded.as_bytes());
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at] != 0 {
            let slot = self.slots[at];
            let number = (slot as u32 - 1) as usize;
            let word = self.words[number];
            let (start, end) = (word.start as usize, (word.start + word.len) as usize);
            if (slot >> 32) as u32 == hash && self.letters[start..end] == *folded {
                return number;
            }
            at = (at + 1) & mask;
        }
        self.words.push(Word {
            start: self.letters.len() as u32,
            len: folded.len() as u32,
            hits: 0,
        });
        self.letters.push_str(folded);
        self.slots[at] = u64::from(hash) << 32 | self.words.len() as u64;
        self.words.len() - 1
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(LEAST_SLOTS);
        let mut slots = vec![0; size];
        for slot in self.slots.iter().filter(|slot| **slot != 0) {
            let mut at = (slot >> 32) as usize & (size - 1);
            while slots[at] != 0 {
                at = (at + 1) & (size - 1);
            }
            slots[at] = *slot;
        }
        self.slots = slots;
    }
}

/// A hash of a few letters: eight bytes at a time, multiplied by 2^64 over the golden ratio
/// (Knuth, *The Art of Computer Programming* 3, § 6.4), the upper half kept.
pub(super) fn hash(bytes: &[u8]) -> u32 {
    const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
    let step = |hash: u64, part: u64| {
        let mixed = (hash ^ part).wrapping_mul(GOLDEN);
        mixed ^ mixed >> 32
    };
    let mut hash = (bytes.len() as u64).wrapping_mul(GOLDEN);
    let mut parts = bytes.chunks_exact(8);
    for part in &mut parts {
        hash = step(
            hash,
            part.iter()
                .rev()
                .fold(0, |all, byte| all << 8 | u64::from(*byte)),
        );
    }
    let rest = parts.remainder();
    if !rest.is_empty() {
        hash = step(
            hash,
            rest.iter()
                .rev()
                .fold(0, |all, byte| all << 8 | u64::from(*byte)),
        );
    }
    (hash.wrapping_mul(GOLDEN) >> 32) as u32
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

    #[test]
    fn every_word_added_is_found_with_all_its_elements_and_no_other() {
        let mut table = Table::default();
        for element in 0..5_000_u32 {
            table.add(&body(&format!("كلمه{element}"), "كلمة"), element);
            table.add(&body("اسم", "اسم"), element);
        }
        for element in 0..5_000_u32 {
            let word = format!("كلمه{element}");
            let hits: Vec<_> = table.hits(word.as_bytes()).collect();
            assert_eq!(hits.len(), 1);
            assert_eq!(hits[0].element, element);
            assert_eq!(table.exact(hits[0]), "كلمة");
        }
        assert_eq!(table.hits("اسم".as_bytes()).count(), 5_000);
        assert_eq!(table.hits("كلمه".as_bytes()).count(), 0);
        assert_eq!(table.hits(b"").count(), 0);
    }
}
