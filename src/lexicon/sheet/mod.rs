//! One lexicon file as rows of cells: whatever a spreadsheet wrote (`,` `;` or tab, with or without
//! byte-order mark, `.xlsx`, `.ods` and older workbooks).

mod cut;
mod text;
mod workbook;

pub use text::{Placed, cells_with_places};

use crate::error::{Fault, did_you_mean, isolated};

/// The cells of one file, under their headers.
pub struct Sheet {
    /// The file as the user would name it.
    pub file: String,
    header: Vec<String>,
    header_row: u64,
    /// The rows below the header that hold anything.
    pub rows: Vec<Row>,
}

/// One row of a [`Sheet`].
pub struct Row {
    /// As a spreadsheet numbers it: the header is row 1.
    pub number: u64,
    cells: Vec<String>,
}

impl Sheet {
    /// Reads a file and holds its header against the columns it should have; `needed` of them
    /// must be there.
    ///
    /// Faults (unreadable text, lost quotation marks, ragged rows, unknown or missing columns) are
    /// added to `faults`; a row that is torn is left out.
    pub fn read(
        file: &str,
        content: &[u8],
        columns: &[&str],
        needed: usize,
        faults: &mut Vec<Fault>,
    ) -> Sheet {
        let mut sheet = Sheet::plain(file, content, faults);
        sheet.find_header(&columns[..needed], faults);
        sheet.check_width(faults);
        sheet.check_header(columns, &columns[..needed], faults);
        sheet.leave_out_headers(faults);
        sheet
    }

    /// Whether a file is no text, by its ending.
    pub fn is_workbook(file: &str) -> bool {
        let ending = file.rsplit('.').next().unwrap_or_default();
        ["xlsx", "xlsm", "xlsb", "xls", "ods"]
            .iter()
            .any(|book| ending.eq_ignore_ascii_case(book))
    }

    /// Reads a file with whatever columns it has.
    pub fn open(file: &str, content: &[u8], faults: &mut Vec<Fault>) -> Sheet {
        let sheet = Sheet::plain(file, content, faults);
        sheet.check_width(faults);
        sheet
    }

    fn plain(file: &str, content: &[u8], faults: &mut Vec<Fault>) -> Sheet {
        let mut rows = match Sheet::is_workbook(file) {
            true => workbook::rows(file, content, faults),
            false => text::rows(file, content, faults),
        };
        let (header, header_row) = match rows.is_empty() {
            true => (Vec::new(), 1),
            false => {
                let header = rows.remove(0);
                (header.cells, header.number)
            }
        };
        Sheet {
            file: file.to_owned(),
            header: names(&header),
            header_row,
            rows,
        }
    }

    /// Takes a later row for the header where it has the columns that are needed and the first has
    /// none: a title was written above.
    fn find_header(&mut self, needed: &[&str], faults: &mut Vec<Fault>) {
        if needed.iter().any(|column| self.has(column)) {
            return;
        }
        let is_header = |row: &Row| {
            let names = names(&row.cells);
            needed
                .iter()
                .all(|column| names.iter().any(|name| name == column))
        };
        let Some(at) = self.rows.iter().position(is_header) else {
            return;
        };
        let number = self.rows[at].number;
        let what = format!("the names of the columns stand in row {number}");
        let remedy = "delete the rows above it";
        faults.push(Fault::new(&self.file, what, remedy).in_row(self.header_row));
        self.header = names(&self.rows[at].cells);
        self.header_row = number;
        self.rows.drain(..=at);
    }

    /// Leaves out rows that are the header once more: two lists were put one behind the other.
    fn leave_out_headers(&mut self, faults: &mut Vec<Fault>) {
        let (header, file) = (&self.header, &self.file);
        self.rows.retain(|row| {
            let is_header = names(&row.cells) == *header;
            if is_header {
                let what = "the names of the columns stand here once more";
                faults.push(Fault::new(file, what, "delete the row").in_row(row.number));
            }
            !is_header
        });
    }

    /// The header's columns that have a name, with the cell that a row has there, without the
    /// spaces around it.
    pub fn named_cells<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = (&'a str, &'a str)> {
        let cells = self.header.iter().zip(&row.cells);
        cells
            .filter(|(name, _)| !name.is_empty())
            .map(|(name, cell)| (name.as_str(), cell.trim()))
    }

