//! `mizan score`: every mention of one input, streamed to standard output.

use super::args::{ColumnArgs, MarkArgs, StudyArgs, TableFormat};
use super::out::{self, Remarks, data, put};
use super::progress::Verbosity;
use crate::check;
use crate::corpus::{self, Article, ArticleOrNote, Note};
use crate::error::Result;
use crate::lexicon::Lexicon;
use crate::report::{self, MentionRow, Rows, mention_rows};
#[cfg(feature = "parquet")]
use crate::report::{Keys, ParquetFile, score_arrow};
use crate::settings::Settings;
use crate::study;
use crate::wording::said;
use clap::Args;
#[cfg(feature = "parquet")]
use std::io::{BufWriter, stdout};
use std::path::{Path, PathBuf};

/// Arguments of `mizan score`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  mizan score articles.csv > mentions.csv
  zcat archive.jsonl.gz | mizan score - --format jsonl | head
  mizan score archive.jsonl.gz --format parquet > mentions.parquet")]
pub(super) struct ScoreArgs {
    /// A table of articles or a folder; `-` reads a table from standard input
    #[arg(value_name = "INPUT")]
    input: PathBuf,
    /// How the list is written
    #[arg(long, value_enum, default_value = "csv")]
    format: TableFormat,
    #[command(flatten)]
    columns: ColumnArgs,
    #[command(flatten)]
    study: StudyArgs,
    #[command(flatten)]
    mark: MarkArgs,
}

/// What some articles came to: the rows to be written, and remarks for standard error.
struct Scored<R> {
    rows: Result<R>,
    remarks: Vec<Note>,
}

/// Runs the command: reads, finds and writes in constant memory, on all processors.
///
/// Errors: those of settings, lexicons and input; a reader that has gone.
pub(super) fn run(args: &ScoreArgs, progress: Verbosity) -> Result<()> {
    let settings = args.study.thresholds()?;
    let read: Vec<&Path> = std::iter::once(args.input.as_path())
        .chain(args.study.read())
        .collect();
    out::spare(None, &read)?;
    let format = args.format.of_report(&args.mark)?;
    if format.is_none() {
        out::not_shown(None)?;
    }
    let lexicon = check::load(args.study.lexicons.as_deref())?;
    let with = (&lexicon, &settings);
    match format {
        Some(format) => lines(args, format, with, progress),
        #[cfg(feature = "parquet")]
        None => file(args, with, progress),
        #[cfg(not(feature = "parquet"))]
        None => report::able_of_parquet(),
    }
}

/// Writes them line by line.
fn lines(
    args: &ScoreArgs,
    format: report::Format,
    (lexicon, settings): (&Lexicon, &Settings),
    progress: Verbosity,
) -> Result<()> {
    let mut out = data();
    let columns = report::columns_of("mentions", &[]);
    let mut header = Vec::new();
    format.begin(&mut header, &columns)?.finish()?;
    put(&mut out, &header)?;
    let score = |articles: &[Article]| {
        let mut bytes = Vec::new();
        for article in articles {
            let mut rows = format.further(&mut bytes, &columns);
            mentions(article, lexicon, settings, rows.as_mut())?;
        }
        Ok(bytes)
    };
    stream(args, settings, progress, score, &mut |bytes| {
        put(&mut out, &bytes)
    })
}

/// Writes them as one file of Parquet.
#[cfg(feature = "parquet")]
fn file(
    args: &ScoreArgs,
    (lexicon, settings): (&Lexicon, &Settings),
    progress: Verbosity,
) -> Result<()> {
    let schema = report::mentions_schema(lexicon, settings, Keys::Dictionary);
    let mut file = ParquetFile::begin(BufWriter::new(stdout()), schema)?;
    let score = |articles: &[_]| score_arrow(articles, lexicon, settings, Keys::Dictionary);
    stream(args, settings, progress, score, &mut |scored| {
        scored.batches.iter().try_for_each(|batch| file.put(batch))
    })?;
    file.end()
}

/// Reads the input, some articles at a time; `score` gives the rows of each time, in any thread, and
/// `write` is given them in the order of the input.
fn stream<R: Send>(
    args: &ScoreArgs,
    settings: &Settings,
    progress: Verbosity,
    score: impl Fn(&[Article]) -> Result<R> + Sync,
    write: &mut dyn FnMut(R) -> Result<()>,
) -> Result<()> {
    let score = |items: Vec<ArticleOrNote>| {
        let (mut articles, mut remarks) = (Vec::new(), Vec::new());
        for item in items {
            match item {
                Ok(article) => articles.push(article),
                Err(note) => remarks.push(note),
            }
        }
        let rows = score(&articles);
        Scored { rows, remarks }
    };
    let mut remarks = Remarks::new(progress);
    let write = &mut |scored: Scored<R>| {
        scored.remarks.iter().for_each(|note| remarks.tell(note));
        write(scored.rows?)
    };
    let streamed = corpus::stream(&args.input, &args.columns.options(settings), &score, write)?;
    remarks.end(|further| said("cli.further-rows", &[&further, &streamed.rows_skipped]));
    Ok(())
}

fn mentions(
    article: &Article,
    lexicon: &Lexicon,
    settings: &Settings,
    rows: &mut dyn Rows,
) -> Result<()> {
    let reading = study::read(article, lexicon, settings);
    let row = MentionRow::alone(lexicon, settings, article);
    mention_rows(&row, &reading, rows)?;
    rows.finish()
}
