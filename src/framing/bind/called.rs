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
        let told = self
            .counts
            .state
            .and_then(|state| self.told_member(mention, state));
        let told = told.filter(|actor| far.contains(&self.kind(*actor)) && !self.goes_on(mention));
        if let Some(actor) = told.filter(|_| self.counts.one_state) {
            return Some(Candidate::new(actor, Binding::State, FAR));
        }
        if let Some(actor) = told.or(member) {
            let other = |other| other != actor && self.is_called(other, mention);
            let is_body = self.lexicon.being(actor) != Being::Person;
            let named_so = is_definite && is_body && self.is_called(actor, mention);
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

    /// The kind that a label's words tell of whom a state has many (شرطة, جيش); `None` where they
    /// tell of none or of two.
    pub(super) fn kind_called(&self, mention: &Mention) -> Option<&str> {
        let words = mention.tokens.clone().filter(|at| self.text.is_word(*at));
        let stem = |at: u32| self.text.tokens.folded(at as usize);
        let stems: Vec<&str> = words.map(|at| self.text.language.stem(stem(at))).collect();
        let kinds = self.lexicon.kinds.iter();
        let mut told = kinds.filter(|kind| {
            kind.called
                .iter()
                .any(|word| stems.contains(&word.as_str()))
        });
        let first = told.next()?;
        told.next().is_none().then_some(first.name.as_str())
    }

    /// Who acts for a state in the kinds of a frame: of the kind that the label's words tell.
    pub(super) fn member_of_kinds(
        &self,
        mention: &Mention,
        state: usize,
        kinds: &[String],
    ) -> Option<ActorIx> {
        let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
        let told = self.kind_called(mention);
        let told: Vec<&str> = told
            .into_iter()
            .filter(|kind| kinds.contains(kind))
            .collect();
        let kinds = if told.is_empty() { kinds } else { told };
        nations::member(self, &mention.tokens, state, &kinds)
    }

    /// The one who acts for a state of whom a label's words tell the kind: the only one of it, or
    /// the only one that is called so.
    pub(super) fn told_member(&self, mention: &Mention, state: usize) -> Option<ActorIx> {
        let kind = self.kind_called(mention)?;
        let actors = self.lexicon.states[state].actors.iter().copied();
        let of_kind: Vec<ActorIx> = actors.filter(|actor| self.kind(*actor) == kind).collect();
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
