//! `mizan init`: a starter study.

use super::out::report_done;
use super::progress::Verbosity;
use crate::error::{Result, shown_name};
use crate::report;
use crate::wording::said;
use clap::Args;
use std::path::PathBuf;

/// Arguments of `mizan init`.
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  mizan init my-study
  cd my-study
  mizan compare articles.csv --lexicons lexicons --settings settings.csv --out report")]
pub(super) struct InitArgs {
    /// The folder; it must not hold anything yet
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Runs the command.
///
/// Errors: a folder that holds something, or that cannot be written.
pub(super) fn run(args: &InitArgs, progress: Verbosity) -> Result<()> {
    report::start(&args.folder)?;
    let told = said("cli.study", &[&shown_name(&args.folder)]);
    report_done(progress, &(told + "\n"))
}
