//! The normal, Student and χ² distributions: what turns a statistic into a level and back.

use libm::{erfc, lgamma};
use std::f64::consts::{PI, SQRT_2};

/// The share of a standard normal below `x`, 0 … 1.
pub(crate) fn normal_cdf(x: f64) -> f64 {
    0.5 * erfc(-x / SQRT_2)
}

/// The standard normal's value below which a share `p` lies; −∞ and +∞ for 0 and 1.
///
/// A first guess to 4.5e-4 (Abramowitz & Stegun 1964, 26.2.23), then Halley's steps on
/// [`normal_cdf`] to machine precision.
pub(crate) fn normal_quantile(p: f64) -> f64 {
    if p <= 0.0 {
        return f64::NEG_INFINITY;
    }
    if p >= 1.0 {
        return f64::INFINITY;
    }
    if p == 0.5 {
        return 0.0;
    }
    if p > 0.5 {
        return -normal_quantile(1.0 - p);
    }
    let t = (-2.0 * p.ln()).sqrt();
    let top = 2.515517 + t * (0.802853 + t * 0.010328);
    let bottom = 1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308));
    let mut x = top / bottom - t;
    // Halley's method triples the right digits: 4.5e-4 → 1e-10 → below machine precision.
    for _ in 0..3 {
        let step = (normal_cdf(x) - p) * (2.0 * PI).sqrt() * (x * x / 2.0).exp();
        x -= step / (1.0 + x * step / 2.0);
    }
    x
}

/// The probability that a χ² with one degree of freedom exceeds `x`, 0 … 1.
pub(crate) fn chi2_tail(x: f64) -> f64 {
    erfc((x / 2.0).sqrt())
}

/// Student's t below which a share `p` (0.5 … 1) lies, with `df` > 0 degrees of freedom, whole or
/// not.
///
/// By bisection of the tail, which is half a regularised incomplete beta function (Abramowitz &
/// Stegun 1964, 26.5.27).
pub(crate) fn student_quantile(p: f64, df: f64) -> f64 {
    let tail = |t: f64| 0.5 * incomplete_beta(df / 2.0, 0.5, df / (df + t * t));
    let (mut low, mut high) = (0.0, 1.0);
    while tail(high) > 1.0 - p {
        high *= 2.0;
    }
    // 60 halvings take any bracket below the last digit of a double.
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if tail(middle) > 1.0 - p {
            low = middle;
        } else {
            high = middle;
        }
    }
    (low + high) / 2.0
}

/// The regularised incomplete beta function I_x(a, b), 0 … 1.
fn incomplete_beta(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return x.clamp(0.0, 1.0);
    }
    let front = (lgamma(a + b) - lgamma(a) - lgamma(b) + a * x.ln() + b * (1.0 - x).ln()).exp();
    // The fraction converges fast on this side of the mean; the other side mirrors it.
    if x < (a + 1.0) / (a + b + 2.0) {
        front * beta_fraction(a, b, x) / a
    } else {
        1.0 - front * beta_fraction(b, a, 1.0 - x) / b
    }
}

/// The continued fraction of the incomplete beta function (Abramowitz & Stegun 1964, 26.5.8), by
/// Lentz's method.
fn beta_fraction(a: f64, b: f64, x: f64) -> f64 {
    // Lentz's guard against a division by zero: any number far below all terms does.
    let guard = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / guard(1.0 - (a + b) * x / (a + 1.0));
    let mut fraction = d;
    // At most a few times √max(a, b) terms are needed; 500 serve a million events.
    for m in 1..=500 {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for term in [even, odd] {
            d = 1.0 / guard(1.0 + term * d);
            c = guard(1.0 + term / c);
            change *= c * d;
        }
        fraction *= change;
        if (change - 1.0).abs() < f64::EPSILON {
            break;
        }
    }
    fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(got: f64, expected: f64) {
        let error = (got - expected).abs() / expected.abs().max(1e-300);
        assert!(error < 1e-12, "{got} is not {expected}");
    }

    #[test]
    fn normal_quantiles_are_those_of_scipy() {
        // scipy.stats.norm.ppf, see tests/reference/distributions.py
        for (p, expected) in [
            (0.025, -1.959963984540054),
            (0.975, 1.959963984540054),
            (1e-10, -6.361340902404056),
            (0.4, -0.2533471031357997),
        ] {
            near(normal_quantile(p), expected);
        }
        assert_eq!(normal_quantile(0.5), 0.0);
        assert_eq!(normal_quantile(1.0), f64::INFINITY);
    }

    #[test]
    fn student_quantiles_are_those_of_scipy() {
        for (df, expected) in [
            (1.0, 12.706204736174694),
            (2.0, 4.302652729749462),
            (4.5, 2.6589123472044034),
            (29.0, 2.045229642132703),
            (1e5, 1.9599877075346095),
        ] {
            let got = student_quantile(0.975, df);
            assert!((got / expected - 1.0).abs() < 1e-10, "{df}: {got}");
        }
    }

    #[test]
    fn a_chi2_of_3_84_leaves_five_percent() {
        near(chi2_tail(3.841458820694124), 0.05);
        near(chi2_tail(0.0), 1.0);
    }
}
