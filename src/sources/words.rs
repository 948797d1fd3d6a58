//! Counting the words of one source, and the pairs of adjacent words: how often, and in how many
//! articles.

use crate::text::WordIx;
use rustc_hash::FxHashMap;

/// The counts of words, and of pairs of adjacent words, of one source, filled article by article.
#[derive(Clone, Debug, Default)]
pub(crate) struct WordCounts {
    counts: [FxHashMap<KeyUnit, Use>; 2],
    totals: [u64; 2],
    article: u32,
    /// The word that the next one stands next to.
    before: Option<WordIx>,
}

/// How often something is used, and in how many articles.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Use {
    pub count: u32,
    pub articles: u32,
    /// The last article that has it; they are counted from one.
    last: u32,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyUnits {
    /// Words.
    Words,
    /// Pairs of adjacent words.
    Pairs,
}

/// A word, or two that stand next to each other. Units are in the order of their letters if the
/// words are numbered so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct KeyUnit {
    /// The word, or the first of the pair.
    pub first: WordIx,
    /// The second word of a pair.
    pub second: Option<WordIx>,
}

impl KeyUnit {
    /// One word.
    pub(crate) fn word(word: WordIx) -> Self {
        KeyUnit {
            first: word,
            second: None,
        }
    }

    /// Two words.
    pub(crate) fn pair(first: WordIx, second: WordIx) -> Self {
        KeyUnit {
            first,
            second: Some(second),
        }
    }
}

impl WordCounts {
    /// Says that the words added from now on are of another article.
    pub(crate) fn start_article(&mut self) {
        self.article += 1;
        self.before = None;
    }

    /// Counts one word of the article last started, and, if it follows the word before it, the
    /// pair that they make.
    pub(crate) fn add(&mut self, word: WordIx, follows: bool) {
        self.count(KeyUnits::Words, KeyUnit::word(word));
        let before = self.before.replace(word);
        if let Some(before) = before.filter(|_| follows) {
            self.count(KeyUnits::Pairs, KeyUnit::pair(before, word));
        }
    }

    fn count(&mut self, units: KeyUnits, unit: KeyUnit) {
        self.totals[units as usize] += 1;
        let used = self.counts[units as usize].entry(unit).or_default();
        used.count += 1;
        used.articles += u32::from(used.last != self.article);
        used.last = self.article;
    }

    /// A unit's count and the number of articles that have it; `None` if it never came.
    #[cfg(test)]
    pub(crate) fn get(&self, unit: KeyUnit) -> Option<(u64, u64)> {
        let units = match unit.second {
            None => KeyUnits::Words,
            Some(_) => KeyUnits::Pairs,
        };
        let used = self.counts[units as usize].get(&unit)?;
        Some((u64::from(used.count), u64::from(used.articles)))
    }

    /// How many units were added, all together.
    pub(crate) fn total(&self, units: KeyUnits) -> u64 {
        self.totals[units as usize]
    }

    /// How many different words there are.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.counts[0].len()
    }

    /// All units with their counts, sorted.
    pub(super) fn sorted(&self, units: KeyUnits) -> Vec<(KeyUnit, Use)> {
        let counts = self.counts[units as usize].iter();
        let mut sorted: Vec<(KeyUnit, Use)> = counts.map(|(unit, used)| (*unit, *used)).collect();
        sorted.sort_unstable_by_key(|(unit, _)| *unit);
        sorted
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A word of one letter.
    pub(crate) fn word(letter: &str) -> WordIx {
        WordIx(u32::from(letter.as_bytes()[0]))
    }

    /// One or two such words, parted by a space.
    pub(crate) fn unit(letters: &str) -> KeyUnit {
        match letters.split_once(' ') {
            Some((first, second)) => KeyUnit::pair(word(first), word(second)),
            None => KeyUnit::word(word(letters)),
        }
    }

    /// The words of some articles.
    pub(crate) fn counted<'a>(articles: impl IntoIterator<Item = &'a str>) -> WordCounts {
        let mut counts = WordCounts::default();
        for article in articles {
            counts.start_article();
            let words = article.split(' ');
            words.for_each(|letter| counts.add(word(letter), true));
        }
        counts
    }

    #[test]
    fn a_word_counts_each_time_and_its_article_once() {
        let counts = counted(["a b a", "b c", "a"]);
        for (word, expected) in [("a", Some((3, 2))), ("c", Some((1, 1))), ("d", None)] {
            assert_eq!(counts.get(unit(word)), expected, "{word}");
        }
        assert_eq!((counts.total(KeyUnits::Words), counts.len()), (6, 3));
    }

    #[test]
    fn a_pair_stands_in_one_article_with_nothing_between() {
        let mut counts = counted(["a b a b", "b c", "a b"]);
        counts.add(word("c"), false);
        for (pair, expected) in [
            ("a b", Some((3, 2))),
            ("b a", Some((1, 1))),
            ("b c", Some((1, 1))),
            ("c a", None),
            ("a x", None),
        ] {
            assert_eq!(counts.get(unit(pair)), expected, "{pair}");
        }
        assert_eq!(counts.total(KeyUnits::Pairs), 5);
    }
}
