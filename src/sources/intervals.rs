//! The interval of a weighted mean of units that vary: events of a difference, articles of a lean.
//!
//! Which interval is given from how many units up was found by simulation (`docs/METHOD.md`,
//! Validity; `src/sources/tests/validity.rs`): a plain BCa bootstrap covers 80–90 % with few units, one that
//! draws articles inside events covers 97–98 % where events have several, and any bootstrap covers
//! as little as half of the time where a few units differ and all others are alike, as they are
//! where a label is rare.

use super::bootstrap::bca;
use super::distributions::{normal_cdf, student_quantile};
use super::grounds::Lack;
use super::strata::Parts;

/// An interval and how it was made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Interval {
    /// By bootstrap.
    Bootstrap(f64, f64),
    /// By Student's t.
    Student(f64, f64),
    /// None, and why.
    Absent(Lack),
}

/// Fewer units give no interval: below, t covers 98 % and more, and is as wide as the scale.
const LEAST_UNITS: usize = 5;

/// From so many degrees of freedom up the bootstrap holds its level: eight units that weigh alike.
const BOOTSTRAP_FREEDOM: f64 = 7.0;

/// Where more units than this are alike, the bootstrap shows how those vary that are not.
const MOST_ALIKE: usize = 2;

/// Then fewer that differ give no interval: five that all differ one way, by chance, would exclude
/// a mean of 0 in one study of sixteen.
const LEAST_DIFFERING: usize = 6;

/// And fewer than these give none by bootstrap.
const BOOTSTRAP_DIFFERING: usize = 20;

/// Where fewer units' worth carry the weight, the others say too little of how much it varies: t
/// covers 99 %.
const LEAST_WEIGHING: f64 = 3.0;

/// The share of an interval's tail on either side of 95 %.
const TAIL: f64 = 0.025;

impl Interval {
    /// Its ends; `None` where it is absent.
    pub(crate) fn ends(self) -> Option<(f64, f64)> {
        match self {
            Interval::Bootstrap(low, high) | Interval::Student(low, high) => Some((low, high)),
            Interval::Absent(_) => None,
        }
    }

    /// Turned around, with the scale.
    pub(crate) fn turned(self) -> Interval {
        match self {
            Interval::Bootstrap(low, high) => Interval::Bootstrap(-high, -low),
            Interval::Student(low, high) => Interval::Student(-high, -low),
            absent => absent,
        }
    }

    /// Within the scale, −`most` … +`most`.
    fn within(self, most: f64) -> Interval {
        let clamp = |end: f64| end.clamp(-most, most);
        match self {
            Interval::Bootstrap(low, high) => Interval::Bootstrap(clamp(low), clamp(high)),
            Interval::Student(low, high) => Interval::Student(clamp(low), clamp(high)),
            absent => absent,
        }
    }
}

/// The 95 % interval of a weighted mean on a scale of −`most` … +`most`.
///
/// `redraw` draws one bootstrap sample of the units, and of what is in them.
pub(super) fn interval(
    units: &[Parts],
    most: f64,
    draws: u32,
    mut redraw: impl FnMut() -> Parts,
) -> Interval {
    if units.len() < LEAST_UNITS {
        return Interval::Absent(Lack::Events);
    }
    let Some(spread) = Spread::of(units) else {
        return Interval::Absent(Lack::Spread);
    };
    if spread.weighing < LEAST_WEIGHING {
        return Interval::Absent(Lack::Balance);
    }
    if spread.differing.is_some_and(|n| n < LEAST_DIFFERING) {
        return UNIFORM;
    }
    let varied = spread.differing.is_none_or(|n| n >= BOOTSTRAP_DIFFERING);
    let found = if varied && spread.freedom >= BOOTSTRAP_FREEDOM {
        spread.bootstrap(units, (0..draws).map(|_| redraw()))
    } else {
        spread.student()
    };
    found.within(most)
}

const UNIFORM: Interval = Interval::Absent(Lack::Variety);

/// How a weighted mean's units vary.
struct Spread {
    /// Their sum.
    sum: Parts,
    /// Their weighted mean.
    mean: f64,
    /// Its standard error, over 0.
    error: f64,
    /// How many units' worth carry the weight: (Σw)² / Σw².
    weighing: f64,
    /// Degrees of freedom of the error.
    freedom: f64,
    /// How many units are not as most are; `None` where hardly any are alike.
    differing: Option<usize>,
}

