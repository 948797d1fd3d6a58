//! `mizan events --explain`: why two articles of the demo are one event or not.

use std::process::{Command, Output};

const ARTICLES: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/corpora/sahel/articles.csv"
);

fn explained(articles: &str, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(["events", articles, "-q", "--explain"])
        .args(arguments)
        .output()
        .unwrap()
}

/// What is told, without the marks that set words apart.
fn told(bytes: &[u8]) -> String {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    text.replace(['\u{2068}', '\u{2069}'], "")
}

fn assert_told(text: &str, expected: &[&str]) {
    for line in expected {
        assert!(text.contains(line), "`{line}` is not in:\n{text}");
    }
}

/// What the lines of signs add up to, from the start of each list to its sum.
fn assert_adds_up(text: &str) {
    let last = |line: &str| line.rsplit(' ').next()?.parse::<f64>().ok();
    let (mut sum, mut lists) = (0.0, 0);
    for line in text.lines().filter(|line| line.starts_with("  ")) {
        if line.contains("to begin with") {
            sum = last(line).unwrap();
        } else if line.contains("adds") {
            sum += last(line).unwrap();
        } else if line.contains("log-odds in all") {
            assert!((sum - last(line).unwrap()).abs() < 0.05, "{sum}: {line}");
            lists += 1;
        }
    }
    assert_eq!(lists, 2, "{text}");
}

#[test]
fn two_articles_that_are_one_event_only_over_others_are_told_the_way_between_them() {
    let text = told(&explained(ARTICLES, &["di01", "ha01"]).stdout);
    assert_told(
        &text,
        &[
            "di01, صحيفة درع الجمهورية, 2024-07-29 09:10: الجيش الوطني",
            "They are taken for one event: e0001 (articles: 5; ",
            "with a probability of 0.39; two groups are made one from 0.40 on",
            "each with its probability: from di01\n  0.77 to ji01\n  0.76 to ha01\n",
            "Rare words in both, the rarest first: ",
            " · تينزاواتن · ",
            "Names and fixed words in both: عاصفة رملية · ",
            "made one: articles with di01: 2, with ha01: 3; probability 0.59, at least 0.40",
        ],
    );
    assert_adds_up(&text);
}

#[test]
fn two_events_are_told_apart_in_arabic_too() {
    let text = told(&explained(ARTICLES, &["di01", "ha02", "--language", "ar"]).stdout);
    assert_told(
        &text,
        &[
            "عُدّتا رواية لحدثين: e0001",
            "بينهما أكثر من 72 ساعة",
            "بقيت مجموعتاهما اثنتين: مقالات مجموعة di01: 5، ومجموعة ha02: 5",
        ],
    );
    assert!(!text.contains("روابط"), "{text}");
}

#[test]
fn of_an_unknown_id_the_nearest_ones_are_named() {
    let output = explained(ARTICLES, &["di0", "ha01"]);
    assert_eq!(output.status.code(), Some(2));
    let text = told(&output.stderr);
    assert_told(&text, &["no article di0", "such as di01, di02, di03"]);
    let twice = explained(ARTICLES, &["di01", "di01"]);
    assert_told(&told(&twice.stderr), &["di01 is given twice"]);
}

#[test]
fn what_was_given_is_said_to_be_no_decision_of_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("articles.csv");
    let rows = "id,source,date,event,text\n\
                a,أ,2024-03-01,الحريق,اندلع حريق في سوق الأقمشة مساء أمس.\n\
                b,ب,2024-03-01,المباراة,فاز فريق الصقور على ضيفه النجوم.\n";
    std::fs::write(&file, rows).unwrap();
    let text = told(&explained(file.to_str().unwrap(), &["a", "b"]).stdout);
    assert_told(&text, &["Their events were given", "two events: الحريق"]);
}
