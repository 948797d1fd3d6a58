//! `mizan lexicon diff`: what an edit of the word lists does to the figures.

use crate::check;
use crate::cli::args::{CorpusArgs, MarkArgs, ThresholdArgs};
use crate::cli::out::{self, print, report_done};
use crate::cli::progress::{Stages, Verbosity};
use crate::cli::reading;
use crate::error::{Result, shown_name};
use crate::report;
use crate::study;
use crate::wording::said;
use clap::Args;
use std::path::{Path, PathBuf};

/// Arguments of `mizan lexicon diff`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  mizan lexicon export my-lexicons                     write the built-in lists, edit them, then:
  mizan lexicon diff built-in my-lexicons articles.csv
  mizan lexicon diff my-lexicons-before my-lexicons articles.csv --out what-changed
  mizan lexicon diff built-in my-lexicons --demo

Give the same articles, --events, --settings and --set as to `mizan compare`: the figures are then
those of its two reports. Articles in which no word of the edit stands are read once.")]
pub(super) struct DiffArgs {
    /// The lists before the edit: their folder, or `built-in`
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The lists after it: their folder, or `built-in`
    #[arg(value_name = "NEW")]
    new: PathBuf,
    #[command(flatten)]
    corpus: CorpusArgs,
    /// A folder for the tables: mentions, scores, profiles, contrasts and clusters that changed, and
    /// what their columns mean; an older one there is replaced, unless you changed it
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    thresholds: ThresholdArgs,
    #[command(flatten)]
    mark: MarkArgs,
}

/// Runs the command: what changed in plain words on standard output, the tables in their folder.
///
/// Errors: those of settings, both sets of lists and inputs, and of the disk that the tables go to.
pub(super) fn run(args: &DiffArgs, progress: Verbosity) -> Result<()> {
    let mut settings = args.thresholds.settings()?;
    settings.keep_copies |= args.corpus.keep_copies;
    let mut read = args.corpus.read();
    read.extend(args.thresholds.read());
    read.extend([folder(&args.old), folder(&args.new)].into_iter().flatten());
    let place = args
        .out
        .as_deref()
        .map(|out| report::reserve_diff(out, &read));
    let place = place.transpose()?;
    let lists = check::load_both(folder(&args.old), folder(&args.new))?;
    let corpus = reading::corpus(&args.corpus, None, &settings, progress)?;
    let stages = Stages::new(progress);
    let diff = study::diff(corpus, lists, settings, &stages);
    stages.done();
    let changed = report::changed(&diff);
    let (Some(place), Some(out)) = (place, &args.out) else {
        return print(&changed);
    };
    report_done(progress, &changed)?;
    let left = report::write_diff(&diff, place, args.mark.mark())?;
    out::tell_left(progress, &left);
    let told = said("cli.diff", &[&shown_name(out)]);
    report_done(progress, &format!("\n{told}\n"))
}

/// The folder of some lists; `None` for the built-in ones. (A folder of that name is `./built-in`.)
fn folder(given: &Path) -> Option<&Path> {
    (given != Path::new("built-in")).then_some(given)
}
