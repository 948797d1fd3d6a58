//! Cuts Arabic text into tokens, folding letters on the way (letter rules 1–7).
//!
//! Each token keeps its exact place in the text as given. Nearly all letters are two bytes that
//! fold to two bytes, so the walk goes by a table through them, and decodes only what it must.

use super::letters::{self, CLASSES, LetterClass, STEPS};
use crate::language::cutter::Cutter;
use crate::language::{Kind, Tokens};

/// Cuts a text; see [`crate::language::Language::cut`].
pub(super) fn cut(text: &str, offset: u32, into: &mut Tokens) {
    let mut cutter = Cutter::new(text, offset, into);
    while let Some(&byte) = text.as_bytes().get(cutter.at) {
        match byte {
            b' ' | b'\t' => cutter.at += 1,
            0xD8..=0xDB => block(&mut cutter),
            _ => foreign(&mut cutter),
        }
    }
    cutter.finish();
}

/// Where the two bytes at `at` stand in U+0600–06FF, if they are a character of it.
#[inline]
fn place_at(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at..at + 2) {
        Some(&[lead, follow]) if lead & 0xFC == 0xD8 => {
            Some(usize::from(lead & 3) << 6 | usize::from(follow & 0x3F))
        }
        _ => None,
    }
}

/// A character of the Arabic block, where no word is open.
fn block(cutter: &mut Cutter) {
    match place_at(cutter.text.as_bytes(), cutter.at).map(|place| CLASSES[place]) {
        Some(LetterClass::Kept | LetterClass::Folded) => word(cutter),
        Some(LetterClass::Dropped) => cutter.at += 2,
        _ => {
            if let Some(next) = cutter.peek() {
                cutter.other(next);
            }
        }
    }
}

/// A character of another block, where no word is open.
fn foreign(cutter: &mut Cutter) {
    let Some(next) = cutter.peek() else { return };
    if letters::is_letter(next) {
        word(cutter);
    } else if next.is_alphabetic() {
        cutter.word_of(|c| c.is_alphabetic() && !letters::is_letter(c));
    } else if letters::is_dropped(next) {
        cutter.at += next.len_utf8();
    } else {
        cutter.other(next);
    }
}

/// A word of Arabic letters: up to the first character that is neither a letter nor dropped.
fn word(cutter: &mut Cutter) {
    let mut word = CutWord {
        start: cutter.at,
        end: cutter.at,
        fold_start: cutter.written(),
    };
    loop {
        word.walk(cutter);
        let next = match cutter.text.as_bytes().get(cutter.at) {
            Some(0xC2..) => cutter.peek(),
            _ => None,
        };
        match next {
            Some(next) if word.take(cutter, next) => cutter.at += next.len_utf8(),
            _ => break,
        }
    }
    word.lay(cutter);
}

/// A place where a line may be broken, between words that no space parts.
const ZERO_WIDTH_SPACE: char = '\u{200B}';

/// A word that is being read.
struct CutWord {
    start: usize,
    end: usize,
    fold_start: usize,
}

impl CutWord {
    /// Goes through letters and marks of the Arabic block, without a branch on which they are: a
    /// processor cannot guess that, and the end of a word is enough to guess wrong.
    fn walk(&mut self, cutter: &mut Cutter) {
        let bytes = cutter.text.as_bytes();
        let (mut at, mut written) = (cutter.at, cutter.written());
        let letters = cutter.letters();
        while let Some(place) = place_at(bytes, at) {
            let step = STEPS[place];
            let Some(free) = letters.get_mut(written..written + 2) else {
                break;
            };
            if step.stops {
                break;
            }
            free.copy_from_slice(&step.letter);
            written += usize::from(step.len);
            at += 2;
            self.end = if step.ends { at } else { self.end };
        }
        cutter.at = at;
        cutter.wrote(written);
    }

