//! Entries as a lexicon gives them to a language, and the forms that the language makes of them.

use super::{ByWord, Features};

/// Part of speech of an entry, as a researcher states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pos {
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
pub(crate) struct Flags {
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
    /// `abstract`: of a frame about people or groups, but a thing: terrorism.
    pub is_abstract: bool,
    /// `bound`: read only where it is known for sure whom it is about.
    pub bound: bool,
}

/// An entry in citation form, as a lexicon gives it to a language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Citation {
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
/// [`super::Language::rule_name`] says it in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Rule {
    /// The place of what was put before the word in [`super::Language::heads`].
    pub head: u8,
    /// What was done to the rest of it; each language numbers its own, 0 being nothing.
    pub tail: u16,
}

/// How the words of what was found were made.
pub(crate) type Rules = ByWord<Rule>;

impl Rules {
    /// Whether nothing was done to any word.
    pub(crate) fn are_as_written(&self) -> bool {
        self.words().iter().all(|rule| *rule == Rule::default())
    }
}

/// One spelling of one word of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    /// Its folded letters, as [`super::Language::cut`] yields them.
    pub folded: String,
    /// Its letters before folding, for [`super::Language::agrees`].
    pub exact: String,
    /// How it was made.
    pub rule: Rule,
    /// Whether any ending may follow (`*`).
    pub open: bool,
}

/// One way to say an entry: for each of its words the forms it may take, in order.
pub(crate) type Sequence = Vec<Vec<Form>>;

/// Which heads may stand before a body: bit *n* is the *n*-th of [`super::Language::heads`].
pub(crate) type HeadSet = u64;

/// The forms of a word that differ only in what is put before it.
///
/// A noun has some 600 forms, but 40 bodies: keeping bodies makes a table of all entries small
/// and quick to build, and still each form is one that was generated.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Body {
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
pub(crate) struct BodySequence {
    /// For each of its words (and signs) the bodies it may have, in order.
    pub words: Vec<Vec<Body>>,
    /// Whether the first word must stand there but is no part of what is found (لم before a
    /// jussive).
    pub after_first: bool,
}
