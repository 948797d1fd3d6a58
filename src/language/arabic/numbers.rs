//! Number words (folded): units to billions, in the cases and spellings that news use.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Words by what they count; plurals stand for the least they can mean (عشرات, *dozens*: 10).
///
/// أحد and إحدى are left out: alone they are *one of*; before عشر they make eleven.
const VALUES: &[(u64, &[&str])] = &[
    (0, &["صفر"]),
    (1, &["واحد", "واحدة", "واحدا"]),
    (
        2,
        &[
            "اثنان",
            "اثنين",
            "اثنتان",
            "اثنتين",
            "اثنا",
            "اثني",
            "اثنتا",
            "اثنتي",
        ],
    ),
    (3, &["ثلاث", "ثلاثة", "ثلاثا"]),
    (4, &["اربع", "اربعة", "اربعا"]),
    (5, &["خمس", "خمسة", "خمسا"]),
    (6, &["ست", "ستة", "ستا"]),
    (7, &["سبع", "سبعة", "سبعا"]),
    (8, &["ثمان", "ثماني", "ثمانية", "ثمانيا"]),
    (9, &["تسع", "تسعة", "تسعا"]),
    (10, &["عشر", "عشرة", "عشرات"]),
    (20, &["عشرون", "عشرين"]),
    (30, &["ثلاثون", "ثلاثين"]),
    (40, &["اربعون", "اربعين"]),
    (50, &["خمسون", "خمسين"]),
    (60, &["ستون", "ستين"]),
    (70, &["سبعون", "سبعين"]),
    (80, &["ثمانون", "ثمانين"]),
    (90, &["تسعون", "تسعين"]),
    (100, &["مءة", "ماءة", "مية", "مءات", "ماءات"]),
    (
        200,
        &[
            "مءتان",
            "مءتين",
            "ماءتان",
            "ماءتين",
            "مءتا",
            "مءتي",
            "ماءتا",
            "ماءتي",
        ],
    ),
    (1_000, &["الف", "الفا", "الاف", "الوف"]),
    (2_000, &["الفان", "الفين", "الفي"]),
    (1_000_000, &["مليون", "مليونا", "ملايين"]),
    (2_000_000, &["مليونان", "مليونين", "مليوني"]),
    (
        1_000_000_000,
        &["مليار", "مليارا", "مليارات", "بليون", "بلايين"],
    ),
    (2_000_000_000, &["ملياران", "مليارين", "ملياري"]),
];

/// The ways to write *hundred* glued to its unit: ثلاثمئة, ثلاثمائة.
const GLUED_HUNDREDS: [&str; 2] = ["مءة", "ماءة"];

/// The value of a number word, with و, an article or a preposition before it; two words parted
/// by a space are one of 11 to 19 (خمسة عشر).
pub(super) fn value(folded: &str) -> Option<u64> {
    if let Some((unit, ten)) = folded.split_once(' ') {
        return teen(unit, ten);
    }
    static ALL: LazyLock<FxHashMap<String, u64>> = LazyLock::new(with_heads);
    ALL.get(folded).copied()
}

/// What may stand glued before a number word.
const HEADS: [&str; 10] = ["", "و", "ال", "وال", "ب", "ل", "بال", "لل", "وب", "ول"];

/// Whether a head may stand before a word. One letter goes before longer words only: لست is
/// *I am not*.
fn may_stand(head: &str, word: &str) -> bool {
    word.chars().count() > 3 || matches!(head, "" | "و") || head.ends_with("ال")
}

/// Every number word with every head, and its value: most words of a text are none, and one look
/// says so.
fn with_heads() -> FxHashMap<String, u64> {
    let listed = VALUES
        .iter()
        .flat_map(|(value, words)| words.iter().map(|word| ((*word).to_owned(), *value)));
    let glued = VALUES.iter().filter(|(value, _)| (3..10).contains(value));
    let glued = glued.flat_map(|(value, words)| {
        let units = words.iter().copied().chain((*value == 8).then_some("ثمن"));
        units.flat_map(move |unit| GLUED_HUNDREDS.map(|h| (format!("{unit}{h}"), value * 100)))
    });
    let words: Vec<(String, u64)> = listed.chain(glued).collect();
    let mut all = FxHashMap::default();
    for head in HEADS {
        for (word, value) in words.iter().filter(|(word, _)| may_stand(head, word)) {
            all.entry(format!("{head}{word}")).or_insert(*value);
        }
    }
    all
}

/// The word and what remains of it without heads.
fn behind_heads(folded: &str) -> impl Iterator<Item = &str> {
    HEADS.into_iter().filter_map(move |head| {
        let rest = folded.strip_prefix(head)?;
        may_stand(head, rest).then_some(rest)
    })
}

fn teen(unit: &str, ten: &str) -> Option<u64> {
    if !matches!(ten, "عشر" | "عشرة") {
        return None;
    }
    let value = behind_heads(unit).find_map(|unit| match unit {
        "احد" | "احدي" => Some(1),
        _ => {
            let row = VALUES.iter().find(|(_, words)| words.contains(&unit));
            row.map(|(value, _)| *value)
        }
    })?;
    (1..10).contains(&value).then_some(value + 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Arabic, Language};

    #[test]
    fn number_words_have_their_values_in_all_cases_and_spellings() {
        for (written, expected) in [
            ("ثلاثة", Some(3)),
            ("وعشرون", Some(20)),
            ("العشرات", Some(10)),
            ("مئتان", Some(200)),
            ("مائتين", Some(200)),
            ("ثلاثمئة", Some(300)),
            ("خمسمائة", Some(500)),
            ("ثمنمئة", Some(800)),
            ("ألفي", Some(2_000)),
            ("آلاف", Some(1_000)),
            ("والملايين", Some(1_000_000)),
            ("خمسة عشر", Some(15)),
            ("أحد عشر", Some(11)),
            ("اثنا عشر", Some(12)),
            ("إحدى عشرة", Some(11)),
            ("أحد", None),
            ("لست", None),
            ("بيت", None),
            ("عشرون عشر", None),
            ("بعشرة", Some(10)),
        ] {
            assert_eq!(value(&Arabic.fold(written)), expected, "{written}");
        }
    }

    #[test]
    fn the_list_is_folded() {
        for word in VALUES
            .iter()
            .flat_map(|(_, words)| *words)
            .chain(&GLUED_HUNDREDS)
        {
            assert_eq!(Arabic.fold(word), *word);
        }
    }
}
