//! Permutation of articles between two sides, inside each event.
//!
//! The unit is the article: its mentions move together. Only articles with a mention move, so that
//! every arrangement has the same shared events.

use super::chance::Chance;
use super::strata::{Parts, SideSums, Stratum, parts, total};

/// What a permutation test found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Permuted {
    /// Two-sided p, over 0 … 1; `None` where the arrangements allow none of 0.05 or less.
    pub p: Option<f64>,
    /// How many arrangements there are.
    pub arrangements: f64,
    /// Whether each was counted once.
    pub exact: bool,
}

/// Fewer arrangements cannot show a two-sided p of 0.05: 2 of 40 is the first that does.
pub(crate) const LEAST_ARRANGEMENTS: f64 = 40.0;

/// Two differences closer than this are the same difference: sums of a few hundred terms of size
/// 4 at most, in another order, part by some 1e-13; stances part by far more.
const SAME: f64 = 1e-9;

/// The arrangements of one event up to which they are listed once and then drawn by number,
/// instead of shuffling its articles for each draw. Only speed depends on it.
const LISTED: f64 = 512.0;

/// Tests whether articles change sides freely inside events.
///
/// Every arrangement is counted when there are at most `most`; else `most` are drawn, and
/// p = (b + 1) / (m + 1).
///
/// Source: Phipson & Smyth (2010), *Permutation P-values Should Never Be Zero*, Statistical
/// Applications in Genetics and Molecular Biology 9(1), article 39.
pub(super) fn permute(strata: &[Stratum], most: u32, chance: &mut Chance) -> Permuted {
    let arrangements: f64 = strata.iter().map(choices).product();
    let exact = arrangements <= f64::from(most);
    let observed = total(strata).mean().unwrap_or(0.0).abs() - SAME;
    let p = if arrangements < LEAST_ARRANGEMENTS {
        None
    } else if exact {
        let lists: Vec<Vec<Parts>> = strata.iter().map(listed).collect();
        let reached = count(&lists, Parts::default(), observed);
        Some(f64::from(reached) / arrangements)
    } else {
        let reached = drawn(strata, most, observed, chance);
        Some(f64::from(reached + 1) / f64::from(most + 1))
    };
    Permuted {
        p,
        arrangements,
        exact,
    }
}

/// In how many ways the event's articles can be dealt to the two sides.
fn choices(stratum: &Stratum) -> f64 {
    let all = stratum.tallies.len();
    let few = stratum.ours.min(stratum.theirs());
    let product = (0..few).fold(1.0, |product, i| {
        product * (all - i) as f64 / (i + 1) as f64
    });
    product.round()
}

/// How many arrangements of the remaining events reach the observed difference.
fn count(lists: &[Vec<Parts>], sum: Parts, observed: f64) -> u32 {
    let Some((first, rest)) = lists.split_first() else {
        return u32::from(reaches(sum, observed));
    };
    first
        .iter()
        .map(|&one| count(rest, sum.plus(one), observed))
        .sum()
}

#[inline]
fn reaches(sum: Parts, observed: f64) -> bool {
    sum.weighted.abs() >= observed * sum.weight
}

/// How many of `draws` random arrangements reach the observed difference.
fn drawn(strata: &[Stratum], draws: u32, observed: f64, chance: &mut Chance) -> u32 {
    let mut dealers: Vec<Dealer> = strata.iter().map(Dealer::new).collect();
    let mut reached = 0;
    for _ in 0..draws {
        let mut sum = Parts::default();
        for dealer in &mut dealers {
            sum = sum.plus(dealer.deal(chance));
        }
        reached += u32::from(reaches(sum, observed));
    }
    reached
}

/// Deals one event's articles at random.
enum Dealer {
    Listed(Vec<Parts>),
    Shuffled {
        tallies: Vec<super::cells::StanceSum>,
        few: usize,
        few_are_ours: bool,
        all: SideSums,
    },
}

impl Dealer {
    fn new(stratum: &Stratum) -> Dealer {
        if choices(stratum) <= LISTED {
            return Dealer::Listed(listed(stratum));
        }
        Dealer::Shuffled {
            tallies: stratum.tallies.clone(),
            few: stratum.ours.min(stratum.theirs()),
            few_are_ours: stratum.ours <= stratum.theirs(),
            all: SideSums::of(&stratum.tallies),
        }
    }

    #[inline]
    fn deal(&mut self, chance: &mut Chance) -> Parts {
        match self {
            Dealer::Listed(list) => list[chance.below(list.len())],
            Dealer::Shuffled {
                tallies,
                few,
                few_are_ours,
                all,
            } => {
                chance.bring_forward(tallies, *few);
                split(SideSums::of(&tallies[..*few]), *all, *few_are_ours)
            }
        }
    }
}

