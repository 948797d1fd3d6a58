//! A table as cells that keep their places, so that one can be changed and no other byte.

use std::ops::Range;

/// The cells of a table as ranges of its bytes.
pub struct Grid<'a> {
    text: &'a str,
    separator: u8,
    /// By row, the header first.
    pub rows: Vec<Vec<Range<usize>>>,
}

impl<'a> Grid<'a> {
    /// With the separator under which the first row has the column `id`; `None` where none does.
    pub fn of(text: &'a str) -> Option<Self> {
        [b',', b';', b'\t'].into_iter().find_map(|separator| {
            let rows = cells(text, separator);
            let grid = Grid {
                text,
                separator,
                rows,
            };
            let has = |name: &str| grid.column(name).is_some();
            (has("id") && has("term")).then_some(grid)
        })
    }

    /// The place of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        let header = self.rows.first()?;
        header
            .iter()
            .position(|cell| unquoted(&self.text[cell.clone()]).trim().to_lowercase() == name)
    }

    /// What a cell holds, without the spaces around it; empty where the row has no such cell.
    pub fn cell(&self, row: usize, name: &str) -> String {
        let range = self.column(name).and_then(|at| self.rows[row].get(at));
        range.map_or(String::new(), |range| {
            unquoted(&self.text[range.clone()]).trim().to_owned()
        })
    }

    /// The text with values added to a cell, which is made where the row breaks off before it.
    pub fn with_values(&self, row: usize, column: usize, values: &str) -> String {
        let cells = &self.rows[row];
        let separator = char::from(self.separator);
        let (range, lacking) = match cells.get(column) {
            Some(range) => (range.clone(), 0),
            None => {
                let end = cells.last().map_or(0, |last| last.end);
                (end..end, column + 1 - cells.len())
            }
        };
        let cell = self.longer(&self.text[range.clone()], values);
        let before = separator.to_string().repeat(lacking);
        let (head, tail) = (&self.text[..range.start], &self.text[range.end..]);
        format!("{head}{before}{cell}{tail}")
    }

    /// A cell, as it is written, with values added behind those it has.
    fn longer(&self, cell: &str, values: &str) -> String {
        let is_quoted = cell.starts_with('"');
        let inside = match is_quoted {
            true => cell[1..].strip_suffix('"').unwrap_or(&cell[1..]),
            false => cell,
        };
        let longer = match inside.trim() {
            "" => values.to_owned(),
            held if held.ends_with([';', '؛']) => format!("{inside}{values}"),
            _ => format!("{inside};{values}"),
        };
        let needs_quotes = longer.as_bytes().contains(&self.separator);
        match (is_quoted, needs_quotes) {
            (true, _) => format!("\"{longer}\""),
            // A quotation mark inside a cell without any around it is a letter like others.
            (false, true) => format!("\"{}\"", longer.replace('"', "\"\"")),
            (false, false) => longer,
        }
    }
}

/// The cells of each row of a table (RFC 4180), quotation marks included; rows without any cell are
/// left out, as the reader of tables does.
fn cells(text: &str, separator: u8) -> Vec<Vec<Range<usize>>> {
    let bytes = text.as_bytes();
    let mut at = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut rows = Vec::new();
    while at < bytes.len() {
        if matches!(bytes[at], b'\r' | b'\n') {
            at += 1;
            continue;
        }
        let mut row = Vec::new();
        loop {
            let end = cell_end(bytes, at, separator);
            row.push(at..end);
            at = end + 1;
            if bytes.get(end) != Some(&separator) {
                break;
            }
        }
        rows.push(row);
    }
    rows
}

/// Where the cell that begins at a byte ends.
fn cell_end(bytes: &[u8], start: usize, separator: u8) -> usize {
    let is_end = |byte: &u8| *byte == separator || matches!(byte, b'\r' | b'\n');
    let mut at = start;
    if bytes.get(at) == Some(&b'"') {
        at += 1;
        while at < bytes.len() {
            match (bytes[at], bytes.get(at + 1)) {
                (b'"', Some(b'"')) => at += 2,
                (b'"', _) => break,
                _ => at += 1,
            }
        }
    }
    let rest = bytes.get(at..).unwrap_or_default();
    at.min(bytes.len()) + rest.iter().position(is_end).unwrap_or(rest.len())
}

/// What a cell holds, its quotation marks taken off.
fn unquoted(cell: &str) -> String {
    match cell.strip_prefix('"') {
        Some(inside) => inside
            .strip_suffix('"')
            .unwrap_or(inside)
            .replace("\"\"", "\""),
        None => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str, separator: u8) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .from_reader(text.as_bytes());
        let rows = reader.records();
        rows.map(|row| row.unwrap().iter().map(str::to_owned).collect())
            .collect()
    }

    proptest! {
        #[test]
        fn one_cell_is_longer_and_all_others_are_read_as_before(
            rows in prop::collection::vec(prop::collection::vec("[aب\" ,;\t\r\n]{0,5}", 3), 1..5),
            (row, column) in (0_usize..5, 0_usize..3),
            separator in prop::sample::select(vec![b',', b';', b'\t']),
            always in any::<bool>(),
        ) {
            let style = if always { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
            let mut writer = csv::WriterBuilder::new()
                .delimiter(separator)
                .quote_style(style)
                .from_writer(Vec::new());
            writer.write_record(["id", "term", "exclude"]).unwrap();
            rows.iter().for_each(|row| writer.write_record(row).unwrap());
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let grid = Grid::of(&text).unwrap();
            let row = 1 + row % rows.len();
            let longer = grid.with_values(row, column, "x");
            let mut expected = read(&text, separator);
            let cell = &mut expected[row][column];
            *cell = match cell.trim() {
                "" => "x".to_owned(),
                held if held.ends_with(';') => format!("{cell}x"),
                _ => format!("{cell};x"),
            };
            prop_assert_eq!(read(&longer, separator), expected);
        }
    }
}
