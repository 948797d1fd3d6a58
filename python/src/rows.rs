//! Articles out of Python: whatever has Arrow's interface, or dictionaries, becomes rows of texts.
//! What they hold is judged by the library, as rows of a table are.

use crate::errors;
use arrow_array::cast::AsArray;
use arrow_array::types::{Float16Type, Float32Type, Float64Type};
use arrow_array::{Array, ArrayRef, LargeStringArray, RecordBatch};
use arrow_cast::cast;
use arrow_schema::{DataType, Field};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyFloat, PyString};
use pyo3_arrow::PyTable;
use std::sync::Arc;

/// What the library reads, by its own names.
const FIELDS: [&str; 9] = [
    "id", "source", "date", "title", "text", "url", "language", "event", "file",
];

/// A part of the rows.
enum Part {
    Columns(Vec<(String, LargeStringArray)>, usize),
    Row(Vec<(String, String)>),
}

/// Rows that were collected.
#[derive(Default)]
pub(crate) struct Collected {
    parts: Vec<Part>,
    count: u64,
}

/// Rows that are collected before they are read, of frames or of dictionaries.
#[pyclass(module = "mizan._mizan")]
pub(crate) struct Rows {
    rows: Collected,
    /// Columns that are read whatever they are called.
    wanted: Vec<String>,
}

#[pymethods]
impl Rows {
    /// None yet. `wanted` are columns that are read under other names than ours.
    #[new]
    #[pyo3(signature = (wanted = Vec::new()))]
    fn new(wanted: Vec<String>) -> Self {
        Rows {
            rows: Collected::default(),
            wanted,
        }
    }

    /// Adds the rows of a frame, of a batch or of a stream of them.
    fn add_frame(&mut self, py: Python<'_>, frame: PyTable) -> PyResult<()> {
        let (batches, schema) = frame.into_inner();
        for batch in batches {
            let first = self.rows.count + 1;
            let part = self.columns(py, &batch, first)?;
            self.rows.parts.push(Part::Columns(part, batch.num_rows()));
            self.rows.count += batch.num_rows() as u64;
        }
        if self.rows.count == 0 {
            // An empty frame has columns all the same, of which it is told what they lack.
            let empty = RecordBatch::new_empty(schema);
            let part = self.columns(py, &empty, 1)?;
            self.rows.parts.push(Part::Columns(part, 0));
        }
        Ok(())
    }

    /// Adds a row that is a dictionary.
    fn add_row(&mut self, py: Python<'_>, row: &Bound<'_, PyDict>) -> PyResult<()> {
        self.rows.count += 1;
        let mut cells = Vec::with_capacity(row.len());
        for (name, value) in row.iter() {
            let name: String = name.str()?.to_str()?.to_owned();
            if let Some(value) = self.text(py, &name, &value)? {
                cells.push((name, value));
            }
        }
        self.rows.parts.push(Part::Row(cells));
        Ok(())
    }

    fn __len__(&self) -> usize {
        self.rows.count as usize
    }
}

impl Rows {
    /// The rows, which are there once.
    pub(crate) fn taken(&mut self) -> Collected {
        std::mem::take(&mut self.rows)
    }
}

impl Collected {
    /// Each row as the library takes it: the names and texts of its cells that are not missing.
    pub(crate) fn cells(&self) -> impl Iterator<Item = Vec<(&str, &str)>> {
        self.parts.iter().flat_map(|part| {
            let rows = match part {
                Part::Columns(_, rows) => *rows,
                Part::Row(_) => 1,
            };
            (0..rows).map(move |at| match part {
                Part::Row(cells) => cells
                    .iter()
                    .map(|(name, cell)| (&**name, &**cell))
                    .collect(),
                // A column is there also where its cell is missing.
                Part::Columns(columns, _) => {
                    let columns = columns.iter();
                    columns
                        .map(|(name, column)| (&**name, text_at(column, at)))
                        .collect()
                }
            })
        })
    }
}

