//! CSV as spreadsheets read it: RFC 4180, UTF-8 with a byte-order mark, no cell that runs as a
//! formula.

use super::cell::Cell;
use super::columns::Column;
use super::table::Rows;
use crate::error::{Error, Result};
use crate::tables::with_guard;
use crate::wording::said;
use std::fmt::Write as _;
use std::io::{BufWriter, ErrorKind, Write};

/// Whether a file begins with a byte-order mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// As Excel needs it to read Arabic.
    Bom,
    /// Without.
    None,
}

/// Writes one table.
pub(crate) struct CsvRows<W: Write> {
    out: BufWriter<W>,
    /// The row that is being made.
    line: String,
}

impl<W: Write> CsvRows<W> {
    /// Begins a table with its header.
    pub(crate) fn new(mut out: W, columns: &[Column], mark: Mark) -> Result<Self> {
        if mark == Mark::Bom {
            out.write_all("\u{feff}".as_bytes()).map_err(failed)?;
        }
        let mut table = CsvRows::further(out);
        let header: Vec<Cell> = columns.iter().map(|c| Cell::text(&*c.name)).collect();
        table.row(&header)?;
        Ok(table)
    }

    /// Goes on with a table whose header is written already.
    pub(crate) fn further(out: W) -> Self {
        CsvRows {
            out: BufWriter::new(out),
            line: String::new(),
        }
    }
}

impl<W: Write> Rows for CsvRows<W> {
    fn row(&mut self, cells: &[Cell]) -> Result<()> {
        self.line.clear();
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.line.push(',');
            }
            put(cell, &mut self.line);
        }
        // A line of nothing is no row to those who read it.
        if self.line.is_empty() {
            self.line.push_str("\"\"");
        }
        self.line.push_str("\r\n");
        self.out.write_all(self.line.as_bytes()).map_err(failed)
    }

    fn finish(&mut self) -> Result<()> {
        self.out.flush().map_err(failed)
    }
}

fn put(cell: &Cell, line: &mut String) {
    // A text takes whatever is written.
    let _ = match cell {
        Cell::Missing => Ok(()),
        Cell::Text(text) => {
            put_text(&with_guard(text), line);
            Ok(())
        }
        Cell::Count(count) => write!(line, "{count}"),
        Cell::Number(number) => line.write_str(&decimals(*number)),
        Cell::Flag(is_so) => line.write_str(if *is_so { "1" } else { "0" }),
        Cell::YesNo(is_so) => line.write_str(if *is_so { "yes" } else { "no" }),
    };
}

/// What makes a text stand in quotation marks: what RFC 4180 names, and the other signs at which
/// spreadsheets part cells of themselves.
const PARTING: [u8; 6] = [b',', b';', b'\t', b'"', b'\r', b'\n'];

fn put_text(text: &str, line: &mut String) {
    if !text.bytes().any(|byte| PARTING.contains(&byte)) {
        return line.push_str(text);
    }
    line.push('"');
    for (at, piece) in text.split('"').enumerate() {
        if at > 0 {
            line.push_str("\"\"");
        }
        line.push_str(piece);
    }
    line.push('"');
}

/// Four decimals, without a sign on zero.
pub(crate) fn decimals(number: f64) -> String {
    let text = format!("{number:.4}");
    if text == "-0.0000" {
        "0.0000".to_owned()
    } else {
        text
    }
}

/// The error of a table that cannot be written.
pub(crate) fn failed(error: std::io::Error) -> Error {
    match error.kind() {
        ErrorKind::BrokenPipe => Error::OutputClosed,
        _ => Error::Output(said("place.unwritten", &[&error])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::columns;

    fn written(cells: &[Cell]) -> String {
        let mut out = Vec::new();
        let header = &columns::of("merges", &[])[..2];
        let mut writer = CsvRows::new(&mut out, header, Mark::Bom).unwrap();
        writer.row(cells).unwrap();
        writer.finish().unwrap();
        drop(writer);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_text_that_looks_like_a_formula_is_made_harmless_and_a_negative_number_is_not() {
        let text = written(&[Cell::text("=1+1"), Cell::number(-0.5)]);
        assert_eq!(text, "\u{feff}step,left\r\n'=1+1,-0.5000\r\n");
    }

    #[test]
    fn what_is_missing_is_an_empty_cell() {
        let text = written(&[Cell::number(f64::NAN), Cell::share(1, 0)]);
        assert_eq!(text, "\u{feff}step,left\r\n,\r\n");
    }

    #[test]
    fn a_flag_is_a_figure_or_a_word_as_its_table_has_it() {
        let text = written(&[Cell::Flag(true), Cell::YesNo(false)]);
        assert_eq!(text, "\u{feff}step,left\r\n1,no\r\n");
    }

    #[test]
    fn what_a_spreadsheet_may_part_a_cell_at_stands_in_quotation_marks() {
        let text = written(&[Cell::text("a; b"), Cell::text("a\tb")]);
        assert_eq!(text, "\u{feff}step,left\r\n\"a; b\",\"a\tb\"\r\n");
    }

    #[test]
    fn quotation_marks_and_line_breaks_are_kept() {
        let text = written(&[Cell::text("قال \"نعم\""), Cell::text("a\nb")]);
        assert_eq!(
            text,
            "\u{feff}step,left\r\n\"قال \"\"نعم\"\"\",\"a\nb\"\r\n"
        );
    }
}
