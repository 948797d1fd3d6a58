//! The report: one table, one file; every column explained where its header is written.

mod beyond;
mod cell;
mod columns;
mod concordance;
mod corrections;
mod csv;
mod diff;
mod folder;
mod jsonl;
mod names;
mod place;
mod shelf;
mod starter;
mod summary;
mod table;
mod tables;
mod taken;

pub use cell::Cell;
pub use columns::{Column, ColumnKind, of as columns_of};
pub use concordance::{Occurrence, Order, Totals, place_told, places, sort};
pub use corrections::{corrected, moved};
pub use csv::Mark;
pub use diff::{changed, reserve_diff, write_diff};
pub use folder::{reserve, write};
pub use place::{abandon, is_same, spared, write_file};
pub use shelf::Format;
pub use starter::start;
pub use summary::summary;
pub use table::Rows;
pub use tables::agreement::{agree_cells, agree_words};
pub use tables::grouping::grouping_rows;
pub use tables::mentions::{MentionRow, mention_rows};
pub use tables::suggestions::{suggestion_rows, suggestion_told};
pub use taken::{TakenTable, score};

#[cfg(test)]
mod tests {
    mod documents;
    mod lexicon_diff;
}
