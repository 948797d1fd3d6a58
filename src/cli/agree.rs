//! `mizan agree`: how well a coding by hand agrees with a report, or with another coding.

use super::args::{MarkArgs, TextFormat};
use super::out::{self, print, print_table};
use crate::coding::{self, Codings, Drawn, SampleOf};
use crate::error::Result;
use crate::report::{self, ColumnKind};
use crate::settings::Settings;
use clap::Args;
use std::path::PathBuf;

/// Arguments of `mizan agree`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  mizan agree gold.csv report                how well the report finds what gold.csv says
  mizan agree anna.csv omar.csv              how well two coders agree
  mizan agree checked.csv report --rows      checked.csv is a sample of rows of mentions.csv
  mizan agree gold.csv report --out agreement.csv
  mizan agree sheet.csv report               how many rows of a sheet of `mizan sample` were right

To make gold.csv, copy the rows of some articles from mentions.csv of a report and correct them:
change label, stance, voice and actor, delete what is no label, add a row for each that was missed
(article, label and form are enough). An article without any label keeps one row with nothing but
its id. docs/METHOD.md explains the figures.")]
pub(super) struct AgreeArgs {
    /// A table with the columns article and label, and form or part, start_char, end_char; also
    /// frame, stance, voice, actor, as in mentions.csv. Or a sheet of `mizan sample`
    #[arg(value_name = "GOLD")]
    first: PathBuf,
    /// The folder of a report, or another such table
    #[arg(value_name = "REPORT")]
    second: PathBuf,
    /// GOLD lists single places, not all of its articles: look at these places only (an empty
    /// label says that nothing stands there)
    #[arg(long)]
    rows: bool,
    /// How the result is written to standard output
    #[arg(long, value_enum, default_value = "text")]
    format: TextFormat,
    /// Write the table to this file too, which must not hold anything yet
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    mark: MarkArgs,
}

/// Runs the command: reads both codings, compares them, and tells the result.
///
/// Errors: those of the tables, and of the file that the result goes to.
pub(super) fn run(args: &AgreeArgs) -> Result<()> {
    // A slip of the hand must not cost a researcher the coding.
    let table = report::Format::Csv(args.mark.mark());
    out::spare(args.out.as_deref(), &[&args.first, &args.second])?;
    if coding::is_judged(&args.first)? {
        return tell_judged(args, table);
    }
    let [first, second] = [Codings::read(&args.first)?, Codings::read(&args.second)?];
    let of = if args.rows {
        SampleOf::Places
    } else {
        SampleOf::Articles
    };
    let settings = Settings::default();
    let drawn = Drawn {
        draws: settings.draws,
        seed: settings.seed,
    };
    let found = coding::agree(&first, &second, of, drawn)?;
    let table = table.text("agree", |rows| {
        let mut found = found.rows();
        found.try_for_each(|row| rows.row(&report::agree_cells(&row)))
    })?;
    if let Some(path) = &args.out {
        out::file(path, table.as_bytes())?;
    }
    match args.format {
        TextFormat::Text => print(&report::agree_words(&found)),
        TextFormat::Csv => print_table(&table),
    }
}

/// Tells how many rows of a sheet of `mizan sample` were judged right.
fn tell_judged(args: &AgreeArgs, format: report::Format) -> Result<()> {
    let kinds = |table: &str| {
        let columns = report::columns_of(table, &[]).into_iter();
        // A name goes with its key.
        let may = |column: &report::Column| {
            let is_kind = matches!(column.kind, ColumnKind::Key | ColumnKind::Flag);
            is_kind && !column.name.ends_with("_name")
        };
        columns
            .filter(may)
            .map(|column| column.name.into_owned())
            .collect()
    };
    let judged = coding::judged(&args.first, &args.second, kinds)?;
    let table = format.text("judged", |rows| {
        let mut all = judged.rows.iter();
        all.try_for_each(|row| rows.row(&report::judged_cells(row)))
    })?;
    if let Some(path) = &args.out {
        out::file(path, table.as_bytes())?;
    }
    match args.format {
        TextFormat::Text => print(&report::judged_words(&judged)),
        TextFormat::Csv => print_table(&table),
    }
}
