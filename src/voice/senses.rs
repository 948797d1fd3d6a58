//! Cue words that by their neighbours are something else: a plate, a gesture, a club, an age.

use super::{Cue, Role};
use crate::language::{Class, Features, Kind, Tokens};
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
            let suffered = own.contains("متهم") || !is_circumstance(cue, text);
            let by = text.language.shape(word(next));
            by.has(Features::BY) && !by.has_any(Features::JOINED) && suffered
        }
        // متابعة المواعيد: a verbal noun with its genitive, not a feminine participle.
        Role::Participle if is_often_adjective(own) && !is_circumstance(cue, text) => true,
        Role::Participle => {
            let genitive = has_article(text, next) && class(next) == Class::Other;
            cue.form().has(Features::FEMININE) && genitive && !follows_mark(cue, tokens)
        }
        Role::NameHead | Role::SoCalled | Role::Continues | Role::Narrator | Role::SaysNoun => {
            false
        }
        _ => {
            // كشف النقاب عن وجه العروس; يبلغ من العمر
            own.contains("كشف") && word(next) == "النقاب"
                || word(next) == "من" && word(next + 1) == "العمر"
                || own.contains("شار") && (next..next + 3).any(|at| GESTURES.contains(&word(at)))
                || before.is_some_and(|before| is_subject_of(cue, before))
                || is_club(text, cue.tokens.start)
                // نخشى أن: outside quotations *we* is the author, who is the narrator.
                || cue.form().has(Features::IMPERFECT | Features::FIRST)
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
