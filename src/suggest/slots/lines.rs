//! A corpus as numbers: which word stands where, so that slots can be compared in memory.

use crate::corpus::Part;
use crate::lexicon::{FrameIx, TermIx};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::ops::Range;

/// What stands at a place of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stands {
    /// A word that a proposal may hold.
    Word,
    /// Whatever no proposal holds: a name, a number, a word of grammar, a sign.
    Other,
    /// The end of a sentence.
    End,
}

/// One place of a line: a word, a whole name, a number, a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LineItem {
    /// What its neighbours see, in [`Line::letters`]: a word without clitics, the kind of a named
    /// actor, one sign for any number.
    pub letters: Range<u32>,
    /// What it is.
    pub stands: Stands,
    /// How many items from here on are found by one entry of the lists, as far as it reaches; 0
    /// where none finds it.
    pub found: u8,
    /// Its bytes in the text as given.
    pub bytes: Range<u32>,
}

/// One part of an article, word by word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// The letters of all items.
    pub letters: String,
    /// The items, each sentence with an end behind it.
    pub items: Vec<LineItem>,
    /// The places of terms found, by item.
    pub mentions: Vec<(Range<u32>, TermIx)>,
    /// The names found, folded and without clitics.
    pub names: Vec<String>,
    /// Of each sentence, by its end's place: the frames that it speaks of, sorted, each once.
    pub frames: Vec<Vec<FrameIx>>,
}

impl Line {
    /// Adds an item.
    pub(crate) fn push(&mut self, letters: &str, stands: Stands, bytes: Range<u32>) {
        let start = self.letters.len() as u32;
        self.letters.push_str(letters);
        self.items.push(LineItem {
            letters: start..self.letters.len() as u32,
            stands,
            found: 0,
            bytes,
        });
    }

    /// Marks some items as found by one entry.
    pub(crate) fn mark(&mut self, items: Range<u32>) {
        for at in items.clone() {
            let left = (items.end - at).min(u32::from(u8::MAX)) as u8;
            let item = &mut self.items[at as usize];
            item.found = item.found.max(left);
        }
    }

    /// What an item's neighbours see.
    pub(crate) fn letters_of(&self, item: &LineItem) -> &str {
        &self.letters[item.letters.start as usize..item.letters.end as usize]
    }
}

/// All lines of a corpus.
#[derive(Default)]
pub(crate) struct Lines {
    /// The words, by number.
    pub(super) words: Vec<Box<str>>,
    numbers: FxHashMap<Box<str>, u32>,
    /// How often each word stands, or its forms if it stands for them.
    pub(super) counts: Vec<u32>,
    /// How often each name is found.
    names: FxHashMap<Box<str>, u32>,
    /// How often each word stands as it is met.
    met_counts: Vec<u32>,
    /// The word at each place, or the one it is a form of.
    pub(super) at: Vec<u32>,
    /// The word at each place as it is met.
    pub(super) met: Vec<u32>,
    /// What it is there.
    pub(super) stands: Vec<Stands>,
    /// [`LineItem::found`].
    pub(super) found: Vec<u8>,
    /// Where terms were found.
    pub(super) mentions: Vec<(Range<u32>, TermIx)>,
    /// One past each sentence, and the frames it speaks of.
    pub(super) sentences: Vec<(u32, Vec<FrameIx>)>,
    /// [`LineItem::bytes`].
    bytes: Vec<Range<u32>>,
    /// One past the title of each article, and one past the article.
    pub(super) articles: Vec<(u32, u32)>,
}

