//! The rows of comma-, semicolon- or tab-separated values.

use super::columns::Columns;
use super::fields::{Field, known_names};
use super::row::{Fault, Row};
use crate::tables::chunks::{self as rows, Chunk};
use crate::tables::is_invisible;
use csv::{ByteRecord, ReaderBuilder};
use std::borrow::Cow;

/// What may part the cells of a table.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// How a row begins that explains the table to its readers and is no article.
const COMMENT: &[u8] = b"# ";

/// How a table begins.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// What parts its cells.
    pub separator: u8,
    /// The names of its columns.
    pub names: Vec<String>,
    /// Where its second row begins.
    pub end: usize,
    /// The number of its own row: empty lines may stand above it.
    pub row: u64,
}

/// Reads the header at the beginning of a table. The separator is the one that gives the most
/// names we know, then the most cells; or the one that Excel names in a line `sep=;` above.
pub(super) fn header(text: &[u8]) -> Header {
    let (mut begin, mut row) = (0, 1);
    let mut named = None;
    loop {
        let rest = &text[begin..];
        let end = rows::end_of_first(rest, b',');
        let line = rest[..end].trim_ascii();
        let is_blank = line.is_empty() && begin + end < text.len();
        match line {
            [b's', b'e', b'p', b'=', separator] => named = Some(*separator),
            _ if is_blank => {}
            _ => break,
        }
        begin += end;
        row += 1;
    }
    let separators = named.map_or(SEPARATORS.to_vec(), |separator| vec![separator]);
    let candidates = separators.into_iter().rev().map(|separator| {
        let end = begin + rows::end_of_first(&text[begin..], separator);
        let names = names(&text[begin..end], separator);
        let known = known_names(names.iter().map(String::as_str));
        let header = Header {
            separator,
            end,
            row,
            names,
        };
        ((known, header.names.len()), header)
    });
    candidates
        .max_by_key(|(worth, _)| *worth)
        .map(|(_, header)| header)
        .expect("there is a separator")
}

fn names(record: &[u8], separator: u8) -> Vec<String> {
    let mut cells = ByteRecord::new();
    // Reading from memory cannot fail.
    let _ = reader(record, separator).read_byte_record(&mut cells);
    cells
        .iter()
        .map(|cell| {
            let name = String::from_utf8_lossy(cell);
            name.trim_matches(is_invisible).to_owned()
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
    if record.get(0).is_some_and(|cell| cell.starts_with(COMMENT)) {
        return Err(Fault::of_row(
            "skipped: it begins with `# ` and is taken for a comment",
        ));
    }
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
            ("id,source,text\n", b',', 3),
            ("id;source;text\n", b';', 3),
            ("id\tsource\ttext\n", b'\t', 3),
            ("\"id\";\"a, b, c, d\";source\n", b';', 3),
            ("المصدر;النص\n", b';', 2),
            ("text", b',', 1),
            ("sep=;\r\nid;a,b,c\r\n", b';', 2),
        ];
        for (text, separator, columns) in cases {
            let header = header(text.as_bytes());
            assert_eq!(header.separator, separator, "{text}");
            assert_eq!(header.names.len(), columns, "{text}");
            assert_eq!(header.end, text.len(), "{text}");
        }
    }

    #[test]
    fn a_header_may_stand_under_empty_lines_and_hold_line_ends() {
        let text = "\r\n\nid,\"the\nsource\",text\n1,a,b\n";
        let header = header(text.as_bytes());
        assert_eq!(header.names, ["id", "the\nsource", "text"]);
        assert_eq!((&text[header.end..], header.row), ("1,a,b\n", 3));
    }
}
