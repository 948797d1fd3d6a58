//! How much may be read of what is held in memory whole. A table of articles streams by and has no
//! limit; one cell, one page, one workbook or one list has, so that a broken file of a few kilobytes
//! cannot ask for all the memory of the machine.

use crate::error::{Error, Result, shown_name};
use crate::wording::{said, word};
use std::fs::{File, Metadata};
use std::io::Read;
use std::path::Path;

/// Limits in megabytes (2^20 bytes); each is a setting of the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Of one cell of a table of articles.
    pub cell_megabytes: u32,
    /// Of a file that is one article.
    pub file_megabytes: u32,
    /// Of a workbook, unpacked.
    pub workbook_megabytes: u32,
    /// Of a table that is no table of articles.
    pub list_megabytes: u32,
}

/// The longest novels have four megabytes, an archive of a newspaper is parted into articles; a page
/// of a few words comes with a megabyte of scripts at most. A workbook of 256 megabytes holds some
/// hundred thousand articles. A grouping of a million articles has fifty megabytes.
impl Limits {
    /// Those of a run that says nothing of them.
    pub const DEFAULT: Limits = Limits {
        cell_megabytes: 8,
        file_megabytes: 8,
        workbook_megabytes: 256,
        list_megabytes: 64,
    };
}

impl Default for Limits {
    fn default() -> Self {
        Limits::DEFAULT
    }
}

/// So many megabytes in bytes.
pub(crate) fn bytes_of(megabytes: u32) -> u64 {
    u64::from(megabytes) << 20
}

/// A file that is read whole.
///
/// Errors: no such file, one that is no file (a folder, a device, a named pipe: they need not end,
/// or begin), or one of more than so many megabytes, with what to do then.
pub(crate) fn whole(path: &Path, megabytes: u32, remedy: &str) -> Result<Vec<u8>> {
    content(path, megabytes).map_err(|unread| match unread {
        Unread::Refused(fault) => Error::file(path, fault),
        Unread::NoFile(what) => Error::Table(said("table.no-file", &[&shown_name(path), &what])),
        Unread::TooLong => Error::Table(said(
            "table.long",
            &[&shown_name(path), &megabytes, &remedy],
        )),
    })
}

/// Why a file is not read whole.
pub(crate) enum Unread {
    /// The system refused.
    Refused(std::io::Error),
    /// It is something else.
    NoFile(&'static str),
    /// It has more than is allowed.
    TooLong,
}

/// The same, with the reason alone.
pub(crate) fn content(path: &Path, megabytes: u32) -> std::result::Result<Vec<u8>, Unread> {
    let about = std::fs::metadata(path).map_err(Unread::Refused)?;
    if let Some(what) = no_file(path, &about) {
        return Err(Unread::NoFile(what));
    }
    let mut content = Vec::new();
    let most = bytes_of(megabytes);
    let file = File::open(path).map_err(Unread::Refused)?;
    let read = file.take(most + 1).read_to_end(&mut content);
    read.map_err(Unread::Refused)?;
    match content.len() as u64 > most {
        true => Err(Unread::TooLong),
        false => Ok(content),
    }
}

/// What stands at a path if it is no file. What a shell hands over as a pipe (`<(…)`) passes for one:
/// somebody writes there and will end.
fn no_file(path: &Path, about: &Metadata) -> Option<&'static str> {
    let kind = about.file_type();
    let is_handed_over = ["/dev/fd/", "/dev/stdin", "/proc/"]
        .iter()
        .any(|folder| path.starts_with(folder));
    if kind.is_file() || is_handed_over {
        None
    } else if kind.is_dir() {
        Some(word("file.folder"))
    } else {
        Some(word("file.pipe"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_the_allowed_length_is_read_and_a_longer_one_is_told_with_its_setting() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.csv");
        std::fs::write(&path, vec![b'a'; 1 << 20]).unwrap();
        assert_eq!(whole(&path, 1, "x").unwrap().len(), 1 << 20);
        std::fs::write(&path, vec![b'a'; (1 << 20) + 1]).unwrap();
        let told = whole(&path, 1, word("table.allow-list"))
            .unwrap_err()
            .to_string();
        assert!(
            told.contains("more than 1 megabytes") && told.contains("`list_megabytes`"),
            "{told}"
        );
        let told = whole(folder.path(), 1, "x").unwrap_err().to_string();
        assert!(told.contains("this is a folder"), "{told}");
    }
}
