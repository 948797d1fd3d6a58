//! Page furniture: what stands on a news page and is not the article.

use super::Cut;
use crate::corpus::Part;

/// What a furniture rule cuts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// `line`: the line it stands on.
    Line,
    /// `next-line`: that line and the next one that is not empty.
    NextLine,
    /// `from-here`: from that line to the end.
    FromHere,
    /// `to-here`: from the beginning to that line.
    ToHere,
    /// `tail`: from the text found to the end of its line.
    Tail,
}

/// One row of `furniture.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FurnitureRule {
    /// The source it holds for; `None` for all.
    pub outlet: Option<String>,
    /// The line's text; a leading or final `*` stands for anything.
    pub text: String,
    /// What it cuts.
    pub reach: Reach,
}

/// All furniture rules.
#[derive(Clone, Debug, Default)]
pub struct Furniture {
    /// In file order.
    pub rules: Vec<FurnitureRule>,
}

/// What is to be cut of a text, sorted, not overlapping.
pub fn cuts(
    _given: &str,
    _part: Part,
    _title: Option<&str>,
    _source: &str,
    _furniture: &Furniture,
) -> Vec<Cut> {
    Vec::new()
}
