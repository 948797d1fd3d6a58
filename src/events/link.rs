//! Linking articles into events: two groups become one where their articles are alike on average,
//! so that no chain of neighbours makes an event.

use rustc_hash::FxHashMap;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// How much the most similar pair of two groups counts beside the average of all pairs. An update
/// may be like one article of its event and hardly like the rest.
const NEAREST_SHARE: f64 = 0.25;

/// Two articles that are alike, by place, the lower first.
pub(super) struct Edge {
    pub places: (u32, u32),
    pub similarity: f32,
}

/// The group of each place, where `given` holds what is known beforehand: places with the same
/// given group are one, those with different ones stay apart.
///
/// Pairs without an edge count as not alike at all (0). Groups are numbered by their first place.
///
/// Two groups are as similar as their pairs are on average, by three quarters, and as their most
/// similar pair is, by one quarter. The most similar groups are joined first, ties by place.
///
/// Source: average linkage (UPGMA), Sokal & Michener (1958), and a share of single linkage, as
/// Lance & Williams (1967) combine the two; here over a sparse graph.
pub(super) fn link(given: &[Option<u32>], edges: &[Edge], least: f64) -> Vec<u32> {
    let mut linking = Linking::new(given, edges);
    let mut heap: BinaryHeap<Joining> = BinaryHeap::new();
    for a in 0..linking.groups.len() as u32 {
        let steps = linking.steps(a).filter(|s| s.groups.0 == a);
        heap.extend(steps.filter(|step| step.similarity >= least));
    }
    while let Some(step) = heap.pop() {
        if linking.is_stale(&step) {
            continue;
        }
        let merged = linking.merge(step.groups);
        heap.extend(
            linking
                .steps(merged)
                .filter(|step| step.similarity >= least),
        );
    }
    linking.numbered()
}

/// Two groups that may become one.
struct Joining {
    similarity: f64,
    groups: (u32, u32),
    /// How often each had changed when this was thought of.
    changes: (u32, u32),
}

impl Ord for Joining {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_similarity = self.similarity.total_cmp(&other.similarity);
        by_similarity.then_with(|| other.groups.cmp(&self.groups))
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
    changes: u32,
    /// How near each neighbouring group is.
    near: FxHashMap<u32, Nearness>,
}

/// What the edges between two groups come to.
#[derive(Clone, Copy, Default)]
struct Nearness {
    sum: f64,
    most: f64,
}

impl Nearness {
    fn add(&mut self, other: Nearness) {
        self.sum += other.sum;
        self.most = self.most.max(other.most);
    }
}

struct Linking {
    groups: Vec<LinkGroup>,
}

impl Linking {
    fn new(given: &[Option<u32>], edges: &[Edge]) -> Self {
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
        }
        let mut linking = Linking { groups };
        for edge in edges {
            let a = home[edge.places.0 as usize];
            let b = home[edge.places.1 as usize];
            if a != b && !linking.apart(a, b) {
                let similarity = f64::from(edge.similarity);
                let nearness = Nearness {
                    sum: similarity,
                    most: similarity,
                };
                linking.draw_near(a, b, nearness);
                linking.draw_near(b, a, nearness);
            }
        }
        linking
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
            let pairs = (group.places.len() * other.places.len()) as f64;
            let mean = nearness.sum / pairs;
            Joining {
                similarity: mean + NEAREST_SHARE * (nearness.most - mean),
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
mod tests {
    use super::*;

    fn linked(given: &[Option<u32>], edges: &[(u32, u32, f32)]) -> Vec<u32> {
        let edges: Vec<Edge> = edges
            .iter()
            .map(|(a, b, similarity)| Edge {
                places: (*a, *b),
                similarity: *similarity,
            })
            .collect();
        link(given, &edges, 0.3)
    }

    #[test]
    fn a_chain_of_neighbours_is_no_event() {
        let chain = [(0, 1, 0.5), (1, 2, 0.45), (2, 3, 0.5)];
        assert_eq!(linked(&[None; 4], &chain), [0, 0, 1, 1]);
    }

    #[test]
    fn the_mean_of_all_pairs_and_the_most_similar_one_decide() {
        // Of three: mean (0.4 + 0) / 2 = 0.2, a quarter of the way to 0.4 is 0.25: too little.
        assert_eq!(linked(&[None; 3], &[(0, 1, 0.9), (1, 2, 0.4)]), [0, 0, 1]);
        // Mean 0.25, a quarter of the way to 0.5 is 0.3125.
        assert_eq!(linked(&[None; 3], &[(0, 1, 0.9), (1, 2, 0.5)]), [0, 0, 0]);
    }

    #[test]
    fn what_was_given_is_kept_together_and_apart() {
        let given = [Some(7), None, Some(7), Some(8)];
        assert_eq!(linked(&given, &[(0, 3, 1.0), (1, 3, 0.4)]), [0, 1, 0, 1]);
        // The third may go to either, but does not bring the two events together.
        let given = [Some(1), None, Some(2)];
        assert_eq!(linked(&given, &[(0, 1, 0.9), (1, 2, 0.8)]), [0, 0, 1]);
    }

    #[test]
    fn ties_go_to_the_lower_places() {
        assert_eq!(linked(&[None; 3], &[(1, 2, 0.4), (0, 1, 0.4)]), [0, 0, 1]);
    }
}
