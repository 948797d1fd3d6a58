//! Writes one cell of a workbook (`.xlsx`) and leaves all else as it is: sheets, colours, notes, lists
//! of choices, which whoever reads a workbook and writes it anew would lose.

use super::archive::Archive;
use super::letters;
use flate2::{Compression, Crc, write::DeflateEncoder};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{Read, Write};
use std::ops::Range;

/// A cell: the name of its sheet, its row as a spreadsheet numbers it, and its column from 0.
pub(crate) struct CellPlace<'a> {
    pub sheet: &'a str,
    pub row: u64,
    pub column: usize,
}

/// The workbook with a text in a cell; `None` where it is none of this kind, or not written as all
/// known programs write it (each row and cell with its place).
pub(crate) fn with_cell(content: &[u8], place: &CellPlace, text: &str) -> Option<Vec<u8>> {
    let archive = Archive::of(content)?;
    let part = part_of(&archive, place.sheet)?;
    let xml = text_of(&archive, &part)?;
    let name = format!("{}{}", letters(place.column as u32), place.row);
    let found = find(&xml, place.row, &name, place.column)?;
    let style = found.style.map(|style| format!(" s=\"{style}\""));
    let cell = format!(
        "<c r=\"{name}\"{} t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
        style.unwrap_or_default(),
        quick_xml::escape::escape(text)
    );
    let xml = [&xml[..found.bytes.start], &cell, &xml[found.bytes.end..]].concat();
    Some(packed(&archive, &part, xml.as_bytes()))
}

fn text_of(archive: &Archive, part: &str) -> Option<String> {
    let mut text = String::new();
    archive.part(part)?.read_to_string(&mut text).ok()?;
    Some(text)
}

/// The part that holds a sheet.
fn part_of(archive: &Archive, sheet: &str) -> Option<String> {
    let book = text_of(archive, "xl/workbook.xml")?;
    let id = attribute_where(&book, "sheet", ("name", sheet), "r:id")?;
    let links = text_of(archive, "xl/_rels/workbook.xml.rels")?;
    let target = attribute_where(&links, "Relationship", ("Id", &id), "Target")?;
    Some(match target.strip_prefix('/') {
        Some(part) => part.to_owned(),
        None => format!("xl/{target}"),
    })
}

/// An attribute of the first element of this name whose other attribute has this value.
fn attribute_where(
    xml: &str,
    element: &str,
    (key, value): (&str, &str),
    wanted: &str,
) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return None,
            Event::Start(start) | Event::Empty(start)
                if start.local_name().as_ref() == element
                    && attribute(&start, key).is_some_and(|found| found == value) =>
            {
                return attribute(&start, wanted);
            }
            _ => {}
        }
    }
}

fn attribute(start: &BytesStart, name: &str) -> Option<String> {
    let found = start.try_get_attribute(name).ok()??;
    Some(quick_xml::escape::unescape(&found.value).ok()?.into_owned())
}

/// Where a cell stands in the part of its sheet, or is to stand.
struct Found {
    bytes: Range<usize>,
    style: Option<String>,
}

/// Finds the place of a cell in its row, which must be there.
fn find(xml: &str, row: u64, name: &str, column: usize) -> Option<Found> {
    let mut reader = Reader::from_str(xml);
    let (mut is_in_row, row) = (false, row.to_string());
    loop {
        let from = reader.buffer_position() as usize;
        let event = reader.read_event().ok()?;
        let to = reader.buffer_position() as usize;
        let insert = Found {
            bytes: from..from,
            style: None,
        };
        match event {
            Event::Eof => return None,
            Event::Start(start) if start.local_name().as_ref() == "row" => {
                is_in_row = attribute(&start, "r")? == row;
            }
            Event::End(end) if end.local_name().as_ref() == "row" && is_in_row => {
                return Some(insert);
            }
            Event::Empty(start) if is_in_row && start.local_name().as_ref() == "c" => {
                let style = attribute(&start, "s");
                match attribute(&start, "r")? {
                    at if at == name => {
                        let bytes = from..to;
                        return Some(Found { bytes, style });
                    }
                    at if column_of(&at) > column => return Some(insert),
                    _ => {}
                }
            }
            Event::Start(start) if is_in_row && start.local_name().as_ref() == "c" => {
                let style = attribute(&start, "s");
                let at = attribute(&start, "r")?;
                if at != name && column_of(&at) > column {
                    return Some(insert);
                }
                let end = start.to_end().into_owned();
                reader.read_to_end(end.name()).ok()?;
                if at == name {
                    let bytes = from..reader.buffer_position() as usize;
                    return Some(Found { bytes, style });
                }
            }
            _ => {}
        }
    }
}

