//! Linking articles into events: two groups become one where their articles are likely to tell one
//! event on the whole, so that no chain of neighbours makes an event.

use super::learned::{GroupSigns, chance};
use crate::corpus::SourceIx;
use rustc_hash::FxHashMap;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// Log-odds of a pair of articles that are not alike enough to be compared, and the least that is
/// told apart.
const FLOOR: f64 = -5.0;

/// Two articles that are alike, by place, the lower first.
pub(super) struct Edge {
    pub places: (u32, u32),
    /// The logarithm of the odds that both tell one event, as they stand alone.
    pub log_odds: f32,
}

impl Edge {
    /// The probability that both tell one event.
    pub(super) fn probability(&self) -> f64 {
        chance(f64::from(self.log_odds))
    }
}

/// The group of each place, where `given` holds what is known beforehand: places with the same
/// given group are one, those with different ones stay apart.
///
/// The two groups are joined first that are likeliest one event by their [`GroupSigns`], ties by
/// place, as long as the probability is at least `least`. Pairs without an edge count as the least
/// likely. Groups are numbered by their first place.
///
/// Source: average linkage (UPGMA), Sokal & Michener (1958), over a sparse graph and with learned
/// weights for the mean, the nearest pair, the size and the sources of two groups.
pub(super) fn link(
    given: &[Option<u32>],
    sources: &[SourceIx],
    edges: &[Edge],
    least: f64,
) -> Vec<u32> {
    let mut linking = Linking::new(given, sources, edges);
    linking.join(least, |_, _| {});
    linking.numbered()
}

/// What linking decided of the two groups that two places came to stand in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Decision {
    /// How many articles each of the groups had.
    pub articles: (usize, usize),
    /// What spoke for and against making them one.
    pub signs: GroupSigns,
}

/// The last decision on the groups of two places; `None` where it was given that they are one, or
/// that they are not.
pub(super) fn decision(
    given: &[Option<u32>],
    sources: &[SourceIx],
    edges: &[Edge],
    least: f64,
    places: (u32, u32),
) -> Option<Decision> {
    let mut linking = Linking::new(given, sources, edges);
    let [a, b] = [places.0, places.1].map(|place| linking.group_of(place));
    if a == b {
        return None;
    }
    let mut joining = None;
    linking.join(least, |linking, (one, other)| {
        let holds = |group: u32, place| linking.groups[group as usize].places.contains(&place);
        let parts = |x, y| holds(one, x) && holds(other, y);
        if parts(places.0, places.1) {
            joining = Some(linking.decision((one, other)));
        } else if parts(places.1, places.0) {
            joining = Some(linking.decision((other, one)));
        }
    });
    let [a, b] = [places.0, places.1].map(|place| linking.group_of(place));
    let left = || (!linking.apart(a, b)).then(|| linking.decision((a, b)));
    joining.or_else(left)
}

/// The groups that stay apart with likeness between them, and their signs.
#[cfg(test)]
pub(super) fn open_groups(
    sources: &[SourceIx],
    edges: &[Edge],
    least: f64,
) -> Vec<(Vec<u32>, Vec<u32>, GroupSigns)> {
    let mut linking = Linking::new(&vec![None; sources.len()], sources, edges);
    linking.join(least, |_, _| {});
    let mut open = Vec::new();
    for (at, group) in (0..).zip(&linking.groups) {
        let mut near: Vec<_> = group
            .near
            .iter()
            .filter(|(other, _)| at < **other)
            .collect();
        near.sort_by_key(|(other, _)| **other);
        for (other, nearness) in near {
            let other = &linking.groups[*other as usize];
            let signs = group.signs(other, nearness);
            open.push((group.places.clone(), other.places.clone(), signs));
        }
    }
    open
}

/// Two groups that may become one.
struct Joining {
    probability: f64,
    groups: (u32, u32),
    /// How often each had changed when this was thought of.
    changes: (u32, u32),
}

