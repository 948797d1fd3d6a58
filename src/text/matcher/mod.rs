//! Finding entries in tokens: one table for all forms of all entries, one pass over a text.
//!
//! Entries become *elements* (one word of an entry, with all its bodies) and the elements a trie;
//! a single word is a path of length one. `table` finds the elements at a token, `scan`
//! follows the paths.

mod answers;
mod build;
mod growing;
mod heads;
mod key;
mod memo;
mod scan;
mod table;

use super::Text;
use crate::language::Rules;
use std::ops::Range;

pub use build::{Expanded, MatcherBuilder};

/// An entry's number, in the order of adding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PatternIx(pub u32);

/// An entry found at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Which entry.
    pub pattern: PatternIx,
    /// The tokens it covers.
    pub tokens: Range<u32>,
    /// How the form was made.
    pub rules: Rules,
}

/// The table of all forms.
#[derive(Default)]
pub struct Matcher {
    /// One for each language whose entries were added.
    languages: Vec<scan::Entries>,
}

impl Matcher {
    /// Every entry found in a text, sorted by first token, then longest first, then by entry;
    /// overlaps are kept: what to make of them is the lexicon's business.
    ///
    /// Appended to `found`. Only entries of the text's own language are looked for.
    pub fn scan(&self, text: &Text, found: &mut Vec<Match>) {
        self.scan_part(text, 0..text.tokens.list.len() as u32, found);
    }

    /// The same among some tokens only.
    pub fn scan_part(&self, text: &Text, tokens: Range<u32>, found: &mut Vec<Match>) {
        let code = text.language.code();
        if let Some(entries) = self.languages.iter().find(|e| e.language.code() == code) {
            entries.scan(text, tokens, found);
        }
    }
}
