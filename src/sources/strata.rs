//! The events that two sides share, and the difference inside them.

use super::cells::{EventScores, ScoreCell, StanceSum, Total};
use super::chance::Chance;
use crate::events::EventIx;
use crate::lexicon::LabelIx;

/// One shared event: our articles' tallies first, then theirs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stratum {
    /// What each article says, ours first, each side sorted.
    pub tallies: Vec<StanceSum>,
    /// How many are ours.
    pub ours: usize,
    /// Mentions of each label: ours and theirs.
    pub labels: Vec<(LabelIx, u32, u32)>,
}

/// A fraction that is summed over events before it is taken: weighted differences over weights.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Parts {
    /// Σ w d.
    pub weighted: f64,
    /// Σ w.
    pub weight: f64,
}

impl Parts {
    /// The two together.
    #[inline]
    pub(crate) fn plus(self, other: Parts) -> Parts {
        Parts {
            weighted: self.weighted + other.weighted,
            weight: self.weight + other.weight,
        }
    }

    /// What is left without the other.
    pub(crate) fn minus(self, other: Parts) -> Parts {
        Parts {
            weighted: self.weighted - other.weighted,
            weight: self.weight - other.weight,
        }
    }

    /// The mean difference; `None` without weight.
    #[inline]
    pub(crate) fn mean(self) -> Option<f64> {
        (self.weight > 0.0).then(|| self.weighted / self.weight)
    }
}

/// Sums of one side of one event.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SideSums {
    /// Mentions.
    pub mentions: f64,
    /// The sum of their stances.
    pub stance: f64,
}

impl SideSums {
    /// With one more article.
    #[inline]
    pub(crate) fn add(&mut self, tally: StanceSum) {
        self.mentions += f64::from(tally.mentions);
        self.stance += f64::from(tally.stance);
    }

    /// With some mentions less.
    pub(crate) fn remove(&mut self, tally: StanceSum) {
        self.mentions -= f64::from(tally.mentions);
        self.stance -= f64::from(tally.stance);
    }

    /// The sums of some articles.
    #[inline]
    pub(crate) fn of(tallies: &[StanceSum]) -> SideSums {
        let mut side = SideSums::default();
        for &tally in tallies {
            side.add(tally);
        }
        side
    }
}

impl From<Total> for SideSums {
    fn from(total: Total) -> SideSums {
        SideSums {
            mentions: f64::from(total.mentions),
            stance: total.stance as f64,
        }
    }
}

/// The Mantel–Haenszel weight of an event and its weighted difference of leans (METHOD,
/// Statistics): w = nA·nB / (nA + nB). Both sides must have a mention.
#[inline]
pub(super) fn parts(ours: SideSums, theirs: SideSums) -> Parts {
    let all = ours.mentions + theirs.mentions;
    Parts {
        weighted: (ours.stance * theirs.mentions - theirs.stance * ours.mentions) / all,
        weight: ours.mentions * theirs.mentions / all,
    }
}

impl Stratum {
    /// Its weight and weighted difference.
    pub(crate) fn parts(&self) -> Parts {
        let (ours, theirs) = self.tallies.split_at(self.ours);
        parts(SideSums::of(ours), SideSums::of(theirs))
    }

    /// The articles of the other side.
    pub(crate) fn theirs(&self) -> usize {
        self.tallies.len() - self.ours
    }
}

/// The same events with all stances turned around, sorted by what they say.
pub(super) fn turned(strata: &[Stratum]) -> Vec<Stratum> {
    let mut turned = strata.to_vec();
    for stratum in &mut turned {
        let (ours, theirs) = stratum.tallies.split_at_mut(stratum.ours);
        for side in [ours, theirs] {
            side.iter_mut()
                .for_each(|tally| tally.stance = -tally.stance);
            side.sort_unstable();
        }
    }
    turned.sort_unstable();
    turned
}

/// The sums of one bootstrap sample: events are drawn with replacement, and in each the articles
/// of each side.
pub(super) fn redrawn(strata: &[Stratum], chance: &mut Chance) -> Parts {
    let mut sum = Parts::default();
    for _ in 0..strata.len() {
        let stratum = &strata[chance.below(strata.len())];
        let (ours, theirs) = stratum.tallies.split_at(stratum.ours);
        sum = sum.plus(parts(resampled(ours, chance), resampled(theirs, chance)));
    }
    sum
}

/// The sums of as many articles drawn with replacement.
pub(super) fn resampled(tallies: &[StanceSum], chance: &mut Chance) -> SideSums {
    if tallies.len() == 1 {
        return SideSums::of(tallies);
    }
    let mut side = SideSums::default();
    for _ in tallies {
        side.add(tallies[chance.below(tallies.len())]);
    }
    side
}

