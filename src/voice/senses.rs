//! Cue words that by their neighbours are something else: a plate, a gesture, a club, an age.

use super::{Cue, Role};
use crate::language::{Class, Features, Kind, Tokens};
use crate::text::Text;

/// Whether a cue is not one where it stands. `before` is the cue chosen last.
pub(super) fn is_other(cue: &Cue, before: Option<&Cue>, text: &Text, classes: &[Class]) -> bool {
    let tokens = &text.tokens;
    let next = cue.tokens.end as usize;
    let word = |at: usize| {
        if at < tokens.list.len() {
            tokens.folded(at)
        } else {
            ""
        }
    };
    let class = |at: usize| classes.get(at).copied().unwrap_or_default();
    let own = word(cue.tokens.start as usize);
    let is = |word, class| text.grammar.is(word, class);
    if is_about_a_text(cue, text) {
        return true;
    }
    match cue.role {
        // وفق بين الجارين, طبقا من الخزف
        Role::AccordingTo => {
            is(word(next), Class::BetweenOrClear)
                || class(next) == Class::From && is(own, Class::OrPlate)
        }
        // Passive where ب follows at once, active where an object stands between.
        Role::Participle if is(own, Class::Suffers) || is(own, Class::MaySuffer) => {
            let suffered = is(own, Class::Suffers) || !is_circumstance(cue, text);
            let by = text.language.shape(word(next));
            by.has(Features::BY) && !by.has_any(Features::JOINED) && suffered
        }
        // متابعة المواعيد: a verbal noun with its genitive, not a feminine participle.
        Role::Participle if is(own, Class::OftenAdjective) && !is_circumstance(cue, text) => true,
        Role::Participle => {
            let genitive = has_article(text, next) && class(next) == Class::Other;
            cue.form().has(Features::FEMININE) && genitive && !follows_mark(cue, tokens)
        }
        Role::NameHead | Role::SoCalled | Role::Continues | Role::Narrator | Role::SaysNoun => {
            false
        }
        _ => {
            // كشف النقاب عن وجه العروس; يبلغ من العمر
            let other = |at| is(word(at), Class::NoSaying);
            other(next) && is(own, Class::Uncovers)
                || class(next) == Class::From && other(next + 1)
                || (next..next + 3).any(|at| is(word(at), Class::Gesture))
                    && is(own, Class::Points)
                || before.is_some_and(|before| is_subject_of(cue, before))
                || is_club(text, cue.tokens.start)
                // نخشى أن: outside quotations *we* is the author, who is the narrator.
                || cue.form().has(Features::IMPERFECT | Features::FIRST)
                || is(own, Class::OwnedNoun)
        }
    }
}

/// Whether a verb tells of the text before it who passed it on (في بيان نقلته الوكالة): the words are
/// still whose text it is.
fn is_about_a_text(cue: &Cue, text: &Text) -> bool {
    let before = cue.tokens.start.checked_sub(1);
    let is_text = |at: u32| text.grammar.is_occasion(text.tokens.folded(at as usize));
    let verb = cue.form().has_any(Features::PERFECT | Features::IMPERFECT);
    // في رسالة صوتية بثتها مواقع
    let adjective = |at: u32| {
        let shape = text.language.shape(text.tokens.folded(at as usize));
        at > 0 && shape.has_any(Features::NISBA | Features::FEMININE) && is_text(at - 1)
    };
    verb && cue.form().has_third() && before.is_some_and(|at| is_text(at) || adjective(at))
}

fn follows_mark(cue: &Cue, tokens: &Tokens) -> bool {
    let before = (cue.tokens.start as usize).checked_sub(1);
    before.is_some_and(|b| matches!(tokens.list[b].kind, Kind::Mark(_)))
}

/// Whether a participle says how somebody acts (أدانت المناورات العسكرية مهددة ب…), standing behind
/// a mark or a definite word, rather than what something is (طيور مهددة ب…).
fn is_circumstance(cue: &Cue, text: &Text) -> bool {
    let before = (cue.tokens.start as usize).checked_sub(1);
    follows_mark(cue, &text.tokens) || before.is_some_and(|b| has_article(text, b))
}

/// Whether a word that may be a verb stands right behind a verb of saying, whose subject it is
/// (قال نادي …, أكدت زعيمة …). A second verb there has و, or is an imperfect (مضى يقول).
fn is_subject_of(cue: &Cue, before: &Cue) -> bool {
    let verbs = !matches!(
        before.role,
        Role::SaysNoun
            | Role::NameHead
            | Role::SoCalled
            | Role::Continues
            | Role::Narrator
            | Role::AccordingTo
            | Role::Participle
    );
    let second = cue.is_joined() || cue.form().has(Features::IMPERFECT);
    verbs && before.tokens.end == cue.tokens.start && !second
}

/// Whether a word begins with the article.
fn has_article(text: &Text, at: usize) -> bool {
    let token = text.tokens.list.get(at);
    token.is_some_and(|_| {
        text.language.shape(text.tokens.folded(at)).glued_before() == Features::ARTICLE
    })
}

/// Whether نادى is the noun نادي, *club*: with the dots of its ya, or in a text that writes no final
/// ya with dots (فى).
fn is_club(text: &Text, at: u32) -> bool {
    let token = &text.tokens.list[at as usize];
    let surface = &text.given[token.start as usize..token.end as usize];
    let language = text.language;
    text.grammar
        .is(text.tokens.folded(at as usize), Class::Club)
        && (language.ends_dotted(surface) || language.leaves_dots_out(text.given))
}
