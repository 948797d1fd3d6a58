//! The months and days that texts name (folded): days of the week, with their article, and by today.

use crate::language::{Class, DayName, Words};

/// The number of a month, 1 to 12; و before the name is allowed.
pub(super) fn month(words: &Words, folded: &str) -> Option<i64> {
    let find = |name: &str| words.number(name, Class::Month);
    find(folded).or_else(|| folded.strip_prefix('و').and_then(find))
}

/// The number of a weekday, 1 (Monday) to 7 (Sunday, as ISO 8601 counts); و, ب, ل and ف before it
/// are allowed.
pub(super) fn weekday(words: &Words, folded: &str) -> Option<i64> {
    let find = |name: &str| words.number(name, Class::Weekday);
    let behind = || folded.strip_prefix(['و', 'ب', 'ف']).and_then(find);
    // ل takes the ا of the article: للسبت.
    let behind_l = || find(&format!("ال{}", folded.strip_prefix("لل")?));
    find(folded).or_else(behind).or_else(behind_l)
}

/// The day that words name, and how many of them; `before` is the word before. Of days by today the
/// longer row holds.
pub(super) fn named(listed: &Words, before: &str, words: &[&str]) -> Option<(DayName, usize)> {
    let after = |n: usize| words.get(n).copied().unwrap_or("");
    if let Some(weekday) = weekday(listed, words.first()?) {
        let weekday = u8::try_from(weekday).ok()?;
        let is = |class| listed.has(after(1), class);
        return Some(if is(Class::Next) {
            (DayName::Next(weekday), 2)
        } else if is(Class::Past) {
            (DayName::Past(weekday), 2)
        } else {
            (DayName::Last(weekday), 1 + usize::from(is(Class::Dated)))
        });
    }
    let most = listed.longest(Class::Day).min(words.len());
    let (shift, count) = (1..=most).rev().find_map(|count| {
        let shift = listed.number(&words[..count].join(" "), Class::Day)?;
        Some((i8::try_from(shift).ok()?, count))
    })?;
    let is_no_day =
        listed.has(before, Class::NoTodayBefore) || listed.has(after(1), Class::NoTodayAfter);
    (shift != 0 || !is_no_day).then_some((DayName::ByToday(shift), count))
}

#[cfg(test)]
mod tests {
    use crate::language::{Arabic, DayName, Language};

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
            assert_eq!(
                Arabic.grammar().weekday(&Arabic.fold(written)),
                expected,
                "{written}"
            );
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
            assert_eq!(Arabic.grammar().day("", &words), expected, "{written}");
        }
        assert_eq!(Arabic.grammar().day("المصري", &["اليوم"]), None);
    }

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
            assert_eq!(
                Arabic.grammar().month(&Arabic.fold(written)),
                expected,
                "{written}"
            );
        }
    }
}
