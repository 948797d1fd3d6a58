//! `mizan lexicon diff`: what an edit of the word lists does to the figures.

use super::super::args::{ColumnArgs, ThresholdArgs, mark};
use super::super::compare::articles;
use super::super::progress::{Progress, Stages};
use super::super::{Ending, print};
use crate::check;
use crate::error::Result;
use crate::report;
use crate::study;
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
pub struct DiffArgs {
    /// The lists before the edit: their folder, or `built-in`
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// The lists after it: their folder, or `built-in`
    #[arg(value_name = "NEW")]
    pub new: PathBuf,
    /// Tables of articles (.csv, .tsv, .jsonl, .xlsx, .ods; also .gz) or folders
    #[arg(
        value_name = "INPUT",
        required_unless_present = "demo",
        conflicts_with = "demo"
    )]
    pub inputs: Vec<PathBuf>,
    /// A folder for the tables: mentions, scores, profiles, contrasts and clusters that changed, and
    /// what their columns mean; an older one there is replaced
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// How the columns are named.
    #[command(flatten)]
    pub columns: ColumnArgs,
    /// The thresholds.
    #[command(flatten)]
    pub thresholds: ThresholdArgs,
    /// A grouping to be kept to, as for `mizan compare`
    #[arg(long, value_name = "FILE")]
    pub events: Option<PathBuf>,
    /// Use the demo study that comes with mizan
    #[arg(long)]
    pub demo: bool,
    /// Count each copy of a text as a witness of its own, as for `mizan compare`
    #[arg(long)]
    pub keep_copies: bool,
    /// Leave out the mark at the beginning of each table by which Excel knows the letters
    #[arg(long)]
    pub no_bom: bool,
}

/// Runs the command: what changed in plain words on standard output, the tables in their folder.
///
/// Errors: those of settings, both sets of lists and inputs, and of the disk that the tables go to.
pub fn run(args: &DiffArgs, progress: Progress) -> Result<Ending> {
    let mut settings = args.thresholds.settings()?;
    settings.keep_copies |= args.keep_copies;
    if let Some(out) = &args.out {
        report::check_diff_replaceable(out)?;
    }
    let lists = check::load_both(folder(&args.old), folder(&args.new))?;
    let mut corpus = match args.demo {
        true => study::demo()?,
        false => articles(&args.inputs, &args.columns, &progress)?,
    };
    if let Some(grouping) = &args.events {
        corpus.group(grouping)?;
    }
    let stages = Stages::new(progress);
    let diff = study::diff(corpus, lists, settings, &stages);
    stages.done();
    print(&report::changed(&diff))?;
    if let Some(out) = &args.out {
        report::write_diff(&diff, out, mark(args.no_bom))?;
        print(&format!(
            "\nThe tables are in {}: open mentions.csv first; columns.csv explains every column.\n",
            out.display()
        ))?;
    }
    Ok(Ending::Done)
}

/// The folder of some lists; `None` for the built-in ones. (A folder of that name is `./built-in`.)
fn folder(given: &Path) -> Option<&Path> {
    (given != Path::new("built-in")).then_some(given)
}
