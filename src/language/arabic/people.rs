//! Surnames, by what stands before them.

use crate::language::{Class, NamedBy, Words};

/// What the two words before a word make it a surname: a given name (محمد الجندي), also one of two
/// words (عبد الحكيم, ذبيح الله); or بن, which as ابن would be anybody's son.
pub(super) fn surname_behind(words: &Words, [further, nearer]: [&str; 2]) -> Option<NamedBy> {
    let is_given = |word: &str| words.has(word, Class::Given);
    let is_two_words = match further {
        "عبد" => nearer.starts_with("ال"),
        "ذبيح" | "عطا" | "فضل" | "سيف" => nearer == "الله",
        _ => false,
    };
    let is_joined = nearer
        .strip_prefix(['و', 'ف', 'ب', 'ل', 'ك'])
        .is_some_and(is_given);
    match nearer {
        "بن" => Some(NamedBy::Son),
        _ => (is_two_words || is_given(nearer) || is_joined).then_some(NamedBy::Given),
    }
}

/// Whether an unknown noun looks like several people: Arabic makes sound masculine plurals of people
/// only; behind a number or *of* they end in ين. Broken plurals of the same ending (قوانين, ميادين)
/// have an ا as their third letter and are left out.
pub(super) fn may_be_several(folded: &str) -> bool {
    let stem = folded.strip_prefix("ال").unwrap_or(folded);
    let mut letters = stem.chars();
    let (third, count) = (letters.nth(2), 3 + letters.count());
    stem.ends_with("ين") && count >= 5 && !(count == 6 && third == Some('ا'))
}

#[cfg(test)]
mod tests {
    use crate::language::{Arabic, Language};

    #[test]
    fn a_given_name_is_known_in_folded_letters() {
        for (written, expected) in [
            ("محمد", true),
            ("وائل", true),
            ("علاء", true),
            ("جندي", false),
        ] {
            assert_eq!(
                Arabic.grammar().is_given_name(&Arabic.fold(written)),
                expected,
                "{written}"
            );
        }
    }
}
