//! How well two codings of the same articles agree: a researcher's with a report's, or two
//! researchers'. Reads tables with the columns of `mentions.csv`.

pub(crate) mod agreement;
mod codings;
mod judged;
mod pairs;
mod questions;

pub(crate) use codings::Codings;
pub(crate) use judged::{BEFORE, Judged, Judgements, OfReport, is_judged, judged};
pub(crate) use questions::{Question, Value};

use crate::error::{Error, Result, did_you_mean, isolated};
use crate::wording::{said, word};
use agreement::{Agreement, Agreements};
use codings::Coding;
use pairs::{Pair, pairs};
use std::collections::BTreeSet;

/// What the first coding is a sample of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SampleOf {
    /// Of articles: each is coded from beginning to end.
    Articles,
    /// Of places: only those that it lists were looked at.
    Places,
}

/// How draws are made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Drawn {
    /// Bootstrap draws.
    pub draws: u32,
    /// Seed.
    pub seed: u64,
}

/// All that a comparison of two codings found.
pub(crate) struct Overall {
    /// What the codings are called.
    pub names: [String; 2],
    /// How many articles were compared.
    pub articles: usize,
    /// How many only one of them has.
    pub left_out: usize,
    /// What the first is a sample of.
    pub of: SampleOf,
    /// Answers of the first that may be slips of the hand, in words.
    pub doubts: Vec<String>,
    /// What both answered.
    pub questions: Vec<Question>,
}

/// One row: of one answer, or of all.
pub(crate) struct AgreementRow<'a> {
    /// Its question.
    pub question: &'a Question,
    /// Its answer; `None` for all together.
    pub value: Option<&'a Value>,
    /// How far the codings agree, with the scale.
    pub measured: Option<(&'static str, &'a Agreement)>,
}

impl Overall {
    /// The rows of the table: of each question all answers together, then each.
    pub(crate) fn rows(&self) -> impl Iterator<Item = AgreementRow<'_>> {
        self.questions.iter().flat_map(|question| {
            let row = move |value, measured| AgreementRow {
                question,
                value,
                measured,
            };
            let nominal = row(None, Some(("nominal", &question.nominal)));
            let ordinal = question.ordinal.as_ref();
            let ordinal = ordinal.map(|ordinal| row(None, Some(("ordinal", ordinal))));
            let values = question
                .values
                .iter()
                .map(move |value| row(Some(value), None));
            std::iter::once(nominal).chain(ordinal).chain(values)
        })
    }
}

impl AgreementRow<'_> {
    /// How often each coding gives the answer, and both.
    pub(crate) fn hits(&self) -> Agreements {
        self.value.map_or(self.question.total, |value| value.hits)
    }
}

/// Compares two codings: on the articles of the first where the second is a report, else on those
/// that both have.
///
/// Errors: an article that the report does not have; no article that both have.
pub(crate) fn agree(
    first: &Codings,
    second: &Codings,
    of: SampleOf,
    drawn: Drawn,
) -> Result<Overall> {
    let articles = articles(first, second)?;
    let by_frame = first.has_frames && second.has_frames;
    let mut found: Vec<Pair> = Vec::new();
    for (at, article) in (0..).zip(&articles) {
        found.extend(pairs(
            at,
            first.of_article(article),
            second.of_article(article),
            by_frame,
        ));
    }
    match of {
        SampleOf::Articles => found.retain(Pair::is_marked),
        SampleOf::Places => found.retain(|pair| pair.first.is_some()),
    }
    let left_out = first.articles().chain(second.articles());
    let left_out: BTreeSet<&str> = left_out.filter(|id| !articles.contains(id)).collect();
    Ok(Overall {
        names: [first.name.clone(), second.name.clone()],
        articles: articles.len(),
        left_out: if second.is_report { 0 } else { left_out.len() },
        of,
        doubts: doubts(first, second, &articles),
        questions: questions::all(&found, by_frame, of, drawn),
    })
}

/// What the second coding never answers, where it has an answer much like it: perhaps a slip of the
/// hand, and counted as a disagreement.
fn doubts(first: &Codings, second: &Codings, articles: &[&str]) -> Vec<String> {
    type Answer = fn(&Coding) -> &str;
    let columns: [(&str, Answer); 3] = [
        ("frame", |coding| &coding.frame),
        ("label", |coding| coding.label.as_deref().unwrap_or("")),
        ("actor", |coding| coding.actor.as_deref().unwrap_or("")),
    ];
    let mut doubts = Vec::new();
    for (column, answer) in columns {
        let given = articles
            .iter()
            .flat_map(|article| first.of_article(article));
        let given: BTreeSet<&str> = given.map(answer).collect();
        let known = second
            .articles()
            .flat_map(|article| second.of_article(article));
        let known: BTreeSet<&str> = known.map(answer).collect();
        let likely = |one: &str| did_you_mean(one, known.iter().copied().filter(|k| !k.is_empty()));
        doubts.extend(given.difference(&known).filter_map(|one| {
            let likely = likely(one)?;
            Some(said(
                "coding.nowhere",
                &[
                    &first.name,
                    &column,
                    &isolated(one),
                    &second.name,
                    &isolated(likely),
                ],
            ))
        }));
    }
    doubts
}

/// The articles to compare, sorted.
fn articles<'a>(first: &'a Codings, second: &'a Codings) -> Result<Vec<&'a str>> {
    let known: BTreeSet<&str> = second.articles().collect();
    let unknown: Vec<&str> = first.articles().filter(|id| !known.contains(id)).collect();
    if second.is_report
        && let Some(id) = unknown.first()
    {
        let advice = match did_you_mean(id, known.iter().copied()) {
            Some(likely) => said("hint.likely", &[&isolated(likely)]),
            None => word("coding.ids").to_owned(),
        };
        let others = match unknown.len() - 1 {
            0 => String::new(),
            many => format!(" ({many} others neither)"),
        };
        return Err(Error::Coding(said(
            "coding.no-article",
            &[&first.name, &second.name, &isolated(id), &others, &advice],
        )));
    }
    let both: Vec<&str> = first.articles().filter(|id| known.contains(id)).collect();
    if both.is_empty() {
        return Err(Error::Coding(said(
            "coding.no-overlap",
            &[&first.name, &second.name],
        )));
    }
    Ok(both)
}

#[cfg(test)]
mod tests {
    mod agreement;
}
