//! Who a sentence is about, and who speaks through a noun of saying.

use super::reader::Reader;
use super::subject::LONGEST_AFTER;
use super::{Cue, Role};
use crate::language::{Class, Features};
use std::ops::Range;

/// Names behind a title that have no article (الدكتور طلعت عفيفي), so many words of them.
const NAMES: u32 = 3;

/// Whoever speaks stands at most this many tokens before the act.
const FAR: usize = 150;

impl Reader<'_> {
    /// Who does what a sentence tells, where no verb of saying names anybody: the noun at its head,
    /// or after the verb at its head.
    pub(crate) fn sentence_subject(&self, unit: &Range<u32>, to: u32) -> Option<Range<u32>> {
        let mut at = self.first_word(unit)?;
        let to = to.min(at + LONGEST_AFTER);
        while at < to
            && matches!(
                self.class(at),
                Class::Contrast | Class::Already | Class::Was
            )
        {
            at += 1;
        }
        if self.class(at) != Class::Other || self.is_done(at) {
            return None;
        }
        let after_was = at > 0 && self.class(at - 1) == Class::Was;
        let mut start = if after_was || self.has_article(at) {
            at
        } else {
            at + 1
        };
        while start < to && self.may_precede_subject(start) {
            start += 1;
        }
        let mut end = start + 1;
        let head = self.folded(start);
        let definite = self.has_article(start) && self.clitic(start) == Features::NONE;
        let mut names = if self.grammar.is_title(head) {
            NAMES
        } else {
            0
        };
        while end < to && !self.ends_subject(start, end, to) {
            if let Some(quote) = self.top_at(end).filter(|q| q.outer.start == end) {
                end = quote.outer.end;
                continue;
            }
            // غادر القائد الخيمة: what follows is whom or what he did it to.
            if end > start && self.begins_another(end) {
                break;
            }
            let word = self.folded(end);
            if definite && !self.has_article(end) && self.is_word(end) {
                // طويلا, بشدة: an adverb is no name.
                let adverb = self.shape(end).has(Features::TANWIN) && word.chars().count() >= 5;
                if names == 0 || adverb {
                    break;
                }
                names -= 1;
            }
            end += 1;
        }
        let is_noun = self.class(start) == Class::Other && self.is_word(start) && start < to;
        is_noun.then(|| self.named(start..end.min(to))).flatten()
    }

    /// The subject that *but* sets in the middle of a sentence (قالوا إن …، إلا أن البكري رفض …،
    /// وقال): who speaks in a later act that names nobody.
    pub(crate) fn contrast_subject(&self, range: Range<u32>) -> Option<Range<u32>> {
        let is_but = |at: &u32| {
            self.is(*at, Class::But)
                || self.class(*at) == Class::That
                    && *at > range.start
                    && self.is(*at - 1, Class::ButThat)
        };
        let but = range.clone().rev().take(FAR).find(is_but)?;
        let ix = self.cues.partition_point(|c| c.tokens.start <= but);
        let verb = self.cues[ix..].iter().find(|c| {
            !matches!(
                c.role,
                Role::SaysNoun | Role::NameHead | Role::SoCalled | Role::Narrator | Role::Continues
            )
        })?;
        let to = verb.tokens.start;
        if to > range.end || to == but + 1 {
            return None;
        }
        self.subject_after(but + 1, to)
    }

    /// Whether a verb only says that something is done (تم إبلاغ السفير): its noun is nobody.
    fn is_done(&self, at: u32) -> bool {
        self.grammar.is(self.unjoined(at), Class::Done)
    }

    /// Whether a noun is what is shouted or held up rather than who does it.
    pub(crate) fn is_chant(&self, at: u32) -> bool {
        self.grammar.is(self.without_article(at), Class::Chant)
    }

    /// Who speaks through a noun of saying: the noun's own genitive (بيان الجماعة), the one after
    /// عن (نقلت عن فلان قوله), else nobody new.
    pub(crate) fn noun_speaker(
        &self,
        cue: &Cue,
        edge: u32,
        unit: &Range<u32>,
    ) -> Option<Range<u32>> {
        if cue.form().has_third() {
            let about = (unit.start..cue.tokens.start)
                .rev()
                .take(FAR)
                .find(|at| self.class(*at) == Class::About)?;
            return self.subject_after(about + 1, cue.tokens.start);
        }
        // بلاغ من إدارة السوق, دعوات من المتظاهرين
        let from = (cue.tokens.end..edge.min(cue.tokens.end + 2))
            .find(|at| self.class(*at) == Class::From);
        if let Some(from) = from {
            return self.subject_after(from + 1, edge);
        }
        let some = self.is(cue.tokens.end, Class::Some);
        if (some || self.has_article(cue.tokens.end)) && edge > cue.tokens.end {
            return self.subject_after(cue.tokens.end, edge);
        }
        let relative = (cue.tokens.start.saturating_sub(5).max(unit.start)..cue.tokens.start)
            .find(|at| self.class(*at) == Class::Relative)?;
        self.subject_before(relative + 1, unit.start)
            .map(|before| before.0)
    }
}
