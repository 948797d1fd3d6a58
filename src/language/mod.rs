//! What one language knows: its letters, its words, the forms of an entry. Knows nothing of the
//! rest of the house. A new language is a new file here and its lists under `lexicons/`.

pub mod arabic;
mod citation;
mod cutter;
mod features;
mod grammar;
pub mod plain;

pub use arabic::Arabic;
pub use features::{ByWord, Features};
pub use grammar::{Class, Grammar, Shape, Words};

use std::ops::Range;

/// What stands at a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters of one script, with the marks inside them.
    Word,
    /// Digits (either set), with decimal and thousands signs inside.
    Number,
    /// One punctuation mark or other sign; spaces are no tokens.
    Mark(char),
    /// The end of a line (of a paragraph, where the text has no hard line breaks).
    LineEnd,
}

/// One token: where it stands in the text as given, and its folded letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte in the text as given.
    pub start: u32,
    /// One past the last byte (marks that trail a word are left out).
    pub end: u32,
    /// First byte of the folded letters in [`Tokens::letters`].
    pub fold_start: u32,
    /// One past the last byte of the folded letters.
    pub fold_end: u32,
    /// What it is.
    pub kind: Kind,
}

/// A day as a text names it, by the day on which it was written. Weekdays are 1 (Monday) to 7.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayName {
    /// So many days later (*yesterday*: −1).
    ByToday(i8),
    /// The last such weekday, today included (*on Sunday*).
    Last(u8),
    /// The last one before today (*last Sunday*).
    Past(u8),
    /// The first one after today (*next Sunday*).
    Next(u8),
}

/// What a surname follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedBy {
    /// A given name.
    Given,
    /// A word that only names have before it (بن).
    Son,
}

/// The tokens of one text.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// The folded letters of all words and numbers, one after the other.
    letters: String,
    /// The tokens in order.
    pub list: Vec<Token>,
}

impl Tokens {
    /// The folded letters of a token; for a number its Western digits; empty for marks.
    pub fn folded(&self, token: usize) -> &str {
        let t = &self.list[token];
        &self.letters[t.fold_start as usize..t.fold_end as usize]
    }

    /// The folded letters of all tokens; [`Token::fold_start`] and [`Token::fold_end`] are places
    /// in them.
    pub fn letters(&self) -> &[u8] {
        self.letters.as_bytes()
    }

    /// Forgets the tokens but keeps the memory.
    pub fn clear(&mut self) {
        self.letters.clear();
        self.list.clear();
    }
}

/// Part of speech of an entry, as a researcher states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pos {
    /// `noun`
    Noun,
    /// `adj`
    Adjective,
    /// `verb`, in its third person masculine singular perfect
    Verb,
    /// `name`
    Name,
    /// `phrase`
    Phrase,
    /// `fixed`: as written, no forms
    Fixed,
}

/// What a researcher may say of an entry's forms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// `human`: takes the sound masculine plural.
    pub human: bool,
    /// `fem`: takes ة.
    pub fem: bool,
    /// `defective`: drops its final ya.
    pub defective: bool,
    /// `noart`: never takes the article.
    pub noart: bool,
    /// `noprefix`: nothing is glued to it but the article (and what stands before that).
    pub noprefix: bool,
    /// `nopro`: takes no pronoun.
    pub nopro: bool,
    /// `invariant`: only itself, with proclitics.
    pub invariant: bool,
    /// `ta_fold`: ة and ه are one.
    pub ta_fold: bool,
    /// `anyhamza`: any spelling of hamza agrees.
    pub anyhamza: bool,
}

/// An entry in citation form, as a lexicon gives it to a language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// The entry; a space makes a phrase, a final `*` any ending.
    pub term: String,
    /// Its part of speech, where stated.
    pub pos: Option<Pos>,
    /// Irregular stems (broken plural, imperfect first for verbs); for phrases whole phrases.
    pub stems: Vec<String>,
    /// Further statements.
    pub flags: Flags,
    /// Forms that are another word.
    pub exclude: Vec<String>,
}

