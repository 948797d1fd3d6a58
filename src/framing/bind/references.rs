//! Names of actors and the definite descriptions that stand for them.

use super::phrase;
use crate::framing::{Binding, Found};
use crate::language::{Class, Kind, Shape};
use crate::lexicon::{ActorIx, Being, Lexicon};
use crate::text::Text;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A place where a text speaks of an actor.
#[derive(Clone, Debug)]
pub(super) struct Reference {
    pub tokens: Range<u32>,
    pub actor: ActorIx,
    /// Where a description (الجماعة) stands for the name: whether only one who was named before can
    /// be meant.
    pub described: Option<Binding>,
    /// Whether it only tells to whom another one is linked.
    pub linked: bool,
}

impl Reference {
    /// How a mention is bound that comes to this reference in a way: where a description stands for
    /// the name, by the less sure of both.
    pub(crate) fn binding(&self, way: Binding) -> Binding {
        self.described.map_or(way, |described| described.max(way))
    }
}

/// Who was named last, of each kind, newest last.
#[derive(Clone, Debug, Default)]
pub(super) struct Referents<'a> {
    last: Vec<(&'a str, ActorIx)>,
    named: Vec<(&'a str, ActorIx)>,
    phrases: FxHashMap<String, ActorIx>,
    /// Who did what a word tells of; `None` where several did.
    acts: FxHashMap<String, Option<ActorIx>>,
}

impl<'a> Referents<'a> {
    pub(crate) fn note(&mut self, lexicon: &'a Lexicon, actor: ActorIx) {
        let kind = lexicon.actors[actor.0 as usize].kind.as_str();
        if !self.named.contains(&(kind, actor)) {
            self.named.push((kind, actor));
        }
        match self.last.iter().position(|(known, _)| *known == kind) {
            Some(place) => {
                self.last[place].1 = actor;
                self.last[place..].rotate_left(1);
            }
            None => self.last.push((kind, actor)),
        }
    }

    /// Notes that a word stood in a phrase with a name.
    pub(crate) fn note_phrase(&mut self, word: &str, actor: ActorIx) {
        self.phrases.insert(word.to_owned(), actor);
    }

    /// Notes who surely did what a word tells of.
    pub(crate) fn note_act(&mut self, word: String, actor: ActorIx) {
        let known = self.acts.entry(word).or_insert(Some(actor));
        *known = known.filter(|known| *known == actor);
    }

    /// The only one who did before what a word tells of.
    pub(crate) fn act(&self, word: &str) -> Option<ActorIx> {
        self.acts.get(word).copied().flatten()
    }

    /// The name that a word stood in a phrase with last.
    pub(crate) fn in_phrase(&self, word: &str) -> Option<ActorIx> {
        self.phrases.get(word).copied()
    }

    /// The actors named last of each kind, the newest first.
    pub(crate) fn newest(&self) -> impl Iterator<Item = ActorIx> {
        self.last.iter().rev().map(|(_, actor)| *actor)
    }

    /// Whether one actor alone was named of those that are of one of these kinds.
    pub(crate) fn is_sole(&self, kinds: &[impl AsRef<str>]) -> bool {
        let fits = |(kind, _): &&(&str, ActorIx)| kinds.iter().any(|k| k.as_ref() == *kind);
        self.named.iter().filter(fits).count() == 1
    }

    /// The actor named last of those that are of one of these kinds.
    pub(crate) fn last(&self, kinds: &[impl AsRef<str>]) -> Option<ActorIx> {
        self.last
            .iter()
            .rev()
            .find(|(kind, _)| kinds.iter().any(|k| k.as_ref() == *kind))
            .map(|(_, actor)| *actor)
    }
}

/// How many words before a name such a participle may stand: المرتبطة فكريا بتنظيم القاعدة.
const LINK_REACH: u32 = 3;

/// Whether a name only tells to whom another one is linked.
pub(super) fn is_linked(text: &Text, name: &Range<u32>) -> bool {
    let grammar = text.grammar;
    let word = |at: u32| text.tokens.folded(at as usize);
    let from = name.start.saturating_sub(LINK_REACH);
    let links = (from..name.start)
        .rev()
        .find(|at| grammar.is(word(*at), Class::Linked));
    let joined = |at: u32| grammar.has(word(at), Shape::JoinedToLink);
    links.is_some_and(|at| (at + 1..=name.start).any(joined))
}

/// The names of a part and the descriptions that stand for names before them, by place.
///
/// `seen` is who was named before this part began, `state` the one that the article is about.
pub(super) fn of<'a>(
    lexicon: &'a Lexicon,
    text: &Text,
    found: &Found,
    state: Option<usize>,
    seen: &mut Referents<'a>,
) -> Vec<Reference> {
    let mut references: Vec<Reference> = Vec::with_capacity(found.names.len());
    let mut names = found.names.iter().peekable();
    let mut at = 0;
    while at < text.tokens.list.len() as u32 {
        if let Some(name) = names.next_if(|name| name.tokens.start <= at) {
            let linked = is_linked(text, &name.tokens);
            if !linked {
                seen.note(lexicon, name.actor);
            }
            at = at.max(name.tokens.end);
            references.push(Reference {
                tokens: name.tokens.clone(),
                actor: name.actor,
                described: None,
                linked,
            });
            continue;
        }
        if let Some((actor, binding)) = described(lexicon, text, at, state, seen) {
            references.push(Reference {
                tokens: at..at + 1,
                actor,
                described: Some(binding),
                linked: false,
            });
        }
        at += 1;
    }
    references
}

fn described(
    lexicon: &Lexicon,
    text: &Text,
    at: u32,
    state: Option<usize>,
    seen: &Referents,
) -> Option<(ActorIx, Binding)> {
    if text.tokens.list[at as usize].kind != Kind::Word {
        return None;
    }
    let grammar = text.grammar;
    let (noun, kinds) = grammar.description(text.tokens.folded(at as usize))?;
    let next = at as usize + 1;
    let of_states =
        next < text.tokens.list.len() && grammar.is(text.tokens.folded(next), Class::OfStates);
    // الجيش الصيني is nobody named before.
    if of_states || phrase::has_nation(text, &(at..at + 1)) {
        return None;
    }
    // Whoever has the noun in a name (حركة حماس, الجماعة الاقتصادية) before others of the kind.
    let named_so = |ix: &ActorIx| {
        let actor = &lexicon.actors[ix.0 as usize];
        let is_body = || lexicon.being(*ix) == Being::Body;
        let fits = kinds.contains(&actor.kind.as_str()) || is_body();
        fits && actor.is_called(noun)
    };
    if let Some(actor) = seen.newest().find(named_so) {
        let all = seen.named.iter().map(|(_, actor)| actor);
        let own = lexicon.actors[actor.0 as usize].state;
        let sole =
            (own.is_none() || own == state) && all.filter(|actor| named_so(actor)).count() == 1;
        return Some((actor, Binding::described(sole)));
    }
    let actor = seen.last(&kinds)?;
    Some((actor, Binding::Description))
}
