//! Figures without a number: two in a dual (مقتل جنديين), one in an indefinite noun (مقتل جندي),
//! *another* and *one of*. They count only where something is said to have happened to them.

use super::found::{Last, ReadFigure};
use super::hedges;
use super::roles;
use super::senses::{Noun, Person};
use super::words::SentenceWords;
use crate::figures::What;
use crate::language::{Class, Features};
use crate::lexicon::figures::Sign;
use std::ops::Range;

/// How far a figure may stand before *and another*.
const OTHER_REACH: usize = 12;

/// How far behind a form that may be a dual a word may stand that makes it one.
const DUAL_REACH: usize = 8;

/// Two in a dual.
pub(super) fn two(words: &SentenceWords, at: usize, last: Option<Last>) -> Option<ReadFigure> {
    // جنديين اثنين
    let next = at + 1;
    let is_twice = || words.goes_on(at) && words.number(next) == Some(2) && !words.is_joined(next);
    let two = words.two(at);
    if two.is_none() && !words.language().may_be_people(words.folded(at)) {
        return None;
    }
    let is_twice = is_twice();
    let is_dual = || is_dual(words, at) && roles::right_before(words, at, last).is_some();
    let people = || ((is_twice && words.is_of_people(at)) || is_dual()).then_some(Noun::People);
    let kind = two.or_else(people)?;
    let what = match kind {
        Noun::Fate(what) => what,
        Noun::Case => roles::of_case(words, next)?,
        _ => governor(words, at, kind, last).or_else(|| later(words, next))?,
    };
    let who = (!matches!(kind, Noun::Fate(_))).then_some(at..at + 1);
    Some(found(words, 2, what, who, at..next + usize::from(is_twice)))
}

/// What those suffered who are told of without a number; what they do is told of anybody.
fn governor(words: &SentenceWords, at: usize, kind: Noun, last: Option<Last>) -> Option<What> {
    roles::governor(words, at, Some(kind), last).filter(|what| !what.is_done())
}

/// The same of what stands behind them.
fn later(words: &SentenceWords, after: usize) -> Option<What> {
    let (what, _) = roles::later(words, after)?;
    (!what.is_done()).then_some(what)
}

/// Whether something of two behind a form that may be a dual makes it one (القبض على عاطلين
/// بحوزتهما سلاح).
fn is_dual(words: &SentenceWords, at: usize) -> bool {
    let next = at + 1;
    let behind = next..words.len().min(next + DUAL_REACH);
    let mut behind = behind.take_while(|place| words.touch(place - 1, *place));
    words.may_be_two(at) && behind.any(|place| words.is(place, Sign::OfTwo))
}

/// One: an indefinite singular, *another*, *one of*.
pub(super) fn one(words: &SentenceWords, at: usize, last: Option<Last>) -> Option<ReadFigure> {
    if words.is(at, Sign::OneOf) {
        return one_of(words, at, last);
    }
    if words.is(at, Sign::OneOfThem) {
        let what = roles::right_before(words, at, last)?;
        return Some(found(words, 1, what, Some(at..at + 1), at..at + 1));
    }
    if words.is(at, Sign::Another) {
        return another(words, at, last);
    }
    a_fate(words, at, last).or_else(|| a_person(words, at, words.one_person(at)?, last))
}

fn one_of(words: &SentenceWords, at: usize, last: Option<Last>) -> Option<ReadFigure> {
    let next = at + 1;
    let is_people = words.goes_on(at)
        && (matches!(words.noun(next), Some(Noun::People | Noun::Fate(_)))
            || words.looks_like_people(next));
    let is_aside = at > 0 && words.is_bare(at - 1, Sign::Aside);
    if !is_people || is_aside {
        return None;
    }
    let governor = governor(words, at, Noun::People, last);
    let what = governor.or_else(|| later(words, next + 1))?;
    Some(found(words, 1, what, Some(at..next + 1), at..next + 1))
}

