//! `mizan score`: every mention of one input, streamed to standard output.

use super::args::{ColumnArgs, MarkArgs, StudyArgs, TableFormat};
use super::out::{self, Remarks, data, put};
use super::progress::Verbosity;
use crate::check;
use crate::corpus::{self, Article, ArticleOrNote, Note};
use crate::error::Result;
use crate::lexicon::Lexicon;
use crate::report::{self, MentionRow, Rows, mention_rows};
use crate::settings::Settings;
use crate::study;
use crate::wording::said;
use clap::Args;
use std::path::{Path, PathBuf};

/// Arguments of `mizan score`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  mizan score articles.csv > mentions.csv
  zcat archive.jsonl.gz | mizan score - --format jsonl | head")]
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
struct Scored {
    rows: Result<Vec<u8>>,
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
    let lexicon = check::load(args.study.lexicons.as_deref())?;
    let mut out = data();
    let format = args.format.of_report(&args.mark);
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
    let mut remarks = Remarks::new(progress);
    let write = &mut |scored: Scored| {
        scored.remarks.iter().for_each(|note| remarks.tell(note));
        put(&mut out, &scored.rows?)
    };
    let streamed = corpus::stream(&args.input, &args.columns.options(&settings), &score, write)?;
    remarks.end(|further| said("cli.further-rows", &[&further, &streamed.rows_skipped]));
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
    let row = MentionRow::alone(lexicon, settings, article);
    mention_rows(&row, &reading, rows)?;
    rows.finish()
}
