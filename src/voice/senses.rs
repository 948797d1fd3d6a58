//! Cue words that by their neighbours are something else: a plate, a gesture, a club, an age.

use super::{Cue, Role};
use crate::language::Class;
use crate::language::{Kind, Tokens};
use crate::text::Text;

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
        Role::Participle if is_often_adjective(own) && !is_circumstance(cue, tokens) => true,
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
                || is_club(text, cue.tokens.start)
                || is_first_person(own)
                || is_noun_with_pronoun(own)
        }
    }
}

/// Feminine participles that are as often adjectives or nouns (أرقام مؤكدة, ألف داعية), with or
/// without و.
fn is_often_adjective(word: &str) -> bool {
    const WORDS: [&str; 17] = [
        "داعية",
        "مءكدة",
        "معلنة",
        "متوقعة",
        "معتبرة",
        "مشددة",
        "مطمءنة",
        "متابعة",
        "مذكرة",
        "كاشفة",
        "معلقة",
        "لافتة",
        "ساءلة",
        "مبينة",
        "مضيفة",
        "مكررة",
        "محملة",
    ];
    WORDS.contains(&word.strip_prefix('و').unwrap_or(word))
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

/// Whether a verb is in the first person plural (لن نشير إلى أن, نخشى أن): outside quotations the
/// author, who is the narrator. Verbs whose own first letter is ن are none.
fn is_first_person(word: &str) -> bool {
    const OWN: [&str; 14] = [
        "نفي", "نفت", "نفو", "ندد", "نقل", "ناشد", "نوه", "نعي", "نعت", "نادي", "نادت", "نسب",
        "نبه", "نصح",
    ];
    let bare = word.strip_prefix(['و', 'ف', 'ل']).unwrap_or(word);
    bare.starts_with('ن')
        && bare.chars().count() > 3
        && !OWN.iter().any(|own| bare.starts_with(own))
}

/// Whether نادى is the noun نادي, *club*: with the dots of its ya, or in a text that writes no final
/// ya with dots (فى).
fn is_club(text: &Text, at: u32) -> bool {
    let token = &text.tokens.list[at as usize];
    let surface = &text.given[token.start as usize..token.end as usize];
    text.tokens.folded(at as usize) == "نادي"
        && (surface.ends_with('ي') || text.given.contains(" فى "))
}

/// Whether three letters with a pronoun are a noun with its owner (رفضهم, طلبه) rather than a verb
/// with its object (وصفه, سأله).
fn is_noun_with_pronoun(word: &str) -> bool {
    const NOUNS: [&str; 8] = ["رفض", "طلب", "نقل", "ذكر", "شرح", "كذب", "ختم", "علم"];
    let bare = word.strip_prefix(['و', 'ف', 'ب', 'ل']).unwrap_or(word);
    let owned = |noun: &&str| {
        let rest = bare.strip_prefix(*noun);
        rest.is_some_and(|rest| matches!(rest, "ه" | "ها" | "هم" | "هما"))
    };
    NOUNS.iter().any(owned)
}
