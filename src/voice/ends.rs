//! Where that which is said ends, and what a frame (وفق …) makes of the words around it.

use super::acts::{Act, Body};
use super::reader::Reader;
use super::{Cue, Role, SayingClass};
use crate::corpus::Part;
use crate::language::{Class, Features};

/// What an act says has at most this many tokens in its sentence: a bound, so that a sentence of
/// thousands of acts is read in linear time. The longest clause of the annotated texts has 221 words.
const LONGEST: u32 = 500;

/// So many tokens before an act its sentence may have begun for it to stand in its opening.
const OPENING: u32 = 60;

impl Reader<'_> {
    /// One past the last token of what an act says, inside its unit.
    ///
    /// A clause runs to the end of its sentence, a noun phrase to the end of its own clause; both
    /// end before the next act that breaks (`، وأضاف`, `، مضيفا`), before a frame, and where the
    /// narrator takes over again (`، وذلك`, `، وهو ما نفاه`).
    pub(crate) fn clause_end(&self, act: &Act, unit_end: u32, later: &[Act]) -> u32 {
        let unit_end = unit_end.min(act.start + LONGEST);
        // أمر بحبسهم لاتهامهم ب…: why somebody wants it is no part of what he wants.
        let parts = |next: &Act| {
            let noun = act.body == Body::Noun && act.class == SayingClass::Demand;
            noun && next.role == Role::SaysNoun && next.class == SayingClass::Accuse
        };
        let next = later
            .iter()
            .take_while(|next| next.cue.start < unit_end)
            .find(|next| next.cue.start > act.start && (next.breaks || parts(next)))
            .map_or(unit_end, |next| next.from.max(act.start));
        let limit = match act.body {
            Body::Colon => next,
            _ => next.min(unit_end),
        };
        if let Some(end) = self.accused_from(act, limit) {
            return end;
        }
        let mut at = act.start;
        while at < limit {
            if let Some(quote) = self.top_at(at).filter(|q| q.outer.start == at) {
                let end = quote.outer.end.min(limit);
                if self.ends_with_quote(act, quote.inner.len(), at, end) {
                    return end;
                }
                at = end;
                continue;
            }
            if at > act.start && (self.is_narrators(act, at) || self.ends_opening(act, at)) {
                return at;
            }
            at += 1;
        }
        limit
    }

    /// Where the accused begins behind that of which he is accused (واتهمت بإشعاله عصابة …): right
    /// behind its pronoun.
    fn accused_from(&self, act: &Act, limit: u32) -> Option<u32> {
        // اتهمته الشركة ببيع خرائطها لمنافسيها: the accused stands at the verb.
        let verb =
            act.class == SayingClass::Accuse && act.role == Role::Accuses && !act.form.has_third();
        let heads =
            act.start == act.cue.end || act.subject.as_ref().is_some_and(|s| s.end == act.start);
        if !verb || act.body != Body::Noun || !heads || !self.has_glued(act.start, Features::BY) {
            return None;
        }
        let mut at = act.start;
        if !self.shape(at).has_third() {
            at += 1;
            let goes_on =
                self.shape(at).has_third() || act.start == act.cue.end && self.has_article(at);
            if !goes_on {
                return None;
            }
        }
        (at + 1 < limit && self.class(at + 1) == Class::Other && self.is_word(at + 1))
            .then_some(at + 1)
    }

    /// Whether a quotation is all that is said: it fills the clause up to a comma, or the outlet
    /// explains it (`«…» التي تضم`).
    fn ends_with_quote(&self, act: &Act, words: usize, start: u32, end: u32) -> bool {
        let explained = words > 4 && self.class(end) == Class::Relative;
        let next_is_clause = matches!(self.class(end + 1), Class::That | Class::ThatIt);
        let joined = self.shape(end + 1).has(Features::AND);
        let closed = self.is_comma(end) && !next_is_clause && (words > 4 || words > 2 && joined);
        explained || (closed && (start == act.start || self.class(end + 1) != Class::Relative))
    }

    /// Whether what is said stands in a part that only opens the sentence (بينما يعلن …، يواجه …;
    /// بعد مطالبة … ب…، ألقت) and ends at its comma.
    fn ends_opening(&self, act: &Act, at: u32) -> bool {
        if act.body != Body::Noun || !self.is_comma(at) {
            return false;
        }
        let sentence = self.text.sentence_of(act.cue.start);
        let Some(first) = self.first_word(sentence).filter(|f| *f < act.cue.start) else {
            return false;
        };
        let opens = match act.role {
            Role::SaysNoun => !matches!(self.class(first), Class::Other | Class::That),
            _ => act.from <= first && self.is(first, Class::While),
        };
        opens
            && act.cue.start - first <= OPENING
            && !(first..act.cue.start).any(|before| self.is_comma(before))
    }

    /// Whether the narrator goes on here.
    fn is_narrators(&self, act: &Act, at: u32) -> bool {
        let class = self.class(at);
        if self.is_told_of_it(at) {
            return true;
        }
        // …، جاء ذلك خلال الاجتماع
        if self.is(at, Class::Told)
            && self.class(at + 1) == Class::ThisThing
            && self.is_comma(at - 1)
        {
            return true;
        }
        act.body == Body::Noun && self.ends_noun(act, class, at)
    }

    /// Whether a noun phrase that was said ends here: at the background of the act (بعد, وذلك,
    /// دون أن), a consequence (ما أثار), or a clause of its own after a comma.
    fn ends_noun(&self, act: &Act, class: Class, at: u32) -> bool {
        let after_comma = self.is_comma(at - 1);
        let joined = after_comma && self.shape(at).has(Features::AND);
        let wants = matches!(
            act.class,
            SayingClass::Accuse | SayingClass::Demand | SayingClass::Condemn | SayingClass::Warn
        );
        let told = act.role == Role::SaysNoun && act.class == SayingClass::Accuse;
        let goes_on = self.has_glued(at, Features::BY)
            || joined && !self.tells(at) && !self.shape(at).has(Features::SO);
        // احتجاجا على …، ورفعوا: what the protest is against ends at its comma.
        let protest = act.role == Role::SaysNoun && act.class == SayingClass::Condemn;
        if after_comma && (told && !goes_on || protest && class != Class::Relative) {
            return true;
        }
        if wants && after_comma && self.is(at, Class::Besides) {
            return true;
        }
        match class {
            // خشيته مما قد تحمله …
            Class::Which => at > act.start + 1,
            Class::AndThat => true,
            Class::After => after_comma || wants,
            Class::Without => self.class(at + 1) == Class::That,
            Class::What if self.shape(at).has(Features::AND) => false,
            Class::What if at == act.start + 1 => false,
            Class::What => after_comma || self.comments(at),
            Class::Contrast | Class::Was | Class::Already => after_comma,
            Class::Relative => false,
            Class::Other => {
                let relates = || (act.start..at).any(|at| self.class(at) == Class::Relative);
                let says = || {
                    let verb = |cue: &Cue| cue.is_joined() && cue.form().has_any(Features::VERB);
                    self.cues_at(at).is_some_and(verb)
                        && !self.grammar.is_verbal_noun(self.unjoined(at))
                };
                let new = self.tells(at) || (self.surely_tells(at) || says()) && !relates();
                let denied = self.grammar.is(self.unjoined(at), Class::DeniesVerb)
                    && self.shape(at + 1).has(Features::IMPERFECT);
                joined && (self.is(at, Class::Narrates) || new || denied)
                    || self.begins_headline_clause(at)
            }
            _ => joined,
        }
    }

    /// Whether another clause begins in a headline without a comma (يطلب سجن المدير والدفاع ينسحب).
    fn begins_headline_clause(&self, at: u32) -> bool {
        let glued = self.shape(at).glued_before();
        let verb = self.shape(at + 1);
        self.text.part == Part::Title
            && glued == Features::AND | Features::ARTICLE
            && verb.has(Features::IMPERFECT)
            && !verb.has_any(Features::JOINED | Features::SECOND)
    }

    /// Whether what was said is taken up by a verb of saying (…، وهو ما نفته الوزارة). With any other
    /// verb whoever speaks goes on (…، وهو ما يحتاج إلى وقت).
    fn is_told_of_it(&self, at: u32) -> bool {
        let relates = self.class(at) == Class::He && self.class(at + 1) == Class::What;
        let verb = if self.class(at + 2) == Class::Already {
            at + 3
        } else {
            at + 2
        };
        relates && self.cues_at(verb).is_some()
    }

    /// Whether ما begins the outlet's comment on what was said (… ما يثير …) rather than stand as a
    /// relative that a noun governs (كل ما يطلبونه).
    fn comments(&self, at: u32) -> bool {
        let governed = self.class(at - 1) != Class::Other || self.is(at - 1, Class::Some);
        !governed && self.shape(at + 1).has(Features::IMPERFECT)
    }

    /// Whether a finite verb behind *and* tells something new: an imperfect that is no noun.
    fn tells(&self, at: u32) -> bool {
        let bare = self.unjoined(at);
        let shape = self.text.language.shape(bare);
        let imperfect = shape.has(Features::IMPERFECT) && !shape.has_any(Features::SECOND);
        (imperfect || shape == Features::PERFECT)
            && bare.chars().count() >= 4
            && !self.is_in_name(at)
    }

    /// Whether it does by letters that a noun rarely has (وتنتظر, وتوجهت, وانسحب; against وتحسين,
    /// وتصويت, وانسحاب), where it does not go on with a relative clause.
    fn surely_tells(&self, at: u32) -> bool {
        let bare = self.unjoined(at);
        let shape = self.text.language.shape(bare);
        let of_ta = Features::IMPERFECT | Features::SECOND;
        let verb = shape == of_ta || shape == of_ta | Features::PERFECT;
        // وتناول معهم الغداء
        let alone = self.class(at + 1) == Class::WithIt;
        let noun = self.grammar.is_verbal_noun(bare) || self.grammar.is_reflexive(bare) && !alone;
        let long = bare.chars().count() >= if alone { 4 } else { 5 };
        (verb && !noun && long || self.grammar.is_derived_perfect(bare)) && !self.is_in_name(at)
    }
}
