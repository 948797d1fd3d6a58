//! Who is given the floor: the speakers of each source, and what they call whom.

use super::chips::rounded;
use crate::error::Result;
use crate::report::cell::Cell;
use crate::report::columns::Column;
use crate::report::table::Rows;
use crate::report::tables;
use crate::study::Findings;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Speakers of a source that a page shows.
const SPEAKERS: usize = 10;

/// Rows of what speakers call whom.
const HOLDERS: usize = 60;

/// A table with its rows, as they stand in the report.
struct Whole {
    columns: Vec<Column>,
    rows: Vec<Vec<Cell<'static>>>,
}

impl Rows for Whole {
    fn row(&mut self, cells: &[Cell]) -> Result<()> {
        self.rows.push(cells.iter().map(Cell::owned).collect());
        Ok(())
    }

    fn finish(&mut self) -> Result<()> {
        Ok(())
    }
}

impl Whole {
    /// A table of a report; without rows where the report has none of that name.
    fn of(findings: &Findings, name: &str) -> Whole {
        let mut whole = Whole {
            columns: Vec::new(),
            rows: Vec::new(),
        };
        let all = tables::all();
        if let Some(table) = all.iter().find(|table| table.name == name) {
            whole.columns = table.columns(&[]);
            (table.fill)(findings, &mut whole).expect("nothing refuses rows in memory");
        }
        whole
    }

    /// Some columns of a row.
    fn told(&self, row: &[Cell], columns: &[&str]) -> Value {
        let place = |name: &&str| self.columns.iter().position(|column| column.name == *name);
        let cells = columns.iter().map(|column| match place(column) {
            Some(at) => told(&row[at]),
            None => Value::Null,
        });
        cells.collect()
    }
}

fn told(cell: &Cell) -> Value {
    match cell {
        Cell::Text(text) => json!(text),
        Cell::Count(count) => json!(count),
        Cell::Number(number) => rounded(Some(*number)),
        _ => Value::Null,
    }
}

/// `[source, speaker, how known, whose, words, share, stretches, claiming, names, alone]` and
/// `[source, speaker, question, whom, labels, mentions, lean, the source's labels, its lean]`.
pub(super) fn floor(findings: &Findings) -> Value {
    let speakers = Whole::of(findings, "speakers");
    let columns = [
        "source",
        "speaker",
        "known",
        "actor_name",
        "words",
        "share",
        "stretches",
        "claiming",
        "names",
        "alone",
    ];
    let rows = speakers.rows.iter();
    let rows = rows.map(|row| speakers.told(row, &columns));
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let first = rows.filter(|row| {
        let source = row[0].as_str().unwrap_or_default().to_owned();
        let times = times.entry(source).or_default();
        *times += 1;
        *times <= SPEAKERS
    });
    let first: Vec<Value> = first.collect();
    let holders = Whole::of(findings, "holders");
    let columns = [
        "source",
        "speaker",
        "frame_name",
        "actor_name",
        "labels",
        "mentions",
        "lean",
        "narrator_labels",
        "narrator_lean",
    ];
    let rows = holders.rows.iter();
    let rows = rows.map(|row| holders.told(row, &columns));
    let mut holders: Vec<Value> = rows.filter(|row| row[3].is_string()).collect();
    // Those first who are let say most.
    holders.sort_by_key(|row| std::cmp::Reverse(row[5].as_i64()));
    holders.truncate(HOLDERS);
    json!({ "speakers": first, "holders": holders })
}
