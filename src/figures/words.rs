//! The words of one sentence, as figures are read off them.

use super::nouns::{self, Noun};
use crate::language::{Grammar, Kind, Language};
use crate::text::Text;
use std::ops::Range;

/// Pronouns on a noun.
const PRONOUNS: [&str; 6] = ["ها", "هم", "ه", "نا", "هما", "هن"];

/// The words and numbers of one sentence.
pub(super) struct Words<'t, 'a> {
    text: &'t Text<'a>,
    tokens: Vec<u32>,
}

impl<'t, 'a> Words<'t, 'a> {
    pub fn of(text: &'t Text<'a>, sentence: &Range<u32>) -> Self {
        let tokens = sentence.clone().filter(|at| text.is_word(*at)).collect();
        Words { text, tokens }
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    pub fn grammar(&self) -> &Grammar {
        self.text.grammar
    }

    /// Its language.
    pub fn language(&self) -> &'static dyn Language {
        self.text.language
    }

    pub fn is_number(&self, at: usize) -> bool {
        self.text.tokens.list[self.tokens[at] as usize].kind == Kind::Number
    }

    pub fn folded(&self, at: usize) -> &'t str {
        self.text.tokens.folded(self.tokens[at] as usize)
    }

    /// What a word is as something that is counted. No counted noun carries و or a preposition
    /// (مصرع 2 وإصابة 7); it may carry a pronoun (10 من جنوده).
    pub fn noun(&self, at: usize) -> Option<Noun> {
        let folded = self.folded(at);
        if nouns::may_be_pistol(folded) && self.is_pistol(at) {
            return Some(Noun::Thing);
        }
        if let Some(noun) = nouns::noun(folded) {
            return Some(noun);
        }
        if folded.starts_with(['و', 'ب', 'ل', 'ف']) {
            return None;
        }
        nouns::noun(self.bare(at)).or_else(|| {
            let mut stems = PRONOUNS.iter().filter_map(|end| folded.strip_suffix(end));
            stems.find_map(nouns::noun)
        })
    }

    /// Whether *a person* is a pistol by the word behind it.
    fn is_pistol(&self, at: usize) -> bool {
        let next = at + 1;
        next < self.len() && self.touch(at, next) && nouns::is_of_pistols(self.folded(next))
    }

    /// Whether a word after *of* is of people: known ones, a plural that looks so, a group.
    pub fn is_of_people(&self, at: usize) -> bool {
        let known = matches!(self.noun(at), Some(Noun::People | Noun::Fate(_)));
        known || self.looks_like_people(at) || nouns::is_group(self.folded(at))
    }

    /// Whether an unknown word has the shape of a plural of people.
    pub fn looks_like_people(&self, at: usize) -> bool {
        let folded = self.folded(at);
        let stem = folded.strip_prefix("ال").unwrap_or(folded);
        let is_other = folded.starts_with('و')
            || self.grammar().number(folded).is_some()
            || self.grammar().is_function_word(folded);
        !is_other && nouns::looks_like_people(stem)
    }

    /// A word without article, conjunction and preposition, where what remains is counted; else
    /// its stem.
    pub fn bare(&self, at: usize) -> &'t str {
        let folded = self.folded(at);
        let known = |word: &str| nouns::noun(word).is_some() || nouns::dual(word).is_some();
        let heads = ["", "ال", "و", "وال", "ب", "ل", "لل", "بال", "ول", "وب"].into_iter();
        heads
            .filter_map(|head| folded.strip_prefix(head))
            .find(|word| known(word))
            .unwrap_or_else(|| self.language().stem(folded))
    }

    /// Whether a number joined by و begins at a word: an item of a list, behind a comma or not.
    pub fn joins_number(&self, at: usize) -> bool {
        let Some(rest) = self.folded(at).strip_prefix('و') else {
            return false;
        };
        match rest {
            "" => at + 1 < self.len() && self.is_number(at + 1),
            _ => self.grammar().number(rest).is_some(),
        }
    }

    /// Whether nothing but space stands between two neighbouring words (quotation marks do not
    /// part them, nor do brackets round a number: ضبط (12) متهما).
    pub fn touch(&self, a: usize, b: usize) -> bool {
        let between = self.tokens[a] as usize + 1..self.tokens[b] as usize;
        let is_bracketed = self.is_number(a) && self.opens(a);
        let mut marks = self.text.tokens.list[between].iter();
        marks.all(|token| match token.kind {
            Kind::Mark('"' | '«' | '“' | '(' | '‹' | 'ـ' | '-') => true,
            Kind::Mark(')') => is_bracketed,
            _ => false,
        })
    }

    /// Whether a phrase (words parted by a space) stands right before a word.
    pub fn ends_before(&self, at: usize, phrase: &str) -> bool {
        let length = phrase.split(' ').count();
        at >= length && self.starts_at(at - length, phrase) && self.touch(at - 1, at)
    }

    /// Whether a phrase begins at a word; the first one may carry و.
    pub fn starts_at(&self, at: usize, phrase: &str) -> bool {
        phrase.split(' ').enumerate().all(|(n, word)| {
            let joins = n == 0 || (at + n < self.len() && self.touch(at + n - 1, at + n));
            let is_word =
                |folded: &str| folded == word || (n == 0 && folded.strip_prefix('و') == Some(word));
            joins && at + n < self.len() && is_word(self.folded(at + n))
        })
    }

    pub fn follows(&self, at: usize, mark: char) -> bool {
        let next = self.tokens[at] as usize + 1;
        let next = self.text.tokens.list.get(next);
        next.is_some_and(|token| token.kind == Kind::Mark(mark))
    }

    /// Whether nothing but one of the signs of dates and results stands between two words.
    pub fn joined_by_sign(&self, a: usize, b: usize) -> bool {
        let between = &self.text.tokens.list[self.tokens[a] as usize + 1..self.tokens[b] as usize];
        matches!(between, [token] if matches!(token.kind, Kind::Mark('-' | '–' | '/' | ':' | '\\')))
    }

    /// Whether letters stand right before a number that are no و or preposition (السلام2).
    pub fn is_glued(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let list = &self.text.tokens.list;
        let (word, number) = (
            list[self.tokens[before] as usize],
            list[self.tokens[at] as usize],
        );
        word.end == number.start
            && word.kind == Kind::Word
            && self.folded(before).chars().count() > 2
    }

    /// Whether a bracket opens right before a word.
    pub fn opens(&self, at: usize) -> bool {
        let before = (self.tokens[at] as usize).checked_sub(1);
        before.is_some_and(|token| self.text.tokens.list[token].kind == Kind::Mark('('))
    }

    pub fn bytes(&self, words: &Range<usize>) -> Range<u32> {
        let list = &self.text.tokens.list;
        let first = list[self.tokens[words.start] as usize];
        let last = list[self.tokens[words.end - 1] as usize];
        first.start..last.end
    }
}
