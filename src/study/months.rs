//! The contrasts of each month by itself.

use super::compared::{Compared, Weighed, draws};
use crate::events::EventIx;
use crate::framing::Score;
use crate::sources::{self, Contrast, Fact, Sample};
use std::collections::BTreeSet;

/// What sources, and groups of them, differ in inside one month.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OfMonth {
    /// `2024-08`.
    pub month: String,
    /// Source against source.
    pub contrasts: Vec<Contrast>,
    /// Group against group.
    pub groups: Vec<Contrast>,
}

impl Weighed<'_> {
    /// The contrasts of each month, if they are asked for; q is that of all months together.
    ///
    /// An event is wholly of the month of its first dated article: one that goes on past midnight
    /// must not be torn, or nobody shares it. Events without a date are of none.
    pub(super) fn by_month(&self, compared: &Compared) -> Vec<OfMonth> {
        if !self.settings.by_month {
            return Vec::new();
        }
        let about: Vec<Score> = compared
            .scores
            .iter()
            .filter(|score| self.has_subject(score) && self.is_about(score))
            .cloned()
            .collect();
        let months = self.months();
        let all: BTreeSet<&String> = months.iter().flatten().collect();
        let draws = draws(self.settings);
        let of_month = |month: &String| {
            let is_of = |event: EventIx| months[event.0 as usize].as_ref() == Some(month);
            let facts = compared.facts.iter().map(|fact| Fact {
                counted: fact.counted && is_of(fact.event),
                ..*fact
            });
            let sample = Sample {
                sources: self.corpus.sources.len(),
                facts: &facts.collect::<Vec<Fact>>(),
                scores: &about,
            };
            OfMonth {
                month: month.clone(),
                contrasts: sources::contrasts(&sample, &draws, &compared.reach),
                groups: self.of_groups(&sample, &draws),
            }
        };
        let mut told: Vec<OfMonth> = all.into_iter().map(of_month).collect();
        sources::judge_together(told.iter_mut().flat_map(|of| &mut of.contrasts));
        sources::judge_together(told.iter_mut().flat_map(|of| &mut of.groups));
        told
    }

    /// The month of each event; `None` without a date.
    fn months(&self) -> Vec<Option<String>> {
        let events = self.alignment.events.iter();
        let month = |articles: &[crate::corpus::ArticleIx]| {
            let articles = articles.iter().map(|ix| &self.corpus.articles[ix.at()]);
            let dates = articles.filter_map(|article| article.date);
            dates.min().map(|date| date.month())
        };
        events.map(|event| month(&event.articles)).collect()
    }
}
