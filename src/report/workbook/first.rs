//! The first sheet: what was found, which sheets there are, what their signs mean, what is not there.

use super::fault::unwritten;
use super::fitting::{end, fitting};
use super::sheet::Told;
use super::styles::{Styles, height};
use crate::error::Result;
use crate::report::summary::Evidence;
use crate::wording::{Tongue, in_tongue, said_in};
use rust_xlsxwriter::{Url, Workbook, Worksheet, XlsxError};

/// The widths of its columns.
const WIDTHS: [f64; 4] = [18.0, 90.0, 10.0, 46.0];

/// What was found in words, the findings among them, and the row of each.
type Found<'a> = (&'a str, &'a [Evidence], &'a [Option<u32>]);

/// Makes it.
///
/// Errors: a disk that refuses.
pub(super) fn sheet(
    book: &mut Workbook,
    styles: &Styles,
    (tongue, found): (Tongue, Found),
    tables: &[Told],
) -> Result<Worksheet> {
    let mut begin = || {
        let mut sheet = book.new_worksheet_with_constant_memory()?;
        sheet.set_name(in_tongue(tongue, "book.first"))?;
        sheet.set_right_to_left(styles.from_right);
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        for (at, width) in (0..).zip(WIDTHS) {
            sheet.set_column_width(at, width)?;
        }
        let mut first = First {
            sheet,
            styles,
            tongue,
            next: 0,
        };
        first.all(found, tables)?;
        end(&mut first.sheet, first.next)?;
        Ok(first.sheet)
    };
    begin().map_err(unwritten)
}

struct First<'a> {
    sheet: Worksheet,
    styles: &'a Styles,
    tongue: Tongue,
    next: u32,
}

impl First<'_> {
    fn all(&mut self, found: Found, tables: &[Told]) -> std::result::Result<(), XlsxError> {
        let version = env!("CARGO_PKG_VERSION");
        let title = said_in(self.tongue, "book.title", &[&version]);
        self.lines("book.first", [title].iter())?;
        self.sheets(tables)?;
        let rows = ["book.colours", "book.empty", "book.filter", "book.columns"];
        let rows = rows.map(|key| in_tongue(self.tongue, key));
        self.lines("book.signs", rows.iter())?;
        let rows = ["book.wording-only", "book.scarce", "book.csv"];
        let rows = rows.map(|key| in_tongue(self.tongue, key));
        self.lines("book.limits", rows.iter())?;
        self.summary(found)
    }

    /// What was found, with a link beside each finding to the row that it stands on.
    fn summary(&mut self, (summary, evidence, rows): Found) -> std::result::Result<(), XlsxError> {
        let heading = in_tongue(self.tongue, "book.summary");
        self.put(0, heading, true)?;
        let (mut next, mut findings) = (1, evidence.iter().zip(rows).peekable());
        for line in summary.lines() {
            let is_told = |of: &&Evidence| line == format!("{next}. {}", of.told);
            if findings.peek().is_some_and(|(of, _)| is_told(of)) {
                let row = findings
                    .next()
                    .and_then(|(of, row)| Some((of.table, (*row)?)));
                self.lead(row)?;
                next += 1;
            }
            self.put(1, line, false)?;
            self.next += 1;
        }
        Ok(())
    }

    /// A link to a row of a table.
    fn lead(&mut self, row: Option<(&str, u32)>) -> std::result::Result<(), XlsxError> {
        if let Some((table, row)) = row {
            let told = said_in(self.tongue, "book.row", &[&table, &(row + 1)]);
            let link = Url::new(format!("internal:'{table}'!A{}", row + 1)).set_text(told);
            let style = &self.styles.link;
            self.sheet
                .write_url_with_format(self.next, 3, link, style)?;
        }
        Ok(())
    }

    /// A heading and lines beside it.
    fn lines(
        &mut self,
        heading: &str,
        lines: impl Iterator<Item = impl AsRef<str>>,
    ) -> std::result::Result<(), XlsxError> {
        let heading = in_tongue(self.tongue, heading);
        for (at, line) in lines.enumerate() {
            if at == 0 {
                self.put(0, heading, true)?;
            }
            self.put(1, line.as_ref(), false)?;
            self.next += 1;
        }
        self.next += 1;
        Ok(())
    }

    /// The tables, each with a link.
    fn sheets(&mut self, tables: &[Told]) -> std::result::Result<(), XlsxError> {
        let heads = ["book.sheet", "book.holds", "book.rows", "book.remark"];
        for (at, key) in (0..).zip(heads) {
            let head = in_tongue(self.tongue, key);
            let header = &self.styles.header;
            self.sheet
                .write_string_with_format(self.next, at, head, header)?;
        }
        self.next += 1;
        for table in tables {
            let name = table.name;
            let link = Url::new(format!("internal:'{name}'!A1")).set_text(name);
            let style = &self.styles.link;
            self.sheet
                .write_url_with_format(self.next, 0, link, style)?;
            self.put(1, in_tongue(self.tongue, &format!("sheet.{name}")), false)?;
            let (rows, style) = (table.rows as f64, &self.styles.whole);
            self.sheet
                .write_number_with_format(self.next, 2, rows, style)?;
            self.put(3, &self.remark(table), false)?;
            self.next += 1;
        }
        self.next += 1;
        Ok(())
    }

    /// What of a table is not in its sheet as it is in its file.
    fn remark(&self, table: &Told) -> String {
        let said = |key: &str, count: usize| {
            let told = || said_in(self.tongue, key, &[&count, &table.name]);
            (count > 0).then(told)
        };
        let told = [
            said("book.rows-left", table.left_out),
            said("book.columns-left", table.columns_left_out),
            said("book.cut", table.cut),
            said("book.goes-on", table.sheets - 1),
        ];
        told.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn put(
        &mut self,
        column: u16,
        text: &str,
        is_heading: bool,
    ) -> std::result::Result<(), XlsxError> {
        let style = match is_heading {
            true => &self.styles.heading,
            false => &self.styles.wrapped,
        };
        if !text.is_empty() {
            let text = fitting(text);
            if let Some(height) = height(&text, WIDTHS[usize::from(column)]) {
                self.sheet.set_row_height(self.next, height)?;
            }
            self.sheet
                .write_string_with_format(self.next, column, &*text, style)?;
        }
        Ok(())
    }
}
