//! Whether a verb of saying has a source at all: a person, a body or a text, no happening and nobody.

use super::reader::Reader;
use super::{Cue, Role, Subject};
use crate::language::{Class, Features};
use std::ops::Range;

/// What a verb shows is told within so many tokens, the name of who shows it between.
const SHOWN: u32 = 12;

impl Reader<'_> {
    /// Whether a verb says what a happening shows (ما يشير إلى أن, مما يؤكد أن), which is the
    /// outlet's own conclusion.
    pub(crate) fn is_told_by_things(&self, cue: &Cue) -> bool {
        let verb = cue.tokens.start;
        let shows = cue.role == Role::Says
            && cue.form().is_bare_imperfect()
            && !self.is(verb, Class::ByPeople);
        let led = |at: u32| match self.class(at) {
            Class::Which => true,
            Class::What => !self.shape(at).has(Features::LIKE),
            _ => false,
        };
        let Some(before) = verb.checked_sub(1).filter(|_| shows) else {
            return false;
        };
        let framed = before
            .checked_sub(1)
            .is_some_and(|b| self.is(b, Class::According));
        led(before) && !framed
    }

    /// Whether a verb that nobody says stands in a relative clause (شنه من يشتبه بأنهم …), which says
    /// who somebody is.
    pub(crate) fn tells_what_one_is(&self, cue: &Cue) -> bool {
        let before = cue.tokens.start.checked_sub(1);
        let relates =
            before.is_some_and(|b| matches!(self.class(b), Class::Relative | Class::From));
        cue.valency.subject == Subject::None && relates
    }

    /// Whether a verb's subject before it is a happening, which shows; behind a relative the verb is
    /// somebody else's (الانتخابات التي وصفها).
    fn shows(&self, cue: &Cue, subject: Option<&Range<u32>>) -> bool {
        let relates = cue.tokens.start > 0 && self.class(cue.tokens.start - 1) == Class::Relative;
        !relates && subject.is_some_and(|subject| self.is_happening(subject.start))
    }

    /// Whether a verb tells, without a subject, what people in general say (يعتقد, يتوقع).
    pub(crate) fn says_itself(&self, cue: &Cue) -> bool {
        let bare = self.unjoined(cue.tokens.start);
        self.grammar.is(bare, Class::Impersonal) && cue.form().has(Features::IMPERFECT)
    }

    /// Whether a verb is the outlet's own *it is recalled that* (يذكر أن, يشار إلى أن).
    pub(crate) fn is_impersonal(&self, cue: &Cue) -> bool {
        let word = self.folded(cue.tokens.start);
        let bare = self.text.language.behind(word, Features::AND);
        let bare = bare.unwrap_or(word);
        let next = cue.tokens.end;
        let that = |at| matches!(self.class(at), Class::That | Class::ThatIt);
        let is = |class| self.grammar.is(bare, class);
        if is(Class::BetweenOrClear) {
            // بين, between, is a verb only before what it shows, and at the head of its clause.
            let before = cue.tokens.start.checked_sub(1);
            // من جهته بين المدير أن: the word with a pronoun belongs to what leads in.
            let noun = |b: u32| {
                self.is_word(b) && self.class(b) == Class::Other && !self.shape(b).has_third()
            };
            let inside = word == bare && before.is_some_and(noun);
            let behind = next..next + SHOWN;
            let parts = |at: &u32| !self.is_word(*at) || self.shape(*at).has(Features::AND);
            return inside || !behind.take_while(|at| !parts(at)).any(that);
        }
        let behind_to = || self.class(next) == Class::To && that(next + 1);
        that(next) && is(Class::Impersonal) || behind_to() && is(Class::ImpersonalTo)
    }

    /// Whether a subject is a text or an inquiry, through which somebody speaks (التقرير, النتائج).
    pub(crate) fn is_text(&self, at: u32) -> bool {
        let ix = self.cues.partition_point(|c| c.tokens.start < at);
        let noun = self.cues.get(ix).filter(|c| c.tokens.start == at);
        noun.is_some_and(|c| c.role == Role::SaysNoun)
            || self.grammar.is(self.without_article(at), Class::Telling)
    }

    /// Whom عن names behind a verb that passes on (نقلت الوكالة عن الوزير أن).
    pub(crate) fn cited(&self, cue: &Cue, edge: u32) -> Option<Range<u32>> {
        let about = (cue.tokens.end..edge).find(|at| self.class(*at) == Class::About)?;
        self.subject_after(about + 1, edge)
    }

    /// Whether a subject is a happening, which shows rather than says (أكدت الجريمة أن).
    pub(crate) fn is_happening(&self, at: u32) -> bool {
        let ix = self.cues.partition_point(|c| c.tokens.start < at);
        let tells = self
            .cues
            .get(ix)
            .is_some_and(|c| c.tokens.start == at && c.role == Role::SaysNoun);
        !tells && self.has_article(at) && self.grammar.is_event(self.without_article(at))
    }

    /// Whether nobody says it: فيما وصف بأنه (in what was called), ما دعا إلى (which called for).
    pub(crate) fn is_passive(&self, cue: &Cue) -> bool {
        let verb = cue.tokens.start;
        let Some(before) = verb.checked_sub(1) else {
            return false;
        };
        let by_things = matches!(self.class(before), Class::What | Class::Which)
            && before
                .checked_sub(1)
                .is_none_or(|b| self.class(b) != Class::He);
        by_things && cue.role == Role::Demands
            || self.is(before, Class::InWhich)
                && (cue.form().has(Features::IMPERFECT) || self.is(verb, Class::Calls))
    }

    /// Whether a verb's subject may say what it says: no happening, which shows (العملية التي …، تؤكد
    /// تصاعد …), and of a verb of showing a text.
    pub(crate) fn may_say(
        &self,
        cue: &Cue,
        before: Option<&Range<u32>>,
        named: Option<&Range<u32>>,
    ) -> bool {
        let text = cue.valency.subject == Subject::Text;
        !self.shows(cue, before) && (!text || named.is_some_and(|s| self.is_text(s.start)))
    }
}
