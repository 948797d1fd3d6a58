//! The rows of the lexicon files, read and checked one by one.

mod agencies;
mod conflicts;
mod cues;
mod figures;
mod frames;
mod grammar;
mod heads;
mod kinds;
mod named;
pub(crate) mod names;
mod refused;
mod states;
mod terms;
mod unsourced;

pub(crate) use grammar::GrammarRow;
pub(crate) use terms::{COLUMNS as TERM_COLUMNS, citation, needs_miss};

use super::figures::FigureWord;
use super::files::ListFile;
use super::{ActorKind, Called, HeadClass, Target};
use crate::error::{Fault, did_you_mean};
use crate::language::Citation;
use crate::text::clean::FurnitureRule;
use crate::voice::{Role, Valency};
use crate::wording::{said, word};

/// One row of `frames.csv`.
pub(crate) struct LabelRow {
    /// The file, as messages name it.
    pub file: String,
    /// The row, the header being row 1.
    pub row: u64,
    /// The frame's key.
    pub frame: String,
    /// The label's key.
    pub label: String,
    /// −2 … +2.
    pub stance: i8,
    /// Whom the frame is about.
    pub target: Target,
    /// The frame's question.
    pub question: Called,
    /// What readers call the frame.
    pub frame_called: Called,
    /// What readers call the label.
    pub called: Called,
}

/// One row of a file of terms.
pub(crate) struct TermRow {
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
    /// What it must describe to be read; empty where it counts alone.
    pub heads: Vec<HeadClass>,
    /// A sentence that must match.
    pub hit: String,
    /// One that must not.
    pub miss: String,
}

