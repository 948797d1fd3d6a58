//! What must hold for any comparison of sources: signs, order, copies, lonely events.

use crate::corpus::{ArticleIx, SourceIx};
use crate::events::EventIx;
use crate::framing::Score;
use crate::lexicon::{ActorIx, FrameIx, LabelIx, TermIx};
use crate::sources::{
    Contrast, Draws, Fact, Lack, Other, Profile, Reach, Sample, clusters, contrasts, profiles,
};
use crate::voice::Voice;
use proptest::prelude::*;

const DRAWS: Draws = Draws {
    draws: 60,
    permutations: 500,
    seed: 3,
    least_articles: 5,
    least_events: 2,
};

/// A small corpus: one `(source, event)` an article, one `(article, actor, label, mentions)` a
/// score. Label L of a frame of five has stance L − 2.
#[derive(Clone, Debug)]
struct Corpus {
    facts: Vec<Fact>,
    scores: Vec<Score>,
}

fn corpus(articles: &[(u32, u32)], scores: &[(u32, u32, u32, u32)]) -> Corpus {
    let facts = articles
        .iter()
        .map(|&(source, event)| Fact {
            source: SourceIx(source),
            event: EventIx(event),
            language: 0,
            counted: true,
            narrator_words: 100,
            words: 150,
        })
        .collect();
    let scores = scores
        .iter()
        .map(|&(article, actor, label, mentions)| Score {
            article: ArticleIx(article),
            frame: FrameIx(0),
            actor: (actor > 0).then_some(ActorIx(actor)),
            voice: Voice::Narrator,
            label: LabelIx(label),
            term: TermIx(label),
            stance: label as i8 - 2,
            mentions,
        })
        .collect();
    Corpus { facts, scores }
}

impl Corpus {
    fn sample(&self) -> Sample<'_> {
        Sample {
            sources: 4,
            facts: &self.facts,
            scores: &self.scores,
        }
    }

    fn contrasts(&self) -> Vec<Contrast> {
        contrasts(&self.sample(), &DRAWS, &Reach::whole(&self.sample()))
    }

    fn profiles(&self) -> Vec<Profile> {
        profiles(&self.sample(), &self.sample(), &DRAWS)
    }
}

fn any_corpus() -> impl Strategy<Value = Corpus> {
    (1usize..40).prop_flat_map(|articles| {
        let facts = prop::collection::vec((0u32..4, 0u32..6), articles);
        let score = (0..articles as u32, 0u32..2, 0u32..5, 1u32..4);
        let scores = prop::collection::vec(score, 0..80);
        (facts, scores).prop_map(|(facts, scores)| corpus(&facts, &scores))
    })
}

fn near(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        (None, None) => true,
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn swapping_stances_flips_signs(corpus in any_corpus()) {
        let mut swapped = corpus.clone();
        swapped.scores.iter_mut().for_each(|score| score.stance = -score.stance);
        for (a, b) in corpus.contrasts().iter().zip(&swapped.contrasts()) {
            prop_assert!(near(a.difference, b.difference.map(|d| -d)));
            prop_assert!(near(a.lean, b.lean.map(|lean| -lean)));
            prop_assert!(near(a.interval.map(|i| i.0), b.interval.map(|i| -i.1)));
            prop_assert!(near(a.p, b.p) && near(a.q, b.q));
        }
        for (a, b) in corpus.profiles().iter().zip(&swapped.profiles()) {
            prop_assert!(near(a.interval.map(|i| i.0), b.interval.map(|i| -i.1)));
            let turned = b.within_event_difference.map(|d| -d);
            prop_assert!(near(a.within_event_difference, turned));
        }
    }

    #[test]
    fn the_order_of_rows_changes_nothing(corpus in any_corpus()) {
        let last = corpus.facts.len() as u32 - 1;
        let mut turned = corpus.clone();
        turned.facts.reverse();
        turned.facts.iter_mut().for_each(|fact| fact.event.0 = 9 - fact.event.0);
        turned.scores.reverse();
        turned.scores.iter_mut().for_each(|score| score.article.0 = last - score.article.0);
        prop_assert_eq!(corpus.contrasts(), turned.contrasts());
        prop_assert_eq!(corpus.profiles(), turned.profiles());
        let (a, b) = (clusters(&corpus.sample(), &DRAWS, &Reach::whole(&corpus.sample())), clusters(&turned.sample(), &DRAWS, &Reach::whole(&turned.sample())));
        for (a, b) in a.placed.iter().zip(&b.placed) {
            prop_assert_eq!(a.cluster, b.cluster);
            prop_assert!(near(a.map.map(|m| m.0), b.map.map(|m| m.0)));
        }
    }

    #[test]
    fn copies_that_collapse_change_nothing(corpus in any_corpus()) {
        let articles = corpus.facts.len() as u32;
        let mut doubled = corpus.clone();
        doubled.facts.extend(corpus.facts.iter().map(|&fact| Fact { counted: false, ..fact }));
        doubled.scores.extend(corpus.scores.iter().map(|&score| Score {
            article: ArticleIx(score.article.0 + articles),
            ..score
        }));
        prop_assert_eq!(corpus.contrasts(), doubled.contrasts());
        prop_assert_eq!(corpus.profiles(), doubled.profiles());
        prop_assert_eq!(
            clusters(&corpus.sample(), &DRAWS, &Reach::whole(&corpus.sample())),
            clusters(&doubled.sample(), &DRAWS, &Reach::whole(&doubled.sample()))
        );
    }

    #[test]
    fn another_frame_moves_no_drawn_figure_of_this_one(corpus in any_corpus()) {
        let mut more = corpus.clone();
        // The new frame and its actor stand before all others, so that they are numbered anew.
        more.scores = corpus.scores.iter().flat_map(|&score| {
            let moved = Score {
                frame: FrameIx(1),
                actor: score.actor.map(|actor| ActorIx(actor.0 + 1)),
                ..score
            };
            [moved, Score { mentions: 1 + score.mentions % 2, ..score }]
        }).collect();
        let drawn = |contrast: &Contrast| (contrast.source, contrast.other, contrast.interval, contrast.p);
        let contrasts = more.contrasts();
        let of_frame = contrasts.iter().filter(|contrast| contrast.frame == FrameIx(1));
        for (a, b) in corpus.contrasts().iter().zip(of_frame) {
            prop_assert_eq!(drawn(a), drawn(b));
        }
        let profiles = more.profiles();
        let of_frame = profiles.iter().filter(|profile| profile.frame == FrameIx(1));
        for (a, b) in corpus.profiles().iter().zip(of_frame) {
            prop_assert_eq!((a.source, a.interval), (b.source, b.interval));
        }
    }

    #[test]
    fn an_event_of_one_source_changes_no_difference(corpus in any_corpus()) {
        let lonely = ArticleIx(corpus.facts.len() as u32);
        let mut more = corpus.clone();
        more.facts.push(Fact { event: EventIx(99), ..corpus.facts[0] });
        // The source already speaks of every actor that it is given here.
        let own: Vec<Score> = corpus
            .scores
            .iter()
            .filter(|score| corpus.facts[score.article.at()].source == corpus.facts[0].source)
            .map(|&score| Score { article: lonely, ..score })
            .collect();
        more.scores.extend(own);
        for (a, b) in corpus.contrasts().iter().zip(&more.contrasts()) {
            let (ours, theirs) = (
                (a.difference, a.interval, a.p, a.q, a.shared_events, a.odds),
                (b.difference, b.interval, b.p, b.q, b.shared_events, b.odds),
            );
            prop_assert_eq!(ours, theirs);
        }
    }
}

