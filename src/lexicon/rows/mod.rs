//! The rows of the lexicon files, read and checked one by one.

mod agencies;
mod cues;
mod frames;
mod names;
mod states;
mod terms;

pub use terms::{COLUMNS as TERM_COLUMNS, citation, needs_miss};

use super::Target;
use super::files::ListFile;
use crate::error::{Fault, Severity, isolated};
use crate::language::{self, Citation};
use crate::text::clean::FurnitureRule;
use crate::text::voice::{Governs, Role};
use std::collections::BTreeMap;

/// One row of `frames.csv`.
pub struct LabelRow {
    /// The frame's key.
    pub frame: String,
    /// The label's key.
    pub label: String,
    /// −2 … +2.
    pub stance: i8,
    /// Whom the frame is about.
    pub target: Target,
    /// The frame's question.
    pub question: String,
    /// Where the stance comes from.
    pub source: String,
}

/// One row of a file of terms.
pub struct TermRow {
    /// The file, as messages name it.
    pub file: String,
    /// The row, the header being row 1.
    pub row: u64,
    /// Code of the language folder.
    pub language: String,
    /// The researcher's name for it.
    pub id: String,
    /// The frame's key.
    pub frame: String,
    /// The label's key.
    pub label: String,
    /// The entry.
    pub citation: Citation,
    /// One of these must stand near.
    pub near: Vec<String>,
    /// None of these may.
    pub not_near: Vec<String>,
    /// A sentence that must match.
    pub hit: String,
    /// One that must not.
    pub miss: String,
}

/// One row of `actors.csv`.
pub struct NameRow {
    /// The file, as messages name it.
    pub file: String,
    /// The row, the header being row 1.
    pub row: u64,
    /// What to beware of.
    pub note: String,
    /// The actor's key.
    pub actor: String,
    /// The actor's kind.
    pub kind: String,
    /// The name, as written.
    pub name: String,
    /// Code of its language.
    pub language: String,
    /// The name as an entry.
    pub citation: Citation,
}

/// One row of `states.csv`.
#[derive(PartialEq, Eq)]
pub struct StateRow {
    /// The state's key in `actors.csv`.
    pub state: String,
    /// Code of the language of the adjectives.
    pub language: String,
    /// The adjectives that tell it (مالي), without article; plurals that no rule makes.
    pub adjectives: Vec<String>,
    /// Keys of those who act for it: army, police, government, leaders.
    pub actors: Vec<String>,
}

/// One row of `voice.csv`.
pub struct CueRow {
    /// The file, as messages name it.
    pub file: String,
    /// The row, the header being row 1.
    pub row: u64,
    /// Code of the language folder.
    pub language: String,
    /// What it does.
    pub role: Role,
    /// What it takes as that which is said.
    pub governs: Governs,
    /// The entry.
    pub citation: Citation,
    /// A sentence that must match.
    pub hit: String,
    /// One that must not.
    pub miss: String,
}

/// All rows of a set.
#[derive(Default)]
pub struct Rows {
    /// Of `frames.csv`.
    pub labels: Vec<LabelRow>,
    /// Of the files of terms.
    pub terms: Vec<TermRow>,
    /// Of `actors.csv`.
    pub names: Vec<NameRow>,
    /// Of `states.csv`.
    pub states: Vec<StateRow>,
    /// Of `agencies.csv`: key and name.
    pub agencies: Vec<(String, String)>,
    /// Of `voice.csv`.
    pub cues: Vec<CueRow>,
    /// Of `furniture.csv`, with the code of its language.
    pub furniture: Vec<(String, FurnitureRule)>,
}

/// Reads all files of a set; what is wrong with any row is added to `faults`, and the row left
/// out.
pub fn read(files: &[ListFile], faults: &mut Vec<Fault>) -> Rows {
    let mut rows = Rows::default();
    for file in files.iter().filter(|file| file.stem() == "frames") {
        frames::read(file, &mut rows, faults);
    }
    for file in files {
        match (file.language(), file.stem().rsplit('/').next()) {
            (None, Some("actors")) => names::read(file, &mut rows, faults),
            (None, Some("agencies")) => agencies::read(file, &mut rows, faults),
            (Some(language), Some("voice")) => cues::read(file, language, &mut rows, faults),
            (Some(language), Some("furniture")) => {
                cues::read_furniture(file, language, &mut rows, faults)
            }
            (Some(language), _) if file.lists_terms() => {
                terms::read(file, language, &mut rows, faults)
            }
            _ => {}
        }
    }
    for file in files.iter().filter(|file| file.stem() == "states") {
        states::read(file, &mut rows, faults);
    }
    twice(&rows, faults);
    rows
}

/// Ids that stand twice, and terms that stand twice in a frame (also where only folding makes
/// them the same).
fn twice(rows: &Rows, faults: &mut Vec<Fault>) {
    let mut ids: BTreeMap<&str, &TermRow> = BTreeMap::new();
    let mut terms: BTreeMap<(&str, String, String), &TermRow> = BTreeMap::new();
    for row in &rows.terms {
        if let Some(first) = ids.insert(&row.id, row) {
            let what = format!(
                "the id {} stands in row {} of {} too",
                row.id, first.row, first.file
            );
            faults.push(row_fault(row, "id", what, "give each row an id of its own"));
        }
        let folded = language::of(Some(&row.language)).fold(&row.citation.term);
        let steering = format!("{:?} {:?} {:?}", row.citation.pos, row.near, row.not_near);
        let key = (row.frame.as_str(), folded, steering);
        if let Some(first) = terms.insert(key, row) {
            let what = format!(
                "the term {} stands in row {} of {} too",
                isolated(&row.citation.term),
                first.row,
                first.file
            );
            let mut fault = row_fault(
                row,
                "term",
                what,
                "keep one of the two, or part them by `near`",
            );
            fault.severity = Severity::Warning;
            faults.push(fault);
        }
    }
}

/// A fault at a row of terms.
pub fn row_fault(row: &TermRow, column: &str, what: String, remedy: &str) -> Fault {
    Fault {
        file: row.file.clone(),
        row: Some(row.row),
        column: Some(column.to_owned()),
        what,
        remedy: remedy.to_owned(),
        severity: Severity::Error,
    }
}
