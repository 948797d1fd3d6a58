//! A table kept as a workbook (`.xlsx`, `.ods`, `.xls` …): what was typed into its cells.

use crate::error::{Fault, did_you_mean, isolated};
use calamine::{Data, ExcelDateTime, Range, Reader, Sheets};
use std::io::Cursor;

/// How the names of workbooks end.
pub(super) const ENDINGS: [&str; 5] = ["xlsx", "xlsm", "xlsb", "xls", "ods"];

/// Above this a spreadsheet keeps fifteen digits of a number (IEEE 754 double) and no more.
const EXACT: f64 = 999_999_999_999_999.0;

/// Excel keeps no more characters of a cell (Microsoft, *Excel specifications and limits*).
const LONGEST: usize = 32_767;

/// One sheet of a workbook.
pub(crate) struct Book {
    /// The rows that hold anything, the header first, as a spreadsheet numbers them.
    pub rows: Vec<(u64, Vec<String>)>,
    /// What its cells do not tell.
    pub remarks: Vec<Fault>,
    /// The other sheets that hold something, for messages; empty where there is none.
    pub unread: String,
}

type Open<'a> = Sheets<Cursor<&'a [u8]>>;

/// Reads the sheet of this name, or the first.
///
/// Errors: no workbook, or no such sheet.
pub(crate) fn read(file: &str, content: &[u8], sheet: Option<&str>) -> Result<Book, Fault> {
    let unreadable = |error: calamine::Error| {
        let what = format!("the workbook cannot be read ({error})");
        Fault::new(file, what, "save it again, or as *CSV UTF-8*")
    };
    let mut book: Open =
        calamine::open_workbook_auto_from_rs(Cursor::new(content)).map_err(unreadable)?;
    let Some(name) = chosen(file, &book.sheet_names(), sheet)? else {
        return Ok(Book {
            rows: Vec::new(),
            remarks: Vec::new(),
            unread: String::new(),
        });
    };
    let range = book.worksheet_range(&name).map_err(unreadable)?;
    let mut remarks = Vec::new();
    valueless(file, &mut book, &name, &range, &mut remarks);
    let (first, left) = range.start().unwrap_or_default();
    let mut rows = Vec::new();
    for (number, cells) in (u64::from(first) + 1..).zip(range.rows()) {
        let row: Vec<String> = cells.iter().map(typed).collect();
        if row.iter().any(|cell| !cell.trim().is_empty()) {
            remarks.extend(shortened(file, number, left, cells));
            rows.push((number, row));
        }
    }
    Ok(Book {
        rows,
        remarks,
        unread: unread(&mut book, &name),
    })
}

/// The sheet to be read; `None` in a workbook without any.
fn chosen(file: &str, names: &[String], wanted: Option<&str>) -> Result<Option<String>, Fault> {
    let Some(wanted) = wanted else {
        return Ok(names.first().cloned());
    };
    let is_wanted = |name: &&String| name.trim() == wanted.trim();
    if let Some(name) = names.iter().find(is_wanted) {
        return Ok(Some(name.clone()));
    }
    let known = names.iter().map(String::as_str);
    let remedy = match did_you_mean(wanted, known) {
        Some(likely) => format!("did you mean {}?", isolated(likely)),
        None => format!("its sheets are {}", listed(names)),
    };
    let what = format!("there is no sheet {}", isolated(wanted));
    Err(Fault::new(file, what, remedy))
}

fn listed(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| isolated(name)).collect();
    names.join(", ")
}

/// The sheets but for one that hold something.
fn unread(book: &mut Open, read: &str) -> String {
    let mut others = book.sheet_names();
    others.retain(|name| name != read);
    others.retain(|name| {
        let range = book.worksheet_range(name);
        range.is_ok_and(|range| !range.is_empty())
    });
    listed(&others)
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

/// Cells whose end a spreadsheet forgot: of long numbers the last digits, of long texts the rest.
fn shortened(file: &str, row: u64, left: u32, cells: &[Data]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (at, cell) in (left..).zip(cells) {
        let (what, remedy) = match cell {
            Data::Float(number) if number.abs() > EXACT => (
                format!(
                    "the spreadsheet made a number of cell {} and forgot its last digits",
                    name(at)
                ),
                "format the column as text, and type the cell again",
            ),
            Data::String(text)
                if text.len() >= LONGEST && text.encode_utf16().count() == LONGEST =>
            {
                (
                    format!(
                        "cell {} is as long as Excel lets a cell be, and its end is perhaps lost",
                        name(at)
                    ),
                    "look at its end, and give long texts as CSV or as files of their own",
                )
            }
            _ => continue,
        };
        faults.push(Fault::new(file, what, remedy).in_row(row));
    }
    faults
}

/// Formulas whose value was not saved: they read as nothing.
fn valueless(
    file: &str,
    book: &mut Open,
    sheet: &str,
    range: &Range<Data>,
    faults: &mut Vec<Fault>,
) {
    let Ok(formulas) = book.worksheet_formula(sheet) else {
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
