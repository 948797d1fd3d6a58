//! `refused.csv`: terms that were proposed and turned down. No run reads it; it is only checked.

use crate::error::{Fault, isolated};
use crate::lexicon::files::ListFile;
use crate::tables::Sheet;
use crate::wording::{said, word};
use std::collections::BTreeMap;

/// Columns of `refused.csv`; both are needed.
pub(crate) const COLUMNS: &[&str] = &["term", "reason"];

/// Checks the file.
pub(crate) fn read(file: &ListFile, faults: &mut Vec<Fault>) {
    let sheet = Sheet::of_columns(&file.shown, &file.content, COLUMNS, 2, faults);
    let mut known: BTreeMap<&str, u64> = BTreeMap::new();
    for row in &sheet.rows {
        let term = sheet.cell(row, "term");
        for column in COLUMNS.iter().filter(|c| sheet.cell(row, c).is_empty()) {
            faults.extend(sheet.empty(row, column));
        }
        if let Some(first) = known.insert(term, row.number).filter(|_| !term.is_empty()) {
            let what = said("fault.term-twice", &[&isolated(term), &first]);
            let fault = sheet.fault(row, "term", what, word("hint.keep-row"));
            faults.push(fault.as_warning());
        }
    }
}
