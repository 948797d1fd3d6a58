//! Frames that give a clause to somebody without a verb of their own: وفق, بحسب, كما أعلنت.

use super::acts::{Act, Body};
use super::reader::{Marked, Reader};
use super::{Cue, Role, StretchKind, Subject};
use crate::language::{Class, Features, Kind};
use std::ops::Range;

/// The name of a source behind what it is has at most so many tokens.
const LONGEST_NAME: u32 = 7;

impl Reader<'_> {
    /// A verb after كما or حسبما that takes nothing: `…، كما أعلنت الشرطة`.
    pub(crate) fn as_frame(&self, ix: usize, unit: &Range<u32>) -> Option<Act> {
        let cue = &self.cues[ix];
        let mut from = cue.tokens.start.checked_sub(1)?;
        if self.class(from) == Class::What {
            from = from.checked_sub(1)?;
        }
        let is_as = self.is(from, Class::AsTold);
        // …، على ما أعلنت الوكالة.
        let on_what = self.class(from) == Class::On
            && from + 2 == cue.tokens.start
            && from > 0
            && !self.is_word(from - 1);
        let opens = is_as || on_what || self.is(from, Class::According);
        let relates = self.class(from) == Class::He && self.class(from + 1) == Class::What;
        // كما أمرت النيابة ب… at the head of a sentence is *also*; and an order, a reproach or a
        // greeting is no source.
        let heads = self.first_word(unit).is_some_and(|first| from <= first);
        let also = is_as && self.class(from) == Class::Contrast && (heads || !cue.is_source());
        if !opens && !relates || from < unit.start || also {
            return None;
        }
        let end = self.source_end(cue.tokens.end, unit.end);
        Some(Act {
            cue: from..cue.tokens.end,
            form: cue.form(),
            from,
            subject: self.subject_after(cue.tokens.end, end),
            start: end,
            body: Body::Frame { forward: false },
            breaks: !self.is_inner_frame(from, cue.tokens.end, end),
            is_statement: false,
            role: cue.role,
            class: cue.valency.class,
            nobody: cue.valency.subject == Subject::None,
        })
    }

    pub(crate) fn frame_act(&self, ix: usize, unit: &Range<u32>) -> Act {
        let cue = &self.cues[ix];
        let from = self.source_start(ix);
        let end = self.source_end(from, unit.end);
        let heads = self
            .first_word(unit)
            .is_some_and(|f| cue.tokens.start <= f + 1);
        let forward = heads || self.begins_clause_of_source(cue.tokens.start);
        Act {
            cue: cue.tokens.clone(),
            form: cue.form(),
            from: cue.tokens.start,
            subject: self.source(from, end),
            start: end,
            body: Body::Frame { forward },
            breaks: !self.is_inner_frame(cue.tokens.start, from, end)
                && !self.is_own_aside(&cue.tokens, unit),
            is_statement: false,
            role: cue.role,
            class: cue.valency.class,
            nobody: cue.valency.subject == Subject::None,
        }
    }

    /// Whether a frame opens a clause of its own behind a comma (يعمل البناؤون نهارا، وبحسب المقاول …).
    fn begins_clause_of_source(&self, at: u32) -> bool {
        let joined = self.shape(at).has(Features::AND)
            && self.grammar.is(self.unjoined(at), Class::According);
        joined && at > 0 && self.is_comma(at - 1)
    }

    /// Whether a frame of whoever speaks already (على حد زعمهم) stands inside of what is said: a
    /// comma or a dash parts it from more, which is no new act.
    fn is_own_aside(&self, frame: &Range<u32>, unit: &Range<u32>) -> bool {
        let own = frame.clone().any(|at| self.shape(at).has_third());
        let parted = self.is_comma(frame.end) || self.mark_at(frame.end) == Some('-');
        let next = frame.end + 1;
        let goes_on = next < unit.end && self.is_word(next) && self.cues_at(next).is_none();
        own && parted && goes_on
    }

    /// Whether a frame names what something goes by (وفق القانون, حسب عدد الركاب) and no source
    /// (حسب عدد من السكان).
    pub(crate) fn is_by_rule(&self, cue: &Cue) -> bool {
        let next = cue.tokens.end;
        self.grammar.is_rule(self.folded(next)) && self.class(next + 1) != Class::From
    }

    /// Where the words that name a frame's source begin.
    pub(crate) fn source_start(&self, ix: usize) -> u32 {
        let cue = &self.cues[ix];
        let mut from = cue.tokens.end;
        if self.class(from) == Class::What {
            from += 1;
        }
        // حسبما أفادت الشرطة: the verb of saying belongs to the frame.
        match self.cues.get(ix + 1).filter(|c| c.tokens.start == from) {
            Some(verb) if !matches!(verb.role, Role::SaysNoun | Role::NameHead) => verb.tokens.end,
            _ => from,
        }
    }

    /// Whether a frame stands inside the clause of another speaker, as a part of what that one says
    /// (قال إن القارب قديم بحسب مالكيه): nothing parts it from the clause, and its source is somebody
    /// else than whoever speaks (على حد قوله).
    fn is_inner_frame(&self, frame: u32, from: u32, end: u32) -> bool {
        let touches = frame
            .checked_sub(1)
            .is_some_and(|before| self.is_word(before));
        let own = (frame..end).any(|at| {
            let says = at < from || self.grammar.is_speech(self.folded(at));
            says && self.shape(at).has_third()
        });
        touches && from < end && !own
    }

    /// Where the words that name a frame's source end: at a comma, a verb's particle, the end.
    pub(crate) fn source_end(&self, from: u32, limit: u32) -> u32 {
        let mut at = from;
        while at < limit {
            if let Some(quote) = self.top_at(at).filter(|q| q.outer.start == at) {
                at = quote.outer.end;
                continue;
            }
            let stops = match self.text.tokens.list[at as usize].kind {
                Kind::Mark('(' | ')' | '"' | '/') => false,
                Kind::Mark('.') => !self.is_initial(at),
                Kind::Mark(_) if self.is_comma(at) => !self.is_named_behind(at, limit),
                Kind::Mark(_) | Kind::LineEnd => true,
                _ => {
                    matches!(self.class(at), Class::ThatIt | Class::That | Class::AndThat)
                        || self.is(at, Class::EndsSource) && !self.is_withheld(at)
                        || at > from && self.begins_verb(at)
                }
            };
            if stops {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether a verb behind *not* says no more than that a source is not named (ضابط لم تسمه).
    fn is_withheld(&self, denial: u32) -> bool {
        self.shape(denial + 1).has_third()
    }

    /// Whether a comma parts what a source is from his name (وبحسب رئيس النقابة، سامي خليل، …).
    fn is_named_behind(&self, comma: u32, limit: u32) -> bool {
        let first = comma + 1;
        let named = self.grammar.is_given_name(self.folded(first))
            || self.grammar.is_title(self.without_article(first))
            || self.mark_at(first + 1) == Some('.') && self.is_initial(first + 1);
        let ends = |at: &u32| self.is_comma(*at) || self.mark_at(*at) == Some('.');
        named && (first + 2..limit.min(first + LONGEST_NAME)).any(|at| ends(&at))
    }

    /// Whether a verb stands where a source's name goes on: what is told begins there, without a
    /// comma (وبحسب مصدر بلدي لا ينوي المجلس …).
    fn begins_verb(&self, at: u32) -> bool {
        let denied = self.is(at, Class::DeniesVerb);
        let shape = self.shape(at);
        let imperfect = shape.has(Features::IMPERFECT)
            && !shape.has_any(Features::SECOND | Features::FIRST | Features::JOINED)
            && self.folded(at).chars().count() >= 4
            && self.class(at) == Class::Other
            && !self.has_article(at - 1)
            && self.class(at - 1) == Class::Other
            && !self.is_in_name(at);
        // … في مديرية الشؤون فتحت السلطات …
        let never = Features::GLUED_BEFORE.without(Features::SO) | Features::PRONOUN;
        let perfect = shape.has(Features::PERFECT)
            && !shape.has_any(never)
            && self.has_article(at + 1)
            && self.folded(at).chars().count() >= 4
            && (self.has_article(at - 1)
                || self
                    .shape(at - 1)
                    .has_any(Features::FEMININE | Features::NISBA));
        // … اقتحم ملثمون
        let derived = self.grammar.is_derived_perfect(self.folded(at))
            && !self.is_in_name(at)
            && !self.is(at + 1, Class::Naming);
        // وبحسب مدير المرصد الزلزال هو الأقوى: a pronoun parts what is told from its subject.
        let parted = self.has_article(at)
            && self.is(at + 1, Class::He)
            && !self.shape(at + 1).has_any(Features::JOINED);
        denied || imperfect || perfect || derived || parted
    }

    /// Who is named by a frame: what follows وفق, or nobody new (على حد قوله).
    pub(crate) fn source(&self, from: u32, to: u32) -> Option<Range<u32>> {
        let mut from = from;
        while from < to && self.is_telling_noun(from) {
            from += 1;
        }
        self.subject_after(from, to)
    }

    /// بيان, ما جاء في, قول: stands before the one who says.
    fn is_telling_noun(&self, at: u32) -> bool {
        let word = self.folded(at);
        let bare = self
            .text
            .language
            .behind(word, Features::FOR)
            .unwrap_or(word);
        (self.grammar.is_occasion(bare)
            && self.text.language.behind(bare, Features::ARTICLE).is_none())
            || self.grammar.is(bare, Class::Telling)
            || matches!(self.class(at), Class::What | Class::In)
            || self.is(at, Class::Told)
    }

    /// Marks what a frame attributes: what follows one that opens the sentence, else what runs up
    /// to it from the sentence's beginning, unless an act has said it already.
    pub(crate) fn frame(
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
            // وبحسب المصدر، فإن …: the particle is the outlet's.
            let behind = self.trimmed(act.start..end).start;
            let that = matches!(self.class(behind), Class::That | Class::ThatIt)
                && self.shape(behind).has(Features::SO)
                && !self.shape(behind).has_third();
            self.trimmed(behind + u32::from(that)..end)
        } else if self.mark_at(act.start) == Some(':') && self.ends_with_colon(unit, act.start) {
            // وبلغت الحصيلة، بحسب الناطق: and a list of points.
            self.open_list(unit, act.start, speaker, act.cue.clone());
            return;
        } else if read_to > unit.start {
            return;
        } else {
            let start = self.after_opening(unit, act.from);
            if self.is_own_aside(&act.cue, unit) {
                let breaks = later.iter().find(|later| later.breaks);
                self.trimmed(start..breaks.map_or(unit.end, |later| later.from))
            } else {
                self.go_on_behind(unit, act, &speaker, later);
                self.trimmed(start..act.from)
            }
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

    /// A frame between commas stands inside a clause that goes on behind it with a preposition
    /// (وصل الرجال، بحسب شهود، على دراجات), one between dashes whatever follows.
    fn go_on_behind(
        &mut self,
        unit: &Range<u32>,
        act: &Act,
        speaker: &Option<Range<u32>>,
        later: &[Act],
    ) {
        let next = act.start + 1;
        // …، في تصريحات للصحفيين: where it was said.
        let told = self.class(next) == Class::In && self.grammar.is_occasion(self.folded(next + 1));
        let is_dash = |at: u32| matches!(self.mark_at(at), Some('-' | '–' | '—'));
        let dashed = act.from > unit.start && is_dash(act.from - 1) && is_dash(act.start);
        let led = matches!(
            self.class(next),
            Class::In | Class::On | Class::From | Class::To | Class::Adverbial | Class::After
        );
        let bound =
            led || self.has_glued(next, Features::BY) || self.has_glued(next, Features::FOR);
        let goes_on = self.is_comma(act.start) && !self.shape(next).has(Features::AND) && bound;
        if told || !(goes_on || dashed) {
            return;
        }
        let breaks = later.iter().find(|later| later.breaks);
        let end = breaks.map_or(unit.end, |later| later.from.max(next));
        let tokens = self.trimmed(next..end);
        self.push(Marked {
            tokens,
            kind: StretchKind::Reported,
            speaker: speaker.clone(),
            cue: act.cue.clone(),
        });
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
