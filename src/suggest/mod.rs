//! Candidates for the lists: words of a corpus that stand where entries stand, that mark the
//! sentences of a frame, or that are spellings of entries and names.

mod described;
mod judge;
mod kin;
mod lines;
mod proposed;
mod ranked;
mod rows;
mod slots;
mod strays;

use crate::wording::word;
pub(crate) use described::Example;
pub(crate) use proposed::COLUMNS as TERM_COLUMNS;
use proposed::NewRow;

use crate::corpus::{Article, Corpus, Part};
use crate::framing::prepare;
use crate::language::Language;
use crate::lexicon::files::ListFile;
use crate::lexicon::{FrameIx, LabelIx, Lexicon, families};
use crate::progress::Progress;
use crate::settings::Settings;
use crate::suggest::slots::{Line, Lines};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    /// Only candidates for this frame.
    pub frame: Option<FrameIx>,
    /// At most so many.
    pub limit: usize,
}

/// Why something is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Evidence {
    /// It stands in the slots of entries.
    Slot,
    /// It marks the sentences that speak of a frame.
    Key,
    /// It is nearly the spelling of an entry.
    Spelling,
    /// It is nearly the spelling of a name.
    Name,
}

impl Evidence {
    /// As the table names it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Evidence::Slot => "slot",
            Evidence::Key => "keyness",
            Evidence::Spelling => "spelling",
            Evidence::Name => "name",
        }
    }
}

/// A candidate.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Proposal {
    /// The ranking by reciprocal ranks: higher is better.
    pub score: f64,
    /// Why it is proposed; the list in which it stands highest first.
    pub evidence: Vec<Evidence>,
    /// Word or phrase in the spelling that is proposed.
    pub term: String,
    /// How it is met, with counts in a sample of its places, the most frequent first.
    pub forms: Vec<(String, u32)>,
    /// At how many places it stands.
    pub count: u32,
    /// In how many articles.
    pub articles: u32,
    /// Of how many sources.
    pub sources: u32,
    /// The frame and label it resembles.
    pub label: LabelIx,
    /// The share of the entries most like it that have this label, weighted by likeness; absent
    /// where spelling alone speaks.
    pub sure: Option<f64>,
    /// Why, in plain words.
    pub why: String,
    /// Sentences.
    pub examples: Vec<Example>,
    /// The list that the row is for, such as `ar/groups.csv`.
    pub list: String,
    /// The row, ready to be added.
    pub row: ListRow,
}

/// A row for one of the lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ListRow {
    /// For a list of terms.
    Term(NewRow),
    /// For `actors.csv`: actor, kind, name, language.
    Name([String; 4]),
}

/// What was read of a corpus.
struct Read<'a> {
    corpus: &'a Corpus,
    /// The articles in the language of the lists, as places of the corpus.
    articles: Vec<usize>,
    language: &'static dyn Language,
    lexicon: &'a Lexicon,
    files: &'a [ListFile],
    settings: &'a Settings,
    lines: Lines,
}

/// The candidates of a corpus, the best first; the same at any number of threads.
///
/// Articles in the language that most of them have are read; those in others are left out. Every
/// row for a list of terms passes the check together with the rows before it.
pub(crate) fn suggest(
    corpus: &Corpus,
    lexicon: &Lexicon,
    files: &[ListFile],
    (settings, asked): (&Settings, &Asked),
    progress: &dyn Progress,
) -> Vec<Proposal> {
    let Some(language) = main_language(corpus, lexicon) else {
        return Vec::new();
    };
    let is_ours = |article: &Article| language_of(article).code() == language.code();
    let all = corpus.articles.iter().enumerate();
    let articles = all
        .filter(|(_, article)| is_ours(article))
        .map(|(at, _)| at);
    let mut read = Read {
        corpus,
        articles: articles.collect(),
        language,
        lexicon,
        files,
        settings,
        lines: Lines::default(),
    };
    progress.begin(word("progress.reading"), read.articles.len() as u64);
    read.read(progress);
    progress.begin(word("progress.slots"), 3);
    let ranked = ranked::ranked(&mut read, asked);
    progress.advance(1);
    let described = described::described(&read, ranked);
    progress.advance(1);
    let proposals = rows::tried(&read, described, asked.limit);
    progress.advance(1);
    proposals
}

fn language_of(article: &Article) -> &'static dyn Language {
    crate::language::of(article.language.as_deref())
}

/// The language of most articles among those that the lists have; of two alike the first by code.
fn main_language(corpus: &Corpus, lexicon: &Lexicon) -> Option<&'static dyn Language> {
    let mut counts: BTreeMap<&str, (usize, &'static dyn Language)> = BTreeMap::new();
    for language in corpus.articles.iter().map(language_of) {
        if lexicon.tables.contains_key(language.code()) {
            counts.entry(language.code()).or_insert((0, language)).0 += 1;
        }
    }
    let most = counts.into_values().rev().max_by_key(|(count, _)| *count);
    most.map(|(_, language)| language)
}

/// Articles whose lines are in memory twice at a time.
const AT_ONCE: usize = 2048;

impl Read<'_> {
    fn read(&mut self, progress: &dyn Progress) {
        for some in self.articles.chunks(AT_ONCE) {
            let line = |at: &usize| {
                let lines = self.lines_of(*at);
                progress.advance(1);
                lines
            };
            let read: Vec<[Line; 2]> = some.par_iter().map(line).collect();
            read.iter().for_each(|parts| self.lines.add(parts));
        }
    }

    /// Title and body of an article.
    fn lines_of(&self, article: usize) -> [Line; 2] {
        let article = &self.corpus.articles[article];
        Part::ALL.map(|part| {
            let text = prepare(article, part, self.lexicon);
            lines::line(&text, self.lexicon, self.settings)
        })
    }

    /// Takes the forms of a word for one word.
    fn unite(&mut self) {
        let words: Vec<(&str, u64)> = self.lines.vocabulary().collect();
        let heads = families(self.language, &words);
        self.lines.unite(&heads);
    }
}
