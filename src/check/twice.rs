//! What stands in two rows: ids, terms, names, cues, lines of furniture.

use crate::error::{Fault, isolated};
use crate::language;
use crate::lexicon::rows::{ListRows, NameRow, TermRow, row_fault};
use crate::wording::{said, word};
use std::collections::BTreeMap;

/// Every row that says what a row before it says. Ids must differ, and a term can have one label a
/// frame: these are errors. A row that is only said twice is a warning.
pub(crate) fn doubles(rows: &ListRows) -> Vec<Fault> {
    let mut faults = Vec::new();
    ids(rows, &mut faults);
    terms(rows, &mut faults);
    names(rows, &mut faults);
    let cue = |row: &crate::lexicon::rows::CueRow| {
        let key = format!("{:?} {:?} {:?}", row.role, row.valency, row.citation);
        (row.file.clone(), row.row, "term", key)
    };
    let figure = |row: &crate::lexicon::rows::FigureRow| {
        let (word, citation) = (row.word, &row.citation);
        let says = (word.sign, word.what, word.limits);
        (
            row.file.clone(),
            row.row,
            "term",
            format!("{says:?} {citation:?}"),
        )
    };
    let head = |row: &crate::lexicon::rows::HeadRow| {
        let key = format!("{:?}", row.citation);
        (row.file.clone(), row.row, "term", key)
    };
    let line = |row: &crate::lexicon::rows::FurnitureRow| {
        (row.file.clone(), row.row, "text", format!("{:?}", row.rule))
    };
    said_again(rows.cues.iter().map(cue), &mut faults);
    said_again(rows.figures.iter().map(figure), &mut faults);
    said_again(rows.heads.iter().map(head), &mut faults);
    said_again(rows.furniture.iter().map(line), &mut faults);
    faults
}

fn ids(rows: &ListRows, faults: &mut Vec<Fault>) {
    let mut known: BTreeMap<&str, (&str, u64)> = BTreeMap::new();
    for (id, file, row) in &rows.ids {
        let Some((first_file, first)) = known.get(id.as_str()) else {
            known.insert(id, (file, *row));
            continue;
        };
        let what = said("check.id-twice", &[&isolated(id), &first, &first_file]);
        let fault = Fault::new(file, what, word("check.own-id"));
        faults.push(fault.in_row(*row).in_column("id"));
    }
}

/// Terms that stand twice in a frame with the same neighbours, also where only folding makes them
/// the same.
fn terms(rows: &ListRows, faults: &mut Vec<Fault>) {
    let mut known: BTreeMap<(&str, &str, String, String), &TermRow> = BTreeMap::new();
    for row in &rows.terms {
        let folded = language::of(Some(&row.language)).fold(&row.citation.term);
        let open = row.citation.term.ends_with('*');
        let steering = format!(
            "{open} {:?} {:?} {:?}",
            row.citation.pos, row.near, row.not_near
        );
        let key = (row.language.as_str(), row.frame.as_str(), folded, steering);
        let Some(first) = known.get(&key) else {
            known.insert(key, row);
            continue;
        };
        let place = said("check.row-of", &[&first.row, &first.file]);
        let term = isolated(&row.citation.term);
        let mut what = match first.citation.term == row.citation.term {
            true => said("check.term-twice", &[&term, &place]),
            false => {
                let other = isolated(&first.citation.term);
                said("check.term-same", &[&term, &other, &place])
            }
        };
        if first.label == row.label {
            let fault = row_fault(row, "term", what, word("hint.keep-one"));
            faults.push(fault.as_warning());
        } else {
            what = said("check.with-label", &[&what, &first.label]);
            let remedy = word("check.part-two");
            faults.push(row_fault(row, "term", what, remedy));
        }
    }
}

/// Names that stand twice, in the same letters. A name that two actors share on purpose has a note
/// that says so: the other's key, or `ambiguous:`.
fn names(rows: &ListRows, faults: &mut Vec<Fault>) {
    let mut known: BTreeMap<(&str, &str), &NameRow> = BTreeMap::new();
    for row in &rows.names {
        let Some(first) = known.get(&(row.language.as_str(), row.name.as_str())) else {
            known.insert((&row.language, &row.name), row);
            continue;
        };
        let told = |one: &NameRow, other: &NameRow| {
            one.note.contains(&other.actor) || one.note.starts_with("ambiguous:")
        };
        if first.actor != row.actor && (told(first, row) || told(row, first)) {
            continue;
        }
        let what = said(
            "check.name-twice",
            &[&isolated(&row.name), &first.row, &first.actor],
        );
        let fault = Fault::new(&row.file, what, word("hint.keep-row"));
        faults.push(fault.in_row(row.row).in_column("name").as_warning());
    }
}

/// Rows as `(file, row, column, what they say)`.
fn said_again(
    rows: impl Iterator<Item = (String, u64, &'static str, String)>,
    faults: &mut Vec<Fault>,
) {
    let mut known: BTreeMap<(String, String), u64> = BTreeMap::new();
    for (file, row, column, key) in rows {
        match known.get(&(file.clone(), key.clone())) {
            Some(first) => {
                let what = said("check.same-row", &[&first]);
                let fault = Fault::new(&file, what, word("hint.keep-row"));
                faults.push(fault.in_row(row).in_column(column).as_warning());
            }
            None => {
                known.insert((file, key), row);
            }
        }
    }
}
