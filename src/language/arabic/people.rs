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
