//! Page furniture: what stands on a news page and is not the article.
//!
//! Rules come from `furniture.csv`; what no list can name (a copy of the headline, a dateline, a
//! byline, a line that is only a date) is known by its shape, in `shape`. Rules are compared
//! word by word in folded letters, so that marks, vowel signs and spellings of hamza do not matter.

mod lines;
mod shape;
#[cfg(test)]
mod tests;

use super::{Cut, Why};
use crate::corpus::Part;
use crate::language::{Grammar, Kind, Language, Token, Tokens};
use lines::{PageLine, folded_words, is_word, lines};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;
use std::ops::Range;

/// What a furniture rule cuts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// `line`: the line it stands on.
    Line,
    /// `next-line`: that line, the next one that is not empty, and the headlines right below it.
    NextLine,
    /// `from-here`: from that line to the end.
    FromHere,
    /// `to-here`: from the beginning to that line.
    ToHere,
    /// `tail`: from the text found to the end of its line; the whole line where what stands
    /// before it is a caption (a few words that are no sentence).
    Tail,
    /// `head`: the text found at the beginning of its line, where the article goes on behind it.
    Head,
}

/// One row of `furniture.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FurnitureRule {
    /// The source it holds for; `None` for all.
    pub outlet: Option<String>,
    /// The line's text; a leading or final `*` stands for anything.
    pub text: String,
    /// What it cuts.
    pub reach: Reach,
}

/// All furniture rules, ready to be compared with a page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Furniture {
    rules: Vec<Prepared>,
    by_first_word: FxHashMap<String, Vec<u32>>,
}

/// A rule with its words folded.
#[derive(Clone, Debug)]
struct Prepared {
    rule: FurnitureRule,
    words: Vec<String>,
    open_start: bool,
    open_end: bool,
    /// The marks that must stand behind the words, as in `المصدر:` and `كتب -`; without them
    /// *he wrote* and *the source said* would be credits.
    marks: Vec<char>,
    /// Whether it cuts a tail that begins with a word and a colon (`المصدر: وكالات`); *all rights
    /// reserved* does not, whose first word and a colon are *everybody:* in a sentence.
    is_credit: bool,
}

/// A page: a text as given, and what is known of it.
pub(crate) struct GivenText<'a> {
    /// The text as given.
    pub given: &'a str,
    /// Title or body.
    pub part: Part,
    /// The article's headline, where `given` is its body.
    pub title: Option<&'a str>,
    /// Who published it.
    pub source: &'a str,
    /// Its language, with its words.
    pub grammar: &'a Grammar,
}

impl Furniture {
    /// Folds the rules of one language, in file order; a rule without any word is left out.
    pub(crate) fn new(rules: Vec<FurnitureRule>, language: &'static dyn Language) -> Self {
        let mut furniture = Furniture::default();
        for rule in rules {
            let words = folded_words(&rule.text, language);
            let Some(first) = words.first() else { continue };
            let ix = furniture.rules.len() as u32;
            let key = first.clone();
            furniture.by_first_word.entry(key).or_default().push(ix);
            furniture.rules.push(Prepared {
                open_start: rule.text.starts_with('*'),
                open_end: rule.text.ends_with('*'),
                marks: final_marks(&rule.text),
                is_credit: rule.reach == Reach::Tail && begins_with_name(&rule.text, language),
                rule,
                words,
            });
        }
        furniture
    }
}

/// What is to be cut of a text, sorted, not overlapping.
///
/// `tokens` are those of the whole text as given.
pub(crate) fn cuts(page: &GivenText, tokens: &Tokens, furniture: &Furniture) -> Vec<Cut> {
    let mut found = Vec::new();
    if page.part == Part::Body {
        let lines = lines(page.given, tokens);
        shape::cuts(page, tokens, &lines, &mut found);
        let lines = Lines {
            list: &lines,
            headlines: OnceCell::new(),
        };
        for at in 0..lines.list.len() {
            match_line(page, tokens, &lines, at, furniture, &mut found);
        }
    }
    merge(found)
}

/// Takes the tokens inside the cuts out; a line end stands where something was cut. Of a word that
/// a cut begins inside of (a credit glued to it) the letters before the cut stay.
pub(crate) fn drop_tokens(page: &GivenText, tokens: &mut Tokens, cuts: &[Cut]) {
    if cuts.is_empty() {
        return;
    }
    let mut cuts = cuts.iter().peekable();
    for token in std::mem::take(&mut tokens.list) {
        while let Some(cut) = cuts.next_if(|cut| cut.bytes.start < token.end) {
            let bytes = cut.bytes.clone();
            if token.start < bytes.start {
                let before = &page.given[token.start as usize..bytes.start as usize];
                page.grammar.language.cut(before, token.start, tokens);
            }
            tokens.list.push(Token {
                start: bytes.start,
                end: bytes.end,
                fold_start: token.fold_start,
                fold_end: token.fold_start,
                kind: Kind::LineEnd,
            });
        }
        let cut_to = tokens.list.last().map_or(0, |last| last.end);
        if token.start >= cut_to {
            tokens.list.push(token);
        }
    }
}

