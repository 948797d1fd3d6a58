//! A figure as places in its sentence.

use crate::figures::{Bound, What};
use std::ops::Range;

/// A figure that was read.
pub(super) struct ReadFigure {
    pub value: u64,
    pub bound: Bound,
    /// What happened to those counted, if anything is said.
    pub what: Option<What>,
    pub who: Option<Range<usize>>,
    /// Number and noun.
    pub words: Range<usize>,
    /// The place after the last word that says what happened, where that stands behind them.
    pub told: usize,
}

/// The figure before in the same sentence, of which something was said.
#[derive(Clone, Copy)]
pub(super) struct Last {
    /// The place after it.
    pub end: usize,
    /// The place after what said so, which is further on where that stood behind it.
    pub told: usize,
    /// What it said had happened.
    pub what: What,
    /// Its number.
    pub value: u64,
}
