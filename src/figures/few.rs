//! Figures without a number: two in a dual (مقتل جنديين), one in an indefinite noun (مقتل جندي),
//! *another* and *one of*. They count only where something is said to have happened to them.

use super::hedges;
use super::nouns::{self, Ending, Noun};
use super::reader::Found;
use super::roles::{self, Last};
use super::words::Words;
use std::ops::Range;

/// Words before *one of them* that make it a place or a companion and not whom it happened to.
const ASIDE: &[&str] = &[
    "في",
    "من",
    "مع",
    "بصحبة",
    "امام",
    "لدي",
    "بين",
    "منزل",
    "بيد",
    "ك",
];

/// How far a figure may stand before *and another*.
const OTHER_REACH: usize = 12;

/// Words that bring the singular of a noun for the dead or wounded (سقوط قتيل, أوقع جريحا).
const YIELDS: &[&str] = &[
    "سقوط",
    "سقط",
    "وقوع",
    "خلف",
    "خلفت",
    "اوقع",
    "اوقعت",
    "ووقوع",
    "عن",
    "بسقوط",
    "وسقوط",
];

/// Two in a dual.
pub(super) fn two(words: &Words, at: usize, last: Option<Last>) -> Option<Found> {
    // Spares the look at all other words.
    let is_dual = ["ان", "ين", "ه", "ها", "تي", "تا"]
        .iter()
        .any(|end| words.folded(at).ends_with(end));
    if !is_dual {
        return None;
    }
    // جنديين اثنين
    let next = at + 1;
    let is_twice = next < words.len()
        && words.touch(at, next)
        && words.grammar().number(words.folded(next)) == Some(2)
        && !words.folded(next).starts_with('و');
    let people = || (is_twice && words.is_of_people(at)).then_some(Noun::People);
    let kind = nouns::dual(words.bare(at)).or_else(people)?;
    let what = match kind {
        Noun::Fate(what) => what,
        Noun::Case => roles::of_case(words, next)?,
        _ => roles::governor(words, at, Some(kind), last).or_else(|| roles::later(words, next))?,
    };
    let who = (!matches!(kind, Noun::Fate(_))).then_some(at..at + 1);
    Some(found(words, 2, what, who, at..next + usize::from(is_twice)))
}

/// One: an indefinite singular, *another*, *one of*.
pub(super) fn one(words: &Words, at: usize, last: Option<Last>) -> Option<Found> {
    let folded = words.folded(at);
    let (is_joined, word) = match folded.strip_prefix('و') {
        Some(rest) if nouns::one_person(folded).is_none() => (true, rest),
        _ => (false, folded),
    };
    match word {
        "احد" | "احدي" => one_of(words, at, last),
        "احدهم" | "احدهما" | "احداهما" | "احداهن" => {
            let what = roles::right_before(words, at, last)?;
            Some(found(words, 1, what, Some(at..at + 1), at..at + 1))
        }
        "اخر" | "اخري" => another(words, at, is_joined, last),
        _ => a_person(words, at, word, is_joined, last),
    }
}

fn one_of(words: &Words, at: usize, last: Option<Last>) -> Option<Found> {
    let next = at + 1;
    let is_people = next < words.len()
        && words.touch(at, next)
        && (matches!(words.noun(next), Some(Noun::People | Noun::Fate(_)))
            || words.looks_like_people(next));
    let is_aside = at > 0 && ASIDE.contains(&words.folded(at - 1));
    if !is_people || is_aside {
        return None;
    }
    let governor = roles::governor(words, at, Some(Noun::People), last);
    let what = governor.or_else(|| roles::later(words, next + 1))?;
    Some(found(words, 1, what, Some(at..next + 1), at..next + 1))
}

