//! A word list kept as text: its letters, its separator, its rows.

use super::Row;
use super::cut::{self, Record, Torn};
use crate::error::Fault;
use crate::tables::encoding;
use std::borrow::Cow;

/// The rows of a file that hold anything, the header first; a row that is torn is left out, with a
/// fault.
pub fn rows(file: &str, content: &[u8], faults: &mut Vec<Fault>) -> Vec<Row> {
    let text = letters(file, content, faults);
    let records = filled(&text);
    let header = records.first().map(names).unwrap_or_default();
    for record in &records {
        faults.extend(torn(file, record, &header));
    }
    let rows = records.into_iter().enumerate();
    // Without a header nothing could be read at all.
    let whole = rows.filter(|(at, record)| *at == 0 || record.torn.is_none());
    let rows = whole.map(|(_, record)| Row {
        number: record.number,
        cells: record
            .cells
            .into_iter()
            .map(|cell| cell.text.into_owned())
            .collect(),
    });
    rows.collect()
}

/// The records that hold anything.
fn filled(text: &str) -> Vec<Record<'_>> {
    let mut records = cut::records(text, separator(text));
    let is_filled = |cell: &cut::Cut| !cell.text.trim().is_empty();
    records.retain(|record| record.cells.iter().any(is_filled));
    records
}

/// A cell of a file and where an editor of texts finds it.
pub struct Placed {
    /// Row, as a spreadsheet numbers it.
    pub row: u64,
    /// The column's header; empty for a whole row.
    pub column: String,
    /// The cell without the spaces around it, or the line that the row begins on.
    pub cell: String,
    /// The line of the file that its first letter stands on, and which character of it that is,
    /// from 1; `None` in a workbook.
    pub line: Option<(u64, u64)>,
    /// Whether a quotation mark in the cell is written twice in the file.
    pub is_quoted: bool,
}

/// The cells of a text that are asked for by row and header, in file order; a whole row is asked
/// for without a header.
pub fn cells_with_places(content: &[u8], wanted: impl Fn(u64, &str) -> bool) -> Vec<Placed> {
    let text = letters("", content, &mut Vec::new());
    let records = filled(&text);
    let header = records.first().map(names).unwrap_or_default();
    let mut placed = Vec::new();
    for record in &records {
        let mut place = |column: &str, cell: &str, start: usize, is_quoted: bool| {
            placed.push(Placed {
                row: record.number,
                column: column.to_owned(),
                cell: cell.to_owned(),
                line: Some(line(&text, start)),
                is_quoted,
            });
        };
        if wanted(record.number, "") {
            let start = record.cells.first().map_or(0, |cell| cell.start);
            let start = text[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
            let whole = text[start..].lines().next().unwrap_or_default();
            place("", whole, start, false);
        }
        for (column, cut) in header.iter().zip(&record.cells) {
            if wanted(record.number, column) {
                let start = cut.start + cut.text.len() - cut.text.trim_start().len();
                let is_quoted = text[..cut.start].ends_with('"');
                place(column, cut.text.trim(), start, is_quoted);
            }
        }
    }
    placed
}

/// The line that a byte lies in and the character of it, from 1.
fn line(text: &str, byte: usize) -> (u64, u64) {
    let start = text[..byte].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let character = 1 + text[start..byte].chars().count() as u64;
    (1 + cut::line_ends(&text[..byte]), character)
}

/// The text of a file. Another encoding than UTF-8 is a fault, but its letters are read as what
/// they most likely are, so that the rows can be checked all the same.
fn letters<'a>(file: &str, content: &'a [u8], faults: &mut Vec<Fault>) -> Cow<'a, str> {
    let mut content = content;
    // A mark may stand there twice, or itself have been read as three letters and saved again.
    for mark in ["\u{feff}", "\u{feff}", "ï»¿"] {
        content = content.strip_prefix(mark.as_bytes()).unwrap_or(content);
    }
    let error = match std::str::from_utf8(content) {
        Ok(text) => return Cow::Borrowed(text),
        Err(error) => error,
    };
    let (text, encoding) = encoding::likely_text(content);
    let line = 1 + content[..error.valid_up_to()]
        .iter()
        .filter(|byte| **byte == b'\n')
        .count();
    let what = match encoding {
        "UTF-8" => format!("line {line} holds bytes that are no letters in UTF-8"),
        other => format!("line {line} is not in UTF-8 but, it seems, in {other}"),
    };
    let remedy = "save the file as *CSV UTF-8 (Comma delimited)* (Excel: Save As; LibreOffice: \
                  Save As, Edit filter settings, Unicode (UTF-8))";
    faults.push(Fault::new(file, what, remedy));
    Cow::Owned(text)
}

fn names(header: &Record) -> Vec<String> {
    let names = header.cells.iter().map(|cell| cell.text.trim());
    names.map(str::to_lowercase).collect()
}

/// What is wrong with the quotation marks of a row.
fn torn(file: &str, record: &Record, header: &[String]) -> Option<Fault> {
    let torn = record.torn?;
    let cell = record.cells.last()?;
    let (place, what, remedy) = match torn {
        Torn::Open => (
            0..1,
            "the quotation mark that opens the cell is not closed in its row",
            "close it before the next separator, or take it out",
        ),
        Torn::Inside(at) => (
            at..at + 1,
            "the cell goes on after the quotation mark that closes it",
            "write a quotation mark inside a cell twice (\"\"), or as «»",
        ),
    };
    let fault = Fault::new(file, what, remedy).in_row(record.number);
    Some(match header.get(record.cells.len() - 1) {
        Some(column) => fault.in_column(column).at(&cell.text, place),
        None => fault,
    })
}

/// The separator that the header line uses most.
fn separator(text: &str) -> u8 {
    let mut lines = text.split(['\n', '\r']);
    let header = lines.find(|line| !line.trim().is_empty());
    let header = header.unwrap_or_default();
    let count = |wanted: &u8| header.bytes().filter(|byte| byte == wanted).count();
    let most = [b'\t', b';', b','].into_iter().max_by_key(count);
    most.unwrap_or(b',')
}
