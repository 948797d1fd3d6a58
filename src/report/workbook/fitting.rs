//! Texts as cells of a workbook may hold them.

use crate::report::cell::Cell;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use std::borrow::Cow;

/// Characters that a cell may hold, counted as spreadsheets count them: in UTF-16.
pub(super) const CELL: usize = 32_767;

/// What a cell says, where it says it in words.
pub(super) fn text_of<'c>(cell: &'c Cell) -> &'c str {
    match cell {
        Cell::Text(text) => text,
        _ => "",
    }
}

/// Ends a sheet whose last row has a height of its own: the writer would put such a row down a second
/// time, which Excel offers to repair. A row behind it that holds nothing makes it write the row once.
pub(super) fn end(sheet: &mut Worksheet, next: u32) -> Result<(), XlsxError> {
    sheet.write_blank(next, 0, &Format::new())?;
    sheet.clear_cell(next, 0);
    Ok(())
}

/// Whether a text has more letters than a column is wide.
pub(super) fn is_longer(text: &str, width: f64) -> bool {
    text.chars().count() as f64 > width
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

    #[test]
    fn characters_that_no_xml_holds_are_replaced() {
        assert_eq!(fitting("a\u{ffff}b"), "a\u{fffd}b");
    }
}