/// How a form was made from its entry: which head stands before which tail;
/// [`Language::rule_name`] says it in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rule {
    /// The place of what was put before the word in [`Language::heads`].
    pub head: u8,
    /// What was done to the rest of it; each language numbers its own, 0 being nothing.
    pub tail: u16,
}

/// How the words of what was found were made.
pub type Rules = ByWord<Rule>;

impl Rules {
    /// Whether nothing was done to any word.
    pub fn are_as_written(&self) -> bool {
        self.words().iter().all(|rule| *rule == Rule::default())
    }
}

/// One spelling of one word of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Its folded letters, as [`Language::cut`] yields them.
    pub folded: String,
    /// Its letters before folding, for [`Language::agrees`].
    pub exact: String,
    /// How it was made.
    pub rule: Rule,
    /// Whether any ending may follow (`*`).
    pub open: bool,
}

/// One way to say an entry: for each of its words the forms it may take, in order.
pub type Sequence = Vec<Vec<Form>>;

/// Which heads may stand before a body: bit *n* is the *n*-th of [`Language::heads`].
pub type HeadSet = u64;

/// The forms of a word that differ only in what is put before it.
///
/// A noun has some 600 forms, but 40 bodies: keeping bodies makes a table of all entries small
/// and quick to build, and still each form is one that was generated.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Body {
    /// Folded letters after the head; of a sign the sign itself.
    pub folded: String,
    /// The same before folding.
    pub exact: String,
    /// [`Rule::tail`].
    pub tail: u16,
    /// Its features, those of the head left out.
    pub features: Features,
    /// The heads it takes; bit 0 (none) included or not.
    pub heads: HeadSet,
    /// Whether any ending may follow (`*`).
    pub open: bool,
}

/// One way to say an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BodySequence {
    /// For each of its words (and signs) the bodies it may have, in order.
    pub words: Vec<Vec<Body>>,
    /// Whether the first word must stand there but is no part of what is found (لم before a
    /// jussive).
    pub after_first: bool,
}

