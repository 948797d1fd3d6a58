//! The rows of tables whose cells stand under a header.

use super::columns::Columns;
use super::fields::Field;
use super::row::{ArticleRow, RowFault};
use crate::wording::{said, word};
use std::borrow::Cow;

/// How a row begins that explains the table to its readers and is no article.
const COMMENT: &[u8] = b"# ";

/// The cells of use in a row of a table.
///
/// Errors: a row that is none, or has cells too many or too few, or bytes that are no letters.
pub(super) fn row<'a>(
    record: &mut Vec<Cow<'a, [u8]>>,
    fields: &[Option<Field>],
    columns: &Columns,
) -> Result<ArticleRow<'a>, RowFault> {
    if record.first().is_some_and(|cell| cell.starts_with(COMMENT)) {
        return Err(RowFault {
            is_comment: true,
            ..RowFault::of_row(word("notes.comment"))
        });
    }
    let surplus_is_empty = record.iter().skip(fields.len()).all(|cell| cell.is_empty());
    let blank = record.iter().all(|cell| cell.trim_ascii().is_empty());
    if !blank && (record.len() < fields.len() || !surplus_is_empty) {
        return Err(RowFault::of_row(said(
            "notes.cells",
            &[&record.len(), &fields.len()],
        )));
    }
    let mut row = ArticleRow::default();
    for (cell, field) in record.drain(..).zip(fields) {
        if let Some(field) = field {
            let text = text(cell);
            let text = text.ok_or_else(|| {
                RowFault::in_column(columns.name(*field), super::row::undecodable())
            })?;
            row.put(*field, text);
        }
    }
    Ok(row)
}

fn text(cell: Cow<'_, [u8]>) -> Option<Cow<'_, str>> {
    match cell {
        Cow::Borrowed(cell) => std::str::from_utf8(cell).ok().map(Cow::Borrowed),
        Cow::Owned(cell) => String::from_utf8(cell).ok().map(Cow::Owned),
    }
}
