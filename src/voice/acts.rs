//! Finds acts of saying: a cue, who says, and where that which is said begins.

use super::reader::Reader;
use super::subject::Before;
use super::{Addressee, Cue, Role, SayingClass, Subject};
use crate::corpus::Part;
use crate::language::{Class, Features};
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
    /// What kind of act it is.
    pub class: SayingClass,
    /// The verb, participle, noun or frame.
    pub cue: Range<u32>,
    /// The features of its first word.
    pub form: Features,
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
    /// Whether its word never has one who says it (متهم ب).
    pub nobody: bool,
    /// Whether it is a statement that may run over many sentences (صرح … بأن).
    pub is_statement: bool,
}

/// A text stands at most so many tokens before the verb that tells what it says.
const FROM_TEXT: u32 = 6;

impl Act {
    /// Whether nobody says it, where nobody is named: an accusation that the outlet tells
    /// (لاتهامهم ب…, واتهمت بإشعاله عصابة).
    pub(crate) fn is_unsaid(&self) -> bool {
        let touches = self.body == Body::Noun && self.start == self.cue.end;
        let told = self
            .form
            .has_any(Features::FOR | Features::BY | Features::OF_THIRD);
        self.nobody
            || self.class == SayingClass::Accuse
                && (self.role == Role::SaysNoun && told || touches && self.role == Role::Accuses)
    }
}

