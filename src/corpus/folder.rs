//! A folder of text and HTML files without a table: each file is an article, the folder it lies in
//! its source.

use super::article::{Origin, Outcome};
use super::doubt::{Doubt, Doubts};
use super::fields::Field;
use super::page::{self, Page};
use super::row::ArticleRow;
use super::{Note, kind};
use crate::error::{Error, Result, shown_name};
use crate::language::signs;
use crate::tables::WORKBOOKS;
use crate::wording::{said, word};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A file that is an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TextFile {
    /// Where it lies.
    pub path: PathBuf,
    /// The folder it lies in, by name.
    pub source: String,
    /// Its name without ending; with the way to it where another file has the same.
    pub id: String,
}

/// By this file a folder that mizan wrote is known, whose words are no articles.
pub(crate) const REPORT_MARK: &str = ".mizan-report";

/// The tables that a folder may hold its articles in, the first that is there being taken.
fn tables() -> impl Iterator<Item = String> {
    let texts = kind::TEXT_TABLES.into_iter();
    let texts = texts.flat_map(|ending| [ending.to_owned(), format!("{ending}.gz")]);
    let books = WORKBOOKS.into_iter().map(str::to_owned);
    texts
        .chain(books)
        .map(|ending| format!("articles.{ending}"))
}

/// The table in a folder, if it has one, with a remark on further ones.
///
/// Errors: a table that is a link out of the folder.
pub(super) fn table_in(folder: &Path) -> Result<Option<(PathBuf, Vec<Note>)>> {
    let mut found = tables()
        .map(|name| folder.join(name))
        .filter(|path| path.is_file());
    let Some(table) = found.next() else {
        return Ok(None);
    };
    if !page::is_inside(folder, &table).map_err(|fault| Error::file(&table, fault))? {
        return Err(Error::Input(said("input.link-out", &[&shown_name(&table)])));
    }
    let notes = found
        .map(|other| remark(&other, said("notes.not-read", &[&shown_name(&table)])))
        .collect();
    Ok(Some((table, notes)))
}

/// The texts and pages in a folder and below it, by name, with a remark on each file that is
/// neither, and how many of these are documents.
///
/// Errors: a folder that cannot be read, or without any text.
pub(super) fn texts_in(folder: &Path) -> Result<(Vec<TextFile>, Vec<Note>, Doubts)> {
    let (mut paths, mut left_out) = (Vec::new(), Vec::new());
    collect((folder, folder), &mut paths, &mut left_out)?;
    paths.sort();
    let (texts, others): (Vec<PathBuf>, Vec<PathBuf>) =
        paths.into_iter().partition(|path| is_text(path));
    if texts.is_empty() {
        return Err(without_texts(folder, &others));
    }
    let mut doubts = Doubts::default();
    let documents = others.iter().filter(|path| kind::is_document(path));
    doubts.count(Doubt::NoText, documents.count() as u64);
    let neither = |path: &PathBuf| remark(path, neither(path).to_owned());
    let mut notes: Vec<Note> = others.iter().map(neither).collect();
    notes.extend(left_out);
    let ids = ids(folder, &texts);
    let files = texts.into_iter().zip(ids).map(|(path, id)| TextFile {
        source: source(&path),
        path,
        id,
    });
    Ok((files.collect(), notes, doubts))
}

/// Reads one file.
pub(super) fn read(file: &TextFile, origin: &Origin, outcome: &mut Outcome) {
    let name = file.path.display().to_string();
    let mut row = ArticleRow::default();
    row.put(Field::Id, Cow::Borrowed(&file.id));
    row.put(Field::Source, Cow::Borrowed(&file.source));
    let page = page::read(&file.path, &origin.limits).map(|page| titled(page, outcome));
    outcome.file(origin, &name, row, page);
}

/// A plain text's first line is its title if it looks like one: at most this many words (headlines
/// of news have 5 to 15), no full stop, and more below. It stays in the text too, as given.
const LONGEST_TITLE: usize = 25;

fn titled(mut page: Page, outcome: &mut Outcome) -> Page {
    if page.title.is_some() || page.extracted {
        return page;
    }
    let mut lines = page.text.lines().map(str::trim).filter(|l| !l.is_empty());
    let (first, second) = (lines.next().unwrap_or_default(), lines.next());
    let short = first.split_whitespace().count() <= LONGEST_TITLE;
    if second.is_some() && short && !first.ends_with(ends_no_title) {
        outcome.tally.titled_by_line += 1;
        page.title = Some(first.to_owned());
    }
    page
}

/// Whether a sign at the end of a line shows it to be no title.
fn ends_no_title(sign: char) -> bool {
    matches!(sign, '.' | ':' | signs::SEMICOLON) || signs::is_comma(sign)
}

