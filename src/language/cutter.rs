//! Walks a text and lays down tokens: what cutting has in common in all languages.
//!
//! A language decides what its words are ([`Cutter::word_of`]); numbers, signs and line ends are
//! the same everywhere.

use super::signs::{self, digit};
use super::{Kind, Token, Tokens};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A place in a text that is being cut.
pub(super) struct Cutter<'t> {
    pub text: &'t str,
    pub at: usize,
    offset: u32,
    tokens: &'t mut Tokens,
    /// Those of the tokens, as bytes while they are written.
    letters: Vec<u8>,
    /// How many of the letters are written. Those after them are there to be written on: at least
    /// as many as bytes of the text are left, so that folding a letter in place needs no growing.
    written: usize,
}

impl<'t> Cutter<'t> {
    pub(crate) fn new(text: &'t str, offset: u32, into: &'t mut Tokens) -> Self {
        let mut letters = std::mem::take(&mut into.letters).into_bytes();
        let written = letters.len();
        letters.resize(written + text.len(), 0);
        Cutter {
            text,
            at: 0,
            offset,
            tokens: into,
            letters,
            written,
        }
    }

    /// Ends the cutting: gives the letters back to the tokens.
    pub(crate) fn finish(mut self) {
        self.letters.truncate(self.written);
        let letters = String::from_utf8(self.letters);
        self.tokens.letters = letters.expect("whole characters are written");
    }

    /// The next character.
    pub(crate) fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// How many bytes of letters there are so far.
    pub(crate) fn written(&self) -> usize {
        self.written
    }

    /// The letters, to write on from [`Cutter::written`] on; [`Cutter::wrote`] says how far.
    pub(crate) fn letters(&mut self) -> &mut [u8] {
        &mut self.letters
    }

    /// Says that letters are written up to a place.
    pub(crate) fn wrote(&mut self, to: usize) {
        self.written = to;
    }

    /// Appends a letter that may be longer than what it stands for.
    pub(crate) fn append(&mut self, letter: char) {
        let mut buffer = [0; 4];
        let letter = letter.encode_utf8(&mut buffer).as_bytes();
        self.letters.resize(self.letters.len() + letter.len(), 0);
        self.letters[self.written..self.written + letter.len()].copy_from_slice(letter);
        self.written += letter.len();
    }

    /// Takes back the last letters written, so that there are `to` bytes of them.
    pub(crate) fn take_back(&mut self, to: usize) {
        self.written = to;
    }

    /// Lays down a token whose folded letters have just been appended.
    pub(crate) fn lay(&mut self, start: usize, end: usize, fold_start: usize, kind: Kind) {
        self.tokens.list.push(Token {
            start: self.offset + start as u32,
            end: self.offset + end as u32,
            fold_start: fold_start as u32,
            fold_end: self.written as u32,
            kind,
        });
    }

    /// Lays down whatever stands here if it is no word: a number, a sign, a line's end, nothing
    /// for a space.
    pub(crate) fn other(&mut self, next: char) {
        if digit(next).is_some() {
            self.number();
        } else if matches!(next, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            self.line_end(next);
        } else {
            let start = self.at;
            self.at += next.len_utf8();
            if !self.is_of_hashtag(next, start) && !next.is_whitespace() && !is_invisible(next) {
                let fold_start = self.written;
                self.lay(start, self.at, fold_start, Kind::Mark(next));
            }
        }
    }

    /// Whether a sign that has just been passed makes a hashtag of words: `#` before one, `_`
    /// between two.
    fn is_of_hashtag(&self, sign: char, start: usize) -> bool {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let after = self.text[self.at..].chars().next();
        let before = self.text[..start].chars().next_back();
        match sign {
            '#' => after.is_some_and(char::is_alphabetic),
            '_' => {
                let is_word = |c: char| c.is_alphanumeric() || is_combining_mark(c);
                is_letter(after) && before.is_some_and(is_word)
            }
            _ => false,
        }
    }

    /// Lays down a word of letters that `belongs` accepts, lower-cased and composed (NFC);
    /// invisible characters inside are dropped.
    pub(crate) fn word_of(&mut self, belongs: impl Fn(char) -> bool) {
        let start = self.at;
        let mut end = start;
        for (at, c) in self.text[start..].char_indices() {
            if belongs(c) || is_combining_mark(c) {
                end = start + at + c.len_utf8();
            } else if !is_invisible(c) {
                break;
            }
        }
        let word = &self.text[start..end];
        let fold_start = self.written;
        if word.is_ascii() {
            word.bytes()
                .for_each(|byte| self.append(byte.to_ascii_lowercase().into()));
        } else {
            let visible = word.chars().filter(|c| !is_invisible(*c));
            let folded = visible.flat_map(char::to_lowercase).nfc();
            folded.for_each(|letter| self.append(letter));
        }
        self.at = end;
        self.lay(start, end, fold_start, Kind::Word);
    }

