//! Whether words that name neither a person nor an actor may be a speaker at all: somebody, a body or
//! a text, and no scrap of the sentence.

use super::written::{Name, Words};
use crate::language::{Class, Features, Shape};

/// Nouns of these classes may speak.
const SPEAKING: [Class; 8] = [
    Class::Speaking,
    Class::HeadOfName,
    Class::Title,
    Class::Deputy,
    Class::Role,
    Class::Description,
    Class::Telling,
    Class::Communique,
];

/// Words of these classes are no names.
const NO_NAMES: [Class; 7] = [
    Class::VerbalNoun,
    Class::Event,
    Class::Speech,
    Class::Occasion,
    Class::Offer,
    Class::Topic,
    Class::Quality,
];

/// Words that nothing is known of are a name up to so many.
const MOST_OF_UNKNOWN: usize = 4;

impl Words<'_> {
    /// Whether its first word, behind titles, is a noun of somebody, a body or a text, a plural of
    /// people or a name of the lists, or where nothing tells what it is, looks like a name.
    pub(super) fn may_speak(&self, names: &[Name]) -> bool {
        let own = self.behind_titles();
        if own.list.is_empty() {
            return true;
        }
        let is_named = |name: &Name| name.1.start as usize == own.list[0];
        let is_scrap = (0..own.list.len()).any(|at| own.is_number(at)) || own.is_joined();
        let titled = own.list.len() < self.list.len();
        !is_scrap && (titled || names.iter().any(is_named) || own.speaks() || own.is_like_a_name())
    }

    /// Whether it hangs on what stands before it: its first word has a preposition before its article
    /// (بالذكر), or the last of several has a pronoun.
    fn is_joined(&self) -> bool {
        let shape = |at: usize| self.text.language.shape(self.word(at));
        let (first, last) = (shape(0), shape(self.list.len() - 1));
        let glued = Features::BY | Features::LIKE | Features::FOR;
        let is_governed = first.has(Features::ARTICLE) && first.has_any(glued);
        is_governed || self.list.len() > 1 && last.has(Features::OF_THIRD)
    }

    /// Whether its first word is a noun of those who speak, with a pronoun or without.
    fn speaks(&self) -> bool {
        let (word, grammar, language) = (self.word(0), self.grammar(), self.text.language);
        let noun = language.without_article(word).unwrap_or(word);
        let speaks = |noun: &str| SPEAKING.iter().any(|class| grammar.is(noun, *class));
        let shape = language.shape(word);
        let are_people = shape.has(Features::PLURAL)
            && !shape.has_any(Features::FEMININE | Features::PRONOUN | Features::TANWIN)
            && noun.chars().count() >= 5;
        are_people || speaks(noun) || speaks(language.listed_noun(grammar.words(), noun))
    }

    /// Whether it may be a name that nothing is known of: a given name, a surname (السروجي, ليبرمان),
    /// or some words without an article on the first two.
    fn is_like_a_name(&self) -> bool {
        let (word, grammar, language) = (self.word(0), self.grammar(), self.text.language);
        if grammar.is_given_name(word) {
            return true;
        }
        let has_article = |at: usize| language.without_article(self.word(at)).is_some();
        let shape = language.shape(word);
        let is_single = self.list.len() == 1;
        let is_surname = is_single && shape.has(Features::NISBA);
        let no_noun = Features::AND | Features::PRONOUN | Features::PERFECT | Features::PLURAL;
        let is_word = NO_NAMES.iter().any(|class| grammar.is(word, *class));
        let is_verb = grammar.has(word, Shape::DerivedPerfect);
        self.list.len() <= MOST_OF_UNKNOWN
            && !(is_word || is_verb || shape.has_any(no_noun))
            && (is_surname || !has_article(0))
            && (is_single || !has_article(1))
            && (0..self.list.len()).all(|at| grammar.class(self.word(at)) == Class::Other)
    }
}
