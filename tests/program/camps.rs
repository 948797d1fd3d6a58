//! A study in which camps differ says so, and of a pair that does not differ it says that: the
//! report of `tests/corpora/kadour` against the answer key beside it.

use mizan::{Corpus, Lexicon, Mark, ReadOptions, Settings, Silent, weigh};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use tempfile::TempDir;

type Row = BTreeMap<String, String>;

const STATE: [&str; 2] = ["صحيفة الراية الوطنية", "قناة منبر لومار"];
const MOVEMENT: [&str; 2] = ["موقع صوت الهضاب", "شبكة أحرار كادور"];
const AGENCIES: [&str; 2] = ["وكالة مرافئ للأنباء", "وكالة خطوط للأنباء"];

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The built-in lists with the rows of the study behind their own, as its README tells.
pub(crate) fn lists() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    for part in ["", "ar", "en", "fr"] {
        fs::create_dir_all(home.path().join(part)).unwrap();
        for entry in fs::read_dir(at("lexicons").join(part)).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_file() {
                let copy = home.path().join(part).join(entry.file_name());
                fs::copy(entry.path(), copy).unwrap();
            }
        }
    }
    for list in ["actors.csv", "states.csv", "ar/state.csv"] {
        let mut whole = fs::read_to_string(home.path().join(list)).unwrap();
        let own = fs::read_to_string(at("tests/corpora/kadour/lexicons").join(list)).unwrap();
        whole.push_str(own.split_once('\n').unwrap().1);
        fs::write(home.path().join(list), whole).unwrap();
    }
    home
}

/// The report, weighed once for all tests.
pub(crate) static REPORT: LazyLock<TempDir> = LazyLock::new(|| {
    let input = [at("tests/corpora/kadour/articles.csv")];
    let corpus = Corpus::read(&input, &ReadOptions::default()).unwrap();
    let lists = lists();
    let lexicon = Lexicon::load(lists.path()).unwrap();
    let findings = weigh(corpus, lexicon, Settings::default(), &Silent).unwrap();
    let home = tempfile::tempdir().unwrap();
    findings
        .write(&home.path().join("report"), Mark::None)
        .unwrap();
    home
});

fn rows(table: &str) -> Vec<Row> {
    let file = REPORT.path().join("report").join(format!("{table}.csv"));
    let mut reader = csv::Reader::from_path(file).unwrap();
    reader.deserialize().map(|row| row.unwrap()).collect()
}

fn number(row: &Row, column: &str) -> f64 {
    row[column]
        .parse()
        .unwrap_or_else(|_| panic!("{column} of {row:?}"))
}

/// The event that an article tells by the key: the digits of its id, and an event of its own for
/// each of those that one outlet alone tells.
fn key(article: &str) -> &str {
    let (_, event) = article.split_at(2);
    if event == "19" { article } else { event }
}

/// The name that the report gives the event of an article.
fn event_of(article: &str) -> String {
    let mut rows = rows("articles");
    rows.retain(|row| row["article"] == article);
    rows[0]["event"].clone()
}

/// The contrast of two sources about an actor, the difference read from the first of the two.
fn contrast(frame: &str, actor: &str, source: &str, other: &str) -> (Row, f64) {
    let pairs = [(source, other, 1.0), (other, source, -1.0)];
    let rows = rows("contrasts");
    let found = rows.into_iter().find_map(|row| {
        let about = row["frame"] == frame && row["actor"] == actor;
        let turned = pairs
            .iter()
            .find(|(one, two, _)| row["source"] == *one && row["other"] == *two)?;
        about.then_some((row, turned.2))
    });
    let (row, sign) = found.unwrap_or_else(|| panic!("{frame} of {source} and {other}"));
    let difference = sign * number(&row, "difference");
    (row, difference)
}

#[test]
fn the_events_are_those_of_the_key() {
    let found: BTreeMap<String, String> = rows("articles")
        .into_iter()
        .map(|row| (row["article"].clone(), row["event"].clone()))
        .collect();
    assert_eq!(found.len(), 102);
    let share = |of: &dyn Fn(&str, &str) -> bool, to: &dyn Fn(&str, &str) -> bool| {
        let each = found.keys().map(|article| {
            let own: Vec<_> = found.keys().filter(|other| of(article, other)).collect();
            let right = own.iter().filter(|other| to(article, other)).count();
            right as f64 / own.len() as f64
        });
        each.sum::<f64>() / found.len() as f64
    };
    let together = |one: &str, two: &str| found[one] == found[two];
    let meant = |one: &str, two: &str| key(one) == key(two);
    let precision = share(&together, &meant);
    let recall = share(&meant, &together);
    let b3 = 2.0 * precision * recall / (precision + recall);
    assert!(precision >= 0.95, "precision {precision:.3}");
    assert!(b3 >= 0.9, "B3 {b3:.3} (recall {recall:.3})");
}

