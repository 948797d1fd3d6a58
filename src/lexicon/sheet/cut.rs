//! Cuts the text of a CSV file into cells, and goes on after a quotation mark that was lost.
//!
//! A general reader takes all that follows an open quotation mark for one cell, up to the next such
//! mark or the end of the file, and so hides every row between. Here the row that it opened in is
//! given up, and the next line is a row again.

use std::borrow::Cow;

/// One row of the file.
pub struct Record<'a> {
    /// As a spreadsheet numbers it, from 1; a cell of several lines is one row.
    pub number: u64,
    /// Its cells, without their quotation marks; of a torn row the last is all that follows.
    pub cells: Vec<Cut<'a>>,
    /// What is wrong with its quotation marks, which makes its cells worthless.
    pub torn: Option<Torn>,
}

/// One cell.
pub struct Cut<'a> {
    /// What it holds.
    pub text: Cow<'a, str>,
    /// Where that begins in the file, in bytes.
    pub start: usize,
}

/// How a row's quotation marks are broken; always in its last cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Torn {
    /// The mark at the beginning of the cell is never closed.
    Open,
    /// The mark at this byte of the cell is followed by more than the next separator.
    Inside(usize),
}

/// The rows of a text whose cells are parted by `separator`, as RFC 4180 has it. Empty lines are
/// rows of one empty cell.
pub fn records(text: &str, separator: u8) -> Vec<Record<'_>> {
    let mut cutter = Cutter {
        text,
        separator,
        at: 0,
    };
    let mut records: Vec<Record> = Vec::new();
    let mut width = None;
    while cutter.at < text.len() {
        let start = cutter.at;
        let mut record = cutter.record();
        if swallows(&record, width) {
            record = cutter.tear(record, start);
        }
        record.number = records.len() as u64 + 1;
        width.get_or_insert(record.cells.len());
        records.push(record);
    }
    records
}

/// Whether a row is rather several rows between two lost marks: it has not as many cells as the
/// first, and one of them holds line ends and separators.
fn swallows(record: &Record, width: Option<usize>) -> bool {
    let holds_row = |cell: &Cut| {
        let mut inner = cell.text.split(['\n', '\r']).skip(1);
        inner.any(|line| line.contains([',', ';', '\t']))
    };
    record.torn.is_none()
        && width.is_some_and(|width| width != record.cells.len())
        && record.cells.iter().any(holds_row)
}

/// How many line ends a text holds.
pub fn line_ends(text: &str) -> u64 {
    let returns = text.matches('\r').count() - text.matches("\r\n").count();
    (text.matches('\n').count() + returns) as u64
}

struct Cutter<'a> {
    text: &'a str,
    separator: u8,
    at: usize,
}

impl<'a> Cutter<'a> {
    /// Cuts the row at hand and moves to the next.
    fn record(&mut self) -> Record<'a> {
        let mut record = Record {
            number: 0,
            cells: Vec::new(),
            torn: None,
        };
        loop {
            let begin = self.at;
            let cell = match self.byte() {
                Some(b'"') => self.quoted(),
                _ => Ok(self.plain()),
            };
            match cell {
                Ok(cell) => record.cells.push(cell),
                Err(torn) => {
                    self.give_up(&mut record, begin, torn);
                    return record;
                }
            }
            if self.byte() != Some(self.separator) {
                break;
            }
            self.at += 1;
        }
        self.skip_line_end();
        record
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn ends_cell(&self, byte: u8) -> bool {
        byte == self.separator || byte == b'\n' || byte == b'\r'
    }

    fn plain(&mut self) -> Cut<'a> {
        let start = self.at;
        let rest = &self.text.as_bytes()[start..];
        let length = rest.iter().position(|byte| self.ends_cell(*byte));
        self.at = length.map_or(self.text.len(), |length| start + length);
        Cut {
            text: Cow::Borrowed(&self.text[start..self.at]),
            start,
        }
    }

    /// A cell between quotation marks; two of them inside are one.
    fn quoted(&mut self) -> Result<Cut<'a>, Torn> {
        let start = self.at + 1;
        let mut from = start;
        let mut text = Cow::Borrowed("");
        loop {
            let Some(length) = self.text[from..].find('"') else {
                return Err(Torn::Open);
            };
            let close = from + length;
            text += &self.text[from..close];
            match self.text.as_bytes().get(close + 1) {
                Some(b'"') => {
                    text += "\"";
                    from = close + 2;
                }
                Some(byte) if !self.ends_cell(*byte) => {
                    let several = self.text[start..close].contains(['\n', '\r']);
                    let place = close + 1 - start;
                    return Err(if several {
                        Torn::Open
                    } else {
                        Torn::Inside(place)
                    });
                }
                _ => {
                    self.at = close + 1;
                    return Ok(Cut { text, start });
                }
            }
        }
    }

    /// Takes a cell that was cut as one for torn at its first line end.
    fn tear(&mut self, mut record: Record<'a>, start: usize) -> Record<'a> {
        self.at = start;
        let several = |cell: &Cut| cell.text.contains(['\n', '\r']);
        if let Some(at) = record.cells.iter().position(several) {
            let begin = record.cells[at].start - 1;
            record.cells.truncate(at);
            self.give_up(&mut record, begin, Torn::Open);
        }
        record
    }

    /// Ends a row with the line on which its torn cell begins.
    fn give_up(&mut self, record: &mut Record<'a>, begin: usize, torn: Torn) {
        let rest = &self.text[begin..];
        let end = begin + rest.find(['\n', '\r']).unwrap_or(rest.len());
        record.cells.push(Cut {
            text: Cow::Borrowed(&self.text[begin..end]),
            start: begin,
        });
        record.torn = Some(torn);
        self.at = end;
        self.skip_line_end();
    }

    fn skip_line_end(&mut self) {
        let rest = &self.text[self.at..];
        self.at += match rest.as_bytes() {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => 0,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The rows as `number:cell|cell`, a torn one with what is wrong.
    fn cut(text: &str) -> Vec<String> {
        let record = |record: &Record| {
            let cells: Vec<&str> = record.cells.iter().map(|cell| &*cell.text).collect();
            let torn = record
                .torn
                .map_or(String::new(), |torn| format!("{torn:?} "));
            format!("{torn}{}:{}", record.number, cells.join("|"))
        };
        records(text, b',').iter().map(record).collect()
    }

    #[test]
    fn empty_lines_and_cells_of_several_lines_count_as_a_spreadsheet_counts_them() {
        let text = "a,b\r\n\r\n\"x\ny\",\"say \"\"so\"\"\"\n,\n";
        assert_eq!(cut(text), ["1:a|b", "2:", "3:x\ny|say \"so\"", "4:|"]);
        assert_eq!(line_ends(text), 5);
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
            let read: Vec<Vec<String>> = records(&text, b',')
                .iter()
                .map(|record| record.cells.iter().map(|cell| cell.text.to_string()).collect())
                .collect();
            prop_assert_eq!(read, table);
        }
    }
}
