//! The letters of Arabic: which are one letter for a reader, which are none (rules 1–5).

use crate::language::cutter::is_invisible;
use std::cmp::Ordering;
use unicode_normalization::UnicodeNormalization;

/// What a character of the block U+0600–06FF is to a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum LetterClass {
    /// A letter that stays as it is.
    Kept,
    /// A letter that is another one when folded ([`folded`]).
    Folded,
    /// Vowel marks, tatweel and the like: nothing, wherever they stand.
    Dropped,
    /// No part of a word: digits, punctuation, signs.
    Outside,
}

/// [`LetterClass`] of each character from U+0600 on.
pub(super) const CLASSES: [LetterClass; 256] = classes();

const fn classes() -> [LetterClass; 256] {
    let mut classes = [LetterClass::Outside; 256];
    let mut at = 0;
    while at < 256 {
        classes[at] = class(0x600 + at as u32);
        at += 1;
    }
    classes
}

const fn class(code: u32) -> LetterClass {
    match code {
        // Rule 3: dropped within words, never split on. 06D6–06ED holds a few Quranic signs too.
        0x610..=0x61A | 0x61C | 0x640 | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6ED => {
            LetterClass::Dropped
        }
        // Rule 4: one letter for the reader, in several spellings. Rule 5: never 0629 (ة).
        0x622..=0x626 | 0x671 | 0x649 | 0x6CC | 0x6A9 | 0x6AA | 0x6BE | 0x6C0..=0x6C3 | 0x6D5 => {
            LetterClass::Folded
        }
        0x620..=0x64A | 0x66E..=0x6D3 | 0x6EE..=0x6EF | 0x6FA..=0x6FC | 0x6FF => LetterClass::Kept,
        _ => LetterClass::Outside,
    }
}

/// What a character of U+0600–06FF adds to a word.
#[derive(Clone, Copy)]
pub(super) struct LetterStep {
    /// Its folded letter in UTF-8.
    pub letter: [u8; 2],
    /// How many bytes of it count: none of a dropped mark.
    pub len: u8,
    /// Whether the word reaches up to it at least: letters, and the marks that stand on them.
    pub ends: bool,
    /// Whether it needs a look: it ends the word, or may join the letter before it.
    pub stops: bool,
}

/// [`LetterStep`] of each character from U+0600 on.
pub(super) const STEPS: [LetterStep; 256] = steps();

const fn steps() -> [LetterStep; 256] {
    let mut steps = [LetterStep {
        letter: [0; 2],
        len: 0,
        ends: false,
        stops: true,
    }; 256];
    let mut at = 0;
    while at < 256 {
        if let Some(c) = char::from_u32(0x600 + at as u32) {
            let code = folded(c) as u32;
            let joins = matches!(c, '\u{653}'..='\u{655}');
            let is_letter = matches!(CLASSES[at], LetterClass::Kept | LetterClass::Folded);
            steps[at] = LetterStep {
                letter: [0xC0 | (code >> 6) as u8, 0x80 | (code & 0x3F) as u8],
                len: if is_letter { 2 } else { 0 },
                ends: is_letter || stays_on_letter(c),
                stops: joins || matches!(CLASSES[at], LetterClass::Outside),
            };
        }
        at += 1;
    }
    steps
}

/// Rule 4: the letter that stands for all its spellings.
pub(super) const fn folded(c: char) -> char {
    match c {
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' | 'ڪ' => 'ك',
        'ہ' | 'ە' | 'ھ' | 'ۀ' | 'ۂ' => 'ه',
        'ۃ' => 'ة',
        // مسؤول = مسئول: the seat of a hamza is a matter of house style.
        'ؤ' | 'ئ' => 'ء',
        _ => c,
    }
}

/// Rule 1: the one character that a letter and a following mark make, if they make one.
///
/// Done before marks are dropped, which would turn ئ into ي.
pub(super) const fn composed(letter: char, mark: char) -> Option<char> {
    Some(match (letter, mark) {
        ('ا', '\u{653}') => 'آ',
        ('ا', '\u{654}') => 'أ',
        ('ا', '\u{655}') => 'إ',
        ('و', '\u{654}') => 'ؤ',
        ('ي' | 'ى' | 'ی', '\u{654}') => 'ئ',
        _ => return None,
    })
}

