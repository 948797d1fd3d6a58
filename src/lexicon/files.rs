//! Which files make up a set of word lists: a folder's, with the built-in ones for what it lacks.

use super::books;
use crate::error::{Error, Result, shown_name};
use crate::tables::{Limits, Sheet, limits};
use crate::wording::{said, word};
use std::io::Write;
use std::path::Path;

/// One file of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ListFile {
    /// Its path inside the set, with `/`: `ar/groups.csv`.
    pub path: String,
    /// As messages name it: the folder in front.
    pub shown: String,
    /// What is in it.
    pub content: Vec<u8>,
}

impl ListFile {
    /// The path without its ending: `ar/groups`.
    pub(crate) fn stem(&self) -> &str {
        self.path
            .rsplit_once('.')
            .map_or(self.path.as_str(), |(stem, _)| stem)
    }

    /// The language folder it lies in, if it does.
    pub(crate) fn language(&self) -> Option<&str> {
        self.path.split_once('/').map(|(folder, _)| folder)
    }

    /// Whether it lists terms (any file of a language folder that is not one of the named ones).
    pub(crate) fn lists_terms(&self) -> bool {
        match self.stem().split_once('/') {
            Some((_, name)) => ![
                "voice",
                "figures",
                "furniture",
                "grammar",
                "heads",
                "refused",
            ]
            .contains(&name),
            None => false,
        }
    }
}

macro_rules! built_in {
    ($($path:literal),* $(,)?) => {
        /// The built-in set: path and content.
        pub(crate) const BUILT_IN: &[(&str, &str)] =
            &[$(($path, include_str!(concat!("../../lexicons/", $path)))),*];
    };
}

built_in![
    "README.md",
    "actors.csv",
    "agencies.csv",
    "ar/attacks.csv",
    "ar/evaluation.csv",
    "ar/figures.csv",
    "ar/foreign.csv",
    "ar/furniture.csv",
    "ar/grammar.csv",
    "ar/groups.csv",
    "ar/heads.csv",
    "ar/killing.csv",
    "ar/modifiers.csv",
    "ar/protest.csv",
    "ar/refused.csv",
    "ar/state.csv",
    "ar/taking.csv",
    "ar/voice.csv",
    "conflicts.csv",
    "en/grammar.csv",
    "fr/grammar.csv",
    "frames.csv",
    "kinds.csv",
    "states.csv",
];

/// The built-in word lists.
pub(crate) fn built_in() -> Vec<ListFile> {
    let tables = BUILT_IN.iter().filter(|(path, _)| !path.ends_with(".md"));
    tables
        .map(|(path, content)| ListFile {
            path: (*path).to_owned(),
            shown: format!("lexicons/{path}"),
            content: content.as_bytes().to_vec(),
        })
        .collect()
}

/// The files of a folder or the sheets of a workbook, or the built-in ones.
///
/// Errors: those of [`of_folder`].
pub(crate) fn of(folder: Option<&Path>) -> Result<Vec<ListFile>> {
    folder.map_or_else(|| Ok(built_in()), of_folder)
}

