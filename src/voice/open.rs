//! Statements that go on beyond their sentence.

use super::StretchKind;
use super::acts::{Act, Body};
use super::reader::{Marked, Open, Reader, Until};
use crate::corpus::Part;
use crate::language::{Class, Features, Kind};
use std::ops::Range;

/// A statement is looked for this many sentences ahead.
const LOOK_AHEAD: usize = 4;

/// What shows that a statement is running stands among the first words of a sentence.
const NEAR: u32 = 6;

impl Reader<'_> {
    /// What an earlier sentence's statement takes of this one.
    pub(crate) fn go_on(&mut self, unit: &Range<u32>, first: Option<u32>, acts: &[Act]) {
        let (Some(open), Some(first)) = (self.open.take(), first) else {
            return;
        };
        let goes_on = match open.until {
            Until::Sentence => self.continues_clause(first),
            Until::Line => true,
            Until::List => self.is_list_item(unit.start),
            Until::Narrator => !self.is_background(first),
            Until::Shown => self.is_still_running(unit, acts),
        };
        let until = if open.until == Until::Shown && goes_on {
            Until::Narrator
        } else {
            open.until
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
            self.open = Some(Open { until, ..open });
        }
    }

    /// Whether a statement is still running: this sentence or one of the next shows it (اتضح أن,
    /// أولا:, إننا, والنقابة إذ), and nobody else speaks before that.
    fn is_still_running(&self, unit: &Range<u32>, acts: &[Act]) -> bool {
        let mut unit = unit.clone();
        let mut own: Vec<Act> = acts.to_vec();
        for _ in 0..LOOK_AHEAD {
            let Some(first) = self.first_word(&unit) else {
                return false;
            };
            if self.shows_running(&unit, first) {
                return true;
            }
            let speaks = own.iter().any(|act| act.subject.is_some() || act.breaks);
            if speaks || self.is_background(first) || unit.end >= self.count() {
                return false;
            }
            unit = unit.end..self.unit_end(unit.end);
            own.clear();
            self.acts_of(&unit, &mut own);
        }
        false
    }

    fn shows_running(&self, unit: &Range<u32>, first: u32) -> bool {
        let near = first..unit.end.min(first + NEAR);
        let that = |at: u32| matches!(self.class(at), Class::That | Class::ThatIt);
        // ظهر أن, تبين لها أنه; بعد ظهر الأحد is noon.
        let found = |at: u32| {
            let verb = self.grammar.is(self.unjoined(at), Class::FoundOut);
            verb && (that(at + 1) || that(at + 2))
        };
        let shows = |at: u32| self.grammar.is(self.unjoined(at), Class::Running) || found(at);
        self.is_list_item(unit.start) || near.clone().any(shows)
    }

    pub(crate) fn until(&self, act: &Act, unit: &Range<u32>, end: u32) -> Until {
        if self.ends_with_colon(unit, end) {
            Until::List
        } else if act.body == Body::Colon {
            Until::Line
        } else if act.is_statement && unit.start == 0 {
            Until::Narrator
        } else if act.is_statement || self.is_in_statement(act) {
            Until::Shown
        } else {
            Until::Sentence
        }
    }

    /// Whether an act is one of a written statement (قالت النقابة في بيان إن, أفاد بيان بأن).
    fn is_in_statement(&self, act: &Act) -> bool {
        (act.cue.start..act.start).any(|at| self.is(at, Class::Communique))
    }

    /// What a colon at the end of a line opens: the points of a list behind it, a post or the text
    /// of a statement, or the one line that follows.
    pub(crate) fn points_of(
        &self,
        unit: &Range<u32>,
        act: &Act,
        speaker: &Option<Range<u32>>,
    ) -> Option<Open> {
        // عن سنواته الأخيرة: / - لماذا اعتزلت؟: an interview, whose first line is the outlet's.
        if self.is_list_item(unit.end) && self.line_asks(unit.end) {
            return None;
        }
        let until = if self.is_list_item(unit.end) {
            Until::List
        } else if self.is(act.cue.start, Class::Writes) {
            Until::Narrator
        } else {
            Until::Line
        };
        let quoted = self
            .top_at(unit.end)
            .is_some_and(|q| q.outer.start == unit.end);
        let (speaker, cue) = (speaker.clone(), act.cue.clone());
        (unit.end < self.count() && !quoted).then_some(Open {
            until,
            speaker,
            cue,
        })
    }

    /// Lets a list go on that a framed statement ends with.
    pub(crate) fn open_list(
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
    pub(crate) fn close_line(&mut self, unit: &Range<u32>) {
        let at_line_end = unit.end as usize >= self.text.tokens.list.len()
            || self.text.tokens.list[unit.end as usize - 1].kind == Kind::LineEnd;
        let begins = self.ends_with_colon(unit, unit.end);
        if at_line_end && !begins && self.open.as_ref().is_some_and(|o| o.until == Until::Line) {
            self.open = None;
        }
    }

    /// Opens the text of a statement behind its heading (بيان صادر عن …): a first line that begins so and
    /// has no stop.
    pub(crate) fn open_communique(&mut self, unit: &Range<u32>) {
        let heads = self.text.part == Part::Body
            && self.first_word(unit) == Some(unit.start)
            && unit.start == 0
            && self.is(unit.start, Class::Communique)
            && unit.end > 2
            && self.is_line_end(unit.end - 1)
            && self.is_word(unit.end - 2);
        if heads {
            let from = (unit.start..unit.end).find(|at| self.class(*at) == Class::About);
            self.open = Some(Open {
                until: Until::Narrator,
                speaker: self.subject_after(from.unwrap_or(unit.start) + 1, unit.end),
                cue: unit.start..unit.start + 1,
            });
        }
    }

    /// Whether a sentence begins with أن, كما أن or لأن, and so goes on with a statement.
    fn continues_clause(&self, first: u32) -> bool {
        let next_is_that = matches!(self.class(first + 1), Class::That | Class::ThatIt);
        // وأنا أصدقه: the pronoun, not *and that we*.
        let pronoun = self.grammar.is(self.unjoined(first), Class::BeginsClause);
        self.class(first) == Class::ThatIt && self.shape(first).has(Features::AND) && !pronoun
            || next_is_that && self.is(first, Class::GoesOn)
            || self.is(first, Class::Because)
    }

    /// Whether a sentence steps back to what the outlet itself tells: كان, يذكر أن, جاء ذلك.
    fn is_background(&self, first: u32) -> bool {
        self.class(first) == Class::Was || self.grammar.is_background(self.folded(first))
    }

    pub(crate) fn is_list_item(&self, start: u32) -> bool {
        let list = &self.text.tokens.list[(start as usize).min(self.text.tokens.list.len())..];
        match list.first().map(|t| t.kind) {
            Some(Kind::Mark(mark)) => matches!(mark, '-' | '–' | '—' | '•' | '*' | '·' | '▪'),
            Some(Kind::Number) => list
                .get(1)
                .is_some_and(|t| matches!(t.kind, Kind::Mark('-' | '–' | '.' | ')' | '/'))),
            // أولا: …
            _ => {
                self.is(start, Class::Ordinal)
                    && (self.is_comma(start + 1)
                        || matches!(self.mark_at(start + 1), Some(':' | '-')))
            }
        }
    }

    pub(crate) fn ends_with_colon(&self, unit: &Range<u32>, end: u32) -> bool {
        let list = &self.text.tokens.list;
        let last = (unit.start..unit.end)
            .rev()
            .find(|at| list[*at as usize].kind != Kind::LineEnd);
        last.is_some_and(|at| at + 1 >= end && list[at as usize].kind == Kind::Mark(':'))
    }
}
