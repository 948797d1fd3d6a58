//! One file, written in one step.

use super::led_to;
use crate::error::{Error, Result};
use std::fs::{self, File};
use std::hash::{BuildHasher, RandomState};
use std::io::{BufWriter, ErrorKind};
use std::path::{Path, PathBuf};

/// Writes one file, in the place of an older one once it is whole; whoever might read or write that
/// one may still. A pipe or a device has nothing to be replaced: it is written into.
///
/// Errors: those of `fill`, a link to nothing, a disk that refuses. After an error the old file is as
/// it was.
pub fn write_file(
    path: &Path,
    fill: impl FnOnce(&mut BufWriter<File>) -> Result<()>,
) -> Result<()> {
    let refused = |error| Error::file(path, error);
    if fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        let opened = File::options().write(true).open(path).map_err(refused)?;
        return fill(&mut BufWriter::new(opened));
    }
    let path = &led_to(path)?;
    let (aside, file) = aside(path)?;
    let written = fill(&mut BufWriter::new(file))
        .and_then(|()| same_permissions(path, &aside))
        .and_then(|()| fs::rename(&aside, path).map_err(refused));
    if written.is_err() {
        // The first error is the one to tell; the name is ours alone.
        let _ = fs::remove_file(&aside);
    }
    written
}

/// A file beside another, by a name that nothing has.
fn aside(path: &Path) -> Result<(PathBuf, File)> {
    loop {
        let drawn = RandomState::new().hash_one(std::process::id());
        let aside = path.with_file_name(format!(".mizan-{drawn:016x}.partial"));
        match File::create_new(&aside) {
            Ok(file) => return Ok((aside, file)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(Error::file(path, error)),
        }
    }
}

fn same_permissions(old: &Path, new: &Path) -> Result<()> {
    match fs::metadata(old) {
        Ok(old) => fs::set_permissions(new, old.permissions()),
        Err(_) => Ok(()),
    }
    .map_err(|error| Error::file(new, error))
}

/// Makes sure that what is to be written takes the place of none of the files that are read, and of
/// no file that begins otherwise than those that the command writes.
///
/// Errors: such a file, by any of its names.
pub fn spared(out: &Path, read: &[&Path], begin: &str) -> Result<()> {
    let refuse = |why: String| Err(Error::Output(format!("{}: {why}", out.display())));
    if let Some(input) = read.iter().find(|input| is_same(out, input)) {
        return refuse(format!(
            "this is {}, which is read, and it is left alone; give another file with --out",
            input.display()
        ));
    }
    let Some(found) = fs::metadata(out).ok().filter(fs::Metadata::is_file) else {
        return Ok(());
    };
    let begun = begins(out, begin.len() + 8);
    match found.len() == 0 || begun.trim_start_matches('\u{feff}').starts_with(begin) {
        true => Ok(()),
        false => refuse(
            "the file is there already, is none that this command wrote, and is left alone; give \
             another one with --out"
                .to_owned(),
        ),
    }
}

fn begins(path: &Path, count: usize) -> String {
    use std::io::Read;
    let mut bytes = Vec::new();
    if let Ok(file) = File::open(path) {
        // What cannot be read begins like nothing of ours.
        let _ = file.take(count as u64).read_to_end(&mut bytes);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Whether two paths lead to one file, by whatever names and links.
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    let (Ok(first), Ok(second)) = (one.canonicalize(), other.canonicalize()) else {
        return false;
    };
    first == second || has_same_number(&first, &second)
}

#[cfg(unix)]
fn has_same_number(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let number = |path: &Path| {
        let found = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        Some((found.dev(), found.ino()))
    };
    number(one).is_some_and(|number_of_one| number(other) == Some(number_of_one))
}

#[cfg(not(unix))]
fn has_same_number(_: &Path, _: &Path) -> bool {
    false
}
