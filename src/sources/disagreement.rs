//! How far sources are apart in what they call somebody: one number to sort by, not to test.

/// How far the source with the highest lean is from the one with the lowest, 0 … 4 steps of stance:
/// max − min of (n l + k m) / (n + k), where n is how many witnesses a source has (mentions, or
/// articles), l is its lean, m the mean of all leans, weighted by n, and k is `prior`. `None` with
/// fewer than two sources.
///
/// Without the k witnesses of m a pair of single words would stand above ten of each.
///
/// Each source is `(witnesses, lean)`; those without a witness are left out.
///
/// Source: Bühlmann and Straub (1970), *Glaubwürdigkeit für Schadensätze*, Mitteilungen der
/// Vereinigung schweizerischer Versicherungsmathematiker 70, 111–133: n / (n + k) is the credibility
/// of n witnesses.
pub(crate) fn disagreement(sources: &[(usize, f64)], prior: u32) -> Option<f64> {
    let prior = f64::from(prior);
    let told = sources.iter().filter(|source| source.0 > 0);
    let told = told.map(|(witnesses, lean)| (*witnesses as f64, lean));
    let all = told.clone().fold((0.0, 0.0), |sum, (witnesses, lean)| {
        (sum.0 + witnesses, sum.1 + witnesses * lean)
    });
    let mean = all.1 / all.0;
    let leans =
        told.map(|(witnesses, lean)| (witnesses * lean + prior * mean) / (witnesses + prior));
    let (low, high, count) = leans.fold((f64::MAX, f64::MIN, 0), |(low, high, count), lean| {
        (lean.min(low), lean.max(high), count + 1)
    });
    (count > 1).then_some(high - low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_words_of_each_side_are_further_apart_than_one() {
        // m = 0: 2 ÷ 3 − (−2 ÷ 3), and 20 ÷ 12 − (−20 ÷ 12).
        let one = disagreement(&[(1, 2.0), (1, -2.0)], 2).unwrap();
        let ten = disagreement(&[(10, 2.0), (10, -2.0)], 2).unwrap();
        assert!((one - 4.0 / 3.0).abs() < 1e-12, "{one}");
        assert!((ten - 40.0 / 12.0).abs() < 1e-12, "{ten}");
    }

    #[test]
    fn who_stands_alone_differs_from_nobody() {
        assert_eq!(disagreement(&[], 5), None);
        assert_eq!(disagreement(&[(3, -2.0), (0, 0.0)], 5), None);
        assert_eq!(disagreement(&[(1, 1.0), (4, 1.0)], 5), Some(0.0));
    }
}
