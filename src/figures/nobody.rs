//! Zero: *without any wounded*, *nobody was killed*.

use super::found::ReadFigure;
use super::words::SentenceWords;
use crate::figures::{Bound, What};
use crate::language::Features;
use crate::lexicon::figures::Sign;

/// How far before what did not happen the word may stand that denies it, in words.
const REACH: usize = 8;

/// How far behind it an exception may stand (لم يسقط ضحايا سوى جندي).
const EXCEPTION_REACH: usize = 3;

/// What may stand between the two: verbs and nouns of yielding, and others that did not happen
/// (دون وقوع أي إصابات أو خسائر في الأرواح).
const BETWEEN: [Sign; 6] = [
    Sign::LeadsTo,
    Sign::Brings,
    Sign::Fate,
    Sign::Case,
    Sign::Or,
    Sign::Anybody,
];

/// Zero of those whom a word names: the dead or wounded (دون قتلى), or anybody to whom something
/// happened (لم يصب أحد). What is only not known or not told (لم يعرف عدد القتلى) is no zero.
pub(super) fn hurt(words: &SentenceWords, at: usize) -> Option<ReadFigure> {
    if !words.is_any(at, &[Sign::Fate, Sign::Act]) {
        return None;
    }
    let (what, end) = anybody(words, at).or_else(|| fate(words, at))?;
    let is_zero = is_denied(words, at) && !has_exception(words, end);
    is_zero.then_some(ReadFigure {
        value: 0,
        bound: Bound::Exact,
        what: Some(what),
        who: None,
        words: at..end,
        told: end,
    })
}

/// An act that befell anybody: يصب أحد, مقتل أي شخص.
fn anybody(words: &SentenceWords, at: usize) -> Option<(What, usize)> {
    let (what, act) = words.act(at, None)?;
    let whom = at + act.words;
    let is_anybody = words.goes_on(whom - 1) && words.is(whom, Sign::Anybody);
    // لم يصب أحد الجنود speaks of one of them.
    let is_one_of = words.is(whom, Sign::OneOf) && is_definite(words, whom + 1);
    (is_anybody && !is_one_of && is_hurt(what)).then_some((what, whom + 1))
}

/// A noun for the dead or wounded that stands for all there could be.
fn fate(words: &SentenceWords, at: usize) -> Option<(What, usize)> {
    let (what, length) = words.any_fate(at)?;
    let next = at + length;
    let goes_on = next < words.len() && words.touch(next - 1, next);
    let counts = goes_on
        && (words.is_number(next)
            || words.noun(next).is_some()
            || words.number(next).is_some()
            || is_definite(words, next));
    (is_hurt(what) && !counts).then_some((what, next))
}

fn is_hurt(what: What) -> bool {
    use What::{Infected, Killed, Missing, Victims, Wounded};
    matches!(what, Infected | Killed | Missing | Victims | Wounded)
}

fn is_definite(words: &SentenceWords, at: usize) -> bool {
    at < words.len()
        && words.touch(at - 1, at)
        && words.shape(at).glued_before() == Features::ARTICLE
}

fn is_denied(words: &SentenceWords, at: usize) -> bool {
    for place in (at.saturating_sub(REACH)..at).rev() {
        if !words.touch(place, place + 1) {
            return false;
        }
        if words.is_bare(place, Sign::Not) {
            return true;
        }
        // دون أن يسفر عن
        let opens = words.is(place, Sign::That) && place > 0 && words.is_bare(place - 1, Sign::Not);
        // لم يسفر الحريق عن
        let yields = || words.is_any(place - 1, &[Sign::LeadsTo, Sign::Brings]);
        let is_subject = place > 0 && is_definite(words, place) && yields();
        if !opens && !is_subject && !words.is_any(place, &BETWEEN) {
            return false;
        }
    }
    false
}

fn has_exception(words: &SentenceWords, end: usize) -> bool {
    let mut near = end..words.len().min(end + EXCEPTION_REACH);
    near.any(|place| words.is_bare(place, Sign::But))
}
