//! Whom a label means that names nobody beside it: what somebody is called for short, by a
//! description, or by name.

use super::references::{Reference, Referents};
use super::{Binder, Candidate, FAR, nations};
use crate::framing::{Binding, Mention};
use crate::language::Features;
use crate::lexicon::{ActorIx, Being};

impl Binder<'_> {
    /// The actor that a label means whose sentence names none: of the state the article is about
    /// the one of the kind, else (with the article) the one named last, else the one the article
    /// names most often; of kinds that are not meant from afar only one that is alone.
    pub(super) fn meant_from_afar(
        &self,
        mention: &Mention,
        kinds: &[String],
        seen: &Referents,
    ) -> Option<Candidate> {
        let far: Vec<&str> = kinds
            .iter()
            .map(String::as_str)
            .filter(|kind| self.lexicon.kind(kind).is_some_and(|kind| kind.far))
            .collect();
        let is_definite = Self::is_definite(mention);
        let member = self
            .counts
            .state
            .and_then(|state| nations::member(self, &mention.tokens, state, &far));
        let told = self.counts.state.filter(|_| !self.goes_on(mention));
        let told = told.and_then(|state| self.told_member(mention, state, &far));
        if let Some(actor) = told.filter(|_| self.counts.one_state) {
            return Some(Candidate::new(actor, Binding::State, FAR));
        }
        if let Some(actor) = told.or(member) {
            let other = |other| other != actor && self.is_called(other, mention);
            let is_body = self.lexicon.being(actor) != Being::Person;
            let named_so =
                is_definite && is_body && !self.goes_on(mention) && self.is_called(actor, mention);
            let known = self.counts.one_state && named_so;
            let binding = match known && !self.counts.any(other) {
                true => Binding::State,
                false => Binding::Article,
            };
            return Some(Candidate::new(actor, binding, FAR));
        }
        if let Some(actor) = seen.last(&far).filter(|_| is_definite) {
            let called = self.is_called(actor, mention);
            let sole = called && seen.is_sole(&far) && self.may_be_sole(actor);
            return Some(Candidate::new(actor, Binding::described(sole), FAR));
        }
        let is_far = |actor: ActorIx| far.contains(&self.kind(actor));
        let is_first = |actor: ActorIx| kinds.first().is_some_and(|kind| self.kind(actor) == kind);
        let actor = self.counts.most_named(is_far);
        let actor = actor.or_else(|| self.counts.only(is_first))?;
        Some(Candidate::new(actor, Binding::Article, FAR))
    }

    /// Whether a label is something that happens, by its first word or its last (ذكرى الثورة).
    pub(super) fn happens(&self, mention: &Mention) -> bool {
        let grammar = self.text.grammar;
        let stem = self.stem(mention);
        let last = self
            .text
            .tokens
            .folded(mention.tokens.end.saturating_sub(1) as usize);
        let last = self.text.language.without_article(last).unwrap_or(last);
        [stem, last].iter().any(|word| grammar.is_event(word)) || grammar.is_verbal_noun(stem)
    }

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

    /// The kinds that a label's words tell (شرطة, جيش), those that every such word tells; none where
    /// two words tell different ones.
    fn kinds_called(&self, mention: &Mention) -> Vec<&str> {
        let words = mention.tokens.clone().filter(|at| self.text.is_word(*at));
        let folded = |at: u32| self.text.tokens.folded(at as usize);
        let of_word = |at: u32| -> Vec<&str> {
            let stem = self.text.language.stem(folded(at));
            let kinds = self.lexicon.kinds.iter();
            let told = kinds.filter(|kind| kind.called.iter().any(|word| word == stem));
            told.map(|kind| kind.name.as_str()).collect()
        };
        let told = words.map(of_word).filter(|kinds| !kinds.is_empty());
        let shared = told.reduce(|all, more| {
            let both = all.into_iter().filter(|kind| more.contains(kind));
            both.collect()
        });
        shared.unwrap_or_default()
    }

    /// Who acts for a state in the kinds of a frame: of those that the label's words tell, if they
    /// tell any of the frame's.
    pub(super) fn member_of_kinds(
        &self,
        mention: &Mention,
        state: usize,
        kinds: &[String],
    ) -> Option<ActorIx> {
        let told = self.kinds_called(mention);
        let kinds = match told
            .iter()
            .any(|told| kinds.iter().any(|kind| kind == told))
        {
            true => told,
            false => kinds.iter().map(String::as_str).collect(),
        };
        nations::member(self, &mention.tokens, state, &kinds)
    }

    /// The one who acts for a state of whom a label's words tell the kind, in a frame about such: the
    /// only one of it, or the only one that is called so.
    fn told_member(&self, mention: &Mention, state: usize, far: &[&str]) -> Option<ActorIx> {
        let kinds = self.kinds_called(mention);
        if !kinds.iter().any(|kind| far.contains(kind)) {
            return None;
        }
        let actors = self.lexicon.states[state].actors.iter().copied();
        let of_kind: Vec<ActorIx> = actors
            .filter(|actor| kinds.contains(&self.kind(*actor)))
            .collect();
        match of_kind.as_slice() {
            [only] => Some(*only),
            several => {
                let mut called = several
                    .iter()
                    .filter(|actor| self.is_called(**actor, mention));
                let first = called.next()?;
                called.next().is_none().then_some(*first)
            }
        }
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
