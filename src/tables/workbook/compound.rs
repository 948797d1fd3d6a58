//! Whether an old workbook (`.xls`: [MS-CFB] and [MS-XLS] of Microsoft's *Open Specifications*) may be
//! handed to the package that reads it, which takes its chains and sizes as they say: a damaged one
//! of a few kilobytes made it ask for gigabytes.

use super::grid::Refusal;
use super::records::{Records, number};
use super::strings;
use crate::wording::word;
use std::collections::BTreeSet;

/// How such a file begins.
const SIGN: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Numbers of sectors from here on are none.
const NO_SECTOR: u32 = 0xffff_fffa;

/// A stream that is shorter lies in the small sectors.
const SMALL_STREAM: usize = 4096;

/// Rows and columns of a sheet of this format.
const OLD_ROWS: u64 = 65_536;
const OLD_COLUMNS: u64 = 256;

/// What the package keeps of a place within the corners of a sheet: a value and a formula.
const PLACE_BYTES: u64 = 48;

/// What a letter of a text takes, Arabic in UTF-8, in each cell that names the text.
const LETTER_BYTES: u64 = 2;

/// Errors: chains that go in a circle or out of the file, sheets that lie in one another, cells that
/// the format does not have, and sheets that take more than so many bytes from corner to corner.
pub(super) fn check(content: &[u8], most_bytes: u64) -> Result<(), Refusal> {
    if !content.starts_with(SIGN) {
        return Ok(()); // The package says what it is not.
    }
    let book = Compound::of(content)?.book()?;
    let mut sheets = BTreeSet::new();
    for record in Records::of(&book, 0) {
        if record.kind == BOUND_SHEET {
            sheets.extend(number(record.data, 0, 4));
        }
    }
    let texts = strings::lengths(Records::of(&book, 0));
    let (mut walked, mut bytes) = (0, 0_u64);
    for from in sheets {
        let (length, corners, letters) = sheet(&book, from, &texts)?;
        walked += length;
        bytes = bytes.saturating_add(corners.places().saturating_mul(PLACE_BYTES));
        bytes = bytes.saturating_add(letters.saturating_mul(LETTER_BYTES));
        if walked > book.len() {
            return Err(damaged(word("workbook.overlap")));
        }
        if bytes > most_bytes {
            return Err(Refusal::TooLong);
        }
    }
    Ok(())
}

fn damaged(why: &str) -> Refusal {
    Refusal::Damaged(why.to_owned())
}

/// The sectors of a file, and which follows which.
struct Compound<'a> {
    content: &'a [u8],
    sector: usize,
    next: Vec<u32>,
}

impl<'a> Compound<'a> {
    fn of(content: &'a [u8]) -> Result<Self, Refusal> {
        let field = |at: usize, length| number(content, at, length).unwrap_or_default();
        let sector = match field(30, 2) {
            9 => 512,
            12 => 4096,
            _ => return Err(damaged(word("workbook.sectors"))),
        };
        let mut file = Compound {
            content,
            sector,
            next: Vec::new(),
        };
        let mut lists: Vec<u32> = (0..109).map(|at| field(76 + 4 * at, 4) as u32).collect();
        let mut more = field(68, 4) as u32;
        for _ in 0..=content.len() / sector {
            let Some(bytes) = file.sector_at(more) else {
                break;
            };
            lists.extend(words(bytes));
            more = lists.pop().unwrap_or(NO_SECTOR);
        }
        if more < NO_SECTOR {
            return Err(damaged(word("workbook.list-circle")));
        }
        let lists = lists.into_iter().filter(|sector| *sector < NO_SECTOR);
        for list in lists.take(content.len() / sector + 1) {
            let bytes = file.sector_at(list);
            let bytes = bytes.ok_or_else(|| damaged(word("workbook.outside")))?;
            file.next.extend(words(bytes));
        }
        Ok(file)
    }

