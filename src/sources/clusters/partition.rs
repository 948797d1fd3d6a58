//! Rows into groups: k-means for each number of groups, judged by silhouette.

use linfa::DatasetBase;
use linfa::traits::{Fit, Predict};
use linfa_clustering::KMeans;
#[cfg(test)]
use ndarray::Axis;
use ndarray::{Array1, Array2, ArrayView1};
use rand_xoshiro::Xoshiro256Plus;
use rand_xoshiro::rand_core::SeedableRng;

/// A partition of rows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Partition {
    /// The group of each row, 0 …, numbered by first member.
    pub labels: Vec<usize>,
    /// How many groups there are.
    pub groups: usize,
    /// The silhouette of each row, −1 … 1.
    pub silhouettes: Vec<f64>,
}

/// More groups than this are not sought: a reader could not tell them apart.
pub(crate) const MOST_GROUPS: usize = 10;

/// Starts of k-means, of which the best is kept: with a dozen sources and few groups nearly always
/// the best there is.
pub(crate) const STARTS: usize = 10;

impl Partition {
    /// Mean silhouette, −1 … 1.
    pub(crate) fn mean_silhouette(&self) -> f64 {
        self.silhouettes.iter().sum::<f64>() / self.silhouettes.len() as f64
    }
}

/// The partition with the best mean silhouette, of 2 … [`MOST_GROUPS`] groups (the fewer where
/// equal); `None` with fewer than three rows, without columns, where rows are all alike, or where
/// a value is not finite.
pub(crate) fn best(rows: &Array2<f64>, seed: u64) -> Option<Partition> {
    let most = (rows.nrows().saturating_sub(1))
        .min(MOST_GROUPS)
        .min(distinct(rows));
    let rows = &narrowed(rows);
    let distances = distances(rows);
    let mut best: Option<Partition> = None;
    for groups in 2..=most {
        let Some(labels) = k_means(rows, groups, STARTS, seed) else {
            continue;
        };
        let silhouettes = silhouettes(&distances, &labels);
        let groups = 1 + labels.iter().max().copied().unwrap_or(0);
        let found = Partition {
            labels,
            groups,
            silhouettes,
        };
        if best
            .as_ref()
            .is_none_or(|best| found.mean_silhouette() > best.mean_silhouette())
        {
            best = Some(found);
        }
    }
    best
}

/// The group of each row by k-means (linfa; the best of several k-means++ starts), numbered by
/// first member; `None` where there are fewer distinct rows than groups, no column, or a value that is not finite:
/// linfa panics or misreports there.
pub(crate) fn k_means(
    rows: &Array2<f64>,
    groups: usize,
    starts: usize,
    seed: u64,
) -> Option<Vec<usize>> {
    if rows.ncols() == 0 || rows.iter().any(|value| !value.is_finite()) {
        return None;
    }
    if groups == 0 || starts == 0 || distinct(rows) < groups {
        return None;
    }
    let dataset = DatasetBase::from(rows.view());
    let model = KMeans::params_with_rng(groups, Xoshiro256Plus::seed_from_u64(seed))
        .n_runs(starts)
        .max_n_iterations(100)
        .tolerance(1e-6)
        .fit(&dataset)
        .ok()?;
    let found = model.predict(rows);
    Some(renumbered(found.as_slice()?))
}

/// Rows with the same distances from each other in no more columns than there are rows: their
/// coordinates along an orthonormal basis of the space that they span.
///
/// A dozen sources have hundreds of features, and k-means sees nothing but distances. Basis by
/// Gram–Schmidt, each row made orthogonal twice (Giraud, Langou & Rozložník 2005, *The loss of
/// orthogonality in the Gram–Schmidt orthogonalization process*: twice is enough).
pub(crate) fn narrowed(rows: &Array2<f64>) -> Array2<f64> {
    if rows.ncols() <= rows.nrows() {
        return rows.clone();
    }
    let mut basis: Vec<Array1<f64>> = Vec::new();
    for row in rows.rows() {
        let mut rest = row.to_owned();
        for _ in 0..2 {
            for axis in &basis {
                rest.scaled_add(-axis.dot(&rest), axis);
            }
        }
        let (length, whole) = (rest.dot(&rest).sqrt(), row.dot(&row).sqrt());
        // What is left of a row that others span is rounding.
        if length > whole * 1e-12 {
            basis.push(rest / length);
        }
    }
    Array2::from_shape_fn((rows.nrows(), basis.len()), |(row, axis)| {
        basis[axis].dot(&rows.row(row))
    })
}

/// The same partition with groups numbered 0 … by their first member.
pub(crate) fn renumbered(labels: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    labels
        .iter()
        .map(|label| {
            order
                .iter()
                .position(|known| known == label)
                .unwrap_or_else(|| {
                    order.push(*label);
                    order.len() - 1
                })
        })
        .collect()
}

/// Sum of squared distances of rows from the mean of their group.
#[cfg(test)]
pub(crate) fn inertia(rows: &Array2<f64>, labels: &[usize]) -> f64 {
    let groups = labels.iter().max().map_or(0, |most| most + 1);
    let members = |group: usize| (0..labels.len()).filter(move |&at| labels[at] == group);
    (0..groups)
        .map(|group| {
            let all: Vec<usize> = members(group).collect();
            let chosen = rows.select(Axis(0), &all);
            let Some(mean) = chosen.mean_axis(Axis(0)) else {
                return 0.0;
            };
            chosen
                .rows()
                .into_iter()
                .map(|row| squared(row, mean.view()))
                .sum()
        })
        .sum()
}

