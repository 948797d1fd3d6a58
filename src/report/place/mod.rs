//! Where a report is written: a place of its own beside its folder first, then the folder, so that
//! it is whole or not there, and so that nothing goes that mizan did not write.

mod aside;
mod file;
mod lock;
mod mark;

pub(crate) use aside::abandon;
pub(crate) use file::{is_same, spared, write_file};

use crate::error::{Error, Result, shown_name};
use crate::wording::{said, word};
use aside::Aside;
use lock::Held;
use mark::Inventory;
use std::fs;
use std::path::{Path, PathBuf};

/// So often a folder is tried to be replaced while others replace it, too.
const TRIES: usize = 50;

/// So often in a row the same must stand in the way: while others replace the folder, one look may
/// see the mark of one report and the files of the next.
const SURE: usize = 4;

/// A folder that may be written, with the place beside it in which it is made.
///
/// Dropped before [`put`](Reserved::put), it leaves no trace.
#[derive(Debug)]
pub(crate) struct Reserved {
    folder: PathBuf,
    sign: &'static str,
    aside: Aside,
    held: Held,
}

impl Reserved {
    /// Makes sure that a folder may be written, in the place of an older one of the same sign, and
    /// makes a place beside it. `read` is what else is read: none of it may stand in the folder.
    ///
    /// What a killed run left is put right first: a report that it had moved away comes back, what
    /// it had half written goes.
    ///
    /// Errors: a file, a link to nothing, a mount point; a folder with anything in it that mizan did
    /// not write; a place that cannot be written.
    pub(crate) fn new(folder: &Path, sign: &'static str, read: &[&Path]) -> Result<Reserved> {
        let folder = led_to(folder)?;
        if let Some(input) = read.iter().find(|input| stands_in(input, &folder)) {
            return Err(Error::Output(said(
                "place.holds-input",
                &[&shown_name(&folder), &shown_name(input)],
            )));
        }
        aside::mend(&folder);
        check_still(&folder, sign)?;
        let (aside, held) = Aside::new(&folder)?;
        aside.probe(least(read))?;
        Ok(Reserved {
            folder,
            sign,
            aside,
            held,
        })
    }

    /// Where to write what the folder is to hold.
    pub(crate) fn path(&self) -> &Path {
        self.aside.path()
    }

    /// Puts beside what is written all that the folder holds now, but for one file.
    ///
    /// Errors: a disk that refuses.
    pub(crate) fn keep_all_but(&self, name: &str) -> Result<()> {
        let files = mark::files(&self.folder).map_err(|error| Error::file(&self.folder, error))?;
        for kept in files.iter().filter(|kept| *kept != name) {
            let from = self.folder.join(kept);
            fs::copy(&from, self.path().join(kept)).map_err(|error| Error::file(&from, error))?;
        }
        Ok(())
    }

    /// Puts what was written in the place of the folder. Of two runs that write one folder the last
    /// one wins, whole. Gives back the older reports that killed runs left aside and that stay there,
    /// since they hold something that mizan did not write.
    ///
    /// Errors: a folder that has something else in it by now, a disk that refuses; then the folder is
    /// as it was.
    pub(crate) fn put(mut self) -> Result<Vec<PathBuf>> {
        Inventory::of(self.path(), self.sign)?.write(self.path())?;
        self.held.release_where_needed();
        for _ in 0..TRIES {
            if self.put_once()? {
                self.aside.forget();
                // Left there it would change nothing.
                let _ = mark::remove_lock(&self.folder);
                return Ok(aside::sweep(&self.folder, self.sign));
            }
        }
        Err(Error::Output(said(
            "place.busy",
            &[&shown_name(&self.folder)],
        )))
    }

    /// Puts what was written where nothing is, or an empty folder, and leaves no mark: it is the
    /// user's from now on.
    ///
    /// Errors: a folder that holds something by now, a disk that refuses.
    pub(crate) fn give(mut self) -> Result<()> {
        let refused = |error| Error::file(&self.folder, error);
        let _calm = aside::calm();
        mark::remove_lock(self.path()).map_err(refused)?;
        self.held.release_where_needed();
        if self.folder.exists() {
            fs::remove_dir(&self.folder).map_err(refused)?;
        }
        fs::rename(self.path(), &self.folder).map_err(refused)?;
        self.aside.forget();
        Ok(())
    }

