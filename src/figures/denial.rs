//! Figures that a text tells not to be so: *5 were not killed*, *the ministry denied the killing of
//! 5*. What is denied is the word that says what happened, where nothing that merely has to do with
//! it stands between (نفت صلتها بمقتل 5 denies no death).

use super::roles;
use super::words::Words;
use std::ops::Range;

/// How far before a figure the word of denial may stand, in words.
const REACH: usize = 12;

/// Words of denying that take what they deny as object, folded, without و and ف.
const DENY: &[&str] = &[
    "نفي",
    "نفت",
    "ينفي",
    "تنفي",
    "نفيا",
    "نافيا",
    "نافية",
    "نفوا",
    "كذب",
    "كذبت",
    "يكذب",
    "تكذب",
    "انكر",
    "انكرت",
    "ينكر",
    "تنكر",
];

/// Particles that deny the word after them, folded, without و and ف.
const NOT: &[&str] = &["لم", "لن", "دون", "بدون", "عدم", "بعدم", "لا"];

/// Verbs that may stand between a particle and what it denies (لم يسفر عن مقتل 5), folded.
const YIELD: &[&str] = &[
    "يسفر",
    "تسفر",
    "ينتج",
    "تنتج",
    "يود",
    "تود",
    "يءد",
    "تءد",
    "يءدي",
    "تءدي",
    "يتسبب",
    "تتسبب",
    "يقع",
    "تقع",
    "يسجل",
    "تسجل",
    "يتم",
    "تتم",
    "يوقع",
    "توقع",
    "يخلف",
    "تخلف",
    "يسقط",
    "تسقط",
    "يحدث",
    "تحدث",
    "وقوع",
    "سقوط",
    "حدوث",
    "تسجيل",
    "عن",
    "الي",
    "في",
    "اي",
    "اية",
];

/// Words of what was said, of which a denial may speak (نفى الأنباء عن مقتل 5), folded, without
/// article.
const TALK: &[&str] = &[
    "انباء",
    "نبا",
    "اخبار",
    "خبر",
    "تقارير",
    "شاءعات",
    "شاءعة",
    "معلومات",
    "تردد",
    "نشر",
    "اشيع",
    "قيل",
    "يتردد",
    "نشرته",
    "ذكر",
    "صحة",
    "تداول",
];

/// Words behind which something is told to be so after all (لم يقتل سوى 5).
const BUT: &[&str] = &["سوي", "الا", "غير"];

/// Whether a figure at some words is denied. `after` is the place behind the figure before it: what
/// was said of that one says nothing of this.
pub(super) fn is_denied(words: &Words, figure: &Range<usize>, after: usize) -> bool {
    let from = figure.start.saturating_sub(REACH).max(after);
    let mut is_about = false;
    let mut is_talk = false;
    for at in (from..figure.start).rev() {
        if !words.touch(at, at + 1) || words.is_number(at) {
            return false;
        }
        let word = words.folded(at);
        let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
        if BUT.contains(&bare) {
            return false;
        }
        if NOT.contains(&bare) {
            return denies_what_follows(words, at, figure.start);
        }
        if DENY.contains(&bare) {
            return is_talk || !is_about;
        }
        let stem = bare.strip_prefix("ال").unwrap_or(bare);
        is_talk |= TALK.contains(&stem);
        // صلتها بمقتل, المسؤولية عن مقتل: that the killing happened is not denied.
        is_about |= is_prefixed(words, at) || matches!(bare, "عن" | "في" | "حول" | "بشان" | "علي");
    }
    false
}

/// Whether nothing but what happened and verbs of yielding stands between a particle and a figure: in
/// لم يعلق على مقتل 5 the comment is denied, and لا يزال 5 denies nothing.
fn denies_what_follows(words: &Words, particle: usize, figure: usize) -> bool {
    let mut between = particle + 1..figure;
    let says =
        |at: usize| YIELD.contains(&words.folded(at)) || roles::cue(words, at, None).is_some();
    !between.is_empty() && between.all(says)
}

/// Whether a word that says what happened hangs on another by its preposition (باختطاف).
fn is_prefixed(words: &Words, at: usize) -> bool {
    super::cues::is_prefixed(words.folded(at))
}
