//! Tables as Arrow: the columns as arrays of the kind that each names, also where nothing stands in
//! them.

mod rows;
mod schema;
mod taken;

pub(super) use rows::Batch;
pub use schema::Keys;
pub(super) use schema::{About, schema};
pub use taken::{ArrowTable, mentions_schema, score_arrow};
