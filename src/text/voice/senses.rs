//! Cue words that by their neighbours are something else: a plate, a gesture, a club, an age.

use super::words::Class;
use super::{Cue, Role};
use crate::language::{Kind, Tokens};

/// Words by which somebody points rather than says, folded.
const GESTURES: [&str; 8] = [
    "بيده",
    "بيدها",
    "بيديه",
    "براسه",
    "براسها",
    "باصبعه",
    "باصبعها",
    "بعصاه",
];

/// Passive where ب follows at once, active where an object stands between, folded and without the
/// ending.
const BOTH_WAYS: [&str; 2] = ["متهم", "مهدد"];

/// Whether a cue is not one where it stands. `before` is the cue chosen last.
pub(super) fn is_other(
    cue: &Cue,
    before: Option<&Cue>,
    tokens: &Tokens,
    classes: &[Class],
) -> bool {
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
    match cue.role {
        // وفق بين الجارين, طبقا من الخزف
        Role::AccordingTo => {
            word(next) == "بين" || own.contains("طبق") && class(next) == Class::From
        }
        Role::Participle if is_both_ways(own) => {
            let suffered = own.contains("متهم") || !is_circumstance(cue, tokens);
            word(next).starts_with('ب') && suffered
        }
        // متابعة المواعيد: a verbal noun with its genitive, not a feminine participle.
        Role::Participle => {
            let genitive = word(next).starts_with("ال") && class(next) == Class::Other;
            own.ends_with('ة') && genitive && !follows_mark(cue, tokens)
        }
        Role::NameHead | Role::SoCalled | Role::Continues | Role::Narrator | Role::SaysNoun => {
            false
        }
        _ => {
            // كشف النقاب عن وجه العروس; يبلغ من العمر
            own.contains("كشف") && word(next) == "النقاب"
                || word(next) == "من" && word(next + 1) == "العمر"
                || own.contains("شار") && (next..next + 3).any(|at| GESTURES.contains(&word(at)))
                || before.is_some_and(|before| is_subject_of(cue, own, before))
        }
    }
}

fn is_both_ways(word: &str) -> bool {
    BOTH_WAYS.iter().any(|stem| word.contains(stem))
}

fn follows_mark(cue: &Cue, tokens: &Tokens) -> bool {
    let before = (cue.tokens.start as usize).checked_sub(1);
    before.is_some_and(|b| matches!(tokens.list[b].kind, Kind::Mark(_)))
}

/// Whether a participle says how somebody acts (أدانت المناورات العسكرية مهددة ب…), standing behind
/// a mark or a definite word, rather than what something is (طيور مهددة ب…).
fn is_circumstance(cue: &Cue, tokens: &Tokens) -> bool {
    let before = (cue.tokens.start as usize).checked_sub(1);
    follows_mark(cue, tokens) || before.is_some_and(|b| tokens.folded(b).starts_with("ال"))
}

/// Whether a word that may be a verb stands right behind a verb of saying, whose subject it is
/// (قال نادي …, أكدت زعيمة …). A second verb there has و, or is an imperfect (مضى يقول).
fn is_subject_of(cue: &Cue, word: &str, before: &Cue) -> bool {
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
    verbs && before.tokens.end == cue.tokens.start && !word.starts_with(['و', 'ف', 'ي', 'ت'])
}
