//! Arabic words by what they do in a sentence.

mod headlines;
mod irrealis;
mod labels;
mod nouns;
mod particles;

use super::content;
use crate::language::{Class, Grammar, Tokens};
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::OnceLock;

/// The grammar of Arabic.
pub struct ArabicGrammar;

/// Words parted by spaces, hashed when they are first asked for.
pub struct WordSet {
    words: &'static str,
    set: OnceLock<FxHashSet<&'static str>>,
}

impl WordSet {
    pub const fn new(words: &'static str) -> WordSet {
        WordSet {
            words,
            set: OnceLock::new(),
        }
    }

    pub fn has(&self, word: &str) -> bool {
        let hash = || self.words.split_ascii_whitespace().collect();
        self.set.get_or_init(hash).contains(word)
    }
}

impl Grammar for ArabicGrammar {
    fn class(&self, word: &str) -> Class {
        particles::class(word)
    }
    fn is_verbal_noun(&self, word: &str) -> bool {
        nouns::is_verbal_noun(word)
    }
    fn is_definite_verbal_noun(&self, word: &str) -> bool {
        nouns::is_definite_verbal_noun(word)
    }
    fn has_causative_shape(&self, word: &str) -> bool {
        nouns::has_causative_shape(word)
    }
    fn takes_that(&self, word: &str) -> bool {
        nouns::takes_that(word)
    }
    fn is_event(&self, word: &str) -> bool {
        nouns::is_event(word)
    }
    fn is_speech(&self, word: &str) -> bool {
        nouns::is_speech(word)
    }
    fn is_blame(&self, word: &str) -> bool {
        nouns::is_blame(word)
    }
    fn takes_about(&self, word: &str) -> bool {
        nouns::takes_about(word)
    }
    fn is_head_of_name(&self, word: &str) -> bool {
        nouns::is_head_of_name(word)
    }
    fn is_title(&self, word: &str) -> bool {
        nouns::is_title(word)
    }
    fn is_rule(&self, word: &str) -> bool {
        nouns::is_rule(word)
    }
    fn is_occasion(&self, word: &str) -> bool {
        nouns::is_occasion(word)
    }
    fn is_audience(&self, word: &str) -> bool {
        nouns::is_audience(word)
    }
    fn is_offer(&self, word: &str) -> bool {
        headlines::OFFERS.has(word)
    }
    fn is_place(&self, word: &str) -> bool {
        headlines::PLACES.has(word)
    }
    fn is_background(&self, word: &str) -> bool {
        headlines::BACKGROUND.has(word.strip_prefix('و').unwrap_or(word))
    }
    fn is_definite(&self, word: &str) -> bool {
        is_definite(word)
    }
    fn is_prefixed(&self, word: &str) -> bool {
        word.starts_with(['و', 'ف', 'ب'])
    }
    fn description(&self, word: &str) -> Option<(&'static str, &'static [&'static str])> {
        let bare = without_clitics(word).strip_prefix("ال")?;
        let mut known = labels::DESCRIPTIONS.into_iter();
        known.find(|(noun, _)| *noun == bare)
    }
    fn is_of_states(&self, word: &str) -> bool {
        labels::OF_STATES.has(word)
    }
    fn links(&self, word: &str) -> bool {
        let bare = content::stem(word);
        labels::LINKED.iter().any(|link| bare.starts_with(link))
    }
    fn is_joined_to_link(&self, word: &str) -> bool {
        word.starts_with(['ب', 'ل', 'م'])
    }
    fn may_stand_between(&self, word: &str) -> bool {
        labels::BETWEEN.has(word)
    }
    fn is_deputy(&self, word: &str) -> bool {
        labels::DEPUTIES.has(word)
    }
    fn is_nation(&self, word: &str) -> bool {
        word.strip_prefix("ال").is_some_and(|bare| {
            let ends = bare.ends_with('ي') || bare.ends_with("ية");
            ends && bare.chars().count() >= 4 && !labels::NO_NATIONS.has(bare)
        })
    }
    fn is_in(&self, word: &str) -> bool {
        word == "في"
    }
    fn leads_to_agent(&self, word: &str) -> bool {
        labels::TO_AGENT.has(word)
    }
    fn leads_to_object(&self, word: &str) -> bool {
        labels::TO_OBJECT.has(word)
    }
    fn is_from(&self, word: &str) -> bool {
        word == "من"
    }
    fn is_marked_object(&self, word: &str) -> bool {
        word.starts_with("لل")
    }
    fn is_against(&self, word: &str) -> bool {
        let joined = word.strip_prefix(['و', 'ف']);
        labels::AGAINST.has(word) || joined.is_some_and(|word| labels::AGAINST.has(word))
    }
    fn opens_clause(&self, word: &str) -> bool {
        matches!(word, "ان" | "بان" | "انه" | "انها" | "انهم")
    }
    fn governs(&self, word: &str) -> bool {
        matches!(
            word,
            "بعد" | "في" | "الي" | "عن" | "من" | "علي" | "عقب" | "اثر" | "قبل"
        )
    }
    fn irrealis(
        &self,
        tokens: &Tokens,
        sentence: &Range<u32>,
        label: &Range<u32>,
    ) -> Option<&'static str> {
        irrealis::of(tokens, sentence, label)
    }
}

fn is_definite(word: &str) -> bool {
    let bare = without_clitics(word);
    bare.starts_with("ال") || bare.starts_with("لل")
}

/// A definite noun without و, ف, ب, ك before its article.
fn without_clitics(word: &str) -> &str {
    let joined = word
        .strip_prefix(['و', 'ف'])
        .filter(|bare| bare.len() > 4)
        .unwrap_or(word);
    joined
        .strip_prefix(['ب', 'ك'])
        .filter(|bare| bare.starts_with("ال"))
        .unwrap_or(joined)
}
