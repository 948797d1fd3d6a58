//! Reading a number off a text, in digits or in words.

use super::words::SentenceWords;
use crate::lexicon::figures::Sign;
use std::ops::Range;

/// A number as the text gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub value: u64,
    /// Which words of the sentence it takes.
    pub words: Range<usize>,
    /// Whether it is a plural that only gives a least (مئات, *hundreds*).
    pub is_least: bool,
}

/// The number that begins at a word; `None` where none does.
pub(super) fn read(words: &SentenceWords, at: usize) -> Option<Number> {
    let mut number = first(words, at)?;
    // مليون و900 ألف
    let digits = number.words.end + 1;
    if number.value >= 1_000
        && digits < words.len()
        && words.is_and(digits - 1)
        && words.touch(digits - 2, digits - 1)
        && words.is_number(digits)
        && let Some(rest) = in_digits(words, digits).filter(|rest| is_rest(rest, &number))
    {
        number.value += rest.value;
        number.words.end = rest.words.end;
    }
    Some(number)
}

/// Whether digits go on with a number of thousands or millions in words.
fn is_rest(rest: &Number, number: &Number) -> bool {
    let scale = match number.value {
        value if value.is_multiple_of(1_000_000) => 1_000_000,
        _ => 1_000,
    };
    // 2000 و300 are two, and so are الآلاف و300.
    let is_in_words = number.words.len() > 1 || number.value == scale;
    number.value.is_multiple_of(scale) && rest.value < scale && is_in_words && !number.is_least
}

/// The same without digits behind it.
fn first(words: &SentenceWords, at: usize) -> Option<Number> {
    if words.is_number(at) {
        return in_digits(words, at);
    }
    // الاثنين is Monday.
    if words.grammar().weekday(words.folded(at)).is_some() {
        return None;
    }
    let (first, mut next) = value(words, at)?;
    let is_least = next == at + 1 && words.is(at, Sign::Some);
    let mut sum = WordNumber::of(first);
    while next < words.len() && words.touch(next - 1, next) {
        let Some((more, after)) = value(words, next) else {
            break;
        };
        if !sum.joins(more, words.is_joined(next)) {
            break;
        }
        next = after;
    }
    Some(Number {
        value: sum.total(),
        words: at..next,
        is_least,
    })
}

/// Digits, with a scale after them (`3 آلاف`, `1.5 مليون`).
fn in_digits(words: &SentenceWords, at: usize) -> Option<Number> {
    let digits = words.folded(at);
    // The number of a telephone.
    if digits.len() > 1 && digits.starts_with('0') && !digits.contains('.') {
        return None;
    }
    let scale = (at + 1 < words.len() && words.touch(at, at + 1))
        .then(|| value(words, at + 1))
        .flatten()
        .map(|(value, _)| value)
        .filter(|scale| is_scale(*scale) && *scale > 100 && !words.is_joined(at + 1));
    let value = match (digits.parse::<u64>(), scale) {
        (Ok(whole), None) => whole,
        (Ok(whole), Some(scale)) => whole.checked_mul(scale)?,
        // A fraction of people there is not, but of millions there is.
        (Err(_), Some(scale)) => (digits.parse::<f64>().ok()? * scale as f64).round() as u64,
        (Err(_), None) => thousands(digits)?,
    };
    Some(Number {
        value,
        words: at..at + 1 + usize::from(scale.is_some()),
        is_least: false,
    })
}

/// Of people there is no fraction, so that a full stop before three digits parts thousands
/// (مقتل 1.234).
fn thousands(digits: &str) -> Option<u64> {
    let (before, after) = digits.split_once('.')?;
    let is_group = (1..=3).contains(&before.len()) && !before.starts_with('0') && after.len() == 3;
    is_group.then(|| format!("{before}{after}").parse().ok())?
}

/// The value of the number word at a place (or of two that make one: خمسة عشر), and the place
/// after it.
fn value(words: &SentenceWords, at: usize) -> Option<(u64, usize)> {
    let next_is_ten =
        at + 1 < words.len() && words.touch(at, at + 1) && words.number(at + 1) == Some(10);
    if next_is_ten {
        let two = format!("{} {}", words.folded(at), words.folded(at + 1));
        if let Some(value) = words.grammar().number(&two) {
            return Some((value, at + 2));
        }
    }
    if words.is_number(at) {
        return None;
    }
    Some((words.number(at)?, at + 1))
}

fn is_scale(value: u64) -> bool {
    matches!(value, 100 | 1_000 | 1_000_000 | 1_000_000_000)
}

/// A number word by word: ألف ومئتان وخمسة وعشرون.
struct WordNumber {
    /// Whole thousands and millions.
    large: u64,
    /// Below a thousand, so far.
    small: u64,
}

impl WordNumber {
    fn of(value: u64) -> Self {
        match value {
            0..1_000 => WordNumber {
                large: 0,
                small: value,
            },
            _ => WordNumber {
                large: value,
                small: 0,
            },
        }
    }

    /// Takes one more word in, if it goes on with the same number; says whether it does.
    fn joins(&mut self, value: u64, is_joined: bool) -> bool {
        if !is_joined {
            return self.multiplied(value);
        }
        let units = self.small % 100;
        let goes_on = match value {
            1..20 => units == 0 && (self.small > 0 || self.large > 0),
            20..100 => units < 10 && (self.small > 0 || self.large > 0),
            100..1_000 => self.small == 0 && self.large > 0,
            _ => self.small == 0 && self.large > value,
        };
        if goes_on && value < 1_000 {
            self.small += value;
        } else if goes_on {
            self.large += value;
        }
        goes_on
    }

    /// Three hundred, three hundred thousand.
    fn multiplied(&mut self, scale: u64) -> bool {
        if !is_scale(scale) || self.small == 0 || self.small >= scale {
            return false;
        }
        let product = self.small * scale;
        if scale < 1_000 {
            self.small = product;
        } else {
            self.large += product;
            self.small = 0;
        }
        true
    }

    fn total(&self) -> u64 {
        self.large + self.small
    }
}
