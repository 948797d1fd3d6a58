//! Where the bodies of a word are gathered, and the flags that hold for all of them are applied.

use super::rules::{ARTICLES, Ending, FOR_SHORT_STEMS, NONE, PRONOUNS, StemOrigin, tail};
use super::{features, letters};
use crate::language::{Body, Flags, HeadSet};

/// The bodies of one word, growing.
pub(super) struct Growth {
    pub bodies: Vec<Body>,
    pub flags: Flags,
    /// Whether what is added now are forms of a verb.
    pub is_verb: bool,
}

/// Pronouns of nouns, as places in [`PRONOUNS`]: ه ها هم هما هن ك كم كما كن نا.
pub(super) const NOUN_PRONOUNS: std::ops::Range<usize> = 1..11;

/// Room for the bodies of most words; a verb has about 150.
const BODIES: usize = 160;

impl Growth {
    pub(crate) fn new(flags: Flags) -> Self {
        Growth {
            bodies: Vec::with_capacity(BODIES),
            flags,
            is_verb: false,
        }
    }

    /// Adds the body that letters (unfolded) make, with the heads it may take.
    pub(crate) fn push(
        &mut self,
        exact: String,
        (origin, ending): (StemOrigin, Ending),
        heads: HeadSet,
    ) {
        self.push_with(exact, (origin, ending, 0), heads);
    }

    /// The same with the place of a pronoun in [`PRONOUNS`], which is appended.
    pub(crate) fn push_with(
        &mut self,
        mut exact: String,
        (origin, ending, pronoun): (StemOrigin, Ending, usize),
        heads: HeadSet,
    ) {
        let heads = self.allowed(heads);
        if heads == 0 || (pronoun > 0 && self.flags.nopro) {
            return;
        }
        exact.push_str(PRONOUNS[pronoun]);
        if self.flags.ta_fold {
            let other = match exact.chars().next_back() {
                Some('ة') => Some('ه'),
                Some('ه') if pronoun == 0 => Some('ة'),
                _ => None,
            };
            if let Some(other) = other {
                let mut respelt = exact.clone();
                respelt.pop();
                respelt.push(other);
                self.keep(respelt, (origin, Ending::TaAsHa, 0), heads);
            }
        }
        self.keep(exact, (origin, ending, pronoun), heads);
    }

    /// Adds a stem that any ending may follow (`*`).
    pub(crate) fn push_open(&mut self, exact: String, heads: HeadSet) {
        let heads = self.allowed(heads);
        self.keep(exact, (StemOrigin::Entry, Ending::Anything, 0), heads);
        if let Some(body) = self.bodies.last_mut() {
            body.open = true;
        }
    }

    /// The heads that the entry's flags leave.
    fn allowed(&self, mut heads: HeadSet) -> HeadSet {
        if self.flags.noart {
            heads &= !ARTICLES;
        }
        if self.flags.noprefix {
            heads &= NONE | ARTICLES;
        }
        heads
    }

    fn keep(&mut self, exact: String, made: (StemOrigin, Ending, usize), heads: HeadSet) {
        // Two alefs are written as one: رأى + ه is رآه, مبدأ + ان is مبدآن.
        let exact = if exact.contains("أا") {
            exact.replace("أا", "آ")
        } else {
            exact
        };
        // All letters are of two bytes, and so is what they fold to.
        let mut folded = String::with_capacity(exact.len());
        folded.extend(exact.chars().map(letters::folded));
        // A bare alef agrees with any hamza, so a form without hamzas is one of any spelling.
        let exact = if self.flags.anyhamza {
            bare(&exact)
        } else {
            exact
        };
        let features = match self.is_verb {
            true => features::of_verb(made, &folded),
            false => features::of_noun(made, &folded),
        };
        self.bodies.push(Body {
            folded,
            exact,
            tail: tail(made.0, made.1, made.2),
            features,
            heads,
            open: false,
        });
    }
}

fn bare(exact: &str) -> String {
    let bare = |c| {
        if matches!(c, 'آ' | 'أ' | 'إ' | 'ٱ') {
            'ا'
        } else {
            c
        }
    };
    exact.chars().map(bare).collect()
}

/// How many letters a word has.
pub(super) fn length(word: &str) -> usize {
    word.chars().count()
}

/// Form rule 10: the heads a stem takes, given how long it is.
pub(super) fn for_length(stem: &str, heads: HeadSet) -> HeadSet {
    if length(stem) < 3 {
        heads & FOR_SHORT_STEMS
    } else {
        heads
    }
}

/// A word with its last letters replaced.
pub(super) fn replaced(word: &str, letters: usize, by: &str) -> String {
    let mut kept: Vec<char> = word.chars().collect();
    kept.truncate(kept.len().saturating_sub(letters));
    kept.into_iter().chain(by.chars()).collect()
}
