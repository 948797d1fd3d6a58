//! `voices.csv`: every stretch that is not simply the narrator's.

use crate::corpus::Part;
use crate::error::Result;
use crate::report::cell::{Cell, Explained, Rows, Table, columns};
use crate::report::names::{Characters, one_line};
use crate::study::Findings;

const COLUMNS: &[Explained] = &[
    ("article", "id", "the article"),
    ("part", "title or body", "where in the article"),
    (
        "start_char",
        "characters",
        "first character (code point) of the stretch in the part as given",
    ),
    ("end_char", "characters", "one past its last character"),
    (
        "kind",
        "quoted, reported, distanced, name",
        "what the stretch is; a name changes no voice",
    ),
    (
        "speaker",
        "text",
        "who speaks, as written; empty where nobody is named",
    ),
    ("cue", "text", "the word that says so"),
    ("text", "text", "the stretch"),
];

/// The table.
pub const TABLE: Table = Table {
    name: "voices",
    columns: |_| columns(COLUMNS),
    fill,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    for (article, reading) in findings.corpus.articles.iter().zip(&findings.readings) {
        for part in Part::ALL {
            let text = article.part(part);
            let mut characters = Characters::of(text);
            for stretch in &reading.part(part).voices.stretches {
                let places = characters.range(&stretch.bytes);
                let bytes = stretch.bytes.start as usize..stretch.bytes.end as usize;
                rows.row(&[
                    Cell::text(article.id.as_str()),
                    Cell::text(part.name()),
                    Cell::count(places.start),
                    Cell::count(places.end),
                    Cell::text(stretch.kind.name()),
                    Cell::text(stretch.speaker.as_deref().unwrap_or_default()),
                    Cell::text(stretch.cue.as_deref().unwrap_or_default()),
                    Cell::text(one_line(&text[bytes])),
                ])?;
            }
        }
    }
    Ok(())
}
