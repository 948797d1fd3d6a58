//! Holds a table against the columns that it should have, and says what a spreadsheet did to it.

use super::sheet::{self, Row, Sheet};
use crate::error::{Fault, did_you_mean, isolated};
use crate::wording::{said, word};

/// Fewer rows that are too wide are told one by one.
const MANY: usize = 4;

impl Sheet {
    /// Reads a file with whatever columns it has.
    pub(crate) fn open(file: &str, content: &[u8], faults: &mut Vec<Fault>) -> Sheet {
        let sheet = Sheet::read(file, content, faults);
        sheet.check_width(faults);
        sheet
    }

    /// Reads a file and holds its header against the columns it should have; `needed` of them must
    /// be there.
    ///
    /// Faults (unreadable text, lost quotation marks, ragged rows, unknown or missing columns) are
    /// added to `faults`; a row that is torn is left out.
    pub(crate) fn of_columns(
        file: &str,
        content: &[u8],
        columns: &[&str],
        needed: usize,
        faults: &mut Vec<Fault>,
    ) -> Sheet {
        let mut sheet = Sheet::read(file, content, faults);
        sheet.find_header(&columns[..needed], faults);
        sheet.check_width(faults);
        sheet.check_header(columns, &columns[..needed], faults);
        sheet.leave_out_headers(faults);
        sheet
    }

    /// Takes a later row for the header where it has the columns that are needed and the first has
    /// none: a title was written above.
    fn find_header(&mut self, needed: &[&str], faults: &mut Vec<Fault>) {
        if needed.iter().any(|column| self.has(column)) {
            return;
        }
        let is_header = |row: &Row| {
            let names = sheet::names(row);
            needed
                .iter()
                .all(|column| names.iter().any(|name| name == column))
        };
        let Some(at) = self.rows.iter().position(is_header) else {
            return;
        };
        let number = self.rows[at].number;
        let what = said("table.late-header", &[&number]);
        faults.push(self.header_fault(what, word("table.delete-above")));
        self.header = sheet::names(&self.rows[at]);
        self.header_row = self.rows.drain(..=at).next_back().unwrap_or_default();
    }

    /// Leaves out rows that are the header once more: two lists were put one behind the other.
    fn leave_out_headers(&mut self, faults: &mut Vec<Fault>) {
        let (header, file) = (&self.header, &self.file);
        self.rows.retain(|row| {
            let is_header = sheet::names(row) == *header;
            if is_header {
                let what = word("table.header-again");
                faults.push(Fault::new(file, what, word("table.delete-row")).in_row(row.number));
            }
            !is_header
        });
    }

    /// The fault of a cell that must not be empty; `None` where the whole column is missing, which
    /// is told once.
    pub(crate) fn empty(&self, row: &Row, column: &str) -> Option<Fault> {
        let remedy = word("table.fill");
        self.has(column)
            .then(|| self.fault(row, column, word("hint.empty-cell"), remedy))
    }

