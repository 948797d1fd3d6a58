//! The plain words at the end of a run, in the language of its readers: what was read, what cannot
//! be said and why, and up to five findings.

mod anchors;
mod findings;
mod unsaid;

pub(crate) use findings::strongest;
pub(super) use findings::{Evidence, LEVEL, by_worth};

use super::corrections::corrected;
use super::names::{Placed, placed};
use crate::corpus::{Doubt, Doubts};
use crate::error::isolated;
use crate::framing::Mention;
use crate::study::Findings;
use crate::voice::Voice;
use crate::wording::{Tongue, counted_in, in_tongue, said_in};
use std::collections::BTreeSet;
use std::fmt::Display;

/// What a study found, in plain words: how much was read and skipped, what cannot be said and why, up
/// to five findings with the words behind them, and where the evidence is.
pub(crate) fn summary(findings: &Findings) -> String {
    summary_in(findings, &placed(findings), findings.tongue)
}

/// The same in a language, where the mentions that count are known.
pub(crate) fn summary_in(findings: &Findings, all: &[Placed], tongue: Tongue) -> String {
    summary_with(findings, all, tongue).0
}

/// The same with its findings and the rows that they stand on.
pub(super) fn summary_with(
    findings: &Findings,
    all: &[Placed],
    tongue: Tongue,
) -> (String, Vec<Evidence>) {
    let teller = Teller {
        findings,
        all,
        tongue,
    };
    let lines = teller.lines();
    let paragraphs = [
        teller.read(),
        teller.aligned(),
        teller.mentioned(),
        teller.unsaid(),
        teller.found(&lines),
    ];
    let told = paragraphs.iter().filter(|told| !told.is_empty());
    (told.map(|told| format!("{told}\n")).collect(), lines)
}

/// What tells of a study: the study, its mentions that count, and the language.
pub(super) struct Teller<'a> {
    /// The study.
    pub findings: &'a Findings,
    /// Its mentions that count.
    pub all: &'a [Placed<'a>],
    /// What it tells in.
    pub tongue: Tongue,
}

