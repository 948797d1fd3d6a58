//! One table as a sheet, or as several where it is longer than a sheet may be.

use super::fault::unwritten;
use super::fitting::{CELL, end, fitting, is_longer};
use super::leads::{Leads, SENTENCES, Shown};
use super::styles::{Look, Styles, height, width};
use crate::error::Result;
use crate::report::cell::Cell;
use crate::report::columns::{Column, ColumnKind};
use crate::report::csv::decimals;
use crate::report::table::Rows;
use rust_xlsxwriter::{Url, Workbook, Worksheet};

/// What a sheet may hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// Rows of the table that are written; `None` for all.
    pub rows: Option<usize>,
    /// Rows of a sheet with its header; the table goes on in a sheet behind it.
    pub of_sheet: u32,
    /// Columns of a sheet; others are left out.
    pub columns: usize,
    /// Links of a sheet; Excel drops those beyond 65,530, and their cells.
    pub links: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            rows: None,
            of_sheet: 1_048_576,
            columns: 16_384,
            links: 60_000,
        }
    }
}

/// What the first sheet tells of a table.
#[derive(Debug)]
pub(super) struct Told {
    /// Its name, which is that of its first sheet.
    pub name: &'static str,
    /// Rows that are written.
    pub rows: usize,
    /// Rows that are not.
    pub left_out: usize,
    /// Columns that are not.
    pub columns_left_out: usize,
    /// Cells that are cut.
    pub cut: usize,
    /// Sheets that it takes.
    pub sheets: usize,
}

/// Takes the rows of a table.
pub(super) struct Sheet<'a> {
    book: &'a mut Workbook,
    styles: &'a Styles,
    columns: &'a [Column],
    looks: Vec<Look>,
    widths: Vec<f64>,
    limits: Limits,
    /// The sheets that are full.
    full: Vec<Worksheet>,
    sheet: Worksheet,
    /// The next row of the sheet.
    next: u32,
    told: Told,
    /// Where its rows lead, and which of them findings are looked for in.
    led: Option<(Leads<'a>, &'a mut Shown)>,
    /// Links of the sheet so far.
    links: u32,
}

impl<'a> Sheet<'a> {
    /// Begins a table.
    ///
    /// Errors: a disk that refuses.
    pub(super) fn begin(
        book: &'a mut Workbook,
        styles: &'a Styles,
        (name, columns): (&'static str, &'a [Column]),
        limits: Limits,
    ) -> Result<Self> {
        let told = Told {
            name,
            rows: 0,
            left_out: 0,
            columns_left_out: columns.len().saturating_sub(limits.columns),
            cut: 0,
            sheets: 1,
        };
        let columns = &columns[..columns.len().min(limits.columns)];
        Ok(Sheet {
            sheet: begun(book, styles, name, columns)?,
            book,
            styles,
            columns,
            looks: columns.iter().map(Look::of).collect(),
            widths: columns.iter().map(width).collect(),
            limits,
            full: Vec::new(),
            next: 1,
            told,
            led: None,
            links: 0,
        })
    }

    /// The same, with cells that lead to sentences, and looked through for findings.
    pub(super) fn led(self, led: (Leads<'a>, &'a mut Shown)) -> Self {
        let led = Some(led);
        Sheet { led, ..self }
    }

    /// Its sheets, and what is told of them.
    ///
    /// Errors: none that a user could cause.
    pub(super) fn end(mut self) -> Result<(Vec<Worksheet>, Told)> {
        self.close()?;
        self.full.push(self.sheet);
        Ok((self.full, self.told))
    }

    /// Puts a filter over the sheet as long as it has become.
    fn close(&mut self) -> Result<()> {
        if self.next < self.limits.of_sheet {
            end(&mut self.sheet, self.next).map_err(unwritten)?;
        }
        let last = self.columns.len().saturating_sub(1) as u16;
        let sheet = self.sheet.autofilter(0, 0, self.next - 1, last);
        sheet.map(|_| ()).map_err(unwritten)
    }

    fn go_on(&mut self) -> Result<()> {
        self.close()?;
        self.told.sheets += 1;
        let name = format!("{} ({})", self.told.name, self.told.sheets);
        let next = begun(self.book, self.styles, &name, self.columns)?;
        self.full.push(std::mem::replace(&mut self.sheet, next));
        (self.next, self.links) = (1, 0);
        Ok(())
    }

