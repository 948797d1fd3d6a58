//! Finds acts of saying: a cue, who says, and where that which is said begins.

use super::governs::Governs;
use super::marks::Quote;
use super::reader::Reader;
use super::words::{Class, is_definite_verbal_noun, is_rule, is_verbal_noun};
use super::{Cue, Role};
use crate::corpus::Part;
use crate::language::Kind;
use std::ops::Range;

/// How that which is said begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Body {
    /// After أن/إن.
    Clause,
    /// A noun phrase, with or without preposition.
    Noun,
    /// A quotation; `start` is its opening mark.
    Quote,
    /// Words after a colon, without marks.
    Colon,
    /// A frame (وفق …); `forward` where it stands before what is said.
    Frame {
        /// Whether that which is said follows it.
        forward: bool,
    },
}

/// An act of saying.
#[derive(Clone, Debug)]
pub(super) struct Act {
    /// What its cue does.
    pub role: Role,
    /// The verb, participle, noun or frame.
    pub cue: Range<u32>,
    /// Where what stands before it ends: its connective, or the cue itself.
    pub from: u32,
    /// Who says it, where the text names somebody.
    pub subject: Option<Range<u32>>,
    /// The first token of what is said (of a frame: one past the frame).
    pub start: u32,
    /// How it begins.
    pub body: Body,
    /// Whether it ends a statement that runs up to it.
    pub breaks: bool,
    /// Whether it is a statement that may run over many sentences (صرح … بأن).
    pub is_statement: bool,
}

/// A cue and its noun may stand this far apart, in tokens: the longest apposition of a speaker in
/// the annotated articles has 75.
const REACH: u32 = 100;

