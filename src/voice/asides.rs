//! Asides between a verb of saying and what is said: frames that name a source, times and places,
//! brackets, the outlet's own *it is expected that*. They end nothing.

use super::Role;
use super::reader::Reader;
use crate::language::{Class, Features};

/// An aside of time or place behind whoever speaks has at most so many tokens.
pub(super) const LONGEST_ASIDE: u32 = 20;

impl Reader<'_> {
    /// One past an aside that begins at a token; `next_cue` is the first cue there or behind.
    pub(crate) fn aside_end(&self, at: u32, next_cue: usize, limit: u32) -> Option<u32> {
        let cue = self.cues.get(next_cue).filter(|c| c.tokens.start == at);
        // وأكدت الوزارة، وفقا للوكالة، خلو …: a frame stands inside a clause and ends none.
        let frame = || self.frame_inside(next_cue, limit);
        cue.and_then(|_| frame())
            .or_else(|| self.aside_of_place(at, limit))
            .or_else(|| self.bracket_end(at, limit))
            .or_else(|| {
                // من المقرر أن: its clause is the outlet's; behind و it begins another sentence.
                let own = cue.filter(|cue| cue.role == Role::Narrator)?;
                (!self.shape(at).has(Features::AND)).then_some(own.tokens.end)
            })
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

    /// One past the bracket that a short aside ends with (خلال لقاء مع التجار) behind whoever speaks.
    fn bracket_end(&self, at: u32, limit: u32) -> Option<u32> {
        let adverbial = matches!(
            self.class(at + 1),
            Class::In | Class::Adverbial | Class::After
        );
        let opens = self.mark_at(at) == Some('(') && self.top_at(at).is_none() && adverbial;
        let limit = limit.min(at + LONGEST_ASIDE);
        let end = (at..limit)
            .filter(|_| opens)
            .find(|end| self.mark_at(*end) == Some(')'))?;
        Some(end + 1)
    }
}
