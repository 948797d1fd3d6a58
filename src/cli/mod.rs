//! The command line: arguments, one file a command, all printing, and the exit status.

mod again;
mod agree;
mod args;
mod compare;
mod events;
mod find;
mod init;
mod interrupt;
mod lexicon;
mod out;
mod page;
mod progress;
mod reading;
mod sample;
mod score;
mod typing;
mod workbook;

use crate::error::{Error, Result, isolated};
use crate::wording::said;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Parser, Subcommand};
use out::complain;
use progress::Verbosity;
use std::ffi::OsString;
use std::panic;
use std::process::ExitCode;

/// Weighs how news sources describe the same events.
#[derive(Debug, Parser)]
#[command(
    name = "mizan",
    version,
    about = "Weighs how news sources describe the same events: who calls whom what, in whose voice, \
             with the sentence behind every number",
    after_help = "Try it without any texts of your own:\n  mizan compare --demo --out report\n\n\
                  Exit status: 0 done; 1 done, with something found by `lexicon check` or nothing by \
                  `find`; 2 failed; 130 interrupted",
    arg_required_else_help = true
)]
struct Cli {
    /// What is to be done.
    #[command(subcommand)]
    command: Command,
    /// Say nothing while working; only errors are shown, and what a command is asked to print
    #[arg(long, short, global = true)]
    quiet: bool,
    /// How many processor cores to use (default: all); the results are the same with any number
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
}

/// The commands.
#[derive(Debug, Subcommand)]
enum Command {
    /// Compare sources: read articles and write every table of the report
    Compare(compare::CompareArgs),
    /// Group articles by the event that they tell, and nothing else
    Events(events::EventsArgs),
    /// List each place where a word of the lexicons stands, article by article
    Score(score::ScoreArgs),
    /// Show every place where a word or phrase stands, in all its forms, with the words around it
    Find(find::FindArgs),
    /// Write the page of a report again, with more or less of the texts in it
    Page(page::PageCommand),
    /// Write the workbook of a report again, with all rows of its tables or from the other side
    Workbook(workbook::WorkbookCommand),
    /// Hold a report against a coding by hand, or two codings against each other
    Agree(agree::AgreeArgs),
    /// Draw rows of a report's table to be judged, which `agree` reads back
    Sample(sample::SampleArgs),
    /// Write a starter study to fill: a table for articles, the word lists, the settings
    Init(init::InitArgs),
    /// Check, search and change the word lists
    Lexicon(lexicon::LexiconArgs),
    /// Write what a shell needs to complete commands and options
    Completions(typing::CompletionsArgs),
    /// Write the manual, to be read with `man`
    Manual(typing::ManualArgs),
}

/// How a command ended that did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All is done: exit status 0.
    Done,
    /// All is done, and there is something to be looked at (`lexicon check`): exit status 1.
    Findings,
    /// All is done, and nothing was there to find (`find`): exit status 1.
    Nothing,
}

/// Runs the command that was typed, and gives the exit status: 0 done, 1 done with findings or with
/// nothing to find, 2 failed, with one message on standard error.
pub fn main() -> ExitCode {
    ExitCode::from(status(std::env::args_os()))
}

/// The same with arguments that are given, the name of the program before them: what the Python
/// package calls, whose process has arguments of its own.
pub fn status(args: impl IntoIterator<Item = OsString>) -> u8 {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(fault) => return usage(fault),
    };
    panic::set_hook(Box::new(|fault| {
        let place = fault.location().map(ToString::to_string);
        let words = fault.payload();
        let words = words.downcast_ref::<String>().map(String::as_str);
        let words = words.or_else(|| fault.payload().downcast_ref::<&str>().copied());
        complain(&tripped(
            &place.unwrap_or_default(),
            words.unwrap_or_default(),
        ));
    }));
    match panic::catch_unwind(|| run(&cli)) {
        Ok(Ok(Outcome::Done) | Err(Error::OutputClosed)) => 0,
        Ok(Ok(Outcome::Findings | Outcome::Nothing)) => 1,
        Ok(Err(fault)) => {
            complain(&fault.to_string());
            2
        }
        Err(_) => 2,
    }
}

/// What is said where mizan itself is at fault. The words may hold pieces of a text.
fn tripped(place: &str, words: &str) -> String {
    let words = isolated(words);
    said("cli.mistake", &[&place, &words])
}

fn run(cli: &Cli) -> Result<Outcome> {
    if let Some(threads) = cli.threads {
        rayon::ThreadPoolBuilder::new()
            .num_threads(threads.into())
            .build_global()
            .map_err(|fault| Error::Argument(said("cli.threads", &[&threads, &fault])))?;
    }
    interrupt::watch();
    let progress = Verbosity::new(cli.quiet);
    match &cli.command {
        Command::Compare(args) => compare::run(args, progress),
        Command::Events(args) => events::run(args, progress),
        Command::Score(args) => score::run(args, progress),
        Command::Sample(args) => sample::run(args, progress),
        Command::Init(args) => init::run(args, progress),
        Command::Page(args) => page::run(args, progress),
        Command::Workbook(args) => workbook::run(args, progress),
        Command::Agree(args) => agree::run(args),
        Command::Completions(args) => typing::completions(args),
        Command::Manual(_) => typing::manual(),
        Command::Find(args) => return find::run(args, progress),
        Command::Lexicon(args) => return lexicon::run(args, progress),
    }?;
    Ok(Outcome::Done)
}

/// Help and version go to standard output and are no failure; a mistyped command is one.
fn usage(mut fault: clap::Error) -> u8 {
    if !fault.use_stderr() {
        // A reader that has gone has seen enough.
        let _ = fault.print();
        return 0;
    }
    if fault.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let _ = fault.print();
        return 2;
    }
    // Of several commands the likeliest is meant, which is the last one.
    let likely = match fault.get(ContextKind::SuggestedSubcommand) {
        Some(ContextValue::Strings(likely)) => likely.last().cloned(),
        _ => None,
    };
    if let Some(likely) = likely {
        fault.insert(
            ContextKind::SuggestedSubcommand,
            ContextValue::String(likely),
        );
    }
    let text = fault.render().to_string();
    complain(text.strip_prefix("error: ").unwrap_or(&text).trim_end());
    2
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_fit_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_mistake_of_our_own_shows_no_raw_piece_of_a_text() {
        let told = tripped("src/a.rs:1:2", "byte 1 of `\u{1b}[2J\nmizan: done\u{202e}`");
        let shown = "\u{2068}byte 1 of `\u{241b}[2J\u{240a}mizan: done`\u{2069}";
        assert!(told.contains(shown) && told.lines().count() == 1, "{told}");
    }

    #[test]
    fn every_command_shows_an_example() {
        let mut waiting: Vec<clap::Command> = Cli::command().get_subcommands().cloned().collect();
        while let Some(command) = waiting.pop() {
            let has_commands = command.has_subcommands();
            waiting.extend(command.get_subcommands().cloned());
            let help = command.get_after_help().map(ToString::to_string);
            let shown = help.is_some_and(|help| help.contains("mizan "));
            assert!(shown || has_commands, "{}", command.get_name());
        }
    }
}
