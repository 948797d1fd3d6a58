//! How long the texts of an old workbook (`.xls`) are, which its cells name by number: a text that very
//! many cells name takes memory for each of them.

use super::records::{Record, number};

const STRINGS: usize = 0x00fc;
const CONTINUE: usize = 0x003c;

/// The record of the texts and those that continue it ([MS-XLS] § 2.4.265), read as one.
struct Pieces<'a> {
    pieces: Vec<&'a [u8]>,
    piece: usize,
    at: usize,
}

/// How many letters each text has, in order; fewer where the list breaks off.
pub(super) fn lengths<'a>(records: impl Iterator<Item = Record<'a>>) -> Vec<u32> {
    let mut records = records.skip_while(|record| record.kind != STRINGS);
    let Some(first) = records.next() else {
        return Vec::new();
    };
    let more = records.take_while(|record| record.kind == CONTINUE);
    let count = number(first.data, 4, 4).unwrap_or_default();
    let mut pieces = vec![first.data.get(8..).unwrap_or_default()];
    pieces.extend(more.map(|record| record.data));
    let mut pieces = Pieces {
        pieces,
        piece: 0,
        at: 0,
    };
    let mut lengths = Vec::new();
    while lengths.len() < count {
        let Some(length) = pieces.text() else {
            break;
        };
        lengths.push(length);
    }
    lengths
}

impl Pieces<'_> {
    /// Goes over a text ([MS-XLS] § 2.5.293); how many letters it has.
    fn text(&mut self) -> Option<u32> {
        let letters = self.field(2)?;
        let flags = self.field(1)?;
        let runs = if flags & 8 != 0 { self.field(2)? } else { 0 };
        let more = if flags & 4 != 0 { self.field(4)? } else { 0 };
        self.letters(letters, flags & 1 != 0)?;
        self.over(4 * runs + more)?;
        Some(letters as u32)
    }

    /// Goes over letters. Where they go on in the next record, that begins with a byte that tells
    /// anew whether each takes two.
    fn letters(&mut self, mut left: usize, mut are_wide: bool) -> Option<()> {
        loop {
            let bytes = if are_wide { 2 } else { 1 };
            let here = self.rest().len() / bytes;
            if left <= here {
                self.at += left * bytes;
                return Some(());
            }
            left -= here;
            self.next_piece()?;
            are_wide = self.field(1)? & 1 != 0;
        }
    }

    /// Goes over bytes, in however many records.
    fn over(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > self.rest().len() {
            bytes -= self.rest().len();
            self.next_piece()?;
        }
        self.at += bytes;
        Some(())
    }

    /// A number; none of them is parted.
    fn field(&mut self, bytes: usize) -> Option<usize> {
        if self.rest().is_empty() {
            self.next_piece()?;
        }
        let field = number(self.rest(), 0, bytes)?;
        self.at += bytes;
        Some(field)
    }

    fn rest(&self) -> &[u8] {
        let piece = self.pieces.get(self.piece).copied().unwrap_or_default();
        piece.get(self.at..).unwrap_or_default()
    }

    fn next_piece(&mut self) -> Option<()> {
        self.piece += 1;
        self.at = 0;
        (self.piece < self.pieces.len()).then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(records: &[(usize, &[u8])]) -> Vec<u32> {
        let records = records.iter().map(|(kind, data)| Record {
            kind: *kind,
            data,
            end: 0,
        });
        lengths(records)
    }

    /// The record of so many texts.
    fn list(count: u8, texts: &[u8]) -> Vec<u8> {
        [&[count, 0, 0, 0, count, 0, 0, 0], texts].concat()
    }

    #[test]
    fn texts_are_as_long_as_they_say_over_several_records() {
        let plain = list(2, b"\x03\0\0abc\x01\0\x01x\0");
        assert_eq!(told(&[(STRINGS, &plain)]), [3, 1]);
        // One text in two records, narrow letters first and wide ones then; one behind it.
        let begun = list(2, b"\x04\0\0ab");
        let went_on = b"\x01c\0d\0\x02\0\0xy";
        assert_eq!(told(&[(STRINGS, &begun), (CONTINUE, went_on)]), [4, 2]);
        // Runs of letters and what belongs to them stand behind a text.
        let formed = list(
            2,
            b"\x01\0\x0c\x01\0\x02\0\0\0a\x01\x01\x01\x01\x02\x02\x05\0\0abcde",
        );
        assert_eq!(told(&[(STRINGS, &formed)]), [1, 5]);
    }

    #[test]
    fn a_list_that_breaks_off_ends() {
        let broken = list(200, b"\xff\xff\0ab");
        assert_eq!(told(&[(STRINGS, &broken), (CONTINUE, b"")]), [0_u32; 0]);
        assert_eq!(told(&[(CONTINUE, b"\x01\0\0a")]), [0_u32; 0]);
    }
}
