//! Whose words they are, in sentences that were written for it: kinds of speech that readers of
//! unseen texts got wrong, several sentences of each, by somebody who had not read the rules.
//!
//! A line of `fixtures/voice-kinds.jsonl` has a kind, the part it stands in, and the text with what is
//! not the outlet's in brackets: `⟦r|speaker|words⟧` for reported, `q` quoted, `d` held off. `holds`
//! says that each word is in the right voice today; who is named as speaker is not held. One that holds may not be lost; one that does not is no test yet.

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

#[derive(Clone, PartialEq, Eq, Debug)]
struct Heard {
    voice: char,
    speaker: String,
}

/// A text without its brackets, and what is heard at each of its characters.
fn unmarked(marked: &str) -> (String, Vec<Heard>) {
    let outlet = Heard {
        voice: 'n',
        speaker: String::new(),
    };
    let (mut text, mut heard, mut now) = (String::new(), Vec::new(), outlet.clone());
    let mut rest = marked;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '⟦' => {
                let (voice, behind) = rest.split_once('|').unwrap();
                let (speaker, words) = behind.split_once('|').unwrap();
                now = Heard {
                    voice: voice.chars().next().unwrap(),
                    speaker: speaker.to_owned(),
                };
                rest = words;
            }
            '⟧' => now = outlet.clone(),
            _ => {
                text.push(c);
                heard.push(now.clone());
            }
        }
    }
    (text, heard)
}

fn words(text: &str) -> Vec<usize> {
    let mut before = ' ';
    let mut starts = Vec::new();
    for (at, c) in text.chars().enumerate() {
        if c.is_alphanumeric() && !before.is_alphanumeric() {
            starts.push(at);
        }
        before = c;
    }
    starts
}

/// Where a stretch begins and ends, and its voice.
type Stretch = (usize, usize, char);

/// The voice that the program hears at each character of each part, by article.
fn told(report: &Path) -> BTreeMap<(String, String), Vec<Stretch>> {
    let mut told: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let mut table = csv::Reader::from_path(report.join("voices.csv")).unwrap();
    for row in table.deserialize::<BTreeMap<String, String>>() {
        let row = row.unwrap();
        // The first header stands behind a byte-order mark.
        let article = row
            .iter()
            .find(|(name, _)| name.ends_with("article"))
            .unwrap()
            .1;
        let place = |name: &str| row[name].parse::<usize>().unwrap();
        let voice = row["kind"].chars().next().unwrap();
        let key = (article.clone(), row["part"].clone());
        told.entry(key)
            .or_default()
            .push((place("start_char"), place("end_char"), voice));
    }
    told
}

fn rank(voice: char) -> usize {
    "nrqd".find(voice).unwrap_or_default()
}

/// A day of its own for each case, so that none is compared with another.
fn day(at: usize) -> String {
    let (year, month) = (1000 + at / 12, at % 12 + 1);
    format!("{year}-{month:02}-01")
}

/// Writes the cases as articles, studies them, and gives the folder of the report.
fn studied(cases: &[Value], folder: &Path) -> PathBuf {
    let mut articles = String::new();
    for (at, case) in cases.iter().enumerate() {
        let (text, _) = unmarked(case["marked"].as_str().unwrap());
        let title = case["part"] == "title";
        let article = serde_json::json!({
            "id": format!("k{at:05}"), "source": format!("s{}", at % 3), "date": day(at),
            "title": if title { text.as_str() } else { "" },
            "text": if title { "نص قصير هنا." } else { text.as_str() },
        });
        articles += &format!("{article}\n");
    }
    std::fs::write(folder.join("cases.jsonl"), articles).unwrap();
    let report = folder.join("report");
    let done = Command::new(env!("CARGO_BIN_EXE_mizan"))
        .arg("compare")
        .arg(folder.join("cases.jsonl"))
        .args(["-q", "--out"])
        .arg(&report)
        .output()
        .unwrap();
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    report
}

/// Whether each word of each case is in the voice that its brackets give.
pub(super) fn heard_right(cases: &[Value]) -> Vec<bool> {
    let folder = tempfile::tempdir().unwrap();
    let told = told(&studied(cases, folder.path()));
    let right = |(at, case): (usize, &Value)| {
        let (text, heard) = unmarked(case["marked"].as_str().unwrap());
        let part = case["part"].as_str().unwrap().to_owned();
        let mut voices = vec!['n'; heard.len()];
        for (start, end, voice) in told.get(&(format!("k{at:05}"), part)).into_iter().flatten() {
            for place in voices.iter_mut().take(*end).skip(*start) {
                if rank(*voice) > rank(*place) {
                    *place = *voice;
                }
            }
        }
        words(&text)
            .iter()
            .all(|at| voices[*at] == heard[*at].voice)
    };
    cases.iter().enumerate().map(right).collect()
}

#[test]
fn each_kind_of_speech_is_heard_in_the_sentences_written_for_it() {
    let at = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/voice-kinds.jsonl");
    let lines = std::fs::read_to_string(at).unwrap();
    let cases: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let good = heard_right(&cases);
    let (mut lost, mut won) = (Vec::new(), Vec::new());
    for (case, good) in cases.iter().zip(&good) {
        match case["holds"] == true {
            true if !good => lost.push(format!("{}: {}", case["kind"], case["marked"])),
            false if *good => won.push(case["kind"].to_string()),
            _ => {}
        }
    }
    let right = good.iter().filter(|good| **good).count();
    eprintln!(
        "{right} of {} sentences are heard right; newly right: {won:?}",
        cases.len()
    );
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}
