//! `scores.csv`: lean and density of each frame, article by article.

use crate::error::Result;
use crate::framing::Score;
use crate::report::cell::{Cell, Explained, Rows, Table, columns};
use crate::study::Findings;

const COLUMNS: &[Explained] = &[
    ("article", "id", "the article"),
    ("frame", "name", "the question that wording answers"),
    (
        "actor",
        "name",
        "whom the wording is about; empty where no known actor could be found",
    ),
    (
        "voice",
        "narrator, reported, quoted, distanced",
        "whose words they are",
    ),
    ("mentions", "count", "mentions of the frame's labels"),
    ("lean", "−2…2", "mean stance of these mentions"),
    (
        "per_1000_words",
        "mentions per 1,000 words",
        "1,000 × mentions ÷ words of this voice in the article",
    ),
];

/// The table.
pub const TABLE: Table = Table {
    name: "scores",
    columns: |_| columns(COLUMNS),
    fill,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let same = |a: &Score, b: &Score| {
        (a.article, a.frame, a.actor, a.voice) == (b.article, b.frame, b.actor, b.voice)
    };
    for scores in findings.scores.chunk_by(same) {
        let first = &scores[0];
        let mentions: u32 = scores.iter().map(|score| score.mentions).sum();
        let stance: i64 = scores
            .iter()
            .map(|score| i64::from(score.stance) * i64::from(score.mentions))
            .sum();
        let words = findings.readings[first.article.at()].words(first.voice);
        let per_1000 = (words > 0).then(|| 1000.0 * f64::from(mentions) / f64::from(words));
        rows.row(&[
            Cell::text(findings.article_id(first.article)),
            Cell::text(findings.lexicon.frame_name(first.frame)),
            findings.lexicon.actor_cell(first.actor),
            Cell::text(first.voice.name()),
            Cell::count(mentions),
            Cell::number(stance as f64 / f64::from(mentions)),
            Cell::number(per_1000),
        ])?;
    }
    Ok(())
}
