//! Opens a table: what kind it is, how its cells are parted, which column is what.

use super::article::Origin;
use super::columns::Columns;
use super::fields::Field;
use super::{InputFile, Note, ReadOptions, jsonl, kind};
use crate::error::{Error, Fault, Result};
use crate::tables::bytes::Unpacked;
use crate::tables::chunks::{Chunk, Chunks, Layout};
use crate::tables::encoding::Utf8Stream;
use crate::tables::limits::bytes_of;
use crate::tables::{header, is_invisible, workbook};
use crate::wording::{said, word};
use std::io;
use std::path::Path;
use std::sync::Arc;

/// A table of articles that is being read.
pub(super) struct Opened {
    origin: Arc<Origin>,
    rows: RowsLeft,
    /// Remarks on the table as a whole.
    pub notes: Vec<Note>,
}

/// What is left to be read of it.
enum RowsLeft {
    /// Of a text, whatever its length.
    Text(Chunks),
    /// Of a workbook, which was read whole.
    Book(Utf8Stream, std::vec::IntoIter<(u64, Vec<String>)>),
}

/// Some rows.
pub(super) enum Piece {
    /// As they stand in a text, and how they are told apart.
    Text(Chunk, Layout),
    /// The cells of a workbook, with the number of each row.
    Book(Vec<(u64, Vec<String>)>),
}

/// Rows of a workbook are handed on this many at a time.
const ROWS: usize = 256;

/// How a table begins: the rows below its header, and that.
struct Beginning {
    rows: RowsLeft,
    names: Vec<String>,
    is_json: bool,
    notes: Vec<Note>,
}

impl Opened {
    /// Opens a table; `-` is standard input.
    ///
    /// Errors: a file that is empty, no table, or lacks a column that is needed.
    pub(crate) fn open(path: &Path, options: &ReadOptions) -> Result<Self> {
        Self::over(path, Unpacked::open(path)?, options)
    }

    /// The same for bytes that were opened already; `path` names them.
    pub(crate) fn over(path: &Path, bytes: Unpacked, options: &ReadOptions) -> Result<Self> {
        let name = name(path);
        let is_standard_input = path == Path::new("-");
        let stream = Utf8Stream::new(bytes).map_err(|e| broken(&name, 0, &e))?;
        let beginning = match kind::is_workbook(stream.head()) {
            true => book(&name, stream, options)?,
            false => text(&name, path, stream, options)?,
        };
        let mut columns = Columns::find(&name, beginning.names, options)?;
        if beginning.is_json {
            columns.expect_further_ones();
        }
        let mut notes = columns.passed_over(&name);
        notes.extend(beginning.notes);
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        Ok(Opened {
            origin: Arc::new(Origin {
                stem: stem(path),
                folder: (!is_standard_input).then_some(folder),
                name,
                columns,
                limits: options.limits,
            }),
            rows: beginning.rows,
            notes,
        })
    }

    /// The next rows.
    pub(crate) fn next_piece(&mut self) -> Result<Option<Piece>> {
        match &mut self.rows {
            RowsLeft::Text(chunks) => match chunks.next_chunk() {
                Ok(chunk) => Ok(chunk.map(|chunk| Piece::Text(chunk, chunks.layout()))),
                Err(fault) => Err(broken(&self.origin.name, chunks.row(), &fault)),
            },
            RowsLeft::Book(_, rows) => {
                let rows: Vec<_> = rows.take(ROWS).collect();
                Ok((!rows.is_empty()).then_some(Piece::Book(rows)))
            }
        }
    }

    /// Where its rows come from.
    pub(crate) fn origin(&self) -> &Arc<Origin> {
        &self.origin
    }

    fn bytes(&self) -> &Unpacked {
        match &self.rows {
            RowsLeft::Text(chunks) => chunks.stream().bytes(),
            RowsLeft::Book(stream, _) => stream.bytes(),
        }
    }

    /// Bytes read so far, as they stand on disk.
    pub(crate) fn bytes_read(&self) -> u64 {
        self.bytes().count()
    }

    /// The table as a file, once it is at its end.
    pub(crate) fn file(&self, articles: u64) -> InputFile {
        InputFile {
            name: self.origin.name.clone(),
            sha256: self.bytes().digest(),
            articles,
        }
    }
}

