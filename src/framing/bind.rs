//! Whom a label is about.

use crate::lexicon::{ActorIx, Found, Lexicon};
use crate::text::Text;

/// How a mention came to its actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Binding {
    /// `phrase`: a name in the same noun phrase.
    Phrase,
    /// `sentence`: the nearest earlier name of the frame's kind in the sentence.
    Sentence,
    /// `description`: a definite description (الجماعة) of the actor last named.
    Description,
    /// `article`: the article's only or most frequent actor of the kind.
    Article,
    /// `none`: nobody.
    None,
}

impl Binding {
    /// As the tables name it.
    pub fn name(self) -> &'static str {
        match self {
            Binding::Phrase => "phrase",
            Binding::Sentence => "sentence",
            Binding::Description => "description",
            Binding::Article => "article",
            Binding::None => "none",
        }
    }
}

/// What binding adds to a mention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Whom it is about.
    pub actor: Option<ActorIx>,
    /// How that was decided.
    pub binding: Binding,
    /// Whether the mention counts at all: false where a word that stands in several frames is
    /// read in another of them, whose target the text binds it to more closely.
    pub kept: bool,
    /// `negated`, `possible`, or nothing: whether what it says is denied or only possible.
    pub irrealis: Option<&'static str>,
}

/// Binds every mention of an article: for each part, one [`Bound`] a mention, in order.
pub fn bind(_lexicon: &Lexicon, parts: &[(&Text, &Found)]) -> Vec<Vec<Bound>> {
    parts
        .iter()
        .map(|(_, found)| {
            let none = Bound {
                actor: None,
                binding: Binding::None,
                kept: true,
                irrealis: None,
            };
            vec![none; found.mentions.len()]
        })
        .collect()
}
