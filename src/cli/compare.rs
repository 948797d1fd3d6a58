//! `mizan compare`: the main job, every table of the report.

use super::args::{CorpusArgs, KeptArgs, MarkArgs, PageArgs, ShownArgs, StudyArgs};
use super::out::{self, report_done};
use super::progress::{Stages, Verbosity};
use super::reading;
use super::workbook::WorkbookArgs;
use crate::check;
use crate::error::{Result, shown_name};
use crate::report;
use crate::study;
use crate::wording::said_in;
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
pub(super) struct CompareArgs {
    #[command(flatten)]
    corpus: CorpusArgs,
    /// The folder that the report is written to; an older report there is replaced,
    /// unless you changed it or put a file there
    #[arg(long, value_name = "DIR", default_value = "report")]
    out: PathBuf,
    #[command(flatten)]
    kept: KeptArgs,
    #[command(flatten)]
    study: StudyArgs,
    #[command(flatten)]
    shown: ShownArgs,
    #[command(flatten)]
    mark: MarkArgs,
    /// Write no page (report.html)
    #[arg(long)]
    no_page: bool,
    #[command(flatten)]
    page: PageArgs,
    /// Write no workbook (report.xlsx)
    #[arg(long)]
    no_workbook: bool,
    #[command(flatten)]
    workbook: WorkbookArgs,
    /// Write every table as Parquet, too, for Python, R and DuckDB
    #[arg(long)]
    parquet: bool,
}

/// Runs the command: the report stands in its folder, its summary on standard output.
///
/// Errors: those of settings, lexicons and inputs, and of the disk that the report goes to.
pub(super) fn run(args: &CompareArgs, progress: Verbosity) -> Result<()> {
    if args.parquet {
        report::able_of_parquet()?;
    }
    let mut settings = args.study.thresholds()?;
    settings.keep_copies |= args.corpus.keep_copies;
    args.shown.ask(&mut settings);
    let read = args.corpus.read_beside(&args.study);
    out::spare(None, &read)?;
    let place = report::reserve(&args.out, &read)?;
    let lexicon = check::load(args.study.lexicons.as_deref())?;
    let kept = Some((&args.kept, &args.study));
    let corpus = reading::corpus(&args.corpus, kept, &settings, progress)?;
    let page = (!args.no_page).then(|| args.page.options());
    let workbook = (!args.no_workbook).then(|| args.workbook.options());
    let stages = Stages::new(progress);
    let findings = study::weigh(corpus, lexicon, settings, &stages)?;
    stages.done();
    let beside = report::Beside {
        mark: args.mark.mark(),
        page,
        workbook,
        parquet: args.parquet,
    };
    let left = report::write(&findings, place, beside)?;
    out::tell_left(progress, &left);
    let where_to_begin = match page {
        Some(_) => "cli.report",
        None => "cli.report-tables",
    };
    let told = format!(
        "{}\n{}\n",
        report::summary(&findings),
        said_in(findings.tongue, where_to_begin, &[&shown_name(&args.out)])
    );
    report_done(progress, &told)
}
