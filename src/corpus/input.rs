//! One input, whatever it is, as batches of rows that can be read in parallel.

use super::article::{Origin, Outcome, Tally};
use super::bytes::Unpacked;
use super::columns::{Columns, Field};
use super::encoding::Utf8Stream;
use super::row::{Fault, Row};
use super::rows::{Chunk, Rows, Shape};
use super::{InputFile, Note, ReadOptions, jsonl, table};
use crate::error::{Error, Result};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A table that is being read.
pub(super) struct Table {
    path: PathBuf,
    origin: Arc<Origin>,
    rows: Rows,
    shape: Shape,
    /// Remarks on the table as a whole, found when it was opened.
    pub notes: Vec<Note>,
}

/// Some rows that were cut off and wait to be read.
pub(super) struct Batch {
    origin: Arc<Origin>,
    shape: Shape,
    chunk: Chunk,
}

impl Batch {
    /// Reads the rows.
    pub fn read(&self) -> Outcome {
        let mut outcome = Outcome::default();
        let visit = |number: u64, row: std::result::Result<Row<'_>, Fault>| {
            outcome.row(&self.origin, number, row)
        };
        match self.shape {
            Shape::Lines => jsonl::each_row(&self.chunk, &self.origin.columns, visit),
            Shape::Cells { separator, .. } => {
                table::each_row(&self.chunk, separator, &self.origin.columns, visit);
            }
        }
        for row in &self.chunk.torn {
            outcome.skipped += 1;
            outcome.items.push(Err(Note {
                file: self.origin.name.clone(),
                row: Some(*row),
                column: None,
                what: "skipped: a quotation mark is opened here and not closed in this row".into(),
            }));
        }
        outcome
    }
}

impl Table {
    /// Opens a table; `-` is standard input.
    pub fn open(path: &Path, options: &ReadOptions) -> Result<Self> {
        let failed = |fault| Error::file(path, fault);
        let bytes = Unpacked::open(path)?;
        let mut stream = Utf8Stream::new(bytes).map_err(failed)?;
        let name = if path == Path::new("-") {
            "standard input".to_owned()
        } else {
            path.display().to_string()
        };
        let mut buffer = Vec::new();
        stream.append(&mut buffer).map_err(failed)?;
        let first = buffer.iter().find(|byte| !byte.is_ascii_whitespace());
        let (shape, header, begin) = match first {
            None => {
                return Err(Error::Unusable(format!(
                    "{name}: the file is empty; give a table with one article a row"
                )));
            }
            Some(b'{') => (Shape::Lines, json_header(&buffer), 0),
            Some(_) => {
                let end = buffer
                    .iter()
                    .position(|b| *b == b'\n')
                    .map_or(buffer.len(), |at| at + 1);
                let header = table::header(&String::from_utf8_lossy(&buffer[..end]));
                let shape = Shape::Cells {
                    separator: header.separator,
                    columns: header.names.len(),
                };
                (shape, header.names, end)
            }
        };
        let columns = Columns::find(&name, header, options)?;
        let notes = columns.passed_over(&name);
        buffer.drain(..begin);
        let row = if begin > 0 { 2 } else { 1 };
        Ok(Table {
            path: path.to_owned(),
            origin: Arc::new(Origin {
                stem: stem(path),
                folder: (path != Path::new("-"))
                    .then(|| path.parent().unwrap_or(Path::new("")).to_owned()),
                name,
                columns,
            }),
            rows: Rows::new(stream, shape, buffer, row),
            shape,
            notes,
        })
    }

    /// The next rows.
    pub fn next_batch(&mut self) -> Result<Option<Batch>> {
        let chunk = self
            .rows
            .next_chunk()
            .map_err(|fault| Error::file(&self.path, fault))?;
        Ok(chunk.map(|chunk| Batch {
            origin: Arc::clone(&self.origin),
            shape: self.shape,
            chunk,
        }))
    }

    /// Bytes read so far, as they stand on disk.
    pub fn bytes_read(&self) -> u64 {
        self.rows.stream().bytes().count()
    }

    /// What was read, once the table is at its end.
    pub fn file(&self, articles: u64) -> InputFile {
        InputFile {
            name: self.origin.name.clone(),
            sha256: self.rows.stream().bytes().digest(),
            articles,
        }
    }

    /// The remarks on the table as a whole that a tally gives rise to.
    pub fn remarks(&self, tally: &Tally) -> Vec<Note> {
        tally.notes(&self.origin)
    }
}

fn json_header(buffer: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(buffer);
    let mut header = jsonl::header(text.lines());
    // A key that no line has had so far may still come.
    for field in Field::ALL {
        let name = field.name().to_owned();
        let required = matches!(field, Field::Source | Field::Text | Field::File);
        if !required && !header.contains(&name) {
            header.push(name);
        }
    }
    header
}

/// A file's name without its endings.
fn stem(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match name.split('.').next() {
        Some("-" | "") | None => "stdin".to_owned(),
        Some(stem) => stem.to_owned(),
    }
}
