//! Whether what a mention says is denied or only possible.
//!
//! A particle before a verb denies that verb and nothing else: in *the jihadists did not withdraw*
//! the withdrawal is denied, and the jihadists are called jihadists. Only *is not* (ليس, لم يكن)
//! denies a name for somebody, over the few words that follow in its clause, and over no
//! preposition.

use super::nouns::is_definite;
use crate::language::{Class, Irrealis, Kind, Tokens, Words};
use std::ops::Range;

/// How far before a mention a particle may stand, in words: ليست هذه الحركة منظمة إرهابية.
const REACH: usize = 4;

/// What is said of the mention at these tokens; `None` where it is simply told.
pub(crate) fn of(
    words: &Words,
    tokens: &Tokens,
    sentence: &Range<u32>,
    mention: &Range<u32>,
) -> Option<Irrealis> {
    let own = tokens.folded(mention.start as usize);
    let mut next = Next {
        listed: words,
        word: own,
        words: 0,
        indefinite: !is_definite(own),
        any: false,
    };
    for at in (sentence.start..mention.start).rev() {
        match tokens.list[at as usize].kind {
            Kind::Word => {}
            Kind::Mark('"' | '«' | '“' | '”' | '\'') => continue,
            _ => return None,
        }
        let word = tokens.folded(at as usize);
        let bare = word
            .strip_prefix(['و', 'ف'])
            .filter(|bare| bare.chars().count() > 1)
            .unwrap_or(word);
        next.any = matches!(tokens.folded(mention.start as usize - 1), "اي" | "اية");
        if next.is_denied_by(word, bare) {
            return Some(Irrealis::Negated);
        }
        // يمكن لأعضاء الجماعة: possible is what comes, not they.
        let enabled = bare == "يمكن" && own.starts_with('ل');
        if !enabled && next.is_made_possible_by(word, bare) {
            return Some(Irrealis::Possible);
        }
        next.words += 1;
        if next.words == REACH || words.has(bare, Class::EndsDenial) {
            return None;
        }
        next.word = word;
    }
    None
}

/// What stands between a particle and the mention.
struct Next<'t> {
    /// The words of the rows.
    listed: &'t Words,
    /// The word after the particle.
    word: &'t str,
    /// How many words there are before the mention.
    words: usize,
    /// Whether the mention has no article: what somebody is said to be has none.
    indefinite: bool,
    /// Whether *any* stands right before the mention (لا توجد أي اشتباكات): of what is denied so
    /// there is none.
    any: bool,
}

impl Next<'_> {
    fn is_denied_by(&self, word: &str, bare: &str) -> bool {
        let particle = |class| self.listed.has(word, class) || self.listed.has(bare, class);
        let is_no_denial = || self.listed.has(self.word, Class::NoDenial);
        if particle(Class::DeniesNext) {
            self.words == 0
        } else if particle(Class::DeniesPerfect) {
            self.words == 0 && is_perfect(self.word)
        } else if particle(Class::DeniesVerb) {
            !is_no_denial() && (self.words == 0 || self.any || self.is_to_be() && self.indefinite)
        } else {
            particle(Class::IsNot) && self.indefinite
        }
    }

    fn is_made_possible_by(&self, word: &str, bare: &str) -> bool {
        let particle = |class| self.listed.has(word, class) || self.listed.has(bare, class);
        let near = self.words == 0 || self.is_to_be() && self.indefinite;
        match particle(Class::MayVerb) {
            true => self.is_surely_imperfect() && near,
            false => particle(Class::Possible) && near,
        }
    }

    /// Whether the next word is a form of *to be* or *to be still*, which says what its subject is.
    fn is_to_be(&self) -> bool {
        self.listed.has(self.word, Class::ToBe)
    }

    /// Whether a word after قد is an imperfect: those in ت and ن are as often perfects (توفي,
    /// نقلت).
    fn is_surely_imperfect(&self) -> bool {
        self.word.starts_with('ي') && self.word.chars().count() >= 4 || self.is_to_be()
    }
}

/// Whether a word after ما may be a perfect, so that ما denies: no article, no imperfect prefix.
fn is_perfect(word: &str) -> bool {
    let is_imperfect = word.starts_with(['ي', 'ت', 'ن']) && word.chars().count() >= 4;
    word == "زال" || !word.starts_with("ال") && !is_imperfect && word.ends_with('ت')
}
