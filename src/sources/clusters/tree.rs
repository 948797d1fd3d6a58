//! Which rows are nearest: average-linkage merges.

use kodama::{Method, linkage};
use ndarray::Array2;

/// One merge of two sides, as places of rows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Joint {
    /// The side with the lowest row, sorted.
    pub left: Vec<usize>,
    /// The other, sorted.
    pub right: Vec<usize>,
    /// Mean distance between the two sides' rows.
    pub distance: f64,
}

/// The merges of rows by mean distance (average linkage, UPGMA), nearest first; none with fewer
/// than two rows.
///
/// Source: Sokal & Michener (1958), University of Kansas Science Bulletin 38, 1409–1438; agrees
/// with SciPy's `linkage(…, "average")`.
pub(crate) fn merges(distances: &Array2<f64>) -> Vec<Joint> {
    let rows = distances.nrows();
    if rows < 2 {
        return Vec::new();
    }
    let mut condensed = Vec::with_capacity(rows * (rows - 1) / 2);
    for i in 0..rows {
        condensed.extend((i + 1..rows).map(|j| distances[[i, j]]));
    }
    let tree = linkage(&mut condensed, rows, Method::Average);
    let mut sides: Vec<Vec<usize>> = (0..rows).map(|row| vec![row]).collect();
    let mut joints = Vec::with_capacity(rows - 1);
    for step in tree.steps() {
        let (mut left, mut right) = (sides[step.cluster1].clone(), sides[step.cluster2].clone());
        if right[0] < left[0] {
            std::mem::swap(&mut left, &mut right);
        }
        let mut both = [left.as_slice(), right.as_slice()].concat();
        both.sort_unstable();
        sides.push(both);
        joints.push(Joint {
            left,
            right,
            distance: step.dissimilarity,
        });
    }
    joints
}
