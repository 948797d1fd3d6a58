//! Reading the figures of one sentence: number, hedge, noun, and what happened.

use super::denial;
use super::few;
use super::found::{Last, ReadFigure};
use super::happened::Happened;
use super::hedges;
use super::nobody;
use super::numbers::{self, Number};
use super::roles;
use super::senses::Noun;
use super::unnamed::unnamed;
use super::words::{SentenceWords, Signs};
use crate::figures::{Bound, Figure, What};
use crate::language::{Class, signs};
use crate::lexicon::figures::Sign;
use crate::text::Text;
use std::ops::Range;

/// *Of*, *among*: before those of whom a number counts some.
const OF_THESE: [Sign; 2] = [Sign::Of, Sign::Between];

/// A number of these that counts nothing named is a year (منذ تحرير المدينة في خريف 2023).
const YEARS: Range<u64> = 1900..2100;

/// How far from a figure a disease may be told of.
const DISEASE_REACH: usize = 6;

/// The figures of one sentence, in order.
pub(super) fn read(text: &Text, signs: &Signs, sentence: &Range<u32>) -> Vec<Figure> {
    let words = SentenceWords::of(text, signs, sentence);
    let mut figures: Vec<Figure> = Vec::new();
    let mut last: Option<Last> = None;
    let (mut at, mut behind) = (0, 0);
    while at < words.len() {
        let (found, next) = figure(&words, at, last);
        let Some(found) = found else {
            at = next;
            continue;
        };
        // نفى مقتل 5 وإصابة 7: both are denied.
        let before = figures.last().is_some_and(|figure| figure.is_denied);
        let goes_on = found.words.start <= behind + 1 && words.is_joined(behind);
        let is_denied = found.what.is_some()
            && found.value > 0
            && ((before && goes_on) || denial::is_denied(&words, &found.words, behind));
        at = found.words.end;
        behind = at;
        last = found.what.filter(|_| found.value > 0).map(|what| Last {
            end: at,
            told: found.told,
            what,
            value: found.value,
        });
        figures.push(Figure {
            value: found.value,
            bound: found.bound,
            what: found.what.map(|what| sick(&words, &found.words, what)),
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

/// The figure at a place, and the next place to look at where there is none.
fn figure(words: &SentenceWords, at: usize, last: Option<Last>) -> (Option<ReadFigure>, usize) {
    let without_number = nobody::hurt(words, at)
        .or_else(|| few::two(words, at, last))
        .or_else(|| few::one(words, at, last));
    if without_number.is_some() {
        return (without_number, at + 1);
    }
    match numbers::read(words, at) {
        // Of a number that is no figure (اثنين وخمسين) no part is one.
        Some(number) if !is_other_number(words, &number) => {
            (counted(words, &number, last), number.words.end)
        }
        Some(number) => (None, number.words.end),
        None => (None, at + 1),
    }
}

/// What those suffer near whom a disease is told of: they are sick, not wounded.
fn sick(words: &SentenceWords, figure: &Range<usize>, what: What) -> What {
    let from = figure.start.saturating_sub(DISEASE_REACH);
    let mut near = from..words.len().min(figure.end + DISEASE_REACH);
    match what {
        What::Wounded if near.any(|at| words.is(at, Sign::Disease)) => What::Infected,
        _ => what,
    }
}

/// A figure with a number.
fn counted(words: &SentenceWords, number: &Number, last: Option<Last>) -> Option<ReadFigure> {
    let (at, end) = (number.words.start, number.words.end);
    let upper = upper_end(words, number);
    let noun_at = noun_place(words, upper.as_ref().unwrap_or(number));
    let kind = noun_at.and_then(|noun| kind(words, noun, upper.as_ref().unwrap_or(number)));
    let after = noun_at.map_or(end, |noun| noun + 1);
    let (bound, begins) = bound(words, number, after, upper.is_some());
    let happened = Happened::of(words, begins..after, kind, last);
    let (what, who) = match kind {
        Some(Noun::Measure) => return None,
        Some(Noun::Fate(what)) => (
            Some(roles::of_fate(words, begins, after, what)),
            who_of_them(words, after),
        ),
        Some(Noun::People) if roles::is_parted(words, after) => {
            (Some(What::KilledOrWounded), noun_at.map(|n| n..n + 1))
        }
        Some(Noun::People) => (happened.any(), noun_at.map(|n| n..n + 1)),
        Some(Noun::Case) => (
            Some(roles::of_case(words, after).or_else(|| happened.any())?),
            noun_at.map(|n| n..n + 1),
        ),
        Some(Noun::Thing) => (Some(happened.before()?), noun_at.map(|n| n..n + 1)),
        None if YEARS.contains(&number.value) => return None,
        None => unnamed(words, number, noun_at, &happened, last)?,
    };
    let noun_end = match who.as_ref() {
        // المتهمين الـ9
        Some(noun) => noun.end.max(end),
        None if kind.is_some() => after,
        None => end,
    };
    let is_apart = upper.is_some();
    let later = happened.later.filter(|(later, _)| what == Some(*later));
    Some(ReadFigure {
        told: later.map_or(noun_end, |(_, place)| noun_end.max(place + 1)),
        value: number.value,
        bound,
        what,
        who,
        words: at..if is_apart { end } else { noun_end },
    })
}

/// Whether a number is a share, a date, the mark of a list, part of a name.
fn is_other_number(words: &SentenceWords, number: &Number) -> bool {
    let end = number.words.end;
    let is_share = words.follows(end - 1, '%') || words.follows(end - 1, signs::PERCENT);
    let is_date = end < words.len() && words.grammar().month(words.folded(end)).is_some();
    let is_mark = number.words.start == 0 && (words.follows(0, '-') || words.follows(0, ')'));
    // السلام2 is a name; in مقتل23جنديا both spaces are lost.
    let is_part = words.is_number(number.words.start)
        && words.is_glued(number.words.start)
        && !(words.is_glued_on(end) && words.noun(end).is_some());
    // في الستين من العمر
    let is_age = words.is(end, Sign::Measure) && words.touch(end - 1, end);
    let first = number.words.start;
    let is_name = first > 0 && words.is(first - 1, Sign::Numbered);
    // في العام الماضي (2014)
    let is_year = words.opens(first) && YEARS.contains(&number.value);
    // بالمئة
    let is_share = is_share || (number.value == 100 && words.is(first, Sign::Measure));
    let is_told = is_share || is_date || is_mark || is_part || is_age || is_name || is_year;
    is_told || is_chained(words, number)
}

/// Whether a sign joins a number to another: dates (1-6-2012), results (2-1).
fn is_chained(words: &SentenceWords, number: &Number) -> bool {
    let (first, end) = (number.words.start, number.words.end);
    let is_joined = |a: usize, b: usize| {
        b < words.len() && words.is_number(a) && words.is_number(b) && words.joined_by_sign(a, b)
    };
    is_joined(end - 1, end) || (first > 0 && is_joined(first - 1, first))
}

/// The second number of a range, where the first one is given (بين 20 و30, 20 إلى 30; what rises
/// من 20 إلى 30 is none).
fn upper_end(words: &SentenceWords, number: &Number) -> Option<Number> {
    let at = number.words.start;
    let is_behind = |sign| at > 0 && words.is(at - 1, sign);
    let next = number.words.end;
    if next >= words.len() {
        return None;
    }
    if words.is_bare(next, Sign::UpTo) && !is_behind(Sign::Of) && next + 1 < words.len() {
        let found = numbers::read(words, next + 1)?;
        let is_range = found.value > number.value && !is_other_number(words, &found);
        return is_range.then_some(found);
    }
    if !is_behind(Sign::Between) {
        return None;
    }
    let upper = next + usize::from(words.is_and(next));
    let is_joined = words.is_joined(next) && upper < words.len();
    let found = is_joined.then(|| numbers::read(words, upper))??;
    (found.value > number.value).then_some(found)
}

/// Whether a number is the second one of a range.
fn is_upper_end(words: &SentenceWords, number: &Number) -> bool {
    let mut before = number.words.start;
    if before > 0 && (words.is_and(before - 1) || words.is(before - 1, Sign::UpTo)) {
        before -= 1;
    } else if !words.is_joined(before) {
        return false;
    }
    let first = (before.saturating_sub(3)..before).rev();
    first
        .filter_map(|at| numbers::read(words, at))
        .any(|lower| lower.words.end == before && upper_end(words, &lower).is_some())
}

/// How a number is hedged, and where its hedge begins.
fn bound(words: &SentenceWords, number: &Number, after: usize, is_lower: bool) -> (Bound, usize) {
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
fn kind(words: &SentenceWords, noun: usize, number: &Number) -> Option<Noun> {
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

/// The word after a number that may be its noun: past *of* (12 من الجنود).
fn noun_place(words: &SentenceWords, number: &Number) -> Option<usize> {
    let touching = |at: usize| (at < words.len() && words.touch(at - 1, at)).then_some(at);
    let next = touching(number.words.end)?;
    if words.is_number(next) {
        return None;
    }
    // ارتفع إلى خمسة عدد المعتقلين
    if words.is(next, Sign::Count) {
        return touching(next + 1);
    }
    if words.is_any(next, &OF_THESE) {
        let is_counted = |n: &usize| words.noun(*n).is_some() || words.is_of_people(*n);
        return touching(next + 1).filter(is_counted);
    }
    // ورقة begins with a letter of its own.
    let is_own = || words.grammar().is(words.folded(next), Class::OwnWaw);
    let is_joined = || words.is_joined(next) && !is_own();
    // خمسة جرحوا
    let is_other = || is_joined() || words.says_later(next).is_some();
    (words.noun(next).is_some() || !is_other()).then_some(next)
}

/// Who the killed were: 5 قتلى من الجنود.
fn who_of_them(words: &SentenceWords, after: usize) -> Option<Range<usize>> {
    let who = after + 1;
    let is_named = who < words.len()
        && words.is_any(after, &OF_THESE)
        && words.noun(who) == Some(Noun::People);
    is_named.then_some(who..who + 1)
}
