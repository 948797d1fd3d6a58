//! Agreement of coders: against values of other packages (`tests/reference/README.md`), and whether
//! its intervals hold what they promise, by simulation.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test that tells what it measured"
)]

use crate::coding::agreement::{Answer, Answers, Scale, agreement};
use crate::sources::simulated::{Dice, NEWS};
use rayon::prelude::*;
use std::path::Path;

/// How two coders answer.
#[derive(Clone, Copy)]
struct Coding {
    /// Chance of an answer being read wrongly by the second.
    wrong: f64,
    /// How far an article moves that chance.
    article_effect: f64,
    /// Different answers.
    values: usize,
}

/// Answers to 1–20 places of each of some articles.
fn coded(articles: usize, coding: Coding, dice: &mut Dice) -> Vec<Answer> {
    let mut answers = Vec::new();
    for article in 0..articles {
        let places = 1 + (20.0 * dice.unit().powi(3)) as usize;
        let wrong = coding.wrong + coding.article_effect * (2.0 * dice.unit() - 1.0);
        let usual = dice.skewed(coding.values, NEWS);
        for _ in 0..places {
            let first = if dice.unit() < 0.3 {
                usual
            } else {
                dice.skewed(coding.values, NEWS)
            };
            let misread = dice.unit() < wrong;
            let second = if misread {
                dice.skewed(coding.values, NEWS)
            } else {
                first
            };
            answers.push(Answer {
                article: article as u32,
                first: first as u32,
                second: second as u32,
            });
        }
    }
    answers
}

const CODINGS: [Coding; 4] = [
    Coding {
        wrong: 0.1,
        article_effect: 0.05,
        values: 2,
    },
    Coding {
        wrong: 0.2,
        article_effect: 0.2,
        values: 5,
    },
    Coding {
        wrong: 0.4,
        article_effect: 0.2,
        values: 3,
    },
    Coding {
        wrong: 0.05,
        article_effect: 0.05,
        values: 8,
    },
];

/// Classes of articles, by their upper ends.
const CLASSES: [usize; 3] = [39, 99, 300];

/// For each class: `[held, given, all]` of κ, of nominal and of ordinal α.
fn coverage(coding: Coding, runs: u64) -> [[[usize; 3]; 3]; 3] {
    let many = coded(100_000, coding, &mut Dice::new(77));
    let whole = Answers::sum(&Answers::by_article(&many));
    let truth = [
        whole.kappa().unwrap(),
        whole.alpha(Scale::Nominal).unwrap(),
        whole.alpha(Scale::Ordinal).unwrap(),
    ];
    let one = |run: u64| {
        let mut dice = Dice::new(run);
        let articles = (20.0 * 15.0_f64.powf(dice.unit())) as usize;
        let answers = coded(articles, coding, &mut dice);
        let nominal = agreement(&answers, Scale::Nominal, 1000, run);
        let ordinal = agreement(&answers, Scale::Ordinal, 1000, run);
        let mut found = [[[0; 3]; 3]; 3];
        let class = CLASSES.iter().position(|upto| articles <= *upto).unwrap();
        let estimates = [nominal.kappa, nominal.alpha, ordinal.alpha];
        for (at, estimate) in estimates.into_iter().enumerate() {
            let cell = &mut found[class][at];
            cell[2] += 1;
            if let Some((low, high)) = estimate.and_then(|estimate| estimate.interval) {
                cell[1] += 1;
                cell[0] += usize::from(low <= truth[at] && truth[at] <= high);
            }
        }
        found
    };
    let runs: Vec<_> = (0..runs).into_par_iter().map(one).collect();
    let mut sums = [[[0; 3]; 3]; 3];
    for run in runs {
        for (sum, one) in sums
            .iter_mut()
            .flatten()
            .flatten()
            .zip(run.iter().flatten().flatten())
        {
            *sum += one;
        }
    }
    sums
}

