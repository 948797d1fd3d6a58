//! Whether what a mention says is denied or only possible.
//!
//! A particle before a verb denies that verb and nothing else: in *the jihadists did not withdraw*
//! the withdrawal is denied, and the jihadists are called jihadists. Only *is not* (ليس, لم يكن)
//! denies a name for somebody, over the few words that follow in its clause, and over no
//! preposition.

use crate::language::{Kind, Tokens};
use std::ops::Range;

/// How far before a mention a particle may stand, in words: ليست هذه الحركة منظمة إرهابية.
const REACH: usize = 4;

/// Particles that deny, folded.
const DENY: [&str; 14] = [
    "لا",
    "لم",
    "لن",
    "ليس",
    "ليست",
    "ليسوا",
    "ليسا",
    "لسنا",
    "لست",
    "غير",
    "ما",
    "بدون",
    "دون",
    "عدم",
];

/// Particles of condition and possibility, folded. قد makes an imperfect possible, a perfect sure.
const POSSIBLE: [&str; 16] = [
    "اذا",
    "لو",
    "ربما",
    "لعل",
    "قد",
    "يمكن",
    "يحتمل",
    "محتمل",
    "المحتمل",
    "هل",
    "عسي",
    "لعله",
    "لعلها",
    "لءن",
    "كاد",
    "كادت",
];

/// Words after لا and ما that make no denial of them: لا يزال, لا سيما, لا بد.
const NO_DENIAL: [&str; 14] = [
    "يزال",
    "تزال",
    "يزالون",
    "زال",
    "زالت",
    "زالوا",
    "سيما",
    "بد",
    "شك",
    "يخفي",
    "تزل",
    "يزل",
    "يقل",
    "تقل",
];

/// `negated` or `possible`, or nothing, for the mention at these tokens.
pub fn of(tokens: &Tokens, sentence: &Range<u32>, mention: &Range<u32>) -> Option<&'static str> {
    let own = tokens.folded(mention.start as usize);
    let indefinite = !super::is_definite(own);
    let mut words = 0;
    let mut next = mention.start;
    for at in (sentence.start..mention.start).rev() {
        match tokens.list[at as usize].kind {
            Kind::Word => {}
            Kind::Mark('"' | '«' | '“' | '”' | '\'') => continue,
            _ => return None,
        }
        let word = tokens.folded(at as usize);
        let bare = word
            .strip_prefix(['و', 'ف'])
            .filter(|bare| bare.chars().count() > 1)
            .unwrap_or(word);
        let after = Next {
            word: tokens.folded(next as usize),
            words,
            indefinite,
            any: matches!(tokens.folded(mention.start as usize - 1), "اي" | "اية"),
        };
        if is_denial((word, bare), &after) {
            return Some("negated");
        }
        // يمكن لأعضاء الجماعة: possible is what comes, not they.
        let enabled = bare == "يمكن" && own.starts_with('ل');
        if !enabled && is_possible((word, bare), &after) {
            return Some("possible");
        }
        words += 1;
        if words == REACH || is_preposition(bare) {
            return None;
        }
        next = at;
    }
    None
}

/// What stands between a particle and the mention.
struct Next<'t> {
    /// The word after the particle.
    word: &'t str,
    /// How many words there are before the mention.
    words: usize,
    /// Whether the mention has no article: what somebody is said to be has none.
    indefinite: bool,
    /// Whether *any* stands right before the mention (لا توجد أي اشتباكات): of what is denied so
    /// there is none.
    any: bool,
}

fn is_denial((word, bare): (&str, &str), next: &Next) -> bool {
    let &Next {
        word: after,
        words,
        indefinite,
        any,
    } = next;
    let particle = if DENY.contains(&word) { word } else { bare };
    if !DENY.contains(&particle) {
        return false;
    }
    match particle {
        // غير, دون and عدم deny the very next word; so does ما, which else is *that which*.
        "غير" | "دون" | "بدون" | "عدم" => words == 0,
        "ما" => words == 0 && is_perfect(after),
        "لا" | "لم" | "لن" => {
            !NO_DENIAL.contains(&after) && (words == 0 || any || is_to_be(after) && indefinite)
        }
        _ => indefinite,
    }
}

fn is_possible((word, bare): (&str, &str), next: &Next) -> bool {
    let &Next {
        word: after,
        words,
        indefinite,
        any: _,
    } = next;
    let particle = if POSSIBLE.contains(&word) { word } else { bare };
    if !POSSIBLE.contains(&particle) {
        return false;
    }
    match particle {
        "قد" => is_surely_imperfect(after) && (words == 0 || is_to_be(after) && indefinite),
        _ => words == 0 || indefinite && is_to_be(after),
    }
}

/// Whether a folded word is a form of *to be* or *to be still*, which says what its subject is.
fn is_to_be(word: &str) -> bool {
    matches!(
        word,
        "كان"
            | "كانت"
            | "كانوا"
            | "كنا"
            | "يكن"
            | "تكن"
            | "نكن"
            | "اكن"
            | "يكون"
            | "تكون"
            | "نكون"
            | "يكونوا"
            | "يكونون"
            | "يعد"
            | "تعد"
            | "نعد"
            | "يعودوا"
    )
}

fn is_imperfect(word: &str) -> bool {
    word.starts_with(['ي', 'ت', 'ن']) && word.chars().count() >= 4
}

/// Whether a word after قد is an imperfect: those in ت and ن are as often perfects (توفي, نقلت).
fn is_surely_imperfect(word: &str) -> bool {
    word.starts_with('ي') && word.chars().count() >= 4 || is_to_be(word)
}

/// Whether a word after ما may be a perfect, so that ما denies: no article, no imperfect prefix.
fn is_perfect(word: &str) -> bool {
    word == "زال" || !word.starts_with("ال") && !is_imperfect(word) && word.ends_with('ت')
}

fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "في" | "من"
            | "الي"
            | "علي"
            | "عن"
            | "ضد"
            | "مع"
            | "بين"
            | "بعد"
            | "قبل"
            | "خلال"
            | "حتي"
            | "منذ"
            | "لدي"
            | "عند"
            | "عبر"
            | "التي"
            | "الذي"
            | "الذين"
            | "ان"
            | "انه"
            | "انها"
    )
}
