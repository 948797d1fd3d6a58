//! The statistics against values of quanteda, SciPy and scikit-learn, to 1e-9.
//!
//! The values are not part of the project: `../shared/data/golden`, or `golden` in the folder that
//! `MIZAN_DATA` names. Where they are missing the tests say so and pass.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::print_stdout, reason = "a skipped test says so")]

use crate::sources::adjust::benjamini_hochberg;
use crate::sources::bootstrap::bca;
use crate::sources::clusters::{map, partition, scaled, tree};
use crate::sources::distributions::chi2_tail;
use crate::sources::keyness::{Counts, Prior};
use flate2::read::GzDecoder;
use ndarray::Array2;
use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

/// A golden table: a header and rows of text.
struct Golden {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

fn golden(name: &str) -> Option<Golden> {
    let data = std::env::var_os("MIZAN_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        PathBuf::from,
    );
    let path = data.join("golden").join(name);
    let Ok(file) = File::open(&path) else {
        println!("skipped: there is no {}", path.display());
        return None;
    };
    let bytes: Box<dyn Read> = match name.ends_with(".gz") {
        true => Box::new(GzDecoder::new(file)),
        false => Box::new(file),
    };
    let mut reader = csv::Reader::from_reader(bytes);
    let text = |record: &csv::StringRecord| record.iter().map(str::to_string).collect();
    Some(Golden {
        header: text(reader.headers().unwrap()),
        rows: reader
            .records()
            .map(|record| text(&record.unwrap()))
            .collect(),
    })
}

impl Golden {
    fn numbers(&self, column: &str) -> Vec<f64> {
        let at = self
            .header
            .iter()
            .position(|name| name == column)
            .expect(column);
        self.rows
            .iter()
            .map(|row| row[at].parse().unwrap())
            .collect()
    }

