//! Terms that another term always stands in front of.

use super::sentences::NEAR_WORDS;
use crate::corpus::Part;
use crate::error::{Fault, isolated};
use crate::framing::{Mention, find};
use crate::language::{self, BodySequence, signs};
use crate::lexicon::rows::{ListRows, TermRow};
use crate::lexicon::{Lexicon, Meaning, TermIx};
use crate::text::{self, matcher::Match};
use crate::wording::{said, word};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What is written in each row of terms, each way to say it by itself: the term, and phrases among
/// its stems.
pub(crate) struct Bases(Vec<Base>);

struct Base {
    file: String,
    row: u64,
    language: String,
    /// Each way as its row has it and as a text that holds nothing else.
    ways: Vec<(String, String)>,
    term: String,
    stems: Vec<String>,
}

impl Bases {
    /// Takes them out of the rows.
    pub(crate) fn of(rows: &ListRows) -> Self {
        Bases(rows.terms.par_iter().map(Base::of).collect())
    }

    /// Warns of each way to say a term at which a term of another label is always found: a longer
    /// one, one with `*`, or one with the same letters. A hit of the shadowed words can never be
    /// counted.
    pub(crate) fn try_all(&self, lexicon: &Lexicon) -> Vec<Fault> {
        let terms = (0..).map(TermIx).zip(&lexicon.terms);
        let by_row: BTreeMap<(&str, u64), TermIx> = terms
            .map(|(ix, term)| ((term.file.as_str(), term.row), ix))
            .collect();
        let tried = self.0.par_iter().flat_map_iter(|base| {
            let own = by_row.get(&(base.file.as_str(), base.row));
            own.map_or(Vec::new(), |own| base.shadowed(lexicon, *own))
        });
        tried.collect()
    }
}

impl Base {
    fn of(row: &TermRow) -> Base {
        let language = language::of(Some(&row.language));
        let neighbour = row.near.first().map(|near| near.trim_end_matches('*'));
        let text = |way: &BodySequence| {
            let first = way.words.iter().filter_map(|bodies| bodies.first());
            let words: Vec<&str> = first.map(|body| body.exact.as_str()).collect();
            let base = words.join(" ");
            let text = match neighbour {
                // The comma keeps the two from being a phrase.
                Some(near) => [&base, signs::COMMA_AND_SPACE, near].concat(),
                None => base.clone(),
            };
            (base, text)
        };
        Base {
            file: row.file.clone(),
            row: row.row,
            language: row.language.clone(),
            ways: language.bodies(&row.citation).iter().map(text).collect(),
            term: row.citation.term.clone(),
            stems: row.citation.stems.clone(),
        }
    }

    fn shadowed(&self, lexicon: &Lexicon, own: TermIx) -> Vec<Fault> {
        let ways = self.ways.iter();
        let shadowed = ways.filter_map(|(base, text)| {
            let winner = self.winner(text, lexicon, own)?;
            Some(self.fault(base, winner, lexicon))
        });
        shadowed.collect()
    }

    /// The term of another label in the frame that is found in a text instead.
    fn winner(&self, text: &str, lexicon: &Lexicon, own: TermIx) -> Option<TermIx> {
        let language = language::of(Some(&self.language));
        let uncut = &lexicon.no_furniture;
        let text = text::prepare(
            text,
            Part::Title,
            None,
            "",
            lexicon.grammar(language),
            uncut,
        );
        let table = lexicon.tables.get(language.code())?;
        let mut made = Vec::new();
        table.matcher.scan(&text, &mut made);
        let is_own = |found: &Match| table.meanings[found.pattern.0 as usize] == Meaning::Term(own);
        // What an entry excludes it leaves to another on purpose.
        let place = &made.iter().find(|found| is_own(found))?.tokens;
        let found = find(lexicon, &text, NEAR_WORDS);
        let frame = lexicon.frame_of(own);
        let label = lexicon.terms[own.0 as usize].label;
        let over = |mention: &&Mention| {
            let touches = mention.tokens.start < place.end && place.start < mention.tokens.end;
            touches && lexicon.frame_of(mention.term) == frame
        };
        let first = found.mentions.iter().find(over)?.term;
        let is_other = lexicon.terms[first.0 as usize].label != label;
        is_other.then_some(first)
    }

    fn fault(&self, base: &str, winner: TermIx, lexicon: &Lexicon) -> Fault {
        let winner = &lexicon.terms[winner.0 as usize];
        let what = said(
            "check.never-found",
            &[&isolated(base), &isolated(&winner.term), &winner.id],
        );
        let remedy = word("check.part-shadow");
        let fault = Fault::new(&self.file, what, remedy)
            .in_row(self.row)
            .as_warning();
        let same = |written: &str| {
            let language = language::of(Some(&self.language));
            language.fold(written) == language.fold(base)
        };
        match self.stems.iter().find(|stem| same(stem)) {
            Some(stem) if !same(&self.term) => fault.in_column("stems").of_value(stem),
            _ => fault.in_column("term"),
        }
    }
}
