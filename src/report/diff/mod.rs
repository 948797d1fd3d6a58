//! What an edit of the word lists does, as tables: what was found and is no more, and every figure
//! that moved, old and new side by side.

mod figures;
mod mentions;
mod moved;
mod run;
mod summary;

pub use summary::changed;

use super::columns::Column;
use super::csv::Mark;
use super::folder::{Whole, check_sign};
use super::table::{Table, columns_of};
use super::tables::run::explain;
use crate::error::Result;
use crate::study::Diff;
use std::path::Path;

/// The file of plain words by which such a folder is known.
const SIGN: &str = "changes.txt";

fn tables() -> Vec<Table<Diff>> {
    vec![
        mentions::TABLE,
        figures::SCORES,
        figures::PROFILES,
        figures::CONTRASTS,
        figures::CLUSTERS,
        Table {
            name: "columns",
            fill: |diff, rows| explain(diff_columns(diff), rows),
        },
        run::RUN,
    ]
}

/// Every column of every table, as `(table, column)`.
pub fn diff_columns(diff: &Diff) -> Vec<(&'static str, Column)> {
    columns_of(&tables(), &diff.corpus.sources)
}

/// Writes the tables and their plain words into `folder`, in the place of older ones.
///
/// Errors: a folder that holds something else (it is left alone), a disk that refuses. After an
/// error the older ones are as they were.
pub fn write_diff(diff: &Diff, folder: &Path, mark: Mark) -> Result<()> {
    let whole = Whole {
        tables: tables(),
        sign: SIGN,
        words: changed(diff),
    };
    whole.write((diff, &diff.corpus.sources), folder, mark)
}

/// Whether they may be written to `folder`: it is not there, is empty, or holds older ones.
pub fn check_diff_replaceable(folder: &Path) -> Result<()> {
    check_sign(folder, SIGN)
}
