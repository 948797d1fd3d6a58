//! What a call was given: settings, lists, columns.

use crate::errors;
use mizan::{Lexicon, ReadOptions, Settings};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use std::path::PathBuf;

/// The settings of a study: of a table (a path), or by name.
pub(crate) fn settings(given: Option<&Bound<'_, PyAny>>) -> PyResult<Settings> {
    let mut settings = Settings::default();
    let Some(given) = given else {
        return Ok(settings);
    };
    let py = given.py();
    let Ok(named) = given.cast::<PyDict>() else {
        let path: PathBuf = given.extract()?;
        settings
            .load(&path)
            .map_err(|error| errors::of(py, &error))?;
        return Ok(settings);
    };
    for (name, value) in named.iter() {
        let (name, value) = (name.str()?, value.str()?);
        // As Python writes what is so.
        let value = value.to_str()?;
        let value = match value {
            "True" | "False" => value.to_lowercase(),
            _ => value.to_owned(),
        };
        let set = settings.set(name.to_str()?, &value);
        set.map_err(|error| errors::of(py, &error))?;
    }
    Ok(settings)
}

/// How rows are read: which column of theirs is which of ours.
pub(crate) fn options(columns: Vec<(String, String)>, settings: &Settings) -> ReadOptions {
    ReadOptions {
        columns,
        limits: settings.limits(),
        ..ReadOptions::default()
    }
}

/// The word lists of a folder, or the built-in ones.
pub(crate) fn lexicon(folder: Option<PathBuf>) -> mizan::Result<Lexicon> {
    folder.map_or_else(Lexicon::built_in, |folder| Lexicon::load(&folder))
}
