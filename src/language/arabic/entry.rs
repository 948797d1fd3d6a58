//! From an entry to its bodies: which rules apply, given what the researcher said of it.

use super::growth::Growth;
use super::nouns::{self, Habit};
use super::rules::{ARTICLE_ALONE, Ending, NOMINAL, NONE, PLAIN, StemOrigin};
use super::{letters, rules, verbs};
use crate::language::citation::{EntryWord, as_written, is_sayable, literal, parts};
use crate::language::{Arabic, Body, BodySequence, Citation, Flags, HeadSet, Kind, Pos};

/// See [`crate::language::Language::bodies`].
pub(super) fn bodies(entry: &Citation) -> Vec<BodySequence> {
    if entry.pos == Some(Pos::Fixed) {
        return fixed(entry);
    }
    let (words, phrases): (Vec<_>, Vec<_>) = std::iter::once(&entry.term)
        .chain(&entry.stems)
        .map(|phrase| parts(&Arabic, phrase))
        .filter(|parts| is_sayable(parts))
        .partition(|parts| parts.len() == 1);
    let is_phrase = parts(&Arabic, &entry.term).len() > 1;
    let words: Vec<&EntryWord> = words.iter().flatten().collect();
    let mut ways = match words.as_slice() {
        [] => Vec::new(),
        [term, stems @ ..] if !is_phrase => single(entry, Some(term), stems),
        stems => single(entry, None, stems),
    };
    ways.extend(phrases.iter().map(|parts| phrase(parts, entry.flags)));
    ways
}

/// An entry as written: only و and ف may be glued to its first word, unless `noprefix`.
fn fixed(entry: &Citation) -> Vec<BodySequence> {
    let mut ways = as_written(&Arabic, entry);
    let bodies = ways.iter_mut().flat_map(|way| &mut way.words).flatten();
    for body in bodies.filter(|body| body.open) {
        body.tail = rules::tail(StemOrigin::Entry, Ending::Anything, 0);
    }
    if !entry.flags.noprefix {
        for body in ways
            .iter_mut()
            .filter_map(|way| way.words.first_mut())
            .flatten()
        {
            body.heads |= PLAIN;
        }
    }
    ways
}

/// The ways to say an entry in one word; without a term for the stems of a phrase that are words.
fn single(entry: &Citation, term: Option<&EntryWord>, stems: &[&EntryWord]) -> Vec<BodySequence> {
    let (inflected, fixed): (Vec<&EntryWord>, Vec<&EntryWord>) =
        stems.iter().partition(|part| is_arabic(part) && !part.open);
    let stems: Vec<String> = inflected
        .iter()
        .map(|part| letters::exact(part.surface))
        .collect();
    let mut growth = Growth::new(entry.flags);
    let mut jussives = None;
    let mut bodies: Vec<Body> = fixed
        .iter()
        .flat_map(|part| star_or_literal(part, entry))
        .collect();
    match term {
        Some(term) if is_arabic(term) && !term.open => {
            jussives = word_forms(&mut growth, &letters::exact(term.surface), &stems, entry);
        }
        _ => {
            bodies.extend(
                term.into_iter()
                    .flat_map(|term| star_or_literal(term, entry)),
            );
            stems
                .iter()
                .for_each(|stem| nouns::listed(&mut growth, stem));
        }
    }
    bodies.extend(growth.bodies);
    let way = BodySequence {
        words: vec![bodies],
        after_first: false,
    };
    std::iter::once(way).chain(jussives).collect()
}

/// The forms of a word of Arabic letters, by what the researcher says it is.
fn word_forms(
    growth: &mut Growth,
    word: &str,
    stems: &[String],
    entry: &Citation,
) -> Option<BodySequence> {
    if entry.pos != Some(Pos::Verb) {
        nouns::after_li(growth, word);
    }
    if entry.flags.invariant {
        nouns::invariant(growth, word);
        stems.iter().for_each(|stem| nouns::invariant(growth, stem));
        return None;
    }
    let shape = Looks::of(word);
    let mut habit = Habit {
        takes_fem: entry.flags.fem,
        takes_bare_ya: entry.flags.human || shape == Looks::Person,
        is_defective: entry.flags.defective,
    };
    match entry.pos {
        Some(Pos::Verb) => {
            verbs::verb(growth, word, stems);
            return verbs::jussives(word, stems, entry.flags);
        }
        Some(Pos::Name) => nouns::name(growth, word),
        Some(Pos::Noun) => nouns::noun(growth, word, habit),
        Some(Pos::Adjective) => {
            habit.takes_fem = true;
            habit.takes_bare_ya = true;
            nouns::noun(growth, word, habit);
        }
        _ => {
            general(growth, word, habit);
            if shape == Looks::Any || shape == Looks::Active {
                verbs::verb(growth, word, &[]);
            }
        }
    }
    stems.iter().for_each(|stem| nouns::listed(growth, stem));
    None
}

