//! Pairs quotation marks: of all ways to pair those of a text the one of least cost.
//!
//! What a mark is (opening, closing, neither) is told by its letter and by what it touches, and each
//! of these may be wrong on a real page; so none decides alone. Each reading of each mark has a
//! cost, and the whole text is read so that the costs are least, in one pass from left to right over
//! what may be open.

use super::Unpaired;
use crate::language::signs::{COMMA, is_comma, is_semicolon, is_stop};
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
    fn alone(self) -> u32 {
        match self {
            Family::Single | Family::Plus => 6,
            _ => ALONE,
        }
    }

    fn is_told(self) -> bool {
        !matches!(self, Family::Single | Family::Plus)
    }
}

// Costs, in tenths of a doubt. Set by what annotated articles have, and round.
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
/// Marks of two families that pair.
const UNLIKE: u32 = 15;
/// A pair inside a pair of its own family.
const NESTED: u32 = 10;
/// The same where a paragraph has ended since the outer one was opened: mostly that was never
/// closed.
const NESTED_FAR: u32 = 25;
/// The end of a line inside a pair, where the line breaks a sentence.
const WRAP: u32 = 4;
/// The first end of a paragraph inside a pair.
const PARAGRAPH: u32 = 14;
/// Each further one.
const FURTHER: u32 = 3;
/// So many tokens inside a pair cost one tenth: of two ways to leave one mark over, the one whose
/// pair is shorter is right.
const LENGTH: u32 = 12;
/// So much worse than the best a reading may be and still be followed.
const BEAM: u32 = 120;

struct Mark {
    family: Family,
    tokens: Range<u32>,
    opening: u32,
    closing: u32,
}

/// What is open between two marks: families from the outside in, and whether a paragraph has ended
/// since.
#[derive(Clone, Copy, PartialEq, Eq)]
struct State {
    open: [Option<Family>; 2],
    crossed: bool,
}

/// What a mark is taken for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    Opens,
    Closes,
    Alone,
}

/// One way to read the marks so far: its last step, and the way before it.
struct Step {
    before: Option<u32>,
    reading: Reading,
}

struct Way {
    state: State,
    cost: u32,
    step: Option<u32>,
}

/// The pairs of a text, sorted by their opening mark. What has no partner goes to `remarks`.
pub(super) fn pair(text: &Text, remarks: &mut Vec<(u32, Unpaired)>) -> Vec<Quote> {
    let marks = marks(text);
    let readings = read(text, &marks);
    let mut open: Vec<usize> = Vec::new();
    let mut quotes = Vec::new();
    let mut lone = Vec::new();
    for (ix, reading) in readings.iter().enumerate() {
        match reading {
            Reading::Opens => open.push(ix),
            Reading::Alone => lone.push(ix),
            Reading::Closes => {
                let Some(first) = open.pop() else { continue };
                let inner = marks[first].tokens.end..marks[ix].tokens.start;
                if !inner.is_empty() {
                    quotes.push(Quote {
                        outer: marks[first].tokens.start..marks[ix].tokens.end,
                        inner,
                        depth: open.len() as u8,
                    });
                }
            }
        }
    }
    lone.extend(open);
    for mark in lone.into_iter().map(|ix| &marks[ix]) {
        if mark.family.is_told() {
            let byte = text.tokens.list[mark.tokens.start as usize].start;
            remarks.push((byte, mark.unpaired()));
        }
    }
    quotes.sort_by_key(|quote| quote.outer.start);
    quotes
}

/// Reads all marks so that the costs are least.
fn read(text: &Text, marks: &[Mark]) -> Vec<Reading> {
    let nothing = State {
        open: [None; 2],
        crossed: false,
    };
    let mut steps: Vec<Step> = Vec::with_capacity(marks.len() * 4);
    let mut ways = vec![Way {
        state: nothing,
        cost: 0,
        step: None,
    }];
    let mut at = 0;
    for mark in marks {
        let between = Between::of(text, at, mark.tokens.start);
        at = mark.tokens.end;
        let mut next: Vec<Way> = Vec::with_capacity(ways.len() * 3);
        for way in &mut ways {
            between.pass(way);
            for (reading, state, cost) in mark.readings(way.state) {
                keep(&mut next, &mut steps, way, reading, state, way.cost + cost);
            }
        }
        let best = next.iter().map(|way| way.cost).min().unwrap_or(0);
        next.retain(|way| way.cost <= best + BEAM);
        ways = next;
    }
    let left_open = |way: &Way| -> u32 { way.state.open.iter().flatten().map(|f| f.alone()).sum() };
    let best = ways.iter().min_by_key(|way| way.cost + left_open(way));
    let mut readings = Vec::with_capacity(marks.len());
    let mut step = best.and_then(|way| way.step);
    while let Some(ix) = step {
        readings.push(steps[ix as usize].reading);
        step = steps[ix as usize].before;
    }
    readings.reverse();
    readings
}

