//! Who may act in a sentence: its names, the descriptions that stand for them, and the labels of
//! people, whoever they are.

use super::references::Reference;
use super::surnames::Surnames;
use super::{Binder, Candidate};
use crate::framing::Binding;
use crate::language::Features;
use crate::lexicon::{ActorIx, Target};
use std::ops::Range;

/// A place where a text speaks of somebody who may act.
#[derive(Clone, Debug)]
pub(super) struct Party {
    pub tokens: Range<u32>,
    /// `None` where a label tells of people of whom nobody is sure (مسلحون).
    pub actor: Option<ActorIx>,
    /// What he is known by.
    pub binding: Binding,
    /// What its first word has glued before it.
    pub first: Features,
    /// Whether it only tells to whom another one is linked.
    pub linked: bool,
}

/// All of a text by place; where several overlap the name, else the label that is bound most surely.
pub(super) fn of(binder: &Binder, bound: &[Candidate], surnames: &Surnames) -> Vec<Party> {
    let names = binder.references.iter().map(|name| Party {
        tokens: name.tokens.clone(),
        actor: Some(name.actor),
        binding: name.described.unwrap_or(Binding::Phrase),
        first: first(binder, name),
        linked: name.linked,
    });
    let mentions = binder.found.mentions.iter().zip(bound);
    let labels = mentions.filter_map(|(mention, candidate)| {
        let frame = binder.lexicon.frame_of(mention.term).0 as usize;
        let of_people = matches!(binder.lexicon.frames[frame].target, Target::Kinds(_));
        let sure = candidate.actor.filter(|_| candidate.binding.is_sure());
        let is_surname = || surnames.has(binder.lexicon, binder.text, mention);
        (of_people && !is_surname()).then(|| Party {
            tokens: mention.tokens.clone(),
            actor: sure,
            binding: candidate.binding,
            first: mention.features.first(),
            linked: false,
        })
    });
    let mut all: Vec<(u8, Party)> = names.map(|party| (0, party)).collect();
    all.extend(labels.map(|party| (if party.actor.is_some() { 1 } else { 2 }, party)));
    all.sort_by_key(|(rank, party)| (party.tokens.start, *rank, party.binding));
    let mut parties: Vec<(u8, Party)> = Vec::with_capacity(all.len());
    for (rank, party) in all {
        match parties.last_mut() {
            Some((last_rank, last)) if party.tokens.start < last.tokens.end => {
                // A label and the name in its phrase are one party, and the name says who; not
                // where the label is somebody else's (المتمردين الأكراد).
                let inside = party.tokens.end <= last.tokens.end;
                if rank < *last_rank && last.actor.is_some() {
                    (last.actor, last.binding, *last_rank) = (party.actor, party.binding, rank);
                } else if party.actor.is_none() && !inside {
                    last.actor = None;
                }
                last.tokens.end = last.tokens.end.max(party.tokens.end);
            }
            _ => parties.push((rank, party)),
        }
    }
    parties.into_iter().map(|(_, party)| party).collect()
}

fn first(binder: &Binder, name: &Reference) -> Features {
    let at = name.tokens.start;
    let names = &binder.found.names;
    let place = names.partition_point(|hit| hit.tokens.start < at);
    let hit = names.get(place).filter(|hit| hit.tokens.start == at);
    let shape = || {
        binder
            .text
            .language
            .shape(binder.text.tokens.folded(at as usize))
    };
    hit.map_or_else(shape, |hit| hit.features.first())
}
