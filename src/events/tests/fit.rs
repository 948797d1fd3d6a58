//! Logistic regression, for the weights of `learned`.

/// What is known of one pair.
pub(super) struct Row {
    pub signs: Vec<f64>,
    /// Share of it that tells one event, 0 … 1.
    pub same: f64,
    pub weight: f64,
}

/// The start and the weights that make what is known likeliest (iteratively reweighted least
/// squares, McCullagh & Nelder 1989).
pub(super) fn fitted(rows: &[Row]) -> Vec<f64> {
    let size = rows[0].signs.len() + 1;
    let mut weights = vec![0.0; size];
    for _ in 0..25 {
        let mut gradient = vec![0.0; size];
        let mut curve = vec![vec![0.0; size]; size];
        for row in rows {
            let signs: Vec<f64> = std::iter::once(1.0).chain(row.signs.clone()).collect();
            let sum: f64 = signs.iter().zip(&weights).map(|(s, w)| s * w).sum();
            let chance = 1.0 / (1.0 + (-sum).exp());
            for a in 0..size {
                gradient[a] += row.weight * (row.same - chance) * signs[a];
                for b in 0..size {
                    curve[a][b] += row.weight * chance * (1.0 - chance) * signs[a] * signs[b];
                }
            }
        }
        let step = solved(curve, gradient);
        weights.iter_mut().zip(step).for_each(|(w, s)| *w += s);
    }
    weights
}

/// The solution of a system of linear equations (Gauss and Jordan, with pivots).
fn solved(mut rows: Vec<Vec<f64>>, right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    rows.iter_mut().zip(right).for_each(|(row, r)| row.push(r));
    for at in 0..size {
        let larger = |a: &usize, b: &usize| rows[*a][at].abs().total_cmp(&rows[*b][at].abs());
        let pivot = (at..size).max_by(larger).unwrap();
        rows.swap(at, pivot);
        let own = rows[at].clone();
        for (other, row) in rows.iter_mut().enumerate() {
            let factor = row[at] / own[at];
            if other != at {
                row.iter_mut().zip(&own).for_each(|(x, y)| *x -= factor * y);
            }
        }
    }
    (0..size).map(|at| rows[at][size] / rows[at][at]).collect()
}
