//! The weights of `learned` against the annotated pairs that they come from.

use super::fit::{Row, fitted};
use crate::events::learned::{GROUP, GROUP_START, PAIR, PAIR_START};
use std::path::PathBuf;

/// The rows of a file of `tests/events/`: the signs stand between `first` and the last two columns.
fn rows(file: &str, first: usize) -> Vec<Row> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/events");
    let mut table = csv::Reader::from_path(folder.join(file)).unwrap();
    let row = |record: csv::StringRecord| {
        let cells = record.iter().skip(first).map(|cell| cell.parse().unwrap());
        let mut signs: Vec<f64> = cells.collect();
        let weight = signs.pop().unwrap();
        let same = signs.pop().unwrap();
        Row {
            signs,
            same,
            weight,
        }
    };
    table.records().map(|record| row(record.unwrap())).collect()
}

fn assert_near(found: &[f64], expected: &[f64]) {
    let is_near = |(x, y): (&f64, &f64)| (x - y).abs() <= 0.002 + 0.0005 * y.abs();
    let all_near = found.iter().zip(expected).all(is_near);
    assert!(all_near, "{found:.4?}, in the program {expected:?}");
}

#[test]
fn the_weights_of_pairs_are_those_that_the_annotated_pairs_give() {
    let expected = std::iter::once(PAIR_START).chain(PAIR).map(f64::from);
    let expected: Vec<f64> = expected.collect();
    assert_near(&fitted(&rows("pairs.csv", 3)), &expected);
}

#[test]
fn the_weights_of_groups_are_those_that_the_annotated_groups_give() {
    let expected: Vec<f64> = std::iter::once(GROUP_START).chain(GROUP).collect();
    assert_near(&fitted(&rows("groups.csv", 1)), &expected);
}
