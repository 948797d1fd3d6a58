//! Finding entries in tokens: one table for all forms of all entries, one pass over a text.

use super::Text;
use crate::language::{Citation, Language, Rule};
use std::ops::Range;

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
    /// How the (first word's) form was made.
    pub rule: Rule,
}

/// Collects entries for a [`Matcher`].
#[derive(Default)]
pub struct MatcherBuilder {}

impl MatcherBuilder {
    /// Adds an entry; its number is the count of those added before.
    pub fn add(&mut self, _language: &'static dyn Language, _entry: &Citation) -> PatternIx {
        PatternIx(0)
    }

    /// Makes the table.
    pub fn build(self) -> Matcher {
        Matcher {}
    }
}

/// The table of all forms.
#[derive(Default)]
pub struct Matcher {}

impl Matcher {
    /// Every entry found in a text, sorted by first token, then longest first, then by entry;
    /// overlaps are kept: what to make of them is the lexicon's business.
    pub fn scan(&self, _text: &Text, _found: &mut Vec<Match>) {}
}
