//! `mizan events` and `--events`: the grouping goes out, is corrected, and comes back.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

const ARTICLES: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/corpora/sahel/articles.csv"
);

fn mizan(args: &[&str]) -> Output {
    let output = Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(args)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{args:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

/// The event of each article, in a table with these columns.
fn events(table: &[u8]) -> BTreeMap<String, String> {
    let table = String::from_utf8(table.to_vec()).unwrap();
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let headers = reader.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let (article, event) = (column("article"), column("event"));
    let pair = |row: csv::StringRecord| (row[article].to_owned(), row[event].to_owned());
    reader.records().map(|row| pair(row.unwrap())).collect()
}

/// A table of corrections in a folder of its own.
fn corrections(rows: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("corrected.csv");
    std::fs::write(&file, format!("article,event\n{rows}")).unwrap();
    (folder, file)
}

/// What is told, without the marks that keep a name apart from the words around it.
fn without_isolates(told: &str) -> String {
    told.replace(['\u{2068}', '\u{2069}'], "")
}

fn grouped(corrected: &Path) -> (BTreeMap<String, String>, String) {
    let output = mizan(&["events", ARTICLES, "--events", corrected.to_str().unwrap()]);
    let told = String::from_utf8(output.stderr).unwrap();
    (events(&output.stdout), without_isolates(&told))
}

#[test]
fn the_grouping_alone_is_that_of_the_report() {
    let folder = tempfile::tempdir().unwrap();
    let report = folder.path().join("report");
    mizan(&["compare", ARTICLES, "-q", "--out", report.to_str().unwrap()]);
    let of_report = events(&std::fs::read(report.join("articles.csv")).unwrap());
    let alone = mizan(&["events", ARTICLES, "-q"]);
    assert_eq!(events(&alone.stdout), of_report);
    assert!(alone.stderr.is_empty());
}

#[test]
fn the_formats_and_places_hold_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("events.csv");
    let table = mizan(&["events", ARTICLES, "-q", "--no-bom"]).stdout;
    let silent = mizan(&[
        "events",
        ARTICLES,
        "-q",
        "--no-bom",
        "--out",
        file.to_str().unwrap(),
    ]);
    assert!(silent.stdout.is_empty());
    assert_eq!(std::fs::read(&file).unwrap(), table);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    let lines = mizan(&["events", ARTICLES, "-q", "--format", "jsonl"]).stdout;
    let lines = String::from_utf8(lines).unwrap();
    let of_lines: BTreeMap<String, String> = lines
        .lines()
        .map(|line| {
            let row: serde_json::Value = serde_json::from_str(line).unwrap();
            let cell = |name: &str| row[name].as_str().unwrap().to_owned();
            (cell("article"), cell("event"))
        })
        .collect();
    assert_eq!(of_lines, events(&table));
}

#[test]
fn a_grouping_that_comes_back_as_it_went_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("events.csv");
    mizan(&["events", ARTICLES, "-q", "--out", file.to_str().unwrap()]);
    let before = events(&std::fs::read(&file).unwrap());
    let (after, told) = grouped(&file);
    assert_eq!(after, before);
    assert!(
        told.contains("names the events of 29 articles: 0 of them moved"),
        "{told}"
    );
}

#[test]
fn one_corrected_row_moves_one_article_and_is_told() {
    let before = events(&mizan(&["events", ARTICLES, "-q"]).stdout);
    let (_folder, file) = corrections("ku06,السوق\n");
    let (after, told) = grouped(&file);
    assert_eq!(after["ku06"], "السوق");
    let others = |event_of: &BTreeMap<String, String>| -> Vec<Vec<String>> {
        let mut groups: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (article, event) in event_of.iter().filter(|(article, _)| *article != "ku06") {
            groups.entry(event).or_default().push(article.clone());
        }
        let mut groups: Vec<Vec<String>> = groups.into_values().collect();
        groups.sort();
        groups
    };
    assert_eq!(others(&after), others(&before), "all else is as it was");
    assert!(
        told.contains("names the events of 1 article: 1 of them moved to another event."),
        "{told}"
    );
    let line = format!("article ku06 moved from event {} to السوق", before["ku06"]);
    assert!(
        told.contains("corrected.csv, row 2, column `event`"),
        "{told}"
    );
    assert!(told.contains(&line), "{told}");
}

#[test]
fn a_new_name_for_a_whole_event_moves_nothing() {
    let before = events(&mizan(&["events", ARTICLES, "-q"]).stdout);
    let of_one = before.iter().filter(|(_, event)| **event == before["di01"]);
    let rows: String = of_one
        .map(|(article, _)| format!("{article},tinzawaten\n"))
        .collect();
    let (_folder, file) = corrections(&rows);
    let (after, told) = grouped(&file);
    assert_eq!(after["di01"], "tinzawaten");
    assert!(told.contains(": 0 of them moved"), "{told}");
}

#[test]
fn the_report_tells_what_was_moved_in_its_summary_and_its_notes() {
    let (folder, file) = corrections("ku06,السوق\nxx99,السوق\n");
    let report = folder.path().join("report");
    let out = report.to_str().unwrap();
    let args = ["compare", ARTICLES, "-q", "--language", "en", "--out", out];
    mizan(&[&args[..], &["--events", file.to_str().unwrap()]].concat());
    let summary = std::fs::read_to_string(report.join("summary.txt")).unwrap();
    assert!(
        summary.contains("1 of them moved to another event"),
        "{summary}"
    );
    let notes = std::fs::read_to_string(report.join("notes.csv")).unwrap();
    assert!(notes.contains("article ku06 moved from event"), "{notes}");
    assert!(notes.contains("there is no article"), "{notes}");
}
