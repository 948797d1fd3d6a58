//! Furniture known by its shape: a copy of the headline, datelines, bylines, lines of dates.

use super::lines::{PageLine, folded_words, is_word};
use super::{Cut, GivenText, Why};
use crate::language::{Class, Kind, Tokens, signs};
use std::ops::Range;

/// A byline or caption above the text has at most this many words; the longest seen in the
/// Egyptian corpora that was none had seven.
const BYLINE_WORDS: usize = 6;

/// A dateline has at most this many words outside brackets, as four pieces of three have.
const DATELINE_WORDS: usize = 12;

/// A line above the text that names place, two dates and agency (`عدن 26 شوال 1436 هـ الموافق …`).
const DATED_WORDS: usize = 14;

/// Adds what is furniture by its shape.
pub(crate) fn cuts(page: &GivenText, tokens: &Tokens, lines: &[PageLine], found: &mut Vec<Cut>) {
    let title = page
        .title
        .map(|title| folded_words(title, page.grammar.language))
        .filter(|words| words.len() > 1);
    for line in lines {
        let range = &line.tokens;
        if title.as_ref().is_some_and(|t| same_words(tokens, range, t)) {
            found.push(whole(tokens, range, Why::TitleRepeated));
        } else if is_date_line(page, tokens, range) {
            found.push(whole(tokens, range, Why::DateLine));
        }
    }
    // What was found above stands in the order of the lines.
    let is_cut = |(at, line): (usize, &PageLine)| {
        let cut = found.get(at);
        cut.is_some_and(|cut| covers(cut, tokens, &line.tokens))
    };
    let first = lines.iter().enumerate().position(|line| !is_cut(line));
    if let Some(first) = first {
        found.extend(opening(page, tokens, lines, first));
    }
}

fn whole(tokens: &Tokens, line: &Range<usize>, why: Why) -> Cut {
    Cut {
        bytes: tokens.list[line.start].start..tokens.list[line.end - 1].end,
        why,
    }
}

fn covers(cut: &Cut, tokens: &Tokens, line: &Range<usize>) -> bool {
    cut.bytes.contains(&tokens.list[line.start].start)
}

fn same_words(tokens: &Tokens, line: &Range<usize>, words: &[String]) -> bool {
    line.clone()
        .filter(|t| is_word(&tokens.list[*t]))
        .map(|t| tokens.folded(t))
        .eq(words.iter().map(String::as_str))
}

/// Whether a line is only a date and time: a number, a month, and nothing else than numbers,
/// months, week days, marks and single letters (م for the era or the afternoon).
fn is_date_line(page: &GivenText, tokens: &Tokens, line: &Range<usize>) -> bool {
    let mut numbers = 0;
    let mut months = 0;
    for at in line.clone() {
        match tokens.list[at].kind {
            Kind::Number => numbers += 1,
            Kind::Word if page.grammar.month(tokens.folded(at)).is_some() => months += 1,
            Kind::Word => {
                let word = tokens.folded(at);
                if word.chars().count() > 1 && !page.grammar.is(word, Class::Weekday) {
                    return false;
                }
            }
            _ => {}
        }
    }
    numbers > 0 && (months > 0 || numbers > 2)
}

/// A byline, a caption or a dateline where the text begins.
fn opening(page: &GivenText, tokens: &Tokens, lines: &[PageLine], first: usize) -> Option<Cut> {
    let line = &lines[first].tokens;
    let next = lines.get(first + 1).map(|line| &line.tokens);
    if next.is_some_and(|next| is_byline(tokens, line) && !introduces(tokens, line, next)) {
        return Some(whole(tokens, line, Why::Byline));
    }
    let end = dateline(page, tokens, line)?;
    let mut cut = whole(tokens, &(line.start..end), Why::Dateline);
    cut.bytes.start = tokens.list[line.start].start;
    Some(cut)
}

