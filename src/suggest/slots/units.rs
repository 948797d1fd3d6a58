//! What may be proposed: words, and phrases of two and three words that stand together more often
//! than by chance.

use super::lines::{Lines, Stands};
use crate::sources::keyness::Counts;
use rustc_hash::FxHashMap;

/// The most words of a phrase.
pub(crate) const MOST_WORDS: usize = 3;

/// G² from which two words stand together more often than by chance: p < 0.001 at one degree of
/// freedom.
const TOGETHER: f64 = 10.83;

/// A word or phrase that occurs often enough, by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    /// The numbers of its words.
    pub words: Vec<u32>,
}

/// Units, and where they stand.
pub(crate) struct Units {
    /// By number.
    pub list: Vec<Unit>,
    singles: Vec<u32>,
    longer: FxHashMap<(u32, u32), u32>,
}

/// No unit.
const NONE: u32 = u32::MAX;

impl Units {
    /// The words with at least `least` places, and phrases of such that stand together `least`
    /// times, of three words twice as often. A phrase is a unit and one word more.
    pub(crate) fn of(lines: &Lines, least: u32) -> Units {
        let mut units = Units {
            list: Vec::new(),
            singles: vec![NONE; lines.words.len()],
            longer: FxHashMap::default(),
        };
        for (word, count) in (0..).zip(free_counts(lines)) {
            if count >= least {
                units.singles[word as usize] = units.list.len() as u32;
                units.list.push(Unit { words: vec![word] });
            }
        }
        for length in 2..=MOST_WORDS {
            units.lengthen(lines, length, least);
        }
        units
    }

    fn lengthen(&mut self, lines: &Lines, length: usize, least: u32) {
        let mut counts: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        for place in 0..lines.at.len() {
            let Some(begun) = self.at(lines, place, length - 1) else {
                continue;
            };
            if let Some(next) = self.next(lines, place + length - 1) {
                *counts.entry((begun, next)).or_default() += 1;
            }
        }
        let mut often: Vec<((u32, u32), u32)> = counts
            .into_iter()
            .filter(|(_, count)| *count >= least * (length as u32 - 1))
            .collect();
        often.sort_unstable();
        for ((begun, next), count) in often {
            if self.together(lines, begun, next, count) {
                let mut words = self.list[begun as usize].words.clone();
                words.push(next);
                self.longer.insert((begun, next), self.list.len() as u32);
                self.list.push(Unit { words });
            }
        }
    }

    /// Whether two neighbours stand together more often than their own numbers make likely.
    fn together(&self, lines: &Lines, begun: u32, next: u32, count: u32) -> bool {
        let last = *self.list[begun as usize].words.last().unwrap_or(&next);
        let (first, second) = (lines.counts[last as usize], lines.counts[next as usize]);
        let counts = Counts {
            ours: f64::from(count),
            theirs: f64::from(second.saturating_sub(count)),
            all_ours: f64::from(first.max(count)),
            all_theirs: lines.at.len() as f64 - f64::from(first),
        };
        counts.g2() > TOGETHER
    }

    /// The word at a place, if a phrase may hold it.
    fn next(&self, lines: &Lines, place: usize) -> Option<u32> {
        (*lines.stands.get(place)? == Stands::Word).then(|| lines.at[place])
    }

    /// The unit of so many words that begins at a place.
    pub(crate) fn at(&self, lines: &Lines, place: usize, length: usize) -> Option<u32> {
        let first = self.next(lines, place)?;
        let mut unit = self.singles[first as usize];
        for further in 1..length {
            if unit == NONE {
                return None;
            }
            let next = self.next(lines, place + further)?;
            unit = self.longer.get(&(unit, next)).copied()?;
        }
        (unit != NONE).then_some(unit)
    }
}

/// How often each word stands where a phrase may hold it.
fn free_counts(lines: &Lines) -> Vec<u32> {
    let mut counts = vec![0; lines.words.len()];
    for (word, stands) in lines.at.iter().zip(&lines.stands) {
        if *stands == Stands::Word {
            counts[*word as usize] += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(text: &str, least: u32) -> Vec<String> {
        let lines = Lines::of_text(text);
        let units = Units::of(&lines, least);
        let words = |unit: &Unit| -> Vec<&str> {
            unit.words.iter().map(|word| lines.word(*word)).collect()
        };
        units
            .list
            .iter()
            .map(|unit| words(unit).join(" "))
            .collect()
    }

    #[test]
    fn words_that_stand_together_more_often_than_by_chance_are_a_phrase() {
        let together = "قوات موالية . زار تلميذ . ".repeat(6);
        let found = units(together.trim_end(), 5);
        assert!(found.iter().any(|unit| unit == "قوات موالية"), "{found:?}");
        assert!(
            found.iter().all(|unit| unit != "موالية زار"),
            "a sentence ends there"
        );
        let found = units(together.trim_end(), 7);
        assert!(found.is_empty(), "{found:?}");
    }
}
