//! What a reader needs to argue with a stretch: the class of its cue, what ended it, whether another
//! reading is as good, and whether it is certain.

use super::reader::{Marked, Reader};
use super::{Ended, SayingClass, StretchKind, Unpaired};
use crate::language::Class;

/// What is said opens at most so many tokens behind its cue, or something else may be its object.
const NEAR: u32 = 8;

/// A stretch of more words runs over much that nothing but its sentence's end delimits.
const LONG: usize = 40;

/// So does one of more words in whatever marks: a pair of marks so far apart may be another.
const LONGEST: usize = 60;

/// What is told of a stretch beside its place and speaker.
pub(super) struct Account {
    pub class: Option<SayingClass>,
    pub ended: Ended,
    pub certain: bool,
    pub is_narrators_too: bool,
}

impl Reader<'_> {
    pub(crate) fn account(&self, marked: &Marked, unpaired: &[(u32, Unpaired)]) -> Account {
        let cue = self
            .cues_at(marked.cue.start)
            .filter(|_| !marked.cue.is_empty());
        let class = cue.map(|cue| cue.valency.class);
        let reported = marked.kind == StretchKind::Reported;
        let found_out = matches!(class, Some(SayingClass::Learn | SayingClass::Show));
        Account {
            class,
            ended: self.ended(marked),
            certain: self.is_certain(marked, class, unpaired),
            is_narrators_too: reported && (found_out || marked.speaker.is_none()),
        }
    }

    /// What ended a stretch: what stands behind it.
    fn ended(&self, marked: &Marked) -> Ended {
        if marked.kind != StretchKind::Reported {
            return Ended::Mark;
        }
        let end = marked.tokens.end;
        let sentence = self.text.sentence_of(end - 1).end;
        let Some(next) = (end..sentence).find(|at| self.is_word(*at)) else {
            return Ended::Sentence;
        };
        let ix = self.cues.partition_point(|cue| cue.tokens.start < next);
        let tells = self
            .cues
            .get(ix)
            .is_some_and(|cue| cue.tokens.start <= next + 2);
        if tells { Ended::Cue } else { Ended::Outlet }
    }

    /// Whether no other reading is near: somebody says it, it opens at its cue (behind أن or a colon,
    /// in marks, as the object next to it), in its own sentence, ends with that or at a cue or mark
    /// and not where the outlet seems to go on, and no mark without a partner stands there.
    fn is_certain(
        &self,
        marked: &Marked,
        class: Option<SayingClass>,
        unpaired: &[(u32, Unpaired)],
    ) -> bool {
        // Words in marks that nobody says are as often a quotation as held at arm's length.
        match marked.kind {
            StretchKind::Name => return true,
            StretchKind::Distanced => return class.is_some(),
            _ if marked.speaker.is_none() || self.ended(marked) == Ended::Outlet => return false,
            _ => {}
        }
        let start = marked.tokens.start;
        let sentence = self.text.sentence_of(start);
        let bytes = self.text.bytes(sentence);
        let next = unpaired.partition_point(|(byte, _)| *byte < bytes.start);
        if unpaired
            .get(next)
            .is_some_and(|(byte, _)| bytes.contains(byte))
        {
            return false;
        }
        let by_colon = self.mark_at(marked.cue.start) == Some(':');
        if !by_colon && !sentence.contains(&marked.cue.start) {
            return false;
        }
        let before = start.checked_sub(1);
        let quoted = marked.kind == StretchKind::Quoted;
        if quoted
            && self
                .quotes
                .binary_search_by_key(&marked.cue.start, |q| q.outer.start)
                .is_ok()
        {
            return false;
        }
        let opens = self.class(start) == Class::ThatIt
            || before.is_some_and(|b| self.class(b) == Class::That || self.mark_at(b) == Some(':'));
        let behind = marked.cue.start >= start;
        let near = start < marked.cue.end + NEAR;
        let loose = matches!(
            class,
            Some(SayingClass::Accuse | SayingClass::Show | SayingClass::Learn)
        );
        let words = self.word_count(&marked.tokens);
        let runs_on = words > LONGEST || words > LONG && !quoted && !by_colon;
        (opens || behind || near && !loose || quoted) && !runs_on
    }
}
