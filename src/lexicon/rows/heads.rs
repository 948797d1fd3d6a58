//! `heads.csv`: nouns that an evaluative modifier may describe.

use super::terms::citation;
use super::{HeadRow, ListRows};
use crate::error::Fault;
use crate::lexicon::HeadClass;
use crate::lexicon::files::ListFile;
use crate::tables::Sheet;

/// Its columns; the first two are needed.
pub(crate) const COLUMNS: &[&str] = &[
    "term", "class", "pos", "stems", "flags", "exclude", "hit", "miss", "source", "note",
];

/// Reads it.
pub(crate) fn read(file: &ListFile, language: &str, rows: &mut ListRows, faults: &mut Vec<Fault>) {
    let sheet = Sheet::of_columns(&file.shown, &file.content, COLUMNS, 2, faults);
    for row in &sheet.rows {
        if let Some(column) = COLUMNS[..2].iter().find(|c| sheet.cell(row, c).is_empty()) {
            faults.extend(sheet.empty(row, column));
            continue;
        }
        let given = sheet.cell(row, "class");
        let class = sheet.choice((row, "class"), given, &HeadClass::NAMES, faults);
        let Some(class) = class else {
            continue;
        };
        rows.heads.push(HeadRow {
            file: file.shown.clone(),
            row: row.number,
            language: language.to_owned(),
            class,
            citation: citation(&sheet, row, faults),
            hit: sheet.cell(row, "hit").to_owned(),
            miss: sheet.cell(row, "miss").to_owned(),
        });
    }
}
