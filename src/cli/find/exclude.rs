//! `--exclude-into`: forms that were looked at go into the lists as exclusions.

use super::FindArgs;
use crate::cli::out::{self, say};
use crate::cli::progress::Verbosity;
use crate::error::{Error, Result, isolated, shown_name};
use crate::language;
use crate::lexicon::{self, Excluded, TermFile, files};
use crate::report::is_same;
use crate::tables::{Limits, limits};
use crate::wording::{said, word};
use std::path::{Path, PathBuf};

/// A file of terms that is to be written.
pub(super) struct Exclusion {
    path: PathBuf,
    /// The file as it was read.
    before: Vec<u8>,
    excluded: Excluded,
}

/// What `--exclude-into` asks for, tried before anything is read, so that a slip costs no time.
///
/// Errors: a file that cannot be read, and those of [`lexicon::exclude`].
pub(super) fn prepare(args: &FindArgs) -> Result<Option<Exclusion>> {
    let Some(path) = &args.exclude_into else {
        return Ok(None);
    };
    if let Some(input) = args.inputs.iter().find(|input| is_same(path, input)) {
        return Err(Error::Argument(said(
            "cli.exclude-into-read",
            &[&shown_name(path), &shown_name(input)],
        )));
    }
    let content = limits::whole(
        path,
        Limits::DEFAULT.list_megabytes,
        word("hint.file-of-terms"),
    )?;
    // The folder of a workbook that is a whole set is of no language.
    let is_set = files::of(Some(path)).is_ok();
    let code = code_of(path).filter(|_| !is_set);
    let code = code.unwrap_or_else(|| args.language.clone());
    let file = TermFile {
        shown: &path.display().to_string(),
        content: &content,
        language: language::of(Some(&code)),
    };
    let excluded = lexicon::exclude(&file, &args.name, &args.forms())?;
    let path = path.canonicalize();
    Ok(Some(Exclusion {
        // A link stays one: what it leads to is written.
        path: path.unwrap_or_else(|_| args.exclude_into.clone().unwrap_or_default()),
        before: content,
        excluded,
    }))
}

/// The folder of lists that the file belongs to, if it stands in one, or the file itself where it is a
/// workbook that holds such lists.
pub(super) fn folder(args: &FindArgs) -> Option<PathBuf> {
    let path = args.exclude_into.as_ref()?.canonicalize().ok()?;
    if files::of(Some(&path)).is_ok() {
        return Some(path);
    }
    let folder = path.parent()?.parent()?;
    files::has_frames(folder).then(|| folder.to_owned())
}

/// The language of a file in a folder of lists, by the name of its folder.
fn code_of(path: &Path) -> Option<String> {
    let path = path.canonicalize().ok()?;
    let name = path.parent()?.file_name()?.to_str()?.to_owned();
    let is_code = (2..=3).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_lowercase());
    is_code.then_some(name)
}

impl Exclusion {
    /// Writes the file, in one step.
    ///
    /// Errors: a disk that refuses; then the file is as it was.
    pub(super) fn write(&self, progress: Verbosity) -> Result<()> {
        let Excluded {
            id,
            added,
            known,
            content,
        } = &self.excluded;
        // An edit that somebody saved while places were looked for must not be lost.
        let now = std::fs::read(&self.path).map_err(|fault| Error::file(&self.path, fault))?;
        if !added.is_empty() && now != self.before {
            return Err(Error::Output(said(
                "cli.changed-meanwhile",
                &[&shown_name(&self.path)],
            )));
        }
        if !added.is_empty() {
            out::file(&self.path, content)?;
        }
        let tell = |forms: &[String], what: &str| {
            let forms: Vec<String> = forms.iter().map(|form| isolated(form)).collect();
            if !forms.is_empty() {
                let told = said(
                    "cli.excluded",
                    &[
                        &shown_name(&self.path),
                        &forms.join(" "),
                        &what,
                        &isolated(id),
                    ],
                );
                say(progress, &told);
            }
        };
        tell(added, word("cli.stands-excluded"));
        tell(known, word("cli.stood-excluded"));
        if !added.is_empty() {
            let told = word("cli.check-next");
            say(progress, told);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_that_was_saved_meanwhile_is_not_lost() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("terms.csv");
        let exclusion = |before: &str| Exclusion {
            path: path.clone(),
            before: before.as_bytes().to_vec(),
            excluded: Excluded {
                id: "w-a".to_owned(),
                added: vec!["form".to_owned()],
                known: Vec::new(),
                content: b"with the form".to_vec(),
            },
        };
        std::fs::write(&path, "edited").unwrap();
        assert!(exclusion("as it was").write(Verbosity::Silent).is_err());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "edited");
        exclusion("edited").write(Verbosity::Silent).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "with the form");
    }
}
