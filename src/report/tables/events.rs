//! `events.csv` and `coverage.csv`: the events, and how each source covers them.

use crate::corpus::{ArticleIx, SourceIx, Stamp};
use crate::error::Result;
use crate::events::EventIx;
use crate::report::cell::{Cell, Explained, Rows, Table, columns};
use crate::report::names::date_cell;
use crate::study::Findings;
use crate::text::voice::Voice;
use std::collections::{BTreeMap, BTreeSet};

const EVENT_COLUMNS: &[Explained] = &[
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
];

const COVERAGE_COLUMNS: &[Explained] = &[
    ("event", "name", "the event"),
    ("source", "name", "a source that tells it"),
    ("articles", "count", "its articles on the event"),
    (
        "words",
        "count",
        "words of these articles, furniture left out",
    ),
    (
        "hours_after_first",
        "hours",
        "from the first article on the event to its own first one; empty where either has no time of day",
    ),
    (
        "quoted_share",
        "0…1",
        "share of its words on the event that stand in quotations",
    ),
];

/// The events.
pub const EVENTS: Table = Table {
    name: "events",
    columns: |_| columns(EVENT_COLUMNS),
    fill: fill_events,
};

/// Event by source.
pub const COVERAGE: Table = Table {
    name: "coverage",
    columns: |_| columns(COVERAGE_COLUMNS),
    fill: fill_coverage,
};

fn indices(findings: &Findings) -> impl Iterator<Item = EventIx> {
    (0..findings.alignment.events.len() as u32).map(EventIx)
}

fn fill_events(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    for ix in indices(findings) {
        let event = &findings.alignment.events[ix.0 as usize];
        let sources: BTreeSet<SourceIx> = event
            .articles
            .iter()
            .map(|article| findings.facts[article.at()].source)
            .collect();
        let (first, last) = findings.dates(ix);
        rows.row(&[
            Cell::text(event.name.as_str()),
            Cell::text(findings.headline(ix)),
            date_cell(first),
            date_cell(last),
            Cell::count(event.articles.len()),
            Cell::count(sources.len()),
            Cell::number(event.cohesion),
        ])?;
    }
    Ok(())
}

fn fill_coverage(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    for ix in indices(findings) {
        let event = &findings.alignment.events[ix.0 as usize];
        let mut by_source: BTreeMap<SourceIx, Vec<ArticleIx>> = BTreeMap::new();
        for article in &event.articles {
            by_source
                .entry(findings.facts[article.at()].source)
                .or_default()
                .push(*article);
        }
        let first = findings.dates(ix).0;
        for (source, articles) in by_source {
            let dates = articles
                .iter()
                .filter_map(|ix| findings.corpus.articles[ix.at()].date);
            let reading = |ix: &ArticleIx| &findings.readings[ix.at()];
            let words: u32 = articles.iter().map(|ix| reading(ix).all_words()).sum();
            let quoted: u32 = articles
                .iter()
                .map(|ix| reading(ix).words(Voice::Quoted))
                .sum();
            rows.row(&[
                Cell::text(event.name.as_str()),
                Cell::text(findings.source_name(source)),
                Cell::count(articles.len()),
                Cell::count(words),
                Cell::number(hours_between(first, dates.min())),
                Cell::share(quoted, words),
            ])?;
        }
    }
    Ok(())
}

fn hours_between(first: Option<Stamp>, own: Option<Stamp>) -> Option<f64> {
    match (first?, own?) {
        (first, own) if first.timed && own.timed => {
            Some(own.at.duration_since(first.at).as_secs_f64() / 3600.0)
        }
        _ => None,
    }
}
