//! A table read whole, whatever it is kept as: its header, and its cells with their places.

use super::cut::{self, Torn};
use super::letters::letters;
use super::limits::{self, Limits};
use super::{bytes, header, is_invisible, unguarded, workbook};
use crate::error::{Error, Fault, Result, Severity, did_you_mean, isolated};
use crate::language::signs;
use crate::wording::{said, word};
use std::ops::Range;
use std::path::Path;

/// The cells of one file, under their headers.
pub(crate) struct Sheet {
    /// The file as the user would name it.
    pub file: String,
    /// The names of its columns in small letters.
    pub(super) header: Vec<String>,
    pub(super) header_row: Row,
    /// The rows below the header that hold anything.
    pub rows: Vec<Row>,
    /// The file's text without the marks at its beginning; empty for a workbook.
    pub(super) text: String,
    pub(super) separator: u8,
}

/// One row of a [`Sheet`].
#[derive(Default)]
pub(crate) struct Row {
    /// As a spreadsheet numbers it: the header is row 1.
    pub number: u64,
    pub(super) cells: Vec<String>,
    /// Where each cell stands in the text, quotation marks included; none in a workbook.
    pub(super) spans: Vec<Range<usize>>,
    /// The line of the file that it begins on.
    pub(super) line: u64,
}

impl Row {
    fn is_filled(&self) -> bool {
        self.cells.iter().any(|cell| !cell.trim().is_empty())
    }
}

impl Sheet {
    /// Reads the content of a file, workbook or text. What cannot be read (letters, lost quotation
    /// marks) is added to `faults`; a row that is torn is left out.
    pub(crate) fn read(file: &str, content: &[u8], faults: &mut Vec<Fault>) -> Sheet {
        let mut sheet = Sheet {
            file: file.to_owned(),
            header: Vec::new(),
            header_row: Row::default(),
            rows: Vec::new(),
            text: String::new(),
            separator: b',',
        };
        match Sheet::is_workbook(file) {
            true => sheet.rows = of_workbook(file, content, faults),
            false => sheet.cut(letters(file, content, faults), faults),
        }
        match sheet.rows.is_empty() {
            true => sheet.header_row.number = 1,
            false => sheet.header_row = sheet.rows.remove(0),
        }
        sheet.header = names(&sheet.header_row);
        sheet
    }

    /// Reads a file that a researcher filled in, and its SHA-256.
    ///
    /// Errors: no such file, and all that is wrong with it in one message.
    pub(crate) fn load(path: &Path, limits: &Limits) -> Result<(Sheet, String)> {
        let remedy = word("table.allow-list");
        let content = limits::whole(path, limits.list_megabytes, remedy)?;
        let mut faults = Vec::new();
        let sheet = Sheet::read(&path.display().to_string(), &content, &mut faults);
        faults.retain(|fault| fault.severity == Severity::Error);
        match faults.as_slice() {
            [] => Ok((sheet, bytes::digest(&content))),
            faults => Err(refused(faults)),
        }
    }

    /// Whether a file is no text, by its ending.
    pub(crate) fn is_workbook(file: &str) -> bool {
        let ending = file.rsplit('.').next().unwrap_or_default();
        workbook::ENDINGS
            .iter()
            .any(|book| ending.eq_ignore_ascii_case(book))
    }

