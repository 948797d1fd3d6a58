//! The names of months and days of the week as pages write them, in Arabic, English and French.

/// The month (1–12) that a word names, with the word after it where a month's name has two.
///
/// The second number is how many words the name takes. Words are as [`folded`] leaves them.
pub(super) fn month(word: &str, next: &str) -> Option<(i8, usize)> {
    let two_words = match (word, next) {
        ("كانون", "الثاني") => Some(1),
        ("تشرين", "الاول") => Some(10),
        ("تشرين", "الثاني") => Some(11),
        ("كانون", "الاول") => Some(12),
        _ => None,
    };
    if let Some(month) = two_words {
        return Some((month, 2));
    }
    let at = MONTHS.iter().position(|names| names.contains(&word))?;
    Some((at as i8 + 1, 1))
}

/// January to December. Egypt and the Gulf, the Levant, the Maghreb (Algeria and Tunisia; Morocco),
/// English, French.
const MONTHS: [&[&str]; 12] = [
    &["يناير", "جانفي", "january", "jan", "janvier", "janv"],
    &[
        "فبراير",
        "شباط",
        "فيفري",
        "february",
        "feb",
        "février",
        "fevrier",
        "févr",
    ],
    &["مارس", "اذار", "march", "mar", "mars"],
    &["ابريل", "نيسان", "افريل", "april", "apr", "avril", "avr"],
    &["مايو", "ايار", "ماي", "may", "mai"],
    &["يونيو", "يونيه", "حزيران", "جوان", "june", "jun", "juin"],
    &[
        "يوليو",
        "يوليه",
        "تموز",
        "جويليه",
        "يوليوز",
        "july",
        "jul",
        "juillet",
        "juil",
    ],
    &["اغسطس", "اب", "اوت", "غشت", "august", "aug", "août", "aout"],
    &[
        "سبتمبر",
        "ايلول",
        "شتنبر",
        "september",
        "sep",
        "sept",
        "septembre",
    ],
    &["اكتوبر", "october", "oct", "octobre"],
    &["نوفمبر", "نونبر", "november", "nov", "novembre"],
    &[
        "ديسمبر",
        "دجنبر",
        "december",
        "dec",
        "décembre",
        "decembre",
        "déc",
    ],
];

/// Whether a word names a month of the Islamic calendar, which cannot be turned into a day for
/// certain: its months begin with the sight of the moon.
pub(super) fn is_islamic(word: &str) -> bool {
    const NAMES: &[&str] = &[
        "محرم",
        "صفر",
        "ربيع",
        "جمادي",
        "جمادى",
        "رجب",
        "شعبان",
        "رمضان",
        "شوال",
        "القعده",
        "الحجه",
        "هـ",
        "ه",
    ];
    NAMES.contains(&word)
}

/// Words that stand in a date and say nothing of it that is needed.
pub(super) fn is_filler(word: &str) -> bool {
    const NAMES: &[&str] = &[
        "الاحد",
        "الاثنين",
        "الثلاثاء",
        "الاربعاء",
        "الخميس",
        "الجمعه",
        "السبت",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "يوم",
        "في",
        "بتاريخ",
        "تاريخ",
        "شهر",
        "من",
        "عام",
        "سنه",
        "الساعه",
        "الموافق",
        "و",
        "at",
        "on",
        "of",
        "the",
        "à",
        "le",
        "st",
        "nd",
        "rd",
        "th",
        "er",
        "ميلادي",
        "published",
    ];
    NAMES.contains(&word)
}

/// A word with its hamza seats, ta marbuta and vowel marks levelled and in lower case.
pub(super) fn folded(word: &str) -> String {
    word.chars()
        .filter(|c| !('\u{64b}'..='\u{65f}').contains(c))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'أ' | 'إ' | 'آ' => 'ا',
            'ة' => 'ه',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_they_are_compared_and_none_stands_twice() {
        let mut names: Vec<&str> = MONTHS.iter().flat_map(|m| m.iter().copied()).collect();
        assert!(names.iter().all(|name| folded(name) == *name));
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(!names.iter().any(|name| is_filler(name) || is_islamic(name)));
    }

    #[test]
    fn both_sets_of_months_and_those_of_the_maghreb_are_known() {
        let cases = [
            ("أغسطس", "", Some((8, 1))),
            ("آب", "", Some((8, 1))),
            ("غشت", "", Some((8, 1))),
            ("أوت", "", Some((8, 1))),
            ("كانون", "الأول", Some((12, 2))),
            ("تشرين", "الثاني", Some((11, 2))),
            ("كانون", "", None),
            ("رمضان", "", None),
        ];
        for (word, next, expected) in cases {
            assert_eq!(month(&folded(word), &folded(next)), expected, "{word}");
        }
    }
}