fn book(name: &str, mut stream: Utf8Stream, options: &ReadOptions) -> Result<Beginning> {
    let old = kind::refusal(stream.head());
    let most = options.limits.workbook_megabytes;
    let content = stream
        .whole(bytes_of(most))
        .map_err(|e| broken(name, 0, &e))?;
    let unusable = |fault: Fault| match old {
        // Not every file of old Microsoft Office is a workbook.
        Some(what) => refused(name, what),
        None => Error::Input(fault.to_string()),
    };
    let sheet = options.sheet.as_deref();
    let mut book = workbook::read(name, &content, sheet, most).map_err(unusable)?;
    let note = |row, what| Note {
        file: name.to_owned(),
        row,
        column: None,
        what,
    };
    let remark = |fault: Fault| note(fault.row, format!("{}; {}", fault.what, fault.remedy));
    let mut notes: Vec<Note> = book.remarks.into_iter().map(remark).collect();
    if !book.unread.is_empty() && sheet.is_none() {
        notes.push(note(None, said("notes.other-sheets", &[&book.unread])));
    }
    if book.rows.is_empty() {
        return Err(empty(name));
    }
    let (_, header) = book.rows.remove(0);
    let names = header.iter();
    let names = names.map(|name| name.trim_matches(is_invisible).to_owned());
    Ok(Beginning {
        names: names.collect(),
        rows: RowsLeft::Book(stream, book.rows.into_iter()),
        is_json: false,
        notes,
    })
}

fn refused(name: &str, what: &str) -> Error {
    Error::Input(said("input.this-is", &[&name, &what]))
}

fn empty(name: &str) -> Error {
    Error::Input(said("input.empty", &[&name]))
}

fn text(
    name: &str,
    path: &Path,
    mut stream: Utf8Stream,
    options: &ReadOptions,
) -> Result<Beginning> {
    if let Some(what) = kind::refusal(stream.head()) {
        return Err(refused(name, what));
    }
    let longest = CELLS * bytes_of(options.limits.cell_megabytes) as usize;
    let mut buffer = first_line(&mut stream, longest).map_err(|e| broken(name, 0, &e))?;
    if buffer.trim_ascii().is_empty() {
        return Err(empty(name));
    }
    if let Some(what) = kind::refusal_of_text(&buffer) {
        return Err(refused(name, what));
    }
    let mut notes: Vec<Note> = guessed(name, &stream).into_iter().collect();
    if options.sheet.is_some() {
        notes.push(Note {
            file: name.to_owned(),
            row: None,
            column: None,
            what: word("notes.no-workbook").to_owned(),
        });
    }
    let is_json = buffer.trim_ascii_start().starts_with(b"{") || kind::is_json_by_name(path);
    let (layout, names, row) = match is_json {
        true => (Layout::Lines, keys(name, &buffer)?, 1),
        false => {
            let header = header::header(&buffer, |name| Field::of_name(name).is_some());
            if header.is_none() {
                return Err(without_header(name));
            }
            buffer.drain(..header.end);
            let layout = Layout::Separated {
                separator: header.separator,
                columns: header.names.len(),
            };
            (layout, header.names, header.row + 1)
        }
    };
    Ok(Beginning {
        rows: RowsLeft::Text(Chunks::new(stream, layout, (buffer, row), longest)),
        names,
        is_json,
        notes,
    })
}

/// The beginning of a text, with its first line that is not empty.
fn first_line(stream: &mut Utf8Stream, longest: usize) -> io::Result<Vec<u8>> {
    let has_line = |text: &[u8]| text.iter().any(|at| matches!(at, b'\n' | b'\r'));
    let (mut buffer, mut seen): (Vec<u8>, usize) = (Vec::new(), 0);
    // A line may be long, and a file may begin with any number of empty ones.
    while !has_line(buffer[seen..].trim_ascii_start()) && buffer.len() < longest {
        seen = buffer.len();
        if !stream.append(&mut buffer)? {
            break;
        }
    }
    Ok(buffer)
}

/// A row has an article, its title and little more: no row is longer than so many of the longest
/// cells, and no first line that is a header or an article.
const CELLS: usize = 4;

fn keys(name: &str, buffer: &[u8]) -> Result<Vec<String>> {
    let names = jsonl::header(String::from_utf8_lossy(buffer).lines());
    if names.len() > header::MOST_COLUMNS {
        return Err(without_header(name));
    }
    if names.is_empty() {
        let such = r#"{"id": "1", "source": "…", "text": "…"}"#;
        return Err(Error::Input(said("input.no-object", &[&name, &such])));
    }
    Ok(names)
}

fn without_header(name: &str) -> Error {
    Error::Input(said("input.no-header", &[&name, &header::MOST_COLUMNS]))
}

fn guessed(name: &str, stream: &Utf8Stream) -> Option<Note> {
    let guess = stream.guess();
    guess.guessed.then(|| Note {
        file: name.to_owned(),
        row: None,
        column: None,
        what: said("notes.encoding", &[&guess.encoding.name()]),
    })
}

/// A file that cannot be read to its end gives no study: half of it would pass for the whole.
fn broken(name: &str, row: u64, fault: &io::Error) -> Error {
    let place = if row > 1 {
        said("input.about-row", &[&name, &row])
    } else {
        name.to_owned()
    };
    Error::Input(said("input.breaks-off", &[&place, &fault]))
}

fn name(path: &Path) -> String {
    if path == Path::new("-") {
        word("input.standard").to_owned()
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
