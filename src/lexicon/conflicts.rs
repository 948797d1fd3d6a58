//! Conflicts: who opposes whom, when, and by which words each party is known there.

use super::rows::ConflictRow;
use super::{Actor, ActorIx};
use crate::language::{Arabic, Language};
use std::collections::BTreeMap;

/// A party of a conflict, for a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Belligerent {
    /// Who.
    pub actor: ActorIx,
    /// Those of another side are opposed.
    pub side: String,
    /// The first day, month or year; `None` where it has always been.
    pub from: Option<String>,
    /// The last one; `None` where it has not ended.
    pub to: Option<String>,
    /// What it is called there for short, by the stems of the words, parted by a space.
    pub called: Vec<String>,
}

impl Belligerent {
    /// Whether it fights on a day; of an unknown day all do.
    pub(crate) fn fights_on(&self, day: Option<&str>) -> bool {
        let Some(day) = day else {
            return true;
        };
        let until = |last: &String| {
            day.get(..last.len())
                .is_some_and(|day| day <= last.as_str())
        };
        self.from.as_deref().is_none_or(|first| first <= day) && self.to.as_ref().is_none_or(until)
    }
}

/// A conflict with those who take part in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Conflict {
    /// In the order of the file.
    pub parties: Vec<Belligerent>,
}

impl Conflict {
    /// Those who fight on a day.
    pub(crate) fn on<'a>(&'a self, day: Option<&'a str>) -> impl Iterator<Item = &'a Belligerent> {
        self.parties
            .iter()
            .filter(move |party| party.fights_on(day))
    }

    /// Whether an actor is on another side than a party, and not on its own as well.
    pub(crate) fn opposes(&self, party: &Belligerent, actor: ActorIx) -> bool {
        let of_actor = || self.parties.iter().filter(|other| other.actor == actor);
        let own = of_actor().any(|other| other.side == party.side);
        !own && of_actor().next().is_some()
    }
}

/// By the keys of the conflicts.
pub(super) fn of(rows: Vec<ConflictRow>, actors: &[Actor]) -> Vec<Conflict> {
    let mut by_key: BTreeMap<String, Vec<Belligerent>> = BTreeMap::new();
    for row in rows {
        let place = actors.binary_search_by(|actor| actor.name.cmp(&row.actor));
        let Ok(place) = place else {
            continue;
        };
        let stems = |name: &String| {
            let folded = Arabic.fold(name);
            let stems: Vec<&str> = folded.split(' ').map(|word| Arabic.stem(word)).collect();
            stems.join(" ")
        };
        by_key.entry(row.conflict).or_default().push(Belligerent {
            actor: ActorIx(place as u32),
            side: row.side,
            from: row.from,
            to: row.to,
            called: row.called.iter().map(stems).collect(),
        });
    }
    let conflicts = by_key.into_values();
    conflicts.map(|parties| Conflict { parties }).collect()
}
