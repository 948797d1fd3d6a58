//! `run.csv` of a diff: what makes it repeatable.

use crate::error::Result;
use crate::report::table::{Rows, Table};
use crate::report::tables::run::{facts, words};
use crate::study::Diff;
use crate::wording::word;

/// The facts of the run.
pub(crate) const RUN: Table<Diff> = Table { name: "run", fill };

fn fill(diff: &Diff, rows: &mut dyn Rows) -> Result<()> {
    facts(&diff.settings, &diff.corpus, rows)?;
    let mut row = |fact: &str, name: &str, value: &str, meaning: &str| {
        words(rows, [fact, name, value, meaning])
    };
    for (side, what) in [(&diff.old, "run.old-list"), (&diff.new, "run.new-list")] {
        for (file, digest) in &side.lexicon.files {
            row("lexicon", file, digest, word(what))?;
        }
    }
    let changes = &diff.changes;
    let terms = [
        ("added", "run.added", &changes.added),
        ("removed", "run.removed", &changes.removed),
        ("edited", "run.edited", &changes.edited),
    ];
    for (what, meaning, ids) in terms {
        for id in ids {
            row("edit", id, what, word(meaning))?;
        }
    }
    for list in &changes.everywhere {
        row("edit", list, "edited", word("run.everywhere"))?;
    }
    if changes.agencies {
        row("edit", word("run.agencies"), "edited", word("run.aligned"))?;
    }
    let twice = diff.touched.len().to_string();
    row("edit", word("run.twice"), &twice, word("run.touched"))
}
