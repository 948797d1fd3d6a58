//! What people see: nothing of a text steers their terminal, and `--quiet` is quiet.

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};

fn mizan(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mizan"));
    command.args(args);
    command
}

/// What a command says on both streams.
fn said(args: &[&str]) -> String {
    let output = mizan(args).output().unwrap();
    let [out, err] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    out + &err
}

/// Three sources of one event whose names, ids and texts try to steer a terminal.
fn hostile(folder: &Path) -> PathBuf {
    let rows = [
        (
            "a\u{1b}[2J",
            "النهر\nmizan: all is well",
            "هاجم إرهابيون قرية السدر\u{202e} مساء.",
        ),
        (
            "b\u{7}",
            "الوادي\u{2069}\u{202e}",
            "هاجم مجاهدون\u{1b}]0;x\u{7} قرية السدر مساء.",
        ),
        ("c", "الجبل\u{9b}31m", "هاجم مسلحون قرية\u{2028}السدر مساء."),
    ];
    let mut table = "id,source,date,title,text\n".to_owned();
    for (id, source, text) in rows {
        let title = "هجوم على قرية\u{1b}[31m السدر";
        table += &format!("\"{id}\",\"{source}\",2024-08-18,\"{title}\",\"{text}\"\n");
    }
    table += "d,\u{1b}[0m,أمس,عنوان,\n";
    let path = folder.join("x\u{1b}[1m.csv");
    fs::write(&path, table).unwrap();
    path
}

/// The signs of a text that steer a terminal or turn the words around them.
fn steering(text: &str) -> Vec<char> {
    let steers = |c: &char| {
        c.is_control() && *c != '\n' && *c != '\t' || ('\u{202a}'..='\u{202e}').contains(c)
    };
    text.chars().filter(steers).collect()
}

/// The lines in which more is set apart than ends, or the other way round.
fn unbalanced(text: &str) -> Vec<&str> {
    let count = |line: &str, sign: char| line.chars().filter(|c| *c == sign).count();
    let is_so = |line: &&str| count(line, '\u{2068}') != count(line, '\u{2069}');
    text.lines().filter(is_so).collect()
}

#[test]
fn nothing_of_a_text_steers_the_terminal_that_tells_of_it() {
    let home = tempfile::tempdir().unwrap();
    let table = hostile(home.path());
    let table = table.to_str().unwrap();
    let report = home.path().join("report");
    let report = report.to_str().unwrap();
    let commands: [&[&str]; 8] = [
        &["compare", table, "--out", report],
        &["find", "هاجم", table],
        &["find", "هاجم", table, "--source", "\u{1b}[2J"],
        &["find", "\u{1b}[2Jقرطاسية", table],
        &["lexicon", "suggest", table],
        &["compare", "no\u{1b}[2J\nmizan: done.csv"],
        &["compare", table, "--set", "a\u{1b}=1"],
        &["\u{1b}[2J"],
    ];
    for args in commands {
        let told = said(args);
        assert_eq!(steering(&told), [], "{args:?}: {told}");
        assert_eq!(unbalanced(&told), [""; 0], "{args:?}");
    }
    let summary = fs::read_to_string(Path::new(report).join("summary.txt")).unwrap();
    assert_eq!(steering(&summary), [], "{summary}");
}

#[test]
fn a_line_feed_in_a_name_forges_no_line() {
    let home = tempfile::tempdir().unwrap();
    let table = hostile(home.path());
    let table = table.to_str().unwrap();
    let report = home.path().join("report");
    let told = said(&["compare", table, "--out", report.to_str().unwrap()])
        + &said(&["find", "هاجم", table])
        + &said(&["compare", "no\nmizan: all is well"]);
    assert!(told.contains("النهر"), "{told}");
    assert!(!told.contains("\nmizan: all is well"), "{told}");
}

#[test]
fn a_table_that_goes_to_a_program_has_its_cells_as_they_are() {
    let home = tempfile::tempdir().unwrap();
    let table = hostile(home.path());
    let table = said(&["score", table.to_str().unwrap(), "-q"]);
    assert!(table.contains("\u{1b}"), "{table}");
}

#[test]
fn quiet_commands_say_nothing_but_errors_and_what_they_were_asked_for() {
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name).to_str().unwrap().to_owned();
    let dictionary = at("d.csv");
    fs::write(&dictionary, "word,category\nقمح,food\n").unwrap();
    let commands: [&[&str]; 5] = [
        &["init", &at("study")],
        &["lexicon", "export", &at("lists")],
        &["lexicon", "import", &dictionary, "--out", &at("mine")],
        &[
            "compare",
            "--demo",
            "--set",
            "draws=100",
            "--out",
            &at("report"),
        ],
        &["find", "هاجم", &dictionary, "-q"],
    ];
    for args in &commands[..4] {
        assert_eq!(said(&[args, &["-q"][..]].concat()), "", "{args:?}");
    }
    assert!(said(commands[4]).contains("column"), "an error is told");
}
