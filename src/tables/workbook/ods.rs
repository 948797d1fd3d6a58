//! Sheets of LibreOffice (OASIS, *OpenDocument 1.2*, part 1, §§ 9 and 19), cell by cell. A row that
//! is said to stand there a million times is read a million times only if somebody asks on.

use super::archive::Archive;
use super::grid::{KeptCell, Refusal, Visit};
use crate::wording::word;
use calamine::Data;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::io::BufRead;

/// Rows that hold something and are alike to the letter: more of them are a column that was filled
/// to the end of the sheet, or made to take time.
const MOST_ALIKE: u32 = 10_000;

const TABLE: &str = "table:table";
const ROW: &str = "table:table-row";
const CELL: [&str; 2] = ["table:table-cell", "table:covered-table-cell"];
const PARAGRAPH: [&str; 2] = ["text:p", "text:h"];
const ANNOTATION: &str = "office:annotation";

/// A sheet of a document.
pub(super) struct OdsSheet {
    pub name: String,
    /// Whether it holds something, or is damaged: a sheet that nobody asks for need not be sound.
    pub is_filled: bool,
}

/// The sheets, of all of which one walk tells.
pub(super) fn sheets(archive: &Archive, most: u64) -> Result<Vec<OdsSheet>, Refusal> {
    let manifest = archive.part("META-INF/manifest.xml");
    if let Some(manifest) = manifest
        && manifest.split(b'>').flatten().any(|tag| {
            let name = b"encryption-data";
            tag.windows(name.len()).any(|at| at == name)
        })
    {
        return Err(Refusal::Damaged(word("workbook.locked").to_owned()));
    }
    let mut sheets = Vec::new();
    let mut walk = OdsWalk::of(archive, most)?;
    while let Some(name) = walk.next_sheet()? {
        let mut is_filled = false;
        let looked = walk.sheet(&mut |_, found| {
            is_filled = !found.typed().is_empty();
            Ok(!is_filled)
        });
        is_filled |= looked.is_err();
        sheets.push(OdsSheet { name, is_filled });
    }
    Ok(sheets)
}

/// Hands every cell of a sheet to `visit` until it has enough. A cell may hold `most` bytes.
pub(super) fn each(
    archive: &Archive,
    sheet: &str,
    most: u64,
    visit: &mut Visit,
) -> Result<(), Refusal> {
    let mut walk = OdsWalk::of(archive, most)?;
    while let Some(name) = walk.next_sheet()? {
        if name == sheet {
            return walk.sheet(visit);
        }
    }
    Ok(())
}

/// A place in the document.
struct OdsWalk<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    most: u64,
}

/// A cell, and how often it stands beside itself.
type Repeated = (u32, KeptCell);

impl<'a> OdsWalk<std::io::BufReader<Box<dyn std::io::Read + 'a>>> {
    fn of(archive: &Archive<'a>, most: u64) -> Result<Self, Refusal> {
        let content = archive.part("content.xml");
        let content =
            content.ok_or_else(|| Refusal::Damaged(word("workbook.no-content").to_owned()))?;
        let mut reader = Reader::from_reader(content);
        let config = reader.config_mut();
        (config.check_end_names, config.expand_empty_elements) = (false, true);
        Ok(OdsWalk {
            reader,
            buffer: Vec::new(),
            most,
        })
    }
}

