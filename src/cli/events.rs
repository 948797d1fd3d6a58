//! `mizan events`: the grouping of articles into events, alone.

use super::args::{ColumnArgs, Format, StudyArgs, mark};
use super::compare::articles;
use super::progress::{Progress, Stages};
use super::{REMARKS, say, unwritten};
use crate::check;
use crate::corpus::{Corpus, Note};
use crate::error::Result;
use crate::events::Alignment;
use crate::report::{self, grouping_rows};
use crate::study;
use clap::Args;
use std::io::{BufWriter, Write, stdout};
use std::path::PathBuf;

/// Arguments of `mizan events`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  mizan events articles.csv > events.csv        then correct the column event in a spreadsheet
  mizan events articles.csv --events events.csv  … and see what the corrections change
  mizan compare articles.csv --events events.csv … or compare the sources with them
  mizan events archive.jsonl.gz --format jsonl --out events.jsonl")]
pub struct EventsArgs {
    /// Tables of articles (.csv, .tsv, .jsonl, .xlsx, .ods; also .gz) or folders
    #[arg(value_name = "INPUT", required = true)]
    pub inputs: Vec<PathBuf>,
    /// The file that the grouping is written to (default: standard output)
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// How it is written
    #[arg(long, value_enum, default_value = "csv")]
    pub format: Format,
    /// How the columns are named.
    #[command(flatten)]
    pub columns: ColumnArgs,
    /// What steers the study.
    #[command(flatten)]
    pub study: StudyArgs,
    /// A grouping to be kept to: a table with the columns article and event, for all articles or
    /// only for those that you corrected
    #[arg(long, value_name = "FILE")]
    pub events: Option<PathBuf>,
    /// Leave out the mark at the beginning by which Excel knows the letters
    #[arg(long)]
    pub no_bom: bool,
}

/// Runs the command: the grouping stands in its file, what was skipped or corrected is told on
/// standard error.
///
/// Errors: those of settings, lexicons and inputs; a reader that has gone, a disk that refuses.
pub fn run(args: &EventsArgs, progress: Progress) -> Result<()> {
    let settings = args.study.thresholds()?;
    let lexicon = check::load(args.study.lexicons.as_deref())?;
    let mut corpus = articles(&args.inputs, &args.columns, &progress)?;
    if let Some(grouping) = &args.events {
        corpus.group(grouping)?;
    }
    let stages = Stages::new(progress);
    let alignment = study::group(&mut corpus, &lexicon, &settings, &stages);
    stages.done();
    match &args.out {
        Some(path) => report::write_file(path, |out| write(args, &corpus, &alignment, out))?,
        None => write(
            args,
            &corpus,
            &alignment,
            &mut BufWriter::new(stdout().lock()),
        )?,
    }
    if progress != Progress::Silent {
        tell(&corpus, &alignment);
    }
    Ok(())
}

fn write(
    args: &EventsArgs,
    corpus: &Corpus,
    alignment: &Alignment,
    out: &mut impl Write,
) -> Result<()> {
    let format = args.format.of_report(mark(args.no_bom));
    let mut rows = format.begin(&mut *out, &report::columns_of("grouping", &[]))?;
    grouping_rows(corpus, alignment, rows.as_mut())?;
    drop(rows);
    out.flush().map_err(unwritten)
}

/// Tells what was skipped and what the corrected grouping changed.
fn tell(corpus: &Corpus, alignment: &Alignment) {
    tell_some(&corpus.notes, "remarks on the input");
    if let Some(sentence) = report::corrected(corpus, alignment) {
        say(&sentence);
        tell_some(&report::moved(corpus, alignment), "articles");
    }
}

fn tell_some(notes: &[Note], what: &str) {
    for note in notes.iter().take(REMARKS) {
        say(&note.to_string());
    }
    if notes.len() > REMARKS {
        let further = notes.len() - REMARKS;
        say(&format!(
            "{further} further {what} (`mizan compare` lists each in notes.csv)"
        ));
    }
}
