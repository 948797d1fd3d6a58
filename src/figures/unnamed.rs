//! Numbers whose noun is none of the known ones, or that have none.

use super::found::Last;
use super::happened::Happened;
use super::numbers::Number;
use super::roles;
use super::senses::Noun;
use super::words::SentenceWords;
use crate::figures::What;
use crate::language::Features;
use crate::lexicon::figures::{FigureLimits, Sign};
use std::ops::Range;

/// The least crowd of which something must be said: elsewhere it is of money (الملايين).
const MILLION: u64 = 1_000_000;

/// The least plural number word that is of money and not of a crowd (المليارات).
const MONEY: u64 = 1_000_000_000;

/// How far before something of unknown kind a word may stand that is said of things as of people.
const SEIZED_REACH: usize = 10;

/// A number whose noun is none of the known ones (مقتل 84 روسيا) or that has none (إصابة 5 في …).
pub(super) fn unnamed(
    words: &SentenceWords,
    number: &Number,
    noun_at: Option<usize>,
    happened: &Happened,
    last: Option<Last>,
) -> Option<(Option<What>, Option<Range<usize>>)> {
    let begins = number.words.start;
    if begins > 0 && words.is(begins - 1, Sign::The) {
        return known(words, begins - 1, last);
    }
    if begins > 0 && words.is(begins - 1, Sign::Uncounted) {
        return None;
    }
    // ثلاثة منهم
    let is_of_them = noun_at.is_some_and(|n| words.is(n, Sign::Among));
    let of_them = || last.filter(|_| is_of_them).map(|last| last.what);
    let later_at = happened.later.map(|(_, place)| place);
    match noun_at.filter(|noun| !is_grammar(words, *noun)) {
        // What suffers or acts right behind it is people (عشرات الباعة يتظاهرون).
        Some(noun)
            if later_at == Some(noun + 1)
                && words.goes_on(noun)
                && happened.later() != Some(What::Aboard) =>
        {
            Some((happened.later(), Some(noun..noun + 1)))
        }
        Some(noun) if looks_counted(words, noun, number.value) => {
            let what = happened.before().or(happened.later())?;
            let mut before = begins.saturating_sub(SEIZED_REACH)..begins;
            let is_mixed = before.any(|at| {
                let act = words.act(at, None);
                act.is_some_and(|(_, act)| act.is(FigureLimits::MIXED))
            });
            // شارك 43 بلدا
            (!is_mixed && !what.is_done()).then_some((Some(what), Some(noun..noun + 1)))
        }
        Some(_) => None,
        // القتلى 12: the noun stands before, nothing that is counted after.
        None => {
            let is_crowd = is_crowd(words, number);
            let own = happened
                .later()
                .filter(|_| is_crowd || happened.is_later_own);
            // أطلقت العشرات من القنابل
            let acted = happened.acted.filter(|what| is_crowd || !what.is_done());
            let what = acted.or(own).or(happened.inherited);
            let what = what.or(happened.tallied).or_else(of_them);
            // مركز احتجاز واحد: *one* is an adjective but right behind what happened.
            let is_adjective =
                number.value == 1 && roles::right_before(words, begins, last).is_none();
            let is_money = is_crowd && what.is_none() && number.value >= MILLION;
            ((what.is_some() && !is_adjective) || (is_crowd && !is_money)).then_some((what, None))
        }
    }
}

/// Those whose number is known, and stands behind them with an article of its own (المتهمين الـ4).
fn known(
    words: &SentenceWords,
    article: usize,
    last: Option<Last>,
) -> Option<(Option<What>, Option<Range<usize>>)> {
    let noun = article
        .checked_sub(1)
        .filter(|noun| words.touch(*noun, article))?;
    match words.noun(noun)? {
        Noun::Fate(what) => Some((Some(what), None)),
        Noun::People => {
            let what = roles::acted(words, noun, Some(Noun::People), last);
            Some((what, Some(noun..noun + 1)))
        }
        _ => None,
    }
}

/// Whether a definite plural stands for people without their noun (تظاهر العشرات أمام …).
fn is_crowd(words: &SentenceWords, number: &Number) -> bool {
    let shape = words.shape(number.words.start);
    let is_definite = shape.glued_before() == Features::ARTICLE && number.words.len() == 1;
    number.is_least && number.value < MONEY && is_definite && !words.is(number.words.end, Sign::Of)
}

/// Arabic counts 11 to 99 of a singular with a final ا (84 روسيا).
fn looks_counted(words: &SentenceWords, at: usize, value: u64) -> bool {
    let is_object = words.shape(at).has(Features::TANWIN);
    (11..100).contains(&(value % 100)) && is_object && words.folded(at).chars().count() > 3
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
