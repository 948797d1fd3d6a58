//! `mizan compare`: the main job, every table of the report.

use super::args::{ColumnArgs, StudyArgs, mark};
use super::print;
use super::progress::Progress;
use super::progress::Stages;
use crate::check;
use crate::corpus::{self, Corpus};
use crate::error::Result;
use crate::report;
use crate::study;
use clap::Args;
use std::path::PathBuf;

/// Arguments of `mizan compare`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  mizan compare articles.csv                 the report stands in the folder `report`
  mizan compare articles.csv --out mali      … or in a folder of your choice
  mizan compare texts/                       a folder: one text or page a file, one folder a source
  mizan compare a.csv b.jsonl.gz --column text=BODY --set window_hours=48
  mizan compare --demo                       the demo study that comes with mizan")]
pub struct CompareArgs {
    /// Tables of articles (.csv, .tsv, .jsonl, .xlsx, .ods; also .gz) or folders; each article needs a
    /// source and a text, and is better with a date and a title
    #[arg(
        value_name = "INPUT",
        required_unless_present = "demo",
        conflicts_with = "demo"
    )]
    pub inputs: Vec<PathBuf>,
    /// The folder that the report is written to; an older report there is replaced
    #[arg(long, value_name = "DIR", default_value = "report")]
    pub out: PathBuf,
    /// How the columns are named.
    #[command(flatten)]
    pub columns: ColumnArgs,
    /// What steers the study.
    #[command(flatten)]
    pub study: StudyArgs,
    /// A grouping to be kept to: a table with the columns article and event, for all articles or
    /// only for those that you corrected (`mizan events` writes one)
    #[arg(long, value_name = "FILE")]
    pub events: Option<PathBuf>,
    /// Use the demo study that comes with mizan
    #[arg(long)]
    pub demo: bool,
    /// Count each copy of a text (wire text printed by several sources) as a witness of its own
    #[arg(long)]
    pub keep_copies: bool,
    /// Leave out the mark at the beginning of each table by which Excel knows the letters
    #[arg(long)]
    pub no_bom: bool,
}

/// Runs the command: the report stands in its folder, its summary on standard output.
///
/// Errors: those of settings, lexicons and inputs, and of the disk that the report goes to.
pub fn run(args: &CompareArgs, progress: Progress) -> Result<()> {
    let mut settings = args.study.thresholds()?;
    settings.keep_copies |= args.keep_copies;
    report::check_replaceable(&args.out)?;
    let lexicon = check::load(args.study.lexicons.as_deref())?;
    let mut corpus = match args.demo {
        true => study::demo()?,
        false => articles(&args.inputs, &args.columns, &progress)?,
    };
    if let Some(grouping) = &args.events {
        corpus.group(grouping)?;
    }
    let stages = Stages::new(progress);
    let findings = study::weigh(corpus, lexicon, settings, &stages)?;
    stages.done();
    report::write(&findings, &args.out, mark(args.no_bom))?;
    print(&format!(
        "{}\nThe report is in {}: open comparison.csv first; columns.csv explains every column.\n",
        report::summary(&findings),
        args.out.display()
    ))
}

/// Reads the articles, and shows how far it has come.
///
/// Errors: those of [`corpus::read`].
pub fn articles(inputs: &[PathBuf], columns: &ColumnArgs, progress: &Progress) -> Result<Corpus> {
    let reading = progress.bytes("reading", corpus::size(inputs));
    let corpus = corpus::read(inputs, &columns.options(), &|bytes| reading.tick(bytes))?;
    reading.done(&format!(
        "{} articles of {} sources, {} rows skipped",
        corpus.articles.len(),
        corpus.sources.len(),
        corpus.rows_skipped
    ));
    Ok(corpus)
}
