//! Sums of mentions: the counts that everything later is made of.

use crate::corpus::ArticleIx;
use crate::lexicon::{ActorIx, FrameIx, LabelIx, TermIx};
use crate::voice::Voice;

/// The mentions of one term, about one actor, in one voice, in one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Score {
    /// The article.
    pub article: ArticleIx,
    /// The frame.
    pub frame: FrameIx,
    /// Whom they are about; `None` for nobody known.
    pub actor: Option<ActorIx>,
    /// Whose words.
    pub voice: Voice,
    /// The label.
    pub label: LabelIx,
    /// The term of the label.
    pub term: TermIx,
    /// Its stance, −2 … +2.
    pub stance: i8,
    /// How many that count.
    pub mentions: u32,
}

/// Sums mentions, given one a row with `mentions` 1, to one [`Score`] a key, sorted.
pub(crate) fn scores(mut rows: Vec<Score>) -> Vec<Score> {
    rows.sort_unstable();
    let mut sums: Vec<Score> = Vec::new();
    for row in rows {
        match sums.last_mut() {
            Some(last)
                if (Score {
                    mentions: row.mentions,
                    ..*last
                }) == row =>
            {
                last.mentions += row.mentions;
            }
            _ => sums.push(row),
        }
    }
    sums
}
