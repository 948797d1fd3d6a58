//! `profiles.csv`: each source's wording over the whole corpus.

use crate::error::Result;
use crate::report::cell::{Cell, Explained, Rows, Table, columns};
use crate::sources::Profile;
use crate::study::Findings;

/// The columns: three keys, then [`figures`].
pub const COLUMNS: &[Explained] = &[
    ("source", "name", "the source"),
    ("frame", "name", "the question that wording answers"),
    (
        "voice",
        "narrator, reported, quoted, distanced",
        "whose words they are",
    ),
    ("events", "count", "events with a mention"),
    (
        "articles",
        "count",
        "articles with a mention; copies collapse to one",
    ),
    ("mentions", "count", "mentions in these articles"),
    (
        "lean",
        "−2…2",
        "mean stance of the mentions, over the whole corpus: what the source writes about is mixed in with how it writes",
    ),
    (
        "low",
        "−2…2",
        "lower end of the 95 % interval of lean over events and their articles; empty under the least number of articles, and where none holds",
    ),
    ("high", "−2…2", "upper end of that interval"),
    (
        "within_event_difference",
        "−4…4",
        "mean difference from the other sources inside shared events, narrator only: free of what the source chooses to write about",
    ),
];

/// The table.
pub const TABLE: Table = Table {
    name: "profiles",
    columns: |_| columns(COLUMNS),
    fill,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    for profile in &findings.profiles {
        let mut row = vec![
            Cell::text(findings.source_name(profile.source)),
            Cell::text(findings.lexicon.frame_name(profile.frame)),
            Cell::text(profile.voice.name()),
        ];
        row.extend(figures(profile));
        rows.row(&row)?;
    }
    Ok(())
}

/// What a profile says, in the order of the columns.
pub fn figures(profile: &Profile) -> [Cell<'static>; 7] {
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
