//! Articles and their sources, and how they are read. Knows nothing of what words mean.

mod article;
mod columns;
mod date;
mod doubt;
mod events_by_hand;
mod fields;
mod folder;
mod input;
mod jsonl;
mod kept;
mod kind;
pub(crate) mod markup;
mod of;
mod open;
mod outlets;
mod page;
mod read;
mod row;
mod settle;
mod stream;
mod table;
mod tally;
#[cfg(test)]
mod tests;

pub use date::Stamp;
pub(crate) use doubt::{Doubt, Doubts};
pub(crate) use events_by_hand::EventsByHand;
pub(crate) use folder::REPORT_MARK;
pub use of::articles_of;
pub use outlets::beside as sources_beside;
pub(crate) use read::{read, read_embedded, size};
pub(crate) use stream::stream;
pub use stream::{Articles, Streamed, open};

use crate::error::shown_name;
use crate::tables::Limits;

/// How the user said their table is to be read.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// `(our column, theirs)` for columns of other names; of several for one column of ours, the
    /// first that a table has is taken.
    pub columns: Vec<(String, String)>,
    /// The sheet of a workbook; the first where none is named.
    pub sheet: Option<String>,
    /// How much may be read of what is held in memory whole.
    pub limits: Limits,
}

/// An article, or a remark: on the article after it, on a row that gives none (it begins with
/// *skipped* then), or on the input as a whole.
pub type ArticleOrNote = std::result::Result<Article, Note>;

/// An article's place in [`Corpus::articles`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ArticleIx(pub u32);

/// A source's place in [`Corpus::sources`]; also the row of a matrix of sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SourceIx(pub u32);

impl ArticleIx {
    /// As an index.
    pub(crate) fn at(self) -> usize {
        self.0 as usize
    }
}

impl SourceIx {
    /// As an index.
    pub(crate) fn at(self) -> usize {
        self.0 as usize
    }
}

/// The two texts an article is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The headline.
    Title,
    /// The text under it.
    Body,
}

impl Part {
    /// Both, in reading order.
    pub const ALL: [Part; 2] = [Part::Title, Part::Body];

    /// As the tables name it: `title` or `body`.
    pub fn name(self) -> &'static str {
        match self {
            Part::Title => "title",
            Part::Body => "body",
        }
    }
}

/// One text as a source published it.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// The name the user gave it, unique in a corpus.
    pub id: String,
    /// Who published it, as the user wrote it.
    pub source: String,
    /// When; `None` where the user gave none that can be read.
    pub date: Option<Stamp>,
    /// The headline; empty where there is none.
    pub title: String,
    /// The text, as given: all spans refer to it.
    pub text: String,
    /// Where it stood, if given.
    pub url: Option<String>,
    /// Language code (`ar`, `en`), if given.
    pub language: Option<String>,
    /// The event the user says it tells, if given.
    pub event: Option<String>,
    /// The file and row it came from, for messages.
    pub file: String,
    /// Row of [`Article::file`] (a spreadsheet's count: the header is row 1); 0 for a file of its own.
    pub row: u64,
}

impl Article {
    /// One of its two texts, as given.
    pub fn part(&self, part: Part) -> &str {
        match part {
            Part::Title => &self.title,
            Part::Body => &self.text,
        }
    }
}

/// A remark on an input row or on a stage, for `notes.csv`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// The file, as the user named it; empty where the remark is on no file.
    pub file: String,
    /// The row, the header being row 1.
    pub row: Option<u64>,
    /// The column's header.
    pub column: Option<String>,
    /// What there is to say.
    pub what: String,
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", shown_name(&self.file))?;
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
        }
        if let Some(column) = self.column.as_deref() {
            write!(f, ", column `{}`", shown_name(column))?;
        }
        write!(f, ": {}", self.what)
    }
}

/// What was read of one file, for `run.csv`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct InputFile {
    /// The file's name as the user gave it.
    pub name: String,
    /// Its SHA-256, as hexadecimal digits.
    pub sha256: String,
    /// How many articles it gave.
    pub articles: u64,
}

/// All the articles of a study, sorted by id, so that the order of rows changes nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corpus {
    /// The sources' names, sorted.
    pub sources: Vec<String>,
    /// The articles, sorted by id.
    pub articles: Vec<Article>,
    /// The source of each article.
    pub(crate) source_of: Vec<SourceIx>,
    /// What was skipped or is worth a remark.
    pub notes: Vec<Note>,
    /// The files read.
    pub inputs: Vec<InputFile>,
    /// Rows that gave no article.
    pub rows_skipped: u64,
    /// Of how many articles and files it is doubtful whether they are text, and why.
    pub(crate) doubts: Doubts,
    /// A grouping into events that the user corrected by hand, if given.
    pub(crate) grouping: Option<EventsByHand>,
    /// Groups of sources, if given.
    pub(crate) groups: Option<outlets::SourceGroups>,
    /// What the study was restricted by, in the order in which it was.
    pub(crate) restrictions: Vec<kept::Restriction>,
}
