//! LIWC's `.dic`: numbered categories between two lines `%`, then words with the numbers of their
//! categories.
//!
//! Source of the format: the manuals of LIWC 2007 and 2015. Fields are parted by tabs; in 2015
//! categories are indented below their parents and followed by a description in brackets. A word
//! may count only in company: `like (02 134)125/464`, `kind <of>131/125`, `(i) like`.

use super::indent::OpenKeys;
use super::{Broken, Dictionary};
use crate::error::isolated;
use crate::wording::{self, said, word};
use std::collections::{BTreeMap, BTreeSet};

/// The categories by number: their names, the highest first.
type Categories = BTreeMap<u64, Vec<String>>;

pub(super) fn read(text: &str) -> Result<Dictionary, Broken> {
    let mut found = Dictionary::default();
    let mut categories = Categories::new();
    let mut outline = OpenKeys::default();
    let mut signs = 0;
    for (number, line) in (1..).zip(text.lines()) {
        match (line.trim(), signs) {
            ("", _) => {}
            ("%", _) => signs += 1,
            (_, 1) => {
                let keys = category(line, &mut outline, &mut categories);
                found.category(keys.map_err(|what| (number, what))?, number);
            }
            (_, 0) => found.lose(number, line, wording::word("lost.above")),
            _ => entry(line, number, &categories, &mut found),
        }
    }
    match signs {
        0 | 1 => {
            let what = word("import.no-dic");
            Err((1, what.to_owned()))
        }
        _ => Ok(found),
    }
}

/// The keys of a line with a category; tabs or spaces indent it.
fn category(
    full: &str,
    outline: &mut OpenKeys,
    categories: &mut Categories,
) -> Result<Vec<String>, String> {
    let line = full.trim();
    let end = line
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(line.len());
    let (digits, rest) = line.split_at(end);
    let name = rest.split_once('(').map_or(rest, |(name, _)| name).trim();
    let name = if name.is_empty() { rest.trim() } else { name };
    let id = digits.parse().ok().filter(|_| !name.is_empty());
    let id = id.ok_or_else(|| word("import.no-dic-category").to_owned())?;
    let keys = outline.open(full, name)?;
    match categories.insert(id, keys.clone()) {
        Some(other) if other != keys => {
            let names = isolated(&other.join(" > "));
            Err(said("import.two-categories", &[&id, &names]))
        }
        _ => Ok(keys),
    }
}

fn entry(line: &str, number: u64, categories: &Categories, found: &mut Dictionary) {
    let line = line.trim();
    let (word, rest) = parted(line);
    let (mut ids, mut conditional) = (BTreeSet::new(), line.contains("<of>"));
    // What stands in the brackets of a condition is no category: `(02 134)125/464`.
    let mut open = 0;
    for field in rest.split_whitespace() {
        match field.parse::<u64>() {
            Ok(id) if !conditional || open <= 0 => {
                ids.insert(id);
            }
            _ => conditional = true,
        }
        let signs = field.chars();
        open += signs.fold(0, |open, sign| match sign {
            '(' => open + 1,
            ')' => open - 1,
            _ => open,
        });
    }
    if word.is_empty() || word.contains('(') && word.contains(')') && word.len() > 3 {
        return found.lose(number, line, wording::word("lost.beside"));
    }
    if conditional {
        found.lose(number, line, wording::word("lost.sometimes-beside"));
    }
    let mut own = BTreeSet::new();
    for id in &ids {
        match categories.get(id) {
            None => found.lose(number, line, said("lost.no-such-category", &[id])),
            Some(keys) => {
                own.insert(keys);
            }
        }
    }
    let mut own = own.into_iter().peekable();
    while let Some(keys) = own.next() {
        // A word of a category is one of the category above it without being told so; in order the
        // keys below others follow them.
        if !own.peek().is_some_and(|next| next.starts_with(keys)) {
            found.add(keys, word, number);
        }
    }
    if ids.is_empty() && !conditional {
        found.lose(number, line, wording::word("lost.no-category"));
    }
}

/// A word, which may be several, and what follows it: parted by a tab, or by the first number or
/// condition behind a space.
fn parted(line: &str) -> (&str, &str) {
    if let Some((word, rest)) = line.split_once('\t') {
        return (word.trim(), rest);
    }
    let starts = line.match_indices(' ').map(|(at, _)| at);
    let is_rest = |at: &usize| {
        let next = line[at + 1..].trim_start();
        next.starts_with(|c: char| c.is_ascii_digit()) || next.starts_with(['(', '<'])
    };
    let at = starts.into_iter().find(is_rest).unwrap_or(line.len());
    (line[..at].trim(), &line[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "%\n\
                        1\tmood (State of Mind)\n\
                        \t2\tglad (Gladness)\n\
                        7\tweather\n\
                        %\n\
                        smile*\t1\t2\n\
                        well pleased\t2\n\
                        storm 7\n\
                        مطر\t7\n\
                        bright\t1\t(02 134)2/7\n\
                        kind\t<of>2/7\n\
                        (a) dry\t7\n\
                        fog\t7\t9\n\
                        sun\n";

    #[test]
    fn words_stand_under_their_categories_and_those_below_speak_for_those_above() {
        let found = read(TEXT).unwrap();
        let items = found.listed();
        let expected = [
            ("mood>glad", "smile*", 6),
            ("mood>glad", "well pleased", 7),
            ("weather", "storm", 8),
            ("weather", "مطر", 9),
            ("mood", "bright", 10),
            ("weather", "fog", 13),
        ];
        let expected = expected.map(|(keys, word, line)| (keys.to_owned(), word, line));
        assert_eq!(items, expected);
    }

    #[test]
    fn conditions_and_unknown_categories_are_told_with_their_lines() {
        let lost = read(TEXT).unwrap().lost;
        let lines: Vec<(u64, bool)> = lost
            .iter()
            .map(|lost| (lost.line, lost.what.contains("only beside certain words")))
            .collect();
        let expected = [(10, true), (11, true), (12, true), (13, false), (14, false)];
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_file_without_its_two_signs_is_refused() {
        assert!(read("glad\t1\n").unwrap_err().1.contains("two lines `%`"));
        assert_eq!(read("%\nmood\n%\n").unwrap_err().0, 2);
    }

    #[test]
    fn categories_may_be_indented_with_spaces_and_each_has_its_own_number() {
        for indent in ["  ", "\t", "    "] {
            let text =
                format!("%\n1 mood\n{indent}2 glad\n{indent}{indent}3 calm\n4 sky\n%\nمطر 3\n");
            let found = read(&text).unwrap();
            assert_eq!(
                found.listed(),
                [("mood>glad>calm".to_owned(), "مطر", 7)],
                "{indent:?}"
            );
        }
        let (line, what) = read("%\n1\tmood\n1\tsky\n%\nمطر\t1\n").unwrap_err();
        assert!(
            line == 3 && what.contains("the number 1 is that of"),
            "{line}: {what}"
        );
        let found = read("%\n1\tmood\n%\n0\n").unwrap();
        assert_eq!(found.lost.len(), 1);
    }
}