    /// The numbers from a column on, as a matrix.
    fn matrix(&self, from: usize) -> Array2<f64> {
        let width = self.header.len() - from;
        let cells = self.rows.iter().flat_map(|row| &row[from..]);
        let numbers = cells.map(|cell| cell.parse().unwrap()).collect();
        Array2::from_shape_vec((self.rows.len(), width), numbers).unwrap()
    }
}

fn assert_near(got: f64, expected: f64, what: &str) {
    let error = (got - expected).abs() / expected.abs().max(1.0);
    assert!(error < 1e-9, "{what}: {got} is not {expected}");
}

/// The counts of a keyness file: target aawsat against the others, after its trimming.
fn counts(ours: f64, theirs: f64) -> Option<Counts> {
    let totals = golden("q_source_totals_trim3.csv")?;
    let sizes = totals.numbers("tokens_after_trim");
    let at = totals
        .rows
        .iter()
        .position(|row| row[0] == "aawsat")
        .unwrap();
    Some(Counts {
        ours,
        theirs,
        all_ours: sizes[at],
        all_theirs: sizes.iter().sum::<f64>() - sizes[at],
    })
}

#[test]
fn g2_is_quantedas_less_the_1e9_that_it_adds() {
    let Some(table) = golden("q_keyness_lr_none_aawsat.csv.gz") else {
        return;
    };
    let Some(sides) = counts(0.0, 0.0) else {
        return;
    };
    let (stat, ours, theirs) = (
        table.numbers("G2"),
        table.numbers("n_target"),
        table.numbers("n_reference"),
    );
    assert_eq!(stat.len(), 24_332);
    for at in 0..stat.len() {
        let counts = Counts {
            ours: ours[at],
            theirs: theirs[at],
            ..sides
        };
        let (a, b) = (counts.ours, counts.theirs);
        let (c, d) = (counts.all_ours - a, counts.all_theirs - b);
        let all = a + b + c + d;
        let expected = [(a, (a + b) * (a + c) / all), (b, (a + b) * (b + d) / all)]
            .into_iter()
            .chain([(c, (c + d) * (a + c) / all), (d, (c + d) * (b + d) / all)]);
        let added: f64 = expected
            .filter(|(o, _)| *o > 0.0)
            .map(|(o, e)| 2.0 * o * (1e-9 * e / o).ln_1p())
            .sum();
        let got = counts.g2();
        assert_near(got + added.copysign(got), stat[at], &table.rows[at][0]);
    }
}

#[test]
fn chi2_is_quantedas_without_correction() {
    let Some(table) = golden("q_keyness_chi2_none_aawsat.csv.gz") else {
        return;
    };
    let Some(sides) = counts(0.0, 0.0) else {
        return;
    };
    let (stat, ours, theirs) = (
        table.numbers("chi2"),
        table.numbers("n_target"),
        table.numbers("n_reference"),
    );
    for at in 0..stat.len() {
        let counts = Counts {
            ours: ours[at],
            theirs: theirs[at],
            ..sides
        };
        assert_near(counts.chi2(), stat[at], &table.rows[at][0]);
    }
}

#[test]
fn log_odds_and_z_are_monroes_with_each_prior() {
    for (name, prior) in [
        ("logodds_flat0.01_aawsat.csv.gz", Prior::Flat(0.01)),
        ("logodds_prior1000_aawsat.csv.gz", Prior::Scaled(1000.0)),
        ("logodds_priorcorpus_aawsat.csv.gz", Prior::Corpus),
    ] {
        let Some(table) = golden(name) else { return };
        let (ours, theirs) = (table.numbers("a"), table.numbers("b"));
        let (delta, z) = (table.numbers("delta"), table.numbers("z"));
        let (all_ours, all_theirs) = (ours.iter().sum(), theirs.iter().sum::<f64>());
        let all = all_ours + all_theirs;
        let imagined: Vec<f64> = ours
            .iter()
            .zip(&theirs)
            .map(|(a, b)| prior.of(a + b, all))
            .collect();
        let all_imagined = imagined.iter().sum();
        for at in 0..ours.len() {
            let counts = Counts {
                ours: ours[at],
                theirs: theirs[at],
                all_ours,
                all_theirs,
            };
            let (got, got_z) = counts.log_odds(imagined[at], all_imagined);
            assert_near(got, delta[at], &format!("{name}, log-odds of row {at}"));
            assert_near(got_z, z[at], &format!("{name}, z of row {at}"));
        }
    }
}

#[test]
fn adjusted_p_values_are_scipys() {
    let Some(table) = golden("fdr_keyness_lr.csv.gz") else {
        return;
    };
    let (g2, p) = (table.numbers("G2"), table.numbers("p_sf"));
    for (at, g2) in g2.iter().enumerate() {
        let relative = chi2_tail(g2.abs()) / p[at] - 1.0;
        assert!(relative.abs() < 1e-9, "p of row {at}");
    }
    for (got, expected) in benjamini_hochberg(&p)
        .into_iter()
        .zip(table.numbers("p_bh"))
    {
        assert!(
            (got / expected - 1.0).abs() < 1e-9,
            "{got} is not {expected}"
        );
    }
}

/// The values of one sample of the BCa file (its columns differ in length).
fn sample(table: &Golden, column: usize) -> Vec<f64> {
    table
        .rows
        .iter()
        .filter_map(|row| row[column].parse().ok())
        .collect()
}

fn means_without_one(values: &[f64]) -> Vec<f64> {
    let sum: f64 = values.iter().sum();
    values
        .iter()
        .map(|value| (sum - value) / (values.len() - 1) as f64)
        .collect()
}

#[test]
fn bca_of_the_stored_draws_is_scipys() {
    let (Some(data), Some(ends)) = (golden("bca_data.csv"), golden("bca_ci.csv")) else {
        return;
    };
    let (x, y) = (sample(&data, 0), sample(&data, 1));
    let (x_out, y_out) = (means_without_one(&x), means_without_one(&y));
    let y_mean = y.iter().sum::<f64>() / y.len() as f64;
    let x_mean = x.iter().sum::<f64>() / x.len() as f64;
    let differences = vec![
        x_out.iter().map(|mean| mean - y_mean).collect(),
        y_out.iter().map(|mean| x_mean - mean).collect(),
    ];
    for (stat, left_out) in [("mean_x", vec![x_out]), ("diff_mean_x_y", differences)] {
        let Some(draws) = golden(&format!("bca_distribution_{stat}.csv")) else {
            return;
        };
        let row = ends
            .rows
            .iter()
            .find(|row| row[0] == stat && row[1] == "BCa")
            .unwrap();
        let expected: Vec<f64> = row[2..5].iter().map(|cell| cell.parse().unwrap()).collect();
        let (low, high) = bca(&mut draws.numbers("theta"), expected[0], &left_out, 0.95).unwrap();
        assert_near(low, expected[1], stat);
        assert_near(high, expected[2], stat);
    }
}

#[test]
fn scaled_columns_are_z_scores_by_n() {
    let (Some(rates), Some(z)) = (
        golden("source_category_per1k.csv"),
        golden("source_category_z.csv"),
    ) else {
        return;
    };
    let z = z.matrix(1);
    for (got, expected) in scaled(rates.matrix(1)).iter().zip(&z) {
        assert_near(*got, *expected, "z");
    }
}

#[test]
fn k_means_finds_scikit_learns_partitions_and_inertia() {
    let (Some(z), Some(labels), Some(scores)) = (
        golden("source_category_z.csv"),
        golden("cluster_labels.csv"),
        golden("cluster_scores.csv"),
    ) else {
        return;
    };
    let (rows, inertia) = (z.matrix(1), scores.numbers("inertia"));
    let silhouette = scores.numbers("silhouette");
    let distances = partition::distances(&rows);
    for groups in 2..=6 {
        let got = partition::k_means(&rows, groups, 200, 1).unwrap();
        let expected: Vec<usize> = labels
            .numbers(&format!("kmeans{groups}"))
            .iter()
            .map(|label| *label as usize)
            .collect();
        assert_eq!(got, partition::renumbered(&expected), "{groups} groups");
        assert_near(
            partition::inertia(&rows, &got),
            inertia[groups - 2],
            "inertia",
        );
        let silhouettes = partition::silhouettes(&distances, &got);
        let mean = silhouettes.iter().sum::<f64>() / silhouettes.len() as f64;
        assert_near(mean, silhouette[groups - 2], "silhouette");
    }
}

#[test]
fn silhouettes_of_single_rows_are_scikit_learns() {
    let (Some(z), Some(expected)) = (
        golden("source_category_z.csv"),
        golden("kmeans3_silhouette_samples.csv"),
    ) else {
        return;
    };
    let labels: Vec<usize> = expected
        .numbers("label")
        .iter()
        .map(|label| *label as usize)
        .collect();
    let got = partition::silhouettes(&partition::distances(&z.matrix(1)), &labels);
    for (got, expected) in got.iter().zip(expected.numbers("silhouette")) {
        assert_near(*got, expected, "silhouette");
    }
}

#[test]
fn average_linkage_is_scipys() {
    let (Some(z), Some(euclid), Some(steps)) = (
        golden("source_category_z.csv"),
        golden("euclid.csv"),
        golden("linkage_average.csv"),
    ) else {
        return;
    };
    let distances = partition::distances(&z.matrix(1));
    for (got, expected) in distances.iter().zip(&euclid.matrix(1)) {
        assert_near(*got, *expected, "distance");
    }
    let mut members: Vec<Vec<usize>> = (0..distances.nrows()).map(|row| vec![row]).collect();
    for (got, step) in tree::merges(&distances).iter().zip(&steps.rows) {
        let side = |at: usize| members[step[at].parse::<f64>().unwrap() as usize].clone();
        let mut sides = [side(0), side(1)];
        sides.sort();
        assert_eq!([&got.left, &got.right], [&sides[0], &sides[1]]);
        assert_near(got.distance, step[2].parse().unwrap(), "height");
        let mut both = sides.concat();
        both.sort_unstable();
        members.push(both);
    }
}

#[test]
fn principal_components_are_scikit_learns_up_to_sign() {
    let (Some(z), Some(loadings), Some(scores), Some(variances)) = (
        golden("source_category_z.csv"),
        golden("pca_components.csv"),
        golden("pca_scores.csv"),
        golden("pca_variance.csv"),
    ) else {
        return;
    };
    let got = map::components(&z.matrix(1)).unwrap();
    let (loadings, scores) = (loadings.matrix(0), scores.matrix(1));
    for (component, variance) in variances.numbers("var").into_iter().enumerate() {
        assert_near(got.variances[component], variance, "variance");
        let (ours, theirs) = (got.loadings.row(component), loadings.row(component));
        let sign = ours.dot(&theirs).signum();
        for (got, expected) in ours.iter().zip(theirs) {
            assert_near(got * sign, *expected, "loading");
        }
        for (got, expected) in got
            .scores
            .column(component)
            .iter()
            .zip(scores.column(component))
        {
            assert_near(got * sign, *expected, "score");
        }
    }
}
