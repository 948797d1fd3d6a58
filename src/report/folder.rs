//! A report folder: its tables, and its words for people.

use super::beyond::shown;
use super::columns::Column;
use super::csv::Mark;
use super::page::{PageOptions, page};
use super::place::Reserved;
use super::shelf::{self, Format, Shelf};
use super::summary::summary;
use super::table::{Rows, Table};
use super::tables;
use super::workbook::{self, WorkbookRows};
use crate::error::{Error, Result};
use crate::study::Findings;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

/// What the mark of a report's folder calls it.
const SIGN: &str = "report";

/// The page in it.
const PAGE: &str = "report.html";

/// The workbook in it.
const WORKBOOK: &str = "report.xlsx";

/// Makes sure that a report may be written into a folder, before the work is done that it tells of.
/// `read` is what the work reads.
///
/// Errors: those of [`Reserved::new`], and a folder in which something stands that is read.
pub(crate) fn reserve(folder: &Path, read: &[&Path]) -> Result<Reserved> {
    Reserved::new(folder, SIGN, read)
}

/// Writes every table, the summary, and the page and the workbook if they are asked for, into a
/// folder, in the place of an older report. Gives back what [`Reserved::put`] does.
///
/// Errors: those of [`Reserved::put`]. After an error the old report is as it was.
pub(crate) fn write(
    findings: &Findings,
    place: Reserved,
    (mark, options, rows): (Mark, Option<PageOptions>, Option<WorkbookRows>),
) -> Result<Vec<PathBuf>> {
    if let Some(rows) = rows {
        workbook::write(findings, &place.path().join(WORKBOOK), rows)?;
    }
    let words = ("summary.txt", summary(findings));
    let page = options.map(|options| (PAGE, page(findings, options)));
    let whole = WholeFolder {
        tables: tables::asked(&findings.settings),
        words: [words].into_iter().chain(page).collect(),
    };
    whole.write((findings, &shown(findings)), place, mark)
}

/// Writes the page of a report anew, and leaves the rest of it as it is. Gives back what
/// [`Reserved::put`] does.
///
/// Errors: those of [`Reserved::put`].
pub(crate) fn write_page(
    findings: &Findings,
    place: Reserved,
    options: PageOptions,
) -> Result<Vec<PathBuf>> {
    place.keep_all_but(PAGE)?;
    let path = place.path().join(PAGE);
    fs::write(&path, page(findings, options)).map_err(|error| Error::file(&path, error))?;
    place.put()
}

/// A shelf of files, one a table.
pub(crate) struct Folder<'a> {
    /// Where they stand; it is there already.
    pub path: &'a Path,
    /// How they are written.
    pub format: Format,
}

impl Shelf for Folder<'_> {
    fn begin(&self, table: &str, columns: &[Column]) -> Result<Box<dyn Rows + '_>> {
        let path = self.path.join(format!("{table}.{}", self.format.ending()));
        let file = File::create(&path).map_err(|error| Error::file(&path, error))?;
        self.format.begin(BufWriter::new(file), columns)
    }
}

/// A folder that is written as one.
pub(super) struct WholeFolder<Of: 'static> {
    /// Its tables.
    pub tables: Vec<Table<Of>>,
    /// Its files for people, and what stands in each.
    pub words: Vec<(&'static str, String)>,
}

impl<Of: Sync> WholeFolder<Of> {
    /// Writes all of it on a study of some sources into its place.
    ///
    /// Errors: as those of [`write`].
    pub(crate) fn write(
        &self,
        of: (&Of, &[String]),
        place: Reserved,
        mark: Mark,
    ) -> Result<Vec<PathBuf>> {
        let shelf = Folder {
            path: place.path(),
            format: Format::Csv(mark),
        };
        shelf::fill(&shelf, &self.tables, of)?;
        for (name, words) in &self.words {
            let path = place.path().join(name);
            fs::write(&path, words).map_err(|error| Error::file(&path, error))?;
        }
        place.put()
    }
}
