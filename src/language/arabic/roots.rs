//! What the words of one root have in common, as far as letters tell it: إرهاب, إرهابي, أرهب.

/// Endings of nouns and adjectives, the longest first.
const ENDINGS: [&str; 8] = ["يات", "ات", "ون", "ين", "ان", "ية", "ي", "ة"];

/// What stands before the root in nouns and verbs made of it, with the fewest letters that a word
/// with it has.
const BEGINNINGS: [(&str, usize); 7] = [
    ("است", 5),
    ("مست", 6),
    ("ان", 5),
    ("م", 4),
    ("ت", 4),
    ("ي", 4),
    ("ا", 4),
];

/// The letters of a folded word without clitics that are left when endings, beginnings, the ت of
/// افتعل, long vowels and hamzas are taken away, each double once; the word itself where fewer than
/// two are left.
///
/// Words of one root nearly always have the same; so have some of other roots. It proposes, and
/// decides nothing.
pub(super) fn root(word: &str) -> String {
    let count = |word: &str| word.chars().count();
    let shortened = |ending: &&str| word.strip_suffix(*ending).filter(|rest| count(rest) >= 3);
    let rest = ENDINGS.iter().find_map(shortened).unwrap_or(word);
    let begun = |(beginning, least): &(&str, usize)| {
        rest.strip_prefix(*beginning)
            .filter(|_| count(rest) >= *least)
    };
    let rest = BEGINNINGS.iter().find_map(begun).unwrap_or(rest);
    let mut letters: Vec<char> = rest.chars().collect();
    if letters.len() >= 4 && letters[1] == 'ت' {
        letters.remove(1);
    }
    letters.retain(|letter| !"اويىءة".contains(*letter));
    letters.dedup();
    match letters.len() {
        0 | 1 => word.to_owned(),
        _ => letters.into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Arabic, Language};

    #[test]
    fn words_of_one_root_have_the_same_letters_left() {
        for family in [
            ["إرهاب", "إرهابي", "إرهابيون"],
            ["احتجز", "محتجز", "احتجاز"],
            ["استشهد", "شهيد", "استشهاد"],
            ["اشتبك", "اشتباك", "اشتباكات"],
            ["انفجار", "تفجير", "فجر"],
            ["مظاهرة", "متظاهر", "تظاهر"],
        ] {
            let roots = family.map(|word| root(&Arabic.fold(word)));
            let [first, ..] = &roots;
            let same = roots.iter().filter(|root| *root == first).count();
            assert!(same >= 2, "{roots:?}");
        }
        assert_eq!(root("مال"), "مل");
        assert_eq!(root("او"), "او");
    }
}
