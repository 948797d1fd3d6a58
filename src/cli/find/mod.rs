//! `mizan find`: every place where an entry, a phrase or a pattern stands, with the words around it.

mod exclude;
mod out;
mod search;

use super::Outcome;
use super::args::{ColumnArgs, MarkArgs, StudyArgs};
use super::out as place;
use super::progress::Verbosity;
use crate::error::{Error, Result};
use crate::language::signs;
use crate::lexicon::{self, Lexicon};
use crate::report::Order;
use crate::settings::Settings;
use crate::voice::Voice;
use crate::wording::said;
use clap::{Args, ValueEnum};
use out::Out;
use search::Search;
use std::path::{Path, PathBuf};

/// Arguments of `mizan find`.
#[derive(Debug, Args)]
#[command(after_help = include_str!("examples.txt"))]
pub(super) struct FindArgs {
    /// An id or a term of the lists, or the key of an actor, for its names; a word or phrase that is in
    /// none is looked for in the forms of the general rules; a final `*` stands for any ending
    #[arg(value_name = "TERM|ID")]
    name: String,
    /// Tables of articles (.csv, .tsv, .jsonl, .xlsx, .ods; also .gz) or folders; `-` reads a table from
    /// standard input
    #[arg(value_name = "INPUT", required_unless_present = "exclude_into")]
    inputs: Vec<PathBuf>,
    /// Sort the places by the words before (`left`) or after (`right`) the form, by the form, by
    /// date or by source (default: as they come)
    #[arg(long, value_enum, value_name = "BY")]
    sort: Option<By>,
    /// Show only what is said in this voice. May be given several times
    #[arg(long, value_parser = voice, value_name = "VOICE")]
    voice: Vec<Voice>,
    /// Show only what this source wrote. May be given several times
    #[arg(long, value_name = "NAME")]
    source: Vec<String>,
    /// Show only these forms, as they are written in the texts; several with commas between
    #[arg(
        long,
        visible_alias = "forms",
        value_name = "FORM",
        value_delimiter = ','
    )]
    form: Vec<String>,
    /// Write the forms given with --form into the cell `exclude` of the entry, in this file of
    /// terms (.csv, .tsv or .xlsx); all else in the file stays as it is
    #[arg(long, value_name = "FILE", requires = "form")]
    exclude_into: Option<PathBuf>,
    /// Show no more than so many places
    #[arg(long, value_name = "N")]
    limit: Option<u64>,
    /// How the places are written
    #[arg(long, value_enum, default_value = "text")]
    format: PlaceFormat,
    /// The file that the places are written to, which must not hold anything yet (default: standard
    /// output)
    #[arg(long, value_name = "FILE", requires = "inputs")]
    out: Option<PathBuf>,
    /// The language of a word that is in no list
    #[arg(long, value_name = "CODE", default_value = "ar")]
    language: String,
    #[command(flatten)]
    columns: ColumnArgs,
    #[command(flatten)]
    study: StudyArgs,
    #[command(flatten)]
    mark: MarkArgs,
}

impl FindArgs {
    /// What is read.
    fn read(&self) -> Vec<&Path> {
        let inputs = self.inputs.iter().map(PathBuf::as_path);
        inputs
            .chain(self.study.read())
            .chain(self.exclude_into.as_deref())
            .collect()
    }

    /// The forms that were asked for, whichever comma parts them.
    fn forms(&self) -> Vec<String> {
        let forms = self.form.iter().flat_map(|forms| {
            forms.split(|sign| signs::is_comma(sign) || signs::is_semicolon(sign))
        });
        let forms = forms.map(|form| form.trim().to_owned());
        forms.filter(|form| !form.is_empty()).collect()
    }
}

/// What places are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs, reason = "the help of --sort says it")]
pub(super) enum By {
    #[value(alias = "before")]
    Left,
    #[value(alias = "after")]
    Right,
    Form,
    Date,
    Source,
}

impl By {
    fn order(self) -> Order {
        match self {
            By::Left => Order::Left,
            By::Right => Order::Right,
            By::Form => Order::Form,
            By::Date => Order::Date,
            By::Source => Order::Source,
        }
    }
}

/// How places are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum PlaceFormat {
    /// To be read
    Text,
    /// A table
    Csv,
    /// One JSON object a line, with the same columns
    Jsonl,
}

fn voice(given: &str) -> std::result::Result<Voice, String> {
    let names = Voice::ALL.map(Voice::name);
    let found = Voice::ALL.into_iter().find(|voice| voice.name() == given);
    found.ok_or_else(|| said("hint.one-of", &[&names.join(", ")]))
}

/// Runs the command: places are written as they are found, or sorted at the end. Its ending tells
/// whether there was one.
///
/// Errors: those of settings, lists and inputs, of the file that forms are written into; a reader
/// that has gone.
pub(super) fn run(args: &FindArgs, progress: Verbosity) -> Result<Outcome> {
    let settings = args.study.thresholds()?;
    place::spare(args.out.as_deref(), &args.read())?;
    let exclusion = exclude::prepare(args)?;
    let folder = args
        .study
        .lexicons
        .clone()
        .or_else(|| exclude::folder(args));
    let lexicon = lexicon::load_alone(folder.as_deref(), &args.name, Some(&args.language))?;
    let shown = match args.inputs.is_empty() {
        true => Ok(Outcome::Done),
        false => show(args, &lexicon, &settings, progress),
    };
    // A reader that has gone (`… | head`) has seen enough; what was asked for is done all the same.
    if let (Some(exclusion), Ok(_) | Err(Error::OutputClosed)) = (exclusion, &shown) {
        exclusion.write(progress)?;
    }
    shown
}

/// Writes the places.
fn show(
    args: &FindArgs,
    lexicon: &Lexicon,
    settings: &Settings,
    progress: Verbosity,
) -> Result<Outcome> {
    let mut search = Search::new(args, lexicon, settings, progress);
    place::to(args.out.as_deref(), |out| {
        let mut out = Out::new(args, out)?;
        for input in &args.inputs {
            search.read(input, &mut out)?;
        }
        search.finish(&mut out)?;
        search.tell(&mut out)?;
        out.flush()
    })?;
    Ok(search.ending())
}
