//! `mizan lexicon`: the word lists themselves.

mod check;
mod export;
mod forms;

use super::Ending;
use crate::error::Result;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// Arguments of `mizan lexicon`.
#[derive(Debug, Args)]
pub struct LexiconArgs {
    /// What is to be done with them.
    #[command(subcommand)]
    pub command: LexiconCommand,
}

/// Runs the command.
///
/// Errors: a folder that is none, or that cannot be written. Faults in the lists are findings, no
/// errors.
pub fn run(args: &LexiconArgs) -> Result<Ending> {
    match &args.command {
        LexiconCommand::Check(args) => check::run(args),
        LexiconCommand::Export { folder } => export::run(folder),
        LexiconCommand::Forms(args) => forms::run(args),
    }
}

/// What can be done with word lists.
#[derive(Debug, Subcommand)]
pub enum LexiconCommand {
    /// Tell every fault of the word lists, and try each entry on its own sentences; exit status 1
    /// if there are faults
    Check(check::CheckArgs),
    /// Show the forms that an entry stands for, by the rule that makes them, and how often articles
    /// have them
    Forms(forms::FormsArgs),
    /// Write the built-in word lists to a folder, so that they can be edited
    #[command(after_help = "\
Example:
  mizan lexicon export my-lexicons
  mizan compare articles.csv --lexicons my-lexicons")]
    Export {
        /// The folder; it must not hold anything yet
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
}
