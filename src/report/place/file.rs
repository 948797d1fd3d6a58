//! One file, written in one step.

use super::aside::{self, Aside};
use super::led_to;
use crate::error::{Error, Result, shown_name};
use crate::wording::{said, word};
use std::fs::{self, File};
use std::io::{BufWriter, ErrorKind};
use std::path::Path;

/// Writes one file, in the place of an older one once it is whole; whoever might read or write that
/// one may still. A pipe or a device has nothing to be replaced: it is written into.
///
/// Errors: those of `fill`, a link to nothing, a disk that refuses. After an error the old file is as
/// it was.
pub(crate) fn write_file(
    path: &Path,
    fill: impl FnOnce(&mut BufWriter<File>) -> Result<()>,
) -> Result<()> {
    let refused = |error| Error::file(path, error);
    if fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        let opened = File::options().write(true).open(path).map_err(refused)?;
        return fill(&mut BufWriter::new(opened));
    }
    let path = &led_to(path)?;
    aside::mend(path);
    let is_new = !path.exists();
    // The lock goes before the place that it stands in.
    let (aside, _held) = Aside::new(path)?;
    let made = aside.path().join("file");
    let file = File::create_new(&made).map_err(refused)?;
    fill(&mut BufWriter::new(file))?;
    same_permissions(path, &made)?;
    put(&made, path, is_new)
}

/// Puts a file in its place. Where nothing stood when it was begun, nothing that has come there since
/// is written over.
fn put(made: &Path, path: &Path, is_new: bool) -> Result<()> {
    let _calm = aside::calm();
    let refused = |error| Error::file(path, error);
    if !is_new {
        return fs::rename(made, path).map_err(refused);
    }
    match fs::hard_link(made, path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            Err(Error::Output(said("place.came", &[&shown_name(path)])))
        }
        // Some disks know no second names.
        Err(_) => fs::rename(made, path).map_err(refused),
    }
}

fn same_permissions(old: &Path, new: &Path) -> Result<()> {
    match fs::metadata(old) {
        Ok(old) => fs::set_permissions(new, old.permissions()),
        Err(_) => Ok(()),
    }
    .map_err(|error| Error::file(new, error))
}

/// Makes sure, before the work, that a file may be written: nothing stands there yet but an empty
/// file, a pipe or a device, and it is neither what is read nor in a folder that is read.
///
/// Errors: anything else, a place that is not there.
pub(crate) fn spared(out: &Path, read: &[&Path]) -> Result<()> {
    let refuse = |why: String| Err(Error::Output(format!("{}: {why}", shown_name(out))));
    let place = led_to(out)?;
    let folder = place.parent().and_then(|folder| folder.canonicalize().ok());
    let Some(folder) = folder else {
        return refuse(word("place.no-parent").to_owned());
    };
    let holds = |input: &Path| {
        let folder_read = input.canonicalize().ok().filter(|input| input.is_dir());
        folder_read.is_some_and(|input| folder.starts_with(input))
    };
    if let Some(input) = read
        .iter()
        .find(|input| is_same(out, input) || holds(input))
    {
        return refuse(said("place.is-read", &[&shown_name(input)]));
    }
    match fs::metadata(&place) {
        Ok(found) if found.is_dir() => refuse(word("place.folder-for-file").to_owned()),
        Ok(found) if found.is_file() && found.len() > 0 => {
            refuse(word("place.file-there").to_owned())
        }
        // Nothing can be tried beforehand with a pipe or a device.
        Ok(found) if !found.is_file() => Ok(()),
        _ => Aside::new(&place)?.0.probe(LEAST),
    }
}

/// So many bytes a file takes in any case: one block of most disks.
const LEAST: u64 = 4096;

/// Whether two paths lead to one file, by whatever names and links.
pub(crate) fn is_same(one: &Path, other: &Path) -> bool {
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
