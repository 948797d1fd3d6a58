//! What comparing costs: all tables of an archive of some sources, and keyness of large
//! vocabularies. `just bench` runs it.

#![allow(clippy::print_stdout, reason = "it tells what it measured")]

use crate::corpus::{ArticleIx, SourceIx};
use crate::events::EventIx;
use crate::framing::Score;
use crate::lexicon::{ActorIx, FrameIx, LabelIx, TermIx};
use crate::sources::{
    Draws, Fact, KeyUnits, Reach, Sample, WordCounts, clusters, contrasts, keyness, profiles,
};
use crate::text::WordIx;
use crate::voice::Voice;
use std::time::Instant;

const DRAWS: Draws = Draws {
    draws: 2000,
    permutations: 10_000,
    seed: 20_260_101,
    least_articles: 5,
    least_events: 3,
};

/// An archive: sources, articles, and how many tell one event on average.
#[derive(Clone, Copy, Debug)]
struct Archive {
    sources: usize,
    articles: usize,
    per_event: usize,
}

const ARCHIVES: [Archive; 2] = [
    Archive {
        sources: 14,
        articles: 30_000,
        per_event: 3,
    },
    Archive {
        sources: 200,
        articles: 100_000,
        per_event: 8,
    },
];

/// Numbers that are the same in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        // Knuth's MMIX multiplier; its upper bits are even enough for a made-up archive.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end
    }
}

/// Eleven frames of five labels about thirty actors; an article has a mention of four of them.
fn made(archive: Archive) -> (Vec<Fact>, Vec<Score>) {
    let mut numbers = Numbers(7);
    let events = archive.articles / archive.per_event;
    let (mut facts, mut scores) = (Vec::new(), Vec::new());
    for article in 0..archive.articles {
        let event = numbers.below(events);
        facts.push(Fact {
            source: SourceIx(numbers.below(archive.sources) as u32),
            event: EventIx(event as u32),
            language: 0,
            counted: numbers.below(5) > 0,
            narrator_words: 200,
            words: 300,
        });
        for _ in 0..4 {
            let frame = (event + numbers.below(4)) % 11;
            let label = numbers.below(5);
            scores.push(Score {
                article: ArticleIx(article as u32),
                frame: FrameIx(frame as u32),
                actor: Some(ActorIx(((event + frame) % 30) as u32)),
                voice: Voice::ALL[numbers.below(4) / 2],
                label: LabelIx((5 * frame + label) as u32),
                term: TermIx((5 * frame + label) as u32),
                stance: label as i8 - 2,
                mentions: 1 + numbers.below(3) as u32,
            });
        }
    }
    (facts, scores)
}

/// Fourteen sources with 300,000 different words each.
fn vocabularies() -> Vec<WordCounts> {
    let mut numbers = Numbers(3);
    let mut counts = vec![WordCounts::default(); 14];
    for source in &mut counts {
        while source.len() < 300_000 {
            source.start_article();
            for _ in 0..300 {
                let most = 1 + numbers.below(900_000);
                source.add(WordIx(numbers.below(most) as u32), true);
            }
        }
    }
    counts
}

/// Tells how many seconds something took.
fn timed(what: &str, work: impl FnOnce() -> usize) {
    let start = Instant::now();
    let made = work();
    println!("{:8.2} s  {what}: {made}", start.elapsed().as_secs_f64());
}

#[test]
#[ignore = "measures; run by `just bench`"]
fn the_cost_of_comparing() {
    for archive in ARCHIVES {
        println!("{archive:?}");
        let (facts, scores) = made(archive);
        let sample = Sample {
            sources: archive.sources,
            facts: &facts,
            scores: &scores,
        };
        timed("contrasts", || {
            contrasts(&sample, &DRAWS, &Reach::whole(&sample)).len()
        });
        timed("profiles", || profiles(&sample, &sample, &DRAWS).len());
        timed("clusters", || {
            clusters(&sample, &DRAWS, &Reach::whole(&sample))
                .placed
                .len()
        });
    }
    let counts = vocabularies();
    timed("keyness of 14 sources", || {
        keyness(&counts, KeyUnits::Words, 3, 200).len()
    });
}
