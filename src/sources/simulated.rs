//! Simulated corpora whose truth is known: sources that choose between a condemning label (−2) and
//! a neutral one (0), in events of skewed sizes, with articles and events that lean on their own.

#![allow(dead_code, reason = "each test file uses a part of it")]

use crate::corpus::{ArticleIx, SourceIx};
use crate::events::EventIx;
use crate::framing::Score;
use crate::lexicon::{FrameIx, LabelIx, TermIx};
use crate::sources::{Fact, Sample};
use crate::voice::Voice;
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{RngCore, SeedableRng};

/// How a corpus is made.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// Articles.
    pub articles: usize,
    /// Events that they tell.
    pub events: usize,
    /// For each frame and source the chance that a mention condemns.
    pub condemning: Vec<Vec<f64>>,
    /// How far an event moves that chance up or down for all its sources.
    pub event_effect: f64,
    /// How far an article does for itself.
    pub article_effect: f64,
    /// How unequal events and sources are in size: 1 for all alike.
    pub skew: f64,
}

/// Sizes as skewed as those of news.
pub(crate) const NEWS: f64 = 1.6;

/// A corpus of facts and scores.
pub(crate) struct SimulatedCorpus {
    /// One an article.
    pub facts: Vec<Fact>,
    /// Their mentions.
    pub scores: Vec<Score>,
    sources: usize,
}

impl SimulatedCorpus {
    /// As comparisons take it.
    pub(crate) fn sample(&self) -> Sample<'_> {
        Sample {
            sources: self.sources,
            facts: &self.facts,
            scores: &self.scores,
        }
    }
}

/// Random numbers of one run.
pub(crate) struct Dice(Xoshiro256PlusPlus);

impl Dice {
    /// A generator of its own for each run.
    pub(crate) fn new(run: u64) -> Dice {
        Dice(Xoshiro256PlusPlus::seed_from_u64(run))
    }

    /// 0 … 1.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A whole number from `least` to `most`.
    pub(crate) fn between(&mut self, least: usize, most: usize) -> usize {
        least + (self.unit() * (most - least + 1) as f64) as usize
    }

    /// −`most` … +`most`.
    fn around(&mut self, most: f64) -> f64 {
        most * (2.0 * self.unit() - 1.0)
    }

    /// One of `count`, the first the more often than the last the larger `skew` is.
    pub(crate) fn skewed(&mut self, count: usize, skew: f64) -> usize {
        (self.unit().powf(skew) * count as f64) as usize
    }
}

/// Makes a corpus by its plan.
pub(crate) fn corpus(plan: &Plan, dice: &mut Dice) -> SimulatedCorpus {
    let sources = plan.condemning[0].len();
    let effects: Vec<f64> = (0..plan.events)
        .map(|_| dice.around(plan.event_effect))
        .collect();
    let (mut facts, mut scores) = (Vec::new(), Vec::new());
    for article in 0..plan.articles {
        let event = dice.skewed(plan.events, plan.skew);
        let source = dice.skewed(sources, plan.skew);
        facts.push(Fact {
            source: SourceIx(source as u32),
            event: EventIx(event as u32),
            language: 0,
            counted: true,
            narrator_words: 200,
            words: 300,
        });
        let effect = effects[event] + dice.around(plan.article_effect);
        for (frame, condemning) in plan.condemning.iter().enumerate() {
            let chance = (condemning[source] + effect).clamp(0.0, 1.0);
            mention(&mut scores, (article, frame), chance, dice);
        }
    }
    SimulatedCorpus {
        facts,
        scores,
        sources,
    }
}

/// One to some mentions of a frame in an article.
fn mention(scores: &mut Vec<Score>, at: (usize, usize), chance: f64, dice: &mut Dice) {
    loop {
        let condemns = dice.unit() < chance;
        scores.push(Score {
            article: ArticleIx(at.0 as u32),
            frame: FrameIx(at.1 as u32),
            actor: None,
            voice: Voice::Narrator,
            label: LabelIx((2 * at.1 + usize::from(condemns)) as u32),
            term: TermIx((2 * at.1 + usize::from(condemns)) as u32),
            stance: if condemns { -2 } else { 0 },
            mentions: 1,
        });
        if dice.unit() < 0.5 {
            return;
        }
    }
}
