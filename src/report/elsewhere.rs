//! Whether a source without an article in an event tells it all the same: in an article of another
//! event, or inside a wider one.

use crate::corpus::{ArticleIx, SourceIx};
use crate::events::EventIx;
use crate::study::Findings;
use jiff::SignedDuration;
use std::collections::{BTreeMap, BTreeSet};

/// An article tells an event that has so much of the event's words, each weighed by how rare it is.
/// Of 40 omissions of a day that were read, three of the thirteen that were none have an article with
/// more, and none of the 27 that were; a sequel in the study of camps has less.
const LEAST_TOLD: f64 = 0.6;

/// The words of some events, and which articles have them anywhere in their text.
pub(super) struct Elsewhere<'a> {
    findings: &'a Findings,
    words: BTreeMap<EventIx, BTreeSet<u32>>,
    articles: BTreeMap<u32, Vec<ArticleIx>>,
}

impl<'a> Elsewhere<'a> {
    /// Where the words of some events stand.
    pub(super) fn of(findings: &'a Findings, words: BTreeMap<EventIx, BTreeSet<u32>>) -> Self {
        let asked: BTreeSet<u32> = words.values().flatten().copied().collect();
        let mut articles: BTreeMap<u32, Vec<ArticleIx>> = BTreeMap::new();
        for (ix, article) in (0..).map(ArticleIx).zip(&findings.corpus.articles) {
            let all = findings.words.all(ix, article);
            for word in all.into_iter().filter(|word| asked.contains(word)) {
                articles.entry(word).or_default().push(ix);
            }
        }
        Elsewhere {
            findings,
            words,
            articles,
        }
    }

    /// Whether a source has an article near an event in time that tells it.
    pub(super) fn tells(&self, source: SourceIx, event: EventIx) -> bool {
        let all = self.findings.corpus.articles.len() as f64;
        let mut shares: BTreeMap<ArticleIx, f64> = BTreeMap::new();
        let mut whole = 0.0;
        for word in self.words.get(&event).into_iter().flatten() {
            let articles = self.articles.get(word).map_or(&[][..], Vec::as_slice);
            let weight = (all / articles.len().max(1) as f64).ln();
            whole += weight;
            let own = |ix: &&ArticleIx| self.findings.facts[ix.at()].source == source;
            for ix in articles.iter().filter(own) {
                *shares.entry(*ix).or_default() += weight;
            }
        }
        let tells =
            |(ix, share): (ArticleIx, f64)| share >= LEAST_TOLD * whole && self.near(ix, event);
        whole > 0.0 && shares.into_iter().any(tells)
    }

    /// Whether an article may tell an event by its date.
    fn near(&self, ix: ArticleIx, event: EventIx) -> bool {
        let (Some(first), Some(last)) = self.findings.dates(event) else {
            return false;
        };
        let window = SignedDuration::from_hours(self.findings.settings.window_hours.into());
        let date = self.findings.corpus.articles[ix.at()].date;
        date.is_some_and(|own| {
            own.at.duration_since(first.at) >= -window && own.at.duration_since(last.at) <= window
        })
    }
}
