//! `figures.csv`: the words by which numbers of people and things are read.

use super::terms::citation;
use super::{FigureRow, ListRows};
use crate::error::Fault;
use crate::language::Pos;
use crate::lexicon::figures::{FigureLimits, FigureWord, Sign, What};
use crate::lexicon::files::ListFile;
use crate::tables::Sheet;

/// Columns of `figures.csv`; the first two are needed.
pub(crate) const COLUMNS: &[&str] = &[
    "term", "role", "what", "pos", "stems", "flags", "limits", "exclude", "hit", "miss", "note",
];

/// Reads `figures.csv`.
pub(crate) fn read(file: &ListFile, language: &str, rows: &mut ListRows, faults: &mut Vec<Fault>) {
    let sheet = Sheet::of_columns(&file.shown, &file.content, COLUMNS, 2, faults);
    for row in &sheet.rows {
        let given = sheet.cell(row, "role");
        let Some(sign) = sheet.choice((row, "role"), given, Sign::ALL, faults) else {
            continue;
        };
        let says = matches!(sign, Sign::Act | Sign::Later | Sign::Fate);
        let needed = ["term", "what"].into_iter().take(1 + usize::from(says));
        let empty = |column: &&str| sheet.cell(row, column).is_empty();
        if let Some(column) = needed.into_iter().find(empty) {
            faults.extend(sheet.empty(row, column));
            continue;
        }
        let what = match sheet.cell(row, "what") {
            "" => None,
            given => sheet.choice((row, "what"), given, &What::NAMES, faults),
        };
        let mut limits = FigureLimits::default();
        for given in sheet.values(row, "limits") {
            let limit = sheet.choice((row, "limits"), &given, &FigureLimits::NAMES, faults);
            limits = limits | limit.unwrap_or_default();
        }
        let mut citation = citation(&sheet, row, faults);
        // The press writes hamzas as it likes, and of no two words here they are all that differs.
        let is_fixed = citation.pos == Some(Pos::Fixed);
        citation.flags.anyhamza |= !is_fixed;
        rows.figures.push(FigureRow {
            file: file.shown.clone(),
            row: row.number,
            language: language.to_owned(),
            word: FigureWord {
                sign,
                what,
                limits,
                has_plural: !citation.stems.is_empty(),
                is_fixed,
                row: row.number,
            },
            citation,
            hit: sheet.cell(row, "hit").to_owned(),
            miss: sheet.cell(row, "miss").to_owned(),
        });
    }
}
