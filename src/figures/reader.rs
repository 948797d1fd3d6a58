//! Reading the figures of one sentence: number, hedge, noun, and what happened.

use super::denial;
use super::few;
use super::found::{Last, ReadFigure};
use super::hedges;
use super::numbers::{self, Number};
use super::roles;
use super::senses::Noun;
use super::words::{SentenceWords, Signs};
use crate::figures::{Bound, Figure, What};
use crate::language::{Features, signs};
use crate::lexicon::figures::{FigureLimits, Sign};
use crate::text::Text;
use std::ops::Range;

/// *Of*, *among*: before those of whom a number counts some.
const OF_THESE: [Sign; 2] = [Sign::Of, Sign::Between];

/// A number of these that counts nothing named is a year (منذ تحرير المدينة في خريف 2023).
const YEARS: Range<u64> = 1900..2100;

/// How far before something of unknown kind a word may stand that is said of things as of people.
const SEIZED_REACH: usize = 10;

/// The figures of one sentence, in order.
pub(super) fn read(text: &Text, signs: &Signs, sentence: &Range<u32>) -> Vec<Figure> {
    let words = SentenceWords::of(text, signs, sentence);
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
        let goes_on = found.words.start <= behind + 1 && words.is_joined(behind);
        let is_denied = found.what.is_some()
            && ((before && goes_on) || denial::is_denied(&words, &found.words, behind));
        at = found.words.end;
        behind = at;
        last = found.what.map(|what| Last {
            end: at,
            what,
            value: found.value,
        });
        figures.push(Figure {
            value: found.value,
            bound: found.bound,
            what: found.what,
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

fn figure(words: &SentenceWords, at: usize, last: Option<Last>) -> Option<ReadFigure> {
    few::two(words, at, last)
        .or_else(|| few::one(words, at, last))
        .or_else(|| counted(words, at, last))
}

/// A figure with a number.
fn counted(words: &SentenceWords, at: usize, last: Option<Last>) -> Option<ReadFigure> {
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
        Some(Noun::Thing) => (Some(happened.governor?), noun_at.map(|n| n..n + 1)),
        None if YEARS.contains(&number.value) => return None,
        None => unnamed(words, &number, noun_at, &happened, last)?,
    };
    let noun_end = match who.as_ref() {
        Some(noun) => noun.end,
        None if kind.is_some() => after,
        None => end,
    };
    let is_apart = upper.is_some();
    Some(ReadFigure {
        value: number.value,
        bound,
        what,
        who,
        words: at..if is_apart { end } else { noun_end },
    })
}

/// What is said to have happened, by where it is said.
struct Happened {
    governor: Option<What>,
    later: Option<What>,
    tallied: Option<What>,
}

impl Happened {
    fn any(&self) -> Option<What> {
        self.governor.or(self.later).or(self.tallied)
    }
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

/// Arabic counts 11 to 99 of a singular with a final ا (84 روسيا).
fn looks_counted(words: &SentenceWords, at: usize, value: u64) -> bool {
    let is_object = words.shape(at).has(Features::TANWIN);
    (11..100).contains(&(value % 100)) && is_object && words.folded(at).chars().count() > 3
}

/// A number whose noun is none of the known ones (مقتل 84 روسيا) or that has none (إصابة 5 في …).
fn unnamed(
    words: &SentenceWords,
    number: &Number,
    noun_at: Option<usize>,
    happened: &Happened,
    last: Option<Last>,
) -> Option<(Option<What>, Option<Range<usize>>)> {
    let begins = number.words.start;
    if begins > 0 && words.is(begins - 1, Sign::Uncounted) {
        return None;
    }
    // ثلاثة منهم
    let is_of_them = noun_at.is_some_and(|n| words.is(n, Sign::Among));
    let of_them = || last.filter(|_| is_of_them).map(|last| last.what);
    match noun_at.filter(|noun| !is_grammar(words, *noun)) {
        Some(noun) if looks_counted(words, noun, number.value) => {
            let what = happened.governor.or(happened.later)?;
            let mut before = begins.saturating_sub(SEIZED_REACH)..begins;
            let is_mixed = before.any(|at| {
                let act = words.act(at, None);
                act.is_some_and(|(_, act)| act.is(FigureLimits::MIXED))
            });
            (!is_mixed).then_some((Some(what), Some(noun..noun + 1)))
        }
        Some(_) => None,
        // القتلى 12: the noun stands before, nothing that is counted after.
        None => {
            let what = happened.governor.or(happened.tallied);
            let what = what.or_else(of_them);
            (what.is_some() || is_crowd(words, number)).then_some((what, None))
        }
    }
}

/// Whether a definite plural stands for people without their noun (تظاهر العشرات أمام …).
fn is_crowd(words: &SentenceWords, number: &Number) -> bool {
    let shape = words.shape(number.words.start);
    let is_definite = shape.glued_before() == Features::ARTICLE && number.words.len() == 1;
    number.is_least && is_definite && !words.is(number.words.end, Sign::Of)
}

/// The word after a number that may be its noun: past *of* (12 من الجنود).
fn noun_place(words: &SentenceWords, number: &Number) -> Option<usize> {
    let touching = |at: usize| (at < words.len() && words.touch(at - 1, at)).then_some(at);
    let next = touching(number.words.end)?;
    if words.is_number(next) {
        return None;
    }
    if words.is_any(next, &OF_THESE) {
        let is_counted = |n: &usize| words.noun(*n).is_some() || words.is_of_people(*n);
        return touching(next + 1).filter(is_counted);
    }
    let is_joined = words.is_joined(next) && words.noun(next).is_none();
    (!is_joined).then_some(next)
}

fn is_grammar(words: &SentenceWords, at: usize) -> bool {
    let (folded, shape) = (words.folded(at), words.shape(at));
    words.is_number(at)
        || words.grammar().is_function_word(folded)
        || words.grammar().weekday(folded).is_some()
        || words.says_later(at).is_some()
        || words.is(at, Sign::Among)
        // A verb of several: إصابة اثنين سقطوا.
        || shape.has(Features::PLURAL | Features::TANWIN)
        || (shape.has(Features::ARTICLE) && shape.has_any(Features::BY | Features::FOR))
}

/// Who the killed were: 5 قتلى من الجنود.
fn who_of_them(words: &SentenceWords, after: usize) -> Option<Range<usize>> {
    let who = after + 1;
    let is_named = who < words.len()
        && words.is_any(after, &OF_THESE)
        && words.noun(who) == Some(Noun::People);
    is_named.then_some(who..who + 1)
}
