//! The program as it is typed, and its reports: one binary, since each takes a while to be built.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test"
)]

mod camps;
mod coders;
mod command_line;
mod copied;
mod demo_events;
mod evidence;
mod exchange;
mod explaining;
mod filling;
mod finding;
mod first_contact;
mod golden;
mod grouping;
mod keyness;
mod lexicon_diff;
mod months;
mod named;
mod older_lists;
mod output;
mod page;
#[cfg(feature = "parquet")]
mod parquet;
mod r;
mod remarks;
mod same_bytes;
mod stamps;
mod suggesting;
mod terminal;
mod tutorial;
mod voice_combined;
mod voice_kinds;
mod workbook;
mod workbooks;