/// The parts of an event of which one side's sums and the whole's are known.
#[inline]
fn split(few: SideSums, all: SideSums, few_are_ours: bool) -> Parts {
    let rest = SideSums {
        mentions: all.mentions - few.mentions,
        stance: all.stance - few.stance,
    };
    if few_are_ours {
        parts(few, rest)
    } else {
        parts(rest, few)
    }
}

/// The parts of every arrangement of one event.
fn listed(stratum: &Stratum) -> Vec<Parts> {
    let few = stratum.ours.min(stratum.theirs());
    let few_are_ours = stratum.ours <= stratum.theirs();
    let all = SideSums::of(&stratum.tallies);
    let mut list = Vec::with_capacity(choices(stratum) as usize);
    let mut chosen: Vec<usize> = (0..few).collect();
    loop {
        let mut side = SideSums::default();
        for &at in &chosen {
            side.add(stratum.tallies[at]);
        }
        list.push(split(side, all, few_are_ours));
        if !advance(&mut chosen, stratum.tallies.len()) {
            return list;
        }
    }
}

/// The next choice of as many among `all`, in lexical order; false after the last.
fn advance(chosen: &mut [usize], all: usize) -> bool {
    let few = chosen.len();
    let Some(at) = (0..few).rev().find(|&at| chosen[at] < all - few + at) else {
        return false;
    };
    chosen[at] += 1;
    for next in at + 1..few {
        chosen[next] = chosen[next - 1] + 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::super::cells::StanceSum;
    use super::*;

    /// One event of single mentions with these stances, ours and theirs.
    fn stratum(ours: &[i32], theirs: &[i32]) -> Stratum {
        let tally = |&stance: &i32| StanceSum {
            mentions: 1,
            stance,
        };
        Stratum {
            tallies: ours.iter().chain(theirs).map(tally).collect(),
            ours: ours.len(),
            labels: Vec::new(),
        }
    }

    fn permuted(strata: &[Stratum], most: u32) -> Permuted {
        permute(strata, most, &mut Chance::new(1, &[]))
    }

    #[test]
    fn under_40_arrangements_there_is_no_p() {
        // 3 of 6: 20; 2 of 4 twice: 36; 3 of 6 and 1 of 2: 40.
        let (three, two, one) = (
            stratum(&[-2, -2, -2], &[1, 1, 1]),
            stratum(&[-2, -2], &[1, 1]),
            stratum(&[-2], &[1]),
        );
        assert_eq!(permuted(std::slice::from_ref(&three), 10_000).p, None);
        assert_eq!(permuted(&[two.clone(), two], 10_000).p, None);
        let all = permuted(&[three, one], 10_000);
        assert_eq!(
            (all.p, all.arrangements, all.exact),
            (Some(2.0 / 40.0), 40.0, true)
        );
    }

    #[test]
    fn drawn_arrangements_come_near_the_exact_p() {
        let strata = [
            stratum(&[-2, -1, 0, -1], &[0, 1, 0, -1]),
            stratum(&[-1, 0], &[1, 1, 0]),
        ];
        let exact = permuted(&strata, 10_000);
        let drawn = permute(&strata, 600, &mut Chance::new(5, &[]));
        assert!(exact.exact && !drawn.exact);
        let (exact, drawn) = (exact.p.unwrap(), drawn.p.unwrap());
        assert!((exact - drawn).abs() < 3.0 * (exact * (1.0 - exact) / 600.0).sqrt());
    }

    #[test]
    fn a_large_event_is_shuffled_as_a_small_one_is_listed() {
        // 6 of 13 are 1,716 arrangements: more than are listed.
        let event = stratum(&[-2, -2, -1, 0, 0, 1], &[0, 0, 1, 1, -1, 0, 2]);
        let exact = permuted(std::slice::from_ref(&event), 10_000).p.unwrap();
        let drawn = permuted(&[event], 1_700).p.unwrap();
        assert!((exact - drawn).abs() < 3.0 * (exact * (1.0 - exact) / 1_700.0).sqrt());
    }

    #[test]
    fn drawn_p_is_never_zero() {
        let apart = stratum(&[-2; 20], &[2; 20]);
        assert_eq!(permuted(&[apart], 99).p, Some(1.0 / 100.0));
    }

    #[test]
    fn choices_are_walked_in_order_and_once_each() {
        let mut chosen = vec![0, 1];
        let mut walked = vec![chosen.clone()];
        while advance(&mut chosen, 4) {
            walked.push(chosen.clone());
        }
        assert_eq!(walked, [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]);
    }
}
