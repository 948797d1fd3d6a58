//! The two labels between which two sides choose differently: what a contrast is in words.

use super::cells::sum_sorted;
use super::strata::Stratum;
use crate::lexicon::LabelIx;
use std::cmp::Reverse;

/// *One side uses “ours” where the other says “theirs”.*
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// What the source chooses.
    pub ours: LabelIx,
    /// What the other does.
    pub theirs: LabelIx,
    /// Shared events in which the source uses the first more often than the second, and the other
    /// the second more often than the first; at least 1.
    pub events: u32,
    /// Shared events that show it the other way round; fewer.
    pub reversed: u32,
}

/// What fewer than one in so many shared events show is no habit: of all pairs of labels one
/// always seems to differ.
const SELDOM: usize = 10;

/// The pair of labels whose stances differ the way the difference goes and that most shared events
/// show, less those that show it the other way round; of several such the one further apart in
/// stance, then the one with more mentions. `None` where too few events show one (a single one of
/// four and more is an accident, and one in [`SELDOM`] no habit), or nothing differs.
///
/// `stances` is sorted by label.
pub(super) fn choice(
    strata: &[Stratum],
    stances: &[(LabelIx, i8)],
    difference: Option<f64>,
) -> Option<Choice> {
    let difference = difference?;
    let stance = |label: LabelIx| {
        let at = stances.binary_search_by_key(&label, |entry| entry.0);
        at.map_or(0, |at| i32::from(stances[at].1))
    };
    let apart = |(ours, theirs): Labels| stance(ours) - stance(theirs);
    let (mut events, mut mentions) = (Vec::new(), Vec::new());
    for stratum in strata {
        for (pair, count) in chosen(stratum) {
            events.push((pair, 1));
            mentions.push((pair, count));
        }
    }
    sum_sorted(&mut events);
    sum_sorted(&mut mentions);
    let reversed = |(ours, theirs): Labels| {
        let at = events.binary_search_by_key(&(theirs, ours), |entry| entry.0);
        at.map_or(0, |at| events[at].1)
    };
    let pairs = events.iter().zip(&mentions);
    let agreeing = pairs.filter(|((pair, _), _)| f64::from(apart(*pair)) * difference > 0.0);
    let (&(pair, events), _) = agreeing.min_by_key(|&(&(pair, events), &(_, mentions))| {
        let more = i64::from(events) - i64::from(reversed(pair));
        (Reverse((more, apart(pair).abs(), mentions)), pair)
    })?;
    let reversed = reversed(pair);
    let enough = (events > 1 || strata.len() < 4) && events as usize * SELDOM >= strata.len();
    (enough && events > reversed).then_some(Choice {
        ours: pair.0,
        theirs: pair.1,
        events,
        reversed,
    })
}

type Labels = (LabelIx, LabelIx);

/// The pairs of labels that an event shows chosen differently, with the mentions that show it.
fn chosen(stratum: &Stratum) -> Vec<(Labels, u32)> {
    let mut pairs = Vec::new();
    for &(first, our_first, their_first) in &stratum.labels {
        for &(second, our_second, their_second) in &stratum.labels {
            if our_first > our_second && their_second > their_first {
                pairs.push(((first, second), our_first + their_second));
            }
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Labels 0 … 4 have stances −2 … +2.
    fn told(events: &[&[(u32, u32, u32)]], difference: f64) -> Option<(u32, u32, u32)> {
        let strata: Vec<Stratum> = events
            .iter()
            .map(|labels| Stratum {
                tallies: Vec::new(),
                ours: 0,
                labels: labels.iter().map(|l| (LabelIx(l.0), l.1, l.2)).collect(),
            })
            .collect();
        let stances: Vec<(LabelIx, i8)> = (0..5).map(|n| (LabelIx(n), n as i8 - 2)).collect();
        choice(&strata, &stances, Some(difference))
            .map(|found| (found.ours.0, found.theirs.0, found.events))
    }

    #[test]
    fn the_pair_that_most_events_show_is_told() {
        let often: &[(u32, u32, u32)] = &[(0, 2, 0), (2, 0, 1)];
        let once: &[(u32, u32, u32)] = &[(0, 1, 0), (4, 0, 9)];
        assert_eq!(told(&[often, once, often], -1.0), Some((0, 2, 2)));
        // Equally often: the pair that is further apart.
        assert_eq!(told(&[often, once], -1.0), Some((0, 4, 1)));
    }

    #[test]
    fn what_one_event_of_many_shows_is_not_told() {
        let once: &[(u32, u32, u32)] = &[(0, 1, 0), (4, 0, 1)];
        let same: &[(u32, u32, u32)] = &[(2, 1, 1)];
        assert_eq!(told(&[once, same], -1.0), Some((0, 4, 1)));
        assert_eq!(told(&[once, same, same, same], -1.0), None);
        assert_eq!(told(&[once, once, same, same, same], -1.0), Some((0, 4, 2)));
    }

    #[test]
    fn what_fewer_than_one_in_ten_events_show_is_not_told() {
        let shows: &[(u32, u32, u32)] = &[(0, 1, 0), (4, 0, 1)];
        let same: &[(u32, u32, u32)] = &[(2, 1, 1)];
        let of = |all: usize| {
            let mut events = vec![same; all];
            events[..2].fill(shows);
            told(&events, -1.0)
        };
        assert_eq!(of(20), Some((0, 4, 2)));
        assert_eq!(of(21), None);
    }

    #[test]
    fn events_that_show_it_the_other_way_round_count_against_it() {
        let shows: &[(u32, u32, u32)] = &[(0, 1, 0), (4, 0, 1)];
        let reversed: &[(u32, u32, u32)] = &[(0, 0, 1), (4, 1, 0)];
        let milder: &[(u32, u32, u32)] = &[(1, 1, 0), (2, 0, 1)];
        assert_eq!(told(&[shows, shows, reversed, reversed], -0.1), None);
        let events = [shows, shows, reversed, milder, milder];
        assert_eq!(told(&events, -1.0), Some((1, 2, 2)));
    }

    #[test]
    fn who_uses_both_chooses_the_one_used_more() {
        let mixed: &[(u32, u32, u32)] = &[(0, 3, 1), (2, 1, 2)];
        assert_eq!(told(&[mixed], -1.0), Some((0, 2, 1)));
        let same: &[(u32, u32, u32)] = &[(0, 3, 2), (2, 1, 1)];
        assert_eq!(told(&[same], -0.1), None);
    }

    #[test]
    fn a_pair_that_goes_against_the_difference_is_not_told() {
        let event: &[(u32, u32, u32)] = &[(0, 2, 0), (2, 0, 1)];
        assert_eq!(told(&[event], 0.5), None);
        assert_eq!(told(&[event], 0.0), None);
    }
}
