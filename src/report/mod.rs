//! The report: one table, one file; every column explained where its header is written.

mod cell;
mod concordance;
mod corrections;
mod csv;
mod diff;
mod folder;
mod jsonl;
mod names;
mod starter;
mod summary;
mod tables;
mod taken;

pub use cell::{Cell, Column, Explained, Rows, Table, columns as explained};
pub use concordance::{CONCORDANCE, Order, Place, Sum, place_told, places, sort};
pub use corrections::{corrected, moved};
pub use csv::{Mark, RowWriter};
#[cfg(test)]
pub use diff::diff_columns;
pub use diff::{changed, check_diff_replaceable, write_diff};
pub use folder::{check_replaceable, write, write_file};
pub use jsonl::JsonRows;
pub use starter::start;
pub use summary::summary;
pub use tables::agreement::{AGREE, agree_cells, agree_words};
pub use tables::grouping::{GROUPING, grouping_rows};
pub use tables::mentions::{MENTIONS, MentionRow, mention_rows};
pub use tables::suggestions::{SUGGESTIONS, suggestion_rows, suggestion_told};
pub use taken::{TakenTable, score};

use crate::study::Findings;

/// Every table of the report, in the order of the manual.
pub fn tables() -> Vec<Table> {
    tables::all()
}

/// Every column of every table, as `(table, column)`; for `columns.csv` and its test.
pub fn columns(findings: &Findings) -> Vec<(&'static str, Column)> {
    cell::columns_of(&tables(), findings)
}

#[cfg(test)]
mod tests {
    mod documents;
    mod lexicon_diff;
}