impl Lines {
    /// Adds the lines of the next article: its title and its body.
    pub(crate) fn add(&mut self, parts: &[Line; 2]) {
        let mut ends = [0; 2];
        for (line, end) in parts.iter().zip(&mut ends) {
            let offset = self.at.len() as u32;
            let mut frames = line.frames.iter();
            for item in &line.items {
                let word = self.number(line.letters_of(item));
                self.counts[word as usize] += 1;
                self.met_counts[word as usize] += 1;
                self.at.push(word);
                self.met.push(word);
                self.stands.push(item.stands);
                self.found.push(item.found);
                self.bytes.push(item.bytes.clone());
                if item.stands == Stands::End {
                    let frames = frames.next().cloned().unwrap_or_default();
                    self.sentences.push((self.at.len() as u32, frames));
                }
            }
            for name in &line.names {
                *self.names.entry(name.as_str().into()).or_insert(0) += 1;
            }
            let moved = |range: &Range<u32>| range.start + offset..range.end + offset;
            let mentions = line.mentions.iter();
            self.mentions
                .extend(mentions.map(|(range, term)| (moved(range), *term)));
            *end = self.at.len() as u32;
        }
        self.articles.push(ends.into());
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = self.words.len() as u32;
        self.words.push(word.into());
        self.counts.push(0);
        self.met_counts.push(0);
        self.numbers.insert(word.into(), number);
        number
    }

    /// The words with how often they stand, by number.
    pub(crate) fn vocabulary(&self) -> impl Iterator<Item = (&str, u64)> {
        let words = self.words.iter().zip(&self.counts);
        words.map(|(word, count)| (&**word, u64::from(*count)))
    }

    /// How often each word stands where no entry finds it, by number.
    pub(crate) fn strays(&self) -> Vec<u32> {
        let mut strays = vec![0; self.words.len()];
        for (at, word) in self.met.iter().enumerate() {
            let is_free = self.found[at] == 0 && self.stands[at] == Stands::Word;
            strays[*word as usize] += u32::from(is_free);
        }
        strays
    }

    /// How often a word stands, as it is met, or a name is found; 0 for what the corpus does not
    /// have.
    pub(crate) fn count_met(&self, words: &str) -> u32 {
        let number = self.numbers.get(words);
        let count = number.map_or(0, |number| self.met_counts[*number as usize]);
        count + self.names.get(words).copied().unwrap_or(0)
    }

    /// Runs of two words and more, at most `longest`, as they are met, of which all but one are
    /// marked, and where they stand; sorted. No name and no sign stands inside.
    pub(crate) fn almost_marked(
        &self,
        is_marked: &[bool],
        longest: usize,
    ) -> Vec<(Vec<u32>, Vec<u32>)> {
        let mut found: FxHashMap<Vec<u32>, Vec<u32>> = FxHashMap::default();
        let mut run = Vec::new();
        for start in 0..self.met.len() {
            run.clear();
            let mut others = 0;
            for at in (start..self.met.len()).take(longest) {
                let word = self.met[at];
                others += u32::from(!is_marked[word as usize]);
                if others > 1 || !self.is_word(at) {
                    break;
                }
                run.push(word);
                if run.len() > 1 && others == 1 {
                    match found.get_mut(&run) {
                        Some(places) => places.push(start as u32),
                        None => drop(found.insert(run.clone(), vec![start as u32])),
                    }
                }
            }
        }
        let mut found: Vec<(Vec<u32>, Vec<u32>)> = found.into_iter().collect();
        found.sort_unstable();
        found
    }

    /// Whether a word stands at a place, of grammar too.
    fn is_word(&self, at: usize) -> bool {
        match self.stands[at] {
            Stands::Word => true,
            Stands::Other => !self.word(self.met[at]).starts_with('⟨'),
            Stands::End => false,
        }
    }

    /// The letters of the word at a place as it is met, and whether they are a stem.
    pub(crate) fn met_at(&self, place: u32) -> (&str, bool) {
        let at = place as usize;
        (self.word(self.met[at]), self.stands[at] == Stands::Word)
    }

    /// The letters of a word, by number.
    pub(crate) fn word(&self, number: u32) -> &str {
        &self.words[number as usize]
    }

    /// Where a word stands as it is met and no entry finds it.
    pub(crate) fn places_met(&self, number: u32) -> Vec<u32> {
        let places = (0..).zip(&self.met).filter(|(_, word)| **word == number);
        let free = places.filter(|(at, _): &(u32, _)| self.found[*at as usize] == 0);
        free.map(|(at, _)| at).collect()
    }