/// The lines of a page, and for each the last of the headlines right below each other from it on.
struct Lines<'a> {
    list: &'a [PageLine],
    headlines: OnceCell<Vec<usize>>,
}

fn match_line(
    page: &GivenText,
    tokens: &Tokens,
    lines: &Lines,
    at: usize,
    furniture: &Furniture,
    found: &mut Vec<Cut>,
) {
    let line = &lines.list[at].tokens;
    let first_word = line.clone().find(|t| is_word(&tokens.list[*t]));
    for token in line.clone().filter(|t| is_word(&tokens.list[*t])) {
        let folded = tokens.folded(token);
        let glued = is_before_colon(tokens, token);
        let whole = furniture.by_first_word.get(folded);
        for rule in whole.into_iter().flatten() {
            let rule = &furniture.rules[*rule as usize];
            let starts = Some(token) == first_word || rule.open_start || is_tail(rule);
            if starts && fits(page, tokens, token..line.end, rule) {
                found.push(cut(page, tokens, lines, at, token, rule));
            }
        }
        if glued && whole.is_none() {
            found.extend(glued_credit(page, tokens, line, token, furniture));
        }
    }
}

/// The marks behind the last word of a rule's text, in order; all dashes are one.
fn final_marks(text: &str) -> Vec<char> {
    let is_end = |c: char| c.is_alphanumeric() || c == '*';
    let words = text.trim_end_matches('*').trim_end_matches(|c| !is_end(c));
    let behind = &text[words.len()..];
    behind
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '*')
        .map(one_dash)
        .collect()
}

/// Whether one word and a colon stand first.
fn begins_with_name(text: &str, language: &'static dyn Language) -> bool {
    let name = text.split_once(':');
    name.is_some_and(|(name, _)| folded_words(name, language).len() == 1)
}

fn one_dash(mark: char) -> char {
    match mark {
        '–' | '—' => '-',
        other => other,
    }
}

/// Whether marks stand, in their order, right before the word that follows a rule's words, or
/// before the end of the line.
fn has_marks(tokens: &Tokens, marks: &[char], next: Option<usize>, end: usize) -> bool {
    let behind = tokens.list[..next.unwrap_or(end)].iter().rev();
    let mut wanted = marks.iter().rev().peekable();
    for token in behind.take_while(|t| !is_word(t)) {
        if let Kind::Mark(mark) = token.kind {
            wanted.next_if(|wanted| **wanted == one_dash(mark));
        }
    }
    wanted.peek().is_none()
}

fn is_tail(rule: &Prepared) -> bool {
    rule.rule.reach == Reach::Tail
}

/// Whether a rule's line may hold something else.
fn leaves_rest(rule: &Prepared) -> bool {
    matches!(rule.rule.reach, Reach::Tail | Reach::Head)
}

/// Whether a rule's words stand at the beginning of a range of tokens, and end it where they must.
fn fits(page: &GivenText, tokens: &Tokens, range: Range<usize>, rule: &Prepared) -> bool {
    if rule
        .rule
        .outlet
        .as_deref()
        .is_some_and(|o| o != page.source)
    {
        return false;
    }
    let end = range.end;
    let mut words = range.filter(|t| is_word(&tokens.list[*t]));
    let same = rule
        .words
        .iter()
        .all(|word| words.next().is_some_and(|t| tokens.folded(t) == word));
    let last = words.clone().next();
    same && has_marks(tokens, &rule.marks, last, end)
        && (rule.open_end || leaves_rest(rule) || words.next().is_none())
}

/// What a rule cuts that was found at a token of a line.
fn cut(
    page: &GivenText,
    tokens: &Tokens,
    lines: &Lines,
    at: usize,
    token: usize,
    rule: &Prepared,
) -> Cut {
    let line = &lines.list[at].tokens;
    let to_end = |line: &Range<usize>| tokens.list[line.end - 1].end;
    let start = tokens.list[line.start].start;
    let bytes = match rule.rule.reach {
        Reach::Line => start..to_end(line),
        Reach::NextLine => start..to_end(&lines.list[lines.last_headline(tokens, at)].tokens),
        Reach::FromHere => start..page.given.len() as u32,
        Reach::ToHere => 0..to_end(line),
        Reach::Tail if is_caption(tokens, line.start..token) => start..to_end(line),
        Reach::Tail => tokens.list[token].start..to_end(line),
        Reach::Head => {
            let mut words = (token..line.end).filter(|t| is_word(&tokens.list[*t]));
            let last = words.nth(rule.words.len() - 1);
            start..last.map_or(start, |last| tokens.list[last].end)
        }
    };
    let why = Why::Rule(rule.rule.text.clone());
    Cut { bytes, why }
}

