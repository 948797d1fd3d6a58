//! Cuts a stream of text into chunks of whole rows, each with its number, without reading them: that
//! is all that must be done in order; what is in the rows can then be read in parallel.

use super::cut::{self, Scan};
use super::encoding::Utf8Stream;
use super::header::MOST_COLUMNS;
use std::borrow::Cow;
use std::io;

/// Rows are handed on in chunks of about this many bytes: enough to be worth a thread's while,
/// little enough that a few of them in flight are no load on memory.
const CHUNK: usize = 1 << 19;

/// How rows are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Comma-separated values: rows end at a line end outside quotation marks.
    Separated {
        /// What parts cells.
        separator: u8,
        /// Cells in the header.
        columns: usize,
    },
    /// JSON Lines.
    Lines,
}

/// Some whole rows.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Chunk {
    /// The rows as they stand, in UTF-8 but for bytes that could not be decoded.
    pub bytes: Vec<u8>,
    /// The number of each row that is not blank, as a spreadsheet counts.
    pub rows: Vec<u64>,
    /// Rows that were left out because their quotation marks are at odds.
    pub torn: Vec<u64>,
    /// Rows that were left out because no end of them is in sight.
    pub endless: Vec<u64>,
}

/// The rows of a stream.
pub(crate) struct Chunks {
    stream: Utf8Stream,
    layout: Layout,
    /// Text that was read and not yet handed on.
    buffer: Vec<u8>,
    /// The number of the row that the buffer begins with.
    row: u64,
    ended: bool,
    /// Whether the buffer begins inside a line that was given up.
    inside_torn: bool,
    /// No row has more bytes: it is a quotation mark that was never closed, or no table.
    longest: usize,
}

impl Chunks {
    /// The rows of `stream`, of which `buffer` was read already, from row `row`, none above `longest`.
    pub(crate) fn new(
        stream: Utf8Stream,
        layout: Layout,
        (buffer, row): (Vec<u8>, u64),
        longest: usize,
    ) -> Self {
        Chunks {
            stream,
            layout,
            buffer,
            row,
            ended: false,
            inside_torn: false,
            longest,
        }
    }

    /// The stream underneath.
    pub(crate) fn stream(&self) -> &Utf8Stream {
        &self.stream
    }

    /// How its rows are told apart.
    pub(crate) fn layout(&self) -> Layout {
        self.layout
    }

    /// The number of the row that comes next.
    pub(crate) fn row(&self) -> u64 {
        self.row
    }

    /// The next chunk; `None` at the end.
    pub(crate) fn next_chunk(&mut self) -> io::Result<Option<Chunk>> {
        let mut wanted = CHUNK;
        loop {
            while !self.ended && self.buffer.len() < wanted {
                self.ended = !self.stream.append(&mut self.buffer)?;
            }
            self.leave_torn_line();
            if self.buffer.is_empty() && self.ended {
                return Ok(None);
            }
            if let Some(chunk) = self.whole_rows() {
                return Ok(Some(chunk));
            }
            // Growing by halves, a long row is looked through a few times only.
            wanted = (self.buffer.len() + CHUNK.max(self.buffer.len() / 2)).min(self.longest);
        }
    }

    fn leave_torn_line(&mut self) {
        if self.inside_torn {
            let end = line_end(&self.buffer, 0);
            self.inside_torn = end.is_none();
            self.buffer.drain(..end.unwrap_or(self.buffer.len()));
        }
    }

    /// Takes the whole rows off the buffer; `None` if it holds none and there is more to read.
    fn whole_rows(&mut self) -> Option<Chunk> {
        let mut chunk = Chunk::default();
        // To close each gap at once would move the whole buffer for every torn row.
        let (mut at, mut kept) = (0, 0);
        while at < self.buffer.len() {
            let start = self.row_at(at);
            match start {
                Start::Blank(end) => at = end,
                Start::Whole(end) => {
                    chunk.rows.push(self.row);
                    at = end;
                }
                Start::Open if !self.ended && (at > 0 || self.buffer.len() < self.longest) => break,
                Start::Open | Start::Torn(_) => {
                    let end = self.given_up(at, start, &mut chunk);
                    chunk.bytes.extend_from_slice(&self.buffer[kept..at]);
                    (at, kept) = (end, end);
                }
            }
            self.row += 1;
        }
        if at == 0 {
            return None;
        }
        let rest = self.buffer.split_off(at);
        let before = std::mem::replace(&mut self.buffer, rest);
        match kept {
            0 => chunk.bytes = before,
            _ => chunk.bytes.extend_from_slice(&before[kept..]),
        }
        Some(chunk)
    }

