//! The interval of a within-event difference: by bootstrap where there are events enough, by
//! Student's t below that, and none where neither holds its level.

use super::bootstrap::bca;
use super::chance::Chance;
use super::distributions::student_quantile;
use super::strata::{Parts, Side, Stratum, parts, total};

/// An interval and how it was made.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Interval {
    /// Its ends.
    pub ends: Option<(f64, f64)>,
    /// In words; empty where there is none.
    pub method: String,
    /// Why there is none; empty where there is one.
    pub remark: &'static str,
}

/// From this many shared events up the bootstrap holds its level (`docs/METHOD.md`, Validity).
const BOOTSTRAP_EVENTS: usize = 12;

/// From this many up the t interval does.
const STUDENT_EVENTS: usize = 5;

/// The level of every interval of a report.
pub(super) const LEVEL: f64 = 0.95;

/// The 95 % interval of the difference over some shared events.
pub(super) fn interval(strata: &[Stratum], draws: u32, chance: &mut Chance) -> Interval {
    let none = |remark| Interval {
        ends: None,
        method: String::new(),
        remark,
    };
    if strata.len() < STUDENT_EVENTS {
        return none("too few shared events for an interval");
    }
    let (ends, method) = if strata.len() >= BOOTSTRAP_EVENTS {
        let method = format!("BCa bootstrap of events and their articles, {draws} draws");
        (bootstrap(strata, draws, chance), method)
    } else {
        (
            student(strata),
            "t interval of event differences".to_string(),
        )
    };
    match ends {
        Some(_) => Interval {
            ends,
            method,
            remark: "",
        },
        None => none("too uniform for an interval"),
    }
}

/// The BCa bootstrap interval: events are drawn with replacement, and in each the articles of each
/// side.
fn bootstrap(strata: &[Stratum], draws: u32, chance: &mut Chance) -> Option<(f64, f64)> {
    let sum = total(strata);
    let estimate = sum.mean()?;
    let mut means: Vec<f64> = (0..draws)
        .filter_map(|_| redrawn(strata, chance).mean())
        .collect();
    let left_out = strata
        .iter()
        .filter_map(|stratum| sum.minus(stratum.parts()).mean())
        .collect();
    bca(&mut means, estimate, &[left_out], LEVEL)
}

/// One bootstrap sample.
fn redrawn(strata: &[Stratum], chance: &mut Chance) -> Parts {
    let mut sum = Parts::default();
    for _ in 0..strata.len() {
        let stratum = &strata[chance.below(strata.len())];
        let (ours, theirs) = stratum.tallies.split_at(stratum.ours);
        sum = sum.plus(parts(resampled(ours, chance), resampled(theirs, chance)));
    }
    sum
}

fn resampled(tallies: &[super::cells::Tally], chance: &mut Chance) -> Side {
    if tallies.len() == 1 {
        return Side::of(tallies);
    }
    let mut side = Side::default();
    for _ in tallies {
        side.add(tallies[chance.below(tallies.len())]);
    }
    side
}

/// The t interval of a weighted mean of event differences, with one degree of freedom less than
/// there are events (Cochran 1977, *Sampling Techniques*, eq. 6.13: the linearised variance of a
/// ratio); `None` where all events differ equally.
fn student(strata: &[Stratum]) -> Option<(f64, f64)> {
    let sum = total(strata);
    let mean = sum.mean()?;
    let n = strata.len() as f64;
    let squares: f64 = strata
        .iter()
        .map(|stratum| {
            let one = stratum.parts();
            ((one.weighted - mean * one.weight) / sum.weight).powi(2)
        })
        .sum();
    let error = (squares * n / (n - 1.0)).sqrt();
    let reach = student_quantile(0.5 + LEVEL / 2.0, n - 1.0) * error;
    (error > 0.0).then_some((mean - reach, mean + reach))
}
