//! The rows of comma-, semicolon- or tab-separated values.

use super::columns::{Columns, Field, known_names};
use super::row::{Fault, Row};
use super::rows::Chunk;
use csv::{ByteRecord, ReaderBuilder};
use std::borrow::Cow;

/// What may part the cells of a table.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// How a table begins.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// What parts its cells.
    pub separator: u8,
    /// The names of its columns.
    pub names: Vec<String>,
}

/// Reads the header from the first record of a table, guessing the separator: the one that gives
/// the most names we know, then the most cells.
pub(super) fn header(record: &str) -> Header {
    let candidates = SEPARATORS.into_iter().rev().map(|separator| {
        let names = names(record, separator);
        let known = known_names(names.iter().map(String::as_str));
        ((known, names.len()), Header { separator, names })
    });
    candidates
        .max_by_key(|(worth, _)| *worth)
        .map(|(_, header)| header)
        .expect("there are separators")
}

fn names(record: &str, separator: u8) -> Vec<String> {
    let mut cells = ByteRecord::new();
    let mut reader = reader(record.as_bytes(), separator);
    // Reading from memory cannot fail.
    let _ = reader.read_byte_record(&mut cells);
    cells
        .iter()
        .map(|cell| {
            let name = String::from_utf8_lossy(cell);
            name.trim_matches(super::row::is_invisible).to_owned()
        })
        .collect()
}

fn reader(bytes: &[u8], separator: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(bytes)
}

/// Hands every row of a chunk to `visit`, with its number.
pub(super) fn each_row(
    chunk: &Chunk,
    separator: u8,
    columns: &Columns,
    mut visit: impl FnMut(u64, Result<Row<'_>, Fault>),
) {
    let fields = columns.by_place();
    let mut reader = reader(&chunk.bytes, separator);
    let mut record = ByteRecord::new();
    for row in &chunk.rows {
        // Records were cut by the same rules, and reading from memory cannot fail.
        if !matches!(reader.read_byte_record(&mut record), Ok(true)) {
            break;
        }
        visit(*row, cells(&record, &fields, columns));
    }
}

fn cells<'a>(
    record: &'a ByteRecord,
    fields: &[Option<Field>],
    columns: &Columns,
) -> Result<Row<'a>, Fault> {
    let surplus_is_empty = record.iter().skip(fields.len()).all(<[u8]>::is_empty);
    let blank = record.iter().all(|cell| cell.trim_ascii().is_empty());
    if !blank && (record.len() < fields.len() || !surplus_is_empty) {
        return Err(Fault::of_row(format!(
            "skipped: it has {} cells where the header has {}; a quotation mark or a separator \
             inside a cell is perhaps not quoted",
            record.len(),
            fields.len()
        )));
    }
    let mut row = Row::default();
    for (cell, field) in record.iter().zip(fields) {
        if let Some(field) = field {
            let text = std::str::from_utf8(cell)
                .map_err(|_| Fault::in_column(columns.name(*field), super::row::UNDECODABLE))?;
            row.put(*field, Cow::Borrowed(text));
        }
    }
    Ok(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_guessed_from_the_header() {
        let cases = [
            ("id,source,text", b',', 3),
            ("id;source;text", b';', 3),
            ("id\tsource\ttext", b'\t', 3),
            ("\"id\";\"a, b, c, d\";source", b';', 3),
            ("المصدر;النص", b';', 2),
            ("text", b',', 1),
        ];
        for (record, separator, columns) in cases {
            let header = header(record);
            assert_eq!(header.separator, separator, "{record}");
            assert_eq!(header.names.len(), columns, "{record}");
        }
    }
}
