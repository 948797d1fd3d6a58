//! Golden reports: what a study of texts of our own gives, byte by byte.
//!
//! They change only on purpose: `just bless` (`MIZAN_BLESS=1 cargo test --test program golden`) writes
//! them anew.

use super::camps;
use mizan::{Corpus, Findings, Lexicon, Mark, ReadOptions, Settings, Silent, demo, weigh};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The file by which mizan knows a report that it wrote.
const MARK: &str = ".mizan-report";

/// The page: it is drawn from what the tables tell, is held in a browser (`page`), and is too large to
/// be read line by line.
const PAGE: &str = "report.html";

/// The workbook: no text, and held against the tables in `workbook`.
const WORKBOOK: &str = "report.xlsx";

/// The files of a report that are held.
fn names(folder: &Path, not_kept: &[&str]) -> BTreeSet<String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return BTreeSet::new();
    };
    entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| !not_kept.contains(&name.as_str()))
        .collect()
}

/// As many cells as columns, each of the kind that its column names.
fn assert_cells_are_of_their_columns_kinds(findings: &Findings) {
    for name in Findings::table_names() {
        let table = findings.table(name).unwrap();
        for row in &table.rows {
            assert_eq!(row.len(), table.columns.len(), "{name}");
            for (cell, column) in row.iter().zip(&table.columns) {
                assert!(cell.is_of(column.kind), "{name}: {column:?}: {cell:?}");
            }
        }
    }
}

/// Weighs a corpus and holds its report, but for the files that are not kept, against the one that
/// stands in `golden`.
fn hold(corpus: Corpus, lexicons: Option<&Path>, golden: &Path, not_kept: &[&str]) {
    let lexicon = lexicons
        .map_or_else(Lexicon::built_in, Lexicon::load)
        .unwrap();
    let findings = weigh(corpus, lexicon, Settings::default(), &Silent).unwrap();
    assert_cells_are_of_their_columns_kinds(&findings);
    let home = tempfile::tempdir().unwrap();
    let fresh = home.path().join("report");
    findings.write(&fresh, Mark::Bom).unwrap();
    if std::env::var_os("MIZAN_BLESS").is_some() {
        // Kept without the mark of a report: git is where changes are seen.
        if golden.exists() {
            fs::remove_dir_all(golden).unwrap();
        }
        findings.write(golden, Mark::Bom).unwrap();
        for file in not_kept {
            fs::remove_file(golden.join(file)).unwrap();
        }
    }
    assert_eq!(
        names(&fresh, not_kept),
        names(golden, not_kept),
        "the files of {}",
        golden.display()
    );
    for name in names(&fresh, not_kept) {
        let [ours, theirs] =
            [&fresh, golden].map(|folder| fs::read_to_string(folder.join(&name)).unwrap());
        for (line, (ours, theirs)) in (1..).zip(ours.lines().zip(theirs.lines())) {
            assert_eq!(
                ours, theirs,
                "{name}, line {line}; `just bless` if it is meant"
            );
        }
        assert_eq!(ours, theirs, "{name}; `just bless` if it is meant");
    }
}

#[test]
fn the_report_of_the_demo_study_is_the_one_under_reports() {
    hold(
        demo().unwrap(),
        None,
        &at("reports/sahel"),
        &[MARK, PAGE, WORKBOOK],
    );
}

#[test]
fn the_report_of_a_mixed_table_with_lists_of_its_own_is_as_it_was() {
    // Paths stand in the report as given, so they are given from the project's folder, where
    // tests run.
    let input = [PathBuf::from("tests/fixtures/mixed/articles.csv")];
    let corpus = Corpus::read(&input, &ReadOptions::default()).unwrap();
    let lexicons = Path::new("tests/fixtures/mixed/lexicons");
    hold(
        corpus,
        Some(lexicons),
        &at("tests/fixtures/mixed/report"),
        &[MARK, PAGE, WORKBOOK],
    );
}

#[test]
fn the_report_of_the_study_of_camps_is_the_one_under_reports() {
    let input = [PathBuf::from("tests/corpora/kadour/articles.csv")];
    let corpus = Corpus::read(&input, &ReadOptions::default()).unwrap();
    let lists = camps::lists();
    // Of what was run it names the folder of the lists, which is another each time.
    let not_kept = [MARK, PAGE, WORKBOOK, "run.csv"];
    hold(corpus, Some(lists.path()), &at("reports/kadour"), &not_kept);
}
