//! What one language knows: its letters, its words, the forms of an entry. Knows nothing of the
//! rest of the house. A new language is a new file here and its lists under `lexicons/`.

pub(crate) mod arabic;
mod citation;
mod cutter;
mod entries;
mod features;
mod grammar;
pub(crate) mod plain;
mod tokens;

pub(crate) use arabic::{Arabic, signs};
pub(crate) use entries::{
    Body, BodySequence, Citation, Flags, Form, HeadSet, Pos, Rule, Rules, Sequence,
};
pub(crate) use features::{ByWord, Features};
pub(crate) use grammar::{Class, Grammar, Shape, Words};
pub(crate) use tokens::{Kind, Token, Tokens};

use std::cmp::Ordering;
use std::ops::Range;

/// A day as a text names it, by the day on which it was written. Weekdays are 1 (Monday) to 7.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayName {
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
pub(crate) enum NamedBy {
    /// A given name.
    Given,
    /// A word that only names have before it (بن).
    Son,
}

/// How what a label says is not simply said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Irrealis {
    /// It is denied.
    Negated,
    /// It is only possible.
    Possible,
    /// It is asked for or aimed at: nobody is said to have or do it.
    Wanted,
    /// It is feared or averted.
    Feared,
    /// It is spoken of as such: a virtue that is taught, a vice that is fought.
    General,
    /// It is the name of a charge.
    Charged,
    /// It is the name of a place, a body or a work.
    Name,
    /// It is said of a game.
    Sport,
}

impl Irrealis {
    /// As the tables name it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Irrealis::Negated => "negated",
            Irrealis::Possible => "possible",
            Irrealis::Wanted => "wanted",
            Irrealis::Feared => "feared",
            Irrealis::General => "general",
            Irrealis::Charged => "charged",
            Irrealis::Name => "name",
            Irrealis::Sport => "sport",
        }
    }
}

/// What a language knows.
pub(crate) trait Language: Sync + Send {
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
    /// Which way the letters of a word run, where they tell it: `Less` is backwards, as programs leave
    /// them that take letters off a page in the order in which it shows them.
    fn run(&self, _word: &str) -> Ordering {
        Ordering::Equal
    }
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
    /// Whether a word as written has the mark of a verbal noun that folding takes from it.
    fn is_marked(&self, _surface: &str) -> bool {
        false
    }
    /// Whether a word as written tells how something is done, and is no subject (ساخرًا).
    fn is_adverbial(&self, _surface: &str) -> bool {
        false
    }
    /// Whether a word as written ends in a letter with dots that is folded with one of none (in
    /// Arabic ي, against ى).
    fn ends_dotted(&self, _surface: &str) -> bool {
        false
    }
    /// Whether a text writes the one without dots for the other (فى).
    fn leaves_dots_out(&self, _text: &str) -> bool {
        false
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
    /// Whether forms made by a rule are often another word.
    fn is_weak_rule(&self, _rule: Rule) -> bool {
        false
    }
    /// The number that a class gives a folded word (a month, a weekday, a number word), in the
    /// forms that its words take; or two words parted by a space.
    fn value(&self, words: &Words, word: &str, class: Class) -> Option<i64> {
        words.number(word, class)
    }
    /// The day that folded words name from the first one on: see [`Grammar::day`].
    fn day(&self, _words: &Words, _before: &str, _named: &[&str]) -> Option<(DayName, usize)> {
        None
    }
    /// How many words the name of a place takes: see [`Grammar::place`].
    fn place(&self, _words: &Words, _before: &str, _named: &[&str]) -> Option<usize> {
        None
    }
    /// The acts that a folded word, or words parted by a space, may tell of: see [`Grammar::acts`].
    fn acts<'a>(&self, words: &'a Words, word: &str) -> Option<&'a str> {
        words.value(word, Class::Act)
    }
    /// What two folded words make of the one behind them: see [`Grammar::surname_behind`].
    fn surname_behind(&self, _words: &Words, _before: [&str; 2]) -> Option<NamedBy> {
        None
    }
    /// The folded word without what is only grammar (clitics, article), for comparing content.
    fn stem<'a>(&self, folded: &'a str) -> &'a str;
    /// The stem without an ending that the press spells in two ways (in Arabic ة and ه): the same
    /// for a word and its usual misspelling, so that two texts can be compared.
    fn loose_stem<'a>(&self, folded: &'a str) -> &'a str {
        self.stem(folded)
    }
    /// The letters of a loose stem that stay in most forms of its family (in Arabic all but the long
    /// vowels): two texts that tell one thing in other forms share them.
    fn consonants(&self, loose_stem: &str) -> String {
        loose_stem.to_owned()
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
    /// Whether what a label says is denied or only possible; `None` where it is simply said.
    fn irrealis(
        &self,
        _words: &Words,
        _tokens: &Tokens,
        _sentence: &Range<u32>,
        _label: &Range<u32>,
    ) -> Option<Irrealis> {
        None
    }
    /// Whether what a label judges is said of nobody: only wanted or feared, meant as such, or a
    /// charge; `owned` where it is known for sure whose it is.
    fn unmeant(
        &self,
        _words: &Words,
        _tokens: &Tokens,
        _sentence: &Range<u32>,
        _label: &Range<u32>,
        _owned: bool,
    ) -> Option<Irrealis> {
        None
    }
    /// Whether a label is the name of a place, a body or a work, as the word before it tells.
    fn is_name(
        &self,
        _words: &Words,
        _tokens: &Tokens,
        _sentence: &Range<u32>,
        _label: &Range<u32>,
    ) -> bool {
        false
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
    /// Whether an unknown folded word has the shape of a plural of people.
    fn may_be_people(&self, _folded: &str) -> bool {
        false
    }
}

/// The code of a language, of its code (`ar`, `en-GB`) or its usual name in English or Arabic.
pub(crate) fn code_of(given: &str) -> String {
    let given = given.trim().to_lowercase();
    let named = signs::NAMES_OF_LANGUAGES.iter();
    let mut named = named.filter(|(_, names)| names.contains(&given.as_str()));
    named
        .next()
        .map_or(given.clone(), |(code, _)| (*code).to_owned())
}

/// The languages with a file of their own.
static OWN: [&dyn Language; 1] = [&Arabic];

/// The language of a code or name; Arabic where none is given, a plain one for those without a
/// folder of their own.
pub(crate) fn of(code: Option<&str>) -> &'static dyn Language {
    let given = code_of(code.unwrap_or_default());
    let given = given.split(['-', '_']).next().unwrap_or_default();
    let own = OWN.into_iter().find(|own| own.code() == given);
    match given {
        "" => &Arabic,
        _ => own.unwrap_or_else(|| plain::of(given)),
    }
}
