//! What an edit of the word lists does is what two whole studies, held against each other, say.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test"
)]

use mizan::corpus::Corpus;
use mizan::lexicon::{self, files};
use mizan::settings::Settings;
use mizan::study::{self, Compared, Diff, Findings, Reading, Side, Silent};
use std::fs;
use std::path::Path;
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
        "أكد,says,verb,يؤكد,,",
        "أكد,says,verb,يؤكد,أكد;وأكد,",
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
    let lexicon = lexicon::load(folder).unwrap();
    study::weigh(corpus, lexicon, settings(), &Silent).unwrap()
}

/// As few draws as may be: every figure is compared, so none need be good.
fn settings() -> Settings {
    Settings {
        draws: 100,
        permutations: 200,
        ..Settings::default()
    }
}

fn diff(corpus: Corpus, old: Option<&Path>, new: Option<&Path>) -> Diff {
    let lists = lexicon::load_both(old, new).unwrap();
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
        contrasts: study.contrasts.clone(),
        profiles: study.profiles.clone(),
        clusters: study.clusters.clone(),
    };
    assert!(side.compared == figures, "{what}: figures");
    assert_eq!(side.events, study.alignment.events.len(), "{what}");
}

#[test]
fn both_sides_are_what_two_whole_studies_find_whatever_was_edited() {
    let old = weighed(study::demo().unwrap(), None);
    for (what, file, from, to) in EDITS {
        let folder = edited(file, from, to);
        let diff = diff(study::demo().unwrap(), None, Some(folder.path()));
        let new = weighed(study::demo().unwrap(), Some(folder.path()));
        assert_whole(&diff.old, &old, what);
        assert_whole(&diff.new, &new, what);
        let differ = diff.old.readings.len() > diff.touched.len();
        let is_of_terms = file == "ar/groups.csv" || file == "frames.csv" || file == "agencies.csv";
        assert_eq!(differ, is_of_terms, "{what}: who is read twice");
    }
}
