//! Why two articles are one event or not: what spoke for it, which links lead from one to the other,
//! and what was decided of their groups.

use super::align::{grouped, known, numbered};
use super::learned::{GROUP, GROUP_START, PAIR, PAIR_START, chance};
use super::link::{Decision, Edge, decision};
use super::pairs::{Alike, Apart, between, pairs};
use super::similarity::{Likeness, similarities};
use super::timeline::Timeline;
use super::weigh::weigh;
use super::{AlignOptions, Alignment, Sign, Stem, Witness};
use crate::corpus::ArticleIx;
use std::collections::{BTreeMap, BTreeSet};

/// Why two articles are one event or not.
pub(crate) struct Explanation {
    /// The grouping that is explained.
    pub alignment: Alignment,
    /// Why the two were not compared; `None` where they were.
    pub apart: Option<Apart>,
    /// Hours between their stamps as given, as in [`super::Link::hours_apart`].
    pub hours_apart: Option<f64>,
    /// What speaks for and against the two telling one event.
    pub pair: Linked<Sign>,
    /// The rare words that both have, the rarest first.
    pub shared: Box<[Stem]>,
    /// The likeliest way of links from one to the other within their event: each next article, with
    /// the probability of the link to it. Empty where they are two events or no links lead there.
    pub path: Vec<(ArticleIx, f64)>,
    /// What was decided of their groups, and how many articles these had; `None` where it was given
    /// that they are one or two.
    pub groups: Option<(Linked<GroupSign>, (usize, usize))>,
}

/// What a probability was made of.
pub(crate) struct Linked<S> {
    /// Log-odds before any sign.
    pub start: f64,
    /// The signs, in a fixed order.
    pub evidence: Vec<Evidence<S>>,
    /// The probability that they give together.
    pub probability: f64,
}

/// One sign.
pub(crate) struct Evidence<S> {
    /// Which.
    pub sign: S,
    /// What it is here.
    pub value: f64,
    /// What was learned that it counts.
    pub weight: f64,
}

impl<S> Evidence<S> {
    /// What it adds to the log-odds.
    pub(crate) fn part(&self) -> f64 {
        self.value * self.weight
    }
}

/// What speaks for or against two groups of articles telling one event; see `learned`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GroupSign {
    /// Mean log-odds of their pairs.
    Mean,
    /// The largest log-odds of a pair.
    Most,
    /// Mean probability of their pairs.
    Probability,
    /// How many articles the smaller one has.
    Size,
    /// They have the same sources.
    SameSources,
}

/// Those signs, in the order in which they were learned.
const GROUP_SIGNS: [GroupSign; GROUP.len()] = [
    GroupSign::Mean,
    GroupSign::Most,
    GroupSign::Probability,
    GroupSign::Size,
    GroupSign::SameSources,
];

/// Groups articles as [`super::align`] does, and says why two of them are one event or not.
///
/// `tick` is told of each article that was compared with the others.
pub(crate) fn explain(
    witnesses: &[Witness],
    options: &AlignOptions,
    (one, other): (ArticleIx, ArticleIx),
    tick: &(dyn Fn(u64) + Sync),
) -> Explanation {
    let timeline = Timeline::new(witnesses, options.window_hours);
    let weights = weigh(witnesses, &timeline);
    let pairs = pairs(&timeline, &weights, tick);
    let likeness = similarities(witnesses, &timeline, &pairs);
    let alignment = grouped(witnesses, &timeline, &likeness, options.similarity);
    let place = |ix: ArticleIx| {
        let before = timeline.articles.iter().take_while(|at| **at != ix.0);
        before.count() as u32
    };
    let places = (place(one), place(other));
    let (a, b) = (places.0 as usize, places.1 as usize);
    let (pair, apart) = between(&timeline, &weights, &pairs, places);
    let (sources, given) = known(witnesses, &timeline);
    let least = options.similarity;
    let decided = decision(&numbered(&given), &sources, &likeness.edges, least, places);
    let way = way(&alignment, &timeline, &likeness.edges, places);
    let named =
        |(place, chance): (u32, f64)| (ArticleIx(timeline.articles[place as usize]), chance);
    Explanation {
        apart,
        hours_apart: timeline.gap(a, b, (0.0, 0.0)).map(f64::from),
        pair: of_pair(&likeness, &pair),
        shared: weights.rare_in_both(a, b),
        path: way.into_iter().map(named).collect(),
        groups: decided.map(|decided| (of_groups(&decided), decided.articles)),
        alignment,
    }
}

fn of_pair(likeness: &Likeness, pair: &Alike) -> Linked<Sign> {
    let values = likeness.signs.values(pair);
    // Sparseness is no learned sign: it counts as it is.
    let weights = PAIR.into_iter().chain([1.0]);
    let signs = Sign::ALL.into_iter().zip(values).zip(weights);
    let evidence = signs.map(|((sign, value), weight)| Evidence {
        sign,
        value: value.into(),
        weight: weight.into(),
    });
    Linked {
        start: PAIR_START.into(),
        evidence: evidence.collect(),
        probability: chance(likeness.signs.log_odds(pair).into()),
    }
}

fn of_groups(decided: &Decision) -> Linked<GroupSign> {
    let signs = GROUP_SIGNS.into_iter().zip(decided.signs.listed());
    let evidence = signs.zip(GROUP).map(|((sign, value), weight)| Evidence {
        sign,
        value,
        weight,
    });
    Linked {
        start: GROUP_START,
        evidence: evidence.collect(),
        probability: decided.signs.chance(),
    }
}

/// The way of links between two places of one event on which the product of the probabilities is
/// largest (Dijkstra 1959), of equals over the earlier places.
fn way(
    alignment: &Alignment,
    timeline: &Timeline,
    edges: &[Edge],
    (from, to): (u32, u32),
) -> Vec<(u32, f64)> {
    let event = |place: u32| alignment.event_of[timeline.articles[place as usize] as usize];
    let mut near: BTreeMap<u32, Vec<(u32, f64)>> = BTreeMap::new();
    for edge in edges {
        let (a, b) = edge.places;
        if event(a) == event(from) && event(b) == event(from) {
            near.entry(a).or_default().push((b, edge.probability()));
            near.entry(b).or_default().push((a, edge.probability()));
        }
    }
    // For each place that was reached: how likely, from where, and by a link of which probability.
    let mut reached: BTreeMap<u32, (f64, u32, f64)> = BTreeMap::from([(from, (1.0, from, 1.0))]);
    let mut done: BTreeSet<u32> = BTreeSet::new();
    loop {
        let open = reached.iter().filter(|(place, _)| !done.contains(place));
        let best = open.max_by(|a, b| a.1.0.total_cmp(&b.1.0).then(b.0.cmp(a.0)));
        let Some((place, (likely, ..))) = best.map(|(place, known)| (*place, *known)) else {
            break;
        };
        done.insert(place);
        for (next, link) in near.get(&place).into_iter().flatten() {
            let known = reached.entry(*next).or_insert((0.0, place, *link));
            if likely * link > known.0 {
                *known = (likely * link, place, *link);
            }
        }
    }
    let mut steps = Vec::new();
    let mut at = to;
    while at != from {
        let Some((_, before, link)) = reached.get(&at) else {
            return Vec::new();
        };
        steps.push((at, *link));
        at = *before;
    }
    steps.reverse();
    steps
}
