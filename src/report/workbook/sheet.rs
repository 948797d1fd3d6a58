//! One table as a sheet, or as several where it is longer than a sheet may be.

use super::fault::unwritten;
use super::styles::{Look, Styles, height, width};
use crate::error::Result;
use crate::report::cell::Cell;
use crate::report::columns::Column;
use crate::report::csv::decimals;
use crate::report::table::Rows;
use rust_xlsxwriter::{Workbook, Worksheet};
use std::borrow::Cow;

/// Characters that a cell may hold, counted as spreadsheets count them: in UTF-16.
const CELL: usize = 32_767;

/// What a sheet may hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// Rows of the table that are written; `None` for all.
    pub rows: Option<usize>,
    /// Rows of a sheet with its header; the table goes on in a sheet behind it.
    pub of_sheet: u32,
    /// Columns of a sheet; others are left out.
    pub columns: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            rows: None,
            of_sheet: 1_048_576,
            columns: 16_384,
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
    limits: Limits,
    /// The sheets that are full.
    full: Vec<Worksheet>,
    sheet: Worksheet,
    /// The next row of the sheet.
    next: u32,
    told: Told,
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
            limits,
            full: Vec::new(),
            next: 1,
            told,
        })
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
        self.next = 1;
        Ok(())
    }

    /// Makes the next row so high that its lists of words are seen whole.
    fn make_room(&mut self, cells: &[Cell]) -> Result<()> {
        let wrapped = |at: &usize| self.looks[*at] == Look::Wrapped;
        let places = (0..self.looks.len()).filter(wrapped);
        let heights = places.filter_map(|at| match &cells[at] {
            Cell::Text(text) => height(text, width(&self.columns[at])),
            _ => None,
        });
        if let Some(height) = heights.reduce(f64::max) {
            self.sheet
                .set_row_height(self.next, height)
                .map_err(unwritten)?;
        }
        Ok(())
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
        let style = self.styles.of_words(self.looks[at]);
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
        for (at, cell) in cells.iter().take(self.limits.columns).enumerate() {
            self.put(at, cell)?;
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

/// A text as a cell may hold it: not too long, and without the two characters that XML has not and
/// that cannot be escaped; the writer escapes the others.
pub(super) fn fitting(text: &str) -> Cow<'_, str> {
    let mut fits = Cow::Borrowed(text);
    // No text has more UTF-16 units than bytes.
    if text.len() > CELL && text.encode_utf16().count() > CELL {
        let mut units = 0;
        let cut = text.char_indices().find(|(_, letter)| {
            units += letter.len_utf16();
            units > CELL - 1
        });
        let end = cut.map_or(text.len(), |(at, _)| at);
        fits = Cow::Owned(format!("{}…", &text[..end]));
    }
    match fits.contains(['\u{fffe}', '\u{ffff}']) {
        true => Cow::Owned(fits.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")),
        false => fits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::columns;
    use crate::wording::Tongue;

    /// What is told of a table of two columns, and the names of its sheets.
    fn made(texts: &[&str], limits: Limits) -> (Told, Vec<String>) {
        let mut book = Workbook::new();
        let styles = Styles::of(Tongue::Arabic);
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
    fn characters_that_no_xml_holds_are_replaced() {
        assert_eq!(fitting("a\u{ffff}b"), "a\u{fffd}b");
    }
}
