//! Reads tables, and knows of each cell where it stands: bytes of whatever packing and encoding, cut
//! into rows and cells by whatever parts them. Knows nothing of what the cells mean.
//!
//! A table of articles may be longer than memory: it streams by in [`chunks`], whose cells are cut on
//! many threads. What a researcher fills in (lists, settings, codings) is read whole, as a
//! [`Sheet`] whose cells know their places. Both cut by the same rules (`cut`).

pub(crate) mod bytes;
pub(crate) mod chunks;
mod columns;
mod cut;
pub(crate) mod encoding;
pub(crate) mod header;
mod letters;
pub(crate) mod limits;
mod places;
mod sheet;
pub(crate) mod workbook;

pub(crate) use columns::advice;
pub use limits::Limits;
pub(crate) use sheet::{Row, Sheet, VALUE_ENDS, refused};
pub(crate) use workbook::ENDINGS as WORKBOOKS;

use std::borrow::Cow;

/// What a text begins with that a spreadsheet may run as a formula (OWASP, *CSV Injection*): the
/// signs of a formula, the same as wide as letters of Chinese, and what is passed over before them.
const FORMULA: [char; 11] = [
    '=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\t', '\r', '\n',
];

/// A cell of CSV that no spreadsheet takes for a formula: an apostrophe stands before what it might.
pub(crate) fn with_guard(cell: &str) -> Cow<'_, str> {
    match cell.starts_with(FORMULA) {
        true => format!("'{cell}").into(),
        false => cell.into(),
    }
}

/// A cell without the apostrophe of [`with_guard`].
pub(crate) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA) => rest,
        _ => cell,
    }
}

/// Spaces, and what pages put between words to steer their direction (UAX #9) or to mark a file's
/// byte order: two names that differ only in these are one.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{61c}' | '\u{feff}')
}

#[cfg(test)]
pub(crate) mod tests {
    pub(crate) mod books;

    use super::*;

    #[test]
    fn an_apostrophe_before_a_formula_sign_is_no_letter() {
        for (cell, expected) in [
            ("'-12", "-12"),
            ("'=x", "=x"),
            ("'\u{ff1d}x", "\u{ff1d}x"),
            ("'\n=x", "\n=x"),
            ("'tis", "'tis"),
            ("-1", "-1"),
        ] {
            assert_eq!(unguarded(cell), expected);
        }
    }

    #[test]
    fn what_is_guarded_is_read_as_it_was_meant() {
        for sign in FORMULA {
            let cell = format!("{sign}1+1");
            assert_eq!(with_guard(&cell), format!("'{cell}"), "{cell:?}");
            assert_eq!(unguarded(&with_guard(&cell)), cell);
        }
        for cell in ["", "نعم", "1=1", "'", " x"] {
            assert_eq!(unguarded(&with_guard(cell)), cell);
        }
    }
}
