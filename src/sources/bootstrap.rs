//! Bias-corrected and accelerated bootstrap intervals.

use super::distributions::{normal_cdf, normal_quantile};

/// The BCa interval of a level (such as 0.95) from bootstrap draws, which it sorts.
///
/// `left_out` has, for each sample that was drawn from, the estimate with each of its members left
/// out; their influences are pooled over the samples. `None` without draws, or where all draws
/// agree with the estimate: chance was given nothing to vary.
///
/// Source: Efron (1987), *Better Bootstrap Confidence Intervals*, Journal of the American
/// Statistical Association 82, 171–185; percentiles by linear interpolation, and draws that equal
/// the estimate counted half, as in SciPy's `bootstrap`.
pub(crate) fn bca(
    draws: &mut [f64],
    estimate: f64,
    left_out: &[Vec<f64>],
    level: f64,
) -> Option<(f64, f64)> {
    draws.sort_unstable_by(f64::total_cmp);
    let (first, last) = (*draws.first()?, *draws.last()?);
    if first == last {
        return None;
    }
    let below = draws.partition_point(|&draw| draw < estimate);
    let upto = draws.partition_point(|&draw| draw <= estimate);
    let bias = normal_quantile((below + upto) as f64 / (2 * draws.len()) as f64);
    if !bias.is_finite() {
        return None;
    }
    let acceleration = acceleration(left_out);
    let end = |tail: f64| {
        let shifted = bias + normal_quantile(tail);
        let share = normal_cdf(bias + shifted / (1.0 - acceleration * shifted));
        percentile(draws, share)
    };
    let tail = (1.0 - level) / 2.0;
    Some((end(tail), end(1.0 - tail)))
}

/// A sixth of the skewness of the jackknife's influences, pooled over the samples: the third
/// moments by n³, the second by n² (Efron & Tibshirani 1993, *An Introduction to the Bootstrap*,
/// ch. 14, for several samples as in SciPy). 0 where nothing varies.
fn acceleration(left_out: &[Vec<f64>]) -> f64 {
    let (mut third, mut second) = (0.0, 0.0);
    for sample in left_out.iter().filter(|sample| !sample.is_empty()) {
        let n = sample.len() as f64;
        let mean = sample.iter().sum::<f64>() / n;
        for value in sample {
            let influence = (n - 1.0) * (mean - value);
            third += influence.powi(3) / n.powi(3);
            second += influence.powi(2) / n.powi(2);
        }
    }
    if second > 0.0 {
        third / (6.0 * second.powf(1.5))
    } else {
        0.0
    }
}

/// The value below which a share of the sorted values lies, interpolated linearly.
fn percentile(sorted: &[f64], share: f64) -> f64 {
    let place = share.clamp(0.0, 1.0) * (sorted.len() - 1) as f64;
    let at = place.floor() as usize;
    let next = sorted[(at + 1).min(sorted.len() - 1)];
    sorted[at] + (next - sorted[at]) * (place - at as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_bias_and_skew_it_is_the_percentile_interval() {
        let mut draws: Vec<f64> = (0..=1000).rev().map(f64::from).collect();
        let even = vec![vec![1.0, 2.0, 3.0]];
        let (low, high) = bca(&mut draws, 500.0, &even, 0.95).unwrap();
        assert!((low - 25.0).abs() < 1e-9 && (high - 975.0).abs() < 1e-9);
    }

    #[test]
    fn draws_that_never_vary_give_no_interval() {
        assert_eq!(bca(&mut [2.0; 50], 2.0, &[vec![2.0; 4]], 0.95), None);
        assert_eq!(bca(&mut [], 2.0, &[], 0.95), None);
    }

    #[test]
    fn a_longer_right_tail_moves_both_ends_up() {
        let draws: Vec<f64> = (0..=1000).map(f64::from).collect();
        let even = bca(&mut draws.clone(), 500.0, &[vec![1.0, 2.0, 3.0]], 0.95).unwrap();
        let skew = bca(&mut draws.clone(), 500.0, &[vec![3.0, 3.0, 3.0, 1.0]], 0.95).unwrap();
        assert!(skew.0 > even.0 && skew.1 > even.1);
    }
}
