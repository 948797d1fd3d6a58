//! Words without what grammar puts around them.

use super::Arabic;
use crate::language::{Class, Language};

/// Heads that show by their article that they are heads, longest first.
const ARTICLED: [&str; 12] = [
    "وبال", "وكال", "فبال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال", "",
];
/// Whether a word begins with a و of its own, by the rows: taking it off would part وزارة from
/// الوزارة.
fn has_own_waw(folded: &str) -> bool {
    Arabic.grammar().words().has(folded, Class::OwnWaw)
}

/// Pronouns after a word that are no part of it.
const PRONOUNS: [&str; 3] = ["هما", "ها", "هم"];

/// A folded word without article, the conjunction and preposition that come with it, and pronouns
/// of the third person. Where a letter may be the word's own it stays.
pub(super) fn stem(folded: &str) -> &str {
    let least = |word: &str, letters: usize| word.chars().count() >= letters;
    let behind = ARTICLED.iter().find_map(|head| {
        let rest = folded.strip_prefix(head)?;
        (least(rest, 3) && !head.is_empty()).then_some(rest)
    });
    let word = behind.unwrap_or_else(|| match folded.strip_prefix('و') {
        Some(rest) if least(rest, 4) && !has_own_waw(folded) => rest,
        _ => folded,
    });
    let bare = PRONOUNS
        .iter()
        .find_map(|pronoun| word.strip_suffix(pronoun));
    bare.filter(|bare| least(bare, 4)).unwrap_or(word)
}

/// A stem without ة, for which half of the press writes ه; an ه of the word's own goes as well.
pub(super) fn loose_stem(folded: &str) -> &str {
    let stem = stem(folded);
    let bare = stem.strip_suffix(['ة', 'ه']);
    bare.filter(|bare| bare.chars().nth(2).is_some())
        .unwrap_or(stem)
}

/// A stem without long vowels and hamza, which change in plurals, verbal nouns and tenses; one that
/// is nothing else stays as it is.
pub(super) fn consonants(stem: &str) -> String {
    let firm = stem.chars().filter(|letter| !"اويء".contains(*letter));
    let firm: String = firm.collect();
    if firm.is_empty() {
        stem.to_owned()
    } else {
        firm
    }
}

/// Endings of an adjective in ي, the longest first: dual, plural, feminine, accusative.
const ORIGIN_ENDINGS: [&str; 9] = ["يتين", "يتان", "يين", "يون", "يان", "يات", "ية", "يا", "ي"];

/// A folded adjective in ي without article, what is glued before it, and its ending.
pub(super) fn origin(folded: &str) -> &str {
    let word = stem(folded);
    let bare = ORIGIN_ENDINGS
        .iter()
        .find_map(|ending| word.strip_suffix(ending));
    let origin = bare.filter(|bare| bare.chars().count() >= 2);
    match origin.unwrap_or(word) {
        // ألمان begins like the article.
        "مان" => "المان",
        origin => origin,
    }
}

/// Whether a folded word ends like an adjective in ي, or is one of the plurals of peoples that have
/// no ending (أفغان, روس, أتراك, ألمان, أمريكان).
pub(super) fn may_be_origin(folded: &str) -> bool {
    ORIGIN_ENDINGS.iter().any(|ending| folded.ends_with(ending))
        || ["ان", "روس", "راك"].iter().any(|end| folded.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Arabic, Language};

    #[test]
    fn an_adjective_of_origin_has_one_form() {
        for written in [
            "مالي",
            "المالية",
            "ماليين",
            "والماليون",
            "ماليان",
            "للماليات",
            "ماليا",
        ] {
            let folded = Arabic.fold(written);
            assert_eq!(Arabic.origin(&folded), "مال", "{written}");
        }
        for written in ["ألماني", "الألمان", "والألمانية"] {
            assert_eq!(Arabic.origin(&Arabic.fold(written)), "المان", "{written}");
        }
    }

    #[test]
    fn a_stem_is_the_word_without_what_surely_surrounds_it() {
        for (written, expected) in [
            ("والحكومة", "حكومة"),
            ("للحكومة", "حكومة"),
            ("وبالحكومة", "حكومة"),
            ("وزارة", "وزارة"),
            ("الوزارة", "وزارة"),
            ("وأعلنت", "اعلنت"),
            ("قواتها", "قوات"),
            ("تفاهم", "تفاهم"),
            ("بلد", "بلد"),
            ("ال", "ال"),
        ] {
            assert_eq!(stem(&Arabic.fold(written)), expected, "{written}");
        }
    }

    #[test]
    fn a_word_and_its_usual_misspelling_have_one_loose_stem() {
        for (written, expected) in [
            ("الثورة", "ثور"),
            ("الثوره", "ثور"),
            ("الجمهوريه", "جمهوري"),
            ("سنة", "سنة"),
        ] {
            assert_eq!(loose_stem(&Arabic.fold(written)), expected, "{written}");
        }
    }

    #[test]
    fn words_of_grammar_are_known_with_a_conjunction_and_words_of_content_are_not() {
        for word in ["في", "وفي", "الذي", "إلى", "فإن", "عليها", "وكانت", "على"]
        {
            assert!(
                Arabic.grammar().is_function_word(&Arabic.fold(word)),
                "{word}"
            );
        }
        for word in ["حكومة", "قتل", "وزير", "فرنسا", "كتاب"] {
            assert!(
                !Arabic.grammar().is_function_word(&Arabic.fold(word)),
                "{word}"
            );
        }
    }
}
