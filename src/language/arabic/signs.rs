//! Signs and digits of Arabic writing that stand in tables, dates and sentences as well.

/// A comma.
pub(crate) const COMMA: char = '،';
/// What ends a question.
pub(crate) const QUESTION: char = '؟';
/// Prepositions as tables name them that say what a verb takes: *by*, *for*, *to*, *on*, *about*,
/// *from*.
pub(crate) const PREPOSITIONS: [&str; 6] = ["ب", "ل", "إلى", "على", "عن", "من"];
/// What opens and parts values in a list, beside `;`.
pub(crate) const SEMICOLON: char = '؛';
/// The sign between the digits of a fraction.
pub(crate) const DECIMAL: char = '٫';
/// The sign between thousands.
pub(crate) const THOUSANDS: char = '٬';
/// The sign of a share of a hundred.
pub(crate) const PERCENT: char = '٪';
/// Stretches a word and is no letter.
pub(crate) const TATWEEL: char = 'ـ';
/// A comma between a word and a name, with its space.
pub(crate) const COMMA_AND_SPACE: &str = "، ";

/// Whether a sign is a comma, of any writing.
pub(crate) fn is_comma(sign: char) -> bool {
    matches!(sign, ',' | '،')
}

/// Whether a sign is a semicolon, of any writing.
pub(crate) fn is_semicolon(sign: char) -> bool {
    matches!(sign, ';' | '؛')
}

/// Whether a sign ends a sentence.
pub(crate) fn is_stop(sign: char) -> bool {
    matches!(sign, '.' | '!' | '؟' | '?' | '…' | '۔')
}

/// Whether a sign marks a vowel or doubles a letter, above or below it.
pub(crate) fn is_vowel_mark(sign: char) -> bool {
    matches!(sign, '\u{64b}'..='\u{65f}')
}

/// The Western digit of a Western, Arabic-Indic or extended Arabic-Indic one.
pub(crate) fn digit(c: char) -> Option<char> {
    let value = match c {
        '0'..='9' => return Some(c),
        '٠'..='٩' => c as u32 - '٠' as u32,
        '۰'..='۹' => c as u32 - '۰' as u32,
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// What languages are called in Arabic and by longer codes, and their codes.
pub(in crate::language) const NAMES_OF_LANGUAGES: [(&str, &[&str]); 3] = [
    ("ar", &["ara", "arabic", "عربي", "عربية", "العربية"]),
    ("en", &["eng", "english", "الإنجليزية", "إنجليزي"]),
    ("fr", &["fra", "french", "français", "الفرنسية", "فرنسي"]),
];

/// Before the same day in the other calendar, in the date of an article.
pub(crate) const SAME_DAY: &str = "الموافق";
