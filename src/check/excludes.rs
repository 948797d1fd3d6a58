//! Excludes that exclude nothing.

use crate::corpus::Part;
use crate::error::{Fault, isolated};
use crate::language::{self, Body, Citation, Language};
use crate::lexicon::rows::{CueRow, FigureRow, HeadRow, ListRows, TermRow};
use crate::text::clean::Furniture;
use crate::text::{self, matcher::MatcherBuilder};
use crate::wording::{said, word};
use rayon::prelude::*;

/// So many forms of one entry are told by name.
const SHOWN: usize = 5;

/// Warns of each form in an `exclude` that its entry never makes, one warning an entry: it is misspelt, or left over
/// from another form of the entry.
pub(crate) fn dead(rows: &ListRows) -> Vec<Fault> {
    let of_terms = rows.terms.par_iter().map(|row: &TermRow| Excluding {
        place: (&row.file, row.row),
        language: &row.language,
        citation: &row.citation,
    });
    let of_cues = rows.cues.par_iter().map(|row: &CueRow| Excluding {
        place: (&row.file, row.row),
        language: &row.language,
        citation: &row.citation,
    });
    let of_figures = rows.figures.par_iter().map(|row: &FigureRow| Excluding {
        place: (&row.file, row.row),
        language: &row.language,
        citation: &row.citation,
    });
    let of_heads = rows.heads.par_iter().map(|row: &HeadRow| Excluding {
        place: (&row.file, row.row),
        language: &row.language,
        citation: &row.citation,
    });
    let entries = of_terms.chain(of_cues).chain(of_figures).chain(of_heads);
    let steered = entries.filter(|entry| !entry.citation.exclude.is_empty());
    steered.filter_map(|entry| entry.dead()).collect()
}

struct Excluding<'a> {
    place: (&'a str, u64),
    language: &'a str,
    citation: &'a Citation,
}

impl Excluding<'_> {
    fn dead(&self) -> Option<Fault> {
        let language = language::of(Some(self.language));
        let ways = language.bodies(self.citation);
        let bodies: Vec<&Body> = ways.iter().flat_map(|way| &way.words).flatten().collect();
        let forms = self.citation.exclude.iter();
        let dead = forms.filter(|form| {
            let is_made = bodies.iter().any(|body| makes(language, body, form));
            !is_made && !self.is_matched_by(language, form)
        });
        let dead: Vec<&str> = dead.map(String::as_str).collect();
        (!dead.is_empty()).then(|| self.fault(&dead))
    }

    /// Whether the entry, with nothing excluded, is found in a form of several words.
    fn is_matched_by(&self, language: &'static dyn Language, form: &str) -> bool {
        let mut builder = MatcherBuilder::default();
        let mut citation = self.citation.clone();
        citation.exclude.clear();
        builder.add(language, &citation);
        let furniture = Furniture::default();
        let folded = language.fold(form);
        let text = text::prepare(
            &folded,
            Part::Title,
            None,
            "",
            language.grammar(),
            &furniture,
        );
        let mut found = Vec::new();
        builder.build().scan(&text, &mut found);
        let whole = |tokens: &std::ops::Range<u32>| {
            let words = text.slice(&text.bytes(tokens));
            language.fold(words) == folded
        };
        found.iter().any(|found| whole(&found.tokens))
    }

    fn fault(&self, dead: &[&str]) -> Fault {
        let term = isolated(&self.citation.term);
        let what = match dead {
            [one] => said("check.no-form", &[&isolated(one), &term]),
            several => {
                let shown = several.iter().take(SHOWN).map(|form| isolated(form));
                let shown = shown.collect::<Vec<_>>().join(", ");
                let more = match several.len().saturating_sub(SHOWN) {
                    0 => String::new(),
                    more => said("hint.with-more", &[&more]),
                };
                said("check.no-forms", &[&shown, &more, &term])
            }
        };
        let (file, row) = self.place;
        Fault::new(file, what, word("check.correct-form"))
            .in_row(row)
            .in_column("exclude")
            .of_value(dead[0])
            .as_warning()
    }
}

/// Whether one of the words of an entry may be this form, with what stands glued before it. Hamzas
/// are not asked: where a text leaves them out, it is both words (اتباع: أتباع or إتباع).
fn makes(language: &dyn Language, body: &Body, form: &str) -> bool {
    let folded = language.fold(form);
    let mut heads = language.heads().iter().enumerate();
    heads.any(|(at, head)| {
        let Some(rest) = folded.strip_prefix(head) else {
            return false;
        };
        let is_same = match body.open {
            true => rest.starts_with(&body.folded),
            false => rest == body.folded,
        };
        body.heads >> at & 1 == 1 && is_same
    })
}
