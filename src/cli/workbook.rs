//! `mizan workbook`: the workbook of a report again, with other options.

use super::again::AgainArgs;
use super::progress::Verbosity;
use crate::error::Result;
use crate::report;
use clap::{Args, ValueEnum};

/// Arguments of `mizan workbook`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  mizan workbook report --workbook all              all rows of every table
  mizan workbook report --workbook-direction ltr    columns from the left
  mizan workbook report articles.csv                the articles lie elsewhere than they did")]
pub(super) struct WorkbookCommand {
    #[command(flatten)]
    again: AgainArgs,
    #[command(flatten)]
    workbook: WorkbookArgs,
}

/// Runs the command: the study is made again from what the report was made of, and nothing but the
/// workbook of the report changes.
///
/// Errors: those of [`AgainArgs::write`].
pub(super) fn run(args: &WorkbookCommand, progress: Verbosity) -> Result<()> {
    args.again
        .write(progress, "cli.workbook", |findings, place| {
            report::write_workbook(findings, place, args.workbook.options())
        })
}

/// What the workbook of a report holds.
#[derive(Debug, Args)]
pub(super) struct WorkbookArgs {
    /// How many rows of its longest tables (mentions, voices, labels and such) the workbook holds: the
    /// first 15,000 of each, or all of them, which few computers open
    #[arg(long, value_enum, default_value = "first", value_name = "ROWS")]
    workbook: WorkbookRows,
    /// On which side the sheets of the workbook begin: rtl, from the right; ltr, from the left; auto,
    /// as the report's language is written
    #[arg(long, value_enum, default_value = "auto", value_name = "DIRECTION")]
    workbook_direction: Direction,
}

/// How many rows of its longest tables a workbook holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum WorkbookRows {
    /// The first of each
    First,
    /// All
    All,
}

/// On which side sheets begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Direction {
    /// As the language is written
    Auto,
    /// From the right
    Rtl,
    /// From the left
    Ltr,
}

impl WorkbookArgs {
    /// As writing wants it.
    pub(super) fn options(&self) -> report::WorkbookOptions {
        report::WorkbookOptions {
            rows: match self.workbook {
                WorkbookRows::First => report::WorkbookRows::First,
                WorkbookRows::All => report::WorkbookRows::All,
            },
            is_from_right: match self.workbook_direction {
                Direction::Auto => None,
                Direction::Rtl => Some(true),
                Direction::Ltr => Some(false),
            },
        }
    }
}
