//! What each word of a vocabulary does in a passage, in one language, found once a study.

use super::ActIx;
use crate::language::{Class, Features, Grammar};
use crate::text::{Vocabulary, WordIx};
use rustc_hash::{FxHashSet, FxHasher};
use std::hash::Hasher;

/// What tells one act of a class from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// The place where it was.
    Place,
    /// The place that it was done to, named right behind it.
    Town,
    /// The person whom it befell, named right behind it; or a place.
    Person,
    /// Two who are named.
    Pair,
    /// A state, in a year.
    State,
}

/// The classes of acts that the words of a study tell of.
#[derive(Debug, Default)]
pub(crate) struct ActClasses(Vec<(Box<str>, By)>);

impl ActClasses {
    /// Most classes; further ones are left out.
    const MOST: usize = 64;

    /// The name of a class.
    pub(crate) fn name(&self, act: ActIx) -> &str {
        &self.0[act.0 as usize].0
    }

    /// The names of all classes.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| &**name)
    }

    /// The classes of some bits.
    pub(super) fn of(&self, bits: u64) -> impl Iterator<Item = ActIx> {
        let all = 0..self.0.len().min(Self::MOST) as u8;
        all.filter(move |at| bits & (1 << at) != 0).map(ActIx)
    }

    pub(super) fn by(&self, act: ActIx) -> By {
        self.0[act.0 as usize].1
    }

    /// The classes of a value of `grammar.csv` (`kill:person`), one bit each.
    fn bits(&mut self, value: &str) -> u64 {
        let classes = value.split(' ').filter_map(|given| {
            let (name, by) = given.split_once(':')?;
            let by = match by {
                "place" => By::Place,
                "town" => By::Town,
                "person" => By::Person,
                "pair" => By::Pair,
                "state" => By::State,
                _ => return None,
            };
            let is_it = |(known, of): &(Box<str>, By)| **known == *name && *of == by;
            let at = self.0.iter().position(is_it).unwrap_or_else(|| {
                self.0.push((name.into(), by));
                self.0.len() - 1
            });
            (at < Self::MOST).then(|| 1 << at)
        });
        classes.fold(0, |bits, bit: u64| bits | bit)
    }
}

/// What a word does.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Role {
    /// The classes of acts that it tells of, one bit each.
    pub acts: u64,
    flags: u32,
    /// The month that it names; 0 for none.
    pub month: u8,
    /// The number that stands for its stem; 0 where it says nothing of the content.
    pub stem: u32,
}

/// One thing that a word may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub(super) enum Is {
    /// A word of grammar that says nothing of the content.
    Function = 1,
    /// Says where something is, before a name.
    Where = 2,
    /// *On*.
    On = 4,
    /// A name of a place stands behind it.
    PlaceKind = 8,
    /// A title of persons.
    Title = 16,
    /// A given name.
    Given = 32,
    /// Has the article.
    Definite = 64,
    /// *Border*.
    Border = 128,
    /// A year stands behind it.
    YearWord = 256,
    /// *Last*, behind a month.
    Past = 512,
    /// A word for a day.
    Day = 1024,
    /// A common word by the rows: no name.
    Common = 2048,
    /// Begins words for an act.
    BeginsAct = 4096,
    /// Its letters are those of an adjective of a nation.
    Nation = 8192,
    /// Makes an act behind it one that is aimed at or to be stopped.
    Intended = 16384,
    /// *For* is glued before it.
    For = 32768,
    /// *That*: what is said stands behind it.
    That = 65536,
    /// *By* is glued before it.
    By = 131_072,
}

impl Role {
    pub(super) fn is(&self, what: Is) -> bool {
        self.flags & what as u32 != 0
    }

    /// Whether it may be a name without article.
    pub(super) fn may_be_name(&self) -> bool {
        let no_name = [Is::Function, Is::PlaceKind, Is::Title, Is::Definite];
        let others = [Is::Border, Is::YearWord, Is::Past, Is::Day, Is::Common];
        let mut all = no_name.into_iter().chain(others);
        self.acts == 0 && self.month == 0 && !all.any(|what| self.is(what))
    }
}

/// The roles of the words of a vocabulary, in one language.
pub(crate) struct Roles<'a> {
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) grammar: &'a Grammar,
    list: Vec<Role>,
}

