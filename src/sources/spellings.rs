//! How the words that were counted are written.

use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A word as it is counted, and as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub struct Written<'t, 'c> {
    /// Its folded letters.
    pub folded: &'t str,
    /// The letters of the text.
    pub written: &'c str,
}

/// Units whose spellings are asked for: folded words, and pairs of them parted by a space.
pub struct Asked<'a> {
    /// The number of each word that is one, or is part of one.
    words: FxHashMap<&'a str, u32>,
    /// The unit that each word is, by number.
    singles: Vec<Option<u32>>,
    /// The unit that two words are.
    pairs: FxHashMap<(u32, u32), u32>,
}

impl<'a> Asked<'a> {
    /// These units.
    pub fn of(units: &[&'a str]) -> Asked<'a> {
        let mut asked = Asked {
            words: FxHashMap::default(),
            singles: Vec::new(),
            pairs: FxHashMap::default(),
        };
        for (unit, words) in (0..).zip(units) {
            match words.split_once(' ') {
                Some((first, second)) => {
                    let pair = (asked.number(first), asked.number(second));
                    asked.pairs.insert(pair, unit);
                }
                None => {
                    let word = asked.number(words);
                    asked.singles[word as usize] = Some(unit);
                }
            }
        }
        asked
    }

    fn number(&mut self, word: &'a str) -> u32 {
        let next = self.singles.len() as u32;
        let number = *self.words.entry(word).or_insert(next);
        if number == next {
            self.singles.push(None);
        }
        number
    }
}

/// How often units are written in which way.
///
/// ```
/// use mizan::sources::{Asked, Spellings, Written};
/// let word = |written| Some(Written { folded: "المءة", written });
/// let mut found = Spellings::default();
/// found.add(&Asked::of(&["المءة"]), &[word("المئة"), word("المئة"), word("المؤة")]);
/// assert_eq!(found.most_often(&["المءة"])["المءة"], "المئة");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Spellings<'c> {
    /// By the unit's number; the second word is empty where the unit is one word.
    counts: FxHashMap<(u32, [&'c str; 2]), u32>,
}

impl<'c> Spellings<'c> {
    /// Counts those of the units that are asked for among words that follow each other; `None` is
    /// a gap.
    pub fn add(&mut self, asked: &Asked, words: &[Option<Written<'_, 'c>>]) {
        let mut before: Option<(u32, &'c str)> = None;
        for word in words {
            let known = word.and_then(|word| {
                let number = *asked.words.get(word.folded)?;
                Some((number, word.written))
            });
            if let Some((number, written)) = known {
                if let Some(unit) = asked.singles[number as usize] {
                    *self.counts.entry((unit, [written, ""])).or_default() += 1;
                }
                let pair = before.map(|(first, _)| (first, number));
                let unit = pair.and_then(|pair| asked.pairs.get(&pair));
                if let (Some(unit), Some((_, first))) = (unit, before) {
                    *self.counts.entry((*unit, [first, written])).or_default() += 1;
                }
            }
            before = known;
        }
    }

    /// The two together.
    pub fn plus(self, other: Spellings<'c>) -> Spellings<'c> {
        let (mut more, fewer) = match self.counts.len() < other.counts.len() {
            true => (other, self),
            false => (self, other),
        };
        for (spelling, count) in fewer.counts {
            *more.counts.entry(spelling).or_default() += count;
        }
        more
    }

    /// The spelling of each of the units that were asked for that comes most often; of several the
    /// first by its letters.
    pub fn most_often(self, units: &[&str]) -> BTreeMap<String, String> {
        let mut found: Vec<((u32, [&str; 2]), u32)> = self.counts.into_iter().collect();
        found.sort_unstable_by_key(|&((unit, words), count)| (unit, Reverse(count), words));
        found.dedup_by_key(|spelling| spelling.0.0);
        let named = found.iter().map(|&((unit, words), _)| {
            let written = words.join(" ");
            (
                units[unit as usize].to_owned(),
                written.trim_end().to_owned(),
            )
        });
        named.collect()
    }
}
