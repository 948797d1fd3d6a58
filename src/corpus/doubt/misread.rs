//! Text whose bytes were read as another encoding than their own: found by reading them back.

use super::Signs;
use crate::error::isolated;
use crate::wording::{said, word};
use encoding_rs::{Encoding, ISO_8859_6, MACINTOSH, UTF_8, WINDOWS_1252, WINDOWS_1256};
use std::fmt::Display;
use std::sync::LazyLock;

/// Letters that were read back must be so many at least.
const LEAST: usize = 3;

/// A text was misread if at least so many of its letters beyond ASCII can be read back for each that
/// cannot: sound Arabic gives no letter at all that way, and parts of a text may have been repaired.
const LETTERS_PER_FAULT: usize = 2;

/// How a text may have been misread.
struct Misreading {
    read_as: &'static Encoding,
    meant: &'static Encoding,
    /// As people call it, where its own name is not enough.
    name: &'static str,
    /// What each byte from 128 on was read as.
    letters: Vec<char>,
}

static MISREADINGS: LazyLock<[Misreading; 5]> = LazyLock::new(|| {
    [
        (WINDOWS_1256, UTF_8, "UTF-8"),
        (WINDOWS_1252, UTF_8, "UTF-8"),
        (MACINTOSH, UTF_8, "UTF-8"),
        (WINDOWS_1252, WINDOWS_1256, "windows-1256 (Arabic)"),
        (WINDOWS_1256, ISO_8859_6, "ISO-8859-6 or MacArabic"),
    ]
    .map(|(read_as, meant, name)| Misreading {
        read_as,
        meant,
        name,
        letters: (128..=255_u8)
            .filter_map(|byte| {
                read_as
                    .decode_without_bom_handling(&[byte])
                    .0
                    .chars()
                    .next()
            })
            .collect(),
    })
});

/// What is said of a text that was misread.
pub(super) fn told(text: &str, signs: &Signs) -> Option<String> {
    if signs.foreign < LEAST as u32 {
        return None;
    }
    if signs.console * 4 >= signs.foreign {
        return Some(word("notes.console").to_owned());
    }
    let found = MISREADINGS.iter().find_map(|way| {
        let likely = way.is_likely(signs);
        let back = likely.then(|| way.back(text))?;
        back.is_sound().then_some((way, back))
    });
    let (way, back) = found?;
    let remedy = match back.faults {
        0 => said("notes.iconv", &[&way.read_as.name()]),
        _ => String::new(),
    };
    let with: [&dyn Display; 5] = [
        &way.name,
        &way.read_as.name(),
        &isolated(&sample(text)),
        &isolated(&sample(&back.text)),
        &remedy,
    ];
    Some(said("notes.misread", &with))
}

/// The beginning of a text, for a message.
fn sample(text: &str) -> String {
    const WORDS: usize = 2;
    const LETTERS: usize = 24;
    let is_plain = |word: &&str| !word.is_ascii();
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(is_plain)
        .take(WORDS)
        .collect();
    words.join(" ").chars().take(LETTERS).collect()
}

/// A text read back.
struct Back {
    text: String,
    /// Letters beyond ASCII.
    letters: usize,
    /// Bytes and letters that cannot be read back.
    faults: usize,
}

impl Back {
    fn is_sound(&self) -> bool {
        self.letters >= LEAST && self.letters >= LETTERS_PER_FAULT * self.faults
    }
}

impl Misreading {
    /// A cheap look before the text is read back, that sound texts do not pass.
    fn is_likely(&self, signs: &Signs) -> bool {
        if self.meant == UTF_8 {
            // Each Arabic letter of UTF-8 begins with one of these bytes, and é and è with the last.
            let leads = [0xd8, 0xd9, 0xda, 0xdb, 0xc3].map(|byte| self.letters[byte - 128]);
            let count: u32 = leads.iter().map(|c| signs.counts.of_sign(*c)).sum();
            return count * 4 >= signs.foreign;
        }
        match self.read_as == WINDOWS_1252 {
            // Words of Western languages are made of other letters, too.
            true => signs.western * 4 >= signs.letters * 3,
            // و and ي are è and ê then, amid Arabic letters.
            false => signs.mixed * 20 >= signs.letters,
        }
    }

    fn back(&self, text: &str) -> Back {
        let mut bytes = Vec::with_capacity(text.len());
        let mut faults = 0;
        for c in text.chars() {
            let place = || self.letters.iter().position(|known| *known == c);
            match c {
                '\0'..='\u{7f}' => bytes.push(c as u8),
                _ => match place() {
                    Some(at) => bytes.push(128 + at as u8),
                    None => faults += 1,
                },
            }
        }
        let (text, _) = self.meant.decode_without_bom_handling(&bytes);
        let lost = text.chars().filter(|c| *c == '\u{fffd}').count();
        let is_letter = |c: &char| !c.is_ascii() && c.is_alphabetic();
        Back {
            letters: text.chars().filter(is_letter).count(),
            faults: faults + lost,
            text: text.into_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &str =
        "فتحت البلدية الجسر القديم أمام السيارات، وقال العمدة: «كان يوما طويلا» (2024).";

    fn told_of(text: &str) -> Option<String> {
        told(text, &Signs::of(text))
    }

    fn misread(text: &str, meant: &'static Encoding, read_as: &'static Encoding) -> String {
        let bytes = meant.encode(text).0.into_owned();
        read_as.decode_without_bom_handling(&bytes).0.into_owned()
    }

    #[test]
    fn bytes_read_as_another_encoding_are_told_with_both_names_and_what_undoes_it() {
        let cases = [
            (UTF_8, WINDOWS_1256),
            (UTF_8, WINDOWS_1252),
            (UTF_8, MACINTOSH),
            (WINDOWS_1256, WINDOWS_1252),
        ];
        for (meant, read_as) in cases {
            let text = misread(SOUND, meant, read_as);
            let told = told_of(&text).unwrap_or_else(|| panic!("{text}"));
            assert!(told.contains(meant.name()), "{told}");
            assert!(told.contains(&format!("-t {}`", read_as.name())), "{told}");
            assert!(told.contains("فتحت البلدية"), "{told}");
        }
    }

    #[test]
    fn arabic_of_a_macintosh_read_as_that_of_windows_is_told() {
        let letters = SOUND.replace(['«', '»', '،'], "");
        let told = told_of(&misread(&letters, ISO_8859_6, WINDOWS_1256)).unwrap();
        assert!(told.contains("MacArabic"), "{told}");
    }

    #[test]
    fn some_bytes_may_be_lost_on_the_way() {
        let text = misread(SOUND, UTF_8, WINDOWS_1252);
        let text = text.replace(['\u{81}', '\u{a0}'], " ");
        assert!(told_of(&text).is_some_and(|told| !told.contains("iconv")));
    }

    #[test]
    fn sound_texts_of_any_language_are_not_misread() {
        let vowels = "عَظِيمٌ طَعْمُ الغِذَاءِ، ظلّ عطر";
        for text in [
            SOUND,
            "غطاء",
            "Où était-elle? Ça dépend: à l’école",
            "Ünlü ÖĞÜT",
            vowels,
        ] {
            assert_eq!(told_of(text), None, "{text}");
        }
    }
}
