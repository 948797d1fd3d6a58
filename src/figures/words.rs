//! The words of one sentence with what they do there, as figures are read off them.

use crate::language::{Class, Features, Grammar, Kind, Language};
use crate::lexicon::LanguageLists;
use crate::lexicon::figures::{FigureLimits, FigureWord, Sign, What};
use crate::text::Text;
use crate::text::matcher::Match;
use std::ops::Range;

/// What the words of a text do by the lists: by token what begins there, the longest first.
pub(super) struct Signs {
    senses: Vec<Sense>,
    /// The place of each token's first sense; one more at the end.
    firsts: Vec<u32>,
    /// One bit for each [`Sign`] that begins at a token.
    masks: Vec<u64>,
}

impl Signs {
    pub(crate) fn of(text: &Text, table: &LanguageLists) -> Self {
        let mut found: Vec<Match> = Vec::new();
        table.figures.scan(text, &mut found);
        let count = text.tokens.list.len();
        let mut signs = Signs {
            senses: Vec::with_capacity(found.len()),
            firsts: Vec::with_capacity(count + 1),
            masks: vec![0; count],
        };
        for one in &found {
            let at = one.tokens.start as usize;
            signs.firsts.resize(at + 1, signs.senses.len() as u32);
            let word = table.figure_words[one.pattern.0 as usize];
            signs.masks[at] |= 1 << word.sign as u32;
            // Letters tell nothing of what is glued before a word that was found (ألماني).
            let own = match word.is_fixed {
                true => Features::NONE,
                false => one.features.first().without(Features::GLUED_BEFORE),
            };
            let features = own | text.language.head_features(one.rules.first().head);
            signs.senses.push(Sense {
                word,
                features,
                words: one.tokens.len(),
            });
        }
        signs.firsts.resize(count + 1, signs.senses.len() as u32);
        signs
    }
}

/// What a word or phrase of the lists is where it was found.
#[derive(Clone, Copy)]
pub(super) struct Sense {
    pub word: FigureWord,
    /// Of its first word.
    pub features: Features,
    /// How many words it takes.
    pub words: usize,
}

impl Sense {
    /// What it says happened, if its role is this one.
    pub(crate) fn what(&self, sign: Sign) -> Option<What> {
        self.word.what.filter(|_| self.word.sign == sign)
    }

    pub(crate) fn is(&self, limit: FigureLimits) -> bool {
        self.word.limits.has(limit)
    }
}

/// The words and numbers of one sentence.
pub(super) struct SentenceWords<'t, 'a> {
    text: &'t Text<'a>,
    signs: &'t Signs,
    tokens: Vec<u32>,
    /// What each word is as a number word: asked more than once of every word.
    numbers: Vec<Option<u64>>,
}

impl<'t, 'a> SentenceWords<'t, 'a> {
    pub(crate) fn of(text: &'t Text<'a>, signs: &'t Signs, sentence: &Range<u32>) -> Self {
        let tokens: Vec<u32> = sentence.clone().filter(|at| text.is_word(*at)).collect();
        let folded = tokens.iter().map(|at| text.tokens.folded(*at as usize));
        let numbers = folded.map(|word| text.grammar.number(word)).collect();
        SentenceWords {
            text,
            signs,
            tokens,
            numbers,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(crate) fn language(&self) -> &'static dyn Language {
        self.text.language
    }

    pub(crate) fn grammar(&self) -> &Grammar {
        self.text.grammar
    }

    pub(crate) fn is_number(&self, at: usize) -> bool {
        self.text.tokens.list[self.tokens[at] as usize].kind == Kind::Number
    }

    /// The value of a word, if it is a number word.
    pub(crate) fn number(&self, at: usize) -> Option<u64> {
        self.numbers[at]
    }

    pub(crate) fn folded(&self, at: usize) -> &'t str {
        self.text.tokens.folded(self.tokens[at] as usize)
    }

