//! Which words behind a verb of saying are its speaker's own: a quotation, what follows a colon, direct
//! speech without marks.

use super::acts::Body;
use super::asides::LONGEST_ASIDE;
use super::complement::REACH;
use super::marks::Quote;
use super::reader::Reader;
use super::valency::Governs;
use super::{Cue, Role};
use crate::corpus::Part;
use crate::language::{Class, Features, Kind};
use std::ops::Range;

/// Direct speech without marks has at least so many words.
const SHORTEST_DIRECT: usize = 4;

impl Reader<'_> {
    /// Whether a short quotation is what a verb takes where nothing else is (استبعدت الوزيرة مساء
    /// «أي خفض قريب» …).
    pub(crate) fn may_be_object(&self, cue: &Cue, quote: &Quote) -> bool {
        let words = self.word_count(&quote.inner);
        cue.takes(Governs::NOUN)
            && !matches!(cue.role, Role::SaysNoun | Role::Participle)
            && (2..=3).contains(&words)
            && !self.has_article(quote.inner.start)
            && self.class(quote.outer.start - 1) == Class::Time
            && !self.is_name(quote)
    }

    /// Direct speech behind a comma, without marks (وأضاف البيان، من أهداف المسيرة …): right behind the
    /// verb, or behind somebody who has spoken before.
    pub(crate) fn direct(&self, cue: &Cue, unit: &Range<u32>) -> Option<(Body, u32, u32)> {
        let verb = cue.tokens.end;
        let told = cue.tokens.start > 0 && self.is(cue.tokens.start - 1, Class::AsTold);
        if !cue.takes(Governs::DIRECT) || told || self.text.part == Part::Title {
            return None;
        }
        let comma = if self.is_comma(verb) {
            verb
        } else {
            let limit = unit.end.min(verb + LONGEST_ASIDE);
            let comma = (verb..limit).find(|at| self.is_comma(*at))?;
            let subject = self.subject_after(verb, comma)?;
            let text = self
                .grammar
                .is_occasion(self.without_article(subject.start));
            let whole = subject == (verb..comma);
            (whole && (text || self.has_spoken(&subject))).then_some(comma)?
        };
        let next = comma + 1;
        let opens = match self.class(next) {
            Class::Other => {
                self.cues_at(next)
                    .is_none_or(|cue| cue.role == Role::NameHead)
                    && !self.grammar.is_audience(self.folded(next))
            }
            Class::From | Class::He | Class::ThisThing | Class::Whether => true,
            _ => self.is(next, Class::DeniesVerb),
        };
        let joined = self.shape(next).has_any(Features::JOINED);
        let words = (next..unit.end).filter(|at| self.is_word(*at));
        let long = words.take(SHORTEST_DIRECT).count() == SHORTEST_DIRECT;
        let speech = opens && !joined && long && self.is_word(next);
        (speech && !self.is_apposition(next, unit.end)).then_some((Body::Clause, comma, next))
    }

    /// Whether what stands behind a comma is an apposition, since what is said follows the next one
    /// (قال سالم، أول رئيس للنقابة، إن …).
    fn is_apposition(&self, from: u32, limit: u32) -> bool {
        let another = |cue: &Cue| cue.is_joined() || cue.role == Role::Participle;
        let says = |at: &u32| self.cues_at(*at).is_some_and(another);
        let limit = limit.min(from + REACH);
        let end = (from..limit).find(says).unwrap_or(limit);
        let opens = |at: u32| matches!(self.class(at), Class::That | Class::ThatIt);
        (from + 1..end).any(|at| self.is_comma(at - 1) && (opens(at) || self.opens_quote(at)))
    }

    /// Whether a quotation after a verb may be what is said. A short one only right after the subject:
    /// elsewhere it is a name or a term.
    pub(crate) fn may_be_said(&self, cue: &Cue, quote: &Quote) -> bool {
        let start = quote.outer.start;
        if !cue.takes(Governs::CLAUSE | Governs::WORDS) || self.is_plain_name(quote) {
            return false;
        }
        let words = quote.inner.clone().filter(|at| self.is_word(*at)).count();
        if words <= 3 && self.is_foreign(&quote.inner) {
            return false;
        }
        if words > 1 && self.begins_with_governed(cue, quote) {
            return true;
        }
        if words <= 3 && start == cue.tokens.end && self.names_subject(cue, quote) {
            return false;
        }
        if words <= 3 && start > cue.tokens.end {
            let subject = self.subject_after(cue.tokens.end, start);
            let touches = subject.is_some_and(|s| s.end == start);
            return touches && !self.leads_headline(cue) && cue.role != Role::SaysNoun;
        }
        true
    }

    /// Whether a quotation begins with the preposition that the verb takes (ندد «بالصمت المخجل»).
    fn begins_with_governed(&self, cue: &Cue, quote: &Quote) -> bool {
        let glued = |preposition| self.has_glued(quote.inner.start, preposition);
        cue.role != Role::SaysNoun && cue.takes(Governs::BI | Governs::WORDS) && glued(Features::BY)
    }

    /// Whether a short quotation right behind a verb is whoever does it (أمر «لبيب» بضرورة …): the
    /// verb does not have its subject in itself (رددوا «ارحل»), and its clause goes on.
    fn names_subject(&self, cue: &Cue, quote: &Quote) -> bool {
        let is_verb = !matches!(cue.role, Role::SaysNoun | Role::Participle);
        let has_own = cue.form().has_own_subject();
        let goes_on = self.is_word(quote.outer.end) || self.is_comma(quote.outer.end);
        is_verb && !has_own && goes_on
    }

    /// What a cue takes behind a quotation that is only a name between the verb and what it says
    /// (قال «عارف» إن …).
    pub(crate) fn behind_name(
        &self,
        ix: usize,
        quote: &Quote,
        limit: u32,
    ) -> Option<(Body, u32, u32)> {
        let words = self.word_count(&quote.inner);
        let may_be_name = words <= 4 && self.mark_at(quote.outer.end) != Some('.');
        may_be_name.then(|| self.complement(ix, quote.outer.end, limit))?
    }

    /// ب right before a quotation: وصفه بـ«…».
    pub(crate) fn quotes_with_bi(&self, at: u32) -> bool {
        self.clitic(at) == Features::BY && self.opens_quote(at + 1)
    }

    pub(crate) fn opens_quote(&self, at: u32) -> bool {
        self.top_at(at).is_some_and(|q| q.outer.start == at)
    }

    /// What follows a colon: a quotation, a clause, or direct speech.
    pub(crate) fn after_colon(&self, cue: &Cue, at: u32) -> Option<(Body, u32, u32)> {
        let tokens = &self.text.tokens.list;
        let is_clock = at > 0
            && tokens[at as usize - 1].kind == Kind::Number
            && tokens
                .get(at as usize + 1)
                .is_some_and(|t| t.kind == Kind::Number);
        if is_clock || !cue.takes(Governs::CLAUSE | Governs::WORDS) {
            return None;
        }
        let mut next = at + 1;
        if self.top_at(next).is_some_and(|q| q.outer.start == next) {
            return Some((Body::Quote, at, next));
        }
        // قال: "إن المخزون …: a mark without partner parts nothing.
        if self.is_stray_mark(next) && matches!(self.class(next + 1), Class::That | Class::ThatIt) {
            next += 1;
        }
        match self.class(next) {
            Class::That => Some((Body::Clause, at, next + 1)),
            Class::ThatIt => Some((Body::Clause, at, next)),
            _ => Some((Body::Colon, at, next)),
        }
    }

    /// Whether nothing of a clause stands at a token.
    pub(crate) fn ends_line(&self, at: u32) -> bool {
        !self.is_word(at) && !self.opens_quote(at)
    }

    /// Whether a token is a quotation mark that has no partner.
    fn is_stray_mark(&self, at: u32) -> bool {
        let quotes = |mark| matches!(mark, '"' | '«' | '»' | '“' | '”');
        self.mark_at(at).is_some_and(quotes) && self.top_at(at).is_none()
    }
}
