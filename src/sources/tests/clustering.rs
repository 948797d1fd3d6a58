//! Clusters of sources from end to end: camps found, thin sources named, the same at any thread
//! count.

use crate::sources::simulated::{Dice, NEWS, Plan, SimulatedCorpus, corpus};
use crate::sources::{Clusters, Draws, Reach, Unplaced, Verdict, clusters, contrasts, profiles};

const DRAWS: Draws = Draws {
    draws: 300,
    permutations: 500,
    seed: 11,
    least_articles: 5,
    least_events: 3,
};

/// Sources that condemn as given, in each of three frames.
fn told(condemning: &[f64], articles: usize, events: usize) -> SimulatedCorpus {
    let plan = Plan {
        articles,
        events,
        condemning: vec![condemning.to_vec(); 3],
        event_effect: 0.05,
        article_effect: 0.05,
        skew: NEWS,
    };
    corpus(&plan, &mut Dice::new(5))
}

fn found(corpus: &SimulatedCorpus) -> Clusters {
    clusters(&corpus.sample(), &DRAWS, &Reach::whole(&corpus.sample()))
}

#[test]
fn two_camps_are_found_and_numbered_by_their_first_source() {
    let corpus = told(&[0.9, 0.1, 0.9, 0.1, 0.9, 0.1, 0.1], 600, 30);
    let found = found(&corpus);
    let is_two_of_seven = matches!(
        found.verdict,
        Verdict::Clusters {
            groups: 2,
            thick: 7,
            ..
        }
    );
    assert!(is_two_of_seven, "{:?}", found.verdict);
    let labels: Vec<Option<u32>> = found.placed.iter().map(|placed| placed.cluster).collect();
    assert_eq!(labels, [1, 2, 1, 2, 1, 2, 2].map(Some));
    for placed in &found.placed {
        assert!(placed.stability.expect("in a cluster of several") > 0.9);
        assert!(placed.silhouette.expect("in a cluster") > 0.5 && placed.map.is_some());
        assert_eq!((placed.absent, placed.unplaced), (Some(0), None));
    }
}

#[test]
fn merges_join_the_camps_last_and_rise() {
    let found = found(&told(&[0.9, 0.1, 0.9, 0.1, 0.9], 600, 30));
    assert_eq!(found.merges.len(), 4);
    assert!(found.merges.is_sorted_by_key(|merge| merge.distance));
    let last = &found.merges[3];
    let numbers = |side: &[crate::corpus::SourceIx]| -> Vec<u32> {
        side.iter().map(|source| source.0).collect()
    };
    assert_eq!(numbers(&last.left), [0, 2, 4]);
    assert_eq!(numbers(&last.right), [1, 3]);
}

#[test]
fn a_source_with_few_shared_events_is_named_and_not_forced_into_a_cluster() {
    let mut corpus = told(&[0.9, 0.1, 0.9, 0.1, 0.9, 0.1], 600, 30);
    let mut kept = 0;
    for fact in corpus.facts.iter_mut().filter(|fact| fact.source.0 == 5) {
        kept += 1;
        fact.counted = kept <= 2;
    }
    let found = found(&corpus);
    let thin = &found.placed[5];
    assert_eq!(
        (thin.cluster, thin.map, thin.unplaced),
        (None, None, Some(Unplaced::Thin))
    );
    assert!(thin.shared_events < 3);
    let of_five = matches!(found.verdict, Verdict::Clusters { thick: 5, .. });
    assert!(of_five, "{:?}", found.verdict);
}

#[test]
fn few_sources_are_too_few_and_do_not_stop_the_run() {
    for sources in [1, 2] {
        let found = found(&told(&vec![0.5; sources], 60, 10));
        let too_few = matches!(found.verdict, Verdict::TooFew { .. });
        assert!(too_few, "{:?}", found.verdict);
        assert_eq!(found.placed.len(), sources);
        assert_eq!(found.merges.len(), sources - 1);
    }
    let nothing = told(&[0.5], 0, 1);
    assert!(found(&nothing).merges.is_empty());
    assert!(contrasts(&nothing.sample(), &DRAWS, &Reach::whole(&nothing.sample())).is_empty());
}

#[test]
fn sources_that_never_differ_have_no_structure() {
    let found = found(&told(&[-1.0; 5], 200, 20));
    assert_eq!(found.verdict, Verdict::Alike);
    assert!(found.placed.iter().all(|placed| placed.cluster.is_none()));
    assert!(
        found
            .placed
            .iter()
            .all(|placed| placed.unplaced == Some(Unplaced::Structureless))
    );
}

#[test]
fn five_hundred_sources_are_clustered() {
    let condemning: Vec<f64> = (0..500).map(|n| [0.1, 0.9][n % 2]).collect();
    let corpus = told(&condemning, 12_000, 300);
    let few = Draws { draws: 39, ..DRAWS };
    let found = clusters(&corpus.sample(), &few, &Reach::whole(&corpus.sample()));
    let is_two = matches!(found.verdict, Verdict::Clusters { groups: 2, .. });
    assert!(is_two, "{:?}", found.verdict);
    assert_eq!(found.placed.len(), 500);
}

#[test]
fn one_thread_and_four_give_the_same_tables() {
    let corpus = told(&[0.9, 0.1, 0.5, 0.1, 0.9], 200, 20);
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        pool.expect("threads can be had").install(|| {
            let sample = corpus.sample();
            (
                contrasts(&sample, &DRAWS, &Reach::whole(&sample)),
                profiles(&sample, &sample, &DRAWS),
                clusters(&sample, &DRAWS, &Reach::whole(&sample)),
            )
        })
    };
    assert_eq!(with(1), with(4));
}
