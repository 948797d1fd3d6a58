//! Words with their classes, asked for nearly every token of a text.

use super::classes::{Class, LAST_STEERING};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A set of classes, one bit each.
type Classes = u128;

// No class is left without a bit.
const _: () = assert!(Class::ALL.len() < Classes::BITS as usize);

fn bit(class: Class) -> Classes {
    1 << class as u32
}

/// Words with their classes. All are folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    classes: FxHashMap<Box<str>, Classes>,
    /// For each length in bytes, the last bytes (their low six bits) of the steering words of that
    /// length: nine words in ten of a text are none of them, and are told from them unhashed.
    ends: Ends,
    /// Parts of words (`*`), and which classes have any.
    parts: Vec<(Class, Part, Box<str>)>,
    with_parts: Classes,
    values: FxHashMap<Box<str>, Vec<(Class, Box<str>)>>,
    /// Words of the longest phrase of a class.
    longest: BTreeMap<Class, usize>,
}

/// How much of a word a row gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// Its beginning (`word*`).
    Beginning,
    /// Letters anywhere in it (`*word*`).
    Inside,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Ends([u64; 32]);

impl Words {
    /// Adds a row: a folded word, its class, and what the class says of it (empty for most).
    pub fn add(&mut self, word: &str, part: Part, class: Class, value: &str) {
        if part != Part::Whole {
            self.parts.push((class, part, word.into()));
            self.with_parts |= bit(class);
            return;
        }
        *self.classes.entry(word.into()).or_default() |= bit(class);
        let longest = self.longest.entry(class).or_default();
        *longest = (*longest).max(word.split(' ').count());
        if class <= LAST_STEERING
            && let Some(ends) = self.ends.0.get_mut(word.len())
        {
            *ends |= last_bit(word);
        }
        if !value.is_empty() {
            let of_word = self.values.entry(word.into()).or_default();
            of_word.push((class, value.into()));
        }
    }

    /// Whether a word is of a class by its rows.
    pub fn has(&self, word: &str, class: Class) -> bool {
        let classes = self.classes.get(word).copied().unwrap_or_default();
        let holds = |(of, part, letters): &(Class, Part, Box<str>)| {
            let found = match part {
                Part::Inside => word.contains(letters.as_ref()),
                Part::Beginning => word.starts_with(letters.as_ref()),
                Part::Whole => false,
            };
            *of == class && found
        };
        let by_part = || self.with_parts & bit(class) != 0 && self.parts.iter().any(holds);
        classes & bit(class) != 0 || by_part()
    }

    /// What a class says of a word.
    pub fn value(&self, word: &str, class: Class) -> Option<&str> {
        let mut values = self.values.get(word)?.iter();
        values
            .find(|(of, _)| *of == class)
            .map(|(_, value)| value.as_ref())
    }

    /// The number that a class gives a word.
    pub fn number(&self, word: &str, class: Class) -> Option<i64> {
        self.value(word, class)?.parse().ok()
    }

    /// The words of the longest phrase of a class.
    pub fn longest(&self, class: Class) -> usize {
        self.longest.get(&class).copied().unwrap_or_default()
    }

    /// The class by which a word steers the reading of voices, if it does.
    pub fn steering(&self, word: &str) -> Option<Class> {
        let ends = self.ends.0.get(word.len())?;
        if ends & last_bit(word) == 0 {
            return None;
        }
        let steering = self.classes.get(word)? & (bit(LAST_STEERING) * 2 - 1);
        let at = steering.checked_ilog2()?;
        Class::ALL.get(at as usize - 1).map(|(_, class)| *class)
    }
}

fn last_bit(word: &str) -> u64 {
    1 << (word.as_bytes().last().copied().unwrap_or_default() & 63)
}

#[cfg(test)]
mod tests {
    use crate::language::{Arabic, Class, Grammar};

    #[test]
    fn stars_at_both_ends_stand_for_every_form_and_a_final_one_for_endings_only() {
        let mut grammar = Grammar::new(&Arabic);
        grammar.add("*صرح*", Class::Declares, "");
        grammar.add("شعار*", Class::Chant, "");
        for (word, class, is) in [
            ("صرح", Class::Declares, true),
            ("ويصرحون", Class::Declares, true),
            ("ويصرحون", Class::Chant, false),
            ("شعارات", Class::Chant, true),
            ("بشعارات", Class::Chant, false),
        ] {
            assert_eq!(grammar.is(word, class), is, "{word}");
        }
    }
}
