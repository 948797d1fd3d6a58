//! The documents say what the program does: every column and setting, and no link that leads
//! nowhere.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test that tells what it measured"
)]

use crate::corpus::Corpus;
use crate::progress::Silent;
use crate::report;
use crate::settings::Settings;
use crate::study::{self};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    fs::read_to_string(project().join(path)).unwrap()
}

/// The cells of the tables under each heading of `docs/METHOD.md`, header rows left out.
fn tables_of_method() -> BTreeMap<String, Vec<Vec<String>>> {
    let mut tables: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    let mut heading = String::new();
    for line in text("docs/METHOD.md").lines() {
        if line.starts_with('#') {
            heading = line.trim_start_matches(['#', ' ']).to_owned();
        } else if line.starts_with("| `") {
            let cells = line.trim_matches('|').split('|');
            let cells = cells.map(|cell| cell.trim().trim_matches('`').to_owned());
            tables
                .entry(heading.clone())
                .or_default()
                .push(cells.collect());
        }
    }
    tables
}

#[test]
fn the_method_explains_every_column_in_the_order_of_the_tables() {
    let lexicon = crate::check::load(None).unwrap();
    let findings = study::weigh(Corpus::default(), lexicon, Settings::default(), &Silent).unwrap();
    let mut columns: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (table, column) in report::columns(&findings) {
        columns
            .entry(table)
            .or_default()
            .push(column.name.into_owned());
    }
    let find = report::CONCORDANCE.iter();
    columns.insert("find", find.map(|(name, ..)| (*name).to_owned()).collect());
    let suggest = report::SUGGESTIONS.iter();
    columns.insert(
        "suggest",
        suggest.map(|(name, ..)| (*name).to_owned()).collect(),
    );
    assert_explained(&columns);
}

#[test]
fn the_method_explains_every_column_of_a_diff() {
    let lists = crate::check::load_both(None, None).unwrap();
    let diff = study::diff(Corpus::default(), lists, Settings::default(), &Silent);
    let mut columns: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (table, column) in report::diff_columns(&diff) {
        if !["columns", "run"].contains(&table) {
            let heading = format!("{table} of a diff");
            columns
                .entry(heading)
                .or_default()
                .push(column.name.into_owned());
        }
    }
    assert_explained(&columns);
}

#[test]
fn the_method_explains_every_column_of_agree() {
    let method = text("docs/METHOD.md");
    let section = method.split("### agree").nth(1).unwrap();
    let section = section.split("\n#").next().unwrap();
    let explained = section.lines().filter_map(|line| line.strip_prefix("| `"));
    let explained: Vec<&str> = explained
        .filter_map(|line| line.split('`').next())
        .collect();
    let columns: Vec<&str> = report::AGREE.iter().map(|column| column.0).collect();
    assert_eq!(explained, columns);
}

/// Under the heading of each table its columns are told, in their order; two may share a row.
fn assert_explained<Heading: AsRef<str>>(columns: &BTreeMap<Heading, Vec<String>>) {
    let tables = tables_of_method();
    for (table, expected) in columns {
        let table = table.as_ref();
        let rows = tables.get(table).map_or(&[][..], Vec::as_slice);
        let names = rows.iter().flat_map(|row| row[0].split("`, `"));
        let explained: Vec<String> = names.map(str::to_owned).collect();
        assert_eq!(explained, *expected, "docs/METHOD.md, heading {table}");
    }
}

#[test]
fn the_method_gives_every_setting_with_its_default_and_unit() {
    let given = &tables_of_method()["9. Settings"];
    let given: Vec<String> = given.iter().map(|row| row[..3].join(" | ")).collect();
    let settings = Settings::default().rows();
    let expected = settings
        .iter()
        .map(|(key, value, unit, _)| format!("{key} | {value} | {unit}"));
    assert_eq!(given, expected.collect::<Vec<_>>());
}

#[test]
fn no_link_of_a_document_leads_nowhere() {
    let mut documents: Vec<PathBuf> = vec![project().join("lexicons/README.md")];
    for folder in ["", "docs"] {
        let entries = fs::read_dir(project().join(folder)).unwrap();
        let paths = entries.map(|entry| entry.unwrap().path());
        documents.extend(paths.filter(|path| path.extension().is_some_and(|end| end == "md")));
    }
    for document in documents {
        let text = fs::read_to_string(&document).unwrap();
        let links = text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next());
        for link in links.filter(|link| !link.contains("://")) {
            let (file, place) = link.split_once('#').unwrap_or((link, ""));
            let target = match file {
                "" => document.clone(),
                file => document.parent().unwrap().join(file),
            };
            assert!(target.exists(), "{}: {link}", document.display());
            let led_to = || headings(&fs::read_to_string(&target).unwrap());
            assert!(
                place.is_empty() || led_to().iter().any(|heading| heading == place),
                "{}: {link}",
                document.display()
            );
        }
    }
}

/// The headings of a document as links name them.
fn headings(text: &str) -> Vec<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| {
            let words = line.trim_start_matches('#').trim().to_lowercase();
            let kept = words
                .chars()
                .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
            kept.map(|c| if c == ' ' { '-' } else { c }).collect()
        })
        .collect()
}
