//! What can be typed after `mizan`: the arguments that several commands share, and how they are
//! read.

use crate::corpus::ReadOptions;
use crate::error::Result;
use crate::report::{self, Mark};
use crate::settings::Settings;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Weighs how news sources describe the same events.
#[derive(Debug, Parser)]
#[command(
    name = "mizan",
    version,
    about = "Weighs how news sources describe the same events: who calls whom what, in whose voice, \
             with the sentence behind every number",
    after_help = "Try it without any texts of your own:\n  mizan compare --demo --out report",
    arg_required_else_help = true,
    disable_help_subcommand = true
)]
pub struct Cli {
    /// What is to be done.
    #[command(subcommand)]
    pub command: Command,
    /// Say nothing while working; only errors are shown
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// How many processor cores to use (default: all); the results are the same with any number
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Compare sources: read articles and write every table of the report
    Compare(super::compare::CompareArgs),
    /// Group articles by the event that they tell, and nothing else
    Events(super::events::EventsArgs),
    /// List each place where a word of the lexicons stands, article by article
    Score(super::score::ScoreArgs),
    /// Show every place where a word or phrase stands, in all its forms, with the words around it
    Find(super::find::FindArgs),
    /// Hold a report against a coding by hand, or two codings against each other
    Agree(super::agree::AgreeArgs),
    /// Write a starter study to fill: a table for articles, the word lists, the settings
    Init(super::init::InitArgs),
    /// Check, search and change the word lists
    Lexicon(super::lexicon::LexiconArgs),
}

/// How the columns of a table are named.
#[derive(Debug, Args)]
pub struct ColumnArgs {
    /// Say which column of your table is which of ours, such as text=BODY; ours are id, source,
    /// date, title, text, url, language, event, file. May be given several times
    #[arg(long = "column", value_name = "OURS=THEIRS", value_parser = pair)]
    pub columns: Vec<(String, String)>,
    /// The sheet of a workbook (.xlsx, .ods, .xls) that holds the articles; the first otherwise
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
}

impl ColumnArgs {
    /// As reading wants it.
    pub fn options(&self) -> ReadOptions {
        ReadOptions {
            columns: self.columns.clone(),
            sheet: self.sheet.clone(),
        }
    }
}

/// How a list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table
    Csv,
    /// One JSON object a line, with the same columns
    Jsonl,
}

impl Format {
    /// As the report has it.
    pub fn of_report(self, mark: Mark) -> report::Format {
        match self {
            Format::Csv => report::Format::Csv(mark),
            Format::Jsonl => report::Format::Jsonl,
        }
    }
}

/// The mark at the beginning of a table, unless it is to be left out.
pub fn mark(no_bom: bool) -> Mark {
    if no_bom { Mark::None } else { Mark::Bom }
}

/// What steers a study.
#[derive(Debug, Args)]
pub struct StudyArgs {
    /// A folder of your own word lists instead of the built-in ones (`mizan lexicon export` writes
    /// those out to begin with)
    #[arg(long, value_name = "DIR")]
    pub lexicons: Option<PathBuf>,
    /// The thresholds.
    #[command(flatten)]
    pub thresholds: ThresholdArgs,
}

/// The thresholds of a study.
#[derive(Debug, Args)]
pub struct ThresholdArgs {
    /// A table of thresholds with the columns key and value; `run.csv` of any report lists the keys
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// Change one threshold, such as window_hours=48. May be given several times; goes before the
    /// file
    #[arg(long = "set", value_name = "KEY=VALUE", value_parser = pair)]
    pub set: Vec<(String, String)>,
}

impl StudyArgs {
    /// The settings, as [`ThresholdArgs::settings`] has them.
    pub fn thresholds(&self) -> Result<Settings> {
        self.thresholds.settings()
    }
}

impl ThresholdArgs {
    /// The settings: the defaults, changed by the file, changed by `--set`.
    ///
    /// Errors: those of the file and of the values.
    pub fn settings(&self) -> Result<Settings> {
        let mut settings = Settings::default();
        if let Some(path) = &self.settings {
            settings.load(path)?;
        }
        for (key, value) in &self.set {
            settings.set(key, value)?;
        }
        Ok(settings)
    }
}

/// Two words with a `=` between.
fn pair(given: &str) -> std::result::Result<(String, String), String> {
    match given.split_once('=') {
        Some((left, right)) if !left.trim().is_empty() && !right.trim().is_empty() => {
            Ok((left.trim().to_owned(), right.trim().to_owned()))
        }
        _ => {
            Err("write it with `=` between two words and no space around, such as text=BODY".into())
        }
    }
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

    #[test]
    fn a_pair_is_parted_at_its_first_sign() {
        let cases = [
            ("text=BODY", Some(("text", "BODY"))),
            ("text=a=b", Some(("text", "a=b"))),
            ("text", None),
            ("=b", None),
            ("a=", None),
        ];
        for (given, expected) in cases {
            let found = pair(given).ok();
            let found = found.as_ref().map(|(l, r)| (l.as_str(), r.as_str()));
            assert_eq!(found, expected, "{given}");
        }
    }

    #[test]
    fn a_single_threshold_goes_before_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("s.csv");
        std::fs::write(&file, "key,value\nwindow_hours,24\ndraws,500\n").unwrap();
        let args = ThresholdArgs {
            settings: Some(file),
            set: vec![("window_hours".into(), "48".into())],
        };
        let settings = args.settings().unwrap();
        assert_eq!((settings.window_hours, settings.draws), (48, 500));
    }
}
