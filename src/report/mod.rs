//! The report: one table, one file; every column explained where its header is written.

#[cfg(feature = "parquet")]
mod arrow;
mod beyond;
mod brief;
mod cell;
mod columns;
mod concordance;
mod context;
mod corrections;
mod csv;
mod diff;
mod elsewhere;
mod explanation;
mod folder;
mod jsonl;
mod names;
mod page;
mod parquet;
mod place;
mod presence;
mod shelf;
mod signs;
mod starter;
mod summary;
mod table;
mod tables;
mod taken;
mod workbook;

#[cfg(feature = "parquet")]
pub use arrow::{ArrowTable, Keys, mentions_schema, score_arrow};
pub use cell::Cell;
pub(crate) use columns::of as columns_of;
pub use columns::{Column, ColumnKind};
pub(crate) use concordance::{Occurrence, Order, Totals, place_told, places, sort};
pub(crate) use corrections::{corrected, moved};
pub use csv::Mark;
pub(crate) use diff::{changed, reserve_diff, write_diff};
pub(crate) use explanation::explanation;
pub use folder::Beside;
pub(crate) use folder::{reserve, write, write_page, write_workbook};
pub(crate) use page::ARTICLES;
pub use page::{PageOptions, PageTexts};
#[cfg(feature = "parquet")]
pub(crate) use parquet::ParquetFile;
pub(crate) use parquet::{able as able_of_parquet, bytes as parquet};
pub(crate) use place::{Reserved, abandon, is_same, spared, write_file};
pub(crate) use shelf::Format;
pub(crate) use starter::start;
pub(crate) use summary::summary;
pub(crate) use table::Rows;
pub(crate) use tables::agreement::{agree_cells, agree_words};
pub(crate) use tables::grouping::grouping_rows;
pub(crate) use tables::judged::{judged_cells, judged_words};
pub(crate) use tables::mentions::{MentionRow, mention_rows};
pub(crate) use tables::suggestions::{suggestion_rows, suggestion_told};
pub use taken::{TakenTable, score};
pub use workbook::{WorkbookOptions, WorkbookRows};
pub(crate) use workbook::{judged_book, marked_book};

#[cfg(test)]
mod tests {
    mod documents;
    mod lexicon_diff;
}