    /// Cuts a text; the rows that hold anything, the header first.
    fn cut(&mut self, text: String, faults: &mut Vec<Fault>) {
        let header = header::header(text.as_bytes(), |_| false);
        let begin = (header.start, header.row);
        self.separator = header.separator;
        let mut counted = (0, 0);
        let mut left = MOST_CELLS.max(text.len() / BYTES_OF_A_CELL);
        for record in cut::records(&text, begin, header.separator) {
            let value = |cell: &Range<usize>| match record.torn {
                Some(_) => text[cell.clone()].to_owned(),
                None => {
                    let cell = cut::unquoted(&text.as_bytes()[cell.clone()]);
                    String::from_utf8_lossy(&cell).into_owned()
                }
            };
            let row = Row {
                number: record.number,
                line: {
                    let begin = record.cells.first().map_or(counted.0, |cell| cell.start);
                    counted = (begin, counted.1 + cut::line_ends(&text[counted.0..begin]));
                    counted.1 + 1
                },
                cells: record.cells.iter().map(value).collect(),
                spans: record.cells,
            };
            if !row.is_filled() {
                continue;
            }
            let torn = record.torn.map(|torn| self.torn(&row, torn));
            left = left.saturating_sub(row.cells.len());
            if left == 0 || faults.len() > MOST_FAULTS {
                let what = word("table.goes-on");
                faults.push(Fault::new(&self.file, what, word("hint.part")).in_row(row.number));
                break;
            }
            // Without a header nothing could be read at all.
            if torn.is_none() || self.rows.is_empty() {
                self.rows.push(row);
            }
            faults.extend(torn);
        }
        self.text = text;
    }

    /// What is wrong with the quotation marks of a row.
    fn torn(&self, row: &Row, torn: Torn) -> Fault {
        let (place, what, remedy) = match torn {
            Torn::Open => (0..1, word("table.open-mark"), word("table.close-mark")),
            Torn::Inside(at) => (
                at..at + 1,
                word("table.behind-mark"),
                word("table.double-mark"),
            ),
        };
        let fault = Fault::new(&self.file, what, remedy).in_row(row.number);
        let header = names(self.rows.first().unwrap_or(row));
        let column = header.get(row.cells.len() - 1);
        match (column, row.cells.last()) {
            (Some(column), Some(cell)) => fault.in_column(column).at(cell, place),
            _ => fault,
        }
    }

    /// The header and the rows below it: for tables that may be without one.
    pub(crate) fn all_rows(&self) -> impl Iterator<Item = &Row> {
        let header = Some(&self.header_row).filter(|row| row.is_filled());
        header.into_iter().chain(&self.rows)
    }

    /// The names of its columns, in their order.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &str> {
        self.header.iter().map(String::as_str)
    }

    /// The place of a column.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|known| known == name)
    }

    /// Whether there is such a column.
    pub(crate) fn has(&self, column: &str) -> bool {
        self.column(column).is_some()
    }

    /// Asks for a column that must be there.
    ///
    /// Errors: it is missing, with the likeliest one that is there, or else with `advice`.
    pub(crate) fn needs(&self, column: &str, advice: &str) -> Result<()> {
        if self.has(column) {
            return Ok(());
        }
        let advice = match did_you_mean(column, self.header.iter().map(String::as_str)) {
            Some(likely) => said("table.rename", &[&isolated(likely)]),
            None => advice.to_owned(),
        };
        let file = &self.file;
        Err(Error::Table(said(
            "table.no-needed",
            &[&file, &column, &advice],
        )))
    }

    /// The header's columns that have a name, with the cell that a row has there, without the
    /// spaces around it.
    pub(crate) fn named_cells<'a>(
        &'a self,
        row: &'a Row,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        let cells = self.header.iter().zip(&row.cells);
        cells
            .filter(|(name, _)| !name.is_empty())
            .map(|(name, cell)| (name.as_str(), cell.trim()))
    }

    /// A cell without the spaces around it; empty where the file has no such column.
    pub(crate) fn cell<'a>(&self, row: &'a Row, column: &str) -> &'a str {
        let at = self.column(column);
        at.map_or("", |at| row.cell(at))
    }

    /// A cell of a table that mizan wrote and a spreadsheet may have saved: without what steers its
    /// direction, and without the apostrophe that keeps a text from running as a formula.
    pub(crate) fn as_meant<'a>(&self, row: &'a Row, column: &str) -> &'a str {
        let cell = self.cell(row, column).trim_matches(is_invisible);
        unguarded(cell).trim_matches(is_invisible)
    }

    /// The values of a cell, parted by `;` of either script.
    pub(crate) fn values(&self, row: &Row, column: &str) -> Vec<String> {
        let values = self.cell(row, column).split(VALUE_ENDS);
        values
            .map(str::trim)
            .filter(|value| !value.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// A fault at a cell of this file.
    pub(crate) fn fault(
        &self,
        row: &Row,
        column: &str,
        what: impl Into<String>,
        remedy: &str,
    ) -> Fault {
        Fault::new(&self.file, what, remedy)
            .in_row(row.number)
            .in_column(column)
    }

    /// A fault of the header.
    pub(crate) fn header_fault(&self, what: impl Into<String>, remedy: impl Into<String>) -> Fault {
        Fault::new(&self.file, what, remedy).in_row(self.header_row.number)
    }
}

impl Row {
    /// A cell by its place, without the spaces around it; empty where there is none.
    pub(crate) fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", |cell| cell.trim())
    }

    /// How many cells it has.
    pub(crate) fn width(&self) -> usize {
        self.cells.len()
    }
}

