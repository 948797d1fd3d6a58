//! In which forms Arabic words are of the classes of their rows, and what their letters tell.

mod irrealis;
mod nouns;
mod unmeant;

pub(crate) use irrealis::of as irrealis;
pub(crate) use nouns::{without_clitics, without_pronoun};
pub(crate) use unmeant::{is_name, of as unmeant};

use super::{acts, content};
use crate::language::{Class, Shape, Words};

/// The class of a folded word that steers the reading of voices; a glued و or ف does not change it.
pub(crate) fn class(words: &Words, word: &str) -> Class {
    let bare = || words.steering(word.strip_prefix(['و', 'ف'])?);
    match words.steering(word) {
        Some(class) => class,
        None => match bare() {
            Some(Class::That) => Class::ThatIt,
            class => class.unwrap_or_default(),
        },
    }
}

/// Whether a folded word is of a class, in the forms that words of that class take.
pub(crate) fn is(words: &Words, word: &str, class: Class) -> bool {
    let has = |word: &str| words.has(word, class);
    let indefinite = word.strip_prefix("ال").unwrap_or(word);
    match class {
        Class::VerbalNoun => nouns::is_verbal_noun(words, word),
        Class::Speech => {
            has(without_pronoun(words, indefinite)) || has(without_pronoun(words, word))
        }
        Class::Event => has(word) || has(without_pronoun(words, word)),
        Class::Blame | Class::Occasion | Class::Title => has(indefinite),
        Class::TakesAbout => has(word.strip_prefix("لل").unwrap_or(indefinite)),
        Class::HeadOfName => has(word) || has(word.strip_prefix(['و', 'ب', 'ل']).unwrap_or(word)),
        Class::Rule => is_rule(words, word),
        Class::OwnedNoun => is_owned_noun(words, word),
        Class::Background | Class::OftenAdjective => has(word.strip_prefix('و').unwrap_or(word)),
        Class::Description => without_clitics(word).strip_prefix("ال").is_some_and(has),
        Class::Linked => has(content::stem(word)),
        Class::Against | Class::Function | Class::Does => {
            has(word) || word.strip_prefix(['و', 'ف']).is_some_and(has)
        }
        Class::Comes => unmeant::is_comes(words, word),
        Class::DeniesFact => has(word) || has(word.strip_prefix(['و', 'ف']).unwrap_or(word)),
        Class::Sport | Class::Former => {
            let bare = without_clitics(word);
            has(bare.strip_prefix("ال").unwrap_or(bare))
        }
        Class::Weekday => is_weekday(words, word),
        Class::Act => acts::of(words, word).is_some(),
        _ => has(word),
    }
}

/// With a pronoun of the third person, and what is glued before it.
fn is_owned_noun(words: &Words, word: &str) -> bool {
    let bare = word.strip_prefix(['و', 'ف', 'ب', 'ل']).unwrap_or(word);
    let mut owned = ["هما", "هم", "ها", "ه"].iter();
    owned.any(|pronoun| {
        let noun = bare.strip_suffix(pronoun);
        noun.is_some_and(|noun| words.has(noun, Class::OwnedNoun))
    })
}

/// With or without article, and with ه for ة, as lines of dates write them.
fn is_weekday(words: &Words, word: &str) -> bool {
    let bare = word.strip_prefix("ال").unwrap_or(word);
    let has = |end: &str, ta: &str| words.has(&["ال", end, ta].concat(), Class::Weekday);
    has(bare, "") || bare.strip_suffix('ه').is_some_and(|bare| has(bare, "ة"))
}

/// With or without article, ل and pronoun (وفقا للقانون, حسب وقتها, وفق أحدث الأساليب); ال and ل may
/// be letters of the word (آلية, لائحة).
fn is_rule(words: &Words, word: &str) -> bool {
    let joined = ["ل", "لل"].map(|joint| word.strip_prefix(joint).unwrap_or(word));
    let is = |form: &str| {
        let listed = |form| words.has(form, Class::Rule);
        listed(form) || listed(without_pronoun(words, form))
    };
    let mut forms = [word].into_iter().chain(joined);
    forms.any(|form| is(form) || form.strip_prefix("ال").is_some_and(is))
}

/// What the letters of a folded word tell.
pub(crate) fn has_shape(words: &Words, word: &str, shape: Shape) -> bool {
    match shape {
        Shape::Definite => nouns::is_definite(word),
        Shape::JoinedToLink => word.starts_with(['ب', 'ل', 'م']),
        Shape::MarkedObject => word.starts_with("لل"),
        Shape::DerivedPerfect => nouns::has_derived_perfect_shape(words, word),
        Shape::Reflexive => nouns::has_reflexive_shape(words, word),
        Shape::Causative => nouns::has_causative_shape(words, word),
    }
}

/// Whether a word is a definite adjective in ي or ية that is not listed as one of no nation.
pub(crate) fn is_nation(words: &Words, word: &str) -> bool {
    word.strip_prefix("ال").is_some_and(|bare| {
        let ends = bare.ends_with('ي') || bare.ends_with("ية");
        ends && bare.chars().count() >= 4 && !words.has(bare, Class::Quality)
    })
}
