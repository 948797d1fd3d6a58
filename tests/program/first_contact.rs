//! The texts of first contact, read again: where the corpora lie beside the repository, each round
//! is scored, so that words in the right voice and actors named right get no fewer unseen.
//!
//! What counts is the figure of the first reading (`docs/MEASURED.md`); these only hold what was
//! reached since.

use flate2::read::MultiGzDecoder;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Of each round: the words in the right voice and the actors right where one is named, in
/// thousandths, and how many actors are named right, as they are now.
const REACHED: [(&str, u32, u32, u32); 18] = [
    ("round-1", 876, 975, 64),
    ("round-2", 946, 855, 43),
    ("round-3", 904, 955, 73),
    ("round-4", 941, 925, 43),
    ("round-5", 866, 895, 37),
    ("round-6", 893, 965, 74),
    ("round-7", 895, 945, 62),
    ("round-8", 878, 965, 73),
    ("round-9", 898, 925, 57),
    ("round-10", 830, 970, 37),
    ("round-11", 967, 940, 49),
    ("round-12", 870, 980, 61),
    ("round-13", 943, 970, 40),
    ("round-14", 888, 950, 61),
    ("round-15", 867, 940, 17),
    ("round-16", 868, 920, 35),
    ("round-17", 861, 995, 26),
    ("round-18", 879, 995, 11),
];

type Row = BTreeMap<String, String>;

fn rows(path: &Path) -> Vec<Row> {
    let text = std::fs::read_to_string(path).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let headers = reader.headers().unwrap().clone();
    let cells = |row: csv::StringRecord| {
        let names = headers.iter().map(str::to_owned);
        names.zip(row.iter().map(str::to_owned)).collect()
    };
    reader.records().map(|row| cells(row.unwrap())).collect()
}

fn corpora() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/corpora");
    if beside.is_dir() {
        return Some(beside);
    }
    eprintln!("skipped: there are no corpora in {}", beside.display());
    None
}

/// The articles with these ids, as they stand in the corpora.
fn articles(corpora: &Path, rounds: &[Vec<Row>]) -> BTreeMap<String, serde_json::Value> {
    let wanted: BTreeSet<(&str, &str)> = rounds
        .iter()
        .flatten()
        .map(|row| (&*row["corpus"], &*row["id"]))
        .collect();
    let names: BTreeSet<&str> = wanted.iter().map(|(corpus, _)| *corpus).collect();
    let mut found = BTreeMap::new();
    for corpus in names {
        let file = File::open(corpora.join(format!("{corpus}.jsonl.gz"))).unwrap();
        for line in BufReader::new(MultiGzDecoder::new(file)).lines() {
            let article: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
            let id = article["id"].as_str().unwrap().to_owned();
            if wanted.contains(&(corpus, &*id)) {
                found.insert(id, article);
            }
        }
    }
    found
}

/// The voice of each character of a part: of stretches the innermost.
fn voices(length: usize, stretches: &[(usize, usize, &str)]) -> Vec<usize> {
    let mut told = vec![0; length];
    for (rank, kind) in (1..).zip(["reported", "quoted", "distanced"]) {
        for (start, end, _) in stretches.iter().filter(|stretch| stretch.2 == kind) {
            told[*start..*end.min(&length)].fill(rank);
        }
    }
    told
}

fn place(row: &Row, start: &str, end: &str) -> (usize, usize) {
    (row[start].parse().unwrap(), row[end].parse().unwrap())
}

fn is_of_word(character: char) -> bool {
    character.is_alphanumeric()
        || character == '_'
        || ('\u{64b}'..='\u{652}').contains(&character)
        || character == '\u{640}'
}

/// Where the words of a text begin, in characters.
fn words(text: &[char]) -> Vec<usize> {
    let begins = |at: &usize| is_of_word(text[*at]) && (*at == 0 || !is_of_word(text[at - 1]));
    (0..text.len()).filter(begins).collect()
}

