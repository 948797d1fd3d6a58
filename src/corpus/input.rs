//! One input, whatever it is, as batches that can be read in parallel.

use super::article::{Origin, Outcome};
use super::doubt::Doubts;
use super::folder::{self, TextFile};
use super::open::{Opened, Piece};
use super::row::RowFault;
use super::tally::Tally;
use super::{InputFile, Note, ReadOptions, jsonl, table};
use crate::error::{Error, Result, did_you_mean, shown_name};
use crate::tables::bytes::Unpacked;
use crate::tables::chunks::{Chunk, Layout};
use crate::wording::{said, word};
use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

/// Files of a folder are handed on this many at a time.
const FILES: usize = 64;

/// An input that is being read.
pub(super) struct Input {
    kind: InputKind,
    /// Remarks on it as a whole, found when it was opened.
    pub notes: Vec<Note>,
    /// Files beside its texts that may be meant for articles.
    pub doubts: Doubts,
}

enum InputKind {
    Table(Box<Opened>),
    Folder(TextFolder),
}

/// A folder without a table.
struct TextFolder {
    origin: Arc<Origin>,
    files: std::vec::IntoIter<TextFile>,
    bytes: u64,
}

/// Some rows or files that wait to be read.
pub(super) struct InputBatch {
    origin: Arc<Origin>,
    work: Work,
}

enum Work {
    Rows(Piece),
    Files(Vec<TextFile>),
}

impl Input {
    /// Opens a table, a folder, or standard input (`-`).
    ///
    /// Errors: what is not there, or is no table and no folder of texts.
    pub(crate) fn open(path: &Path, options: &ReadOptions) -> Result<Self> {
        if path != Path::new("-") && !path.exists() {
            return Err(missing(path));
        }
        if !path.is_dir() {
            return Ok(Self::of_table(Opened::open(path, options)?, Vec::new()));
        }
        if let Some((table, notes)) = folder::table_in(path)? {
            return Ok(Self::of_table(Opened::open(&table, options)?, notes));
        }
        let (files, notes, doubts) = folder::texts_in(path)?;
        let origin = Arc::new(Origin {
            name: path.display().to_string(),
            limits: options.limits,
            ..Origin::default()
        });
        Ok(Input {
            kind: InputKind::Folder(TextFolder {
                origin,
                files: files.into_iter(),
                bytes: 0,
            }),
            notes,
            doubts,
        })
    }

    /// A table that is in memory already, under a name for messages.
    pub(crate) fn embedded(name: &str, content: &'static [u8]) -> Result<Self> {
        let path = Path::new(name);
        let bytes = Unpacked::new(Box::new(content)).map_err(|fault| Error::file(path, fault))?;
        Ok(Self::of_table(
            Opened::over(path, bytes, &ReadOptions::default())?,
            Vec::new(),
        ))
    }

    fn of_table(mut table: Opened, mut notes: Vec<Note>) -> Self {
        notes.append(&mut table.notes);
        Input {
            kind: InputKind::Table(Box::new(table)),
            notes,
            doubts: Doubts::default(),
        }
    }

    /// The next rows or files.
    ///
    /// Errors: a file that breaks off or cannot be read on.
    pub(crate) fn next_batch(&mut self) -> Result<Option<InputBatch>> {
        match &mut self.kind {
            InputKind::Table(table) => Ok(table.next_piece()?.map(|piece| InputBatch {
                origin: Arc::clone(table.origin()),
                work: Work::Rows(piece),
            })),
            InputKind::Folder(folder) => {
                let files: Vec<TextFile> = folder.files.by_ref().take(FILES).collect();
                let size = |file: &TextFile| std::fs::metadata(&file.path).map_or(0, |m| m.len());
                folder.bytes += files.iter().map(size).sum::<u64>();
                Ok((!files.is_empty()).then(|| InputBatch {
                    origin: Arc::clone(&folder.origin),
                    work: Work::Files(files),
                }))
            }
        }
    }

    /// Bytes read so far, as they stand on disk.
    pub(crate) fn bytes_read(&self) -> u64 {
        match &self.kind {
            InputKind::Table(table) => table.bytes_read(),
            InputKind::Folder(folder) => folder.bytes,
        }
    }

    /// The table that was read, once it is at its end; a folder is no file itself.
    pub(crate) fn file(&self, articles: u64) -> Option<InputFile> {
        match &self.kind {
            InputKind::Table(table) => Some(table.file(articles)),
            InputKind::Folder(_) => None,
        }
    }

    /// The remarks that a tally of the whole input gives rise to.
    pub(crate) fn remarks(&self, tally: &Tally, settled: bool) -> Vec<Note> {
        let origin = match &self.kind {
            InputKind::Table(table) => table.origin(),
            InputKind::Folder(folder) => &folder.origin,
        };
        tally.notes(&origin.name, &origin.columns, settled)
    }
}

impl InputBatch {
    /// Reads the rows or files.
    pub(crate) fn read(&self) -> Outcome {
        let mut outcome = Outcome::default();
        let origin = &self.origin;
        match &self.work {
            Work::Files(files) => {
                for file in files {
                    folder::read(file, origin, &mut outcome);
                }
            }
            Work::Rows(Piece::Text(chunk, layout)) => text(chunk, *layout, origin, &mut outcome),
            Work::Rows(Piece::Book(rows)) => {
                let fields = origin.columns.by_place();
                for (number, cells) in rows {
                    // A row ends with its last cell, and may have cells under no header.
                    let cells = cells.iter().map(|cell| Cow::Borrowed(cell.as_bytes()));
                    let mut cells: Vec<Cow<[u8]>> = cells.collect();
                    cells.resize(fields.len(), Cow::default());
                    let row = table::row(&mut cells, &fields, &origin.columns);
                    outcome.row(origin, *number, row);
                }
            }
        }
        outcome
    }
}

fn text(chunk: &Chunk, layout: Layout, origin: &Origin, outcome: &mut Outcome) {
    for row in &chunk.torn {
        outcome.row(origin, *row, Err(RowFault::of_row(word("notes.torn"))));
    }
    for row in &chunk.endless {
        outcome.row(origin, *row, Err(RowFault::of_row(word("notes.endless"))));
    }
    match layout {
        Layout::Lines => jsonl::each_row(chunk, &origin.columns, |number, row| {
            outcome.row(origin, number, row);
        }),
        Layout::Separated { separator, .. } => {
            let fields = origin.columns.by_place();
            chunk.each_row(separator, |number, cells| {
                let row = table::row(cells, &fields, &origin.columns);
                outcome.row(origin, number, row);
            });
        }
    }
}

fn missing(path: &Path) -> Error {
    let folder = match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    let names: Vec<String> = std::fs::read_dir(folder)
        .map(|entries| {
            let names = entries.flatten().map(|entry| entry.file_name());
            names
                .map(|name| name.to_string_lossy().into_owned())
                .collect()
        })
        .unwrap_or_default();
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.sort_unstable();
    let given = path.file_name().unwrap_or_default().to_string_lossy();
    let advice = match did_you_mean(&given, names.iter().copied()) {
        Some(likely) => said("hint.likely", &[&shown_name(path.with_file_name(likely))]),
        None if !folder.is_dir() => said("input.no-folder", &[&shown_name(folder)]),
        None => word("input.check-name").to_owned(),
    };
    Error::Input(said("input.no-file", &[&shown_name(path), &advice]))
}
