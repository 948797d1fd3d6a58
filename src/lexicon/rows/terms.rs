//! The files of terms: `<language>/<theme>.csv`.

use super::unsourced::without_source;
use super::{ListRows, TermRow};
use crate::error::{Fault, isolated};
use crate::language::{Citation, Flags, Pos};
use crate::lexicon::HeadClass;
use crate::lexicon::files::ListFile;
use crate::tables::{Row, Sheet, advice};
use crate::wording::{said, word};
use std::collections::BTreeSet;

/// Columns of a file of terms; the first five are needed.
pub(crate) const COLUMNS: &[&str] = &[
    "id", "term", "frame", "label", "hit", "pos", "stems", "flags", "exclude", "near", "not_near",
    "miss", "source", "note", "heads",
];

/// Reads one file.
pub(crate) fn read(file: &ListFile, language: &str, rows: &mut ListRows, faults: &mut Vec<Fault>) {
    let sheet = Sheet::of_columns(&file.shown, &file.content, COLUMNS, 5, faults);
    for row in &sheet.rows {
        let id = sheet.cell(row, "id").to_owned();
        if !id.is_empty() {
            rows.ids.push((id, file.shown.clone(), row.number));
        }
        if let Some(column) = COLUMNS[..4].iter().find(|c| sheet.cell(row, c).is_empty()) {
            faults.extend(sheet.empty(row, column));
            continue;
        }
        let before = faults.len();
        known_label(&sheet, row, rows, faults);
        let citation = citation(&sheet, row, faults);
        let (hit, miss) = (sheet.cell(row, "hit"), sheet.cell(row, "miss"));
        if hit.is_empty() {
            let what = word("fault.no-hit").to_owned();
            faults.push(sheet.fault(row, "hit", what, word("fault.write-hit")));
        }
        let near = sheet.values(row, "near");
        if miss.is_empty() && needs_miss(&citation, !near.is_empty()) {
            let what = word("fault.no-miss").to_owned();
            let remedy = word("fault.write-miss");
            faults.push(sheet.fault(row, "miss", what, remedy));
        }
        if faults.len() > before {
            continue;
        }
        rows.terms.push(TermRow {
            file: file.shown.clone(),
            row: row.number,
            language: language.to_owned(),
            id: sheet.cell(row, "id").to_owned(),
            frame: sheet.cell(row, "frame").to_owned(),
            label: sheet.cell(row, "label").to_owned(),
            citation,
            near,
            not_near: sheet.values(row, "not_near"),
            heads: heads(&sheet, row, faults),
            hit: hit.to_owned(),
            miss: miss.to_owned(),
        });
    }
    faults.extend(without_source(&sheet));
}

/// The classes of heads with which a modifier is read.
fn heads(sheet: &Sheet, row: &Row, faults: &mut Vec<Fault>) -> Vec<HeadClass> {
    let given = sheet.values(row, "heads");
    let class = given.iter().filter_map(|class| {
        let at = (row, "heads");
        sheet.choice(at, class, &HeadClass::NAMES, faults)
    });
    class.collect()
}

fn known_label(sheet: &Sheet, row: &Row, rows: &ListRows, faults: &mut Vec<Fault>) {
    let (frame, label) = (sheet.cell(row, "frame"), sheet.cell(row, "label"));
    let frames: BTreeSet<&str> = rows
        .labels
        .iter()
        .map(|known| known.frame.as_str())
        .collect();
    if !frames.contains(frame) {
        let what = said("fault.no-frame", &[&isolated(frame)]);
        faults.push(sheet.fault(row, "frame", what, &advice(frame, frames.iter().copied())));
        return;
    }
    let of_frame = rows.labels.iter().filter(|known| known.frame == frame);
    let labels: BTreeSet<&str> = of_frame.map(|known| known.label.as_str()).collect();
    if !labels.contains(label) {
        let what = said("fault.no-label", &[&frame, &isolated(label)]);
        faults.push(sheet.fault(row, "label", what, &advice(label, labels.iter().copied())));
    }
}

/// Whether a term is one of those that easily match too much.
pub(crate) fn needs_miss(citation: &Citation, has_near: bool) -> bool {
    let letters = citation.term.chars().filter(|c| c.is_alphabetic()).count();
    has_near || citation.term.contains('*') || letters <= 3
}

/// The entry that a row of terms or of cues gives.
pub(crate) fn citation(sheet: &Sheet, row: &Row, faults: &mut Vec<Fault>) -> Citation {
    Citation {
        term: sheet.cell(row, "term").to_owned(),
        pos: pos(sheet, row, faults),
        stems: sheet.values(row, "stems"),
        flags: flags(sheet, row, faults),
        exclude: sheet.values(row, "exclude"),
    }
}

const POS: [(&str, Pos); 6] = [
    ("noun", Pos::Noun),
    ("adj", Pos::Adjective),
    ("verb", Pos::Verb),
    ("name", Pos::Name),
    ("phrase", Pos::Phrase),
    ("fixed", Pos::Fixed),
];

fn pos(sheet: &Sheet, row: &Row, faults: &mut Vec<Fault>) -> Option<Pos> {
    match sheet.cell(row, "pos") {
        "" => None,
        given => sheet.choice((row, "pos"), given, &POS, faults),
    }
}

/// A place of [`Flags`] to raise.
type Raise = fn(&mut Flags);

const FLAGS: [(&str, Raise); 11] = [
    ("human", |flags| flags.human = true),
    ("fem", |flags| flags.fem = true),
    ("defective", |flags| flags.defective = true),
    ("noart", |flags| flags.noart = true),
    ("noprefix", |flags| flags.noprefix = true),
    ("nopro", |flags| flags.nopro = true),
    ("invariant", |flags| flags.invariant = true),
    ("ta_fold", |flags| flags.ta_fold = true),
    ("anyhamza", |flags| flags.anyhamza = true),
    ("abstract", |flags| flags.is_abstract = true),
    ("bound", |flags| flags.bound = true),
];

fn flags(sheet: &Sheet, row: &Row, faults: &mut Vec<Fault>) -> Flags {
    let mut flags = Flags::default();
    for given in sheet.values(row, "flags") {
        if let Some(raise) = sheet.choice((row, "flags"), &given, &FLAGS, faults) {
            raise(&mut flags);
        }
    }
    flags
}
