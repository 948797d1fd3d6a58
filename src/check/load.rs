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
pub fn load(folder: Option<&Path>) -> Result<Lexicon> {
    load_of(&files::of(folder)?, folder.is_some())
}

/// Loads a set of files; those that are `tried` are tried on their own sentences.
///
/// Errors: a faulty file, with every fault of every file.
pub fn load_of(files: &[ListFile], tried: bool) -> Result<Lexicon> {
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
