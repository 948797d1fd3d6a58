//! What a source tells of an event beside what the others tell of it, and which events it leaves
//! out.

use crate::corpus::SourceIx;
use crate::events::EventIx;
use crate::figures::What;
use crate::lexicon::ActorIx;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// What one source tells of one event.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Telling {
    /// Whom its articles name.
    pub actors: BTreeSet<ActorIx>,
    /// By what is counted (`killed` …) the largest number it reports.
    pub figures: BTreeMap<What, u64>,
}

/// How a source's number stands to those of the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beside {
    /// Below the median of the others.
    Fewer,
    /// The median of the others.
    Same,
    /// Above it.
    More,
    /// It gives none.
    Missing,
}

/// What all sources of an event tell of it together, to set each of them beside the others without
/// going through these again.
pub(crate) struct Together<'a> {
    tellings: &'a [Telling],
    /// How many name an actor.
    named: BTreeMap<ActorIx, usize>,
    /// The numbers given, sorted.
    given: BTreeMap<What, Vec<u64>>,
}

impl<'a> Together<'a> {
    /// Of what each source tells.
    pub(crate) fn of(tellings: &'a [Telling]) -> Self {
        let mut named: BTreeMap<ActorIx, usize> = BTreeMap::new();
        let mut given: BTreeMap<What, Vec<u64>> = BTreeMap::new();
        for telling in tellings {
            for actor in &telling.actors {
                *named.entry(*actor).or_default() += 1;
            }
            for (what, value) in &telling.figures {
                given.entry(*what).or_default().push(*value);
            }
        }
        given.values_mut().for_each(|values| values.sort_unstable());
        Together {
            tellings,
            named,
            given,
        }
    }

    /// The actors that at least half of the other sources of an event name and one of them, the
    /// `own`th, does not. Empty where nobody else tells the event.
    pub(crate) fn left_out(&self, own: usize) -> Vec<ActorIx> {
        let own = &self.tellings[own].actors;
        let others = self.tellings.len() - 1;
        let named = self.named.iter();
        let left_out = named.filter(|(actor, times)| !own.contains(actor) && 2 * *times >= others);
        left_out.map(|(actor, _)| *actor).collect()
    }

    /// For each thing that at least half of the other sources of an event count, how the number that
    /// the `own`th gives stands to the median of theirs (of an even number of them the lower one of
    /// the two in the middle). Largest numbers are compared, since a text may count parts of the dead.
    pub(crate) fn figures_beside(&self, own: usize) -> Vec<(What, Beside)> {
        let own = &self.tellings[own].figures;
        let others = self.tellings.len() - 1;
        let beside = |(what, values): (&What, &Vec<u64>)| {
            let own = own.get(what);
            let given = values.len() - usize::from(own.is_some());
            let counted = given > 0 && 2 * given >= others;
            counted.then(|| (*what, beside(own.copied(), values)))
        };
        self.given.iter().filter_map(beside).collect()
    }
}

/// How a number, one of `values` if there is one, stands to the median of the others; these are
/// sorted.
fn beside(own: Option<u64>, values: &[u64]) -> Beside {
    let Some(own) = own else {
        return Beside::Missing;
    };
    let middle = (values.len() - 2) / 2;
    // The others are the values without one that is like our own.
    let place = values.partition_point(|value| *value < own);
    let median = values[middle + usize::from(place <= middle)];
    match own.cmp(&median) {
        Ordering::Less => Beside::Fewer,
        Ordering::Equal => Beside::Same,
        Ordering::Greater => Beside::More,
    }
}

/// An event that a source leaves out although most others tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Omission {
    /// The event.
    pub event: EventIx,
    /// Who does not tell it.
    pub source: SourceIx,
    /// How many of the others tell it.
    pub told_by: usize,
    /// How many others could have told it.
    pub of: usize,
}

/// Fewer sources that could tell an event say nothing about the one that does not.
const LEAST_OTHERS: usize = 2;

/// The events that a source leaves out and more than half of the others tell, of those sources that
/// were there: `present` says who published anything within the window of the event; where they are
/// more than so many, it may stop there. By event, then source.
pub(crate) fn omissions(
    told: &[BTreeSet<SourceIx>],
    present: impl Fn(EventIx, usize) -> BTreeSet<SourceIx>,
) -> Vec<Omission> {
    let mut omissions = Vec::new();
    for (event, telling) in (0..).map(EventIx).zip(told) {
        if telling.len() < LEAST_OTHERS {
            continue;
        }
        let there = present(event, 2 * telling.len());
        let of = there.len().saturating_sub(1);
        let silent = there.iter().filter(|source| !telling.contains(source));
        omissions.extend(
            silent
                .filter(|_| 2 * telling.len() > of)
                .map(|source| Omission {
                    event,
                    source: *source,
                    told_by: telling.len(),
                    of,
                }),
        );
    }
    omissions
}

#[cfg(test)]
mod tests {
    use super::*;

    fn telling(actors: &[u32], figures: &[(What, u64)]) -> Telling {
        Telling {
            actors: actors.iter().copied().map(ActorIx).collect(),
            figures: figures.iter().copied().collect(),
        }
    }

    #[test]
    fn an_actor_that_half_of_the_others_name_is_left_out_by_who_does_not() {
        let tellings = [
            telling(&[1], &[]),
            telling(&[1, 2], &[]),
            telling(&[2, 3], &[]),
        ];
        assert_eq!(
            Together::of(&tellings).left_out(0),
            [ActorIx(2), ActorIx(3)]
        );
        assert_eq!(Together::of(&tellings).left_out(1), [ActorIx(3)]);
        assert_eq!(Together::of(&tellings[..1]).left_out(0), []);
    }

    #[test]
    fn numbers_stand_beside_the_median_of_the_others() {
        let tellings = [
            telling(&[], &[(What::Killed, 3)]),
            telling(&[], &[(What::Killed, 5), (What::Wounded, 9)]),
            telling(&[], &[(What::Killed, 5)]),
            telling(&[], &[]),
        ];
        assert_eq!(
            Together::of(&tellings).figures_beside(0),
            [(What::Killed, Beside::Fewer)]
        );
        assert_eq!(
            Together::of(&tellings).figures_beside(1),
            [(What::Killed, Beside::More)]
        );
        assert_eq!(
            Together::of(&tellings).figures_beside(2),
            [(What::Killed, Beside::More)]
        );
        assert_eq!(
            Together::of(&tellings).figures_beside(3),
            [(What::Killed, Beside::Missing)]
        );
    }

    #[test]
    fn a_source_leaves_out_what_most_others_tell_and_nothing_before_it_was_there() {
        let sources =
            |all: &[u32]| -> BTreeSet<SourceIx> { all.iter().copied().map(SourceIx).collect() };
        let told = [sources(&[0, 1, 2]), sources(&[0]), sources(&[0, 1])];
        let present = |event: EventIx, _| match event.0 {
            2 => sources(&[0, 1, 2]),
            _ => sources(&[0, 1, 2, 3]),
        };
        let found: Vec<_> = omissions(&told, present)
            .into_iter()
            .map(|o| (o.event.0, o.source.0, o.told_by, o.of))
            .collect();
        assert_eq!(found, [(0, 3, 3, 3), (2, 2, 2, 2)]);
    }
}
