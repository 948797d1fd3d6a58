//! Workbooks as other programs write them: read like the table of text that they show.

use assert_cmd::Command;

const KINDS: [&str; 4] = ["csv", "xls", "xlsx", "ods"];

/// What a command writes of the articles kept so.
fn written(command: &str, kind: &str) -> String {
    let file = format!("tests/fixtures/workbooks/articles.{kind}");
    let run = Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args([command, &file, "--no-bom", "--quiet"])
        .assert()
        .success();
    String::from_utf8(run.get_output().stdout.clone()).unwrap()
}

#[test]
fn a_score_is_the_same_to_the_byte_whatever_kind_of_workbook_keeps_the_articles() {
    let [csv, others @ ..] = KINDS.map(|kind| written("score", kind));
    assert!(csv.lines().any(|row| row.contains("الإرهابيون")), "{csv}");
    assert!(others.iter().all(|other| *other == csv), "{others:?}");
}

#[test]
fn dates_of_a_spreadsheet_are_days_and_times_however_it_shows_them() {
    let [csv, others @ ..] = KINDS.map(|kind| written("events", kind));
    for date in ["2024-08-18,", "2024-08-18,14:30,", "2024-08-19,"] {
        assert!(csv.contains(date), "{csv}");
    }
    assert!(others.iter().all(|other| *other == csv), "{others:?}");
}
