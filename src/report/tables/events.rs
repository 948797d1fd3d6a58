//! `events.csv`: the events.

use crate::corpus::SourceIx;
use crate::error::Result;
use crate::events::{self, EventIx};
use crate::report::cell::Cell;
use crate::report::names::{date_cell, time_cell};
use crate::report::table::{Rows, Table};
use crate::study::Findings;
use std::collections::BTreeSet;

/// The events.
pub(crate) const TABLE: Table = Table {
    name: "events",
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
        let story = findings.alignment.stories[ix.0 as usize];
        let named = |ix: Option<EventIx>| match ix {
            Some(ix) => Cell::text(findings.event_name(ix)),
            None => Cell::Missing,
        };
        rows.row(&[
            Cell::text(event.name.as_str()),
            Cell::text(findings.headline(ix)),
            date_cell(first),
            time_cell(first),
            date_cell(last),
            time_cell(last),
            Cell::count(event.articles.len()),
            Cell::count(sources.len()),
            Cell::number(event.cohesion),
            day.map_or(Cell::Missing, |day| Cell::text(day.to_string())),
            place.map_or(Cell::Missing, Cell::text),
            named(story.map(|story| story.first)),
            named(story.and_then(|story| story.before)),
        ])?;
    }
    Ok(())
}
