//! Cells, columns and tables, whatever the format they are written in.

use crate::error::Result;
use crate::study::Findings;
use std::borrow::Cow;

/// What stands in one cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing is known or nothing applies: an empty cell, never 0.
    Missing,
    /// Words.
    Text(Cow<'a, str>),
    /// A whole number.
    Count(i64),
    /// A measure, written with four decimals.
    Number(f64),
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
        }
    }

    /// A share of a whole; missing where the whole is nothing.
    pub fn share(part: u32, whole: u32) -> Self {
        match whole {
            0 => Cell::Missing,
            _ => Cell::Number(f64::from(part) / f64::from(whole)),
        }
    }
}

/// A column: its header and what `columns.csv` says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The header.
    pub name: Cow<'static, str>,
    /// The unit: `count`, `−2…2`, `text` …
    pub unit: &'static str,
    /// What it means, in one sentence.
    pub meaning: Cow<'static, str>,
}

/// A column as the tables list them: name, unit, meaning.
pub type Explained = (&'static str, &'static str, &'static str);

/// Columns from a list.
pub fn columns(list: &[Explained]) -> Vec<Column> {
    let column = |(name, unit, meaning): &Explained| Column {
        name: Cow::Borrowed(name),
        unit,
        meaning: Cow::Borrowed(meaning),
    };
    list.iter().map(column).collect()
}

/// Whatever takes rows.
pub trait Rows {
    /// Takes one row, as many cells as the table has columns.
    fn row(&mut self, cells: &[Cell]) -> Result<()>;
    /// Hands on what is still held back.
    fn finish(&mut self) -> Result<()>;
}

/// One table of a report on `Of`.
pub struct Table<Of: 'static = Findings> {
    /// Its name: the file's without the ending.
    pub name: &'static str,
    /// Its columns.
    pub columns: fn(&Of) -> Vec<Column>,
    /// Gives its rows, sorted.
    pub fill: fn(&Of, &mut dyn Rows) -> Result<()>,
}

/// Every column of some tables, as `(table, column)`.
pub fn columns_of<Of>(tables: &[Table<Of>], of: &Of) -> Vec<(&'static str, Column)> {
    let named = |table: &Table<Of>| {
        let columns = (table.columns)(of).into_iter();
        let name = table.name;
        columns
            .map(move |column| (name, column))
            .collect::<Vec<_>>()
    };
    tables.iter().flat_map(named).collect()
}
