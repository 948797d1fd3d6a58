//! Where tables go, and how a table is written.

use super::columns::{self, Column};
use super::csv::{CsvRows, Mark};
use super::jsonl::JsonRows;
use super::table::{Rows, Table};
use crate::error::Result;
use rayon::prelude::*;
use std::io::Write;

/// Where tables go: a folder with a file for each, a workbook, a page.
pub trait Shelf: Sync {
    /// Begins a table, and gives what takes its rows. Several may be begun before the first is
    /// finished, each on a thread of its own.
    fn begin(&self, table: &str, columns: &[Column]) -> Result<Box<dyn Rows + '_>>;
}

/// Puts tables on a shelf, on all processors.
///
/// Errors: those of the shelf.
pub fn fill<Of: Sync>(
    shelf: &dyn Shelf,
    tables: &[Table<Of>],
    (of, sources): (&Of, &[String]),
) -> Result<()> {
    tables.par_iter().try_for_each(|table| {
        let mut rows = shelf.begin(table.file(), &table.columns(sources))?;
        (table.fill)(of, rows.as_mut())?;
        rows.finish()
    })
}

/// How a table is written to a file or a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For spreadsheets.
    Csv(Mark),
    /// An object a row.
    Jsonl,
}

impl Format {
    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Csv(_) => "csv",
            Format::Jsonl => "jsonl",
        }
    }

    /// Begins a table.
    ///
    /// Errors: a disk that refuses, a reader that has gone.
    pub fn begin<'o>(self, out: impl Write + 'o, columns: &[Column]) -> Result<Box<dyn Rows + 'o>> {
        Ok(match self {
            Format::Csv(mark) => Box::new(CsvRows::new(out, columns, mark)?),
            Format::Jsonl => Box::new(JsonRows::new(out, columns)),
        })
    }

    /// Goes on with a table that has begun elsewhere.
    pub fn further<'o>(self, out: impl Write + 'o, columns: &[Column]) -> Box<dyn Rows + 'o> {
        match self {
            Format::Csv(_) => Box::new(CsvRows::further(out)),
            Format::Jsonl => Box::new(JsonRows::new(out, columns)),
        }
    }

    /// A whole table as a text.
    ///
    /// Errors: those of `fill`.
    pub fn text(
        self,
        table: &str,
        fill: impl FnOnce(&mut dyn Rows) -> Result<()>,
    ) -> Result<String> {
        let mut bytes = Vec::new();
        let mut rows = self.begin(&mut bytes, &columns::of(table, &[]))?;
        fill(rows.as_mut())?;
        rows.finish()?;
        drop(rows);
        Ok(String::from_utf8(bytes).expect("cells are texts"))
    }
}