    /// Makes the next row so high that its lists of words are seen whole, and its long keys.
    fn make_room(&mut self, cells: &[Cell]) -> Result<()> {
        let heights = (0..self.looks.len()).filter_map(|at| match &cells[at] {
            Cell::Text(text) if self.is_wrapped(at, text) => height(text, self.widths[at]),
            _ => None,
        });
        // The last row that a sheet can have keeps the usual height: none can stand behind it.
        let is_last = self.next + 1 >= self.limits.of_sheet;
        if let Some(height) = heights.reduce(f64::max).filter(|_| !is_last) {
            self.sheet
                .set_row_height(self.next, height)
                .map_err(unwritten)?;
        }
        Ok(())
    }

    /// Whether a text goes on in further lines: a list of words does, and a key that would run into the
    /// next column.
    fn is_wrapped(&self, at: usize, text: &str) -> bool {
        match self.looks[at] {
            Look::Wrapped => true,
            Look::Words => {
                let is_key = self.columns[at].kind == ColumnKind::Key;
                is_key && text.len() as f64 > self.widths[at] && is_longer(text, self.widths[at])
            }
            _ => false,
        }
    }

    /// The rows of `mentions` that cells of the next row lead to; the row may be one that a finding
    /// tells of.
    fn leads(&mut self, cells: &[Cell]) -> Vec<(usize, u32)> {
        let Some((leads, shown)) = &mut self.led else {
            return Vec::new();
        };
        if self.told.sheets == 1 {
            shown.look(self.told.name, self.columns, cells, self.next);
        }
        leads.of(cells)
    }

    /// Writes a text that leads to a sentence.
    fn put_link(&mut self, at: usize, text: &str, row: u32) -> Result<()> {
        let link = Url::new(format!("internal:'{SENTENCES}'!A{row}")).set_text(fitting(text));
        let style = match self.is_wrapped(at, text) {
            true => &self.styles.leading_wrapped,
            false => &self.styles.leading,
        };
        self.links += 1;
        let sheet = self
            .sheet
            .write_url_with_format(self.next, at as u16, link, style);
        sheet.map(|_| ()).map_err(unwritten)
    }

    fn put(&mut self, at: usize, cell: &Cell) -> Result<()> {
        let look = self.looks[at];
        let (row, column) = (self.next, at as u16);
        let (number, is_whole) = match cell {
            Cell::Missing => return Ok(()),
            Cell::Text(text) => return self.put_text(at, text),
            Cell::YesNo(is_so) => return self.put_text(at, if *is_so { "yes" } else { "no" }),
            Cell::Flag(is_so) => (f64::from(u8::from(*is_so)), true),
            Cell::Count(count) => (*count as f64, true),
            // The number of the CSV, not one with more digits.
            Cell::Number(number) => (decimals(*number).parse().unwrap_or(*number), false),
        };
        let style = self.styles.of_number(look, number, is_whole);
        let sheet = self
            .sheet
            .write_number_with_format(row, column, number, style);
        sheet.map(|_| ()).map_err(unwritten)
    }

    fn put_text(&mut self, at: usize, text: &str) -> Result<()> {
        let fitting = fitting(text);
        self.told.cut += usize::from(fitting.ends_with('…') && fitting.len() != text.len());
        let style = self.styles.of_words(self.is_wrapped(at, text));
        let sheet = self
            .sheet
            .write_string_with_format(self.next, at as u16, &*fitting, style);
        sheet.map(|_| ()).map_err(unwritten)
    }
}

impl Rows for Sheet<'_> {
    fn row(&mut self, cells: &[Cell]) -> Result<()> {
        if self.limits.rows.is_some_and(|most| self.told.rows >= most) {
            self.told.left_out += 1;
            return Ok(());
        }
        if self.next == self.limits.of_sheet {
            self.go_on()?;
        }
        self.make_room(cells)?;
        let leads = self.leads(cells);
        for (at, cell) in cells.iter().take(self.limits.columns).enumerate() {
            let lead = leads.iter().find(|(from, _)| *from == at);
            match (cell, lead) {
                (Cell::Text(text), Some((_, row)))
                    if text.len() <= CELL && self.links < self.limits.links =>
                {
                    self.put_link(at, text, *row)?;
                }
                _ => self.put(at, cell)?,
            }
        }
        self.next += 1;
        self.told.rows += 1;
        Ok(())
    }

    fn finish(&mut self) -> Result<()> {
        Ok(())
    }
}

