//! Reading the figures of one sentence: number, hedge, noun, and what happened.

use super::cues;
use super::denial;
use super::few;
use super::hedges;
use super::nouns::Noun;
use super::numbers::{self, Number};
use super::roles::{self, Last, Role};
use super::words::Words;
use crate::figures::{Bound, Figure};
use crate::text::Text;
use std::ops::Range;

/// Words right before a number without a noun that make it no count (في 2013).
const UNCOUNTED: &[&str] = &["في", "منذ"];

/// Words that a number names and does not count, right before it (رقم 12, الفرقة 30).
const NAMED_BY_NUMBER: &[&str] = &[
    "رقم",
    "عام",
    "العام",
    "سنة",
    "يوم",
    "بتاريخ",
    "سن",
    "عمر",
    "برقم",
    "الساعة",
    "مادة",
    "المادة",
    "المواد",
    "قاءمة",
    "الفرقة",
    "اللواء",
    "الكتيبة",
    "قناة",
    "شارع",
    "طريق",
    "محطة",
    "المجموعة",
    "نموذج",
];

/// A number of these that counts nothing named is a year (منذ تحرير المدينة في خريف 2023).
const YEARS: Range<u64> = 1900..2100;

/// How far before something of unknown kind a word may stand that is said of things as of people.
const SEIZED_REACH: usize = 10;

/// The figures of one sentence, in order.
pub(super) fn read(text: &Text, sentence: &Range<u32>) -> Vec<Figure> {
    let words = Words::of(text, sentence);
    let mut figures: Vec<Figure> = Vec::new();
    let mut last: Option<Last> = None;
    let (mut at, mut behind) = (0, 0);
    while at < words.len() {
        let Some(found) = figure(&words, at, last) else {
            at += 1;
            continue;
        };
        // نفى مقتل 5 وإصابة 7: both are denied.
        let before = figures.last().is_some_and(|figure| figure.is_denied);
        let goes_on = found.words.start <= behind + 1 && words.folded(behind).starts_with('و');
        let is_denied = !found.what.is_empty()
            && ((before && goes_on) || denial::is_denied(&words, &found.words, behind));
        at = found.words.end;
        behind = at;
        last = (!found.what.is_empty()).then_some(Last {
            end: at,
            what: found.what,
            value: found.value,
        });
        figures.push(Figure {
            value: found.value,
            bound: found.bound,
            what: found.what.to_owned(),
            is_denied,
            who: found
                .who
                .map_or_else(String::new, |who| text.slice(&words.bytes(&who)).to_owned()),
            bytes: words.bytes(&found.words),
            sentence: text.bytes(sentence),
        });
    }
    figures
}

/// A figure as places in its sentence.
pub(super) struct Found {
    pub value: u64,
    pub bound: Bound,
    pub what: Role,
    pub who: Option<Range<usize>>,
    /// Number and noun.
    pub words: Range<usize>,
}

fn figure(words: &Words, at: usize, last: Option<Last>) -> Option<Found> {
    few::two(words, at, last)
        .or_else(|| few::one(words, at, last))
        .or_else(|| counted(words, at, last))
}

/// A figure with a number.
fn counted(words: &Words, at: usize, last: Option<Last>) -> Option<Found> {
    let number = numbers::read(words, at)?;
    let end = number.words.end;
    if is_other_number(words, &number) {
        return None;
    }
    let upper = upper_end(words, &number);
    let noun_at = noun_place(words, upper.as_ref().unwrap_or(&number));
    let kind = noun_at.and_then(|noun| kind(words, noun, upper.as_ref().unwrap_or(&number)));
    let after = noun_at.map_or(end, |noun| noun + 1);
    let (bound, begins) = bound(words, &number, after, upper.is_some());
    let happened = Happened {
        governor: roles::governor(words, begins, kind, last),
        later: roles::later(words, after),
        tallied: roles::tallied(words, begins),
    };
    let (what, who) = match kind {
        Some(Noun::Measure) => return None,
        Some(Noun::Fate(what)) => (
            roles::of_fate(words, begins, after, what),
            who_of_them(words, after),
        ),
        Some(Noun::People) if roles::is_parted(words, after) => {
            ("killed or wounded", noun_at.map(|n| n..n + 1))
        }
        Some(Noun::People) => (happened.any().unwrap_or(""), noun_at.map(|n| n..n + 1)),
        Some(Noun::Case) => (
            roles::of_case(words, after).or_else(|| happened.any())?,
            noun_at.map(|n| n..n + 1),
        ),
        Some(Noun::Thing) => (happened.governor?, noun_at.map(|n| n..n + 1)),
        None if YEARS.contains(&number.value) => return None,
        None => unnamed(words, &number, noun_at, &happened, last)?,
    };
    let noun_end = match who.as_ref() {
        Some(noun) => noun.end,
        None if kind.is_some() => after,
        None => end,
    };
    let is_apart = upper.is_some();
    Some(Found {
        value: number.value,
        bound,
        what,
        who,
        words: at..if is_apart { end } else { noun_end },
    })
}

