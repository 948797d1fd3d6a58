//! One lexicon file as rows of cells: whatever a spreadsheet wrote (`,` `;` or tab, with or without
//! byte-order mark, `.xlsx`, `.ods`).

use crate::error::{Fault, Severity, did_you_mean, isolated};
use calamine::{Data, Reader};
use std::io::Cursor;

/// The cells of one file, under their headers.
pub struct Sheet {
    /// The file as the user would name it.
    pub file: String,
    header: Vec<String>,
    /// The rows that hold anything.
    pub rows: Vec<Row>,
}

/// One row of a [`Sheet`].
pub struct Row {
    /// As a spreadsheet numbers it: the header is row 1.
    pub number: u64,
    cells: Vec<String>,
}

impl Sheet {
    /// Reads a file and holds its header against the columns it should have; `needed` of them
    /// must be there.
    ///
    /// Faults (unreadable text, ragged rows, unknown or missing columns) are added to `faults`.
    pub fn read(
        file: &str,
        content: &[u8],
        columns: &[&str],
        needed: usize,
        faults: &mut Vec<Fault>,
    ) -> Sheet {
        let mut rows = match file.rsplit('.').next() {
            Some("xlsx" | "ods") => workbook_rows(file, content, faults),
            _ => text_rows(file, content, faults),
        };
        let header = match rows.is_empty() {
            true => Vec::new(),
            false => rows
                .remove(0)
                .cells
                .iter()
                .map(|name| name.trim().to_lowercase())
                .collect(),
        };
        let sheet = Sheet {
            file: file.to_owned(),
            header,
            rows,
        };
        sheet.check_header(columns, &columns[..needed], faults);
        sheet
    }

    /// A cell without the spaces around it; empty where the file has no such column.
    pub fn cell<'a>(&self, row: &'a Row, column: &str) -> &'a str {
        let at = self.header.iter().position(|name| name == column);
        at.and_then(|at| row.cells.get(at))
            .map_or("", |cell| cell.trim())
    }

    /// The values of a cell, parted by `;`.
    pub fn values(&self, row: &Row, column: &str) -> Vec<String> {
        let values = self.cell(row, column).split([';', '؛']);
        values
            .map(str::trim)
            .filter(|value| !value.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// A fault at a cell of this file.
    pub fn fault(&self, row: &Row, column: &str, what: String, remedy: &str) -> Fault {
        Fault {
            file: self.file.clone(),
            row: Some(row.number),
            column: Some(column.to_owned()),
            what,
            remedy: remedy.to_owned(),
            severity: Severity::Error,
        }
    }

    /// The fault of a cell that must not be empty.
    pub fn empty(&self, row: &Row, column: &str) -> Fault {
        self.fault(
            row,
            column,
            "the cell is empty".to_owned(),
            "fill it, or delete the row",
        )
    }

    /// What a cell chooses among named options; `None`, with a fault, where it is none of them.
    pub fn choice<T: Copy>(
        &self,
        (row, column): (&Row, &str),
        given: &str,
        options: &[(&str, T)],
        faults: &mut Vec<Fault>,
    ) -> Option<T> {
        let found = options
            .iter()
            .find(|(name, _)| *name == given)
            .map(|(_, option)| *option);
        if found.is_none() {
            let what = format!("{} is not one of its values", isolated(given));
            let names = options.iter().map(|(name, _)| *name);
            faults.push(self.fault(row, column, what, &advice(given, names)));
        }
        found
    }

    fn check_header(&self, columns: &[&str], needed: &[&str], faults: &mut Vec<Fault>) {
        for name in self.header.iter().filter(|name| !name.is_empty()) {
            if !columns.contains(&name.as_str()) {
                let remedy = advice(name, columns.iter().copied());
                let what = format!("there is no column {}", isolated(name));
                faults.push(header_fault(&self.file, what, remedy));
            }
        }
        for name in needed
            .iter()
            .filter(|name| !self.header.iter().any(|have| have == *name))
        {
            let what = format!("the column `{name}` is missing");
            faults.push(header_fault(
                &self.file,
                what,
                "add it to the first row".to_owned(),
            ));
        }
    }
}

/// *Did you mean*, or else all there is to choose from.
pub fn advice<'a>(given: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> String {
    match did_you_mean(given, known.clone()) {
        Some(likely) => format!("did you mean `{likely}`?"),
        None => format!(
            "use one of {}",
            known.into_iter().collect::<Vec<_>>().join(", ")
        ),
    }
}

fn header_fault(file: &str, what: String, remedy: String) -> Fault {
    let severity = Severity::Error;
    Fault {
        file: file.to_owned(),
        row: Some(1),
        column: None,
        what,
        remedy,
        severity,
    }
}

