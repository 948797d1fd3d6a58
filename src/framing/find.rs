//! What a lexicon finds in a text, step by step: hits are scanned, voices read, terms chosen; each
//! term is born with its voice. `bind` then says whom it is about.

use super::scan::NameHit;
use super::{choose, scan};
use crate::language::{ByWord, Features, Rules};
use crate::lexicon::{Lexicon, TermIx};
use crate::text::Text;
use crate::text::matcher::Match;
use crate::voice::{self, Voice, Voices};
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
    pub rules: Rules,
    /// The features of its words.
    pub features: ByWord<Features>,
    /// Whose word it is.
    pub voice: Voice,
    /// The stretch that says so, in [`Found::voices`].
    pub stretch: Option<u32>,
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
///
/// Within a frame the longest match wins, then the leftmost, then the term written so;
/// frames count independently. A loaded term inside a longer name of somebody it could be about is
/// part of the name (تحرير in *جبهة تحرير أزواد* frees nothing). `near_words` is how far `near` and
/// `not_near` look.
pub fn find(lexicon: &Lexicon, text: &Text, near_words: u32) -> Found {
    let Some(table) = lexicon.tables.get(text.language.code()) else {
        let voices = voice::read(text, &[], &[]);
        return Found {
            voices,
            ..Found::default()
        };
    };
    let hits = scan::hits(lexicon, table, text);
    let voices = voice::read(text, &hits.cues, &hits.name_places());
    let terms = choose::terms(lexicon, table, text, &hits, near_words);
    let mentions = terms
        .into_iter()
        .map(|(term, found)| mention(text, &voices, term, found));
    let mentions = mentions.collect();
    Found {
        voices,
        mentions,
        names: hits.names,
    }
}

fn mention(text: &Text, voices: &Voices, term: TermIx, found: Match) -> Mention {
    let bytes = text.bytes(&found.tokens);
    let (voice, stretch) = voices.at(bytes.start);
    let stretch = stretch.map(|ix| ix as u32);
    Mention {
        term,
        tokens: found.tokens,
        bytes,
        rules: found.rules,
        features: found.features,
        voice,
        stretch,
    }
}
