//! What an edit of the word lists does, as tables: what was found and is no more, and every figure
//! that moved, old and new side by side.

mod figures;
mod mentions;
mod moved;
mod run;
mod summary;

pub(crate) use summary::changed;

use super::columns::Column;
use super::csv::Mark;
use super::folder::WholeFolder;
use super::place::Reserved;
use super::table::{Table, columns_of};
use super::tables::run::explain;
use crate::error::Result;
use crate::study::Diff;
use std::path::{Path, PathBuf};

/// What the mark of such a folder calls it.
const SIGN: &str = "list of changes";

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
pub(crate) fn diff_columns(diff: &Diff) -> Vec<(&'static str, Column)> {
    columns_of(&tables(), &diff.corpus.sources)
}

/// Makes sure that the tables may be written into a folder, before the work is done. `read` is what
/// the work reads.
///
/// Errors: as those of [`super::reserve`].
pub(crate) fn reserve_diff(folder: &Path, read: &[&Path]) -> Result<Reserved> {
    Reserved::new(folder, SIGN, read)
}

/// Writes the tables and the changes in words, in the place of older ones.
///
/// Errors: as those of [`super::write`]. After an error the older ones are as they were.
pub(crate) fn write_diff(diff: &Diff, place: Reserved, mark: Mark) -> Result<Vec<PathBuf>> {
    let whole = WholeFolder {
        tables: tables(),
        words: vec![("changes.txt", changed(diff))],
    };
    whole.write((diff, &diff.corpus.sources), place, mark)
}
