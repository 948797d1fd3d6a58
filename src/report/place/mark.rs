//! The mark of a folder that mizan wrote: which files it holds, and what each of them was.

use super::lock::{is_lock, taken_over};
use crate::corpus::REPORT_MARK;
use crate::error::{Error, Result, isolated, shown_name};
use crate::tables::bytes::digest_of;
use crate::wording::said;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::Path;

/// What the file says to whoever opens it.
const WORDS: &str = "\
# By this file mizan knows that it wrote this folder, and may replace it. It does not as long as the
# folder holds a file that is not listed here, or one that has been changed since.";

/// So many names are told of what is in the way.
const TOLD: usize = 5;

/// Which files a folder holds: name, bytes, digest (SHA-256).
pub(super) struct Inventory {
    sign: String,
    files: BTreeMap<String, (u64, String)>,
}

impl Inventory {
    /// That of a folder as it is now.
    ///
    /// Errors: a file that cannot be read.
    pub(crate) fn of(folder: &Path, sign: &str) -> Result<Inventory> {
        let mut files = BTreeMap::new();
        for name in names(folder).map_err(|error| Error::file(folder, error))? {
            if !is_lock(&name) {
                let path = folder.join(&name);
                let file = digest(&path).map_err(|error| Error::file(&path, error))?;
                files.insert(name, file);
            }
        }
        let sign = sign.to_owned();
        Ok(Inventory { sign, files })
    }

    /// Writes it into the folder, as the last of its files.
    ///
    /// Errors: a disk that refuses.
    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        let mut text = format!("mizan {}\n{WORDS}\n", self.sign);
        for (name, (bytes, digest)) in &self.files {
            text += &format!("{digest} {bytes} {name}\n");
        }
        let path = folder.join(REPORT_MARK);
        fs::write(&path, text).map_err(|error| Error::file(&path, error))
    }

    /// That of a folder that mizan wrote.
    fn read(folder: &Path) -> Option<Inventory> {
        let path = folder.join(REPORT_MARK);
        let is_file = fs::symlink_metadata(&path).is_ok_and(|found| found.is_file());
        let text = fs::read_to_string(path).ok().filter(|_| is_file)?;
        let mut lines = text.lines();
        let sign = lines.next()?.strip_prefix("mizan ")?.to_owned();
        let files = lines.filter(|line| !line.starts_with('#')).map(|line| {
            let (digest, rest) = line.split_once(' ')?;
            let (bytes, name) = rest.split_once(' ')?;
            Some((name.to_owned(), (bytes.parse().ok()?, digest.to_owned())))
        });
        let files = files.collect::<Option<BTreeMap<_, _>>>()?;
        Some(Inventory { sign, files })
    }
}

/// Whether a folder, which the user knows by a name, is empty, or one of ours of the same sign and
/// as it was written.
///
/// Errors: anything else, with the names of what is in the way.
pub(super) fn check(folder: &Path, named: &Path, sign: &str) -> Result<()> {
    check_by(is_as_written, (folder, named), sign)
}

/// The same by names and sizes alone, where there is no time to read the files.
pub(super) fn check_names(folder: &Path, named: &Path, sign: &str) -> Result<()> {
    check_by(is_as_long, (folder, named), sign)
}

fn check_by(
    is_same: fn(&Path, &(u64, String)) -> bool,
    (folder, named): (&Path, &Path),
    sign: &str,
) -> Result<()> {
    let shown = shown_name(named);
    let found = names(folder).map_err(|error| Error::file(folder, error))?;
    if found.is_empty() {
        return Ok(());
    }
    let Some(mark) = Inventory::read(folder).filter(|mark| mark.sign == sign) else {
        return Err(Error::Output(said(
            "place.other-mark",
            &[&shown, &sign, &told(&found)],
        )));
    };
    let is_ours =
        |name: &str| name == REPORT_MARK || is_lock(name) || mark.files.contains_key(name);
    let is_strange = |name: &&String| !is_ours(name);
    let strange: Vec<&String> = found.iter().filter(is_strange).collect();
    if !strange.is_empty() {
        return Err(Error::Output(said(
            "place.beside-mark",
            &[&shown, &sign, &told(&strange)],
        )));
    }
    let changed = |name: &&String| {
        let written = mark.files.get(*name);
        written.is_some_and(|written| !is_same(&folder.join(name), written))
    };
    let changed: Vec<&String> = found.iter().filter(changed).collect();
    match changed.is_empty() {
        true => Ok(()),
        false => Err(Error::Output(said(
            "place.changed",
            &[&shown, &told(&changed)],
        ))),
    }
}

/// The names of the files in a folder of ours, without its mark and its lock.
pub(super) fn files(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = names(folder)?;
    names.retain(|name| name != REPORT_MARK && !is_lock(name));
    Ok(names)
}

/// Removes the lock of a place aside.
///
/// Errors: a disk that refuses.
pub(super) fn remove_lock(folder: &Path) -> io::Result<()> {
    let lock = names(folder)?.into_iter().find(|name| is_lock(name));
    lock.map_or(Ok(()), |lock| fs::remove_file(folder.join(lock)))
}

fn is_as_written(path: &Path, written: &(u64, String)) -> bool {
    is_as_long(path, written) && digest(path).is_ok_and(|(_, digest)| digest == written.1)
}

fn is_as_long(path: &Path, (bytes, _): &(u64, String)) -> bool {
    let found = fs::symlink_metadata(path);
    found.is_ok_and(|found| found.is_file() && found.len() == *bytes)
}

fn digest(path: &Path) -> io::Result<(u64, String)> {
    digest_of(File::open(path)?)
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    let names =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<io::Result<Vec<String>>>()?;
    names.sort();
    Ok(names)
}

fn told(names: &[impl AsRef<str>]) -> String {
    let shown = names.iter().take(TOLD).map(|name| isolated(name.as_ref()));
    let shown = shown.collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(TOLD) {
        0 => shown,
        more => said("hint.and-more", &[&shown, &more]),
    }
}

/// Removes a folder that is as mizan wrote it; what else there is stays.
pub(super) fn remove(folder: &Path, sign: &str) {
    if check(folder, folder, sign).is_err() {
        return;
    }
    let Some(mark) = Inventory::read(folder) else {
        return;
    };
    // From now on no run takes it for a report that a killed one had moved away and brings it back
    // while it goes.
    let going = folder.with_extension("partial");
    let folder = match !going.exists() && fs::rename(folder, &going).is_ok() {
        true => going.as_path(),
        false => folder,
    };
    let _ = remove_lock(folder);
    // The mark goes last: as long as it is there, the rest is known as ours.
    for name in mark.files.keys().map(String::as_str).chain([REPORT_MARK]) {
        // What cannot be removed now is tried again by the next run.
        let _ = fs::remove_file(folder.join(name));
    }
    let _ = fs::remove_dir(folder);
}

/// Removes a place in which a killed run was making a folder of ours, with all that is in it: nobody
/// else knows of it. It is known by its lock, which has its name.
pub(super) fn remove_partial(folder: &Path) {
    if let Some(_held) = taken_over(folder) {
        remove_all(folder);
    }
}

/// Removes a folder that this run made, with all that is in it.
pub(super) fn remove_all(folder: &Path) {
    for name in names(folder).unwrap_or_default() {
        let path = folder.join(name);
        match fs::symlink_metadata(&path).is_ok_and(|found| found.is_dir()) {
            true => remove_all(&path),
            false => drop(fs::remove_file(&path)),
        }
    }
    // What cannot be removed now is tried again by the next run.
    let _ = fs::remove_dir(folder);
}
