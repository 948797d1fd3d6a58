//! Where sentences end. Quotation marks are no bounds: a quotation may run over several.

use crate::language::signs::{is_comma, is_semicolon, is_stop};
use crate::language::{Kind, Token, Tokens};
use std::ops::Range;

/// The sentences of a text as ranges of tokens, in order and covering all of them.
///
/// A sentence ends after `.`, `!`, `؟`, `?`, `…` and what closes it (a quotation mark, a bracket),
/// and with the line. No bound is a stop inside brackets (`(...)`), after a single letter
/// (`د. مرسي`, `أ.ف.ب`), or between Latin letters (`nwafh.med.sa`).
pub(crate) fn find(given: &str, tokens: &Tokens) -> Vec<Range<u32>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.list.len() {
        let end = at + 1;
        at = match tokens.list[at].kind {
            Kind::LineEnd => end,
            Kind::Mark(mark) if is_stop(mark) && !is_inside_word(given, tokens, at) => {
                after_closing(tokens, end)
            }
            _ => {
                at = end;
                continue;
            }
        };
        sentences.push(start as u32..at as u32);
        start = at;
    }
    if start < tokens.list.len() {
        sentences.push(start as u32..tokens.list.len() as u32);
    }
    sentences
}

/// Past further stops and the marks that close a sentence, so far as they touch it.
fn after_closing(tokens: &Tokens, mut at: usize) -> usize {
    while let Some(token) = tokens.list.get(at) {
        let touches = token.start == tokens.list[at - 1].end;
        match token.kind {
            Kind::Mark(mark) if is_stop(mark) => {}
            Kind::Mark('»' | '”' | '"' | '\'' | '’' | ')' | ']' | '›' | '″' | '“') if touches =>
                {}
            Kind::LineEnd => return at + 1,
            _ => break,
        }
        at += 1;
    }
    at
}

/// Whether a stop belongs to an abbreviation, an address or an omission.
fn is_inside_word(given: &str, tokens: &Tokens, at: usize) -> bool {
    let stop = &tokens.list[at];
    let Some(before) = at.checked_sub(1).map(|b| &tokens.list[b]) else {
        return false;
    };
    let after = tokens.list.get(at + 1);
    let glued_after = after.is_some_and(|t| t.start == stop.end);
    let is_comma = |t: &Token| matches!(t.kind, Kind::Mark(m) if is_comma(m) || is_semicolon(m));
    // أ.ف.ب.، إلخ.،
    if stop.kind == Kind::Mark('.') && glued_after && after.is_some_and(is_comma) {
        return true;
    }
    match before.kind {
        Kind::Mark('(' | '[') => true,
        Kind::Mark('.') if is_in_brackets(tokens, at) => true,
        Kind::Word => {
            let word = &given[before.start as usize..before.end as usize];
            let letters = tokens.folded(at - 1).chars().count();
            let touches = before.end == stop.start;
            (touches && letters == 1 && after.is_some_and(|t| t.kind == Kind::Word))
                || (glued_after && is_latin(word))
        }
        _ => false,
    }
}

/// Whether a run of stops was opened by a bracket.
fn is_in_brackets(tokens: &Tokens, at: usize) -> bool {
    tokens.list[..at]
        .iter()
        .rev()
        .find(|t| t.kind != Kind::Mark('.'))
        .is_some_and(|t| matches!(t.kind, Kind::Mark('(' | '[')))
}

fn is_latin(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Arabic, Language};

    fn sentences(text: &str) -> Vec<String> {
        let mut tokens = Tokens::default();
        Arabic.cut(text, 0, &mut tokens);
        let found = find(text, &tokens);
        let bounds: Vec<u32> = found.iter().flat_map(|s| [s.start, s.end]).collect();
        assert_eq!(bounds.first(), Some(&0));
        assert_eq!(bounds.last(), Some(&(tokens.list.len() as u32)));
        assert!(bounds[1..bounds.len() - 1].chunks(2).all(|b| b[0] == b[1]));
        found
            .iter()
            .map(|s| {
                let last = &tokens.list[s.end as usize - 1];
                let first = &tokens.list[s.start as usize];
                text[first.start as usize..last.end as usize].trim().into()
            })
            .collect()
    }

    #[test]
    fn a_sentence_ends_with_a_stop_or_the_line() {
        let cases = [
            ("وصل الوفد. غادر الوفد.", vec!["وصل الوفد.", "غادر الوفد."]),
            ("وصل الوفد\nغادر الوفد", vec!["وصل الوفد", "غادر الوفد"]),
            ("هل وصل؟ نعم!", vec!["هل وصل؟", "نعم!"]),
            ("وصل الوفد.وغادر", vec!["وصل الوفد.", "وغادر"]),
            ("وصل الوفد.. وغادر", vec!["وصل الوفد..", "وغادر"]),
        ];
        for (text, expected) in cases {
            assert_eq!(sentences(text), expected, "{text}");
        }
    }

    #[test]
    fn what_closes_a_sentence_belongs_to_it() {
        let cases = [
            ("قال: «وصلنا.» ثم غادر", vec!["قال: «وصلنا.»", "ثم غادر"]),
            ("قال \"وصلنا.\" ثم غادر", vec!["قال \"وصلنا.\"", "ثم غادر"]),
        ];
        for (text, expected) in cases {
            assert_eq!(sentences(text), expected, "{text}");
        }
    }

    #[test]
    fn no_sentence_ends_inside_a_number_an_abbreviation_or_an_omission() {
        let cases = [
            "بلغت 3.5 مليون",
            "قال د. سالم إنه وصل",
            "نقلت أ.ف.ب النبأ",
            "ونقلت أ.ف.ب.، وهي وكالة، النبأ",
            "خسرنا معركة (...) لكننا باقون",
            "على موقع example.org أمس",
        ];
        for text in cases {
            assert_eq!(sentences(text), vec![text]);
        }
    }
}
