//! The words of a sentence with their roles, and its clauses.

use super::roles::{ActClasses, Is, Role, Roles};
use crate::text::WordIx;
use std::ops::Range;

/// A word of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Which.
    pub ix: WordIx,
    /// What it does; of words for an act of two words the first has it.
    pub role: Role,
    /// Its bytes in the text as given.
    pub bytes: Range<u32>,
    /// Whether nothing but space stands between it and the word before.
    pub follows: bool,
    /// Whether it is a number.
    pub is_number: bool,
}

impl Word {
    pub(super) fn is(&self, what: Is) -> bool {
        self.role.is(what)
    }

    /// Whether it may be a name without article.
    pub(super) fn may_be_name(&self) -> bool {
        !self.is_number && self.role.may_be_name()
    }
}

/// The words of a sentence.
pub(super) fn words(
    running: impl Iterator<Item = crate::text::Running>,
    roles: &Roles,
    acts: &ActClasses,
) -> Vec<Word> {
    let word = |running: crate::text::Running| Word {
        ix: running.word,
        role: *roles.role(running.word),
        bytes: running.bytes,
        follows: running.follows,
        is_number: running.is_number,
    };
    let mut words: Vec<Word> = running.map(word).collect();
    for at in 1..words.len() {
        if words[at].follows {
            let two = roles.acts_of_two(words[at - 1].ix, words[at].ix, acts);
            words[at - 1].role.acts |= two;
        }
    }
    words
}

/// Marks that part clauses, the Arabic comma, semicolon and question mark among them.
const PARTING: &[char] = &[
    ',', ';', ':', '.', '!', '?', '\n', '\u{60c}', '\u{61b}', '\u{61f}', '\u{2013}', '\u{2014}',
];

/// The clauses of a sentence, as ranges of its words: what stands between two parting marks.
pub(super) fn clauses(text: &str, words: &[Word]) -> Vec<Range<usize>> {
    let mut clauses = Vec::new();
    let mut start = 0;
    for at in 1..words.len() {
        let parts = || {
            let between = words[at - 1].bytes.end as usize..words[at].bytes.start as usize;
            text.get(between)
                .is_none_or(|marks| marks.contains(PARTING))
        };
        if !words[at].follows && parts() {
            clauses.push(start..at);
            start = at;
        }
    }
    if start < words.len() {
        clauses.push(start..words.len());
    }
    clauses
}
