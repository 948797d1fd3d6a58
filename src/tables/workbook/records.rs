//! The records that an old workbook (`.xls`) is made of.

/// A number of so many bytes, the least of them first; `None` where the bytes end before.
pub(super) fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let field = bytes.get(at..at.checked_add(length)?)?;
    let digits = field.iter().rev();
    Some(digits.fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

/// A record of a stream.
pub(super) struct Record<'a> {
    /// What it is.
    pub kind: usize,
    /// What it holds.
    pub data: &'a [u8],
    /// Where it ends.
    pub end: usize,
}

/// The records of a stream from some place on.
pub(super) struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    /// Those of a stream from a byte on.
    pub(crate) fn of(stream: &'a [u8], at: usize) -> Self {
        Records { stream, at }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let kind = number(self.stream, self.at, 2)?;
        let length = number(self.stream, self.at.checked_add(2)?, 2)?;
        let from = self.at + 4;
        self.at = from + length;
        let data = self.stream.get(from..self.at)?;
        let end = self.at;
        Some(Record { kind, data, end })
    }
}
