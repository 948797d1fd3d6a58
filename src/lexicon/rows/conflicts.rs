//! `conflicts.csv`: who opposes whom, when, and what each party is called there for short.

use super::{ConflictRow, ListRows};
use crate::error::Fault;
use crate::lexicon::files::ListFile;
use crate::tables::{Row, Sheet};
use crate::wording::{said, word};

/// Columns of `conflicts.csv`; the first three are needed.
pub(crate) const COLUMNS: &[&str] = &[
    "conflict", "side", "actor", "from", "to", "called", "source",
];

/// Reads the file; an actor that `actors.csv` does not have is warned of and left out.
pub(crate) fn read(file: &ListFile, rows: &mut ListRows, faults: &mut Vec<Fault>) {
    let sheet = Sheet::of_columns(&file.shown, &file.content, COLUMNS, 3, faults);
    for row in &sheet.rows {
        if let Some(column) = COLUMNS[..3].iter().find(|c| sheet.cell(row, c).is_empty()) {
            faults.extend(sheet.empty(row, column));
            continue;
        }
        let actor = sheet.cell(row, "actor");
        if !rows.names.iter().any(|name| name.actor == actor) {
            let what = said("fault.no-actor", &[&actor]);
            let fault = sheet.fault(row, "actor", what, word("fault.correct"));
            faults.push(fault.of_value(actor).as_warning());
            continue;
        }
        let called = sheet.cell(row, "called").split(';').map(str::trim);
        rows.conflicts.push(ConflictRow {
            conflict: sheet.cell(row, "conflict").to_owned(),
            side: sheet.cell(row, "side").to_owned(),
            actor: actor.to_owned(),
            from: day(&sheet, row, "from", faults),
            to: day(&sheet, row, "to", faults),
            called: called
                .filter(|name| !name.is_empty())
                .map(str::to_owned)
                .collect(),
        });
    }
}

/// A day, month or year as given (2015-03-26, 2015-03, 2015), which sorts as the days it stands for.
fn day(sheet: &Sheet, row: &Row, column: &str, faults: &mut Vec<Fault>) -> Option<String> {
    let given = sheet.cell(row, column);
    let parts: Vec<&str> = given.split('-').collect();
    let is_part = |(at, part): (usize, &&str)| {
        part.len() == if at == 0 { 4 } else { 2 } && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if given.is_empty() {
        return None;
    }
    if parts.len() <= 3 && parts.iter().enumerate().all(is_part) {
        return Some(given.to_owned());
    }
    let what = said("fault.no-day", &[&given]);
    faults.push(sheet.fault(row, column, what, word("fault.days")));
    None
}
