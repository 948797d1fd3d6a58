//! Reads inputs: one as a stream, or all of them into a corpus.

use super::article::Outcome;
use super::input::{Batch, Input};
use super::tally::Tally;
use super::{Article, Corpus, InputFile, Note, settle};
use crate::error::{Error, Result};
use rayon::iter::{ParallelBridge, ParallelIterator};
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;

/// How the user said their table is to be read.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// `(our column, theirs)` for columns of other names; of several for one column of ours, the
    /// first that a table has is taken.
    pub columns: Vec<(String, String)>,
}

/// Opens one input as a stream: a table, a folder, or standard input (`-`).
///
/// Errors: an input that is not there, is empty, is no table, or lacks a column that is needed.
pub fn open(input: &Path, options: &ReadOptions) -> Result<Articles> {
    let mut input = Input::open(input, options)?;
    let notes = std::mem::take(&mut input.notes);
    Ok(Articles {
        input,
        items: notes.into_iter().map(Err).collect(),
        tally: Tally::default(),
        read: 0,
        skipped: 0,
        files: Vec::new(),
        ended: false,
        failure: None,
    })
}

/// The articles of one input in its own order, in constant memory, and remarks among them.
///
/// A remark stands before the article it is on; one on a row that gives no article begins with
/// *skipped*. Ids are as given: that one stands twice would take memory to know. Dates that can be
/// read as day/month or month/day are read as day/month.
pub struct Articles {
    input: Input,
    items: VecDeque<std::result::Result<Article, Note>>,
    tally: Tally,
    read: u64,
    skipped: u64,
    files: Vec<InputFile>,
    ended: bool,
    failure: Option<Error>,
}

/// What a stream came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Streamed {
    /// The files read, those that a table names among them.
    pub inputs: Vec<InputFile>,
    /// Rows that gave no article.
    pub rows_skipped: u64,
}

impl Iterator for Articles {
    type Item = std::result::Result<Article, Note>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.items.is_empty() && !self.ended {
            self.fill();
        }
        let item = self.items.pop_front()?;
        self.read += u64::from(item.is_ok());
        Some(item)
    }
}

impl Articles {
    /// What the stream came to, once it is at its end.
    ///
    /// Errors: the file broke off, and the articles were not all there are.
    pub fn finish(mut self) -> Result<Streamed> {
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        self.files.extend(self.input.file(self.read));
        self.files.sort();
        Ok(Streamed {
            inputs: self.files,
            rows_skipped: self.skipped,
        })
    }

    fn fill(&mut self) {
        match self.input.next_batch() {
            Ok(Some(batch)) => {
                let outcome = batch.read();
                self.tally.add(&outcome.tally);
                self.skipped += outcome.skipped;
                self.files.extend(outcome.files);
                self.items.extend(outcome.items);
            }
            Ok(None) => {
                self.ended = true;
                let remarks = self.input.remarks(&self.tally, false);
                self.items.extend(remarks.into_iter().map(Err));
            }
            Err(failure) => {
                self.ended = true;
                self.failure = Some(failure);
            }
        }
    }
}

/// Reads all inputs into a corpus; `tick` is told, from any thread, how many bytes more were read.
///
/// The order of rows and of inputs changes nothing but the rows named in remarks. Of rows alike in
/// everything one is kept; different articles with the same id are told apart by a number.
///
/// Errors: an input that [`open`] refuses or that breaks off; inputs without any article.
pub fn read(
    inputs: &[PathBuf],
    options: &ReadOptions,
    tick: &(dyn Fn(u64) + Sync),
) -> Result<Corpus> {
    let mut corpus = Corpus::default();
    for path in inputs {
        let mut input = Input::open(path, options)?;
        corpus.notes.append(&mut input.notes);
        let outcomes = outcomes(&mut input, tick)?;
        add(&mut corpus, &input, outcomes);
    }
    if corpus.articles.is_empty() {
        return Err(without_articles(inputs, &corpus));
    }
    settle::settle(&mut corpus);
    Ok(corpus)
}

/// Reads a table that is part of the program; `name` stands for it in messages.
///
/// Errors: as those of [`read`].
pub fn read_embedded(name: &str, content: &'static [u8]) -> Result<Corpus> {
    let mut corpus = Corpus::default();
    let mut input = Input::embedded(name, content)?;
    let outcomes = outcomes(&mut input, &|_| {})?;
    add(&mut corpus, &input, outcomes);
    settle::settle(&mut corpus);
    Ok(corpus)
}

/// Cuts rows off in one thread and reads them in the others.
fn outcomes(input: &mut Input, tick: &(dyn Fn(u64) + Sync)) -> Result<Vec<Outcome>> {
    // Batches in flight: enough that no thread waits, few enough to be no load on memory.
    let (send, receive) = sync_channel::<(usize, Batch)>(2 * rayon::current_num_threads());
    std::thread::scope(|scope| {
        let reader = scope.spawn(move || {
            let mut known = 0;
            for number in 0.. {
                let Some(batch) = input.next_batch()? else {
                    break;
                };
                tick(input.bytes_read() - known);
                known = input.bytes_read();
                if send.send((number, batch)).is_err() {
                    break;
                }
            }
            Ok(())
        });
        let mut outcomes: Vec<(usize, Outcome)> = receive
            .into_iter()
            .par_bridge()
            .map(|(number, batch)| (number, batch.read()))
            .collect();
        reader.join().expect("cutting rows does not panic")?;
        outcomes.sort_by_key(|(number, _)| *number);
        Ok(outcomes.into_iter().map(|(_, outcome)| outcome).collect())
    })
}

fn add(corpus: &mut Corpus, input: &Input, outcomes: Vec<Outcome>) {
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
    corpus.notes.extend(input.remarks(&tally, true));
    let count = corpus.articles.len() - before;
    corpus.inputs.extend(input.file(count as u64));
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
