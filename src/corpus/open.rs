//! Opens a table: what kind it is, how its cells are parted, which column is what.

use super::article::Origin;
use super::columns::Columns;
use super::{InputFile, Note, ReadOptions, jsonl, kind, table};
use crate::error::{Error, Result};
use crate::tables::bytes::Unpacked;
use crate::tables::chunks::{Chunk, Rows, Shape};
use crate::tables::encoding::Utf8Stream;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// A table that is being read.
pub(super) struct Table {
    origin: Arc<Origin>,
    rows: Rows,
    shape: Shape,
    /// Remarks on the table as a whole.
    pub notes: Vec<Note>,
}

/// How a table begins: what was read to find out, and where its first row stands in that.
struct Beginning {
    buffer: Vec<u8>,
    shape: Shape,
    names: Vec<String>,
    row: u64,
}

impl Table {
    /// Opens a table; `-` is standard input.
    ///
    /// Errors: a file that is empty, no table, or lacks a column that is needed.
    pub fn open(path: &Path, options: &ReadOptions) -> Result<Self> {
        Self::over(path, Unpacked::open(path)?, options)
    }

    /// The same for bytes that were opened already; `path` names them.
    pub fn over(path: &Path, bytes: Unpacked, options: &ReadOptions) -> Result<Self> {
        let name = name(path);
        let is_standard_input = path == Path::new("-");
        let mut stream = Utf8Stream::new(bytes).map_err(|e| broken(&name, 0, &e))?;
        let beginning = begin(&name, path, &mut stream)?;
        let mut columns = Columns::find(&name, beginning.names, options)?;
        if beginning.shape == Shape::Lines {
            columns.expect_further_ones();
        }
        let mut notes = columns.passed_over(&name);
        notes.extend(guessed(&name, &stream));
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        Ok(Table {
            origin: Arc::new(Origin {
                stem: stem(path),
                folder: (!is_standard_input).then_some(folder),
                name,
                columns,
            }),
            rows: Rows::new(stream, beginning.shape, beginning.buffer, beginning.row),
            shape: beginning.shape,
            notes,
        })
    }

    /// The next rows.
    pub fn next_chunk(&mut self) -> Result<Option<Chunk>> {
        let chunk = self.rows.next_chunk();
        chunk.map_err(|fault| broken(&self.origin.name, self.rows.row(), &fault))
    }

    /// How its rows are told apart.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// Where its rows come from.
    pub fn origin(&self) -> &Arc<Origin> {
        &self.origin
    }

    /// Bytes read so far, as they stand on disk.
    pub fn bytes_read(&self) -> u64 {
        self.rows.stream().bytes().count()
    }

    /// The table as a file, once it is at its end.
    pub fn file(&self, articles: u64) -> InputFile {
        InputFile {
            name: self.origin.name.clone(),
            sha256: self.rows.stream().bytes().digest(),
            articles,
        }
    }
}

fn begin(name: &str, path: &Path, stream: &mut Utf8Stream) -> Result<Beginning> {
    let refuse = |what: &str| Error::Unusable(format!("{name}: this is {what}"));
    if let Some(what) = kind::refusal(stream.head()) {
        return Err(refuse(what));
    }
    let mut buffer = Vec::new();
    // A line may be long, and a file may begin with any number of empty ones.
    while !buffer.trim_ascii_start().contains(&b'\n') && buffer.len() < LONGEST_BEGINNING {
        if !stream
            .append(&mut buffer)
            .map_err(|e| broken(name, 0, &e))?
        {
            break;
        }
    }
    if buffer.trim_ascii().is_empty() {
        return Err(Error::Unusable(format!(
            "{name}: the file is empty; give a table with one article a row"
        )));
    }
    if let Some(what) = kind::refusal_of_text(&buffer) {
        return Err(refuse(what));
    }
    let is_json = buffer.trim_ascii_start().starts_with(b"{") || kind::is_json_by_name(path);
    if is_json {
        return json(name, buffer);
    }
    let header = table::header(&buffer);
    buffer.drain(..header.end);
    Ok(Beginning {
        buffer,
        shape: Shape::Cells {
            separator: header.separator,
            columns: header.names.len(),
        },
        names: header.names,
        row: header.row + 1,
    })
}

/// A first line longer than this is no header and no article.
const LONGEST_BEGINNING: usize = 1 << 25;

fn json(name: &str, buffer: Vec<u8>) -> Result<Beginning> {
    let text = String::from_utf8_lossy(&buffer);
    let names = jsonl::header(text.lines());
    if names.is_empty() {
        return Err(Error::Unusable(format!(
            "{name}: no line at its beginning is a whole JSON object; JSON Lines has one object a \
             line, such as {{\"id\": \"1\", \"source\": \"…\", \"text\": \"…\"}}"
        )));
    }
    Ok(Beginning {
        buffer,
        shape: Shape::Lines,
        names,
        row: 1,
    })
}

fn guessed(name: &str, stream: &Utf8Stream) -> Option<Note> {
    let guess = stream.guess();
    guess.guessed.then(|| Note {
        file: name.to_owned(),
        row: None,
        column: None,
        what: format!(
            "read as {}, judging by its letters; if they look wrong, save the file as UTF-8",
            guess.encoding.name()
        ),
    })
}

/// A file that cannot be read to its end gives no study: half of it would pass for the whole.
fn broken(name: &str, row: u64, fault: &io::Error) -> Error {
    let place = if row > 1 {
        format!("{name}, about row {row}")
    } else {
        name.to_owned()
    };
    Error::Unusable(format!(
        "{place}: the file cannot be read on ({fault}); if it was packed or copied, it is damaged: \
         get it again"
    ))
}

fn name(path: &Path) -> String {
    if path == Path::new("-") {
        "standard input".to_owned()
    } else {
        path.display().to_string()
    }
}

/// A file's name without its endings.
fn stem(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match name.split('.').next() {
        Some("-" | "") | None => "stdin".to_owned(),
        Some(stem) => stem.to_owned(),
    }
}
