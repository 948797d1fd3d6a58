//! Whether p values, intervals and clusters hold what they promise, by simulation: in small with
//! every test run, in full by `just validity`, which prints the tables of `docs/METHOD.md`.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test that tells what it measured"
)]

use crate::sources::simulated::{Dice, NEWS, Plan, SimulatedCorpus, corpus};
use crate::sources::{
    Clusters, Contrast, Draws, Other, Reach, Verdict, clusters, contrasts, profiles,
};
use rayon::prelude::*;

fn draws(seed: u64) -> Draws {
    Draws {
        draws: 1000,
        permutations: 1999,
        seed,
        least_articles: 5,
        least_events: 3,
    }
}

/// Three standard errors above a share that is true, in this many runs.
fn at_most(share: f64, runs: usize) -> f64 {
    share + 3.0 * (share * (1.0 - share) / runs as f64).sqrt()
}

/// A corpus of 10–300 articles of 2–6 sources on 2–30 events. The first source condemns with
/// `first`, the others with `others`.
fn varied(run: u64, first: f64, others: f64) -> SimulatedCorpus {
    let mut dice = Dice::new(run);
    let articles = (10.0 * 30.0_f64.powf(dice.unit())) as usize;
    let mut condemning = vec![others; dice.between(2, 6)];
    condemning[0] = first;
    let plan = Plan {
        articles,
        events: dice.between(2, 30),
        condemning: vec![condemning],
        event_effect: 0.1,
        article_effect: 0.1,
        skew: NEWS,
    };
    corpus(&plan, &mut dice)
}

/// A corpus of 200–300 articles of two sources on 24–30 events: one in which they share many.
fn shared(run: u64, first: f64, others: f64) -> SimulatedCorpus {
    let mut dice = Dice::new(run);
    let plan = Plan {
        articles: dice.between(200, 300),
        events: dice.between(24, 30),
        condemning: vec![vec![first, others]],
        event_effect: 0.1,
        article_effect: 0.1,
        skew: NEWS,
    };
    corpus(&plan, &mut dice)
}

/// The same of words that are rare: most mentions are of one label, and each source has few of the
/// other.
fn rare(run: u64, first: f64, others: f64) -> SimulatedCorpus {
    let mut dice = Dice::new(run);
    let mut condemning = vec![others; dice.between(2, 6)];
    condemning[0] = first;
    let plan = Plan {
        articles: dice.between(100, 300),
        events: dice.between(10, 30),
        condemning: vec![condemning],
        event_effect: others / 4.0,
        article_effect: others / 4.0,
        skew: NEWS,
    };
    corpus(&plan, &mut dice)
}

/// The same of very unequal sizes: half of the articles tell one event, and most are of one source.
fn unequal(run: u64, first: f64, others: f64) -> SimulatedCorpus {
    let mut dice = Dice::new(run);
    let mut condemning = vec![others; dice.between(2, 6)];
    condemning[0] = first;
    let plan = Plan {
        articles: dice.between(100, 300),
        events: dice.between(10, 30),
        condemning: vec![condemning],
        event_effect: 0.1,
        article_effect: 0.1,
        skew: 4.0,
    };
    corpus(&plan, &mut dice)
}

/// Counts of how many of how many, by a class.
#[derive(Clone, Copy, Default)]
struct Tally {
    held: usize,
    all: usize,
}

impl Tally {
    fn share(self) -> f64 {
        self.held as f64 / self.all as f64
    }

    fn plus(self, other: Tally) -> Tally {
        Tally {
            held: self.held + other.held,
            all: self.all + other.all,
        }
    }
}

fn contrasted(corpus: &SimulatedCorpus, run: u64) -> Vec<Contrast> {
    let sample = corpus.sample();
    contrasts(&sample, &draws(run), &Reach::whole(&sample))
}

fn clustered(corpus: &SimulatedCorpus, run: u64) -> Clusters {
    let sample = corpus.sample();
    clusters(&sample, &draws(run), &Reach::whole(&sample))
}

/// The levels at which p is looked at.
const LEVELS: [f64; 3] = [0.01, 0.05, 0.10];