fn another(words: &SentenceWords, at: usize, last: Option<Last>) -> Option<ReadFigure> {
    let next = at + 1;
    // آخر جندي is *the last soldier*.
    if words.goes_on(at) && words.noun(next).is_some() {
        return None;
    }
    // In 3 مهربين، معهم حقيبة سوداء وأخرى another bag is told of.
    let joined = || {
        last.filter(|last| {
            let mut between = last.end.saturating_sub(1)..at.saturating_sub(1);
            words.is_joined(at)
                && at <= last.end + OTHER_REACH
                && between.all(|place| words.touch(place, place + 1))
        })
    };
    let what = roles::right_before(words, at, last).or_else(|| joined().map(|last| last.what))?;
    (!what.is_of_things()).then(|| found(words, 1, what, None, at..next))
}

fn a_person(
    words: &SentenceWords,
    at: usize,
    person: Person,
    last: Option<Last>,
) -> Option<ReadFigure> {
    let found_as = |what| found(words, 1, what, Some(at..at + 1), at..at + 1);
    if person.only_killed {
        let what = (!person.is_joined).then(|| roles::right_before(words, at, last));
        return what
            .flatten()
            .filter(|what| *what == What::Killed)
            .map(found_as);
    }
    let is_thing = words.noun(at) == Some(Noun::Thing) || is_adjective(words, at, person);
    let is_part = last.is_some_and(|last| is_part_of(words, at, person, last));
    if is_thing || is_definite(words, at + 1) || is_part {
        return None;
    }
    let follows = last.filter(|last| person.is_joined && at <= last.end + 1);
    let among = || last.filter(|_| at > 0 && words.is(at - 1, Sign::Among));
    let what = match follows.or_else(among) {
        Some(last) => Some(last.what).filter(|what| !what.is_of_things()),
        None if person.is_joined => None,
        None => roles::right_before(words, at, last)
            .or_else(|| {
                let governor = || governor(words, at, Noun::People, None);
                person.is_object.then(governor)?
            })
            .or_else(|| roles::suffered(words, at)),
    };
    what.map(found_as)
}

/// Whether a noun right after a figure belongs to it: its adjective (13 جنديا تشاديا), or a second
/// noun that shares the number (150 شابا ورجلا; above 10 the noun is an object).
fn is_part_of(words: &SentenceWords, at: usize, person: Person, last: Last) -> bool {
    let is_woman = words.shape(at).has(Features::FEMININE);
    let shares = (person.is_object || is_woman) && last.value > 10;
    at == last.end && (!person.is_joined || shares)
}

/// Whether a word is the adjective of the object before it (أعدم 57 طائرا مريضا).
fn is_adjective(words: &SentenceWords, at: usize, person: Person) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| words.touch(*before, at)) else {
        return false;
    };
    let is_object = words.shape(before).has(Features::TANWIN);
    let is_noun = is_object
        && !words.is(before, Sign::Act)
        && !words.grammar().is_function_word(words.folded(before));
    person.is_object && !person.is_joined && is_noun
}

/// سقوط قتيل, and the wounded one joined to it.
fn a_fate(words: &SentenceWords, at: usize, last: Option<Last>) -> Option<ReadFigure> {
    let (what, is_joined) = words.one_fate(at)?;
    let is_brought = at > 0 && words.touch(at - 1, at) && words.is(at - 1, Sign::Brings);
    let follows = last.is_some_and(|last| is_joined && at <= last.end + 1);
    // بين قتيل وجريح shares a number.
    let is_shared = at > 1 && words.is(at - 2, Sign::Between);
    (is_brought || (follows && !is_shared)).then(|| found(words, 1, what, None, at..at + 1))
}

/// Whether what follows a noun makes it definite (ضابط الشرطة), or goes on with a name of which it is
/// the first part (فلاح أبو …); days and times do not.
fn is_definite(words: &SentenceWords, next: usize) -> bool {
    if next >= words.len() || !words.touch(next - 1, next) {
        return false;
    }
    let is_time = || {
        words.grammar().weekday(words.folded(next)).is_some() || words.class(next) == Class::Time
    };
    let has_article = words.shape(next).glued_before() == Features::ARTICLE;
    (has_article && !is_time()) || words.is(next, Sign::NamePart)
}

fn found(
    words: &SentenceWords,
    value: u64,
    what: What,
    who: Option<Range<usize>>,
    place: Range<usize>,
) -> ReadFigure {
    ReadFigure {
        value,
        bound: hedges::bound(words, &place, place.end).0,
        what: Some(what),
        who,
        told: place.end,
        words: place,
    }
}
