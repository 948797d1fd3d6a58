//! The words of a text in twelve bytes each: what later stages read instead of cutting it again.

use super::{Text, Vocabulary, WordIx};
use crate::language::Kind;
use std::ops::Range;

/// The words and numbers of a text without its furniture, and its sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Run {
    words: Box<[Packed]>,
    sentences: Box<[Bounds]>,
}

/// A word or number of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Running {
    /// Its folded letters, or the Western digits of a number.
    pub word: WordIx,
    /// Bytes of the text as given.
    pub bytes: Range<u32>,
    /// Whether it is a number.
    pub is_number: bool,
    /// Whether nothing but space stands between it and the word before: no mark, no end of a
    /// line, nothing that was cut.
    pub follows: bool,
}

/// A word in twelve bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Packed {
    word: WordIx,
    start: u32,
    /// Its bytes, and above them whether it is a number and whether it follows.
    length: u32,
}

const IS_NUMBER: u32 = 1 << 31;
const FOLLOWS: u32 = 1 << 30;

/// A sentence that has words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Bounds {
    start: u32,
    end: u32,
    /// One past its last word.
    words_end: u32,
}

impl Run {
    /// Takes down a text, its words numbered in a vocabulary.
    pub(crate) fn of(text: &Text, vocabulary: &mut Vocabulary) -> Run {
        let mut words = Vec::with_capacity(text.tokens.list.len());
        let mut sentences = Vec::with_capacity(text.sentences.len());
        for tokens in &text.sentences {
            let before = words.len();
            for at in tokens.clone() {
                if text.is_word(at) {
                    let follows = at > 0 && text.is_word(at - 1);
                    words.push(Packed::of(text, at as usize, follows, vocabulary));
                }
            }
            if words.len() > before {
                let bytes = text.bytes(tokens);
                sentences.push(Bounds {
                    start: bytes.start,
                    end: bytes.end,
                    words_end: words.len() as u32,
                });
            }
        }
        Run {
            words: words.into(),
            sentences: sentences.into(),
        }
    }

    /// The words, in reading order.
    pub(crate) fn words(&self) -> impl Iterator<Item = Running> {
        self.words.iter().map(Packed::running)
    }

    /// The sentences that have words, in order: the bytes of each in the text as given, with all
    /// its marks, and its words.
    pub(crate) fn sentences(
        &self,
    ) -> impl Iterator<Item = (Range<u32>, impl Iterator<Item = Running>)> {
        let starts = self.sentences.iter().map(|sentence| sentence.words_end);
        let starts = std::iter::once(0).chain(starts);
        starts.zip(&self.sentences).map(|(from, sentence)| {
            let words = &self.words[from as usize..sentence.words_end as usize];
            (
                sentence.start..sentence.end,
                words.iter().map(Packed::running),
            )
        })
    }

    /// Puts new numbers in the place of the old ones.
    pub(crate) fn renumber(&mut self, numbers: &[WordIx]) {
        for packed in &mut self.words {
            packed.word = numbers[packed.word.at()];
        }
    }
}

impl Packed {
    fn of(text: &Text, at: usize, follows: bool, vocabulary: &mut Vocabulary) -> Packed {
        let token = &text.tokens.list[at];
        let mut length = (token.end - token.start).min(FOLLOWS - 1);
        if token.kind == Kind::Number {
            length |= IS_NUMBER;
        }
        if follows {
            length |= FOLLOWS;
        }
        Packed {
            word: vocabulary.number(text.tokens.folded(at)),
            start: token.start,
            length,
        }
    }

    fn running(&self) -> Running {
        let length = self.length & (FOLLOWS - 1);
        Running {
            word: self.word,
            bytes: self.start..self.start + length,
            is_number: self.length & IS_NUMBER != 0,
            follows: self.length & FOLLOWS != 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Part;
    use crate::language::{Arabic, Language};
    use crate::text::{clean::Furniture, prepare};

    #[test]
    fn a_run_has_the_words_of_a_text_their_places_and_what_stands_between() {
        let given = "وصل ٤٠ وافدًا، أمس.. …\nوغادر الوفد";
        let text = prepare(
            given,
            Part::Body,
            None,
            "",
            Language::grammar(&Arabic),
            &Furniture::default(),
        );
        let mut vocabulary = Vocabulary::default();
        let run = Run::of(&text, &mut vocabulary);
        let shown = |word: Running| {
            let written = &given[word.bytes.start as usize..word.bytes.end as usize];
            let folded = vocabulary.word(word.word);
            (written, folded, word.is_number, word.follows)
        };
        let expected = [
            ("وصل", "وصل", false, false),
            ("٤٠", "40", true, true),
            ("وافدًا", "وافدا", false, true),
            ("أمس", "امس", false, false),
            ("وغادر", "وغادر", false, false),
            ("الوفد", "الوفد", false, true),
        ];
        assert!(run.words().map(shown).eq(expected));
        let sentences = run.sentences();
        let sentences: Vec<(&str, usize)> = sentences
            .map(|(bytes, words)| (text.slice(&bytes).trim_end(), words.count()))
            .collect();
        assert_eq!(
            sentences,
            [("وصل ٤٠ وافدًا، أمس.. …", 4), ("وغادر الوفد", 2)]
        );
    }

    #[test]
    fn a_word_takes_twelve_bytes() {
        assert_eq!(size_of::<Packed>(), 12);
    }
}
