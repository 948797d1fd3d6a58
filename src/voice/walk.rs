//! Walks through a text sentence by sentence and marks what is said by somebody.

use super::acts::{Act, Body};
use super::headline::Heads;
use super::reader::{Marked, Open, Reader};
use super::{Role, StretchKind};
use crate::language::{Class, Features};
use std::ops::Range;

/// So many speakers back a sentence may take one up again.
const RECENT: usize = 8;

impl Reader<'_> {
    /// Reads the whole text.
    pub fn read(&mut self) {
        self.place_quoted_words();
        let mut acts = Vec::new();
        let end = self.text.tokens.list.len() as u32;
        let mut from = 0;
        let mut heads = Heads::of(self.text.part);
        while from < end {
            if heads.may_stand_at(from) {
                from = self.headline(from, &mut heads);
                continue;
            }
            let unit = from..self.unit_end(from);
            acts.clear();
            self.acts_of(&unit, &mut acts);
            self.name_speakers(&unit, &mut acts);
            self.speaker_before = self.speaker.clone();
            self.unit(&unit, &acts);
            if acts.is_empty() && self.open.is_none() {
                self.follow_subject(&unit);
            }
            self.quotes_of(&unit, &acts);
            self.so_called(&unit);
            if self.speaker.is_none() {
                self.speaker = self.sentence_subject(&unit, unit.end);
            }
            from = unit.end;
        }
    }

    /// Gives acts that name nobody the subject of the sentence, where the sentence opens with
    /// something else than an act (رفع المتظاهرون صورا، ورددوا: …).
    fn name_speakers(&self, unit: &Range<u32>, acts: &mut [Act]) {
        let Some(first) = self.first_word(unit) else {
            return;
        };
        for at in 0..acts.len() {
            let (before, rest) = acts.split_at_mut(at);
            let act = &mut rest[0];
            if act.subject.as_ref().is_some_and(|s| self.is_chant(s.start)) {
                act.subject = None;
            }
            if act.subject.is_none() && !matches!(act.body, Body::Frame { .. }) {
                let from = before.last().map_or(unit.start, |last| last.start);
                act.subject = self.contrast_subject(from..act.from);
            }
            let opener = before.first().unwrap_or(act).cue.start;
            let led = opener <= first + 1 || before.iter().any(|b| b.subject.is_some());
            if act.subject.is_none() && !led && !matches!(act.body, Body::Frame { .. }) {
                let subject = self.sentence_subject(unit, act.from);
                act.subject = subject.filter(|s| !self.disagrees(act, s));
            }
        }
    }

    /// Whether a participle is masculine and a subject feminine (انتقلت المحاضرة …، مؤكدا): then
    /// somebody named before speaks.
    fn disagrees(&self, act: &Act, subject: &Range<u32>) -> bool {
        let feminine =
            self.has_article(subject.start) && self.shape(subject.start).has(Features::FEMININE);
        act.role == Role::Participle && feminine && act.form.has(Features::TANWIN)
    }

    /// Goes on with whoever a sentence without words of its own is about, where that is one who
    /// spoke before (شن هادي هجوما … وأضاف أن).
    fn follow_subject(&mut self, unit: &Range<u32>) {
        let Some(subject) = self.sentence_subject(unit, unit.end) else {
            return;
        };
        let Some(name) = subject.clone().find(|at| self.is_name_word(*at)) else {
            return;
        };
        let word = self.folded(name);
        let mut recent = self.speakers.iter().rev().take(RECENT);
        let known = recent.find(|speaker| (*speaker).clone().any(|at| self.folded(at) == word));
        if let Some(known) = known.cloned() {
            self.speaker = Some(known);
        }
    }

    /// Whether a word may tell one person from another: no title, no particle.
    fn is_name_word(&self, at: u32) -> bool {
        let word = self.folded(at);
        let long = word.chars().count() >= 3;
        long && self.is_word(at) && !self.grammar.is_title(word) && self.class(at) == Class::Other
    }

    /// The end of the sentence, or of the later sentence in which a quotation begun here closes.
    fn unit_end(&self, from: u32) -> u32 {
        let mut end = self.text.sentence_of(from).end;
        let mut quote = self.tops.partition_point(|q| q.outer.end <= from);
        while let Some(next) = self.tops.get(quote).filter(|q| q.outer.start < end) {
            if next.outer.end > end {
                end = self.text.sentence_of(next.outer.end - 1).end;
            }
            quote += 1;
        }
        end
    }

    fn unit(&mut self, unit: &Range<u32>, acts: &[Act]) {
        let first = self.first_word(unit);
        self.go_on(unit, first, acts);
        let mut read_to = unit.start;
        for at in 0..acts.len() {
            let act = acts[at].clone();
            let read_before = read_to;
            if let Body::Frame { forward } = act.body {
                self.frame(unit, &act, forward, read_to, &acts[at + 1..]);
            } else {
                let end = self.mark(unit, &act, &acts[at + 1..]);
                // A quotation alone leaves the rest of its clause to a frame behind it.
                if act.body != Body::Quote || self.is_comma(end) {
                    read_to = read_to.max(end);
                }
            }
            let is_nested = !act.breaks && act.cue.start < read_before;
            if let Some(subject) = act.subject.filter(|_| !is_nested) {
                self.speakers.push(subject.clone());
                self.speaker = Some(subject);
            }
        }
        self.close_line(unit);
    }

    /// Marks what an act says; its end.
    fn mark(&mut self, unit: &Range<u32>, act: &Act, later: &[Act]) -> u32 {
        let speaker = act.subject.clone().or_else(|| self.speaker.clone());
        if let Body::Quote = act.body {
            let end = self.top_at(act.start).map_or(act.start, |q| q.outer.end);
            self.open = None;
            return end;
        }
        let end = self.clause_end(act, unit.end, later);
        let tokens = self.trimmed(self.said_from(act, end)..end);
        if !tokens.is_empty() {
            let open_ended = self.is_unit_end(end, unit);
            let marked = Marked {
                tokens,
                kind: StretchKind::Reported,
                speaker: speaker.clone(),
                cue: act.cue.clone(),
            };
            self.push(marked);
            let until = self.until(act, unit, end);
            let cue = act.cue.clone();
            self.open = open_ended.then_some(Open {
                until,
                speaker,
                cue,
            });
        }
        end
    }

    /// Where that which an act says begins: with the pronoun of its أنه, where the quotation behind
    /// that is not all of it (أنه «…» فحسب).
    fn said_from(&self, act: &Act, end: u32) -> u32 {
        let quote = self
            .top_at(act.start)
            .filter(|q| q.outer.start == act.start);
        let goes_on = quote.is_some_and(|q| (q.outer.end..end).any(|at| self.is_word(at)));
        let that = act
            .start
            .checked_sub(1)
            .filter(|at| self.class(*at) == Class::ThatIt);
        that.filter(|_| goes_on).unwrap_or(act.start)
    }

    /// Whether nothing but marks stands between a clause's end and the unit's.
    fn is_unit_end(&self, end: u32, unit: &Range<u32>) -> bool {
        (end..unit.end).all(|at| !self.is_word(at))
    }
}