/// A sheet with its header. All that holds for a whole sheet is said before its first row.
fn begun(
    book: &mut Workbook,
    styles: &Styles,
    name: &str,
    columns: &[Column],
) -> Result<Worksheet> {
    let mut begin = || {
        let mut sheet = book.new_worksheet_with_constant_memory()?;
        sheet.set_name(name)?;
        sheet.set_right_to_left(styles.from_right);
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 0)?;
        for (at, column) in (0..).zip(columns) {
            sheet.set_column_width(at, width(column))?;
        }
        for (at, column) in (0..).zip(columns) {
            sheet.write_string_with_format(0, at, &*fitting(&column.name), &styles.header)?;
        }
        Ok(sheet)
    };
    begin().map_err(unwritten)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::columns;

    /// What is told of a table of two columns, and the names of its sheets.
    fn made(texts: &[&str], limits: Limits) -> (Told, Vec<String>) {
        let mut book = Workbook::new();
        let styles = Styles::of(true);
        let columns = &columns::of("merges", &[])[..2];
        let mut sheet = Sheet::begin(&mut book, &styles, ("merges", columns), limits).unwrap();
        for text in texts {
            sheet.row(&[Cell::text(*text), Cell::Missing]).unwrap();
        }
        let (sheets, told) = sheet.end().unwrap();
        (told, sheets.iter().map(Worksheet::name).collect())
    }

    #[test]
    fn a_table_goes_on_in_further_sheets_where_one_is_full() {
        let limits = Limits {
            of_sheet: 3,
            ..Limits::default()
        };
        let (told, names) = made(&["a", "b", "c", "d", "e"], limits);
        assert_eq!(names, ["merges", "merges (2)", "merges (3)"]);
        assert_eq!((told.rows, told.sheets, told.left_out), (5, 3, 0));
    }

    #[test]
    fn rows_and_columns_that_are_left_out_are_counted() {
        let limits = Limits {
            rows: Some(2),
            columns: 1,
            ..Limits::default()
        };
        let (told, _) = made(&["a", "b", "c"], limits);
        assert_eq!((told.rows, told.left_out), (2, 1));
        assert_eq!(told.columns_left_out, 1);
    }

    #[test]
    fn a_long_cell_is_cut_between_letters_and_counted() {
        let long = "😀".repeat(16_384);
        let (told, _) = made(&["a…", &long, &"ا".repeat(CELL)], Limits::default());
        assert_eq!(told.cut, 1);
        let cut = fitting(&long);
        assert_eq!(cut.encode_utf16().count(), CELL);
        assert!(cut.ends_with("😀…"));
    }

    #[test]
    fn a_row_is_as_high_as_its_text_has_lines() {
        assert_eq!(height("كلمة 1", 36.0), None);
        assert_eq!(height(&"ا".repeat(73), 36.0), Some(45.0));
        assert_eq!(height("a\nb", 36.0), Some(30.0));
        assert_eq!(height(&"ا".repeat(9_000), 36.0), Some(409.0));
    }

    #[test]
    fn a_key_that_would_run_into_the_next_column_goes_on_in_a_further_line() {
        let mut book = Workbook::new();
        let styles = Styles::of(true);
        let columns = columns::of("mentions", &[]);
        let sheet = Sheet::begin(
            &mut book,
            &styles,
            ("mentions", &columns),
            Limits::default(),
        );
        let sheet = sheet.unwrap();
        let at = |name: &str| {
            columns
                .iter()
                .position(|column| column.name == name)
                .unwrap()
        };
        for (column, text, expected) in [
            ("article", "a-key-of-more-than-twenty-letters", true),
            ("article", "مفتاح من عشرين حرفا", false),
            (
                "before",
                "words to be read, which may be as long as they are",
                false,
            ),
        ] {
            assert_eq!(sheet.is_wrapped(at(column), text), expected, "{text}");
        }
    }
}
