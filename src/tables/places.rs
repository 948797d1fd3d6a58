//! Where the cells of a text stand, and how one is made longer with no other byte touched.

use super::cut;
use super::sheet::{Row, Sheet, VALUE_ENDS};

impl Sheet {
    /// The line of the file that a row begins on and the text of that line; `None` in a workbook.
    pub(crate) fn line<'a>(&'a self, row: &Row) -> Option<(u64, &'a str)> {
        let start = line_start(&self.text, row.spans.first()?.start);
        let whole = self.text[start..].lines().next().unwrap_or_default();
        Some((row.line, whole))
    }

    /// The line of the file that the first letter of a cell stands on, and which character of it
    /// that is, from 1; and whether a quotation mark in the cell is written twice. `None` in a
    /// workbook, and where the row has no such cell.
    pub(crate) fn place(&self, row: &Row, column: &str) -> Option<(u64, u64, bool)> {
        let span = row.spans.get(self.column(column)?)?;
        let raw = &self.text[span.clone()];
        let is_quoted = raw.starts_with('"');
        let inside = &raw[usize::from(is_quoted)..];
        let spaces = inside.len() - inside.trim_start().len();
        let (line, character) = self.place_of(span.start + usize::from(is_quoted) + spaces);
        Some((line, character, is_quoted))
    }

    fn place_of(&self, byte: usize) -> (u64, u64) {
        let before = &self.text[..byte];
        let lines = cut::line_ends(before);
        let line = &before[line_start(before, byte)..];
        (1 + lines, 1 + line.chars().count() as u64)
    }

    /// The file's text with values added to a cell, which is made where the row breaks off before
    /// it; every other byte stays. `None` where the file has no such column.
    pub(crate) fn with_values(&self, row: &Row, column: &str, values: &str) -> Option<String> {
        let column = self.column(column)?;
        let end = row.spans.last().map_or(0, |last| last.end);
        let span = row.spans.get(column).cloned().unwrap_or(end..end);
        let lacking = (column + 1).saturating_sub(row.spans.len());
        let before = char::from(self.separator).to_string().repeat(lacking);
        let cell = longer(&self.text[span.clone()], values, self.separator);
        let (head, tail) = (&self.text[..span.start], &self.text[span.end..]);
        Some(format!("{head}{before}{cell}{tail}"))
    }

    /// How many bytes of a text's content are marks before its letters.
    pub(crate) fn marks(&self, content: &[u8]) -> usize {
        content.len() - self.text.len()
    }
}

fn line_start(text: &str, byte: usize) -> usize {
    text[..byte].rfind(['\n', '\r']).map_or(0, |at| at + 1)
}

/// A cell, as it is written, with values added behind those it has.
fn longer(cell: &str, values: &str, separator: u8) -> String {
    let is_quoted = cell.starts_with('"');
    let inside = match is_quoted {
        true => cell[1..].strip_suffix('"').unwrap_or(&cell[1..]),
        false => cell,
    };
    let longer = match inside.trim() {
        "" => values.to_owned(),
        held if held.ends_with(VALUE_ENDS) => format!("{inside}{values}"),
        _ => format!("{inside};{values}"),
    };
    let needs_quotes = longer.as_bytes().contains(&separator);
    match (is_quoted, needs_quotes) {
        (true, _) => format!("\"{longer}\""),
        // A quotation mark inside a cell without any around it is a letter like others.
        (false, true) => format!("\"{}\"", longer.replace('"', "\"\"")),
        (false, false) => longer,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::tests::read;
    use proptest::prelude::*;

    #[test]
    fn a_cell_has_its_line_and_character() {
        let sheet = read("\u{feff}id,term\r\n\r\n\"x\ny\", أب\r\nz,\"ب\"\r\n");
        let places: Vec<_> = sheet
            .rows
            .iter()
            .map(|row| sheet.place(row, "term"))
            .collect();
        assert_eq!(places, [Some((4, 5, false)), Some((5, 4, true))]);
        assert_eq!(sheet.line(&sheet.rows[1]), Some((5, "z,\"ب\"")));
    }

    fn by_csv(text: &str, separator: u8) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .from_reader(text.as_bytes());
        let rows = reader.records();
        rows.map(|row| row.unwrap().iter().map(str::to_owned).collect())
            .collect()
    }

    proptest! {
        #[test]
        fn one_cell_is_longer_and_all_others_are_read_as_before(
            rows in prop::collection::vec(prop::collection::vec("[aب\" ,;\t\r\n]{0,5}", 3), 1..5),
            (row, column) in (0_usize..5, 0_usize..3),
            separator in prop::sample::select(vec![b',', b';', b'\t']),
            always in any::<bool>(),
        ) {
            let style = if always { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
            let mut writer = csv::WriterBuilder::new()
                .delimiter(separator)
                .quote_style(style)
                .from_writer(Vec::new());
            let header = ["id", "term", "exclude"];
            writer.write_record(header).unwrap();
            rows.iter().for_each(|row| writer.write_record(row).unwrap());
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let sheet = read(&text);
            prop_assume!(!sheet.rows.is_empty());
            let row = &sheet.rows[row % sheet.rows.len()];
            let longer = sheet.with_values(row, header[column], "x").unwrap();
            let mut expected = by_csv(&text, separator);
            let cell = &mut expected[row.number as usize - 1][column];
            *cell = match cell.trim() {
                "" => "x".to_owned(),
                held if held.ends_with(';') => format!("{cell}x"),
                _ => format!("{cell};x"),
            };
            prop_assert_eq!(by_csv(&longer, separator), expected);
        }
    }
}
