//! Articles for the tests of this room, prepared without furniture rules.

use super::{AlignOptions, Alignment, Outline, Witness, align, outline};
use crate::corpus::{Part, SourceIx, Stamp};
use crate::language;
use crate::text::clean::Furniture;
use crate::text::{Text, prepare};

/// A body in Arabic.
pub(super) fn body(given: &str) -> Text<'_> {
    part(given, Part::Body)
}

fn part(given: &str, part: Part) -> Text<'_> {
    prepare(
        given,
        part,
        None,
        "",
        language::of(None).grammar(),
        &Furniture::default(),
    )
}

/// One article of a test.
#[derive(Clone)]
pub(super) struct Made {
    pub id: String,
    pub source: u32,
    /// Hours after the first of March 2024; `None` for no date.
    pub hour: Option<i64>,
    pub given: Option<&'static str>,
    pub corrected: Option<&'static str>,
    pub is_agency: bool,
    outline: Outline,
}

/// An article with a date.
pub(super) fn told(id: &str, source: u32, hour: i64, title: &str, text: &str) -> Made {
    Made {
        id: id.to_owned(),
        source,
        hour: Some(hour),
        given: None,
        corrected: None,
        is_agency: false,
        outline: outline(&part(title, Part::Title), &body(text)),
    }
}

/// Aligns with the default settings.
pub(super) fn aligned(articles: &[Made]) -> Alignment {
    let stamp = |hour: i64| Stamp::of_minute(60 * hour, true);
    let witnesses: Vec<Witness> = articles
        .iter()
        .map(|article| Witness {
            id: &article.id,
            source: SourceIx(article.source),
            date: article.hour.map(stamp),
            given_event: article.given,
            corrected_event: article.corrected,
            is_agency: article.is_agency,
            outline: &article.outline,
        })
        .collect();
    let options = AlignOptions {
        window_hours: 72,
        similarity: 0.4,
        copy_overlap: 0.5,
    };
    align(&witnesses, &options, &|_| {})
}

/// The ids of each event, sorted, in the order of the events.
pub(super) fn grouped(articles: &[Made], alignment: &Alignment) -> Vec<Vec<String>> {
    let ids = |articles_of: &Vec<crate::corpus::ArticleIx>| {
        let mut ids: Vec<String> = articles_of
            .iter()
            .map(|ix| articles[ix.at()].id.clone())
            .collect();
        ids.sort();
        ids
    };
    alignment.events.iter().map(|e| ids(&e.articles)).collect()
}