    /// A number: digits of any set, with signs inside as [`inner_sign`] reads them.
    fn number(&mut self) {
        let start = self.at;
        let fold_start = self.written;
        let mut end = start;
        let mut decimal = self.follows_a_point();
        let (mut digits, mut parted) = (0, None);
        let mut may_be_parted = !decimal && self.is_first_of_digits();
        while let Some(c) = self.text[end..].chars().next() {
            if let Some(value) = digit(c) {
                may_be_parted &= (digits, value) != (0, '0');
                digits += 1;
                self.append(value);
            } else {
                let rest = &self.text[end + c.len_utf8()..];
                let is_parted = parted == Some(c)
                    || (parted.is_none()
                        && may_be_parted
                        && digits <= 3
                        && parts_thousands(c, rest));
                match inner_sign(c, rest, decimal) {
                    _ if is_parted && !decimal && count_digits(rest) == 3 => parted = Some(c),
                    Some(NumberSign::Decimal) => {
                        decimal = true;
                        self.append('.');
                    }
                    Some(NumberSign::Thousands) => {}
                    None => break,
                }
            }
            end += c.len_utf8();
        }
        self.at = end;
        self.lay(start, end, fold_start, Kind::Number);
    }

    /// Whether a digit and a point stand just before: then this is a later part of a date.
    fn follows_a_point(&self) -> bool {
        let mut before = self.text[..self.at].chars().rev();
        matches!(before.next(), Some('.' | signs::DECIMAL))
            && before.next().and_then(digit).is_some()
    }

    /// Whether no other number stands before this one with a space between: rows of numbers are
    /// no thousands.
    fn is_first_of_digits(&self) -> bool {
        let mut before = self.text[..self.at].chars().rev();
        let space = before.next().is_some_and(is_group_space);
        !(space && before.next().and_then(digit).is_some())
    }

    fn line_end(&mut self, first: char) {
        let start = self.at;
        self.at += first.len_utf8();
        if first == '\r' && self.text[self.at..].starts_with('\n') {
            self.at += 1;
        }
        let fold_start = self.written;
        self.lay(start, self.at, fold_start, Kind::LineEnd);
    }
}

/// What a sign inside a number does.
enum NumberSign {
    Decimal,
    Thousands,
}

/// The spaces that may stand between thousands: plain, no-break, thin, narrow, of a digit's width.
fn is_group_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{2007}' | '\u{2009}' | '\u{202F}')
}

fn count_digits(text: &str) -> usize {
    text.chars().take_while(|c| digit(*c).is_some()).count()
}

/// Whether a sign after one to three digits parts thousands: a space or an Arabic comma before
/// groups of three digits alone, a full stop before several of them (1.234.567; of a single one
/// the noun behind tells, since it may be a decimal).
fn parts_thousands(sign: char, rest: &str) -> bool {
    /// More than anything that is counted in news; rows of numbers are longer.
    const MOST: usize = 5;
    if !(is_group_space(sign) || matches!(sign, '.' | signs::COMMA)) {
        return false;
    }
    let (mut rest, mut groups) = (rest, 0);
    while groups < MOST
        && rest
            .chars()
            .take(4)
            .take_while(|c| digit(*c).is_some())
            .count()
            == 3
    {
        groups += 1;
        let mut behind = rest.chars().skip(3);
        let (next, after) = (behind.next(), behind.next());
        let is_digit_after = after.and_then(digit).is_some();
        match next {
            Some(next) if next == sign && is_digit_after => {
                let group: usize = rest.chars().take(4).map(char::len_utf8).sum();
                rest = &rest[group..];
            }
            // A range or a time (20 100-200, 5 100:30) is no number.
            Some('-' | '–' | '/' | ':' | signs::COMMA) if is_digit_after => return false,
            _ => return sign != '.' || groups > 1,
        }
    }
    false
}

/// How a sign after digits is to be read, given what follows it; `None` where the number ends.
///
/// `٬` and `,` part thousands only before exactly three digits, so that lists (1,2) stay apart;
/// `٫` and `.` are decimal only once, so that dates (12.03.2015) stay apart.
fn inner_sign(sign: char, rest: &str, decimal_seen: bool) -> Option<NumberSign> {
    let digits = rest.chars().take_while(|c| digit(*c).is_some()).count();
    let after = rest.chars().nth(digits);
    match sign {
        signs::THOUSANDS | ',' if digits == 3 && !decimal_seen => Some(NumberSign::Thousands),
        signs::DECIMAL | '.' if digits > 0 && !decimal_seen => {
            let another = rest.chars().nth(digits + 1).and_then(digit).is_some();
            (!(after == Some(sign) && another)).then_some(NumberSign::Decimal)
        }
        _ => None,
    }
}

/// Characters that cannot be seen: zero-width, soft hyphen, direction and variation marks.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'
        | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}