/// The files of a folder, or the sheets of a workbook, and the built-in ones for what it lacks.
///
/// Errors: no such folder, no `frames.csv` in it, no file of terms.
pub(crate) fn of_folder(folder: &Path) -> Result<Vec<ListFile>> {
    let is_book = folder.is_file() && Sheet::is_workbook(&folder.to_string_lossy());
    let mut files = match is_book {
        true => sheets_of(folder)?,
        false => lists_below(folder)?,
    };
    complain_of_lacks(folder, &files)?;
    let has = |stem: &str| files.iter().any(|own| own.stem() == stem);
    // The built-in states and conflicts speak of the built-in actors.
    let lacking = |file: &ListFile| {
        let speaks_of_others = ["states", "conflicts"].contains(&file.stem()) && has("actors");
        !file.lists_terms() && !has(file.stem()) && !speaks_of_others
    };
    let lent: Vec<ListFile> = built_in().into_iter().filter(lacking).collect();
    files.extend(lent);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// The lists of a workbook, without what it lacks.
fn sheets_of(book: &Path) -> Result<Vec<ListFile>> {
    let shown = book.display().to_string();
    let list = |(name, text): (String, String)| ListFile {
        path: books::path_of(&name, BUILT_IN.iter().map(|(path, _)| *path)),
        shown: books::shown_as(&shown, &name),
        content: text.into_bytes(),
    };
    Ok(books::lists(book)?.into_iter().map(list).collect())
}

/// The lists of a folder and of the folders of languages in it.
fn lists_below(folder: &Path) -> Result<Vec<ListFile>> {
    if !folder.is_dir() {
        return Err(Error::Lists(said("fail.no-lists", &[&shown_name(folder)])));
    }
    let mut files = lists_in(folder, "")?;
    for language in subfolders(folder)? {
        files.extend(lists_in(&folder.join(&language), &format!("{language}/"))?);
    }
    Ok(files)
}

fn complain_of_lacks(folder: &Path, files: &[ListFile]) -> Result<()> {
    let lack = if !files.iter().any(|file| file.stem() == "frames") {
        word("fail.lacks-frames")
    } else if !files.iter().any(ListFile::lists_terms) {
        word("fail.lacks-terms")
    } else {
        return Ok(());
    };
    let advice = word("fail.start-built-in");
    Err(Error::Lists(said(
        "fail.folder-lacks",
        &[&shown_name(folder), &lack, &advice],
    )))
}

fn lists_in(folder: &Path, prefix: &str) -> Result<Vec<ListFile>> {
    let mut files = Vec::new();
    for name in names(folder, |path| path.is_file())? {
        if !is_list(&name) {
            continue;
        }
        let path = folder.join(&name);
        let content = limits::whole(&path, Limits::DEFAULT.list_megabytes, word("hint.part"))?;
        files.push(ListFile {
            path: format!("{prefix}{name}"),
            shown: path.display().to_string(),
            content,
        });
    }
    Ok(files)
}

fn is_list(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    let is_table = Sheet::is_workbook(name) || ["csv", "tsv"].contains(&ending.as_str());
    is_table && !name.starts_with(['.', '~'])
}

/// Whether a folder is one of lists: it has frames.
pub(crate) fn has_frames(folder: &Path) -> bool {
    let found = names(folder, |path| path.is_file()).unwrap_or_default();
    let is_frames = |name: &String| name.starts_with("frames.") && is_list(name);
    found.iter().any(is_frames)
}

fn subfolders(folder: &Path) -> Result<Vec<String>> {
    names(folder, |path| path.is_dir())
}

fn names(folder: &Path, wanted: impl Fn(&Path) -> bool) -> Result<Vec<String>> {
    let unreadable = |error| Error::file(folder, error);
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        if wanted(&entry.path()) {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// Writes the built-in set into a folder, for editing.
///
/// Errors: a file that is already there (nothing is overwritten), a folder that cannot be
/// written. Returns the paths written.
pub(crate) fn export(folder: &Path) -> Result<Vec<String>> {
    let taken = BUILT_IN
        .iter()
        .map(|(path, _)| folder.join(path))
        .find(|path| path.symlink_metadata().is_ok());
    if let Some(path) = taken {
        return Err(Error::Lists(said(
            "fail.there-in-folder",
            &[&shown_name(&path)],
        )));
    }
    for (name, content) in BUILT_IN {
        let path = folder.join(name);
        let parent = path.parent().unwrap_or(folder);
        std::fs::create_dir_all(parent).map_err(|error| Error::file(parent, error))?;
        let mark = if name.ends_with(".csv") {
            "\u{feff}"
        } else {
            ""
        };
        // A name that leads elsewhere is not followed.
        std::fs::File::create_new(&path)
            .and_then(|mut file| file.write_all(format!("{mark}{content}").as_bytes()))
            .map_err(|error| Error::file(&path, error))?;
    }
    Ok(BUILT_IN
        .iter()
        .map(|(path, _)| (*path).to_owned())
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_under_lexicons_is_built_in() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicons");
        let mut found: Vec<String> = names(&root, |path| path.is_file()).unwrap();
        for language in subfolders(&root).unwrap() {
            let files = names(&root.join(&language), |path| path.is_file()).unwrap();
            found.extend(files.into_iter().map(|name| format!("{language}/{name}")));
        }
        found.sort();
        let built_in: Vec<&str> = BUILT_IN.iter().map(|(path, _)| *path).collect();
        assert_eq!(found, built_in);
    }

    #[test]
    fn a_folder_borrows_what_it_lacks_but_no_terms() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("ar")).unwrap();
        std::fs::write(folder.path().join("frames.csv"), "frame,label\n").unwrap();
        std::fs::write(folder.path().join("ar/mine.csv"), "id,term\n").unwrap();
        let paths: Vec<String> = of_folder(folder.path())
            .unwrap()
            .into_iter()
            .map(|file| file.path)
            .collect();
        let wanted = [
            "actors.csv",
            "agencies.csv",
            "ar/figures.csv",
            "ar/furniture.csv",
            "ar/grammar.csv",
            "ar/heads.csv",
            "ar/mine.csv",
            "ar/refused.csv",
            "ar/voice.csv",
            "conflicts.csv",
            "en/grammar.csv",
            "fr/grammar.csv",
            "frames.csv",
            "kinds.csv",
            "states.csv",
        ];
        assert_eq!(paths, wanted);
    }

    #[test]
    fn a_folder_with_actors_of_its_own_borrows_no_states() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("ar")).unwrap();
        for own in ["frames.csv", "actors.csv", "ar/mine.csv"] {
            std::fs::write(folder.path().join(own), "a,b\n").unwrap();
        }
        let files = of_folder(folder.path()).unwrap();
        let lent = |path: &str| files.iter().any(|file| file.path == path);
        assert!(!lent("states.csv") && !lent("conflicts.csv"));
    }

    #[test]
    fn a_folder_without_frames_says_how_to_get_them() {
        let folder = tempfile::tempdir().unwrap();
        let message = of_folder(folder.path()).unwrap_err().to_string();
        assert!(
            message.contains("no `frames.csv`") && message.contains("export"),
            "{message}"
        );
    }
}