    /// What begins at a word, the longest first.
    pub(crate) fn senses(&self, at: usize) -> &'t [Sense] {
        let token = self.tokens[at] as usize;
        let senses = self.signs.firsts[token] as usize..self.signs.firsts[token + 1] as usize;
        &self.signs.senses[senses]
    }

    /// Whether a word of this role begins there; nothing does behind the end.
    pub(crate) fn is(&self, at: usize, sign: Sign) -> bool {
        self.is_any(at, &[sign])
    }

    pub(crate) fn is_any(&self, at: usize, signs: &[Sign]) -> bool {
        let mask = self
            .tokens
            .get(at)
            .map_or(0, |token| self.signs.masks[*token as usize]);
        signs.iter().any(|sign| mask >> *sign as u32 & 1 == 1)
    }

    /// The same with nothing glued before it but a conjunction.
    pub(crate) fn is_bare(&self, at: usize, sign: Sign) -> bool {
        let mut senses = self.senses(at).iter();
        self.is(at, sign)
            && senses.any(|sense| {
                let glued = sense.features.glued_before();
                sense.word.sign == sign && glued.without(Features::JOINED) == Features::NONE
            })
    }

    /// Whether a word opens a stretch that only tells where, when or how.
    pub(crate) fn is_adjunct(&self, at: usize) -> bool {
        let folded = self.folded(at);
        let preposed = Features::BY | Features::FOR;
        self.is_bare(at, Sign::Adjunct)
            || self.class(at) == Class::Time
            || self.grammar().weekday(folded).is_some()
            || (self.shape(at).has_any(preposed)
                && !self.grammar().is_function_word(folded)
                && !self.is(at, Sign::Act))
    }

    /// What a word looks like by its letters.
    pub(crate) fn shape(&self, at: usize) -> Features {
        self.language().shape(self.folded(at))
    }

    /// The class of a word in grammar.
    pub(crate) fn class(&self, at: usize) -> Class {
        self.grammar().class(self.folded(at))
    }

    /// Whether *and* is glued to a word, or the word is just that.
    pub(crate) fn is_joined(&self, at: usize) -> bool {
        self.shape(at).has(Features::AND)
    }

    /// Whether a word is *and* and nothing else, as before digits (و3).
    pub(crate) fn is_and(&self, at: usize) -> bool {
        self.is_joined(at) && self.folded(at).chars().count() == 1
    }

    /// Whether a number joined by و begins at a word: an item of a list, behind a comma or not.
    pub(crate) fn joins_number(&self, at: usize) -> bool {
        if self.is_and(at) {
            return at + 1 < self.len() && self.is_number(at + 1);
        }
        let value = || self.number(at);
        // واحد is *one*.
        self.is_joined(at) && value().is_some_and(|value| value != 1)
    }

    /// Whether nothing but space stands between two neighbouring words (quotation marks do not
    /// part them, nor do brackets round a number: ضبط (12) متهما).
    pub(crate) fn touch(&self, a: usize, b: usize) -> bool {
        let between = self.tokens[a] as usize + 1..self.tokens[b] as usize;
        let is_bracketed = self.is_number(a) && self.opens_with(a, &['(', '«', '“']);
        let mut marks = self.text.tokens.list[between].iter();
        marks.all(|token| match token.kind {
            Kind::Mark('"' | '«' | '“' | '(' | '‹' | '\u{640}' | '-') => true,
            Kind::Mark(')' | '»' | '”') => is_bracketed,
            _ => false,
        })
    }

    /// Whether there is a word behind another, with nothing but space between.
    pub(crate) fn goes_on(&self, at: usize) -> bool {
        at + 1 < self.len() && self.touch(at, at + 1)
    }

    pub(crate) fn follows(&self, at: usize, mark: char) -> bool {
        let next = self.tokens[at] as usize + 1;
        let next = self.text.tokens.list.get(next);
        next.is_some_and(|token| token.kind == Kind::Mark(mark))
    }

    /// Whether nothing but one of the signs of dates and results stands between two words.
    pub(crate) fn joined_by_sign(&self, a: usize, b: usize) -> bool {
        let between = &self.text.tokens.list[self.tokens[a] as usize + 1..self.tokens[b] as usize];
        matches!(between, [token] if matches!(token.kind, Kind::Mark('-' | '–' | '/' | ':' | '\\')))
    }

    /// Whether letters stand right before a number that are no و or preposition (السلام2).
    pub(crate) fn is_glued(&self, at: usize) -> bool {
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

    /// Whether a word stands right behind the one before it, without a space.
    pub(crate) fn is_glued_on(&self, at: usize) -> bool {
        let end = |before: usize| self.text.tokens.list[self.tokens[before] as usize].end;
        let start = |at: usize| self.text.tokens.list[self.tokens[at] as usize].start;
        at > 0 && at < self.len() && end(at - 1) == start(at)
    }

    /// Whether a bracket opens right before a word.
    pub(crate) fn opens(&self, at: usize) -> bool {
        self.opens_with(at, &['('])
    }

    fn opens_with(&self, at: usize, marks: &[char]) -> bool {
        let before = (self.tokens[at] as usize).checked_sub(1);
        let kind = before.map(|token| self.text.tokens.list[token].kind);
        matches!(kind, Some(Kind::Mark(mark)) if marks.contains(&mark))
    }

    pub(crate) fn bytes(&self, words: &Range<usize>) -> Range<u32> {
        let list = &self.text.tokens.list;
        let first = list[self.tokens[words.start] as usize];
        let last = list[self.tokens[words.end - 1] as usize];
        first.start..last.end
    }
}