impl<R: BufRead> OdsWalk<R> {
    fn event(&mut self) -> Result<Event<'_>, Refusal> {
        self.buffer.clear();
        Ok(self.reader.read_event_into(&mut self.buffer)?)
    }

    fn inner(&mut self) -> Result<Event<'_>, Refusal> {
        match self.event()? {
            Event::Eof => Err(Refusal::Damaged(word("workbook.breaks-off").to_owned())),
            event => Ok(event),
        }
    }

    /// Goes to the next sheet, whose name it gives.
    fn next_sheet(&mut self) -> Result<Option<String>, Refusal> {
        loop {
            match self.event()? {
                Event::Start(tag) if tag.name().as_ref() == TABLE => {
                    if let Some(name) = attribute(&tag, "table:name") {
                        return Ok(Some(name));
                    }
                }
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }

    fn sheet(&mut self, visit: &mut Visit) -> Result<(), Refusal> {
        let mut row: u32 = 0;
        loop {
            match self.inner()? {
                Event::Start(tag) if tag.name().as_ref() == ROW => {
                    let repeats = count(&tag, "table:number-rows-repeated");
                    let cells = self.row()?;
                    let wanted = if cells.is_empty() { 0 } else { repeats };
                    if wanted > MOST_ALIKE {
                        return Err(Refusal::Repeated(wanted));
                    }
                    for row in row..row.saturating_add(wanted) {
                        if !handed_on(row, &cells, visit)? {
                            return Ok(());
                        }
                    }
                    row = row.saturating_add(repeats);
                }
                Event::End(tag) if tag.name().as_ref() == TABLE => return Ok(()),
                _ => {}
            }
        }
    }

    /// The cells of a row that hold anything, with the first column of each.
    fn row(&mut self) -> Result<Vec<(u32, Repeated)>, Refusal> {
        let mut cells = Vec::new();
        let mut column: u32 = 0;
        loop {
            match self.inner()? {
                Event::Start(tag) if CELL.contains(&tag.name().as_ref()) => {
                    let repeats = count(&tag, "table:number-columns-repeated");
                    let start = CellTag::of(&tag);
                    let text = self.text()?;
                    let found = start.found(text)?;
                    if !matches!(found.value, Data::Empty) || found.formula.is_some() {
                        cells.push((column, (repeats, found)));
                    }
                    column = column.saturating_add(repeats);
                }
                Event::End(tag) if tag.name().as_ref() == ROW => return Ok(cells),
                _ => {}
            }
        }
    }

    /// What stands in a cell, to its end; its paragraphs parted by line ends. White space between
    /// them is the layout of the file.
    fn text(&mut self) -> Result<String, Refusal> {
        let (mut text, mut is_first, most) = (String::new(), true, self.most);
        let mut is_inside = false;
        loop {
            let event = self.inner()?;
            match &event {
                Event::Text(part) if is_inside => text.push_str(&part.xml10_content()),
                Event::GeneralRef(entity) if is_inside => text.push(letter(entity)?),
                Event::Start(tag) => match tag.name().as_ref() {
                    ANNOTATION => self.leave_annotation()?,
                    name if PARAGRAPH.contains(&name) => {
                        if !is_first {
                            text.push('\n');
                        }
                        (is_first, is_inside) = (false, true);
                    }
                    "text:line-break" => text.push('\n'),
                    "text:tab" => text.push('\t'),
                    "text:s" => {
                        let spaces = count(tag, "text:c") as usize;
                        if spaces as u64 > most {
                            return Err(Refusal::TooLong);
                        }
                        text.extend(std::iter::repeat_n(' ', spaces));
                    }
                    _ => {}
                },
                Event::End(tag) if CELL.contains(&tag.name().as_ref()) => return Ok(text),
                Event::End(tag) if PARAGRAPH.contains(&tag.name().as_ref()) => is_inside = false,
                _ => {}
            }
            if text.len() as u64 > most {
                return Err(Refusal::TooLong);
            }
        }
    }

    fn leave_annotation(&mut self) -> Result<(), Refusal> {
        loop {
            if matches!(self.inner()?, Event::End(tag) if tag.name().as_ref() == ANNOTATION) {
                return Ok(());
            }
        }
    }
}

/// Hands on a row; whether more is wanted.
fn handed_on(row: u32, cells: &[(u32, Repeated)], visit: &mut Visit) -> Result<bool, Refusal> {
    for (first, (repeats, found)) in cells {
        for column in *first..first.saturating_add(*repeats) {
            if !visit((row, column), found)? {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

fn letter(entity: &BytesRef) -> Result<char, Refusal> {
    let named = resolve_xml_entity(entity.as_ref()).and_then(|text| text.chars().next());
    let letter = match named {
        Some(letter) => Some(letter),
        None => entity.resolve_char_ref()?,
    };
    letter.ok_or_else(|| Refusal::Damaged(word("workbook.own-letter").to_owned()))
}

fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let found = attributes.find(|found| found.key.as_ref() == name)?;
    let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

/// How often something stands there.
fn count(tag: &BytesStart, name: &str) -> u32 {
    let given = attribute(tag, name);
    let count = given.and_then(|given| given.parse::<u64>().ok());
    count.map_or(1, |count| count.try_into().unwrap_or(u32::MAX))
}

/// What the tag of a cell says of it.
#[derive(Default)]
struct CellTag {
    value: Option<Data>,
    is_text: bool,
    is_error: bool,
    formula: Option<String>,
}

impl CellTag {
    fn of(tag: &BytesStart) -> CellTag {
        let mut start = CellTag::default();
        for attribute in tag.attributes().with_checks(false).flatten() {
            let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) else {
                continue;
            };
            let given = match attribute.key.as_ref() {
                "office:value" => value.parse().ok().map(Data::Float),
                "office:string-value" => Some(Data::String(value.into_owned())),
                "office:date-value" => Some(Data::DateTimeIso(value.into_owned())),
                "office:time-value" => Some(Data::DurationIso(value.into_owned())),
                "office:boolean-value" => Some(Data::Bool(value.eq_ignore_ascii_case("true"))),
                "office:value-type" => {
                    start.is_text = value == "string";
                    None
                }
                "calcext:value-type" => {
                    start.is_error = value == "error";
                    None
                }
                "table:formula" => {
                    start.formula = Some(value.into_owned()).filter(|formula| !formula.is_empty());
                    None
                }
                _ => None,
            };
            start.value = start.value.or(given);
        }
        start
    }

    /// With what stands in the cell: that is its value where it is a text, or a fault.
    fn found(self, text: String) -> Result<KeptCell, Refusal> {
        let value = match self.value {
            None if self.is_text => Data::String(text),
            Some(Data::String(empty)) if empty.is_empty() && self.is_error => Data::String(text),
            given => given.unwrap_or(Data::Empty),
        };
        Ok(KeptCell {
            value,
            formula: self.formula,
        })
    }
}
