//! Every sheet of a workbook that holds several lists, each as the text of a table.

use super::grid::{Grid, Refusal};
use super::open::Workbook;
use super::{bytes_of, refused};
use crate::error::{Fault, guarded};
use crate::wording::word;

/// One sheet.
pub(crate) struct SheetText {
    /// Its name.
    pub name: String,
    /// Its cells as CSV, each row where a spreadsheet numbers it.
    pub text: String,
    /// How many columns before the first cell that is filled are not in the text.
    pub left: usize,
}

/// The sheets that hold something, in their order.
///
/// Errors: no workbook, or one that takes more memory than `most_megabytes`.
pub(crate) fn texts(
    file: &str,
    content: &[u8],
    most_megabytes: u32,
) -> Result<Vec<SheetText>, Fault> {
    let most_bytes = bytes_of(most_megabytes);
    let read = guarded(|| {
        let mut book = Workbook::of(content, most_bytes)?;
        let (mut texts, mut left_bytes) = (Vec::new(), most_bytes);
        for name in book.sheets() {
            let mut grid = Grid::new(file, left_bytes);
            book.each(&name, left_bytes, &mut |at, found| {
                grid.put(at, found.typed()).map(|()| true)
            })?;
            let left = grid.left();
            let text = csv(&grid.into_book().rows);
            let rest = left_bytes.checked_sub(text.len() as u64);
            left_bytes = rest.ok_or(Refusal::TooLong)?;
            if !text.is_empty() {
                texts.push(SheetText { name, text, left });
            }
        }
        Ok(texts)
    });
    let tripped = || Err(Refusal::Damaged(word("workbook.parts").to_owned()));
    read.unwrap_or_else(tripped)
        .map_err(|refusal| refused(file, &refusal, most_megabytes))
}

/// Rows with their numbers as CSV, an empty line for each number that has none.
fn csv(rows: &[(u64, Vec<String>)]) -> String {
    let (mut text, mut next) = (String::new(), 1);
    for (number, cells) in rows {
        text.extend((next..*number).map(|_| '\n'));
        let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        text += &cells.join(",");
        text.push('\n');
        next = number + 1;
    }
    text
}

fn quoted(cell: &str) -> String {
    match cell.contains(['"', ',', ';', '\t', '\n', '\r', '\'']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::Sheet;

    #[test]
    fn a_sheet_as_text_has_each_row_under_the_number_that_a_spreadsheet_shows() {
        let cells = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        let rows = [
            (2, cells(["term", "note"])),
            (3, cells(["a", "x, \"y\";z"])),
            (6, cells(["b", "one\ntwo"])),
        ];
        let text = csv(&rows);
        let mut faults = Vec::new();
        let sheet = Sheet::read("b.xlsx (a)", text.as_bytes(), &mut faults);
        assert!(faults.is_empty(), "{faults:?}");
        let read = sheet.rows.iter().map(|row| (row.number, row.cell(1)));
        let read: Vec<(u64, &str)> = read.collect();
        assert_eq!(read, [(3, "x, \"y\";z"), (6, "one\ntwo")]);
    }
}
