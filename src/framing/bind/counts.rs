//! Whom an article names, and how often.

use super::{nations, references};
use crate::framing::Found;
use crate::lexicon::{ActorIx, Lexicon};
use crate::text::Text;
use rustc_hash::FxHashMap;

/// The names of all parts of an article, those left out that only tell to whom another is linked
/// (المرتبطة بتنظيم القاعدة).
pub(super) struct NameCounts {
    /// In the order in which they are first named.
    actors: Vec<(ActorIx, u32)>,
    /// The state the article is about, by its place in [`Lexicon::states`].
    pub state: Option<usize>,
    /// Whether it names no other state.
    pub one_state: bool,
}

impl NameCounts {
    pub(crate) fn of(lexicon: &Lexicon, parts: &[(&Text, &Found)]) -> NameCounts {
        let mut actors: Vec<(ActorIx, u32)> = Vec::new();
        let mut place: FxHashMap<ActorIx, usize> = FxHashMap::default();
        for (text, found) in parts {
            for name in &found.names {
                if references::is_linked(text, &name.tokens) {
                    continue;
                }
                let at = *place.entry(name.actor).or_insert_with(|| {
                    actors.push((name.actor, 0));
                    actors.len() - 1
                });
                actors[at].1 += 1;
            }
        }
        let places = parts.iter().flat_map(|(_, found)| &found.places);
        let clear = parts.iter().flat_map(|(_, found)| &found.names);
        let clear = { clear }
            .any(|name| !name.ambiguous && lexicon.actors[name.actor.0 as usize].state.is_some());
        let state = nations::of_article(lexicon, &actors, places.map(|hit| hit.state), clear);
        NameCounts {
            actors,
            state: state.map(|(state, _)| state),
            one_state: state.is_some_and(|(_, alone)| alone),
        }
    }

    /// How often an actor is named.
    pub(crate) fn times(&self, actor: ActorIx) -> u32 {
        let known = self.actors.iter().find(|(known, _)| *known == actor);
        known.map_or(0, |(_, count)| *count)
    }

    /// Whether an actor is named that fits.
    pub(crate) fn any(&self, fits: impl Fn(ActorIx) -> bool) -> bool {
        self.actors.iter().any(|(actor, _)| fits(*actor))
    }

    /// The only actor named that fits.
    pub(crate) fn only(&self, fits: impl Fn(ActorIx) -> bool) -> Option<ActorIx> {
        let mut fitting = self.actors.iter().filter(|(actor, _)| fits(*actor));
        let first = fitting.next()?;
        fitting.next().is_none().then_some(first.0)
    }

    /// The actor that fits and is named most often; of equals the one named first.
    pub(crate) fn most_named(&self, fits: impl Fn(ActorIx) -> bool) -> Option<ActorIx> {
        let mut best: Option<(ActorIx, u32)> = None;
        for (actor, count) in self.actors.iter().filter(|(actor, _)| fits(*actor)) {
            if best.is_none_or(|(_, most)| *count > most) {
                best = Some((*actor, *count));
            }
        }
        best.map(|(actor, _)| actor)
    }
}
