//! `actors.csv`: who is spoken of, under all their names.

use super::{ListRows, NameRow};
use crate::error::Fault;
use crate::language::{Citation, Pos};
use crate::lexicon::files::ListFile;
use crate::tables::{Row, Sheet};
use crate::wording::{said, word};
use std::collections::BTreeMap;

/// Columns of `actors.csv`; the first three are needed.
pub(crate) const COLUMNS: &[&str] = &["actor", "kind", "name", "language", "note"];

/// Reads the file.
pub(crate) fn read(file: &ListFile, rows: &mut ListRows, faults: &mut Vec<Fault>) {
    let sheet = Sheet::of_columns(&file.shown, &file.content, COLUMNS, 3, faults);
    let mut kinds: BTreeMap<String, String> = BTreeMap::new();
    for row in &sheet.rows {
        if let Some(column) = COLUMNS[..3].iter().find(|c| sheet.cell(row, c).is_empty()) {
            faults.extend(sheet.empty(row, column));
            continue;
        }
        let (actor, kind) = (sheet.cell(row, "actor"), sheet.cell(row, "kind"));
        if let Some(fault) = reserved_kind(&sheet, row, kind) {
            faults.push(fault);
            continue;
        }
        let first = kinds
            .entry(actor.to_owned())
            .or_insert_with(|| kind.to_owned());
        if first != kind {
            let what = said("fault.other-kind", &[&actor, &first]);
            faults.push(sheet.fault(row, "kind", what, word("fault.one-kind")));
            continue;
        }
        let name = sheet.cell(row, "name");
        let language = match sheet.cell(row, "language") {
            "" => "ar",
            language => language,
        };
        rows.names.push(NameRow {
            file: file.shown.clone(),
            row: row.number,
            note: sheet.cell(row, "note").to_owned(),
            actor: actor.to_owned(),
            kind: kind.to_owned(),
            name: name.to_owned(),
            language: language.to_owned(),
            citation: Citation {
                term: name.to_owned(),
                pos: Some(Pos::Name),
                ..Citation::default()
            },
        });
    }
}

/// What the target of a frame can be beside kinds, so that no kind may be called so.
const RESERVED: [&str; 4] = ["agent", "victim", "any", "event"];

/// The fault of a row whose kind is called so.
pub(super) fn reserved_kind(sheet: &Sheet, row: &Row, kind: &str) -> Option<Fault> {
    let fault = || {
        let what = said("fault.reserved-kind", &[&kind]);
        let fault = sheet.fault(row, "kind", what, word("fault.other-name"));
        fault.of_value(kind)
    };
    RESERVED.contains(&kind).then(fault)
}
