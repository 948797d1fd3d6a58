//! CSV as spreadsheets read it: RFC 4180, UTF-8 with a byte-order mark, no cell that runs as a
//! formula.

use super::cell::Cell;
use super::columns::Column;
use super::table::Rows;
use crate::error::{Error, Result};
use crate::tables::with_guard;
use crate::wording::said;
use std::io::{ErrorKind, Write};

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
    writer: csv::Writer<W>,
}

impl<W: Write> CsvRows<W> {
    /// Begins a table with its header.
    pub(crate) fn new(mut out: W, columns: &[Column], mark: Mark) -> Result<Self> {
        if mark == Mark::Bom {
            out.write_all("\u{feff}".as_bytes()).map_err(failed)?;
        }
        let mut writer = builder().from_writer(out);
        let header = columns
            .iter()
            .map(|column| with_guard(&column.name).into_owned());
        writer
            .write_record(header.map(String::into_bytes))
            .map_err(csv_failed)?;
        Ok(CsvRows { writer })
    }

    /// Goes on with a table whose header is written already.
    pub(crate) fn further(out: W) -> Self {
        CsvRows {
            writer: builder().from_writer(out),
        }
    }
}

impl<W: Write> Rows for CsvRows<W> {
    fn row(&mut self, cells: &[Cell]) -> Result<()> {
        for cell in cells {
            let written = match cell {
                Cell::Missing => self.writer.write_field(""),
                Cell::Text(text) => self.writer.write_field(with_guard(text).as_bytes()),
                Cell::Count(count) => self.writer.write_field(count.to_string()),
                Cell::Number(number) => self.writer.write_field(decimals(*number)),
                Cell::Flag(is_so) => self.writer.write_field(if *is_so { "1" } else { "0" }),
                Cell::YesNo(is_so) => self.writer.write_field(if *is_so { "yes" } else { "no" }),
            };
            written.map_err(csv_failed)?;
        }
        self.writer.write_record(None::<&[u8]>).map_err(csv_failed)
    }

    fn finish(&mut self) -> Result<()> {
        self.writer.flush().map_err(failed)
    }
}

fn builder() -> csv::WriterBuilder {
    let mut builder = csv::WriterBuilder::new();
    builder.terminator(csv::Terminator::CRLF).flexible(true);
    builder
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

fn csv_failed(error: csv::Error) -> Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => failed(error),
        other => Error::Output(said("place.unwritable", &[&format!("{other:?}")])),
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
    fn quotation_marks_and_line_breaks_are_kept() {
        let text = written(&[Cell::text("قال \"نعم\""), Cell::text("a\nb")]);
        assert_eq!(
            text,
            "\u{feff}step,left\r\n\"قال \"\"نعم\"\"\",\"a\nb\"\r\n"
        );
    }
}
