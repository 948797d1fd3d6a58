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

// Costs, in tenths of a doubt. Set by what annotated articles have, and round.
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
