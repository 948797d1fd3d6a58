//! The program as it is typed: exit status, messages, and what goes where.

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
        &["help", "find"],
        &["help", "lexicon", "check"],
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
            &["comapre", "x.csv"],
            "a similar subcommand exists: 'compare'",
        ),
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
        .stdout(predicate::str::starts_with(
            "article,source,date,event,copy_of,part,start_byte",
        ))
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

#[cfg(unix)]
#[test]
fn a_pipe_named_as_output_is_written_into_and_stays_a_pipe() {
    use std::os::unix::fs::FileTypeExt;
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if !made.is_ok_and(|made| made.success()) {
        eprintln!("skipped: no pipe with a name can be made here");
        return;
    }
    let reading = pipe.clone();
    let reader = std::thread::spawn(move || std::fs::read_to_string(reading).unwrap());
    let pipe = pipe.to_str().unwrap();
    let articles = "tests/corpora/sahel/articles.csv";
    mizan(&["events", articles, "--out", pipe, "-q"]).success();
    assert!(
        std::fs::metadata(pipe).unwrap().file_type().is_fifo(),
        "the pipe is still there"
    );
    let read = reader.join().unwrap();
    assert!(read.lines().count() > 20, "{read}");
}

#[cfg(unix)]
#[test]
fn what_has_no_end_is_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let made = std::process::Command::new("mkfifo")
        .arg(path("pipe"))
        .status();
    std::os::unix::fs::symlink("/dev/zero", path("link")).unwrap();
    let long = std::fs::File::create(path("long")).unwrap();
    long.set_len(3 << 30).unwrap();
    let mut given = vec![("link", "a device"), ("long", "megabytes")];
    if made.is_ok_and(|made| made.success()) {
        given.push(("pipe", "a pipe"));
    }
    let articles = "tests/corpora/sahel/articles.csv";
    let (out, lists) = (path("out"), path("lists"));
    for (name, why) in given {
        let name = path(name);
        for command in [
            &["compare", articles, "--settings", &name, "--out", &out][..],
            &["compare", articles, "--events", &name, "--out", &out],
            &["agree", &name, &name],
            &[
                "lexicon", "import", &name, "--from", "quanteda", "--out", &lists,
            ],
        ] {
            mizan(command).code(2).stderr(predicate::str::contains(why));
        }
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

/// A folder of lists with one fault and one warning.
fn faulty_lists() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("ar")).unwrap();
    let frames = "frame,label,stance,target,question,source\n\
                  people,fighters,0,any,What are they called?,codebook\n";
    let words = "id,term,frame,label,pos,hit,source\n\
                 w-a,مقاتل,people,figters,noun,وصل المقاتل,codebook\n\
                 w-b,جندي,people,fighters,noun,وصل\u{200f} الجندي,codebook\n";
    std::fs::write(folder.path().join("frames.csv"), frames).unwrap();
    std::fs::write(folder.path().join("ar/words.csv"), words).unwrap();
    folder
}

#[test]
fn lexicon_check_ends_with_0_for_sound_lists_1_for_findings_and_2_for_no_lists() {
    mizan(&["lexicon", "check"])
        .code(0)
        .stdout(predicate::str::ends_with(" files: 0 errors, 0 warnings\n"));
    let folder = faulty_lists();
    let path = folder.path().to_str().unwrap();
    let told = mizan(&["lexicon", "check", path]).code(1).stderr("");
    let told = String::from_utf8(told.get_output().stdout.clone()).unwrap();
    let lines: Vec<&str> = told.lines().collect();
    assert!(
        lines[0].contains("words.csv, row 2, column `label`: the frame people has no label"),
        "{told}"
    );
    assert_eq!(lines[1], "    \u{2068}figters\u{2069}", "{told}");
    assert_eq!(lines[3], "Warnings:", "{told}");
    assert_eq!(
        lines[5], "    \u{2068}وصل[⟨U+200F⟩] الجندي\u{2069}",
        "{told}"
    );
    assert!(lines[6].ends_with("files: 1 error, 1 warning"), "{told}");
    mizan(&["lexicon", "check", "there-is-none"])
        .code(2)
        .stderr(predicate::str::contains("there is no such folder"));
}

#[test]
fn lexicon_check_tells_what_is_the_same_in_many_rows_three_times() {
    let folder = faulty_lists();
    let rows: String = (0..9)
        .map(|at| format!("w-{at}x,كلمة{at},people,fighters,nuon,,codebook\n"))
        .collect();
    let words = format!("id,term,frame,label,pos,hit,source\n{rows}");
    std::fs::write(folder.path().join("ar/words.csv"), words).unwrap();
    mizan(&["lexicon", "check", folder.path().to_str().unwrap()])
        .code(1)
        .stdout(predicate::str::contains("did you mean `noun`?").count(3))
        .stdout(predicate::str::contains("… and 6 rows like this").count(2))
        .stdout(predicate::str::contains("18 errors"));
}

#[test]
fn lexicon_check_writes_a_table_or_objects_for_other_programs() {
    let folder = faulty_lists();
    let path = folder.path().to_str().unwrap();
    let output = |format: &str| {
        let done = mizan(&["lexicon", "check", path, "--format", format]).code(1);
        String::from_utf8(done.get_output().stdout.clone()).unwrap()
    };
    let table = output("csv");
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let header = "severity file row column from to line character what remedy cell";
    assert_eq!(
        reader
            .headers()
            .unwrap()
            .iter()
            .collect::<Vec<_>>()
            .join(" "),
        header
    );
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let places: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| {
            row.iter()
                .enumerate()
                .filter(|(at, _)| [0, 2, 3, 4, 5, 6, 7].contains(at))
        })
        .map(|cells| cells.map(|(_, cell)| cell).collect())
        .collect();
    assert_eq!(places[0], ["error", "2", "label", "", "", "2", "18"]);
    assert_eq!(places[1], ["warning", "3", "hit", "4", "4", "3", "34"]);
    let objects: serde_json::Value = serde_json::from_str(&output("json")).unwrap();
    assert_eq!(objects.as_array().unwrap().len(), 2);
    assert_eq!(objects[1]["character"], 34);
    assert_eq!(objects[0]["from"], serde_json::Value::Null);
    assert_eq!(objects[0]["cell"], "figters");
}

#[test]
fn shells_and_man_are_told_of_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        mizan(&["completions", shell])
            .success()
            .stdout(predicate::str::contains("exclude-into"));
    }
    mizan(&["manual"])
        .success()
        .stdout(predicate::str::contains(".TH mizan 1"))
        .stdout(predicate::str::contains("mizan\\-lexicon\\-check"))
        .stdout(predicate::str::contains("exclude\\-into"));
}

#[cfg(not(feature = "parquet"))]
#[test]
fn a_program_that_was_built_without_parquet_says_so_before_it_reads_anything() {
    for args in [
        &["compare", "nowhere.csv", "--parquet"][..],
        &["events", "nowhere.csv", "--parquet"],
        &["score", "nowhere.csv", "--format", "parquet"],
    ] {
        let failed = mizan(args).code(2).stdout("");
        let told = String::from_utf8_lossy(&failed.get_output().stderr).into_owned();
        assert!(told.contains("--features parquet"), "{told}");
        assert_eq!(told.lines().count(), 1, "{told}");
    }
}