#[test]
fn camps_differ_in_what_they_call_the_movement_and_the_government() {
    for state in STATE {
        for movement in MOVEMENT {
            for (frame, actor, least) in [
                ("insurgents", "hidab-dawn", 2.5),
                ("rule", "kadour-government", 0.9),
            ] {
                let (row, difference) = contrast(frame, actor, movement, state);
                assert!(number(&row, "q") < 0.05, "{row:?}");
                let toward_the_movement = if frame == "rule" { -1.0 } else { 1.0 };
                assert!(toward_the_movement * difference >= least, "{row:?}");
            }
        }
        for agency in AGENCIES {
            let (row, difference) = contrast("insurgents", "hidab-dawn", agency, state);
            assert!(number(&row, "q") < 0.05 && difference >= 1.5, "{row:?}");
        }
    }
    for agency in AGENCIES {
        for movement in MOVEMENT {
            let (row, difference) = contrast("state-army", "kadour-army", movement, agency);
            assert!(number(&row, "q") < 0.05 && difference <= -0.8, "{row:?}");
        }
    }
}

#[test]
fn a_source_against_all_others_has_an_interval_on_its_side_of_zero() {
    for source in STATE.iter().chain(&MOVEMENT) {
        let (row, difference) = contrast("insurgents", "hidab-dawn", source, "(all others)");
        assert_eq!(difference < 0.0, STATE.contains(source), "{row:?}");
        assert!(number(&row, "low") * number(&row, "high") > 0.0, "{row:?}");
    }
}

#[test]
fn of_sources_that_do_not_differ_the_report_says_so() {
    for [source, other] in [AGENCIES, STATE, MOVEMENT] {
        let (row, difference) = contrast("insurgents", "hidab-dawn", source, other);
        assert!(difference.abs() < 0.1, "{row:?}");
        assert!(number(&row, "p") > 0.9, "{row:?}");
        assert!(number(&row, "shared_events") >= 8.0, "{row:?}");
    }
    for (frame, actor) in [
        ("insurgents", "hidab-dawn"),
        ("rule", "kadour-government"),
        ("state-army", "kadour-army"),
    ] {
        let (row, _) = contrast(frame, actor, AGENCIES[0], AGENCIES[1]);
        assert_eq!(row["size"], "لا فرق", "{row:?}");
    }
}

#[test]
fn clusters_are_the_camps() {
    let rows = rows("clusters");
    let mut camps: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in &rows {
        assert!(number(row, "stability") >= 0.8, "{row:?}");
        camps
            .entry(&row["cluster"])
            .or_default()
            .insert(&row["source"]);
    }
    let found: BTreeSet<BTreeSet<&str>> = camps.into_values().collect();
    let meant = [STATE, MOVEMENT, AGENCIES].map(BTreeSet::from);
    assert_eq!(found, BTreeSet::from(meant));
}

#[test]
fn both_copies_are_found_with_the_labels_that_they_change() {
    let copies = rows("copies");
    let pairs: BTreeSet<_> = copies
        .iter()
        .map(|row| [row["article"].as_str(), row["copy_of"].as_str()])
        .collect();
    assert_eq!(pairs, BTreeSet::from([["ra06", "ma06"], ["so18", "kh18"]]));
    for [article, frame, from, to] in [
        ["ra06", "insurgents", "militants", "terrorists"],
        ["ra06", "taking", "took-control", "occupied"],
        ["so18", "insurgents", "militants", "revolutionaries"],
        ["so18", "rule", "government", "regime"],
    ] {
        let told = copies.iter().any(|row| {
            row["article"] == article
                && row["frame"] == frame
                && row["label_from"] == from
                && row["label_to"] == to
        });
        assert!(told, "{article}: {from} became {to}");
    }
}

#[test]
fn events_that_a_source_leaves_out_are_told() {
    let found: BTreeSet<[String; 2]> = rows("omissions")
        .into_iter()
        .map(|row| [row["event"].clone(), row["source"].clone()])
        .collect();
    let meant = [
        ("ma07", STATE[1]),
        ("ma09", MOVEMENT[0]),
        ("ma18", STATE[0]),
        ("ma11", STATE[0]),
    ];
    let meant = meant.map(|(article, source)| [event_of(article), source.to_owned()]);
    assert_eq!(found, BTreeSet::from(meant));
}

#[test]
fn the_dead_of_one_event_are_counted_differently() {
    let figures = rows("figures");
    for (article, killed) in [
        ("ma02", 19),
        ("kh02", 21),
        ("ah02", 24),
        ("so02", 27),
        ("ma06", 17),
        ("ah06", 22),
        ("so06", 29),
        ("ma11", 14),
        ("kh11", 15),
        ("ah11", 16),
        ("so11", 17),
    ] {
        let own = figures
            .iter()
            .filter(|row| row["article"] == article && row["what"] == "killed");
        let largest = own.map(|row| row["value"].parse().unwrap()).max();
        assert_eq!(largest, Some(killed), "{article}");
    }
    assert!(
        !figures
            .iter()
            .any(|row| row["article"] == "ra02" && row["what"] == "killed"),
        "the paper tells no dead of the market"
    );
}

#[test]
fn a_word_for_an_act_inside_a_name_tells_no_act() {
    let mut mentions = rows("mentions");
    mentions.retain(|row| row["form"] == "فجر" && row["after"].starts_with("الهضاب"));
    assert!(mentions.is_empty(), "{:?}", mentions[0]);
}
