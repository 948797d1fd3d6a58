//! `columns.csv` and `run.csv` of a diff: what each column means, and what makes it repeatable.

use crate::error::Result;
use crate::report::cell::{Rows, Table, columns};
use crate::report::names::counted;
use crate::report::tables::run::{COLUMN_COLUMNS, RUN_COLUMNS, explain, words};
use crate::study::Diff;

/// The columns of every table.
pub const COLUMNS: Table<Diff> = Table {
    name: "columns",
    columns: |_| columns(COLUMN_COLUMNS),
    fill: fill_columns,
};

/// The facts of the run.
pub const RUN: Table<Diff> = Table {
    name: "run",
    columns: |_| columns(RUN_COLUMNS),
    fill: fill_run,
};

fn fill_columns(diff: &Diff, rows: &mut dyn Rows) -> Result<()> {
    explain(super::diff_columns(diff), rows)
}

fn fill_run(diff: &Diff, rows: &mut dyn Rows) -> Result<()> {
    let mut row = |fact: &str, name: &str, value: &str, meaning: &str| {
        words(rows, [fact, name, value, meaning])
    };
    let version = env!("CARGO_PKG_VERSION");
    row("version", "mizan", version, "version of the program")?;
    for (name, value, unit, meaning) in diff.settings.rows() {
        row("setting", name, &value, &format!("{meaning} ({unit})"))?;
    }
    for input in &diff.corpus.inputs {
        let meaning = counted(input.articles as usize, "article");
        row("input", &input.name, &input.sha256, &meaning)?;
    }
    for (side, what) in [(&diff.old, "old word list"), (&diff.new, "new word list")] {
        for (file, digest) in &side.lexicon.files {
            row("lexicon", file, digest, what)?;
        }
    }
    let changes = &diff.changes;
    let terms = [
        ("added", &changes.added),
        ("removed", &changes.removed),
        ("edited", &changes.edited),
    ];
    for (what, ids) in terms {
        let meaning = format!("a term {what} between the old and the new lists");
        for id in ids {
            row("edit", id, what, &meaning)?;
        }
    }
    for list in &changes.everywhere {
        row(
            "edit",
            list,
            "edited",
            "every article is read with both lists",
        )?;
    }
    if changes.agencies {
        row(
            "edit",
            "news agencies (agencies.csv)",
            "edited",
            "events are aligned anew",
        )?;
    }
    let twice = diff.touched.len().to_string();
    row(
        "edit",
        "articles read twice",
        &twice,
        "articles that an edited list can touch",
    )
}
