//! What is said to have happened to those whom a number counts, by where it is said.

use super::found::Last;
use super::roles;
use super::senses::Noun;
use super::words::SentenceWords;
use crate::figures::What;
use std::ops::Range;

/// What is said, by where it is said; where nothing is, the place is empty.
pub(super) struct Happened {
    /// By a word before them.
    pub acted: Option<What>,
    /// By the figure before, with which they go on.
    pub inherited: Option<What>,
    /// By a word behind them, and where.
    pub later: Option<(What, usize)>,
    /// Whether what stands behind is nearer than what was said of the figure before: it stands right
    /// there, or the one before had its own behind it, too (ستة قتلوا وخمسة منهم جرحوا).
    pub is_later_own: bool,
    /// By what is counted, where a count reaches the number.
    pub tallied: Option<What>,
}

impl Happened {
    /// Of the number (with its hedge and its noun) at some words.
    pub(super) fn of(
        words: &SentenceWords,
        figure: Range<usize>,
        kind: Option<Noun>,
        last: Option<Last>,
    ) -> Self {
        let (begins, after) = (figure.start, figure.end);
        let later = roles::later(words, after);
        let is_right_there =
            later.is_some_and(|(_, place)| place == after) && words.goes_on(after - 1);
        Happened {
            acted: roles::acted(words, begins, kind, last),
            inherited: roles::inherited(words, begins, kind, last),
            is_later_own: is_right_there || last.is_some_and(|last| last.told > last.end),
            later,
            tallied: roles::tallied(words, begins)
                .or_else(|| roles::numbered_behind(words, begins, last)),
        }
    }

    /// What stands behind.
    pub(super) fn later(&self) -> Option<What> {
        self.later.map(|(what, _)| what)
    }

    /// What stands before, or is said of the figure before.
    pub(super) fn before(&self) -> Option<What> {
        self.acted.or(self.inherited)
    }

    /// What is said, the nearest first.
    pub(super) fn any(&self) -> Option<What> {
        let own = || self.later().filter(|_| self.is_later_own);
        let acted = self.acted.or_else(own).or(self.inherited);
        acted.or(self.later()).or(self.tallied)
    }
}