/// What a word's letters say of what it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Looks {
    /// سعودي: an adjective in ي.
    Relative,
    /// قادم, كثير, متوقع: mostly adjectives.
    Active,
    /// مقاتل, متظاهر: mostly people.
    Person,
    /// حكومة, ميناء and others that are no verb.
    Noun,
    /// Nothing.
    Any,
}

impl Looks {
    fn of(word: &str) -> Self {
        let letters: Vec<char> = word.chars().collect();
        match letters.as_slice() {
            [.., 'ة'] | [.., 'ا', 'ء'] => Looks::Noun,
            [_, _, _, .., 'ي'] => Looks::Relative,
            ['م', _, 'ا', _, _] | ['م', 'ت', _, 'ا', _, _] => Looks::Person,
            ['م', _, _, _, _, ..] => Looks::Active,
            ['م', _, _, _] => Looks::Noun,
            // أعاد is a verb, نظام none.
            ['أ' | 'ا', _, 'ا', _] => Looks::Any,
            [_, _, 'ا', _] => Looks::Noun,
            [_, 'ا', _, _] | [_, _, 'ي', _] => Looks::Active,
            _ => Looks::Any,
        }
    }
}

/// The forms of a word of which nothing is said.
fn general(growth: &mut Growth, word: &str, mut habit: Habit) {
    let shape = Looks::of(word);
    habit.takes_fem |= matches!(shape, Looks::Relative | Looks::Active | Looks::Person);
    habit.takes_bare_ya |= matches!(shape, Looks::Relative);
    nouns::noun(growth, word, habit);
}

/// Rule 9: a phrase, each of its words in all its forms, the article free on each.
fn phrase(parts: &[EntryWord], flags: Flags) -> BodySequence {
    let words = parts.iter().enumerate().map(|(at, part)| {
        let heads = if at == 0 {
            NOMINAL
        } else {
            NONE | ARTICLE_ALONE
        };
        phrase_word(part, flags, heads, at + 1 < parts.len())
    });
    BodySequence {
        words: words.collect(),
        after_first: false,
    }
}

/// One word of a phrase. Words after the first take nothing but the article.
fn phrase_word(part: &EntryWord, flags: Flags, heads: HeadSet, governs: bool) -> Vec<Body> {
    if part.kind != Kind::Word || !is_arabic(part) {
        return vec![one_spelling(part)];
    }
    let mut growth = Growth::new(flags);
    let word = letters::exact(part.surface);
    if part.open {
        nouns::open(&mut growth, &word);
    } else {
        let stem = nouns::without_article(&word);
        let habit = Habit {
            takes_fem: flags.fem,
            // Before another word a plural is in construct: مقاتلي الحركة.
            takes_bare_ya: governs,
            is_defective: flags.defective,
        };
        general(&mut growth, stem.unwrap_or(&word), habit);
        if Looks::of(&word) == Looks::Any && stem.is_none() {
            verbs::verb(&mut growth, &word, &[]);
        }
        if stem.is_some() {
            nouns::invariant(&mut growth, &word);
        }
    }
    let mut bodies = growth.bodies;
    bodies.iter_mut().for_each(|body| body.heads &= heads);
    bodies.retain(|body| body.heads != 0);
    bodies
}

fn is_arabic(part: &EntryWord) -> bool {
    part.kind == Kind::Word && part.surface.chars().any(letters::is_letter)
}

/// A word that is not Arabic, a number or a sign.
fn one_spelling(part: &EntryWord) -> Body {
    let mut body = literal(&Arabic, part);
    if part.open {
        body.tail = rules::tail(StemOrigin::Entry, Ending::Anything, 0);
    }
    body
}

/// A word with `*`, or one that has one spelling.
fn star_or_literal(part: &EntryWord, entry: &Citation) -> Vec<Body> {
    if !(part.open && is_arabic(part)) {
        return vec![one_spelling(part)];
    }
    let mut growth = Growth::new(entry.flags);
    nouns::open(&mut growth, &letters::exact(part.surface));
    growth.bodies
}
