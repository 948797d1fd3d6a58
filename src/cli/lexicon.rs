//! `mizan lexicon`: the word lists themselves.

use super::{Ending, forms, print};
use crate::error::{Fault, Result, Severity};
use crate::lexicon::{self, files};
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};

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
        LexiconCommand::Check { folder } => check(folder.as_deref()),
        LexiconCommand::Export { folder } => export(folder),
        LexiconCommand::Forms(args) => forms::run(args),
    }
}

fn check(folder: Option<&Path>) -> Result<Ending> {
    let files = match folder {
        Some(folder) => files::of_folder(folder)?,
        None => files::built_in(),
    };
    let faults = lexicon::check(&files);
    let of = |severity: Severity| {
        faults
            .iter()
            .filter(move |fault| fault.severity == severity)
    };
    let lines = |faults: &mut dyn Iterator<Item = &Fault>| {
        faults.map(|fault| format!("{fault}\n")).collect::<String>()
    };
    let (errors, warnings) = (of(Severity::Error).count(), of(Severity::Warning).count());
    print(&lines(&mut of(Severity::Error)))?;
    if warnings > 0 {
        print(&format!(
            "\nWarnings:\n{}",
            lines(&mut of(Severity::Warning))
        ))?;
    }
    print(&format!(
        "{} files: {errors} errors, {warnings} warnings\n",
        files.len()
    ))?;
    Ok(if faults.is_empty() {
        Ending::Done
    } else {
        Ending::Findings
    })
}

fn export(folder: &Path) -> Result<Ending> {
    let written = files::export(folder)?;
    let shown = folder.display();
    print(&format!(
        "{} files are in {shown}; edit them in a spreadsheet, then: mizan lexicon check {shown}\n",
        written.len()
    ))?;
    Ok(Ending::Done)
}

/// What can be done with word lists.
#[derive(Debug, Subcommand)]
pub enum LexiconCommand {
    /// Tell every fault of the word lists, and try each entry on its own sentences; exit status 1
    /// if there are faults
    #[command(after_help = "\
Examples:
  mizan lexicon check my-lexicons
  mizan lexicon check                 the built-in lists")]
    Check {
        /// The folder that they stand in (default: the built-in ones)
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },
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