impl Spread {
    /// Of at least two units; `None` where none deviates.
    ///
    /// The error is the linearised one of a ratio, each deviation enlarged by its own weight
    /// (HC2: MacKinnon & White 1985, Journal of Econometrics 29, 305–325).
    fn of(units: &[Parts]) -> Option<Spread> {
        let sum = units.iter().copied().fold(Parts::default(), Parts::plus);
        let mean = sum.mean()?;
        let shares: Vec<f64> = units.iter().map(|unit| unit.weight / sum.weight).collect();
        let squared = |(unit, share): (&Parts, &f64)| {
            ((unit.weighted - mean * unit.weight) / sum.weight).powi(2) / (1.0 - share)
        };
        let error = units.iter().zip(&shares).map(squared).sum::<f64>().sqrt();
        let differing = differing(units);
        let most_freedom = differing.map_or(f64::INFINITY, |n| n as f64 - 1.0);
        // Stances are whole numbers: what truly deviates does so by far more than rounding.
        (error > ROUNDING).then(|| Spread {
            sum,
            mean,
            error,
            weighing: 1.0 / shares.iter().map(|share| share * share).sum::<f64>(),
            freedom: freedom(&shares).min(most_freedom),
            differing,
        })
    }

    fn quantile(&self) -> f64 {
        student_quantile(1.0 - TAIL, self.freedom)
    }

    fn student(&self) -> Interval {
        let reach = self.quantile() * self.error;
        Interval::Student(self.mean - reach, self.mean + reach)
    }

    /// The BCa interval of draws that are rescaled about the estimate to have its standard error,
    /// at the level that gives a normal the tails of t.
    ///
    /// Sources: Rao & Wu (1988), *Resampling Inference with Complex Survey Data*, Journal of the
    /// American Statistical Association 83, 231–241, for rescaling where units are drawn in two
    /// stages; Hesterberg (2015), *What Teachers Should Know about the Bootstrap*, The American
    /// Statistician 69(4), 371–386, for the level.
    fn bootstrap(&self, units: &[Parts], draws: impl Iterator<Item = Parts>) -> Interval {
        let mut means: Vec<f64> = draws.filter_map(Parts::mean).collect();
        let centre = means.iter().sum::<f64>() / means.len() as f64;
        let squares: f64 = means.iter().map(|mean| (mean - centre).powi(2)).sum();
        let deviation = (squares / means.len() as f64).sqrt();
        if deviation.is_nan() || deviation <= 0.0 {
            return UNIFORM;
        }
        for mean in &mut means {
            // A draw that gives the estimate must stay equal to it: ties count half.
            *mean = self.mean + (*mean - self.mean) * (self.error / deviation);
        }
        let left_out: Vec<f64> = units
            .iter()
            .filter_map(|unit| self.sum.minus(*unit).mean())
            .collect();
        let level = 1.0 - 2.0 * normal_cdf(-self.quantile());
        match bca(&mut means, self.mean, &[left_out], level) {
            Some((low, high)) => Interval::Bootstrap(low, high),
            None => UNIFORM,
        }
    }
}

/// Two values closer than this are the same value.
const ROUNDING: f64 = 1e-9;

/// How many units do not have the value that most have; `None` where no more than [`MOST_ALIKE`]
/// have the same.
fn differing(units: &[Parts]) -> Option<usize> {
    let mut values: Vec<f64> = units.iter().filter_map(|unit| unit.mean()).collect();
    values.sort_unstable_by(f64::total_cmp);
    let alike = values.chunk_by(|a, b| b - a < ROUNDING).map(<[f64]>::len);
    let most = alike.max().filter(|most| *most > MOST_ALIKE)?;
    Some(units.len() - most)
}

