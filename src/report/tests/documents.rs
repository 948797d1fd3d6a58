//! The documents say what the program does: every column and setting, and no link that leads
//! nowhere.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test that tells what it measured"
)]

use crate::report::{Column, columns_of, tables};
use crate::settings::Settings;
use crate::wording;
use std::collections::{BTreeMap, BTreeSet};
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

/// The rows that explain some columns; the two sides of a diff share a row.
fn explained(columns: &[Column]) -> String {
    let mut text = "| column | type | unit | what it says |\n|---|---|---|---|\n".to_owned();
    for column in columns {
        let (mut name, mut meaning) = (format!("`{}`", column.name), &*column.meaning);
        if let Some(own) = column.name.strip_prefix("old_") {
            name = format!("`old_{own}`, `new_{own}`");
            meaning = meaning.strip_suffix("; with the old lists").unwrap();
        } else if column.name.starts_with("new_") {
            continue;
        }
        let kind = column.kind.name();
        text += &format!("| {name} | {kind} | {} | {meaning} |\n", column.unit);
    }
    text
}

/// What follows in the keys of the wordings of a room.
fn keys_of(room: &str) -> BTreeSet<&'static str> {
    let rows = include_str!("../../wording.csv").lines();
    let keys = rows.filter_map(|row| row.split(',').next());
    let keys = keys.filter_map(|key| key.split_once('.'));
    keys.filter(|(of, _)| *of == room)
        .map(|(_, key)| key)
        .collect()
}

#[test]
fn every_setting_has_its_meaning_and_its_unit_and_no_other_has_one() {
    let settings = Settings::default().rows();
    let keys = settings.iter().map(|row| row.0);
    assert_eq!(keys_of("setting"), keys.collect());
    let units = settings.iter().map(|row| row.2);
    assert_eq!(keys_of("unit"), units.collect());
}

#[test]
fn the_method_explains_every_column_as_columns_csv_does() {
    let path = project().join("docs/METHOD.md");
    let method = fs::read_to_string(&path).unwrap();
    let mut told = BTreeSet::new();
    let mut pieces = method.split("<!-- columns of ");
    let mut fresh = pieces.next().unwrap().to_owned();
    for piece in pieces {
        let (table, rest) = piece.split_once(" -->\n").unwrap();
        let (_, rest) = rest.split_once("<!-- end of columns -->").unwrap();
        let columns = columns_of(table, &[]);
        assert!(!columns.is_empty(), "docs/METHOD.md: no table {table}");
        fresh += &format!(
            "<!-- columns of {table} -->\n{}<!-- end of columns -->{rest}",
            explained(&columns)
        );
        told.insert(table.to_owned());
    }
    if std::env::var_os("MIZAN_BLESS").is_some() {
        fs::write(&path, &fresh).unwrap();
    } else {
        assert!(
            fresh == method,
            "docs/METHOD.md is not as columns.csv has it; `just bless`"
        );
    }
    let tables = tables::all().into_iter().map(|table| table.name);
    let others = ["agree", "judged", "find", "suggest", "grouping"];
    let diff = ["mentions", "scores", "profiles", "contrasts", "clusters"];
    let expected: Vec<String> = tables.chain(others).map(str::to_owned).collect();
    let diff = diff.iter().map(|table| format!("diff {table}"));
    for table in expected.into_iter().chain(diff) {
        assert!(
            told.contains(&table),
            "docs/METHOD.md does not tell {table}"
        );
    }
}

#[test]
fn the_method_gives_every_setting_with_its_default_and_unit() {
    let given = &tables_of_method()["9. Settings"];
    let given: Vec<String> = given.iter().map(|row| row[..3].join(" | ")).collect();
    let settings = Settings::default().rows();
    let expected = settings
        .iter()
        .map(|(key, value, unit)| format!("{key} | {value} | {unit}"));
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

#[test]
fn the_first_sheet_of_a_workbook_has_a_word_for_each_table() {
    let told: BTreeSet<&str> = wording::of_rooms(&["sheet"])
        .map(|[key, ..]| key.trim_start_matches("sheet."))
        .collect();
    let tables = tables::all();
    let names = tables.iter().map(|table| table.name);
    let without: Vec<_> = names.filter(|name| !told.contains(name)).collect();
    assert!(without.is_empty(), "{without:?}");
}
