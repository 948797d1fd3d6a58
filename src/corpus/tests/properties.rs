//! What holds of reading for any input at all.

use crate::corpus::{Article, ReadOptions, open, read};
use proptest::prelude::*;

/// Bytes that look somewhat like tables, so that more than the first line is reached.
fn tables() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just(b"id,source,text,date\n".to_vec()),
        Just(b"1,a,b,2024-08-18\n".to_vec()),
        Just(b"{\"id\":1,\"source\":\"a\",\"text\":\"b\"}\n".to_vec()),
        Just(b"source;file\n".to_vec()),
        Just("\u{feff}المصدر\tالنص\r\n".as_bytes().to_vec()),
        Just(vec![0xff, 0xfe]),
        Just(vec![0x1f, 0x8b, 8, 0]),
        "[\",;\\n\\r\\t{}\\[\\]:a0م\\\\]{0,12}".prop_map(String::into_bytes),
        prop::collection::vec(any::<u8>(), 0..16),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

fn streamed(bytes: &[u8]) -> Vec<Article> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t");
    std::fs::write(&path, bytes).unwrap();
    let options = ReadOptions::default();
    let _ = read(std::slice::from_ref(&path), &options, &|_| {});
    match open(&path, &options) {
        Ok(mut stream) => {
            let articles = stream.by_ref().flatten().collect();
            let _ = stream.finish();
            articles
        }
        Err(_) => Vec::new(),
    }
}

proptest! {
    #[test]
    fn no_bytes_make_reading_panic_or_give_an_article_without_text(bytes in tables()) {
        for article in streamed(&bytes) {
            prop_assert!(!article.text.trim().is_empty());
            prop_assert!(!article.source.is_empty() && !article.id.is_empty());
        }
    }

    #[test]
    fn the_order_of_rows_and_inputs_changes_nothing(
        rows in prop::collection::vec(("[1-4]", "[ab]", "[xy]{1,2}", "2024-0[1-9]-1[0-9]|"), 1..8),
        seed in any::<u64>(),
    ) {
        let mut lines: Vec<String> = rows
            .iter()
            .map(|(id, source, text, date)| format!("{id},{source},{text},{date}"))
            .collect();
        let first = articles(&lines, false);
        // A cheap shuffle: sort by a mixed number of each place.
        let mut at = seed;
        lines.sort_by_cached_key(|_| {
            at = at.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            at >> 33
        });
        prop_assert_eq!(&articles(&lines, false), &first);
        prop_assert_eq!(&articles(&lines, true), &first);
    }
}

/// The articles of two tables, without the places they came from, and the rows skipped.
fn articles(lines: &[String], swapped: bool) -> (Vec<Article>, u64) {
    let folder = tempfile::tempdir().unwrap();
    let (left, right) = lines.split_at(lines.len() / 2);
    let mut inputs = Vec::new();
    for (name, lines) in [("a.csv", left), ("b.csv", right)] {
        if !lines.is_empty() {
            let table = format!("id,source,text,date\n{}\n", lines.join("\n"));
            std::fs::write(folder.path().join(name), table).unwrap();
            inputs.push(folder.path().join(name));
        }
    }
    if swapped {
        inputs.reverse();
    }
    let mut corpus = read(&inputs, &ReadOptions::default(), &|_| {}).unwrap();
    for article in &mut corpus.articles {
        article.file.clear();
        article.row = 0;
    }
    (corpus.articles, corpus.rows_skipped)
}
