//! A concordance: every place where an entry stands, with the words around it; what `mizan find`
//! writes.

mod told;

pub(crate) use told::{Totals, place_told};

use super::cell::Cell;
use super::context::{words_after, words_before};
use super::names::{Characters, date_cell, time_cell};
use crate::corpus::markup::one_line;
use crate::corpus::{Article, Part, Stamp};
use crate::framing::Mention;
use crate::language;
use crate::lexicon::Lexicon;
use crate::settings::Settings;
use crate::study::Reading;
use crate::voice::Voice;
use std::ops::Range;

/// One place where an entry stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Occurrence {
    /// The words as they stand there, on one line.
    pub form: String,
    /// Words before, on the same line.
    pub left: String,
    /// Words after.
    pub right: String,
    /// Whether a space parts the form from what is before and after it.
    pub apart: [bool; 2],
    /// The article's id.
    pub article: String,
    /// Who published it.
    pub source: String,
    /// When, if known.
    pub date: Option<Stamp>,
    /// Whose words they are.
    pub voice: Voice,
    /// Title or body.
    pub part: Part,
    /// Half-open, in the part as given.
    pub characters: Range<u32>,
    /// Half-open, in the part as given.
    pub bytes: Range<u32>,
    /// The entry.
    pub term: String,
    /// Its id; empty for a word of no list.
    pub id: String,
    /// How the form was made.
    pub rule: String,
    /// Its sentence, on one line.
    pub sentence: String,
    /// Code of the article's language.
    pub language: &'static str,
}

impl Occurrence {
    /// In the order of the columns of `find`.
    pub(crate) fn cells(&self) -> Vec<Cell<'_>> {
        let text = |text: &'static str| Cell::text(text);
        vec![
            Cell::text(self.form.as_str()),
            Cell::text(self.left.as_str()),
            Cell::text(self.right.as_str()),
            Cell::text(self.article.as_str()),
            Cell::text(self.source.as_str()),
            date_cell(self.date),
            time_cell(self.date),
            text(self.voice.name()),
            text(self.part.name()),
            Cell::count(self.characters.start),
            Cell::count(self.characters.end),
            Cell::count(self.bytes.start),
            Cell::count(self.bytes.end),
            Cell::text(self.term.as_str()),
            Cell::text(self.id.as_str()),
            Cell::text(self.rule.as_str()),
            Cell::text(self.sentence.as_str()),
        ]
    }

    /// The form without marks and tatweel, as `exclude` has it.
    pub(crate) fn spelling(&self) -> String {
        language::of(Some(self.language)).exact(&self.form)
    }

    fn folded(&self, words: &str) -> Vec<String> {
        let folded = language::of(Some(self.language)).fold(words);
        folded.split(' ').map(str::to_owned).collect()
    }
}

/// The places that were found in one article, in their order.
pub(crate) fn places(
    article: &Article,
    reading: &Reading,
    lexicon: &Lexicon,
    settings: &Settings,
) -> Vec<Occurrence> {
    let mut places = Vec::new();
    for part in Part::ALL {
        let mut characters = Characters::of(article.part(part));
        for mention in &reading.part(part).mentions {
            let characters = characters.range(&mention.bytes);
            let mut place = around(article, part, mention, settings);
            place.characters = characters;
            let term = &lexicon.terms[mention.term.0 as usize];
            (place.term, place.id) = (term.term.clone(), term.id.clone());
            places.push(place);
        }
    }
    places
}

