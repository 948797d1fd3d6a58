//! Whom a label is about.

mod acts;
mod compete;
mod irrealis;
mod phrase;
mod references;
#[cfg(test)]
mod tests;

use crate::lexicon::{ActorIx, Found, Lexicon, Mention, Target};
use crate::text::Text;
use references::{Reference, Seen};
use rustc_hash::FxHashMap;

/// How a mention came to its actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Binding {
    /// `phrase`: a name in the same noun phrase.
    Phrase,
    /// `repetition`: the same word stood in a phrase with that name earlier in the article.
    Repetition,
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
            Binding::Repetition => "repetition",
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
///
/// Source of the order: METHOD.md, *Actor of a label*. A mention of a frame about kinds of actor
/// goes to a name in its own noun phrase, else (with the article) to the name that its word stood
/// with in a phrase before (*مرتزقة فاغنر* … *المرتزقة*), else to the nearest earlier name of such a kind in the
/// sentence, else (a definite description) to the actor of such a kind named last before it, else
/// to the one the article names most often. One about the agent or the victim of an act goes to
/// who does or suffers it in the clause.
pub fn bind(lexicon: &Lexicon, parts: &[(&Text, &Found)]) -> Vec<Vec<Bound>> {
    let counts = Counts::of(lexicon, parts);
    let mut seen = Seen::default();
    parts
        .iter()
        .map(|(text, found)| {
            let references = references::of(lexicon, text, found, &mut seen.clone());
            let mut part = Part {
                lexicon,
                text,
                found,
                references,
                counts: &counts,
            };
            let bound = part.bind(&mut seen);
            compete::settle(lexicon, text, found, bound)
        })
        .collect()
}

/// A mention's actor, how it was found, and how far away, in tokens.
#[derive(Clone, Debug)]
struct Candidate {
    actor: Option<ActorIx>,
    binding: Binding,
    distance: u32,
}

impl Candidate {
    fn new(actor: ActorIx, binding: Binding, distance: u32) -> Candidate {
        Candidate {
            actor: Some(actor),
            binding,
            distance,
        }
    }

    fn nobody() -> Candidate {
        Candidate {
            actor: None,
            binding: Binding::None,
            distance: u32::MAX,
        }
    }
}

/// One part of the article while its mentions are bound.
struct Part<'a> {
    lexicon: &'a Lexicon,
    text: &'a Text<'a>,
    found: &'a Found,
    references: Vec<Reference>,
    counts: &'a Counts,
}

impl<'a> Part<'a> {
    fn bind(&mut self, seen: &mut Seen<'a>) -> Vec<(Candidate, Option<&'static str>)> {
        let mut next = 0;
        let mut bound = Vec::with_capacity(self.found.mentions.len());
        for mention in &self.found.mentions {
            while let Some(reference) = self.references.get(next) {
                if reference.tokens.start >= mention.tokens.start {
                    break;
                }
                seen.note(self.lexicon, reference.actor);
                next += 1;
            }
            let candidate = self.candidate(mention, seen);
            if let (Some(actor), Binding::Phrase) = (candidate.actor, candidate.binding) {
                seen.note_phrase(self.word(mention), actor);
            }
            let irrealis = irrealis::of(self.text, &mention.tokens);
            bound.push((candidate, irrealis));
        }
        for reference in &self.references[next..] {
            seen.note(self.lexicon, reference.actor);
        }
        bound
    }

    fn candidate(&self, mention: &Mention, seen: &Seen) -> Candidate {
        let frame = self.lexicon.frame_of(mention.term);
        let found = match &self.lexicon.frames[frame.0 as usize].target {
            Target::Kinds(kinds) => self.of_kinds(mention, kinds, seen),
            Target::Agent => acts::agent(self, mention),
            Target::Victim => acts::victim(self, mention),
            Target::Any => self.in_phrase(mention, |_| true),
        };
        found.unwrap_or_else(Candidate::nobody)
    }

