//! Pairs quotation marks.

use super::Unpaired;
use crate::language::signs::COMMA;
use crate::language::{Features, Kind, Token};
use crate::text::Text;
use std::ops::Range;

/// A pair of quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quote {
    /// Its tokens with the marks.
    pub outer: Range<u32>,
    /// Its tokens without the marks.
    pub inner: Range<u32>,
    /// How many pairs stand around it.
    pub depth: u8,
}

/// Marks that pair with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    /// « » ‹ ›
    Angle,
    /// " “ ” ‟ ″, whose direction the neighbours show
    Double,
    /// ' ‘ ’
    Single,
    /// '' (two marks that stand for one)
    Twin,
    /// + +, of agencies
    Plus,
}

/// Where a mark seems to point, from its letter and from what it touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Opens,
    Closes,
    Either,
}

struct Mark {
    family: Family,
    way: Way,
    tokens: Range<u32>,
}

struct Open {
    family: Family,
    tokens: Range<u32>,
}

/// How far a mark left open at the end of a line is followed for its partner, in tokens: about
/// ten paragraphs, so that the search stays linear.
const ACROSS_LINES: usize = 600;

/// The pairs of a text, sorted by their opening mark. What has no partner goes to `remarks`.
pub(super) fn pair(text: &Text, remarks: &mut Vec<(u32, Unpaired)>) -> Vec<Quote> {
    let mut pairs = Pairs {
        text,
        open: Vec::new(),
        quotes: Vec::new(),
        remarks,
    };
    let mut at = 0;
    while at < text.tokens.list.len() {
        if text.tokens.list[at].kind == Kind::LineEnd {
            pairs.line_end(at);
        } else if let Some(mark) = read(text, at) {
            at = mark.tokens.end as usize;
            pairs.take(mark);
            continue;
        }
        at += 1;
    }
    pairs.line_end(at);
    let mut quotes = pairs.quotes;
    quotes.sort_by_key(|quote| quote.outer.start);
    set_depths(&mut quotes);
    quotes
}

struct Pairs<'t, 'r> {
    text: &'t Text<'t>,
    open: Vec<Open>,
    quotes: Vec<Quote>,
    remarks: &'r mut Vec<(u32, Unpaired)>,
}

impl Pairs<'_, '_> {
    fn take(&mut self, mark: Mark) {
        let partner = self.partner(&mark);
        match (mark.way, partner) {
            (Way::Closes | Way::Either, Some(partner)) => self.close(partner, &mark),
            (Way::Opens | Way::Either, _) if mark.way == Way::Opens || can_open(&mark) => {
                self.open.push(Open {
                    family: mark.family,
                    tokens: mark.tokens,
                });
            }
            _ if mark.family == Family::Plus || mark.family == Family::Single => {}
            _ => self.remark(&mark.tokens, Unpaired::Closed),
        }
    }

    /// The open mark that this one closes: of its own family, else a `"` closed by `»` or the other
    /// way round, where the pages mix them.
    fn partner(&self, mark: &Mark) -> Option<usize> {
        let own = self.open.iter().rposition(|o| o.family == mark.family);
        own.or_else(|| {
            let last = self.open.last()?;
            let mixed = matches!(
                (last.family, mark.family),
                (Family::Double, Family::Angle) | (Family::Angle, Family::Double)
            );
            (mixed && mark.way == Way::Closes).then(|| self.open.len() - 1)
        })
    }

    fn close(&mut self, partner: usize, mark: &Mark) {
        for lost in self.open.drain(partner + 1..).collect::<Vec<_>>() {
            self.remark(&lost.tokens, Unpaired::Opened);
        }
        let Some(open) = self.open.pop() else { return };
        let inner = open.tokens.end..mark.tokens.start;
        if !inner.is_empty() {
            self.quotes.push(Quote {
                outer: open.tokens.start..mark.tokens.end,
                inner,
                depth: 0,
            });
        }
    }

    /// Marks still open are given up, but those whose partner follows in a later line.
    fn line_end(&mut self, at: usize) {
        let open = std::mem::take(&mut self.open);
        for mark in open {
            if self.open.is_empty() && closes_later(self.text, at, mark.family) {
                self.open.push(mark);
            } else if mark.family != Family::Plus && mark.family != Family::Single {
                self.remark(&mark.tokens, Unpaired::Opened);
            }
        }
    }

