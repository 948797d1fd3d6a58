//! A workbook as a set of word lists: a sheet a list.

use crate::error::Result;
use crate::tables::{Limits, limits, refused, workbook};
use crate::wording::word;
use std::path::Path;

/// The sheet of a workbook to fill that holds what its cells may choose from, and the one with the
/// articles: no lists.
pub(crate) const NO_LISTS: [&str; 2] = ["choices", "articles"];

/// The sheets of a workbook that hold lists: the name of each, and its cells as CSV.
///
/// Errors: no workbook, one that is damaged or too long.
pub(super) fn lists(path: &Path) -> Result<Vec<(String, String)>> {
    let shown = path.display().to_string();
    let content = limits::whole(path, Limits::DEFAULT.list_megabytes, word("hint.part"))?;
    let texts = workbook::texts(&shown, &content, Limits::DEFAULT.workbook_megabytes);
    let texts = texts.map_err(|fault| refused(&[fault]))?.into_iter();
    let lists = texts.filter(|sheet| !NO_LISTS.contains(&sheet.name.as_str()));
    Ok(lists.map(|sheet| (sheet.name, sheet.text)).collect())
}

/// How messages name a sheet of a workbook.
pub(crate) fn shown_as(book: &str, sheet: &str) -> String {
    format!("{book} ({sheet})")
}

/// The sheet of a list: `frames`, `ar.groups`.
pub(crate) fn sheet_of(stem: &str) -> String {
    stem.replacen('/', ".", 1)
}

/// Where a sheet would lie in a folder of lists: `frames` at its top, `ar.groups` and `groups` among
/// the Arabic ones. `known` are the paths of the built-in lists.
pub(super) fn path_of<'k>(sheet: &str, mut known: impl Iterator<Item = &'k str>) -> String {
    let name = sheet.trim();
    if known.any(|path| path.strip_suffix(".csv") == Some(name)) {
        return format!("{name}.csv");
    }
    let is_code =
        |code: &str| (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase());
    match name.split_once('.') {
        Some((code, list)) if is_code(code) && !list.is_empty() => format!("{code}/{list}.csv"),
        _ => format!("ar/{name}.csv"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_the_list_of_its_name_or_one_of_arabic_terms() {
        let known = ["frames.csv", "ar/groups.csv", "en/grammar.csv"];
        for (sheet, path) in [
            ("frames", "frames.csv"),
            ("ar.groups", "ar/groups.csv"),
            ("en.grammar", "en/grammar.csv"),
            (" voice ", "ar/voice.csv"),
            ("my.words", "my/words.csv"),
            ("My words", "ar/My words.csv"),
        ] {
            assert_eq!(path_of(sheet, known.into_iter()), path);
        }
        for path in known {
            let sheet = sheet_of(path.strip_suffix(".csv").unwrap());
            assert_eq!(path_of(&sheet, known.into_iter()), path);
        }
    }
}