/// The column of a name such as `AB12`, from 0.
fn column_of(name: &str) -> usize {
    let letters = name.bytes().take_while(u8::is_ascii_uppercase);
    let digits = letters.map(|letter| usize::from(letter - b'A') + 1);
    digits.fold(0, |sum, digit| sum * 26 + digit) - 1
}

/// The workbook with another content of one part, all others packed as they are.
fn packed(archive: &Archive, changed: &str, content: &[u8]) -> Vec<u8> {
    let (mut out, mut list, mut count) = (Vec::new(), Vec::new(), 0_u16);
    for part in archive.raw_parts() {
        let deflated;
        let (method, crc, bytes, length) = match part.name == changed {
            true => {
                let mut crc = Crc::new();
                crc.update(content);
                let mut packer = DeflateEncoder::new(Vec::new(), Compression::default());
                // Memory takes what is written.
                let _ = packer.write_all(content);
                deflated = packer.finish().unwrap_or_default();
                (8, crc.sum(), &deflated[..], content.len() as u32)
            }
            false => (part.method, part.crc, part.bytes, part.length),
        };
        let name = part.name.as_bytes();
        // Version 2.0; letters of names are UTF-8; 1 January 1980.
        let mut shared = vec![20, 0, 0, 8];
        shared.extend(u16::to_le_bytes(method));
        shared.extend([0, 0, 0x21, 0]);
        shared.extend(crc.to_le_bytes());
        shared.extend((bytes.len() as u32).to_le_bytes());
        shared.extend(length.to_le_bytes());
        shared.extend((name.len() as u16).to_le_bytes());
        shared.extend([0, 0]);
        list.extend(b"PK\x01\x02\x14\0");
        list.extend(&shared);
        list.extend([0; 10]);
        list.extend((out.len() as u32).to_le_bytes());
        list.extend(name);
        out.extend(b"PK\x03\x04");
        out.extend(&shared);
        out.extend(name);
        out.extend(bytes);
        count += 1;
    }
    let start = out.len() as u32;
    out.extend(&list);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend((list.len() as u32).to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: &str = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>\
        <row r=\"2\"><c r=\"A2\" s=\"3\"/><c r=\"C2\"><v>1</v></c></row></sheetData>";

    fn found(name: &str, row: u64, column: usize) -> Option<(&'static str, Option<String>)> {
        let found = find(ROWS, row, name, column)?;
        Some((&ROWS[found.bytes], found.style))
    }

    #[test]
    fn a_cell_is_found_or_the_place_where_it_is_to_stand() {
        assert_eq!(
            found("A2", 2, 0),
            Some(("<c r=\"A2\" s=\"3\"/>", Some("3".into())))
        );
        assert_eq!(found("C2", 2, 2).unwrap().0, "<c r=\"C2\"><v>1</v></c>");
        for (name, column, before) in [("B2", 1, "<c r=\"C2\""), ("D2", 3, "</row></sheetData>")] {
            let at = find(ROWS, 2, name, column).unwrap().bytes;
            assert!(
                at.is_empty() && ROWS[at.start..].starts_with(before),
                "{name}"
            );
        }
        assert!(found("A3", 3, 0).is_none());
    }

    #[test]
    fn a_column_has_its_number_whatever_its_letters() {
        for (name, number) in [("A1", 0), ("Z9", 25), ("AA10", 26), ("BC7", 54)] {
            assert_eq!(column_of(name), number, "{name}");
            assert!(name.starts_with(&letters(number as u32)));
        }
    }
}
