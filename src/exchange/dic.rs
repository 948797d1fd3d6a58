//! LIWC's `.dic`: numbered categories between two lines `%`, then words with the numbers of their
//! categories.
//!
//! Source of the format: the manuals of LIWC 2007 and 2015. Fields are parted by tabs; in 2015
//! categories are indented below their parents and followed by a description in brackets. A word
//! may count only in company: `like (02 134)125/464`, `kind <of>131/125`, `(i) like`.

use super::{Broken, Dictionary};
use crate::wording::{self, said};
use std::collections::BTreeMap;

/// The categories by number: their names, the highest first.
type Categories = BTreeMap<u64, Vec<String>>;

pub(super) fn read(text: &str) -> Result<Dictionary, Broken> {
    let mut found = Dictionary::default();
    let mut categories = Categories::new();
    let mut above: Vec<(usize, String)> = Vec::new();
    let mut signs = 0;
    for (number, line) in (1..).zip(text.lines()) {
        match (line.trim(), signs) {
            ("", _) => {}
            ("%", _) => signs += 1,
            (_, 1) => category(line, number, &mut above, &mut categories)?,
            (_, 0) => found.lose(number, line, wording::word("lost.above")),
            _ => entry(line, number, &categories, &mut found),
        }
    }
    match signs {
        0 | 1 => {
            let what = "the categories do not stand between two lines `%`; give a dictionary of \
                        LIWC, or name its format with --from";
            Err((1, what.to_owned()))
        }
        _ => Ok(found),
    }
}

fn category(
    line: &str,
    number: u64,
    above: &mut Vec<(usize, String)>,
    categories: &mut Categories,
) -> Result<(), Broken> {
    let depth = line.chars().take_while(|c| *c == '\t').count();
    let line = line.trim();
    let end = line
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(line.len());
    let (digits, rest) = line.split_at(end);
    let name = rest.split_once('(').map_or(rest, |(name, _)| name).trim();
    let name = if name.is_empty() { rest.trim() } else { name };
    match digits.parse() {
        Ok(id) if !name.is_empty() => {
            above.retain(|(of, _)| *of < depth);
            above.push((depth, name.to_owned()));
            let names = above.iter().map(|(_, name)| name.clone()).collect();
            categories.insert(id, names);
            Ok(())
        }
        _ => Err((
            number,
            "this is no category; write its number, a tab and its name".to_owned(),
        )),
    }
}

fn entry(line: &str, number: u64, categories: &Categories, found: &mut Dictionary) {
    let line = line.trim();
    let (word, rest) = parted(line);
    let (mut ids, mut conditional) = (Vec::new(), line.contains("<of>"));
    for field in rest.split_whitespace() {
        match field.parse::<u64>() {
            Ok(id) if !conditional || !is_inside(rest, field) => ids.push(id),
            _ => conditional = true,
        }
    }
    if word.is_empty() || word.contains('(') && word.contains(')') && word.len() > 3 {
        return found.lose(number, line, wording::word("lost.beside"));
    }
    if conditional {
        found.lose(number, line, wording::word("lost.sometimes-beside"));
    }
    let names = |id: &u64| categories.get(id);
    for id in &ids {
        match names(id) {
            None => found.lose(number, line, said("lost.no-such-category", &[id])),
            // A word of a category is one of the category above it without being told so.
            Some(own) if ids.iter().filter_map(names).any(|of| is_below(of, own)) => {}
            Some(own) => found.add(own, word, number),
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

/// Whether a field stands in the brackets of a condition: `(02 134)125/464`.
fn is_inside(rest: &str, field: &str) -> bool {
    let at = field.as_ptr() as usize - rest.as_ptr() as usize;
    let before = &rest[..at];
    before.matches('(').count() > before.matches(')').count()
}

fn is_below(names: &[String], above: &[String]) -> bool {
    names.len() > above.len() && names.starts_with(above)
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
}
