//! Restricts a study to some of its articles: to days, or to those that speak of something.

use super::{Article, Corpus, date, settle};
use crate::error::{Error, Result, isolated};
use crate::wording::{said, word};
use jiff::civil::Date;
use rayon::prelude::*;

/// What a study was restricted by, and how many articles that left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Restriction {
    /// `from`, `to` or `about`.
    pub name: &'static str,
    /// As given.
    pub value: String,
    /// Articles that it left out.
    pub left_out: u64,
}

impl Corpus {
    /// Keeps the articles of a day and later (`is_last`: and earlier); those without a date go.
    ///
    /// Errors: what is no day; no article left.
    pub(crate) fn keep_days(&mut self, given: &str, is_last: bool) -> Result<()> {
        let read = date::read(given)
            .map_err(|_| Error::Argument(said("fail.no-day", &[&isolated(given)])))?;
        let day = read.stamp.at.date();
        let within = |own: Date| if is_last { own <= day } else { own >= day };
        let name = if is_last { "to" } else { "from" };
        let keeps = |article: &Article| article.date.is_some_and(|own| within(own.at.date()));
        self.keep((name, given), keeps)
    }

    /// Keeps the articles that `speaks` is true of.
    ///
    /// Errors: no article left.
    pub(crate) fn keep_about(
        &mut self,
        given: &str,
        speaks: impl Fn(&Article) -> bool + Sync,
    ) -> Result<()> {
        self.keep(("about", given), speaks)
    }

    fn keep(
        &mut self,
        (name, value): (&'static str, &str),
        keeps: impl Fn(&Article) -> bool + Sync,
    ) -> Result<()> {
        let kept: Vec<bool> = self.articles.par_iter().map(&keeps).collect();
        let before = self.articles.len();
        let mut kept = kept.into_iter();
        self.articles.retain(|_| kept.next().unwrap_or_default());
        if self.articles.is_empty() {
            let told = said("fail.nothing-kept", &[&name, &isolated(value)]);
            return Err(Error::Argument(told));
        }
        settle::list_sources(self);
        self.notes.sort();
        self.notes.dedup();
        self.restrictions.push(Restriction {
            name,
            value: value.to_owned(),
            left_out: (before - self.articles.len()) as u64,
        });
        Ok(())
    }

    /// What the study was restricted by, as facts of the run: name, value, meaning.
    pub(crate) fn restricted(&self) -> impl Iterator<Item = (&'static str, &str, String)> {
        self.restrictions.iter().map(|one| {
            let meaning = said(
                "run.left-out",
                &[&word(&format!("only.{}", one.name)), &one.left_out],
            );
            (one.name, one.value.as_str(), meaning)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::ReadOptions;

    fn corpus() -> Corpus {
        let row = |source, date| [("source", source), ("date", date), ("text", "وصل الوفد")];
        let rows = [
            row("النهر", "2024-08-17 23:00"),
            row("البحر", "2024-08-18 12:00"),
            row("الجبل", "2024-08-19"),
            row("الساحل", ""),
        ];
        Corpus::of(rows, &ReadOptions::default()).unwrap()
    }

    #[test]
    fn a_study_of_some_days_has_the_articles_of_these_days_and_their_sources() {
        let mut corpus = corpus();
        corpus.keep_days("2024-08-18", false).unwrap();
        corpus.keep_days("2024-08-18", true).unwrap();
        assert_eq!(corpus.sources, ["البحر"]);
        let left: Vec<u64> = corpus.restrictions.iter().map(|one| one.left_out).collect();
        assert_eq!(left, [2, 1], "who has no date goes, too");
    }

    #[test]
    fn a_study_is_not_restricted_to_nothing() {
        assert!(corpus().keep_days("2030-01-01", false).is_err());
        assert!(corpus().keep_days("soon", false).is_err());
        assert!(corpus().keep_about("x", |_| false).is_err());
    }
}
