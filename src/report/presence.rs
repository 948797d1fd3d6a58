//! Which sources could have told an event: those that published around it, in its language, and
//! that write of such things.

use crate::corpus::{Article, ArticleIx, SourceIx, Stamp};
use crate::events::EventIx;
use crate::language;
use crate::study::Findings;
use std::collections::{BTreeMap, BTreeSet};

/// Of fewer articles it is not known what a source writes of.
const LEAST_ARTICLES: usize = 30;

/// Where a source uses less than this share of the words that make an event, its kind of news never
/// reaches that source: a sports daily does not omit a war.
const LEAST_KNOWN: f64 = 0.5;

/// When and of what each source published.
pub(super) struct Presence<'a> {
    findings: &'a Findings,
    /// In the order of time.
    stamps: Vec<(Stamp, SourceIx)>,
    /// The first and last stamp of each source.
    spans: BTreeMap<SourceIx, (Stamp, Stamp)>,
    /// The languages that each source writes in.
    languages: BTreeSet<(SourceIx, &'static str)>,
    /// The words at the top of the articles of each source that has enough of them.
    words: BTreeMap<SourceIx, BTreeSet<u32>>,
}

impl<'a> Presence<'a> {
    /// That of a study.
    pub(super) fn of(findings: &'a Findings) -> Self {
        let mut presence = Presence {
            findings,
            stamps: Vec::new(),
            spans: BTreeMap::new(),
            languages: BTreeSet::new(),
            words: BTreeMap::new(),
        };
        let mut counts: BTreeMap<SourceIx, usize> = BTreeMap::new();
        for fact in &findings.facts {
            *counts.entry(fact.source).or_default() += 1;
        }
        let articles = findings.corpus.articles.iter().zip(&findings.facts);
        for (ix, (article, fact)) in (0..).map(ArticleIx).zip(articles) {
            presence.languages.insert((fact.source, code(article)));
            if counts[&fact.source] >= LEAST_ARTICLES {
                let words = presence.words.entry(fact.source).or_default();
                words.extend(findings.words.top(ix, article));
            }
            if let Some(stamp) = article.date {
                presence.stamps.push((stamp, fact.source));
                let span = presence.spans.entry(fact.source).or_insert((stamp, stamp));
                *span = (span.0.min(stamp), span.1.max(stamp));
            }
        }
        presence.stamps.sort_unstable();
        presence.stamps.dedup();
        presence
    }

    /// The sources that could have told an event, at most one more than `most` of them; none where
    /// it has no date, since nobody can be said to have been silent then.
    pub(super) fn of_event(&self, event: EventIx, most: usize) -> BTreeSet<SourceIx> {
        let (Some(first), Some(last)) = self.findings.dates(event) else {
            return BTreeSet::new();
        };
        let articles = &self.findings.alignment.events[event.0 as usize].articles;
        let window = self.findings.settings.window_hours;
        let window = jiff::SignedDuration::from_hours(window.into());
        let before = |own: &(Stamp, SourceIx)| own.0.at.duration_since(first.at) < -window;
        let from = self.stamps.partition_point(before);
        let told = self.told_in(articles);
        let mut seen = BTreeSet::new();
        let mut there = BTreeSet::new();
        for (stamp, source) in &self.stamps[from..] {
            if there.len() > most || stamp.at.duration_since(last.at) > window {
                break;
            }
            let is_new = seen.insert(*source);
            if is_new && self.could_tell(*source, (first, last), articles, &told) {
                there.insert(*source);
            }
        }
        there
    }

    /// Whether a source tells an event, or its articles neither end before it nor begin after it, are
    /// in its language, and have its words.
    fn could_tell(
        &self,
        source: SourceIx,
        (first, last): (Stamp, Stamp),
        articles: &[ArticleIx],
        told: &BTreeSet<u32>,
    ) -> bool {
        if articles
            .iter()
            .any(|ix| self.findings.facts[ix.at()].source == source)
        {
            return true;
        }
        let is_open = self
            .spans
            .get(&source)
            .is_some_and(|(begins, ends)| ends.at >= first.at && begins.at <= last.at);
        let mut languages = articles
            .iter()
            .map(|ix| code(&self.findings.corpus.articles[ix.at()]));
        is_open
            && languages.any(|code| self.languages.contains(&(source, code)))
            && self.knows(source, told)
    }

    /// Whether a source writes of what an event is made of; taken for so where too little is known.
    fn knows(&self, source: SourceIx, told: &BTreeSet<u32>) -> bool {
        self.words.get(&source).is_none_or(|words| {
            let known = told.intersection(words).count();
            known as f64 >= LEAST_KNOWN * told.len() as f64
        })
    }

    /// The words that make an event.
    pub(super) fn words_of(&self, event: EventIx) -> BTreeSet<u32> {
        self.told_in(&self.findings.alignment.events[event.0 as usize].articles)
    }

    /// The words at the top of at least half of some articles.
    fn told_in(&self, articles: &[ArticleIx]) -> BTreeSet<u32> {
        let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
        for ix in articles {
            let article = &self.findings.corpus.articles[ix.at()];
            for word in self.findings.words.top(*ix, article) {
                *counts.entry(word).or_default() += 1;
            }
        }
        let half = counts
            .into_iter()
            .filter(|(_, times)| 2 * times >= articles.len());
        half.map(|(word, _)| word).collect()
    }
}

/// The code of an article's language.
fn code(article: &Article) -> &'static str {
    language::of(article.language.as_deref()).code()
}
