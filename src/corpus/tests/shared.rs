//! Real inputs, where the shared data is there.

use super::{corpus, notes};
use crate::corpus::{Doubt, ReadOptions, read};
use std::io::Write;
use std::path::{Path, PathBuf};

/// The folder of shared data, which not every checkout has.
fn shared_data() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let folder = std::env::var_os("MIZAN_DATA").map_or(beside, PathBuf::from);
    if !folder.is_dir() {
        // Told where `--nocapture` shows it.
        let _ = writeln!(
            std::io::stderr(),
            "skipped: {} is not there",
            folder.display()
        );
        return None;
    }
    Some(folder)
}

#[test]
fn the_seeds_are_five_articles_with_their_texts() {
    let Some(data) = shared_data() else { return };
    let corpus = corpus(&data.join("seeds"));
    assert_eq!((corpus.articles.len(), corpus.sources.len()), (5, 4));
    assert_eq!(corpus.inputs.len(), 6, "the table and five texts");
    let dated = corpus.articles.iter().filter(|a| a.date.is_some()).count();
    assert_eq!((dated, corpus.notes.len()), (3, 1), "one has a month only");
}

#[test]
fn an_egyptian_day_is_read_whole() {
    let Some(data) = shared_data() else { return };
    let corpus = corpus(&data.join("corpora/egypt-2013-03-11.jsonl.gz"));
    assert_eq!((corpus.articles.len(), corpus.sources.len()), (5480, 12));
    assert_eq!((corpus.rows_skipped, corpus.notes.len()), (0, 0));
    assert!(corpus.articles.iter().all(|article| article.date.is_some()));
}

/// The inputs shaped after reports of other tools, which not every checkout has.
fn public() -> Option<PathBuf> {
    let folder = shared_data()?.join("../cases/public");
    folder.is_dir().then_some(folder)
}

#[test]
fn public_inputs_that_are_no_sound_text_are_told_by_name() {
    let Some(cases) = public() else { return };
    for (input, articles, doubt, expected) in [
        ("csv_pandas.csv", 2, None, "cells hold nothing but"),
        (
            "csv_mojibake1256.csv",
            2,
            Some(Doubt::Misread),
            "windows-1256",
        ),
        ("csv_mixedenc.csv", 1, None, "stand for no letter"),
        ("csv_excelcut.csv", 2, Some(Doubt::Cut), "32767 characters"),
        ("folder_office", 1, Some(Doubt::NoText), "no plain text"),
        ("folder_office", 1, Some(Doubt::Several), "2 documents"),
    ] {
        let corpus = corpus(&cases.join(input));
        let told = notes(&corpus).join("\n");
        assert_eq!(corpus.articles.len(), articles, "{input}: {told}");
        assert!(told.contains(expected), "{input}: {told}");
        assert!(
            doubt.is_none_or(|doubt| corpus.doubts[doubt] > 0),
            "{input}"
        );
    }
    let refused = read(
        &[cases.join("csv_pipe.csv")],
        &ReadOptions::default(),
        &|_| {},
    );
    let told = refused.unwrap_err().to_string();
    assert!(told.contains("parted by `|`"), "{told}");
}
