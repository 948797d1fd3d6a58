//! A table: its name, by which it has its columns, and what fills it.

use super::cell::Cell;
use super::columns::{self, Column};
use crate::error::Result;
use crate::study::Findings;

/// Whatever takes the rows of one table.
pub(crate) trait Rows {
    /// Takes one row, as many cells as the table has columns.
    fn row(&mut self, cells: &[Cell]) -> Result<()>;
    /// Hands on what is still held back.
    fn finish(&mut self) -> Result<()>;
}

/// One table of a report on `Of`. Its columns are the rows of `columns.csv` under its name.
pub(crate) struct Table<Of: 'static = Findings> {
    /// Its name: the file's without the ending; one of a diff has `diff` in front.
    pub name: &'static str,
    /// Gives its rows, sorted.
    pub fill: fn(&Of, &mut dyn Rows) -> Result<()>,
}

impl<Of> Table<Of> {
    /// The name of its file, without the ending.
    pub(crate) fn file(&self) -> &'static str {
        self.name.trim_start_matches("diff ")
    }

    /// Its columns; some are there once a source.
    pub(crate) fn columns(&self, sources: &[String]) -> Vec<Column> {
        columns::of(self.name, sources)
    }
}

/// Every column of some tables, as `(table, column)`.
pub(crate) fn columns_of<Of>(
    tables: &[Table<Of>],
    sources: &[String],
) -> Vec<(&'static str, Column)> {
    let named = |table: &Table<Of>| {
        let columns = table.columns(sources).into_iter();
        let file = table.file();
        columns
            .map(move |column| (file, column))
            .collect::<Vec<_>>()
    };
    tables.iter().flat_map(named).collect()
}
