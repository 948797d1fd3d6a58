//! How the figures were made: settings, inputs, lists, what was skipped, what each column means.

use crate::report::names::Placed;
use crate::report::summary::summary_in;
use crate::report::table::columns_of;
use crate::report::tables;
use crate::study::Findings;
use crate::wording::{Tongue, in_tongue};
use serde_json::{Value, json};

/// Remarks that a page shows; the others are counted.
const REMARKS: usize = 40;

const TONGUES: [Tongue; 2] = [Tongue::English, Tongue::Arabic];

/// All of it.
pub(super) fn method(findings: &Findings, all: &[Placed]) -> Value {
    let corpus = &findings.corpus;
    let inputs = corpus.inputs.iter();
    let inputs = inputs.map(|input| json!([input.name, input.sha256, input.articles]));
    let lists = findings.lexicon.files.iter();
    let notes = corpus.notes.iter().take(REMARKS);
    json!({
        "summary": TONGUES.map(|tongue| summary_in(findings, all, tongue)),
        "settings": settings(findings),
        "inputs": inputs.collect::<Vec<Value>>(),
        "lists": lists.map(|(file, digest)| json!([file, digest])).collect::<Vec<Value>>(),
        "notes": notes.map(ToString::to_string).collect::<Vec<_>>(),
        "all_notes": corpus.notes.len(),
        "columns": columns(),
    })
}

/// `[key, value, [meaning, in Arabic], [unit, in Arabic]]`.
fn settings(findings: &Findings) -> Vec<Value> {
    let rows = findings.settings.rows().into_iter();
    rows.map(|(name, value, unit)| {
        let meaning = TONGUES.map(|tongue| in_tongue(tongue, &format!("setting.{name}")));
        let unit = TONGUES.map(|tongue| in_tongue(tongue, &format!("unit.{unit}")));
        json!([name, value, meaning, unit])
    })
    .collect()
}

/// `[table, column, type, meaning, in Arabic]`; what stands once a source stands once.
fn columns() -> Vec<Value> {
    let source = ["…".to_owned()];
    let rows = columns_of(&tables::all(), &source).into_iter();
    rows.map(|(table, column)| {
        json!([
            table,
            column.name,
            column.kind.name(),
            column.meaning,
            column.meaning_ar
        ])
    })
    .collect()
}
