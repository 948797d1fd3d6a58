//! Quotation marks one by one: what each may be, by its letter and by what it touches.

use super::Unpaired;
use crate::language::signs::{COMMA, is_comma, is_semicolon, is_stop};
use crate::language::{Features, Kind, Token};
use crate::text::Text;
use std::ops::Range;

/// Marks that pair with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// « » ‹ › << >>
    Angle,
    /// " “ ” ‟ ″
    Double,
    /// ' ‘ ’
    Single,
    /// '' (two marks that stand for one)
    Twin,
    /// + +, of agencies
    Plus,
    /// (( ))
    Brackets,
}

impl Family {
    /// What it costs to leave a mark without partner: a quotation mark is rarely one; an
    /// apostrophe or a plus mostly.
    pub(crate) fn alone(self) -> u32 {
        match self {
            Family::Single | Family::Plus => 6,
            _ => ALONE,
        }
    }

    /// Whether one without partner is told.
    pub(crate) fn is_told(self) -> bool {
        !matches!(self, Family::Single | Family::Plus | Family::Brackets)
    }
}

// Costs, in tenths of a doubt: round figures set by judgement and tried on annotated articles.
/// A mark without partner.
const ALONE: u32 = 30;
/// The letter of the other direction (» that opens).
const TURNED: u32 = 12;
/// The letter of the other direction, of those that pages mix up (“ that closes).
const MIXED: u32 = 3;
/// A mark that opens and touches the word before it, or closes and touches the one behind it.
const WRONG_SIDE: u32 = 15;
/// A mark parted from the words it stands around.
const LOOSE: u32 = 8;
/// A mark that opens before a comma, a stop or a line's end, or closes at a line's beginning or
/// behind a colon.
const WRONG_PLACE: u32 = 20;

/// A mark, with what it costs to take it for an opening or a closing one.
pub(super) struct Mark {
    /// Its kind.
    pub family: Family,
    /// One token, or two that stand for one.
    pub tokens: Range<u32>,
    /// What it costs as an opening one, in tenths of a doubt.
    pub opening: u32,
    /// What it costs as a closing one.
    pub closing: u32,
}

impl Mark {
    /// What to tell of it where it has no partner: what it rather looks like.
    pub(crate) fn unpaired(&self) -> Unpaired {
        match self.closing < self.opening {
            true => Unpaired::Closed,
            false => Unpaired::Opened,
        }
    }
}

/// The quotation marks of a text, in order.
pub(super) fn marks(text: &Text) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = 0;
    while at < text.tokens.list.len() {
        match mark_at(text, at) {
            Some(mark) => {
                at = mark.tokens.end as usize;
                marks.push(mark);
            }
            None => at += 1,
        }
    }
    marks
}

/// The quotation mark at a token, if there is one.
fn mark_at(text: &Text, at: usize) -> Option<Mark> {
    let list = &text.tokens.list;
    let Kind::Mark(letter) = list[at].kind else {
        return None;
    };
    let is_twin = list.get(at + 1).is_some_and(|next| twins(&list[at], next));
    let (family, opens, closes) = family(letter, is_twin)?;
    let twice = is_twin && matches!(letter, '\'' | '’' | '‘' | '`' | '<' | '>' | '(' | ')');
    let end = at + 1 + usize::from(twice);
    let around = Around::of(text, at, end);
    if matches!(family, Family::Single | Family::Plus) && around.before == around.after {
        return None;
    }
    Some(Mark {
        family,
        tokens: at as u32..end as u32,
        opening: opens + around.opening(),
        closing: closes + around.closing(),
    })
}

/// What a mark touches.
struct Around {
    before: bool,
    after: bool,
    /// It stands behind a colon, an opening bracket or what is glued before a word.
    led: bool,
    begins_line: bool,
    /// It stands before a comma, a stop or a line's end.
    ends: bool,
}

impl Around {
    fn of(text: &Text, at: usize, end: usize) -> Around {
        let list = &text.tokens.list;
        let previous = at.checked_sub(1);
        let led = previous.is_some_and(|b| is_lead(text, b));
        let parts = |sign: char| {
            is_comma(sign) || is_semicolon(sign) || is_stop(sign) || matches!(sign, ':' | ')' | ']')
        };
        Around {
            before: previous.is_some_and(|b| touches(&list[b], &list[at])) && !led,
            after: list.get(end).is_some_and(|t| touches(&list[end - 1], t)),
            led,
            begins_line: previous.is_none_or(|b| list[b].kind == Kind::LineEnd),
            ends: list.get(end).is_none_or(|next| match next.kind {
                Kind::LineEnd => true,
                Kind::Mark(sign) => parts(sign),
                _ => false,
            }),
        }
    }

    fn opening(&self) -> u32 {
        let side = match (self.before, self.after) {
            (true, false) => WRONG_SIDE + LOOSE,
            (true, true) => LOOSE,
            (false, false) => LOOSE,
            (false, true) => 0,
        };
        side + if self.ends { WRONG_PLACE } else { 0 }
    }

    fn closing(&self) -> u32 {
        let side = match (self.before, self.after) {
            (false, true) if !self.ends => WRONG_SIDE + LOOSE,
            (true, true) if !self.ends => LOOSE,
            (false, _) => LOOSE,
            (true, _) => 0,
        };
        let place = self.begins_line || self.led;
        side + if place { WRONG_PLACE } else { 0 }
    }
}

/// A mark's family, and what its letter costs as an opening and as a closing one.
fn family(letter: char, is_twin: bool) -> Option<(Family, u32, u32)> {
    Some(match letter {
        '«' | '‹' => (Family::Angle, 0, TURNED),
        '»' | '›' => (Family::Angle, TURNED, 0),
        '<' if is_twin => (Family::Angle, 0, TURNED),
        '>' if is_twin => (Family::Angle, TURNED, 0),
        '(' if is_twin => (Family::Brackets, 0, ALONE),
        ')' if is_twin => (Family::Brackets, ALONE, 0),
        '"' | '″' | '‟' | '＂' => (Family::Double, 0, 0),
        '“' | '„' => (Family::Double, 0, MIXED),
        '”' => (Family::Double, MIXED, 0),
        '\'' | '’' | '‘' | '`' if is_twin => (Family::Twin, 0, 0),
        '\'' | '’' | '‘' | '`' | '´' => (Family::Single, 0, 0),
        '+' => (Family::Plus, 0, 0),
        _ => return None,
    })
}

fn twins(one: &Token, other: &Token) -> bool {
    one.kind == other.kind && touches(one, other)
}

fn touches(one: &Token, other: &Token) -> bool {
    one.end == other.start && one.kind != Kind::LineEnd && other.kind != Kind::LineEnd
}

/// Whether a token leads to a quotation (a colon, لـ"…", الـ"…"), so that touching it does not make
/// a mark a closing one.
fn is_lead(text: &Text, at: usize) -> bool {
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
        Kind::Mark(mark) => matches!(mark, '(' | '[' | ':' | COMMA | '-' | '–'),
        _ => false,
    }
}