    /// The bytes of a sector, fewer where the file ends.
    fn sector_at(&self, sector: u32) -> Option<&'a [u8]> {
        let from = self.sector.checked_mul(sector as usize + 1)?;
        let rest = self.content.get(from..).filter(|_| sector < NO_SECTOR)?;
        Some(&rest[..self.sector.min(rest.len())])
    }

    /// The bytes of a chain of sectors, as many as are asked for.
    fn chain(&self, from: u32, most: usize) -> Result<Vec<u8>, Refusal> {
        let at = |sector| self.sector_at(sector);
        chained(from, most, &self.next, self.content.len(), at)
    }

    /// The stream of the workbook.
    fn book(&self) -> Result<Vec<u8>, Refusal> {
        let field = |at: usize, length| number(self.content, at, length).unwrap_or_default();
        let entries = self.chain(field(48, 4) as u32, usize::MAX)?;
        let entry = |name: &str| {
            let letters: Vec<u8> = name.bytes().flat_map(|byte| [byte, 0]).collect();
            let mut entries = entries.chunks_exact(128);
            entries.find(|entry| {
                let (own, rest) = entry.split_at(letters.len());
                own.eq_ignore_ascii_case(&letters) && rest.starts_with(&[0, 0])
            })
        };
        let extent = |entry: &[u8]| {
            let field = |at, length| number(entry, at, length).unwrap_or_default();
            (field(116, 4) as u32, field(120, 4))
        };
        let small = match field(64, 4) {
            0 => (Vec::new(), Vec::new()),
            sectors => {
                let lists = self.chain(field(60, 4) as u32, sectors.saturating_mul(self.sector))?;
                let root = entries.get(..128).map(extent);
                let (from, length) = root.ok_or_else(|| damaged(word("workbook.no-folder")))?;
                (words(&lists).collect(), self.chain(from, length)?)
            }
        };
        let Some((from, length)) = entry("Workbook").or_else(|| entry("Book")).map(extent) else {
            return Ok(Vec::new());
        };
        if length >= SMALL_STREAM {
            return self.chain(from, length);
        }
        let (next, bytes) = small;
        let at = |sector: u32| {
            bytes
                .get(sector as usize * 64..)
                .map(|rest| &rest[..64.min(rest.len())])
        };
        chained(from, length, &next, bytes.len(), at)
    }
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> {
    let words = bytes.chunks_exact(4);
    words.map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]))
}

/// The bytes of sectors that follow one another; `all` is how many bytes there are.
fn chained<'a>(
    from: u32,
    most: usize,
    next: &[u32],
    all: usize,
    at: impl Fn(u32) -> Option<&'a [u8]>,
) -> Result<Vec<u8>, Refusal> {
    let (mut bytes, mut sector) = (Vec::new(), from);
    while sector < NO_SECTOR && bytes.len() < most {
        let more = at(sector).filter(|more| !more.is_empty());
        bytes.extend(more.ok_or_else(|| damaged(word("workbook.outside")))?);
        if bytes.len() > all {
            return Err(damaged(word("workbook.circle")));
        }
        let following = next.get(sector as usize);
        sector = *following.ok_or_else(|| damaged(word("workbook.outside")))?;
    }
    bytes.truncate(most);
    Ok(bytes)
}

const BEGIN: usize = 0x0809;
const END: usize = 0x000a;
const BOUND_SHEET: usize = 0x0085;
const DIMENSIONS: usize = 0x0200;
const MANY_NUMBERS: usize = 0x00bd;
/// A cell that names one of the texts of the workbook.
const NAMED_TEXT: usize = 0x00fd;
/// Records that begin with a row and a column.
const CELLS: [usize; 7] = [0x0006, 0x00d6, NAMED_TEXT, 0x0203, 0x0204, 0x0205, 0x027e];

/// The rows and columns between which the cells of a sheet stand.
#[derive(Default)]
struct Corners(Option<[u64; 4]>);

impl Corners {
    fn add(&mut self, row: u64, column: u64) {
        let [top, bottom, left, right] = self.0.unwrap_or([row, row, column, column]);
        self.0 = Some([
            top.min(row),
            bottom.max(row),
            left.min(column),
            right.max(column),
        ]);
    }

    fn places(&self) -> u64 {
        self.0.map_or(0, |[top, bottom, left, right]| {
            (bottom - top + 1) * (right - left + 1)
        })
    }
}

