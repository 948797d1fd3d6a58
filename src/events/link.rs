//! Linking articles into events: average linkage over the pairs that are alike. Two groups become
//! one where their articles are alike on average, so that no chain of neighbours makes an event.

use rustc_hash::FxHashMap;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// Two things that are alike, by place, the lower first.
pub(super) struct Edge {
    pub places: (u32, u32),
    pub similarity: f32,
}

/// The group of each place, where `given` holds what is known beforehand: places with the same
/// given group are one, those with different ones stay apart.
///
/// Pairs without an edge count as not alike at all (0). Groups are numbered by their first place.
///
/// Source: average linkage (UPGMA), Sokal & Michener (1958); here over a sparse graph, the most
/// similar pair of groups first, ties by place.
pub(super) fn link(given: &[Option<u32>], edges: &[Edge], least: f64) -> Vec<u32> {
    let mut linking = Linking::new(given, edges);
    let mut heap: BinaryHeap<Step> = BinaryHeap::new();
    for a in 0..linking.groups.len() as u32 {
        let steps = linking.steps(a).filter(|s| s.groups.0 == a);
        heap.extend(steps.filter(|step| step.mean >= least));
    }
    while let Some(step) = heap.pop() {
        if linking.is_stale(&step) {
            continue;
        }
        let merged = linking.merge(step.groups);
        heap.extend(linking.steps(merged).filter(|step| step.mean >= least));
    }
    linking.numbered()
}

/// Two groups that may become one.
struct Step {
    mean: f64,
    groups: (u32, u32),
    /// How often each had changed when this was thought of.
    changes: (u32, u32),
}

impl Ord for Step {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_mean = self.mean.total_cmp(&other.mean);
        by_mean.then_with(|| other.groups.cmp(&self.groups))
    }
}

impl PartialOrd for Step {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Step {}

#[derive(Default)]
struct Group {
    /// Empty once it is part of another.
    places: Vec<u32>,
    given: bool,
    changes: u32,
    /// Sum of the similarities with the articles of each neighbouring group.
    near: FxHashMap<u32, f64>,
}

struct Linking {
    groups: Vec<Group>,
}

impl Linking {
    fn new(given: &[Option<u32>], edges: &[Edge]) -> Self {
        let mut first_of: FxHashMap<u32, u32> = FxHashMap::default();
        let mut groups: Vec<Group> = Vec::new();
        groups.resize_with(given.len(), Group::default);
        let mut home: Vec<u32> = (0..given.len() as u32).collect();
        for (place, given) in (0_u32..).zip(given) {
            if let Some(given) = given {
                home[place as usize] = *first_of.entry(*given).or_insert(place);
            }
            let group = &mut groups[home[place as usize] as usize];
            group.places.push(place);
            group.given = given.is_some();
        }
        let mut linking = Linking { groups };
        for edge in edges {
            let a = home[edge.places.0 as usize];
            let b = home[edge.places.1 as usize];
            if a != b && !linking.apart(a, b) {
                let similarity = f64::from(edge.similarity);
                *linking.groups[a as usize].near.entry(b).or_default() += similarity;
                *linking.groups[b as usize].near.entry(a).or_default() += similarity;
            }
        }
        linking
    }

    /// Whether two groups were given as different events.
    fn apart(&self, a: u32, b: u32) -> bool {
        self.groups[a as usize].given && self.groups[b as usize].given
    }

    /// What may become of a group and each of its neighbours.
    fn steps(&self, a: u32) -> impl Iterator<Item = Step> + '_ {
        let group = &self.groups[a as usize];
        group.near.iter().map(move |(b, sum)| {
            let other = &self.groups[*b as usize];
            let (low, high) = (a.min(*b), a.max(*b));
            let changes = |group: u32| self.groups[group as usize].changes;
            Step {
                mean: sum / (group.places.len() * other.places.len()) as f64,
                groups: (low, high),
                changes: (changes(low), changes(high)),
            }
        })
    }

    fn is_stale(&self, step: &Step) -> bool {
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
        for (other, sum) in gone.near {
            self.groups[other as usize].near.remove(&from);
            if other != into {
                *self.groups[into as usize].near.entry(other).or_default() += sum;
                *self.groups[other as usize].near.entry(into).or_default() += sum;
            }
        }
        let group = &mut self.groups[into as usize];
        group.places.extend(gone.places);
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
        let mut first: Vec<&Group> = self
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
