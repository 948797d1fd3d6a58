//! What is said of the columns of lists, and what their cells may choose from: the rows of
//! `columns.csv` beside this file.

use crate::lexicon::files::ListFile;
use csv::StringRecord;
use std::sync::LazyLock;

static ROWS: LazyLock<Vec<StringRecord>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_bytes!("columns.csv").as_slice());
    let rows = reader.records().collect::<csv::Result<_>>();
    rows.expect("a test reads the rows that are compiled in")
});

/// What is said of a column of a kind of list: list, column, choices, meaning, the same in Arabic.
pub(super) fn explained(kind: &str, column: &str) -> Option<&'static StringRecord> {
    let of = |list: &str| {
        let mut rows = ROWS.iter();
        rows.find(|row| row[0] == *list && row[1] == *column)
    };
    of(kind).or_else(|| of("*"))
}

/// What a list is a list of.
pub(super) fn kind_of(list: &ListFile) -> &str {
    match list.lists_terms() {
        true => "terms",
        false => list.stem().rsplit('/').next().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::files;
    use crate::tables::Sheet;

    /// A longer list of choices does not fit into a cell's rule.
    const CHOICES: usize = 255;

    #[test]
    fn every_column_of_every_list_is_explained_in_both_languages() {
        for list in files::built_in() {
            let sheet = Sheet::read(&list.shown, &list.content, &mut Vec::new());
            let kind = kind_of(&list);
            for column in sheet.columns() {
                let row = explained(kind, column);
                let row = row.unwrap_or_else(|| panic!("{}: {column}", list.shown));
                assert!(!row[3].is_empty() && !row[4].is_empty(), "{kind}: {column}");
                let values: Vec<&str> = row[2].split(';').collect();
                assert!(row[2].len() <= CHOICES && !values.contains(&"") || values == [""]);
                for row in sheet.rows.iter().filter(|_| values.len() > 1) {
                    let cell = sheet.cell(row, column);
                    let is_known = cell.is_empty() || values.contains(&cell);
                    assert!(is_known, "{}: {column}: {cell}", list.shown);
                }
            }
        }
    }
}
