//! A map of rows: their two principal components.

use linfa_linalg::svd::SVD;
use ndarray::{Array2, Axis};

/// Principal components of rows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Components {
    /// The place of each row: rows × components, widest component first.
    pub scores: Array2<f64>,
    /// Components × columns; the largest entry of each is positive, so that a map is not mirrored
    /// from run to run.
    pub loadings: Array2<f64>,
    /// Variance along each component (by n − 1).
    pub variances: Vec<f64>,
}

impl Components {
    /// The place of a row along the first two components, 0 along one that is not there.
    pub(crate) fn place(&self, row: usize) -> (f64, f64) {
        let along = |component| self.scores.get((row, component)).copied().unwrap_or(0.0);
        (along(0), along(1))
    }
}

/// All principal components, by singular value decomposition of the centred rows; `None` with
/// fewer than two rows, no column, or a value that is not finite.
///
/// linfa's own `Pca` is wrong for small matrices, and the decomposition gives its values in no
/// fixed order or sign.
pub(crate) fn components(rows: &Array2<f64>) -> Option<Components> {
    if rows.nrows() < 2 || rows.ncols() == 0 || rows.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let centred = rows - &rows.mean_axis(Axis(0))?;
    let (left, values, right) = centred.svd(true, true).ok()?;
    let (left, right) = (left?, right?);
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[b].total_cmp(&values[a]));
    let mut scores = left.select(Axis(1), &order);
    let mut loadings = right.select(Axis(0), &order);
    for (at, &from) in order.iter().enumerate() {
        let sign = sign(loadings.row(at).iter());
        scores
            .column_mut(at)
            .mapv_inplace(|score| score * values[from] * sign);
        loadings.row_mut(at).mapv_inplace(|loading| loading * sign);
    }
    let variance = |&from: &usize| values[from].powi(2) / (rows.nrows() - 1) as f64;
    Some(Components {
        scores,
        loadings,
        variances: order.iter().map(variance).collect(),
    })
}

/// The sign of the number furthest from 0, the first of those as far to nine digits.
fn sign<'a>(values: impl Iterator<Item = &'a f64>) -> f64 {
    let mut furthest = 0.0_f64;
    for &value in values {
        if value.abs() > furthest.abs() * (1.0 + 1e-9) {
            furthest = value;
        }
    }
    1.0_f64.copysign(furthest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn a_line_has_one_component_along_it() {
        let found = components(&array![[1.0, 2.0], [2.0, 4.0], [3.0, 6.0]]).unwrap();
        let (root, step) = (5.0_f64.sqrt(), 5.0_f64.sqrt());
        assert!((found.loadings[[0, 1]] - 2.0 / root).abs() < 1e-12);
        assert!((found.scores[[2, 0]] - step).abs() < 1e-12);
        assert!((found.variances[0] - 5.0).abs() < 1e-12 && found.variances[1] < 1e-12);
    }

    #[test]
    fn components_put_the_rows_back_together_at_any_size() {
        for (height, width) in [(2, 1), (2, 7), (3, 2), (7, 3), (30, 12)] {
            let rows = Array2::from_shape_fn((height, width), |(i, j)| {
                ((i * 7 + j * 3 + i * j) % 11) as f64 - 5.0
            });
            let found = components(&rows).unwrap();
            let centred = &rows - &rows.mean_axis(Axis(0)).unwrap();
            let again = found.scores.dot(&found.loadings);
            let error = (&again - &centred)
                .iter()
                .fold(0.0_f64, |most, e| most.max(e.abs()));
            assert!(error < 1e-9, "{height} × {width}: {error}");
            assert!(found.variances.is_sorted_by(|a, b| a >= b));
        }
    }

    #[test]
    fn too_little_has_no_map() {
        assert_eq!(components(&array![[1.0, 2.0]]), None);
        assert_eq!(components(&Array2::zeros((3, 0))), None);
        assert_eq!(components(&array![[1.0], [f64::NAN]]), None);
        // Rows all alike have a map: one point.
        assert_eq!(
            components(&Array2::ones((3, 2))).unwrap().place(1),
            (0.0, 0.0)
        );
    }
}
