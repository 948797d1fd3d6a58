//! Where that which is said ends, and what a frame (وفق …) makes of the words around it.

use super::Role;
use super::acts::{Act, Body};
use super::reader::Reader;
use crate::language::{Class, Features};

impl Reader<'_> {
    /// One past the last token of what an act says, inside its unit.
    ///
    /// A clause runs to the end of its sentence, a noun phrase to the end of its own clause; both
    /// end before the next act that breaks (`، وأضاف`, `، مضيفا`), before a frame, and where the
    /// narrator takes over again (`، وذلك`, `، وهو ما`).
    pub fn clause_end(&self, act: &Act, unit_end: u32, later: &[Act]) -> u32 {
        let next = later
            .iter()
            .find(|next| next.breaks && next.cue.start > act.start)
            .map_or(unit_end, |next| next.from.max(act.start));
        let limit = match act.body {
            Body::Colon => next,
            _ => next.min(unit_end),
        };
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
            if at > act.start && (self.is_narrators(act.body, at) || self.ends_opening(act, at)) {
                return at;
            }
            at += 1;
        }
        limit
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
        opens && !(first..act.cue.start).any(|before| self.is_comma(before))
    }

    /// Whether the narrator goes on here.
    fn is_narrators(&self, body: Body, at: u32) -> bool {
        let class = self.class(at);
        if class == Class::He && self.class(at + 1) == Class::What {
            return true;
        }
        body == Body::Noun && self.ends_noun(class, at)
    }

    /// Whether a noun phrase that was said ends here: at the background of the act (بعد, وذلك,
    /// دون أن), a consequence (ما أثار), or a clause of its own after a comma.
    fn ends_noun(&self, class: Class, at: u32) -> bool {
        let after_comma = self.is_comma(at - 1);
        let joined = after_comma && self.shape(at).has(Features::AND);
        match class {
            Class::AndThat | Class::After | Class::Which => true,
            Class::Without => self.class(at + 1) == Class::That,
            Class::What => after_comma || self.shape(at + 1).has(Features::IMPERFECT),
            Class::Contrast | Class::Was | Class::Already => after_comma,
            Class::Relative => self.shape(at).has(Features::AND),
            Class::Other => joined && self.is(at, Class::Narrates),
            _ => joined,
        }
    }
}