/// The files below `folder`, which lies in the folder that was given. No link is followed out of
/// that: texts of somebody else would pass for the study's. Nor to a folder: it may lead round in a
/// circle.
fn collect(
    (given, folder): (&Path, &Path),
    paths: &mut Vec<PathBuf>,
    left_out: &mut Vec<Note>,
) -> Result<()> {
    let failed = |fault| Error::file(folder, fault);
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        // What systems and editors keep for themselves.
        if entry.file_name().to_string_lossy().starts_with(['.', '~']) {
            continue;
        }
        let kind = entry.file_type().map_err(failed)?;
        let path = entry.path();
        if kind.is_dir() && path.join(REPORT_MARK).is_file() {
            continue;
        }
        if kind.is_dir() {
            collect((given, &path), paths, left_out)?;
        } else if !path.is_file() {
            left_out.push(remark(&path, word("notes.no-whole-file").to_owned()));
        } else if kind.is_symlink() && !page::is_inside(given, &path).unwrap_or_default() {
            left_out.push(remark(&path, word("notes.link-out").to_owned()));
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

/// What is said of a file that is neither a text nor a page.
fn neither(path: &Path) -> &'static str {
    if kind::is_document(path) {
        word("notes.document")
    } else if kind::is_table(path) {
        word("notes.table")
    } else {
        word("notes.no-text-file")
    }
}

fn is_text(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    ["txt", "text", "html", "htm", "xhtml"].contains(&ending.to_lowercase().as_str())
}

/// The name of the folder a file lies in; `.` and `..` have names too.
fn source(path: &Path) -> String {
    let folder = path.parent().unwrap_or(Path::new("."));
    let named = match folder.file_name() {
        Some(name) => Some(name.to_owned()),
        None => Path::new(".")
            .join(folder)
            .canonicalize()
            .ok()
            .and_then(|whole| whole.file_name().map(ToOwned::to_owned)),
    };
    named.map_or_else(
        || folder.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

/// Each file's name without ending; where two have the same, the way to them below the folder; and
/// with the ending too, where even that is the same.
fn ids(folder: &Path, texts: &[PathBuf]) -> Vec<String> {
    let shown = |path: &Path| {
        let parts = path
            .components()
            .map(|part| part.as_os_str().to_string_lossy());
        parts.collect::<Vec<_>>().join("/")
    };
    let below = |path: &Path| path.strip_prefix(folder).unwrap_or(path).to_owned();
    let names: [Vec<String>; 3] = [
        texts
            .iter()
            .map(|path| {
                path.file_stem()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into()
            })
            .collect(),
        texts
            .iter()
            .map(|path| shown(&below(path).with_extension("")))
            .collect(),
        texts.iter().map(|path| shown(&below(path))).collect(),
    ];
    let alone = [counts(&names[0]), counts(&names[1])];
    let is_alone = |at: usize, by: usize| alone[by][names[by][at].as_str()] == 1;
    (0..texts.len())
        .map(|at| match (is_alone(at, 0), is_alone(at, 1)) {
            (true, _) => names[0][at].clone(),
            (false, true) => names[1][at].clone(),
            (false, false) => names[2][at].clone(),
        })
        .collect()
}

fn counts(names: &[String]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for name in names {
        *counts.entry(name.as_str()).or_default() += 1;
    }
    counts
}

fn without_texts(folder: &Path, others: &[PathBuf]) -> Error {
    let table = others.iter().find(|path| kind::is_table(path));
    let document = others.iter().find(|path| kind::is_document(path));
    let advice = match (table, document) {
        (Some(table), _) => said("input.likely-table", &[&shown_name(table)]),
        (None, Some(document)) => said("input.document", &[&shown_name(document)]),
        _ => word("input.put-texts").to_owned(),
    };
    Error::Input(said("input.empty-folder", &[&shown_name(folder), &advice]))
}

fn remark(path: &Path, what: String) -> Note {
    Note {
        file: path.display().to_string(),
        row: None,
        column: None,
        what,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_as_short_as_it_can_be_and_stays_unique() {
        let cases = [
            ("a/1.txt b/2.txt", "1 2"),
            ("a/1.txt b/1.txt 3.txt", "a/1 b/1 3"),
            ("a/1.txt a/1.html b/1.txt", "a/1.txt a/1.html b/1"),
            ("1.txt a/1.txt", "1 a/1"),
            ("a/خبر.1.txt", "خبر.1"),
        ];
        for (paths, expected) in cases {
            let texts: Vec<PathBuf> = paths.split(' ').map(|p| Path::new("d").join(p)).collect();
            assert_eq!(ids(Path::new("d"), &texts).join(" "), expected, "{paths}");
        }
    }

    #[test]
    fn the_first_line_is_a_title_if_it_looks_like_one() {
        let long = "كلمة ".repeat(26);
        let cases = [
            (
                "فتح الجسر أمام السيارات\n\nنص.",
                Some("فتح الجسر أمام السيارات"),
            ),
            ("\n  فتح الجسر  \nنص.", Some("فتح الجسر")),
            ("هل فتح الجسر؟\nنص.", Some("هل فتح الجسر؟")),
            ("فتح الجسر صباحا.\nنص.", None),
            ("فتح الجسر", None),
            (&format!("{long}\nنص"), None),
        ];
        for (text, expected) in cases {
            let page = titled(Page::of_text(text.to_owned()), &mut Outcome::default());
            assert_eq!(page.title.as_deref(), expected, "{text}");
            assert_eq!(page.text, text);
        }
    }
}
