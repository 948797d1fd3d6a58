//! Number words (folded): units to billions, in the cases and spellings that news use.

use crate::language::{Class, Words};

/// What may stand glued before a number word, by its first letter: every word of a text is asked.
fn heads(word: &str) -> &'static [&'static str] {
    match word.chars().next() {
        Some('و') => &["", "و", "وال", "وب", "ول"],
        Some('ا') => &["", "ال"],
        Some('ب') => &["", "ب", "بال"],
        Some('ل') => &["", "ل", "لل"],
        _ => &[""],
    }
}

/// The ways to write *hundred* glued to its unit: ثلاثمئة, ثلاثمائة.
const GLUED_HUNDREDS: [&str; 2] = ["مءة", "ماءة"];

/// The value of a number word, with و, an article or a preposition before it; two words parted
/// by a space are one of 11 to 19 (خمسة عشر).
pub(super) fn value(words: &Words, folded: &str) -> Option<i64> {
    match folded.split_once(' ') {
        Some((unit, ten)) => teen(words, unit, ten),
        None => behind_heads(folded).find_map(|bare| listed(words, bare)),
    }
}

fn listed(words: &Words, bare: &str) -> Option<i64> {
    let hundreds = || {
        if !bare.ends_with("ءة") {
            return None;
        }
        let ends = GLUED_HUNDREDS.iter();
        let unit = ends.rev().find_map(|hundred| bare.strip_suffix(hundred))?;
        let unit = words.number(unit, Class::Number)?;
        (3..10).contains(&unit).then_some(unit * 100)
    };
    words.number(bare, Class::Number).or_else(hundreds)
}

/// Whether a head may stand before a word. One letter goes before longer words only: لست is
/// *I am not*.
fn may_stand(head: &str, word: &str) -> bool {
    word.chars().count() > 3 || matches!(head, "" | "و") || head.ends_with("ال")
}

/// The word and what remains of it without heads.
fn behind_heads(folded: &str) -> impl Iterator<Item = &str> {
    heads(folded).iter().filter_map(move |head| {
        let rest = folded.strip_prefix(head)?;
        may_stand(head, rest).then_some(rest)
    })
}

fn teen(words: &Words, unit: &str, ten: &str) -> Option<i64> {
    if !matches!(ten, "عشر" | "عشرة") {
        return None;
    }
    let value = behind_heads(unit).find_map(|unit| match unit {
        "احد" | "احدي" => Some(1),
        _ => words.number(unit, Class::Number),
    })?;
    (1..10).contains(&value).then_some(value + 10)
}

#[cfg(test)]
mod tests {
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
            assert_eq!(
                Arabic.grammar().number(&Arabic.fold(written)),
                expected,
                "{written}"
            );
        }
    }
}
