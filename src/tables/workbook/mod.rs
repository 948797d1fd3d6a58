//! A table kept as a workbook (`.xlsx`, `.ods`, `.xls` …): what was typed into its cells.

mod archive;
mod compound;
mod grid;
mod ods;
mod open;
mod patch;
mod records;
mod strings;
mod texts;

use super::limits::bytes_of;
use crate::error::{Fault, did_you_mean, guarded, isolated};
use crate::wording::{said, word};
use calamine::Data;
pub(crate) use grid::Book;
use grid::{COLUMNS, Grid, ROWS, Refusal};
use open::Workbook;
pub(crate) use patch::{CellPlace, with_cell};
pub(crate) use texts::texts;

/// How the names of workbooks end.
pub(crate) const ENDINGS: [&str; 5] = ["xlsx", "ods", "xls", "xlsm", "xlsb"];

/// Above this a spreadsheet keeps fifteen digits of a number (IEEE 754 double) and no more.
const EXACT: f64 = 999_999_999_999_999.0;

/// Excel keeps no more characters of a cell (Microsoft, *Excel specifications and limits*).
const LONGEST: usize = 32_767;

/// Reads the sheet of this name, or the first.
///
/// Errors: no workbook, one that takes more memory than `most_megabytes`, or no such sheet.
pub(crate) fn read(
    file: &str,
    content: &[u8],
    sheet: Option<&str>,
    most_megabytes: u32,
) -> Result<Book, Fault> {
    let most_bytes = bytes_of(most_megabytes);
    if content.len() as u64 > most_bytes {
        return Err(refused(file, &Refusal::TooLong, most_megabytes));
    }
    // A package that trips over a damaged workbook must not end a run of an hour.
    let read = guarded(|| {
        let mut book = Workbook::of(content, most_bytes)?;
        Ok(match chosen(file, &book.sheets(), sheet) {
            Err(fault) => Err(fault),
            Ok(None) => Ok(Grid::new(file, 0).into_book()),
            Ok(Some(name)) => Ok(of_sheet(file, &mut book, &name, most_bytes)?),
        })
    });
    let tripped = || Err(Refusal::Damaged(word("workbook.parts").to_owned()));
    match read.unwrap_or_else(tripped) {
        Ok(read) => read,
        Err(refusal) => Err(refused(file, &refusal, most_megabytes)),
    }
}

fn refused(file: &str, refusal: &Refusal, most_megabytes: u32) -> Fault {
    let (what, remedy) = match refusal {
        Refusal::Damaged(why) => (
            said("workbook.unreadable", &[&why]),
            word("workbook.save-again"),
        ),
        Refusal::Outside => (
            said("workbook.far", &[&ROWS, &COLUMNS]),
            word("workbook.not-shown"),
        ),
        Refusal::Repeated(times) => (
            said("workbook.repeated", &[&times]),
            word("workbook.empty-below"),
        ),
        Refusal::TooLong => (
            said("workbook.long", &[&most_megabytes]),
            word("workbook.as-csv"),
        ),
    };
    Fault::new(file, what, remedy)
}

fn of_sheet(file: &str, book: &mut Workbook, name: &str, most_bytes: u64) -> Result<Book, Refusal> {
    let mut grid = Grid::new(file, most_bytes);
    book.each(name, most_bytes, &mut |at, found| {
        let text = found.typed();
        if let Some((what, remedy)) = shortened(at.1, &found.value) {
            grid.remark(at.0, what, remedy)?;
        }
        // LibreOffice keeps a formula that failed with an empty text.
        if let Some(formula) = &found.formula
            && text.is_empty()
            && !grid.holds(at)
        {
            let what = said("cell.formula", &[&letters(at.1), formula]);
            grid.remark(at.0, what, word("cell.write"))?;
        }
        grid.put(at, text)?;
        Ok(true)
    })?;
    let mut read = grid.into_book();
    read.unread = unread(book, name, most_bytes);
    Ok(read)
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
        Some(likely) => said("hint.likely", &[&isolated(likely)]),
        None => said("workbook.sheets", &[&listed(names)]),
    };
    let what = said("workbook.no-sheet", &[&isolated(wanted)]);
    Err(Fault::new(file, what, remedy))
}

fn listed(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| isolated(name)).collect();
    names.join(", ")
}

/// The sheets but for one that hold something.
fn unread(book: &mut Workbook, read: &str, most_bytes: u64) -> String {
    let mut others = book.filled(most_bytes);
    others.retain(|name| name != read);
    listed(&others)
}

/// What is said of a cell whose end a spreadsheet forgot: of a long number the last digits, of a
/// long text the rest.
fn shortened(column: u32, cell: &Data) -> Option<(String, &'static str)> {
    match cell {
        Data::Float(number) if number.abs() > EXACT => {
            let what = said("cell.digits", &[&letters(column)]);
            Some((what, word("cell.as-text")))
        }
        Data::String(text) if text.len() >= LONGEST && text.encode_utf16().count() == LONGEST => {
            let what = said("cell.full", &[&letters(column)]);
            Some((what, word("cell.look")))
        }
        _ => None,
    }
}

/// A column as spreadsheets name it: A … Z, AA …
fn letters(column: u32) -> String {
    let letter = |at: u32| char::from(b'A' + (at % 26) as u8);
    match column {
        0..26 => letter(column).to_string(),
        _ => format!("{}{}", letters(column / 26 - 1), letter(column)),
    }
}