/// How many of the words are in the right voice, of how many.
fn right_words(
    folder: &Path,
    report: &Path,
    texts: &BTreeMap<String, serde_json::Value>,
) -> [u32; 2] {
    let gold = rows(&folder.join("voices.csv"));
    let furniture = rows(&folder.join("furniture.csv"));
    let read = rows(&report.join("voices.csv"));
    let mut sums = [0, 0];
    for article in rows(&folder.join("articles.csv")) {
        let id = &article["id"];
        for (part, name) in [("title", "title"), ("body", "text")] {
            let text: Vec<char> = texts[id][name].as_str().unwrap().chars().collect();
            let stands = |row: &&Row, of: &str| row[of] == *id && row["part"] == part;
            let of = |rows: &[Row], key: &str, start: &str, end: &str| -> Vec<usize> {
                let mine = rows.iter().filter(|row| stands(row, key));
                let stretches: Vec<(usize, usize, &str)> = mine
                    .map(|row| {
                        let (start, end) = place(row, start, end);
                        (start, end, &*row["kind"])
                    })
                    .collect();
                voices(text.len(), &stretches)
            };
            let gold = of(&gold, "doc", "start", "end");
            let read = of(&read, "article", "start_char", "end_char");
            let cut: Vec<(usize, usize)> = furniture
                .iter()
                .filter(|row| stands(row, "doc"))
                .map(|row| place(row, "start", "end"))
                .collect();
            for at in words(&text) {
                if cut.iter().all(|(start, end)| at < *start || at >= *end) {
                    sums[0] += u32::from(gold[at] == read[at]);
                    sums[1] += 1;
                }
            }
        }
    }
    sums
}

/// How many of the actors that are named are right, of how many that meet an annotated label.
fn right_actors(folder: &Path, report: &Path) -> [u32; 2] {
    let labels = rows(&folder.join("labels.csv"));
    let mut sums = [0, 0];
    for mention in rows(&report.join("mentions.csv")) {
        if mention["actor"].is_empty() || mention["counted"] != "1" {
            continue;
        }
        let (start, end) = place(&mention, "start_char", "end_char");
        let meets = |label: &&Row| {
            let (from, to) = place(label, "start", "end");
            label["doc"] == mention["article"]
                && label["part"] == mention["part"]
                && from < end
                && start < to
        };
        let near: Vec<&Row> = labels.iter().filter(meets).collect();
        let fits = |label: &&Row| {
            label["actors"]
                .split('|')
                .any(|one| one == mention["actor"])
        };
        if !near.is_empty() {
            sums[0] += u32::from(near.iter().any(fits));
            sums[1] += 1;
        }
    }
    sums
}

#[test]
fn no_round_of_first_contact_is_read_worse_than_it_was() {
    let Some(corpora) = corpora() else {
        return;
    };
    let rounds = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/first_contact");
    let drawn = REACHED.map(|(round, ..)| rows(&rounds.join(round).join("articles.csv")));
    let texts = articles(&corpora, &drawn);
    let home = tempfile::tempdir().unwrap();
    let mut lower = Vec::new();
    for ((round, words, actors, named), drawn) in REACHED.into_iter().zip(&drawn) {
        let input = home.path().join(format!("{round}.jsonl"));
        let lines: Vec<String> = drawn
            .iter()
            .map(|row| texts[&row["id"]].to_string())
            .collect();
        std::fs::write(&input, lines.join("\n")).unwrap();
        let report = home.path().join(round);
        let run = Command::new(env!("CARGO_BIN_EXE_mizan"))
            .args(["compare", "-q", "--out", report.to_str().unwrap()])
            .arg(&input)
            .output()
            .unwrap();
        assert!(
            run.status.success(),
            "{}",
            String::from_utf8_lossy(&run.stderr)
        );
        let folder = rounds.join(round);
        let found = [
            right_words(&folder, &report, &texts),
            right_actors(&folder, &report),
        ];
        println!("{round}: words {:?}, actors {:?}", found[0], found[1]);
        if found[1][0] < named {
            lower.push(format!(
                "{round}: {} actors named right of {named}",
                found[1][0]
            ));
        }
        for ([right, all], reached) in found.into_iter().zip([words, actors]) {
            if right * 1000 < reached * all {
                lower.push(format!(
                    "{round}: {right} of {all}, under {reached} in 1,000"
                ));
            }
        }
    }
    assert!(lower.is_empty(), "{}", lower.join("\n"));
}