impl Reader<'_> {
    /// The acts of a unit in the order of their cues; two that begin at the same place are one.
    pub fn acts_of(&self, unit: &Range<u32>, acts: &mut Vec<Act>) {
        let first = self.cues.partition_point(|c| c.tokens.start < unit.start);
        for ix in first..self.cues.len() {
            let cue = &self.cues[ix];
            if cue.tokens.start >= unit.end {
                break;
            }
            let act = match cue.role {
                Role::AccordingTo if is_rule(self.folded(cue.tokens.end)) => None,
                Role::AccordingTo => Some(self.frame_act(ix, unit)),
                Role::SaysNoun => self.noun_act(ix, unit),
                Role::Continues | Role::NameHead | Role::SoCalled | Role::Narrator => None,
                _ => self.verb_act(ix, unit),
            };
            let Some(act) = act else { continue };
            match acts.last_mut() {
                // نقلت الوكالة عن الوزير قوله: the one who is cited, not the one who cites.
                Some(last) if last.start == act.start => {
                    if cue.role == Role::SaysNoun && self.is_cited(last, cue) {
                        last.subject = act.subject.or(last.subject.take());
                    }
                }
                Some(last) if act.cue.start < last.cue.end => {}
                _ => acts.push(act),
            }
        }
    }

    /// Whether a noun with a pronoun (قوله) stands behind a verb and the عن that names its owner.
    fn is_cited(&self, verb: &Act, noun: &Cue) -> bool {
        let between = verb.cue.end..noun.tokens.start;
        let word = self.folded(noun.tokens.start);
        word.starts_with("قول") && between.clone().any(|at| self.class(at) == Class::About)
    }

    fn verb_act(&self, ix: usize, unit: &Range<u32>) -> Option<Act> {
        let cue = &self.cues[ix];
        if self.is_impersonal(cue) {
            return None;
        }
        let found = self.complement(ix, cue.tokens.end, unit.end);
        let Some((body, edge, start)) = found else {
            return self.as_frame(ix, unit);
        };
        if body == Body::Noun && self.only_describes(cue, unit.start) {
            return None;
        }
        let after = self.subject_of(cue, edge);
        if self.is_passive(cue) && (after.is_none() || cue.role == Role::Demands) {
            return None;
        }
        let (from, mut joined) = self.connective(cue.tokens.start, unit.start);
        // A verb after a comma without subject takes up the one before (التقرير …، أوضح أن).
        let resumes = after.is_none() && !self.is_joined(cue.tokens.start) && from > unit.start;
        joined &= !(resumes && self.is_comma(cue.tokens.start - 1));
        let stands_before = body == Body::Noun && self.follows_subject(cue, unit.start);
        let before = match &after {
            _ if cue.role == Role::Participle => None,
            None if !joined => self.subject_before(cue.tokens.start, unit.start),
            Some(_) if stands_before => self.subject_before(cue.tokens.start, unit.start),
            _ => None,
        };
        let after = after.filter(|_| before.is_none());
        let breaks = joined || cue.role == Role::Participle || before.as_ref().is_some_and(|b| b.1);
        let from = before.as_ref().map_or(from, |b| b.2.min(from));
        Some(Act {
            cue: cue.tokens.clone(),
            from,
            subject: after.or(before.map(|b| b.0)),
            start,
            body,
            breaks,
            is_statement: self.folded(cue.tokens.start).contains("صرح"),
            role: cue.role,
        })
    }

    /// A verb after كما or حسبما that takes nothing: `…، كما أعلنت الشرطة`.
    fn as_frame(&self, ix: usize, unit: &Range<u32>) -> Option<Act> {
        let cue = &self.cues[ix];
        let mut from = cue.tokens.start.checked_sub(1)?;
        if self.class(from) == Class::What {
            from = from.checked_sub(1)?;
        }
        let opens = matches!(
            self.folded(from),
            "كما" | "حسبما" | "حسب" | "بحسب" | "وفق" | "وفقما" | "مثلما"
        );
        let relates = self.class(from) == Class::He && self.class(from + 1) == Class::What;
        if !opens && !relates || from < unit.start {
            return None;
        }
        let end = self.source_end(cue.tokens.end, unit.end);
        Some(Act {
            cue: from..cue.tokens.end,
            from,
            subject: self.subject_after(cue.tokens.end, end),
            start: end,
            body: Body::Frame { forward: false },
            breaks: true,
            is_statement: false,
            role: cue.role,
        })
    }

    fn frame_act(&self, ix: usize, unit: &Range<u32>) -> Act {
        let cue = &self.cues[ix];
        let mut from = cue.tokens.end;
        if self.class(from) == Class::What {
            from += 1;
        }
        // حسبما أفادت الشرطة: the verb of saying belongs to the frame.
        if let Some(verb) = self.cues.get(ix + 1).filter(|c| c.tokens.start == from) {
            if !matches!(verb.role, Role::SaysNoun | Role::NameHead) {
                from = verb.tokens.end;
            }
        }
        let end = self.source_end(from, unit.end);
        let forward = self
            .first_word(unit)
            .is_some_and(|f| cue.tokens.start <= f + 1);
        Act {
            cue: cue.tokens.clone(),
            from: cue.tokens.start,
            subject: self.source(from, end),
            start: end,
            body: Body::Frame { forward },
            breaks: true,
            is_statement: false,
            role: cue.role,
        }
    }

    /// Where the words that name a frame's source end: at a comma, a verb's particle, the end.
    fn source_end(&self, from: u32, limit: u32) -> u32 {
        let mut at = from;
        while at < limit {
            if let Some(quote) = self.top_at(at).filter(|q| q.outer.start == at) {
                at = quote.outer.end;
                continue;
            }
            let stops = match self.text.tokens.list[at as usize].kind {
                Kind::Mark('(' | ')' | '"' | '/') => false,
                Kind::Mark(_) | Kind::LineEnd => true,
                _ => {
                    matches!(self.class(at), Class::ThatIt | Class::That | Class::AndThat)
                        || matches!(self.folded(at), "لم" | "لن" | "فان" | "فقد" | "قد")
                }
            };
            if stops {
                break;
            }
            at += 1;
        }
        at
    }

    /// A noun of saying with what it says: قوله إن, هتافات: «…», تهمة حيازة.
    fn noun_act(&self, ix: usize, unit: &Range<u32>) -> Option<Act> {
        let cue = &self.cues[ix];
        let (body, edge, start) = self.complement(ix, cue.tokens.end, unit.end)?;
        let word = self.folded(cue.tokens.start);
        let definite = word.starts_with("ال") || word.starts_with("لل");
        let reach = if body == Body::Clause { 5 } else { 12 };
        let parted = body == Body::Clause && (cue.tokens.end..edge).any(|at| self.is_comma(at));
        if edge > cue.tokens.end + reach || parted || body == Body::Noun && definite {
            return None;
        }
        Some(Act {
            cue: cue.tokens.clone(),
            from: cue.tokens.start,
            subject: self.noun_speaker(cue, edge, unit),
            start,
            body,
            breaks: false,
            is_statement: false,
            role: cue.role,
        })
    }

    /// What a cue takes: how it begins, where the subject before it ends at the latest, and its
    /// first token.
    pub fn complement(&self, ix: usize, from: u32, limit: u32) -> Option<(Body, u32, u32)> {
        let cue = &self.cues[ix];
        let limit = limit.min(cue.tokens.end + REACH);
        let mut at = from;
        let mut next_cue = ix + 1;
        let mut noun = None;
        while at < limit {
            while self.cues.get(next_cue).is_some_and(|c| c.tokens.start < at) {
                next_cue += 1;
            }
            let other = self.cues.get(next_cue).filter(|c| c.tokens.start == at);
            if other.is_some_and(|other| self.stops_scan(other)) || self.mark_at(at) == Some('؛') {
                break;
            }
            if let Some(quote) = self.top_at(at).filter(|q| q.outer.start == at) {
                if noun.is_none() && self.is_said(ix, quote, limit) {
                    return Some((Body::Quote, at, at));
                }
                at = quote.outer.end;
                continue;
            }
            match self.begins(cue, at) {
                Some(found) if found.0 == Body::Noun => {
                    noun = noun.or(Some(found));
                    let governed = found.2 > at && self.class(at) != Class::About;
                    if governed || !cue.governs.any(Governs::CLAUSE) {
                        break;
                    }
                }
                Some(_) if noun.is_some_and(|n| !self.yields(n, at)) => break,
                Some(found) => return Some(found),
                None => {}
            }
            at += 1;
        }
        noun
    }

    /// Whether a noun found first gives way to a clause found later: the noun belonged to the
    /// subject. Not so where the clause hangs on the noun itself (أهمية أن), and of a noun with ب
    /// only to a clause with ب.
    fn yields(&self, noun: (Body, u32, u32), at: u32) -> bool {
        let word = self.folded(noun.2);
        let with_bi = word.starts_with('ب');
        at > noun.2 + 1 && (!with_bi || self.folded(at).starts_with('ب'))
    }

    /// Whether a quotation after a verb is what is said. A short one only right after the subject:
    /// elsewhere it is a name or a term.
    fn is_said(&self, ix: usize, quote: &Quote, limit: u32) -> bool {
        let cue = &self.cues[ix];
        let start = quote.outer.start;
        if !cue.governs.any(Governs::CLAUSE | Governs::WORDS) || self.is_plain_name(quote) {
            return false;
        }
        let words = quote.inner.clone().filter(|at| self.is_word(*at)).count();
        if words <= 3 && self.is_foreign(&quote.inner) {
            return false;
        }
        if words <= 3 && start > cue.tokens.end {
            let subject = self.subject_after(cue.tokens.end, start);
            let touches = subject.is_some_and(|s| s.end == start);
            if !touches || self.leads_headline(cue) || cue.role == Role::SaysNoun {
                return false;
            }
        }
        !self.is_passed_over(ix, quote.inner.clone(), quote.outer.end, limit)
    }

    /// Whether another cue ends the search: a verb of its own, or a participle after a comma.
    fn stops_scan(&self, other: &Cue) -> bool {
        let at = other.tokens.start;
        let before = at.checked_sub(1);
        match other.role {
            Role::Participle => before.is_some_and(|b| self.is_comma(b)),
            Role::AccordingTo => !is_rule(self.folded(other.tokens.end)),
            Role::SaysNoun | Role::NameHead | Role::Continues | Role::SoCalled | Role::Narrator => {
                false
            }
            _ => before.is_none_or(|b| self.class(b) != Class::Relative),
        }
    }

    /// Whether a quotation between a verb and what it says is only a name (قال «عارف» إن …).
    fn is_passed_over(&self, ix: usize, inner: Range<u32>, end: u32, limit: u32) -> bool {
        let words = inner.clone().filter(|at| self.is_word(*at)).count();
        words <= 4 && self.mark_at(end) != Some('.') && self.complement(ix, end, limit).is_some()
    }

    fn begins(&self, cue: &Cue, at: u32) -> Option<(Body, u32, u32)> {
        let takes = |other| cue.governs.any(other);
        let noun = |start| Some((Body::Noun, at, start));
        match self.class(at) {
            Class::That if takes(Governs::CLAUSE) && self.opens_statement(cue, at) => {
                Some((Body::Clause, at, at + 1))
            }
            Class::ThatIt if takes(Governs::CLAUSE) && self.opens_statement(cue, at) => {
                // أنه «…»: with the quotation, not with the pronoun.
                let start = if self.opens_quote(at + 1) { at + 1 } else { at };
                Some((Body::Clause, at, start))
            }
            Class::Whether if cue.role == Role::Asks => Some((Body::Clause, at, at)),
            Class::To if takes(Governs::TO) && self.is_noun(at + 1) => noun(at + 1),
            Class::On if takes(Governs::ON) && self.is_noun(at + 1) && !self.is_ali(at) => {
                noun(at + 1)
            }
            Class::About if takes(Governs::ABOUT) && self.is_noun(at + 1) => noun(at + 1),
            Class::From if takes(Governs::FROM) && self.is_noun(at + 1) => noun(at + 1),
            Class::What if takes(Governs::NOUN) && cue.role == Role::Denies => noun(at),
            Class::Other => self.begins_noun(cue, at),
            _ if self.mark_at(at) == Some(':') => self.after_colon(cue, at),
            _ => None,
        }
    }

    fn opens_quote(&self, at: u32) -> bool {
        self.top_at(at).is_some_and(|q| q.outer.start == at)
    }

    fn begins_noun(&self, cue: &Cue, at: u32) -> Option<(Body, u32, u32)> {
        if let Some(':') = self.mark_at(at) {
            return self.after_colon(cue, at);
        }
        let word = self.folded(at);
        let prefixed = |prefix: &str| {
            word.strip_prefix(prefix)
                .is_some_and(is_definite_verbal_noun)
        };
        let found = cue.governs.any(Governs::BI) && prefixed("ب")
            || cue.governs.any(Governs::LI) && prefixed("ل")
            || cue.governs.any(Governs::NOUN) && self.is_object(cue, at);
        found.then_some((Body::Noun, at, at))
    }

    /// Whether a word is the object of a verb that takes a noun: a verbal noun without article
    /// that no preposition governs, or the first noun after subject and time (أكد الجيش اليوم
    /// مقتل …).
    fn is_object(&self, cue: &Cue, at: u32) -> bool {
        let word = self.folded(at);
        let before = self.class(at - 1);
        let governed = matches!(
            before,
            Class::In
                | Class::On
                | Class::To
                | Class::From
                | Class::About
                | Class::Adverbial
                | Class::After
                | Class::Without
                | Class::Relative
                | Class::Already
                | Class::ThisThing
        );
        let relates = cue.role != Role::Participle && self.in_relative(cue.tokens.end, at);
        if !self.is_word(at) || governed || relates {
            return false;
        }
        let after_time = before == Class::Time && at > cue.tokens.end + 1;
        let condemned = cue.role == Role::Condemns && at > cue.tokens.end;
        if word.starts_with("ال") && !is_verbal_noun(word) {
            return (after_time || condemned) && is_definite_verbal_noun(word);
        }
        if self.leads_headline(cue) {
            let addressed = at == cue.tokens.end + 1 && self.folded(at - 1).starts_with('ل');
            return (at == cue.tokens.end || addressed) && is_verbal_noun(word);
        }
        let stands_first = at == cue.tokens.end && !self.may_stand_first(cue);
        let has_pronoun = word.ends_with('ه') || word.ends_with("ها");
        is_verbal_noun(word)
            && (!stands_first || has_pronoun)
            && !(at + 1..at + 4).any(|next| self.class(next) == Class::ThatIt)
    }

    /// Whether the object may stand right after its cue: after a participle or a noun.
    fn may_stand_first(&self, cue: &Cue) -> bool {
        matches!(cue.role, Role::Participle | Role::SaysNoun)
    }

    /// Whether a headline's subject stands before the verb, so that its object follows at once.
    fn leads_headline(&self, cue: &Cue) -> bool {
        let verb = cue.tokens.start;
        self.text.part == Part::Title
            && !self.may_stand_first(cue)
            && verb > 0
            && self.is_word(verb - 1)
            && !self.is_joined(verb)
    }

    /// Whether a relative clause has begun since the last comma.
    fn in_relative(&self, from: u32, at: u32) -> bool {
        (from..at)
            .rev()
            .take_while(|before| !self.is_comma(*before))
            .any(|before| self.class(before) == Class::Relative)
    }

    /// What follows a colon: a quotation, a clause, or direct speech.
    fn after_colon(&self, cue: &Cue, at: u32) -> Option<(Body, u32, u32)> {
        let tokens = &self.text.tokens.list;
        let is_clock = at > 0
            && tokens[at as usize - 1].kind == Kind::Number
            && tokens
                .get(at as usize + 1)
                .is_some_and(|t| t.kind == Kind::Number);
        if is_clock || !cue.governs.any(Governs::CLAUSE | Governs::WORDS) {
            return None;
        }
        let next = at + 1;
        if self.top_at(next).is_some_and(|q| q.outer.start == next) {
            return Some((Body::Quote, at, next));
        }
        match self.class(next) {
            Class::That => Some((Body::Clause, at, next + 1)),
            Class::ThatIt => Some((Body::Clause, at, next)),
            _ => Some((Body::Colon, at, next)),
        }
    }

    /// Whether an أن opens what is said, rather than belong to بعد أن, إلا أن, يجب أن.
    fn opens_statement(&self, cue: &Cue, at: u32) -> bool {
        let Some(before) = at.checked_sub(1).filter(|b| *b >= cue.tokens.end) else {
            return true;
        };
        if self.class(before) == Class::To && !cue.governs.any(Governs::TO) {
            return false;
        }
        !matches!(
            self.class(before),
            Class::NoStatement | Class::After | Class::Without | Class::Contrast
        ) && !matches!(
            self.folded(before),
            "منذ" | "حتي" | "كما" | "علما" | "حيث" | "مع"
        )
    }

    fn is_noun(&self, at: u32) -> bool {
        let stands_for_nothing = matches!(
            self.folded(at),
            "هامش"
                | "صفحته"
                | "صفحتها"
                | "صفحة"
                | "حسابه"
                | "حسابها"
                | "قناة"
                | "شاشة"
                | "موقع"
                | "تويتر"
                | "لسان"
                | "راس"
                | "قبل"
                | "جانب"
                | "خلال"
                | "جهة"
                | "جهته"
                | "جديد"
                | "هناك"
                | "هنا"
                | "جانبه"
                | "طريق"
                | "الهواء"
                | "انه"
                | "موقعه"
                | "موقعها"
        );
        self.is_word(at)
            && !stands_for_nothing
            && !matches!(
                self.class(at),
                Class::That | Class::ThatIt | Class::ThisThing | Class::Time
            )
            || self.top_at(at).is_some_and(|q| q.outer.start == at)
    }

    /// Whether a verb is the outlet's own *it is recalled that* (يذكر أن, يشار إلى أن).
    fn is_impersonal(&self, cue: &Cue) -> bool {
        let word = self.folded(cue.tokens.start);
        let bare = word.strip_prefix('و').unwrap_or(word);
        let next = cue.tokens.end;
        let that = |at| matches!(self.class(at), Class::That | Class::ThatIt);
        match bare {
            "يذكر" | "يلاحظ" | "يعتقد" | "تبين" | "يتبين" | "اتضح" | "يتضح" => {
                that(next)
            }
            // بين, between, is a verb only right before what it shows.
            "بين" => !(next..next + 4).any(that),
            "يشار" | "يشير" | "تجدر" => {
                self.class(next) == Class::To && that(next + 1) && bare == "يشار"
            }
            _ => false,
        }
    }

    /// Whether a noun that كان opens, or a headline, is the subject of a verb after it, so that what
    /// follows the verb is spoken to (كان الرئيس طالب القوات بمغادرة …).
    fn follows_subject(&self, cue: &Cue, unit_start: u32) -> bool {
        let verb = cue.tokens.start;
        let first = self.first_word(&(unit_start..verb));
        first.is_some_and(|f| self.class(f) == Class::Was) || self.leads_headline(cue)
    }

    /// Whether an imperfect describes rather than tells that somebody said something: in a relative
    /// clause (الحركات التي تنادي بانفصال …), or after its subject in a body (العملية تؤكد …).
    fn only_describes(&self, cue: &Cue, unit_start: u32) -> bool {
        let verb = cue.tokens.start;
        if cue.role == Role::Participle || !self.folded(verb).starts_with(['ي', 'ت']) {
            return false;
        }
        let Some(before) = verb.checked_sub(1).filter(|b| *b >= unit_start) else {
            return false;
        };
        match self.class(before) {
            Class::Relative => true,
            Class::Contrast | Class::Already | Class::Was => false,
            _ => self.text.part == Part::Body && self.is_word(before),
        }
    }

    /// Whether nobody says it: فيما وصف بأنه (in what was called), ما دعا إلى (which called for).
    fn is_passive(&self, cue: &Cue) -> bool {
        let verb = cue.tokens.start;
        let Some(before) = verb.checked_sub(1) else {
            return false;
        };
        let by_things = matches!(self.class(before), Class::What | Class::Which)
            && before
                .checked_sub(1)
                .is_none_or(|b| self.class(b) != Class::He);
        by_things && cue.role == Role::Demands
            || self.folded(before) == "فيما" && self.folded(verb).starts_with(['و', 'ي'])
    }

    /// Where the connective before a verb begins, and whether the verb opens a clause of its own
    /// (glued و or ف, a comma, فيما, كما) rather than stand inside another.
    fn connective(&self, verb: u32, unit_start: u32) -> (u32, bool) {
        let mut from = verb;
        let mut joined = verb == unit_start || self.is_joined(verb);
        while from > unit_start {
            let before = from - 1;
            let class = self.class(before);
            if self.is_comma(before) || class == Class::Contrast || self.folded(before) == "و" {
                joined = true;
            } else if class != Class::Already && self.mark_at(before) != Some('-') {
                break;
            }
            from = before;
        }
        (from, joined)
    }

    /// Whether و or ف is glued to a verb whose own first letter is another.
    fn is_joined(&self, verb: u32) -> bool {
        const OWN: [&str; 14] = [
            "وصف", "وعد", "وجه", "وجد", "وثق", "واصل", "ورد", "وافق", "فند", "فضل", "فسر", "وضح",
            "وقع", "فاد",
        ];
        let word = self.folded(verb);
        (word.starts_with('و') || word.starts_with('ف'))
            && !OWN.iter().any(|own| word.starts_with(own))
    }
}
