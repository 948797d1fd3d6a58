//! How a table begins: empty lines, what parts its cells, the names of its columns.

use super::cut;
use super::is_invisible;

/// What may part the cells of a table, the likeliest first. A line `sep=X` above the header, as
/// Excel has it, names any other.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// No spreadsheet has more columns (Microsoft, *Excel specifications and limits*), nor does a header
/// of so many need more bytes.
pub(crate) const MOST_COLUMNS: usize = 16_384;
const LONGEST: usize = 1 << 20;

/// How a table begins.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Header {
    /// What parts its cells.
    pub separator: u8,
    /// The names of its columns.
    pub names: Vec<String>,
    /// Where its own row begins.
    pub start: usize,
    /// Where the row below it begins.
    pub end: usize,
    /// The number of its own row: empty lines may stand above it.
    pub row: u64,
}

impl Header {
    /// Whether its row is none: what is no table has no line end for long, or is nothing but
    /// separators.
    pub(crate) fn is_none(&self) -> bool {
        self.names.len() > MOST_COLUMNS || self.end - self.start > LONGEST
    }
}

/// Reads the header at the beginning of a table. The separator is the one that gives the most names
/// that are `known`, then the most cells.
pub(crate) fn header(text: &[u8], known: impl Fn(&str) -> bool) -> Header {
    let (start, row, named) = beginning(text);
    let separators = named.map_or(SEPARATORS.to_vec(), |separator| vec![separator]);
    // Of equals the last is taken.
    let candidates = separators.into_iter().rev().map(|separator| {
        let rest = &text[start..];
        let end = end_of_first(rest, separator);
        let names = names(&rest[..end], separator);
        Header {
            separator,
            names,
            start,
            end: start + end,
            row,
        }
    });
    let worth = |header: &Header| {
        let known = header.names.iter().filter(|name| known(name)).count();
        (known, header.names.len())
    };
    let best = candidates.max_by_key(worth);
    best.expect("there is a separator")
}

/// Where the first row that is not empty begins, its number, and the separator that a line above it
/// names.
fn beginning(text: &[u8]) -> (usize, u64, Option<u8>) {
    let (mut begin, mut row) = (0, 1);
    let mut named = None;
    loop {
        let rest = &text[begin..];
        let end = end_of_first(rest, b',');
        let line = rest[..end].trim_ascii();
        let is_blank = line.is_empty() && begin + end < text.len();
        match line {
            [b's', b'e', b'p', b'=', separator] => named = Some(*separator),
            _ if is_blank => {}
            _ => return (begin, row, named),
        }
        begin += end;
        row += 1;
    }
}

/// Where the row after the first one of `text` begins; that row ends with `text` at the latest, and
/// with its line if its quotation mark is never closed.
fn end_of_first(text: &[u8], separator: u8) -> usize {
    let line = || text.iter().position(|byte| *byte == b'\n');
    let end = cut::scan(text, true, (separator, usize::MAX), |_| {}).end;
    end.unwrap_or_else(|| line().map_or(text.len(), |at| at + 1))
}

fn names(row: &[u8], separator: u8) -> Vec<String> {
    let mut names = Vec::new();
    let mut add = |cell: &[u8]| {
        if names.len() > MOST_COLUMNS {
            return;
        }
        let name = cut::unquoted(cell);
        let name = String::from_utf8_lossy(&name);
        names.push(name.trim_matches(is_invisible).to_owned());
    };
    let scan = cut::scan(row, true, (separator, usize::MAX), |cell| add(&row[cell]));
    if scan.end.is_none() {
        add(row[scan.last..].trim_ascii_end());
    }
    names
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
            ("sep=|\nid|a,b,c\n", b'|', 2),
        ];
        for (text, separator, columns) in cases {
            let header = header(text.as_bytes(), |name| name == "id" || name == "source");
            assert_eq!(header.separator, separator, "{text}");
            assert_eq!(header.names.len(), columns, "{text}");
            assert_eq!(header.end, text.len(), "{text}");
        }
    }

    #[test]
    fn a_header_may_stand_under_empty_lines_and_hold_line_ends() {
        let text = "\r\n\nid,\"the\nsource\",text\n1,a,b\n";
        let header = header(text.as_bytes(), |_| false);
        assert_eq!(header.names, ["id", "the\nsource", "text"]);
        assert_eq!((&text[header.end..], header.row), ("1,a,b\n", 3));
    }
}