/// The sum over events.
pub(super) fn total(strata: &[Stratum]) -> Parts {
    strata
        .iter()
        .map(Stratum::parts)
        .fold(Parts::default(), Parts::plus)
}

/// The events that members `a` and `b` of a cell share, sorted by what they say.
pub(super) fn between(cell: &ScoreCell, a: usize, b: usize) -> Vec<Stratum> {
    let (ours, theirs) = (&cell.members[a].told, &cell.members[b].told);
    let mut strata = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < ours.len() && j < theirs.len() {
        match ours[i].event.cmp(&theirs[j].event) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                strata.push(stratum(&ours[i], &[&theirs[j]]));
                i += 1;
                j += 1;
            }
        }
    }
    strata.sort_unstable();
    strata
}

/// The events that member `a` shares with any other, the others pooled, sorted by what they say.
pub(super) fn against_all(cell: &ScoreCell, a: usize) -> Vec<Stratum> {
    let mut strata: Vec<Stratum> = cell.members[a]
        .told
        .iter()
        .filter_map(|told| {
            let others = others(cell, a, told);
            (!others.is_empty()).then(|| stratum(told, &others))
        })
        .collect();
    strata.sort_unstable();
    strata
}

/// The sums of a cell, of which each member is set against what is left without it: in time that
/// grows with the events that it tells and not with who else tells them.
pub(super) struct Pooled {
    /// Of each event, sorted.
    events: Vec<(EventIx, Total)>,
    /// Of all members.
    all: Total,
}

impl Pooled {
    /// The sums of a cell.
    pub(crate) fn of(cell: &ScoreCell) -> Pooled {
        let told = |witness: &(EventIx, u32, u32)| {
            cell.members[witness.1 as usize].told[witness.2 as usize].total()
        };
        let sum =
            |totals: &mut dyn Iterator<Item = Total>| totals.fold(Total::default(), Total::plus);
        let events = cell.witnesses.chunk_by(|a, b| a.0 == b.0);
        Pooled {
            events: events
                .map(|event| (event[0].0, sum(&mut event.iter().map(told))))
                .collect(),
            all: sum(&mut cell.members.iter().map(|member| member.total)),
        }
    }

    /// All mentions but those of one member.
    pub(crate) fn others(&self, cell: &ScoreCell, but: usize) -> Total {
        self.all.minus(cell.members[but].total)
    }

    /// In how many events another has a mention too, and the parts of the difference from all others
    /// inside them.
    pub(crate) fn difference(&self, cell: &ScoreCell, member: usize) -> (u32, Parts) {
        let mut shared = Vec::new();
        for told in &cell.members[member].told {
            let at = self
                .events
                .partition_point(|(event, _)| *event < told.event);
            let (ours, all) = (told.total(), self.events[at].1);
            if all.mentions > ours.mentions {
                shared.push((ours, all.minus(ours)));
            }
        }
        // By what is said: the order of events cannot matter.
        shared.sort_unstable();
        let parts = shared
            .iter()
            .map(|(ours, theirs)| parts((*ours).into(), (*theirs).into()));
        (
            shared.len() as u32,
            parts.fold(Parts::default(), Parts::plus),
        )
    }
}

/// What the other members say of an event.
fn others<'a>(cell: &'a ScoreCell, a: usize, told: &EventScores) -> Vec<&'a EventScores> {
    let from = cell.witnesses.partition_point(|w| w.0 < told.event);
    cell.witnesses[from..]
        .iter()
        .take_while(|witness| witness.0 == told.event)
        .filter(|witness| witness.1 as usize != a)
        .map(|&(_, member, place)| &cell.members[member as usize].told[place as usize])
        .collect()
}

fn stratum(ours: &EventScores, theirs: &[&EventScores]) -> Stratum {
    let mut tallies = ours.tallies.clone();
    tallies.extend(theirs.iter().flat_map(|told| &told.tallies));
    tallies[ours.tallies.len()..].sort_unstable();
    let mut labels: Vec<(LabelIx, u32, u32)> = ours
        .labels
        .iter()
        .map(|&(label, n)| (label, n, 0))
        .collect();
    labels.extend(
        theirs
            .iter()
            .flat_map(|told| &told.labels)
            .map(|&(label, n)| (label, 0, n)),
    );
    labels.sort_unstable();
    labels.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
            kept.2 += next.2;
        }
        same
    });
    Stratum {
        tallies,
        ours: ours.tallies.len(),
        labels,
    }
}
