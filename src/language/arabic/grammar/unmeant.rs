//! Whether what a mention says is said of nobody: only wanted or feared, spoken of as such, or the
//! name of a charge.
//!
//! A word before the mention says so (ضرورة التسامح, خشية الفوضى, ثقافة الحوار, بتهمة التحريض). What
//! may part the two are prepositions, nouns for coming about (خشية اندلاع الفوضى) and what is joined
//! by *and*; and between a verb of asking and its إلى or ب whom it asks.

use super::nouns::{is_definite, without_clitics};
use crate::language::{Class, Irrealis, Kind, Tokens, Words};
use std::ops::Range;

/// How far before a mention the word may stand.
const REACH: usize = 7;

/// What is said of the mention at these tokens; `owned` where it is known for sure whose it is, so
/// that it is there to be feared or fought. `None` where it is simply told.
pub(crate) fn of(
    words: &Words,
    tokens: &Tokens,
    sentence: &Range<u32>,
    mention: &Range<u32>,
    owned: bool,
) -> Option<Irrealis> {
    let own = tokens.folded(mention.start as usize);
    let is_any = |at: u32| matches!(tokens.folded(at as usize), "اي" | "اية");
    let of_any = before(sentence, mention).is_some_and(is_any) && !is_definite(own);
    lead(words, tokens, sentence, mention, owned).or(of_any.then_some(Irrealis::Possible))
}

/// Whether the mention is the name of a place, a body or a work (ميدان الشهداء).
pub(crate) fn is_name(
    words: &Words,
    tokens: &Tokens,
    sentence: &Range<u32>,
    mention: &Range<u32>,
) -> bool {
    let named = |at: u32| is(words, tokens.folded(at as usize), Class::NameOf);
    before(sentence, mention).is_some_and(named)
        && tokens.folded(mention.start as usize).starts_with("ال")
}

/// The token before the mention, inside its sentence.
fn before(sentence: &Range<u32>, mention: &Range<u32>) -> Option<u32> {
    mention
        .start
        .checked_sub(1)
        .filter(|at| sentence.contains(at))
}

/// The nearest word before the mention that says so.
fn lead(
    words: &Words,
    tokens: &Tokens,
    sentence: &Range<u32>,
    mention: &Range<u32>,
    owned: bool,
) -> Option<Irrealis> {
    let own = tokens.folded(mention.start as usize);
    let mut right = own;
    // Behind what a verb of asking takes, its other words stand between the two.
    let mut asked = own.starts_with("بال");
    for at in (sentence.start..mention.start).rev().take(REACH) {
        match tokens.list[at as usize].kind {
            Kind::Word => {}
            Kind::Mark('"' | '«' | '“' | '”' | '\'') => continue,
            _ => return None,
        }
        let word = tokens.folded(at as usize);
        let is = |class| is(words, word, class);
        if is(Class::Wants) {
            return Some(Irrealis::Wanted);
        }
        let near = right == own || is_between(words, right) || own.starts_with('و');
        if near && is(Class::Fears) {
            return (!owned).then_some(Irrealis::Feared);
        }
        if near && is(Class::AsSuch) {
            return (!owned && is_definite(own)).then_some(Irrealis::General);
        }
        if near && is(Class::Charges) {
            return Some(Irrealis::Charged);
        }
        let is_to = words.has(word, Class::To);
        if is_to && asked {
            return None;
        }
        asked |= is_to;
        if !asked && !is_between(words, word) && !right.starts_with('و') {
            return None;
        }
        right = word;
    }
    None
}

/// Whether a word may stand between the two: a preposition, *any*, *that*, a noun for coming about.
fn is_between(words: &Words, word: &str) -> bool {
    let particles = [
        Class::To,
        Class::On,
        Class::About,
        Class::From,
        Class::In,
        Class::Without,
        Class::That,
    ];
    particles.iter().any(|class| words.has(word, *class)) || is(words, word, Class::Comes)
}

/// Whether a word is a noun for coming about, with what may be glued before it.
pub(super) fn is_comes(words: &Words, word: &str) -> bool {
    is(words, word, Class::Comes)
}

/// Whether a word is of a class, with what may be glued before it.
fn is(words: &Words, word: &str, class: Class) -> bool {
    let joined = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let governed = joined.strip_prefix(['ب', 'ل']).unwrap_or(joined);
    let bare = without_clitics(word);
    let indefinite = bare.strip_prefix("ال").unwrap_or(bare);
    let of_the = word.strip_prefix("لل").unwrap_or(word);
    let forms = [word, joined, governed, indefinite, of_the];
    forms.iter().any(|form| words.has(form, class))
}
