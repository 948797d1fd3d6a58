//! Reads all inputs into a corpus.

use super::article::Outcome;
use super::input::Input;
use super::tally::Tally;
use super::{Corpus, Note, ReadOptions, settle, stream};
use crate::error::{Error, Result};
use crate::wording::{said, word};
use std::path::{Path, PathBuf};

/// Reads all inputs into a corpus; `tick` is told, from any thread, how many bytes more were read.
///
/// The order of rows and of inputs changes nothing but the rows named in remarks. Of rows alike in
/// everything one is kept; different articles with the same id are told apart by a number.
///
/// Errors: an input that [`open`](super::open) refuses or that breaks off; inputs without any article.
pub(crate) fn read(
    inputs: &[PathBuf],
    options: &ReadOptions,
    tick: &(dyn Fn(u64) + Sync),
) -> Result<Corpus> {
    let mut corpus = Corpus::default();
    for path in inputs {
        let mut input = Input::open(path, options)?;
        add(&mut corpus, &mut input, tick)?;
    }
    let names: Vec<String> = inputs.iter().map(|p| p.display().to_string()).collect();
    settled(corpus, &names.join(", "))
}

/// Sorts the articles, and sees to ids that stand twice. `names` are those of the inputs.
///
/// Errors: no article at all.
pub(super) fn settled(mut corpus: Corpus, names: &str) -> Result<Corpus> {
    if corpus.articles.is_empty() {
        return Err(without_articles(names, &corpus));
    }
    settle::settle(&mut corpus);
    Ok(corpus)
}

impl Corpus {
    /// Reads tables (`.csv`, `.tsv`, `.jsonl`, each also packed as `.gz`) and folders of texts; `-`
    /// is standard input. What cannot be used is in [`Corpus::notes`].
    ///
    /// Errors: an input that is not there, is no table, lacks a column that is needed, or breaks
    /// off; inputs without any article.
    pub fn read(inputs: &[PathBuf], options: &ReadOptions) -> Result<Corpus> {
        read(inputs, options, &|_| {})
    }
}

/// Reads a table that is part of the program; `name` stands for it in messages.
///
/// Errors: those of [`read`].
pub(crate) fn read_embedded(name: &str, content: &'static [u8]) -> Result<Corpus> {
    let mut corpus = Corpus::default();
    let mut input = Input::embedded(name, content)?;
    add(&mut corpus, &mut input, &|_| {})?;
    settle::settle(&mut corpus);
    Ok(corpus)
}

fn add(corpus: &mut Corpus, input: &mut Input, tick: &(dyn Fn(u64) + Sync)) -> Result<()> {
    let mut outcomes: Vec<Outcome> = Vec::new();
    stream::drain(input, tick, &|outcome| outcome, &mut |outcome| {
        outcomes.push(outcome);
        Ok(())
    })?;
    let before = corpus.articles.len();
    let tally = take(corpus, outcomes);
    corpus.doubts += input.doubts;
    corpus.notes.append(&mut input.notes);
    corpus.notes.extend(input.remarks(&tally, true));
    let count = corpus.articles.len() - before;
    corpus.inputs.extend(input.file(count as u64));
    Ok(())
}

/// Takes in what reading the rows of one input came to, and counts what is to be remarked on it.
pub(super) fn take(corpus: &mut Corpus, outcomes: Vec<Outcome>) -> Tally {
    let mut tally = Tally::default();
    for outcome in &outcomes {
        tally.add(&outcome.tally);
    }
    corpus.doubts += tally.doubts;
    for mut outcome in outcomes {
        if tally.is_month_first() {
            outcome.exchange_day_and_month();
        }
        corpus.rows_skipped += outcome.skipped;
        corpus.inputs.append(&mut outcome.files);
        for item in outcome.items {
            match item {
                Ok(article) => corpus.articles.push(article),
                Err(note) => corpus.notes.push(note),
            }
        }
    }
    tally
}

fn without_articles(names: &str, corpus: &Corpus) -> Error {
    let why = match corpus
        .notes
        .iter()
        .find(|note| note.what.starts_with("skipped"))
    {
        Some(Note {
            file, row, what, ..
        }) => {
            let row = row.map_or(String::new(), |row| said("where.row", &[&row]));
            said("input.skipped", &[&corpus.rows_skipped, &file, &row, &what])
        }
        None => word("input.give-table").to_owned(),
    };
    Error::Input(said("input.no-article", &[&names, &why]))
}

/// Bytes that the inputs take on disk, with all that lies in their folders; `None` where one is
/// standard input. For showing progress.
pub(crate) fn size(inputs: &[PathBuf]) -> Option<u64> {
    inputs
        .iter()
        .map(|input| (input != Path::new("-")).then(|| size_below(input)))
        .sum()
}

/// Links are not followed below an input: they may lead round in a circle.
fn size_below(path: &Path) -> u64 {
    let Ok(entries) = std::fs::read_dir(path) else {
        return std::fs::metadata(path).map_or(0, |about| about.len());
    };
    entries
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|kind| !kind.is_symlink()))
        .map(|entry| size_below(&entry.path()))
        .sum()
}
