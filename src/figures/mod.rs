//! The numbers that a text reports: how many were killed, wounded, detained, took part.

mod denial;
mod few;
mod found;
mod happened;
mod hedges;
mod nobody;
mod numbers;
mod reader;
mod roles;
mod senses;
mod unnamed;
mod words;

use crate::lexicon::Lexicon;
use crate::text::Text;
use std::ops::Range;
use words::Signs;

pub(crate) use crate::lexicon::figures::What;

/// How a number is hedged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Bound {
    /// Exactly, as far as the text says.
    Exact,
    /// *at least, more than*.
    AtLeast,
    /// *up to, at most*.
    AtMost,
    /// *about*.
    About,
}

/// A number that an article reports: of dead, wounded, soldiers …
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figure {
    /// The number.
    pub value: u64,
    /// How it is hedged.
    pub bound: Bound,
    /// What happened to those counted; nothing where only `who` is told.
    pub what: Option<What>,
    /// Who: the noun as written (جنديا), empty where none.
    pub who: String,
    /// Whether the text says that it is not so (نفت الوزارة مقتل 7).
    pub is_denied: bool,
    /// The number and its noun: bytes of the text as given.
    pub bytes: Range<u32>,
    /// Its sentence: bytes of the text as given.
    pub sentence: Range<u32>,
}

/// The figures that a text reports, in order.
///
/// A number counts where it stands with a noun for people (12 جنديا) or for what happened to them
/// (30 قتيلا), or right after a word that says what happened (مقتل 12), as with vehicles and
/// houses (تدمير تسع آليات). Digits of both sets, number words (ثلاثة وعشرون), plurals of number
/// words as *at least* (عشرات: 10). Two in a dual (مقتل جنديين) and one in an indefinite noun (مقتل
/// جندي, *another*, *one of*) count where something is said to have happened to them. A range (بين 20
/// و30) is two figures: at least 20, at most 30. Where nobody was hurt (دون إصابات) the number is 0. Ages, dates, results, sums of money and percentages
/// are none.
///
/// A language without words of figures in its lists has none.
pub(crate) fn read(text: &Text, lexicon: &Lexicon) -> Vec<Figure> {
    let Some(table) = lexicon.tables.get(text.language.code()) else {
        return Vec::new();
    };
    let signs = Signs::of(text, table);
    let sentences = text.sentences.iter();
    sentences
        .flat_map(|sentence| reader::read(text, &signs, sentence))
        .collect()
}

#[cfg(test)]
mod tests;
