//! ListRows that do not say where their reading comes from.

use crate::error::Fault;
use crate::tables::Sheet;

/// Warns of each such row; of a file without the column `source`, once.
pub(super) fn without_source(sheet: &Sheet) -> Vec<Fault> {
    let remedy = "write `codebook`, `agency usage`, `parties' own usage` or a published guide";
    if !sheet.has("label") {
        return Vec::new();
    }
    if !sheet.has("source") {
        let what = "the column `source` is missing: nothing tells where its readings come from";
        let fault = sheet.header_fault(what, format!("add it, and {remedy}"));
        return vec![fault.as_warning()];
    }
    let lacking = sheet.rows.iter().filter(|row| {
        let is_empty = |column| sheet.cell(row, column).is_empty();
        is_empty("source") && !is_empty("label")
    });
    let what = "nothing tells where the reading comes from";
    lacking
        .map(|row| sheet.fault(row, "source", what, remedy).as_warning())
        .collect()
}
