//! `comparison.csv`: who calls whom what, source beside source, event by event.

use crate::corpus::SourceIx;
use crate::error::Result;
use crate::events::EventIx;
use crate::lexicon::{ActorIx, FrameIx};
use crate::report::cell::Cell;
use crate::report::names::{Placed, date_cell, listed, placed};
use crate::report::table::{Rows, Table};
use crate::study::Findings;
use crate::voice::Voice;
use std::collections::{BTreeMap, BTreeSet};

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "comparison",
    fill,
};

type EventTopic = (EventIx, FrameIx, Option<ActorIx>);

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let all = placed(findings);
    let shown = findings.reach.shown();
    let mut cells: BTreeMap<EventTopic, BTreeMap<SourceIx, Vec<&Placed>>> = BTreeMap::new();
    let shows = |mention: &&Placed| {
        mention.voice == Voice::Narrator && findings.reach.is_shown(mention.source)
    };
    for mention in all.iter().filter(shows) {
        let key = (mention.event, mention.frame, mention.actor);
        let sources = cells.entry(key).or_default();
        sources.entry(mention.source).or_default().push(mention);
    }
    for ((event, frame, actor), sources) in cells {
        let mut row = vec![
            Cell::text(findings.event_name(event)),
            Cell::text(findings.headline(event)),
            date_cell(findings.dates(event).0),
            Cell::text(findings.lexicon.frame_name(frame)),
            findings.lexicon.actor_cell(actor),
        ];
        let covered = covered(findings, event);
        row.extend(shown.iter().map(|source| match sources.get(source) {
            Some(mentions) => Cell::text(listed(findings.wording(mentions))),
            None if covered.contains(source) => Cell::Missing,
            None => Cell::text("–"),
        }));
        rows.row(&row)?;
    }
    Ok(())
}

/// The sources that cover an event.
fn covered(findings: &Findings, event: EventIx) -> BTreeSet<SourceIx> {
    let articles = &findings.alignment.events[event.0 as usize].articles;
    let sources = articles.iter().map(|ix| findings.facts[ix.at()].source);
    sources.collect()
}
