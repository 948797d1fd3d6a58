//! From mentions to actors and scores. May not see events.

mod bind;
mod choose;
mod compose;
mod find;
mod longest;
mod mention;
mod scan;
mod scores;

pub(crate) use bind::bind;
pub(crate) use find::{Found, find, find_all, may_have_terms};
pub(crate) use mention::{Binding, Mention};
pub(crate) use scores::{Score, scores};

use crate::corpus::{Article, Part};
use crate::language;
use crate::lexicon::Lexicon;
use crate::text::{self, Text};

/// A part of an article, ready to be read.
pub(crate) fn prepare<'a>(article: &'a Article, part: Part, lexicon: &'a Lexicon) -> Text<'a> {
    let language = language::of(article.language.as_deref());
    let title = (part == Part::Body).then_some(article.title.as_str());
    let furniture = lexicon.furniture(language);
    text::prepare(
        article.part(part),
        part,
        title,
        &article.source,
        lexicon.grammar(language),
        furniture,
    )
}
