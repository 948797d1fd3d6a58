//! `states.csv`: who acts for which state, and by what adjective a language tells it.

use super::{ListRows, StateRow};
use crate::error::Fault;
use crate::lexicon::files::ListFile;
use crate::tables::Sheet;
use crate::wording::{said, word};

/// Columns of `states.csv`; the first two are needed.
pub(crate) const COLUMNS: &[&str] = &[
    "state",
    "language",
    "adjectives",
    "actors",
    "places",
    "note",
];

/// Reads the file; a state or actor that `actors.csv` does not have is warned of and left out.
pub(crate) fn read(file: &ListFile, rows: &mut ListRows, faults: &mut Vec<Fault>) {
    let sheet = Sheet::of_columns(&file.shown, &file.content, COLUMNS, 2, faults);
    let known = |actor: &str| rows.names.iter().any(|name| name.actor == actor);
    let list = |cell: &str| -> Vec<String> {
        let items = cell.split(';').map(str::trim);
        items
            .filter(|item| !item.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let mut states = Vec::new();
    for row in &sheet.rows {
        let state = sheet.cell(row, "state").to_owned();
        if state.is_empty() {
            faults.extend(sheet.empty(row, "state"));
            continue;
        }
        let mut actors = list(sheet.cell(row, "actors"));
        for unknown in actors.iter().filter(|actor| !known(actor)) {
            let what = said("fault.no-actor", &[&unknown]);
            let fault = sheet.fault(row, "actors", what, word("fault.correct"));
            faults.push(fault.of_value(unknown).as_warning());
        }
        actors.retain(|actor| known(actor));
        states.push(StateRow {
            state,
            language: sheet.cell(row, "language").to_owned(),
            adjectives: list(sheet.cell(row, "adjectives")),
            places: list(sheet.cell(row, "places")),
            actors,
        });
    }
    rows.states.extend(states);
}
