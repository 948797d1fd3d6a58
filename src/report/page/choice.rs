//! Which events a page tells whole: those behind its first findings, then those that most sources
//! tell, as far as their articles fit.

use super::cards;
use crate::corpus::ArticleIx;
use crate::events::EventIx;
use crate::report::names::Placed;
use crate::study::Findings;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The events whose articles a page holds.
pub(super) struct Choice {
    /// In their order.
    pub events: Vec<EventIx>,
    /// Their articles, in the order of the corpus.
    pub articles: Vec<ArticleIx>,
    places: BTreeMap<ArticleIx, usize>,
}

impl Choice {
    /// Of a study, at most so many articles. Events go in whole or not at all.
    pub(crate) fn of(findings: &Findings, all: &[Placed], most: usize) -> Choice {
        let behind = cards::events(findings, all);
        let events = &findings.alignment.events;
        let mut order: Vec<EventIx> = (0..events.len() as u32).map(EventIx).collect();
        order.sort_by_cached_key(|ix| {
            let articles = &events[ix.0 as usize].articles;
            let sources = articles.iter().map(|ix| findings.facts[ix.at()].source);
            let sources = sources.collect::<BTreeSet<_>>().len();
            (!behind.contains(ix), Reverse(sources), *ix)
        });
        let mut left = most;
        order.retain(|ix| {
            let articles = events[ix.0 as usize].articles.len();
            let fits = articles <= left;
            left -= if fits { articles } else { 0 };
            fits
        });
        order.sort_unstable();
        let articles = order
            .iter()
            .flat_map(|ix| events[ix.0 as usize].articles.iter().copied());
        let mut articles: Vec<ArticleIx> = articles.collect();
        articles.sort_unstable();
        Choice {
            events: order,
            places: articles.iter().copied().zip(0..).collect(),
            articles,
        }
    }

    /// An article's place among those that the page holds.
    pub(crate) fn place(&self, article: ArticleIx) -> Option<usize> {
        self.places.get(&article).copied()
    }
}
