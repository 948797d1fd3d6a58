//! Dictionaries of other tools: read into rows of our lists, and our entries written out for them.
//!
//! Each format has a file of its own that finds keys and patterns with their lines; what becomes of
//! them is decided in one place for all formats (`carry`, `pattern`). Regular expressions and
//! weights have no place in our lists; whatever is left behind is listed with its line.

mod carried;
mod carry;
mod cat;
mod columns;
mod dic;
mod export;
mod goals;
mod indent;
mod kind;
mod lc3;
mod matrix;
mod pattern;
mod spaced;
mod spellings;
mod trial;
mod yaml;
mod ykd;

pub(crate) use carried::{Carried, Imported};
pub(crate) use carry::{Import, carry_over};
pub(crate) use export::{liwc, quanteda};
pub(crate) use goals::Wish;
pub(crate) use spellings::{AllSpellings, LabelSpellings, ListEntries};

use crate::error::{Error, Result};
use crate::tables::{Sheet, encoding};
use crate::wording::{said, word};
use std::collections::BTreeSet;
use std::path::Path;

/// A format of dictionaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// quanteda's YAML.
    Quanteda,
    /// LIWC's `.dic`.
    Liwc,
    /// Lexicoder's `.lc3`.
    Lexicoder,
    /// Yoshikoder's `.ykd`.
    Yoshikoder,
    /// WordStat's `.cat`.
    WordStat,
    /// A table, or a workbook, with a word and its category in each row.
    Columns,
}

impl Dialect {
    /// The format that a file has by the ending of its name, if that is one of ours.
    pub(crate) fn of(path: &Path) -> Option<Dialect> {
        let ending = path.extension()?.to_str()?.to_lowercase();
        match ending.as_str() {
            "yml" | "yaml" => Some(Dialect::Quanteda),
            "dic" => Some(Dialect::Liwc),
            "lc3" => Some(Dialect::Lexicoder),
            "ykd" => Some(Dialect::Yoshikoder),
            "cat" => Some(Dialect::WordStat),
            "csv" | "tsv" | "txt" | "dicx" => Some(Dialect::Columns),
            other => Sheet::is_workbook(other).then_some(Dialect::Columns),
        }
    }
}

/// One pattern of a dictionary, under its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeyedPattern {
    /// The keys above it, the highest first; none where it stands under no key.
    pub keys: Vec<String>,
    /// As the dictionary writes it.
    pub pattern: String,
    /// The line that it stands in, from 1.
    pub line: u64,
}

/// Something that could not be carried over.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Lost {
    /// The line that it stands in, from 1.
    pub line: u64,
    /// What stands there.
    pub entry: String,
    /// Why it was left behind, or what of it.
    pub what: String,
}

/// What a dictionary holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dictionary {
    /// Its patterns, in the order of the file.
    pub items: Vec<KeyedPattern>,
    /// What is no pattern.
    pub lost: Vec<Lost>,
    /// The keys that stand in it, each with those above it and its line.
    categories: Vec<(u64, Vec<String>)>,
}

impl Dictionary {
    /// Notes that a key stands in a line; `keys` are those above it and itself.
    fn category(&mut self, keys: Vec<String>, line: u64) {
        self.categories.push((line, keys));
    }

    /// Tells the keys that have no entry below them.
    fn lose_bare_categories(&mut self) {
        let mut filled: BTreeSet<&[String]> = BTreeSet::new();
        for item in &self.items {
            let above = (1..=item.keys.len()).rev().map(|depth| &item.keys[..depth]);
            // Where a key is known, those above it are.
            above.take_while(|keys| filled.insert(keys)).for_each(drop);
        }
        let categories = self.categories.iter();
        let bare = categories.filter(|(_, keys)| !filled.contains(keys.as_slice()));
        let bare: Vec<(u64, String)> = bare
            .filter_map(|(line, keys)| Some((*line, keys.last()?.clone())))
            .collect();
        for (line, name) in bare {
            self.lose(line, &name, word("lost.bare-category"));
        }
    }

    fn add(&mut self, keys: &[String], pattern: &str, line: u64) {
        self.items.push(KeyedPattern {
            keys: keys.to_vec(),
            pattern: pattern.trim().to_owned(),
            line,
        });
    }

    /// A weight other than one.
    fn lose_weight(&mut self, line: u64, entry: &str, weight: &str) {
        let what = said("lost.weight", &[&weight]);
        self.lose(line, entry, what);
    }

    fn lose(&mut self, line: u64, entry: &str, what: impl Into<String>) {
        self.lost.push(Lost {
            line,
            entry: entry.trim().to_owned(),
            what: what.into(),
        });
    }
}

#[cfg(test)]
impl Dictionary {
    /// Its patterns with their keys and lines.
    fn listed(&self) -> Vec<(String, &str, u64)> {
        let items = self.items.iter();
        items
            .map(|item| (item.keys.join(">"), item.pattern.as_str(), item.line))
            .collect()
    }
}

/// Reads the content of a dictionary; `file` is its name, for messages and for its kind of table.
///
/// Errors: bytes that are no letters, a content that is not in the format at all, with the line
/// where that shows.
pub(crate) fn read(file: &str, content: &[u8], dialect: Dialect) -> Result<Dictionary> {
    if let Some(what) = kind::foreign(content, dialect) {
        return Err(Error::Dictionary(format!("{file}: {what}")));
    }
    let mut dictionary = match dialect {
        Dialect::Quanteda => of_text(file, content, yaml::read),
        Dialect::Liwc => of_text(file, content, dic::read),
        Dialect::Lexicoder => of_text(file, content, |text| Ok(lc3::read(text))),
        Dialect::Yoshikoder => of_text(file, content, ykd::read),
        Dialect::WordStat => of_text(file, content, cat::read),
        Dialect::Columns => columns::read(file, content),
    }?;
    if dictionary.items.is_empty() && dictionary.lost.is_empty() {
        return Err(Error::Dictionary(said("import.nothing", &[&file])));
    }
    dictionary.lose_bare_categories();
    Ok(dictionary)
}

fn of_text(
    file: &str,
    content: &[u8],
    read: impl Fn(&str) -> std::result::Result<Dictionary, Broken>,
) -> Result<Dictionary> {
    let text = encoding::decoded_whole(content)
        .ok_or_else(|| Error::Dictionary(said("import.undecodable", &[&file])))?;
    // Some of these files are old enough to end their lines as the first Macintosh did.
    let text = match text.contains('\r') {
        true => text.replace("\r\n", "\n").replace('\r', "\n"),
        false => text,
    };
    read(&text)
        .map_err(|(line, what)| Error::Dictionary(said("import.line", &[&file, &line, &what])))
}

/// Where and why a file is not in its format.
type Broken = (u64, String);

#[cfg(test)]
mod tests {
    mod accounts;

    use super::*;

    #[test]
    fn lines_may_end_in_any_way() {
        for text in ["+a\nx\ny\n", "+a\r\nx\r\ny\r\n", "+a\rx\ry\r"] {
            let found = read("d.lc3", text.as_bytes(), Dialect::Lexicoder).unwrap();
            let lines: Vec<u64> = found.items.iter().map(|item| item.line).collect();
            assert_eq!(lines, [2, 3], "{text:?}");
        }
    }
}
