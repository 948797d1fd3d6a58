//! JSON Lines: one object a row.
//!
//! Numbers are numbers, and a text is as it was given: no spreadsheet reads it. Readers of JSON Lines
//! tell the type of a column by its first rows (polars stops where a column was null there and is
//! text later), so a text that is missing is the empty one, which no cell holds otherwise, and only
//! a number that is missing is `null`.

use super::cell::Cell;
use super::columns::Column;
use super::csv::{decimals, failed};
use super::table::Rows;
use crate::error::Result;
use std::io::Write;

/// Writes rows as JSON objects.
pub(crate) struct JsonRows<W: Write> {
    out: W,
    /// Of each column its name, and what is written where a cell is missing.
    columns: Vec<(String, &'static str)>,
}

impl<W: Write> JsonRows<W> {
    /// Begins; there is no header.
    pub(crate) fn new(out: W, columns: &[Column]) -> Self {
        let missing = |column: &Column| {
            if column.kind.is_text() {
                "\"\""
            } else {
                "null"
            }
        };
        let columns = columns.iter();
        let columns = columns.map(|column| (quoted(&column.name), missing(column)));
        JsonRows {
            out,
            columns: columns.collect(),
        }
    }
}

impl<W: Write> Rows for JsonRows<W> {
    fn row(&mut self, cells: &[Cell]) -> Result<()> {
        let fields = self.columns.iter().zip(cells);
        let fields = fields.map(|((name, missing), cell)| {
            let value = match cell {
                Cell::Missing => (*missing).to_owned(),
                Cell::Text(text) => quoted(text),
                Cell::Count(count) => count.to_string(),
                Cell::Number(number) => decimals(*number),
                Cell::Flag(is_so) | Cell::YesNo(is_so) => u8::from(*is_so).to_string(),
            };
            format!("{name}:{value}")
        });
        let line = fields.collect::<Vec<_>>().join(",");
        writeln!(self.out, "{{{line}}}").map_err(failed)
    }

    fn finish(&mut self) -> Result<()> {
        self.out.flush().map_err(failed)
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::columns;

    fn written(rows: &[[Cell; 2]]) -> String {
        let mut out = Vec::new();
        let columns = columns::of("labels", &[]);
        let columns = ["form", "stance"].map(|name| {
            let like = |column: &&Column| column.name.starts_with(name);
            columns.iter().find(like).unwrap().clone()
        });
        let mut writer = JsonRows::new(&mut out, &columns);
        rows.iter().for_each(|row| writer.row(row).unwrap());
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_missing_text_is_empty_and_a_missing_number_null_so_that_each_column_has_a_type() {
        let rows = [
            [Cell::text("قال \"نعم\""), Cell::Missing],
            [Cell::Missing, Cell::Count(-2)],
        ];
        let expected = "{\"forms\":\"قال \\\"نعم\\\"\",\"stance\":null}\n\
                        {\"forms\":\"\",\"stance\":-2}\n";
        assert_eq!(written(&rows), expected);
    }

    #[test]
    fn a_text_that_a_spreadsheet_would_run_is_given_as_it_is() {
        let written = written(&[[Cell::text("- كنت أتمنى"), Cell::Count(0)]]);
        assert_eq!(written, "{\"forms\":\"- كنت أتمنى\",\"stance\":0}\n");
    }

    #[test]
    fn a_flag_is_a_figure_also_where_other_files_have_yes_and_no() {
        let rows = [
            [Cell::text("أ"), Cell::Flag(true)],
            [Cell::text("ب"), Cell::YesNo(false)],
        ];
        let expected = "{\"forms\":\"أ\",\"stance\":1}\n{\"forms\":\"ب\",\"stance\":0}\n";
        assert_eq!(written(&rows), expected);
    }
}
