//! `mizan sample`: rows of a report's table, drawn to be judged blind.

use super::args::MarkArgs;
use super::out;
use super::progress::Verbosity;
use crate::coding::{self, OfReport};
use crate::error::Result;
use crate::report::{self, Cell, Column, ColumnKind};
use crate::wording::said;
use clap::Args;
use std::borrow::Cow;
use std::path::PathBuf;

/// Arguments of `mizan sample`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  mizan sample report --table copies --rows 40 --out sheet.xlsx
  mizan agree sheet.xlsx report

Write right, wrong or unsure into the column judgement of each row, in English or in Arabic; note is
yours. The columns that tell how sure the program is are left out, so that they sway nobody. The
same seed draws the same rows.")]
pub(super) struct SampleArgs {
    /// The folder of a report
    #[arg(value_name = "REPORT")]
    report: PathBuf,
    /// The table to draw from: the name of its file without the ending
    #[arg(long, value_name = "TABLE", default_value = "mentions")]
    table: String,
    /// How many rows
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..))]
    rows: u32,
    /// Where chance begins
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// The sheet to write, which must not hold anything yet: a workbook (.xlsx), whose cells let you
    /// choose the judgement, or else a table (.csv); standard output where it is not given
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    mark: MarkArgs,
}

/// Runs the command: reads the table, draws, writes the sheet.
///
/// Errors: no such table, and those of the file.
pub(super) fn run(args: &SampleArgs, progress: Verbosity) -> Result<()> {
    out::spare(args.out.as_deref(), &[&args.report])?;
    let of = OfReport::read(&args.report, &args.table)?;
    let names: Vec<&str> = coding::BEFORE.into_iter().chain(of.shown()).collect();
    let drawn = of.draw(args.rows as usize, args.seed);
    match args.out.as_deref().filter(|file| out::is_book(file)) {
        Some(file) => out::file(file, &report::judged_book(&names, &drawn)?)?,
        None => write(args, &names, &drawn)?,
    }
    let Some(file) = &args.out else {
        return Ok(());
    };
    let (file, folder) = (file.display(), args.report.display());
    let told = said("sample.done", &[&drawn.len(), &of.len(), &file, &folder]);
    out::report_done(progress, &format!("{told}\n"))
}

fn write(args: &SampleArgs, names: &[&str], drawn: &[Vec<String>]) -> Result<()> {
    let columns: Vec<Column> = names.iter().copied().map(column).collect();
    let format = report::Format::Csv(args.mark.mark());
    out::to(args.out.as_deref(), |out| {
        let mut rows = format.begin(out, &columns)?;
        for row in drawn {
            let cells: Vec<Cell> = row.iter().map(|cell| Cell::text(cell.as_str())).collect();
            rows.row(&cells)?;
        }
        rows.finish()
    })
}

/// A column of the sheet: its cells stand as in the report.
fn column(name: &str) -> Column {
    Column {
        name: Cow::Owned(name.to_owned()),
        kind: ColumnKind::Text,
        unit: "text",
        meaning: Cow::Borrowed(""),
        meaning_ar: Cow::Borrowed(""),
    }
}
