//! Counting the words of one source, and the pairs of adjacent words: how often, and in how many
//! articles.

use hashbrown::HashTable;
use rustc_hash::FxHasher;
use std::fmt;
use std::hash::Hasher;

/// The counts of words, and of pairs of adjacent words, of one source, filled article by article.
/// Words are kept in one text, so that a million of them cost little more than their letters, and
/// pairs as two numbers.
///
/// ```
/// let mut counts = mizan::sources::WordCounts::default();
/// counts.start_article();
/// for word in ["قوات", "الأمن", "قوات", "الأمن"] {
///     counts.add(word);
/// }
/// counts.start_article();
/// counts.add("قوات");
/// assert_eq!(counts.get("قوات"), Some((3, 2)));
/// assert_eq!(counts.get_pair("قوات", "الأمن"), Some((2, 1)));
/// ```
#[derive(Clone, Debug, Default)]
pub struct WordCounts {
    text: String,
    entries: Vec<Entry>,
    places: HashTable<u32>,
    pairs: HashTable<Pair>,
    totals: [u64; 2],
    article: u32,
    /// The word that the next one stands next to.
    before: Option<u32>,
}

#[derive(Clone, Debug)]
struct Entry {
    hash: u64,
    start: usize,
    length: u32,
    articles: u32,
    last_article: u32,
    count: u64,
}

/// Two words, by their places, with their counts.
#[derive(Clone, Debug)]
struct Pair {
    words: (u32, u32),
    count: u32,
    articles: u32,
    last_article: u32,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Units {
    /// Words.
    Words,
    /// Pairs of adjacent words.
    Pairs,
}

/// A word, or two that stand next to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unit<'a> {
    /// The word, or the first of the pair.
    pub first: &'a str,
    /// The second word of a pair.
    pub second: Option<&'a str>,
}

impl fmt::Display for Unit<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.first)?;
        match self.second {
            Some(second) => write!(f, " {second}"),
            None => Ok(()),
        }
    }
}

/// The counts of one unit in one source, and where its words are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted {
    /// A number that equal units of all sources share.
    pub hash: u64,
    /// How often it stands in the source.
    pub count: u64,
    /// In how many of its articles.
    pub articles: u32,
    words: (u32, Option<u32>),
}

impl WordCounts {
    /// Says that the words added from now on are of another article.
    pub fn start_article(&mut self) {
        self.article += 1;
        self.before = None;
    }

    /// Says that something stands between the word added last and the next one.
    pub fn gap(&mut self) {
        self.before = None;
    }

    /// Counts one word of the article last started, and the pair that it makes with the word
    /// before it.
    pub fn add(&mut self, word: &str) {
        let at = self.place(word, hash(word));
        let entry = &mut self.entries[at as usize];
        entry.count += 1;
        if entry.last_article != self.article || entry.articles == 0 {
            entry.last_article = self.article;
            entry.articles += 1;
        }
        self.totals[0] += 1;
        if let Some(before) = self.before.replace(at) {
            self.add_pair((before, at));
        }
    }

    /// A word's count and the number of articles that have it; `None` if it never came.
    pub fn get(&self, word: &str) -> Option<(u64, u64)> {
        let entry = &self.entries[self.find(word)? as usize];
        Some((entry.count, u64::from(entry.articles)))
    }

    /// The same of a pair.
    pub fn get_pair(&self, first: &str, second: &str) -> Option<(u64, u64)> {
        let words = (self.find(first)?, self.find(second)?);
        let pair = self.pairs.find(mixed(words), |pair| pair.words == words)?;
        Some((u64::from(pair.count), u64::from(pair.articles)))
    }

    /// How many units were added, all together.
    pub fn total(&self, units: Units) -> u64 {
        self.totals[units as usize]
    }

