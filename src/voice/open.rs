//! Statements that go on beyond their sentence.

use super::StretchKind;
use super::acts::{Act, Body};
use super::reader::{Marked, Open, Reader, Until};
use crate::language::{Class, Features, Kind};
use std::ops::Range;

impl Reader<'_> {
    /// What an earlier sentence's statement takes of this one.
    pub fn go_on(&mut self, unit: &Range<u32>, first: Option<u32>, acts: &[Act]) {
        let (Some(open), Some(first)) = (self.open.take(), first) else {
            return;
        };
        let goes_on = match open.until {
            Until::Sentence => self.continues_clause(first),
            Until::Line => true,
            Until::List => self.is_list_item(unit.start),
            Until::Narrator => !self.is_background(first),
        };
        let breaks = acts.iter().find(|act| act.breaks);
        let to = breaks.map_or(unit.end, |act| act.from);
        if !goes_on || (breaks.is_some() && to <= first + 3) {
            return;
        }
        let tokens = self.trimmed(first..to);
        if !tokens.is_empty() {
            self.marked.push(Marked {
                tokens,
                kind: StretchKind::Reported,
                speaker: open.speaker.clone(),
                cue: open.cue.clone(),
            });
        }
        if breaks.is_none() {
            self.open = Some(open);
        }
    }

    pub fn until(&self, act: &Act, unit: &Range<u32>, end: u32) -> Until {
        if self.ends_with_colon(unit, end) {
            Until::List
        } else if act.body == Body::Colon {
            Until::Line
        } else if act.is_statement && unit.start == 0 {
            Until::Narrator
        } else {
            Until::Sentence
        }
    }

    /// Lets a list go on that a framed statement ends with.
    pub fn open_list(
        &mut self,
        unit: &Range<u32>,
        end: u32,
        speaker: Option<Range<u32>>,
        cue: Range<u32>,
    ) {
        let until = Until::List;
        let open = Open {
            until,
            speaker,
            cue,
        };
        self.open = self.ends_with_colon(unit, end).then_some(open);
    }

    /// Ends what lasts no longer than a line.
    pub fn close_line(&mut self, unit: &Range<u32>) {
        let at_line_end = unit.end as usize >= self.text.tokens.list.len()
            || self.text.tokens.list[unit.end as usize - 1].kind == Kind::LineEnd;
        if at_line_end && self.open.as_ref().is_some_and(|o| o.until == Until::Line) {
            self.open = None;
        }
    }

    /// Whether a sentence begins with أن, كما أن or لأن, and so goes on with a statement.
    fn continues_clause(&self, first: u32) -> bool {
        let next_is_that = matches!(self.class(first + 1), Class::That | Class::ThatIt);
        self.class(first) == Class::ThatIt && self.shape(first).has(Features::AND)
            || next_is_that && self.is(first, Class::GoesOn)
            || self.is(first, Class::Because)
    }

    /// Whether a sentence steps back to what the outlet itself tells: كان, يذكر أن, جاء ذلك.
    fn is_background(&self, first: u32) -> bool {
        self.class(first) == Class::Was || self.grammar.is_background(self.folded(first))
    }

    fn is_list_item(&self, start: u32) -> bool {
        let list = &self.text.tokens.list[start as usize..];
        match list.first().map(|t| t.kind) {
            Some(Kind::Mark(mark)) => matches!(mark, '-' | '–' | '—' | '•' | '*' | '·' | '▪'),
            Some(Kind::Number) => list
                .get(1)
                .is_some_and(|t| matches!(t.kind, Kind::Mark('-' | '–' | '.' | ')' | '/'))),
            _ => false,
        }
    }

    fn ends_with_colon(&self, unit: &Range<u32>, end: u32) -> bool {
        let list = &self.text.tokens.list;
        let last = (unit.start..unit.end)
            .rev()
            .find(|at| list[*at as usize].kind != Kind::LineEnd);
        last.is_some_and(|at| at + 1 >= end && list[at as usize].kind == Kind::Mark(':'))
    }
}