impl Ord for Joining {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_probability = self.probability.total_cmp(&other.probability);
        by_probability.then_with(|| other.groups.cmp(&self.groups))
    }
}

impl PartialOrd for Joining {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Joining {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Joining {}

#[derive(Default)]
struct LinkGroup {
    /// Empty once it is part of another.
    places: Vec<u32>,
    given: bool,
    /// Who published its articles, sorted, each once.
    sources: Vec<SourceIx>,
    changes: u32,
    /// How near each neighbouring group is.
    near: FxHashMap<u32, Nearness>,
}

/// What the edges between two groups come to.
#[derive(Clone, Copy)]
struct Nearness {
    /// Log-odds above the floor, summed.
    above: f64,
    /// Probabilities, summed.
    likely: f64,
    /// The largest log-odds.
    most: f64,
}

impl Default for Nearness {
    fn default() -> Self {
        Nearness {
            above: 0.0,
            likely: 0.0,
            most: FLOOR,
        }
    }
}

impl Nearness {
    fn add(&mut self, other: Nearness) {
        self.above += other.above;
        self.likely += other.likely;
        self.most = self.most.max(other.most);
    }
}

impl LinkGroup {
    fn add_sources(&mut self, others: &[SourceIx]) {
        self.sources.extend(others);
        self.sources.sort_unstable();
        self.sources.dedup();
    }

    fn signs(&self, other: &LinkGroup, nearness: &Nearness) -> GroupSigns {
        let pairs = (self.places.len() * other.places.len()) as f64;
        let (few, many) = match self.sources.len() <= other.sources.len() {
            true => (&self.sources, &other.sources),
            false => (&other.sources, &self.sources),
        };
        let is_shared = |source: &&SourceIx| many.binary_search(source).is_ok();
        GroupSigns {
            mean: FLOOR + nearness.above / pairs,
            most: nearness.most,
            probability: nearness.likely / pairs,
            size: (self.places.len().min(other.places.len()) as f64).ln(),
            same_sources: few.iter().filter(is_shared).count() as f64 / few.len() as f64,
        }
    }
}

struct Linking {
    groups: Vec<LinkGroup>,
}

impl Linking {
    fn new(given: &[Option<u32>], sources: &[SourceIx], edges: &[Edge]) -> Self {
        let mut first_of: FxHashMap<u32, u32> = FxHashMap::default();
        let mut groups: Vec<LinkGroup> = Vec::new();
        groups.resize_with(given.len(), LinkGroup::default);
        let mut home: Vec<u32> = (0..given.len() as u32).collect();
        for (place, given) in (0_u32..).zip(given) {
            if let Some(given) = given {
                home[place as usize] = *first_of.entry(*given).or_insert(place);
            }
            let group = &mut groups[home[place as usize] as usize];
            group.places.push(place);
            group.given = given.is_some();
            group.add_sources(&[sources[place as usize]]);
        }
        let mut linking = Linking { groups };
        for edge in edges.iter().filter(|e| f64::from(e.log_odds) > FLOOR) {
            let a = home[edge.places.0 as usize];
            let b = home[edge.places.1 as usize];
            if a != b && !linking.apart(a, b) {
                let log_odds = f64::from(edge.log_odds);
                let nearness = Nearness {
                    above: log_odds - FLOOR,
                    likely: edge.probability(),
                    most: log_odds,
                };
                linking.draw_near(a, b, nearness);
                linking.draw_near(b, a, nearness);
            }
        }
        linking
    }

    /// Joins groups as long as any two are likely enough one; `before` sees which two are next.
    fn join(&mut self, least: f64, mut before: impl FnMut(&Linking, (u32, u32))) {
        let mut heap: BinaryHeap<Joining> = BinaryHeap::new();
        for a in 0..self.groups.len() as u32 {
            let steps = self.steps(a).filter(|s| s.groups.0 == a);
            heap.extend(steps.filter(|step| step.probability >= least));
        }
        while let Some(step) = heap.pop() {
            if self.is_stale(&step) {
                continue;
            }
            before(self, step.groups);
            let merged = self.merge(step.groups);
            heap.extend(self.steps(merged).filter(|step| step.probability >= least));
        }
    }

