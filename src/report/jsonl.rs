//! JSON Lines: one object a row, a missing cell as `null`.

use super::cell::{Cell, Column, Rows};
use super::csv::{decimals, failed};
use crate::error::Result;
use std::io::Write;

/// Writes rows as JSON objects.
pub struct JsonRows<W: Write> {
    out: W,
    names: Vec<String>,
}

impl<W: Write> JsonRows<W> {
    /// Begins; there is no header.
    pub fn new(out: W, columns: &[Column]) -> Self {
        let names = columns.iter().map(|column| quoted(&column.name)).collect();
        JsonRows { out, names }
    }
}

impl<W: Write> Rows for JsonRows<W> {
    fn row(&mut self, cells: &[Cell]) -> Result<()> {
        let fields = self.names.iter().zip(cells).map(|(name, cell)| {
            let value = match cell {
                Cell::Missing => "null".to_owned(),
                Cell::Text(text) => quoted(text),
                Cell::Count(count) => count.to_string(),
                Cell::Number(number) => decimals(*number),
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
    use crate::report::cell::columns;

    #[test]
    fn a_row_is_an_object_with_null_for_what_is_missing() {
        let mut out = Vec::new();
        let header = columns(&[("form", "text", ""), ("stance", "−2…2", "")]);
        let mut rows = JsonRows::new(&mut out, &header);
        rows.row(&[Cell::text("قال \"نعم\""), Cell::Missing])
            .unwrap();
        rows.row(&[Cell::Missing, Cell::Count(-2)]).unwrap();
        let expected =
            "{\"form\":\"قال \\\"نعم\\\"\",\"stance\":null}\n{\"form\":null,\"stance\":-2}\n";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
