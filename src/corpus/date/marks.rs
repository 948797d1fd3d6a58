//! Cuts a date into digits, words and signs.

use super::months;
use crate::language::signs;
use crate::tables::is_invisible;

/// A piece of a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DatePiece {
    /// Digits, as Western ones.
    Number(String),
    /// Letters, folded.
    Word(String),
    Sign(char),
}

/// The pieces of a date: digits of either set as Western ones, words folded, marks that steer the
/// direction of writing left out.
pub(super) fn cut(given: &str) -> Vec<DatePiece> {
    let mut marks: Vec<DatePiece> = Vec::new();
    let mut joined = false;
    for c in given.chars() {
        let mark = match c {
            _ if is_invisible(c) || c == signs::TATWEEL => {
                // Direction marks and tatweel may stand inside a word; a space parts.
                joined &= !c.is_whitespace();
                continue;
            }
            _ if signs::is_comma(c) => DatePiece::Sign(','),
            '–' | '−' | '‐' | '—' => DatePiece::Sign('-'),
            c if c.is_alphabetic() || signs::is_vowel_mark(c) => DatePiece::Word(c.to_string()),
            c => match signs::digit(c) {
                Some(digit) => DatePiece::Number(digit.to_string()),
                None => DatePiece::Sign(c),
            },
        };
        match (marks.last_mut(), mark) {
            (Some(DatePiece::Number(last)), DatePiece::Number(next)) if joined => {
                last.push_str(&next)
            }
            (Some(DatePiece::Word(last)), DatePiece::Word(next)) if joined => last.push_str(&next),
            (_, mark) => marks.push(mark),
        }
        joined = true;
    }
    for mark in &mut marks {
        if let DatePiece::Word(word) = mark {
            *word = months::folded(word);
        }
    }
    spread(marks)
}

/// The compact forms of programs and feeds, `20130311T093000` and `20130311093000`, with the signs
/// that they leave out.
fn spread(marks: Vec<DatePiece>) -> Vec<DatePiece> {
    let digits = match &marks[..] {
        [DatePiece::Number(both), ..] if matches!(both.len(), 12 | 14) => both.clone(),
        [
            DatePiece::Number(day),
            DatePiece::Word(t),
            DatePiece::Number(time),
            ..,
        ] if day.len() == 8 && t == "t" && matches!(time.len(), 4 | 6) => {
            format!("{day}{time}")
        }
        _ => return marks,
    };
    let taken = if digits.len() == marks_len(&marks[0]) {
        1
    } else {
        3
    };
    let mut spread = Vec::new();
    for (cut, before) in [
        (0..4, ' '),
        (4..6, '-'),
        (6..8, '-'),
        (8..10, ' '),
        (10..12, ':'),
    ]
    .into_iter()
    .chain((digits.len() == 14).then_some((12..14, ':')))
    {
        if before != ' ' {
            spread.push(DatePiece::Sign(before));
        }
        spread.push(DatePiece::Number(digits[cut].to_string()));
    }
    spread.extend(marks.into_iter().skip(taken));
    spread
}

fn marks_len(mark: &DatePiece) -> usize {
    match mark {
        DatePiece::Number(digits) => digits.len(),
        _ => 0,
    }
}
