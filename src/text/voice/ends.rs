//! Where that which is said ends, and what a frame (وفق …) makes of the words around it.

use super::acts::{Act, Body};
use super::reader::{Marked, Reader};
use super::words::Class;
use super::{Role, StretchKind};
use std::ops::Range;

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
        let closed = words > 2 && self.is_comma(end) && !next_is_clause;
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
            _ => self.folded(first) == "بينما" && act.from <= first,
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
        let joined = after_comma && self.folded(at).starts_with('و');
        match class {
            Class::AndThat | Class::After | Class::Which => true,
            Class::Without => self.class(at + 1) == Class::That,
            Class::What => after_comma || self.folded(at + 1).starts_with(['ي', 'ت']),
            Class::Contrast | Class::Was | Class::Already => after_comma,
            Class::Relative => self.folded(at).starts_with('و'),
            Class::Other => joined && matches!(self.folded(at), "وهنا" | "وتم" | "وقام"),
            _ => joined,
        }
    }

    /// Marks what a frame attributes: what follows one that opens the sentence, else what runs up
    /// to it from the sentence's beginning, unless an act has said it already.
    pub fn frame(
        &mut self,
        unit: &Range<u32>,
        act: &Act,
        forward: bool,
        read_to: u32,
        later: &[Act],
    ) {
        let speaker = act.subject.clone().or_else(|| self.speaker.clone());
        let tokens = if forward {
            let end = later
                .iter()
                .find(|next| next.breaks)
                .map_or(unit.end, |next| next.from.max(act.start));
            self.trimmed(act.start..end)
        } else if read_to > unit.start {
            return;
        } else {
            let start = self.after_opening(unit, act.from);
            self.trimmed(start..act.from)
        };
        if tokens.len() > 1 {
            let cue = act.cue.clone();
            self.attribute(tokens, speaker, cue, forward, unit);
        }
    }

    fn attribute(
        &mut self,
        tokens: Range<u32>,
        speaker: Option<Range<u32>>,
        cue: Range<u32>,
        forward: bool,
        unit: &Range<u32>,
    ) {
        let end = tokens.end;
        self.marked.push(Marked {
            tokens,
            kind: StretchKind::Reported,
            speaker: speaker.clone(),
            cue: cue.clone(),
        });
        if forward {
            self.open_list(unit, end, speaker, cue);
        }
    }

    /// Past an opening that belongs to no clause: `وفي سياق متصل،`, `من جهة أخرى`.
    fn after_opening(&self, unit: &Range<u32>, limit: u32) -> u32 {
        let first = self.first_word(unit).unwrap_or(unit.start);
        let opens = matches!(self.class(first), Class::In | Class::From | Class::To);
        let comma = (first..limit.min(first + 5)).find(|at| self.is_comma(*at));
        match comma {
            Some(comma) if opens => comma + 1,
            _ => first,
        }
    }
}
