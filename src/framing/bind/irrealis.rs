//! Whether what a mention says is denied or only possible.
//!
//! A particle reaches over the few words that follow it in its clause, and over no preposition: in
//! *we shall never lose the war against the terrorists* the losing is denied, not the terrorists.

use crate::language::Kind;
use crate::text::Text;
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
pub(super) fn of(text: &Text, mention: &Range<u32>) -> Option<&'static str> {
    let sentence = text.sentence_of(mention.start);
    let mut words = 0;
    let mut next = mention.start;
    for at in (sentence.start..mention.start).rev() {
        match text.tokens.list[at as usize].kind {
            Kind::Word => {}
            Kind::Mark('"' | '«' | '“' | '”' | '\'') => continue,
            _ => return None,
        }
        let word = text.tokens.folded(at as usize);
        let bare = word
            .strip_prefix(['و', 'ف'])
            .filter(|bare| bare.chars().count() > 1)
            .unwrap_or(word);
        if is_denial(text, word, bare, next, words) {
            return Some("negated");
        }
        if is_possible(text, word, bare, next, words) {
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

fn is_denial(text: &Text, word: &str, bare: &str, next: u32, words: usize) -> bool {
    let particle = if DENY.contains(&word) { word } else { bare };
    if !DENY.contains(&particle) {
        return false;
    }
    match particle {
        // غير, دون and عدم deny the very next word; so does ما, which else is *that which*.
        "غير" | "دون" | "بدون" | "عدم" => words == 0,
        "ما" => words == 0 && is_perfect(text.tokens.folded(next as usize)),
        _ => !NO_DENIAL.contains(&text.tokens.folded(next as usize)),
    }
}

fn is_possible(text: &Text, word: &str, bare: &str, next: u32, words: usize) -> bool {
    let particle = if POSSIBLE.contains(&word) { word } else { bare };
    if !POSSIBLE.contains(&particle) {
        return false;
    }
    match particle {
        "قد" => words <= 1 && is_imperfect(text.tokens.folded(next as usize)),
        "هل" => words <= 1,
        _ => true,
    }
}

fn is_imperfect(word: &str) -> bool {
    word.starts_with(['ي', 'ت', 'ن']) && word.chars().count() >= 4
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
