//! Slips of the pen: two spellings of which one is usually a mistake.

/// What is done to a word so that a word and its misspelling are the same.
type Levelled = fn(&str) -> String;

/// The slips, by the keys of what a reader would say of them.
const SLIPS: [(&str, Levelled); 5] = [
    ("slip.ta", without_ta),
    ("slip.hamza", without_hamza),
    ("slip.doubled", without_doubles),
    ("slip.alef", without_alef),
    ("slip.za", without_za),
];

/// The folded word without anything that writers leave out, double or confuse: the same for a word
/// and all its slips.
pub(super) fn skeleton(folded: &str) -> String {
    let bare = |word: &str| {
        SLIPS
            .iter()
            .fold(word.to_owned(), |word, (_, level)| level(&word))
    };
    let words: Vec<String> = folded.split(' ').map(bare).collect();
    words.join(" ")
}

/// The slip by which two folded words differ; `None` where they are the same, or differ otherwise
/// or in more than one way.
pub(super) fn slip(one: &str, other: &str) -> Option<&'static str> {
    if one == other {
        return None;
    }
    let level =
        |words: &str, level: Levelled| -> Vec<String> { words.split(' ').map(level).collect() };
    let mut slips = SLIPS.iter();
    let slip = slips.find(|(_, to)| level(one, *to) == level(other, *to));
    slip.map(|(name, _)| *name)
}

fn without_ta(word: &str) -> String {
    match word.strip_suffix('ه') {
        Some(stem) => format!("{stem}ة"),
        None => word.to_owned(),
    }
}

fn without_hamza(word: &str) -> String {
    word.chars().filter(|letter| *letter != 'ء').collect()
}

/// The first letter stays: a second ت there is a verb's (تتعاون).
fn without_doubles(word: &str) -> String {
    let mut letters = word.chars();
    let first: String = letters.next().into_iter().collect();
    let mut rest: Vec<char> = letters.collect();
    rest.dedup();
    first + &rest.into_iter().collect::<String>()
}

/// The first letter stays: an ا there makes another word.
fn without_alef(word: &str) -> String {
    let letters = word.chars().enumerate();
    let kept = letters.filter(|(at, letter)| *at == 0 || *letter != 'ا');
    kept.map(|(_, letter)| letter).collect()
}

fn without_za(word: &str) -> String {
    word.replace('ظ', "ض")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Arabic, Language};

    #[test]
    fn a_slip_is_named_and_another_word_is_none() {
        for (written, meant, expected) in [
            ("جماعه", "جماعة", Some("slip.ta")),
            ("مسءولين", "مسولين", Some("slip.hamza")),
            ("مسلححين", "مسلحين", Some("slip.doubled")),
            ("ارهبيين", "إرهابيين", Some("slip.alef")),
            ("نضام", "نظام", Some("slip.za")),
            ("جماعة", "جماعة", None),
            ("مسلحين", "مصلحين", None),
        ] {
            let (one, other) = (Arabic.fold(written), Arabic.fold(meant));
            assert_eq!(slip(&one, &other), expected, "{written}");
            let is_same = skeleton(&one) == skeleton(&other);
            assert_eq!(is_same, expected.is_some() || one == other, "{written}");
        }
    }
}
