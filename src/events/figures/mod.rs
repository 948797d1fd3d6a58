//! The numbers that a text reports: how many were killed, wounded, detained, took part.

mod cues;
mod denial;
mod few;
mod hedges;
mod nouns;
mod numbers;
mod reader;
mod roles;
mod words;

use super::Figure;
use crate::text::Text;

/// The figures that a text reports, in order.
///
/// A number counts where it stands with a noun for people (12 جنديا) or for what happened to them
/// (30 قتيلا), or right after a word that says what happened (مقتل 12), as with vehicles and
/// houses (تدمير تسع آليات). Digits of both sets, number words (ثلاثة وعشرون), plurals of number
/// words as *at least* (عشرات: 10). Two in a dual (مقتل جنديين) and one in an indefinite noun (مقتل
/// جندي, *another*, *one of*) count where something is said to have happened to them. A range (بين 20
/// و30) is two figures: at least 20, at most 30. Ages, dates, results, sums of money and percentages
/// are none.
pub fn figures(text: &Text) -> Vec<Figure> {
    let sentences = text.sentences.iter();
    sentences
        .flat_map(|sentence| reader::read(text, sentence))
        .collect()
}

#[cfg(test)]
mod tests;
