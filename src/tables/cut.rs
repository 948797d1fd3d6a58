//! Cuts the text of a table into rows and cells. Nothing else knows how quotation marks work.
//!
//! By the rules of RFC 4180 as spreadsheets keep them: a quotation mark opens at the beginning of a
//! cell only, two inside are one, and a line ends with `\n`, `\r\n` or `\r`.

use std::borrow::Cow;
use std::ops::Range;

/// What was seen of the row at the beginning of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scan {
    /// Where the next row begins; `None` where the end of this one is not in sight.
    pub end: Option<usize>,
    /// Whether it is an empty line.
    pub is_blank: bool,
    /// How many cells it has.
    pub cells: usize,
    /// Where the last of them begins.
    pub last: usize,
    /// Whether it was given up: it has far more cells than it should, over several lines.
    pub is_endless: bool,
    /// The first cell that goes on behind the quotation mark which closes it, and where it does.
    pub bent: Option<(usize, usize)>,
}

#[derive(Clone, Copy, PartialEq)]
enum At {
    CellStart,
    Plain,
    Quoted,
    QuoteInQuoted,
}

/// How many cells more than the header a row may have before it is given up, once one of its cells
/// runs over several lines. A quotation mark that is lost in each of many lines makes one row of all
/// of them, and to look at it anew from every line would take time with the square of their number;
/// a line end inside a cell opens a cell at every such line, so that this bounds how often a byte is
/// looked at.
const SURPLUS: usize = 64;

/// Looks at the row at the beginning of `text` and hands on its cells as they stand there, with
/// their quotation marks. A row of several lines that has far more than `columns` cells is given up;
/// `ended` says that no more text follows.
pub(super) fn scan(
    text: &[u8],
    ended: bool,
    (separator, columns): (u8, usize),
    mut cell: impl FnMut(Range<usize>),
) -> Scan {
    let mut scan = Scan {
        end: None,
        is_blank: false,
        cells: 1,
        last: 0,
        is_endless: false,
        bent: None,
    };
    let most = columns.saturating_add(SURPLUS);
    let mut state = At::CellStart;
    for (at, &byte) in text.iter().enumerate() {
        state = match (state, byte) {
            (At::CellStart | At::QuoteInQuoted, b'"') => At::Quoted,
            (At::Quoted, b'"') => At::QuoteInQuoted,
            (At::Quoted, b'\n' | b'\r') if scan.cells > most => {
                scan.is_endless = true;
                return scan;
            }
            (At::Quoted, _) => At::Quoted,
            (_, b'\n' | b'\r') => {
                scan.is_blank = at == 0;
                scan.end = terminator(&text[at..], ended).map(|length| at + length);
                cell(scan.last..at);
                return scan;
            }
            (_, byte) if byte == separator => {
                cell(scan.last..at);
                scan.last = at + 1;
                scan.cells += 1;
                At::CellStart
            }
            (before, _) => {
                if before == At::QuoteInQuoted && scan.bent.is_none() {
                    scan.bent = Some((scan.cells - 1, at));
                }
                At::Plain
            }
        };
    }
    if ended && state != At::Quoted {
        cell(scan.last..text.len());
        scan.end = Some(text.len());
    }
    scan
}

/// The length of the line end that `text` begins with; `None` if a `\n` may follow its `\r`.
fn terminator(text: &[u8], ended: bool) -> Option<usize> {
    match text {
        [b'\r', b'\n', ..] => Some(2),
        [b'\r'] if !ended => None,
        _ => Some(1),
    }
}

/// What a cell holds that stands so in the text, its quotation marks taken off.
pub(super) fn unquoted(cell: &[u8]) -> Cow<'_, [u8]> {
    let [b'"', inside @ .., b'"'] = cell else {
        return Cow::Borrowed(cell);
    };
    if !inside.contains(&b'"') {
        return Cow::Borrowed(inside);
    }
    let mut whole = Vec::with_capacity(inside.len());
    let mut is_second = false;
    for byte in inside {
        is_second = *byte == b'"' && !is_second;
        if !is_second {
            whole.push(*byte);
        }
    }
    Cow::Owned(whole)
}

