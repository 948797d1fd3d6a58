//! What a cue takes as that which is said: a clause, a quotation, direct speech, a noun phrase.

use super::acts::Body;
use super::marks::Quote;
use super::reader::Reader;
use super::valency::Governs;
use super::{Cue, Role, SayingClass};
use crate::corpus::Part;
use crate::language::signs::SEMICOLON;
use crate::language::{Class, Features, Kind};
use std::ops::Range;

/// A cue and its noun may stand this far apart, in tokens: the longest apposition of a speaker in
/// the annotated articles has 75.
pub(super) const REACH: u32 = 100;

/// Verbs of thinking are also verbs of seeing and finding; what they see stands between them and a
/// clause that is another verb's.
const REACH_OF_THOUGHT: u32 = 15;

/// Whoever bears the blame stands between a verb and its *responsibility*; what stands farther is
/// another clause's.
const REACH_OF_BLAME: u32 = 25;

/// An aside of time or place behind whoever speaks has at most so many tokens.
const LONGEST_ASIDE: u32 = 20;

/// Direct speech without marks has at least so many words.
const SHORTEST_DIRECT: usize = 4;

impl Reader<'_> {
    /// What a cue takes: how it begins, where the subject before it ends at the latest, and its
    /// first token.
    pub(crate) fn complement(&self, ix: usize, from: u32, limit: u32) -> Option<(Body, u32, u32)> {
        let cue = &self.cues[ix];
        let reach = match cue.valency.object {
            Governs::BLAME | Governs::THANKS => REACH_OF_BLAME,
            _ if cue.role == Role::Thinks => REACH_OF_THOUGHT,
            _ => REACH,
        };
        let limit = limit.min(cue.tokens.end + reach);
        let mut at = from;
        let mut next_cue = ix + 1;
        let mut noun = None;
        while at < limit {
            while self.cues.get(next_cue).is_some_and(|c| c.tokens.start < at) {
                next_cue += 1;
            }
            let other = self.cues.get(next_cue).filter(|c| c.tokens.start == at);
            // وأكدت الوزارة، وفقا للوكالة، خلو …: a frame stands inside a clause and ends none.
            if let Some(end) = other.and_then(|_| self.frame_inside(next_cue, limit)) {
                at = end;
                continue;
            }
            if let Some(end) = self.aside_of_place(at, limit) {
                at = end;
                continue;
            }
            if other.is_some_and(|other| self.stops_scan(other, cue.takes(Governs::NOUN)))
                || self.mark_at(at) == Some(SEMICOLON)
            {
                break;
            }
            if let Some(quote) = self.top_at(at).filter(|q| q.outer.start == at) {
                if noun.is_none() && self.may_be_said(cue, quote) {
                    // What stands behind it is looked for once, and is all that is left to find.
                    let behind = self.behind_name(ix, quote, limit);
                    return behind.or(Some((Body::Quote, at, at)));
                }
                at = quote.outer.end;
                continue;
            }
            match self.begins(cue, at) {
                Some(found) if found.0 == Body::Noun => {
                    noun = noun.or(Some(found));
                    let governed = found.2 > at && self.class(at) != Class::About;
                    if governed || !cue.takes(Governs::CLAUSE) {
                        break;
                    }
                }
                Some(_) if noun.is_some_and(|n| !self.yields(cue, n, at)) => break,
                Some(found) => return Some(found),
                None => {}
            }
            at += 1;
        }
        noun.or_else(|| self.loose_object(ix, at.min(limit)))
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

    /// Where a frame ends that stands between a verb and what it says.
    fn frame_inside(&self, ix: usize, limit: u32) -> Option<u32> {
        let cue = &self.cues[ix];
        if cue.role != Role::AccordingTo || self.is_by_rule(cue) {
            return None;
        }
        let end = self.source_end(self.source_start(ix), limit);
        let parted = end < limit && (self.is_comma(end) || self.mark_at(end) == Some('-'));
        // واكد رئيس الوفد وفقا للإذاعة توقف …: the object follows without a comma.
        Some(if parted {
            end + 1
        } else {
            self.source_start(ix) + 1
        })
    }

    /// Where an aside of time or place ends that stands between commas behind whoever speaks (أعلن
    /// المتحدث، في مؤتمر صحفي عقده اليوم، إغلاق …): none of its nouns is what is said.
    fn aside_of_place(&self, comma: u32, limit: u32) -> Option<u32> {
        let opens = self.is_comma(comma)
            && matches!(
                self.class(comma + 1),
                Class::In | Class::Adverbial | Class::After
            );
        let limit = limit.min(comma + LONGEST_ASIDE);
        let speaks = |at: &u32| {
            let that = matches!(
                self.class(*at),
                Class::That | Class::ThatIt | Class::AndThat
            );
            let says = self.cues_at(*at).is_some_and(|cue| {
                !matches!(
                    cue.role,
                    Role::SaysNoun | Role::NameHead | Role::Continues | Role::SoCalled
                )
            });
            that || says || self.top_at(*at).is_some()
        };
        let inside = (comma + 1..limit).find(|at| self.is_comma(*at) || speaks(at));
        inside.filter(|end| opens && self.is_comma(*end))
    }

    /// Whether a noun found first gives way to a clause found later: the noun belonged to the
    /// subject. Not so where the clause hangs on the noun itself (أهمية أن), and of a noun with ب
    /// only to a clause with ب.
    fn yields(&self, cue: &Cue, noun: (Body, u32, u32), at: u32) -> bool {
        let word = self.folded(noun.2);
        let with_bi = self.has_glued(noun.2, Features::BY);
        // نافيا تخزين الحبوب أو أن …: the nearest object is what is said.
        let or = self.is(at - 1, Class::NoClause);
        // أكد تورط سياسيين …، حيث ثبت له … بأن: what stands first is no part of the subject, unless
        // the clause is its own.
        let parts = |at: u32| self.is_comma(at) || self.class(at) == Class::Contrast;
        let text = self
            .cues_at(noun.1)
            .is_some_and(|c| c.role == Role::SaysNoun);
        let first = noun.1 == cue.tokens.end && !text && (noun.2..at).any(parts);
        // عن أمله في أن: the clause hangs on the noun.
        let hangs = (at == noun.2 + 1 || at == noun.2 + 2 && self.class(at - 1) == Class::In)
            && self.grammar.takes_that(word);
        !or && !first && !hangs && (!with_bi || self.has_glued(at, Features::BY))
    }

    /// Whether a quotation after a verb may be what is said. A short one only right after the subject:
    /// elsewhere it is a name or a term.
    fn may_be_said(&self, cue: &Cue, quote: &Quote) -> bool {
        let start = quote.outer.start;
        if !cue.takes(Governs::CLAUSE | Governs::WORDS) || self.is_plain_name(quote) {
            return false;
        }
        let words = quote.inner.clone().filter(|at| self.is_word(*at)).count();
        if words <= 3 && self.is_foreign(&quote.inner) {
            return false;
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

    /// Whether a short quotation right behind a verb is whoever does it (أمر «لبيب» بضرورة …): the
    /// verb does not have its subject in itself (رددوا «ارحل»), and its clause goes on.
    fn names_subject(&self, cue: &Cue, quote: &Quote) -> bool {
        let is_verb = !matches!(cue.role, Role::SaysNoun | Role::Participle);
        let has_own = cue.form().has_own_subject();
        let goes_on = self.is_word(quote.outer.end) || self.is_comma(quote.outer.end);
        is_verb && !has_own && goes_on
    }

    /// Whether another cue ends the search: a verb of its own, or a participle after a comma.
    fn stops_scan(&self, other: &Cue, noun_may_stand: bool) -> bool {
        let at = other.tokens.start;
        let before = at.checked_sub(1);
        // العميد رفعت الشهابي: a verb of giving is as often another word.
        if other.valency.object == Governs::THANKS {
            return false;
        }
        match other.role {
            Role::Participle => true,
            Role::AccordingTo => !self.is_by_rule(other),
            Role::SaysNoun | Role::NameHead | Role::Continues | Role::SoCalled | Role::Narrator => {
                false
            }
            // كشفت مصادر رفض الجماعة …: no verb stands there without و, so it is a noun.
            Role::Denies | Role::Demands | Role::Says
                if noun_may_stand
                    && !other.is_joined()
                    && other.form() == Features::PERFECT
                    && self.grammar.is_verbal_noun(self.folded(at)) =>
            {
                before.is_some_and(|b| self.is_comma(b))
            }
            // … الذي أعلن، وقد طلب …: inside an aside of the subject.
            _ => before.is_none_or(|b| !matches!(self.class(b), Class::Relative | Class::Already)),
        }
    }

    /// What a cue takes behind a quotation that is only a name between the verb and what it says
    /// (قال «عارف» إن …).
    fn behind_name(&self, ix: usize, quote: &Quote, limit: u32) -> Option<(Body, u32, u32)> {
        let words = self.word_count(&quote.inner);
        let may_be_name = words <= 4 && self.mark_at(quote.outer.end) != Some('.');
        may_be_name.then(|| self.complement(ix, quote.outer.end, limit))?
    }

    fn begins(&self, cue: &Cue, at: u32) -> Option<(Body, u32, u32)> {
        let takes = |other| cue.takes(other);
        let noun = |start| Some((Body::Noun, at, start));
        // متمنيا لهم الشفاء
        let wishes = cue.valency.class == SayingClass::Greet && cue.role == Role::Participle;
        if wishes && at == cue.tokens.end && self.class(at) == Class::WithIt {
            return noun(at);
        }
        match self.class(at) {
            Class::Other if takes(Governs::BI) && self.quotes_with_bi(at) => {
                Some((Body::Quote, at, at + 1))
            }
            Class::That if takes(Governs::CLAUSE) && self.opens_statement(cue, at) => {
                Some((Body::Clause, at, at + 1))
            }
            // وأن goes on with a clause and opens none.
            Class::ThatIt if self.shape(at).has(Features::AND) => None,
            Class::ThatIt if takes(Governs::CLAUSE) && self.opens_statement(cue, at) => {
                // أنه «…»: with the quotation, not with the pronoun.
                let start = if self.opens_quote(at + 1) { at + 1 } else { at };
                Some((Body::Clause, at, start))
            }
            Class::Whether if cue.role == Role::Asks => Some((Body::Clause, at, at)),
            Class::To if takes(Governs::TO) && self.is_noun(at + 1) => noun(at + 1),
            Class::On if takes(Governs::ON) && self.is_noun(at + 1) && !self.is_ali(at) => {
                noun(at + 1)
            }
            Class::About if takes(Governs::ABOUT) && self.is_noun(at + 1) => {
                let of_name = at > cue.tokens.end && self.grammar.takes_about(self.folded(at - 1));
                if of_name { None } else { noun(at + 1) }
            }
            // حذر عدد من الأهالي من …, لقائه وفدا من النواب: the first is a part of its noun.
            Class::From
                if at > cue.tokens.end
                    && (self.is(at - 1, Class::Some)
                        || self.shape(at - 1).has(Features::TANWIN)) =>
            {
                None
            }
            Class::From if takes(Governs::FROM) && self.is_noun(at + 1) => noun(at + 1),
            Class::What if takes(Governs::NOUN) && cue.role == Role::Denies => noun(at),
            Class::Other => self.begins_noun(cue, at),
            _ if self.mark_at(at) == Some(':') => self.after_colon(cue, at),
            _ => None,
        }
    }

    /// ب right before a quotation: وصفه بـ«…».
    fn quotes_with_bi(&self, at: u32) -> bool {
        self.clitic(at) == Features::BY && self.opens_quote(at + 1)
    }

    fn opens_quote(&self, at: u32) -> bool {
        self.top_at(at).is_some_and(|q| q.outer.start == at)
    }

    /// Whether the object may stand right after its cue: after a participle or a noun.
    pub(crate) fn may_stand_first(&self, cue: &Cue) -> bool {
        matches!(cue.role, Role::Participle | Role::SaysNoun)
    }

    /// Whether a headline's subject stands before the verb, so that its object follows at once.
    pub(crate) fn leads_headline(&self, cue: &Cue) -> bool {
        let verb = cue.tokens.start;
        self.text.part == Part::Title
            && !self.may_stand_first(cue)
            && verb > 0
            && (self.is_word(verb - 1) || self.top_at(verb - 1).is_some())
            && !cue.is_joined()
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
        let next = at + 1;
        if self.top_at(next).is_some_and(|q| q.outer.start == next) {
            return Some((Body::Quote, at, next));
        }
        match self.class(next) {
            Class::That => Some((Body::Clause, at, next + 1)),
            Class::ThatIt => Some((Body::Clause, at, next)),
            _ => Some((Body::Colon, at, next)),
        }
    }

    /// Whether an أن opens what is said, rather than belong to بعد أن, إلا أن, يجب أن.
    fn opens_statement(&self, cue: &Cue, at: u32) -> bool {
        let Some(before) = at.checked_sub(1).filter(|b| *b >= cue.tokens.end) else {
            return true;
        };
        let touches = before == cue.tokens.end;
        if self.class(before) == Class::To && !cue.takes(Governs::TO) && !touches {
            return false;
        }
        !matches!(
            self.class(before),
            Class::NoStatement | Class::After | Class::Without | Class::Contrast
        ) && !self.is(before, Class::NoClause)
    }

    fn is_noun(&self, at: u32) -> bool {
        self.is_word(at)
            && !self.is(at, Class::AdverbNoun)
            && !matches!(
                self.class(at),
                Class::That | Class::ThatIt | Class::ThisThing | Class::Time
            )
            || self.top_at(at).is_some_and(|q| q.outer.start == at)
    }
}
