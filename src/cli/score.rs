//! `mizan score`: every mention of one input, streamed to standard output.

use super::args::{ColumnArgs, StudyArgs};
use super::say;
use crate::corpus::{self, Article};
use crate::error::{Error, Result};
use crate::lexicon::{self, Lexicon};
use crate::report::{self, JsonRows, MENTIONS, Mark, MentionRow, RowWriter, Rows, mention_rows};
use crate::settings::Settings;
use crate::study;
use clap::{Args, ValueEnum};
use rayon::prelude::*;
use std::io::{Write, stdout};
use std::path::PathBuf;

/// Arguments of `mizan score`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  mizan score articles.csv > mentions.csv
  zcat archive.jsonl.gz | mizan score - --format jsonl | head")]
pub struct ScoreArgs {
    /// A table of articles or a folder; `-` reads a table from standard input
    #[arg(value_name = "INPUT")]
    pub input: PathBuf,
    /// How the list is written
    #[arg(long, value_enum, default_value = "csv")]
    pub format: Format,
    /// How the columns are named.
    #[command(flatten)]
    pub columns: ColumnArgs,
    /// What steers the study.
    #[command(flatten)]
    pub study: StudyArgs,
    /// Leave out the mark at the beginning by which Excel knows the letters
    #[arg(long)]
    pub no_bom: bool,
}

/// How many articles are read at once: enough to keep all cores busy, little enough to hold.
const BATCH: usize = 512;

/// Runs the command: reads, finds and writes batch by batch, in constant memory.
///
/// Errors: those of settings, lexicons and input; a reader that has gone.
pub fn run(args: &ScoreArgs) -> Result<()> {
    let settings = args.study.thresholds()?;
    let lexicon = lexicon::load(args.study.lexicons.as_deref())?;
    let mut articles = corpus::open(&args.input, &args.columns.options())?;
    let mut out = stdout().lock();
    put(&mut out, &header(args)?)?;
    loop {
        let batch: Vec<_> = articles.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            return articles.finish().map(|_| ());
        }
        let written: Vec<Result<Vec<u8>>> = batch
            .par_iter()
            .map(|read| match read {
                Ok(article) => mentions(article, &lexicon, &settings, args.format),
                Err(_) => Ok(Vec::new()),
            })
            .collect();
        for (read, bytes) in batch.iter().zip(written) {
            if let Err(note) = read {
                say(&note.to_string());
            }
            put(&mut out, &bytes?)?;
        }
    }
}

fn header(args: &ScoreArgs) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if args.format == Format::Csv {
        let mark = if args.no_bom { Mark::None } else { Mark::Bom };
        RowWriter::new(&mut bytes, &report::explained(MENTIONS), mark)?.finish()?;
    }
    Ok(bytes)
}

fn mentions(
    article: &Article,
    lexicon: &Lexicon,
    settings: &Settings,
    format: Format,
) -> Result<Vec<u8>> {
    let reading = study::read(article, lexicon, settings);
    let row = MentionRow {
        lexicon,
        settings,
        article,
    };
    let mut bytes = Vec::new();
    let mut rows: Box<dyn Rows> = match format {
        Format::Csv => Box::new(RowWriter::further(&mut bytes)),
        Format::Jsonl => Box::new(JsonRows::new(&mut bytes, &report::explained(MENTIONS))),
    };
    mention_rows(&row, &reading, rows.as_mut())?;
    rows.finish()?;
    drop(rows);
    Ok(bytes)
}

fn put(out: &mut impl Write, bytes: &[u8]) -> Result<()> {
    out.write_all(bytes)
        .and_then(|()| out.flush())
        .map_err(|_| Error::OutputClosed)
}

/// How mentions are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table, as `mentions.csv` of a report
    Csv,
    /// One JSON object a line, with the same columns
    Jsonl,
}
