//! The different words of many texts, each known by a number.

use hashbrown::HashTable;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// A word's place in a [`Vocabulary`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct WordIx(pub u32);

impl WordIx {
    /// As an index.
    pub(crate) fn at(self) -> usize {
        self.0 as usize
    }
}

/// Different folded words, in one text, so that a million of them cost little more than their
/// letters.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    letters: String,
    /// Where the letters of each word end.
    ends: Vec<usize>,
    places: HashTable<u32>,
}

impl Vocabulary {
    /// The number of a word, which is given one if it has none.
    pub(crate) fn number(&mut self, word: &str) -> WordIx {
        let (letters, ends) = (&self.letters, &self.ends);
        let same = |&at: &u32| letters_of(letters, ends, at) == word;
        let of = |&at: &u32| hash(letters_of(letters, ends, at));
        let next = ends.len() as u32;
        let entry = self.places.entry(hash(word), same, of);
        let at = *entry.or_insert(next).get();
        if at == next {
            self.letters.push_str(word);
            self.ends.push(self.letters.len());
        }
        WordIx(at)
    }

    /// The letters of a word.
    pub(crate) fn word(&self, word: WordIx) -> &str {
        letters_of(&self.letters, &self.ends, word.0)
    }

    /// The number of a word in a united vocabulary, whose words are sorted; `None` where it has none.
    pub(crate) fn find(&self, word: &str) -> Option<WordIx> {
        let (mut low, mut high) = (0, self.ends.len() as u32);
        while low < high {
            let middle = low + (high - low) / 2;
            match self.word(WordIx(middle)).cmp(word) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return Some(WordIx(middle)),
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// All words, in the order of their numbers.
    pub(crate) fn words(&self) -> impl ExactSizeIterator<Item = &str> {
        (0..self.ends.len() as u32).map(|at| self.word(WordIx(at)))
    }

    /// One vocabulary of several, its words numbered in the order of their letters, however they
    /// were shared out; and for each of the several the new numbers of its words.
    pub(crate) fn united(several: &[Vocabulary]) -> (Vocabulary, Vec<Vec<WordIx>>) {
        let mut all = Vocabulary::default();
        let met: Vec<Vec<WordIx>> = several
            .iter()
            .map(|some| some.words().map(|word| all.number(word)).collect())
            .collect();
        let mut order: Vec<WordIx> = (0..all.ends.len() as u32).map(WordIx).collect();
        order.sort_unstable_by_key(|word| all.word(*word));
        let mut sorted = Vocabulary::default();
        let mut numbers = vec![WordIx(0); order.len()];
        for (next, word) in (0..).zip(&order) {
            sorted.letters.push_str(all.word(*word));
            sorted.ends.push(sorted.letters.len());
            numbers[word.at()] = WordIx(next);
        }
        let renumbered = |met: Vec<WordIx>| met.iter().map(|word| numbers[word.at()]).collect();
        (sorted, met.into_iter().map(renumbered).collect())
    }
}

fn letters_of<'a>(letters: &'a str, ends: &[usize], at: u32) -> &'a str {
    let at = at as usize;
    let start = at.checked_sub(1).map_or(0, |before| ends[before]);
    &letters[start..ends[at]]
}

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(words: &[&str]) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for word in words {
            vocabulary.number(word);
        }
        vocabulary
    }

    #[test]
    fn a_thousand_words_are_kept_apart() {
        let words: Vec<String> = (0..1000).map(|n| format!("و{n}")).collect();
        let mut vocabulary = Vocabulary::default();
        for _ in 0..2 {
            for (at, word) in (0..).zip(&words) {
                assert_eq!(vocabulary.number(word), WordIx(at));
            }
        }
        assert!(vocabulary.words().eq(words.iter().map(String::as_str)));
    }

    #[test]
    fn words_have_the_same_numbers_however_they_were_shared_out() {
        let (one, _) = Vocabulary::united(&[vocabulary(&["ب", "ا", "ج", "اب"])]);
        let (two, numbers) =
            Vocabulary::united(&[vocabulary(&["ج", "ب"]), vocabulary(&["اب", "ب", "ا"])]);
        assert!(one.words().eq(["ا", "اب", "ب", "ج"]));
        assert!(one.words().eq(two.words()));
        assert_eq!(
            numbers,
            [
                vec![WordIx(3), WordIx(2)],
                vec![WordIx(1), WordIx(2), WordIx(0)]
            ]
        );
    }
}