/// A place with all that its text says; its entry and its characters are filled in later.
fn around(article: &Article, part: Part, mention: &Mention, settings: &Settings) -> Occurrence {
    let text = article.part(part);
    let language = language::of(article.language.as_deref());
    let bytes = |range: &Range<u32>| range.start as usize..range.end as usize;
    let place = bytes(&mention.bytes);
    Occurrence {
        form: one_line(&text[place.clone()]),
        left: words_before(&text[..place.start], settings.context_words),
        right: words_after(&text[place.end..], settings.context_words),
        apart: [
            text[..place.start].ends_with(char::is_whitespace),
            text[place.end..].starts_with(char::is_whitespace),
        ],
        article: article.id.clone(),
        source: article.source.clone(),
        date: article.date,
        voice: mention.voice,
        part,
        characters: 0..0,
        bytes: mention.bytes.clone(),
        term: String::new(),
        id: String::new(),
        rule: language.rule_names(&mention.rules),
        sentence: one_line(&text[bytes(&mention.sentence)]),
        language: language.code(),
    }
}

/// What a concordance is sorted by; what is the same there stays in the order of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// The word before, then the one before that, as the language folds them.
    Left,
    /// The words after.
    Right,
    /// The form, as folded, then as written.
    Form,
    /// The date; unknown ones last.
    Date,
    /// The source's name.
    Source,
}

/// Sorts places.
pub(crate) fn sort(places: &mut [Occurrence], order: Order) {
    let outward = |place: &Occurrence| {
        let mut words = place.folded(&place.left);
        words.reverse();
        words
    };
    match order {
        Order::Left => places.sort_by_cached_key(outward),
        Order::Right => places.sort_by_cached_key(|place| place.folded(&place.right)),
        Order::Form => {
            places.sort_by_cached_key(|place| (place.folded(&place.form), place.spelling()));
        }
        Order::Date => places.sort_by_key(|place| (place.date.is_none(), place.date)),
        Order::Source => places.sort_by(|a, b| a.source.cmp(&b.source)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{lexicon, study};

    fn found(name: &str, texts: &[&str]) -> Vec<Occurrence> {
        let lexicon = lexicon::load_alone(None, name, Some("ar")).unwrap();
        let settings = Settings::default();
        let mut all = Vec::new();
        for (row, text) in (2..).zip(texts) {
            let article = Article {
                id: format!("a{row}"),
                source: "النهر".into(),
                date: None,
                title: String::new(),
                text: (*text).into(),
                url: None,
                language: None,
                event: None,
                file: "t.csv".into(),
                row,
            };
            let reading = study::read(&article, &lexicon, &settings);
            all.extend(places(&article, &reading, &lexicon, &settings));
        }
        all
    }

    const TEXTS: [&str; 3] = [
        "وصل بائعو القرطاسية إلى السوق.",
        "أغلق المدير قرطاسية الحي مساء.",
        "أحب المدينة بقرطاسيتين أقلام.",
    ];

    #[test]
    fn a_word_of_no_list_is_found_in_the_forms_that_the_rules_make() {
        let places = found("قرطاسية", &TEXTS);
        let forms: Vec<&str> = places.iter().map(|place| place.form.as_str()).collect();
        assert_eq!(forms, ["القرطاسية", "قرطاسية", "بقرطاسيتين"]);
        let first = &places[0];
        assert_eq!((&*first.left, &*first.right), ("وصل بائعو", "إلى السوق."));
        assert_eq!(
            (first.characters.clone(), first.bytes.clone()),
            (10..19, 18..36)
        );
        assert_eq!((&*first.id, &*first.term), ("", "قرطاسية"));
        assert_eq!(first.sentence, TEXTS[0]);
    }

    #[test]
    fn sorting_to_the_left_begins_with_the_word_next_to_the_form() {
        let sorted = |order| {
            let mut places = found("قرطاسية", &TEXTS);
            sort(&mut places, order);
            let articles = places.into_iter().map(|place| place.article);
            articles.collect::<Vec<_>>().join(" ")
        };
        let cases = [
            (Order::Left, "a3 a4 a2"),
            (Order::Right, "a4 a3 a2"),
            (Order::Form, "a2 a4 a3"),
            (Order::Date, "a2 a3 a4"),
            (Order::Source, "a2 a3 a4"),
        ];
        for (order, expected) in cases {
            assert_eq!(sorted(order), expected, "{order:?}");
        }
    }
}
