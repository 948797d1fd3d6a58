//! Puts a corpus in order once all is read: ids that are unique, everything sorted.

use super::{Article, Corpus, InputFile, Note, SourceIx};
use crate::language;
use crate::tables::is_invisible;
use crate::wording::said;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Sorts articles by id, lists the sources, and sees to ids that stand twice.
pub(super) fn settle(corpus: &mut Corpus) {
    corpus.articles.sort_by(by_content);
    drop_repeated(corpus);
    tell_apart(corpus);
    corpus.articles.sort_by(|a, b| a.id.cmp(&b.id));
    list_sources(corpus);
    corpus.inputs = merged(std::mem::take(&mut corpus.inputs));
    corpus.notes.sort();
    corpus.notes.dedup();
}

/// By id, then by all that the user gave; by the place in the input only at the end.
fn by_content(a: &Article, b: &Article) -> Ordering {
    content(a)
        .cmp(&content(b))
        .then_with(|| (&a.file, a.row).cmp(&(&b.file, b.row)))
}

/// All that the user gave of an article, its id first.
fn content(article: &Article) -> impl Ord + '_ {
    (
        (&article.id, &article.source, article.date, &article.event),
        (
            &article.title,
            &article.text,
            &article.url,
            &article.language,
        ),
    )
}

/// One article given twice would count as two witnesses.
fn drop_repeated(corpus: &mut Corpus) {
    let notes = &mut corpus.notes;
    let before = corpus.articles.len();
    corpus.articles.dedup_by(|later, kept| {
        let same = content(later) == content(kept);
        if same {
            notes.push(remark(later, said("notes.twice", &[&place(kept)])));
        }
        same
    });
    corpus.rows_skipped += (before - corpus.articles.len()) as u64;
}

/// Gives articles that share an id a number behind it, the first keeping the id itself.
fn tell_apart(corpus: &mut Corpus) {
    let ids: std::collections::BTreeSet<String> = corpus
        .articles
        .iter()
        .map(|article| article.id.clone())
        .collect();
    let mut last = String::new();
    let mut number = 1;
    for article in &mut corpus.articles {
        if article.id != last {
            last.clone_from(&article.id);
            number = 1;
            continue;
        }
        let id = loop {
            number += 1;
            let id = format!("{last}#{number}");
            if !ids.contains(&id) {
                break id;
            }
        };
        let what = said("notes.renamed", &[&id]);
        corpus.notes.push(remark(article, what));
        article.id = id;
    }
}

pub(super) fn list_sources(corpus: &mut Corpus) {
    let mut sources: Vec<&str> = corpus.articles.iter().map(|a| a.source.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    corpus.source_of = corpus
        .articles
        .iter()
        .map(|article| {
            let at = sources.binary_search(&article.source.as_str());
            SourceIx(at.expect("every source was listed") as u32)
        })
        .collect();
    corpus.sources = sources.into_iter().map(str::to_owned).collect();
    let sources = alike(corpus.sources.iter().map(String::as_str), "source");
    let events = corpus
        .articles
        .iter()
        .filter_map(|article| article.event.as_deref());
    let events = alike(events, "event");
    corpus.notes.extend(sources.into_iter().chain(events));
}

/// Names that differ only in spaces, capitals, invisible marks, letters that the press writes in two
/// ways, or the `.0` that spreadsheets and pandas put behind numbers, are most likely one source or
/// event; mizan does not decide that for the researcher.
pub(super) fn alike<'a>(names: impl Iterator<Item = &'a str>, column: &str) -> Vec<Note> {
    let mut spellings: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for name in names {
        let mut loose = language::of(None).loose(name);
        loose.retain(|c| !is_invisible(c));
        let whole = loose
            .strip_suffix(".0")
            .filter(|number| number.parse::<u64>().is_ok());
        let loose = whole.map_or(loose.clone(), str::to_owned);
        spellings.entry(loose).or_default().insert(name);
    }
    let key = match column {
        "event" => "notes.alike-events",
        _ => "notes.alike-sources",
    };
    let several = spellings.into_values().filter(|names| names.len() > 1);
    several
        .map(|names| Note {
            file: String::new(),
            row: None,
            column: Some(column.to_owned()),
            what: said(key, &[&Vec::from_iter(names).join(" | ")]),
        })
        .collect()
}

/// A file that several rows name is listed once.
fn merged(inputs: Vec<InputFile>) -> Vec<InputFile> {
    let mut merged: BTreeMap<(String, String), u64> = BTreeMap::new();
    for input in inputs {
        *merged.entry((input.name, input.sha256)).or_default() += input.articles;
    }
    merged
        .into_iter()
        .map(|((name, sha256), articles)| InputFile {
            name,
            sha256,
            articles,
        })
        .collect()
}

fn place(article: &Article) -> String {
    match article.row {
        0 => article.file.clone(),
        row => said("notes.place", &[&article.file, &row]),
    }
}

fn remark(article: &Article, what: String) -> Note {
    Note {
        file: article.file.clone(),
        row: (article.row > 0).then_some(article.row),
        column: Some("id".to_owned()),
        what,
    }
}
