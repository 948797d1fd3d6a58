//! What a page holds of the texts, as it was asked for.

use super::compared;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Two outlets on one attack: a label, a sentence without any, and a title.
fn articles(home: &Path) -> PathBuf {
    let articles = home.join("articles.csv");
    let rows = ["النهر", "الجبل"].map(|source| {
        format!(
            "{source},2024-05-05,هجوم على جسر تومرين,\"انسحب الإرهابيون من جسر تومرين أمس. وكانت \
             الريح باردة في الوادي.\"\n"
        )
    });
    let table = format!("source,date,title,text\n{}", rows.concat());
    fs::write(&articles, table).unwrap();
    articles
}

/// Whether a page has the sentence of a label, the other one, and the title.
fn has(page: &Path) -> [bool; 3] {
    let page = fs::read_to_string(page).unwrap();
    [
        "انسحب الإرهابيون من جسر",
        "الريح باردة",
        "هجوم على جسر تومرين",
    ]
    .map(|words| page.contains(words))
}

fn told(asked: &[&str]) -> [bool; 3] {
    let home = tempfile::tempdir().unwrap();
    let articles = articles(home.path());
    let asked = [&[articles.to_str().unwrap()], asked].concat();
    has(&compared(&asked, &home.path().join("report")))
}

#[test]
fn a_page_holds_as_much_of_the_texts_as_was_asked_for() {
    let cases: [(&[&str], [bool; 3]); 4] = [
        (&["--page-texts", "full"], [true, true, true]),
        (&[], [true, false, true]),
        (&["--page-texts", "none"], [false, false, true]),
        (&["--page-articles", "1"], [false, false, false]),
    ];
    for (asked, expected) in cases {
        assert_eq!(told(asked), expected, "{asked:?}");
    }
}

#[test]
fn a_report_without_a_page_has_none() {
    let home = tempfile::tempdir().unwrap();
    let page = compared(&["--demo", "--no-page"], &home.path().join("report"));
    assert!(!page.exists());
    assert!(page.with_file_name("comparison.csv").exists());
}

/// Writes the page of a report again, and gives exit status and message.
fn again(report: &Path, asked: &[&str]) -> (Option<i32>, String) {
    let out = Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(["page", "--quiet", report.to_str().unwrap()])
        .args(asked)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&out.stderr).into_owned();
    (out.status.code(), told)
}

/// The files of a report without its page and its mark.
fn tables(report: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(report).unwrap().map(|entry| entry.unwrap());
    let files = entries.map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        (name, fs::read(entry.path()).unwrap())
    });
    let is_table = |(name, _): &(String, Vec<u8>)| name.ends_with(".csv") || name.ends_with(".txt");
    files.filter(is_table).collect()
}

#[test]
fn a_page_is_written_again_with_other_options_and_the_tables_stay() {
    let home = tempfile::tempdir().unwrap();
    let (articles, report) = (articles(home.path()), home.path().join("report"));
    let asked = [articles.to_str().unwrap(), "--set", "near_words=4"];
    let page = compared(&asked, &report);
    let (before, excerpts) = (tables(&report), fs::read(&page).unwrap());
    assert_eq!(
        again(&report, &["--page-texts", "full"]),
        (Some(0), String::new())
    );
    assert_eq!(has(&page), [true, true, true]);
    assert_eq!(tables(&report), before);
    // And back: the same bytes as at first.
    assert_eq!(again(&report, &[]), (Some(0), String::new()));
    assert!(fs::read(&page).unwrap() == excerpts);
}

#[test]
fn a_page_is_refused_where_the_articles_are_no_longer_the_same() {
    let home = tempfile::tempdir().unwrap();
    let (articles, report) = (articles(home.path()), home.path().join("report"));
    let page = compared(&[articles.to_str().unwrap()], &report);
    let before = fs::read(&page).unwrap();
    let changed = fs::read_to_string(&articles)
        .unwrap()
        .replace("أمس", "اليوم");
    fs::write(&articles, changed).unwrap();
    let (status, told) = again(&report, &["--page-texts", "full"]);
    assert_eq!(status, Some(2));
    assert!(
        told.contains("articles.csv") && told.contains("run.csv"),
        "{told}"
    );
    assert!(fs::read(&page).unwrap() == before);
    // Nor is a folder that is no report.
    assert_eq!(again(home.path(), &[]).0, Some(2));
}
