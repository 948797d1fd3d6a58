//! The table of features that sources are clustered by: rows of the sources thick enough, columns
//! scaled.

use super::features::{Sums, Wording};
use ndarray::{Array2, ArrayViewMut1, Axis};

/// Rows of features.
pub(super) struct FeatureTable {
    /// The source of each row, by its place in the wording, sorted.
    pub sources: Vec<usize>,
    /// Sources × features, each column with mean 0 and standard deviation 1.
    pub rows: Array2<f64>,
    /// How many features of each row are absent and taken as no difference.
    pub absent: Vec<u32>,
}

/// The table of the sources with at least `least_events` shared events.
pub(super) fn table(wording: &Wording, sums: &Sums, least_events: u32) -> FeatureTable {
    let thick = |source: &usize| sums.shared[*source] >= least_events.max(1);
    of(
        wording,
        sums,
        (0..wording.sources.len()).filter(thick).collect(),
    )
}

/// The table of some sources.
pub(super) fn of(wording: &Wording, sums: &Sums, sources: Vec<usize>) -> FeatureTable {
    let features: Vec<Vec<Option<f64>>> = sources
        .iter()
        .map(|&source| sums.features(wording, source))
        .collect();
    let width = features.first().map_or(0, Vec::len);
    let cell = |(row, column): (usize, usize)| features[row][column].unwrap_or(0.0);
    let rows = Array2::from_shape_fn((sources.len(), width), cell);
    let absent = |row: &Vec<Option<f64>>| row.iter().filter(|cell| cell.is_none()).count() as u32;
    FeatureTable {
        absent: features.iter().map(absent).collect(),
        rows: scaled(rows),
        sources,
    }
}

/// Columns less their mean, over their standard deviation (by n); columns that do not vary are
/// left out, since they tell no source from another.
pub(crate) fn scaled(mut rows: Array2<f64>) -> Array2<f64> {
    let varying: Vec<usize> = rows
        .columns_mut()
        .into_iter()
        .enumerate()
        .filter_map(|(at, column)| scale(column).then_some(at))
        .collect();
    rows.select(Axis(1), &varying)
}

/// Scales a column; false where it does not vary.
fn scale(mut column: ArrayViewMut1<f64>) -> bool {
    let n = column.len() as f64;
    let mean = column.sum() / n;
    let variance = column
        .iter()
        .map(|value| (value - mean).powi(2))
        .sum::<f64>()
        / n;
    // Sums of equal numbers differ in their last digits.
    let varies = variance.sqrt() > mean.abs() * 1e-12 && variance > 0.0;
    if varies {
        column.mapv_inplace(|value| (value - mean) / variance.sqrt());
    }
    varies
}