    fn remark(&mut self, tokens: &Range<u32>, what: Unpaired) {
        let byte = self.text.tokens.list[tokens.start as usize].start;
        self.remarks.push((byte, what));
    }
}

fn can_open(mark: &Mark) -> bool {
    !matches!(mark.family, Family::Plus | Family::Single)
}

/// Whether the next mark of the family that shows its direction, within reach, closes.
fn closes_later(text: &Text, from: usize, family: Family) -> bool {
    if matches!(family, Family::Plus | Family::Single | Family::Twin) {
        return false;
    }
    let to = text.tokens.list.len().min(from + ACROSS_LINES);
    let mut at = from;
    while at < to {
        if let Some(mark) = read(text, at) {
            if mark.family == family {
                return mark.way == Way::Closes;
            }
            at = mark.tokens.end as usize;
        } else {
            at += 1;
        }
    }
    false
}

/// The quotation mark at a token, if there is one.
fn read(text: &Text, at: usize) -> Option<Mark> {
    let list = &text.tokens.list;
    let Kind::Mark(letter) = list[at].kind else {
        return None;
    };
    let (mut family, hint) = family(letter)?;
    let mut end = at + 1;
    if family == Family::Single && list.get(end).is_some_and(|t| is_twin(&list[at], t)) {
        family = Family::Twin;
        end += 1;
    }
    let before = at
        .checked_sub(1)
        .is_some_and(|b| touches(&list[b], &list[at]))
        && !is_clitic(text, at - 1);
    let after = list.get(end).is_some_and(|t| touches(&list[end - 1], t));
    let seen = match (before, after) {
        (false, true) => Way::Opens,
        (true, false) => Way::Closes,
        _ => Way::Either,
    };
    let way = match (family, hint) {
        // » before a word and after a space opens, where a page has them the wrong way round.
        (Family::Angle, hint) if seen == Way::Either => hint,
        (Family::Angle, Way::Opens) => Way::Opens,
        (Family::Double, hint) if seen == Way::Either => hint,
        (Family::Plus | Family::Single, _) if seen == Way::Either => return None,
        _ => seen,
    };
    let tokens = at as u32..end as u32;
    Some(Mark {
        family,
        way,
        tokens,
    })
}

fn family(letter: char) -> Option<(Family, Way)> {
    Some(match letter {
        '«' | '‹' => (Family::Angle, Way::Opens),
        '»' | '›' => (Family::Angle, Way::Closes),
        '"' | '″' | '‟' | '“' | '”' | '„' | '＂' => (Family::Double, Way::Either),
        '\'' | '’' | '‘' | '`' | '´' => (Family::Single, Way::Either),
        '+' => (Family::Plus, Way::Either),
        _ => return None,
    })
}

fn is_twin(one: &Token, other: &Token) -> bool {
    one.kind == other.kind && touches(one, other)
}

fn touches(one: &Token, other: &Token) -> bool {
    one.end == other.start && one.kind != Kind::LineEnd && other.kind != Kind::LineEnd
}

/// Whether a token is a clitic or an article that stands before a quotation (لـ"…", الـ"…"), so
/// that touching it does not make a mark a closing one.
fn is_clitic(text: &Text, at: usize) -> bool {
    let token = &text.tokens.list[at];
    match token.kind {
        Kind::Word => {
            let mut heads = (0..).zip(text.language.heads());
            let head = heads.find(|(_, head)| **head == text.tokens.folded(at));
            let glued = head.map_or(Features::NONE, |(head, _)| {
                text.language.head_features(head)
            });
            glued != Features::NONE && !glued.has_any(Features::WILL | Features::NOT)
        }
        Kind::Mark(mark) => matches!(mark, '(' | '[' | ':' | COMMA | '-' | '–' | '.'),
        _ => false,
    }
}

fn set_depths(quotes: &mut [Quote]) {
    let mut ends: Vec<u32> = Vec::new();
    for quote in quotes {
        ends.retain(|end| *end > quote.outer.start);
        quote.depth = ends.len().min(usize::from(u8::MAX)) as u8;
        ends.push(quote.outer.end);
    }
}