/// What is said to have happened, by where it is said.
struct Happened {
    governor: Option<Role>,
    later: Option<Role>,
    tallied: Option<Role>,
}

impl Happened {
    fn any(&self) -> Option<Role> {
        self.governor.or(self.later).or(self.tallied)
    }
}

/// Whether a number is a share, a date, the mark of a list, part of a name.
fn is_other_number(words: &Words, number: &Number) -> bool {
    let end = number.words.end;
    let is_share = words.follows(end - 1, '%') || words.follows(end - 1, '٪');
    let is_date = end < words.len() && words.grammar().month(words.folded(end)).is_some();
    let is_mark = number.words.start == 0 && (words.follows(0, '-') || words.follows(0, ')'));
    let is_part = words.is_number(number.words.start) && words.is_glued(number.words.start);
    let is_age = words.starts_at(end, "من العمر") || words.starts_at(end, "من عمره");
    let first = number.words.start;
    let before = first
        .checked_sub(1)
        .map_or("", |before| words.folded(before));
    let is_name = NAMED_BY_NUMBER.contains(&before);
    // في العام الماضي (2014)
    let is_year = words.opens(first) && YEARS.contains(&number.value);
    let is_told = is_share || is_date || is_mark || is_part || is_age || is_name || is_year;
    is_told || is_chained(words, number)
}

/// Whether a sign joins a number to another: dates (1-6-2012), results (2-1).
fn is_chained(words: &Words, number: &Number) -> bool {
    let (first, end) = (number.words.start, number.words.end);
    let is_joined = |a: usize, b: usize| {
        b < words.len() && words.is_number(a) && words.is_number(b) && words.joined_by_sign(a, b)
    };
    is_joined(end - 1, end) || (first > 0 && is_joined(first - 1, first))
}

/// The second number of a range, where the first one is given (بين 20 و30, 20 إلى 30; what rises
/// من 20 إلى 30 is none).
fn upper_end(words: &Words, number: &Number) -> Option<Number> {
    let at = number.words.start;
    let before = at.checked_sub(1).map_or("", |before| words.folded(before));
    let next = number.words.end;
    if next >= words.len() {
        return None;
    }
    if words.folded(next) == "الي" && before != "من" && next + 1 < words.len() {
        let found = numbers::read(words, next + 1)?;
        let is_range = found.value > number.value && !is_other_number(words, &found);
        return is_range.then_some(found);
    }
    if !matches!(before, "بين" | "وبين") {
        return None;
    }
    let upper = if words.folded(next) == "و" {
        next + 1
    } else {
        next
    };
    let is_joined = words.folded(next).starts_with('و') && upper < words.len();
    let found = is_joined.then(|| numbers::read(words, upper))??;
    (found.value > number.value).then_some(found)
}

/// Whether a number is the second one of a range.
fn is_upper_end(words: &Words, number: &Number) -> bool {
    let mut before = number.words.start;
    if before > 0 && matches!(words.folded(before - 1), "و" | "الي") {
        before -= 1;
    } else if !words.folded(before).starts_with('و') {
        return false;
    }
    let first = (before.saturating_sub(3)..before).rev();
    first
        .filter_map(|at| numbers::read(words, at))
        .any(|lower| lower.words.end == before && upper_end(words, &lower).is_some())
}

/// How a number is hedged, and where its hedge begins.
fn bound(words: &Words, number: &Number, after: usize, is_lower: bool) -> (Bound, usize) {
    let (hedge, begins) = hedges::bound(words, &number.words, after);
    match hedge {
        _ if is_lower => (Bound::AtLeast, begins),
        _ if is_upper_end(words, number) => (Bound::AtMost, begins),
        Bound::Exact if number.is_least => (Bound::AtLeast, begins),
        hedge => (hedge, begins),
    }
}

