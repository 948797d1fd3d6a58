//! The interval of a weighted mean of units that vary: events of a difference, articles of a lean.
//!
//! Which interval is given from how many units up was found by simulation (`docs/METHOD.md`,
//! Validity; `tests/validity.rs`): a plain BCa bootstrap covers 80–90 % with few units, and one
//! that draws articles inside events covers 97–98 % where events have several. The one given here
//! covers 93–97 % unless wording hardly varies at all.

use super::bootstrap::bca;
use super::distributions::{normal_cdf, student_quantile};
use super::strata::Parts;

/// An interval and how it was made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Interval {
    /// By bootstrap.
    Bootstrap(f64, f64),
    /// By Student's t.
    Student(f64, f64),
    /// None, and why.
    Absent(&'static str),
}

/// Fewer units give no interval: below, t covers 98 % and more, and is as wide as the scale.
const LEAST_UNITS: usize = 5;

/// From this many units up the bootstrap holds its level.
const BOOTSTRAP_UNITS: usize = 8;

/// The bootstrap holds its level where at least this many units' worth deviate from the mean; with
/// fewer, the one unit that deviates is drawn too rarely to show how far it might.
const LEAST_DEVIATING: f64 = 2.0;

/// Where fewer units' worth carry the weight, the others say nothing of how much it varies.
const LEAST_WEIGHING: f64 = 2.0;

/// The share of an interval's tail on either side of 95 %.
const TAIL: f64 = 0.025;

impl Interval {
    /// Its ends; `None` where it is absent.
    pub fn ends(self) -> Option<(f64, f64)> {
        match self {
            Interval::Bootstrap(low, high) | Interval::Student(low, high) => Some((low, high)),
            Interval::Absent(_) => None,
        }
    }

    /// Turned around, with the scale.
    pub fn turned(self) -> Interval {
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
        return Interval::Absent("too few shared events for an interval");
    }
    let Some(spread) = Spread::of(units) else {
        return Interval::Absent("all alike: no interval");
    };
    if spread.weighing < LEAST_WEIGHING {
        return Interval::Absent("one outweighs all others: no interval");
    }
    let found = if units.len() < BOOTSTRAP_UNITS {
        spread.student()
    } else if spread.deviating < LEAST_DEVIATING {
        Interval::Absent("nearly all alike: no interval")
    } else {
        spread.bootstrap(units, (0..draws).map(|_| redraw()))
    };
    found.within(most)
}

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
    /// How many units' worth deviate: (Σu²)² / Σu⁴ of the deviations u.
    deviating: f64,
}

impl Spread {
    /// Of at least two units; `None` where none deviates.
    ///
    /// The error is the linearised one of a ratio, each deviation enlarged by its own weight
    /// (HC2: MacKinnon & White 1985, Journal of Econometrics 29, 305–325).
    fn of(units: &[Parts]) -> Option<Spread> {
        let sum = units.iter().copied().fold(Parts::default(), Parts::plus);
        let mean = sum.mean()?;
        let (mut variance, mut squares, mut fourths, mut weights) = (0.0, 0.0, 0.0, 0.0);
        for unit in units {
            let share = unit.weight / sum.weight;
            let deviation = (unit.weighted - mean * unit.weight) / sum.weight;
            variance += deviation.powi(2) / (1.0 - share);
            squares += deviation.powi(2);
            fourths += deviation.powi(4);
            weights += share * share;
        }
        // Stances are whole numbers: what truly deviates does so by far more than rounding.
        (variance.sqrt() > 1e-9).then(|| Spread {
            sum,
            mean,
            error: variance.sqrt(),
            weighing: 1.0 / weights,
            deviating: squares * squares / fourths,
        })
    }

    /// Student's t with one degree of freedom less than units carry the weight (Kish's effective
    /// number, 1965, *Survey Sampling*, § 11.7).
    fn quantile(&self) -> f64 {
        student_quantile(1.0 - TAIL, self.weighing - 1.0)
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
        const UNIFORM: Interval = Interval::Absent("nearly all alike: no interval");
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
        let one_outweighs = [(1.0, 99.0), (0.0, 1.0), (2.0, 1.0), (0.0, 1.0), (1.0, 1.0)];
        for (units, expected) in [
            (&few[..], "too few"),
            (&[(1.0, 0.3); 12], "all alike"),
            (&one_differs, "nearly all alike"),
            (&one_outweighs, "outweighs"),
        ] {
            let Interval::Absent(remark) = found(units) else {
                panic!("{expected}")
            };
            assert!(remark.contains(expected), "{remark}");
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
        let units = [(4.0, 1.0), (4.0, 1.0), (-4.0, 1.0), (4.0, 1.0), (4.0, 1.0)];
        let Interval::Student(_, high) = found(&units) else {
            panic!()
        };
        assert_eq!(high, 4.0);
    }
}