    /// Gives up the row at `at`; where its text ends. The rest of its line may not be in sight.
    fn given_up(&mut self, at: usize, start: Start, chunk: &mut Chunk) -> usize {
        if let Start::Torn(end) = start {
            chunk.torn.push(self.row);
            return end;
        }
        let is_cut = self.buffer.len() - at >= self.longest;
        let told = if is_cut {
            &mut chunk.endless
        } else {
            &mut chunk.torn
        };
        told.push(self.row);
        let end = line_end(&self.buffer, at);
        self.inside_torn = end.is_none();
        end.unwrap_or(self.buffer.len())
    }

    fn row_at(&self, at: usize) -> Start {
        let rest = &self.buffer[at..];
        let row = match self.layout {
            Layout::Lines => line(rest, self.ended),
            Layout::Separated { separator, columns } => {
                record(rest, self.ended, separator, columns)
            }
        };
        row.moved(at)
    }
}

/// What stands at the beginning of some text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    /// An empty line, and where the next one begins.
    Blank(usize),
    /// A row, and where the next one begins.
    Whole(usize),
    /// A row whose end is not in sight.
    Open,
    /// A row whose quotation marks are at odds, and how far it is given up.
    Torn(usize),
}

impl Start {
    fn moved(self, by: usize) -> Start {
        match self {
            Start::Blank(end) => Start::Blank(end + by),
            Start::Whole(end) => Start::Whole(end + by),
            Start::Torn(end) => Start::Torn(end + by),
            Start::Open => Start::Open,
        }
    }
}

fn line_end(text: &[u8], from: usize) -> Option<usize> {
    let after = text[from..].iter().position(|byte| *byte == b'\n')?;
    Some(from + after + 1)
}

fn line(text: &[u8], ended: bool) -> Start {
    let end = match line_end(text, 0) {
        Some(end) => end,
        None if ended => text.len(),
        None => return Start::Open,
    };
    if text[..end].trim_ascii().is_empty() {
        Start::Blank(end)
    } else {
        Start::Whole(end)
    }
}

/// The row of a table at the beginning of `text`.
///
/// A faulty row that runs over several lines, the second of which is a faultless row by itself,
/// has lost a quotation mark: only its first line is given up, not what it swallowed.
fn record(text: &[u8], ended: bool, separator: u8, columns: usize) -> Start {
    let is_sound = |scan: &Scan| scan.bent.is_none() && scan.cells == columns;
    let kind = (separator, columns);
    let record = cut::scan(text, ended, kind, |_| {});
    let Some(end) = record.end else {
        let first = line_end(text, 0).filter(|_| record.is_endless);
        return first.map_or(Start::Open, Start::Torn);
    };
    if record.is_blank {
        return Start::Blank(end);
    }
    if !is_sound(&record)
        && let Some(second) = line_end(text, 0).filter(|second| *second < end)
    {
        let alone = cut::scan(&text[second..], ended, kind, |_| {});
        let one_line = line_end(text, second).map(|end| end - second);
        if is_sound(&alone) && !alone.is_blank && one_line.is_some() && alone.end == one_line {
            return Start::Torn(second);
        }
    }
    match record.bent {
        None => Start::Whole(end),
        Some(_) => Start::Torn(end),
    }
}