    /// How many different words there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether no word was added.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All units with their counts, in an order that the same articles always give.
    pub(super) fn counted(&self, units: Units) -> Box<dyn Iterator<Item = Counted> + '_> {
        let words = (0..).zip(&self.entries).map(|(at, entry)| Counted {
            hash: entry.hash,
            count: entry.count,
            articles: entry.articles,
            words: (at, None),
        });
        let hash = |at: u32| self.entries[at as usize].hash;
        let pairs = self.pairs.iter().map(move |pair| Counted {
            hash: hash(pair.words.0).rotate_left(23).wrapping_mul(MIXER) ^ hash(pair.words.1),
            count: u64::from(pair.count),
            articles: pair.articles,
            words: (pair.words.0, Some(pair.words.1)),
        });
        match units {
            Units::Words => Box::new(words),
            Units::Pairs => Box::new(pairs),
        }
    }

    /// The words of a unit that was counted here.
    pub(super) fn unit(&self, counted: &Counted) -> Unit<'_> {
        Unit {
            first: self.word(counted.words.0),
            second: counted.words.1.map(|at| self.word(at)),
        }
    }

    fn word(&self, at: u32) -> &str {
        let entry = &self.entries[at as usize];
        &self.text[entry.start..entry.start + entry.length as usize]
    }

    fn find(&self, word: &str) -> Option<u32> {
        let same = |&at: &u32| self.word(at) == word;
        self.places.find(hash(word), same).copied()
    }

    /// Where a word's entry is; it is made if there is none.
    fn place(&mut self, word: &str, hash: u64) -> u32 {
        let WordCounts {
            text,
            entries,
            places,
            ..
        } = self;
        let same = |&at: &u32| {
            let entry = &entries[at as usize];
            entry.hash == hash
                && text.as_bytes()[entry.start..].starts_with(word.as_bytes())
                && entry.length as usize == word.len()
        };
        if let Some(&at) = places.find(hash, same) {
            return at;
        }
        let at = entries.len() as u32;
        places.insert_unique(hash, at, |&at| entries[at as usize].hash);
        entries.push(Entry {
            hash,
            start: text.len(),
            length: word.len() as u32,
            articles: 0,
            last_article: 0,
            count: 0,
        });
        text.push_str(word);
        at
    }

    fn add_pair(&mut self, words: (u32, u32)) {
        self.totals[1] += 1;
        let entry = self.pairs.entry(
            mixed(words),
            |pair| pair.words == words,
            |pair| mixed(pair.words),
        );
        let new = || Pair {
            words,
            count: 0,
            articles: 0,
            last_article: 0,
        };
        let mut entry = entry.or_insert_with(new);
        let pair = entry.get_mut();
        pair.count += 1;
        if pair.last_article != self.article || pair.articles == 0 {
            pair.last_article = self.article;
            pair.articles += 1;
        }
    }
}

/// An odd number with its bits evenly mixed: 2⁶⁴ over the golden ratio (Knuth, TAOCP 3, 6.4).
const MIXER: u64 = 0x9E37_79B9_7F4A_7C15;

/// The hash of a pair within its source.
fn mixed(words: (u32, u32)) -> u64 {
    let both = u64::from(words.0) << 32 | u64::from(words.1);
    let product = both.wrapping_mul(MIXER);
    product ^ product >> 29
}

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(articles: &[&str]) -> WordCounts {
        let mut counts = WordCounts::default();
        for article in articles {
            counts.start_article();
            article.split(' ').for_each(|word| counts.add(word));
        }
        counts
    }

    #[test]
    fn a_word_counts_each_time_and_its_article_once() {
        let counts = counted(&["a b a", "b c", "a"]);
        for (word, expected) in [("a", Some((3, 2))), ("c", Some((1, 1))), ("ab", None)] {
            assert_eq!(counts.get(word), expected, "{word}");
        }
        assert_eq!((counts.total(Units::Words), counts.len()), (6, 3));
    }

    #[test]
    fn a_pair_stands_in_one_article_with_nothing_between() {
        let mut counts = counted(&["a b a b", "b c", "a b"]);
        counts.gap();
        counts.add("c");
        for (pair, expected) in [
            (("a", "b"), Some((3, 2))),
            (("b", "a"), Some((1, 1))),
            (("b", "c"), Some((1, 1))),
            (("c", "a"), None),
            (("a", "x"), None),
        ] {
            assert_eq!(counts.get_pair(pair.0, pair.1), expected, "{pair:?}");
        }
        assert_eq!(counts.total(Units::Pairs), 5);
    }

    #[test]
    fn a_thousand_words_are_kept_apart() {
        let words: Vec<String> = (0..1000).map(|n| format!("و{n}")).collect();
        let counts = counted(&[&words.join(" ")]);
        assert!(words.iter().all(|word| counts.get(word) == Some((1, 1))));
    }
}
