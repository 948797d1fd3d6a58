//! What cells may choose from: keys of other sheets, and what the built-in lists have in a column.

use super::explained::{explained, kind_of};
use crate::lexicon::files::{self, ListFile};
use crate::tables::Sheet;
use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{Formula, Worksheet, XlsxError};
use std::collections::BTreeSet;

/// Keys of lists, a column each of a sheet that nobody sees.
#[derive(Default)]
pub(super) struct Choices {
    columns: Vec<(String, Vec<String>)>,
}

impl Choices {
    /// Those of a set of lists.
    pub(super) fn of(lists: &[ListFile]) -> Self {
        let mut choices = Choices::default();
        let read = |list: &ListFile| Sheet::read(&list.shown, &list.content, &mut Vec::new());
        for list in lists {
            let sheet = read(list);
            let mut add = |key: &str, column: &str, once: bool| {
                let cells = sheet
                    .rows
                    .iter()
                    .map(|row| sheet.cell(row, column).to_owned());
                choices.add(key, cells, once);
            };
            match list.stem() {
                "frames" => {
                    add("frames", "frame", true);
                    // These two beside each other, row by row: labels are chosen by their frame.
                    add("frame of label", "frame", false);
                    add("label", "label", false);
                }
                "kinds" => add("kinds", "kind", true),
                "actors" => add("actors", "actor", true),
                _ => {}
            }
        }
        for list in files::built_in() {
            let (sheet, kind) = (read(&list), kind_of(&list));
            for column in sheet.columns() {
                let cells = sheet
                    .rows
                    .iter()
                    .map(|row| sheet.cell(row, column).to_owned());
                if explained(kind, column).is_some_and(|row| row[2] == *"known") {
                    choices.add(&format!("{kind} {column}"), cells, true);
                }
            }
        }
        choices
    }

    fn add(&mut self, key: &str, cells: impl Iterator<Item = String>, once: bool) {
        let at = self.columns.iter().position(|(known, _)| known == key);
        let at = at.unwrap_or_else(|| {
            self.columns.push((key.to_owned(), Vec::new()));
            self.columns.len() - 1
        });
        let column = &mut self.columns[at].1;
        let mut known: BTreeSet<String> = column.iter().cloned().collect();
        column.extend(cells.filter(|cell| match once {
            true => !cell.is_empty() && known.insert(cell.clone()),
            false => true,
        }));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// The values under a key as a formula; `None` where there are none.
    pub(super) fn formula(&self, key: &str) -> Option<Formula> {
        let (at, values) = self.column(key)?;
        let column = column_number_to_name(at);
        let last = values.len() + 1;
        Some(Formula::new(format!(
            "=choices!${column}$2:${column}${last}"
        )))
    }

    /// The labels of the frame that stands in a cell of the same row.
    pub(super) fn labels(&self, frame: &str) -> Option<Formula> {
        let [frames, labels] = ["frame of label", "label"].map(|key| self.column(key));
        let [frames, labels] = [frames?.0, labels?.0].map(column_number_to_name);
        Some(Formula::new(format!(
            "=OFFSET(choices!${labels}$1,MATCH({frame},choices!${frames}:${frames},0)-1,0,\
             COUNTIF(choices!${frames}:${frames},{frame}),1)"
        )))
    }

    fn column(&self, key: &str) -> Option<(u16, &Vec<String>)> {
        let at = self.columns.iter().position(|(known, _)| known == key)?;
        let values = &self.columns[at].1;
        (!values.is_empty()).then_some((at as u16, values))
    }

    /// Writes them into a sheet.
    pub(super) fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        for (at, (key, values)) in (0..).zip(&self.columns) {
            sheet.write_string(0, at, key)?;
            for (row, value) in (1..).zip(values) {
                sheet.write_string(row, at, value)?;
            }
        }
        sheet.set_hidden(true);
        Ok(())
    }
}
