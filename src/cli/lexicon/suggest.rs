//! `mizan lexicon suggest`: candidates for the word lists, from articles.

use crate::check;
use crate::cli::args::{ColumnArgs, StudyArgs, TextFormat};
use crate::cli::out::{self, say, unwritten};
use crate::cli::progress::{Stages, Verbosity};
use crate::cli::reading::articles;
use crate::error::{Error, Result, did_you_mean, harmless, isolated};
use crate::lexicon::{FrameIx, Lexicon, files};
use crate::report::{self, Mark, suggestion_rows, suggestion_told};
use crate::suggest::{Asked, Proposal, suggest};
use crate::wording::{said, word};
use clap::Args;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Arguments of `mizan lexicon suggest`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  mizan lexicon suggest articles.csv
  mizan lexicon suggest articles.csv --frame armed-islamists --limit 50
  mizan lexicon suggest articles.csv --lexicons my-lexicons --format csv --out candidates.csv

Copy the columns id to note of a row that you want into the list that its column `list` names (for a
name: actor to language, into actors.csv), give it a better id, and run `mizan lexicon check`. Write
what you do not want into ar/refused.csv: it is not proposed again.")]
pub(super) struct SuggestArgs {
    /// Tables of articles (.csv, .tsv, .jsonl, .xlsx, .ods; also .gz) or folders
    #[arg(value_name = "INPUT", required = true)]
    inputs: Vec<PathBuf>,
    /// Only candidates for this frame
    #[arg(long, value_name = "FRAME")]
    frame: Option<String>,
    /// At most so many candidates
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: usize,
    /// How they are written: to be read, or as a table with the rows to be pasted
    #[arg(long, value_enum, default_value_t = TextFormat::Text)]
    format: TextFormat,
    /// The file that they are written to, which must not hold anything yet (default: standard output)
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    columns: ColumnArgs,
    #[command(flatten)]
    study: StudyArgs,
}

/// Runs the command.
///
/// Errors: those of settings, lists and input; a frame that is none; a file that cannot be written.
pub(super) fn run(args: &SuggestArgs, progress: Verbosity) -> Result<()> {
    let settings = args.study.thresholds()?;
    let inputs = args.inputs.iter().map(PathBuf::as_path);
    let read: Vec<&Path> = inputs.chain(args.study.read()).collect();
    out::spare(args.out.as_deref(), &read)?;
    let folder = args.study.lexicons.as_deref();
    let lexicon = check::load(folder)?;
    let files = files::of(folder)?;
    let frame = args.frame.as_deref().map(|name| frame(&lexicon, name));
    let asked = Asked {
        frame: frame.transpose()?,
        limit: args.limit,
    };
    let corpus = articles(&args.inputs, &args.columns.options(&settings), progress)?;
    let stages = Stages::new(progress);
    let proposals = suggest(&corpus, &lexicon, &files, (&settings, &asked), &stages);
    stages.done();
    out::to(args.out.as_deref(), |out| {
        write(args, &lexicon, &proposals, out)
    })?;
    if proposals.is_empty() {
        say(progress, word("cli.no-candidates"));
    }
    Ok(())
}

fn frame(lexicon: &Lexicon, name: &str) -> Result<FrameIx> {
    let mut frames = (0..).map(FrameIx).zip(&lexicon.frames);
    if let Some((ix, _)) = frames.find(|(_, frame)| frame.name == name) {
        return Ok(ix);
    }
    let names = lexicon.frames.iter().map(|frame| frame.name.as_str());
    let names: Vec<&str> = names.collect();
    let hint = match did_you_mean(name, names.iter().copied()) {
        Some(likely) => said("hint.likely", &[&likely]),
        None => said("cli.frames", &[&names.join(", ")]),
    };
    Err(Error::Argument(said(
        "cli.no-frame",
        &[&isolated(name), &hint],
    )))
}

fn write(
    args: &SuggestArgs,
    lexicon: &Lexicon,
    proposals: &[Proposal],
    out: &mut dyn Write,
) -> Result<()> {
    match args.format {
        TextFormat::Text => (1..).zip(proposals).try_for_each(|(rank, proposal)| {
            let told = suggestion_told(lexicon, rank, proposal);
            out.write_all(harmless(&told).as_bytes()).map_err(unwritten)
        }),
        TextFormat::Csv => {
            let columns = report::columns_of("suggest", &[]);
            let mut rows = report::Format::Csv(Mark::Bom).begin(out, &columns)?;
            suggestion_rows(lexicon, proposals, rows.as_mut())?;
            rows.finish()
        }
    }
}
