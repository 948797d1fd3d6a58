//! The same study gives the same bytes: at any number of threads, on every run, in any order of
//! rows and terms.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// The files of a report that the program writes.
fn report(arguments: &[&str], folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let out = folder.to_str().unwrap();
    let status = Command::new(env!("CARGO_BIN_EXE_mizan"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["compare", "--quiet", "--out", out])
        .args(arguments)
        .output()
        .unwrap();
    assert!(
        status.status.success(),
        "{}",
        String::from_utf8_lossy(&status.stderr)
    );
    let entries = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap());
    entries
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, std::fs::read(entry.path()).unwrap())
        })
        .collect()
}

fn assert_same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) {
    assert_eq!(
        one.keys().collect::<Vec<_>>(),
        other.keys().collect::<Vec<_>>()
    );
    for (name, bytes) in one {
        assert!(bytes == &other[name], "{name} differs");
    }
}

/// A table with its rows turned round, the header left in place.
fn turned(path: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let mut reader = csv::Reader::from_path(path).unwrap();
    let mut rows: Vec<csv::StringRecord> = reader.records().map(|row| row.unwrap()).collect();
    rows.reverse();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(reader.headers().unwrap()).unwrap();
    rows.iter()
        .for_each(|row| writer.write_record(row).unwrap());
    writer.into_inner().unwrap()
}

#[test]
fn one_thread_and_four_write_the_same_bytes() {
    let home = tempfile::tempdir().unwrap();
    let one = report(&["--demo", "--threads", "1"], &home.path().join("one"));
    let four = report(&["--demo", "--threads", "4"], &home.path().join("four"));
    let again = report(&["--demo", "--threads", "4"], &home.path().join("again"));
    assert_same(&one, &four);
    assert_same(&four, &again);
}

#[test]
fn the_order_of_rows_and_of_terms_changes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let lists = home.path().join("lists");
    let status = Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(["lexicon", "export", lists.to_str().unwrap()])
        .output()
        .unwrap();
    assert!(status.status.success());
    for name in ["frames.csv", "actors.csv", "ar/groups.csv", "ar/voice.csv"] {
        std::fs::write(lists.join(name), turned(&format!("lexicons/{name}"))).unwrap();
    }
    let articles = home.path().join("articles.csv");
    std::fs::write(&articles, turned("tests/corpora/sahel/articles.csv")).unwrap();
    let arguments = [
        articles.to_str().unwrap(),
        "--lexicons",
        lists.to_str().unwrap(),
    ];
    let mut given = report(
        &["tests/corpora/sahel/articles.csv"],
        &home.path().join("given"),
    );
    let mut other = report(&arguments, &home.path().join("other"));
    // These tell of files and rows, which are others; the page and the workbook hold those, too.
    for name in [
        "notes.csv",
        "run.csv",
        ".mizan-report",
        "report.html",
        "report.xlsx",
    ] {
        given.remove(name);
        other.remove(name);
    }
    assert_same(&given, &other);
}
