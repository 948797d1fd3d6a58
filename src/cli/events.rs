//! `mizan events`: the grouping of articles into events, alone.

use super::args::{ColumnArgs, MarkArgs, StudyArgs, TableFormat};
use super::out::{self, Remarks, say};
use super::progress::{Stages, Verbosity};
use super::reading;
use crate::check;
use crate::corpus::{ArticleIx, Corpus, Note};
use crate::error::{Error, Result, may_be_meant, shown_name};
use crate::events::Alignment;
use crate::lexicon::Lexicon;
use crate::report::{self, Rows, grouping_rows};
use crate::settings::Settings;
use crate::study;
use crate::wording::{Tongue, said, word};
use clap::{Args, ValueEnum};
use std::fmt::Display;
use std::path::{Path, PathBuf};

/// Arguments of `mizan events`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  mizan events articles.csv > events.csv        then correct the column event in a spreadsheet
  mizan events articles.csv --events events.csv  … and see what the corrections change
  mizan compare articles.csv --events events.csv … or compare the sources with them
  mizan events archive.jsonl.gz --format jsonl --out events.jsonl
  mizan events articles.csv --explain a17 a23   why two articles are one event or not")]
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
    /// The same as --format parquet
    #[arg(long, conflicts_with = "format")]
    parquet: bool,
    #[command(flatten)]
    columns: ColumnArgs,
    #[command(flatten)]
    study: StudyArgs,
    /// A grouping to be kept to: a table with the columns article and event, for all articles or
    /// only for those that you corrected
    #[arg(long, value_name = "FILE")]
    events: Option<PathBuf>,
    /// Say why two articles are taken for one event or for two, in words, instead of writing the
    /// grouping: the probability and what made it, the links between them, the words that both have
    #[arg(long, num_args = 2, value_names = ["A", "B"], conflicts_with_all = ["out", "format", "parquet"])]
    explain: Option<Vec<String>>,
    /// The language in which that is said
    #[arg(long, value_enum, default_value = "en", requires = "explain")]
    language: ToldIn,
    #[command(flatten)]
    mark: MarkArgs,
}

/// The languages that reasons are told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ToldIn {
    /// English
    En,
    /// Arabic
    Ar,
}

/// Runs the command: the grouping stands in its file, what was skipped or corrected is told on
/// standard error.
///
/// Errors: those of settings, lexicons and inputs; a reader that has gone, a disk that refuses.
pub(super) fn run(args: &EventsArgs, progress: Verbosity) -> Result<()> {
    let settings = args.study.thresholds()?;
    let format = match args.parquet {
        true => TableFormat::Parquet.of_report(&args.mark)?,
        false => args.format.of_report(&args.mark)?,
    };
    let inputs = args.inputs.iter().map(PathBuf::as_path);
    let read: Vec<&Path> = inputs
        .chain(args.events.as_deref())
        .chain(args.study.read())
        .collect();
    out::spare(args.out.as_deref(), &read)?;
    if format.is_none() {
        out::not_shown(args.out.as_deref())?;
    }
    let lexicon = check::load(args.study.lexicons.as_deref())?;
    let mut corpus = reading::articles(&args.inputs, &args.columns.options(&settings), progress)?;
    reading::group(&mut corpus, args.events.as_deref(), &settings)?;
    if let Some(ids) = &args.explain {
        return explain(args, ids, &mut corpus, &lexicon, &settings, progress);
    }
    let stages = Stages::new(progress);
    let alignment = study::grouping(&mut corpus, &lexicon, &settings, &stages);
    stages.done();
    let fill = |rows: &mut dyn Rows| grouping_rows(&corpus, &alignment, rows);
    match format {
        Some(format) => out::to(args.out.as_deref(), |out| {
            let mut rows = format.begin(out, &report::columns_of("grouping", &[]))?;
            fill(rows.as_mut())?;
            rows.finish()
        }),
        None => {
            let bytes = report::parquet("grouping", (&lexicon, &settings), fill)?;
            out::bytes(args.out.as_deref(), &bytes)
        }
    }?;
    tell(&corpus, &alignment, progress);
    Ok(())
}

/// Says why two articles are one event or not.
///
/// Errors: an id that no article has; a reader that has gone.
fn explain(
    args: &EventsArgs,
    ids: &[String],
    corpus: &mut Corpus,
    lexicon: &Lexicon,
    settings: &Settings,
    progress: Verbosity,
) -> Result<()> {
    let articles = [article(corpus, &ids[0])?, article(corpus, &ids[1])?];
    if articles[0] == articles[1] {
        let told = said("fail.same-article", &[&shown_name(&ids[0])]);
        return Err(Error::Argument(told));
    }
    let stages = Stages::new(progress);
    let explained = study::explained(corpus, lexicon, settings, articles, &stages);
    stages.done();
    let tongue = match args.language {
        ToldIn::En => Tongue::English,
        ToldIn::Ar => Tongue::Arabic,
    };
    out::print(&report::explanation(corpus, settings, &explained, tongue))
}

/// The article with an id.
fn article(corpus: &Corpus, id: &str) -> Result<ArticleIx> {
    let ids = corpus.articles.iter().map(|article| article.id.as_str());
    if let Some(at) = ids.clone().position(|other| other == id) {
        return Ok(ArticleIx(at as u32));
    }
    let likely = may_be_meant(id, ids, MOST_MEANT);
    let likely: Vec<String> = likely.into_iter().map(shown_name).collect();
    let likely = match likely.is_empty() {
        true => String::new(),
        false => said("fail.likely-ids", &[&likely.join(", ")]),
    };
    let with: [&dyn Display; 2] = [&shown_name(id), &likely];
    Err(Error::Argument(said("fail.no-article", &with)))
}

/// Most ids that are named where one is not known.
const MOST_MEANT: usize = 3;

/// Tells what was skipped and what the corrected grouping changed.
fn tell(corpus: &Corpus, alignment: &Alignment, progress: Verbosity) {
    tell_some(&corpus.notes, word("cli.remarks"), progress);
    if let Some(sentence) = report::corrected(corpus, alignment, Tongue::English) {
        say(progress, &sentence);
        tell_some(&report::moved(corpus, alignment), "articles", progress);
    }
}

fn tell_some(notes: &[Note], what: &str, progress: Verbosity) {
    let mut remarks = Remarks::new(progress);
    notes.iter().for_each(|note| remarks.tell(note));
    remarks.end(|further| said("cli.further", &[&further, &what]));
}
