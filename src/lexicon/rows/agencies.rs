//! `agencies.csv`: the news agencies, by the names under which they publish and are credited.

use super::ListRows;
use crate::error::{Fault, isolated};
use crate::lexicon::files::ListFile;
use crate::tables::Sheet;
use crate::wording::{said, word};
use std::collections::BTreeMap;

/// Columns of `agencies.csv`; the first two are needed.
pub(crate) const COLUMNS: &[&str] = &["agency", "name", "note"];

/// Reads the file; a name that two agencies have is a fault.
pub(crate) fn read(file: &ListFile, rows: &mut ListRows, faults: &mut Vec<Fault>) {
    let sheet = Sheet::of_columns(&file.shown, &file.content, COLUMNS, 2, faults);
    let mut firsts: BTreeMap<String, String> = BTreeMap::new();
    for row in &sheet.rows {
        let [agency, name] = ["agency", "name"].map(|column| sheet.cell(row, column).to_owned());
        if let Some(empty) = [("agency", &agency), ("name", &name)]
            .iter()
            .find(|(_, cell)| cell.is_empty())
        {
            faults.extend(sheet.empty(row, empty.0));
            continue;
        }
        match firsts.get(&name) {
            Some(other) if *other != agency => {
                let what = said("fault.agency-twice", &[&isolated(&name), &other]);
                let remedy = word("fault.keep-agency");
                faults.push(sheet.fault(row, "name", what, remedy));
            }
            _ => {
                firsts.insert(name.clone(), agency.clone());
                rows.agencies.push((agency, name));
            }
        }
    }
}