    /// Whether there is such a column.
    pub fn has(&self, column: &str) -> bool {
        self.header.iter().any(|name| name == column)
    }

    /// A cell without the spaces around it; empty where the file has no such column.
    pub fn cell<'a>(&self, row: &'a Row, column: &str) -> &'a str {
        let at = self.header.iter().position(|name| name == column);
        at.and_then(|at| row.cells.get(at))
            .map_or("", |cell| cell.trim())
    }

    /// The values of a cell, parted by `;`.
    pub fn values(&self, row: &Row, column: &str) -> Vec<String> {
        let values = self.cell(row, column).split([';', '؛']);
        values
            .map(str::trim)
            .filter(|value| !value.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// A fault at a cell of this file.
    pub fn fault(&self, row: &Row, column: &str, what: String, remedy: &str) -> Fault {
        Fault::new(&self.file, what, remedy)
            .in_row(row.number)
            .in_column(column)
    }

    /// The fault of a cell that must not be empty; `None` where the whole column is missing, which
    /// is told once.
    pub fn empty(&self, row: &Row, column: &str) -> Option<Fault> {
        let what = "the cell is empty".to_owned();
        self.has(column)
            .then(|| self.fault(row, column, what, "fill it, or delete the row"))
    }

    /// Warns of rows that do not say where their reading comes from; of a file without the column
    /// `source`, once.
    pub fn without_source(&self) -> Vec<Fault> {
        let remedy = "write `codebook`, `agency usage`, `parties' own usage` or a published guide";
        if !self.has("label") {
            return Vec::new();
        }
        if !self.has("source") {
            let what = "the column `source` is missing: nothing tells where its readings come from";
            let fault = Fault::new(&self.file, what, format!("add it, and {remedy}"));
            return vec![fault.in_row(self.header_row).as_warning()];
        }
        let lacking = self.rows.iter().filter(|row| {
            let is_empty = |column| self.cell(row, column).is_empty();
            is_empty("source") && !is_empty("label")
        });
        let fault = |row| {
            let what = "nothing tells where the reading comes from".to_owned();
            self.fault(row, "source", what, remedy).as_warning()
        };
        lacking.map(fault).collect()
    }

    /// What a cell chooses among named options; `None`, with a fault, where it is none of them.
    pub fn choice<T: Copy>(
        &self,
        (row, column): (&Row, &str),
        given: &str,
        options: &[(&str, T)],
        faults: &mut Vec<Fault>,
    ) -> Option<T> {
        let found = options
            .iter()
            .find(|(name, _)| *name == given)
            .map(|(_, option)| *option);
        if found.is_none() {
            let what = format!("{} is not one of its values", isolated(given));
            let names = options.iter().map(|(name, _)| *name);
            let fault = self.fault(row, column, what, &advice(given, names));
            faults.push(fault.of_value(given));
        }
        found
    }

    fn check_header(&self, columns: &[&str], needed: &[&str], faults: &mut Vec<Fault>) {
        if self.header.is_empty() {
            let what = "the file holds no row";
            let remedy = format!(
                "write its columns into the first row: {}",
                columns.join(", ")
            );
            // A workbook that cannot be read was told.
            if faults.iter().all(|fault| fault.file != self.file) {
                faults.push(Fault::new(&self.file, what, remedy));
            }
            return;
        }
        let lacking: Vec<String> = needed
            .iter()
            .filter(|name| !self.has(name))
            .map(|name| format!("`{name}`"))
            .collect();
        let add = |what: String, remedy: &str| {
            Fault::new(&self.file, what, remedy).in_row(self.header_row)
        };
        match lacking.as_slice() {
            all if all.len() > 1 && all.len() == needed.len() => {
                let what = format!("the first row does not name the columns {}", all.join(", "));
                let remedy = "write them there, or put the file elsewhere if it is no such list";
                faults.push(add(what, remedy));
                return;
            }
            [] => {}
            [one] => faults.push(add(
                format!("the column {one} is missing"),
                "add it to the first row",
            )),
            some => faults.push(add(
                format!("the columns {} are missing", some.join(", ")),
                "add them to the first row",
            )),
        }
        for (at, name) in self.header.iter().enumerate() {
            if name.is_empty() {
                continue;
            }
            let header = |what: String, remedy: String| {
                Fault::new(&self.file, what, remedy)
                    .in_row(self.header_row)
                    .in_column(name)
            };
            if self.header[..at].contains(name) {
                let what = format!("the column {} stands twice", isolated(name));
                faults.push(header(what, "keep one of the two".to_owned()));
            } else if !columns.contains(&name.as_str()) {
                let what = format!("there is no column {}", isolated(name));
                faults.push(header(what, advice(name, columns.iter().copied())));
            }
        }
    }

    /// A row with more cells than the header has gained a separator, one with fewer has lost one
    /// or the empty cells at its end.
    fn check_width(&self, faults: &mut Vec<Fault>) {
        let width = self.header.len();
        for row in &self.rows {
            let count = row.cells.len();
            let fault = |remedy: &str| {
                let what = format!("the row has {count} cells, the header has {width}");
                Fault::new(&self.file, what, remedy).in_row(row.number)
            };
            if count > width {
                let remedy = "put a cell that contains the separator between quotation marks";
                faults.push(fault(remedy));
            } else if count < width && !self.header[count..].iter().all(String::is_empty) {
                let remedy = "add the separators that lack, so that no cell slips into another \
                              column";
                faults.push(fault(remedy).as_warning());
            }
            let cells = self.header.iter().zip(&row.cells).zip(1..);
            let nameless = |((name, cell), _): &((&String, &String), usize)| {
                name.is_empty() && !cell.trim().is_empty()
            };
            if let Some(((_, cell), at)) = cells.clone().find(nameless) {
                let what = format!("the column of cell {at}, {}, has no name", isolated(cell));
                let fault = Fault::new(&self.file, what, "name it in the first row, or empty it");
                faults.push(fault.in_row(row.number));
            }
        }
    }
}

/// The names of columns, however they are written.
fn names(cells: &[String]) -> Vec<String> {
    cells
        .iter()
        .map(|name| name.trim().to_lowercase())
        .collect()
}

/// *Did you mean*, or else all there is to choose from.
pub fn advice<'a>(given: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> String {
    match did_you_mean(given, known.clone()) {
        Some(likely) => format!("did you mean `{likely}`?"),
        None => format!(
            "use one of {}",
            known.into_iter().collect::<Vec<_>>().join(", ")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(content: &str) -> (Sheet, Vec<Fault>) {
        let mut faults = Vec::new();
        let sheet = Sheet::read(
            "t.csv",
            content.as_bytes(),
            &["id", "term", "note"],
            2,
            &mut faults,
        );
        (sheet, faults)
    }

    #[test]
    fn comma_semicolon_and_tab_read_the_same_with_and_without_mark() {
        for text in [
            "id,term\na,إرهابي\n",
            "\u{feff}id;term\na;إرهابي\n",
            "id\tterm\r\na\tإرهابي\r\n",
        ] {
            let (sheet, faults) = read(text);
            assert!(faults.is_empty(), "{faults:?}");
            assert_eq!(sheet.cell(&sheet.rows[0], "term"), "إرهابي");
        }
    }

    #[test]
    fn an_unknown_column_is_named_with_the_likely_one() {
        let (_, faults) = read("id,trem\na,b\n");
        let messages: Vec<String> = faults.iter().map(Fault::to_string).collect();
        for wanted in ["the column `term` is missing", "did you mean `term`?"] {
            assert!(
                messages.iter().any(|told| told.contains(wanted)),
                "{messages:?}"
            );
        }
    }

    #[test]
    fn a_row_with_too_many_cells_is_a_fault_with_its_row() {
        let (_, faults) = read("id,term\na,b\nc,d,e\n");
        assert_eq!(faults[0].row, Some(3));
    }

    #[test]
    fn another_encoding_is_named_with_its_line_and_the_menu_entry() {
        let mut faults = Vec::new();
        Sheet::read(
            "t.csv",
            b"id,term\na,\xc7\xe1\n",
            &["id", "term"],
            2,
            &mut faults,
        );
        assert!(
            faults[0].to_string().contains("line 2 is not in UTF-8"),
            "{faults:?}"
        );
        assert!(faults[0].remedy.contains("CSV UTF-8"));
    }
}
