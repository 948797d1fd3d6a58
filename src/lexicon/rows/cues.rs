//! `voice.csv` and `furniture.csv`: what steers the reading of a page.

use super::terms::citation;
use super::{CueRow, FurnitureRow, ListRows};
use crate::error::Fault;
use crate::lexicon::files::ListFile;
use crate::tables::{Row, Sheet};
use crate::text::clean::{FurnitureRule, Reach};
use crate::voice::{Addressee, Governs, Role, SayingClass, Subject, Valency};

/// Columns of `voice.csv`; the first two are needed.
pub(crate) const COLUMNS: &[&str] = &[
    "term",
    "role",
    "class",
    "pos",
    "stems",
    "flags",
    "exclude",
    "subject",
    "addressee",
    "object",
    "governs",
    "hit",
    "miss",
    "source",
    "note",
];
/// Columns of `furniture.csv`; the first two are needed.
pub(crate) const FURNITURE_COLUMNS: &[&str] = &["text", "cut", "outlet", "hit", "note"];

/// Reads `voice.csv`.
pub(crate) fn read(file: &ListFile, language: &str, rows: &mut ListRows, faults: &mut Vec<Fault>) {
    let sheet = Sheet::of_columns(&file.shown, &file.content, COLUMNS, 2, faults);
    let roles = Role::ALL.map(|(role, name)| (name, role));
    for row in &sheet.rows {
        let given = sheet.cell(row, "role");
        let Some(role) = sheet.choice((row, "role"), given, &roles, faults) else {
            continue;
        };
        if sheet.cell(row, "term").is_empty() {
            faults.extend(sheet.empty(row, "term"));
            continue;
        }
        rows.cues.push(CueRow {
            file: file.shown.clone(),
            row: row.number,
            language: language.to_owned(),
            role,
            valency: valency(&sheet, row, role, faults),
            citation: citation(&sheet, row, faults),
            hit: sheet.cell(row, "hit").to_owned(),
            miss: sheet.cell(row, "miss").to_owned(),
        });
    }
}

fn valency(sheet: &Sheet, row: &Row, role: Role, faults: &mut Vec<Fault>) -> Valency {
    let class = named(sheet, (row, "class"), &SayingClass::NAMES, faults);
    let subject = named(sheet, (row, "subject"), &Subject::NAMES, faults);
    let addressee = named(sheet, (row, "addressee"), &Addressee::NAMES, faults);
    let mut object = Governs::NONE;
    // `governs` is what lists of version 0.1 call the column.
    for column in ["object", "governs"] {
        let listed = sheet.cell(row, column).split(';').map(str::trim);
        for word in listed.filter(|word| !word.is_empty()) {
            let known = sheet.choice((row, column), word, &Governs::NAMES, faults);
            object = object | known.unwrap_or_default();
        }
    }
    Valency::of(role, class, subject, addressee, object)
}

/// What a cell chooses; nothing where it is empty.
fn named<T: Copy>(
    sheet: &Sheet,
    at: (&Row, &str),
    options: &[(&str, T)],
    faults: &mut Vec<Fault>,
) -> Option<T> {
    let given = sheet.cell(at.0, at.1);
    if given.is_empty() {
        return None;
    }
    sheet.choice(at, given, options, faults)
}

const REACHES: [(&str, Reach); 6] = [
    ("line", Reach::Line),
    ("next-line", Reach::NextLine),
    ("from-here", Reach::FromHere),
    ("to-here", Reach::ToHere),
    ("tail", Reach::Tail),
    ("head", Reach::Head),
];

/// Reads `furniture.csv`.
pub(crate) fn read_furniture(
    file: &ListFile,
    language: &str,
    rows: &mut ListRows,
    faults: &mut Vec<Fault>,
) {
    let sheet = Sheet::of_columns(&file.shown, &file.content, FURNITURE_COLUMNS, 2, faults);
    for row in &sheet.rows {
        let (text, cut) = (sheet.cell(row, "text"), sheet.cell(row, "cut"));
        let Some(reach) = sheet.choice((row, "cut"), cut, &REACHES, faults) else {
            continue;
        };
        if text.trim_matches('*').trim().is_empty() {
            faults.extend(sheet.empty(row, "text"));
            continue;
        }
        let outlet = Some(sheet.cell(row, "outlet")).filter(|outlet| !outlet.is_empty());
        let rule = FurnitureRule {
            outlet: outlet.map(str::to_owned),
            text: text.to_owned(),
            reach,
        };
        rows.furniture.push(FurnitureRow {
            file: file.shown.clone(),
            row: row.number,
            language: language.to_owned(),
            rule,
            hit: sheet.cell(row, "hit").to_owned(),
        });
    }
}
