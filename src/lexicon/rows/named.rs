//! Names of frames and labels that would leave a reader in doubt.

use crate::error::{Fault, isolated};
use crate::tables::{Row, Sheet};
use crate::wording::{said, word};
use std::collections::BTreeMap;

/// Columns of a frame's names: its first row that gives one counts.
const OF_FRAMES: [&str; 3] = ["name_ar", "name_en", "question_ar"];
/// Columns of a label's names.
const OF_LABELS: [&str; 2] = ["label_ar", "label_en"];

/// Warns of rows that name their frame otherwise than one above, and of two labels of a frame with
/// one name.
pub(super) fn at_odds(sheet: &Sheet) -> Vec<Fault> {
    let mut faults = Vec::new();
    for column in OF_FRAMES {
        let mut named: BTreeMap<&str, &Row> = BTreeMap::new();
        for (row, name) in given(sheet, column) {
            let first = named.entry(sheet.cell(row, "frame")).or_insert(row);
            let used = sheet.cell(first, column);
            if used != name {
                let what = said("fault.frame-called", &[&first.number, &isolated(used)]);
                faults.push(sheet.fault(row, column, what, word("fault.one-name")));
            }
        }
    }
    for column in OF_LABELS {
        let mut named: BTreeMap<(&str, &str), &Row> = BTreeMap::new();
        for (row, name) in given(sheet, column) {
            let first = named.entry((sheet.cell(row, "frame"), name)).or_insert(row);
            let label = sheet.cell(first, "label");
            if label != sheet.cell(row, "label") {
                let what = said("fault.name-twice", &[&isolated(label), &first.number]);
                faults.push(sheet.fault(row, column, what, word("fault.tell-apart")));
            }
        }
    }
    faults.into_iter().map(Fault::as_warning).collect()
}

/// The rows with something in a column, and what it is.
fn given<'a>(sheet: &'a Sheet, column: &'a str) -> impl Iterator<Item = (&'a Row, &'a str)> {
    let cells = sheet.rows.iter();
    cells
        .map(move |row| (row, sheet.cell(row, column)))
        .filter(|(_, name)| !name.is_empty())
}
