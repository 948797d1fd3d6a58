//! Tables of a report as a program takes them: whole, in memory, or written to wherever it likes.

use super::beyond::shown;
use super::cell::Cell;
use super::columns::{self, Column};
use super::csv::Mark;
use super::folder::Beside;
use super::page::PageOptions;
use super::shelf::Format;
use super::table::{Rows, Table};
use super::tables;
use super::tables::mentions::{MentionRow, mention_rows};
use super::workbook::{WorkbookOptions, WorkbookRows};
use crate::corpus::Article;
use crate::error::{Error, Result, did_you_mean};
use crate::lexicon::Lexicon;
use crate::settings::Settings;
use crate::study::{self, Findings};
use crate::wording::said;
use std::io::Write;
use std::path::Path;

/// A table with all its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenTable {
    /// Its name: that of the report's file without the ending.
    pub name: &'static str,
    /// Its columns, with kind, unit and meaning.
    pub columns: Vec<Column>,
    /// Its rows, sorted as in the report: a cell for each column.
    pub rows: Vec<Vec<Cell<'static>>>,
}

impl TakenTable {
    fn new(name: &'static str, columns: Vec<Column>) -> Self {
        TakenTable {
            name,
            columns,
            rows: Vec::new(),
        }
    }

    /// The place of a column in each row; `None` where the table has no such column.
    pub fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|known| known.name == column)
    }

    /// Writes it as CSV.
    ///
    /// Errors: a writer that refuses.
    pub fn write_csv(&self, out: impl Write, mark: Mark) -> Result<()> {
        self.write(out, Format::Csv(mark))
    }

    /// Writes it as JSON Lines.
    ///
    /// Errors: a writer that refuses.
    pub fn write_jsonl(&self, out: impl Write) -> Result<()> {
        self.write(out, Format::Jsonl)
    }

    fn write(&self, out: impl Write, format: Format) -> Result<()> {
        let mut rows = format.begin(out, &self.columns)?;
        self.rows.iter().try_for_each(|row| rows.row(row))?;
        rows.finish()
    }
}

impl Rows for TakenTable {
    fn row(&mut self, cells: &[Cell]) -> Result<()> {
        self.rows.push(cells.iter().map(Cell::owned).collect());
        Ok(())
    }

    fn finish(&mut self) -> Result<()> {
        Ok(())
    }
}

impl Findings {
    /// The names of the report's tables, in the order of `docs/METHOD.md`, which explains them.
    pub fn table_names() -> Vec<&'static str> {
        tables::all().iter().map(|table| table.name).collect()
    }

    /// One table of the report.
    ///
    /// Errors: no table of that name.
    pub fn table(&self, name: &str) -> Result<TakenTable> {
        let table = found(name)?;
        let mut taken = TakenTable::new(table.name, table.columns(&shown(self)));
        (table.fill)(self, &mut taken)?;
        Ok(taken)
    }

    /// What was found, in a few plain sentences; *too few* where it is too few.
    pub fn summary(&self) -> String {
        super::summary(self)
    }

    /// Writes every table, the summary, the page and the workbook into a folder, in the place of an
    /// older report.
    ///
    /// Errors: a folder that holds something else than a report (it is left alone), a disk that
    /// refuses. After an error the old report is as it was.
    pub fn write(&self, folder: &Path, mark: Mark) -> Result<()> {
        let beside = Beside {
            mark,
            ..Beside::default()
        };
        self.write_with(folder, beside)
    }

    /// The same with what is asked for beside the tables.
    ///
    /// Errors: those of [`write`](Findings::write); Parquet in a program that was built without.
    pub fn write_with(&self, folder: &Path, beside: Beside) -> Result<()> {
        super::write(self, super::reserve(folder, &[])?, beside).map(|_| ())
    }

    /// The page alone. The same findings and options give the same text.
    pub fn page(&self, options: PageOptions) -> String {
        super::page::page(self, options)
    }

    /// Writes the workbook alone, into a file that is not there yet.
    ///
    /// Errors: a file that is there, which is left alone; a disk that refuses.
    pub fn write_workbook(&self, path: &Path, rows: WorkbookRows) -> Result<()> {
        super::spared(path, &[])?;
        let options = WorkbookOptions {
            rows,
            ..WorkbookOptions::default()
        };
        super::write_file(path, |out| {
            super::workbook::write_into(self, out, (&std::env::temp_dir(), options))
        })
    }
}

/// The table of a report that has this name.
///
/// Errors: there is none.
pub(super) fn found(name: &str) -> Result<Table> {
    let mut tables = tables::all();
    match tables.iter().position(|table| table.name == name) {
        Some(at) => Ok(tables.swap_remove(at)),
        None => Err(no_such_table(name, &tables)),
    }
}

fn no_such_table(name: &str, tables: &[Table]) -> Error {
    let names = || tables.iter().map(|table| table.name);
    let advice = match did_you_mean(name, names()) {
        Some(likely) => said("hint.likely-name", &[&likely]),
        None => said("place.tables", &[&names().collect::<Vec<_>>().join(", ")]),
    };
    Error::Argument(said("place.no-table", &[&name, &advice]))
}

/// The mentions of one article, as `mentions.csv` has them. It needs no other article, so a program
/// can go through an archive of any size ([`open`](crate::open) reads one).
///
/// Errors: none that a user could cause.
pub fn score(article: &Article, lexicon: &Lexicon, settings: &Settings) -> Result<TakenTable> {
    let row = MentionRow::alone(lexicon, settings, article);
    let mut taken = TakenTable::new("mentions", columns::of("mentions", &[]));
    mention_rows(&row, &study::read(article, lexicon, settings), &mut taken)?;
    Ok(taken)
}
