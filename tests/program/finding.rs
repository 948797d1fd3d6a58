//! `mizan find`: the places of an entry, a phrase, a pattern, and forms ruled out of the lists.

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use predicates::prelude::*;
use predicates::str::contains;
use std::fs;
use std::path::{Path, PathBuf};

const DEMO: &str = "tests/corpora/sahel/articles.csv";

fn mizan(args: &[&str]) -> Assert {
    Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(args)
        .assert()
}

/// The rows that a command writes as CSV, as some of their columns.
fn rows(args: &[&str], columns: &[&str]) -> Vec<Vec<String>> {
    let out = mizan(args).success().get_output().stdout.clone();
    let mut reader = csv::Reader::from_reader(out.as_slice());
    let header = reader.headers().unwrap().clone();
    let places: Vec<usize> = columns
        .iter()
        .map(|name| header.iter().position(|have| have == *name).unwrap())
        .collect();
    let row = |record: csv::StringRecord| places.iter().map(|at| record[*at].to_owned()).collect();
    reader
        .records()
        .map(|record| row(record.unwrap()))
        .collect()
}

/// A folder of lists with one entry of the built-in ones, alone.
fn alone(folder: &Path, id: &str) -> PathBuf {
    let theme = id.split('-').next().unwrap();
    let list = fs::read_to_string(format!("lexicons/ar/{theme}.csv")).unwrap();
    let kept = |line: &&str| line.starts_with("id,") || line.starts_with(&format!("{id},"));
    let lines: Vec<&str> = list.lines().filter(kept).collect();
    assert_eq!(lines.len(), 2, "{id}");
    fs::create_dir_all(folder.join("ar")).unwrap();
    fs::copy("lexicons/frames.csv", folder.join("frames.csv")).unwrap();
    let file = folder.join(format!("ar/{theme}.csv"));
    fs::write(&file, format!("{}\r\n", lines.join("\r\n"))).unwrap();
    file
}

const SPAN: [&str; 8] = [
    "article",
    "part",
    "start_byte",
    "end_byte",
    "start_char",
    "end_char",
    "form",
    "voice",
];

#[test]
fn find_and_score_agree_on_an_entry_that_is_alone() {
    for id in [
        "groups-irhabi",
        "killing-qutil",
        "state-jaysh-mali",
        "attacks-hujum",
    ] {
        let folder = tempfile::tempdir().unwrap();
        alone(folder.path(), id);
        let lexicons = folder.path().to_str().unwrap();
        let scored = rows(&["score", DEMO, "--lexicons", lexicons, "--no-bom"], &SPAN);
        let find = ["find", id, DEMO, "--format", "csv", "--no-bom"];
        assert!(!scored.is_empty(), "{id}");
        assert_eq!(rows(&find, &SPAN), scored, "{id}, built-in lists");
        let own = [&find[..], &["--lexicons", lexicons]].concat();
        assert_eq!(rows(&own, &SPAN), scored, "{id}, its own list");
    }
}

#[test]
fn the_offsets_cut_the_form_out_of_the_field_as_given() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("t.csv");
    let text = "فتح المتجر؛ ثم بِقُرطـاسيَّتين، \"قرطاسية\" 😀 وقرطاسيتها.";
    fs::write(
        &table,
        format!(
            "id,source,title,text\n7,النهر,,\"{}\"\n",
            text.replace('"', "\"\"")
        ),
    )
    .unwrap();
    let args = [
        "find",
        "قرطاسية",
        table.to_str().unwrap(),
        "--format",
        "csv",
        "--no-bom",
    ];
    let found = rows(
        &args,
        &["start_byte", "end_byte", "start_char", "end_char", "form"],
    );
    assert_eq!(found.len(), 3, "{found:?}");
    for row in found {
        let places: Vec<usize> = row[..4].iter().map(|n| n.parse().unwrap()).collect();
        assert_eq!(&text[places[0]..places[1]], row[4]);
        let letters = text.chars().skip(places[2]).take(places[3] - places[2]);
        assert_eq!(letters.collect::<String>(), row[4]);
    }
}

#[test]
fn places_are_sorted_filtered_and_limited() {
    let find = |more: &[&str], column: &str| -> Vec<String> {
        let args = [
            &["find", "إرهابي", DEMO, "--format", "csv", "--no-bom"],
            more,
        ]
        .concat();
        rows(&args, &[column]).into_iter().flatten().collect()
    };
    let all = find(&[], "form");
    assert_eq!(find(&["--limit", "3"], "form"), all[..3]);
    let voices = find(&["--voice", "quoted"], "voice");
    assert!(!voices.is_empty() && voices.iter().all(|voice| voice == "quoted"));
    let source = "صحيفة درع الجمهورية";
    let sources = find(&["--source", source], "source");
    assert!(!sources.is_empty() && sources.iter().all(|name| name == source));
    let dates = find(&["--sort", "date"], "date");
    assert!(dates.is_sorted() && dates.len() == all.len());
    let forms = find(&["--forms", "إرهابيون,إرهابيين"], "form");
    assert!(!forms.is_empty() && forms.iter().all(|form| form.starts_with("إرهابي")));
    assert!(forms.len() < all.len());
    let by_source = find(&["--sort", "source"], "source");
    assert!(by_source.is_sorted());
}

#[test]
fn a_pattern_is_a_pattern_although_a_term_has_its_letters() {
    let args = ["find", "إرهاب*", DEMO, "--format", "csv", "--no-bom"];
    let found = rows(&args, &["id", "rule"]);
    assert!(
        found
            .iter()
            .all(|row| row[0].is_empty() && row[1].contains("any ending"))
    );
}

