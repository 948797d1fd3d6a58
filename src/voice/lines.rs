//! Lines that say themselves whose words they hold: transcripts (`name: - …`), interviews, the
//! entries of a live blog, a list of points behind `name:`.

use super::reader::Reader;
use super::{Cue, Role};
use crate::corpus::Part;
use crate::language::signs::QUESTION;
use crate::language::{Class, Features, Kind};
use std::ops::Range;

/// A name in front of a colon has at most this many tokens.
const LONGEST_NAME: u32 = 12;

/// What the lines before one tell of it.
#[derive(Default)]
pub(super) struct Lines {
    /// Up to where lines have been looked at.
    read_to: u32,
    /// Whether two lines or more begin with a name and a colon: a transcript.
    takes_turns: Option<bool>,
    /// Whether a question of the outlet has been asked and not yet answered.
    asked: bool,
    /// Who answers, where an interview names them.
    answers: Option<Range<u32>>,
    /// Whether the line before was an answer, which goes on until the next question.
    answering: bool,
}

/// A line, cut into its parts.
struct Line {
    /// The whole of it, without the line end.
    tokens: Range<u32>,
    /// Its words behind a dash, a bullet, a time or `س:`.
    text: Range<u32>,
    /// Whether a dash or bullet opens it.
    is_item: bool,
    /// Whether a time opens it.
    is_timed: bool,
    /// Who is named before a colon, and the colon.
    name: Option<(Range<u32>, u32)>,
}

