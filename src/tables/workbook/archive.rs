//! A packed file (ZIP, as in PKWARE's *APPNOTE*): its parts, and how long they are when unpacked.

use flate2::bufread::DeflateDecoder;
use std::io::{BufReader, Read};

/// The parts of a packed file.
pub(super) struct Archive<'a> {
    content: &'a [u8],
    parts: Vec<ZipPart>,
}

struct ZipPart {
    name: String,
    is_packed: bool,
    packed_bytes: usize,
    length: u32,
    crc: u32,
    /// Where its own head stands, before its bytes.
    head: usize,
}

/// A part as it is packed.
pub(super) struct RawPart<'a> {
    pub name: &'a str,
    /// 8 where it is deflated.
    pub method: u16,
    pub crc: u32,
    pub bytes: &'a [u8],
    /// How long it is unpacked.
    pub length: u32,
}

/// How the list of parts ends, and one part in it.
const END: &[u8] = b"PK\x05\x06";
const LISTED: &[u8] = b"PK\x01\x02";

/// How PNG, JPEG and GIF begin, which no reader of tables takes for a sheet.
const PICTURES: [&[u8]; 3] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8"];

impl<'a> Archive<'a> {
    /// `None` where the bytes are no such file, or one of more than 4 GB.
    pub(crate) fn of(content: &'a [u8]) -> Option<Self> {
        // A remark of up to 65,535 bytes may stand behind the end.
        let from = content.len().saturating_sub(22 + 0xffff);
        let end = content[from..].windows(4).rposition(|at| at == END)? + from;
        let (length, start) = (number(content, end + 12, 4)?, number(content, end + 16, 4)?);
        // Something may stand before the first part.
        let begin = end.checked_sub(length)?;
        let shift = begin.checked_sub(start)?;
        let mut parts = Vec::new();
        let mut at = begin;
        while content.get(at..at + 4) == Some(LISTED) {
            let field = |place, bytes| number(content, at + place, bytes);
            let (name, extra, remark) = (field(28, 2)?, field(30, 2)?, field(32, 2)?);
            parts.push(ZipPart {
                name: String::from_utf8_lossy(content.get(at + 46..at + 46 + name)?).into_owned(),
                is_packed: field(10, 2)? != 0,
                packed_bytes: field(20, 4)?,
                length: field(24, 4)? as u32,
                crc: field(16, 4)? as u32,
                head: field(42, 4)?.checked_add(shift)?,
            });
            at += 46 + name + extra + remark;
        }
        Some(Archive { content, parts })
    }

    /// Whether there is a part of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.parts.iter().any(|part| part.name == name)
    }

    /// The bytes of a part, unpacked.
    pub(crate) fn part(&self, name: &str) -> Option<BufReader<Box<dyn Read + 'a>>> {
        let part = self.parts.iter().find(|part| part.name == name)?;
        Some(BufReader::new(self.unpacked(part)?))
    }

    /// Its parts as they are packed, in their order.
    pub(super) fn raw_parts(&self) -> impl Iterator<Item = RawPart<'_>> {
        self.parts.iter().filter_map(|part| {
            let from = self.start(part)?;
            Some(RawPart {
                name: &part.name,
                method: if part.is_packed { 8 } else { 0 },
                crc: part.crc,
                bytes: self
                    .content
                    .get(from..from.checked_add(part.packed_bytes)?)?,
                length: part.length,
            })
        })
    }

    /// Whether all that a reader of tables may look at is longer than so many bytes, unpacked: what
    /// the file itself says of that is not to be trusted, nor are the names of its parts.
    pub(crate) fn is_longer_than(&self, most: u64) -> bool {
        let mut left = most;
        for part in &self.parts {
            // What is damaged is found by who reads it.
            let Some(bytes) = self.unpacked(part) else {
                continue;
            };
            let mut bytes = bytes.take(left + 1);
            let mut block = [0; 1 << 14];
            let mut is_begin = true;
            while let Ok(count @ 1..) = bytes.read(&mut block) {
                if is_begin && PICTURES.iter().any(|sign| block.starts_with(sign)) {
                    break;
                }
                is_begin = false;
                match left.checked_sub(count as u64) {
                    Some(rest) => left = rest,
                    None => return true,
                }
            }
        }
        false
    }

    /// Where the bytes of a part begin.
    fn start(&self, part: &ZipPart) -> Option<usize> {
        let at = part.head;
        let (name, extra) = (
            number(self.content, at.checked_add(26)?, 2)?,
            number(self.content, at.checked_add(28)?, 2)?,
        );
        Some(at + 30 + name + extra)
    }

    fn unpacked(&self, part: &ZipPart) -> Option<Box<dyn Read + 'a>> {
        let bytes = self.content.get(self.start(part)?..)?;
        Some(match part.is_packed {
            true => Box::new(DeflateDecoder::new(bytes)),
            false => Box::new(&bytes[..part.packed_bytes.min(bytes.len())]),
        })
    }
}

fn number(content: &[u8], at: usize, bytes: usize) -> Option<usize> {
    let field = content.get(at..at.checked_add(bytes)?)?;
    let digits = field.iter().rev();
    Some(digits.fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::tests::books::zip;

    #[test]
    fn a_part_counts_whatever_its_name_and_a_picture_does_not() {
        let long = "x".repeat(2000);
        for (name, content, counts) in [
            ("xl/worksheets/sheet1.xml", long.clone(), true),
            ("xl/worksheets/sheet1.png", long.clone(), true),
            ("xl/media/a.xml", format!("GIF89a{long}"), false),
        ] {
            let bytes = zip(&[("content.xml", String::new()), (name, content)]);
            let archive = Archive::of(&bytes).unwrap();
            assert_eq!(archive.is_longer_than(1000), counts, "{name}");
        }
    }
}
