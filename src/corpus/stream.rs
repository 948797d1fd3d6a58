//! Reads one input as a stream, in constant memory.

use super::article::Outcome;
use super::input::{Input, InputBatch};
use super::{ArticleOrNote, InputFile, Note, ReadOptions};
use crate::error::{Error, Result};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use std::collections::VecDeque;
use std::path::Path;
use std::sync::mpsc::{Receiver, sync_channel};

/// Opens one input as a stream: a table, a folder, or standard input (`-`).
///
/// Errors: an input that is not there, is empty, is no table, or lacks a column that is needed.
pub fn open(input: &Path, options: &ReadOptions) -> Result<Articles> {
    let mut input = Input::open(input, options)?;
    let notes = std::mem::take(&mut input.notes);
    Ok(Articles {
        input,
        items: notes.into_iter().map(Err).collect(),
        total: Outcome::default(),
        read: 0,
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
    items: VecDeque<ArticleOrNote>,
    /// All but the items.
    total: Outcome,
    read: u64,
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
    type Item = ArticleOrNote;

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
    pub fn finish(self) -> Result<Streamed> {
        match self.failure {
            Some(failure) => Err(failure),
            None => Ok(streamed(&self.input, self.total, self.read)),
        }
    }

    fn fill(&mut self) {
        match self.input.next_batch() {
            Ok(Some(batch)) => {
                let outcome = batch.read();
                self.items.extend(self.total.add(outcome));
            }
            Ok(None) => {
                self.ended = true;
                let remarks = self.input.remarks(&self.total.tally, false);
                self.items.extend(remarks.into_iter().map(Err));
            }
            Err(failure) => {
                self.ended = true;
                self.failure = Some(failure);
            }
        }
    }
}

/// Reads one input on all processors: `work` turns some articles and remarks into something, in any
/// thread, and `sink` is given what came of them, in the input's own order. Memory is constant.
///
/// Errors: those of [`open`], a file that breaks off, and what `sink` says, at once.
pub(crate) fn stream<T: Send>(
    input: &Path,
    options: &ReadOptions,
    work: &(dyn Fn(Vec<ArticleOrNote>) -> T + Sync),
    sink: &mut dyn FnMut(T) -> Result<()>,
) -> Result<Streamed> {
    let mut input = Input::open(input, options)?;
    let mut total = Outcome::default();
    let mut articles = 0;
    sink(work(remarks(std::mem::take(&mut input.notes))))?;
    let read = |mut outcome: Outcome| {
        let items = std::mem::take(&mut outcome.items);
        let count = items.iter().flatten().count() as u64;
        (work(items), outcome, count)
    };
    drain(&mut input, &|_| {}, &read, &mut |(
        worked,
        outcome,
        count,
    )| {
        articles += count;
        total.add(outcome);
        sink(worked)
    })?;
    sink(work(remarks(input.remarks(&total.tally, false))))?;
    Ok(streamed(&input, total, articles))
}

fn remarks(notes: Vec<Note>) -> Vec<ArticleOrNote> {
    notes.into_iter().map(Err).collect()
}

fn streamed(input: &Input, mut total: Outcome, articles: u64) -> Streamed {
    total.files.extend(input.file(articles));
    total.files.sort();
    Streamed {
        inputs: total.files,
        rows_skipped: total.skipped,
    }
}

/// Cuts rows off in one thread, reads and works on them in the others, and hands on what came of
/// them in order. `tick` is told how many bytes more were read.
pub(super) fn drain<T: Send>(
    input: &mut Input,
    tick: &(dyn Fn(u64) + Sync),
    work: &(dyn Fn(Outcome) -> T + Sync),
    sink: &mut dyn FnMut(T) -> Result<()>,
) -> Result<()> {
    // Enough that no thread waits, few enough to be no load on memory.
    let most = 2 * rayon::current_num_threads();
    let (send, receive) = sync_channel::<InputBatch>(most);
    std::thread::scope(move |scope| {
        // Goes when this closure ends, so that an error of `sink` ends the reader too.
        let receive = receive;
        let reader = scope.spawn(move || {
            let mut known = 0;
            while let Some(batch) = input.next_batch()? {
                tick(input.bytes_read() - known);
                known = input.bytes_read();
                if send.send(batch).is_err() {
                    break;
                }
            }
            Ok(())
        });
        while let Some(batches) = waiting(&receive, most) {
            let worked: Vec<T> = batches
                .into_par_iter()
                .map(|batch| work(batch.read()))
                .collect();
            worked.into_iter().try_for_each(&mut *sink)?;
        }
        reader.join().expect("cutting rows does not panic")
    })
}

/// The batches that wait, at least one; `None` at the end.
fn waiting(receive: &Receiver<InputBatch>, most: usize) -> Option<Vec<InputBatch>> {
    let mut batches = vec![receive.recv().ok()?];
    batches.extend(receive.try_iter().take(most - 1));
    Some(batches)
}
