//! *So-called* without quotation marks: ما يسمى المجلس الانتقالي, الانتهاكات المزعومة.

use super::reader::{Marked, Reader};
use super::{Cue, Role, StretchKind};
use crate::language::{Class, Features, Kind};
use std::ops::Range;

/// What is called so has at most this many words, as scare quotes have.
const LONGEST: u32 = 4;

impl Reader<'_> {
    /// Holds off what the so-called cues of a unit stand at, unless it stands in marks (then the
    /// quotation is decided) or somebody is named as calling it so (ما وصفه ب).
    pub(crate) fn so_called(&mut self, unit: &Range<u32>) {
        let first = self.cues.partition_point(|c| c.tokens.start < unit.start);
        for ix in first..self.cues.len() {
            let cue = self.cues[ix].clone();
            if cue.tokens.start >= unit.end {
                break;
            }
            if cue.role != Role::SoCalled || has_owner(&cue) {
                continue;
            }
            let tokens = if self.is(cue.tokens.start, Class::Alleged) {
                self.noun_before(cue.tokens.start, unit.start)
            } else {
                self.noun_after(cue.tokens.end, unit.end)
            };
            // ما يسمى بـ«…»: the quotation is decided for itself.
            let is_clitic = tokens.len() == 1 && self.folded(tokens.start).chars().count() == 1;
            if !tokens.is_empty() && !is_clitic {
                self.push(Marked {
                    tokens,
                    kind: StretchKind::Distanced,
                    speaker: None,
                    cue: cue.tokens,
                });
            }
        }
    }

    fn noun_before(&self, adjective: u32, floor: u32) -> Range<u32> {
        let stands = adjective > floor && self.is_word(adjective - 1);
        adjective - u32::from(stands)..adjective
    }

    /// The words of a noun phrase: up to a mark, a particle, or a verb's imperfect.
    fn noun_after(&self, from: u32, limit: u32) -> Range<u32> {
        let limit = limit.min(from + LONGEST);
        let ends = |at: u32| {
            let word = self.folded(at);
            let token = &self.text.tokens.list[at as usize];
            let shape = self.shape(at);
            let verb = shape.has(Features::IMPERFECT)
                && !shape.has_any(Features::SECOND | Features::JOINED)
                && word.chars().count() > 3;
            token.kind != Kind::Word
                || self.class(at) != Class::Other
                || at > from && (verb || !self.has_article(at) && self.is_definite_at(at - 1))
        };
        from..(from..limit).find(|at| ends(*at)).unwrap_or(limit)
    }

    fn is_definite_at(&self, at: u32) -> bool {
        let glued = self.shape(at).glued_before();
        glued.without(Features::BY) == Features::ARTICLE
    }
}

/// Whether a cue has a pronoun or an ending for whoever calls something so: ما وصفه ب, ما أسموه.
pub(super) fn has_owner(cue: &Cue) -> bool {
    let verb = match cue.features.words() {
        [.., verb, last] if last.glued_before() == *last && last.has(Features::BY) => *verb,
        [.., last] => *last,
        [] => Features::NONE,
    };
    cue.tokens.len() > 1 && verb.has_any(Features::OF_THIRD | Features::PLURAL)
}