impl Teller<'_> {
    fn say(&self, key: &str, with: &[&dyn Display]) -> String {
        said_in(self.tongue, key, with)
    }

    fn word(&self, key: &str) -> &'static str {
        in_tongue(self.tongue, key)
    }

    fn count(&self, count: usize, what: &str) -> String {
        counted_in(self.tongue, count, what)
    }

    fn read(&self) -> String {
        let corpus = &self.findings.corpus;
        let undated = corpus.articles.iter();
        let undated = undated.filter(|article| article.date.is_none()).count();
        let cut = self.findings.readings.iter();
        let cut = cut.filter(|reading| reading.parts.iter().any(|part| !part.cuts.is_empty()));
        let articles = self.count(corpus.articles.len(), "article");
        let sources = self.count(corpus.sources.len(), "source");
        let mut told = vec![self.say("summary.read", &[&articles, &sources])];
        for (key, count, what) in [
            ("summary.skipped", corpus.rows_skipped as usize, "row"),
            ("summary.undated", undated, "article"),
            ("summary.furniture", cut.count(), "article"),
        ] {
            if count > 0 {
                told.push(self.say(key, &[&self.count(count, what)]));
            }
        }
        for one in &corpus.restrictions {
            let name = self.word(&format!("only.{}", one.name));
            let (value, left_out) = (
                isolated(&one.value),
                self.count(one.left_out as usize, "article"),
            );
            told.push(self.say("summary.restricted", &[&name, &value, &left_out]));
        }
        let rows = corpus.articles.len() as u64 + corpus.rows_skipped;
        let rows = rows + corpus.doubts[Doubt::NoText];
        told.extend(doubted(self.tongue, &corpus.doubts, rows));
        told.join(" ")
    }

    /// How many events two sources or more tell.
    fn shared_events(&self) -> usize {
        let findings = self.findings;
        let sources = |event: &crate::events::Event| {
            let articles = event.articles.iter();
            let sources: BTreeSet<_> = articles.map(|ix| findings.facts[ix.at()].source).collect();
            sources.len()
        };
        let events = findings.alignment.events.iter();
        events.filter(|event| sources(event) > 1).count()
    }

    fn aligned(&self) -> String {
        let (findings, tongue) = (self.findings, self.tongue);
        let events = &findings.alignment.events;
        let shared = self.shared_events();
        let copies = findings.facts.iter().filter(|fact| !fact.counted).count();
        let events = self.count(events.len(), "event");
        let mut told = vec![self.say("summary.events", &[&events, &shared])];
        if copies > 0 {
            told.push(self.count(copies, "summary.copies"));
        }
        if let Some(corrected) = corrected(&findings.corpus, &findings.alignment, tongue) {
            told.push(self.say("summary.corrected", &[&corrected]));
        }
        told.join(" ")
    }

    fn mentioned(&self) -> String {
        let in_voice = |voice| {
            self.all
                .iter()
                .filter(|mention| mention.voice == voice)
                .count()
        };
        let parts = self
            .findings
            .readings
            .iter()
            .flat_map(|reading| &reading.parts);
        let mentions = parts.flat_map(|part| &part.mentions);
        let (mut found, mut named, mut guessed, mut unsure) = (0, 0, 0, 0);
        for mention in mentions {
            found += 1;
            let counted = self.findings.counts(mention);
            let has = |found: fn(&Mention) -> bool| usize::from(counted && found(mention));
            named += has(|mention| mention.actor.is_some());
            guessed += has(|mention| mention.guess.is_some());
            unsure += has(|mention| mention.actor.is_some() && !mention.binding.is_sure());
        }
        let labels = self.say(
            "summary.labels",
            &[
                &found,
                &in_voice(Voice::Narrator),
                &in_voice(Voice::Reported),
                &in_voice(Voice::Quoted),
                &in_voice(Voice::Distanced),
                &(found - self.all.len()),
            ],
        );
        let bound = match (guessed, unsure) {
            (0, 0) => None,
            (0, _) => Some(self.say("summary.guessed", &[&named, &unsure])),
            _ => Some(self.say("summary.bound", &[&named, &guessed])),
        };
        let told: Vec<String> = std::iter::once(labels).chain(bound).collect();
        told.join(" ")
    }

    /// A source's name, set apart from the words around it.
    fn source(&self, ix: crate::corpus::SourceIx) -> String {
        isolated(self.findings.source_name(ix))
    }
}

/// What is doubtful about more than one row in ten.
fn doubted(tongue: Tongue, doubts: &Doubts, rows: u64) -> Option<String> {
    let what = |doubt| match doubt {
        Doubt::NoText => "file",
        _ => "article",
    };
    let told: Vec<String> = Doubt::ALL
        .into_iter()
        .filter(|doubt| doubts[*doubt] * 10 > rows)
        .map(|doubt| {
            let key = format!("doubt.{}", doubt.key());
            let count = counted_in(tongue, doubts[doubt] as usize, what(doubt));
            said_in(tongue, &key, &[&count])
        })
        .collect();
    (!told.is_empty()).then(|| said_in(tongue, "summary.doubts", &[&told.join("; ")]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_doubtful_about_more_than_one_row_in_ten_is_in_the_summary() {
        let mut doubts = Doubts::default();
        doubts.count(Doubt::Misread, 2);
        doubts.count(Doubt::Cut, 1);
        doubts.count(Doubt::NoText, 3);
        let told = doubted(Tongue::English, &doubts, 19).unwrap();
        for expected in ["wrongly decoded: 2 articles", "not read: 3 files"] {
            assert!(told.contains(expected), "{told}");
        }
        assert!(!told.contains("spreadsheet"), "{told}");
        assert_eq!(doubted(Tongue::English, &doubts, 30), None);
    }
}