impl Lines<'_> {
    /// The last of the headlines under a related-links line: the next line, and those right below it
    /// that look like headlines, too.
    fn last_headline(&self, tokens: &Tokens, at: usize) -> usize {
        let next = self.list.get(at + 1);
        if !next.is_some_and(|next| is_headline(tokens, &next.tokens)) {
            return at;
        }
        // Such lines may stand below each other, so that each asks for the same headlines.
        self.headlines.get_or_init(|| headlines(tokens, self.list))[at + 1]
    }
}

/// For each line the last of the lines right below it that look like headlines.
fn headlines(tokens: &Tokens, lines: &[PageLine]) -> Vec<usize> {
    let mut last: Vec<usize> = (0..lines.len()).collect();
    for at in (1..lines.len()).rev() {
        if !lines[at].after_gap && is_headline(tokens, &lines[at].tokens) {
            last[at - 1] = last[at];
        }
    }
    last
}

/// Whether a line may be a headline: up to 25 words (the longest headline of the Egyptian and
/// Saudi corpora that is not a whole paragraph) and no final stop.
fn is_headline(tokens: &Tokens, line: &Range<usize>) -> bool {
    let words = line.clone().filter(|t| is_word(&tokens.list[*t])).count();
    words <= 25 && tokens.list[line.end - 1].kind != Kind::Mark('.')
}

/// Whether what stands before a credit is a caption: up to twelve words without a stop.
fn is_caption(tokens: &Tokens, before: Range<usize>) -> bool {
    // Looked at no further than needed, since a line may hold many credits.
    let mut words = 0;
    tokens.list[before].iter().all(|token| {
        words += usize::from(is_word(token));
        words <= 12 && token.kind != Kind::Mark('.')
    })
}

/// A credit whose name is glued to the word before it (pages that lose the space between a caption
/// and its credit): the token ends with the name and a colon follows, whoever is named behind it.
fn glued_credit(
    page: &GivenText,
    tokens: &Tokens,
    line: &Range<usize>,
    token: usize,
    furniture: &Furniture,
) -> Option<Cut> {
    let folded = tokens.folded(token);
    let rule = furniture.rules.iter().find(|rule| {
        rule.is_credit
            && folded.ends_with(&rule.words[0])
            && rule.rule.outlet.as_deref().is_none_or(|o| o == page.source)
    })?;
    let end = tokens.list[line.end - 1].end;
    let start = if is_caption(tokens, line.start..token) {
        tokens.list[line.start].start
    } else {
        split_at(page, &tokens.list[token], &rule.words[0])?
    };
    let why = Why::Rule(rule.rule.text.clone());
    Some(Cut {
        bytes: start..end,
        why,
    })
}

/// The byte where the glued word begins inside a token, with the marks that stand before it.
fn split_at(page: &GivenText, token: &Token, word: &str) -> Option<u32> {
    /// Bytes of a letter with all its marks.
    const LETTER: usize = 16;
    let surface = &page.given[token.start as usize..token.end as usize];
    let least = surface.len().saturating_sub(LETTER * word.chars().count());
    surface
        .char_indices()
        .map(|(byte, _)| byte)
        .skip_while(|byte| *byte < least)
        .find(|byte| page.grammar.language.fold(&surface[*byte..]) == word)
        .map(|byte| token.start + byte as u32)
}

fn is_before_colon(tokens: &Tokens, token: usize) -> bool {
    tokens
        .list
        .get(token + 1)
        .is_some_and(|t| t.kind == Kind::Mark(':'))
}

/// Sorts cuts and joins those that overlap; the one that begins first says why.
fn merge(mut found: Vec<Cut>) -> Vec<Cut> {
    found.sort_by_key(|cut| (cut.bytes.start, std::cmp::Reverse(cut.bytes.end)));
    let mut merged: Vec<Cut> = Vec::new();
    for cut in found {
        match merged.last_mut() {
            Some(last) if cut.bytes.start < last.bytes.end => {
                last.bytes.end = last.bytes.end.max(cut.bytes.end);
            }
            _ => merged.push(cut),
        }
    }
    merged
}