#[test]
fn the_difference_weighs_events_by_both_sides_mentions() {
    // Event 0: −2 (2 mentions) against 0 (2): w = 1, d = −2. Event 1: +1 (1) against 0 (3):
    // w = 3/4, d = 1. (1·−2 + 3/4·1) / (7/4) = −5/7.
    let corpus = corpus(
        &[(0, 0), (1, 0), (0, 1), (1, 1)],
        &[(0, 1, 0, 2), (1, 1, 2, 2), (2, 1, 3, 1), (3, 1, 2, 3)],
    );
    let rows = corpus.contrasts();
    let pair = &rows[0];
    assert_eq!(
        (pair.source, pair.other),
        (SourceIx(0), Other::Source(SourceIx(1)))
    );
    assert!((pair.difference.unwrap() + 5.0 / 7.0).abs() < 1e-12);
    assert_eq!(
        (pair.shared_events, pair.mentions, pair.other_mentions),
        (2, 3, 5)
    );
    assert_eq!((pair.p, pair.q, pair.interval), (None, None, None));
    let few = Lack::Arrangements {
        found: 4.0,
        needed: 40.0,
    };
    assert_eq!(pair.lacks, [Lack::Events, few]);
    // The one pair and each against all others, which is the same here.
    assert_eq!(rows.len(), 3);
    assert!((rows[2].difference.unwrap() - 5.0 / 7.0).abs() < 1e-12);
}

#[test]
fn sources_that_share_no_event_are_listed_without_a_difference() {
    let corpus = corpus(&[(0, 0), (1, 1)], &[(0, 1, 0, 2), (1, 1, 2, 2)]);
    for row in corpus.contrasts() {
        assert_eq!(
            (row.difference, row.p, row.lacks.as_slice()),
            (None, None, [Lack::SharedEvent].as_slice())
        );
        assert!(row.lean.is_some() && row.other_lean.is_some());
    }
}

#[test]
fn sources_that_write_in_two_languages_make_no_contrast() {
    let mut corpus = corpus(&[(0, 0), (1, 0)], &[(0, 1, 0, 2), (1, 1, 2, 2)]);
    assert!(!corpus.contrasts().is_empty());
    corpus.facts[1].language = 1;
    assert!(corpus.contrasts().is_empty());
}

#[test]
fn others_words_make_no_contrast() {
    let mut corpus = corpus(&[(0, 0), (1, 0)], &[(0, 1, 0, 2), (1, 1, 2, 2)]);
    corpus.scores[1].voice = Voice::Quoted;
    assert!(corpus.contrasts().is_empty());
    let voices: Vec<Voice> = corpus
        .profiles()
        .iter()
        .filter(|profile| profile.actor.is_none())
        .map(|profile| profile.voice)
        .collect();
    assert_eq!(voices, [Voice::Narrator, Voice::Quoted]);
}
