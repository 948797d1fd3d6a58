//! What a cue takes as that which is said: a clause, a quotation, direct speech, a noun phrase.

use super::acts::Body;
use super::reader::Reader;
use super::valency::Governs;
use super::{Cue, Role, SayingClass, Subject};
use crate::corpus::Part;
use crate::language::signs::SEMICOLON;
use crate::language::{Class, Features};

/// A cue and its noun may stand this far apart, in tokens: the longest apposition of a speaker in
/// the annotated articles has 75.
pub(super) const REACH: u32 = 100;

/// Verbs of thinking are also verbs of seeing and finding; what they see stands between them and a
/// clause that is another verb's.
const REACH_OF_THOUGHT: u32 = 15;

/// Whoever bears the blame stands between a verb and its *responsibility*; what stands farther is
/// another clause's.
const REACH_OF_BLAME: u32 = 25;

/// Of what somebody is accused stands right behind المتهم or behind his number and name; what stands
/// farther is what he did (قام المتهمان مستقلين سيارة باعتراض الطريق).
const REACH_OF_ACCUSED: u32 = 3;

impl Reader<'_> {
    /// What a cue takes: how it begins, where the subject before it ends at the latest, and its
    /// first token.
    pub(crate) fn complement(&self, ix: usize, from: u32, limit: u32) -> Option<(Body, u32, u32)> {
        let cue = &self.cues[ix];
        let accused = cue.role == Role::SaysNoun && cue.valency.subject == Subject::None;
        let reach = match cue.valency.object {
            Governs::BLAME | Governs::THANKS => REACH_OF_BLAME,
            _ if accused && cue.valency.class == SayingClass::Accuse => REACH_OF_ACCUSED,
            _ if cue.role == Role::Thinks => REACH_OF_THOUGHT,
            _ => REACH,
        };
        let limit = limit.min(cue.tokens.end + reach);
        let mut at = from;
        let mut next_cue = ix + 1;
        let mut noun = None;
        let mut short = None;
        while at < limit {
            while self.cues.get(next_cue).is_some_and(|c| c.tokens.start < at) {
                next_cue += 1;
            }
            let other = self.cues.get(next_cue).filter(|c| c.tokens.start == at);
            if let Some(end) = self.aside_end(at, next_cue, limit) {
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
                short = short.or(self.may_be_object(cue, quote).then_some(at));
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
            .or(short.map(|at| (Body::Quote, at, at)))
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
        // دحض زعم خصومه أنه …
        let said =
            matches!(cue.role, Role::Denies | Role::Condemns) && self.grammar.is_speech(word);
        !or && !first && !hangs && !said && (!with_bi || self.has_glued(at, Features::BY))
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
            // نافيا تسلمه أي هدايا: no verb stands right behind a participle without و.
            _ if noun_may_stand && before.is_some_and(|b| self.is_participle(b)) => false,
            Role::AccordingTo => !self.is_by_rule(other),
            Role::Narrator => self.shape(at).has(Features::AND),
            Role::SaysNoun | Role::NameHead | Role::Continues | Role::SoCalled => false,
            // كشفت مصادر رفض الجماعة …: no verb stands there without و, so it is a noun.
            Role::Denies | Role::Demands | Role::Says | Role::Thinks
                if noun_may_stand
                    && !other.is_joined()
                    && other
                        .form()
                        .without(Features::FEMININE | Features::PRONOUN | Features::OF_THIRD)
                        == Features::PERFECT
                    && self.grammar.is_verbal_noun(self.folded(at)) =>
            {
                before.is_some_and(|b| self.is_comma(b))
            }
            // … الذي أعلن، وقد طلب …: inside an aside of the subject.
            _ => before.is_none_or(|b| !matches!(self.class(b), Class::Relative | Class::Already)),
        }
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
            Class::To | Class::On | Class::About | Class::From => {
                self.is_governed(cue, at).then(|| noun(at + 1))?
            }
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
            // روى السائق كيف نجا
            Class::Whether
                if cue.role == Role::Asks
                    || cue.role == Role::Says
                        && takes(Governs::CLAUSE)
                        && self.opens_question(cue, at) =>
            {
                Some((Body::Clause, at, at))
            }
            // أسف لما آلت إليه الأمور
            _ if takes(Governs::LI) && self.is_for_what(at) => noun(at),
            Class::What if takes(Governs::NOUN) && cue.role == Role::Denies => noun(at),
            Class::Other => self.begins_noun(cue, at),
            _ if self.mark_at(at) == Some(':') => self.after_colon(cue, at),
            _ => None,
        }
    }

    /// Whether a word of asking opens an indirect question that somebody tells: not where he does not
    /// (لم يفسر لأحد كيف …).
    fn opens_question(&self, cue: &Cue, at: u32) -> bool {
        let before = cue.tokens.start.checked_sub(1);
        let denied = |at| self.grammar.is(self.unjoined(at), Class::DeniesVerb);
        let joined = self.shape(at).has_any(Features::JOINED);
        !joined && !self.ends_line(at + 1) && !before.is_some_and(denied)
    }

    /// Whether a preposition that the verb takes governs what is said.
    fn is_governed(&self, cue: &Cue, at: u32) -> bool {
        let before = at.checked_sub(1).filter(|_| at > cue.tokens.end);
        let behind = |some: fn(&Self, u32) -> bool| before.is_some_and(|b| some(self, b));
        // ينص القرار على الآتي: «…»
        let points = self.mark_at(at + 2) == Some(':') && cue.takes(Governs::CLAUSE);
        let takes = match self.class(at) {
            Class::To => cue.takes(Governs::TO),
            // أكدت النقابة في رسالة نشرت على جدرانها …: another verb's.
            Class::On => {
                let verb = |r: &Self, b| r.shape(b).without(Features::JOINED) == Features::PERFECT;
                cue.takes(Governs::ON) && !self.is_ali(at) && !behind(verb)
            }
            Class::About => {
                let of_name = |r: &Self, b| r.grammar.takes_about(r.folded(b));
                cue.takes(Governs::ABOUT) && !behind(of_name)
            }
            // حذر عدد من الأهالي من …, لقائه وفدا من النواب: the first is a part of its noun.
            _ => {
                let part = |r: &Self, b| r.is(b, Class::Some) || r.shape(b).has(Features::TANWIN);
                cue.takes(Governs::FROM) && !behind(part)
            }
        };
        takes && !points && self.is_noun(at + 1)
    }

    /// لما: *for what*.
    fn is_for_what(&self, at: u32) -> bool {
        let what = self.text.language.behind(self.folded(at), Features::FOR);
        what.is_some_and(|what| self.grammar.class(what) == Class::What)
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
