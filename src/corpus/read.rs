//! Reads all inputs into a corpus.

use super::article::Outcome;
use super::input::Input;
use super::tally::Tally;
use super::{Corpus, Note, settle, stream};
use crate::error::{Error, Result};
use std::path::{Path, PathBuf};

/// How the user said their table is to be read.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// `(our column, theirs)` for columns of other names; of several for one column of ours, the
    /// first that a table has is taken.
    pub columns: Vec<(String, String)>,
}

/// Reads all inputs into a corpus; `tick` is told, from any thread, how many bytes more were read.
///
/// The order of rows and of inputs changes nothing but the rows named in remarks. Of rows alike in
/// everything one is kept; different articles with the same id are told apart by a number.
///
/// Errors: an input that [`open`](super::open) refuses or that breaks off; inputs without any article.
pub fn read(
    inputs: &[PathBuf],
    options: &ReadOptions,
    tick: &(dyn Fn(u64) + Sync),
) -> Result<Corpus> {
    let mut corpus = Corpus::default();
    for path in inputs {
        let mut input = Input::open(path, options)?;
        add(&mut corpus, &mut input, tick)?;
    }
    if corpus.articles.is_empty() {
        return Err(without_articles(inputs, &corpus));
    }
    settle::settle(&mut corpus);
    Ok(corpus)
}

/// Reads a table that is part of the program; `name` stands for it in messages.
///
/// Errors: those of [`read`].
pub fn read_embedded(name: &str, content: &'static [u8]) -> Result<Corpus> {
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
    let mut tally = Tally::default();
    for outcome in &outcomes {
        tally.add(&outcome.tally);
    }
    let before = corpus.articles.len();
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
    corpus.notes.append(&mut input.notes);
    corpus.notes.extend(input.remarks(&tally, true));
    let count = corpus.articles.len() - before;
    corpus.inputs.extend(input.file(count as u64));
    Ok(())
}

fn without_articles(inputs: &[PathBuf], corpus: &Corpus) -> Error {
    let names: Vec<String> = inputs.iter().map(|p| p.display().to_string()).collect();
    let why = match corpus
        .notes
        .iter()
        .find(|note| note.what.starts_with("skipped"))
    {
        Some(Note {
            file, row, what, ..
        }) => {
            let row = row.map_or(String::new(), |row| format!(", row {row}"));
            format!(
                "; {} rows were skipped, the first is {file}{row}: {what}",
                corpus.rows_skipped
            )
        }
        None => "; give a table with one article a row under its header".to_owned(),
    };
    Error::Unusable(format!("{}: there is no article{why}", names.join(", ")))
}

/// Bytes that the inputs take on disk, with all that lies in their folders; `None` where one is
/// standard input. For showing progress.
pub fn size(inputs: &[PathBuf]) -> Option<u64> {
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
