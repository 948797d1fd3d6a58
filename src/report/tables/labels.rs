//! `labels.csv`: which labels each source uses, in whose voice, event by event.

use crate::error::Result;
use crate::report::cell::{Cell, Explained, Rows, Table, columns};
use crate::report::names::{Placed, by_frequency, listed, placed, tally};
use crate::study::Findings;
use std::collections::BTreeSet;

const COLUMNS: &[Explained] = &[
    ("event", "name", "the event"),
    ("source", "name", "who published the articles"),
    ("frame", "name", "the question that wording answers"),
    (
        "actor",
        "name",
        "whom the label is about; empty where no known actor could be found",
    ),
    ("label", "name", "the answer to the question"),
    (
        "stance",
        "−2…2",
        "stance of the label toward the frame's target, from frames.csv",
    ),
    (
        "voice",
        "narrator, reported, quoted, distanced",
        "whose words they are",
    ),
    ("mentions", "count", "mentions of the label"),
    (
        "share",
        "0…1",
        "its mentions among all mentions of the frame about the actor, by the same source in the same event and voice",
    ),
    ("articles", "count", "articles with such a mention"),
    (
        "forms",
        "words with counts",
        "the forms met, the most frequent first",
    ),
    ("example", "text", "the sentence of the first such mention"),
];

/// The table.
pub const TABLE: Table = Table {
    name: "labels",
    columns: |_| columns(COLUMNS),
    fill,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let mut all = placed(findings);
    let choice = |m: &Placed| (m.event, m.source, m.frame, m.actor, m.voice);
    all.sort_by_key(|m| (choice(m), m.label));
    for frame in all.chunk_by(|a, b| choice(a) == choice(b)) {
        for label in frame.chunk_by(|a, b| a.label == b.label) {
            rows.row(&row(findings, label, frame.len()))?;
        }
    }
    Ok(())
}

fn row<'a>(findings: &'a Findings, label: &[Placed], of_frame: usize) -> Vec<Cell<'a>> {
    let first = &label[0];
    let lexicon = &findings.lexicon;
    let articles: BTreeSet<_> = label.iter().map(|mention| mention.article).collect();
    let forms = tally(label.iter().map(|mention| findings.form(mention)));
    vec![
        Cell::text(findings.event_name(first.event)),
        Cell::text(findings.source_name(first.source)),
        Cell::text(lexicon.frame_name(first.frame)),
        lexicon.actor_cell(first.actor),
        Cell::text(lexicon.label_name(first.label)),
        Cell::count(lexicon.labels[first.label.0 as usize].stance),
        Cell::text(first.voice.name()),
        Cell::count(label.len()),
        Cell::share(label.len() as u32, of_frame as u32),
        Cell::count(articles.len()),
        Cell::text(listed(by_frequency(forms))),
        Cell::text(findings.sentence(first)),
    ]
}