/// What a language knows.
pub trait Language: Sync + Send {
    /// Its code, such as `ar`.
    fn code(&self) -> &'static str;
    /// Cuts a text into tokens, appended to `into`; offsets are bytes of `text` plus `offset`.
    fn cut(&self, text: &str, offset: u32, into: &mut Tokens);
    /// The folded letters of a word or phrase (words parted by one space; signs left out).
    fn fold(&self, words: &str) -> String {
        let mut tokens = Tokens::default();
        self.cut(words, 0, &mut tokens);
        let words = (0..tokens.list.len()).map(|token| tokens.folded(token));
        let words: Vec<&str> = words.filter(|folded| !folded.is_empty()).collect();
        words.join(" ")
    }
    /// A word as written, composed and without marks but with its hamzas.
    fn exact(&self, surface: &str) -> String;
    /// A name without all that its spellings may differ in, even letters that are two elsewhere (in
    /// Arabic ة and ه): only to tell that two names may be one.
    fn loose(&self, name: &str) -> String {
        name.to_lowercase()
    }
    /// What may stand glued before a word, folded (in Arabic conjunctions, prepositions, article);
    /// the first is always nothing, and there are at most 64.
    fn heads(&self) -> &'static [&'static str] {
        &[""]
    }
    /// What a folded word looks like by its letters, of which nothing more is known.
    fn shape(&self, _folded: &str) -> Features {
        Features::NONE
    }
    /// A folded word behind what is glued before it, where that is just so much: behind *by* the
    /// word that it governs, behind the article the bare noun.
    fn behind<'a>(&self, folded: &'a str, glued: Features) -> Option<&'a str> {
        let mut heads = (0..).zip(self.heads());
        heads.find_map(|(at, head)| {
            let rest = folded.strip_prefix(head)?;
            (self.head_features(at) == glued).then_some(rest)
        })
    }
    /// What a head, by its place in [`Language::heads`], adds to the features of a word.
    fn head_features(&self, _head: u8) -> Features {
        Features::NONE
    }
    /// Every form of an entry, without heads: one sequence for the term and each phrase among its
    /// stems. Signs in a phrase are words of one spelling. [`Citation::exclude`] is not looked at.
    fn bodies(&self, entry: &Citation) -> Vec<BodySequence>;
    /// Every form of an entry that is not excluded: one sequence for the term and each phrase
    /// among its stems.
    fn forms(&self, entry: &Citation) -> Vec<Sequence> {
        citation::forms(self, entry)
    }
    /// Whether a word in the text (as written) may be this form, although their folded letters
    /// are the same (in Arabic: its hamzas do not contradict the form's).
    fn agrees(&self, exact: &str, surface: &str) -> bool;
    /// Whether a word as written holds letters that [`Language::agrees`] looks at; where it holds
    /// none, every form agrees, and nobody need ask.
    fn is_explicit(&self, _surface: &str) -> bool {
        true
    }
    /// What a rule did, in words for a report.
    fn rule_name(&self, rule: Rule) -> String;
    /// What rules did, word by word: `ال · ال + plural ات`.
    fn rule_names(&self, rules: &Rules) -> String {
        match rules.words() {
            [] => self.rule_name(Rule::default()),
            [_, _, ..] if rules.are_as_written() => self.rule_name(Rule::default()),
            words => {
                let names: Vec<_> = words.iter().map(|rule| self.rule_name(*rule)).collect();
                names.join(" · ")
            }
        }
    }
    /// The kind of a rule, where many differ in little (in Arabic in the pronoun they append).
    fn rule_kind(&self, rule: Rule) -> String {
        self.rule_name(rule)
    }
    /// Whether a rule appends a pronoun.
    fn has_pronoun(&self, _rule: Rule) -> bool {
        false
    }
    /// Whether forms made by a rule are often another word.
    fn is_weak_rule(&self, _rule: Rule) -> bool {
        false
    }
    /// The value of a number word, if the folded word is one. Where a language writes one number
    /// in two words (خمسة عشر), the two parted by a space.
    fn number_word(&self, folded: &str) -> Option<u64>;
    /// The month (1–12) a folded word names, or two words parted by a space (كانون الثاني).
    fn month(&self, folded: &str) -> Option<u8>;
    /// The weekday a folded word names: 1 (Monday) to 7 (Sunday).
    fn weekday(&self, _folded: &str) -> Option<u8> {
        None
    }
    /// The day that folded words name from the first one on, and how many of them do; `before` is
    /// the word before.
    fn day(&self, _before: &str, _words: &[&str]) -> Option<(DayName, usize)> {
        None
    }
    /// How many words the name of a place takes that follows the first of some folded words (in
    /// Arabic في مدينة حلب: 1); `None` where it is no word for a place in which something is.
    fn place(&self, _before: &str, _words: &[&str]) -> Option<usize> {
        None
    }
    /// The folded word without what is only grammar (clitics, article), for comparing content.
    fn stem<'a>(&self, folded: &'a str) -> &'a str;
    /// The stem without an ending that the press spells in two ways (in Arabic ة and ه): the same
    /// for a word and its usual misspelling, so that two texts can be compared.
    fn loose_stem<'a>(&self, folded: &'a str) -> &'a str {
        self.stem(folded)
    }
    /// A folded adjective of origin without what its case, number and gender add, so that all its
    /// forms are the same (in Arabic المالية and ماليين); other words may be cut, too.
    fn origin<'a>(&self, folded: &'a str) -> &'a str {
        folded
    }
    /// Whether a folded word may be an adjective of origin by its ending; asked before
    /// [`Language::origin`] for nearly every word of some phrases, so it must be cheap.
    fn may_be_origin(&self, _folded: &str) -> bool {
        true
    }
    /// The rows of the built-in `grammar.csv` of this language: word, class, value, and more.
    fn grammar_rows(&self) -> &'static str {
        ""
    }
    /// What its words do in a sentence, by the built-in rows. Where word lists are at hand, theirs
    /// holds: [`crate::text::Text::grammar`].
    fn grammar(&self) -> &'static Grammar {
        grammar::built_in(self.code())
    }
    /// The class of a folded word that steers the reading of voices, whatever is glued before it.
    fn class(&self, words: &Words, word: &str) -> Class {
        words.steering(word).unwrap_or_default()
    }
    /// Whether a folded word is of a class, in the forms that its words take in it.
    fn is(&self, words: &Words, word: &str, class: Class) -> bool {
        words.has(word, class)
    }
    /// Whether the letters of a folded word tell so much.
    fn has_shape(&self, _words: &Words, _word: &str, _shape: Shape) -> bool {
        false
    }
    /// A folded word without its article; `None` where it has none.
    fn without_article<'a>(&self, _word: &'a str) -> Option<&'a str> {
        None
    }
    /// A folded noun as a row may list it: without pronoun and case.
    fn listed_noun<'a>(&self, _words: &Words, word: &'a str) -> &'a str {
        word
    }
    /// The noun of a definite description, without what stands before it; `None` for other words.
    fn described_noun<'a>(&self, word: &'a str) -> Option<&'a str> {
        self.without_article(word)
    }
    /// Whether a folded word is an adjective that may tell of what nation somebody is.
    fn is_nation(&self, _words: &Words, _word: &str) -> bool {
        false
    }
    /// Whether what a label says is `negated` or only `possible`; nothing where it is said.
    fn irrealis(
        &self,
        _words: &Words,
        _tokens: &Tokens,
        _sentence: &Range<u32>,
        _label: &Range<u32>,
    ) -> Option<&'static str> {
        None
    }
    /// Whether a folded word is a given name of persons.
    fn is_given_name(&self, _folded: &str) -> bool {
        false
    }
    /// What the two folded words before a label (the nearer last, each empty where there is none)
    /// make of it: a surname, perhaps.
    fn surname_behind(&self, _before: [&str; 2]) -> Option<NamedBy> {
        None
    }
    /// What a folded word without clitics has in common with others made of the same root, as far
    /// as letters tell it.
    fn root(&self, stem: &str) -> String {
        stem.to_owned()
    }
    /// Folded words without what writers leave out, double or confuse: the same for a word and its
    /// misspellings.
    fn skeleton(&self, folded: &str) -> String {
        folded.to_owned()
    }
    /// The slip by which two folded spellings with one skeleton differ, in words; `None` where it is
    /// not just one.
    fn slip(&self, _one: &str, _other: &str) -> Option<&'static str> {
        None
    }
    /// Whether a folded word is a function word that says nothing of the content.
    fn is_function_word(&self, folded: &str) -> bool;
}

/// The language of a code (`ar`, `en-GB`), or of its usual name in English or Arabic; Arabic where
/// none is given, a plain one for those without a file of their own.
pub fn of(code: Option<&str>) -> &'static dyn Language {
    let given = code_of(code.unwrap_or_default());
    match given.split(['-', '_']).next().unwrap_or_default() {
        "" | "ar" => &Arabic,
        other => plain::of(other),
    }
}

/// The code of a language that is given by its code or its usual name in English or Arabic; what is
/// none of these in small letters.
pub fn code_of(given: &str) -> String {
    let given = given.trim().to_lowercase();
    let code = match given.as_str() {
        "ara" | "arabic" | "عربي" | "عربية" | "العربية" => "ar",
        "eng" | "english" | "الإنجليزية" | "إنجليزي" => "en",
        "fra" | "french" | "français" | "الفرنسية" | "فرنسي" => "fr",
        other => other,
    };
    code.to_owned()
}
