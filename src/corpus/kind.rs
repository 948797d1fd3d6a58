//! What a file is, by its first bytes; files that are no table are turned away with what to do.

use crate::tables::WORKBOOKS;
use crate::wording::word;
use std::path::Path;

/// How files of Microsoft Office before 2007 begin, workbooks among them.
const OLD_OFFICE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Whether a file is a workbook, or may be one of an old kind.
pub(super) fn is_workbook(head: &[u8]) -> bool {
    let is_packed = head.starts_with(b"PK\x03\x04");
    let is_new = is_packed && (holds(head, b"xl/") || holds(head, b"opendocument.spreadsheet"));
    is_new || head.starts_with(OLD_OFFICE)
}

fn holds(head: &[u8], name: &[u8]) -> bool {
    head.windows(name.len()).any(|window| window == name)
}

/// What is done about a file that is no table of articles; `None` if it may be one.
///
/// Sources of the signatures: the formats' own specifications, as listed in the *file* program's
/// magic database.
pub(super) fn refusal(head: &[u8]) -> Option<&'static str> {
    const TEXT: &str = "kind.document";
    const ARCHIVE: &str = "kind.archive";
    const PICTURE: &str = "kind.picture";
    const PROGRAM: &str = "kind.program";
    const DATABASE: &str = "kind.database";
    const SIGNATURES: [(&[u8], &str); 17] = [
        (b"%PDF", TEXT),
        (b"{\\rtf", TEXT),
        (OLD_OFFICE, "kind.old-office"),
        (b"7z\xbc\xaf\x27\x1c", ARCHIVE),
        (b"Rar!", ARCHIVE),
        (b"BZh", "kind.bzip2"),
        (b"\xfd7zXZ", "kind.xz"),
        (b"\x28\xb5\x2f\xfd", "kind.zstd"),
        (b"\x1f\x8b", "kind.packed-twice"),
        (b"\x89PNG", PICTURE),
        (b"\xff\xd8\xff", PICTURE),
        (b"GIF8", PICTURE),
        (b"SQLite format 3", DATABASE),
        (b"PAR1", DATABASE),
        (b"\x7fELF", PROGRAM),
        (b"MZ\x90", PROGRAM),
        (b"RDX", DATABASE),
    ];
    if head.starts_with(b"PK\x03\x04") {
        let is_text = holds(head, b"word/") || holds(head, b"opendocument.text");
        return match is_workbook(head) {
            true => None,
            false => Some(word(if is_text { TEXT } else { ARCHIVE })),
        };
    }
    let signed = SIGNATURES.iter().find(|(magic, _)| head.starts_with(magic));
    if let Some((_, what)) = signed {
        return Some(word(what));
    }
    if head.get(257..262) == Some(b"ustar") {
        return Some(word(ARCHIVE));
    }
    None
}

/// The same, once the bytes are text.
pub(super) fn refusal_of_text(head: &[u8]) -> Option<&'static str> {
    let begin = head.trim_ascii_start();
    let lower = begin[..begin.len().min(64)].to_ascii_lowercase();
    if lower.starts_with(b"<!doctype html") || lower.starts_with(b"<html") {
        return Some(word("kind.page"));
    }
    if lower.starts_with(b"<?xml") {
        return Some(word("kind.xml"));
    }
    if begin.starts_with(b"[") && begin[1..].trim_ascii_start().starts_with(b"{") {
        return Some(word("kind.list"));
    }
    let control = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0c);
    // Text has hardly any control characters, data of machines has them everywhere.
    if head.iter().filter(control).count() * 10 > head.len() {
        return Some(word("kind.no-text"));
    }
    None
}

/// Whether a file's name says it is JSON Lines.
pub(super) fn is_json_by_name(path: &Path) -> bool {
    ends(path, &["jsonl", "ndjson", "json"])
}

/// How tables end that are texts; those of articles may be packed, too.
pub(super) const TEXT_TABLES: [&str; 4] = ["csv", "tsv", "jsonl", "ndjson"];

/// Whether a file's name says it is a table.
pub(super) fn is_table(path: &Path) -> bool {
    ends(path, &TEXT_TABLES) || ends(path, &WORKBOOKS)
}

/// Whether a file's name says that it holds a text with its layout.
pub(super) fn is_document(path: &Path) -> bool {
    const ENDINGS: [&str; 14] = [
        "doc", "docx", "docm", "odt", "rtf", "pdf", "pages", "wpd", "epub", "mht", "mhtml", "eml",
        "msg", "djvu",
    ];
    ends(path, &ENDINGS)
}

/// Whether a name has one of some endings, packed or not.
fn ends(path: &Path, endings: &[&str]) -> bool {
    let name = path.to_string_lossy().to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    let ending = Path::new(name).extension().unwrap_or_default();
    endings.iter().any(|known| ending == *known)
}

/// What a file is instead of a text, whatever its name says.
pub(super) fn no_text(head: &[u8]) -> Option<&'static str> {
    let what = refusal(head).or(is_workbook(head).then_some(word("kind.workbook")))?;
    what.split([',', ';']).next()
}
