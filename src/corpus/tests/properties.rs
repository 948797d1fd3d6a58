//! What holds of reading for any input at all.

use super::{LINES, TABLE};
use crate::corpus::{Article, ReadOptions, open, read};
use crate::settings::Settings;
use crate::tables::tests::books::{Kept, ods, xlsx};
use crate::tables::{Limits, Sheet};
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

/// Some input that was damaged on its way: bytes changed, lost, doubled, or cut off.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let book = [
        ["id", "source", "date", "text"].map(Kept::Text).to_vec(),
        vec![
            Kept::Text("1"),
            Kept::Text("النهر"),
            Kept::Date(42064, "2015-03-01"),
            Kept::Text("فتح الجسر"),
        ],
    ];
    let page = "<!doctype html><html><title>جسر</title><p>فتح <b>الجسر</b> صباحا &amp; مساء.</p>";
    let utf16: Vec<u8> = TABLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let inputs = vec![
        TABLE.as_bytes().to_vec(),
        LINES.as_bytes().to_vec(),
        encoding_rs::WINDOWS_1256.encode(TABLE).0.into_owned(),
        utf16,
        xlsx(&book),
        ods(&book),
        page.as_bytes().to_vec(),
        b"key,value\nwindow_hours,24\n\"draws\",500\n".to_vec(),
        "article,event\na1,كمين\na2,\"كمين\"\n".as_bytes().to_vec(),
    ];
    let damage = (any::<prop::sample::Index>(), 0_u8..6, any::<u8>());
    (
        prop::sample::select(inputs),
        prop::collection::vec(damage, 0..6),
    )
        .prop_map(|(mut input, damages)| {
            for (at, kind, byte) in damages {
                let at = at.index(input.len() + 1);
                let end = (at + usize::from(byte)).min(input.len());
                match kind {
                    0 if at < input.len() => input[at] = byte,
                    1 => input.insert(at, byte),
                    2 => input.insert(at, b"\",\n\r<&9\0"[usize::from(byte) % 8]),
                    3 => drop(input.drain(at..end)),
                    4 => input.extend_from_within(at..end),
                    _ if byte < 32 => input.truncate(at),
                    _ => {}
                }
            }
            input
        })
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
    fn damaged_tables_and_workbooks_give_articles_or_a_message(bytes in damaged()) {
        for article in streamed(&bytes) {
            prop_assert!(!article.text.trim().is_empty());
        }
    }

    #[test]
    fn damaged_files_of_a_folder_give_articles_or_a_message(
        bytes in damaged(),
        ending in prop::sample::select(vec!["txt", "html", "htm"]),
    ) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(format!("1.{ending}")), bytes).unwrap();
        let _ = read(&[folder.path().to_owned()], &ReadOptions::default(), &|_| {});
    }

    #[test]
    fn damaged_settings_lists_and_groupings_are_read_or_refused_with_a_message(
        bytes in damaged(),
        ending in prop::sample::select(vec!["csv", "tsv", "xlsx", "ods", "xls"]),
    ) {
        let name = format!("t.{ending}");
        let mut faults = Vec::new();
        let sheet = Sheet::read(&name, &bytes, &mut faults);
        for row in &sheet.rows {
            let _ = (sheet.line(row), sheet.place(row, "value"), sheet.with_values(row, "value", "x"));
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, &bytes).unwrap();
        let _ = Settings::default().load(&path);
        let rows = [[("id", "a1"), ("source", "a"), ("text", "b")]];
        let mut corpus = crate::corpus::Corpus::of(rows, &ReadOptions::default()).unwrap();
        let _ = corpus.group(&path, &Limits::DEFAULT);
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
