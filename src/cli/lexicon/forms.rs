//! `mizan lexicon forms`: which spellings an entry stands for.

use crate::cli::args::{ColumnArgs, TextFormat};
use crate::cli::out::{self, print, print_table};
use crate::cli::reading;
use crate::error::{Result, isolated};
use crate::lexicon::forms::{Counter, Entry, Group, entries, groups};
use crate::report::{self, Cell, Mark, Rows};
use crate::wording::{said, word};
use clap::Args;
use std::path::PathBuf;

/// Arguments of `mizan lexicon forms`.
#[derive(Debug, Args)]
#[command(after_help = include_str!("forms_examples.txt"))]
pub(super) struct FormsArgs {
    /// An id or a term of the lists; a word that is in none is tried with the general rules
    #[arg(value_name = "TERM|ID")]
    name: String,
    /// Articles in which the forms are to be counted
    #[arg(value_name = "INPUT")]
    input: Vec<PathBuf>,
    /// A folder of your own word lists instead of the built-in ones
    #[arg(long, value_name = "DIR")]
    lexicons: Option<PathBuf>,
    /// How they are written: to be read, or as a table
    #[arg(long, value_enum, default_value_t = TextFormat::Text)]
    format: TextFormat,
    #[command(flatten)]
    columns: ColumnArgs,
}

/// Runs the command.
///
/// Errors: an id that is none; those of lists and input.
pub(super) fn run(args: &FormsArgs) -> Result<()> {
    let read = args.input.iter().map(PathBuf::as_path);
    out::spare(None, &read.collect::<Vec<_>>())?;
    let entries = entries(args.lexicons.as_deref(), &args.name, Some("ar"))?;
    match args.format {
        TextFormat::Text => told(args, &entries),
        TextFormat::Csv => tabled(args, &entries),
    }
}

fn told(args: &FormsArgs, entries: &[Entry]) -> Result<()> {
    for entry in entries {
        let id = match entry.id.as_str() {
            "" => word("cli.no-list"),
            id => id,
        };
        print(&format!("{} ({id})\n", isolated(&entry.citation.term)))?;
        for way in groups(entry) {
            for (at, word) in way.iter().enumerate() {
                if way.len() > 1 {
                    print(&format!(" {}\n", said("cli.word", &[&(at + 1)])))?;
                }
                word.iter().try_for_each(|group| print(&line(group)))?;
            }
        }
        for (form, rule, count) in met(args, entry)? {
            print(&format!(
                "  {}\n",
                said(
                    "cli.met",
                    &[&format!("{count:>7}"), &isolated(&form), &rule]
                )
            ))?;
        }
    }
    Ok(())
}

/// A group on one line: rule, forms, what may stand before them.
fn line(group: &Group) -> String {
    let weak = match group.is_weak {
        true => word("cli.weak"),
        false => "",
    };
    let forms: Vec<String> = group.forms.iter().map(|form| isolated(form)).collect();
    let heads: Vec<String> = group
        .heads
        .iter()
        .filter(|head| !head.is_empty())
        .map(|head| isolated(head))
        .collect();
    let before = match heads.as_slice() {
        [] => String::new(),
        heads => said("cli.also-after", &[&heads.join(" ")]),
    };
    format!("  {}{weak}: {}{before}\n", group.rule, forms.join(" "))
}

fn tabled(args: &FormsArgs, entries: &[Entry]) -> Result<()> {
    let table = report::Format::Csv(Mark::Bom).text("forms", |rows| {
        entries.iter().try_for_each(|entry| put(args, entry, rows))
    })?;
    print_table(&table)
}

fn put(args: &FormsArgs, entry: &Entry, rows: &mut dyn Rows) -> Result<()> {
    for (at, group) in groups(entry).iter().flat_map(|way| {
        let words = (1..).zip(way);
        words.flat_map(|(at, word)| word.iter().map(move |group| (at, group)))
    }) {
        for form in &group.forms {
            rows.row(&made(entry, at, group, form))?;
        }
    }
    for (form, rule, count) in met(args, entry)? {
        rows.row(&[
            Cell::text(entry.id.as_str()),
            Cell::text(entry.citation.term.as_str()),
            Cell::Missing,
            Cell::text(form),
            Cell::text(rule),
            Cell::Missing,
            Cell::Missing,
            Cell::count(count),
        ])?;
    }
    Ok(())
}

/// The row of a form that a rule makes of the `at`th word.
fn made<'a>(entry: &'a Entry, at: u32, group: &'a Group, form: &'a str) -> [Cell<'a>; 8] {
    [
        Cell::text(entry.id.as_str()),
        Cell::text(entry.citation.term.as_str()),
        Cell::count(at),
        Cell::text(form),
        Cell::text(group.rule.as_str()),
        Cell::YesNo(group.is_weak),
        Cell::text(group.heads.join(" ").trim().to_owned()),
        Cell::Missing,
    ]
}

/// The forms that the input has.
fn met(args: &FormsArgs, entry: &Entry) -> Result<Vec<(String, String, u64)>> {
    let mut counter = Counter::new(entry.clone());
    reading::texts(&args.input, &args.columns, |text| counter.count(text))?;
    Ok(counter.met())
}
