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
