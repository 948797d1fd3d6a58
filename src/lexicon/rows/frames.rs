//! `frames.csv`: the questions and their answers.

use super::named::at_odds;
use super::unsourced::without_source;
use super::{LabelRow, ListRows};
use crate::error::{Fault, isolated};
use crate::lexicon::files::ListFile;
use crate::lexicon::{Called, Target};
use crate::tables::{Row, Sheet};
use crate::wording::{said, word};

/// Columns of `frames.csv`; the first three are needed.
pub(crate) const COLUMNS: &[&str] = &[
    "frame",
    "label",
    "stance",
    "target",
    "question",
    "source",
    "name_ar",
    "name_en",
    "label_ar",
    "label_en",
    "question_ar",
];

/// Reads the file.
pub(crate) fn read(file: &ListFile, rows: &mut ListRows, faults: &mut Vec<Fault>) {
    let sheet = Sheet::of_columns(&file.shown, &file.content, COLUMNS, 3, faults);
    for row in &sheet.rows {
        let (frame, label) = (sheet.cell(row, "frame"), sheet.cell(row, "label"));
        if frame.is_empty() || label.is_empty() {
            faults.extend(sheet.empty(row, if frame.is_empty() { "frame" } else { "label" }));
            continue;
        }
        // Terms of a label whose stance cannot be read have a label all the same.
        let stance = stance(&sheet, row, faults).unwrap_or_default();
        let target = target(sheet.cell(row, "target"));
        let mut known = rows.labels.iter();
        if let Some(first) = known.find(|known| known.frame == frame && known.label == label) {
            let name = isolated(label);
            let (column, what, remedy) = match first.stance == stance {
                true => (
                    "label",
                    said("fault.label-twice", &[&name, &first.row]),
                    word("hint.keep-row"),
                ),
                false => (
                    "stance",
                    said("fault.two-stances", &[&name, &first.stance, &first.row]),
                    word("fault.one-stance"),
                ),
            };
            faults.push(sheet.fault(row, column, what, remedy));
            continue;
        }
        let mut others = rows.labels.iter();
        if let Some(other) = others.find(|known| known.frame == frame && known.target != target) {
            let what = said("fault.two-targets", &[&other.row]);
            faults.push(sheet.fault(row, "target", what, word("fault.one-target")));
        }
        let called = |columns: [&str; 2]| {
            let [arabic, english] = columns.map(|column| sheet.cell(row, column));
            Called::new(arabic, english)
        };
        rows.labels.push(LabelRow {
            file: file.shown.clone(),
            row: row.number,
            frame: frame.to_owned(),
            label: label.to_owned(),
            stance,
            target,
            question: called(["question_ar", "question"]),
            frame_called: called(["name_ar", "name_en"]),
            called: called(["label_ar", "label_en"]),
        });
    }
    faults.extend(at_odds(&sheet));
    faults.extend(without_source(&sheet));
}

fn stance(sheet: &Sheet, row: &Row, faults: &mut Vec<Fault>) -> Option<i8> {
    let given = sheet
        .cell(row, "stance")
        .replace(['\u{2212}', '\u{2013}'], "-");
    let stance = given
        .trim_start_matches('+')
        .parse()
        .ok()
        .filter(|s| (-2..=2).contains(s));
    if stance.is_none() {
        let what = said("fault.stance", &[&isolated(&given)]);
        let remedy = word("fault.stances");
        faults.push(sheet.fault(row, "stance", what, remedy));
    }
    stance
}

/// Reads the cell `target`: `agent`, `victim`, `any` (or nothing), or kinds of actors.
fn target(cell: &str) -> Target {
    match cell {
        "" | "any" => Target::Any,
        "event" => Target::Event,
        "agent" => Target::Agent,
        "victim" => Target::Victim,
        kinds => Target::Kinds(
            kinds
                .split(';')
                .map(str::trim)
                .filter(|k| !k.is_empty())
                .map(str::to_owned)
                .collect(),
        ),
    }
}
