//! The numbers that a text reports: how many were killed, wounded, detained, took part.

mod hedges;
mod nouns;
mod numbers;
mod reader;

use super::Figure;
use crate::text::Text;

/// The figures that a text reports, in order.
///
/// A number counts where it stands with a noun for people (12 جنديا) or for what happened to them
/// (30 قتيلا), or right after a word that says what happened (مقتل 12), as with vehicles and
/// houses (تدمير تسع آليات). Digits of both sets, number words (ثلاثة وعشرون), plurals of number
/// words as *at least* (عشرات: 10), and two in a dual (مقتل جنديين). Ages, dates, sums of money
/// and percentages are no figures.
pub fn figures(text: &Text) -> Vec<Figure> {
    let sentences = text.sentences.iter();
    sentences
        .flat_map(|sentence| reader::read(text, sentence))
        .collect()
}

#[cfg(test)]
mod tests;
