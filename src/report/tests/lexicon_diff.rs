//! What an edit of the word lists does is what two whole studies, held against each other, say.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test that tells what it measured"
)]

use crate::check;
use crate::corpus::{self, Corpus, ReadOptions};
use crate::lexicon::files;
use crate::progress::Silent;
use crate::report::{self, Mark};
use crate::settings::Settings;
use crate::study::{self, Compared, Diff, Findings, Reading, Side};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The built-in lists in a folder, with some words of one file put for others.
fn edited(file: &str, from: &str, to: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    files::export(folder.path()).unwrap();
    replace(folder.path(), file, from, to);
    folder
}

fn replace(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
}

/// An edit of each kind: its name, the file, what stands there, what is put for it.
const EDITS: [(&str, &str, &str, &str); 9] = [
    (
        "a term with another label",
        "ar/groups.csv",
        "groups-irhabi,إرهابي,armed-islamists,terrorists,",
        "groups-irhabi,إرهابي,armed-islamists,fighters,",
    ),
    (
        "a term renamed",
        "ar/groups.csv",
        "groups-irhabi,إرهابي",
        "aaa-irhabi,إرهابي",
    ),
    (
        "a term more",
        "ar/groups.csv",
        "groups-irhabi,",
        "groups-saiq,سائق,armed-islamists,fighters,noun,,,,,,رأى السائق بيته,,,\ngroups-irhabi,",
    ),
    (
        "a form less",
        "ar/groups.csv",
        "groups-irhabi,إرهابي,armed-islamists,terrorists,adj,,,,",
        "groups-irhabi,إرهابي,armed-islamists,terrorists,adj,,,إرهابيون;الإرهابيون,",
    ),
    (
        "another stance",
        "frames.csv",
        "armed-islamists,terrorists,-2,",
        "armed-islamists,terrorists,2,",
    ),
    (
        "a name less",
        "actors.csv",
        "jnim,armed-islamists,جماعة نصرة الإسلام والمسلمين,ar,\n",
        "",
    ),
    (
        "a form of saying less",
        "ar/voice.csv",
        "أكد,says,announce,verb,يؤكد,,",
        "أكد,says,announce,verb,يؤكد,أكد;وأكد,",
    ),
    (
        "furniture more",
        "ar/furniture.csv",
        "outlet,text,cut,hit\n",
        "outlet,text,cut,hit\n,وقال*,line,وقال شيئا\n",
    ),
    (
        "an agency more",
        "agencies.csv",
        "agency,name,note\n",
        "agency,name,note\nx,منصة جسر الفولغا,\ny,موقع هوامش الصحراء,\n",
    ),
];

fn weighed(corpus: Corpus, folder: Option<&Path>) -> Findings {
    let lexicon = check::load(folder).unwrap();
    study::weigh(corpus, lexicon, settings(), &Silent).unwrap()
}

/// As few draws as may be: every figure is compared, so none need be good.
fn settings() -> Settings {
    Settings {
        draws: 100,
        permutations: 200,
        all_contrasts: true,
        ..Settings::default()
    }
}

fn diff(corpus: Corpus, old: Option<&Path>, new: Option<&Path>) -> Diff {
    let lists = check::load_both(old, new).unwrap();
    study::diff(corpus, lists, settings(), &Silent)
}

/// One side of a diff is a whole study: what was read, and every figure.
fn assert_whole(side: &Side, study: &Findings, what: &str) {
    let readings = side.readings.iter().zip(&study.readings);
    for (article, (ours, theirs)) in study.corpus.articles.iter().zip(readings) {
        let read = |reading: &Reading| {
            let parts = reading.parts.iter();
            let parts = parts.map(|p| (p.mentions.clone(), p.words, format!("{:?}", p.voices)));
            (parts.collect::<Vec<_>>(), reading.named.clone())
        };
        assert!(read(ours) == read(theirs), "{what}: article {}", article.id);
    }
    let figures = Compared {
        scores: study.scores.clone(),
        facts: study.facts.clone(),
        reach: study.reach.clone(),
        contrasts: study.contrasts.clone(),
        group_contrasts: study.group_contrasts.clone(),
        profiles: study.profiles.clone(),
        clusters: study.clusters.clone(),
    };
    assert!(side.compared == figures, "{what}: figures");
    assert_eq!(side.events, study.alignment.events.len(), "{what}");
}

/// The rows of a table, by the names of its columns.
type Row = BTreeMap<String, String>;