fn text_rows(file: &str, content: &[u8], faults: &mut Vec<Fault>) -> Vec<Row> {
    let content = content.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(content);
    if let Err(error) = std::str::from_utf8(content) {
        let line = 1 + content[..error.valid_up_to()]
            .iter()
            .filter(|b| **b == b'\n')
            .count();
        let what = format!("line {line} is not UTF-8 text");
        let remedy = "save the file as `CSV UTF-8` (in Excel: Save As, CSV UTF-8)".to_owned();
        faults.push(Fault {
            row: None,
            ..header_fault(file, what, remedy)
        });
        return Vec::new();
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(content))
        .from_reader(content);
    let mut rows = Vec::new();
    for (number, record) in (1..).zip(reader.records()) {
        match record {
            Ok(record) => rows.push(Row {
                number,
                cells: record.iter().map(str::to_owned).collect(),
            }),
            Err(error) => {
                let what = format!("the row cannot be read ({error})");
                let remedy = "look for a quotation mark that is not closed".to_owned();
                faults.push(Fault {
                    row: Some(number),
                    ..header_fault(file, what, remedy)
                });
            }
        }
    }
    check_width(file, &rows, faults);
    rows.retain(|row| row.number == 1 || row.cells.iter().any(|cell| !cell.trim().is_empty()));
    rows
}

/// A row with more cells than the header has lost or gained a separator.
fn check_width(file: &str, rows: &[Row], faults: &mut Vec<Fault>) {
    let width = rows.first().map_or(0, |header| header.cells.len());
    for row in rows.iter().filter(|row| row.cells.len() > width) {
        let what = format!("the row has {} cells, the header {width}", row.cells.len());
        let remedy = "put a cell that contains the separator between quotation marks".to_owned();
        faults.push(Fault {
            row: Some(row.number),
            ..header_fault(file, what, remedy)
        });
    }
}

/// The separator that the header line uses most.
fn delimiter(content: &[u8]) -> u8 {
    let header = content
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let count = |wanted: u8| header.iter().filter(|byte| **byte == wanted).count();
    [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|byte| count(*byte))
        .unwrap_or(b',')
}

fn workbook_rows(file: &str, content: &[u8], faults: &mut Vec<Fault>) -> Vec<Row> {
    let mut unreadable = |error: String| {
        let what = format!("the workbook cannot be read ({error})");
        faults.push(Fault {
            row: None,
            ..header_fault(file, what, "save it again, or as `CSV UTF-8`".to_owned())
        });
    };
    let mut book = match calamine::open_workbook_auto_from_rs(Cursor::new(content)) {
        Ok(book) => book,
        Err(error) => {
            unreadable(error.to_string());
            return Vec::new();
        }
    };
    let range = match book.worksheet_range_at(0) {
        Some(Ok(range)) => range,
        Some(Err(error)) => {
            unreadable(error.to_string());
            return Vec::new();
        }
        None => return Vec::new(),
    };
    let first = range.start().map_or(0, |(row, _)| u64::from(row));
    let rows = (first + 1..).zip(range.rows());
    let rows = rows.map(|(number, cells)| Row {
        number,
        cells: cells.iter().map(cell_text).collect(),
    });
    rows.filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()))
        .collect()
}

/// What a cell of a workbook shows; a whole number without a decimal point.
fn cell_text(cell: &Data) -> String {
    match cell {
        Data::Float(number) if number.fract() == 0.0 => format!("{number:.0}"),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(content: &str) -> (Sheet, Vec<Fault>) {
        let mut faults = Vec::new();
        let sheet = Sheet::read(
            "t.csv",
            content.as_bytes(),
            &["id", "term", "note"],
            2,
            &mut faults,
        );
        (sheet, faults)
    }

    #[test]
    fn comma_semicolon_and_tab_read_the_same_with_and_without_mark() {
        for text in [
            "id,term\na,إرهابي\n",
            "\u{feff}id;term\na;إرهابي\n",
            "id\tterm\r\na\tإرهابي\r\n",
        ] {
            let (sheet, faults) = read(text);
            assert!(faults.is_empty(), "{faults:?}");
            assert_eq!(sheet.cell(&sheet.rows[0], "term"), "إرهابي");
        }
    }

    #[test]
    fn an_unknown_column_is_named_with_the_likely_one() {
        let (_, faults) = read("id,trem\na,b\n");
        let messages: Vec<String> = faults.iter().map(Fault::to_string).collect();
        assert!(messages[0].contains("did you mean `term`?"), "{messages:?}");
        assert!(
            messages[1].contains("the column `term` is missing"),
            "{messages:?}"
        );
    }

    #[test]
    fn a_row_with_too_many_cells_is_a_fault_with_its_row() {
        let (_, faults) = read("id,term\na,b\nc,d,e\n");
        assert_eq!(faults[0].row, Some(3));
    }

    #[test]
    fn another_encoding_is_named_with_its_line_and_the_menu_entry() {
        let mut faults = Vec::new();
        Sheet::read(
            "t.csv",
            b"id,term\na,\xc7\xe1\n",
            &["id", "term"],
            2,
            &mut faults,
        );
        assert!(
            faults[0].to_string().contains("line 2 is not UTF-8 text"),
            "{faults:?}"
        );
        assert!(faults[0].remedy.contains("CSV UTF-8"));
    }
}