#[test]
fn an_actor_is_found_by_any_of_its_names() {
    let args = ["find", "jnim", DEMO, "--format", "csv", "--no-bom"];
    let found = rows(&args, &["id", "form"]);
    assert!(found.iter().all(|row| row[0] == "jnim"));
    let has = |name: &str| found.iter().any(|row| row[1].contains(name));
    assert!(has("نصرة الإسلام والمسلمين"), "{found:?}");
}

#[test]
fn on_the_terminal_the_form_is_marked_and_the_directions_are_kept_apart() {
    mizan(&["find", "إرهابي", DEMO, "--limit", "1"])
        .success()
        .stdout(
            contains("\u{2068}")
                .and(contains("[["))
                .and(contains("in 1 form: ")),
        );
    mizan(&["find", "إرهابي", DEMO, "--format", "jsonl", "--limit", "1"])
        .success()
        .stdout(predicate::str::starts_with("{\"form\":\""));
}

#[test]
fn what_cannot_be_looked_for_is_said() {
    mizan(&["find", "groups-irhabbi", DEMO])
        .code(2)
        .stderr(contains("did you mean groups-irhabi"));
    mizan(&["find", "*", DEMO])
        .code(2)
        .stderr(contains("nothing in it"));
    mizan(&["find", "إرهابي", DEMO, "--voice", "loud"])
        .code(2)
        .stderr(contains("use one of narrator, reported"));
    mizan(&["find", "إرهابي", DEMO, "--source", "صحيفة درع الجمهوري"])
        .code(1)
        .stderr(contains("did you mean"));
}

#[test]
fn forms_that_were_looked_at_are_ruled_out_and_found_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let file = alone(folder.path(), "groups-irhabi");
    let before = fs::read_to_string(&file).unwrap();
    let shown = file.to_str().unwrap();
    let lexicons = folder.path().to_str().unwrap();
    let find = [
        "find",
        "groups-irhabi",
        DEMO,
        "--lexicons",
        lexicons,
        "--format",
        "csv",
        "--no-bom",
    ];
    let count = rows(&find, &["form"]).len();
    let exclude = ["--exclude-into", shown, "--form", "إرهابيا، الإرهابية"];
    let lost = rows(&[&find[..], &exclude].concat(), &["form"]).len();
    assert!(lost > 0 && lost < count);
    let after = fs::read_to_string(&file).unwrap();
    let entry = "إرهابي,armed-islamists,terrorists,adj,,,";
    let expected = before.replace(entry, &format!("{entry}إرهابيا;الإرهابية"));
    assert_eq!(after, expected, "all else stays as it was");
    assert_eq!(rows(&find, &["form"]).len(), count - lost);
    mizan(&[
        "find",
        "groups-irhabi",
        "--exclude-into",
        shown,
        "--form",
        "إرهابيا",
    ])
    .success()
    .stderr(contains("stood in `exclude` before"));
    mizan(&[
        "find",
        "groups-irhabi",
        "--exclude-into",
        shown,
        "--form",
        "مدرسة",
    ])
    .code(2)
    .stderr(contains("never makes the form"));
    assert_eq!(fs::read_to_string(&file).unwrap(), after);
    assert_eq!(fs::read_dir(folder.path().join("ar")).unwrap().count(), 1);
}

#[test]
fn a_search_ends_with_1_where_there_is_nothing_to_find() {
    mizan(&["find", "قرطاسية", DEMO]).code(1);
    mizan(&["find", "قرطاسية", DEMO, "--format", "csv"]).code(1);
    mizan(&["find", "jnim", DEMO, "--limit", "1"]).code(0);
    mizan(&["find", "--help"]).stdout(contains("Exit status: 0 found, 1 "));
}

#[test]
fn places_go_to_a_file_that_holds_nothing_yet() {
    let folder = tempfile::tempdir().unwrap();
    let [table, lines] = ["t.csv", "t.txt"].map(|name| folder.path().join(name));
    let [table, lines] = [&table, &lines].map(|path| path.to_str().unwrap());
    let find = ["find", "jnim", DEMO];
    let there = mizan(&[&find[..], &["--format", "csv"]].concat()).success();
    mizan(&[&find[..], &["--format", "csv", "--out", table]].concat())
        .success()
        .stdout("")
        .stderr(contains("places in"));
    assert_eq!(fs::read(table).unwrap(), there.get_output().stdout);
    mizan(&[&find[..], &["--out", lines]].concat()).success();
    assert!(fs::read_to_string(lines).unwrap().contains("[["));
    for taken in [table, DEMO] {
        mizan(&[&find[..], &["--out", taken]].concat())
            .code(2)
            .stderr(contains("--out"));
    }
}

#[test]
fn forms_are_not_excluded_into_what_is_searched() {
    mizan(&[
        "find",
        "jnim",
        DEMO,
        "--form",
        "القاعدة",
        "--exclude-into",
        DEMO,
    ])
    .code(2)
    .stderr(contains("give a file of terms"));
}

#[test]
fn a_phrase_is_found_whether_spaces_or_slashes_part_its_words() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("t.csv");
    let articles = "id,source,text\n\
                1,النهر,بدأ الحصاد في أيار/مايو من العام الماضي.\n\
                2,النهر,بدأ الحصاد في أيار / مايو من العام الماضي.\n\
                3,النهر,بدأ الحصاد في أيار مايو من العام الماضي.\n\
                4,النهر,بدأ الحصاد في أيار من العام الماضي.\n";
    fs::write(&table, articles).unwrap();
    let table = table.to_str().unwrap();
    for phrase in ["أيار/مايو", "أيار مايو"] {
        let find = ["find", phrase, table, "--format", "csv", "--no-bom"];
        assert_eq!(
            rows(&find, &["article"]).concat(),
            ["1", "2", "3"],
            "{phrase}"
        );
    }
}
