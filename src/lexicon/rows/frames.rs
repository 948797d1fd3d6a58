//! `frames.csv`: the questions and their answers.

use super::{LabelRow, Rows};
use crate::error::{Fault, isolated};
use crate::lexicon::Target;
use crate::lexicon::files::ListFile;
use crate::lexicon::sheet::{Row, Sheet};

/// Columns of `frames.csv`; the first three are needed.
pub const COLUMNS: &[&str] = &["frame", "label", "stance", "target", "question", "source"];

/// Reads the file.
pub fn read(file: &ListFile, rows: &mut Rows, faults: &mut Vec<Fault>) {
    let sheet = Sheet::read(&file.shown, &file.content, COLUMNS, 3, faults);
    for row in &sheet.rows {
        let (frame, label) = (sheet.cell(row, "frame"), sheet.cell(row, "label"));
        if frame.is_empty() || label.is_empty() {
            faults.push(sheet.empty(row, if frame.is_empty() { "frame" } else { "label" }));
            continue;
        }
        let Some(stance) = stance(&sheet, row, faults) else {
            continue;
        };
        let target = target(sheet.cell(row, "target"));
        if rows
            .labels
            .iter()
            .any(|known| known.frame == frame && known.label == label)
        {
            let what = format!("the label {} stands twice in this frame", isolated(label));
            faults.push(sheet.fault(row, "label", what, "keep one row for it"));
            continue;
        }
        if rows
            .labels
            .iter()
            .any(|known| known.frame == frame && known.target != target)
        {
            let what = "the frame has another target in a row above".to_owned();
            faults.push(sheet.fault(row, "target", what, "give all its rows the same target"));
        }
        rows.labels.push(LabelRow {
            frame: frame.to_owned(),
            label: label.to_owned(),
            stance,
            target,
            question: sheet.cell(row, "question").to_owned(),
            source: sheet.cell(row, "source").to_owned(),
        });
    }
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
        let what = format!("{} is no stance", isolated(&given));
        faults.push(sheet.fault(row, "stance", what, "give a whole number from -2 to 2"));
    }
    stance
}

/// Reads the cell `target`: `agent`, `victim`, `any` (or nothing), or kinds of actors.
fn target(cell: &str) -> Target {
    match cell {
        "" | "any" => Target::Any,
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
