//! The names in a sentence: those that are known, and words that the study shows to be names.

use super::clause::Word;
use super::evidence::Evidence;
use super::roles::{Is, Roles};
use super::{Being, Known};
use crate::text::WordIx;
use rustc_hash::FxHasher;
use std::hash::Hasher;
use std::ops::Range;

/// What two names of one thing have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum NameKey {
    /// A name of one word, without what is glued before it.
    Word(WordIx),
    /// One of two words.
    Pair(WordIx, WordIx),
    /// Somebody who is known by a number.
    Known(Being, u32),
    /// The border of a state, by a number for the word for the state without its endings.
    Border(u64),
}

/// A name in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub key: NameKey,
    pub being: Being,
    /// Its words, by their places in the sentence.
    pub words: Range<usize>,
    /// Its bytes in the text as given.
    pub bytes: Range<u32>,
    /// The given names beside it.
    pub given: [Option<WordIx>; 2],
}

impl Name {
    /// Whether two persons of one surname have other given names.
    pub(super) fn is_namesake(&self, other: &Name) -> bool {
        let [ours, theirs] = [self, other].map(|name| name.given.iter().flatten());
        let known = ours.clone().next().is_some() && theirs.clone().next().is_some();
        known
            && !ours
                .into_iter()
                .any(|given| theirs.clone().any(|of| of == given))
    }
}

/// The names in a sentence, in order, none in another.
pub(super) fn names(
    words: &[Word],
    known: &[Known],
    evidence: &Evidence,
    roles: &Roles,
) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let found = known_at(words, at, known, evidence)
            .or_else(|| border_at(words, at, roles))
            .or_else(|| word_at(words, at, evidence));
        let Some(name) = found else {
            at += 1;
            continue;
        };
        at = name.words.end;
        match names
            .last_mut()
            .filter(|last| is_one(last, &name, words, evidence))
        {
            Some(last) => {
                last.words.end = name.words.end;
                last.bytes.end = name.bytes.end;
                last.key = name.key;
                last.given[1] = name.given[1];
            }
            None => names.push(name),
        }
    }
    names
}

/// Whether a word that names a person belongs to the name before it (سيرغي لافروف).
fn is_one(last: &Name, name: &Name, words: &[Word], evidence: &Evidence) -> bool {
    let first = &words[name.words.start];
    let is_person =
        |name: &Name| name.being == Being::Person && matches!(name.key, NameKey::Word(_));
    is_person(last)
        && is_person(name)
        && last.words.end == name.words.start
        && first.follows
        && evidence.bare(first.ix) == first.ix
}

fn named(words: &[Word], range: Range<usize>, being: Being, key: NameKey) -> Name {
    let given = |word: Option<&Word>| word.filter(|word| word.is(Is::Given)).map(|word| word.ix);
    let before = range.start.checked_sub(1).map(|before| &words[before]);
    Name {
        key,
        being,
        given: [
            given(before.filter(|_| words[range.start].follows)),
            given(words.get(range.end).filter(|word| word.follows)),
        ],
        bytes: words[range.start].bytes.start..words[range.end - 1].bytes.end,
        words: range,
    }
}

/// A known name that begins at a word.
fn known_at(words: &[Word], at: usize, known: &[Known], evidence: &Evidence) -> Option<Name> {
    let start = words[at].bytes.start;
    let place = known.partition_point(|name| name.bytes.start < start);
    let name = known.get(place).filter(|name| name.bytes.start == start)?;
    let length = words[at..]
        .iter()
        .take_while(|word| word.bytes.end <= name.bytes.end)
        .count();
    let range = at..at + length.max(1);
    let first = evidence.bare(words[at].ix);
    let key = match (name.id, words.get(at + 1).filter(|_| length > 1)) {
        (Some(id), _) => NameKey::Known(name.being, id),
        (None, Some(second)) => NameKey::Pair(first, second.ix),
        (None, None) => NameKey::Word(first),
    };
    Some(named(words, range, name.being, key))
}

/// الحدود مع الجزائر, الحدود الجزائرية.
fn border_at(words: &[Word], at: usize, roles: &Roles) -> Option<Name> {
    if !words[at].is(Is::Border) {
        return None;
    }
    let next = words.get(at + 1).filter(|word| word.follows)?;
    let state = match next.is(Is::Function) {
        true => words.get(at + 2).filter(|word| word.follows)?,
        false => next,
    };
    let letters = roles.vocabulary.word(state.ix);
    let is_state = next.is(Is::Function) || next.is(Is::Nation);
    let mut number = FxHasher::default();
    number.write(roles.grammar.language.origin(letters).as_bytes());
    let key = NameKey::Border(number.finish());
    let end = if next.is(Is::Function) {
        at + 3
    } else {
        at + 2
    };
    is_state.then(|| named(words, at..end, Being::Place, key))
}

/// A word, or two, that the study shows to be a name.
fn word_at(words: &[Word], at: usize, evidence: &Evidence) -> Option<Name> {
    let word = &words[at];
    let first = evidence.bare(word.ix);
    let second = words.get(at + 1).filter(|second| second.follows);
    if let Some(second) = second.filter(|second| evidence.is_pair(first, second.ix)) {
        let key = NameKey::Pair(first, second.ix);
        return Some(named(words, at..at + 2, Being::Place, key));
    }
    let being = evidence.being(word.ix)?;
    Some(named(words, at..at + 1, being, NameKey::Word(first)))
}
