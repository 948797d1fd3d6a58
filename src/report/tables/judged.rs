//! What became of rows that were judged, as a table and in words.

use crate::coding::{Judged, Judgements};
use crate::report::cell::Cell;
use crate::wording::{said, word};

/// A row as cells, one a column of `judged`.
pub(crate) fn judged_cells<'a>(row: &'a (String, String, Judgements)) -> Vec<Cell<'a>> {
    let (column, value, sum) = row;
    let precision = sum.precision();
    vec![
        Cell::text(column.as_str()),
        Cell::text(value.as_str()),
        Cell::count(sum.right),
        Cell::count(sum.wrong),
        Cell::count(sum.unsure),
        Cell::number(precision.map(|(share, _)| share)),
        Cell::number(precision.map(|(_, interval)| interval.0)),
        Cell::number(precision.map(|(_, interval)| interval.1)),
        Cell::number(sum.strict()),
    ]
}

/// The same for readers: a line for all rows, then one for each kind.
pub(crate) fn judged_words(judged: &Judged) -> String {
    let mut text = String::new();
    for (column, value, sum) in &judged.rows {
        let number = |number: Option<f64>| number.map_or("–".to_owned(), |n| format!("{n:.2}"));
        let precision = sum.precision();
        let kind = match column.as_str() {
            "" => {
                let all = sum.right + sum.wrong + sum.unsure;
                said("judged.all", &[&all, &judged.drawn])
            }
            column => {
                let empty = word("judged.empty").to_owned();
                let value = if value.is_empty() { &empty } else { value };
                format!("  {column} = {value}")
            }
        };
        text += &said(
            "judged.line",
            &[
                &kind,
                &sum.right,
                &sum.wrong,
                &sum.unsure,
                &number(precision.map(|(share, _)| share)),
                &number(precision.map(|(_, interval)| interval.0)),
                &number(precision.map(|(_, interval)| interval.1)),
                &number(sum.strict()),
            ],
        );
        text.push('\n');
    }
    text
}
