//! The odds ratio and the exact permutation test against values that other packages gave
//! (`tests/reference/README.md`).

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::corpus::{ArticleIx, SourceIx};
use crate::events::EventIx;
use crate::framing::Score;
use crate::lexicon::{FrameIx, LabelIx, TermIx};
use crate::sources::odds::mantel_haenszel;
use crate::sources::{Draws, Fact, Method, Reach, Sample, contrasts};
use crate::voice::Voice;
use std::path::Path;

fn rows(name: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/reference")
        .join(name);
    let mut reader = csv::Reader::from_path(path).unwrap();
    let text = |record: csv::StringRecord| record.iter().map(str::to_string).collect();
    reader
        .records()
        .map(|record| text(record.unwrap()))
        .collect()
}

fn assert_near(got: f64, expected: &str) {
    let expected: f64 = expected.parse().unwrap();
    assert!(
        (got / expected - 1.0).abs() < 1e-9,
        "{got} is not {expected}"
    );
}

#[test]
fn odds_ratios_and_their_intervals_are_statsmodels() {
    for row in rows("odds.csv") {
        let table = |text: &str| {
            let cells: Vec<u32> = text.split(' ').map(|cell| cell.parse().unwrap()).collect();
            [cells[0], cells[1], cells[2], cells[3]]
        };
        let tables: Vec<[u32; 4]> = row[0].split('|').map(table).collect();
        let (ratio, (low, high)) = mantel_haenszel(&tables).unwrap();
        for (got, expected) in [(ratio, &row[1]), (low, &row[2]), (high, &row[3])] {
            assert_near(got, expected);
        }
    }
}

/// Facts and scores of `ours/theirs|…`, an article being `mentions:stance`.
fn corpus(text: &str) -> (Vec<Fact>, Vec<Score>) {
    let (mut facts, mut scores) = (Vec::new(), Vec::new());
    for (event, sides) in text.split('|').enumerate() {
        for (source, side) in sides.split('/').enumerate() {
            for article in side.split(' ') {
                let (mentions, stance) = article.split_once(':').unwrap();
                add(
                    &mut scores,
                    facts.len(),
                    mentions.parse().unwrap(),
                    stance.parse().unwrap(),
                );
                facts.push(Fact {
                    source: SourceIx(source as u32),
                    event: EventIx(event as u32),
                    language: 0,
                    counted: true,
                    narrator_words: 0,
                    words: 0,
                });
            }
        }
    }
    (facts, scores)
}

/// Scores of single mentions with stances that sum to `stance`.
fn add(scores: &mut Vec<Score>, article: usize, mentions: i32, stance: i32) {
    for at in 0..mentions {
        let stance = stance.div_euclid(mentions) + i32::from(at < stance.rem_euclid(mentions));
        scores.push(Score {
            article: ArticleIx(article as u32),
            frame: FrameIx(0),
            actor: None,
            voice: Voice::Narrator,
            label: LabelIx((stance + 2) as u32),
            term: TermIx((stance + 2) as u32),
            stance: stance as i8,
            mentions: 1,
        });
    }
}

#[test]
fn differences_and_exact_p_are_those_of_every_arrangement_counted() {
    let draws = Draws {
        draws: 50,
        permutations: 10_000,
        seed: 1,
        least_articles: 5,
        least_events: 3,
    };
    for row in rows("permutation.csv") {
        let (facts, scores) = corpus(&row[0]);
        let sample = Sample {
            sources: 2,
            facts: &facts,
            scores: &scores,
        };
        let contrast = &contrasts(&sample, &draws, &Reach::whole(&sample))[0];
        assert_near(contrast.difference.unwrap(), &row[1]);
        assert_near(contrast.p.unwrap(), &row[3]);
        let exact = Method::Exact(row[2].parse().unwrap());
        assert!(contrast.methods.contains(&exact), "{:?}", contrast.methods);
    }
}
