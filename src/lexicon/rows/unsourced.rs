//! Rows that do not say where their reading comes from.

use crate::error::Fault;
use crate::tables::Sheet;
use crate::wording::{said, word};

/// Warns of each such row; of a file without the column `source`, once.
pub(super) fn without_source(sheet: &Sheet) -> Vec<Fault> {
    let remedy = word("fault.sources");
    if !sheet.has("label") {
        return Vec::new();
    }
    if !sheet.has("source") {
        let what = word("fault.no-source");
        let fault = sheet.header_fault(what, said("fault.add-source", &[&remedy]));
        return vec![fault.as_warning()];
    }
    let lacking = sheet.rows.iter().filter(|row| {
        let is_empty = |column| sheet.cell(row, column).is_empty();
        is_empty("source") && !is_empty("label")
    });
    let what = word("fault.unsourced");
    lacking
        .map(|row| sheet.fault(row, "source", what, remedy).as_warning())
        .collect()
}