    /// Tries it once; `false` where another run came between.
    fn put_once(&self) -> Result<bool> {
        let refused = |error| Error::file(&self.folder, error);
        let _calm = aside::calm();
        if !self.folder.exists() {
            return match fs::rename(self.path(), &self.folder) {
                Err(error) if is_taken(&error) => Ok(false),
                put => put.map(|()| true).map_err(refused),
            };
        }
        check_still(&self.folder, self.sign)?;
        let old = self.aside.old();
        if !moved(&self.folder, &old).map_err(refused)? {
            return Ok(false);
        }
        // Another run or the user may have come between; only names and sizes are looked at, since no
        // report stands meanwhile.
        if let Err(strange) = mark::check_names(&old, &self.folder, self.sign) {
            let _ = fs::rename(&old, &self.folder);
            return Err(strange);
        }
        match fs::rename(self.path(), &self.folder) {
            Ok(()) => {
                mark::remove(&old, self.sign);
                Ok(true)
            }
            Err(error) if is_taken(&error) => {
                // Where something else than a report stands there now, the older one is kept aside.
                check_still(&self.folder, self.sign)?;
                mark::remove(&old, self.sign);
                Ok(false)
            }
            Err(error) => {
                // Without the old folder back in its place the user would be left with none.
                let _ = fs::rename(&old, &self.folder);
                Err(refused(error))
            }
        }
    }
}

/// How many bytes a report of what is read takes at the least. Even one that finds nothing has its
/// columns and its rows of articles; what a report of long tables takes is only known when it is
/// written.
fn least(read: &[&Path]) -> u64 {
    /// Tables without rows, `columns.csv` and `run.csv`: 60 KB.
    const EMPTY: u64 = 64 << 10;
    /// A report has a row for each article, and few articles have more bytes than 16 such rows.
    const PART: u64 = 16;
    /// More would take time to try.
    const MOST: u64 = 64 << 20;
    let sizes = read.iter().filter_map(|path| fs::metadata(path).ok());
    let sizes = sizes.filter(fs::Metadata::is_file).map(|found| found.len());
    (EMPTY + sizes.sum::<u64>() / PART).min(MOST)
}

/// Whether something that is read stands in a folder, or is it.
fn stands_in(input: &Path, folder: &Path) -> bool {
    input
        .canonicalize()
        .is_ok_and(|input| input.starts_with(folder))
}

/// Renames a folder; `false` where another run has taken it or put one there.
fn moved(from: &Path, to: &Path) -> std::io::Result<bool> {
    match fs::rename(from, to) {
        Ok(()) => Ok(true),
        Err(error) if is_taken(&error) => Ok(false),
        Err(error) if !from.exists() && error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Whether a folder could not be renamed since one stands there already.
fn is_taken(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{AlreadyExists, DirectoryNotEmpty};
    matches!(error.kind(), AlreadyExists | DirectoryNotEmpty)
}

/// The same, where other runs may be replacing the folder.
fn check_still(folder: &Path, sign: &str) -> Result<()> {
    let mut seen = String::new();
    let mut times = 0;
    for _ in 0..TRIES {
        let Err(strange) = check(folder, sign) else {
            return Ok(());
        };
        let told = strange.to_string();
        times = if told == seen { times + 1 } else { 1 };
        if times == SURE {
            return Err(strange);
        }
        seen = told;
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    check(folder, sign)
}

/// Whether a folder may be replaced: it is not there, is empty, or is one of ours and as it was
/// written.
fn check(folder: &Path, sign: &str) -> Result<()> {
    let refuse = |why: &str| Err(Error::Output(format!("{}: {why}", shown_name(folder))));
    let Ok(found) = fs::metadata(folder) else {
        return Ok(());
    };
    if found.is_file() {
        return refuse(word("place.file-for-folder"));
    }
    if !found.is_dir() {
        return refuse(word("place.pipe"));
    }
    if is_mount_point(folder, &found) {
        return refuse(word("place.mounted"));
    }
    mark::check(folder, folder, sign)
}

#[cfg(unix)]
fn is_mount_point(folder: &Path, found: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    let parent = folder.parent().and_then(|parent| fs::metadata(parent).ok());
    parent.is_some_and(|parent| parent.dev() != found.dev())
}

#[cfg(not(unix))]
fn is_mount_point(_: &Path, _: &fs::Metadata) -> bool {
    false
}

/// What a path leads to: a link stays a link, and what it names is replaced.
///
/// Errors: a link to nothing; a path without a name (`..`).
fn led_to(path: &Path) -> Result<PathBuf> {
    let real = path.canonicalize().ok();
    if real.as_deref().unwrap_or(path).file_name().is_none() {
        return Err(Error::Output(said("place.nameless", &[&shown_name(path)])));
    }
    if let Some(real) = real {
        return Ok(real);
    }
    if fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink()) {
        let to = fs::read_link(path).unwrap_or_default();
        return Err(Error::Output(said(
            "place.dangling",
            &[&shown_name(path), &shown_name(&to)],
        )));
    }
    std::path::absolute(path).map_err(|error| Error::file(path, error))
}

#[cfg(test)]
mod tests;
