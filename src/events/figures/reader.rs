//! Reading the figures of one sentence: number, hedge, noun, and what happened.

use super::hedges;
use super::nouns::{self, Noun};
use super::numbers::{self, Number};
use crate::events::{Bound, Figure};
use crate::language::{Kind, Language};
use crate::text::Text;
use std::ops::Range;

/// How far before its number the word may stand that says what happened, in words: a verb with
/// its subject and place (قتل الجيش في الهجوم …) fits.
const REACH: usize = 6;

/// How far after its noun.
const LATER_REACH: usize = 3;

/// Words that begin another statement, so that what stood before them no longer governs.
const BREAKS: [&str; 12] = [
    "الذي",
    "التي",
    "الذين",
    "بعد",
    "قبل",
    "بعدما",
    "عندما",
    "حين",
    "شنه",
    "نفذه",
    "يد",
    "بينما",
];

/// Words by which a number goes on with what happened to the one before (بينهم ثلاثة أطفال).
const AMONG: [&str; 7] = ["بينهم", "منهم", "بينها", "منها", "بينهن", "ضمنهم", "فيهم"];

/// The words and numbers of one sentence.
pub(super) struct Words<'t, 'a> {
    text: &'t Text<'a>,
    tokens: Vec<u32>,
}

impl<'t> Words<'t, '_> {
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    pub fn language(&self) -> &'static dyn Language {
        self.text.language
    }

    pub fn is_number(&self, at: usize) -> bool {
        self.text.tokens.list[self.tokens[at] as usize].kind == Kind::Number
    }

    pub fn folded(&self, at: usize) -> &'t str {
        self.text.tokens.folded(self.tokens[at] as usize)
    }

    /// A word without article, conjunction and preposition, where what remains is counted; else
    /// its stem.
    pub fn bare(&self, at: usize) -> &'t str {
        let folded = self.folded(at);
        let known = |word: &str| nouns::noun(word).is_some() || nouns::dual(word).is_some();
        let heads = ["", "ال", "و", "وال", "ب", "ل", "لل", "بال", "ول", "وب"].into_iter();
        heads
            .filter_map(|head| folded.strip_prefix(head))
            .find(|word| known(word))
            .unwrap_or_else(|| self.language().stem(folded))
    }

    /// Whether nothing but space stands between two neighbouring words (quotation marks do not
    /// part them).
    pub fn touch(&self, a: usize, b: usize) -> bool {
        let between = self.tokens[a] as usize + 1..self.tokens[b] as usize;
        self.text.tokens.list[between].iter().all(|token| {
            matches!(
                token.kind,
                Kind::Mark('"' | '«' | '“' | '(' | '‹' | 'ـ' | '-')
            )
        })
    }

    /// Whether a phrase (words parted by a space) stands right before a word.
    pub fn ends_before(&self, at: usize, phrase: &str) -> bool {
        let length = phrase.split(' ').count();
        at >= length && self.starts_at(at - length, phrase) && self.touch(at - 1, at)
    }

    /// Whether a phrase begins at a word.
    pub fn starts_at(&self, at: usize, phrase: &str) -> bool {
        phrase.split(' ').enumerate().all(|(n, word)| {
            let joins = n == 0 || (at + n < self.len() && self.touch(at + n - 1, at + n));
            joins && at + n < self.len() && self.folded(at + n) == word
        })
    }

    fn follows(&self, at: usize, mark: char) -> bool {
        let next = self.tokens[at] as usize + 1;
        let next = self.text.tokens.list.get(next);
        next.is_some_and(|token| token.kind == Kind::Mark(mark))
    }

    fn bytes(&self, words: &Range<usize>) -> Range<u32> {
        let list = &self.text.tokens.list;
        let first = list[self.tokens[words.start] as usize];
        let last = list[self.tokens[words.end - 1] as usize];
        first.start..last.end
    }
}

