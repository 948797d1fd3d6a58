//! What can go wrong, said as *where, what, what to do*.

#[cfg(test)]
pub(crate) mod growth;
mod shown;

pub(crate) use shown::{harmless, isolated, shown_name};

use crate::wording::{said, word};
use std::cell::Cell;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Once;
use std::{fmt, panic};

/// A result whose error is one of ours.
pub type Result<T> = std::result::Result<T, Error>;

/// A reason for which a command ends with exit status 2.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The operating system refused to read or write a file.
    #[error("{}: {source}", shown_name(path))]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// An input of articles, or a grouping of them, that cannot be read. Here and below the text
    /// says where, what, and what to do.
    #[error("{0}")]
    Input(String),
    /// A table of any purpose that cannot be read as one.
    #[error("{0}")]
    Table(String),
    /// A setting that is not known or has no such value.
    #[error("{0}")]
    Setting(String),
    /// A set of word lists that lacks something, or an entry that cannot be looked for.
    #[error("{0}")]
    Lists(String),
    /// A dictionary of another tool that cannot be read.
    #[error("{0}")]
    Dictionary(String),
    /// A coding that cannot be compared.
    #[error("{0}")]
    Coding(String),
    /// A place that cannot be written to.
    #[error("{0}")]
    Output(String),
    /// An argument that names nothing, or does not go with the others.
    #[error("{0}")]
    Argument(String),
    /// A lexicon with faults; all of them, in file order.
    #[error("{}", list(.0))]
    Lexicon(Vec<Fault>),
    /// Standard output was closed by its reader (`mizan score … | head`): no failure.
    #[error("{}", word("cli.gone"))]
    OutputClosed,
}

impl Error {
    /// The error of a file operation, with the file named.
    pub fn file(path: &Path, source: std::io::Error) -> Self {
        Error::File {
            path: path.to_owned(),
            source,
        }
    }
}

/// How much a fault matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// A study does not start on it.
    Error,
    /// Worth a look; a study starts all the same.
    Warning,
}

/// A part of a cell; spaces around the cell are not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Within {
    /// These characters (code points, not bytes), from 0.
    Chars(Range<usize>),
    /// One of the values that the cell lists.
    Value(String),
}

/// One fault in a file that a researcher edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, as the user would name it.
    pub file: String,
    /// The row as a spreadsheet numbers it (the header is row 1), if it lies in one.
    pub row: Option<u64>,
    /// The column's header, if it lies in one.
    pub column: Option<Box<str>>,
    /// What part of the cell is meant, if it is not the whole.
    pub part: Option<Box<Within>>,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
    /// Whether a study may start on it.
    pub severity: Severity,
}

impl Fault {
    /// An error of a whole file.
    pub fn new(file: &str, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Fault {
            file: file.to_owned(),
            row: None,
            column: None,
            part: None,
            what: what.into(),
            remedy: remedy.into(),
            severity: Severity::Error,
        }
    }

    /// The same in a row.
    pub fn in_row(mut self, row: u64) -> Self {
        self.row = Some(row);
        self
    }

    /// The same in a column.
    pub fn in_column(mut self, column: &str) -> Self {
        self.column = Some(column.into());
        self
    }

    /// The same at a place of its cell, which is given in bytes of the cell without the spaces
    /// around it.
    pub fn at(mut self, cell: &str, bytes: Range<usize>) -> Self {
        let count = |to: usize| cell[..to].chars().count();
        let chars = count(bytes.start)..count(bytes.end);
        self.part = Some(Box::new(Within::Chars(chars)));
        self
    }

    /// The same of one of the values that its cell lists.
    pub fn of_value(mut self, value: &str) -> Self {
        self.part = Some(Box::new(Within::Value(value.to_owned())));
        self
    }

    /// The characters of the cell that are meant, where they are known.
    pub fn chars(&self) -> Option<&Range<usize>> {
        match self.part.as_deref() {
            Some(Within::Chars(chars)) => Some(chars),
            _ => None,
        }
    }

