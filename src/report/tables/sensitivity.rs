//! `sensitivity.csv`: the strongest contrasts with single terms, events and articles left out.

use super::contrasts::other_name;
use crate::error::Result;
use crate::report::cell::{Cell, Explained, Rows, Table, columns};
use crate::report::names::one_line;
use crate::sources::{LeftOut, Sensitivity};
use crate::study::Findings;

const COLUMNS: &[Explained] = &[
    ("frame", "name", "the question of the contrast"),
    ("actor", "name", "whom its wording is about"),
    ("source", "name", "its source"),
    (
        "other",
        "name",
        "whom it is compared with, as in contrasts.csv",
    ),
    (
        "difference",
        "−4…4",
        "the difference with nothing left out, as in contrasts.csv",
    ),
    (
        "left_out",
        "term, event or article",
        "what kind of thing is left out",
    ),
    (
        "name",
        "id",
        "which: the lexicon row, the event, the article",
    ),
    (
        "text",
        "text",
        "the term, the event's headline, the article's title",
    ),
    (
        "shared_events",
        "count",
        "shared events that remain without it",
    ),
    (
        "without",
        "−4…4",
        "the difference without it; empty where no shared event remains",
    ),
    ("change", "−8…8", "without less difference"),
    (
        "hangs",
        "yes or no",
        "whether the contrast hangs on it: without it the difference is gone, turned around, or less than half",
    ),
];

/// The table.
pub const TABLE: Table = Table {
    name: "sensitivity",
    columns: |_| columns(COLUMNS),
    fill,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    for one in &findings.sensitivity {
        rows.row(&row(findings, one))?;
    }
    Ok(())
}

fn row<'a>(findings: &'a Findings, one: &Sensitivity) -> Vec<Cell<'a>> {
    let contrast = &findings.contrasts[one.contrast];
    let (kind, name, text) = left_out(findings, one.left_out);
    let change = one.difference.zip(contrast.difference);
    vec![
        Cell::text(findings.lexicon.frame_name(contrast.frame)),
        findings.lexicon.actor_cell(contrast.actor),
        Cell::text(findings.source_name(contrast.source)),
        Cell::text(other_name(&findings.corpus, contrast)),
        Cell::number(contrast.difference),
        Cell::text(kind),
        Cell::text(name),
        Cell::text(one_line(text)),
        Cell::count(one.shared_events),
        Cell::number(one.difference),
        Cell::number(change.map(|(without, whole)| without - whole)),
        Cell::text(if one.hangs { "yes" } else { "no" }),
    ]
}

fn left_out(findings: &Findings, left_out: LeftOut) -> (&'static str, &str, &str) {
    match left_out {
        LeftOut::Term(ix) => {
            let term = &findings.lexicon.terms[ix.0 as usize];
            ("term", &term.id, &term.term)
        }
        LeftOut::Event(ix) => ("event", findings.event_name(ix), findings.headline(ix)),
        LeftOut::Article(ix) => {
            let title = &findings.corpus.articles[ix.at()].title;
            ("article", findings.article_id(ix), title)
        }
    }
}
