//! A concordance as it is read on a terminal.
//!
//! Columns of Arabic do not align on a terminal, and a line that mixes directions cannot be read.
//! So the names stand on a line of their own, and the words below it, set apart so that they run
//! their own way; the form is in double brackets, which turn with the writing.

use super::Occurrence;
use crate::error::isolated;
use crate::report::names::by_frequency;
use crate::wording::{counted, said, word};
use std::collections::{BTreeMap, BTreeSet};

/// A place in two lines: where it is, then the form among its neighbours.
pub(crate) fn place_told(place: &Occurrence) -> String {
    let date = place
        .date
        .map(|date| format!(" · {}", date.at.strftime("%Y-%m-%d")));
    let [before, after] = place.apart.map(|apart| if apart { " " } else { "" });
    let words = format!(
        "{}{before}[[{}]]{after}{}",
        place.left, place.form, place.right
    );
    let at = said(
        "find.place",
        &[
            &isolated(&place.article),
            &place.part.name(),
            &place.characters.start,
            &place.characters.end,
        ],
    );
    format!(
        "{}{} · {} · {at}\n    {}\n",
        isolated(&place.source),
        date.unwrap_or_default(),
        place.voice.name(),
        isolated(words.trim())
    )
}

/// What the places of a concordance come to; they are added in the order of the input.
#[derive(Debug, Default)]
pub(crate) struct Totals {
    /// How many places there are.
    pub places: u64,
    articles: u64,
    last_article: Option<String>,
    sources: BTreeSet<String>,
    forms: BTreeMap<String, u32>,
}

impl Totals {
    /// Counts one more place.
    pub(crate) fn add(&mut self, place: &Occurrence) {
        self.places += 1;
        if self.last_article.as_ref() != Some(&place.article) {
            self.articles += 1;
            self.last_article = Some(place.article.clone());
        }
        if !self.sources.contains(&place.source) {
            self.sources.insert(place.source.clone());
        }
        *self.forms.entry(place.spelling()).or_default() += 1;
    }

    /// In one sentence: how many places there are in how many articles and sources, and the forms
    /// met, the most frequent first.
    pub(crate) fn told(&self) -> String {
        if self.places == 0 {
            return word("find.none").to_owned();
        }
        let forms = by_frequency(self.forms.clone());
        let shown = forms.iter().take(SHOWN);
        let mut shown: Vec<String> = shown
            .map(|(form, count)| format!("{} {count}", isolated(form)))
            .collect();
        if forms.len() > SHOWN {
            shown.push(said("find.more", &[&(forms.len() - SHOWN)]));
        }
        said(
            "find.sum",
            &[
                &counted(self.places as usize, "place"),
                &counted(self.articles as usize, "article"),
                &counted(self.sources.len(), "source"),
                &counted(forms.len(), "form"),
                &shown.join(" · "),
            ],
        )
    }
}

/// Forms that the sentence names: about what two lines of a terminal hold.
const SHOWN: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Part;
    use crate::voice::Voice;

    fn place(article: &str, form: &str) -> Occurrence {
        Occurrence {
            form: form.into(),
            left: "وصل بائعو".into(),
            right: "إلى السوق.".into(),
            apart: [true, false],
            article: article.into(),
            source: "النهر".into(),
            date: None,
            voice: Voice::Narrator,
            part: Part::Body,
            characters: 10..19,
            bytes: 19..37,
            term: "قرطاسية".into(),
            id: String::new(),
            rule: String::new(),
            sentence: String::new(),
            language: "ar",
        }
    }

    #[test]
    fn the_words_stand_apart_from_the_names_and_the_form_is_marked() {
        let told = place_told(&place("a1", "القرطاسية"));
        let lines: Vec<&str> = told.lines().collect();
        assert_eq!(
            lines[0],
            "\u{2068}النهر\u{2069} · narrator · article \u{2068}a1\u{2069}, body 10-19"
        );
        assert_eq!(
            lines[1].trim(),
            "\u{2068}وصل بائعو [[القرطاسية]]إلى السوق.\u{2069}"
        );
    }

    #[test]
    fn the_sum_counts_articles_once_and_spellings_without_marks_as_one() {
        let mut sum = Totals::default();
        assert_eq!(sum.told(), "no place was found");
        for (article, form) in [("a", "قرطاسية"), ("a", "قِرطاسيّة"), ("b", "بقرطاسية")]
        {
            sum.add(&place(article, form));
        }
        assert_eq!(
            sum.told().replace(['\u{2068}', '\u{2069}'], ""),
            "3 places in 2 articles of 1 source, in 2 forms: قرطاسية 2 · بقرطاسية 1"
        );
    }
}
