//! Whether the lists do what they say: every row read, every sentence tried.

use super::files::ListFile;
use super::load::assemble;
use super::rows::{self, CueRow, Rows, TermRow};
use super::{Found, Lexicon, Meaning, TermIx, find};
use crate::corpus::Part;
use crate::error::{Fault, Severity, isolated};
use crate::language;
use crate::text::clean::Furniture;
use crate::text::{self, Text};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// How far `near` looks while sentences are tried: the default of a run.
const NEAR_WORDS: u32 = 5;

/// Every fault of every file: what loading finds, and each `hit` that does not hit and `miss` that
/// does. Sorted by file and row.
pub fn check(files: &[ListFile]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let rows = rows::read(files, &mut faults);
    let sentences = Sentences::of(&rows);
    let lexicon = assemble(rows, files);
    faults.extend(sentences.try_all(&lexicon));
    faults.sort_by(|a, b| (&a.file, a.row, &a.column).cmp(&(&b.file, b.row, &b.column)));
    faults
}

/// One sentence and what it is to show.
struct Trial {
    file: String,
    row: u64,
    language: String,
    term: String,
    what: Trying,
    hit: String,
    miss: String,
}

/// What a sentence tries.
enum Trying {
    /// A term, by its id.
    Term(String),
    /// A cue.
    Cue,
}

struct Sentences(Vec<Trial>);

impl Sentences {
    fn of(rows: &Rows) -> Self {
        let terms = rows.terms.iter().map(|row: &TermRow| Trial {
            file: row.file.clone(),
            row: row.row,
            language: row.language.clone(),
            term: row.citation.term.clone(),
            what: Trying::Term(row.id.clone()),
            hit: row.hit.clone(),
            miss: row.miss.clone(),
        });
        let cues = rows.cues.iter().map(|row: &CueRow| Trial {
            file: row.file.clone(),
            row: row.row,
            language: row.language.clone(),
            term: row.citation.term.clone(),
            what: Trying::Cue,
            hit: row.hit.clone(),
            miss: row.miss.clone(),
        });
        Sentences(terms.chain(cues).collect())
    }

    fn try_all(&self, lexicon: &Lexicon) -> Vec<Fault> {
        let ids: BTreeMap<&str, TermIx> = (0..)
            .map(TermIx)
            .zip(&lexicon.terms)
            .map(|(ix, term)| (term.id.as_str(), ix))
            .collect();
        let tried = self.0.par_iter().map(|trial| trial.faults(lexicon, &ids));
        tried.flatten_iter().collect()
    }
}

impl Trial {
    fn faults(&self, lexicon: &Lexicon, ids: &BTreeMap<&str, TermIx>) -> Vec<Fault> {
        let mut faults = Vec::new();
        if !self.hit.is_empty() && self.found_in(&self.hit, lexicon, ids).is_none() {
            let what = format!("the sentence does not contain {}", isolated(&self.term));
            faults.push(self.fault("hit", what, "write one that does, or change the term"));
        }
        if !self.miss.is_empty() {
            if let Some(form) = self.found_in(&self.miss, lexicon, ids) {
                let term = isolated(&self.term);
                let what = format!("the sentence is matched by {term}, at {form}");
                let remedy = "put the form into `exclude`, or use `near` or `not_near`";
                faults.push(self.fault("miss", what, remedy));
            }
        }
        faults
    }

    /// The form found in a sentence, with its rule; `None` where it is not found.
    fn found_in(
        &self,
        sentence: &str,
        lexicon: &Lexicon,
        ids: &BTreeMap<&str, TermIx>,
    ) -> Option<String> {
        let language = language::of(Some(&self.language));
        let none = Furniture::default();
        let text = text::prepare(sentence, Part::Body, None, "", language, &none);
        let (bytes, rule) = match &self.what {
            Trying::Term(id) => {
                let term = ids.get(id.as_str())?;
                let found: Found = find(lexicon, &text, NEAR_WORDS);
                let mention = found
                    .mentions
                    .iter()
                    .find(|mention| mention.term == *term)?;
                (mention.bytes.clone(), mention.rule)
            }
            Trying::Cue => self.cue_in(&text, lexicon)?,
        };
        Some(format!(
            "{} ({})",
            isolated(text.slice(&bytes)),
            language.rule_name(rule)
        ))
    }

    /// A cue of the trial's own row: the one whose term it is.
    fn cue_in(
        &self,
        text: &Text,
        lexicon: &Lexicon,
    ) -> Option<(std::ops::Range<u32>, language::Rule)> {
        let table = lexicon.tables.get(&self.language)?;
        let mut matches = Vec::new();
        table.matcher.scan(text, &mut matches);
        let own = |pattern: usize| match table.meanings[pattern] {
            Meaning::Cue(cue) => {
                let entry = &lexicon.cues[cue.0 as usize];
                (&entry.file, entry.row) == (&self.file, self.row)
            }
            _ => false,
        };
        let found = matches.iter().find(|found| own(found.pattern.0 as usize))?;
        Some((text.bytes(&found.tokens), found.rule))
    }

    fn fault(&self, column: &str, what: String, remedy: &str) -> Fault {
        Fault {
            file: self.file.clone(),
            row: Some(self.row),
            column: Some(column.to_owned()),
            what,
            remedy: remedy.to_owned(),
            severity: Severity::Error,
        }
    }
}