/// Whether a character is dropped within words (rule 3).
pub(super) fn is_dropped(c: char) -> bool {
    match c {
        '\u{600}'..='\u{6FF}' => CLASSES[c as usize - 0x600] == LetterClass::Dropped,
        // Vowel marks as characters of their own (FE70–FE7F) and Extended-A's marks.
        '\u{FE70}'..='\u{FE7F}' | '\u{898}'..='\u{89F}' | '\u{8CA}'..='\u{8FF}' => true,
        // Ligatures of shadda with a vowel.
        '\u{FC5E}'..='\u{FC63}' | '\u{FCF2}'..='\u{FCF4}' => true,
        _ => is_invisible(c),
    }
}

/// Whether a dropped mark stands on the letter before it, unlike tatweel and what is invisible.
pub(super) const fn stays_on_letter(c: char) -> bool {
    matches!(c,
        '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}'
        | '\u{898}'..='\u{89F}' | '\u{8CA}'..='\u{8FF}' | '\u{FC5E}'..='\u{FC63}'
        | '\u{FE70}'..='\u{FE7F}')
}

/// Whether folded letters are an ending alone: of number, case or person.
pub(super) fn is_ending(folded: &str) -> bool {
    const ENDINGS: [&str; 20] = [
        "ا", "ه", "ة", "ي", "ك", "ت", "ن", "ين", "ون", "ان", "ات", "ية", "ها", "هم", "هما", "نا",
        "كم", "وا", "تين", "تان",
    ];
    ENDINGS.contains(&folded)
}

/// Whether a character is a letter of Arabic script, presentation forms included.
pub(super) fn is_letter(c: char) -> bool {
    match c {
        '\u{600}'..='\u{6FF}' => {
            matches!(
                CLASSES[c as usize - 0x600],
                LetterClass::Kept | LetterClass::Folded
            )
        }
        '\u{750}'..='\u{77F}' | '\u{870}'..='\u{887}' | '\u{889}'..='\u{88E}' => true,
        '\u{8A0}'..='\u{8C9}' => true,
        '\u{FB50}'..='\u{FBB1}' | '\u{FBD3}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDFC}' => {
            !is_dropped(c) && c.is_alphanumeric() || c == '\u{FDFC}'
        }
        '\u{FE80}'..='\u{FEFC}' => true,
        _ => false,
    }
}

