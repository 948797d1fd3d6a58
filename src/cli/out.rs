//! Where the words and tables of the commands go: standard output, standard error, a file.

use super::progress::Verbosity;
use crate::corpus::Note;
use crate::error::{Error, Result, harmless, shown_name};
use crate::report;
use crate::wording::{said, word};
use std::io::{self, BufWriter, IsTerminal, Write, stderr, stdout};
use std::path::{Path, PathBuf};

/// Writes words for people to standard output, so that nothing in them steers a terminal.
///
/// Errors: a reader that has gone, which ends the command as a success.
pub(super) fn print(text: &str) -> Result<()> {
    put(&mut stdout().lock(), harmless(text).as_bytes())
}

/// Writes a table to standard output, as [`data`] has it.
///
/// Errors: those of [`print`].
pub(super) fn print_table(table: &str) -> Result<()> {
    put(&mut data(), table.as_bytes())
}

/// Standard output for data: as it is for a file or a program, harmless where a person reads it.
pub(super) fn data() -> Box<dyn Write> {
    let out = stdout().lock();
    match out.is_terminal() {
        true => Box::new(Harmless {
            out,
            line: Vec::new(),
        }),
        false => Box::new(out),
    }
}

/// Says on standard output what was done, unless with `--quiet`.
///
/// Errors: those of [`print`].
pub(super) fn report_done(progress: Verbosity, text: &str) -> Result<()> {
    match progress {
        Verbosity::Silent => Ok(()),
        _ => print(text),
    }
}

/// Says something on standard error, unless with `--quiet`.
pub(super) fn say(progress: Verbosity, message: &str) {
    if progress != Verbosity::Silent {
        complain(message);
    }
}

/// Says on standard error what went wrong.
pub(super) fn complain(message: &str) {
    // Nobody is left to be told where standard error is closed.
    let _ = writeln!(stderr(), "mizan: {}", harmless(message));
}

/// Hands on what is written line by line, so that nothing in it steers a terminal.
struct Harmless<W: Write> {
    out: W,
    line: Vec<u8>,
}

impl<W: Write> Harmless<W> {
    fn hand_on(&mut self, bytes: usize) -> io::Result<()> {
        let text = String::from_utf8_lossy(&self.line[..bytes]);
        self.out.write_all(harmless(&text).as_bytes())?;
        self.line.drain(..bytes);
        Ok(())
    }
}

impl<W: Write> Write for Harmless<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.line.extend(bytes);
        if let Some(end) = self.line.iter().rposition(|byte| *byte == b'\n') {
            self.hand_on(end + 1)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.hand_on(self.line.len())?;
        self.out.flush()
    }
}

/// Writes bytes out at once.
///
/// Errors: those of [`unwritten`].
pub(super) fn put(out: &mut impl Write, bytes: &[u8]) -> Result<()> {
    out.write_all(bytes)
        .and_then(|()| out.flush())
        .map_err(unwritten)
}

/// A reader that has gone (`mizan score … | head`) has seen enough; anything else, such as a full
/// disk, is a failure.
pub(super) fn unwritten(fault: io::Error) -> Error {
    match fault.kind() {
        io::ErrorKind::BrokenPipe => Error::OutputClosed,
        _ => Error::file(Path::new("standard output"), fault),
    }
}

/// Writes to a file in one step, or to standard output where none is named.
///
/// Errors: those of `fill`; a disk that refuses, and then the file is as it was.
pub(super) fn to(
    file: Option<&Path>,
    fill: impl FnOnce(&mut dyn Write) -> Result<()>,
) -> Result<()> {
    match file {
        Some(path) => report::write_file(path, |out| {
            fill(out)?;
            out.flush().map_err(|fault| Error::file(path, fault))
        }),
        None => {
            let mut out = BufWriter::new(data());
            fill(&mut out)?;
            out.flush().map_err(unwritten)
        }
    }
}

/// Makes sure, before the work is done, that a file may be written, or standard output where none is
/// named.
///
/// Errors: those of [`report::spared`]; standard output that leads into what is read.
pub(super) fn spare(file: Option<&Path>, read: &[&Path]) -> Result<()> {
    match file {
        Some(file) => report::spared(file, read),
        None => match read.iter().find(|input| is_written_into(input)) {
            Some(input) => Err(Error::Output(said("cli.into-read", &[&shown_name(input)]))),
            None => Ok(()),
        },
    }
}

/// The same of a workbook.
///
/// Errors: those of [`spare`]; a name that is no workbook's.
pub(super) fn spare_book(file: &Path, read: &[&Path]) -> Result<()> {
    if !is_book(file) {
        return Err(Error::Argument(said("cli.no-book", &[&shown_name(file)])));
    }
    spare(Some(file), read)
}