    /// Appends one character that needs a look; says whether it belongs to the word.
    fn take(&mut self, cutter: &mut Cutter, next: char) -> bool {
        let end = cutter.at + next.len_utf8();
        if next == ZERO_WIDTH_SPACE && self.is_parted(cutter, end) {
            return false;
        } else if letters::is_dropped(next) {
            self.join(cutter, next, end);
        } else if letters::is_presentation(next) && letters::is_letter(next) {
            self.present(cutter, next, end);
        } else if letters::is_letter(next) {
            cutter.append(letters::folded(next));
            self.end = end;
        } else {
            return false;
        }
        true
    }

    /// Whether a zero-width space ends the word. It is meant to part words, but some pages put it
    /// where a word may be broken: then an ending stands behind it or what is glued to words
    /// before it.
    fn is_parted(&self, cutter: &mut Cutter, after: usize) -> bool {
        /// Longer than every ending.
        const LONG: usize = 5;
        let behind = cutter.text[after..].chars();
        let behind = behind.filter(|c| !letters::is_dropped(*c) || *c == ZERO_WIDTH_SPACE);
        let behind = behind.take(LONG).take_while(|c| letters::is_letter(*c));
        let behind: String = behind.map(letters::folded).collect();
        let written = cutter.written();
        let before = std::str::from_utf8(&cutter.letters()[self.fold_start..written]);
        let before = before.unwrap_or_default();
        let is_head = super::rules::HEADS.contains(&before);
        !behind.is_empty() && !is_head && !letters::is_ending(&behind)
    }

    /// A dropped mark; one that makes a hamza of the letter before it belongs to that letter.
    fn join(&mut self, cutter: &mut Cutter, mark: char, end: usize) {
        let written = cutter.written();
        let word = &cutter.letters()[self.fold_start..written];
        let last = std::str::from_utf8(word)
            .ok()
            .and_then(|word| word.chars().next_back());
        let Some(last) = last else { return };
        if letters::stays_on_letter(mark) {
            self.end = end;
        }
        if let Some(one) = letters::composed(last, mark) {
            cutter.take_back(written - last.len_utf8());
            cutter.append(letters::folded(one));
            self.end = end;
        }
    }

    /// What a presentation form shows. Letters of several words (FDFA) share its place.
    fn present(&mut self, cutter: &mut Cutter, next: char, end: usize) {
        for letter in letters::presented(next) {
            if letter == ' ' {
                self.end = end;
                self.lay(cutter);
                self.start = cutter.at;
                self.fold_start = cutter.written();
            } else if !letters::is_dropped(letter) {
                cutter.append(letters::folded(letter));
            }
        }
        self.end = end;
    }