/// One row of `actors.csv`.
pub(crate) struct NameRow {
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
pub(crate) struct StateRow {
    /// The state's key in `actors.csv`.
    pub state: String,
    /// Code of the language of the adjectives.
    pub language: String,
    /// The adjectives that tell it (مالي), without article; plurals that no rule makes.
    pub adjectives: Vec<String>,
    /// Places in it, by names that are no common words.
    pub places: Vec<String>,
    /// Keys of those who act for it: army, police, government, leaders.
    pub actors: Vec<String>,
}

/// One row of `conflicts.csv`.
#[derive(PartialEq, Eq)]
pub(crate) struct ConflictRow {
    /// The conflict's key.
    pub conflict: String,
    /// The side in it.
    pub side: String,
    /// The actor's key in `actors.csv`.
    pub actor: String,
    /// The first day, month or year.
    pub from: Option<String>,
    /// The last one.
    pub to: Option<String>,
    /// What it is called there for short, with its article.
    pub called: Vec<String>,
}

/// One row of `voice.csv`.
pub(crate) struct CueRow {
    /// The file, as messages name it.
    pub file: String,
    /// The row, the header being row 1.
    pub row: u64,
    /// Code of the language folder.
    pub language: String,
    /// What it does.
    pub role: Role,
    /// What it needs around it.
    pub valency: Valency,
    /// The entry.
    pub citation: Citation,
    /// A sentence that must match.
    pub hit: String,
    /// One that must not.
    pub miss: String,
}

/// One row of `heads.csv`.
pub(crate) struct HeadRow {
    /// The file, as messages name it.
    pub file: String,
    /// The row, the header being row 1.
    pub row: u64,
    /// Code of the language folder.
    pub language: String,
    /// What it is.
    pub class: HeadClass,
    /// The entry.
    pub citation: Citation,
    /// A sentence that must match.
    pub hit: String,
    /// One that must not.
    pub miss: String,
}

/// One row of `figures.csv`.
pub(crate) struct FigureRow {
    /// The file, as messages name it.
    pub file: String,
    /// The row, the header being row 1.
    pub row: u64,
    /// Code of the language folder.
    pub language: String,
    /// What the word does.
    pub word: FigureWord,
    /// The entry.
    pub citation: Citation,
    /// A sentence in which it stands beside a number that is read.
    pub hit: String,
    /// One in which it does not.
    pub miss: String,
}

/// One row of `furniture.csv`.
pub(crate) struct FurnitureRow {
    /// The file, as messages name it.
    pub file: String,
    /// The row, the header being row 1.
    pub row: u64,
    /// Code of the language folder.
    pub language: String,
    /// What is cut.
    pub rule: FurnitureRule,
    /// A line that it must know.
    pub hit: String,
}

/// All rows of a set.
#[derive(Default)]
pub(crate) struct ListRows {
    /// Of `frames.csv`.
    pub labels: Vec<LabelRow>,
    /// Of the files of terms.
    pub terms: Vec<TermRow>,
    /// Every id of the files of terms with its file and row, of rows that were left out as well.
    pub ids: Vec<(String, String, u64)>,
    /// Of `kinds.csv`.
    pub kinds: Vec<ActorKind>,
    /// Of `actors.csv`.
    pub names: Vec<NameRow>,
    /// Of `states.csv`.
    pub states: Vec<StateRow>,
    /// Of `conflicts.csv`.
    pub conflicts: Vec<ConflictRow>,
    /// Of `agencies.csv`: key and name.
    pub agencies: Vec<(String, String)>,
    /// Of `grammar.csv`.
    pub grammar: Vec<GrammarRow>,
    /// Of `voice.csv`.
    pub cues: Vec<CueRow>,
    /// Of `heads.csv`.
    pub heads: Vec<HeadRow>,
    /// Of `figures.csv`.
    pub figures: Vec<FigureRow>,
    /// Of `furniture.csv`.
    pub furniture: Vec<FurnitureRow>,
}

/// Reads all files of a set; what is wrong with any row is added to `faults`, and the row left
/// out.
pub(crate) fn read(files: &[ListFile], faults: &mut Vec<Fault>) -> ListRows {
    let mut rows = ListRows::default();
    if let Some(file) = files.iter().find(|file| file.stem() == "frames") {
        frames::read(file, &mut rows, faults);
    }
    for (at, file) in files.iter().enumerate() {
        if let Some(twin) = files[..at].iter().find(|twin| twin.stem() == file.stem()) {
            let what = said("fault.list-twice", &[&twin.shown]);
            faults.push(Fault::new(&file.shown, what, word("fault.keep-file")));
            continue;
        }
        match (file.language(), file.stem().rsplit('/').next()) {
            (None, Some("actors")) => names::read(file, &mut rows, faults),
            (None, Some("kinds")) => kinds::read(file, &mut rows, faults),
            (None, Some("agencies")) => agencies::read(file, &mut rows, faults),
            (None, Some("frames" | "states" | "conflicts")) => {}
            (None, Some(other)) => faults.push(unread(file, other)),
            (Some(language), Some("voice")) => cues::read(file, language, &mut rows, faults),
            (Some(language), Some("figures")) => figures::read(file, language, &mut rows, faults),
            (Some(language), Some("heads")) => heads::read(file, language, &mut rows, faults),
            (Some(language), Some("furniture")) => {
                cues::read_furniture(file, language, &mut rows, faults)
            }
            (Some(language), Some("grammar")) => {
                grammar::read(file, language, &mut rows, faults);
            }
            (Some(_), Some("refused")) => refused::read(file, faults),
            (Some(language), _) => terms::read(file, language, &mut rows, faults),
            (None, None) => {}
        }
    }
    if !files.iter().any(|file| file.stem() == "kinds") {
        rows.kinds = built_in_kinds();
    }
    if let Some(file) = files.iter().find(|file| file.stem() == "states") {
        states::read(file, &mut rows, faults);
    }
    if let Some(file) = files.iter().find(|file| file.stem() == "conflicts") {
        conflicts::read(file, &mut rows, faults);
    }
    rows
}

/// The built-in kinds of actors.
pub(crate) fn built_in_kinds() -> Vec<ActorKind> {
    let mut rows = ListRows::default();
    let files = super::files::built_in();
    let files = files.iter().filter(|file| file.stem() == "kinds");
    files.for_each(|file| kinds::read(file, &mut rows, &mut Vec::new()));
    rows.kinds
}

/// The lists beside `frames.csv`.
const KNOWN: [&str; 6] = [
    "frames",
    "kinds",
    "actors",
    "states",
    "conflicts",
    "agencies",
];

/// A file beside `frames.csv` that is none of the lists known there.
fn unread(file: &ListFile, stem: &str) -> Fault {
    let remedy = match did_you_mean(stem, KNOWN) {
        Some(likely) => said("hint.likely-name", &[&likely]),
        None => word("fault.into-language").to_owned(),
    };
    let what = word("fault.not-read");
    Fault::new(&file.shown, what, remedy).as_warning()
}

/// A fault at a row of terms.
pub(crate) fn row_fault(row: &TermRow, column: &str, what: String, remedy: &str) -> Fault {
    Fault::new(&row.file, what, remedy)
        .in_row(row.row)
        .in_column(column)
}
