//! Who speaks: the subject of a verb of saying, as written.

use super::reader::Reader;
use super::{Cue, Role, Subject};
use crate::corpus::Part;
use crate::language::signs::{QUESTION, is_comma};
use crate::language::{Class, Features, Kind};
use std::ops::Range;

/// A subject found before its verb: the words, whether a connective (إلا أن, فيما) stands before
/// them, and where that begins.
pub(super) type Before = (Range<u32>, bool, u32);

/// A subject before its verb has at most this many tokens.
const LONGEST: u32 = 25;

/// A subject after its verb has at most this many, its apposition included.
pub(super) const LONGEST_AFTER: u32 = 110;

impl Reader<'_> {
    /// The subject between a verb and what it says; `None` where nothing names anybody.
    pub(crate) fn subject_after(&self, from: u32, to: u32) -> Option<Range<u32>> {
        let to = to.min(from + LONGEST_AFTER);
        let mut start = from;
        while start < to && self.may_precede_subject(start) {
            start += 1;
        }
        let mut end = start;
        while end < to {
            if let Some(quote) = self.top_at(end).filter(|q| q.outer.start == end) {
                end = quote.outer.end;
                continue;
            }
            if self.ends_subject(start, end, to) {
                break;
            }
            end += 1;
        }
        self.named(start..end)
    }

    /// The subject after a verb: nothing where the verb's own ending is its subject (رددوا), where
    /// what follows is spoken to (طلب من …, طالب الأوروبيين), or disagrees with the verb in gender
    /// (اتهم الولايات المتحدة: the verb before its subject agrees with it).
    pub(crate) fn subject_of(&self, cue: &Cue, to: u32) -> Option<Range<u32>> {
        if cue.role == Role::Participle || cue.form().has_own_subject() {
            return None;
        }
        let subject = self.subject_after(cue.tokens.end, to)?;
        let head = self.shape(subject.start);
        let is_definite = head.glued_before() == Features::ARTICLE;
        let is_oblique = is_definite && head.has(Features::OBLIQUE) && cue.role == Role::Demands;
        let is_feminine = is_definite && head.has(Features::FEMININE);
        let adjacent = subject.start == cue.tokens.end;
        let verb_is_masculine = !cue.form().has(Features::FEMININE);
        // تبين من التحريات أن: the verb has no subject to agree with.
        let of_text = cue.valency.subject == Subject::Text;
        let disagrees = adjacent && is_feminine && verb_is_masculine && !of_text;
        if is_oblique || disagrees {
            return None;
        }
        Some(match cue.role {
            Role::Demands | Role::Accuses => self.without_addressee(subject),
            _ => subject,
        })
    }

    /// A subject without the one who is asked or accused (طالب النواب الحكومة ب…, اتهم سالم جاره):
    /// a noun with a pronoun, or a definite noun that cannot be an adjective of the one before it,
    /// being of another gender and neither a nisba nor a participle.
    fn without_addressee(&self, subject: Range<u32>) -> Range<u32> {
        let is_other = |at: u32| {
            let word = self.shape(at);
            let owned = word.has_third() && !word.has(Features::PLURAL);
            let long = self.folded(at).chars().count() >= 4;
            self.begins_another(at) || owned && !self.has_article(at - 1) && long
        };
        let end = (subject.start + 1..subject.end).find(|at| is_other(*at));
        subject.start..end.unwrap_or(subject.end)
    }

    /// Whether a definite noun is no part of the phrase of the definite noun before it: it is of
    /// another gender, and neither a nisba nor a participle, so that it is not its adjective.
    pub(crate) fn begins_another(&self, at: u32) -> bool {
        let (head, word) = (self.shape(at - 1), self.shape(at));
        let definite = self.has_article(at - 1) && self.has_article(at);
        let adjective = word.has(Features::NISBA) || word.has(Features::PARTICIPLE);
        let gender = |noun: Features| noun.has(Features::FEMININE);
        definite && !adjective && gender(head) != gender(word)
    }

    pub(crate) fn may_precede_subject(&self, at: u32) -> bool {
        let tokens = &self.text.tokens;
        let is_date = tokens.list[at as usize].kind == Kind::Number
            && self.grammar.month(self.folded(at + 1)).is_some()
            || self.grammar.month(self.folded(at)).is_some();
        is_date
            || self.is_comma(at)
            || matches!(
                self.class(at),
                Class::Time | Class::Already | Class::ThisThing | Class::WithIt
            )
    }

    pub(crate) fn named(&self, range: Range<u32>) -> Option<Range<u32>> {
        let mut range = self.trimmed(range);
        if let Some(quote) = self.top_at(range.start)
            && quote.outer == range
        {
            range = quote.inner.clone();
        }
        let has_name = range.clone().any(|at| self.is_word(at));
        let is_pronoun = range.len() == 1
            && matches!(
                self.class(range.start),
                Class::He | Class::ThisThing | Class::What
            )
            // لكنها أكدت
            || range.len() == 1
                && self.is(range.start, Class::Function)
                && self.shape(range.start).has_third();
        // باسمه ونيابة عن …, أكثر من مرة: no name begins so.
        let adverb = self.has_glued(range.start, Features::BY)
            && self.shape(range.start).has_third()
            || self.is(range.start, Class::NoName);
        (has_name && !is_pronoun && !adverb).then_some(range)
    }

    pub(crate) fn ends_subject(&self, start: u32, at: u32, to: u32) -> bool {
        if self.is_comma(at) {
            return self.is_aside(at + 1, to);
        }
        match self.text.tokens.list[at as usize].kind {
            Kind::LineEnd => return true,
            Kind::Mark('.') if self.is_initial(at) => return false,
            Kind::Mark(mark) => {
                return matches!(mark, '.' | '-' | '–' | '—' | ':' | '!' | QUESTION);
            }
            _ => {}
        }
        match self.class(at) {
            Class::In => self.grammar.is_occasion(self.folded(at + 1)) || at == start,
            Class::WithIt => at == start,
            Class::On if at == start => !self.is_ali(at),
            Class::On => !self.ends_name(at),
            Class::About if at > start => !self.grammar.takes_about(self.folded(at - 1)),
            Class::Other => self.ends_at_word(at) || at > start && self.is_chant(at),
            Class::From if at == start => true,
            Class::From => self.is(at + 1, Class::AdverbFrom),
            // السفير لدى مصر, مصدر داخل الحركة
            Class::Adverbial if self.is(at, Class::ToObject) => {
                at == start || self.grammar.is_verbal_noun(self.folded(at + 1))
            }
            Class::He | Class::What | Class::NoStatement => false,
            _ => true,
        }
    }

    fn ends_at_word(&self, at: u32) -> bool {
        let word = self.folded(at);
        self.grammar.is_audience(word)
            || self.is(at, Class::EndsSpeaker)
            || self
                .text
                .language
                .behind(word, Features::BY)
                .is_some_and(|noun| self.grammar.is_definite_verbal_noun(noun))
            || self.is_participle(at)
    }

    /// A single letter before a stop: د. خالد.
    pub(crate) fn is_initial(&self, stop: u32) -> bool {
        stop > 0 && self.folded(stop - 1).chars().count() == 1
    }

    /// Whether على by its folded letters is the name علي: written with ya, a name after it.
    pub(crate) fn is_ali(&self, at: u32) -> bool {
        let next = self.folded(at + 1);
        self.text.language.ends_dotted(self.surface(at))
            && self.class(at + 1) == Class::Other
            && !self.grammar.is_verbal_noun(next)
    }

    /// Whether على is the name علي at the end of a name: before a mark there is nothing for the
    /// preposition to govern (مراد على: …), and عبد and أبو go on with a name.
    fn ends_name(&self, at: u32) -> bool {
        self.mark_at(at + 1)
            .is_some_and(|mark| mark == ':' || is_comma(mark))
            || self.is(at + 1, Class::BeginsName)
    }

    pub(crate) fn is_participle(&self, at: u32) -> bool {
        let ix = self.cues.partition_point(|c| c.tokens.start < at);
        self.cues
            .get(ix)
            .is_some_and(|c| c.tokens.start == at && c.role == Role::Participle)
    }

    /// Whether what follows a comma is no apposition but an aside (في …, خلال …, أمس, الذي …).
    fn is_aside(&self, at: u32, to: u32) -> bool {
        at >= to
            || !matches!(self.class(at), Class::Other | Class::From) && !self.ends_name(at)
            || self.grammar.is_audience(self.folded(at))
            || self.is(at + 1, Class::Naming)
            || self.is_participle(at)
            || self
                .cues_at(at)
                .is_some_and(|cue| cue.role == Role::AccordingTo)
    }

    /// The subject before a verb that has none after it: `المتظاهرون أكدوا أن`, and the noun before
    /// `الذي قال إن`.
    pub(crate) fn subject_before(&self, verb: u32, unit_start: u32) -> Option<Before> {
        let mut end = verb;
        while end > unit_start && (self.is_comma(end - 1) || self.class(end - 1) == Class::Already)
        {
            end -= 1;
        }
        let relative = end > unit_start && self.class(end - 1) == Class::Relative;
        if relative {
            end -= 1;
            while end > unit_start && self.is_comma(end - 1) {
                end -= 1;
            }
        }
        if end > unit_start && self.is(end - 1, Class::When) {
            return None;
        }
        let reach = end.saturating_sub(if relative { 6 } else { LONGEST });
        let floor = unit_start.max(reach).max(self.last_verb(verb));
        let start = self.subject_start(floor, end, relative);
        let connective = start > unit_start
            && match self.class(start - 1) {
                Class::Contrast | Class::Was => true,
                Class::That => {
                    start > unit_start + 1 && self.class(start - 2) == Class::NoStatement
                }
                _ => false,
            };
        let from = if connective {
            self.connective_start(start, unit_start)
        } else {
            verb
        };
        // What a relative or a comma parts from its verb has a verb before it where it opens the
        // sentence (حضر أبو بلال، الذي قال).
        let parted = relative || self.is_comma(verb - 1);
        let opens = self.first_word(&(unit_start..verb)) == Some(start);
        let is_body = self.text.part == Part::Body && self.class(start) == Class::Other;
        let has_verb = parted && opens && is_body && start + 1 < end;
        let is_noun = self.has_article(start);
        let range = self.cut_subject(start + u32::from(has_verb && !is_noun)..end);
        let named = self.named(range)?;
        if self.is_chant(named.start) {
            return None;
        }
        Some((named, connective && !relative, from))
    }

    /// One past the last verb of saying before another.
    fn last_verb(&self, verb: u32) -> u32 {
        let ix = self.cues.partition_point(|c| c.tokens.start < verb);
        self.cues[..ix]
            .iter()
            .rev()
            .take(6)
            .find(|c| {
                !matches!(
                    c.role,
                    Role::SaysNoun | Role::NameHead | Role::Continues | Role::SoCalled
                )
            })
            .map_or(0, |c| c.tokens.end)
    }

    /// Walks back to where a subject before its verb begins.
    fn subject_start(&self, floor: u32, end: u32, relative: bool) -> u32 {
        let mut start = end;
        while start > floor {
            let before = start - 1;
            if let Some(quote) = self.top_at(before) {
                start = quote.outer.start.max(floor);
                continue;
            }
            let stops = match self.class(before) {
                Class::That | Class::ThatIt | Class::Contrast | Class::Was | Class::AndThat => true,
                Class::Adverbial | Class::After | Class::Time if relative => true,
                Class::On | Class::To | Class::About | Class::In if relative => true,
                _ => relative && self.is_comma(before),
            };
            if stops || self.mark_at(before) == Some(':') {
                break;
            }
            start = before;
        }
        start
    }

    fn connective_start(&self, start: u32, unit_start: u32) -> u32 {
        let mut from = start;
        while from > unit_start
            && (matches!(
                self.class(from - 1),
                Class::That | Class::Contrast | Class::NoStatement | Class::Was
            ) || self.is_comma(from - 1))
        {
            from -= 1;
        }
        from
    }

    /// Cuts asides off a subject that stands before its verb.
    fn cut_subject(&self, range: Range<u32>) -> Range<u32> {
        let range = self.trimmed(range);
        let mut end = range.start;
        while end < range.end {
            if let Some(quote) = self.top_at(end).filter(|q| q.outer.start == end) {
                end = quote.outer.end;
                continue;
            }
            if self.ends_subject(range.start, end, range.end) {
                break;
            }
            end += 1;
        }
        range.start..end.min(range.end)
    }
}