impl Chunk {
    /// Hands every row of a table to `visit`, with its number and its cells.
    pub(crate) fn each_row<'c>(
        &'c self,
        separator: u8,
        mut visit: impl FnMut(u64, &mut Vec<Cow<'c, [u8]>>),
    ) {
        let mut rest = &self.bytes[..];
        let mut cells = Vec::new();
        for number in &self.rows {
            let mut end;
            loop {
                cells.clear();
                let cell = |cell| {
                    if cells.len() <= MOST_COLUMNS {
                        cells.push(cut::unquoted(&rest[cell]));
                    }
                };
                let scan = cut::scan(rest, true, (separator, usize::MAX), cell);
                end = scan.end.unwrap_or(rest.len());
                if !scan.is_blank || rest.is_empty() {
                    break;
                }
                rest = &rest[end..];
            }
            visit(*number, &mut cells);
            rest = &rest[end..];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::bytes::Unpacked;
    use super::*;
    use proptest::prelude::*;
    use std::io::Cursor;

    const LONGEST: usize = 8 * CHUNK;

    fn rows_of(text: &[u8], layout: Layout) -> (Vec<u8>, Vec<u64>, Vec<u64>) {
        let unpacked = Unpacked::new(Box::new(Cursor::new(text.to_vec()))).unwrap();
        let stream = Utf8Stream::new(unpacked).unwrap();
        let mut rows = Chunks::new(stream, layout, (Vec::new(), 1), LONGEST);
        let (mut bytes, mut numbers, mut torn) = (Vec::new(), Vec::new(), Vec::new());
        while let Some(chunk) = rows.next_chunk().unwrap() {
            bytes.extend(chunk.bytes);
            numbers.extend(chunk.rows);
            torn.extend([chunk.torn, chunk.endless].concat());
        }
        (bytes, numbers, torn)
    }

    fn cells(columns: usize) -> Layout {
        Layout::Separated {
            separator: b',',
            columns,
        }
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_does() {
        let cases: &[(&str, &[u64])] = &[
            ("a,b\nc,d\n", &[1, 2]),
            ("a,b\r\nc,d", &[1, 2]),
            ("a,b\rc,d\r", &[1, 2]),
            ("a,\"one\ncell\"\nc,d\n", &[1, 2]),
            ("a,b\n\n\r\nc,d\n", &[1, 4]),
            ("a,b \"x\nc,d\n", &[1, 2]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            let (_, rows, torn) = rows_of(text.as_bytes(), cells(2));
            assert_eq!((&rows[..], &torn[..]), (*expected, &[][..]), "{text:?}");
        }
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_costs_its_own_line_only() {
        let (bytes, rows, torn) = rows_of(b"a,b\n1,\"x\n2,y\n3,z\n", cells(2));
        assert_eq!(bytes, b"a,b\n2,y\n3,z\n");
        assert_eq!((rows, torn), (vec![1, 3, 4], vec![2]));
    }

    #[test]
    fn a_quotation_mark_closed_by_that_of_another_row_costs_its_own_line_only() {
        let (_, rows, torn) = rows_of(b"a,b\n1,\"x\n2,y\n3,\"z\"\n4,w\n", cells(2));
        assert_eq!((rows, torn), (vec![1, 3, 4, 5], vec![2]));
    }

    #[test]
    fn a_mark_lost_in_every_row_costs_the_time_of_the_rows() {
        let text = ["a,b\n", &"x\",\"\n2,y\n".repeat(200_000), "2,y\n"].concat();
        let (_, rows, torn) = rows_of(text.as_bytes(), cells(2));
        assert_eq!((rows.len(), torn.len()), (200_002, 200_000));
    }

    #[test]
    fn lines_are_numbered_blank_ones_too() {
        let (_, rows, _) = rows_of(b"{}\n\n  \r\n{}", Layout::Lines);
        assert_eq!(rows, [1, 4]);
    }

    #[test]
    fn rows_longer_than_a_chunk_are_whole() {
        let long = "م".repeat(CHUNK);
        let text = format!("1,\"{long}\n{long}\"\n2,x\n");
        let (bytes, rows, _) = rows_of(text.as_bytes(), cells(2));
        assert_eq!((bytes.len(), rows), (text.len(), vec![1, 2]));
    }

    #[test]
    fn a_line_without_end_is_given_up_whole() {
        let text = [&vec![b'x'; LONGEST + 2 * CHUNK][..], b"\n{}\n"].concat();
        let (bytes, rows, torn) = rows_of(&text, Layout::Lines);
        assert_eq!((bytes.len(), rows, torn), (3, vec![2], vec![1]));
    }

    #[test]
    fn a_quotation_mark_that_is_not_doubled_costs_its_row() {
        let (_, rows, torn) = rows_of(b"a,b\n1,\"say \"x\" now\"\n2,y\n", cells(2));
        assert_eq!((rows, torn), (vec![1, 3], vec![2]));
    }

    proptest! {
        #[test]
        fn rows_are_cut_where_the_csv_package_cuts_them(
            text in "[a,\"\n\r]{0,40}",
            columns in 1_usize..4,
        ) {
            let (bytes, rows, _) = rows_of(text.as_bytes(), cells(columns));
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(&bytes[..]);
            let expected: Vec<Vec<Vec<u8>>> = reader
                .byte_records()
                .map(|record| record.unwrap().iter().map(<[u8]>::to_vec).collect())
                .collect();
            let chunk = Chunk { bytes, rows, ..Chunk::default() };
            let mut cut: Vec<Vec<Vec<u8>>> = Vec::new();
            chunk.each_row(b',', |_, cells| {
                cut.push(cells.drain(..).map(Cow::into_owned).collect());
            });
            prop_assert_eq!(cut, expected);
        }
    }
}