    /// The group that holds a place.
    fn group_of(&self, place: u32) -> u32 {
        let holds = |group: &&LinkGroup| group.places.contains(&place);
        let before = self.groups.iter().take_while(|group| !holds(group));
        before.count() as u32
    }

    fn decision(&self, (one, other): (u32, u32)) -> Decision {
        let [a, b] = [one, other].map(|group| &self.groups[group as usize]);
        let nearness = a.near.get(&other).copied().unwrap_or_default();
        Decision {
            articles: (a.places.len(), b.places.len()),
            signs: a.signs(b, &nearness),
        }
    }

    fn draw_near(&mut self, group: u32, other: u32, nearness: Nearness) {
        let near = &mut self.groups[group as usize].near;
        near.entry(other).or_default().add(nearness);
    }

    /// Whether two groups were given as different events.
    fn apart(&self, a: u32, b: u32) -> bool {
        self.groups[a as usize].given && self.groups[b as usize].given
    }

    /// What may become of a group and each of its neighbours.
    fn steps(&self, a: u32) -> impl Iterator<Item = Joining> + '_ {
        let group = &self.groups[a as usize];
        group.near.iter().map(move |(b, nearness)| {
            let other = &self.groups[*b as usize];
            let (low, high) = (a.min(*b), a.max(*b));
            let changes = |group: u32| self.groups[group as usize].changes;
            Joining {
                probability: group.signs(other, nearness).chance(),
                groups: (low, high),
                changes: (changes(low), changes(high)),
            }
        })
    }

    fn is_stale(&self, step: &Joining) -> bool {
        let (a, b) = (step.groups.0 as usize, step.groups.1 as usize);
        (self.groups[a].changes, self.groups[b].changes) != step.changes
    }

    /// Makes two groups one; it keeps the number of the one with more neighbours.
    fn merge(&mut self, (a, b): (u32, u32)) -> u32 {
        let more = |group: u32| self.groups[group as usize].near.len();
        let (into, from) = if more(a) >= more(b) { (a, b) } else { (b, a) };
        let gone = std::mem::take(&mut self.groups[from as usize]);
        self.groups[from as usize].changes = gone.changes + 1;
        let becomes_given = gone.given && !self.groups[into as usize].given;
        for (other, nearness) in gone.near {
            self.groups[other as usize].near.remove(&from);
            if other != into {
                self.draw_near(into, other, nearness);
                self.draw_near(other, into, nearness);
            }
        }
        let group = &mut self.groups[into as usize];
        group.places.extend(gone.places);
        group.add_sources(&gone.sources);
        group.given |= gone.given;
        group.changes += 1;
        if becomes_given || group.given {
            self.part_from_given(into);
        }
        into
    }

    /// Forgets the neighbours that were given as other events.
    fn part_from_given(&mut self, group: u32) {
        let near = &self.groups[group as usize].near;
        let others: Vec<u32> = near
            .keys()
            .copied()
            .filter(|o| self.apart(group, *o))
            .collect();
        for other in others {
            self.groups[group as usize].near.remove(&other);
            self.groups[other as usize].near.remove(&group);
        }
    }

    fn numbered(&self) -> Vec<u32> {
        let places = self.groups.iter().map(|group| group.places.len()).sum();
        let mut group_of = vec![0; places];
        let mut first: Vec<&LinkGroup> = self
            .groups
            .iter()
            .filter(|g| !g.places.is_empty())
            .collect();
        first.sort_by_key(|group| group.places.iter().min());
        for (number, group) in (0..).zip(first) {
            for place in &group.places {
                group_of[*place as usize] = number;
            }
        }
        group_of
    }
}

#[cfg(test)]
mod tests;
