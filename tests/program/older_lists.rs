//! A folder of lists as an older version exported it loads with the same meaning.
//!
//! `fixtures/lexicons-0.1.0` is what `mizan lexicon export` of version 0.1.0 wrote, each file packed.

use assert_cmd::Command;
use flate2::read::GzDecoder;
use std::fs;
use std::io::Read;
use std::path::Path;

const EXPORTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/lexicons-0.1.0");

/// Unpacks the files of a folder and of its subfolders.
fn unpack(packed: &Path, into: &Path) {
    fs::create_dir_all(into).unwrap();
    for entry in fs::read_dir(packed).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            unpack(&path, &into.join(path.file_name().unwrap()));
            continue;
        }
        let mut content = Vec::new();
        let file = fs::File::open(&path).unwrap();
        GzDecoder::new(file).read_to_end(&mut content).unwrap();
        fs::write(into.join(path.file_stem().unwrap()), content).unwrap();
    }
}

/// Terms and frames whose mentions an edit of the lists moves on purpose: what fighters *showed* by what they
/// did (أثبتوا أن) is the outlet's word since verbs of showing are a class of their own, and courts
/// are no government; the frame of praise and blame, which is new; and words whose neighbours were
/// places, or that are read in longer phrases now (سقطت في أيديهم); and words that readers found to judge nobody, or not of
/// that frame (تعاون, المجلس العسكري, عصابة).
const MOVED: [&str; 20] = [
    "state-jund-taghut",
    "judiciary-tuhma",
    "evaluation",
    "foreign-sharaka",
    "taking-saqata",
    "taking-waqaa-biyad",
    "accused-isaba",
    "foreign-taawun",
    "foreign-taawun-askari",
    "groups-ins-mutamarrid",
    "groups-isaba",
    "groups-mukafahat-irhab",
    "groups-mutamarrid",
    "state-majlis-askari",
    "state-majlis-askari-ism",
    "taking-hazama",
    "groups-amal-irhabi",
    "groups-ins-amal-irhabi",
    "groups-hujum-irhabi",
    "groups-amaliyya-irhabiyya",
];

/// `mentions.csv` of the demo study, with the lists of a folder or the built-in ones, without the
/// terms that are moved on purpose.
fn mentions(home: &Path, lexicons: Option<&Path>) -> String {
    let report = home.join(if lexicons.is_some() { "older" } else { "now" });
    let mut mizan = Command::new(env!("CARGO_BIN_EXE_mizan"));
    mizan
        .args(["compare", "--demo", "--quiet", "--out"])
        .arg(&report);
    if let Some(folder) = lexicons {
        mizan.arg("--lexicons").arg(folder);
    }
    mizan.assert().success();
    let table = fs::read_to_string(report.join("mentions.csv")).unwrap();
    let is_moved = |line: &&str| MOVED.iter().any(|term| line.contains(&format!(",{term},")));
    let (moved, kept): (Vec<&str>, Vec<&str>) = table.lines().partition(is_moved);
    assert!(!moved.is_empty(), "a term that is moved stands in the demo");
    kept.join("\n")
}

/// The rows of such a table without whom a mention is about, and who that is where somebody is
/// named. Older lists know no places, conflicts and words for kinds, so that fewer are named.
fn apart(table: &str) -> (Vec<Vec<String>>, Vec<Option<String>>) {
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().unwrap().clone();
    let of_actor = |column: &str| ["actor", "guess", "binding"].contains(&column);
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        let cells = header.iter().zip(&row);
        let actor = cells.clone().find(|(column, _)| *column == "actor");
        let actor = actor
            .map(|(_, actor)| actor.to_owned())
            .filter(|actor| !actor.is_empty());
        let rest = cells.filter(|(column, _)| !of_actor(column));
        (rest.map(|(_, cell)| cell.to_owned()).collect(), actor)
    });
    rows.unzip()
}

#[test]
fn lists_of_version_0_1_0_load_and_mean_the_same() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("lexicons");
    unpack(Path::new(EXPORTED), &folder);
    let mut mizan = Command::new(env!("CARGO_BIN_EXE_mizan"));
    let check = mizan.args(["lexicon", "check"]).arg(&folder);
    let output = check.output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{told}");
    let (older, older_actors) = apart(&mentions(home.path(), Some(&folder)));
    let (now, actors) = apart(&mentions(home.path(), None));
    assert_eq!(
        older, now,
        "the demo is read otherwise with the lists of 0.1.0; where an edit of the lists is meant to \
         do so, leave the terms that it moves out of both"
    );
    for ((older, actor), row) in older_actors.iter().zip(&actors).zip(&now) {
        assert!(
            older.is_none() || older == actor,
            "{row:?}: {older:?}, now {actor:?}"
        );
    }
}
