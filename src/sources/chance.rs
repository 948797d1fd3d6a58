//! Random numbers that are the same at any thread count: one generator for each unit of work,
//! made from the seed and the unit's own numbers.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{RngCore, SeedableRng};

/// A generator for one unit of work.
pub(crate) struct Chance {
    generator: Xoshiro256PlusPlus,
}

impl Chance {
    /// The generator of the unit that `unit` names, the same for the same seed and unit.
    pub(crate) fn new(seed: u64, unit: &[u64]) -> Chance {
        let state = unit
            .iter()
            .fold(mix(seed), |state, &part| mix(state ^ mix(part)));
        Chance {
            generator: Xoshiro256PlusPlus::seed_from_u64(state),
        }
    }

    /// A number below `end` (which must not be 0), each as likely as any other to within
    /// `end`·2⁻⁶⁴.
    ///
    /// Source: Lemire (2019), *Fast Random Integer Generation in an Interval*, ACM Transactions on
    /// Modeling and Computer Simulation 29(1), without the rejection step, whose effect is far
    /// below what any number of draws could show.
    #[inline]
    pub(crate) fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.generator.next_u64()) * end as u128) >> 64) as usize
    }

    /// Any number of 64 bits: a seed for others.
    pub(crate) fn number(&mut self) -> u64 {
        self.generator.next_u64()
    }

    /// Puts a random choice of `count` of the items in front, in random order.
    pub(crate) fn bring_forward<T>(&mut self, items: &mut [T], count: usize) {
        for at in 0..count.min(items.len()) {
            let from = at + self.below(items.len() - at);
            items.swap(at, from);
        }
    }
}

/// Spreads the bits of a number (the finaliser of SplitMix64: Steele, Lea & Flood 2014, *Fast
/// Splittable Pseudorandom Number Generators*, OOPSLA).
fn mix(value: u64) -> u64 {
    let mut z = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_unit_draws_the_same_and_another_does_not() {
        let draw = |unit: &[u64]| Chance::new(7, unit).below(1 << 40);
        assert_eq!(draw(&[1, 2]), draw(&[1, 2]));
        assert_ne!(draw(&[1, 2]), draw(&[2, 1]));
        assert_ne!(draw(&[1]), draw(&[1, 0]));
    }

    #[test]
    fn numbers_below_six_are_evenly_spread() {
        let mut chance = Chance::new(1, &[]);
        let mut seen = [0u32; 6];
        for _ in 0..60_000 {
            seen[chance.below(6)] += 1;
        }
        // 10,000 each, standard deviation 91: five of them is 456.
        assert!(seen.iter().all(|&n| n.abs_diff(10_000) < 456), "{seen:?}");
    }

    #[test]
    fn every_choice_of_two_among_four_comes_forward() {
        let mut chance = Chance::new(1, &[]);
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..200 {
            let mut items = [0, 1, 2, 3];
            chance.bring_forward(&mut items, 2);
            items[..2].sort_unstable();
            seen.insert([items[0], items[1]]);
        }
        assert_eq!(seen.len(), 6);
    }
}
