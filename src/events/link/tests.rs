//! Linking, on edges drawn by hand.

use super::*;

fn linked(given: &[Option<u32>], edges: &[(u32, u32, f32)]) -> Vec<u32> {
    let sources: Vec<SourceIx> = (0..given.len() as u32).map(SourceIx).collect();
    link(given, &sources, &drawn(edges), 0.4)
}

/// Edges of some probability.
fn drawn(edges: &[(u32, u32, f32)]) -> Vec<Edge> {
    let edge = |(a, b, probability): &(u32, u32, f32)| Edge {
        places: (*a, *b),
        log_odds: (probability / (1.0 - probability)).ln(),
    };
    edges.iter().map(edge).collect()
}

#[test]
fn a_chain_of_neighbours_is_no_event() {
    let chain = [(0, 1, 0.7), (1, 2, 0.6), (2, 3, 0.7)];
    assert_eq!(linked(&[None; 4], &chain), [0, 0, 1, 1]);
}

#[test]
fn the_mean_of_all_pairs_and_the_most_similar_one_decide() {
    assert_eq!(linked(&[None; 3], &[(0, 1, 0.95), (1, 2, 0.6)]), [0, 0, 1]);
    assert_eq!(linked(&[None; 3], &[(0, 1, 0.95), (1, 2, 0.9)]), [0, 0, 0]);
}

#[test]
fn groups_of_the_same_sources_are_less_likely_one_event() {
    let edges = drawn(&[(0, 1, 0.5)]);
    let of = |sources: [u32; 2]| link(&[None; 2], &sources.map(SourceIx), &edges, 0.4);
    assert_eq!(of([1, 2]), [0, 0]);
    assert_eq!(of([1, 1]), [0, 1]);
}

#[test]
fn what_was_given_is_kept_together_and_apart() {
    let given = [Some(7), None, Some(7), Some(8)];
    assert_eq!(linked(&given, &[(0, 3, 0.99), (1, 3, 0.6)]), [0, 1, 0, 1]);
    // The third may go to either, but does not bring the two events together.
    let given = [Some(1), None, Some(2)];
    assert_eq!(linked(&given, &[(0, 1, 0.9), (1, 2, 0.8)]), [0, 0, 1]);
}

#[test]
fn the_decision_is_that_of_the_groups_the_two_stood_in_at_last() {
    let edges = drawn(&[(0, 1, 0.95), (1, 2, 0.9), (2, 3, 0.3)]);
    let sources: Vec<SourceIx> = (0..5).map(SourceIx).collect();
    let of = |given: &[Option<u32>], a, b| decision(given, &sources, &edges, 0.4, (a, b));
    let told = |a, b| of(&[None; 5], a, b).map(|d| (d.articles, d.signs.chance() >= 0.4));
    assert_eq!(told(2, 0), Some(((1, 2), true)));
    assert_eq!(told(0, 3), Some(((3, 1), false)));
    assert_eq!(of(&[None; 5], 3, 4).unwrap().signs.most, FLOOR);
    let given = [Some(1), Some(1), Some(2), None, None];
    assert_eq!([of(&given, 0, 1), of(&given, 0, 2)], [None, None]);
}

#[test]
fn ties_go_to_the_lower_places() {
    assert_eq!(linked(&[None; 3], &[(1, 2, 0.5), (0, 1, 0.5)]), [0, 0, 1]);
}
