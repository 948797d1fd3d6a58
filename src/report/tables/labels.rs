//! `labels.csv`: which labels each source uses, in whose voice, event by event.

use super::comparison::covered;
use crate::error::Result;
use crate::events::EventIx;
use crate::report::cell::Cell;
use crate::report::names::{Placed, Spoken, by_frequency, listed, placed, tally};
use crate::report::table::{Rows, Table};
use crate::study::Findings;
use std::collections::BTreeSet;

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "labels",
    fill,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let mut all = placed(findings);
    let (covered, spoken) = (covered(findings), Spoken::of(findings));
    let event = |m: &Placed| {
        let is_shared = covered[m.event.0 as usize].len() > 1;
        (is_shared || findings.settings.all_events).then_some(m.event)
    };
    // What a source alone tells stands at the end, all such events together.
    let choice = |m: &Placed| {
        let event = event(m);
        (event.is_none(), event, m.source, m.frame, m.actor, m.voice)
    };
    all.sort_by_key(|m| (choice(m), m.label));
    for frame in all.chunk_by(|a, b| choice(a) == choice(b)) {
        for label in frame.chunk_by(|a, b| a.label == b.label) {
            let of = (event(&label[0]), frame.len());
            rows.row(&row(findings, spoken, label, of))?;
        }
    }
    Ok(())
}

fn row<'a>(
    findings: &'a Findings,
    spoken: Spoken<'a>,
    label: &[Placed],
    (event, of_frame): (Option<EventIx>, usize),
) -> Vec<Cell<'a>> {
    let first = &label[0];
    let lexicon = &findings.lexicon;
    let articles: BTreeSet<_> = label.iter().map(|mention| mention.article).collect();
    let forms = tally(label.iter().map(|mention| findings.form(mention)));
    vec![
        event.map_or(Cell::Missing, |ix| Cell::text(findings.event_name(ix))),
        Cell::text(findings.source_name(first.source)),
        Cell::text(lexicon.frame_name(first.frame)),
        lexicon.actor_cell(first.actor),
        Cell::text(spoken.actor(first.actor)),
        Cell::text(lexicon.label_name(first.label)),
        Cell::text(spoken.label(first.label)),
        Cell::count(lexicon.labels[first.label.0 as usize].stance),
        Cell::text(first.voice.name()),
        Cell::count(label.len()),
        Cell::share(label.len() as u32, of_frame as u32),
        Cell::count(articles.len()),
        Cell::text(listed(by_frequency(forms))),
        Cell::text(findings.example(first)),
    ]
}
