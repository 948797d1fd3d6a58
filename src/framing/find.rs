//! What a lexicon finds in a text, step by step: hits are scanned, voices read, terms chosen; each
//! term is born with its voice. `bind` then says of each whom it is about.

use super::scan::{Hits, NameHit, PlaceHit};
use super::{Mention, choose, scan};
use crate::lexicon::{LanguageLists, Lexicon};
use crate::text::Text;
use crate::voice::{self, Voices};
use std::ops::Range;

/// What a lexicon finds in one part of an article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    /// Whose words where.
    pub voices: Voices,
    /// Terms, sorted by place, then frame; after `bind` those only that count.
    pub mentions: Vec<Mention>,
    /// Names, sorted by place, longest match only.
    pub names: Vec<NameHit>,
    /// Places of states, the same.
    pub places: Vec<PlaceHit>,
}

/// Finds everything a lexicon knows in a text.
///
/// Within a frame the longest match wins, then the leftmost, then the term written so;
/// frames count independently. A loaded term inside a longer name of somebody it could be about is
/// part of the name (تحرير in *جبهة تحرير أزواد* frees nothing). `near_words` is how far `near` and
/// `not_near` look.
pub(crate) fn find(lexicon: &Lexicon, text: &Text, near_words: u32) -> Found {
    let Some(table) = lexicon.tables.get(text.language.code()) else {
        let voices = voice::read(text, &[], &[]);
        return Found {
            voices,
            ..Found::default()
        };
    };
    let hits = scan::hits(lexicon, table, text);
    chosen(lexicon, table, text, hits, near_words)
}

/// Whether a text has anything that may be a term of the lists: most texts have nothing of what a
/// reader searches, and need not be read.
pub(crate) fn may_have_terms(lexicon: &Lexicon, text: &Text) -> bool {
    let table = lexicon.tables.get(text.language.code());
    table.is_some_and(|table| !scan::hits(lexicon, table, text).terms.is_empty())
}

/// The same as [`find`], and the tokens of each term and cue that stands there, whether it is read or not;
/// `None` where no list is in the language.
pub(crate) fn find_all(
    lexicon: &Lexicon,
    text: &Text,
    near_words: u32,
) -> Option<(Found, Vec<Range<u32>>)> {
    let table = lexicon.tables.get(text.language.code())?;
    let hits = scan::hits(lexicon, table, text);
    let terms = hits.terms.iter().map(|(_, found)| &found.tokens);
    let cues = hits.cues.iter().map(|cue| &cue.tokens);
    let all = terms.chain(cues).cloned().collect();
    Some((chosen(lexicon, table, text, hits, near_words), all))
}

fn chosen(
    lexicon: &Lexicon,
    table: &LanguageLists,
    text: &Text,
    hits: Hits,
    near_words: u32,
) -> Found {
    let voices = voice::read(text, &hits.cues, &hits.name_places());
    let terms = choose::terms(lexicon, table, text, &hits, near_words);
    // Sorted by place, so that one walk over the voices does for all.
    let mut cursor = voices.cursor();
    let mentions = terms.into_iter().map(|(term, found, head)| {
        let (voice, stretch) = cursor.at(text.bytes(&found.tokens).start);
        Mention::new(text, &voices, (voice, stretch), (term, head), found)
    });
    let mentions = mentions.collect();
    Found {
        voices,
        mentions,
        names: hits.names,
        places: hits.places,
    }
}