/// What a noun behind a number is. Of an unknown one only the plural tells (5 عاطلين), which
/// follows 3 to 10, and *of* (مئات من المعتصمين).
fn kind(words: &Words, noun: usize, number: &Number) -> Option<Noun> {
    let is_of = noun > number.words.end;
    let takes_plural = number.is_least || takes_plural(number.value);
    let is_people =
        (is_of && words.is_of_people(noun)) || (takes_plural && words.looks_like_people(noun));
    words
        .noun(noun)
        .or_else(|| is_people.then_some(Noun::People))
}

/// Arabic counts 3 to 10 of a plural.
fn takes_plural(value: u64) -> bool {
    (3..=10).contains(&(value % 100))
}

/// Arabic counts 11 to 99 of a singular with a final ا (84 روسيا).
fn looks_counted(words: &Words, at: usize, value: u64) -> bool {
    let word = words.folded(at);
    (11..100).contains(&(value % 100)) && word.ends_with('ا') && word.chars().count() > 3
}

/// A number whose noun is none of the known ones (مقتل 84 روسيا) or that has none (إصابة 5 في …).
fn unnamed(
    words: &Words,
    number: &Number,
    noun_at: Option<usize>,
    happened: &Happened,
    last: Option<Last>,
) -> Option<(Role, Option<Range<usize>>)> {
    let begins = number.words.start;
    if begins > 0 && UNCOUNTED.contains(&words.folded(begins - 1)) {
        return None;
    }
    // ثلاثة منهم
    let is_of_them = noun_at.is_some_and(|n| roles::is_among(words.folded(n)));
    let of_them = || last.filter(|_| is_of_them).map(|last| last.what);
    match noun_at.filter(|noun| !is_grammar(words, *noun)) {
        Some(noun) if looks_counted(words, noun, number.value) => {
            let what = happened.governor.or(happened.later)?;
            let mut before =
                (begins.saturating_sub(SEIZED_REACH)..begins).map(|at| words.folded(at));
            if before.any(cues::is_of_many_things) {
                return None;
            }
            Some((what, Some(noun..noun + 1)))
        }
        Some(_) => None,
        // القتلى 12: the noun stands before, nothing that is counted after.
        None => {
            let what = happened.governor.or(happened.tallied);
            let what = what.or_else(of_them);
            Some((
                what.or_else(|| is_crowd(words, number).then_some(""))?,
                None,
            ))
        }
    }
}

/// Whether a definite plural stands for people without their noun (تظاهر العشرات أمام …).
fn is_crowd(words: &Words, number: &Number) -> bool {
    let folded = words.folded(number.words.start);
    let is_definite = folded.starts_with("ال") && number.words.len() == 1;
    let next = number.words.end;
    let has_rest = next < words.len() && words.folded(next) == "من";
    number.is_least && is_definite && !has_rest
}

/// The word after a number that may be its noun: past *of* (12 من الجنود).
fn noun_place(words: &Words, number: &Number) -> Option<usize> {
    let touching = |at: usize| (at < words.len() && words.touch(at - 1, at)).then_some(at);
    let next = touching(number.words.end)?;
    if words.is_number(next) {
        return None;
    }
    if matches!(words.folded(next), "من" | "بين") {
        let is_counted = |n: &usize| words.noun(*n).is_some() || words.is_of_people(*n);
        return touching(next + 1).filter(is_counted);
    }
    let is_joined = words.folded(next).starts_with('و') && words.noun(next).is_none();
    (!is_joined).then_some(next)
}

fn is_grammar(words: &Words, at: usize) -> bool {
    let folded = words.folded(at);
    words.is_number(at)
        || words.grammar().is_function_word(folded)
        || words.grammar().weekday(folded).is_some()
        || roles::says_later(folded)
        || roles::is_among(folded)
        // A verb of several: إصابة اثنين سقطوا.
        || folded.ends_with("وا")
        || ["ب", "ل"].iter().any(|head| {
            let rest = folded.strip_prefix(head);
            rest.is_some_and(|rest| rest.starts_with("ال") || rest.starts_with('ل'))
        })
}

/// Who the killed were: 5 قتلى من الجنود.
fn who_of_them(words: &Words, after: usize) -> Option<Range<usize>> {
    let who = after + 1;
    let is_named = who < words.len()
        && matches!(words.folded(after), "من" | "بين")
        && words.noun(who) == Some(Noun::People);
    is_named.then_some(who..who + 1)
}
