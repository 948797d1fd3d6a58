//! `mizan lexicon import`: a dictionary of another tool as one of our files.

use crate::cli::out::{self, print_table, report_done, say};
use crate::cli::progress::Verbosity;
use crate::error::{Error, Result, isolated, shown_name};
use crate::exchange::{self, Carried, Dialect, Import, Imported, Lost, Wish};
use crate::language;
use crate::report::{self, Cell, Mark};
use crate::tables::{Limits, limits};
use crate::wording::{said, word};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// Arguments of `mizan lexicon import`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  mizan lexicon import moods.yml --out my-lexicons
  mizan lexicon import liwc.dic --frame tone=posemo,negemo --frame people=social --out my-lexicons
  mizan lexicon import words.csv --language en --out my-lexicons/en/words.csv

Keys become frames and labels: of nested keys the first is the frame and the second the label; where
they are not nested, the frame is called like the file. Words stand as written, as they do where they
come from; --inflect lets the rules of mizan make their forms. What cannot be carried over (regular
expressions, `*` before or inside a word, weights, conditions) is listed with its line.")]
pub(super) struct ImportArgs {
    /// quanteda (.yml), LIWC (.dic), Lexicoder (.lc3), Yoshikoder (.ykd), WordStat (.cat), or a
    /// table of words and categories (.csv, .tsv, .txt, .dicx, .xlsx, .ods)
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// A new folder of lists, or a new file of terms (.csv); default: the terms, to standard output
    #[arg(long, value_name = "DIR|FILE.csv")]
    out: Option<PathBuf>,
    /// Make a frame of the keys below KEY, or of several keys; without KEY of the key NAME, or of all.
    /// May be given several times; what no frame takes is left out
    #[arg(long = "frame", value_name = "NAME[=KEY,…]", value_parser = wish)]
    frames: Vec<Wish>,
    /// The language of the words
    #[arg(long, value_name = "CODE", default_value = "ar")]
    language: String,
    /// Let the rules of mizan make the forms of each word
    #[arg(long)]
    inflect: bool,
    /// The format, where the ending of the name does not tell it
    #[arg(long, value_enum, value_name = "FORMAT")]
    from: Option<From>,
}

/// A format of dictionaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum From {
    /// YAML of quanteda
    Quanteda,
    /// .dic
    Liwc,
    /// .lc3
    Lexicoder,
    /// .ykd
    Yoshikoder,
    /// .cat
    Wordstat,
    /// A table of words and categories
    Table,
}

impl From {
    fn dialect(self) -> Dialect {
        match self {
            From::Quanteda => Dialect::Quanteda,
            From::Liwc => Dialect::Liwc,
            From::Lexicoder => Dialect::Lexicoder,
            From::Yoshikoder => Dialect::Yoshikoder,
            From::Wordstat => Dialect::WordStat,
            From::Table => Dialect::Columns,
        }
    }
}

fn wish(given: &str) -> std::result::Result<Wish, String> {
    let (name, keys) = given.split_once('=').unwrap_or((given, ""));
    let keys = keys.split(',').map(|key| key.trim().to_owned());
    let wish = Wish {
        name: name.trim().to_owned(),
        keys: keys.filter(|key| !key.is_empty()).collect(),
    };
    match wish.name.is_empty() {
        true => Err(word("cli.frame-first").to_owned()),
        false => Ok(wish),
    }
}

/// Runs the command.
///
/// Errors: a file that cannot be read or is in none of the formats, a key that it does not have, an
/// output that is there already.
pub(super) fn run(args: &ImportArgs, progress: Verbosity) -> Result<()> {
    out::spare(None, &[&args.file])?;
    let carried = carried(args)?;
    match &args.out {
        None => {
            print_table(&terms(&carried)?)?;
            let lost = carried.lost.iter();
            lost.for_each(|lost| say(progress, &line(args, lost)));
            say(progress, &told(args, &carried));
        }
        Some(out) => {
            let is_file = out.extension().is_some_and(|ending| ending == "csv");
            let lost = match is_file {
                true => write_file(args, out, &carried),
                false => write_folder(args, out, &carried),
            }?;
            report_done(progress, &format!("{}\n{lost}", told(args, &carried)))?;
        }
    }
    Ok(())
}

fn carried(args: &ImportArgs) -> Result<Carried> {
    let shown = args.file.display().to_string();
    let dialect = args.from.map(From::dialect);
    let dialect = dialect
        .or_else(|| Dialect::of(&args.file))
        .ok_or_else(|| Error::Argument(said("cli.no-format", &[&shown])))?;
    let content = limits::whole(
        &args.file,
        Limits::DEFAULT.list_megabytes,
        word("hint.part"),
    )?;
    let dictionary = exchange::read(&shown, &content, dialect)?;
    let name = |part: Option<&std::ffi::OsStr>| {
        part.map_or(String::new(), |part| part.to_string_lossy().into_owned())
    };
    exchange::carry_over(
        &dictionary,
        &Import {
            wishes: &args.frames,
            stem: &name(args.file.file_stem()),
            file: &name(args.file.file_name()),
            language: language::of(Some(&args.language)),
            inflect: args.inflect,
        },
    )
}

