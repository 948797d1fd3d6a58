//! How far a study of many sources is taken.

use crate::corpus::{ArticleIx, SourceIx};
use crate::events::EventIx;
use crate::framing::Score;
use crate::lexicon::{FrameIx, LabelIx, TermIx};
use crate::sources::{
    Bounds, Contrast, Draws, Fact, Lack, Other, Reach, Sample, Unplaced, clusters, contrasts,
};
use crate::voice::Voice;

const DRAWS: Draws = Draws {
    draws: 100,
    permutations: 100,
    seed: 3,
    least_articles: 5,
    least_events: 1,
};

/// One article a source, on the event that is given for it; every other source condemns. The last
/// source has a second article, of an event of its own.
fn made(events: &[u32]) -> (Vec<Fact>, Vec<Score>) {
    let last = events.len() as u32 - 1;
    let told = (0..).zip(events.iter().copied()).chain([(last, 9_999)]);
    let told: Vec<(u32, u32)> = told.collect();
    let fact = |(source, event): &(u32, u32)| Fact {
        source: SourceIx(*source),
        event: EventIx(*event),
        language: 0,
        counted: true,
        narrator_words: 100,
        words: 100,
    };
    let score = |(article, (source, _)): (u32, &(u32, u32))| Score {
        article: ArticleIx(article),
        frame: FrameIx(0),
        actor: None,
        voice: Voice::Narrator,
        label: LabelIx(source % 2),
        term: TermIx(source % 2),
        stance: -((source % 2) as i8),
        mentions: 1,
    };
    (
        told.iter().map(fact).collect(),
        (0..).zip(&told).map(score).collect(),
    )
}

fn bounded(events: &[u32], bounds: Bounds) -> (Vec<Contrast>, Reach) {
    let (facts, scores) = made(events);
    let sample = Sample {
        sources: events.len(),
        facts: &facts,
        scores: &scores,
    };
    let reach = Reach::of(&sample, &bounds);
    (contrasts(&sample, &DRAWS, &reach), reach)
}

fn pairs(contrasts: &[Contrast]) -> Vec<(u32, u32)> {
    let pair = |contrast: &Contrast| match contrast.other {
        Other::Source(other) => Some((contrast.source.0, other.0)),
        Other::AllOthers => None,
    };
    contrasts.iter().filter_map(pair).collect()
}

const FEW: Bounds = Bounds {
    columns: 2,
    sources: 3,
    pair_events: 100,
};

#[test]
fn the_sources_with_most_articles_have_columns_and_are_compared_in_any_case() {
    let (contrasts, reach) = bounded(&[0, 1, 2, 3], FEW);
    assert_eq!(reach.shown(), [SourceIx(0), SourceIx(3)]);
    assert_eq!(pairs(&contrasts), [(0, 3)]);
}

#[test]
fn sources_without_a_column_are_compared_where_they_share_an_event() {
    let (contrasts, reach) = bounded(&[0, 7, 7, 8, 8, 1], FEW);
    assert_eq!(pairs(&contrasts), [(0, 5), (1, 2), (3, 4)]);
    assert_eq!(reach.paired(), 6);
}

#[test]
fn pairs_of_one_large_event_end_at_their_bound_and_differences_do_not() {
    let bounds = Bounds {
        pair_events: 10,
        ..FEW
    };
    let (bounded_rows, reach) = bounded(&[4; 40], bounds);
    // Five sources make ten pairs: the last one, which has two articles, and the first four.
    assert_eq!(reach.paired(), 5);
    assert_eq!(pairs(&bounded_rows).len(), 10);
    let (all, _) = bounded(
        &[4; 40],
        Bounds {
            pair_events: 10_000,
            ..FEW
        },
    );
    assert_eq!(pairs(&all).len(), 40 * 39 / 2);
    let against_all = |rows: Vec<Contrast>| {
        let rows = rows.into_iter().filter(|row| row.other == Other::AllOthers);
        rows.collect::<Vec<_>>()
    };
    let (some, all) = (against_all(bounded_rows), against_all(all));
    assert_eq!(some.len(), 40);
    for (some, all) in some.iter().zip(&all) {
        let figures = |row: &Contrast| (row.shared_events, row.other_mentions, row.other_lean);
        assert_eq!(figures(some), figures(all));
        let apart = some.difference.unwrap() - all.difference.unwrap();
        assert!(apart.abs() < 1e-12, "{apart}");
        let is_tested = reach.is_tested(some.source);
        assert_eq!(some.lacks.contains(&Lack::Reach), !is_tested);
    }
}

#[test]
fn a_source_beyond_the_bound_is_not_clustered_and_weighs_as_ever() {
    let events: Vec<u32> = (0..12).map(|source| source / 4).collect();
    let (facts, scores) = made(&events);
    let sample = Sample {
        sources: 12,
        facts: &facts,
        scores: &scores,
    };
    let found = clusters(&sample, &DRAWS, &Reach::of(&sample, &FEW));
    let beyond = found
        .placed
        .iter()
        .filter(|one| one.unplaced == Some(Unplaced::Beyond));
    assert_eq!((found.placed.len(), beyond.count()), (12, 9));
    let all = clusters(&sample, &DRAWS, &Reach::whole(&sample));
    for source in [0, 1, 11] {
        assert_eq!(
            found.placed[source].shared_events,
            all.placed[source].shared_events
        );
    }
}

#[test]
fn one_event_of_very_many_sources_is_tested_for_few_of_them() {
    let bounds = Bounds {
        pair_events: 1_001,
        ..FEW
    };
    let (rows, reach) = bounded(&[4; 4_000], bounds);
    let tested =
        |row: &&Contrast| row.other == Other::AllOthers && !row.lacks.contains(&Lack::Reach);
    // 8 × 1,001 drawn from at most, and 4,000 tell the event.
    assert_eq!(rows.iter().filter(tested).count(), 2);
    assert_eq!(reach.paired(), 45);
    assert!(rows.len() < 4_000 + 45 * 44 / 2 + 1);
}