    /// What a cell chooses among named options; `None`, with a fault, where it is none of them.
    pub(crate) fn choice<T: Copy>(
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
            let what = said("table.no-value", &[&isolated(given)]);
            let names = options.iter().map(|(name, _)| *name);
            let fault = self.fault(row, column, what, &advice(given, names));
            faults.push(fault.of_value(given));
        }
        found
    }

    fn check_header(&self, columns: &[&str], needed: &[&str], faults: &mut Vec<Fault>) {
        if self.header.is_empty() {
            let what = word("table.no-row");
            let remedy = said("table.write-columns", &[&columns.join(", ")]);
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
        match lacking.as_slice() {
            all if all.len() > 1 && all.len() == needed.len() => {
                let what = said("table.names-none", &[&all.join(", ")]);
                let remedy = word("table.elsewhere");
                faults.push(self.header_fault(what, remedy));
                return;
            }
            [] => {}
            [one] => {
                let what = said("table.missing", &[&one]);
                faults.push(self.header_fault(what, word("hint.add-column")));
            }
            some => {
                let what = said("table.missing-all", &[&some.join(", ")]);
                faults.push(self.header_fault(what, word("table.add-all")));
            }
        }
        faults.extend(self.odd_columns(columns));
    }

    /// Columns that stand twice or that nobody knows.
    fn odd_columns(&self, columns: &[&str]) -> Vec<Fault> {
        let odd = |(at, name): (usize, &String)| {
            let (what, remedy) = if self.header[..at].contains(name) {
                let what = said("table.twice", &[&isolated(name)]);
                (what, word("hint.keep-one").to_owned())
            } else if !columns.contains(&name.as_str()) {
                let what = said("table.no-column", &[&isolated(name)]);
                (what, advice(name, columns.iter().copied()))
            } else {
                return None;
            };
            Some(self.header_fault(what, remedy).in_column(name))
        };
        let named = self.header.iter().enumerate();
        let named = named.filter(|(_, name)| !name.is_empty());
        named.filter_map(odd).collect()
    }

    /// A row with more cells than the header has gained a separator, one with fewer has lost one or
    /// the empty cells at its end.
    fn check_width(&self, faults: &mut Vec<Fault>) {
        if let Some(apart) = self.taken_apart() {
            faults.push(apart);
            return;
        }
        let width = self.header.len();
        for row in &self.rows {
            let count = row.cells.len();
            let fault = |remedy: &str| {
                let what = said("table.widths", &[&count, &width]);
                Fault::new(&self.file, what, remedy).in_row(row.number)
            };
            if count > width {
                let remedy = word("table.quote");
                faults.push(fault(remedy));
            } else if count < width && !self.header[count..].iter().all(String::is_empty) {
                let remedy = word("table.add-separators");
                faults.push(fault(remedy).as_warning());
            }
            let cells = self.header.iter().zip(&row.cells).zip(1..);
            let nameless = |((name, cell), _): &((&String, &String), usize)| {
                name.is_empty() && !cell.trim().is_empty()
            };
            if let Some(((_, cell), at)) = cells.clone().find(nameless) {
                let what = said("table.nameless", &[&at, &isolated(cell)]);
                let fault = Fault::new(&self.file, what, word("table.name-it"));
                faults.push(fault.in_row(row.number));
            }
        }
    }

    /// The one fault of a list whose `;` inside cells were taken for separators, in place of those
    /// of each row; `None` where that is not what happened.
    ///
    /// Either the file is parted by `;` and its cells were not quoted, or a spreadsheet parted them
    /// when it opened the list (LibreOffice offers that), and saved empty names for what was too
    /// much: then no `;` is left in any cell.
    pub(crate) fn taken_apart(&self) -> Option<Fault> {
        let named = self.header.iter().rposition(|name| !name.is_empty())? + 1;
        let is_wide = |row: &&Row| row.cells.iter().skip(named).any(|cell| !cell.is_empty());
        let mut wide = self.rows.iter().filter(is_wide);
        let first = wide.next()?.number;
        let count = 1 + wide.count();
        let mut cells = self.rows.iter().flat_map(|row| &row.cells);
        let is_parted = self.separator == b';';
        if count < MANY || !(is_parted || cells.all(|cell| !cell.contains(';'))) {
            return None;
        }
        let what = said("table.cut-at-semicolons", &[&count, &first]);
        let remedy = match is_parted {
            true => word("table.save-quoted"),
            false => word("table.open-again"),
        };
        Some(Fault::new(&self.file, what, remedy))
    }
}

/// *Did you mean*, or else all there is to choose from.
pub(crate) fn advice<'a>(given: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> String {
    match did_you_mean(given, known.clone()) {
        Some(likely) => said("hint.likely-name", &[&likely]),
        None => said(
            "hint.one-of",
            &[&known.into_iter().collect::<Vec<_>>().join(", ")],
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(content: &str) -> (Sheet, Vec<Fault>) {
        let mut faults = Vec::new();
        let sheet = Sheet::of_columns(
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
    fn semicolons_that_became_separators_are_told_once_with_their_cause() {
        let parted = "id;term;note\na;x;1;2\nb;y;1;2;3\nc;z;1;2\nd;w;1;2\ne;v;1\n";
        let opened = "id,term,note,,\na,x,1,2,\nb,y,1,2,3\nc,z,1,2,\nd,w,1,2,\ne,v,1,,\n";
        for (text, remedy) in [(parted, "*Quote all text cells*"), (opened, "*Comma*")] {
            let (_, faults) = read(text);
            assert_eq!(faults.len(), 1, "{faults:?}");
            let told = faults[0].to_string();
            let cause = "`;` inside cells was taken for a separator: 4 rows, the first is row 2";
            assert!(told.contains(cause) && told.contains(remedy), "{told}");
        }
        let commas = "id,term,note\na,x,1,2\nb,y;z,1,2,3\nc,z,1,2\nd,w,1,2\n";
        assert_eq!(read(commas).1.len(), 4, "a `;` is left");
    }
}
