//! Words with their classes, asked for nearly every token of a text.

use super::classes::{Class, LAST_STEERING};
use rustc_hash::FxHashMap;

/// A set of classes, one bit each; those that steer are in the first part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Classes([u128; 2]);

// No class is left without a bit.
const _: () = assert!(Class::ALL.len() < 2 * u128::BITS as usize);
const _: () = assert!((LAST_STEERING as u32) < u128::BITS - 1);

impl Classes {
    fn add(&mut self, class: Class) {
        self.0[Self::part(class)] |= Self::bit(class);
    }

    fn has(&self, class: Class) -> bool {
        self.0[Self::part(class)] & Self::bit(class) != 0
    }

    /// The bits of those up to the last that steers.
    fn steering(&self) -> u128 {
        self.0[0] & (Self::bit(LAST_STEERING) * 2 - 1)
    }

    fn part(class: Class) -> usize {
        (class as u32 / u128::BITS) as usize
    }

    fn bit(class: Class) -> u128 {
        1 << (class as u32 % u128::BITS)
    }
}

/// Words with their classes. All are folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Words {
    classes: FxHashMap<Box<str>, Classes>,
    /// What is known of each class; of the steering ones together in the place of
    /// [`Class::default`].
    known: Vec<KnownClass>,
    values: FxHashMap<Box<str>, Vec<(Class, Box<str>)>>,
}

/// What is known of a class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct KnownClass {
    /// How its words end: nine words in ten of a text are none of those asked for, and are told
    /// from them unhashed.
    ends: Ends,
    /// Parts of words (`*`).
    parts: Vec<(Extent, Box<str>)>,
    /// Words of its longest phrase.
    longest: usize,
}

/// How much of a word a row gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All of it.
    Whole,
    /// Its beginning (`word*`).
    Beginning,
    /// Letters anywhere in it (`*word*`).
    Inside,
}

/// For each length in letters of two bytes (its low three bits) the last bytes (their low six bits)
/// of some words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Ends([u64; 8]);

impl Ends {
    fn add(&mut self, word: &str) {
        self.0[Self::at(word)] |= Self::last_bit(word);
    }

    /// Whether a word may be one of them.
    fn may_have(&self, word: &str) -> bool {
        self.0[Self::at(word)] & Self::last_bit(word) != 0
    }

    fn at(word: &str) -> usize {
        word.len() / 2 % 8
    }

    fn last_bit(word: &str) -> u64 {
        1 << (word.as_bytes().last().copied().unwrap_or_default() & 63)
    }
}

impl Words {
    /// Adds a row: a folded word, its class, and what the class says of it (empty for most).
    pub(crate) fn add(&mut self, word: &str, part: Extent, class: Class, value: &str) {
        self.known
            .resize(Class::ALL.len() + 1, KnownClass::default());
        let known = &mut self.known[class as usize];
        if part != Extent::Whole {
            known.parts.push((part, word.into()));
            return;
        }
        self.classes.entry(word.into()).or_default().add(class);
        known.longest = known.longest.max(word.split(' ').count());
        known.ends.add(word);
        if class <= LAST_STEERING {
            self.known[Class::default() as usize].ends.add(word);
        }
        if !value.is_empty() {
            let of_word = self.values.entry(word.into()).or_default();
            of_word.push((class, value.into()));
        }
    }

    fn known(&self, class: Class) -> Option<&KnownClass> {
        self.known.get(class as usize)
    }

    /// Whether a word is of a class by its rows.
    pub(crate) fn has(&self, word: &str, class: Class) -> bool {
        let Some(known) = self.known(class) else {
            return false;
        };
        let is_it = |classes: &Classes| classes.has(class);
        let holds = |(part, letters): &(Extent, Box<str>)| match part {
            Extent::Inside => word.contains(letters.as_ref()),
            Extent::Beginning => word.starts_with(letters.as_ref()),
            Extent::Whole => false,
        };
        known.ends.may_have(word) && self.classes.get(word).is_some_and(is_it)
            || known.parts.iter().any(holds)
    }

    /// What a class says of a word.
    pub(crate) fn value(&self, word: &str, class: Class) -> Option<&str> {
        if !self.known(class)?.ends.may_have(word) {
            return None;
        }
        let mut values = self.values.get(word)?.iter();
        values
            .find(|(of, _)| *of == class)
            .map(|(_, value)| value.as_ref())
    }

    /// The number that a class gives a word.
    pub(crate) fn number(&self, word: &str, class: Class) -> Option<i64> {
        self.value(word, class)?.parse().ok()
    }

    /// The phrases of a class that are more than a word, in no order.
    pub(crate) fn phrases(&self, class: Class) -> impl Iterator<Item = &str> {
        let all = self.classes.iter();
        let phrases = all.filter(move |(word, of)| word.contains(' ') && of.has(class));
        phrases.map(|(word, _)| word.as_ref())
    }

    /// The words of the longest phrase of a class.
    pub(crate) fn longest(&self, class: Class) -> usize {
        self.known(class).map_or(0, |known| known.longest)
    }

    /// The class by which a word steers the reading of voices, if it does.
    pub(crate) fn steering(&self, word: &str) -> Option<Class> {
        if !self.known(Class::default())?.ends.may_have(word) {
            return None;
        }
        let steering = self.classes.get(word)?.steering();
        let at = steering.checked_ilog2()?;
        Class::ALL.get(at as usize - 1).map(|(_, class)| *class)
    }
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
