//! From likeness of content to probability: how likely two articles tell one event, given how many
//! others are much like them and how far apart they were published.

use super::clocks::lateness;
use super::learned::PairSigns;
use super::link::Edge;
use super::pairs::Alike;
use super::timeline::Timeline;
use super::{Sign, Witness};
use rayon::prelude::*;

/// An article's surroundings are its so many most similar others.
const NEIGHBOURS: usize = 40;

/// Crowding of a usual article of the three annotated corpora.
const USUAL: f32 = 0.2;

/// From this content likeness on, two outlets print one text, and the hours between them say when
/// each did and not that something new happened. On the Egyptian day F1 is the same with 0.65 to
/// 0.8. One outlet's own texts that are so much alike are its daily formulas: bulletins, prices.
const REPRINT: f32 = 0.8;

/// Hours that count where one article has no date, as far apart as two articles of one event may be:
/// text alone has to say more.
const UNDATED_HOURS: f32 = 72.0;

/// What comparing found.
pub(super) struct Likeness<'a> {
    /// Pairs of places with their log-odds, in the order of the pairs given.
    pub edges: Vec<Edge>,
    /// What these come from.
    pub signs: Signs<'a>,
}

/// How likely each pair tells one event: the learned weights of its [`PairSigns`], and its
/// *sparseness* (see [`Timeline::sparseness`]).
///
/// An article's *crowding* is the mean content likeness of its 40 nearest. In a story that a hundred
/// articles tell, they are all alike and only much likeness means the same event; of a fire in a
/// village nobody else writes, and a little is enough.
///
/// The evidence that two articles tell one event must outweigh the number of articles that either
/// could be taken for (the logarithm of the prior odds). Among five articles of a week a shared
/// place and number say what they would not among five thousand.
///
/// Hours are counted by stamps set right (see `clocks`).
pub(super) fn similarities<'a>(
    witnesses: &'a [Witness<'a>],
    timeline: &'a Timeline,
    pairs: &[Alike],
) -> Likeness<'a> {
    let signs = Signs::new(witnesses, timeline, pairs);
    let edge = |pair: &Alike| Edge {
        places: pair.places,
        log_odds: signs.log_odds(pair),
    };
    let edges = pairs.par_iter().map(edge).collect();
    Likeness { edges, signs }
}

/// What the signs of a pair are read from.
pub(super) struct Signs<'a> {
    witnesses: &'a [Witness<'a>],
    timeline: &'a Timeline,
    crowding: Vec<f32>,
    /// Hours by which each source's stamps are late.
    pub late: Vec<f32>,
}

impl<'a> Signs<'a> {
    pub(super) fn new(
        witnesses: &'a [Witness<'a>],
        timeline: &'a Timeline,
        pairs: &[Alike],
    ) -> Self {
        Signs {
            witnesses,
            timeline,
            crowding: crowding(timeline, pairs),
            late: lateness(witnesses, timeline, pairs),
        }
    }

    /// The logarithm of the odds that a pair tells one event.
    pub(super) fn log_odds(&self, pair: &Alike) -> f32 {
        self.of(pair).log_odds() + self.sparseness(pair)
    }

    /// What each sign adds to that, in the order of [`Sign::ALL`].
    pub(super) fn parts(&self, pair: &Alike) -> [f32; Sign::ALL.len()] {
        self.with_sparseness(pair, self.of(pair).parts())
    }

    /// The signs of a pair, in the order of [`Sign::ALL`].
    pub(super) fn values(&self, pair: &Alike) -> [f32; Sign::ALL.len()] {
        self.with_sparseness(pair, self.of(pair).listed())
    }

    fn with_sparseness(
        &self,
        pair: &Alike,
        learned: [f32; PairSigns::COUNT],
    ) -> [f32; Sign::ALL.len()] {
        let mut all = [self.sparseness(pair); Sign::ALL.len()];
        all[..PairSigns::COUNT].copy_from_slice(&learned);
        all
    }

    /// Mean sparseness of the two.
    fn sparseness(&self, pair: &Alike) -> f32 {
        let (a, b) = (pair.places.0 as usize, pair.places.1 as usize);
        (self.timeline.sparseness(a) + self.timeline.sparseness(b)) / 2.0
    }

    pub(super) fn of(&self, pair: &Alike) -> PairSigns {
        let (a, b) = (pair.places.0 as usize, pair.places.1 as usize);
        let witness = |place: usize| &self.witnesses[self.timeline.articles[place] as usize];
        let (one, other) = (witness(a), witness(b));
        let is_same_source = one.source == other.source;
        let late = (self.late[one.source.at()], self.late[other.source.at()]);
        let gap = self.timeline.gap(a, b, late).unwrap_or(UNDATED_HOURS);
        let is_reprint = pair.content >= REPRINT && !is_same_source;
        let headlines = (one.outline.headline, other.outline.headline);
        PairSigns {
            content: pair.content,
            skeletons: pair.skeletons,
            crowding: self.crowding[a].max(self.crowding[b]),
            hours: if is_reprint { 0.0 } else { gap.ln_1p() },
            same_source: f32::from(is_same_source),
            same_headline: f32::from(headlines.0.is_some() && headlines.0 == headlines.1),
        }
    }
}

/// Mean content likeness of each place's nearest neighbours. Those that are not like it at all
/// count 0; those that its window has no room for are taken to be as usual.
fn crowding(timeline: &Timeline, pairs: &[Alike]) -> Vec<f32> {
    let mut near: Vec<Vec<f32>> = vec![Vec::new(); timeline.len()];
    for pair in pairs {
        near[pair.places.0 as usize].push(pair.content);
        near[pair.places.1 as usize].push(pair.content);
    }
    let mean = |(place, mut contents): (usize, Vec<f32>)| {
        contents.sort_unstable_by(|a, b| b.total_cmp(a));
        let others = timeline.around(place).len() - 1;
        let lacking = NEIGHBOURS.saturating_sub(others) as f32;
        let sum: f32 = contents.iter().take(NEIGHBOURS).sum();
        (sum + lacking * USUAL) / NEIGHBOURS as f32
    };
    near.into_par_iter().enumerate().map(mean).collect()
}
