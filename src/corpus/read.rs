//! Reads inputs: one as a stream, or all of them into a corpus.

use super::article::{Outcome, Tally};
use super::input::{Batch, Table};
use super::{Article, Corpus, Note, SourceIx};
use crate::error::Result;
use rayon::iter::{ParallelBridge, ParallelIterator};
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;

/// How the user said their table is to be read.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// `(our column, theirs)` for columns of other names.
    pub columns: Vec<(String, String)>,
}

/// Articles one by one, in constant memory.
pub struct Articles {
    table: Table,
    items: VecDeque<std::result::Result<Article, Note>>,
    tally: Tally,
    skipped: u64,
    articles: u64,
}

impl Iterator for Articles {
    type Item = std::result::Result<Article, Note>;
    fn next(&mut self) -> Option<Self::Item> {
        while self.items.is_empty() {
            let batch = self.table.next_batch().ok()??;
            let outcome = batch.read();
            self.tally.add(&outcome.tally);
            self.skipped += outcome.skipped;
            self.items.extend(outcome.items);
        }
        self.articles += 1;
        self.items.pop_front()
    }
}

/// Opens one input (`-` for standard input) as a stream.
pub fn open(input: &Path, options: &ReadOptions) -> Result<Articles> {
    Ok(Articles {
        table: Table::open(&table_of(input), options)?,
        items: VecDeque::new(),
        tally: Tally::default(),
        skipped: 0,
        articles: 0,
    })
}

fn table_of(input: &Path) -> PathBuf {
    if input.is_dir() {
        input.join("articles.csv")
    } else {
        input.to_owned()
    }
}

/// Reads all inputs.
pub fn read(
    inputs: &[PathBuf],
    options: &ReadOptions,
    tick: &(dyn Fn(u64) + Sync),
) -> Result<Corpus> {
    let mut corpus = Corpus::default();
    for input in inputs {
        let mut table = Table::open(&table_of(input), options)?;
        corpus.notes.append(&mut table.notes);
        let outcomes = outcomes(&mut table, tick)?;
        let mut tally = Tally::default();
        let before = corpus.articles.len();
        for outcome in outcomes {
            tally.add(&outcome.tally);
            corpus.rows_skipped += outcome.skipped;
            corpus.inputs.extend(outcome.files);
            for item in outcome.items {
                match item {
                    Ok(article) => corpus.articles.push(article),
                    Err(note) => corpus.notes.push(note),
                }
            }
        }
        corpus.notes.extend(table.remarks(&tally));
        let count = corpus.articles.len() - before;
        corpus.inputs.push(table.file(count as u64));
    }
    settle(&mut corpus);
    Ok(corpus)
}

fn outcomes(table: &mut Table, tick: &(dyn Fn(u64) + Sync)) -> Result<Vec<Outcome>> {
    let (send, receive) = sync_channel::<(usize, Batch)>(2 * rayon::current_num_threads());
    std::thread::scope(|scope| {
        let reader = scope.spawn(move || {
            let mut known = 0;
            for number in 0.. {
                let Some(batch) = table.next_batch()? else {
                    break;
                };
                tick(table.bytes_read() - known);
                known = table.bytes_read();
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
        reader.join().expect("reading does not panic")?;
        outcomes.sort_by_key(|(number, _)| *number);
        Ok(outcomes.into_iter().map(|(_, outcome)| outcome).collect())
    })
}

fn settle(corpus: &mut Corpus) {
    corpus.articles.sort_by(|a, b| a.id.cmp(&b.id));
    corpus.sources = corpus.articles.iter().map(|a| a.source.clone()).collect();
    corpus.sources.sort();
    corpus.sources.dedup();
    corpus.source_of = corpus
        .articles
        .iter()
        .map(|a| {
            let at = corpus.sources.binary_search(&a.source);
            SourceIx(at.expect("every source was listed") as u32)
        })
        .collect();
    corpus.notes.sort();
    corpus.inputs.sort();
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