    /// Lays the token down.
    fn lay(&self, cutter: &mut Cutter) {
        cutter.lay(self.start, self.end, self.fold_start, Kind::Word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Tokens {
        let mut tokens = Tokens::default();
        cut(text, 0, &mut tokens);
        tokens
    }

    /// `surface=folded` of each word and number, `mark` of each sign, `/` for a line's end.
    fn shown(text: &str) -> String {
        let tokens = tokens(text);
        let shown: Vec<String> = (0..tokens.list.len())
            .map(|at| {
                let token = tokens.list[at];
                let surface = &text[token.start as usize..token.end as usize];
                match token.kind {
                    Kind::Mark(mark) => mark.to_string(),
                    Kind::LineEnd => "/".into(),
                    Kind::Word | Kind::Number => format!("{surface}={}", tokens.folded(at)),
                }
            })
            .collect();
        shown.join(" ")
    }

    #[test]
    fn words_end_where_the_script_changes_or_a_sign_stands() {
        for (text, expected) in [
            ("قال، «نعم»", "قال=قال ، « نعم=نعم »"),
            ("قناةBBCعربي", "قناة=قناة BBC=bbc عربي=عربي"),
            ("دبابة T-72B3", "دبابة=دبابة T=t - 72=72 B=b 3=3"),
            ("آب/ أغسطس", "آب=اب / أغسطس=اغسطس"),
            ("12قتيلا", "12=12 قتيلا=قتيلا"),
            ("سطر\r\nسطر\n\nآخر", "سطر=سطر / سطر=سطر / / آخر=اخر"),
            ("", ""),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn dropped_marks_split_nothing_and_a_vowel_mark_belongs_to_the_last_letter() {
        for (text, expected) in [
            ("الإرهابي\u{200C}ين", "الإرهابي\u{200C}ين=الارهابيين"),
            ("\u{FEFF}\u{200F}كِتَابٌ ", "كِتَابٌ=كتاب"),
            ("الـــسلام ـ", "الـــسلام=السلام"),
            ("بي\u{654} ", "بي\u{654}=بء"),
            ("ﺍﻹﺭﻫﺎﺑﻲ", "ﺍﻹﺭﻫﺎﺑﻲ=الارهابي"),
            ("أبوﷺ ثم", "أبوﷺ=ابوصلي ﷺ=الله ﷺ=عليه ﷺ=وسلم ثم=ثم"),
            ("قال\u{A0}ثم", "قال=قال ثم=ثم"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn numbers_of_either_kind_keep_their_signs_inside() {
        for (text, expected) in [
            ("١٬٢٠٠ و٣٫٥", "١٬٢٠٠=1200 و=و ٣٫٥=3.5"),
            ("1,200.5 و1,2", "1,200.5=1200.5 و=و 1=1 , 2=2"),
            ("12.03.2015", "12=12 . 03=03 . 2015=2015"),
            ("۱۲٪ 7.", "۱۲=12 ٪ 7=7 ."),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn signs_between_thousands_are_no_ends_and_rows_of_numbers_are_no_thousands() {
        for (text, expected) in [
            ("1 234 و١\u{A0}٢٣٤", "1 234=1234 و=و ١\u{A0}٢٣٤=1234"),
            ("۱\u{2009}۲۳۴\u{2009}۵۶۷", "۱\u{2009}۲۳۴\u{2009}۵۶۷=1234567"),
            ("12\u{202F}345.5", "12\u{202F}345.5=12345.5"),
            ("1.234.567", "1.234.567=1234567"),
            ("١،٢٣٤ و1،2", "١،٢٣٤=1234 و=و 1=1 ، 2=2"),
            ("1.234", "1.234=1.234"),
            ("0 123", "0=0 123=123"),
            ("2011 234", "2011=2011 234=234"),
            ("555 123 4567", "555=555 123=123 4567=4567"),
            ("1 2 300", "1=1 2=2 300=300"),
            ("20 100-200", "20=20 100=100 - 200=200"),
            ("20\n100", "20=20 / 100=100"),
        ] {
            assert_eq!(shown(text), expected);
        }
        let _ = tokens(&"1 234 ".repeat(100_000));
        let _ = tokens(&"1.234.".repeat(100_000));
    }

    #[test]
    fn a_hashtag_is_the_words_it_is_made_of() {
        for (text, expected) in [
            ("#جماعة_صغيرة ثم", "جماعة=جماعة صغيرة=صغيرة ثم=ثم"),
            ("و#يوم_25_يناير", "و=و يوم=يوم 25=25 يناير=يناير"),
            ("# سطر _ آخر #1", "# سطر=سطر _ آخر=اخر # 1=1"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn a_zero_width_space_parts_words_but_no_ending() {
        for (text, expected) in [
            (
                "عاد\u{200B}الصيادون\u{200B}من\u{200B}البحر",
                "عاد=عاد الصيادون=الصيادون من=من البحر=البحر",
            ),
            ("الصياد\u{200B}ين", "الصياد\u{200B}ين=الصيادين"),
            ("وال\u{200B}صياد", "وال\u{200B}صياد=والصياد"),
            ("صياد\u{200B}", "صياد=صياد"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn words_of_any_length_are_whole() {
        let long = "كتاب".repeat(500);
        assert_eq!(shown(&long), format!("{long}={long}"));
    }
}