/// One row of a text that is at hand as a whole.
#[derive(Debug)]
pub(super) struct Record {
    /// As a spreadsheet numbers it; a cell of several lines is one row, and so is an empty line.
    pub number: u64,
    /// Its cells as they stand there; of a torn row the last is all that follows.
    pub cells: Vec<Range<usize>>,
    /// What is wrong with its quotation marks, which makes its cells worthless.
    pub torn: Option<Torn>,
}

/// How a row's quotation marks are broken; always in its last cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Torn {
    /// The mark at the beginning of the cell is never closed.
    Open,
    /// The mark at this byte of the cell is followed by more than the next separator.
    Inside(usize),
}

/// The rows of a text from a byte on, which is where the row of this number begins.
///
/// A general reader takes all that follows an open quotation mark for one cell, up to the next such
/// mark or the end of the file, and so hides every row between. Here the row that it opened in is
/// given up, and the next line is a row again.
pub(super) fn records(
    text: &str,
    (from, number): (usize, u64),
    separator: u8,
) -> impl Iterator<Item = Record> {
    let mut width = None;
    let mut at = from;
    (number..).map_while(move |number| {
        if at >= text.len() {
            return None;
        }
        let record;
        (record, at) = record_at(text, at, separator, width);
        width.get_or_insert(record.cells.len());
        Some(Record { number, ..record })
    })
}

/// A row is kept up to this many cells: no spreadsheet has more columns.
const MOST_CELLS: usize = 16_384;

/// The row at a byte, and where the next one begins.
fn record_at(text: &str, at: usize, separator: u8, width: Option<usize>) -> (Record, usize) {
    let mut cells = Vec::new();
    let shifted = |cell: Range<usize>| {
        if cells.len() < MOST_CELLS {
            cells.push(at + cell.start..at + cell.end);
        }
    };
    let columns = width.unwrap_or(usize::MAX);
    let scan = scan(&text.as_bytes()[at..], true, (separator, columns), shifted);
    let open = at + scan.last;
    let begins = |cell: usize| {
        cells
            .get(cell)
            .map_or(open, |cell: &Range<usize>| cell.start)
    };
    let torn = match (scan.bent, scan.end) {
        (Some((cell, place)), _) => {
            let close = at + place - 1;
            let is_long = text[begins(cell)..close].contains(LINE_ENDS);
            let inside = Torn::Inside(close - begins(cell));
            Some((cell, if is_long { Torn::Open } else { inside }))
        }
        (None, None) if scan.is_endless => {
            let is_long = |cell: &Range<usize>| text[cell.clone()].contains(LINE_ENDS);
            let cell = cells.iter().position(is_long);
            Some((cell.unwrap_or(scan.cells - 1), Torn::Open))
        }
        (None, None) => Some((scan.cells - 1, Torn::Open)),
        (None, Some(_)) => swallowing(text, &cells, width).map(|cell| (cell, Torn::Open)),
    };
    let mut next = at + scan.end.unwrap_or_default();
    if let Some((cell, _)) = torn {
        let begin = begins(cell);
        let end = text[begin..].find(LINE_ENDS);
        let end = end.map_or(text.len(), |length| begin + length);
        next = end + terminator(&text.as_bytes()[end..], true).unwrap_or_default();
        next = next.min(text.len());
        cells.truncate(cell);
        cells.push(begin..end);
    }
    let torn = torn.map(|(_, torn)| torn);
    let record = Record {
        number: 0,
        cells,
        torn,
    };
    (record, next)
}

const LINE_ENDS: [char; 2] = ['\n', '\r'];

/// The first cell of several lines in a row that is rather several rows between two lost marks: it
/// has not as many cells as the first, and one of them holds line ends and separators.
fn swallowing(text: &str, cells: &[Range<usize>], width: Option<usize>) -> Option<usize> {
    let holds_row = |cell: &Range<usize>| {
        let mut lines = text[cell.clone()].split(LINE_ENDS).skip(1);
        lines.any(|line| line.contains([',', ';', '\t']))
    };
    let is_odd = width.is_some_and(|width| width != cells.len());
    if !is_odd || !cells.iter().any(holds_row) {
        return None;
    }
    let is_long = |cell: &Range<usize>| text[cell.clone()].contains(LINE_ENDS);
    cells.iter().position(is_long)
}

