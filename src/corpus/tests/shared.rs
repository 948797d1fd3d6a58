//! Real inputs, where the shared data is there.

use super::corpus;
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