/// Writes the terms as one file, and what was lost beside it; tells what is left to do.
fn write_file(args: &ImportArgs, out: &Path, carried: &Carried) -> Result<String> {
    let lost = out.with_extension("not-imported.txt");
    spare(&[out, &lost])?;
    out::file(out, terms(carried)?.as_bytes())?;
    let labels: Vec<String> = carried
        .labels
        .iter()
        .map(|(frame, label)| format!("{frame},{label}"))
        .collect();
    let told = said("cli.terms", &[&shown_name(out), &labels.join(" ")]);
    Ok(format!("{}{told}\n", write_lost(args, &lost, carried)?))
}

/// Writes a folder of lists; tells what is left to do.
fn write_folder(args: &ImportArgs, out: &Path, carried: &Carried) -> Result<String> {
    let code = language::of(Some(&args.language)).code();
    let name = args.file.with_extension("csv");
    let name = name.file_name().unwrap_or_default();
    let (frames_file, lost) = (out.join("frames.csv"), out.join("not-imported.txt"));
    let terms_file = out.join(code).join(name);
    spare(&[&frames_file, &terms_file, &lost])?;
    let folder = out.join(code);
    std::fs::create_dir_all(&folder).map_err(|fault| Error::file(&folder, fault))?;
    out::file(&terms_file, terms(carried)?.as_bytes())?;
    out::file(&frames_file, frames(args, carried)?.as_bytes())?;
    let told = said("cli.lists", &[&shown_name(out)]);
    Ok(format!("{}{told}\n", write_lost(args, &lost, carried)?))
}

/// Nothing is written over.
fn spare(files: &[&Path]) -> Result<()> {
    match files.iter().find(|file| file.symlink_metadata().is_ok()) {
        Some(taken) => Err(Error::Argument(said("cli.there", &[&shown_name(taken)]))),
        None => Ok(()),
    }
}

fn write_lost(args: &ImportArgs, path: &Path, carried: &Carried) -> Result<String> {
    if carried.lost.is_empty() {
        return Ok(String::new());
    }
    let lines = carried.lost.iter().map(|lost| line(args, lost) + "\n");
    out::file(path, lines.collect::<String>().as_bytes())?;
    Ok(said("cli.not-imported", &[&shown_name(path)]) + "\n")
}

fn line(args: &ImportArgs, lost: &Lost) -> String {
    let entry = match lost.entry.as_str() {
        "" => String::new(),
        entry => format!("{}: ", isolated(entry)),
    };
    said(
        "lost.line",
        &[&shown_name(&args.file), &lost.line, &entry, &lost.what],
    )
}

fn told(args: &ImportArgs, carried: &Carried) -> String {
    let frames: std::collections::BTreeSet<&String> =
        carried.labels.iter().map(|(frame, _)| frame).collect();
    let unwished = match carried.unwished {
        0 => String::new(),
        many => said("cli.unwished", &[&many]),
    };
    said(
        "cli.imported",
        &[
            &shown_name(&args.file),
            &carried.terms.len(),
            &frames.len(),
            &carried.labels.len(),
            &carried.lost.len(),
            &unwished,
        ],
    )
}

fn terms(carried: &Carried) -> Result<String> {
    let text = |text: &str| Cell::text(text.to_owned());
    let cells = |row: &Imported| {
        let mut cells = [&row.id, &row.term, &row.frame, &row.label, row.pos]
            .map(text)
            .to_vec();
        cells.extend([Cell::Missing, text(row.flags)]);
        cells.extend([Cell::Missing, Cell::Missing, Cell::Missing]);
        cells.extend([&*row.hit, row.miss, &row.source, &row.note].map(text));
        cells
    };
    table("terms", carried.terms.iter().map(cells))
}

fn frames(args: &ImportArgs, carried: &Carried) -> Result<String> {
    let name = args.file.file_name().unwrap_or_default().to_string_lossy();
    let source = said("cli.source", &[&name]);
    let cells = |(frame, label): &(String, String)| {
        vec![
            Cell::text(frame.clone()),
            Cell::text(label.clone()),
            Cell::Count(0),
            Cell::text("any"),
            Cell::Missing,
            Cell::text(source.clone()),
        ]
    };
    table("frames", carried.labels.iter().map(cells))
}

fn table(name: &str, mut cells: impl Iterator<Item = Vec<Cell<'static>>>) -> Result<String> {
    report::Format::Csv(Mark::Bom).text(name, |rows| cells.try_for_each(|cells| rows.row(&cells)))
}
