//! The command line: arguments, one file a command, all printing, and the exit status.

mod agree;
mod args;
mod compare;
mod events;
mod find;
mod lexicon;
mod progress;
mod score;

use crate::error::{Error, Result};
use args::{Cli, Command};
use clap::Parser;
use clap::error::ErrorKind;
use progress::Progress;
use std::io::{self, Write, stderr, stdout};
use std::path::Path;
use std::process::ExitCode;

/// How a command ended that did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// All is done: exit status 0.
    Done,
    /// All is done, and there is something to be looked at (`lexicon check`): exit status 1.
    Findings,
}

/// Runs the command that was typed, and gives the exit status: 0 done, 1 done with findings,
/// 2 failed, with one message on standard error.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(fault) => return usage(&fault),
    };
    match run(&cli) {
        Ok(Ending::Done) | Err(Error::OutputClosed) => ExitCode::SUCCESS,
        Ok(Ending::Findings) => ExitCode::from(1),
        Err(fault) => {
            say(&fault.to_string());
            ExitCode::from(2)
        }
    }
}

fn run(cli: &Cli) -> Result<Ending> {
    if let Some(threads) = cli.threads {
        rayon::ThreadPoolBuilder::new()
            .num_threads(threads.into())
            .build_global()
            .map_err(|fault| Error::Unusable(format!("--threads {threads}: {fault}")))?;
    }
    let progress = Progress::new(cli.quiet);
    match &cli.command {
        Command::Compare(args) => {
            compare::run(args, progress)?;
            Ok(Ending::Done)
        }
        Command::Events(args) => {
            events::run(args, progress)?;
            Ok(Ending::Done)
        }
        Command::Score(args) => {
            score::run(args, progress)?;
            Ok(Ending::Done)
        }
        Command::Find(args) => {
            find::run(args, progress)?;
            Ok(Ending::Done)
        }
        Command::Agree(args) => {
            agree::run(args)?;
            Ok(Ending::Done)
        }
        Command::Lexicon(args) => lexicon::run(args, progress),
    }
}

/// Help and version go to standard output and are no failure; a mistyped command is one.
fn usage(fault: &clap::Error) -> ExitCode {
    if !fault.use_stderr() {
        // A reader that has gone has seen enough.
        let _ = fault.print();
        return ExitCode::SUCCESS;
    }
    if fault.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let _ = fault.print();
        return ExitCode::from(2);
    }
    let text = fault.render().to_string();
    say(text.strip_prefix("error: ").unwrap_or(&text).trim_end());
    ExitCode::from(2)
}

/// Writes to standard output.
///
/// Errors: a reader that has gone, which ends the command as a success.
fn print(text: &str) -> Result<()> {
    let mut out = stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(unwritten)
}

/// A reader that has gone (`mizan score … | head`) has seen enough; anything else, such as a full
/// disk, is a failure.
fn unwritten(fault: io::Error) -> Error {
    match fault.kind() {
        io::ErrorKind::BrokenPipe => Error::OutputClosed,
        _ => Error::file(Path::new("standard output"), fault),
    }
}

/// Remarks shown one by one on standard error; more would hide what matters.
const REMARKS: usize = 10;

fn say(message: &str) {
    // Nobody is left to be told where standard error is closed.
    let _ = writeln!(stderr(), "mizan: {message}");
}
