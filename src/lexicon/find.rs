//! Entries in a text: terms with their voices, names, cues.

use super::{ActorIx, Lexicon, TermIx};
use crate::language::Rule;
use crate::text::Text;
use crate::text::voice::{Voice, Voices};
use std::ops::Range;

/// A term found in a text, born with its voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Which term.
    pub term: TermIx,
    /// Its tokens.
    pub tokens: Range<u32>,
    /// Its bytes in the text as given.
    pub bytes: Range<u32>,
    /// How its form was made.
    pub rule: Rule,
    /// Whose word it is.
    pub voice: Voice,
    /// The stretch that says so, in [`Found::voices`].
    pub stretch: Option<u32>,
}

/// A name of an actor found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameHit {
    /// Who.
    pub actor: ActorIx,
    /// Its tokens.
    pub tokens: Range<u32>,
}

/// What a lexicon finds in one part of an article.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Whose words where.
    pub voices: Voices,
    /// Terms, sorted by place, then frame.
    pub mentions: Vec<Mention>,
    /// Names, sorted by place, longest match only.
    pub names: Vec<NameHit>,
}

/// Finds everything a lexicon knows in a text.
pub fn find(_lexicon: &Lexicon, _text: &Text, _near_words: u32) -> Found {
    Found::default()
}
