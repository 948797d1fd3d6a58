//! The names of months and days of the week as pages write them, in Arabic, English and French.

use crate::language::{self, Class, signs};

/// The month (1–12) that a word names, with the word after it where a month's name has two.
///
/// The second number is how many words the name takes. Words are as [`folded`] leaves them.
pub(super) fn month(word: &str, next: &str) -> Option<(i8, usize)> {
    let arabic = language::of(None).grammar();
    if let Some(month) = arabic.month(&format!("{word} {next}")) {
        return Some((month as i8, 2));
    }
    let known = || MONTHS.iter().position(|names| names.contains(&word));
    let month = arabic.month(word).map(|month| month as i8);
    month
        .or_else(|| Some(known()? as i8 + 1))
        .map(|month| (month, 1))
}

/// January to December in English and French; those in Arabic are rows of its grammar.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "janvier", "janv"],
    &["february", "feb", "février", "fevrier", "févr"],
    &["march", "mar", "mars"],
    &["april", "apr", "avril", "avr"],
    &["may", "mai"],
    &["june", "jun", "juin"],
    &["july", "jul", "juillet", "juil"],
    &["august", "aug", "août", "aout"],
    &["september", "sep", "sept", "septembre"],
    &["october", "oct", "octobre"],
    &["november", "nov", "novembre"],
    &["december", "dec", "décembre", "decembre", "déc"],
];

/// Whether an Arabic word of a date is of a class.
pub(super) fn is(word: &str, class: Class) -> bool {
    language::of(None).grammar().is(word, class)
}

/// Words that stand in a date and say nothing of it that is needed.
pub(super) fn is_filler(word: &str) -> bool {
    const NAMES: &[&str] = &[
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "at",
        "on",
        "of",
        "the",
        "à",
        "le",
        "st",
        "nd",
        "rd",
        "th",
        "er",
        "published",
        "last",
        "updated",
    ];
    let is_arabic = || signs::DATE_LINE.iter().any(|name| folded(name) == word);
    NAMES.contains(&word) || is_arabic() || is(word, Class::DateFiller) || is(word, Class::Weekday)
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
    fn names_are_written_as_they_are_compared_and_none_stands_twice() {
        let mut names: Vec<&str> = MONTHS.iter().flat_map(|m| m.iter().copied()).collect();
        assert!(names.iter().all(|name| folded(name) == *name));
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(
            !names
                .iter()
                .any(|name| is_filler(name) || islamic(name, "").is_some())
        );
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
