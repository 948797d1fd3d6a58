//! The columns of every table, as `columns.csv` beside this file has them: header, kind, unit and
//! meaning stand there and nowhere else.
//!
//! A table of a diff has rows that give only the header: kind, unit and meaning are those of the
//! same column in the table of the report. A header of two names (`old_lean;new_lean`) is two
//! columns, one a side. Rows with `{source}`, one behind the other, are
//! columns for each source. A table of months (`naming_by_month`) has only the rows of what it has
//! before the columns of the other.

use crate::wording::{Tongue, said_in};
use csv::StringRecord;
use std::borrow::Cow;
use std::sync::LazyLock;

/// What the cells of a column hold, where they are not missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words to be read.
    Text,
    /// A name or an id, of which a table holds few or which leads to another row.
    Key,
    /// A whole number.
    Count,
    /// A measure.
    Number,
    /// A day.
    Date,
    /// 1 or 0, or yes or no.
    Flag,
}

impl ColumnKind {
    /// All kinds.
    pub const ALL: [ColumnKind; 6] = [
        ColumnKind::Text,
        ColumnKind::Key,
        ColumnKind::Count,
        ColumnKind::Number,
        ColumnKind::Date,
        ColumnKind::Flag,
    ];

    /// As `columns.csv` names it.
    pub fn name(self) -> &'static str {
        match self {
            ColumnKind::Text => "text",
            ColumnKind::Key => "key",
            ColumnKind::Count => "count",
            ColumnKind::Number => "number",
            ColumnKind::Date => "date",
            ColumnKind::Flag => "flag",
        }
    }

    /// Whether its cells are written as text.
    pub fn is_text(self) -> bool {
        matches!(self, ColumnKind::Text | ColumnKind::Key | ColumnKind::Date)
    }
}

/// A column: its header and what `columns.csv` says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The header.
    pub name: Cow<'static, str>,
    /// What its cells hold.
    pub kind: ColumnKind,
    /// The unit: `count`, `−2…2`, `text` …
    pub unit: &'static str,
    /// What it means, in one sentence.
    pub meaning: Cow<'static, str>,
    /// The same in Arabic.
    pub meaning_ar: Cow<'static, str>,
}

static ROWS: LazyLock<Vec<StringRecord>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_bytes!("columns.csv").as_slice());
    let rows = reader.records().collect::<csv::Result<_>>();
    rows.expect("a test reads the rows that are compiled in")
});

/// What a table that tells another month by month has behind the name of that one, whose columns it
/// has behind its own.
pub(crate) const BY_MONTH: &str = "_by_month";

/// What stands for the name of a source.
const SOURCE: &str = "{source}";

/// The columns of a table of a study of these sources, in their order.
pub(crate) fn of(table: &str, sources: &[String]) -> Vec<Column> {
    let whole = table.strip_suffix(BY_MONTH);
    let rows = ROWS.iter().filter(|row| &row[0] == table);
    let rows = rows.chain(ROWS.iter().filter(|row| Some(&row[0]) == whole));
    let rows: Vec<&StringRecord> = rows.collect();
    let is_of_source = |row: &StringRecord| row[1].contains(SOURCE);
    let mut columns = Vec::new();
    for rows in rows.chunk_by(|a, b| is_of_source(a) && is_of_source(b)) {
        match is_of_source(rows[0]) {
            true => columns.extend(sources.iter().flat_map(|source| {
                let of_source = move |row: &&'static StringRecord| of_source(row, source);
                rows.iter().map(of_source)
            })),
            false => columns.extend(rows[0][1].split(';').map(|name| column(rows[0], name))),
        }
    }
    columns
}

fn of_source(row: &'static StringRecord, source: &str) -> Column {
    let told = |cell: usize| Cow::Owned(row[cell].replace(SOURCE, source));
    Column {
        name: told(1),
        meaning: told(4),
        meaning_ar: told(5),
        ..column(row, "")
    }
}

fn column(row: &'static StringRecord, name: &'static str) -> Column {
    let sides = [("old_", "columns.old"), ("new_", "columns.new")];
    let mut sides = sides.iter();
    let side = sides.find_map(|(side, key)| Some((*key, name.strip_prefix(side)?)));
    let row = match row[2].is_empty() {
        true => explained(&row[0], side.map_or(name, |(_, of)| of)),
        false => row,
    };
    let told = |tongue: Tongue, cell: usize| match side {
        Some((key, _)) => Cow::Owned(said_in(tongue, key, &[&&row[cell]])),
        None => Cow::Borrowed(&row[cell]),
    };
    let kind = ColumnKind::ALL
        .into_iter()
        .find(|kind| kind.name() == &row[2]);
    Column {
        name: Cow::Borrowed(name),
        kind: kind.expect("a test reads every column"),
        unit: &row[3],
        meaning: told(Tongue::English, 4),
        meaning_ar: told(Tongue::Arabic, 5),
    }
}

/// The row that explains a column of a diff: that of the report's own table.
fn explained(table: &str, name: &str) -> &'static StringRecord {
    let table = table.trim_start_matches("diff ");
    let row = ROWS.iter().find(|row| &row[0] == table && &row[1] == name);
    row.expect("a test reads every column")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_column_says_what_it_holds_in_both_languages() {
        let tables: BTreeSet<&str> = ROWS.iter().map(|row| &row[0]).collect();
        let sources = ["النهر".to_owned()];
        for table in tables {
            let columns = of(table, &sources);
            let names: BTreeSet<&str> = columns.iter().map(|column| &*column.name).collect();
            assert_eq!(names.len(), columns.len(), "{table}: a column stands twice");
            for column in columns {
                let is_arabic = |c: char| ('\u{621}'..='\u{64a}').contains(&c);
                assert!(!column.unit.is_empty(), "{table}, {}", column.name);
                assert!(!column.meaning.is_empty(), "{table}, {}", column.name);
                assert!(
                    column.meaning_ar.contains(is_arabic),
                    "{table}, {}",
                    column.name
                );
            }
        }
    }

    #[test]
    fn a_column_of_a_diff_is_explained_by_the_table_that_it_is_of() {
        let columns = of("diff scores", &[]);
        let find = |name: &str| columns.iter().find(|column| column.name == name).unwrap();
        assert_eq!(find("article"), &of("scores", &[])[0]);
        let lean = &of("scores", &[])[5];
        assert_eq!(
            find("old_lean").meaning,
            format!("{}; with the old lists", lean.meaning)
        );
        assert_eq!(find("new_lean").kind, ColumnKind::Number);
    }

    #[test]
    fn a_table_may_have_a_column_for_each_source() {
        let sources = ["النهر".to_owned(), "البحر".to_owned()];
        let columns = of("comparison", &sources);
        let last = columns.last().unwrap();
        assert_eq!((&*last.name, last.kind), ("البحر", ColumnKind::Text));
        assert!(last.meaning.contains("the words that البحر uses"));
        assert!(last.meaning_ar.contains("البحر"));
        assert_eq!(columns.len(), 10);
    }
}