    /// The same, not as an error.
    pub fn as_warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", shown_name(&self.file))?;
        if let Some(row) = self.row {
            write!(f, "{}", said("where.row", &[&row]))?;
        }
        if let Some(column) = self.column.as_deref() {
            write!(f, "{}", said("where.column", &[&shown_name(column)]))?;
        }
        match self.chars() {
            Some(chars) if chars.len() > 1 => {
                let with: [&dyn fmt::Display; 2] = [&(chars.start + 1), &chars.end];
                write!(f, "{}", said("where.characters", &with))?;
            }
            Some(chars) => write!(f, "{}", said("where.character", &[&(chars.start + 1)]))?,
            None => {}
        }
        write!(f, ": {}; {}", self.what, self.remedy)
    }
}

thread_local! {
    static IS_GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Does something with a package that may trip over a file that its makers did not think of; `None`
/// where it did. One such page must not end a run over a million.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let told = panic::take_hook();
        panic::set_hook(Box::new(move |fault| {
            if !IS_GUARDED.get() {
                told(fault);
            }
        }));
    });
    let before = IS_GUARDED.replace(true);
    let done = panic::catch_unwind(panic::AssertUnwindSafe(work));
    IS_GUARDED.set(before);
    done.ok()
}

/// The candidate most like `given`, if one is like it enough to be meant (Jaro–Winkler ≥ 0.8, by
/// strsim).
pub(crate) fn did_you_mean<'a>(
    given: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let likely = likely(given, candidates).into_iter();
    let best = likely.max_by(|a, b| a.0.total_cmp(&b.0));
    best.map(|(_, candidate)| candidate)
}

/// The candidates most like `given` of those, no more than so many, the likest first.
pub(crate) fn may_be_meant<'a>(
    given: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    most: usize,
) -> Vec<&'a str> {
    let mut likely = likely(given, candidates);
    likely.sort_by(|a, b| b.0.total_cmp(&a.0));
    let likely = likely.into_iter().map(|(_, candidate)| candidate);
    likely.take(most).collect()
}

fn likely<'a>(given: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<(f64, &'a str)> {
    let given = given.to_lowercase();
    let likeness = |candidate: &str| strsim::jaro_winkler(&given, &candidate.to_lowercase());
    let candidates = candidates.into_iter();
    let likely = candidates.map(|candidate| (likeness(candidate), candidate));
    likely.filter(|(likeness, _)| *likeness >= 0.8).collect()
}

/// More than anybody reads before mending the first.
const LISTED: usize = 20;

fn list(faults: &[Fault]) -> String {
    let mut lines: Vec<String> = faults.iter().take(LISTED).map(Fault::to_string).collect();
    if faults.len() > LISTED {
        let more = faults.len() - LISTED;
        lines.push(said("fail.more", &[&more]));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likeliest_candidate_is_proposed_in_whatever_case() {
        let cases = [
            ("headlin", Some("Headline")),
            ("BODDY", Some("body")),
            ("articels.csv", Some("articles.csv")),
            ("xyz", None),
            ("", None),
        ];
        for (given, expected) in cases {
            let found = did_you_mean(given, ["Headline", "body", "articles.csv"]);
            assert_eq!(found, expected, "{given}");
        }
    }

    #[test]
    fn work_that_trips_gives_nothing_and_the_next_goes_on() {
        assert_eq!(guarded(|| Vec::<u8>::new().remove(0)), None);
        assert_eq!(guarded(|| 1), Some(1));
    }

    #[test]
    fn a_fault_says_where_what_and_what_to_do() {
        let fault = Fault::new("ar/labels.csv", "the sentence is empty", "write one")
            .in_row(14)
            .in_column("hit");
        let expected = "ar/labels.csv, row 14, column `hit`: the sentence is empty; write one";
        assert_eq!(fault.to_string(), expected);
        let placed = fault.clone().at("قال إن", 7..11).to_string();
        assert!(
            placed.contains("column `hit`, characters 5–6: "),
            "{placed}"
        );
    }

    #[test]
    fn of_many_faults_the_first_are_told_and_the_others_counted() {
        let faults = |count: usize| Error::Lexicon(vec![Fault::new("a.csv", "x", "y"); count]);
        let told = |count: usize| faults(count).to_string();
        assert_eq!(told(2), "a.csv: x; y\na.csv: x; y");
        assert_eq!(told(20).lines().count(), 20);
        let many = told(29000);
        assert_eq!(many.lines().count(), 21);
        assert!(
            many.ends_with("… and 28980 more; `mizan lexicon check DIR` tells all"),
            "{many}"
        );
    }
}
