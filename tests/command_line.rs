//! The program as it is typed: exit status, messages, and what goes where.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use assert_cmd::Command;
use predicates::prelude::*;

fn mizan(args: &[&str]) -> assert_cmd::assert::Assert {
    Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(args)
        .assert()
}

#[test]
fn help_and_version_go_to_standard_output() {
    for args in [
        &["--help"][..],
        &["compare", "--help"],
        &["score", "--help"],
    ] {
        mizan(args)
            .success()
            .stdout(predicate::str::contains("mizan "));
    }
    mizan(&["--version"])
        .success()
        .stdout(predicate::str::starts_with("mizan "))
        .stderr("");
}

#[test]
fn what_cannot_be_done_is_one_message_and_exit_status_2() {
    let cases: &[(&[&str], &str)] = &[
        (
            &["compare", "there-is-no.csv"],
            "mizan: there-is-no.csv: there is no such file",
        ),
        (
            &["compare", "x.csv", "--set", "windw_hours=3"],
            "did you mean `window_hours`?",
        ),
        (
            &["compare", "x.csv", "--set", "draws=1"],
            "a number of draws from 100",
        ),
        (
            &["compare", "x.csv", "--settings", "no.csv"],
            "mizan: no.csv",
        ),
        (
            &["compare", "x.csv", "--column", "text"],
            "write it with `=`",
        ),
        (&["comapre", "x.csv"], "mizan: unrecognized subcommand"),
        (
            &["compare", "x.csv", "--threads", "0"],
            "mizan: invalid value '0'",
        ),
        (&["compare", "x.csv", "--demo"], "cannot be used with"),
        (&["compare"], "mizan: the following required arguments"),
        (&[], "Usage: mizan"),
    ];
    for (args, expected) in cases {
        mizan(args)
            .code(2)
            .stdout("")
            .stderr(predicate::str::contains(*expected));
    }
}

const TABLE: &str = "id,source,date,text\n1,النهر,2024-08-18,هاجم إرهابيون القرية.\n2,,,x\n";

#[test]
fn score_reads_standard_input_and_keeps_data_and_remarks_apart() {
    Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(["score", "-", "--no-bom"])
        .write_stdin(TABLE)
        .assert()
        .success()
        .stdout(predicate::str::starts_with("article,part,start_byte"))
        .stdout(predicate::str::contains("إرهابيون"))
        .stderr(predicate::str::contains(
            "standard input, row 3, column `source`: skipped",
        ));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_is_no_failure_but_a_full_disk_is() {
    use std::process::Stdio;
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("t.csv");
    let row = "1,النهر,2024-08-18,هاجم إرهابيون القرية.\n";
    std::fs::write(
        &table,
        format!("id,source,date,text\n{}", row.repeat(20_000)),
    )
    .unwrap();
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_mizan"))
        .arg("score")
        .arg(&table)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert!(child.wait().unwrap().success());
    if let Ok(full) = std::fs::File::options().write(true).open("/dev/full") {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_mizan"))
            .arg("score")
            .arg(&table)
            .stdout(full)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("standard output"));
    }
}

#[test]
fn forms_of_an_entry_are_shown_with_their_rule_and_counted_in_articles() {
    let articles = "tests/corpora/sahel/articles.csv";
    mizan(&["lexicon", "forms", "groups-irhabi", articles])
        .success()
        .stdout(predicate::str::contains("plural ون").and(predicate::str::contains("  met ")));
    mizan(&["lexicon", "forms", "إرهابي", "--format", "csv"])
        .success()
        .stdout(predicate::str::contains(",إرهابيون,plural ون,no,"));
    mizan(&["lexicon", "forms", "there-is-no-such-id"])
        .code(2)
        .stderr(predicate::str::contains("no entry has the id"));
}
