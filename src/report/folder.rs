//! A report folder: written aside, then moved into place, so that it is whole or not there.

use super::columns::Column;
use super::csv::Mark;
use super::shelf::{self, Format, Shelf};
use super::summary::summary;
use super::table::{Rows, Table};
use super::tables;
use crate::error::{Error, Result};
use crate::study::Findings;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

/// The file of plain words by which a folder is known as a report.
const SIGN: &str = "summary.txt";

/// Writes every table and the summary into `folder`, in the place of an older report.
///
/// Errors: a folder that holds something else than a report (it is left alone), a disk that
/// refuses. After an error the old report is as it was.
pub fn write(findings: &Findings, folder: &Path, mark: Mark) -> Result<()> {
    let whole = Whole {
        tables: tables::all(),
        sign: SIGN,
        words: summary(findings),
    };
    whole.write((findings, &findings.corpus.sources), folder, mark)
}

/// A shelf of files, one a table.
pub struct Folder<'a> {
    /// Where they stand; it is there already.
    pub path: &'a Path,
    /// How they are written.
    pub format: Format,
}

impl Shelf for Folder<'_> {
    fn begin(&self, table: &str, columns: &[Column]) -> Result<Box<dyn Rows + '_>> {
        let path = self.path.join(format!("{table}.{}", self.format.ending()));
        let file = File::create(&path).map_err(|error| Error::file(&path, error))?;
        self.format.begin(BufWriter::new(file), columns)
    }
}

/// A folder that is written as one.
pub(super) struct Whole<Of: 'static> {
    /// Its tables.
    pub tables: Vec<Table<Of>>,
    /// The file by which such a folder is known.
    pub sign: &'static str,
    /// What stands in that file.
    pub words: String,
}

impl<Of: Sync> Whole<Of> {
    /// Writes all of it on a study of some sources, in the place of an older folder of the same sign.
    ///
    /// Errors: as those of [`write`].
    pub fn write(&self, of: (&Of, &[String]), folder: &Path, mark: Mark) -> Result<()> {
        check_sign(folder, self.sign)?;
        let folder = &led_to(folder);
        let aside = beside(folder, "partial");
        remove(&aside)?;
        fs::create_dir_all(&aside).map_err(|error| Error::file(&aside, error))?;
        let shelf = Folder {
            path: &aside,
            format: Format::Csv(mark),
        };
        let filled = shelf::fill(&shelf, &self.tables, of).and_then(|()| self.sign(&aside));
        let written = filled.and_then(|()| exchange(&aside, folder));
        if written.is_err() {
            // The first error is the one to tell; a leftover folder is replaced by the next run.
            let _ = fs::remove_dir_all(&aside);
        }
        written
    }

    fn sign(&self, folder: &Path) -> Result<()> {
        let path = folder.join(self.sign);
        fs::write(&path, &self.words).map_err(|error| Error::file(&path, error))
    }
}

/// Writes one file, in the place of an older one once it is whole; whoever might read or write that
/// one may still. A pipe or a device has nothing to be replaced: it is written into.
///
/// Errors: those of `fill`, a disk that refuses. After an error the old file is as it was.
pub fn write_file(
    path: &Path,
    fill: impl FnOnce(&mut BufWriter<File>) -> Result<()>,
) -> Result<()> {
    let refused = |error| Error::file(path, error);
    if fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        let opened = File::options().write(true).open(path).map_err(refused)?;
        return fill(&mut BufWriter::new(opened));
    }
    let path = &led_to(path);
    let aside = beside(path, "partial");
    let file = File::create(&aside).map_err(|error| Error::file(&aside, error))?;
    let written = fill(&mut BufWriter::new(file))
        .and_then(|()| same_permissions(path, &aside))
        .and_then(|()| fs::rename(&aside, path).map_err(refused));
    if written.is_err() {
        // The first error is the one to tell; a leftover file is replaced by the next run.
        let _ = fs::remove_file(&aside);
    }
    written
}

fn same_permissions(old: &Path, new: &Path) -> Result<()> {
    match fs::metadata(old) {
        Ok(old) => fs::set_permissions(new, old.permissions()),
        Err(_) => Ok(()),
    }
    .map_err(|error| Error::file(new, error))
}

/// Whether a report may be written to `folder`: it is not there, is empty, or is a report.
pub fn check_replaceable(folder: &Path) -> Result<()> {
    check_sign(folder, SIGN)
}

/// The same for what is known by another file.
pub(super) fn check_sign(folder: &Path, sign: &str) -> Result<()> {
    if folder.is_file() {
        return Err(Error::Output(format!(
            "{}: this is a file; give a folder for the report with --out",
            folder.display()
        )));
    }
    let Ok(mut entries) = fs::read_dir(folder) else {
        return Ok(());
    };
    if folder.join(sign).exists() || entries.next().is_none() {
        return Ok(());
    }
    Err(Error::Output(format!(
        "{}: the folder holds something else than a report and is left alone; give another one \
         with --out",
        folder.display()
    )))
}

/// Puts the new report in the place of the old one, which is kept until the new one stands.
fn exchange(aside: &Path, folder: &Path) -> Result<()> {
    let old = beside(folder, "old");
    remove(&old)?;
    if folder.exists() {
        fs::rename(folder, &old).map_err(|error| Error::file(folder, error))?;
    }
    if let Err(error) = fs::rename(aside, folder) {
        // Without the old report back in its place the user would be left with none.
        let _ = fs::rename(&old, folder);
        return Err(Error::file(folder, error));
    }
    remove(&old)
}

/// What a path leads to: a link stays a link, and what it names is replaced.
fn led_to(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Where something is written before it is moved into its place.
pub(super) fn beside(folder: &Path, what: &str) -> PathBuf {
    let name = folder
        .file_name()
        .map_or("report".into(), |name| name.to_string_lossy());
    folder.with_file_name(format!(".{name}.{what}"))
}

/// Removes a folder, if it is there.
pub(super) fn remove(folder: &Path) -> Result<()> {
    match folder.exists() {
        true => fs::remove_dir_all(folder).map_err(|error| Error::file(folder, error)),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_other_things_in_it_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("thesis.docx"), "years of work").unwrap();
        assert!(
            check_replaceable(folder.path())
                .unwrap_err()
                .to_string()
                .contains("left alone")
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_what_it_names_is_written() {
        let home = tempfile::tempdir().unwrap();
        let (file, link) = (home.path().join("table.csv"), home.path().join("link.csv"));
        fs::write(&file, "old").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        write_file(&link, |out| {
            std::io::Write::write_all(out, b"new").map_err(|error| Error::file(&link, error))?;
            std::io::Write::flush(out).map_err(|error| Error::file(&link, error))
        })
        .unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
    }

    #[test]
    fn a_new_report_takes_the_place_of_the_old_one() {
        let home = tempfile::tempdir().unwrap();
        let (aside, folder) = (home.path().join(".r.partial"), home.path().join("r"));
        for (path, text) in [(&folder, "old"), (&aside, "new")] {
            fs::create_dir(path).unwrap();
            fs::write(path.join(SIGN), text).unwrap();
        }
        exchange(&aside, &folder).unwrap();
        assert_eq!(fs::read_to_string(folder.join(SIGN)).unwrap(), "new");
        assert_eq!(
            fs::read_dir(home.path()).unwrap().count(),
            1,
            "nothing is left beside it"
        );
    }
}