    /// Takes words for one: `head` gives each word's number the one that stands for it.
    pub(crate) fn unite(&mut self, head: &[u32]) {
        let mut counts = vec![0; self.counts.len()];
        for (word, count) in self.counts.iter().enumerate() {
            counts[head[word] as usize] += count;
        }
        self.counts = counts;
        for word in &mut self.at {
            *word = head[*word as usize];
        }
    }

    /// The frames that the sentence of a place speaks of.
    pub(super) fn frames_at(&self, place: u32) -> &[FrameIx] {
        let sentence = self.sentence_at(place);
        self.sentences
            .get(sentence)
            .map_or(&[], |(_, frames)| frames)
    }

    fn sentence_at(&self, place: u32) -> usize {
        self.sentences.partition_point(|(end, _)| *end <= place)
    }

    /// The places of the sentence of a place, without its end.
    pub(crate) fn sentence_of(&self, place: u32) -> Range<u32> {
        let sentence = self.sentence_at(place);
        let before = sentence.checked_sub(1).map_or(0, |at| self.sentences[at].0);
        before..self.sentences[sentence].0 - 1
    }

    /// The article of a place, in the order of adding.
    pub(crate) fn article_at(&self, place: u32) -> u32 {
        self.articles.partition_point(|(_, end)| *end <= place) as u32
    }

    /// Of some places the ones that have the form to be proposed: that of the family's head where
    /// one in ten has it, else the most frequent.
    pub(crate) fn best_spelt(&self, places: &[u32], length: u32) -> Vec<u32> {
        let met = |at: u32| &self.met[at as usize..(at + length) as usize];
        let mut counts: BTreeMap<&[u32], usize> = BTreeMap::new();
        for at in places {
            *counts.entry(met(*at)).or_default() += 1;
        }
        let Some(first) = places.first() else {
            return Vec::new();
        };
        let head = &self.at[*first as usize..(first + length) as usize];
        let is_common = counts
            .get(head)
            .is_some_and(|count| 10 * count >= places.len());
        let most = || counts.iter().rev().max_by_key(|(_, count)| **count);
        let best = match is_common {
            true => head,
            false => most().map_or(head, |(met, _)| *met),
        };
        places
            .iter()
            .copied()
            .filter(|at| met(*at) == best)
            .collect()
    }

    /// The part of its article that a place stands in.
    pub(crate) fn part_at(&self, place: u32) -> Part {
        let (title_end, _) = self.articles[self.article_at(place) as usize];
        match place < title_end {
            true => Part::Title,
            false => Part::Body,
        }
    }

    /// The bytes of some places in the text as given.
    pub(crate) fn bytes_of(&self, places: &Range<u32>) -> Range<usize> {
        let (first, last) = (places.start as usize, places.end as usize - 1);
        self.bytes[first].start as usize..self.bytes[last].end as usize
    }

    /// The terms found within some places.
    pub(crate) fn mentions_in(&self, places: &Range<u32>) -> impl Iterator<Item = TermIx> + '_ {
        let first = self
            .mentions
            .partition_point(|(range, _)| range.start < places.start);
        let end = places.end;
        let mentions = self.mentions[first..].iter();
        mentions
            .take_while(move |(range, _)| range.start < end)
            .filter(move |(range, _)| range.end <= end)
            .map(|(_, term)| *term)
    }
}

#[cfg(test)]
impl Lines {
    /// A title whose words and full stops are parted by spaces.
    pub(crate) fn of_text(text: &str) -> Lines {
        let mut line = Line::default();
        for word in text.split(' ') {
            let stands = match word {
                "." => Stands::End,
                _ => Stands::Word,
            };
            line.push(word, stands, 0..0);
        }
        let mut lines = Lines::default();
        lines.add(&[line, Line::default()]);
        lines
    }
}
