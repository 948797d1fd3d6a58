//! The cells of one sheet as they come: kept by their rows, and counted so that a small file cannot
//! ask for all memory.

use crate::error::Fault;
use calamine::{Data, ExcelDateTime};
use std::collections::BTreeMap;

/// The rows and columns of a sheet (Microsoft, *Excel specifications and limits*; LibreOffice has
/// as many).
pub(super) const ROWS: u32 = 1_048_576;
pub(super) const COLUMNS: u32 = 16_384;

/// About the memory that a cell and a remark take beside their text.
const CELL: u64 = size_of::<String>() as u64;
const REMARK: u64 = 256;

/// Why a sheet is not read.
#[derive(Debug)]
pub(super) enum Refusal {
    /// A cell that no spreadsheet has.
    Outside,
    /// More than is allowed.
    TooLong,
    /// The same row so many times.
    Repeated(u32),
    /// Not as its format wants it.
    Damaged(String),
}

impl<E: std::error::Error> From<E> for Refusal {
    fn from(fault: E) -> Self {
        Refusal::Damaged(fault.to_string())
    }
}

/// A cell that holds something.
pub(super) struct KeptCell {
    /// What is in it.
    pub value: Data,
    /// What it is computed by, as far as the cell says so itself.
    pub formula: Option<String>,
}

impl KeptCell {
    /// What was typed into it, as far as its value still tells. A date is written as ISO 8601 has
    /// it: what it was made of is lost.
    pub(crate) fn typed(&self) -> String {
        match &self.value {
            Data::Float(number) => number.to_string(),
            Data::Bool(true) => "TRUE".to_owned(),
            Data::Bool(false) => "FALSE".to_owned(),
            Data::DateTime(date) => moment(date),
            Data::DateTimeIso(date) => date.trim_end_matches("T00:00:00").to_owned(),
            other => other.to_string(),
        }
    }
}

fn moment(date: &ExcelDateTime) -> String {
    if date.is_duration() {
        return date.to_string();
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    match (hour, minute, second) {
        (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"),
    }
}

/// Takes a cell at a row and a column, both from 0, and says whether it wants more.
pub(super) type Visit<'v> = dyn FnMut((u32, u32), &KeptCell) -> Result<bool, Refusal> + 'v;

/// One sheet of a workbook.
pub(crate) struct Book {
    /// The rows that hold anything, the header first, as a spreadsheet numbers them.
    pub rows: Vec<(u64, Vec<String>)>,
    /// What its cells do not tell.
    pub remarks: Vec<Fault>,
    /// The other sheets that hold something, for messages; empty where there is none.
    pub unread: String,
}

/// Rows are filled up to so many columns: more than any list or table of articles has, and few enough
/// for many rows.
const FILLED_UP: usize = 64;

/// The cells of one sheet.
pub(super) struct Grid {
    file: String,
    rows: BTreeMap<u32, Vec<String>>,
    remarks: Vec<Fault>,
    left_bytes: u64,
}

impl Grid {
    /// An empty sheet of a file, which may take so many bytes of memory.
    pub(crate) fn new(file: &str, most_bytes: u64) -> Self {
        Grid {
            file: file.to_owned(),
            rows: BTreeMap::new(),
            remarks: Vec::new(),
            left_bytes: most_bytes,
        }
    }

    /// Fills a cell, counted from 0.
    pub(crate) fn put(&mut self, (row, column): (u32, u32), text: String) -> Result<(), Refusal> {
        if text.is_empty() {
            return Ok(());
        }
        if row >= ROWS || column >= COLUMNS {
            return Err(Refusal::Outside);
        }
        let cells = self.rows.entry(row).or_default();
        let width = column as usize + 1;
        let added = width.saturating_sub(cells.len()) as u64 * CELL + text.len() as u64;
        self.left_bytes = self.left_bytes.checked_sub(added).ok_or(Refusal::TooLong)?;
        if cells.len() < width {
            cells.resize(width, String::new());
        }
        cells[column as usize] = text;
        Ok(())
    }

    /// Whether a cell holds something.
    pub(crate) fn holds(&self, (row, column): (u32, u32)) -> bool {
        let cell = self
            .rows
            .get(&row)
            .and_then(|cells| cells.get(column as usize));
        cell.is_some_and(|text| !text.is_empty())
    }

    /// Says something of a row, counted from 0.
    pub(crate) fn remark(&mut self, row: u32, what: String, remedy: &str) -> Result<(), Refusal> {
        let left = self.left_bytes.checked_sub(REMARK + what.len() as u64);
        self.left_bytes = left.ok_or(Refusal::TooLong)?;
        let fault = Fault::new(&self.file, what, remedy);
        self.remarks.push(fault.in_row(u64::from(row) + 1));
        Ok(())
    }

    /// How many columns stand before the first that holds anything.
    pub(crate) fn left(&self) -> usize {
        let first = |cells: &Vec<String>| cells.iter().position(|cell| !cell.is_empty());
        self.rows.values().filter_map(first).min().unwrap_or(0)
    }

    /// The rows that hold anything, from the first column that does.
    pub(crate) fn into_book(self) -> Book {
        let left = self.left();
        let is_filled = |cells: &Vec<String>| cells.iter().any(|cell| !cell.trim().is_empty());
        let rows = self.rows.into_iter().filter(|(_, cells)| is_filled(cells));
        let rows = rows.map(|(number, mut cells)| {
            cells.drain(..left);
            (u64::from(number) + 1, cells)
        });
        let mut rows: Vec<(u64, Vec<String>)> = rows.collect();
        // A spreadsheet keeps no empty cell at a row's end; the row lacks nothing by that. Where that
        // would take more memory than is allowed, rows stay as they are.
        let width = rows
            .first()
            .map_or(0, |(_, header)| header.len().min(FILLED_UP));
        let lack = |cells: &Vec<String>| width.saturating_sub(cells.len()) as u64 * CELL;
        if rows.iter().map(|(_, cells)| lack(cells)).sum::<u64>() <= self.left_bytes {
            for (_, cells) in &mut rows {
                cells.resize(cells.len().max(width), String::new());
            }
        }
        Book {
            rows,
            remarks: self.remarks,
            unread: String::new(),
        }
    }
}