/// Whether a file is to be a workbook, by its name.
pub(super) fn is_book(file: &Path) -> bool {
    file.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
}

/// Whether standard output leads into an input (`mizan score t.csv >> t.csv`): what is written would
/// be read in its turn.
#[cfg(unix)]
fn is_written_into(input: &Path) -> bool {
    use std::os::fd::AsFd;
    use std::os::unix::fs::MetadataExt;
    let out = stdout().as_fd().try_clone_to_owned();
    let out = out.and_then(|out| std::fs::File::from(out).metadata());
    let Ok(out) = out.map_err(drop).and_then(|out| match out.is_file() {
        true => Ok((out.dev(), out.ino())),
        false => Err(()),
    }) else {
        return false;
    };
    let is_out = |path: &Path| {
        let found = std::fs::metadata(path);
        found.is_ok_and(|found| (found.dev(), found.ino()) == out)
    };
    // In a folder its table is read, or its texts.
    let is_read = |path: &Path| {
        let stem = path.file_stem().is_some_and(|stem| stem == "articles");
        let text = path.extension().and_then(|ending| ending.to_str());
        stem || matches!(text, Some("txt" | "html" | "htm"))
    };
    is_out(input) || files_below(input).any(|path| is_read(&path) && is_out(&path))
}

#[cfg(not(unix))]
fn is_written_into(_: &Path) -> bool {
    false
}

/// The files in a folder and in the folders in it; none below a file.
#[cfg(unix)]
fn files_below(folder: &Path) -> Box<dyn Iterator<Item = PathBuf>> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    Box::new(entries.flat_map(|entry| {
        let is_folder = entry.file_type().is_ok_and(|found| found.is_dir());
        match is_folder {
            true => files_below(&entry.path()),
            false => Box::new(std::iter::once(entry.path())),
        }
    }))
}

/// Tells which older reports stay aside.
pub(super) fn tell_left(progress: Verbosity, left: &[PathBuf]) {
    for left in left {
        say(progress, &said("cli.older-left", &[&shown_name(left)]));
    }
}

/// Writes a file in one step.
///
/// Errors: a disk that refuses; then the file is as it was.
pub(super) fn file(path: &Path, content: &[u8]) -> Result<()> {
    let refused = |fault| Error::file(path, fault);
    to(Some(path), |out| out.write_all(content).map_err(refused))
}

/// Writes what is no text to a file in one step, or to standard output where none is named.
///
/// Errors: those of [`file()`] and [`put`].
pub(super) fn bytes(path: Option<&Path>, content: &[u8]) -> Result<()> {
    match path {
        Some(path) => file(path, content),
        None => put(&mut stdout(), content),
    }
}

/// Makes sure that what is no text goes into a file or to a program.
///
/// Errors: a person would see it.
pub(super) fn not_shown(path: Option<&Path>) -> Result<()> {
    match path.is_none() && stdout().is_terminal() {
        true => Err(Error::Output(word("cli.no-text").to_owned())),
        false => Ok(()),
    }
}

/// What is said of single articles while they are read: the first few in full, since more would
/// hide what matters, and how many follow.
pub(super) struct Remarks {
    progress: Verbosity,
    met: usize,
}

impl Remarks {
    /// So many are shown.
    const SHOWN: usize = 10;

    /// None was met yet.
    pub(super) fn new(progress: Verbosity) -> Self {
        Remarks { progress, met: 0 }
    }

    /// Says one, if there were not too many before.
    pub(super) fn tell(&mut self, note: &Note) {
        self.met += 1;
        if self.met <= Self::SHOWN {
            say(self.progress, &note.to_string());
        }
    }

    /// Says how many were not shown; `words` makes a sentence of their number.
    pub(super) fn end(&self, words: impl FnOnce(usize) -> String) {
        if self.met > Self::SHOWN {
            say(self.progress, &words(self.met - Self::SHOWN));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_on_a_terminal_is_harmless_however_it_is_cut_into_writes() {
        let table = "id,source\r\n1,\u{1b}[2Jالنهر\u{202e}\r\n2,\r";
        for size in [1, 2, 3, 7, 100] {
            let mut out = Vec::new();
            let mut writer = Harmless {
                out: &mut out,
                line: Vec::new(),
            };
            for piece in table.as_bytes().chunks(size) {
                writer.write_all(piece).unwrap();
            }
            writer.flush().unwrap();
            let expected = "id,source\r\n1,\u{241b}[2Jالنهر\r\n2,\u{240d}";
            assert_eq!(String::from_utf8(out).unwrap(), expected, "{size}");
        }
    }
}
