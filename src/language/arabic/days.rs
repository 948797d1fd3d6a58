//! The days that texts name (folded): of the week, with their article, and by today.

use crate::language::DayName;

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

/// Days by the day of the article; the longer row holds.
const BY_TODAY: &[(i8, &str)] = &[
    (0, "اليوم"),
    (-1, "امس"),
    (-1, "الليلة الماضية"),
    (-1, "الليلة قبل الماضية"),
    (-1, "البارحة"),
    (-2, "امس الاول"),
    (-2, "اول امس"),
    (-2, "اول من امس"),
    (-2, "البارحة الاولي"),
    (1, "غدا"),
    (1, "غد"),
    (1, "يوم غد"),
    (2, "بعد غد"),
];

/// Words before *today* that make it a name, and after it that make it another day.
const NOT_TODAY: (&[&str], &[&str]) = (
    &[
        "المصري",
        "عين",
        "صحيفة",
        "جريدة",
        "قناة",
        "موقع",
        "في",
        "اخبار",
    ],
    &[
        "العالمي",
        "الوطني",
        "الدولي",
        "التالي",
        "السابق",
        "نفسه",
        "ذاته",
        "الاول",
        "الثاني",
        "الثالث",
        "الرابع",
        "الخامس",
        "الاخير",
        "الواحد",
        "الذي",
    ],
);

/// The day that words name, and how many of them; `before` is the word before.
pub(super) fn named(before: &str, words: &[&str]) -> Option<(DayName, usize)> {
    let after = |n: usize| words.get(n).copied().unwrap_or("");
    if let Some(weekday) = number(words.first()?) {
        return Some(match after(1) {
            "المقبل" | "القادم" | "المقبلة" | "القادمة" => {
                (DayName::Next(weekday), 2)
            }
            "الماضي" | "الماضية" | "الفاءت" | "المنصرم" => {
                (DayName::Past(weekday), 2)
            }
            // The date is told behind it.
            "الموافق" | "المصادف" => (DayName::Last(weekday), 2),
            _ => (DayName::Last(weekday), 1),
        });
    }
    let holds = |phrase: &str| {
        phrase
            .split(' ')
            .enumerate()
            .all(|(n, word)| after(n) == word)
    };
    let rows = BY_TODAY.iter().filter(|(_, phrase)| holds(phrase));
    let (shift, phrase) = rows.max_by_key(|(_, phrase)| phrase.len())?;
    if *shift == 0 && (NOT_TODAY.0.contains(&before) || NOT_TODAY.1.contains(&after(1))) {
        return None;
    }
    Some((DayName::ByToday(*shift), phrase.split(' ').count()))
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
    fn a_day_is_told_by_the_week_or_by_today() {
        for (written, expected) in [
            ("الأحد الماضي", Some((DayName::Past(7), 2))),
            ("الأحد في", Some((DayName::Last(7), 1))),
            ("السبت المقبل", Some((DayName::Next(6), 2))),
            ("أمس الأول في", Some((DayName::ByToday(-2), 2))),
            ("أول من أمس", Some((DayName::ByToday(-2), 3))),
            ("اليوم إن", Some((DayName::ByToday(0), 1))),
            ("اليوم العالمي", None),
            ("يوم", None),
        ] {
            let folded = Arabic.fold(written);
            let words: Vec<&str> = folded.split(' ').collect();
            assert_eq!(named("", &words), expected, "{written}");
        }
        assert_eq!(named("المصري", &["اليوم"]), None);
    }

    #[test]
    fn the_list_is_folded() {
        let phrases = BY_TODAY.iter().map(|(_, phrase)| *phrase);
        let others = NOT_TODAY.0.iter().chain(NOT_TODAY.1).copied();
        for name in DAYS
            .iter()
            .flat_map(|names| *names)
            .copied()
            .chain(phrases)
            .chain(others)
        {
            assert_eq!(Arabic.fold(name), name);
        }
    }
}
