//! Where a fault lies: the cell, with the letters that are meant, and the line of the file.

use super::invisible;
use crate::error::{Fault, Within, isolated};
use crate::lexicon::files::ListFile;
use crate::tables::{Row, Sheet, VALUE_ENDS};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A fault and where it lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// What is wrong.
    pub fault: Fault,
    /// The cell, or the line of a whole row; `None` for faults of a file.
    pub place: Option<Place>,
}

/// A cell of a file, or a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// What the cell holds, without the spaces around it; the line of a row.
    pub cell: String,
    /// Line and character, from 1, where what is meant begins; `None` in a workbook.
    pub line: Option<(u64, u64)>,
}

/// So many characters of a long cell are shown on either side of what is meant.
const AROUND: usize = 40;

impl Finding {
    /// The cell on one line, what is meant between brackets, invisible letters as code points, far
    /// ends of long cells left out; empty where there is no cell.
    ///
    /// Brackets, not a line of carets below: a terminal that turns Arabic round moves the letters
    /// of one line only.
    pub(crate) fn marked(&self) -> String {
        let Some(place) = &self.place else {
            return String::new();
        };
        let letters: Vec<char> = place.cell.chars().collect();
        let shown =
            |range: Range<usize>| invisible::shown(&letters[range].iter().collect::<String>());
        let count = letters.len();
        let (marked, from, to) = match self.fault.chars() {
            Some(chars) => {
                let chars = chars.start.min(count)..chars.end.min(count);
                let from = chars.start.saturating_sub(AROUND);
                let to = count.min(chars.end + AROUND);
                let before = shown(from..chars.start);
                let after = shown(chars.end..to);
                (format!("{before}[{}]{after}", shown(chars)), from, to)
            }
            None => (shown(0..count.min(2 * AROUND)), 0, count.min(2 * AROUND)),
        };
        let ends = (
            if from > 0 { "… " } else { "" },
            if to < count { " …" } else { "" },
        );
        isolated(&format!("{}{marked}{}", ends.0, ends.1))
    }
}

/// The places of faults; those that speak of one value of a list are given its characters.
pub(crate) fn of(files: &[ListFile], faults: Vec<Fault>) -> Vec<Finding> {
    let mut cells: BTreeMap<(String, u64, String), FaultPlace> = BTreeMap::new();
    for file in files {
        for placed in wanted(file, &faults) {
            let key = (file.shown.clone(), placed.row, placed.column.clone());
            cells.entry(key).or_insert(placed);
        }
    }
    let finding = |fault: Fault| {
        let key = (
            fault.file.clone(),
            fault.row.unwrap_or_default(),
            fault.column.as_deref().unwrap_or_default().to_owned(),
        );
        let Some(placed) = cells.get(&key) else {
            return Finding { fault, place: None };
        };
        let fault = with_chars(fault, &placed.cell);
        let place = Some(place(placed, fault.chars()));
        Finding { fault, place }
    };
    faults.into_iter().map(finding).collect()
}

/// A fault of one value of a cell, as one of its characters.
fn with_chars(fault: Fault, cell: &str) -> Fault {
    let place = match fault.part.as_deref() {
        Some(Within::Value(value)) => place_of(cell, value).map(|start| start..start + value.len()),
        _ => None,
    };
    match place {
        Some(bytes) => fault.at(cell, bytes),
        None => fault,
    }
}

/// A cell that a fault lies in, or the line that a row begins on.
struct FaultPlace {
    row: u64,
    /// The column's header; empty for a whole row.
    column: String,
    cell: String,
    /// Line and character, from 1, of its first letter; `None` in a workbook.
    line: Option<(u64, u64)>,
    /// Whether a quotation mark in it is written twice.
    is_quoted: bool,
}

/// The cells of a file that faults lie in.
fn wanted(file: &ListFile, faults: &[Fault]) -> Vec<FaultPlace> {
    let own: BTreeSet<(u64, &str)> = faults
        .iter()
        .filter(|fault| fault.file == file.shown)
        .filter_map(|fault| Some((fault.row?, fault.column.as_deref().unwrap_or_default())))
        .collect();
    if own.is_empty() {
        return Vec::new();
    }
    let sheet = Sheet::open(&file.shown, &file.content, &mut Vec::new());
    let is_wanted = |row: &Row, column: &str| own.contains(&(row.number, column));
    let mut placed = Vec::new();
    for row in sheet.all_rows() {
        let mut add = |column: &str, cell: &str, place: Option<(u64, u64, bool)>| {
            placed.push(FaultPlace {
                row: row.number,
                column: column.to_owned(),
                cell: cell.to_owned(),
                line: place.map(|(line, character, _)| (line, character)),
                is_quoted: place.is_some_and(|(.., is_quoted)| is_quoted),
            });
        };
        if let Some((line, text)) = sheet.line(row).filter(|_| is_wanted(row, "")) {
            add("", text, Some((line, 1, false)));
        }
        for (column, cell) in sheet.named_cells(row) {
            if is_wanted(row, column) {
                add(column, cell, sheet.place(row, column));
            }
        }
    }
    placed
}

fn place(placed: &FaultPlace, chars: Option<&Range<usize>>) -> Place {
    let start = chars.map_or(0, |chars| chars.start);
    let line = placed.line.map(|(line, character)| {
        let mut before: String = placed.cell.chars().take(start).collect();
        if placed.is_quoted {
            before = before.replace('"', "\"\"");
        }
        let count = |text: &str| text.chars().count() as u64;
        match before.rfind('\n') {
            None => (line, character + count(&before)),
            Some(at) => {
                let breaks = before.matches('\n').count() as u64;
                (line + breaks, 1 + count(&before[at + 1..]))
            }
        }
    });
    Place {
        cell: placed.cell.clone(),
        line,
    }
}

/// Where one of the several values that a cell lists begins, in bytes.
fn place_of(cell: &str, value: &str) -> Option<usize> {
    if cell == value {
        return None;
    }
    let mut start = 0;
    for part in cell.split_inclusive(VALUE_ENDS) {
        let bare = part.trim_end_matches(VALUE_ENDS);
        if bare.trim() == value {
            return Some(start + bare.len() - bare.trim_start().len());
        }
        start += part.len();
    }
    None
}
