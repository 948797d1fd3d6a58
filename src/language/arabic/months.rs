//! The months (folded): the names used in Egypt and the Gulf, in the Levant and Iraq, and in the
//! Maghreb.

const MONTHS: [&[&str]; 12] = [
    &["يناير", "كانون الثاني", "كانون ثاني", "جانفي"],
    &["فبراير", "شباط", "فيفري"],
    &["مارس", "اذار"],
    &["ابريل", "نيسان", "افريل"],
    &["مايو", "ايار", "ماي"],
    &["يونيو", "يونيه", "حزيران", "جوان"],
    &["يوليو", "يوليه", "تموز", "جويلية", "يوليوز"],
    &["اغسطس", "اب", "اوت", "غشت"],
    &["سبتمبر", "ايلول", "شتنبر"],
    &["اكتوبر", "تشرين الاول", "تشرين اول"],
    &["نوفمبر", "تشرين الثاني", "تشرين ثاني", "نونبر"],
    &["ديسمبر", "كانون الاول", "كانون اول", "دجنبر"],
];

/// The number of a month, 1 to 12; the two of the Levant that have two words are given with one
/// space. A و before the name is allowed.
pub(super) fn number(folded: &str) -> Option<u8> {
    let find = |name: &str| MONTHS.iter().position(|names| names.contains(&name));
    let at = find(folded).or_else(|| folded.strip_prefix('و').and_then(find))?;
    Some(at as u8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Arabic, Language};

    #[test]
    fn all_sets_of_names_are_known() {
        for (written, expected) in [
            ("يوليو", Some(7)),
            ("تموز", Some(7)),
            ("آب", Some(8)),
            ("أغسطس", Some(8)),
            ("تشرين الثاني", Some(11)),
            ("وأيلول", Some(9)),
            ("غشت", Some(8)),
            ("تشرين", None),
            ("يوم", None),
        ] {
            assert_eq!(number(&Arabic.fold(written)), expected, "{written}");
        }
    }

    #[test]
    fn the_list_is_folded() {
        for name in MONTHS.iter().flat_map(|names| *names) {
            assert_eq!(Arabic.fold(name), *name);
        }
    }
}
