//! What takes long: comparing, coding and copies on corpora made up here, and alignment of news.
//! The longest tables are made by `just validity`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test"
)]

mod agreement;
mod clustering;
mod comparing;
mod copies;
mod events;
mod simulated;
mod validity;
