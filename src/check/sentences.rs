//! The sentences of the rows: each `hit` must be matched by its entry, no `miss` may be.

use super::grammar;
use crate::corpus::Part;
use crate::error::{Fault, isolated};
use crate::figures;
use crate::framing::{Found, Mention, find};
use crate::language;
use crate::lexicon::rows::{CueRow, FigureRow, FurnitureRow, HeadRow, ListRows, TermRow};
use crate::lexicon::{Lexicon, Meaning, TermIx};
use crate::text::clean::{Furniture, FurnitureRule};
use crate::text::matcher::Match;
use crate::text::{self, Text, Why};
use crate::wording::{said, word};
use rayon::prelude::*;
use std::ops::Range;

/// How far `near` looks while sentences are tried: the default of a run.
pub(crate) const NEAR_WORDS: u32 = 5;

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

/// What a sentence tries: the entry of its row.
#[derive(Clone, Copy)]
enum Trying {
    /// A term.
    Term,
    /// A cue.
    Cue,
    /// A word of `figures.csv`.
    Figure,
    /// A noun of `heads.csv`, which needs only stand there.
    Head,
}

/// A sentence, and what a cue in it must do to be found.
struct Sought<'a> {
    sentence: &'a str,
    of_cue: CueDuty,
}

/// What was seen in a sentence, in words, and where.
struct Sighting {
    what: String,
    bytes: Option<Range<usize>>,
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

/// The sentences of a set of lists.
pub(crate) struct TriedSentences {
    trials: Vec<Trial>,
    lines: Vec<FurnitureLine>,
    grammar: Vec<Fault>,
}

impl TriedSentences {
    /// Takes them out of the rows.
    pub(crate) fn of(rows: &ListRows) -> Self {
        let terms = rows.terms.iter().map(|row: &TermRow| Trial {
            file: row.file.clone(),
            row: row.row,
            language: row.language.clone(),
            term: row.citation.term.clone(),
            what: Trying::Term,
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
        let figures = rows.figures.iter().map(|row: &FigureRow| Trial {
            file: row.file.clone(),
            row: row.row,
            language: row.language.clone(),
            term: row.citation.term.clone(),
            what: Trying::Figure,
            hit: row.hit.clone(),
            miss: row.miss.clone(),
        });
        let heads = rows.heads.iter().map(|row: &HeadRow| Trial {
            file: row.file.clone(),
            row: row.row,
            language: row.language.clone(),
            term: row.citation.term.clone(),
            what: Trying::Head,
            hit: row.hit.clone(),
            miss: row.miss.clone(),
        });
        TriedSentences {
            trials: terms.chain(cues).chain(figures).chain(heads).collect(),
            grammar: rows.grammar.iter().flat_map(grammar::faults).collect(),
            lines: rows
                .furniture
                .iter()
                .filter_map(FurnitureLine::of)
                .collect(),
        }
    }

    /// Each `hit` that does not hit and each `miss` that does.
    pub(crate) fn try_all(&self, lexicon: &Lexicon) -> Vec<Fault> {
        let tried = self.trials.par_iter();
        let tried = tried.map(|trial| trial.faults(lexicon));
        let mut faults: Vec<Fault> = tried.flatten_iter().collect();
        faults.extend(self.grammar.iter().cloned());
        faults.extend(self.lines.iter().filter_map(FurnitureLine::fault));
        faults
    }
}

impl Trial {
    fn faults(&self, lexicon: &Lexicon) -> Vec<Fault> {
        let mut faults = Vec::new();
        if !self.hit.is_empty() {
            let sought = Sought {
                sentence: &self.hit,
                of_cue: CueDuty::Stands,
            };
            if let Err(lost) = self.sought(&sought, lexicon) {
                let remedy = word("check.change-term");
                faults.push(self.fault("hit", lost, remedy));
            }
        }
        if !self.miss.is_empty() {
            let sought = Sought {
                sentence: &self.miss,
                of_cue: CueDuty::Opens,
            };
            if let Ok(mut form) = self.sought(&sought, lexicon) {
                form.what = said("check.matched", &[&isolated(&self.term), &form.what]);
                let remedy = word("check.exclude");
                faults.push(self.fault("miss", form, remedy));
            }
        }
        faults
    }

    /// The form found in a sentence, with its rule.
    ///
    /// Errors: why the entry is not found, in words.
    fn sought(&self, sought: &Sought, lexicon: &Lexicon) -> Result<Sighting, Sighting> {
        let language = language::of(Some(&self.language));
        let uncut = &lexicon.no_furniture;
        // In a text the first short line would be cut as a byline; in a cell it is only broken.
        let sentence = sought.sentence.replace(['\n', '\r'], " ");
        let text = text::prepare(
            &sentence,
            Part::Body,
            None,
            "",
            lexicon.grammar(language),
            uncut,
        );
        let found = find(lexicon, &text, NEAR_WORDS);
        let mut matches = Vec::new();
        if let Some(table) = lexicon.tables.get(language.code()) {
            if let Trying::Figure = self.what {
                table.figures.scan(&text, &mut matches);
                matches.retain(|m| table.figure_words[m.pattern.0 as usize].row == self.row);
            } else {
                table.matcher.scan(&text, &mut matches);
                matches.retain(|m| self.is_own(table.meanings[m.pattern.0 as usize], lexicon));
            }
        }
        let Some(first) = matches.first() else {
            let what = said("check.lacks", &[&isolated(&self.term)]);
            return Err(Sighting { what, bytes: None });
        };
        let bytes = text.bytes(&first.tokens);
        let form = isolated(text.slice(&bytes));
        let seen = |what: String| Sighting {
            what,
            bytes: Some(bytes.start as usize..bytes.end as usize),
        };
        match self.what {
            Trying::Cue => {
                if sought.of_cue == CueDuty::Opens && !opens(&found, &text, &matches) {
                    return Err(seen(said("check.opens-nothing", &[&form])));
                }
            }
            Trying::Figure => {
                if figures::read(&text, lexicon).is_empty() {
                    return Err(seen(said("check.no-number", &[&form])));
                }
            }
            Trying::Head => {}
            Trying::Term => {
                let mut mentions = found.mentions.iter();
                if !mentions.any(|mention| self.is_own_term(mention.term, lexicon)) {
                    return Err(seen(self.lost(&form, first, &found, lexicon)));
                }
            }
        }
        let rule = language.rule_names(&first.rules);
        Ok(seen(format!("{form} ({rule})")))
    }

    fn is_own(&self, meaning: Meaning, lexicon: &Lexicon) -> bool {
        match (meaning, self.what) {
            (Meaning::Term(term), Trying::Term) => self.is_own_term(term, lexicon),
            (Meaning::Cue(cue), Trying::Cue) => {
                let entry = &lexicon.cues[cue.0 as usize];
                (&entry.file, entry.row) == (&self.file, self.row)
            }
            (Meaning::Head(head), Trying::Head) => {
                let entry = &lexicon.heads[head as usize];
                (&entry.file, entry.row) == (&self.file, self.row)
            }
            _ => false,
        }
    }

    fn is_own_term(&self, term: TermIx, lexicon: &Lexicon) -> bool {
        let term = &lexicon.terms[term.0 as usize];
        (&term.file, term.row) == (&self.file, self.row)
    }

    /// Why a term whose form stands in the sentence is not found there.
    fn lost(&self, form: &str, own: &Match, found: &Found, lexicon: &Lexicon) -> String {
        let over = |mention: &&Mention| {
            let touches =
                mention.tokens.start < own.tokens.end && own.tokens.start < mention.tokens.end;
            touches && !self.is_own_term(mention.term, lexicon)
        };
        match found.mentions.iter().find(over) {
            Some(winner) => {
                let winner = &lexicon.terms[winner.term.0 as usize];
                let term = isolated(&winner.term);
                said("check.found-instead", &[&form, &term, &winner.id])
            }
            None => said("check.ruled-out", &[&form]),
        }
    }

    fn fault(&self, column: &str, seen: Sighting, remedy: &str) -> Fault {
        let fault = Fault::new(&self.file, seen.what, remedy)
            .in_row(self.row)
            .in_column(column);
        let sentence = if column == "hit" {
            &self.hit
        } else {
            &self.miss
        };
        match seen.bytes {
            Some(bytes) => fault.at(sentence, bytes),
            None => fault,
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

/// A line that a row of `furniture.csv` must know.
struct FurnitureLine {
    file: String,
    row: u64,
    language: String,
    rule: FurnitureRule,
    hit: String,
}

impl FurnitureLine {
    fn of(row: &FurnitureRow) -> Option<Self> {
        (!row.hit.is_empty()).then(|| FurnitureLine {
            file: row.file.clone(),
            row: row.row,
            language: row.language.clone(),
            rule: row.rule.clone(),
            hit: row.hit.clone(),
        })
    }

    fn fault(&self) -> Option<Fault> {
        let language = language::of(Some(&self.language));
        let furniture = Furniture::new(vec![self.rule.clone()], language);
        let outlet = self.rule.outlet.as_deref().unwrap_or_default();
        // Where a text begins, datelines and bylines are known without a row.
        let page = format!("x.\n{}", self.hit);
        let text = text::prepare(
            &page,
            Part::Body,
            None,
            outlet,
            language.grammar(),
            &furniture,
        );
        if text
            .cuts
            .iter()
            .any(|cut| matches!(&cut.why, Why::Rule(text) if *text == self.rule.text))
        {
            return None;
        }
        let what = said("check.line-unknown", &[&isolated(&self.rule.text)]);
        let remedy = word("check.line");
        let fault = Fault::new(&self.file, what, remedy).in_row(self.row);
        Some(fault.in_column("hit"))
    }
}