/// How many bytes the records of a sheet take, where its cells stand, and how many letters the texts
/// have that they name.
fn sheet(book: &[u8], from: usize, texts: &[u32]) -> Result<(usize, Corners, u64), Refusal> {
    let (mut corners, mut depth, mut end) = (Corners::default(), 0, from);
    let mut letters = 0;
    for record in Records::of(book, from) {
        end = record.end;
        let field = |at, length| number(record.data, at, length).unwrap_or_default() as u64;
        match record.kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            _ if depth > 1 => {}
            DIMENSIONS => {
                let sides = match record.data.len() {
                    14.. => [field(4, 4), field(10, 2)],
                    _ => [field(2, 2), field(6, 2)],
                };
                if sides[0] > OLD_ROWS || sides[1] > OLD_COLUMNS {
                    return Err(Refusal::Outside);
                }
            }
            kind if kind == MANY_NUMBERS || CELLS.contains(&kind) => {
                let last = record.data.len().saturating_sub(2);
                corners.add(field(0, 2), field(2, 2));
                if kind == NAMED_TEXT {
                    letters += texts
                        .get(field(6, 4) as usize)
                        .copied()
                        .map_or(0, u64::from);
                }
                if kind == MANY_NUMBERS {
                    corners.add(field(0, 2), field(last, 2));
                }
            }
            _ => {}
        }
    }
    match corners.0.is_some_and(|[.., right]| right >= OLD_COLUMNS) {
        true => Err(Refusal::Outside),
        false => Ok((end - from, corners, letters)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOOK: &[u8] = include_bytes!("../../../tests/fixtures/workbooks/articles.xls");

    fn refusal(content: &[u8]) -> String {
        match check(content, 1 << 28) {
            Ok(()) => String::new(),
            Err(Refusal::Damaged(why)) => why,
            Err(other) => format!("{other:?}"),
        }
    }

    #[test]
    fn a_sound_workbook_passes_and_one_of_many_places_is_too_long() {
        assert_eq!(refusal(BOOK), "");
        assert!(matches!(check(BOOK, 100), Err(Refusal::TooLong)));
    }

    #[test]
    fn a_long_text_that_many_cells_name_counts_in_each() {
        let book = Compound::of(BOOK).unwrap().book().unwrap();
        let texts = strings::lengths(Records::of(&book, 0));
        assert!(
            texts.len() > 4 && texts.iter().all(|letters| *letters < 400),
            "{texts:?}"
        );
        let from = Records::of(&book, 0).find(|record| record.kind == BOUND_SHEET);
        let from = number(from.unwrap().data, 0, 4).unwrap();
        let letters = |texts: &[u32]| sheet(&book, from, texts).unwrap().2;
        let own = letters(&texts);
        let longer: Vec<u32> = texts.iter().map(|letters| letters * 1000).collect();
        assert!(own > 100);
        assert_eq!(letters(&longer), 1000 * own);
    }

    #[test]
    fn a_chain_that_goes_in_a_circle_is_told() {
        let list = number(BOOK, 76, 4).unwrap();
        let sector = 1 << number(BOOK, 30, 2).unwrap();
        let mut content = BOOK.to_vec();
        let folder = number(BOOK, 48, 4).unwrap();
        let at = (list + 1) * sector + 4 * folder;
        content[at..at + 4].copy_from_slice(&(folder as u32).to_le_bytes());
        assert_eq!(refusal(&content), "its sectors go in a circle");
    }

    #[test]
    fn sizes_and_cells_that_no_sheet_has_are_told() {
        let of = |kind: usize| {
            let sign = (kind as u16).to_le_bytes();
            let places = 512..BOOK.len() - 20;
            places.filter(move |at| BOOK[*at..*at + 2] == sign)
        };
        let damage = |at: usize, place: usize, bytes: &[u8]| {
            let mut content = BOOK.to_vec();
            content[at + 4 + place..at + 4 + place + bytes.len()].copy_from_slice(bytes);
            refusal(&content)
        };
        let told =
            |kind, place, bytes: &[u8]| of(kind).any(|at| damage(at, place, bytes) == "Outside");
        assert!(told(DIMENSIONS, 4, &[0xff; 4]));
        assert!(told(0x00fd, 2, &[0xff; 2]) || told(0x0204, 2, &[0xff; 2]));
    }

    #[test]
    fn whatever_is_damaged_the_check_ends() {
        for at in 0..BOOK.len().min(4096) {
            let mut content = BOOK.to_vec();
            content[at] ^= 0xff;
            let _ = check(&content, 1 << 28);
            let _ = check(&content[..at], 1 << 28);
        }
    }
}
