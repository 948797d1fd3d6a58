//! Which articles tell the same event; copies; figures; coverage. May never see lexicons or
//! framing: whether two articles report one event must not depend on how they frame it.

mod align;
mod clocks;
mod copies;
mod correct;
mod explain;
mod happenings;
mod learned;
mod link;
mod outline;
mod pairs;
mod reasons;
mod shared;
mod similarity;
mod stories;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod timeline;
mod weigh;
mod when;

pub(crate) use align::{align, group};
pub(crate) use explain::{Evidence, Explanation, GroupSign, Linked, explain};
pub(crate) use happenings::{
    ActClasses, Being, Happening, HappeningOptions, Known, Passage, Roles, Told, happenings,
};
pub(crate) use outline::{Outline, Stems, outline};
pub(crate) use pairs::Apart;
pub(crate) use reasons::{LinkWording, Reasons, SharedWords};
pub(crate) use shared::{Sentences, left_out, shared_sentences};
pub(crate) use when::{Occasion, most_named, occasion};

use crate::corpus::{ArticleIx, SourceIx, Stamp};
use std::ops::Range;

/// An event's place in [`Alignment::events`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct EventIx(pub u32);

/// One article as alignment sees it.
pub(crate) struct Witness<'a> {
    /// Its id (ties are broken by it).
    pub id: &'a str,
    /// Who published it.
    pub source: SourceIx,
    /// When, if known.
    pub date: Option<Stamp>,
    /// The event its table says it tells, if given: overrides what is found.
    pub given_event: Option<&'a str>,
    /// The event a corrected grouping says it tells, if that names it: overrides all else. What it
    /// changes is told in [`Alignment::moves`].
    pub corrected_event: Option<&'a str>,
    /// Whether its source is a news agency, from which others take texts.
    pub is_agency: bool,
    /// What it says.
    pub outline: &'a Outline,
}

/// How alignment is done; see the settings of the same names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AlignOptions {
    /// Hours.
    pub window_hours: u32,
    /// Least similarity with an event's core.
    pub similarity: f64,
    /// Least share of word 4-grams in common of a copy.
    pub copy_overlap: f64,
}

/// One event.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Event {
    /// Its name in the tables: the user's, or `e0001` … in order of first date, then first id.
    pub name: String,
    /// Its articles, sorted by date (missing last), then id.
    pub articles: Vec<ArticleIx>,
    /// The article nearest its core, whose title is its headline.
    pub core: ArticleIx,
    /// Mean similarity of its articles with the core (0 … 1); `None` with one article.
    pub cohesion: Option<f64>,
}

/// Where an event stands in a story: events of the same names over days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Story {
    /// The first event of the story.
    pub first: EventIx,
    /// The earlier event that this one goes on from; `None` for the first.
    pub before: Option<EventIx>,
}

/// Two articles of which one takes over the other's text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Copy {
    /// The later one (by date, then id), or the one that is no agency's.
    pub article: ArticleIx,
    /// The one it agrees with.
    pub of: ArticleIx,
    /// Share of the shorter one's word 4-grams that the other has too (0 … 1).
    pub overlap: f64,
    /// What tells which of the two has it from the other; `None` where nothing does.
    pub direction: Option<Direction>,
}

/// What tells which of two articles has its text from the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// One is of a news agency.
    Agency,
    /// One was surely published first.
    Date,
}

/// A link between two articles of one event, with its reasons.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Link {
    /// The two articles, lower index first.
    pub articles: (ArticleIx, ArticleIx),
    /// Similarity (0 … 1), as linking saw it.
    pub similarity: f64,
    /// What each sign added to the log-odds of it, in the order of [`Sign::ALL`].
    pub parts: [f32; Sign::ALL.len()],
    /// Hours between their stamps as given: at least so many, where one has no time of day; `None`
    /// where one has no date.
    pub hours_apart: Option<f64>,
    /// The rare words that both have, the rarest first; [`LinkWording::reasons`] reads them.
    pub shared: Box<[Stem]>,
}

/// What speaks for or against two articles telling one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// Words that both have.
    Content,
    /// The same without long vowels: other forms of these words.
    Forms,
    /// How much is like one of them.
    Crowding,
    /// The time between them.
    Hours,
    /// They are of one source.
    SameSource,
    /// Their titles begin with one word.
    SameHeadline,
    /// There are few other articles that they could be taken for.
    Sparseness,
}

impl Sign {
    /// All of them; the first ones as they were learned.
    pub(crate) const ALL: [Sign; 7] = [
        Sign::Content,
        Sign::Forms,
        Sign::Crowding,
        Sign::Hours,
        Sign::SameSource,
        Sign::SameHeadline,
        Sign::Sparseness,
    ];
}

/// The number that stands for the stem of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Stem(u32);

/// An article that a corrected grouping put elsewhere than it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Move {
    /// The article.
    pub article: ArticleIx,
    /// The event it told without the correction, by its name then.
    pub from: String,
    /// The event it tells now.
    pub to: EventIx,
}

/// Which article tells which event.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Alignment {
    /// The events, in the order of their names.
    pub events: Vec<Event>,
    /// The event of each article; every article has one.
    pub event_of: Vec<EventIx>,
    /// Links inside events, sorted by event and articles.
    pub links: Vec<Link>,
    /// What a corrected grouping changed, in the order of the articles: those that it names, and
    /// those that followed them.
    pub moves: Vec<Move>,
    /// Hours by which each source stamps its articles later than others stamp the same texts
    /// (negative: earlier); 0 where too little is known. Similarity takes them off.
    pub late_hours: Vec<f64>,
    /// The story of each event; `None` where no other is surely of it. Empty where stories were not
    /// looked for.
    pub stories: Vec<Option<Story>>,
    /// Whether each source stamps its articles in batches, so that its stamps do not say when they
    /// were published.
    pub batched: Vec<bool>,
    /// Pairs of articles with shared text, sorted.
    pub copies: Vec<Copy>,
    /// For each article the witness it is collapsed to: itself, or the earliest of its
    /// copies, an agency's before others.
    pub witness: Vec<ArticleIx>,
}

/// A sentence that two texts have, perhaps in other words: bytes of the two texts as given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SharedSentence {
    /// In the text copied.
    pub from: Range<u32>,
    /// In the copy.
    pub to: Range<u32>,
    /// The words that both have, in order: each in the text copied and in the copy.
    pub kept: Vec<(Range<u32>, Range<u32>)>,
    /// What lies between them.
    pub changed: Vec<Substitution>,
}

/// A place where a copy words differently what it copies: bytes of the two texts as given (an
/// empty range where words were added or dropped).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Substitution {
    /// In the text copied.
    pub from: Range<u32>,
    /// In the copy.
    pub to: Range<u32>,
    /// How many words stand there, in the text copied and in the copy.
    pub words: (usize, usize),
}