/// Answers of one article each, and what other packages make of them.
fn reference() -> Vec<(Vec<Answer>, [f64; 3])> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference/agreement.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let case = |record: csv::StringRecord| {
        let answer = |(article, pair): (usize, &str)| {
            let (first, second) = pair.split_once(':').unwrap();
            Answer {
                article: article as u32,
                first: first.parse().unwrap(),
                second: second.parse().unwrap(),
            }
        };
        let answers = record[0].split(' ').enumerate().map(answer).collect();
        (answers, [1, 2, 3].map(|at| record[at].parse().unwrap()))
    };
    reader
        .records()
        .map(|record| case(record.unwrap()))
        .collect()
}

#[test]
fn kappa_and_alpha_are_those_of_statsmodels_and_krippendorff() {
    let cases = reference();
    assert_eq!(cases.len(), 7);
    for (answers, expected) in cases {
        let nominal = agreement(&answers, Scale::Nominal, 100, 1);
        let ordinal = agreement(&answers, Scale::Ordinal, 100, 1);
        let got = [nominal.kappa, nominal.alpha, ordinal.alpha];
        for (got, expected) in got.into_iter().zip(expected) {
            assert!(
                (got.unwrap().value - expected).abs() < 1e-9,
                "{got:?} {expected}"
            );
        }
        assert_eq!(nominal.answers as usize, answers.len());
    }
}

#[test]
fn where_there_is_one_answer_only_there_is_no_coefficient() {
    let answer = |article| Answer {
        article,
        first: 1,
        second: 1,
    };
    let alike: Vec<Answer> = (0..50).map(answer).collect();
    for answers in [&alike[..], &[]] {
        let found = agreement(answers, Scale::Ordinal, 100, 1);
        assert_eq!((found.kappa, found.alpha), (None, None));
        assert_eq!(found.same as usize, answers.len());
    }
}

#[test]
fn the_order_of_answers_changes_nothing_and_swapping_coders_only_sides() {
    let answers = coded(60, CODINGS[1], &mut Dice::new(4));
    let mut turned: Vec<Answer> = answers.clone();
    turned.reverse();
    let found = agreement(&answers, Scale::Ordinal, 200, 1);
    assert_eq!(found, agreement(&turned, Scale::Ordinal, 200, 1));
    for answer in &mut turned {
        std::mem::swap(&mut answer.first, &mut answer.second);
    }
    let swapped = agreement(&turned, Scale::Ordinal, 200, 1);
    let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
    assert!(near(
        swapped.alpha.unwrap().value,
        found.alpha.unwrap().value
    ));
    assert!(near(
        swapped.kappa.unwrap().value,
        found.kappa.unwrap().value
    ));
}

#[test]
fn few_articles_give_no_interval_and_many_one_around_the_coefficient() {
    let few = coded(24, CODINGS[2], &mut Dice::new(4));
    let few = agreement(&few, Scale::Nominal, 500, 1).alpha.unwrap();
    assert_eq!(few.interval, None);
    let many = coded(120, CODINGS[2], &mut Dice::new(4));
    let many = agreement(&many, Scale::Nominal, 500, 1).alpha.unwrap();
    let (low, high) = many.interval.unwrap();
    assert!(
        low < many.value && many.value < high && high <= 1.0,
        "{many:?}"
    );
}

#[test]
fn intervals_hold_the_truth_as_often_as_they_say() {
    for coding in CODINGS {
        let found = coverage(coding, 200);
        let (mut held, mut given) = (0, 0);
        for [h, g, _] in found.into_iter().flatten() {
            held += h;
            given += g;
        }
        let share = held as f64 / given as f64;
        // Three coefficients of one run go together: a standard error of 1.5 %.
        assert!((0.92..=0.99).contains(&share), "{held} of {given}");
    }
}

#[test]
#[ignore = "takes minutes; run by `just validity`"]
fn the_table_of_the_method() {
    for coding in CODINGS {
        for (upto, found) in CLASSES.iter().zip(coverage(coding, 4000)) {
            for (name, [held, given, all]) in ["kappa", "nominal alpha", "ordinal alpha"]
                .iter()
                .zip(found)
            {
                let share = 100.0 * held as f64 / given as f64;
                println!(
                    "wrong {} upto {upto} {name}: {share:.1} % of {given} given of {all}",
                    coding.wrong
                );
            }
        }
    }
}
