//! `mizan score`: every mention of one input, streamed to standard output.

use super::args::{ColumnArgs, Format, StudyArgs, mark};
use super::progress::Progress;
use super::{REMARKS, say};
use crate::check;
use crate::corpus::{self, Article, ArticleOrNote, Note};
use crate::error::Result;
use crate::lexicon::Lexicon;
use crate::report::{self, MentionRow, Rows, mention_rows};
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
    let format = args.format.of_report(mark(args.no_bom));
    let columns = report::columns_of("mentions", &[]);
    let mut header = Vec::new();
    format.begin(&mut header, &columns)?.finish()?;
    put(&mut out, &header)?;
    let score = |items: Vec<ArticleOrNote>| {
        scored(items, |article| {
            let mut bytes = Vec::new();
            let mut rows = format.further(&mut bytes, &columns);
            mentions(article, &lexicon, &settings, rows.as_mut())?;
            drop(rows);
            Ok(bytes)
        })
    };
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

fn scored(items: Vec<ArticleOrNote>, mentions: impl Fn(&Article) -> Result<Vec<u8>>) -> Scored {
    let mut rows = Ok(Vec::new());
    let mut remarks = Vec::new();
    for item in items {
        match item {
            Ok(article) => {
                rows = rows.and_then(|mut rows| {
                    rows.extend(mentions(&article)?);
                    Ok(rows)
                });
            }
            Err(note) => remarks.push(note),
        }
    }
    Scored { rows, remarks }
}

fn mentions(
    article: &Article,
    lexicon: &Lexicon,
    settings: &Settings,
    rows: &mut dyn Rows,
) -> Result<()> {
    let reading = study::read(article, lexicon, settings);
    let row = MentionRow {
        lexicon,
        settings,
        article,
    };
    mention_rows(&row, &reading, rows)?;
    rows.finish()
}

fn put(out: &mut impl Write, bytes: &[u8]) -> Result<()> {
    out.write_all(bytes)
        .and_then(|()| out.flush())
        .map_err(super::unwritten)
}
