//! The names of months and days of the week as pages write them, in Arabic, English and French.

use crate::language::{self, Class, Grammar, signs};

/// The languages that dates are read in, each with its rows.
fn languages() -> impl Iterator<Item = &'static Grammar> {
    let codes = [None, Some("en"), Some("fr")];
    codes.into_iter().map(|code| language::of(code).grammar())
}

/// The month (1–12) that a word names, with the word after it where a month's name has two.
///
/// The second number is how many words the name takes. Words are as [`folded`] leaves them.
pub(super) fn month(word: &str, next: &str) -> Option<(i8, usize)> {
    let arabic = language::of(None).grammar();
    if let Some(month) = arabic.month(&format!("{word} {next}")) {
        return Some((month as i8, 2));
    }
    let month = languages().find_map(|grammar| grammar.month(word));
    month.map(|month| (month as i8, 1))
}

/// Whether a word of a date is of a class.
pub(super) fn is(word: &str, class: Class) -> bool {
    languages().any(|grammar| grammar.is(word, class))
}

/// Words that stand in a date and say nothing of it that is needed.
pub(super) fn is_filler(word: &str) -> bool {
    is(word, Class::DateFiller) || is(word, Class::Weekday)
}

/// Whether a word says that the same day follows in the other calendar.
pub(super) fn is_same_day(word: &str) -> bool {
    word == folded(signs::SAME_DAY)
}

/// The month of the Islamic calendar that a word names, or two, and how many words that takes.
pub(super) fn islamic(word: &str, next: &str) -> Option<(i8, usize)> {
    let arabic = language::of(None).grammar();
    let both = arabic
        .islamic_month(&format!("{word} {next}"))
        .map(|month| (month, 2));
    let named = both.or_else(|| Some((arabic.islamic_month(word)?, 1)));
    named.map(|(month, words)| (month as i8, words))
}

/// Minutes east of Greenwich of a time zone that the first of some words name, and how many words
/// that takes.
pub(super) fn zone(words: [&str; 3]) -> Option<(i64, usize)> {
    match words[0] {
        "z" | "utc" | "gmt" => return Some((0, 1)),
        "gst" => return Some((240, 1)),
        _ => {}
    }
    let arabic = language::of(None).grammar();
    let named = |count: usize| Some((arabic.zone(&words[..count].join(" "))?, count));
    (1..=words.len()).rev().find_map(named)
}

/// A word with its hamza seats and vowel marks levelled and in lower case.
pub(super) fn folded(word: &str) -> String {
    language::of(None).fold(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_three_languages_are_known_as_dates_are_cut() {
        let cases = [
            ("January", Some((1, 1))),
            ("Sept", Some((9, 1))),
            ("May", Some((5, 1))),
            ("févr", Some((2, 1))),
            ("Août", Some((8, 1))),
            ("décembre", Some((12, 1))),
            ("Sunday", None),
        ];
        for (word, expected) in cases {
            assert_eq!(month(&folded(word), ""), expected, "{word}");
        }
        for word in [
            "Sunday",
            "Thurs",
            "lundi",
            "à",
            "th",
            "Published",
            "تحديث",
            "الأحد",
        ] {
            assert!(is_filler(&folded(word)), "{word}");
        }
    }

    #[test]
    fn no_month_says_nothing_of_a_date() {
        let rows = [None, Some("en"), Some("fr")].map(|code| language::of(code).grammar_rows());
        let rows = rows.iter().flat_map(|rows| rows.lines());
        let months = rows.filter_map(|row| row.split_once(",month,"));
        for name in months.flat_map(|(names, _)| names.split(';')).map(folded) {
            assert!(!is_filler(&name) && islamic(&name, "").is_none(), "{name}");
        }
    }

    #[test]
    fn both_sets_of_months_and_those_of_the_maghreb_are_known() {
        let cases = [
            ("أغسطس", "", Some((8, 1))),
            ("آب", "", Some((8, 1))),
            ("غشت", "", Some((8, 1))),
            ("أوت", "", Some((8, 1))),
            ("كانون", "الأول", Some((12, 2))),
            ("تشرين", "الثاني", Some((11, 2))),
            ("كانون", "", None),
            ("رمضان", "", None),
        ];
        for (word, next, expected) in cases {
            assert_eq!(month(&folded(word), &folded(next)), expected, "{word}");
        }
    }
}
