//! `mizan page`: the page of a report again, with other options.

use super::again::AgainArgs;
use super::args::PageArgs;
use super::progress::Verbosity;
use crate::error::Result;
use crate::report;
use clap::Args;

/// Arguments of `mizan page`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  mizan page report --page-texts full        whole articles, for your own eyes
  mizan page report --page-texts none        nothing of the texts but titles
  mizan page report articles.csv             the articles lie elsewhere than they did")]
pub(super) struct PageCommand {
    #[command(flatten)]
    again: AgainArgs,
    #[command(flatten)]
    page: PageArgs,
}

/// Runs the command: the study is made again from what the report was made of, and nothing but the
/// page of the report changes.
///
/// Errors: those of [`AgainArgs::write`].
pub(super) fn run(args: &PageCommand, progress: Verbosity) -> Result<()> {
    args.again.write(progress, "cli.page", |findings, place| {
        report::write_page(findings, place, args.page.options())
    })
}