/// The degrees of freedom of the error, where a unit's variance goes as 1 by its weight h (a share
/// of all): 1 / (Σh² + (Σg)² − Σg²), g = h² / (1 − h). One less than there are units where all
/// weigh the same.
///
/// Source: Satterthwaite (1946), Biometrics Bulletin 2, 110–114, of the HC2 error as in Bell &
/// McCaffrey (2002), Survey Methodology 28, 169–181.
fn freedom(shares: &[f64]) -> f64 {
    let (mut squares, mut sum, mut sum_squared) = (0.0, 0.0, 0.0);
    for share in shares {
        let pull = share * share / (1.0 - share);
        squares += share * share;
        sum += pull;
        sum_squared += pull * pull;
    }
    1.0 / (squares + sum * sum - sum_squared)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::chance::Chance;

    fn found(values: &[(f64, f64)]) -> Interval {
        let units: Vec<Parts> = values
            .iter()
            .map(|&(value, weight)| Parts {
                weighted: value * weight,
                weight,
            })
            .collect();
        let mut chance = Chance::new(1, &[]);
        let draw = || {
            let drawn = (0..units.len()).map(|_| units[chance.below(units.len())]);
            drawn.fold(Parts::default(), Parts::plus)
        };
        interval(&units, 4.0, 2000, draw)
    }

    #[test]
    fn where_little_varies_there_is_no_interval() {
        let few = [(1.0, 1.0), (0.0, 1.0), (-1.0, 1.0), (2.0, 1.0)];
        let mut one_differs = [(1.0, 1.0); 12];
        one_differs[3].0 = 0.0;
        // Five that differ one way would exclude 0.
        let mut five_differ = [(0.0, 1.0); 30];
        five_differ[..5].fill((1.0, 1.0));
        let one_outweighs = [(1.0, 99.0), (0.0, 1.0), (2.0, 1.0), (0.0, 1.0), (1.0, 1.0)];
        for (units, expected) in [
            (&few[..], Lack::Events),
            (&[(1.0, 0.3); 12], Lack::Spread),
            (&one_differs, Lack::Variety),
            (&five_differ, Lack::Variety),
            (&one_outweighs, Lack::Balance),
        ] {
            assert_eq!(found(units), Interval::Absent(expected));
        }
    }

    #[test]
    fn with_equal_weights_t_is_the_textbooks() {
        // Mean 1, standard deviation √2.5, n = 5: 1 ± 2.776445105·√(2.5 / 5).
        let units = [(-1.0, 2.0), (0.0, 2.0), (1.0, 2.0), (2.0, 2.0), (3.0, 2.0)];
        let Interval::Student(low, high) = found(&units) else {
            panic!()
        };
        let reach = 2.776_445_105_197_8 * 0.5_f64.sqrt();
        assert!((low - 1.0 + reach).abs() < 1e-9 && (high - 1.0 - reach).abs() < 1e-9);
    }

    #[test]
    fn where_few_units_differ_t_counts_no_others() {
        // Six of 30 differ: Student's t with 5 degrees of freedom, 2.5706.
        let mut units = [(0.0, 1.0); 30];
        units[..6].fill((1.0, 1.0));
        let Interval::Student(low, high) = found(&units) else {
            panic!()
        };
        let reach = 2.570_581_835_6 * (30.0 * 0.2 * 0.8 / 29.0_f64 / 30.0).sqrt();
        assert!((low - 0.2 + reach).abs() < 1e-9 && (high - 0.2 - reach).abs() < 1e-9);
    }

    #[test]
    fn freedom_is_one_less_than_units_that_weigh_alike_and_little_where_one_outweighs() {
        assert!((freedom(&[0.125; 8]) - 7.0).abs() < 1e-12);
        // Σh² = 3/8; g = 1/2, 1/12, 1/12: (Σg)² − Σg² = 4/9 − 19/72; together 5/9.
        assert!((freedom(&[0.5, 0.25, 0.25]) - 1.8).abs() < 1e-12);
    }

    #[test]
    fn with_many_units_bootstrap_and_t_nearly_agree() {
        let units: Vec<(f64, f64)> = (0..200).map(|n| (f64::from(n % 5) - 2.0, 1.0)).collect();
        let Interval::Bootstrap(low, high) = found(&units) else {
            panic!()
        };
        let reach = 1.972 * (2.0_f64 / 199.0).sqrt();
        assert!(
            (low + reach).abs() < 0.02 && (high - reach).abs() < 0.02,
            "{low} {high}"
        );
    }

    #[test]
    fn an_interval_stays_on_the_scale() {
        let units = [(4.0, 1.0), (4.0, 1.0), (-4.0, 1.0), (3.0, 1.0), (2.0, 1.0)];
        let Interval::Student(_, high) = found(&units) else {
            panic!()
        };
        assert_eq!(high, 4.0);
    }
}
