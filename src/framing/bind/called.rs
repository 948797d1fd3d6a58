//! Whether a label is what somebody is called: for short, by a description, or by name.

use super::references::Reference;
use super::{Binder, Candidate};
use crate::framing::{Binding, Mention};
use crate::language::Features;
use crate::lexicon::{ActorIx, Being};

impl Binder<'_> {
    /// Whether a description can mean nobody else where an actor alone was named: who belongs to a
    /// state, only where the article is about that one (الحكومة is the one of its place).
    pub(super) fn may_be_sole(&self, actor: ActorIx) -> bool {
        let state = self.lexicon.actors[actor.0 as usize].state;
        state.is_none() || state == self.counts.state
    }

    /// Whether a label is what an actor is called for short (الجيش, قوات الأمن), or those of whom it
    /// speaks are its people (رجال الشرطة).
    pub(super) fn is_called(&self, actor: ActorIx, mention: &Mention) -> bool {
        let actor = &self.lexicon.actors[actor.0 as usize];
        let words = mention.tokens.clone().filter(|at| self.text.is_word(*at));
        let stem = |at: u32| {
            self.text
                .language
                .stem(self.text.tokens.folded(at as usize))
        };
        let stems: Vec<&str> = words.map(stem).collect();
        let last = stems.last().filter(|_| stems.len() > 1);
        actor.is_called(&stems.join(" ")) || last.is_some_and(|last| actor.is_called(last))
    }

    /// Whether a label has the article, or the genitive that ends it has.
    pub(super) fn is_definite(mention: &Mention) -> bool {
        let last = mention.features.words().last();
        mention.is_definite() || last.is_some_and(|word| word.has(Features::ARTICLE))
    }

    /// Whom a name that covers a mention names: nobody where the mention stands inside of it (رئيس
    /// *حكومة* كذا) or the name is of a person. `None` where no name covers it.
    pub(super) fn named_so(&self, mention: &Mention) -> Option<Option<Candidate>> {
        let place = self
            .references
            .partition_point(|r| r.tokens.end <= mention.tokens.start);
        let name = self.references.get(place)?;
        let covers = name.tokens.start <= mention.tokens.start
            && mention.tokens.end <= name.tokens.end
            && name.described.is_none();
        let own = name.tokens.start == mention.tokens.start
            && self.lexicon.being(name.actor) != Being::Person;
        covers.then(|| own.then(|| Candidate::new(name.actor, Binding::Phrase, 0)))
    }

    /// Whether a state behind a preposition only tells where something is (تدخل في اليمن, باليمن).
    pub(super) fn is_where(&self, mention: &Mention, reference: &Reference) -> bool {
        let start = reference.tokens.start;
        let first = self
            .text
            .language
            .shape(self.text.tokens.folded(start as usize));
        let parted = start > mention.tokens.end || first.has(Features::BY);
        start >= mention.tokens.end && parted && self.lexicon.being(reference.actor) == Being::State
    }
}
