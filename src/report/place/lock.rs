//! The lock of a place aside, by which a living run is told from a killed one.

use crate::error::{Error, Result};
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;

/// In the place aside: by it the place is known as one of mizan's.
const LOCK: &str = ".mizan-lock";

/// A file that is locked as long as its run lives, by which others know that it does.
#[derive(Debug)]
pub(super) struct Held(Option<File>);

impl Held {
    /// Locks a place aside, and writes its name into the lock.
    ///
    /// Errors: a disk that refuses.
    pub(crate) fn new(aside: &Path) -> Result<Held> {
        let lock = aside.join(LOCK);
        let refused = |error| Error::file(&lock, error);
        let mut file = File::create_new(&lock).map_err(refused)?;
        // Before its name is in it nobody takes the place for one of ours. Some disks know no locks;
        // then a run only cannot clean up behind a killed one.
        let _ = file.lock();
        file.write_all(named(aside).as_bytes()).map_err(refused)?;
        Ok(Held(Some(file)))
    }

    /// Where a folder with an open file in it cannot be renamed, the lock goes before.
    pub(crate) fn release_where_needed(&mut self) {
        if cfg!(windows) {
            self.0 = None;
        }
    }
}

/// Whether the run that made a place aside still runs.
pub(super) fn lives(aside: &Path) -> bool {
    let lock = aside.join(LOCK);
    let is_file = fs::symlink_metadata(&lock).is_ok_and(|found| found.is_file());
    let open = || File::options().write(true).open(lock);
    is_file && open().is_ok_and(|lock| lock.try_lock().is_err())
}

/// Takes the lock that a killed run left in a place aside; `None` where there is none of this name,
/// or where the run lives.
///
/// A run locks before it writes the name. So whoever holds the lock and reads the name in it knows
/// that the run is over, while a place that was free a moment ago may be one that is just being made.
pub(super) fn taken_over(folder: &Path) -> Option<Held> {
    let lock = folder.join(LOCK);
    fs::symlink_metadata(&lock)
        .ok()
        .filter(fs::Metadata::is_file)?;
    let mut file = File::options().read(true).write(true).open(&lock).ok()?;
    file.try_lock().ok()?;
    let mut name = String::new();
    file.read_to_string(&mut name).ok()?;
    (name == named(folder)).then_some(Held(Some(file)))
}

/// Whether a file is what only a place aside has.
pub(super) fn is_lock(name: &str) -> bool {
    name == LOCK
}

fn named(folder: &Path) -> String {
    let name = folder.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