/// The figures of one sentence, in order.
pub(super) fn read(text: &Text, sentence: &Range<u32>) -> Vec<Figure> {
    let tokens: Vec<u32> = sentence.clone().filter(|at| text.is_word(*at)).collect();
    let words = Words { text, tokens };
    let mut figures: Vec<Figure> = Vec::new();
    // Where the last figure ended and what it said had happened.
    let mut last: Option<(usize, &'static str)> = None;
    let mut at = 0;
    while at < words.len() {
        let Some(found) = figure(&words, at, last) else {
            at += 1;
            continue;
        };
        at = found.words.end;
        last = (!found.what.is_empty()).then_some((at, found.what));
        figures.push(Figure {
            value: found.number.value,
            bound: found.bound,
            what: found.what.to_owned(),
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
struct Found {
    number: Number,
    bound: Bound,
    what: &'static str,
    who: Option<Range<usize>>,
    /// Number and noun.
    words: Range<usize>,
}

fn figure(words: &Words, at: usize, last: Option<(usize, &'static str)>) -> Option<Found> {
    if let Some(found) = in_a_dual(words, at, last) {
        return Some(found);
    }
    let number = numbers::read(words, at)?;
    let end = number.words.end;
    if words.follows(end - 1, '%') || words.follows(end - 1, '٪') {
        return None;
    }
    let noun_at = noun_place(words, end);
    let kind = noun_at.and_then(|noun| nouns::noun(words.bare(noun)));
    let after = noun_at.map_or(end, |noun| noun + 1);
    let (hedge, begins) = hedges::bound(words, &number.words, after);
    let bound = match hedge {
        Bound::Exact if number.is_least => Bound::AtLeast,
        hedge => hedge,
    };
    let governor = governor(words, begins, kind, last);
    let (what, who) = match kind {
        Some(Noun::Measure) => return None,
        Some(Noun::Fate(what)) => (joint(words, after, what), who_of_them(words, after)),
        Some(Noun::People | Noun::Thing) => {
            let what = governor.or_else(|| later(words, after)).unwrap_or("");
            let is_told = kind == Some(Noun::People) || !what.is_empty();
            (is_told.then_some(what)?, noun_at.map(|n| n..n + 1))
        }
        None => unnamed(words, at, noun_at, governor)?,
    };
    let words = match who.as_ref().or(noun_at.map(|n| n..n + 1).as_ref()) {
        Some(noun) if kind.is_some() || who.is_some() => number.words.start..noun.end,
        _ => number.words.clone(),
    };
    Some(Found {
        number,
        bound,
        what,
        who,
        words,
    })
}

/// A number whose noun is none of the known ones (مقتل 84 روسيا) or that has none (إصابة 5 في …).
fn unnamed(
    words: &Words,
    at: usize,
    noun_at: Option<usize>,
    governor: Option<&'static str>,
) -> Option<(&'static str, Option<Range<usize>>)> {
    let noun = noun_at
        .filter(|n| !is_grammar(words, *n) && words.language().month(words.folded(*n)).is_none());
    match (governor, noun) {
        (Some(what), Some(noun)) if looks_counted(words, noun) => {
            Some((what, Some(noun..noun + 1)))
        }
        (Some(what), None) if noun_at.is_none_or(|n| is_grammar(words, n)) => Some((what, None)),
        // القتلى 12: the noun stands before, nothing that is counted after.
        (None, None) => Some((before(words, at)?, None)),
        _ => None,
    }
}

/// The word after a number that may be its noun: past *of* (12 من الجنود).
fn noun_place(words: &Words, end: usize) -> Option<usize> {
    let touching = |at: usize| (at < words.len() && words.touch(at - 1, at)).then_some(at);
    let next = touching(end)?;
    if words.is_number(next) {
        return None;
    }
    if words.folded(next) == "من" {
        let after = touching(next + 1)?;
        let is_counted = nouns::noun(words.bare(after)).is_some();
        return (is_counted && !words.is_number(after)).then_some(after);
    }
    if words.folded(next) == "بين" {
        return touching(next + 1).filter(|n| nouns::noun(words.bare(*n)).is_some());
    }
    Some(next)
}

fn is_grammar(words: &Words, at: usize) -> bool {
    words.is_number(at) || words.language().is_function_word(words.folded(at))
}

/// Arabic counts 11 to 99 of a singular with a final ا (84 روسيا).
fn looks_counted(words: &Words, at: usize) -> bool {
    words.folded(at).ends_with('ا') && words.folded(at).chars().count() > 3
}

/// What is said to have happened to the number at a place.
fn governor(
    words: &Words,
    at: usize,
    counted: Option<Noun>,
    last: Option<(usize, &'static str)>,
) -> Option<&'static str> {
    let from = at.saturating_sub(REACH).max(last.map_or(0, |(end, _)| end));
    for place in (from..at).rev() {
        if !words.touch(place, place + 1) || BREAKS.contains(&words.folded(place)) {
            break;
        }
        if let Some(what) = cue(words, place, counted) {
            return Some(what);
        }
    }
    inherited(words, at, counted, last)
}

/// What happened to the figure before, where this one goes on with it (و3 مدنيين, بينهم 3 أطفال).
fn inherited(
    words: &Words,
    at: usize,
    counted: Option<Noun>,
    last: Option<(usize, &'static str)>,
) -> Option<&'static str> {
    let (end, what) = last?;
    let goes_on = AMONG
        .iter()
        .any(|among| at > 0 && words.folded(at - 1).trim_start_matches('و') == *among)
        || (words.folded(at).starts_with('و') && at <= end + 2)
        || (at > 0 && words.folded(at - 1) == "و" && at <= end + 3);
    let fits = (counted == Some(Noun::Thing)) == nouns::is_of_things(what);
    (goes_on && fits).then_some(what)
}

fn cue(words: &Words, at: usize, counted: Option<Noun>) -> Option<&'static str> {
    let folded = words.folded(at);
    let heads = ["", "و", "ف", "ال", "وال", "ب", "ل"];
    heads
        .into_iter()
        .filter_map(|head| folded.strip_prefix(head))
        .find_map(|stem| nouns::cue(stem, counted))
}

/// What is said to have happened after the noun.
fn later(words: &Words, after: usize) -> Option<&'static str> {
    let until = (after + LATER_REACH).min(words.len());
    (after..until).find_map(|at| nouns::later(words.folded(at)))
}

/// Both fates, where a second noun shares the number (مئات القتلى والجرحى, 70 بين قتيل وجريح).
fn joint(words: &Words, after: usize, what: &'static str) -> &'static str {
    let both = ["killed", "wounded"];
    let is_second = after < words.len() && words.folded(after).starts_with('و');
    match is_second.then(|| nouns::noun(words.bare(after))) {
        Some(Some(Noun::Fate(second)))
            if what != second && both.contains(&what) && both.contains(&second) =>
        {
            "killed or wounded"
        }
        _ => what,
    }
}

/// Who the killed were: 5 قتلى من الجنود.
fn who_of_them(words: &Words, after: usize) -> Option<Range<usize>> {
    let who = after + 1;
    let is_named = who < words.len()
        && matches!(words.folded(after), "من" | "بين")
        && nouns::noun(words.bare(who)) == Some(Noun::People);
    is_named.then_some(who..who + 1)
}

/// What the noun right before a number says: القتلى 12, عدد المصابين إلى 15.
fn before(words: &Words, at: usize) -> Option<&'static str> {
    let from = at.saturating_sub(3);
    (from..at)
        .rev()
        .take_while(|place| words.touch(*place, place + 1) && !words.is_number(*place))
        .find_map(|place| match nouns::noun(words.bare(place))? {
            Noun::Fate(what) => Some(what),
            _ => None,
        })
}

/// Two in a dual, where something happened to them (مقتل جنديين): alone it is no report.
fn in_a_dual(words: &Words, at: usize, last: Option<(usize, &'static str)>) -> Option<Found> {
    // Spares the look at all other words.
    if !["ان", "ين"]
        .iter()
        .any(|ending| words.folded(at).ends_with(ending))
    {
        return None;
    }
    let kind = nouns::dual(words.bare(at))?;
    let (what, who) = match kind {
        Noun::Fate(what) => (what, None),
        _ => {
            let governor = governor(words, at, Some(kind), last);
            (governor.or_else(|| later(words, at + 1))?, Some(at..at + 1))
        }
    };
    Some(Found {
        number: Number {
            value: 2,
            words: at..at + 1,
            is_least: false,
        },
        bound: Bound::Exact,
        what,
        who,
        words: at..at + 1,
    })
}
