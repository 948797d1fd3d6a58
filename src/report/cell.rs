//! What stands in one cell, whatever it is written to.

use super::columns::ColumnKind;
use std::borrow::Cow;

/// What stands in one cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell<'a> {
    /// Nothing is known or nothing applies: an empty cell, never 0.
    #[default]
    Missing,
    /// Words, a name, a date.
    Text(Cow<'a, str>),
    /// A whole number.
    Count(i64),
    /// A measure, written with four decimals.
    Number(f64),
    /// Whether it is so, written 1 or 0.
    Flag(bool),
    /// Whether it is so, written yes or no where cells are words.
    YesNo(bool),
}

impl<'a> Cell<'a> {
    /// Words; an empty text is a missing one.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Cell::Missing
        } else {
            Cell::Text(text)
        }
    }

    /// A count.
    pub fn count(count: impl TryInto<i64>) -> Self {
        count.try_into().map_or(Cell::Missing, Cell::Count)
    }

    /// A measure; one that is not finite is missing.
    pub fn number(number: impl Into<Option<f64>>) -> Self {
        match number.into() {
            Some(number) if number.is_finite() => Cell::Number(number),
            _ => Cell::Missing,
        }
    }

    /// The same, holding its own words.
    pub fn owned(&self) -> Cell<'static> {
        match self {
            Cell::Missing => Cell::Missing,
            Cell::Text(text) => Cell::Text(Cow::Owned(text.clone().into_owned())),
            Cell::Count(count) => Cell::Count(*count),
            Cell::Number(number) => Cell::Number(*number),
            Cell::Flag(is_so) => Cell::Flag(*is_so),
            Cell::YesNo(is_so) => Cell::YesNo(*is_so),
        }
    }

    /// A share of a whole; missing where the whole is nothing.
    pub fn share(part: u32, whole: u32) -> Self {
        match whole {
            0 => Cell::Missing,
            _ => Cell::Number(f64::from(part) / f64::from(whole)),
        }
    }

    /// Whether it may stand in a column of this kind.
    pub fn is_of(&self, kind: ColumnKind) -> bool {
        match self {
            Cell::Missing => true,
            Cell::Text(_) => kind.is_text(),
            Cell::Count(_) => kind == ColumnKind::Count,
            Cell::Number(_) => kind == ColumnKind::Number,
            Cell::Flag(_) | Cell::YesNo(_) => kind == ColumnKind::Flag,
        }
    }
}
