//! From a word's folded letters to the elements that have it. A filter of a few bits a word
//! answers most words that are no entry from memory that is near.
//!
//! Words are looked up many at a time, step by step for all of them ([`WordTable::sift`]): the loads
//! of one step do not wait for each other, so that a large table costs bandwidth, not latency.
//! Tables grow in [`super::growing`].

use super::key::WordKey;
use crate::language::{Features, HeadSet};

/// One body of one element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// What it stands for.
    pub target: BodyTarget,
    /// Where its letters before folding begin in the table's letters, and how many bytes they are.
    pub(super) exact_start: u32,
    pub(super) exact_len: u16,
    /// How the body was made.
    pub tail: u16,
    /// Its features, as a place in the table's.
    pub(super) features: u16,
    /// The heads the body takes, as a place in the table's sets.
    pub(super) heads: u16,
}

impl Hit {
    /// Its letters before folding.
    pub(crate) fn exact(self) -> Exact {
        Exact {
            start: self.exact_start,
            len: self.exact_len,
        }
    }
}

/// A body's letters before folding, as a place in a table's letters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Exact {
    pub(super) start: u32,
    /// 0 where folding changed nothing, so that no text contradicts it.
    pub(super) len: u16,
}

impl Exact {
    /// Whether folding left them as they are.
    #[inline]
    pub(crate) fn is_as_folded(self) -> bool {
        self.len == 0
    }
}

/// What a body stands for, in 32 bits: the whole of an entry, or an element of phrases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct BodyTarget(u32);

impl BodyTarget {
    const ELEMENT: u32 = 1 << 31;

    /// An entry of one word, by its number.
    pub(crate) fn entry(number: u32) -> Self {
        BodyTarget(number)
    }

    /// One word of phrases, by its number.
    pub(crate) fn element(number: u32) -> Self {
        BodyTarget(number | Self::ELEMENT)
    }

    /// The entry's number, or else the element's.
    pub(crate) fn read(self) -> Result<u32, u32> {
        match self.0 & Self::ELEMENT {
            0 => Ok(self.0),
            _ => Err(self.0 & !Self::ELEMENT),
        }
    }
}

/// One distinct word.
#[derive(Clone, Copy, Debug)]
pub(super) struct TableWord {
    pub(super) key: WordKey,
    /// Where a word that is longer than its key begins in the table's letters.
    pub(super) start: u32,
    /// Its first hit; the next word's first one ends them.
    pub(super) hits: u32,
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
    pub(crate) fn new(letters: &[u8], (start, end): (usize, usize), token: u32, head: u8) -> Self {
        Probe {
            hash: WordKey::new(letters, start, end).hash(),
            start: start as u32,
            end: end as u32,
            token,
            head,
        }
    }
}

/// An answer: a hit of the word, behind a head that it takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub token: u32,
    pub head: u8,
    /// Whether any ending may follow.
    pub is_open: bool,
    pub hit: Hit,
    /// The features of the hit, without those of the head.
    pub features: Features,
}

impl Spot {
    /// A word that is just this.
    pub(crate) fn of(target: BodyTarget) -> Self {
        Spot {
            token: 0,
            head: 0,
            is_open: false,
            hit: Hit {
                target,
                exact_start: 0,
                exact_len: 0,
                tail: 0,
                features: 0,
                heads: 0,
            },
            features: Features::NONE,
        }
    }
}

/// All bodies of one kind (closed or open).
#[derive(Clone, Debug)]
pub(super) struct WordTable {
    /// Whether any ending may follow its words.
    pub(super) is_open: bool,
    /// Two bits of one of these are set for each word, as its hash says.
    pub(super) filter: Vec<u64>,
    /// By the lower bits of a hash the first word that has them; one more at the end.
    pub(super) buckets: Vec<u32>,
    /// By bucket; one more at the end, to end the hits of the last.
    pub(super) words: Vec<TableWord>,
    /// In the order of words.
    pub(super) hits: Vec<Hit>,
    /// The sets of heads that bodies take, each once.
    pub(super) heads: Vec<HeadSet>,
    /// The features that bodies have, each set once.
    pub(super) features: Vec<Features>,
    pub(super) letters: String,
}

impl WordTable {
    /// Answers probes, in their order; those of words that no body is spelt like get none.
    /// Leaves `probes` empty.
    pub(crate) fn sift(&self, letters: &[u8], probes: &mut Vec<Probe>, spots: &mut Vec<Spot>) {
        let mut kept = 0;
        for at in 0..probes.len() {
            let probe = probes[at];
            probes[kept] = probe;
            kept += usize::from(self.may_have(probe.hash));
        }
        let mut words = Vec::with_capacity(kept / 2);
        for probe in &probes[..kept] {
            words.extend(self.find(letters, probe).map(|word| (*probe, word)));
        }
        probes.clear();
        for (probe, word) in words {
            let hits = self.words[word].hits as usize..self.words[word + 1].hits as usize;
            for hit in &self.hits[hits] {
                if self.heads[usize::from(hit.heads)] >> probe.head & 1 == 1 {
                    spots.push(Spot {
                        token: probe.token,
                        head: probe.head,
                        is_open: self.is_open,
                        hit: *hit,
                        features: self.features[usize::from(hit.features)],
                    });
                }
            }
        }
    }

    /// Letters before folding; none where folding left them as they are.
    pub(crate) fn exact(&self, exact: Exact) -> &str {
        let (start, len) = (exact.start as usize, usize::from(exact.len));
        &self.letters[start..start + len]
    }

    /// `false` where no word has this hash; `true` also for a few others in a hundred.
    #[inline]
    fn may_have(&self, hash: u32) -> bool {
        let bits = filter_bits(hash);
        self.filter[filter_place(hash, self.filter.len())] & bits == bits
    }

    /// The place of a probe's word.
    #[inline]
    fn find(&self, letters: &[u8], probe: &Probe) -> Option<usize> {
        let (start, end) = (probe.start as usize, probe.end as usize);
        let key = WordKey::new(letters, start, end);
        let bucket = probe.hash as usize & (self.buckets.len() - 2);
        let words = self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize;
        words.into_iter().find(|word| {
            let word = &self.words[*word];
            word.key == key && (key.is_whole() || self.has_letters(word, &letters[start..end]))
        })
    }

    fn has_letters(&self, word: &TableWord, folded: &[u8]) -> bool {
        self.letters.as_bytes()[word.start as usize..].starts_with(folded)
    }
}

/// The place of a hash in a filter of `size` words, a power of two.
#[inline]
pub(super) fn filter_place(hash: u32, size: usize) -> usize {
    hash as usize & (size - 1)
}

/// The two bits of a hash in a word of the filter, from its upper bits, which place it least.
#[inline]
pub(super) fn filter_bits(hash: u32) -> u64 {
    1 << (hash >> 26) | 1 << (hash >> 20 & 63)
}
