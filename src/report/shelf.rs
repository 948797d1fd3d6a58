//! Where tables go, and how a table is written.

use super::cell::Cell;
use super::columns::{self, Column, ColumnKind};
use super::csv::{CsvRows, Mark};
use super::jsonl::JsonRows;
use super::table::{Rows, Table};
use crate::error::Result;
use rayon::prelude::*;
use std::io::Write;

/// Where tables go: a folder with a file for each, a workbook, a page.
pub(crate) trait Shelf: Sync {
    /// Begins a table, and gives what takes its rows. Several may be begun before the first is
    /// finished, each on a thread of its own.
    fn begin(&self, table: &str, columns: &[Column]) -> Result<Box<dyn Rows + '_>>;
}

/// Puts tables on a shelf, on all processors.
///
/// Errors: those of the shelf.
pub(crate) fn fill<Of: Sync>(
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
pub(crate) enum Format {
    /// For spreadsheets.
    Csv(Mark),
    /// An object a row.
    Jsonl,
}

impl Format {
    /// The ending of its files.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Format::Csv(_) => "csv",
            Format::Jsonl => "jsonl",
        }
    }

    /// Begins a table.
    ///
    /// Errors: a disk that refuses, a reader that has gone.
    pub(crate) fn begin<'o>(
        self,
        out: impl Write + 'o,
        columns: &[Column],
    ) -> Result<Box<dyn Rows + 'o>> {
        Ok(match self {
            Format::Csv(mark) => held(CsvRows::new(out, columns, mark)?, columns),
            Format::Jsonl => held(JsonRows::new(out, columns), columns),
        })
    }

    /// Goes on with a table that has begun elsewhere.
    pub(crate) fn further<'o>(
        self,
        out: impl Write + 'o,
        columns: &[Column],
    ) -> Box<dyn Rows + 'o> {
        match self {
            Format::Csv(_) => held(CsvRows::further(out), columns),
            Format::Jsonl => held(JsonRows::new(out, columns), columns),
        }
    }

    /// A whole table as a text.
    ///
    /// Errors: those of `fill`.
    pub(crate) fn text(
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

/// Rows whose cells are held against their columns wherever the program is tested, so that what a
/// column says of its kind is true of every table of every command.
struct Held<R> {
    rows: R,
    kinds: Vec<ColumnKind>,
}

/// Rows so held.
pub(super) fn held<'o>(rows: impl Rows + 'o, columns: &[Column]) -> Box<dyn Rows + 'o> {
    if !cfg!(debug_assertions) {
        return Box::new(rows);
    }
    let kinds = columns.iter().map(|column| column.kind).collect();
    Box::new(Held { rows, kinds })
}

impl<R: Rows> Rows for Held<R> {
    fn row(&mut self, cells: &[Cell]) -> Result<()> {
        let mut held = cells.iter().zip(&self.kinds);
        assert_eq!(cells.len(), self.kinds.len(), "{cells:?}");
        assert!(
            held.all(|(cell, kind)| cell.is_of(*kind)),
            "{cells:?}: {:?}",
            self.kinds
        );
        self.rows.row(cells)
    }

    fn finish(&mut self) -> Result<()> {
        self.rows.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes a row of `merges` (a key, a key, then numbers) and says whether it could be written.
    fn is_written(cells: &[Cell]) -> bool {
        let written = || Format::Csv(Mark::None).text("merges", |rows| rows.row(cells));
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(written)).is_ok()
    }

    #[test]
    #[cfg_attr(not(debug_assertions), ignore = "cells are held in debug builds only")]
    fn a_cell_of_another_kind_than_its_column_can_be_written_in_no_test() {
        let kinds: Vec<ColumnKind> = columns::of("merges", &[]).iter().map(|c| c.kind).collect();
        let of = |kind: &ColumnKind| match kind {
            ColumnKind::Count => Cell::Count(1),
            ColumnKind::Number => Cell::Number(0.5),
            ColumnKind::Flag => Cell::Flag(true),
            _ => Cell::text("x"),
        };
        let cells: Vec<Cell> = kinds.iter().map(of).collect();
        assert!(is_written(&cells));
        assert!(is_written(&vec![Cell::Missing; cells.len()]));
        assert!(!is_written(&cells[1..]));
        for (at, kind) in kinds.iter().enumerate() {
            let mut wrong = cells.clone();
            wrong[at] = match kind {
                ColumnKind::Flag => Cell::text("x"),
                _ => Cell::Flag(true),
            };
            assert!(!is_written(&wrong), "{at}");
        }
    }
}
