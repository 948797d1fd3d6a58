//! Comparing sources: contrasts within events, profiles, keyness, clusters. The only home of
//! linfa, ndarray and kodama.

pub(crate) mod adjust;
pub(crate) mod bootstrap;
mod cells;
pub(crate) mod chance;
mod choice;
pub(crate) mod clusters;
mod contrasts;
pub(crate) mod coverage;
mod disagreement;
pub(crate) mod distributions;
mod grounds;
mod intervals;
pub(crate) mod keyness;
pub(crate) mod odds;
mod permutation;
mod power;
mod profiles;
mod reach;
mod rewordings;
mod sensitivity;
#[cfg(test)]
pub(crate) mod simulated;
mod spellings;
mod strata;
mod vocabulary;
mod words;

pub(crate) use clusters::{AgainstChance, ClusterPlace, Clusters, Unplaced, Verdict, clusters};
pub(crate) use contrasts::{Contrast, Other, contrasts, judge_together};
pub(crate) use disagreement::disagreement;
pub(crate) use grounds::{Lack, Method};
pub(crate) use keyness::{Key, keyness};
pub(crate) use power::EventSpread;
pub(crate) use profiles::{Profile, profiles};
pub(crate) use reach::{Bounds, Reach};
pub(crate) use rewordings::{
    CopyChange, DroppedPassage, Labelled, Rewording, dropped, keep_nearest, reworded,
};
pub(crate) use sensitivity::{LeftOut, Sensitivity, by_strength, sensitivity};
pub(crate) use spellings::{Asked, Written, WrittenCounts};
pub(crate) use words::{KeyUnit, KeyUnits, WordCounts};

use crate::corpus::SourceIx;
use crate::events::EventIx;
use crate::framing::Score;
use crate::voice::Voice;

/// What comparing needs to know of an article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Fact {
    /// Its source.
    pub source: SourceIx,
    /// Its event.
    pub event: EventIx,
    /// Its language, as a number: languages are compared apart.
    pub language: u8,
    /// Whether it counts: false for a copy that is collapsed to another witness.
    pub counted: bool,
    /// Words in the narrator's voice.
    pub narrator_words: u32,
    /// All words.
    pub words: u32,
}

/// The table that every comparison starts from.
pub(crate) struct Sample<'a> {
    /// How many sources there are.
    pub sources: usize,
    /// One an article, by index.
    pub facts: &'a [Fact],
    /// The counts; their order changes nothing.
    pub scores: &'a [Score],
}

impl<'a> Sample<'a> {
    /// What articles that count say in the narrator's voice.
    fn narrated(&self) -> Vec<&'a Score> {
        let scores = self.scores.iter();
        let narrated = scores.filter(|score| score.voice == Voice::Narrator && score.mentions > 0);
        narrated
            .filter(|score| self.facts[score.article.at()].counted)
            .collect()
    }
}

/// Numbers of the settings that statistics use.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Draws {
    /// Bootstrap draws.
    pub draws: u32,
    /// Permutation draws and the most arrangements counted out.
    pub permutations: u32,
    /// Seed.
    pub seed: u64,
    /// Fewer articles give no interval.
    pub least_articles: u32,
    /// Fewer shared events are too thin to cluster.
    pub least_events: u32,
}

#[cfg(test)]
mod tests {
    mod clustering;
    mod comparing;
    mod cost;
    mod examples;
    mod golden_statistics;
    mod reach;
    mod reference_values;
    mod validity;
}
