//! Happenings told in passing: passages of articles that tell different events, about one happening
//! that is the own event of none of them.
//!
//! Found by the class of an act, rare names and what is said of its day; never by frames, so that the
//! wording of a happening cannot make it.

mod clause;
mod evidence;
mod group;
mod identity;
mod names;
mod read;
mod roles;
mod said;
#[cfg(test)]
mod tests;

pub(crate) use group::happenings;
pub(crate) use roles::{ActClasses, Roles};
pub(crate) use said::Said;

use super::EventIx;
use crate::corpus::{ArticleIx, SourceIx, Stamp};
use crate::text::Run;
use std::ops::Range;

/// A class of acts, by its place in [`ActClasses`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ActIx(pub u8);

/// A name in a body that is known without looking at how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    /// Its bytes in the text as given.
    pub bytes: Range<u32>,
    /// What it names.
    pub being: Being,
    /// The same number for all names of one person or state.
    pub id: Option<u32>,
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Being {
    /// A place smaller than a state.
    Place,
    /// A person.
    Person,
    /// A state, which is too large to tell a happening by.
    State,
}

/// An article as happenings see it.
pub(crate) struct Told<'a> {
    /// Who published it.
    pub source: SourceIx,
    /// When, if known.
    pub date: Option<Stamp>,
    /// The event that it tells.
    pub event: EventIx,
    /// Whether it counts: false for a copy that is collapsed to another witness.
    pub counted: bool,
    /// Its body as given.
    pub text: &'a str,
    /// The words of its title and body.
    pub runs: &'a [Run; 2],
    /// What words of its language do.
    pub roles: &'a Roles<'a>,
    /// The names in its body that are known.
    pub known: &'a [Known],
}

/// How happenings are found; see the setting of the same name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HappeningOptions {
    /// Passages of articles further apart never tell one happening in passing.
    pub window_days: u32,
}

/// One happening and the passages that tell it in passing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Happening {
    /// The classes of its act, each once, sorted.
    pub acts: Vec<ActIx>,
    /// The passages, sorted by source, article and place.
    pub passages: Vec<Passage>,
}

/// A clause that tells a happening in passing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Passage {
    /// The article.
    pub article: ArticleIx,
    /// Its bytes in the body as given.
    pub bytes: Range<u32>,
    /// Those of its sentence.
    pub sentence: Range<u32>,
    /// Where the word for the act stands.
    pub act: Range<u32>,
    /// Where the names stand that it shares with the others.
    pub names: Vec<Range<u32>>,
    /// When it says that it was.
    pub said: Option<Said>,
}