/// Whether a line with a colon at its end opens a list of points or a quotation below it.
fn introduces(tokens: &Tokens, line: &Range<usize>, next: &Range<usize>) -> bool {
    let mark = |at: usize| match tokens.list.get(at).map(|token| token.kind) {
        Some(Kind::Mark(mark)) => Some(mark),
        _ => None,
    };
    let colon = line.clone().next_back().and_then(mark) == Some(':');
    let number = tokens
        .list
        .get(next.start)
        .is_some_and(|token| token.kind == Kind::Number);
    let listed = number && mark(next.start + 1).is_some();
    let quoted = matches!(mark(next.start), Some('"' | '«' | '“' | '”'));
    let point = mark(next.start).is_some_and(|mark| matches!(mark, '-' | '–' | '—' | '•' | '*'));
    colon && (listed || point || quoted)
}

/// Whether a line is a name or a caption rather than a sentence: a few words and no mark but
/// dashes, slashes, brackets and a final colon.
fn is_byline(tokens: &Tokens, line: &Range<usize>) -> bool {
    let words = line.clone().filter(|t| is_word(&tokens.list[*t])).count();
    let plain = line.clone().all(|at| match tokens.list[at].kind {
        Kind::Mark(':') => at + 1 == line.end,
        Kind::Mark(mark) => matches!(mark, '-' | '–' | '—' | '/' | '(' | ')'),
        _ => true,
    });
    let numbers = line
        .clone()
        .filter(|t| tokens.list[*t].kind == Kind::Number)
        .count();
    plain && words > 0 && (words <= BYLINE_WORDS || (numbers > 1 && words <= DATED_WORDS))
}

/// The token after a dateline (`باريس (ا ف ب) - `, `سالم علي - صحيفة - جازان:`), if a line begins
/// with one: an agency in brackets and a dash behind a few words (a town and its state), or up to four
/// short pieces between dashes and a colon.
fn dateline(page: &GivenText, tokens: &Tokens, line: &Range<usize>) -> Option<usize> {
    let (mut dashes, mut words, mut piece_words) = (0, 0, 0);
    let mut in_brackets = false;
    for at in line.start..line.end.min(line.start + 16) {
        match tokens.list[at].kind {
            Kind::Mark('-' | '–' | '—' | ':') if after_agency(page, tokens, line.start, at) => {
                return Some(behind_dashes(tokens, at + 1));
            }
            Kind::Mark('-' | '–' | '—') if dashes < 3 && piece_words <= 3 => {
                dashes += 1;
                piece_words = 0;
            }
            Kind::Mark(':') if dashes > 0 && piece_words <= 3 => return Some(at + 1),
            Kind::Mark('(') => in_brackets = true,
            Kind::Mark(')') => in_brackets = false,
            Kind::Mark(mark)
                if mark == '/' || mark == '.' || mark != ',' && signs::is_comma(mark) => {}
            Kind::Word if in_brackets => {}
            Kind::Word if words < DATELINE_WORDS => {
                words += 1;
                piece_words += 1;
            }
            _ => return None,
        }
    }
    None
}

/// The token behind some dashes.
fn behind_dashes(tokens: &Tokens, from: usize) -> usize {
    let is_dash = |kind: Kind| matches!(kind, Kind::Mark('-' | '–' | '—'));
    let dashes = tokens.list[from..].iter();
    from + dashes.take_while(|token| is_dash(token.kind)).count()
}

/// Whether the words right before a dash, brackets aside, name an agency, or stand for one in Latin
/// letters.
fn after_agency(page: &GivenText, tokens: &Tokens, start: usize, dash: usize) -> bool {
    let list = &tokens.list;
    if dash == start || list[dash - 1].kind != Kind::Mark(')') {
        return false;
    }
    let Some(open) = (start..dash).rfind(|at| list[*at].kind == Kind::Mark('(')) else {
        return false;
    };
    let inside: String = (open..dash).map(|at| tokens.folded(at)).collect();
    let is_latin = !inside.is_empty() && inside.chars().all(|c| c.is_ascii_alphabetic());
    is_latin || page.grammar.is(&inside, Class::Agency)
}
