//! `events.csv`: the events.

use crate::corpus::SourceIx;
use crate::error::Result;
use crate::events::{self, EventIx};
use crate::report::cell::{Cell, Explained, Rows, Table, columns};
use crate::report::names::date_cell;
use crate::study::Findings;
use std::collections::BTreeSet;

const COLUMNS: &[Explained] = &[
    ("event", "name", "the event"),
    (
        "headline",
        "text",
        "title of the article nearest the core of the event",
    ),
    ("first_date", "date", "date of its first article"),
    ("last_date", "date", "date of its last article"),
    (
        "articles",
        "count",
        "articles that tell it, copies included",
    ),
    ("sources", "count", "sources that tell it"),
    (
        "cohesion",
        "0…1",
        "mean similarity of its articles with its core; empty with one article",
    ),
    (
        "told_date",
        "date",
        "the day that most of its articles name in their first sentence; empty where none does",
    ),
    (
        "place",
        "text",
        "the place that most of its articles name; empty where none does",
    ),
];

/// The events.
pub const TABLE: Table = Table {
    name: "events",
    columns: |_| columns(COLUMNS),
    fill,
};

pub(super) fn indices(findings: &Findings) -> impl Iterator<Item = EventIx> {
    (0..findings.alignment.events.len() as u32).map(EventIx)
}

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    for ix in indices(findings) {
        let event = &findings.alignment.events[ix.0 as usize];
        let sources: BTreeSet<SourceIx> = event
            .articles
            .iter()
            .map(|article| findings.facts[article.at()].source)
            .collect();
        let (first, last) = findings.dates(ix);
        let occasions = event
            .articles
            .iter()
            .map(|article| &findings.readings[article.at()].occasion);
        let (day, place) = events::most_named(occasions);
        rows.row(&[
            Cell::text(event.name.as_str()),
            Cell::text(findings.headline(ix)),
            date_cell(first),
            date_cell(last),
            Cell::count(event.articles.len()),
            Cell::count(sources.len()),
            Cell::number(event.cohesion),
            day.map_or(Cell::Missing, |day| Cell::text(day.to_string())),
            place.map_or(Cell::Missing, Cell::text),
        ])?;
    }
    Ok(())
}
