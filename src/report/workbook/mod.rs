//! The workbook: the tables of the report as the sheets of one file, behind a sheet that says what
//! each is.
//!
//! Sheets are written row by row into files without a name, so that a study of any size takes the
//! same memory. Tables are made one behind the other and the file has a fixed date: the same findings
//! give the same bytes.

mod fault;
mod first;
mod fitting;
mod leads;
mod lists;
mod sheet;
mod styles;

use super::beyond::shown;
use super::names::placed;
use super::summary::summary_with;
use super::tables;
use crate::error::Result;
use crate::study::Findings;
use crate::wording::Tongue;
use fault::unwritten;
use leads::{Sentences, Shown};
pub(crate) use lists::{judged_book, marked_book, starter_book};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};
use sheet::{Limits, Sheet, Told};
use std::io::{Seek, Write};
use std::path::Path;
use styles::Styles;

/// How many rows of the longest tables a workbook holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WorkbookRows {
    /// So many that people can open it.
    #[default]
    First,
    /// All.
    All,
}

/// What a workbook holds, and how its sheets run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WorkbookOptions {
    /// How many rows of its longest tables.
    pub rows: WorkbookRows,
    /// Whether its sheets begin on the right; `None` for as the language of the report is written.
    pub is_from_right: Option<bool>,
}

/// Tables of which most readers need no more than their first rows; programs read them as CSV.
const LONG: [&str; 7] = [
    "mentions", "voices", "labels", "scores", "speakers", "keyness", "links",
];

/// Rows of those: so many that the workbook of 25,000 articles stays under 20 MB.
const LONG_ROWS: usize = 15_000;

/// Writes the workbook of a study.
///
/// Errors: a disk that refuses.
pub(super) fn write(findings: &Findings, path: &Path, options: WorkbookOptions) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    book(findings, folder, options)?
        .save(path)
        .map_err(unwritten)
}

/// The same into what is open already; what does not fit into memory goes by way of a folder.
///
/// Errors: a disk that refuses.
pub(super) fn write_into(
    findings: &Findings,
    out: impl Write + Seek + Send,
    (folder, options): (&Path, WorkbookOptions),
) -> Result<()> {
    let mut book = book(findings, folder, options)?;
    book.save_to_writer(out).map_err(unwritten)
}

fn book(findings: &Findings, folder: &Path, options: WorkbookOptions) -> Result<Workbook> {
    let mut book = Workbook::new();
    book.set_tempdir(folder).map_err(unwritten)?;
    let made = ExcelDateTime::from_ymd(2000, 1, 1).map_err(unwritten)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let is_arabic = findings.tongue == Tongue::Arabic;
    let styles = Styles::of(options.is_from_right.unwrap_or(is_arabic));
    let sources = shown(findings);
    let (summary, evidence) = summary_with(findings, &placed(findings), findings.tongue);
    let most = match options.rows {
        WorkbookRows::First => LONG_ROWS,
        WorkbookRows::All => Limits::default().of_sheet as usize - 1,
    };
    let sentences = Sentences::of(findings, most);
    let mut rows = Shown::new(&evidence);
    let mut sheets = Vec::new();
    let mut told: Vec<Told> = Vec::new();
    for table in tables::asked(&findings.settings) {
        let is_long = options.rows == WorkbookRows::First && LONG.contains(&table.name);
        let limits = Limits {
            rows: is_long.then_some(LONG_ROWS),
            ..Limits::default()
        };
        let columns = table.columns(&sources);
        let leads = (sentences.from(table.name, &columns), &mut rows);
        let mut sheet =
            Sheet::begin(&mut book, &styles, (table.name, &columns), limits)?.led(leads);
        (table.fill)(findings, &mut sheet)?;
        let (made, of_table) = sheet.end()?;
        sheets.extend(made);
        told.push(of_table);
    }
    let summary = (summary.as_str(), evidence.as_slice(), rows.rows.as_slice());
    let first = first::sheet(&mut book, &styles, (findings.tongue, summary), &told)?;
    book.push_worksheet(first);
    sheets
        .into_iter()
        .for_each(|made| book.push_worksheet(made));
    Ok(book)
}
