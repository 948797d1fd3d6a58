//! `mizan score`: every mention of one input, streamed to standard output.

use super::args::{ColumnArgs, Format, StudyArgs};
use super::progress::Progress;
use super::{REMARKS, say};
use crate::check;
use crate::corpus::{self, Article, ArticleOrNote, Note};
use crate::error::Result;
use crate::lexicon::Lexicon;
use crate::report::{self, JsonRows, MENTIONS, Mark, MentionRow, RowWriter, Rows, mention_rows};
use crate::settings::Settings;
use crate::study;
use clap::Args;
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

/// What some articles came to: the rows to be written, and remarks for standard error.
struct Scored {
    rows: Result<Vec<u8>>,
    remarks: Vec<Note>,
}

/// Runs the command: reads, finds and writes in constant memory, on all processors.
///
/// Errors: those of settings, lexicons and input; a reader that has gone.
pub fn run(args: &ScoreArgs, progress: Progress) -> Result<()> {
    let settings = args.study.thresholds()?;
    let lexicon = check::load(args.study.lexicons.as_deref())?;
    let mut out = stdout().lock();
    put(&mut out, &header(args)?)?;
    let score = |items: Vec<ArticleOrNote>| scored(items, &lexicon, &settings, args.format);
    let mut told: usize = 0;
    let mut tell = |note: &Note| {
        told += 1;
        if told <= REMARKS && progress != Progress::Silent {
            say(&note.to_string());
        }
    };
    let write = &mut |scored: Scored| {
        scored.remarks.iter().for_each(&mut tell);
        put(&mut out, &scored.rows?)
    };
    let streamed = corpus::stream(&args.input, &args.columns.options(), &score, write)?;
    if progress != Progress::Silent && told > REMARKS {
        say(&format!(
            "{} further remarks; {} rows were skipped in all (`mizan compare` lists each in notes.csv)",
            told - REMARKS,
            streamed.rows_skipped
        ));
    }
    Ok(())
}

fn scored(
    items: Vec<ArticleOrNote>,
    lexicon: &Lexicon,
    settings: &Settings,
    format: Format,
) -> Scored {
    let mut rows = Ok(Vec::new());
    let mut remarks = Vec::new();
    for item in items {
        match item {
            Ok(article) => {
                rows = rows.and_then(|mut rows| {
                    rows.extend(mentions(&article, lexicon, settings, format)?);
                    Ok(rows)
                });
            }
            Err(note) => remarks.push(note),
        }
    }
    Scored { rows, remarks }
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
        .map_err(super::unwritten)
}