/// A cell takes memory even where it is empty. So many are read of any table, and of one that has
/// more as many as there would be with so many bytes in each.
const MOST_CELLS: usize = 1 << 24;
const BYTES_OF_A_CELL: usize = 8;

/// After so many faults a file is no table.
const MOST_FAULTS: usize = 10_000;

/// What ends a value of a cell that lists several: the semicolons of both scripts.
pub(crate) const VALUE_ENDS: [char; 2] = [';', signs::SEMICOLON];

/// Faults beyond this many are counted, not listed.
const FAULTS_SHOWN: usize = 20;

/// All faults in one error.
pub(crate) fn refused(faults: &[Fault]) -> Error {
    let shown = faults.iter().take(FAULTS_SHOWN);
    let mut lines: Vec<String> = shown.map(Fault::to_string).collect();
    if faults.len() > FAULTS_SHOWN {
        lines.push(said("table.and-more", &[&(faults.len() - FAULTS_SHOWN)]));
    }
    Error::Table(lines.join("\n"))
}

/// The names of columns, however they are written.
pub(super) fn names(header: &Row) -> Vec<String> {
    let names = header.cells.iter();
    names
        .map(|name| name.trim_matches(is_invisible).to_lowercase())
        .collect()
}

/// The rows of a workbook's first sheet that hold anything.
fn of_workbook(file: &str, content: &[u8], faults: &mut Vec<Fault>) -> Vec<Row> {
    let book = match workbook::read(file, content, None, Limits::DEFAULT.workbook_megabytes) {
        Ok(book) => book,
        Err(fault) => {
            faults.push(fault);
            return Vec::new();
        }
    };
    if !book.unread.is_empty() {
        let what = said("table.first-sheet", &[&book.unread]);
        let remedy = word("table.sheet-alone");
        faults.push(Fault::new(file, what, remedy).as_warning());
    }
    faults.extend(book.remarks);
    let row = |(number, cells)| Row {
        number,
        cells,
        spans: Vec::new(),
        line: 0,
    };
    book.rows.into_iter().map(row).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A table without faults.
    pub(crate) fn read(text: &str) -> Sheet {
        let mut faults = Vec::new();
        let sheet = Sheet::read("g.csv", text.as_bytes(), &mut faults);
        assert!(faults.is_empty(), "{faults:?}");
        sheet
    }

    #[test]
    fn a_sheet_of_any_separator_is_read_with_its_row_numbers() {
        for text in [
            "Article,Label\na,x\n,\nb,\"y, z\"\n",
            "article;label\r\na;x\r\n;\r\nb;y, z\r\n",
        ] {
            let sheet = read(text);
            let cells = |row| [sheet.cell(row, "article"), sheet.cell(row, "label")];
            let rows = sheet.rows.iter().map(|row| (row.number, cells(row)));
            let rows: Vec<(u64, [&str; 2])> = rows.collect();
            assert_eq!(rows, [(2, ["a", "x"]), (4, ["b", "y, z"])], "{text}");
        }
    }

    #[test]
    fn a_missing_column_is_told_with_the_likeliest_one() {
        let fault = read("articel,label\n").needs("article", "").unwrap_err();
        let fault = fault.to_string();
        assert!(
            fault.contains("row 1") && fault.contains("rename"),
            "{fault}"
        );
    }
}