/// Whether a character is a presentation form (rule 2), which stands for one or more letters.
pub(super) fn is_presentation(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Rule 2: what a presentation form stands for; may hold spaces (FDFA).
pub(super) fn presented(c: char) -> impl Iterator<Item = char> {
    std::iter::once(c).nfkc()
}

/// A word as written: composed, without marks, unfolded; Latin letters in lower case.
pub(super) fn exact(surface: &str) -> String {
    let mut exact = String::with_capacity(surface.len());
    for c in surface.chars() {
        if is_dropped(c) {
            let last = exact.chars().next_back();
            if let Some(one) = last.and_then(|last| composed(last, c)) {
                exact.pop();
                exact.push(one);
            }
        } else if is_presentation(c) {
            exact.extend(presented(c).filter(|c| !is_dropped(*c)));
        } else {
            exact.extend(c.to_lowercase());
        }
    }
    exact
}

/// A name without what its spellings differ in: marks, the seats of hamza, ى and ة.
pub(super) fn loose(name: &str) -> String {
    let usual = |c| match c {
        'ة' => 'ه',
        'ئ' => 'ي',
        'ؤ' => 'و',
        other => folded(other),
    };
    exact(name).chars().map(usual).collect()
}

/// Which way a word runs: ة and ى end words and begin none, and the article begins many. Words that
/// end in لا are told backwards although some sound ones do (مثلا): those with the article are far
/// more.
pub(super) fn run(word: &str) -> Ordering {
    let shown = |c| match is_presentation(c) {
        true => presented(c).next().unwrap_or(c),
        false => c,
    };
    let mut letters = word.chars().filter(|c| !is_dropped(*c)).map(shown);
    let [Some(first), Some(last)] = [letters.next(), letters.next_back()] else {
        return Ordering::Equal;
    };
    let (second, last_but_one) = (letters.next(), letters.next_back());
    let ends = |c| matches!(c, 'ة' | 'ى');
    // Of four letters at least: لا and كلا are words.
    let is_long = last_but_one.is_some();
    if ends(first) || is_long && last_but_one == Some('ل') && last == 'ا' {
        Ordering::Less
    } else if ends(last) || is_long && first == 'ا' && second == Some('ل') {
        Ordering::Greater
    } else {
        Ordering::Equal
    }
}

/// Form rule 8: whether the hamzas that a text writes on its alefs are those of a form.
///
/// A bare alef on either side leaves it open; أ, إ and آ contradict each other.
pub(super) fn agree(exact: &str, surface: &str) -> bool {
    if !may_mark_alef(surface.as_bytes()) {
        return true;
    }
    if surface.chars().any(|c| is_dropped(c) || is_presentation(c)) {
        return alefs_agree(exact, &self::exact(surface));
    }
    alefs_agree(exact, surface)
}

fn alefs_agree(a: &str, b: &str) -> bool {
    let mut pairs = a.chars().zip(b.chars());
    !pairs.any(|(a, b)| a != b && is_marked_alef(a) && is_marked_alef(b))
}

/// Whether a word may hold a marked alef: as one letter (D8 A2, A3, A5), with a hamza of its own
/// (D9 93–95), or in a presentation form (EF …). Most words are answered by their bytes.
pub(super) fn may_mark_alef(word: &[u8]) -> bool {
    word.windows(2).any(|two| {
        matches!(
            two,
            [0xD8, 0xA2 | 0xA3 | 0xA5] | [0xD9, 0x93..=0x95] | [0xEF, _]
        )
    })
}

fn is_marked_alef(c: char) -> bool {
    matches!(c, 'آ' | 'أ' | 'إ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_letter_fold_to_it_and_ta_marbuta_stays() {
        for (spellings, letter) in [
            ("آأإٱا", 'ا'),
            ("ىیي", 'ي'),
            ("کڪك", 'ك'),
            ("ہەھۀۂه", 'ه'),
            ("ؤئء", 'ء'),
        ] {
            assert!(
                spellings.chars().all(|c| folded(c) == letter),
                "{spellings}"
            );
        }
        assert_eq!(folded('ة'), 'ة');
    }

    #[test]
    fn folding_twice_is_folding_once() {
        for c in '\u{600}'..='\u{6FF}' {
            assert_eq!(folded(folded(c)), folded(c), "{c}");
            let is_changed = folded(c) != c;
            assert_eq!(
                is_changed,
                CLASSES[c as usize - 0x600] == LetterClass::Folded,
                "{c}"
            );
        }
    }

    #[test]
    fn a_hamza_of_its_own_is_joined_before_marks_are_dropped() {
        for (written, expected) in [
            ("ا\u{654}مر", "أمر"),
            ("ا\u{655}رهاب", "إرهاب"),
            ("ا\u{653}خر", "آخر"),
            ("مسو\u{654}ول", "مسؤول"),
            ("بي\u{654}ر", "بئر"),
            ("بي\u{650}\u{654}ر", "بئر"),
            ("إِرْهَـــابِيّ", "إرهابي"),
        ] {
            assert_eq!(exact(written), expected);
        }
    }

    #[test]
    fn presentation_forms_are_the_letters_they_show() {
        for (written, expected) in [
            ("ﺍﻹﺭﻫﺎﺑﻲ", "الإرهابي"),
            ("ﷲ", "الله"),
            ("ﻵ", "لآ"),
            ("\u{FE91}\u{FE77}\u{FE96}", "بت"),
        ] {
            assert_eq!(exact(written), expected);
        }
    }

    #[test]
    fn letters_that_only_end_words_tell_when_a_word_runs_backwards() {
        for (word, expected) in [
            ("القرية", Ordering::Greater),
            ("ةيرقلا", Ordering::Less),
            ("ﺔﻳﺮﻘﻟﺍ", Ordering::Less),
            ("ﺍﻟﻘﺮﻳﺔ", Ordering::Greater),
            ("رهنلا", Ordering::Less),
            ("إلى", Ordering::Greater),
            ("ىلإ", Ordering::Less),
            ("لا", Ordering::Equal),
            ("نهر", Ordering::Equal),
            ("", Ordering::Equal),
        ] {
            assert_eq!(run(word), expected, "{word}");
        }
    }
}
