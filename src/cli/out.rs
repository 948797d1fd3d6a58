//! Where the words and tables of the commands go: standard output, standard error, a file.

use super::progress::Progress;
use crate::corpus::Note;
use crate::error::{Error, Result};
use crate::report;
use std::io::{self, BufWriter, Write, stderr, stdout};
use std::path::Path;

/// Writes to standard output.
///
/// Errors: a reader that has gone, which ends the command as a success.
pub(super) fn print(text: &str) -> Result<()> {
    put(&mut stdout().lock(), text.as_bytes())
}

/// Says something on standard error.
pub(super) fn say(message: &str) {
    // Nobody is left to be told where standard error is closed.
    let _ = writeln!(stderr(), "mizan: {message}");
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
            let mut out = BufWriter::new(stdout().lock());
            fill(&mut out)?;
            out.flush().map_err(unwritten)
        }
    }
}

/// Makes sure, before the work is done, that a file may be written.
///
/// Errors: those of [`report::spared`].
pub(super) fn spare(file: Option<&Path>, read: &[&Path]) -> Result<()> {
    file.map_or(Ok(()), |file| report::spared(file, read))
}

/// Writes a file in one step.
///
/// Errors: a disk that refuses; then the file is as it was.
pub(super) fn file(path: &Path, content: &[u8]) -> Result<()> {
    let refused = |fault| Error::file(path, fault);
    to(Some(path), |out| out.write_all(content).map_err(refused))
}

/// What is said of single articles while they are read: the first few in full, since more would
/// hide what matters, and how many follow.
pub(super) struct Remarks {
    progress: Progress,
    met: usize,
}

impl Remarks {
    /// So many are shown.
    const SHOWN: usize = 10;

    /// None was met yet.
    pub(super) fn new(progress: Progress) -> Self {
        Remarks { progress, met: 0 }
    }

    /// Says one, if there were not too many before.
    pub(super) fn tell(&mut self, note: &Note) {
        self.met += 1;
        if self.met <= Self::SHOWN && self.progress != Progress::Silent {
            say(&note.to_string());
        }
    }

    /// Says how many were not shown; `words` makes a sentence of their number.
    pub(super) fn end(&self, words: impl FnOnce(usize) -> String) {
        if self.met > Self::SHOWN && self.progress != Progress::Silent {
            say(&words(self.met - Self::SHOWN));
        }
    }
}