fn another(words: &Words, at: usize, is_joined: bool, last: Option<Last>) -> Option<Found> {
    let next = at + 1;
    // آخر جندي is *the last soldier*.
    let is_last = next < words.len() && words.touch(at, next) && words.noun(next).is_some();
    if is_last {
        return None;
    }
    let joined = || last.filter(|last| is_joined && at <= last.end + OTHER_REACH);
    let what = roles::right_before(words, at, last).or_else(|| joined().map(|last| last.what))?;
    (!super::cues::is_of_things(what)).then(|| found(words, 1, what, None, at..next))
}

fn a_person(
    words: &Words,
    at: usize,
    word: &str,
    is_joined: bool,
    last: Option<Last>,
) -> Option<Found> {
    if let Some(found) = a_fate(words, at, word, is_joined, last) {
        return Some(found);
    }
    if nouns::is_person_if_killed(word) && !is_joined {
        let what = roles::right_before(words, at, last).filter(|what| *what == "killed")?;
        return Some(found(words, 1, what, Some(at..at + 1), at..at + 1));
    }
    let ending = nouns::one_person(word)?;
    let is_thing = words.noun(at) == Some(Noun::Thing);
    if is_thing
        || is_definite(words, at + 1)
        || last.is_some_and(|last| is_part_of(at, is_joined, ending, last))
    {
        return None;
    }
    let follows = last.filter(|last| is_joined && at <= last.end + 1);
    let among = || last.filter(|_| at > 0 && roles::is_among(words.folded(at - 1)));
    let what = match follows.or_else(among) {
        Some(last) => Some(last.what).filter(|what| !super::cues::is_of_things(what)),
        None if is_joined => None,
        None => roles::right_before(words, at, last)
            .or_else(|| {
                let governor = || roles::governor(words, at, Some(Noun::People), None);
                (ending == Ending::Object).then(governor)?
            })
            .or_else(|| roles::suffered(words, at)),
    }?;
    Some(found(words, 1, what, Some(at..at + 1), at..at + 1))
}

/// Whether a noun right after a figure belongs to it: its adjective (13 جنديا تشاديا), or a second
/// noun that shares the number (150 شابا ورجلا; above 10 the noun is an object).
fn is_part_of(at: usize, is_joined: bool, ending: Ending, last: Last) -> bool {
    let shares = ending == Ending::Object && last.value > 10;
    at == last.end && (!is_joined || shares)
}

/// سقوط قتيل, and the wounded one joined to it.
fn a_fate(
    words: &Words,
    at: usize,
    word: &str,
    is_joined: bool,
    last: Option<Last>,
) -> Option<Found> {
    let one = word.strip_suffix('ا').unwrap_or(word);
    let what = match one {
        "قتيل" | "شهيد" => "killed",
        "جريح" | "مصاب" => "wounded",
        _ => return None,
    };
    let is_yielded = at > 0 && words.touch(at - 1, at) && YIELDS.contains(&words.folded(at - 1));
    let follows = last.is_some_and(|last| is_joined && at <= last.end + 1);
    // بين قتيل وجريح shares a number.
    let is_shared = at > 1 && words.folded(at - 2) == "بين";
    (is_yielded || (follows && !is_shared)).then(|| found(words, 1, what, None, at..at + 1))
}

/// Whether what follows a noun makes it definite (ضابط الشرطة); days and times do not.
fn is_definite(words: &Words, next: usize) -> bool {
    if next >= words.len() || !words.touch(next - 1, next) {
        return false;
    }
    let folded = words.folded(next);
    let is_time = words.grammar().weekday(folded).is_some()
        || matches!(folded, "اليوم" | "الليلة" | "البارحة" | "الان");
    (folded.starts_with("ال") && !is_time) || opens_name(folded)
}

/// Whether a word goes on with a name, so that a noun before it is the first part of one (فلاح أبو …).
fn opens_name(folded: &str) -> bool {
    matches!(folded, "ابو" | "ابي" | "بن" | "ابن" | "ال")
}

fn found(
    words: &Words,
    value: u64,
    what: roles::Role,
    who: Option<Range<usize>>,
    place: Range<usize>,
) -> Found {
    Found {
        value,
        bound: hedges::bound(words, &place, place.end).0,
        what,
        who,
        words: place,
    }
}
