//! `mizan lexicon check`: every fault of the word lists.

use crate::check::{self, Finding};
use crate::cli::Outcome;
use crate::cli::out::{self, print, print_table, say};
use crate::cli::progress::Verbosity;
use crate::error::{Result, Severity, shown_name};
use crate::lexicon::files::{self, ListFile};
use crate::report::{self, Cell, Mark};
use crate::wording::{counted, said, word};
use clap::{Args, ValueEnum};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Arguments of `mizan lexicon check`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  mizan lexicon check my-lexicons
  mizan lexicon check                 the built-in lists
  mizan lexicon check my-lexicons --format csv > faults.csv
  mizan lexicon check study.xlsx --mark marked.xlsx

Exit status: 0 nothing found, 1 something found, 2 the lists cannot be read")]
pub(super) struct CheckArgs {
    /// The folder that they stand in, or the workbook (default: the built-in ones)
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Write the lists as a workbook (.xlsx), too, with each faulty cell in colour and what to do in
    /// its note
    #[arg(long, value_name = "FILE")]
    mark: Option<PathBuf>,
    /// How faults are written: to be read, or for a program
    #[arg(long, value_enum, default_value_t = FaultFormat::Text)]
    format: FaultFormat,
}

/// How faults are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FaultFormat {
    /// Lines to be read
    Text,
    /// A table, one row a fault
    Csv,
    /// A list of objects, with the same columns
    Json,
}

/// Runs the command.
///
/// Errors: a folder that is none, a file that cannot be written. Faults in the lists are findings, no
/// errors.
pub(super) fn run(args: &CheckArgs, progress: Verbosity) -> Result<Outcome> {
    if let Some(file) = &args.mark {
        let read: Vec<&Path> = args.folder.iter().map(PathBuf::as_path).collect();
        out::spare_book(file, &read)?;
    }
    let files = files::of(args.folder.as_deref())?;
    let findings = check::check(&files);
    if let Some(file) = &args.mark {
        out::file(file, &report::marked_book(&own(args, &files), &findings)?)?;
        say(progress, &said("cli.marked", &[&shown_name(file)]));
    }
    match args.format {
        FaultFormat::Text => print(&told(&findings, files.len())),
        FaultFormat::Csv => print_table(&written(&findings, report::Format::Csv(Mark::Bom))?),
        FaultFormat::Json => print_table(&listed(&findings)?),
    }?;
    Ok(if findings.is_empty() {
        Outcome::Done
    } else {
        Outcome::Findings
    })
}

/// The lists that are the user's where they stand in a workbook, and all lists of a folder.
fn own(args: &CheckArgs, files: &[ListFile]) -> Vec<ListFile> {
    let book = args.folder.as_deref().filter(|path| path.is_file());
    let shown = book.map(|path| format!("{} (", path.display()));
    let is_own = |file: &&ListFile| match &shown {
        Some(shown) => file.shown.starts_with(shown),
        None => true,
    };
    files.iter().filter(is_own).cloned().collect()
}

/// Errors, then warnings, each with the cell it lies in, then how many there are.
fn told(findings: &[Finding], files: usize) -> String {
    let lines = |severity: Severity| -> (usize, String) {
        let of = |finding: &&Finding| finding.fault.severity == severity;
        let of: Vec<&Finding> = findings.iter().filter(of).collect();
        (of.len(), told_all(&of))
    };
    let ((errors, faults), (warnings, doubts)) = (lines(Severity::Error), lines(Severity::Warning));
    let title = match doubts.is_empty() {
        true => String::new(),
        false => word("cli.warnings").to_owned() + "\n",
    };
    let gap = if errors > 0 && warnings > 0 { "\n" } else { "" };
    let counts = [(files, "file"), (errors, "error"), (warnings, "warning")];
    let [files, errors, warnings] = counts.map(|(count, what)| counted(count, what));
    let sum = said("cli.checked", &[&files, &errors, &warnings]);
    format!("{faults}{gap}{title}{doubts}{sum}\n")
}

/// So many faults of one file that say the same are shown; the rest are counted.
const ALIKE: usize = 3;

fn told_all(findings: &[&Finding]) -> String {
    let likeness = |finding: &Finding| {
        let fault = &finding.fault;
        (fault.file.clone(), fault.column.clone(), fault.what.clone())
    };
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    for finding in findings {
        *counts.entry(likeness(finding)).or_default() += 1;
    }
    let mut told = String::new();
    let mut shown: BTreeMap<_, usize> = BTreeMap::new();
    for finding in findings {
        let key = likeness(finding);
        let all = counts[&key];
        let so_far = shown.entry(key).or_default();
        *so_far += 1;
        if *so_far <= ALIKE {
            told += &told_one(finding);
        }
        if *so_far == ALIKE && all > ALIKE {
            let more = counted(all - ALIKE, "row");
            told += &format!("    {}\n", said("cli.more", &[&more]));
        }
    }
    told
}

fn told_one(finding: &Finding) -> String {
    let marked = finding.marked();
    let cell = match marked.is_empty() {
        true => String::new(),
        false => format!("    {marked}\n"),
    };
    format!("{}\n{cell}", finding.fault)
}

fn written(findings: &[Finding], format: report::Format) -> Result<String> {
    let mut findings = findings.iter();
    format.text("check", |rows| {
        findings.try_for_each(|finding| rows.row(&cells(finding)))
    })
}

fn listed(findings: &[Finding]) -> Result<String> {
    let lines = written(findings, report::Format::Jsonl)?;
    let objects: Vec<&str> = lines.lines().collect();
    Ok(format!("[{}]\n", objects.join(",\n")))
}

fn cells(finding: &Finding) -> [Cell<'_>; 11] {
    let Finding { fault, place } = finding;
    let number = |number: Option<u64>| number.map_or(Cell::Missing, Cell::count);
    let line = place.as_ref().and_then(|place| place.line);
    let severity = match fault.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let chars = fault.chars();
    [
        Cell::text(severity),
        Cell::text(fault.file.as_str()),
        number(fault.row),
        Cell::text(fault.column.as_deref().unwrap_or_default()),
        number(chars.map(|chars| chars.start as u64 + 1)),
        number(chars.map(|chars| chars.end as u64)),
        number(line.map(|(line, _)| line)),
        number(line.map(|(_, character)| character)),
        Cell::text(fault.what.as_str()),
        Cell::text(fault.remedy.as_str()),
        Cell::text(place.as_ref().map_or("", |place| place.cell.as_str())),
    ]
}