impl Reader<'_> {
    /// Reads a line that says whose words it holds; the first token that is left to be read. `None`
    /// where the line is one like any other.
    pub(crate) fn spoken_line(&mut self, from: u32, lines: &mut Lines) -> Option<u32> {
        let starts = from == 0 || self.is_line_end(from - 1);
        if self.text.part == Part::Title || !starts || from < lines.read_to {
            return None;
        }
        let line = self.line_of(from);
        lines.read_to = line.tokens.end;
        if line.text.is_empty() {
            return None;
        }
        let asks = self.mark_at(line.tokens.end - 1) == Some(QUESTION);
        if let Some((name, colon)) = line.name.clone() {
            let dashed = self.is_dash(colon + 1) || self.heads_list(&name, colon);
            let post = line.tokens.start == 0 && line.tokens.end == self.count();
            let posted = post
                && self.top_at(colon).is_none()
                && !self.shape(name.start).has(Features::AND)
                && (self.is_person(&name) || matches!(self.class(name.end), Class::In | Class::On));
            let turns = posted || dashed || line.is_timed || lines.asked || self.takes_turns(lines);
            if !turns || asks && !dashed {
                lines.asked |= turns && asks;
                lines.answering = false;
                return None;
            }
            (lines.asked, lines.answering) = (false, lines.asked || lines.answering);
            lines.answers = Some(name.clone());
            return Some(self.turn(name, colon, line.tokens.end));
        }
        let bulleted = line.is_item || line.text.start > line.tokens.start;
        if asks {
            let interview = bulleted || lines.answering;
            lines.asked |= interview || line.tokens.start == 0;
            lines.answering = false;
            return None;
        }
        let known = lines.asked && lines.answers.is_some();
        let answers = lines.asked && bulleted || known || lines.answering && !line.is_item;
        let cited = self.cues_in(&line.text).any(is_saying);
        if !answers || cited && !lines.asked {
            (lines.asked, lines.answering) = (false, false);
            return None;
        }
        (lines.asked, lines.answering) = (false, true);
        let speaker = lines.answers.clone().or_else(|| self.speaker.clone())?;
        let said = self.trimmed(line.text.clone());
        self.say(said, speaker, line.tokens.start);
        Some(line.tokens.end)
    }

    /// Gives the words behind a name and a colon to that one, up to the next turn in the line, and
    /// the points that follow in lines of their own; one past them.
    fn turn(&mut self, name: Range<u32>, colon: u32, end: u32) -> u32 {
        let next =
            (colon + 1..end).find(|at| self.mark_at(*at) == Some(':') && self.is_dash(at + 1));
        let next = next.and_then(|next| {
            let stop = (colon + 1..next).rev().find(|at| self.ends_turn(*at))?;
            let named = self.leading_speaker(stop + 1..next)?;
            (named.end == next).then_some((named, next, stop + 1))
        });
        let mut to = next.as_ref().map_or(end, |(_, _, start)| *start);
        let listed = self.is_dash(colon + 1) || self.heads_list(&name, colon);
        while listed && next.is_none() && to + 1 < self.count() && self.is_list_item(to + 1) {
            let line = self.line_of(to + 1);
            if line.name.is_some() {
                break;
            }
            to = line.tokens.end;
        }
        let said = self.trimmed(colon + 1..to);
        if !said.is_empty() {
            self.say(said, name, colon);
        }
        match next {
            Some((named, next, _)) => self.turn(named, next, end),
            None => to,
        }
    }

    /// Whether a name and a colon end a line that heads points (الحكومة في ردها: / - نقبل …): of a
    /// person, of who answers or whose turn it is, or of what somebody asks for.
    fn heads_list(&self, name: &Range<u32>, colon: u32) -> bool {
        let lists = self.is_line_end(colon + 1) && self.is_dash(colon + 2);
        let turn = |cue: &Cue| cue.role == Role::Continues;
        let answers = self.class(name.end) == Class::In && self.shape(name.end + 1).has_third();
        lists
            && (answers
                || self.is_person(name)
                || self.grammar.is_speech(self.folded(name.start))
                || self.cues_in(&(name.start..colon)).any(turn))
    }

    /// Whether the line that begins at a token is a question.
    pub(crate) fn line_asks(&self, from: u32) -> bool {
        let line = self.line_of(from);
        line.tokens.end > from && self.mark_at(line.tokens.end - 1) == Some(QUESTION)
    }

    fn ends_turn(&self, at: u32) -> bool {
        matches!(self.mark_at(at), Some('.' | '!' | '…' | QUESTION))
    }

    /// Whether two lines or more of the text begin with a name and a colon.
    fn takes_turns(&self, lines: &mut Lines) -> bool {
        *lines.takes_turns.get_or_insert_with(|| {
            let starts = (0..self.count()).filter(|at| *at == 0 || self.is_line_end(at - 1));
            let named = |at: u32| {
                let line = self.line_of(at);
                line.name.is_some_and(|(name, colon)| {
                    colon + 3 < line.tokens.end && self.is_person(&name)
                })
            };
            starts.filter(|at| named(*at)).take(2).count() == 2
        })
    }

    /// Whether a name before a colon is one of a person: a title, or a name that the lists know.
    fn is_person(&self, name: &Range<u32>) -> bool {
        self.grammar.is_title(self.without_article(name.start)) || self.is_in_name(name.start)
    }

    fn line_of(&self, from: u32) -> Line {
        let end = (from..self.count()).find(|at| self.is_line_end(*at));
        let end = end.unwrap_or(self.count());
        let mut start = from;
        let bar = (from..end.min(from + 4)).find(|at| self.mark_at(*at) == Some('|'));
        if let Some(bar) = bar {
            start = bar + 1;
        }
        let (mut is_item, mut is_timed) = (false, false);
        while start < end {
            let clock = self.text.tokens.list[start as usize].kind == Kind::Number;
            let letter =
                self.mark_at(start + 1) == Some(':') && self.folded(start).chars().count() == 1;
            match self.mark_at(start) {
                Some('-' | '–' | '—' | '•' | '*' | '·' | '▪') => is_item = true,
                Some(':') if is_timed => {}
                None if clock => is_timed = true,
                None if letter => start += 1,
                _ => break,
            }
            start += 1;
        }
        let text = start.min(end)..end;
        let colon = text
            .clone()
            .take(LONGEST_NAME as usize + 1)
            .find(|at| self.mark_at(*at) == Some(':'));
        let name = colon.and_then(|colon| Some((self.name_before(start, colon)?, colon)));
        Line {
            tokens: from..end,
            text,
            is_item,
            is_timed,
            name,
        }
    }

    /// Whoever is named between the start of a line and its colon: a name and no clause, no topic.
    fn name_before(&self, start: u32, colon: u32) -> Option<Range<u32>> {
        let before = start..colon;
        let told = self.cues_in(&before).any(is_saying);
        let place = self.is(start, Class::PlaceKind);
        if told || place || self.is_nobody(&before, colon + 1) {
            return None;
        }
        let name = self.leading_speaker(before)?;
        let rest = name.end == colon
            || matches!(self.class(name.end), Class::In | Class::On | Class::From);
        let comma = self.is_comma(name.end);
        // القيادي في الحزب خليل: the place of his office, not where he spoke.
        let next = self.folded(name.end + 1);
        let office = matches!(self.class(name.end), Class::In | Class::From)
            && !self.grammar.is_occasion(next)
            && !self.shape(name.end + 1).has_third();
        let name = if comma || office {
            name.start..colon
        } else {
            name
        };
        (rest || comma).then_some(name)
    }

    fn cues_in(&self, tokens: &Range<u32>) -> impl Iterator<Item = &Cue> {
        let first = self.cues.partition_point(|c| c.tokens.start < tokens.start);
        let end = tokens.end;
        self.cues[first..]
            .iter()
            .take_while(move |c| c.tokens.start < end)
    }

    fn is_dash(&self, at: u32) -> bool {
        matches!(self.mark_at(at), Some('-' | '–' | '—'))
    }

    pub(crate) fn is_line_end(&self, at: u32) -> bool {
        let token = self.text.tokens.list.get(at as usize);
        token.is_some_and(|token| token.kind == Kind::LineEnd)
    }

    pub(crate) fn count(&self) -> u32 {
        self.text.tokens.list.len() as u32
    }
}

/// Whether a cue is a verb or participle of saying.
fn is_saying(cue: &Cue) -> bool {
    !matches!(
        cue.role,
        Role::SaysNoun | Role::NameHead | Role::Continues | Role::SoCalled | Role::Narrator
    )
}
