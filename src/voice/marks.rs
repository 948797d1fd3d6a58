//! Pairs quotation marks: of all ways to pair those of a text the one of least cost.
//!
//! What a mark is (opening, closing, neither) is told by its letter and by what it touches, and each
//! of these may be wrong on a real page; so none decides alone. Each reading of each mark has a
//! cost, and the whole text is read so that the costs are least, in one pass from left to right over
//! what may be open.

use super::Unpaired;
use super::mark::{Family, Mark, marks};
use crate::language::Kind;
use crate::language::signs::is_comma;
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

// Costs, in tenths of a doubt. Round figures set by judgement and tried on annotated articles.
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
/// So many tokens inside a pair cost one tenth, each gap between marks rounded up: of two ways to leave one mark over, the one whose
/// pair is shorter is right.
const LENGTH: u32 = 12;
/// The most that a pair costs for its length: less than two marks without partner.
const LONG: u32 = 40;
/// From this length on it costs more again: some 2,000 words in 20 paragraphs.
const TOO_LONG: u32 = 250;

/// What is open between two marks: families from the outside in, whether a paragraph has ended since
/// the outer one was opened, and how long ago that is, in costs.
#[derive(Clone, Copy, Default)]
struct State {
    open: [Option<Family>; 2],
    crossed: bool,
    length: u32,
}

impl State {
    /// Whether what follows costs about the same.
    fn is_like(&self, other: &State) -> bool {
        let far = |state: &State| (state.length / 16).min(4) + u32::from(state.length > TOO_LONG);
        self.open == other.open && self.crossed == other.crossed && far(self) == far(other)
    }
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
    let mut steps: Vec<Step> = Vec::with_capacity(marks.len() * 4);
    let mut ways = vec![Way {
        state: State::default(),
        cost: 0,
        step: None,
    }];
    let mut at = 0;
    for mark in marks {
        let between = Between::of(text, at, mark.tokens.start);
        at = mark.tokens.end;
        let mut next: Vec<(Way, Reading)> = Vec::with_capacity(ways.len() * 3);
        for way in &mut ways {
            between.pass(way);
            for (reading, state, cost) in mark.readings(way.state) {
                keep(&mut next, way, reading, (state, way.cost + cost));
            }
        }
        ways.clear();
        for (mut way, reading) in next {
            steps.push(Step {
                before: way.step,
                reading,
            });
            way.step = Some(steps.len() as u32 - 1);
            ways.push(way);
        }
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

/// Adds a way that goes on from another, unless a way to a like state costs no more.
fn keep(next: &mut Vec<(Way, Reading)>, from: &Way, reading: Reading, (state, cost): (State, u32)) {
    let way = Way {
        state,
        cost,
        step: from.step,
    };
    match next.iter_mut().find(|known| known.0.state.is_like(&state)) {
        Some(known) if known.0.cost <= cost => {}
        Some(known) => *known = (way, reading),
        None => next.push((way, reading)),
    }
}

impl Mark {
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
            (
                Reading::Opens,
                State { open, ..state },
                self.opening + nested,
            )
        });
        let closes = match (outer, inner) {
            (Some(family), None) => self.closes(family).map(|cost| ([None; 2], cost)),
            (_, Some(family)) => self.closes(family).map(|cost| ([outer, None], cost)),
            _ => None,
        };
        let closes = closes.map(|(open, cost)| {
            let around = open[0].map_or(State::default(), |_| State { open, ..state });
            (Reading::Closes, around, cost)
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
        let state = &mut way.state;
        if state.open[0].is_none() {
            return;
        }
        let mut length = self.wraps * WRAP + self.tokens.div_ceil(LENGTH);
        if self.paragraphs > 0 {
            let first = if state.crossed { FURTHER } else { PARAGRAPH };
            length += first + (self.paragraphs - 1) * FURTHER;
            state.crossed = true;
        }
        let before = charged(state.length);
        state.length += length;
        way.cost += charged(state.length) - before;
    }
}

/// What a pair costs for its length: no more than [`LONG`], so that a long quotation with sound
/// marks stays one, as far as one can be ([`TOO_LONG`]).
fn charged(length: u32) -> u32 {
    length.min(LONG) + length.saturating_sub(TOO_LONG)
}
