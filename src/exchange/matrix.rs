//! Tables with a column for each category and a mark where a word is of it, as LIWC-22 writes them
//! (`.dicx`): `DicTerm`, then the categories; `X` or a weight in a cell.

use super::Dictionary;
use crate::tables::{Row, Sheet};
use crate::wording::{self, said};

/// Whether the rows, the first of them the names, are such a table.
pub(super) fn is_one(rows: &[&Row]) -> bool {
    let Some((names, words)) = rows.split_first() else {
        return false;
    };
    let mut of_words = words.iter().flat_map(|row| cells(row)).peekable();
    let are_names =
        names.width() > 1 && cells(names).all(|name| !name.is_empty() && !is_mark(name));
    let says_so = names.cell(0).eq_ignore_ascii_case("DicTerm");
    let are_marks = of_words.peek().is_some() && {
        let (mut marks, mut others) = (0, 0);
        for cell in of_words.filter(|cell| !cell.is_empty()) {
            *(if is_mark(cell) {
                &mut marks
            } else {
                &mut others
            }) += 1;
        }
        marks > 0 && others == 0
    };
    are_names && (says_so || are_marks)
}

/// Reads one.
pub(super) fn read(sheet: &Sheet, rows: &[&Row], found: &mut Dictionary) {
    let Some((names, words)) = rows.split_first() else {
        return;
    };
    let line_of = |row: &Row| sheet.line(row).map_or(row.number, |(line, _)| line);
    for name in cells(names).filter(|name| !name.is_empty()) {
        found.category(vec![name.to_owned()], line_of(names));
    }
    for row in words {
        let line = line_of(row);
        let word = row.cell(0);
        if word.is_empty() {
            found.lose(line, "", wording::word("lost.wordless-row"));
            continue;
        }
        let before = found.items.len() + found.lost.len();
        for at in 1..row.width() {
            let (key, cell) = (names.cell(at), row.cell(at));
            let weight = cell.parse::<f64>().ok();
            match cell {
                "" => {}
                _ if weight == Some(0.0) => {}
                _ if key.is_empty() || !is_mark(cell) && weight.is_none() => {
                    found.lose(line, word, said("lost.further-cell", &[&cell]));
                }
                _ => {
                    found.add(&[key.to_owned()], word, line);
                    if weight.is_some_and(|weight| weight != 1.0) {
                        found.lose_weight(line, word, cell);
                    }
                }
            }
        }
        if found.items.len() + found.lost.len() == before {
            found.lose(line, word, wording::word("lost.no-category"));
        }
    }
}

fn cells(row: &Row) -> impl Iterator<Item = &str> {
    (1..row.width()).map(|at| row.cell(at))
}

fn is_mark(cell: &str) -> bool {
    ["x", "X", "×", "✓"].contains(&cell)
}

#[cfg(test)]
mod tests {
    use crate::exchange::{self, Dialect};

    #[test]
    fn a_marked_column_is_a_category_of_the_word() {
        let text = "DicTerm,sky,mood\nمطر,X,\nغيم,X,X\nشمس,,\nبرق,0.5,\n";
        for file in ["d.csv", "d.dicx"] {
            assert_eq!(Dialect::of(file.as_ref()), Some(Dialect::Columns));
            let found = exchange::read(file, text.as_bytes(), Dialect::Columns).unwrap();
            let expected = [
                ("sky", "مطر", 2),
                ("sky", "غيم", 3),
                ("mood", "غيم", 3),
                ("sky", "برق", 5),
            ];
            let expected = expected.map(|(key, word, line)| (key.to_owned(), word, line));
            assert_eq!(found.listed(), expected);
            let lines: Vec<u64> = found.lost.iter().map(|lost| lost.line).collect();
            assert_eq!(lines, [4, 5], "no category, and a weight");
        }
        let other = "الكلمة,طقس\nمطر,x\n";
        let found = exchange::read("d.csv", other.as_bytes(), Dialect::Columns).unwrap();
        assert_eq!(found.listed(), [("طقس".to_owned(), "مطر", 2)]);
    }
}
