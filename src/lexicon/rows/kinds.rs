//! `kinds.csv`: the kinds of actors, and what is true of all of a kind.

use super::ListRows;
use super::names::reserved_kind;
use crate::error::Fault;
use crate::language::{Arabic, Language};
use crate::lexicon::files::ListFile;
use crate::lexicon::{ActorKind, Being};
use crate::tables::{Row, Sheet};
use crate::wording::{said, word};

/// Columns of `kinds.csv`; the first is needed.
pub(crate) const COLUMNS: &[&str] = &[
    "kind",
    "armed",
    "far",
    "for_state",
    "is",
    "called",
    "name_ar",
    "name_en",
    "note",
];

const YES: [(&str, bool); 3] = [("yes", true), ("no", false), ("", false)];

const BEINGS: [(&str, Being); 4] = [
    ("", Being::Other),
    ("state", Being::State),
    ("person", Being::Person),
    ("body", Being::Body),
];

/// Reads the file; a kind that stands twice is a fault.
pub(crate) fn read(file: &ListFile, rows: &mut ListRows, faults: &mut Vec<Fault>) {
    let sheet = Sheet::of_columns(&file.shown, &file.content, COLUMNS, 1, faults);
    for row in &sheet.rows {
        let name = sheet.cell(row, "kind");
        if name.is_empty() {
            faults.extend(sheet.empty(row, "kind"));
            continue;
        }
        if let Some(fault) = reserved_kind(&sheet, row, name) {
            faults.push(fault);
            continue;
        }
        if rows.kinds.iter().any(|kind| kind.name == name) {
            let what = word("fault.kind-twice").to_owned();
            faults.push(sheet.fault(row, "kind", what, word("hint.keep-row")));
            continue;
        }
        let mut yes = |column| sheet.choice((row, column), sheet.cell(row, column), &YES, faults);
        let (armed, far) = (yes("armed"), yes("far"));
        let being = sheet.choice((row, "is"), sheet.cell(row, "is"), &BEINGS, faults);
        let called = sheet.cell(row, "called").split(';').map(str::trim);
        let called = called.filter(|word| !word.is_empty());
        // A kind without a name is called by its key.
        let shown = |column| match sheet.cell(row, column) {
            "" => name.to_owned(),
            shown => shown.to_owned(),
        };
        rows.kinds.push(ActorKind {
            name: name.to_owned(),
            armed: armed.unwrap_or_default(),
            far: far.unwrap_or_default(),
            for_state: rank(&sheet, row, faults),
            being: being.unwrap_or_default(),
            called: called
                .map(|word| Arabic.stem(&Arabic.fold(word)).to_owned())
                .collect(),
            shown: shown("name_en"),
            shown_ar: shown("name_ar"),
        });
    }
}

fn rank(sheet: &Sheet, row: &Row, faults: &mut Vec<Fault>) -> Option<u8> {
    let given = sheet.cell(row, "for_state");
    let rank = given.parse().ok();
    if rank.is_none() && !given.is_empty() {
        let what = said("fault.rank", &[&given]);
        let remedy = word("fault.ranks");
        faults.push(sheet.fault(row, "for_state", what, remedy));
    }
    rank
}
