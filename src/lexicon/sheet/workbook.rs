//! A word list kept as a workbook (`.xlsx`, `.ods`, `.xls` …): what was typed into its cells.

use super::Row;
use crate::error::{Fault, isolated};
use calamine::{Data, ExcelDateTime, Range, Reader, Sheets};
use std::io::Cursor;

/// Above this a spreadsheet keeps fifteen digits of a number (IEEE 754 double) and no more.
const EXACT: f64 = 999_999_999_999_999.0;

/// The rows of the first sheet that hold anything, the header first.
pub fn rows(file: &str, content: &[u8], faults: &mut Vec<Fault>) -> Vec<Row> {
    let unreadable = |error: String| {
        let what = format!("the workbook cannot be read ({error})");
        Fault::new(file, what, "save it again, or as *CSV UTF-8*")
    };
    let mut book = match calamine::open_workbook_auto_from_rs(Cursor::new(content)) {
        Ok(book) => book,
        Err(error) => {
            faults.push(unreadable(error.to_string()));
            return Vec::new();
        }
    };
    let range = match book.worksheet_range_at(0) {
        Some(Ok(range)) => range,
        Some(Err(error)) => {
            faults.push(unreadable(error.to_string()));
            return Vec::new();
        }
        None => return Vec::new(),
    };
    valueless(file, &mut book, &range, faults);
    faults.extend(unread(file, &mut book));
    let (first, left) = range.start().unwrap_or_default();
    let mut rows = Vec::new();
    for (number, cells) in (u64::from(first) + 1..).zip(range.rows()) {
        let texts = cells.iter().map(typed);
        let row = Row {
            number,
            cells: texts.collect(),
        };
        if row.cells.iter().any(|cell| !cell.trim().is_empty()) {
            faults.extend(rounded(file, number, left, cells));
            rows.push(row);
        }
    }
    rows
}

/// Warns of sheets behind the first one: what stands there is in no list.
fn unread(file: &str, book: &mut Sheets<Cursor<&[u8]>>) -> Option<Fault> {
    let behind: Vec<String> = book.sheet_names().into_iter().skip(1).collect();
    let is_filled = |name: &String| {
        let range = book.worksheet_range(name);
        range.is_ok_and(|range| !range.is_empty())
    };
    let filled: Vec<String> = behind.into_iter().filter(is_filled).collect();
    let shown: Vec<String> = filled.iter().map(|name| isolated(name)).collect();
    let what = format!("only the first sheet is read, not {}", shown.join(", "));
    let remedy = "save each list as a file of its own, or empty the other sheets";
    (!shown.is_empty()).then(|| Fault::new(file, what, remedy).as_warning())
}

/// What was typed into a cell, as far as its value still tells. A date is written as ISO 8601 has
/// it: what it was made of is lost.
fn typed(cell: &Data) -> String {
    match cell {
        Data::Float(number) => number.to_string(),
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::DateTime(date) => moment(date),
        Data::DateTimeIso(date) => date.trim_end_matches("T00:00:00").to_owned(),
        other => other.to_string(),
    }
}

fn moment(date: &ExcelDateTime) -> String {
    if date.is_duration() {
        return date.to_string();
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    match (hour, minute, second) {
        (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"),
    }
}

/// Numbers so long that the spreadsheet forgot their last digits.
fn rounded(file: &str, row: u64, left: u32, cells: &[Data]) -> Vec<Fault> {
    let is_long = |cell: &Data| matches!(cell, Data::Float(number) if number.abs() > EXACT);
    let long = (left..).zip(cells).filter(|(_, cell)| is_long(cell));
    let fault = |(at, _): (u32, &Data)| {
        let what = format!(
            "the spreadsheet made a number of cell {} and forgot its last digits",
            name(at)
        );
        let remedy = "format the column as text, and type the cell again";
        Fault::new(file, what, remedy).in_row(row)
    };
    long.map(fault).collect()
}

/// Formulas whose value was not saved: they read as nothing.
fn valueless(
    file: &str,
    book: &mut Sheets<Cursor<&[u8]>>,
    range: &Range<Data>,
    faults: &mut Vec<Fault>,
) {
    let Some(sheet) = book.sheet_names().first().cloned() else {
        return;
    };
    let Ok(formulas) = book.worksheet_formula(&sheet) else {
        return;
    };
    let (first, left) = formulas.start().unwrap_or_default();
    for (row, column, formula) in formulas.used_cells() {
        let (row, column) = (first + row as u32, left + column as u32);
        // LibreOffice keeps a formula that failed with an empty text.
        let value = range.get_value((row, column));
        let is_empty = value.is_none_or(|value| typed(value).is_empty());
        if is_empty && !formula.is_empty() {
            let what = format!(
                "cell {} holds a formula without a value (={formula})",
                name(column)
            );
            let remedy = "write the text itself into the cell";
            faults.push(Fault::new(file, what, remedy).in_row(u64::from(row) + 1));
        }
    }
}

/// A column as spreadsheets name it: A … Z, AA …
fn name(column: u32) -> String {
    let letter = |at: u32| char::from(b'A' + (at % 26) as u8);
    match column {
        0..26 => letter(column).to_string(),
        _ => format!("{}{}", name(column / 26 - 1), letter(column)),
    }
}
