//! `comparison.csv`: who calls whom what, source beside source, event by event.

use crate::error::Result;
use crate::events::EventIx;
use crate::lexicon::{ActorIx, FrameIx};
use crate::report::cell::Cell;
use crate::report::names::{Placed, date_cell, listed, placed};
use crate::report::table::{Rows, Table};
use crate::study::Findings;
use crate::voice::Voice;
use std::collections::BTreeMap;

/// The table.
pub const TABLE: Table = Table {
    name: "comparison",
    fill,
};

type EventTopic = (EventIx, FrameIx, Option<ActorIx>);

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let all = placed(findings);
    let mut cells: BTreeMap<EventTopic, Vec<Vec<&Placed>>> = BTreeMap::new();
    for mention in all
        .iter()
        .filter(|mention| mention.voice == Voice::Narrator)
    {
        let key = (mention.event, mention.frame, mention.actor);
        let sources = cells
            .entry(key)
            .or_insert_with(|| vec![Vec::new(); findings.corpus.sources.len()]);
        sources[mention.source.at()].push(mention);
    }
    let covered = coverage(findings);
    for ((event, frame, actor), sources) in cells {
        let mut row = vec![
            Cell::text(findings.event_name(event)),
            Cell::text(findings.headline(event)),
            date_cell(findings.dates(event).0),
            Cell::text(findings.lexicon.frame_name(frame)),
            findings.lexicon.actor_cell(actor),
        ];
        for (source, mentions) in sources.iter().enumerate() {
            row.push(match covered[event.0 as usize][source] {
                false => Cell::text("–"),
                true => Cell::text(listed(findings.wording(mentions))),
            });
        }
        rows.row(&row)?;
    }
    Ok(())
}

/// For each event, which sources cover it.
fn coverage(findings: &Findings) -> Vec<Vec<bool>> {
    let mut covered =
        vec![vec![false; findings.corpus.sources.len()]; findings.alignment.events.len()];
    for fact in &findings.facts {
        covered[fact.event.0 as usize][fact.source.at()] = true;
    }
    covered
}
