//! The place beside a folder in which it is made, by a name that no other run and no user has.

use super::lock::{Held, lives};
use super::mark;
use crate::corpus::REPORT_MARK;
use crate::error::{Error, Result, shown_name};
use crate::wording::said;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::hash::{BuildHasher, RandomState};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A folder beside another; removed with what mizan wrote in it when it is dropped.
#[derive(Debug)]
pub(super) struct Aside {
    path: PathBuf,
}

const PARTIAL: &str = ".partial";
const OLD: &str = ".old";

impl Aside {
    /// Makes one beside a folder, whose parents are made, too.
    ///
    /// Errors: a place that cannot be written.
    pub(crate) fn new(folder: &Path) -> Result<(Aside, Held)> {
        let parent = folder.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(parent).map_err(|error| Error::file(parent, error))?;
        loop {
            let drawn = RandomState::new().hash_one(std::process::id());
            let path = parent.join(format!("{}{drawn:016x}{PARTIAL}", begin(folder)));
            match fs::create_dir(&path) {
                Ok(()) => {}
                Err(error) if error.kind() == ErrorKind::AlreadyExists => continue,
                Err(error) => return Err(Error::file(parent, error)),
            }
            living().insert(path.clone());
            let aside = Aside { path };
            return match Held::new(&aside.path) {
                Ok(held) => Ok((aside, held)),
                Err(refused) => {
                    // Without its lock nobody would know it as ours.
                    mark::remove_all(&aside.path);
                    Err(refused)
                }
            };
        }
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Where the older folder stands while this one takes its place.
    pub(crate) fn old(&self) -> PathBuf {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let name = name.strip_suffix(PARTIAL).unwrap_or(&name);
        self.path.with_file_name(format!("{name}{OLD}"))
    }

    /// Makes sure that the disk has room for so many bytes.
    ///
    /// Errors: it has not, or refuses for another reason.
    pub(crate) fn probe(&self, bytes: u64) -> Result<()> {
        let path = self.path.join("room");
        let written = File::create_new(&path)
            .and_then(|mut file| io::copy(&mut io::repeat(0).take(bytes), &mut file));
        let _ = fs::remove_file(&path);
        match written {
            Ok(_) => Ok(()),
            Err(error) if error.kind() == ErrorKind::StorageFull => Err(Error::Output(said(
                "place.full",
                &[&shown_name(self.path.parent().unwrap_or(Path::new(".")))],
            ))),
            Err(error) => Err(Error::file(&path, error)),
        }
    }

    /// Forgets it: it stands in its place.
    pub(crate) fn forget(&mut self) {
        living().remove(&self.path);
        self.path = PathBuf::new();
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        if self.path != Path::new("") {
            mark::remove_all(&self.path);
            living().remove(&self.path);
        }
    }
}

/// The places aside of this run.
static LIVING: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Held as long as something is put in its place, which is not to be interrupted.
static PUTTING: Mutex<()> = Mutex::new(());

fn living() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    LIVING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Keeps an interruption waiting.
pub(super) fn calm() -> MutexGuard<'static, ()> {
    PUTTING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Ends all writing of this run, which is about to end: what is half written goes, and nothing is
/// put in its place any more.
pub(crate) fn abandon() {
    /// Other threads may be making a file meanwhile.
    const TRIES: usize = 100;
    let (calm, living) = (calm(), living());
    for aside in living.iter() {
        for _ in 0..TRIES {
            mark::remove_all(aside);
            if !aside.exists() {
                break;
            }
        }
    }
    // Whoever comes now waits for the end.
    std::mem::forget((calm, living));
}

/// How the names of all places beside a folder begin: short, however long the folder's name.
fn begin(folder: &Path) -> String {
    let name = folder.file_name().unwrap_or_default().as_encoded_bytes();
    let digest = crate::tables::bytes::digest(name);
    format!(".mizan-{}-", &digest[..8])
}

/// Puts right what killed runs left beside a folder: an older one that was moved away comes back
/// where none stands, what was half written goes. What is not known as mizan's stays, and so does
/// what a living run holds.
pub(super) fn mend(folder: &Path) {
    for left in left_by_killed(folder) {
        match is_old(&left) {
            true if left.join(REPORT_MARK).is_file() && stands_empty(folder) => {
                // Where it fails the folder stays where it is, and nothing is lost.
                let _ = fs::remove_dir(folder);
                let _ = fs::rename(&left, folder);
            }
            true => {}
            false => mark::remove_partial(&left),
        }
    }
}

/// Removes older reports that killed runs moved away, once a new one stands.
/// Gives back those that hold something of the user's, and stay.
pub(super) fn sweep(folder: &Path, sign: &str) -> Vec<PathBuf> {
    let mut left = left_by_killed(folder);
    left.retain(|left| {
        mark::remove(left, sign);
        is_old(left) && left.join(REPORT_MARK).is_file()
    });
    left
}

fn is_old(left: &Path) -> bool {
    left.extension().is_some_and(|ending| ending == &OLD[1..])
}

fn stands_empty(folder: &Path) -> bool {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == ErrorKind::NotFound,
    }
}

/// The folders that runs which no longer run left beside a folder, by name.
fn left_by_killed(folder: &Path) -> Vec<PathBuf> {
    let begin = begin(folder);
    let parent = folder.parent().unwrap_or(Path::new("."));
    let Ok(entries) = fs::read_dir(parent) else {
        return Vec::new();
    };
    let names = entries.flatten().map(|entry| entry.file_name());
    let mut names: Vec<String> = names
        .filter_map(|name| name.into_string().ok())
        .filter(|name| name.starts_with(&begin))
        .collect();
    names.sort();
    let is_left = |name: &String| {
        let run = name.strip_suffix(OLD).or(name.strip_suffix(PARTIAL));
        let is_folder = |path: &Path| fs::symlink_metadata(path).is_ok_and(|found| found.is_dir());
        run.is_some_and(|run| !lives(&parent.join(format!("{run}{PARTIAL}"))))
            && is_folder(&parent.join(name))
    };
    names.retain(is_left);
    names.into_iter().map(|name| parent.join(name)).collect()
}
