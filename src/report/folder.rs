//! A report folder: its tables, and its words for people.

use super::beyond::shown;
use super::columns::Column;
use super::csv::Mark;
use super::page::{PageOptions, page};
use super::parquet;
use super::place::Reserved;
use super::shelf::{self, Format, Shelf};
use super::summary::summary;
use super::table::{Rows, Table};
use super::tables;
use super::workbook::{self, WorkbookOptions};
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

/// What a report holds beside its tables as CSV and its summary: by [`Default`] the page and the
/// workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beside {
    /// How the tables begin.
    pub mark: Mark,
    /// The page, if it is asked for.
    pub page: Option<PageOptions>,
    /// The workbook, if it is asked for.
    pub workbook: Option<WorkbookOptions>,
    /// Whether the tables are there as Parquet, too.
    pub parquet: bool,
}

impl Default for Beside {
    fn default() -> Self {
        Beside {
            mark: Mark::Bom,
            page: Some(PageOptions::default()),
            workbook: Some(WorkbookOptions::default()),
            parquet: false,
        }
    }
}

/// Writes every table, the summary and what is asked for beside them into a folder, in the place of
/// an older report. Gives back what [`Reserved::put`] does.
///
/// Errors: those of [`Reserved::put`]. After an error the old report is as it was.
pub(crate) fn write(findings: &Findings, place: Reserved, beside: Beside) -> Result<Vec<PathBuf>> {
    if let Some(options) = beside.workbook {
        workbook::write(findings, &place.path().join(WORKBOOK), options)?;
    }
    if beside.parquet {
        parquet::write(findings, place.path())?;
    }
    let words = ("summary.txt", summary(findings));
    let page = beside.page.map(|options| (PAGE, page(findings, options)));
    let whole = WholeFolder {
        tables: tables::asked(&findings.settings),
        words: [words].into_iter().chain(page).collect(),
    };
    whole.write((findings, &shown(findings)), place, beside.mark)
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

/// The same of its workbook.
///
/// Errors: those of [`Reserved::put`].
pub(crate) fn write_workbook(
    findings: &Findings,
    place: Reserved,
    options: WorkbookOptions,
) -> Result<Vec<PathBuf>> {
    place.keep_all_but(WORKBOOK)?;
    workbook::write(findings, &place.path().join(WORKBOOK), options)?;
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
