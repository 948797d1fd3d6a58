//! `mizan lexicon`: the word lists themselves.

mod check;
mod diff;
mod export;
mod forms;
mod import;
mod suggest;

use crate::cli::Outcome;
use crate::cli::progress::Verbosity;
use crate::error::Result;
use clap::{Args, Subcommand};

/// Arguments of `mizan lexicon`.
#[derive(Debug, Args)]
pub(super) struct LexiconArgs {
    /// What is to be done with them.
    #[command(subcommand)]
    command: LexiconCommand,
}

/// Runs the command.
///
/// Errors: a folder that is none, or that cannot be written. Faults in the lists are findings, no
/// errors.
pub(super) fn run(args: &LexiconArgs, progress: Verbosity) -> Result<Outcome> {
    match &args.command {
        LexiconCommand::Check(args) => return check::run(args, progress),
        LexiconCommand::Diff(args) => diff::run(args, progress),
        LexiconCommand::Export(args) => export::run(args, progress),
        LexiconCommand::Forms(args) => forms::run(args),
        LexiconCommand::Import(args) => import::run(args, progress),
        LexiconCommand::Suggest(args) => suggest::run(args, progress),
    }?;
    Ok(Outcome::Done)
}

/// What can be done with word lists.
#[derive(Debug, Subcommand)]
enum LexiconCommand {
    /// Tell every fault of the word lists, and try each entry on its own sentences; exit status 1
    /// if there are faults
    Check(check::CheckArgs),
    /// Tell what an edit of the word lists does: mentions gained and lost, and every figure that
    /// moved, old and new side by side
    Diff(diff::DiffArgs),
    /// Show the forms that an entry stands for, by the rule that makes them, and how often articles
    /// have them
    Forms(forms::FormsArgs),
    /// Turn a dictionary of another tool into word lists: quanteda, LIWC, Lexicoder, Yoshikoder,
    /// WordStat, or a plain table
    Import(import::ImportArgs),
    /// Propose words for the lists: what stands in articles where entries stand, and misspellings
    Suggest(suggest::SuggestArgs),
    /// Write the built-in word lists to a folder, so that they can be edited; or the forms of any
    /// lists as a dictionary for quanteda or LIWC
    Export(export::ExportArgs),
}