/// How many lines end in a text.
pub(super) fn line_ends(text: &str) -> u64 {
    let returns = text.matches('\r').count() - text.matches("\r\n").count();
    (text.matches('\n').count() + returns) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value<'a>(text: &'a str, cell: &Range<usize>) -> Cow<'a, str> {
        let cell = unquoted(&text.as_bytes()[cell.clone()]);
        String::from_utf8(cell.into_owned()).unwrap().into()
    }

    /// The rows as `number:cell|cell`, a torn one with what is wrong and its last cell as it stands.
    fn cut(text: &str) -> Vec<String> {
        let record = |record: &Record| {
            let mut cells: Vec<Cow<str>> = record.cells.iter().map(|c| value(text, c)).collect();
            let mut torn = String::new();
            if let Some(broken) = record.torn {
                torn = format!("{broken:?} ");
                let last = record.cells.last().unwrap();
                *cells.last_mut().unwrap() = text[last.clone()].into();
            }
            format!("{torn}{}:{}", record.number, cells.join("|"))
        };
        records(text, (0, 1), b',')
            .map(|found| record(&found))
            .collect()
    }

    #[test]
    fn empty_lines_and_cells_of_several_lines_count_as_a_spreadsheet_counts_them() {
        let text = "a,b\r\n\r\n\"x\ny\",\"say \"\"so\"\"\"\n,\n";
        assert_eq!(cut(text), ["1:a|b", "2:", "3:x\ny|say \"so\"", "4:|"]);
        assert_eq!(cut("a,b"), ["1:a|b"]);
        assert_eq!(cut("a,"), ["1:a|"]);
    }

    #[test]
    fn a_mark_that_is_never_closed_costs_only_the_row_it_opens_in() {
        let got = cut("a,b\n1,\"x, y\n2,z\n3,w\n");
        assert_eq!(got[1..], ["Open 2:1|\"x, y", "3:2|z", "4:3|w"]);
    }

    #[test]
    fn a_mark_closed_by_a_later_rows_mark_costs_only_the_row_it_opens_in() {
        let garbage = cut("a,b\n1,\"x, y\n2,z\n3,\"v, w\"\n");
        assert_eq!(garbage[1..], ["Open 2:1|\"x, y", "3:2|z", "4:3|v, w"]);
        let separator = cut("a,b\n1,\"x, y\n2,z\n3,\",w\"\n4,v\n");
        assert_eq!(
            separator[1..],
            ["Open 2:1|\"x, y", "3:2|z", "4:3|,w", "5:4|v"]
        );
    }

    #[test]
    fn a_mark_lost_in_every_line_costs_each_line_and_no_more() {
        let text = format!("a,b\n{}", "x\",\"\n".repeat(50_000));
        let got = cut(&text);
        assert!(got.len() > 49_900, "all but the last few");
        assert!(got[1..].iter().all(|row| row.starts_with("Open ")));
    }

    #[test]
    fn a_mark_inside_a_quoted_cell_costs_its_row() {
        let got = cut("a,b\n1,\"قال \"نعم\" ثم\"\n2,z\n");
        assert_eq!(got[1], "Inside(8) 2:1|\"قال \"نعم\" ثم\"");
        assert_eq!(got[2], "3:2|z");
    }

    proptest! {
        #[test]
        fn what_the_csv_package_writes_is_read_as_it_was(
            table in prop::collection::vec(prop::collection::vec("[a\"\u{628};\n\r]{0,6}", 2..3), 1..6),
        ) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            for row in &table {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let read: Vec<Vec<String>> = records(&text, (0, 1), b',')
                .map(|record| record.cells.iter().map(|c| value(&text, c).into_owned()).collect())
                .collect();
            prop_assert_eq!(read, table);
        }
    }
}
