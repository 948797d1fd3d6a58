//! `mizan lexicon export`: the word lists as files to edit, or as dictionaries of other tools.

use crate::cli::args::ColumnArgs;
use crate::cli::out::{self, report_done};
use crate::cli::progress::Verbosity;
use crate::cli::reading;
use crate::error::{Error, Result, shown_name};
use crate::exchange::{self, AllSpellings, ListEntries};
use crate::lexicon::files;
use crate::wording::{said, word};
use clap::{Args, ValueEnum};
use std::fmt::Display;
use std::path::PathBuf;

/// Arguments of `mizan lexicon export`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  mizan lexicon export my-lexicons                        the built-in lists, to be edited
  mizan compare articles.csv --lexicons my-lexicons
  mizan lexicon export for-r --format quanteda            every spelling that our rules make
  mizan lexicon export for-r --format quanteda --lexicons my-lexicons --seen-in articles.csv

With --seen-in there are only the spellings that the articles have, long phrases among them: enough to
count the same articles again in another tool.")]
pub(super) struct ExportArgs {
    /// The folder; it must not hold such files yet
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// As which files
    #[arg(long, value_enum, default_value = "own")]
    format: ListFormat,
    /// A folder of your own word lists instead of the built-in ones
    #[arg(long, value_name = "DIR")]
    lexicons: Option<PathBuf>,
    /// Only the spellings that these articles have. May be given several times
    #[arg(long, value_name = "INPUT")]
    seen_in: Vec<PathBuf>,
    #[command(flatten)]
    columns: ColumnArgs,
}

/// As which files lists are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    /// Our own, to be edited
    Own,
    /// YAML for quanteda, with every spelling
    Quanteda,
    /// .dic for LIWC, with every spelling
    Liwc,
}

/// Runs the command.
///
/// Errors: those of lists and input, a file that is there already, a folder that cannot be written.
pub(super) fn run(args: &ExportArgs, progress: Verbosity) -> Result<()> {
    match args.format {
        ListFormat::Own => own(args, progress),
        ListFormat::Quanteda => expanded(args, "mizan.yml", exchange::quanteda, progress),
        ListFormat::Liwc => expanded(args, "mizan.dic", exchange::liwc, progress),
    }
}

fn own(args: &ExportArgs, progress: Verbosity) -> Result<()> {
    if args.lexicons.is_some() || !args.seen_in.is_empty() {
        return Err(Error::Argument(word("cli.own-files").to_owned()));
    }
    let written = files::export(&args.folder)?;
    let told = said("cli.exported", &[&written.len(), &shown_name(&args.folder)]);
    report_done(progress, &(told + "\n"))
}

fn expanded(
    args: &ExportArgs,
    name: &str,
    text: fn(&exchange::LabelSpellings) -> String,
    progress: Verbosity,
) -> Result<()> {
    let path = args.folder.join(name);
    let left = args.folder.join("not-exported.txt");
    if let Some(taken) = [&path, &left]
        .into_iter()
        .find(|path| path.symlink_metadata().is_ok())
    {
        return Err(Error::Argument(said(
            "fail.there-in-folder",
            &[&shown_name(taken)],
        )));
    }
    let entries = ListEntries::read(args.lexicons.as_deref())?;
    let expanded = match args.seen_in.is_empty() {
        true => entries.made(),
        false => seen(args, &entries)?,
    };
    let folder = &args.folder;
    std::fs::create_dir_all(folder).map_err(|fault| Error::file(folder, fault))?;
    out::file(&path, text(&expanded.spellings).as_bytes())?;
    let count: usize = expanded
        .spellings
        .values()
        .flat_map(|labels| labels.values())
        .map(|forms| forms.len())
        .sum();
    let mut told = said("cli.spellings", &[&count, &shown_name(&path)]) + "\n";
    if !expanded.remarks.is_empty() {
        out::file(&left, (expanded.remarks.join("\n") + "\n").as_bytes())?;
        let with: [&dyn Display; 2] = [&shown_name(&left), &expanded.remarks.len()];
        told += &(said("cli.not-exported", &with) + "\n");
    }
    report_done(progress, &told)
}

/// The spellings that the articles have, title and body, as they stand there.
fn seen(args: &ExportArgs, entries: &ListEntries) -> Result<AllSpellings> {
    let mut seen = entries.seen();
    reading::texts(&args.seen_in, &args.columns, |text| seen.read(text))?;
    Ok(seen.expanded())
}
