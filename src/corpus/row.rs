//! The cells of one row, whatever kind of table it stands in.

use super::fields::Field;
use crate::tables::is_invisible;
use crate::wording::word;
use std::borrow::Cow;

/// The cells of a row that are of use.
#[derive(Debug, Default)]
pub(super) struct ArticleRow<'a> {
    cells: [Option<Cow<'a, str>>; Field::ALL.len()],
}

impl<'a> ArticleRow<'a> {
    /// Fills a cell.
    pub(crate) fn put(&mut self, field: Field, cell: Cow<'a, str>) {
        self.cells[field as usize] = Some(cell);
    }

    /// A cell as it stands; empty where the row lacks it.
    pub(crate) fn whole(&self, field: Field) -> &str {
        self.cells[field as usize].as_deref().unwrap_or_default()
    }

    /// A cell without spaces and invisible marks around it; `None` where nothing is left.
    pub(crate) fn trimmed(&self, field: Field) -> Option<&str> {
        let cell = self.whole(field).trim_matches(is_invisible);
        (!cell.is_empty()).then_some(cell)
    }

    /// Empties the cells that hold nothing but what programs write where something is missing, and
    /// tells how many they are.
    pub(crate) fn without_placeholders(&mut self) -> u64 {
        let mut emptied = 0;
        for cell in &mut self.cells {
            let text = cell.as_deref().map(|cell| cell.trim_matches(is_invisible));
            if text.is_some_and(|text| PLACEHOLDERS.contains(&text)) {
                *cell = None;
                emptied += 1;
            }
        }
        emptied
    }

    /// Takes a cell out.
    pub(crate) fn take(&mut self, field: Field) -> String {
        self.cells[field as usize]
            .take()
            .map(Cow::into_owned)
            .unwrap_or_default()
    }

    /// Whether no cell of use holds anything.
    pub(crate) fn is_blank(&self) -> bool {
        Field::ALL
            .iter()
            .all(|field| self.trimmed(*field).is_none())
    }
}

/// What stands in a cell where there is nothing: as pandas, Python, databases, R and JavaScript write
/// it, and the faults of spreadsheets. No source, headline or text is called so.
const PLACEHOLDERS: [&str; 20] = [
    "nan",
    "NaN",
    "NAN",
    "NaT",
    "None",
    "NULL",
    "null",
    "Null",
    "N/A",
    "n/a",
    "NA",
    "<NA>",
    "#N/A",
    "undefined",
    "#NAME?",
    "#REF!",
    "#VALUE!",
    "#DIV/0!",
    "#NUM!",
    "#NULL!",
];

/// Why a row could not be read, and in which column.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct RowFault {
    pub column: Option<String>,
    pub what: String,
    /// Whether the row explains the table and is no article that is lost.
    pub is_comment: bool,
}

impl RowFault {
    /// A fault of the row as a whole.
    pub(crate) fn of_row(what: impl Into<String>) -> Self {
        RowFault {
            column: None,
            what: what.into(),
            is_comment: false,
        }
    }

    /// A fault in one column.
    pub(crate) fn in_column(column: impl Into<String>, what: impl Into<String>) -> Self {
        RowFault {
            column: Some(column.into()),
            what: what.into(),
            is_comment: false,
        }
    }
}

/// What is said of a row with bytes that stand for no letter.
pub(super) fn undecodable() -> &'static str {
    word("notes.undecodable")
}
