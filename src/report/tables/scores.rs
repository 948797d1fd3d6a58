//! `scores.csv`: lean and density of each frame, article by article.

use crate::error::Result;
use crate::framing::Score;
use crate::report::cell::Cell;
use crate::report::table::{Rows, Table};
use crate::study::{Findings, Reading};

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "scores",
    fill,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    for score in article_scores(&findings.scores, &findings.readings) {
        let mut row = vec![
            Cell::text(findings.article_id(score.of.article)),
            Cell::text(findings.lexicon.frame_name(score.of.frame)),
            findings.lexicon.actor_cell(score.of.actor),
            Cell::text(score.of.voice.name()),
        ];
        row.extend(score.figures());
        rows.row(&row)?;
    }
    Ok(())
}

/// All labels of one frame about one actor in one voice of an article.
pub(crate) struct ArticleScore<'a> {
    /// The first of its sums.
    pub of: &'a Score,
    /// Mentions, at least 1.
    pub mentions: u32,
    /// Mean stance, −2 … +2.
    pub lean: f64,
    /// Mentions per 1,000 words of the voice; `None` where the article has none in it.
    pub per_1000_words: Option<f64>,
}

/// The rows of the table, of sums that are sorted.
pub(crate) fn article_scores<'a>(
    scores: &'a [Score],
    readings: &'a [Reading],
) -> impl Iterator<Item = ArticleScore<'a>> {
    let same = |a: &Score, b: &Score| {
        (a.article, a.frame, a.actor, a.voice) == (b.article, b.frame, b.actor, b.voice)
    };
    scores.chunk_by(same).map(|scores| {
        let of = &scores[0];
        let mentions: u32 = scores.iter().map(|score| score.mentions).sum();
        let stance: i64 = scores
            .iter()
            .map(|score| i64::from(score.stance) * i64::from(score.mentions))
            .sum();
        let words = readings[of.article.at()].words(of.voice);
        ArticleScore {
            of,
            mentions,
            lean: stance as f64 / f64::from(mentions),
            per_1000_words: (words > 0).then(|| 1000.0 * f64::from(mentions) / f64::from(words)),
        }
    })
}

impl ArticleScore<'_> {
    /// What it says, in the order of the columns.
    pub(crate) fn figures(&self) -> [Cell<'static>; 3] {
        [
            Cell::count(self.mentions),
            Cell::number(self.lean),
            Cell::number(self.per_1000_words),
        ]
    }
}
