//! The words that say what happened to those who are counted: folded, without article.

use super::nouns::{Noun, by_word};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Words that say what happened to the number that follows.
const CUES: &[(&str, &str)] = &[
    (
        "killed",
        "مقتل قتل قتلت قتلوا قتلا قتلنا يقتل تقتل يقتلون مصرع استشهاد استشهد استشهدت وفاة توفي توفيت \
         يتوفي تحييد حيد حيدت تصفية صفي اغتيال اغتال اغتيل اعدام اعدم اعدمت يعدم تعدم بحياة ارواح \
         قضي هلاك هلك موت مات ماتت غرق غرقت ذبح ذبحت يذبح تذبح ابادة اباد اردي اردت يردي تردي \
         سقوط سقط ضحيته ضحيتها ضحيتهم",
    ),
    (
        "wounded",
        "اصابة اصيب اصيبت اصابت اصاب يصيب تصيب يصاب جرح جرحت يجرح تجرح",
    ),
    (
        "detained",
        "اعتقال اعتقل اعتقلت اعتقلوا يعتقل تعتقل ضبط ضبطت يضبط تضبط قبض توقيف ايقاف اوقف اوقفت يوقف \
         توقف حبس حبست احتجاز احتجز احتجزت يحتجز تحتجز اسر اسرت اسروا",
    ),
    ("missing", "فقدان فقد فقدت اختفاء"),
    (
        "kidnapped",
        "خطف خطفت خطفوا يخطف تخطف اختطاف اختطف اختطفت اختطفوا يختطف تختطف",
    ),
    ("freed", "افراج افرج افرجت سراح اخلاء حرر حررت حرروا"),
    ("rescued", "انقاذ انقذ انقذت ينقذ تنقذ"),
    ("displaced", "نزوح نزح تشريد تهجير تشرد"),
    (
        "destroyed",
        "تدمير دمر دمرت دمروا احراق احرق احرقت احرقوا احتراق احترق احترقت حرق تفجير اسقاط اسقط \
         تفحم",
    ),
    (
        "damaged",
        "تضرر تضررت اعطاب اعطب اعطبت تخريب تعطيل اصابة اصيبت",
    ),
    (
        "seized",
        "استيلاء استولي استولت اغتنام اغتنم غنم مصادرة صادر صادرت",
    ),
];

/// What happened to things and not to people.
pub(super) fn is_of_things(what: &str) -> bool {
    matches!(what, "destroyed" | "damaged" | "seized")
}

/// What a word says happened to the kind of noun that it governs, if anything. `stem` is without
/// article.
pub(super) fn cue(stem: &str, counted: Option<Noun>) -> Option<&'static str> {
    type Cues = FxHashMap<&'static str, &'static str>;
    static CUES_BY_KIND: LazyLock<[Cues; 2]> = LazyLock::new(|| {
        [false, true].map(|of_things| {
            let rows = CUES.iter().copied();
            by_word(rows.filter(|(what, _)| is_of_things(what) == of_things))
        })
    });
    let kind = usize::from(counted == Some(Noun::Thing));
    CUES_BY_KIND[kind].get(stem).copied()
}

/// Whether a word says what happened behind a preposition of its own (باختطاف, لمقتل).
pub(super) fn is_prefixed(folded: &str) -> bool {
    let stem = folded.strip_prefix(['ب', 'ل']);
    stem.is_some_and(|stem| cue(stem, None).is_some() && cue(folded, None).is_none())
}

/// Words after a noun that say what happened (خمسة أشخاص مصرعهم, ستة جنود قتلوا).
const LATER: &[(&str, &str)] = &[
    (
        "killed",
        "مصرعهم مصرعه مصرعها مصرعهما مصرعهن حتفهم حتفه حتفها حتفهما قتلوا قتلا قضوا ماتوا استشهدوا",
    ),
    ("wounded", "اصيبوا اصيبا جرحوا جرحا جراح بجروح للاصابة لاصابة"),
    ("detained", "اعتقلوا اوقفوا اسروا للاعتقال"),
    ("kidnapped", "اختطفوا خطفوا للخطف للاختطاف"),
    ("missing", "فقدوا"),
];

/// What a word after the noun says happened.
pub(super) fn later(folded: &str) -> Option<&'static str> {
    let row = LATER
        .iter()
        .find(|(_, words)| words.split(' ').any(|word| word == folded));
    row.map(|(what, _)| *what)
}

/// Whether a word says that somebody *met* what follows: with مصرع or حتف it is death.
pub(super) fn is_met(folded: &str) -> bool {
    let bare = folded.trim_start_matches(['و', 'ف']);
    matches!(bare, "لقي" | "لقيت" | "لقوا" | "يلقي" | "تلقي")
}

/// Whether a word is *his, her, their death* (مصرعه, حتفهم).
pub(super) fn is_own_death(folded: &str) -> bool {
    folded.starts_with("مصرعه") || folded.starts_with("حتفه")
}

/// Whether a word says what happened only right before whom it happened to: elsewhere it is mostly
/// another word (فقد قال, أسر الشهداء, غرق مركب).
pub(super) fn is_near_only(folded: &str) -> bool {
    let bare = folded.strip_prefix('و').unwrap_or(folded);
    matches!(
        bare,
        "فقد" | "قضي" | "اسر" | "غرق" | "غرقت" | "موت" | "توقف" | "سقوط" | "سقط"
    )
}

/// Whether a word is *fall*, which of people in fighting means that they died.
pub(super) fn is_fall(folded: &str) -> bool {
    folded.ends_with("سقوط") || folded.ends_with("سقط")
}

/// Whether a word is said of things as often as of people (ضبط 19 حكما, حرر 15 محضرا, سقوط 12 حجرا).
pub(super) fn is_of_many_things(folded: &str) -> bool {
    let bare = folded.strip_prefix('و').unwrap_or(folded);
    folded.ends_with("ضبط") || is_fall(folded) || matches!(bare, "حرر" | "حررت" | "حرروا")
}

/// Whether a word before one person is mostly another word (قضى شاب …).
pub(super) fn is_weak_of_one(folded: &str) -> bool {
    let bare = folded.strip_prefix('و').unwrap_or(folded);
    matches!(
        bare,
        "فقد" | "قضي" | "اسر" | "توقف" | "حرر" | "حررت" | "سقوط" | "سقط"
    )
}

/// Whether a word is of executions.
pub(super) fn is_execution(folded: &str) -> bool {
    folded.ends_with("اعدام")
}

/// What a verb of one person in the past says, read as a passive.
pub(super) fn passive(folded: &str) -> Option<&'static str> {
    match folded {
        "قتل" | "قتلت" | "توفي" | "توفيت" | "استشهد" | "استشهدت" => {
            Some("killed")
        }
        "اصيب" | "اصيبت" | "جرح" | "جرحت" => Some("wounded"),
        "اعتقل" | "اعتقلت" => Some("detained"),
        "خطف" | "خطفت" | "اختطف" | "اختطفت" => Some("kidnapped"),
        _ => None,
    }
}
