//! Whether the lists do what they say: every row read, every sentence tried.

use super::files::ListFile;
use super::load::assemble;
use super::rows::{self, CueRow, Rows, TermRow};
use super::{Found, Lexicon, Meaning, Mention, TermIx, find};
use super::{shared, variants};
use crate::corpus::Part;
use crate::error::{Fault, Severity, isolated};
use crate::language;
use crate::text::matcher::Match;
use crate::text::{self, Text};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// How far `near` looks while sentences are tried: the default of a run.
const NEAR_WORDS: u32 = 5;

/// Every fault of every file: what loading finds, and each `hit` that does not hit and `miss` that
/// does. Sorted by file and row.
pub fn check(files: &[ListFile]) -> Vec<Fault> {
    load_checked(files).1
}

/// The lists as far as they can be read, and all their faults.
pub fn load_checked(files: &[ListFile]) -> (Lexicon, Vec<Fault>) {
    let mut faults = Vec::new();
    let rows = rows::read(files, &mut faults);
    let sentences = Sentences::of(&rows);
    faults.extend(variants::proposals(&rows));
    faults.extend(shared::shared_forms(&rows));
    let lexicon = assemble(rows, files);
    faults.extend(sentences.try_all(&lexicon));
    faults.sort_by(|a, b| (&a.file, a.row, &a.column).cmp(&(&b.file, b.row, &b.column)));
    (lexicon, faults)
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

/// A sentence, and what a cue in it must do to be found.
struct Sought<'a> {
    sentence: &'a str,
    of_cue: CueDuty,
}

/// What a cue must do: `miss` sentences of `voice.csv` hold the word where it is no cue, which only
/// the reader of voices can tell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CueDuty {
    /// Stand in the sentence.
    Stands,
    /// Be the cue of somebody's words.
    Opens,
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
        let terms = (0..).map(TermIx).zip(&lexicon.terms);
        let ids = terms.map(|(ix, term)| (term.id.as_str(), ix)).collect();
        let tried = self.0.par_iter().map(|trial| trial.faults(lexicon, &ids));
        tried.flatten_iter().collect()
    }
}

/// Terms by their ids.
type Ids<'a> = BTreeMap<&'a str, TermIx>;

impl Trial {
    fn faults(&self, lexicon: &Lexicon, ids: &Ids) -> Vec<Fault> {
        let mut faults = Vec::new();
        if !self.hit.is_empty() {
            let sought = Sought {
                sentence: &self.hit,
                of_cue: CueDuty::Stands,
            };
            if let Err(why) = self.sought(&sought, lexicon, ids) {
                faults.push(self.fault("hit", why, "write one that does, or change the term"));
            }
        }
        if !self.miss.is_empty() {
            let sought = Sought {
                sentence: &self.miss,
                of_cue: CueDuty::Opens,
            };
            if let Ok(form) = self.sought(&sought, lexicon, ids) {
                let what = format!(
                    "the sentence is matched by {}, at {form}",
                    isolated(&self.term)
                );
                let remedy = "put the form into `exclude`, or use `near` or `not_near`";
                faults.push(self.fault("miss", what, remedy));
            }
        }
        faults
    }

    /// The form found in a sentence, with its rule.
    ///
    /// Errors: why the entry is not found, in words.
    fn sought(&self, sought: &Sought, lexicon: &Lexicon, ids: &Ids) -> Result<String, String> {
        let language = language::of(Some(&self.language));
        let text = text::prepare(
            sought.sentence,
            Part::Body,
            None,
            "",
            language,
            &lexicon.no_furniture,
        );
        let found = find(lexicon, &text, NEAR_WORDS);
        let mut matches = Vec::new();
        if let Some(table) = lexicon.tables.get(language.code()) {
            table.matcher.scan(&text, &mut matches);
            matches.retain(|m| self.is_own(table.meanings[m.pattern.0 as usize], lexicon, ids));
        }
        let Some(first) = matches.first() else {
            return Err(format!(
                "the sentence does not contain {}",
                isolated(&self.term)
            ));
        };
        let form = isolated(text.slice(&text.bytes(&first.tokens)));
        match &self.what {
            Trying::Cue => {
                if sought.of_cue == CueDuty::Opens && !opens(&found, &text, &matches) {
                    return Err(format!("{form} opens nothing in the sentence"));
                }
            }
            Trying::Term(id) => {
                let is_own = |mention: &&Mention| ids.get(id.as_str()) == Some(&mention.term);
                if !found.mentions.iter().any(|mention| is_own(&mention)) {
                    return Err(self.lost(&form, first, &found, lexicon));
                }
            }
        }
        Ok(format!("{form} ({})", language.rule_names(&first.rules)))
    }

    fn is_own(&self, meaning: Meaning, lexicon: &Lexicon, ids: &Ids) -> bool {
        match (meaning, &self.what) {
            (Meaning::Term(term), Trying::Term(id)) => ids.get(id.as_str()) == Some(&term),
            (Meaning::Cue(cue), Trying::Cue) => {
                let entry = &lexicon.cues[cue.0 as usize];
                (&entry.file, entry.row) == (&self.file, self.row)
            }
            _ => false,
        }
    }

    /// Why a term whose form stands in the sentence is not found there.
    fn lost(&self, form: &str, own: &Match, found: &Found, lexicon: &Lexicon) -> String {
        let over = |mention: &&Mention| {
            let id = &lexicon.terms[mention.term.0 as usize].id;
            let touches =
                mention.tokens.start < own.tokens.end && own.tokens.start < mention.tokens.end;
            touches && !matches!(&self.what, Trying::Term(own_id) if own_id == id)
        };
        match found.mentions.iter().find(over) {
            Some(winner) => {
                let winner = &lexicon.terms[winner.term.0 as usize];
                let term = isolated(&winner.term);
                format!("at {form} the term {term} ({}) is found instead", winner.id)
            }
            None => format!("{form} stands there, but its neighbours or a name rule it out"),
        }
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

/// Whether any of the places is the cue of a stretch that is somebody's words.
fn opens(found: &Found, text: &Text, places: &[Match]) -> bool {
    places.iter().any(|place| {
        let written = text.slice(&text.bytes(&place.tokens));
        let stretches = found.voices.stretches.iter();
        let mut spoken = stretches.filter(|stretch| stretch.kind.voice().is_some());
        spoken.any(|stretch| {
            stretch
                .cue
                .as_deref()
                .is_some_and(|cue| cue.contains(written))
        })
    })
}