impl Reader<'_> {
    /// The acts of a unit in the order of their cues; two that begin at the same place are one.
    pub(crate) fn acts_of(&self, unit: &Range<u32>, acts: &mut Vec<Act>) {
        let first = self.cues.partition_point(|c| c.tokens.start < unit.start);
        for ix in first..self.cues.len() {
            let cue = &self.cues[ix];
            if cue.tokens.start >= unit.end {
                break;
            }
            let act = match cue.role {
                Role::AccordingTo if self.is_by_rule(cue) => None,
                Role::AccordingTo => Some(self.frame_act(ix, unit)),
                Role::SaysNoun => self.noun_act(ix, unit),
                Role::Continues | Role::NameHead | Role::SoCalled | Role::Narrator => None,
                _ => self.verb_act(ix, unit),
            };
            let Some(act) = act else { continue };
            // والنقابة إذ تؤكد …: its own statement goes on.
            let own = act.cue.start > 1
                && self.is(act.cue.start - 1, Class::Running)
                && self.shape(act.cue.start - 2).has(Features::ARTICLE);
            if self.open.is_some() && own {
                continue;
            }
            if self.is_coordinate(&act, acts, unit.start) {
                continue;
            }
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

    /// Whether an imperfect goes on with the clause it stands in (أكد أن الحديث لن يفلح ويكشف …)
    /// rather than tell of a new saying: joined by و to what is said, without a comma.
    fn is_coordinate(&self, act: &Act, before: &[Act], unit_start: u32) -> bool {
        let verb = act.cue.start;
        let told = Features::IMPERFECT | Features::AND;
        let imperfect = act.form.has(told) && !act.form.has(Features::FIRST);
        let inside = before.last().is_some_and(|last| last.body == Body::Clause);
        imperfect && inside && verb > unit_start && self.is_word(verb - 1)
    }

    /// Whether a noun with a pronoun (قوله, تأكيده) stands behind a verb and the عن that names its owner.
    fn is_cited(&self, verb: &Act, noun: &Cue) -> bool {
        let between = verb.cue.end..noun.tokens.start;
        noun.form().has_third() && between.clone().any(|at| self.class(at) == Class::About)
    }

    fn verb_act(&self, ix: usize, unit: &Range<u32>) -> Option<Act> {
        let cue = &self.cues[ix];
        if self.is_impersonal(cue) || self.is_told_by_things(cue) || self.tells_what_one_is(cue) {
            return None;
        }
        if let Some(denial) = self.denial_of_before(cue, unit) {
            return Some(denial);
        }
        let found = self.complement(ix, cue.tokens.end, unit.end);
        let Some((body, edge, start)) = found.or_else(|| self.direct(cue, unit)) else {
            return self.as_frame(ix, unit);
        };
        if body == Body::Noun && self.only_describes(cue, unit.start) || self.has_returned(cue) {
            return None;
        }
        if body == Body::Noun && self.is_after_as(cue.tokens.start, edge, unit) {
            return self.as_frame(ix, unit);
        }
        let after = self.subject_of(cue, edge);
        if self.is_passive(cue) && (after.is_none() || cue.role == Role::Demands) {
            return None;
        }
        let (from, mut joined) = self.connective(cue, unit.start);
        // A verb after a comma without subject takes up the one before (التقرير …، أوضح أن).
        let resumes = after.is_none() && !cue.is_joined() && from > unit.start;
        joined &= !(resumes && self.is_comma(cue.tokens.start - 1));
        // ويعتقد على نطاق واسع أن: nobody is named who believes it.
        let unsaid = after.is_none() && body == Body::Clause && self.says_itself(cue);
        if unsaid || after.as_ref().is_some_and(|s| self.is_happening(s.start)) {
            return None;
        }
        let before = self.subject_in_front(cue, body, &after, joined, unit.start);
        let named = after.as_ref().or(before.as_ref().map(|b| &b.0));
        if !self.may_say(cue, before.as_ref().map(|b| &b.0), named) {
            return None;
        }
        let after = match cue.valency.subject {
            Subject::About => self.cited(cue, edge).or(after),
            _ => after,
        };
        let after = after.filter(|_| before.is_none());
        let breaks = joined || cue.role == Role::Participle || before.as_ref().is_some_and(|b| b.1);
        let from = before.as_ref().map_or(from, |b| b.2.min(from));
        Some(Act {
            cue: cue.tokens.clone(),
            form: cue.form(),
            from,
            subject: after.or(before.map(|b| b.0)),
            start,
            body,
            breaks,
            is_statement: self.is(cue.tokens.start, Class::Declares),
            role: cue.role,
            class: cue.valency.class,
            nobody: cue.valency.subject == Subject::None,
        })
    }

    /// The subject before a verb: where none stands behind it, or where that is spoken to.
    fn subject_in_front(
        &self,
        cue: &Cue,
        body: Body,
        after: &Option<Range<u32>>,
        joined: bool,
        unit_start: u32,
    ) -> Option<Before> {
        let verb = cue.tokens.start;
        // بلاغا يفيد ب…: the text speaks, not whoever gets it.
        if let Some(text) = verb.checked_sub(1).filter(|at| *at >= unit_start)
            && cue.form().is_bare_imperfect()
            && self.is_text(text)
            && !self.has_article(text)
        {
            return Some((text..verb, false, verb));
        }
        let stands_before = body == Body::Noun && self.follows_subject(cue, unit_start);
        let looks = match after {
            _ if cue.role == Role::Participle => false,
            None => !joined,
            Some(_) => stands_before,
        };
        looks.then(|| self.subject_before(verb, unit_start))?
    }

    /// `…، وهو ما تنفيه السلطات`: the denial is hers, what stands before it is not.
    fn denial_of_before(&self, cue: &Cue, unit: &Range<u32>) -> Option<Act> {
        let what = cue.tokens.start.checked_sub(1)?;
        let he = what.checked_sub(1).filter(|he| *he >= unit.start)?;
        let relates = self.class(what) == Class::What && self.class(he) == Class::He;
        (cue.role == Role::Denies && relates).then(|| Act {
            cue: cue.tokens.clone(),
            form: cue.form(),
            from: he,
            subject: self.subject_after(cue.tokens.end, unit.end),
            start: what,
            body: Body::Noun,
            breaks: true,
            is_statement: false,
            role: cue.role,
            class: cue.valency.class,
            nobody: cue.valency.subject == Subject::None,
        })
    }

    /// A noun of saying with what it says: قوله إن, هتافات: «…», تهمة حيازة.
    fn noun_act(&self, ix: usize, unit: &Range<u32>) -> Option<Act> {
        let cue = &self.cues[ix];
        let (body, edge, start) = self.complement(ix, cue.tokens.end, unit.end)?;
        let glued = cue.form().glued_before();
        let definite = glued.without(Features::FOR) == Features::ARTICLE;
        let reach = if body == Body::Clause { 5 } else { 12 };
        let charges = matches!(cue.valency.class, SayingClass::Accuse | SayingClass::Inform);
        let charged = charges && self.has_glued(start, Features::BY);
        let parted =
            body != Body::Quote && !charged && (cue.tokens.end..edge).any(|at| self.is_comma(at));
        // خوفا من تهديدات بالقتل: whose threat or promise it is, nobody says.
        let threat = matches!(cue.valency.class, SayingClass::Warn | SayingClass::Promise);
        let alone = body == Body::Noun && edge == cue.tokens.end && !cue.form().has_third();
        if threat && alone {
            return None;
        }
        // الاتهامات بتزوير: a definite noun takes only what touches it, and with its preposition.
        let loose = body == Body::Noun
            && definite
            && !charged
            && (edge > cue.tokens.end || start == edge && !self.has_glued(start, Features::BY));
        if edge > cue.tokens.end + reach || parted || loose {
            return None;
        }
        Some(Act {
            cue: cue.tokens.clone(),
            form: cue.form(),
            from: cue.tokens.start,
            subject: self.noun_speaker(cue, edge, unit),
            start,
            body,
            breaks: false,
            is_statement: false,
            role: cue.role,
            class: cue.valency.class,
            nobody: cue.valency.subject == Subject::None,
        })
    }

    /// Whether a noun that كان opens, or a headline, is the subject of a verb after it, so that what
    /// follows the verb is spoken to (كان الرئيس طالب القوات بمغادرة …).
    fn follows_subject(&self, cue: &Cue, unit_start: u32) -> bool {
        let verb = cue.tokens.start;
        let first = self.first_word(&(unit_start..verb));
        let was = first.is_some_and(|f| self.class(f) == Class::Was);
        was && !cue.is_joined() || self.leads_headline(cue)
    }

    /// Whether an imperfect describes rather than tells that somebody said something: in a relative
    /// clause (الحركات التي تنادي بانفصال …), or after its subject in a body (العملية تؤكد …).
    fn only_describes(&self, cue: &Cue, unit_start: u32) -> bool {
        let verb = cue.tokens.start;
        let describes = cue.form().is_bare_imperfect() || self.may_be_verbal_noun(cue);
        if cue.role == Role::Participle || !describes || self.follows_own_subject(cue) {
            return false;
        }
        if self.is_said_in_text(cue) {
            return false;
        }
        let Some(before) = verb.checked_sub(1).filter(|b| *b >= unit_start) else {
            return false;
        };
        match self.class(before) {
            Class::Relative => true,
            Class::Contrast | Class::Already | Class::Was => false,
            // بلاغا يفيد بانهيار …: a text says what it says.
            _ if self.is_text(before) && !self.has_article(before) => false,
            // وفي ختام الاجتماع توقع الخبير …: no verbal noun stands behind a definite noun.
            _ if !cue.form().is_bare_imperfect() => {
                self.text.part == Part::Body
                    && self.is_word(before)
                    && !self.has_article(before)
                    && !self.shape(before).has_third()
                    && self.class(before) != Class::ThisThing
            }
            _ => self.text.part == Part::Body && self.is_word(before),
        }
    }

    /// Whether a text says it: one stands behind the verb as a pronoun (دعوى يطالبونه فيها ب…), or
    /// before its relative (البلاغ الذي يتهم المخبز ب…).
    fn is_said_in_text(&self, cue: &Cue) -> bool {
        let verb = cue.tokens.start;
        let inside = (cue.tokens.end..cue.tokens.end + 2).any(|at| self.is(at, Class::InIt));
        let relates = verb > 1 && self.class(verb - 1) == Class::Relative;
        // إخطارا من المستشفى يفيد ب…
        let text = |at: u32| {
            let indefinite = self.shape(at).has(Features::TANWIN) && !self.has_article(at);
            indefinite && self.is_text(at)
        };
        let near = verb.saturating_sub(FROM_TEXT)..verb;
        inside || relates && self.is_text(verb - 2) || near.clone().any(text)
    }

    /// Whether a perfect without ending may be its own verbal noun: those in ت (توقع, تراجع).
    fn may_be_verbal_noun(&self, cue: &Cue) -> bool {
        let looks = self.shape(cue.tokens.start);
        cue.form() == Features::PERFECT && looks.has(Features::IMPERFECT | Features::SECOND)
    }

    /// Whether an imperfect in a relative clause has the pronoun that returns to its noun (التي
    /// تشهدها البلاد), and so takes nothing else.
    fn has_returned(&self, cue: &Cue) -> bool {
        let verb = cue.tokens.start;
        let relative = verb > 0 && self.class(verb - 1) == Class::Relative;
        // الذي يتهمهم ب…: the pronoun is whom it is said to.
        let addressed = cue.valency.addressee == Addressee::Noun;
        relative && cue.form().has_third() && cue.form().is_bare_imperfect() && !addressed
    }

    /// Whether كما or حسبما stands before a verb: `…، كما يؤكد الناطق، …` gives no noun to it. At the
    /// head of a sentence, and where the verb's object follows without a comma, كما is *also* (زار
    /// الوفد المدينة، كما طالب بفتح …).
    fn is_after_as(&self, verb: u32, object: u32, unit: &Range<u32>) -> bool {
        let Some(before) = verb.checked_sub(1).filter(|at| self.is(*at, Class::AsTold)) else {
            return false;
        };
        let heads = self.first_word(unit).is_some_and(|first| verb <= first + 1);
        // …، كما أكد الناطق، سالم، رفض …: commas in pairs stand around an apposition.
        let commas = (verb..object).filter(|at| self.is_comma(*at)).count();
        let also = self.class(before) == Class::Contrast && commas != 1;
        !heads && !also
    }

    /// Where the connective before a verb begins, and whether the verb opens a clause of its own
    /// (glued و or ف, a comma, فيما, كما) rather than stand inside another.
    fn connective(&self, cue: &Cue, unit_start: u32) -> (u32, bool) {
        let verb = cue.tokens.start;
        let mut from = verb;
        let mut joined = verb == unit_start || cue.is_joined();
        while from > unit_start {
            let before = from - 1;
            let class = self.class(before);
            if self.is_comma(before)
                || class == Class::Contrast
                || self.clitic(before) == Features::AND
            {
                joined = true;
            } else if self.is(before, Class::When)
                && before > unit_start
                && self.class(before - 1) == Class::In
            {
                // …، في حين أكد السكان
                joined = true;
                from = before - 1;
                continue;
            } else if class != Class::Already && self.mark_at(before) != Some('-') {
                break;
            }
            from = before;
        }
        (from, joined)
    }
}
