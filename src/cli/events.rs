//! `mizan events`: the grouping of articles into events, alone.

use super::args::{ColumnArgs, MarkArgs, StudyArgs, TableFormat};
use super::out::{self, Remarks, say};
use super::progress::{Stages, Verbosity};
use super::reading;
use crate::check;
use crate::corpus::{Corpus, Note};
use crate::error::Result;
use crate::events::Alignment;
use crate::report::{self, grouping_rows};
use crate::study;
use crate::wording::{said, word};
use clap::Args;
use std::path::{Path, PathBuf};

/// Arguments of `mizan events`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  mizan events articles.csv > events.csv        then correct the column event in a spreadsheet
  mizan events articles.csv --events events.csv  … and see what the corrections change
  mizan compare articles.csv --events events.csv … or compare the sources with them
  mizan events archive.jsonl.gz --format jsonl --out events.jsonl")]
pub(super) struct EventsArgs {
    /// Tables of articles (.csv, .tsv, .jsonl, .xlsx, .ods; also .gz) or folders
    #[arg(value_name = "INPUT", required = true)]
    inputs: Vec<PathBuf>,
    /// The file that the grouping is written to, which must not hold anything yet (default: standard
    /// output)
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// How it is written
    #[arg(long, value_enum, default_value = "csv")]
    format: TableFormat,
    #[command(flatten)]
    columns: ColumnArgs,
    #[command(flatten)]
    study: StudyArgs,
    /// A grouping to be kept to: a table with the columns article and event, for all articles or
    /// only for those that you corrected
    #[arg(long, value_name = "FILE")]
    events: Option<PathBuf>,
    #[command(flatten)]
    mark: MarkArgs,
}

/// Runs the command: the grouping stands in its file, what was skipped or corrected is told on
/// standard error.
///
/// Errors: those of settings, lexicons and inputs; a reader that has gone, a disk that refuses.
pub(super) fn run(args: &EventsArgs, progress: Verbosity) -> Result<()> {
    let settings = args.study.thresholds()?;
    let format = args.format.of_report(&args.mark);
    let inputs = args.inputs.iter().map(PathBuf::as_path);
    let read: Vec<&Path> = inputs
        .chain(args.events.as_deref())
        .chain(args.study.read())
        .collect();
    out::spare(args.out.as_deref(), &read)?;
    let lexicon = check::load(args.study.lexicons.as_deref())?;
    let mut corpus = reading::articles(&args.inputs, &args.columns.options(&settings), progress)?;
    reading::group(&mut corpus, args.events.as_deref(), &settings)?;
    let stages = Stages::new(progress);
    let alignment = study::grouping(&mut corpus, &lexicon, &settings, &stages);
    stages.done();
    out::to(args.out.as_deref(), |out| {
        let mut rows = format.begin(out, &report::columns_of("grouping", &[]))?;
        grouping_rows(&corpus, &alignment, rows.as_mut())?;
        rows.finish()
    })?;
    tell(&corpus, &alignment, progress);
    Ok(())
}

/// Tells what was skipped and what the corrected grouping changed.
fn tell(corpus: &Corpus, alignment: &Alignment, progress: Verbosity) {
    tell_some(&corpus.notes, word("cli.remarks"), progress);
    if let Some(sentence) = report::corrected(corpus, alignment) {
        say(progress, &sentence);
        tell_some(&report::moved(corpus, alignment), "articles", progress);
    }
}

fn tell_some(notes: &[Note], what: &str, progress: Verbosity) {
    let mut remarks = Remarks::new(progress);
    notes.iter().for_each(|note| remarks.tell(note));
    remarks.end(|further| said("cli.further", &[&further, &what]));
}
