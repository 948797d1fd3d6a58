//! The common odds ratio of a two-way choice of labels, inside events.

use super::distributions::normal_quantile;
use super::strata::Stratum;
use crate::lexicon::LabelIx;

/// How much more one side chooses the first of two labels over the second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Odds {
    /// The two labels with the most mentions in the shared events, the one with more first (the
    /// lower index first where equal).
    pub labels: (LabelIx, LabelIx),
    /// The Mantel–Haenszel odds ratio, over 0.
    pub ratio: f64,
    /// Its 95 % Robins–Breslow–Greenland interval. It takes mentions as independent, which those
    /// of one article are not quite: the difference's interval is the one to rely on.
    pub interval: (f64, f64),
}

/// The Mantel–Haenszel odds ratio of 2×2 tables `[a, b, c, d]` (our first and second label, their
/// first and second) and its 95 % Robins–Breslow–Greenland interval; `None` where one side never
/// chooses one of them in any table that the other side could answer.
///
/// Sources: Mantel & Haenszel (1959), Journal of the National Cancer Institute 22, 719–748;
/// Robins, Breslow & Greenland (1986), Biometrics 42, 311–323. Agrees with R's `mantelhaen.test`
/// and statsmodels' `StratifiedTable`.
pub(crate) fn mantel_haenszel(tables: &[[u32; 4]]) -> Option<(f64, (f64, f64))> {
    let (mut r, mut s) = (0.0, 0.0);
    let (mut pr, mut ps_qr, mut qs) = (0.0, 0.0, 0.0);
    for table in tables {
        let [a, b, c, d] = table.map(f64::from);
        let n = a + b + c + d;
        if n == 0.0 {
            continue;
        }
        let (agree, part) = ((a + d) / n, (b + c) / n);
        let (up, down) = (a * d / n, b * c / n);
        r += up;
        s += down;
        pr += agree * up;
        ps_qr += agree * down + part * up;
        qs += part * down;
    }
    if r == 0.0 || s == 0.0 {
        return None;
    }
    let variance = pr / (2.0 * r * r) + ps_qr / (2.0 * r * s) + qs / (2.0 * s * s);
    let reach = normal_quantile(0.975) * variance.sqrt();
    let centre = (r / s).ln();
    Some((r / s, ((centre - reach).exp(), (centre + reach).exp())))
}

/// The odds of the two labels with the most mentions in the shared events; `None` where there are
/// not two, or the ratio is undefined.
pub(super) fn odds(strata: &[Stratum]) -> Option<Odds> {
    let mut counts: Vec<(LabelIx, u32)> = strata
        .iter()
        .flat_map(|stratum| &stratum.labels)
        .map(|&(label, ours, theirs)| (label, ours + theirs))
        .collect();
    super::cells::sum_sorted(&mut counts);
    counts.sort_by_key(|&(label, n)| (std::cmp::Reverse(n), label));
    let (first, second) = (counts.first()?.0, counts.get(1)?.0);
    let tables: Vec<[u32; 4]> = strata
        .iter()
        .map(|stratum| table(stratum, first, second))
        .collect();
    let (ratio, interval) = mantel_haenszel(&tables)?;
    Some(Odds {
        labels: (first, second),
        ratio,
        interval,
    })
}

fn table(stratum: &Stratum, first: LabelIx, second: LabelIx) -> [u32; 4] {
    let of = |label| {
        let at = stratum.labels.binary_search_by_key(&label, |entry| entry.0);
        at.map_or((0, 0), |at| (stratum.labels[at].1, stratum.labels[at].2))
    };
    let ((a, c), (b, d)) = (of(first), of(second));
    [a, b, c, d]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_that_nobody_contrasts_has_no_odds() {
        for tables in [&[[3, 0, 2, 0]][..], &[[0, 0, 0, 0]], &[]] {
            assert_eq!(mantel_haenszel(tables), None);
        }
    }

    #[test]
    fn turning_the_sides_inverts_the_ratio() {
        let (ratio, (low, high)) = mantel_haenszel(&[[5, 2, 1, 4], [3, 3, 2, 6]]).unwrap();
        let (turned, (least, most)) = mantel_haenszel(&[[1, 4, 5, 2], [2, 6, 3, 3]]).unwrap();
        for (x, y) in [(ratio, turned), (low, most), (high, least)] {
            assert!((x * y - 1.0).abs() < 1e-12);
        }
    }
}