    fn of_kinds(&self, mention: &Mention, kinds: &[String], seen: &Seen) -> Option<Candidate> {
        let fits = |actor: ActorIx| kinds.contains(&self.lexicon.actors[actor.0 as usize].kind);
        let in_phrase = self.in_phrase(mention, fits);
        if in_phrase.is_some() || phrase::has_nation(self.text, &mention.tokens) {
            return in_phrase;
        }
        let first = self.text.tokens.folded(mention.tokens.start as usize);
        let is_definite = references::is_definite(first);
        let repeated = is_definite
            .then(|| seen.in_phrase(self.word(mention)))
            .flatten();
        if let Some(actor) = repeated.filter(|actor| fits(*actor)) {
            return Some(Candidate::new(actor, Binding::Repetition, FAR));
        }
        self.in_sentence(mention, fits)
            .or_else(|| {
                let last = is_definite.then(|| seen.last(kinds))?;
                last.map(|actor| Candidate::new(actor, Binding::Description, FAR))
            })
            .or_else(|| {
                let actor = self.counts.most_named(self.lexicon, kinds)?;
                Some(Candidate::new(actor, Binding::Article, FAR))
            })
    }

    /// What the forms of the mention's first word have in common: the beginning of its stem.
    fn word(&self, mention: &Mention) -> &str {
        let first = self.text.tokens.folded(mention.tokens.start as usize);
        let stem = self.text.language.stem(first);
        let end = stem
            .char_indices()
            .nth(COMMON)
            .map_or(stem.len(), |(at, _)| at);
        &stem[..end]
    }

    /// A name in the mention's own noun phrase; of several the one right behind it, then the one
    /// right before it.
    fn in_phrase(&self, mention: &Mention, fits: impl Fn(ActorIx) -> bool) -> Option<Candidate> {
        let place = self
            .references
            .partition_point(|r| r.tokens.end <= mention.tokens.start);
        let near = place.saturating_sub(1)..self.references.len().min(place + 3);
        self.references[near]
            .iter()
            .filter(|reference| fits(reference.actor))
            .filter_map(|reference| {
                let distance = phrase::distance(self.text, &mention.tokens, reference)?;
                Some((distance, reference))
            })
            .min_by_key(|(distance, _)| *distance)
            .map(|(distance, reference)| {
                Candidate::new(
                    reference.actor,
                    reference.binding(Binding::Phrase),
                    distance,
                )
            })
    }

    /// The references before a mention, the nearest first.
    fn earlier(&self, mention: &Mention) -> impl Iterator<Item = &Reference> {
        let place = self
            .references
            .partition_point(|r| r.tokens.start < mention.tokens.start);
        self.references[..place].iter().rev()
    }

    /// The nearest earlier name in the sentence.
    fn in_sentence(&self, mention: &Mention, fits: impl Fn(ActorIx) -> bool) -> Option<Candidate> {
        let sentence = self.text.sentence_of(mention.tokens.start);
        let reference = self
            .earlier(mention)
            .take_while(|r| r.tokens.start >= sentence.start)
            .find(|r| fits(r.actor))?;
        let distance = mention.tokens.start.saturating_sub(reference.tokens.end);
        let binding = reference.binding(Binding::Sentence);
        Some(Candidate::new(reference.actor, binding, distance))
    }
}

/// Letters that the forms of a word share: endings are added behind the fourth of nearly any.
const COMMON: usize = 4;

/// Farther than anything in a sentence.
const FAR: u32 = u32::MAX - 1;

/// Whom an article names, and how often.
struct Counts {
    /// In the order in which they are first named.
    actors: Vec<(ActorIx, u32)>,
}

impl Counts {
    fn of(lexicon: &Lexicon, parts: &[(&Text, &Found)]) -> Counts {
        let mut actors: Vec<(ActorIx, u32)> = Vec::new();
        let mut place: FxHashMap<ActorIx, usize> = FxHashMap::default();
        for name in parts.iter().flat_map(|(_, found)| &found.names) {
            debug_assert!((name.actor.0 as usize) < lexicon.actors.len());
            let at = *place.entry(name.actor).or_insert_with(|| {
                actors.push((name.actor, 0));
                actors.len() - 1
            });
            actors[at].1 += 1;
        }
        Counts { actors }
    }

    /// The actor of these kinds that is named most often; of equals the one named first.
    fn most_named(&self, lexicon: &Lexicon, kinds: &[String]) -> Option<ActorIx> {
        let mut best: Option<(ActorIx, u32)> = None;
        for (actor, count) in &self.actors {
            let fits = kinds.contains(&lexicon.actors[actor.0 as usize].kind);
            if fits && best.is_none_or(|(_, most)| *count > most) {
                best = Some((*actor, *count));
            }
        }
        best.map(|(actor, _)| actor)
    }
}