/// Adds a way, unless a way to the same state costs no more.
fn keep(
    next: &mut Vec<Way>,
    steps: &mut Vec<Step>,
    from: &Way,
    reading: Reading,
    state: State,
    cost: u32,
) {
    let known = next.iter_mut().find(|way| way.state == state);
    if known.as_ref().is_some_and(|way| way.cost <= cost) {
        return;
    }
    steps.push(Step {
        before: from.step,
        reading,
    });
    let step = Some(steps.len() as u32 - 1);
    match known {
        Some(way) => (way.cost, way.step) = (cost, step),
        None => next.push(Way { state, cost, step }),
    }
}

impl Mark {
    /// What to tell of it where it has no partner: what it rather looks like.
    fn unpaired(&self) -> Unpaired {
        match self.closing < self.opening {
            true => Unpaired::Closed,
            false => Unpaired::Opened,
        }
    }

    /// What it may be where something is open, with the state behind it and the cost.
    fn readings(&self, state: State) -> impl Iterator<Item = (Reading, State, u32)> {
        let [outer, inner] = state.open;
        let alone = Some((Reading::Alone, state, self.family.alone()));
        let nested = match outer == Some(self.family) {
            true if state.crossed => NESTED_FAR,
            true => NESTED,
            false => 0,
        };
        let opens = match (outer, inner) {
            (None, _) => Some([Some(self.family), None]),
            (_, None) => Some([outer, Some(self.family)]),
            _ => None,
        };
        let opens = opens.map(|open| {
            let crossed = state.crossed && outer.is_some();
            let state = State { open, crossed };
            (Reading::Opens, state, self.opening + nested)
        });
        let closes = match (outer, inner) {
            (Some(family), None) => self.closes(family).map(|cost| ([None; 2], cost)),
            (_, Some(family)) => self.closes(family).map(|cost| ([outer, None], cost)),
            _ => None,
        };
        let closes = closes.map(|(open, cost)| {
            let crossed = state.crossed && open[0].is_some();
            (Reading::Closes, State { open, crossed }, cost)
        });
        [closes, opens, alone].into_iter().flatten()
    }

    /// What it costs to close a mark of a family; `None` where it cannot.
    fn closes(&self, family: Family) -> Option<u32> {
        let mixed = matches!(
            (family, self.family),
            (Family::Double, Family::Angle) | (Family::Angle, Family::Double)
        );
        match family == self.family {
            true => Some(self.closing),
            false if mixed => Some(self.closing + UNLIKE),
            false => None,
        }
    }
}

/// What stands between two marks.
struct Between {
    tokens: u32,
    wraps: u32,
    paragraphs: u32,
}

impl Between {
    fn of(text: &Text, from: u32, to: u32) -> Between {
        let list = &text.tokens.list;
        let mut ends = Between {
            tokens: to - from,
            wraps: 0,
            paragraphs: 0,
        };
        for at in from.max(1)..to {
            if list[at as usize].kind != Kind::LineEnd {
                continue;
            }
            match list[at as usize - 1].kind {
                Kind::Word | Kind::Number => ends.wraps += 1,
                Kind::Mark(mark) if is_comma(mark) => ends.wraps += 1,
                Kind::LineEnd => {}
                Kind::Mark(_) => ends.paragraphs += 1,
            }
        }
        ends
    }

    /// Adds to a way what it costs to leave open what it leaves open.
    fn pass(&self, way: &mut Way) {
        if way.state.open[0].is_none() {
            return;
        }
        way.cost += self.wraps * WRAP + self.tokens.div_ceil(LENGTH);
        if self.paragraphs > 0 {
            let first = if way.state.crossed {
                FURTHER
            } else {
                PARAGRAPH
            };
            way.cost += first + (self.paragraphs - 1) * FURTHER;
            way.state.crossed = true;
        }
    }
}

/// The quotation marks of a text, in order.
fn marks(text: &Text) -> Vec<Mark> {
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
