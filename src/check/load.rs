//! From a folder to a lexicon that a study may start on: every fault of every file told at once.

use super::load_checked;
use crate::error::{Error, Fault, Result, Severity};
use crate::lexicon::files::{self, ListFile};
use crate::lexicon::{Lexicon, load_files};
use std::path::Path;

/// Loads the lists of a folder, whose sentences are tried, or the built-in ones, of which a test
/// has tried them.
///
/// Errors: a folder that lacks what it needs; a faulty file, with every fault of every file.
pub(crate) fn load(folder: Option<&Path>) -> Result<Lexicon> {
    load_of(&files::of(folder)?, folder.is_some())
}

impl Lexicon {
    /// The lists that come with mizan.
    ///
    /// Errors: none that a user could cause.
    pub fn built_in() -> Result<Lexicon> {
        load(None)
    }

    /// The lists of a folder; each of their sentences is tried.
    ///
    /// Errors: a folder that lacks what it needs; [`Error::Lexicon`] with every fault of every file.
    pub fn load(folder: &Path) -> Result<Lexicon> {
        load(Some(folder))
    }

    /// Every fault of the lists of a folder, those that keep a study from starting and those that
    /// are only worth a look, sorted by file and row.
    ///
    /// Errors: a folder that lacks what it needs.
    pub fn check(folder: &Path) -> Result<Vec<Fault>> {
        let found = super::check(&files::of(Some(folder))?);
        Ok(found.into_iter().map(|finding| finding.fault).collect())
    }
}

/// Loads a set of files; those that are `tried` are tried on their own sentences.
///
/// Errors: a faulty file, with every fault of every file.
pub(crate) fn load_of(files: &[ListFile], tried: bool) -> Result<Lexicon> {
    let (lexicon, faults) = match tried {
        true => load_checked(files),
        false => load_files(files),
    };
    let errors: Vec<Fault> = faults
        .into_iter()
        .filter(|fault| fault.severity == Severity::Error)
        .collect();
    if errors.is_empty() {
        Ok(lexicon)
    } else {
        Err(Error::Lexicon(errors))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_set_has_nothing_to_find() {
        let found: Vec<String> = super::super::check(&files::built_in())
            .iter()
            .map(|finding| finding.fault.to_string())
            .collect();
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}
