//! Finding entries in tokens: one table for all forms of all entries, one pass over a text.
//!
//! Entries become *elements* (one word of an entry, with all its bodies) and the elements a trie;
//! a single word is a path of length one. `lookup` finds out what the tokens are, from `memo` or
//! else from `table`; `scan` follows the paths.

mod answers;
mod build;
mod entries;
mod growing;
mod heads;
mod key;
mod lookup;
mod memo;
mod scan;
mod table;

use super::Text;
use crate::language::{ByWord, Features, Rules};
use std::ops::Range;

pub(crate) use build::{Expanded, MatcherBuilder};

/// An entry's number, in the order of adding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PatternIx(pub u32);

/// An entry found at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    /// Which entry.
    pub pattern: PatternIx,
    /// The tokens it covers.
    pub tokens: Range<u32>,
    /// How the form was made.
    pub rules: Rules,
    /// The features of its words.
    pub features: ByWord<Features>,
}

/// The table of all forms.
#[derive(Default)]
pub(crate) struct Matcher {
    /// One for each language whose entries were added.
    languages: Vec<entries::Entries>,
}

impl Matcher {
    /// Every entry found in a text, sorted by first token, then longest first, then by entry;
    /// overlaps are kept: what to make of them is the lexicon's business.
    ///
    /// Appended to `found`. Only entries of the text's own language are looked for.
    pub(crate) fn scan(&self, text: &Text, found: &mut Vec<Match>) {
        self.scan_part(text, 0..text.tokens.list.len() as u32, found);
    }

    /// The same among some tokens only.
    pub(crate) fn scan_part(&self, text: &Text, tokens: Range<u32>, found: &mut Vec<Match>) {
        let code = text.language.code();
        if let Some(entries) = self.languages.iter().find(|e| e.language.code() == code) {
            entries.scan(text, tokens, found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Part;
    use crate::language::{Arabic, Citation, Language, Pos, Tokens};

    fn matcher(terms: &[&str]) -> Matcher {
        let mut builder = MatcherBuilder::default();
        for term in terms {
            let pos = term.contains(' ').then_some(Pos::Phrase);
            let entry = Citation {
                term: (*term).into(),
                pos,
                ..Citation::default()
            };
            builder.add(&Arabic, &entry);
        }
        builder.build()
    }

    /// The numbers of the entries found, with their first tokens.
    fn found(matcher: &Matcher, given: &str) -> Vec<(u32, u32)> {
        let mut tokens = Tokens::default();
        Arabic.cut(given, 0, &mut tokens);
        let text = Text {
            part: Part::Body,
            given,
            language: &Arabic,
            grammar: crate::language::of(None).grammar(),
            cuts: Vec::new(),
            tokens,
            sentences: Vec::new(),
        };
        let mut found = Vec::new();
        matcher.scan(&text, &mut found);
        let places = found.iter().map(|one| (one.pattern.0, one.tokens.start));
        places.collect()
    }

    #[test]
    fn a_phrase_is_found_wherever_in_a_long_text_it_stands() {
        let matcher = matcher(&["حاجز الجسر القديم"]);
        for before in 505..520 {
            let text = format!("{}حاجز الجسر القديم هنا", "كلام ".repeat(before));
            assert_eq!(found(&matcher, &text), [(0, before as u32)]);
            let torn = format!("{}حاجز الجسر هنا القديم", "كلام ".repeat(before));
            assert!(found(&matcher, &torn).is_empty(), "{before}");
        }
    }

    #[test]
    fn what_is_found_does_not_depend_on_what_was_looked_up_before() {
        let terms = [
            "مستشفى",
            "والمستشفيات المتنقلة",
            "اسم-مستعار",
            "جسر*",
            "إمام",
        ];
        let texts = [
            "بين المستشفيات المتنقلة والمستشفيات المتنقلة فجسورهم وجسر.",
            "المستشفيااات المتنقلة، وبالمستشفيات والمستشفياب المتنقلة",
            "أمام الإمام امام اسم-مستعار و اسم مستعار",
            "المستشفيات - المتنقلة",
            "والمسخشفيات المتنقلة",
        ];
        let warm = matcher(&terms);
        for text in texts.iter().chain(&texts).rev() {
            let cold = found(&matcher(&terms), text);
            assert_eq!(found(&warm, text), cold, "{text}");
        }
        assert!(!found(&warm, texts[0]).is_empty());
    }
}
