//! Reading inputs, as the stages above see it: what becomes an article, what a remark, what stops
//! a run.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod doubts;
mod inputs;
mod properties;
mod rows;
mod shared;
mod workbooks;

use crate::corpus::{Article, Corpus, Note, ReadOptions, read};
use std::io::Write;
use std::path::{Path, PathBuf};

/// A folder that files are put into.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Folder(tempfile::tempdir().unwrap())
    }

    fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
        self
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn read(&self, name: &str) -> Corpus {
        corpus(&self.path(name))
    }

    fn refused(&self, name: &str) -> String {
        let refused = read(&[self.path(name)], &ReadOptions::default(), &|_| {});
        refused.unwrap_err().to_string()
    }
}

fn corpus(path: &Path) -> Corpus {
    read(&[path.to_owned()], &ReadOptions::default(), &|_| {}).unwrap()
}

fn gzip(content: &str) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(content.as_bytes()).unwrap();
    packed.finish().unwrap()
}

fn ids(corpus: &Corpus) -> Vec<&str> {
    corpus.articles.iter().map(|a| a.id.as_str()).collect()
}

/// `row column what`, shortened.
fn notes(corpus: &Corpus) -> Vec<String> {
    let shown = |note: &Note| {
        let row = note.row.map_or("-".to_owned(), |row| row.to_string());
        let column = note.column.as_deref().unwrap_or("-");
        format!("{row} {column} {}", note.what)
    };
    corpus.notes.iter().map(shown).collect()
}

const TABLE: &str = "\
id,source,date,title,text
a1,وكالة النهر,2024-08-18,فتح الجسر,\"قال المتحدث \"\"الجسر آمن\"\".
وفتح صباحا.\"
a2,صوت الوادي,2024-08-19T10:30,,نص ثان
";

const LINES: &str = r#"{"id":"a1","source":"وكالة النهر","date":"2024-08-18","title":"فتح الجسر","text":"قال المتحدث \"الجسر آمن\".\nوفتح صباحا."}
{"id":"a2","source":"صوت الوادي","date":"2024-08-19T10:30","title":null,"text":"نص ثان","tags":["x",{"y":1}]}
"#;

/// The articles without the place they came from.
fn contents(corpus: &Corpus) -> Vec<Article> {
    let mut articles = corpus.articles.clone();
    for article in &mut articles {
        article.file.clear();
        article.row = 0;
    }
    articles
}
