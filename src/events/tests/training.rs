//! Writes the annotated pairs that the weights of `learned` are fitted on. Run it where the labelled
//! news is, after the signs have changed, and put the weights that it tells into `learned`:
//! `cargo test --lib events::tests::training -- --ignored --nocapture`.
//!
//! The files that lie there come from a trial on what the program gave with its lists of furniture.
//! Here none is cut, so that other pairs are drawn and the weights differ a little.

#![allow(clippy::print_stdout, reason = "a test that tells what it fitted")]

use super::fit::{Row, fitted};
use super::gold::{data, outlines, read};
use crate::corpus::Corpus;
use crate::events::learned::GroupSigns;
use crate::events::link::{Edge, open_groups};
use crate::events::pairs::{Alike, pairs};
use crate::events::similarity::Signs;
use crate::events::timeline::Timeline;
use crate::events::weigh::weigh;
use crate::events::{Outline, Witness};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;

/// Name, articles, annotation, column of the event, and how the stamps of its articles begin.
const CORPORA: [(&str, &str, &str, usize, &str); 3] = [
    ("egypt-03-11", "egypt-2013-03-11", "events_dev", 2, ""),
    ("egypt-02-24", "egypt-2013-02-24", "events_hard", 1, ""),
    (
        "saudi-week",
        "saudi-2015",
        "events_hard",
        1,
        "snn-2015-07-2",
    ),
];

/// Every so many-th pair of different events is kept, and counts so often.
const KEPT: usize = 4;

/// The probabilities at which linking is stopped to see which groups are left.
const STOPS: [f64; 4] = [1.1, 0.88, 0.62, 0.38];

struct Annotated {
    name: &'static str,
    rows: Vec<Row>,
    /// The ids of each row.
    ids: Vec<[String; 2]>,
    sources: Vec<crate::corpus::SourceIx>,
    all: Vec<(Alike, Vec<f64>)>,
    event: Vec<Option<String>>,
}

#[test]
#[ignore = "writes the files of tests/events"]
fn the_annotated_pairs_are_written() {
    let Some(folder) = data() else { return };
    let corpora = CORPORA.map(|corpus| annotated(&folder, corpus));
    let mut file = csv_file("pairs.csv");
    writeln!(
        file,
        "corpus,article,other,content,skeletons,crowding,hours,same_source,same_headline,same_event,weight"
    )
    .unwrap();
    for corpus in &corpora {
        for (row, ids) in corpus.rows.iter().zip(&corpus.ids) {
            let signs = written(&row.signs);
            let [one, other] = ids;
            let (same, weight) = (row.same, row.weight);
            writeln!(
                file,
                "{},{one},{other},{signs},{same},{weight:.4}",
                corpus.name
            )
            .unwrap();
        }
    }
    let weights = told("pairs", &corpora.each_ref().map(|corpus| &*corpus.rows));
    let groups = corpora
        .each_ref()
        .map(|corpus| group_rows(corpus, &weights));
    let mut file = csv_file("groups.csv");
    writeln!(
        file,
        "corpus,mean,most,probability,size,same_sources,same_event,weight"
    )
    .unwrap();
    for (corpus, rows) in corpora.iter().zip(&groups) {
        for row in rows {
            let signs = written(&row.signs);
            writeln!(
                file,
                "{},{signs},{:.3},{:.4}",
                corpus.name, row.same, row.weight
            )
            .unwrap();
        }
    }
    told("groups", &groups.each_ref().map(|rows| &**rows));
}

fn csv_file(name: &str) -> std::fs::File {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/events");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::File::create(folder.join(name)).unwrap()
}

fn written(signs: &[f64]) -> String {
    let each: Vec<String> = signs.iter().map(|sign| format!("{sign:.4}")).collect();
    each.join(",")
}

/// Tells the weights of all corpora, and those with one left out.
fn told(what: &str, corpora: &[&[Row]; 3]) -> Vec<f64> {
    let of = |left_out: usize| {
        let kept = corpora.iter().enumerate().filter(|(at, _)| *at != left_out);
        let rows: Vec<Row> = kept
            .flat_map(|(_, rows)| rows.iter())
            .map(|row| Row {
                signs: row.signs.clone(),
                ..*row
            })
            .collect();
        fitted(&rows)
    };
    let all = of(3);
    println!("{what}: {all:.4?}");
    for (left_out, corpus) in CORPORA.iter().enumerate() {
        println!("  without {}: {:.3?}", corpus.0, of(left_out));
    }
    all
}