fn rows(folder: &Path, table: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(folder.join(format!("{table}.csv"))).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

fn columns(folder: &Path, table: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_path(folder.join(format!("{table}.csv"))).unwrap();
    reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect()
}

/// Some cells of a row.
fn cells(row: &Row, columns: &[String]) -> Vec<String> {
    columns.iter().map(|column| row[column].clone()).collect()
}

/// What a table of a diff makes of the old report's table, which must be the new report's, and
/// that no row of it says nothing.
fn assert_leads_from_old_to_new(folders: [&Path; 3], table: &str) {
    let [old, new, diff] = folders.map(|folder| rows(folder, table));
    let [of_report, _, of_diff] = folders.map(|folder| columns(folder, table));
    let sides = of_diff
        .iter()
        .filter_map(|column| column.strip_prefix("old_"));
    let both: Vec<String> = sides.map(str::to_owned).collect();
    let known = |columns: &[String]| -> Vec<String> {
        let known = columns.iter().filter(|column| of_report.contains(column));
        known.cloned().collect()
    };
    let (keys, compared) = (known(&of_diff), known(&both));
    let parted = |rows: &[Row]| {
        let all = rows.iter();
        let mut all: Vec<_> = all
            .map(|row| (cells(row, &keys), cells(row, &compared)))
            .collect();
        all.sort();
        all
    };
    let (mut patched, expected) = (parted(&old), parted(&new));
    for row in &diff {
        let side = |side: &str, columns: &[String]| {
            let columns: Vec<String> = columns.iter().map(|c| format!("{side}_{c}")).collect();
            cells(row, &columns)
        };
        assert!(side("old", &both) != side("new", &both), "{table}: {row:?}");
        let (was, is) = (side("old", &compared), side("new", &compared));
        if !["new", "gained"].contains(&row["change"].as_str()) {
            let own = (cells(row, &keys), was);
            let at = patched.iter().position(|row| *row == own);
            patched.swap_remove(at.unwrap_or_else(|| panic!("{table}: {own:?}")));
        }
        if !["gone", "lost"].contains(&row["change"].as_str()) {
            patched.push((cells(row, &keys), is));
        }
    }
    patched.sort();
    assert!(patched == expected, "{table}: not the new report");
}

/// A report that is nothing but tables.
const TABLES_ONLY: report::Beside = report::Beside {
    mark: Mark::None,
    page: None,
    workbook: None,
    parquet: false,
};

/// A diff of the built-in lists and others: its sides are whole studies, and its tables lead from
/// the one's report to the other's.
fn assert_equals_two_studies(old: &Findings, corpus: Corpus, again: Corpus, new: &Path) -> Diff {
    let home = tempfile::tempdir().unwrap();
    let folders = ["old", "new", "diff"].map(|name| home.path().join(name));
    let [old_report, new_report, tables] = folders.each_ref().map(PathBuf::as_path);
    report::write(old, report::reserve(old_report, &[]).unwrap(), TABLES_ONLY).unwrap();
    let new_study = weighed(corpus, Some(new));
    report::write(
        &new_study,
        report::reserve(new_report, &[]).unwrap(),
        TABLES_ONLY,
    )
    .unwrap();
    let diff = diff(again, None, Some(new));
    report::write_diff(
        &diff,
        report::reserve_diff(tables, &[]).unwrap(),
        Mark::None,
    )
    .unwrap();
    assert_whole(&diff.old, old, "old");
    assert_whole(&diff.new, &new_study, "new");
    for table in ["mentions", "scores", "profiles", "contrasts", "clusters"] {
        assert_leads_from_old_to_new([old_report, new_report, tables], table);
    }
    diff
}

#[test]
fn whatever_is_edited_a_diff_is_two_studies_held_against_each_other() {
    let demo = || study::demo().unwrap();
    let old = weighed(demo(), None);
    for (what, file, from, to) in EDITS {
        println!("{what}");
        let folder = edited(file, from, to);
        let diff = assert_equals_two_studies(&old, demo(), demo(), folder.path());
        let is_of_terms = file == "ar/groups.csv" || file == "frames.csv" || file == "agencies.csv";
        let some_once = diff.touched.len() < diff.corpus.articles.len();
        assert_eq!(some_once, is_of_terms, "{what}: who is read twice");
    }
}

/// The first articles of a corpus, where the shared data are at hand.
fn slice(articles: usize) -> Option<TempDir> {
    let given = std::env::var_os("MIZAN_DATA").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let path = given
        .unwrap_or(beside)
        .join("corpora/egypt-2013-02-24.jsonl.gz");
    let Ok(file) = fs::File::open(&path) else {
        println!("skipped: there is no {}", path.display());
        return None;
    };
    let lines = BufReader::new(flate2::read::GzDecoder::new(file)).lines();
    let lines: Vec<String> = lines.take(articles).map(Result::unwrap).collect();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("slice.jsonl"), lines.join("\n")).unwrap();
    Some(folder)
}

#[test]
fn on_a_corpus_a_diff_of_many_edits_is_two_studies_held_against_each_other() {
    let Some(folder) = slice(1500) else { return };
    let read = || {
        let input = [folder.path().join("slice.jsonl")];
        corpus::read(&input, &ReadOptions::default(), &|_| {}).unwrap()
    };
    let lists = tempfile::tempdir().unwrap();
    files::export(lists.path()).unwrap();
    let old = weighed(read(), None);
    let of_terms = [EDITS[0], EDITS[2], EDITS[4]];
    for edits in [&of_terms[..], &EDITS[5..]] {
        for (_, file, from, to) in edits {
            replace(lists.path(), file, from, to);
        }
        let diff = assert_equals_two_studies(&old, read(), read(), lists.path());
        assert!(!diff.touched.is_empty());
    }
}

#[test]
fn rows_in_another_order_and_other_notes_are_no_edit() {
    let folder = edited("frames.csv", ",parties' own usage", ",somebody's own usage");
    let path = folder.path().join("ar/groups.csv");
    let text = fs::read_to_string(&path).unwrap();
    let (header, rows) = text.split_once('\n').unwrap();
    let mut rows: Vec<&str> = rows.lines().collect();
    rows.reverse();
    fs::write(&path, format!("{header}\n{}\n", rows.join("\n"))).unwrap();
    let diff = diff(study::demo().unwrap(), None, Some(folder.path()));
    assert!(diff.changes.are_none() && diff.touched.is_empty());
    let told = report::changed(&diff);
    assert!(told.contains("no difference that matters"), "{told}");
    assert!(told.contains("0 gained, 0 lost, 0 changed"), "{told}");
}
