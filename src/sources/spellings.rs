//! How the words that were counted are written.

use super::words::KeyUnit;
use crate::text::WordIx;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A word as it is counted, and as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Written<'c> {
    /// The word.
    pub word: WordIx,
    /// The letters of the text.
    pub written: &'c str,
    /// Whether nothing stands between it and the word told before.
    pub follows: bool,
}

/// The units whose spellings are counted; it is asked only.
pub(crate) type Asked = FxHashSet<KeyUnit>;

/// How often units are written in which way; the second word is empty where the unit is one word.
#[derive(Clone, Debug, Default)]
pub(crate) struct WrittenCounts<'c>(FxHashMap<(KeyUnit, [&'c str; 2]), u32>);

impl<'c> WrittenCounts<'c> {
    /// Counts a word, and the pair that it makes with the one before it, if they are asked for.
    pub(crate) fn add(&mut self, asked: &Asked, before: Option<Written<'c>>, word: Written<'c>) {
        let single = (KeyUnit::word(word.word), [word.written, ""]);
        let pair = before.map(|before| {
            let unit = KeyUnit::pair(before.word, word.word);
            (unit, [before.written, word.written])
        });
        for spelling in [Some(single), pair].into_iter().flatten() {
            if asked.contains(&spelling.0) {
                *self.0.entry(spelling).or_default() += 1;
            }
        }
    }

    /// The two together.
    pub(crate) fn plus(self, other: WrittenCounts<'c>) -> WrittenCounts<'c> {
        let (mut more, fewer) = match self.0.len() < other.0.len() {
            true => (other, self),
            false => (self, other),
        };
        for (spelling, count) in fewer.0 {
            *more.0.entry(spelling).or_default() += count;
        }
        more
    }

    /// The spelling of each unit that comes most often; of several the first by its letters.
    pub(crate) fn most_often(self) -> BTreeMap<KeyUnit, String> {
        let mut found: Vec<((KeyUnit, [&str; 2]), u32)> = self.0.into_iter().collect();
        found.sort_unstable_by_key(|&((unit, words), count)| (unit, Reverse(count), words));
        found.dedup_by_key(|spelling| spelling.0.0);
        let named = found.iter().map(|&((unit, words), _)| {
            let written = words.join(" ");
            (unit, written.trim_end().to_owned())
        });
        named.collect()
    }
}
