//! What was learned from annotated news: how much each sign counts that two articles, or two groups
//! of articles, tell one event.
//!
//! Logistic regressions on pairs of articles, and of groups, of three corpora that were grouped by
//! hand, copies left out, each corpus with the same weight. `tests/events/` has the pairs, without
//! text, and the tests of this room fit them again; `docs/METHOD.md` says how far each weight moves
//! where one corpus is left out.

/// Signs of a pair of articles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PairSigns {
    /// Likeness of content, 0 … 1.
    pub content: f32,
    /// Cosine of their skeletons, 0 … 1.
    pub skeletons: f32,
    /// Mean likeness of content of the 40 nearest of the one with more like it.
    pub crowding: f32,
    /// ln(1 + hours) between them; 0 where two sources print one text.
    pub hours: f32,
    /// 1 where both are of one source, which seldom tells one event twice.
    pub same_source: f32,
    /// 1 where their titles begin with one word: the actor, or the speaker.
    pub same_headline: f32,
}

impl PairSigns {
    pub(super) const COUNT: usize = 6;

    pub(super) fn listed(&self) -> [f32; Self::COUNT] {
        [
            self.content,
            self.skeletons,
            self.crowding,
            self.hours,
            self.same_source,
            self.same_headline,
        ]
    }

    /// What each sign adds to the log-odds.
    pub(super) fn parts(&self) -> [f32; Self::COUNT] {
        let mut parts = self.listed();
        parts
            .iter_mut()
            .zip(PAIR)
            .for_each(|(part, weight)| *part *= weight);
        parts
    }

    /// The logarithm of the odds that the two tell one event.
    pub(super) fn log_odds(&self) -> f32 {
        PAIR_START + self.parts().iter().sum::<f32>()
    }
}

/// Log-odds of a pair with no sign.
pub(super) const PAIR_START: f32 = -3.1460;

/// What each sign of a pair adds, in the order of [`PairSigns`].
pub(super) const PAIR: [f32; PairSigns::COUNT] =
    [8.4237, 8.2343, -12.8518, -0.6608, -1.3083, 0.4959];

/// Signs of two groups of articles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct GroupSigns {
    /// Mean log-odds of their pairs.
    pub mean: f64,
    /// The largest log-odds of a pair.
    pub most: f64,
    /// Mean probability of their pairs.
    pub probability: f64,
    /// ln of the articles of the smaller group.
    pub size: f64,
    /// Share of the sources of the one with fewer that have an article in the other, too.
    pub same_sources: f64,
}

impl GroupSigns {
    pub(super) const COUNT: usize = 5;

    pub(super) fn listed(&self) -> [f64; Self::COUNT] {
        [
            self.mean,
            self.most,
            self.probability,
            self.size,
            self.same_sources,
        ]
    }

    /// The probability that the two tell one event.
    pub(super) fn chance(&self) -> f64 {
        let signs = self.listed();
        let counted = signs.iter().zip(GROUP).map(|(sign, weight)| sign * weight);
        chance(GROUP_START + counted.sum::<f64>())
    }
}

/// Log-odds of two groups with no sign.
pub(super) const GROUP_START: f64 = 0.6667;

/// What each sign of two groups adds, in the order of [`GroupSigns`].
pub(super) const GROUP: [f64; GroupSigns::COUNT] = [0.7147, 0.4480, -1.2959, -0.3630, -0.5624];

/// The probability that some log-odds stand for.
pub(super) fn chance(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}