impl Rows {
    fn is_wanted(&self, name: &str) -> bool {
        FIELDS.contains(&name) || self.wanted.iter().any(|wanted| wanted == name)
    }

    fn columns(
        &self,
        py: Python<'_>,
        batch: &RecordBatch,
        first: u64,
    ) -> PyResult<Vec<(String, LargeStringArray)>> {
        let schema = batch.schema();
        let mut columns = Vec::new();
        for (field, column) in schema.fields().iter().zip(batch.columns()) {
            match texts(column) {
                Some(texts) => columns.push((field.name().clone(), texts)),
                // Whoever keeps more in a frame than articles may do so.
                None if !self.is_wanted(field.name()) => {}
                None => return Err(no_texts(py, field, first)),
            }
        }
        Ok(columns)
    }

    /// A value as a text; `None` where it is missing.
    fn text(
        &self,
        py: Python<'_>,
        name: &str,
        value: &Bound<'_, PyAny>,
    ) -> PyResult<Option<String>> {
        if value.is_none() {
            return Ok(None);
        }
        if let Ok(text) = value.cast::<PyString>() {
            return Ok(Some(text.to_str()?.to_owned()));
        }
        if let Ok(number) = value.cast::<PyFloat>() {
            return Ok(number_told(number.value()));
        }
        if value.hasattr("isoformat")? {
            let text = value.call_method0("isoformat")?;
            return Ok(Some(text.str()?.to_str()?.to_owned()));
        }
        let is_list = value.hasattr("__iter__")?;
        match (is_list, self.is_wanted(name)) {
            (true, true) => {
                let what = format!(
                    "row {}, column `{name}`: here stands a {} where a text is wanted; give a text",
                    self.rows.count,
                    value.get_type().name()?,
                );
                Err(errors::input(py, &what, Some(self.rows.count), Some(name)))
            }
            (true, false) => Ok(None),
            (false, _) => Ok(Some(value.str()?.to_str()?.to_owned())),
        }
    }
}

fn text_at(column: &LargeStringArray, at: usize) -> &str {
    match column.is_null(at) {
        true => "",
        false => column.value(at),
    }
}

fn no_texts(py: Python<'_>, field: &Field, row: u64) -> PyErr {
    let (name, kind) = (field.name(), field.data_type());
    let what = format!(
        "column `{name}`: it holds values of the type {kind}, no texts; turn them into texts, or say \
         with `columns` which column is meant"
    );
    errors::input(py, &what, Some(row), Some(name))
}

/// A column as texts; `None` where its values are none that could be written in a cell.
fn texts(column: &ArrayRef) -> Option<LargeStringArray> {
    let kind = match column.data_type() {
        DataType::Dictionary(_, values) => values.as_ref(),
        kind => kind,
    };
    let numbers = match kind {
        DataType::Float16 => Some(floats(
            column
                .as_primitive_opt::<Float16Type>()?
                .iter()
                .map(|n| Some(n?.to_f64())),
        )),
        DataType::Float32 => Some(floats(
            column
                .as_primitive_opt::<Float32Type>()?
                .iter()
                .map(|n| Some(f64::from(n?))),
        )),
        DataType::Float64 => Some(floats(column.as_primitive_opt::<Float64Type>()?.iter())),
        kind if kind.is_nested() || kind.is_binary() => return None,
        _ => None,
    };
    if numbers.is_some() {
        return numbers;
    }
    let texts: Arc<dyn Array> = cast(column, &DataType::LargeUtf8).ok()?;
    Some(texts.as_string::<i64>().clone())
}

fn floats(numbers: impl Iterator<Item = Option<f64>>) -> LargeStringArray {
    numbers.map(|number| number_told(number?)).collect()
}

/// A number as a text: pandas makes fractions of whole numbers where one of a column is missing.
fn number_told(number: f64) -> Option<String> {
    (!number.is_nan()).then(|| number.to_string())
}