/// In runs where no source differs: how many have any q below 0.05, and how many p are at most
/// each level.
fn null(runs: u64) -> (Tally, [Tally; 3]) {
    let tables: Vec<Vec<Contrast>> = (0..runs)
        .into_par_iter()
        .map(|run| contrasted(&varied(run, 0.4, 0.4), run))
        .collect();
    let alarms = tables
        .iter()
        .filter(|table| table.iter().any(|row| row.q.is_some_and(|q| q < 0.05)));
    let alarms = Tally {
        held: alarms.count(),
        all: tables.len(),
    };
    let p: Vec<f64> = tables.iter().flatten().filter_map(|row| row.p).collect();
    let reached = LEVELS.map(|level| Tally {
        held: p.iter().filter(|p| **p <= level).count(),
        all: p.len(),
    });
    (alarms, reached)
}

/// Classes of events, shared or of one source, by their upper ends.
const CLASSES: [usize; 5] = [5, 7, 12, 20, 30];

fn class(count: u32) -> usize {
    CLASSES
        .iter()
        .position(|upto| count as usize <= *upto)
        .expect("no corpus is larger")
}

/// How a run's corpus is made.
type Making = fn(u64, f64, f64) -> SimulatedCorpus;

/// How often intervals hold the truth, by class: of contrasts, and of leans.
fn coverage(making: Making, runs: u64, first: f64, others: f64) -> [[Tally; 5]; 2] {
    let found: Vec<[[Tally; 5]; 2]> = (0..runs)
        .into_par_iter()
        .map(|run| {
            let corpus = making(run + 1_000_000, first, others);
            [
                differences(&corpus, run, first, others),
                leans(&corpus, run, first, others),
            ]
        })
        .collect();
    let mut sums = [[Tally::default(); 5]; 2];
    for one in found {
        for (sum, one) in sums.iter_mut().flatten().zip(one.into_iter().flatten()) {
            *sum = sum.plus(one);
        }
    }
    sums
}

fn differences(corpus: &SimulatedCorpus, run: u64, first: f64, others: f64) -> [Tally; 5] {
    let mut tallies = [Tally::default(); 5];
    for row in contrasted(corpus, run) {
        // Another source against all others has no single truth: the others differ.
        if row.source.0 > 0 && row.other == Other::AllOthers {
            continue;
        }
        let truth = if row.source.0 == 0 {
            -2.0 * (first - others)
        } else {
            0.0
        };
        count(&mut tallies, row.shared_events, row.interval, truth);
    }
    tallies
}

fn leans(corpus: &SimulatedCorpus, run: u64, first: f64, others: f64) -> [Tally; 5] {
    let mut tallies = [Tally::default(); 5];
    for row in profiles(&corpus.sample(), &corpus.sample(), &draws(run)) {
        let truth = -2.0 * if row.source.0 == 0 { first } else { others };
        count(&mut tallies, row.events, row.interval, truth);
    }
    tallies
}

fn count(tallies: &mut [Tally; 5], units: u32, interval: Option<(f64, f64)>, truth: f64) {
    if let Some((low, high)) = interval {
        let tally = &mut tallies[class(units)];
        tally.all += 1;
        tally.held += usize::from(low <= truth && truth <= high);
    }
}

/// Twelve sources, 800 articles on 40 events, four frames; `camps` of sources that condemn alike.
fn camps(run: u64, camps: usize) -> SimulatedCorpus {
    let mut dice = Dice::new(run + 2_000_000);
    let of = |frame: usize, source: usize| match (source % camps + frame) % camps.max(2) {
        _ if camps == 1 => 0.5,
        0 => 0.1,
        1 => 0.5,
        _ => 0.9,
    };
    let condemning = (0..4).map(|frame| (0..12).map(|source| of(frame, source)).collect());
    let plan = Plan {
        articles: 800,
        events: 40,
        condemning: condemning.collect(),
        event_effect: 0.05,
        article_effect: 0.05,
        skew: NEWS,
    };
    corpus(&plan, &mut dice)
}

/// In how many runs random sources give *no structure*.
fn random_sources(runs: u64) -> Tally {
    let held = (0..runs).into_par_iter().filter(|&run| {
        let found = clustered(&camps(run, 1), run);
        matches!(found.verdict, Verdict::Alike | Verdict::Chance(_))
    });
    Tally {
        held: held.count(),
        all: runs as usize,
    }
}

/// The adjusted Rand index of each run with three planted camps.
fn planted(runs: u64) -> Vec<f64> {
    let found = |run| {
        let clusters = clustered(&camps(run, 3), run);
        let labels: Vec<u32> = clusters
            .placed
            .iter()
            .map(|placed| placed.cluster.unwrap_or(0))
            .collect();
        let truth: Vec<u32> = (0..labels.len() as u32).map(|source| source % 3).collect();
        adjusted_rand(&labels, &truth)
    };
    (0..runs).into_par_iter().map(found).collect()
}