/// Euclidean distances between rows.
pub(crate) fn distances(rows: &Array2<f64>) -> Array2<f64> {
    let mut distances = Array2::zeros((rows.nrows(), rows.nrows()));
    for i in 0..rows.nrows() {
        for j in 0..i {
            let distance = squared(rows.row(i), rows.row(j)).sqrt();
            distances[[i, j]] = distance;
            distances[[j, i]] = distance;
        }
    }
    distances
}

fn squared(a: ArrayView1<f64>, b: ArrayView1<f64>) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum()
}

/// The silhouette of each row, −1 … 1: how much nearer it is to its own group than to the next.
/// 0 for a row that is a group of its own, as in scikit-learn (linfa gives it 1, which rewards
/// splitting off single rows).
///
/// Source: Rousseeuw (1987), *Silhouettes*, Journal of Computational and Applied Mathematics 20,
/// 53–65.
pub(crate) fn silhouettes(distances: &Array2<f64>, labels: &[usize]) -> Vec<f64> {
    let groups = labels.iter().max().map_or(0, |most| most + 1);
    let mut sizes = vec![0usize; groups];
    labels.iter().for_each(|&label| sizes[label] += 1);
    (0..labels.len())
        .map(|row| {
            let mut sums = vec![0.0; groups];
            for (other, &label) in labels.iter().enumerate() {
                sums[label] += distances[[row, other]];
            }
            silhouette(labels[row], &sums, &sizes)
        })
        .collect()
}

fn silhouette(own: usize, sums: &[f64], sizes: &[usize]) -> f64 {
    if sizes[own] < 2 {
        return 0.0;
    }
    let inside = sums[own] / (sizes[own] - 1) as f64;
    let outside = (0..sizes.len())
        .filter(|&group| group != own && sizes[group] > 0)
        .map(|group| sums[group] / sizes[group] as f64)
        .fold(f64::INFINITY, f64::min);
    let larger = inside.max(outside);
    if larger > 0.0 && larger.is_finite() {
        (outside - inside) / larger
    } else {
        0.0
    }
}

/// How many different rows there are.
fn distinct(rows: &Array2<f64>) -> usize {
    let mut all: Vec<Vec<u64>> = rows
        .rows()
        .into_iter()
        // + 0.0 makes −0 and 0 one.
        .map(|row| row.iter().map(|value| (value + 0.0).to_bits()).collect())
        .collect();
    all.sort_unstable();
    all.dedup();
    all.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn groups_are_numbered_by_first_member() {
        for (labels, expected) in [([2, 0, 2, 1], [0, 1, 0, 2]), ([0, 0, 0, 0], [0, 0, 0, 0])] {
            assert_eq!(renumbered(&labels), expected);
        }
    }

    #[test]
    fn two_heaps_are_two_groups() {
        let rows = array![[0.0, 0.1], [9.0, 9.1], [0.1, 0.0], [9.1, 9.0], [0.0, 0.0]];
        let found = best(&rows, 1).unwrap();
        assert_eq!(
            (found.labels.as_slice(), found.groups),
            (&[0, 1, 0, 1, 0][..], 2)
        );
        assert!(found.mean_silhouette() > 0.9);
        assert!((inertia(&rows, &found.labels) - 0.02333333333333).abs() < 1e-9);
    }

    #[test]
    fn narrowing_keeps_all_distances() {
        for (height, width, rank) in [(4, 40, 3), (7, 300, 6), (5, 5, 5), (3, 2, 2), (1, 9, 1)] {
            // Rows of few patterns, so that some lie in the space of the others.
            let rows = Array2::from_shape_fn((height, width), |(i, j)| {
                (((i % rank) * 7 + j * 3 + (i % rank) * j) % 11) as f64 - 5.0
            });
            let narrow = narrowed(&rows);
            assert!(
                narrow.ncols() <= height.max(width.min(height)),
                "{height} × {width}"
            );
            let (wide, narrow) = (distances(&rows), distances(&narrow));
            let most = (&wide - &narrow).fold(0.0_f64, |most, e| most.max(e.abs()));
            assert!(most < 1e-9, "{height} × {width}: {most}");
        }
    }

    #[test]
    fn a_row_of_its_own_has_silhouette_0() {
        let rows = array![[0.0], [1.0], [9.0]];
        let got = silhouettes(&distances(&rows), &[0, 0, 1]);
        assert_eq!(got[2], 0.0);
        assert!((got[0] - 8.0 / 9.0).abs() < 1e-12 && (got[1] - 7.0 / 8.0).abs() < 1e-12);
    }

    #[test]
    fn what_linfa_panics_or_errs_on_gives_no_partition() {
        for rows in [
            Array2::zeros((0, 2)),
            Array2::zeros((4, 0)),
            Array2::zeros((5, 2)),
            array![[0.0], [f64::NAN], [1.0]],
            array![[0.0], [f64::INFINITY], [1.0]],
        ] {
            assert_eq!(best(&rows, 1), None, "{rows}");
            assert_eq!(k_means(&rows, 2, 5, 1), None, "{rows}");
        }
        // More groups than distinct rows.
        assert_eq!(k_means(&array![[0.0], [-0.0], [1.0]], 3, 5, 1), None);
    }
}
