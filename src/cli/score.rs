//! `mizan score`: every mention of one input, streamed to standard output.

use super::args::{ColumnArgs, StudyArgs};
use super::say;
use crate::corpus::{self, Item};
use crate::error::{Error, Result};
use crate::lexicon::{self, Lexicon};
use crate::report::{self, JsonRows, MENTIONS, Mark, MentionRow, RowWriter, Rows, mention_rows};
use crate::settings::Settings;
use crate::study;
use clap::{Args, ValueEnum};
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

/// Runs the command: reads, finds and writes on all cores, in the input's order and in constant
/// memory.
///
/// Errors: those of settings, lexicons and input; a reader that has gone.
pub fn run(args: &ScoreArgs) -> Result<()> {
    let settings = args.study.thresholds()?;
    let lexicon = lexicon::load(args.study.lexicons.as_deref())?;
    let mut out = stdout().lock();
    put(&mut out, &header(args)?)?;
    let work = |items: Vec<Item>| scored(&items, &lexicon, &settings, args.format);
    let mut write = |scored: Result<Scored>| {
        let scored = scored?;
        scored.remarks.iter().for_each(|remark| say(remark));
        put(&mut out, &scored.mentions)
    };
    corpus::stream(&args.input, &args.columns.options(), &work, &mut write)?;
    Ok(())
}

/// What came of some articles.
#[derive(Default)]
struct Scored {
    mentions: Vec<u8>,
    remarks: Vec<String>,
}

fn scored(
    items: &[Item],
    lexicon: &Lexicon,
    settings: &Settings,
    format: Format,
) -> Result<Scored> {
    let mut scored = Scored::default();
    let mut rows: Box<dyn Rows> = match format {
        Format::Csv => Box::new(RowWriter::further(&mut scored.mentions)),
        Format::Jsonl => Box::new(JsonRows::new(
            &mut scored.mentions,
            &report::explained(MENTIONS),
        )),
    };
    for item in items {
        match item {
            Ok(article) => {
                let reading = study::read(article, lexicon, settings);
                let row = MentionRow {
                    lexicon,
                    settings,
                    article,
                };
                mention_rows(&row, &reading, rows.as_mut())?;
            }
            Err(remark) => scored.remarks.push(remark.to_string()),
        }
    }
    rows.finish()?;
    drop(rows);
    Ok(scored)
}

fn header(args: &ScoreArgs) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if args.format == Format::Csv {
        let mark = if args.no_bom { Mark::None } else { Mark::Bom };
        RowWriter::new(&mut bytes, &report::explained(MENTIONS), mark)?.finish()?;
    }
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