fn annotated(
    folder: &Path,
    (name, articles, labels, column, begins): (&'static str, &str, &str, usize, &str),
) -> Annotated {
    let corpus = read(folder.join(format!("corpora/{articles}.jsonl.gz")));
    let outlines = outlines(&corpus);
    let witnesses = witnesses(&corpus, &outlines, begins);
    let timeline = Timeline::new(&witnesses, 72);
    let alike = pairs(&timeline, &weigh(&witnesses, &timeline), &|_| {});
    let signs = Signs::new(&witnesses, &timeline, &alike);
    let of = |pair: &Alike| signs.of(pair).listed().map(f64::from).to_vec();
    let all: Vec<(Alike, Vec<f64>)> = alike.iter().map(|pair| (*pair, of(pair))).collect();
    let gold = gold(folder, labels, column);
    let witness = |place: usize| &witnesses[timeline.articles[place] as usize];
    let places = 0..timeline.len();
    let event: Vec<Option<String>> = places.map(|at| gold.get(witness(at).id).cloned()).collect();
    let mut corpus = Annotated {
        name,
        rows: Vec::new(),
        ids: Vec::new(),
        sources: (0..timeline.len()).map(|at| witness(at).source).collect(),
        all,
        event,
    };
    let mut different = 0;
    for (pair, signs) in &corpus.all {
        let (a, b) = (pair.places.0 as usize, pair.places.1 as usize);
        let (Some(one), Some(other)) = (&corpus.event[a], &corpus.event[b]) else {
            continue;
        };
        different += usize::from(one != other);
        if one == other || different % KEPT == 0 {
            corpus.ids.push([a, b].map(|at| short(witness(at).id)));
            corpus.rows.push(Row {
                signs: signs.clone(),
                same: f64::from(u8::from(one == other)),
                weight: if one == other { 1.0 } else { KEPT as f64 },
            });
        }
    }
    even(&mut corpus.rows);
    corpus
}

/// Every corpus weighs the same.
fn even(rows: &mut [Row]) {
    let all: f64 = rows.iter().map(|row| row.weight).sum();
    rows.iter_mut().for_each(|row| row.weight *= 1e4 / all);
}

/// The first part of a long id says which it is.
fn short(id: &str) -> String {
    match id.len() {
        ..=24 => id.to_owned(),
        _ => id.chars().take(12).collect(),
    }
}

fn witnesses<'a>(corpus: &'a Corpus, outlines: &'a [Outline], begins: &str) -> Vec<Witness<'a>> {
    let each = corpus.articles.iter().zip(&corpus.source_of).zip(outlines);
    let last = format!("{begins}8");
    each.filter(|((article, _), _)| {
        article.id.starts_with(begins) && (begins.is_empty() || article.id < last)
    })
    .map(|((article, source), outline)| Witness {
        id: &article.id,
        source: *source,
        date: article.date,
        given_event: None,
        corrected_event: None,
        is_agency: false,
        outline,
    })
    .collect()
}

/// The event of each annotated article that is no copy. Pieces of one long interview, which share no
/// words, are left out.
fn gold(folder: &Path, labels: &str, column: usize) -> BTreeMap<String, String> {
    let file = folder.join(format!("events/{labels}.csv"));
    let rows = csv::Reader::from_path(file).unwrap().into_records();
    let rows = rows.map(|row| row.unwrap()).filter(|row| {
        let is_copy = match labels {
            "events_dev" => row[3].split('|').any(|note| note == "copy"),
            _ => !row[4].is_empty(),
        };
        !is_copy && &row[column] != "interview/content"
    });
    rows.map(|row| (row[0].to_owned(), row[column].to_owned()))
        .collect()
}

/// The groups that linking leaves apart, where both hold annotated articles.
fn group_rows(corpus: &Annotated, weights: &[f64]) -> Vec<Row> {
    let edges: Vec<Edge> = corpus
        .all
        .iter()
        .map(|(pair, signs)| {
            let counted = signs.iter().zip(&weights[1..]).map(|(s, w)| s * w);
            Edge {
                places: pair.places,
                log_odds: (weights[0] + counted.sum::<f64>()) as f32,
            }
        })
        .collect();
    let mut rows = Vec::new();
    for stop in STOPS {
        let mut found: Vec<Row> = open_groups(&corpus.sources, &edges, stop)
            .iter()
            .filter_map(|(one, other, signs)| group_row(corpus, [one, other], signs))
            .collect();
        let mut different = 0;
        found.retain(|row| {
            different += usize::from(row.same == 0.0);
            row.same > 0.0 || different % KEPT == 0
        });
        found
            .iter_mut()
            .filter(|row| row.same == 0.0)
            .for_each(|row| row.weight *= KEPT as f64);
        rows.extend(found);
    }
    even(&mut rows);
    rows
}

fn group_row(corpus: &Annotated, groups: [&Vec<u32>; 2], signs: &GroupSigns) -> Option<Row> {
    let told = |places: &Vec<u32>| -> Vec<&String> {
        let events = places.iter().map(|at| &corpus.event[*at as usize]);
        events.flatten().collect()
    };
    let [one, other] = groups.map(told);
    let pairs = (one.len() * other.len()) as f64;
    if pairs == 0.0 || signs.most < -3.0 {
        return None;
    }
    let same = one.iter().map(|x| other.iter().filter(|y| x == *y).count());
    Some(Row {
        signs: signs.listed().to_vec(),
        same: same.sum::<usize>() as f64 / pairs,
        weight: (one.len().min(other.len()) as f64).sqrt(),
    })
}
