//! How places are written.

use super::{FindArgs, PlaceFormat};
use crate::cli::out::unwritten;
use crate::error::{Result, harmless};
use crate::report::{self, Format, Occurrence, Rows, place_told};
use std::io::Write;

/// Where places go: lines to be read, or a table.
pub(super) enum Out<'o> {
    /// Lines.
    Text(&'o mut dyn Write),
    /// Rows.
    Table(Box<dyn Rows + 'o>),
}

impl<'o> Out<'o> {
    /// To a file or to standard output; a table begins with its header.
    pub(super) fn new(args: &FindArgs, out: &'o mut dyn Write) -> Result<Self> {
        let format = match args.format {
            PlaceFormat::Text => return Ok(Out::Text(out)),
            PlaceFormat::Csv => Format::Csv(args.mark.mark()),
            PlaceFormat::Jsonl => Format::Jsonl,
        };
        let columns = report::columns_of("find", &[]);
        Ok(Out::Table(format.begin(out, &columns)?))
    }

    /// Writes one place.
    pub(super) fn place(&mut self, place: &Occurrence) -> Result<()> {
        match self {
            Out::Text(_) => self.text(&place_told(place)),
            Out::Table(rows) => rows.row(&place.cells()),
        }
    }

    /// Writes words between the places; none into a table.
    pub(super) fn text(&mut self, text: &str) -> Result<()> {
        match self {
            Out::Text(out) => out.write_all(harmless(text).as_bytes()).map_err(unwritten),
            Out::Table(_) => Ok(()),
        }
    }

    /// Hands on what is held back.
    pub(super) fn flush(&mut self) -> Result<()> {
        match self {
            Out::Text(out) => out.flush().map_err(unwritten),
            Out::Table(rows) => rows.finish(),
        }
    }
}
