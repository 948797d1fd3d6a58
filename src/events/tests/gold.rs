//! Alignment against hand-labelled news. Skipped, with a message, where that is not there.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test that tells what it measured"
)]

use crate::corpus::{self, Corpus, Part, ReadOptions};
use crate::events::{self, AlignOptions, Alignment, Outline, Witness};
use crate::language;
use crate::settings::Settings;
use crate::text::{self, clean::Furniture};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Where the labelled news is, if it is here.
pub(super) fn data() -> Option<PathBuf> {
    let given = std::env::var_os("MIZAN_DATA").map(PathBuf::from);
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let folder = given.unwrap_or_else(beside);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: {} is not here", folder.display());
    None
}

pub(super) fn read(file: PathBuf) -> Corpus {
    corpus::read(&[file], &ReadOptions::default(), &|_| {}).unwrap()
}

pub(super) fn outlines(corpus: &Corpus) -> Vec<Outline> {
    let furniture = Furniture::default();
    let articles = corpus.articles.par_iter();
    articles
        .map(|article| {
            let [title, body] = Part::ALL.map(|part| {
                let title = (part == Part::Body).then_some(article.title.as_str());
                let language = language::of(article.language.as_deref());
                let given = article.part(part);
                text::prepare(
                    given,
                    part,
                    title,
                    &article.source,
                    language.grammar(),
                    &furniture,
                )
            });
            events::outline(&title, &body)
        })
        .collect()
}

fn align(corpus: &Corpus, outlines: &[Outline]) -> Alignment {
    let witnesses: Vec<Witness> = corpus
        .articles
        .iter()
        .zip(&corpus.source_of)
        .zip(outlines)
        .map(|((article, source), outline)| Witness {
            id: &article.id,
            source: *source,
            date: article.date,
            given_event: article.event.as_deref(),
            corrected_event: None,
            is_agency: false,
            outline,
        })
        .collect();
    events::align(&witnesses, &options(), &|_| {})
}

fn options() -> AlignOptions {
    let settings = Settings::default();
    AlignOptions {
        window_hours: settings.window_hours,
        similarity: settings.event_similarity,
        copy_overlap: settings.copy_overlap,
    }
}

/// B³ precision, recall and F1 (Bagga & Baldwin 1998) over the articles that `gold` names.
fn b_cubed(gold: &BTreeMap<String, String>, found: &BTreeMap<String, u32>) -> [f64; 3] {
    let mut both: BTreeMap<(&str, u32), f64> = BTreeMap::new();
    let mut of_gold: BTreeMap<&str, f64> = BTreeMap::new();
    let mut of_found: BTreeMap<u32, f64> = BTreeMap::new();
    for (article, event) in gold {
        let group = found[article];
        *both.entry((event, group)).or_default() += 1.0;
        *of_gold.entry(event).or_default() += 1.0;
        *of_found.entry(group).or_default() += 1.0;
    }
    let (mut precision, mut recall) = (0.0, 0.0);
    for ((event, group), n) in &both {
        precision += n * n / of_found[group] / gold.len() as f64;
        recall += n * n / of_gold[event] / gold.len() as f64;
    }
    [
        precision,
        recall,
        2.0 * precision * recall / (precision + recall),
    ]
}

fn labels(folder: &std::path::Path) -> BTreeMap<String, String> {
    let mut rows = csv::Reader::from_path(folder.join("events/events_dev.csv")).unwrap();
    let rows = rows.records().map(|row| row.unwrap());
    rows.map(|row| (row[0].to_owned(), row[2].to_owned()))
        .collect()
}

#[test]
fn an_egyptian_day_is_aligned_as_by_hand() {
    let Some(folder) = data() else { return };
    let corpus = read(folder.join("corpora/egypt-2013-03-11.jsonl.gz"));
    let outlines = outlines(&corpus);
    let started = std::time::Instant::now();
    let alignment = align(&corpus, &outlines);
    eprintln!("aligned in {:?}", started.elapsed());
    let ids = corpus.articles.iter().map(|article| article.id.clone());
    let groups = alignment.event_of.iter().map(|event| event.0);
    let found: BTreeMap<String, u32> = ids.zip(groups).collect();
    let [precision, recall, f1] = b_cubed(&labels(&folder), &found);
    let report = format!("P {precision:.4} R {recall:.4} F1 {f1:.4}");
    eprintln!("{report}");
    assert!(f1 >= 0.90, "{report}");
    assert!(precision >= recall - 0.05, "{report}");
}
