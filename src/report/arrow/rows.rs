//! Rows become columns, some ten thousand at a time.

use crate::report::cell::Cell;
use crate::report::csv::decimals;
use arrow_array::builder::{
    ArrayBuilder, BooleanBuilder, Date32Builder, Float64Builder, Int64Builder, StringBuilder,
    StringDictionaryBuilder,
};
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, SchemaRef};
use jiff::civil::{Date, date};
use std::sync::Arc;

/// Most rows of a batch.
const ROWS: usize = 1 << 16;

/// A batch ends behind so many bytes of text: the places in a column of texts are 32 bits wide, and
/// a cell may hold an article.
const BYTES: usize = 1 << 26;

/// The day that days are counted from.
const EPOCH: Date = date(1970, 1, 1);

/// Rows of a table that are becoming a batch.
pub(crate) struct Batch {
    schema: SchemaRef,
    columns: Vec<Filling>,
    rows: usize,
    bytes: usize,
}

impl Batch {
    /// Begins a table.
    pub(crate) fn new(schema: SchemaRef) -> Self {
        let types = schema.fields().iter().map(|field| field.data_type());
        Batch {
            columns: types.map(Filling::of).collect(),
            schema,
            rows: 0,
            bytes: 0,
        }
    }

    /// Takes a row; gives the batch that it fills, if it does.
    pub(crate) fn row(&mut self, cells: &[Cell]) -> Option<RecordBatch> {
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            self.bytes += match cell {
                Cell::Text(text) => text.len(),
                _ => 0,
            };
            column.put(cell);
        }
        self.rows += 1;
        (self.rows == ROWS || self.bytes >= BYTES).then(|| self.taken())
    }

    /// What is still held back; `None` where no row is.
    pub(crate) fn rest(&mut self) -> Option<RecordBatch> {
        (self.rows > 0).then(|| self.taken())
    }

    fn taken(&mut self) -> RecordBatch {
        (self.rows, self.bytes) = (0, 0);
        let columns = self.columns.iter_mut().map(Filling::finish).collect();
        let batch = RecordBatch::try_new(Arc::clone(&self.schema), columns);
        batch.expect("the columns are made by the schema")
    }
}

/// A column that is being filled.
enum Filling {
    Text(StringBuilder),
    Key(StringDictionaryBuilder<Int32Type>),
    Count(Int64Builder),
    Number(Float64Builder),
    Date(Date32Builder),
    Flag(BooleanBuilder),
}

impl Filling {
    fn of(kind: &DataType) -> Filling {
        match kind {
            DataType::Dictionary(..) => Filling::Key(StringDictionaryBuilder::new()),
            DataType::Int64 => Filling::Count(Int64Builder::new()),
            DataType::Float64 => Filling::Number(Float64Builder::new()),
            DataType::Date32 => Filling::Date(Date32Builder::new()),
            DataType::Boolean => Filling::Flag(BooleanBuilder::new()),
            _ => Filling::Text(StringBuilder::new()),
        }
    }

    /// Takes a cell, whose kind is that of the column.
    fn put(&mut self, cell: &Cell) {
        match (self, cell) {
            (Filling::Text(column), Cell::Text(text)) => column.append_value(text),
            (Filling::Key(column), Cell::Text(text)) => column.append_value(text),
            (Filling::Date(column), Cell::Text(text)) => column.append_option(days(text)),
            (Filling::Count(column), Cell::Count(count)) => column.append_value(*count),
            (Filling::Number(column), Cell::Number(number)) => {
                column.append_value(as_told(*number))
            }
            (Filling::Flag(column), Cell::Flag(is_so) | Cell::YesNo(is_so)) => {
                column.append_value(*is_so);
            }
            (column, _) => column.put_nothing(),
        }
    }

    fn put_nothing(&mut self) {
        match self {
            Filling::Text(column) => column.append_null(),
            Filling::Key(column) => column.append_null(),
            Filling::Count(column) => column.append_null(),
            Filling::Number(column) => column.append_null(),
            Filling::Date(column) => column.append_null(),
            Filling::Flag(column) => column.append_null(),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        let column: &mut dyn ArrayBuilder = match self {
            Filling::Text(column) => column,
            Filling::Key(column) => column,
            Filling::Count(column) => column,
            Filling::Number(column) => column,
            Filling::Date(column) => column,
            Filling::Flag(column) => column,
        };
        column.finish()
    }
}

/// A measure as every other file of a report has it, so that a number that was cited is found in
/// all of them.
fn as_told(number: f64) -> f64 {
    decimals(number).parse().unwrap_or(number)
}

fn days(day: &str) -> Option<i32> {
    let day: Date = day.parse().ok()?;
    Some((day - EPOCH).get_days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::arrow::{About, Keys, schema};
    use crate::report::columns;
    use arrow_array::Array;
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Date32Type, Float64Type};

    /// The batches of a table of these rows, which give some cells by their columns.
    fn batches(table: &str, rows: &[&[(&str, Cell<'static>)]]) -> Vec<RecordBatch> {
        let columns = columns::of(table, &[]);
        let about = About::default();
        let schema = Arc::new(schema(&columns, Keys::Dictionary, &about));
        let mut batch = Batch::new(schema);
        let mut batches = Vec::new();
        for row in rows {
            let cell = |name: &str| row.iter().find(|(column, _)| *column == name);
            let cells = columns.iter().map(|column| cell(&column.name));
            let cells = cells.map(|cell| cell.map_or(Cell::Missing, |(_, cell)| cell.clone()));
            batches.extend(batch.row(&cells.collect::<Vec<_>>()));
        }
        batches.extend(batch.rest());
        assert_eq!(batch.rest(), None);
        batches
    }

    #[test]
    fn a_column_in_which_nothing_stands_has_its_type_all_the_same() {
        let batch = &batches("contrasts", &[&[]])[0];
        for (column, field) in batch.columns().iter().zip(batch.schema().fields()) {
            assert_eq!((column.len(), column.null_count()), (1, 1), "{field}");
            assert_ne!(field.data_type(), &DataType::Null);
        }
        assert!(batches("contrasts", &[]).is_empty());
    }

    #[test]
    fn a_measure_is_the_one_of_the_other_files() {
        let given = [1.0 / 3.0, -0.000_01, 1.999_96];
        let rows = given.map(|number| [("low", Cell::number(number))]);
        let batch = &batches("profiles", &rows.each_ref().map(|row| &row[..]))[0];
        let column = batch.column_by_name("low").unwrap();
        let expected = [0.3333, 0.0, 2.0];
        assert_eq!(column.as_primitive::<Float64Type>().values()[..], expected);
    }

    #[test]
    fn a_day_is_counted_from_the_epoch_also_before_it() {
        let rows =
            ["1969-12-31", "1970-01-01", "2024-02-29"].map(|day| [("date", Cell::text(day))]);
        let batch = &batches("mentions", &rows.each_ref().map(|row| &row[..]))[0];
        let column = batch.column_by_name("date").unwrap();
        assert_eq!(
            column.as_primitive::<Date32Type>().values()[..],
            [-1, 0, 19_782]
        );
    }

    #[test]
    fn long_texts_end_a_batch_before_their_places_run_over() {
        let long = Cell::text("ا".repeat(BYTES / 4));
        let row: &[_] = &[("before", long)];
        let rows = batches("mentions", &[row; 5])
            .into_iter()
            .map(|batch| batch.num_rows());
        assert_eq!(rows.collect::<Vec<_>>(), [2, 2, 1]);
    }
}
