//! A plain table with a word and its category in each row, with or without a first row of names.

use super::Dictionary;
use super::{matrix, spaced};
use crate::error::{Error, Fault, Result, Severity};
use crate::tables::{Row, Sheet, encoding};
use crate::wording::{self, said};

/// What the columns of words and of categories may be called: column, name.
const NAMES: &str = include_str!("columns.csv");

/// Reads such a table, whatever it is kept as.
///
/// Errors: a file that cannot be read as a whole. What cannot be read of a row is listed.
pub(super) fn read(file: &str, content: &[u8]) -> Result<Dictionary> {
    let is_text = !Sheet::is_workbook(file);
    let text = is_text.then(|| encoding::decoded_whole(content)).flatten();
    if let Some(found) = text.as_deref().and_then(spaced::of) {
        return Ok(found);
    }
    let mut found = Dictionary::default();
    let mut faults = Vec::new();
    let sheet = Sheet::read(file, content, &mut faults);
    let of_whole = |fault: &&Fault| fault.row.is_none() && fault.severity == Severity::Error;
    if let Some(fault) = faults.iter().find(of_whole) {
        return Err(Error::Dictionary(fault.to_string()));
    }
    for fault in faults {
        found.lose(fault.row.unwrap_or(1), "", fault.what);
    }
    let mut rows: Vec<&Row> = sheet.all_rows().collect();
    if matrix::is_one(&rows) {
        matrix::read(&sheet, &rows, &mut found);
        return Ok(found);
    }
    let (word, category) = match named(&sheet) {
        Some(places) => {
            rows.remove(0);
            places
        }
        None => (0, 1),
    };
    let is_number = |cell: &str| cell.parse::<f64>().is_ok();
    let mut categories = rows.iter().map(|row| row.cell(category));
    let are_weights = categories.clone().any(is_number)
        && categories.all(|cell| cell.is_empty() || is_number(cell));
    for row in rows {
        let line = sheet.line(row).map_or(row.number, |(line, _)| line);
        let (pattern, key) = (row.cell(word), row.cell(category));
        if pattern.is_empty() {
            found.lose(line, key, wording::word("lost.wordless-row"));
            continue;
        }
        if are_weights {
            found.lose_weight(line, pattern, key);
        }
        let further = (0..row.width()).filter(|at| *at != word && *at != category);
        for value in further
            .map(|at| row.cell(at))
            .filter(|value| !value.is_empty())
        {
            found.lose(line, pattern, said("lost.further-cell", &[&value]));
        }
        let key = Some(key).filter(|key| !key.is_empty() && !are_weights);
        found.add(&Vec::from_iter(key.map(str::to_owned)), pattern, line);
    }
    Ok(found)
}

/// The places of word and category, if the first row names them.
fn named(sheet: &Sheet) -> Option<(usize, usize)> {
    let place = |column: &str| {
        let rows = NAMES.lines().skip(1).filter_map(|row| row.split_once(','));
        let names = rows.filter(|(of, _)| *of == column);
        names.filter_map(|(_, name)| sheet.column(name)).min()
    };
    match (place("word"), place("category")) {
        (Some(word), Some(category)) => Some((word, category)),
        (Some(word), None) => Some((word, usize::from(word == 0))),
        (None, Some(category)) => Some((usize::from(category == 0), category)),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::Dialect;
    use crate::tables::tests::books::{Kept, ods, xlsx};

    #[test]
    fn a_workbook_is_read_as_the_table_that_it_shows() {
        let text = |cells: [&'static str; 3]| cells.map(Kept::Text).to_vec();
        let rows = [
            text(["الفئة", "الكلمة", "note"]),
            text(["glad", "smile*", ""]),
            text(["", "", ""]),
            text(["sky", "مطر", "wet"]),
            text(["sky", "", ""]),
        ];
        let csv = "الفئة,الكلمة,note\nglad,smile*,\n,,\nsky,مطر,wet\nsky,,\n";
        let wanted = read("d.csv", csv.as_bytes()).unwrap();
        assert_eq!((wanted.items.len(), wanted.lost.len()), (2, 2));
        for (file, book) in [("d.xlsx", xlsx(&rows)), ("d.ods", ods(&rows))] {
            assert_eq!(read(file, &book).unwrap(), wanted, "{file}");
            assert_eq!(Dialect::of(file.as_ref()), Some(Dialect::Columns));
        }
        let fault = read("d.xlsx", csv.as_bytes()).unwrap_err().to_string();
        assert!(fault.contains("d.xlsx: the workbook cannot"), "{fault}");
    }

    #[test]
    fn word_and_category_are_found_with_and_without_names_in_either_order() {
        for text in [
            "smile*,glad\nمطر,sky\n",
            "\u{feff}word;category\r\nsmile*;glad\r\nمطر;sky\r\n",
            "Label\tTerm\nglad\tsmile*\nsky\tمطر\n",
            "الفئة,الكلمة\nglad,smile*\nsky,مطر\n",
        ] {
            let found = read("d.csv", text.as_bytes()).unwrap();
            let items: Vec<(&str, &str)> = found
                .items
                .iter()
                .map(|item| (item.keys[0].as_str(), item.pattern.as_str()))
                .collect();
            assert_eq!(items, [("glad", "smile*"), ("sky", "مطر")], "{text}");
            assert_eq!(found.items[1].line, found.items[0].line + 1);
        }
    }

    #[test]
    fn weights_and_further_cells_are_told() {
        let found = read("d.csv", b"glad,2\nsad,-1.5\n").unwrap();
        assert!(found.items.iter().all(|item| item.keys.is_empty()));
        assert_eq!(found.lost.len(), 2);
        let found = read("d.csv", b"word,category,note\nglad,mood,x\n,mood,\n").unwrap();
        assert_eq!((found.items.len(), found.lost.len()), (1, 2));
    }
}
