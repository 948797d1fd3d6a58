//! How a number is hedged: *at least, more than, about, up to*.

use super::words::Words;
use crate::figures::Bound;
use std::ops::Range;

/// Words right before a number that hedge it, folded. A later row holds where it is longer.
const BEFORE: &[(Bound, &[&str])] = &[
    (
        Bound::AtLeast,
        &[
            "اكثر من",
            "باكثر من",
            "لاكثر من",
            "ازيد من",
            "لا يقل عن",
            "ما لا يقل عن",
            "ما لايقل عن",
            "لايقل عن",
            "عما لا يقل عن",
            "بما لايقل عن",
            "ما يزيد علي",
            "مايزيد علي",
            "مايزيد عن",
            "ما يزيد عن",
            "ما يربو علي",
            "يربو علي",
            "اكثر عن",
            "بما لا يقل عن",
            "لا تقل عن",
            "يزيد علي",
            "يزيد عن",
            "تزيد علي",
            "تزيد عن",
            "يفوق",
            "تجاوز",
            "يتجاوز",
            "تجاوزت",
            "علي الاقل",
            "فوق",
        ],
    ),
    (
        Bound::About,
        &[
            "نحو",
            "حوالي",
            "حوالى",
            "بنحو",
            "لنحو",
            "بحوالي",
            "قرابة",
            "زهاء",
            "تقريبا",
            "ما يقارب",
            "مايقارب",
            "مايقرب من",
            "ما يقرب من",
            "يقارب",
            "يقرب من",
            "يناهز",
        ],
    ),
    (
        Bound::AtMost,
        &[
            "اقل من",
            "لا يتجاوز",
            "لم يتجاوز",
            "لا تتجاوز",
            "لا يزيد علي",
            "لا يزيد عن",
            "لا تزيد علي",
            "لا تزيد عن",
            "ما يصل الي",
            "يصل الي",
            "تصل الي",
            "حتي",
        ],
    ),
];

/// Words after a number (and its noun) that hedge it.
const AFTER: &[(Bound, &[&str])] = &[
    (
        Bound::AtLeast,
        &["علي الاقل", "فاكثر", "او اكثر", "او يزيد", "فما فوق"],
    ),
    (Bound::About, &["تقريبا"]),
    (Bound::AtMost, &["علي الاكثر", "كحد اقصي"]),
];

/// How the number at some words is hedged. `noun` is the place after its noun.
pub(super) fn bound(words: &Words, number: &Range<usize>, noun: usize) -> (Bound, usize) {
    let before = longest(BEFORE, |phrase| words.ends_before(number.start, phrase));
    if let Some((bound, length)) = before {
        return (bound, number.start - length);
    }
    let after = longest(AFTER, |phrase| {
        words.starts_at(number.end, phrase) || words.starts_at(noun, phrase)
    });
    (after.map_or(Bound::Exact, |(bound, _)| bound), number.start)
}

fn longest(table: &[(Bound, &[&str])], holds: impl Fn(&str) -> bool) -> Option<(Bound, usize)> {
    let rows = table.iter();
    let phrases = rows.flat_map(|(bound, phrases)| phrases.iter().map(move |p| (*bound, *p)));
    phrases
        .filter(|(_, phrase)| holds(phrase))
        .map(|(bound, phrase)| (bound, phrase.split(' ').count()))
        .max_by_key(|(_, length)| *length)
}
