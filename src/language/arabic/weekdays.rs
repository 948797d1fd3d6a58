//! The days of the week (folded), with their article.

/// From Monday on.
const DAYS: [&[&str]; 7] = [
    &["الاثنين", "الاتنين"],
    &["الثلاثاء", "الثلثاء"],
    &["الاربعاء"],
    &["الخميس"],
    &["الجمعة"],
    &["السبت"],
    &["الاحد"],
];

/// The number of a weekday, 1 (Monday) to 7 (Sunday, as ISO 8601 counts); و, ب, ل and ف before it are allowed.
pub(super) fn number(folded: &str) -> Option<u8> {
    let find = |name: &str| DAYS.iter().position(|names| names.contains(&name));
    let behind = || folded.strip_prefix(['و', 'ب', 'ف']).and_then(find);
    // ل takes the ا of the article: للسبت.
    let behind_l = || find(&format!("ال{}", folded.strip_prefix("لل")?));
    let at = find(folded).or_else(behind).or_else(behind_l)?;
    Some(at as u8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Arabic, Language};

    #[test]
    fn weekdays_are_known_with_their_article_only() {
        for (written, expected) in [
            ("الاثنين", Some(1)),
            ("الإثنين", Some(1)),
            ("الأحد", Some(7)),
            ("والجمعة", Some(5)),
            ("للسبت", Some(6)),
            ("اثنين", None),
            ("أحد", None),
            ("جمعة", None),
        ] {
            assert_eq!(number(&Arabic.fold(written)), expected, "{written}");
        }
    }

    #[test]
    fn the_list_is_folded() {
        for name in DAYS.iter().flat_map(|names| *names) {
            assert_eq!(Arabic.fold(name), *name);
        }
    }
}