/// Hubert & Arabie (1985), Journal of Classification 2, 193–218.
fn adjusted_rand(a: &[u32], b: &[u32]) -> f64 {
    let (mut both, mut in_a, mut in_b, mut all) = (0.0, 0.0, 0.0, 0.0);
    for i in 0..a.len() {
        for j in 0..i {
            let (same_a, same_b) = (a[i] == a[j], b[i] == b[j]);
            both += f64::from(u8::from(same_a && same_b));
            in_a += f64::from(u8::from(same_a));
            in_b += f64::from(u8::from(same_b));
            all += 1.0;
        }
    }
    let expected = in_a * in_b / all;
    let most = (in_a + in_b) / 2.0;
    if most == expected {
        0.0
    } else {
        (both - expected) / (most - expected)
    }
}

#[test]
fn where_no_source_differs_few_p_and_hardly_any_q_are_small() {
    let (alarms, reached) = null(300);
    assert!(
        alarms.share() <= at_most(0.05, alarms.all),
        "{}",
        alarms.share()
    );
    for (level, tally) in LEVELS.into_iter().zip(reached) {
        // Rows of one run are not independent: as many as runs.
        assert!(
            tally.share() <= at_most(level, alarms.all),
            "{level}: {}",
            tally.share()
        );
    }
}

#[test]
fn intervals_hold_the_truth_as_often_as_they_say() {
    for (making, first, others) in [
        (varied as Making, 0.4, 0.4),
        (varied, 0.3, 0.6),
        (rare, 0.05, 0.05),
        (unequal, 0.4, 0.4),
    ] {
        for tallies in coverage(making, 300, first, others) {
            let sum = tallies.into_iter().fold(Tally::default(), Tally::plus);
            let share = sum.share();
            assert!(
                (0.92..=0.99).contains(&share),
                "{first} {others}: {share} of {}",
                sum.all
            );
        }
    }
}

#[test]
fn random_sources_give_no_structure_and_camps_are_found() {
    let none = random_sources(40);
    assert!(
        1.0 - none.share() <= at_most(0.05, none.all),
        "{}",
        none.share()
    );
    let indices = planted(5);
    assert!(indices.iter().sum::<f64>() / 5.0 >= 0.9, "{indices:?}");
}

/// Prints the classes that hold enough intervals for their share to be sure to a point.
fn tell(name: &str, tallies: [Tally; 5]) {
    let large = CLASSES
        .iter()
        .zip(tallies)
        .filter(|(_, tally)| tally.all >= 500);
    for (upto, tally) in large {
        let share = 100.0 * tally.share();
        println!("{name} up to {upto}: {share:.1} % of {}", tally.all);
    }
}

#[test]
#[ignore = "takes minutes; run by `just validity`"]
fn the_tables_of_the_method() {
    let (alarms, reached) = null(5000);
    println!("any q < 0.05: {:.3} of {} runs", alarms.share(), alarms.all);
    for (level, tally) in LEVELS.into_iter().zip(reached) {
        println!("p <= {level}: {:.4} of {}", tally.share(), tally.all);
        assert!(tally.share() <= at_most(level, alarms.all));
    }
    assert!(alarms.share() <= at_most(0.05, alarms.all));
    let usual = [(0.5, 0.5), (0.4, 0.4), (0.3, 0.6), (0.2, 0.8), (0.15, 0.3)];
    let seldom = [(0.02, 0.02), (0.05, 0.05), (0.1, 0.1), (0.1, 0.05)];
    for (name, making, shares) in [
        ("varied", varied as Making, &usual[..]),
        ("shared", shared, &usual),
        ("rare", rare, &seldom),
        ("unequal", unequal, &usual[1..4]),
    ] {
        for &(first, others) in shares {
            let tallies = coverage(making, 3000, first, others);
            tell(&format!("{name} {first} {others} contrasts"), tallies[0]);
            tell(&format!("{name} {first} {others} profiles"), tallies[1]);
        }
    }
    let none = random_sources(400);
    println!("no structure: {:.3} of {} runs", none.share(), none.all);
    let indices = planted(50);
    let worst = indices.iter().copied().fold(1.0, f64::min);
    println!(
        "camps: mean index {:.3}, worst {worst:.3}",
        indices.iter().sum::<f64>() / 50.0
    );
}
