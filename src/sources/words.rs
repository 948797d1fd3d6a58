//! Counting words, or any strings, of one source: how often, and in how many articles.

use hashbrown::HashTable;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// The counts of words (or of adjacent pairs, written with a space) of one source, filled article
/// by article. Words are kept in one text, so that a million of them cost little more than their
/// letters.
///
/// ```
/// let mut counts = mizan::sources::WordCounts::default();
/// counts.start_article();
/// counts.add("قوات");
/// counts.add("قوات");
/// counts.start_article();
/// counts.add("قوات");
/// assert_eq!(counts.get("قوات"), Some((3, 2)));
/// ```
#[derive(Clone, Debug, Default)]
pub struct WordCounts {
    text: String,
    entries: Vec<Entry>,
    places: HashTable<u32>,
    total: u64,
    article: u32,
    /// Room to write a pair in.
    pair: String,
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

/// One word's counts in one source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordCount<'a> {
    /// The word.
    pub word: &'a str,
    /// How often it stands in the source.
    pub count: u64,
    /// In how many of its articles.
    pub articles: u64,
    /// A number that equal words share, for tables of words.
    pub(super) hash: u64,
}

impl WordCounts {
    /// Says that the words added from now on are of another article.
    pub fn start_article(&mut self) {
        self.article += 1;
    }

    /// Counts one word of the article last started.
    pub fn add(&mut self, word: &str) {
        let at = self.place(word, hash(word));
        let entry = &mut self.entries[at];
        entry.count += 1;
        if entry.last_article != self.article || entry.articles == 0 {
            entry.last_article = self.article;
            entry.articles += 1;
        }
        self.total += 1;
    }

    /// Counts two adjacent words of the article last started, written with a space.
    pub fn add_pair(&mut self, first: &str, second: &str) {
        let mut pair = std::mem::take(&mut self.pair);
        pair.clear();
        pair.extend([first, " ", second]);
        self.add(&pair);
        self.pair = pair;
    }

    /// Adds the counts of other articles of the same source.
    pub fn merge(&mut self, other: &WordCounts) {
        for word in other.iter() {
            let at = self.place(word.word, word.hash);
            let entry = &mut self.entries[at];
            entry.count += word.count;
            entry.articles += word.articles as u32;
        }
        self.total += other.total;
    }

    /// A word's count and the number of articles that have it; `None` if it never came.
    pub fn get(&self, word: &str) -> Option<(u64, u64)> {
        let same = |&at: &u32| self.word(at as usize) == word;
        let entry = &self.entries[*self.places.find(hash(word), same)? as usize];
        Some((entry.count, u64::from(entry.articles)))
    }

    /// All words, in the order in which they first came.
    pub fn iter(&self) -> impl Iterator<Item = WordCount<'_>> {
        self.entries
            .iter()
            .enumerate()
            .map(|(at, entry)| WordCount {
                word: self.word(at),
                count: entry.count,
                articles: u64::from(entry.articles),
                hash: entry.hash,
            })
    }

    /// How many words were added, all together.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// How many different words there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether no word was added.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn word(&self, at: usize) -> &str {
        let entry = &self.entries[at];
        &self.text[entry.start..entry.start + entry.length as usize]
    }

    /// Where a word's entry is; it is made if there is none.
    fn place(&mut self, word: &str, hash: u64) -> usize {
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
            return at as usize;
        }
        let at = entries.len();
        places.insert_unique(hash, at as u32, |&at| entries[at as usize].hash);
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
        assert_eq!((counts.total(), counts.len()), (6, 3));
    }

    #[test]
    fn merged_parts_are_the_whole() {
        let mut parts = counted(&["a b a", "b c"]);
        parts.merge(&counted(&["a d"]));
        let whole = counted(&["a b a", "b c", "a d"]);
        for word in whole.iter() {
            assert_eq!(parts.get(word.word), Some((word.count, word.articles)));
        }
        assert_eq!(parts.total(), whole.total());
        parts.start_article();
        parts.add("d");
        assert_eq!(parts.get("d"), Some((2, 2)));
    }

    #[test]
    fn a_thousand_words_are_kept_apart() {
        let words: Vec<String> = (0..1000).map(|n| format!("و{n}")).collect();
        let counts = counted(&[&words.join(" ")]);
        assert!(words.iter().all(|word| counts.get(word) == Some((1, 1))));
    }
}