impl<'a> Roles<'a> {
    /// Those of all words; classes of acts that were not met before are added.
    pub(crate) fn of(
        vocabulary: &'a Vocabulary,
        grammar: &'a Grammar,
        acts: &mut ActClasses,
    ) -> Self {
        let mut phrases: Vec<&str> = grammar.words().phrases(Class::Act).collect();
        phrases.sort_unstable();
        let firsts = phrases.iter().filter_map(|phrase| phrase.split(' ').next());
        let firsts: FxHashSet<&str> = firsts.collect();
        let mut role = |word: &str| {
            let mut role = Role {
                acts: grammar.acts(word).map_or(0, |value| acts.bits(value)),
                month: grammar.month(word).unwrap_or(0),
                flags: flags(grammar, word),
                stem: stem(grammar, word),
            };
            let joined = grammar.language.behind(word, Features::AND);
            if firsts.contains(word) || joined.is_some_and(|bare| firsts.contains(bare)) {
                role.flags |= Is::BeginsAct as u32;
            }
            role
        };
        let list = vocabulary.words().map(&mut role).collect();
        // Words for an act of two words are in no vocabulary: their classes must be known too.
        for phrase in phrases {
            if let Some(value) = grammar.acts(phrase) {
                acts.bits(value);
            }
        }
        Roles {
            vocabulary,
            grammar,
            list,
        }
    }

    pub(super) fn role(&self, word: WordIx) -> &Role {
        &self.list[word.at()]
    }

    /// The classes of acts of two words one after the other.
    pub(super) fn acts_of_two(&self, first: WordIx, second: WordIx, acts: &ActClasses) -> u64 {
        if !self.role(first).is(Is::BeginsAct) {
            return 0;
        }
        let [first, second] = [first, second].map(|word| self.vocabulary.word(word));
        let value = self.grammar.acts(&format!("{first} {second}"));
        value.map_or(0, |value| acts.known_bits(value))
    }
}

impl ActClasses {
    /// The bits of those that are known.
    fn known_bits(&self, value: &str) -> u64 {
        let names = value.split(' ').filter_map(|given| given.split_once(':'));
        let places = names.filter_map(|(name, _)| {
            let at = self.0.iter().position(|(known, _)| **known == *name)?;
            (at < Self::MOST).then(|| 1 << at)
        });
        places.fold(0, |bits, bit: u64| bits | bit)
    }
}

fn stem(grammar: &Grammar, word: &str) -> u32 {
    if grammar.is_function_word(word) || word.chars().nth(1).is_none() {
        return 0;
    }
    let mut number = FxHasher::default();
    number.write(grammar.language.loose_stem(word).as_bytes());
    (number.finish() >> 32) as u32
}

/// Classes whose words are no names, as those with a pronoun are not.
const COMMON: [Class; 9] = [
    Class::Event,
    Class::Speech,
    Class::Occasion,
    Class::HeadOfName,
    Class::Communique,
    Class::Rule,
    Class::Deed,
    Class::VerbalNoun,
    Class::Deputy,
];

fn flags(grammar: &Grammar, word: &str) -> u32 {
    let is = |class| grammar.is(word, class);
    let kind = grammar.language.behind(word, Features::BY);
    let is_kind =
        is(Class::PlaceKind) || kind.is_some_and(|bare| grammar.is(bare, Class::PlaceKind));
    let told = [
        (
            Is::Function,
            is(Class::Function) || grammar.class(word) != Class::Other,
        ),
        (Is::Where, is(Class::PlaceWhere)),
        (Is::On, grammar.class(word) == Class::On),
        (Is::PlaceKind, is_kind),
        (Is::Title, is(Class::Title)),
        (Is::Given, is(Class::Given)),
        (Is::Definite, grammar.is_definite(word)),
        (Is::Border, is(Class::Border)),
        (Is::YearWord, is(Class::YearWord)),
        (Is::Past, is(Class::Past)),
        (
            Is::Day,
            grammar.weekday(word).is_some() || is(Class::Day) || is(Class::Time),
        ),
        (
            Is::Common,
            COMMON.into_iter().any(is)
                || grammar.number(word).is_some()
                || !word.ends_with(grammar.language.stem(word)),
        ),
        (Is::Nation, grammar.is_nation(word)),
        (
            Is::That,
            matches!(grammar.class(word), Class::That | Class::ThatIt),
        ),
        (Is::Intended, is(Class::Intended) || is(Class::Against)),
        (
            Is::By,
            grammar.language.behind(word, Features::BY).is_some(),
        ),
        (
            Is::For,
            grammar.language.behind(word, Features::FOR).is_some(),
        ),
    ];
    let set = told.iter().filter(|(_, holds)| *holds);
    set.fold(0, |flags, (what, _)| flags | *what as u32)
}
