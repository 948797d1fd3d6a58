//! `profiles.csv`: each source's wording over the whole corpus.

use crate::error::Result;
use crate::report::cell::Cell;
use crate::report::names::Spoken;
use crate::report::table::{Rows, Table};
use crate::sources::Profile;
use crate::study::Findings;

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "profiles",
    fill,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let spoken = Spoken::of(findings);
    for profile in &findings.profiles {
        let mut row = vec![Cell::text(findings.source_name(profile.source))];
        row.extend(spoken.topic(profile.frame, profile.actor));
        row.push(Cell::text(profile.voice.name()));
        row.extend(figures(profile));
        rows.row(&row)?;
    }
    Ok(())
}

/// What a profile says, in the order of the columns.
pub(crate) fn figures(profile: &Profile) -> [Cell<'static>; 7] {
    [
        Cell::count(profile.events),
        Cell::count(profile.articles),
        Cell::count(profile.mentions),
        Cell::number(profile.lean),
        Cell::number(profile.interval.map(|interval| interval.0)),
        Cell::number(profile.interval.map(|interval| interval.1)),
        Cell::number(profile.within_event_difference),
    ]
}
