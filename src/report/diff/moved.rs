//! Rows of a table of figures that two sides write differently.

use crate::report::cell::Cell;
use crate::report::csv::decimals;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// What one side says in one row.
pub(crate) struct SideRow<'a> {
    /// The names that tell the row from others.
    pub key: Vec<&'a str>,
    /// The figure that the row is about, where it has one.
    pub value: Option<f64>,
    /// Everything that is compared.
    pub cells: Vec<Cell<'a>>,
}

/// A row that one side lacks or writes differently.
#[derive(Default)]
pub(crate) struct Moved<'a> {
    /// As it was; `None` where it is new.
    pub old: Option<SideRow<'a>>,
    /// As it is; `None` where it is gone.
    pub new: Option<SideRow<'a>>,
}

/// The rows that differ as written, the largest moves first, then in the order of their keys.
pub(crate) fn moved<'a>(old: Vec<SideRow<'a>>, new: Vec<SideRow<'a>>) -> Vec<Moved<'a>> {
    let mut rows: BTreeMap<Vec<&str>, Moved> = BTreeMap::new();
    for line in old {
        let row = rows.entry(line.key.clone()).or_default();
        row.old = Some(line);
    }
    for line in new {
        let row = rows.entry(line.key.clone()).or_default();
        row.new = Some(line);
    }
    let mut moved: Vec<Moved> = rows.into_values().filter(Moved::differs).collect();
    moved.sort_by(|a, b| larger_first(a.size(), b.size()));
    moved
}

/// The order of what is larger.
pub(crate) fn larger_first(a: f64, b: f64) -> Ordering {
    b.total_cmp(&a)
}

impl<'a> Moved<'a> {
    /// The line of either side.
    fn either(&self) -> Option<&SideRow<'a>> {
        self.new.as_ref().or(self.old.as_ref())
    }

    /// The names that tell the row from others.
    pub(crate) fn key(&self) -> &[&'a str] {
        self.either().map_or(&[], |line| &line.key)
    }

    /// Whether a cell reads otherwise.
    fn differs(&self) -> bool {
        match (&self.old, &self.new) {
            (Some(old), Some(new)) => {
                let mut cells = old.cells.iter().zip(&new.cells);
                cells.any(|(old, new)| !reads_same(old, new))
            }
            _ => true,
        }
    }

    /// `new`, `gone` or `moved`.
    pub(crate) fn change(&self) -> &'static str {
        match (&self.old, &self.new) {
            (None, _) => "new",
            (_, None) => "gone",
            _ => "moved",
        }
    }

    fn values(&self) -> (Option<f64>, Option<f64>) {
        let value = |line: &Option<SideRow>| line.as_ref().and_then(|line| line.value);
        (value(&self.old), value(&self.new))
    }

    /// By how much the value moved; `None` where one side has none.
    pub(crate) fn by(&self) -> Option<f64> {
        match self.values() {
            (Some(old), Some(new)) => Some(new - old),
            _ => None,
        }
    }

    /// Whether the value was under 0 and is above it now, or the other way round.
    pub(crate) fn turned(&self) -> bool {
        matches!(self.values(), (Some(old), Some(new)) if old * new < 0.0)
    }

    /// How large the move is; a value that came or went moved by all that it is.
    pub(crate) fn size(&self) -> f64 {
        match self.values() {
            (Some(old), Some(new)) => (new - old).abs(),
            (old, new) => old.or(new).map_or(0.0, f64::abs),
        }
    }

    /// The key, what happened, by how much the value moved, whether what matters most is another,
    /// and both sides of each figure.
    pub(crate) fn row(&self, is_other: bool) -> Vec<Cell<'a>> {
        let mut row: Vec<Cell> = self.key().iter().map(|name| Cell::text(*name)).collect();
        row.extend([
            Cell::text(self.change()),
            Cell::number(self.by()),
            Cell::Flag(is_other),
        ]);
        let side = |line: &Option<SideRow<'a>>, at: usize| {
            let cell = line.as_ref().and_then(|line| line.cells.get(at).cloned());
            cell.unwrap_or(Cell::Missing)
        };
        let figures = 0..self.either().map_or(0, |line| line.cells.len());
        row.extend(figures.flat_map(|at| [side(&self.old, at), side(&self.new, at)]));
        row
    }
}

/// Whether two cells read the same in the table.
pub(crate) fn reads_same(one: &Cell, other: &Cell) -> bool {
    match (one, other) {
        (Cell::Number(one), Cell::Number(other)) => decimals(*one) == decimals(*other),
        _ => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(key: &str, value: f64) -> SideRow<'_> {
        SideRow {
            key: vec![key],
            value: Some(value),
            cells: vec![Cell::number(value)],
        }
    }

    #[test]
    fn only_what_reads_otherwise_is_a_move_and_the_largest_stands_first() {
        let old = [("a", 0.1), ("b", 1.0), ("c", -1.0), ("gone", 1.9)];
        let new = [("a", 0.100_001), ("b", 0.5), ("c", 1.0), ("new", -0.2)];
        let lines = |side: &[(&'static str, f64)]| {
            side.iter().map(|(key, value)| line(key, *value)).collect()
        };
        let found = moved(lines(&old), lines(&new));
        let told: Vec<(&str, &str, bool)> = found
            .iter()
            .map(|row| (row.key()[0], row.change(), row.turned()))
            .collect();
        let expected = [
            ("c", "moved", true),
            ("gone", "gone", false),
            ("b", "moved", false),
            ("new", "new", false),
        ];
        assert_eq!(told, expected);
    }
}
