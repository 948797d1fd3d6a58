//! What a language's words do in a sentence: a table from each word to its classes, built of the
//! rows of `grammar.csv`, and asked together with the letters of the language.
//!
//! To add a class: a line in `classes.rs` with its key, its rows in
//! `lexicons/ar/grammar.csv`, its meaning in `lexicons/README.md`; then ask
//! `text.grammar.is(word, Class::…)`. Where a class holds for more than the very words of its rows
//! (with an article, with a pronoun), the language's [`Language::is`] says so.

mod classes;
mod words;

pub(crate) use classes::{Class, Shape};
use words::Extent;
pub(crate) use words::Words;

use super::{DayName, Irrealis, Language, NamedBy, Tokens, plain};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

/// The closed words and the nouns of one language, with its letters. What carries meaning (verbs of
/// saying, names) comes from the other lists. All words asked for are folded.
#[derive(Clone)]
pub(crate) struct Grammar {
    /// Whose words they are.
    pub language: &'static dyn Language,
    words: Words,
}

macro_rules! asked {
    ($($(#[$doc:meta])* $name:ident = $class:ident,)*) => {
        impl Grammar {
            $($(#[$doc])* pub(crate) fn $name(&self, word: &str) -> bool {
                self.is(word, Class::$class)
            })*
        }
    };
}

asked! {
    /// Whether a word is a verbal noun, by its rows or shape, which verbs of declaring take.
    is_verbal_noun = VerbalNoun,
    /// Whether a noun is a happening.
    is_event = Event,
    /// Whether a noun is one of saying that one repeats or renews.
    is_speech = Speech,
    /// Whether a noun is what somebody is made to answer for.
    is_blame = Blame,
    /// Whether *about* behind a word belongs to it.
    takes_about = TakesAbout,
    /// Whether a noun heads names of offices and bodies.
    is_head_of_name = HeadOfName,
    /// Whether a noun is a title of persons.
    is_title = Title,
    /// Whether a noun after *according to* is a rule or measure.
    is_rule = Rule,
    /// Whether a noun after *in* says on what occasion somebody spoke.
    is_occasion = Occasion,
    /// Whether a word names those who were spoken to.
    is_audience = Audience,
    /// Whether a word before a headline's colon is what the page offers.
    is_offer = Offer,
    /// Whether a word before a headline's colon is a place.
    is_place = Dateline,
    /// Whether a sentence that begins so steps back.
    is_background = Background,
    /// Whether a word is one of grammar that says nothing of the content.
    is_function_word = Function,
    /// Whether a word is a given name of persons.
    is_given_name = Given,
}

impl Grammar {
    /// The grammar of a language with no word yet.
    pub(crate) fn new(language: &'static dyn Language) -> Self {
        Grammar {
            language,
            words: Words::default(),
        }
    }

    /// Its words.
    pub(crate) fn words(&self) -> &Words {
        &self.words
    }

    /// Adds a word as a row writes it, unfolded; a final `*` means any ending, one at both ends
    /// any beginning as well.
    pub(crate) fn add(&mut self, written: &str, class: Class, value: &str) {
        let (bare, part) = match written.strip_suffix('*') {
            None => (written, Extent::Whole),
            Some(rest) => match rest.strip_prefix('*') {
                None => (rest, Extent::Beginning),
                Some(inside) => (inside, Extent::Inside),
            },
        };
        let folded = self.language.fold(bare);
        self.words.add(&folded, part, class, value);
    }

    /// Adds a name of a news agency, as datelines have it in brackets.
    pub(crate) fn add_agency(&mut self, name: &str) {
        let joined = self.language.fold(name).replace(' ', "");
        self.words.add(&joined, Extent::Whole, Class::Agency, "");
    }

    /// The class of a word that steers the reading of voices, whatever joins it to the word before.
    pub(crate) fn class(&self, word: &str) -> Class {
        self.language.class(&self.words, word)
    }

    /// Whether a word is of a class, in the forms that the language allows it.
    pub(crate) fn is(&self, word: &str, class: Class) -> bool {
        self.language.is(&self.words, word, class)
    }

    /// Whether a word has a shape.
    pub(crate) fn has(&self, word: &str, shape: Shape) -> bool {
        self.language.has_shape(&self.words, word, shape)
    }

    /// Whether a word is definite.
    pub(crate) fn is_definite(&self, word: &str) -> bool {
        self.has(word, Shape::Definite)
    }

    /// Whether a word that may have the article is a verbal noun.
    pub(crate) fn is_definite_verbal_noun(&self, word: &str) -> bool {
        let bare = self.language.without_article(word);
        self.is_verbal_noun(word) || bare.is_some_and(|bare| self.is_verbal_noun(bare))
    }

    /// Whether a word, folded and as written, has the letters of a verbal noun that only a mark
    /// tells from other words, and the mark.
    pub(crate) fn is_causative(&self, word: &str, surface: &str) -> bool {
        self.has(word, Shape::Causative) && self.language.is_marked(surface)
    }

    /// Whether a word has the letters of a verbal noun that an imperfect has, too: ask it only where
    /// no verb can stand.
    pub(crate) fn is_reflexive(&self, word: &str) -> bool {
        self.has(word, Shape::Reflexive)
    }

    /// Whether a word has the letters of a perfect that no noun has.
    pub(crate) fn is_derived_perfect(&self, word: &str) -> bool {
        self.has(word, Shape::DerivedPerfect)
    }

    /// Whether a clause may hang on a noun (*the importance that*): on the listed ones only.
    pub(crate) fn takes_that(&self, word: &str) -> bool {
        let words = &self.words;
        words.has(self.language.listed_noun(words, word), Class::VerbalNoun)
    }

    /// Whether a word behind a label says of what nation it is, known to the lists or not.
    pub(crate) fn is_nation(&self, word: &str) -> bool {
        self.language.is_nation(&self.words, word)
    }

    /// The noun of a definite description of somebody named before, without article, and the kinds
    /// of actor it may stand for; `None` for other words.
    pub(crate) fn description<'a>(&'a self, word: &'a str) -> Option<(&'a str, Vec<&'a str>)> {
        let noun = self.language.described_noun(word)?;
        let kinds = self.words.value(noun, Class::Description)?;
        Some((noun, kinds.split(';').map(str::trim).collect()))
    }

    /// The number that a class gives a word; `None` where the word is not of it.
    fn value(&self, word: &str, class: Class) -> Option<i64> {
        self.language.value(&self.words, word, class)
    }

    /// The value of a number word, if the word is one. Where a language writes one number in two
    /// words (خمسة عشر), the two parted by a space.
    pub(crate) fn number(&self, word: &str) -> Option<u64> {
        let value = self.value(word, Class::Number)?;
        u64::try_from(value).ok()
    }

    /// The month (1–12) a word names, or two words parted by a space (كانون الثاني).
    pub(crate) fn month(&self, word: &str) -> Option<u8> {
        let value = self.value(word, Class::Month)?;
        u8::try_from(value).ok()
    }

    /// The month of the Islamic calendar (1–12) that a word names, or two words parted by a space.
    pub(crate) fn islamic_month(&self, words: &str) -> Option<u8> {
        let value = self.value(words, Class::IslamicMonth)?;
        u8::try_from(value).ok()
    }

    /// Minutes east of Greenwich of a clock that words name, in winter.
    pub(crate) fn zone(&self, words: &str) -> Option<i64> {
        self.value(words, Class::Zone)
    }

    /// The weekday a word names: 1 (Monday) to 7 (Sunday).
    pub(crate) fn weekday(&self, word: &str) -> Option<u8> {
        let value = self.value(word, Class::Weekday)?;
        u8::try_from(value).ok()
    }

    /// The day that words name from the first one on, and how many of them do; `before` is the
    /// word before.
    pub(crate) fn day(&self, before: &str, words: &[&str]) -> Option<(DayName, usize)> {
        self.language.day(&self.words, before, words)
    }

    /// The acts that a word may tell of, as the rows of its class have them; `None` for other words.
    pub(crate) fn acts(&self, word: &str) -> Option<&str> {
        self.language.acts(&self.words, word)
    }

    /// How many words the name of a place takes that follows the first of some words (in Arabic
    /// في مدينة حلب: 1); `None` where it is no word for a place in which something is.
    pub(crate) fn place(&self, before: &str, words: &[&str]) -> Option<usize> {
        self.language.place(&self.words, before, words)
    }

    /// What the two words before a label (the nearer last, each empty where there is none) make of
    /// it: a surname, perhaps.
    pub(crate) fn surname_behind(&self, before: [&str; 2]) -> Option<NamedBy> {
        self.language.surname_behind(&self.words, before)
    }

    /// Whether what a label says is denied or only possible; `None` where it is simply said.
    pub(crate) fn irrealis(
        &self,
        tokens: &Tokens,
        sentence: &Range<u32>,
        label: &Range<u32>,
    ) -> Option<Irrealis> {
        let words = &self.words;
        self.language.irrealis(words, tokens, sentence, label)
    }

    /// Whether what a label judges is only wanted or feared, meant as such, or a charge; `owned`
    /// where it is known for sure whose it is.
    pub(crate) fn unmeant(
        &self,
        tokens: &Tokens,
        sentence: &Range<u32>,
        label: &Range<u32>,
        owned: bool,
    ) -> Option<Irrealis> {
        let words = &self.words;
        self.language.unmeant(words, tokens, sentence, label, owned)
    }

    /// Whether a label is the name of a place, a body or a work.
    pub(crate) fn is_name(
        &self,
        tokens: &Tokens,
        sentence: &Range<u32>,
        label: &Range<u32>,
    ) -> bool {
        let words = &self.words;
        self.language.is_name(words, tokens, sentence, label)
    }
}

/// The built-in grammar of a language, of the rows that are compiled into the program.
pub(super) fn built_in(code: &str) -> &'static Grammar {
    static ALL: LazyLock<BTreeMap<&str, Grammar>> = LazyLock::new(|| {
        let all = plain::all().map(|plain| plain as &dyn Language);
        let all = all.chain(super::OWN);
        all.map(|language| (language.code(), of_rows(language)))
            .collect()
    });
    ALL.get(code).expect("each language is in the table")
}

/// Reads built-in rows. The words, classes and values stand first in a row and hold no comma.
fn of_rows(language: &'static dyn Language) -> Grammar {
    let mut grammar = Grammar::new(language);
    for row in language.grammar_rows().lines().skip(1) {
        let mut cells = row.split(',');
        let [words, key, value] = [(); 3].map(|()| cells.next().unwrap_or_default());
        let Some((_, class)) = Class::ALL.iter().find(|(name, _)| *name == key) else {
            continue;
        };
        for word in words.split(';') {
            grammar.add(word, *class, value);
        }
    }
    let agencies = include_str!("../../../lexicons/agencies.csv")
        .lines()
        .skip(1);
    for name in agencies.filter_map(|row| row.split(',').nth(1)) {
        grammar.add_agency(name);
    }
    grammar
}
