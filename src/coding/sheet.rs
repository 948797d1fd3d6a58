//! A table that a researcher filled in, cell by cell, with the faults of its rows.

use crate::error::{Error, Fault, Result, did_you_mean, isolated};
use crate::settings::separator;
use std::path::Path;

/// A table read whole.
pub struct Sheet {
    name: String,
    headers: Vec<String>,
    /// Each with its number as a spreadsheet counts it.
    rows: Vec<(u64, Vec<String>)>,
}

/// Faults beyond this many are counted, not listed.
const FAULTS_SHOWN: usize = 20;

impl Sheet {
    /// Reads a table in UTF-8 whose cells are parted by comma, semicolon or tab.
    ///
    /// Errors: no such file, another encoding, a table without a row.
    pub fn read(path: &Path, name: &str) -> Result<Sheet> {
        let bytes = std::fs::read(path).map_err(|fault| Error::file(path, fault))?;
        let text = String::from_utf8(bytes).map_err(|_| {
            Error::Unusable(format!(
                "{name}: the file is not in UTF-8; save it from the spreadsheet as *CSV UTF-8*"
            ))
        })?;
        Sheet::parse(name, text.trim_start_matches('\u{feff}'))
    }

    fn parse(name: &str, text: &str) -> Result<Sheet> {
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .trim(csv::Trim::All)
            .delimiter(separator(text))
            .from_reader(text.as_bytes());
        let headers = reader.headers().cloned().unwrap_or_default();
        let mut rows = Vec::new();
        for (number, record) in (2..).zip(reader.records()) {
            let record = record.map_err(|fault| {
                Error::Unusable(format!("{name}, row {number}: {fault}; mend the row"))
            })?;
            let cells: Vec<String> = record.iter().map(plain).collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                rows.push((number, cells));
            }
        }
        Ok(Sheet {
            name: name.to_owned(),
            headers: headers.iter().map(str::to_lowercase).collect(),
            rows,
        })
    }

    /// Where a column stands.
    pub fn column(&self, wanted: &str) -> Option<usize> {
        self.headers.iter().position(|header| header == wanted)
    }

    /// Where a column stands that must be there.
    pub fn needed(&self, wanted: &str) -> Result<usize> {
        self.column(wanted).ok_or_else(|| {
            let headers = self.headers.iter().map(String::as_str);
            let advice = match did_you_mean(wanted, headers) {
                Some(likely) => format!("rename {} to it", isolated(likely)),
                None => "name the columns as mentions.csv of a report does".to_owned(),
            };
            Error::Unusable(format!(
                "{}, row 1: the column `{wanted}` is missing; {advice}",
                self.name
            ))
        })
    }

    /// The rows that are not empty, in order.
    pub fn rows(&self) -> impl Iterator<Item = SheetRow<'_>> {
        self.rows.iter().map(|(number, cells)| SheetRow {
            sheet: self,
            number: *number,
            cells,
        })
    }
}

/// Without the apostrophe that keeps a text from running as a formula.
fn plain(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}

/// One row of a table.
#[derive(Clone, Copy)]
pub struct SheetRow<'a> {
    sheet: &'a Sheet,
    number: u64,
    cells: &'a [String],
}

impl<'a> SheetRow<'a> {
    /// A cell; empty where the column or the cell is not there.
    pub fn cell(&self, column: &str) -> &'a str {
        let at = self.sheet.column(column);
        at.and_then(|at| self.cells.get(at))
            .map_or("", String::as_str)
    }

    /// A fault of one of its cells.
    pub fn fault(&self, column: &str, what: &str, remedy: &str) -> Fault {
        Fault::new(&self.sheet.name, what, remedy)
            .in_row(self.number)
            .in_column(column)
    }
}

/// All faults in one error.
pub fn refused(faults: &[Fault]) -> Error {
    let mut lines: Vec<String> = faults
        .iter()
        .take(FAULTS_SHOWN)
        .map(Fault::to_string)
        .collect();
    if faults.len() > FAULTS_SHOWN {
        lines.push(format!("and {} more", faults.len() - FAULTS_SHOWN));
    }
    Error::Unusable(lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_of_any_separator_is_read_with_its_row_numbers() {
        for text in [
            "Article,Label\na,x\n,\nb,\"y, z\"\n",
            "article;label\r\na;x\r\n;\r\nb;y, z\r\n",
        ] {
            let sheet = Sheet::parse("g.csv", text).unwrap();
            let rows: Vec<(u64, &str, &str)> = sheet
                .rows()
                .map(|row| (row.number, row.cell("article"), row.cell("label")))
                .collect();
            assert_eq!(rows, [(2, "a", "x"), (4, "b", "y, z")], "{text}");
        }
    }

    #[test]
    fn an_apostrophe_before_a_formula_sign_is_no_letter() {
        for (cell, expected) in [("'-12", "-12"), ("'tis", "'tis"), ("-1", "-1")] {
            assert_eq!(plain(cell), expected);
        }
    }

    #[test]
    fn a_missing_column_is_told_with_the_likeliest_one() {
        let sheet = Sheet::parse("g.csv", "articel,label\n").unwrap();
        let fault = sheet.needed("article").unwrap_err().to_string();
        assert!(
            fault.contains("row 1") && fault.contains("rename"),
            "{fault}"
        );
    }
}
