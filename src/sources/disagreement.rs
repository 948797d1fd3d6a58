//! How far sources are apart in what they call somebody: one number to sort by, not to test.

/// So many mentions of the mean of all sources are added to those of each: what one word says, and
/// ten do not, is no great difference.
const PRIOR: f64 = 2.0;

/// How far the source with the highest lean is from the one with the lowest, 0 … 4 steps of stance:
/// max − min of (Σ s + 2 m) / (n + 2), where n and Σ s are a source's mentions and the sum of their
/// stances, and m is the mean stance of all sources together. `None` with fewer than two sources.
///
/// Without the two mentions of m a pair of single words would stand above ten of each.
///
/// Each source is `(mentions, sum of stances)`; those without a mention are left out.
pub(crate) fn disagreement(sources: &[(u32, i64)]) -> Option<f64> {
    let told = sources.iter().filter(|source| source.0 > 0);
    let all = told.clone().fold((0.0, 0.0), |sum, (mentions, stance)| {
        (sum.0 + f64::from(*mentions), sum.1 + *stance as f64)
    });
    let mean = all.1 / all.0;
    let leans = told
        .map(|(mentions, stance)| (*stance as f64 + PRIOR * mean) / (f64::from(*mentions) + PRIOR));
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
        let one = disagreement(&[(1, 2), (1, -2)]).unwrap();
        let ten = disagreement(&[(10, 20), (10, -20)]).unwrap();
        assert!((one - 4.0 / 3.0).abs() < 1e-12, "{one}");
        assert!((ten - 40.0 / 12.0).abs() < 1e-12, "{ten}");
    }

    #[test]
    fn who_stands_alone_differs_from_nobody() {
        assert_eq!(disagreement(&[]), None);
        assert_eq!(disagreement(&[(3, -6), (0, 0)]), None);
        assert_eq!(disagreement(&[(1, 1), (4, 4)]), Some(0.0));
    }
}
