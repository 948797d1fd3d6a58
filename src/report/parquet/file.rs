//! A table as a Parquet file: packed with zstd, names and ids as dictionaries.

use crate::error::{Error, Result};
use crate::lexicon::Lexicon;
use crate::report::arrow::{About, Batch, Keys, schema};
use crate::report::beyond::shown;
use crate::report::cell::Cell;
use crate::report::columns::{self, Column};
use crate::report::csv::failed;
use crate::report::shelf::{self, Shelf, held};
use crate::report::table::Rows;
use crate::report::tables;
use crate::settings::Settings;
use crate::study::Findings;
use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::Arc;

/// Rows that are held in memory until they are written, and that readers take at a time.
const ROWS: usize = 1 << 17;

/// Says that the program can write Parquet.
pub(crate) fn able() -> Result<()> {
    Ok(())
}

/// A file of one table that is being written. What is not ended is no Parquet: whoever opens it is
/// told so.
pub(crate) struct ParquetFile<W: Write + Send>(ArrowWriter<W>);

impl<W: Write + Send> ParquetFile<W> {
    /// Begins the file of a table, of which it is known what made it.
    ///
    /// Errors: a disk that refuses, a reader that has gone.
    pub(crate) fn begin(out: W, schema: SchemaRef) -> Result<Self> {
        let facts = schema.metadata().iter();
        let facts = facts.map(|(name, value)| KeyValue::new(name.clone(), value.clone()));
        let mut facts: Vec<KeyValue> = facts.collect();
        facts.sort_by(|a, b| a.key.cmp(&b.key));
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_max_row_group_row_count(Some(ROWS))
            .set_key_value_metadata(Some(facts))
            .build();
        let writer = ArrowWriter::try_new(out, schema, Some(properties));
        writer.map(ParquetFile).map_err(refused)
    }

    /// Writes some rows.
    ///
    /// Errors: as those of [`begin`](Self::begin).
    pub(crate) fn put(&mut self, batch: &RecordBatch) -> Result<()> {
        self.0.write(batch).map_err(refused)
    }

    /// Ends the file.
    ///
    /// Errors: as those of [`begin`](Self::begin).
    pub(crate) fn end(mut self) -> Result<()> {
        self.0.finish().map_err(refused)?;
        self.0.inner_mut().flush().map_err(failed)
    }
}

fn refused(fault: ParquetError) -> Error {
    failed(match fault {
        ParquetError::External(fault) => match fault.downcast::<io::Error>() {
            Ok(fault) => *fault,
            Err(fault) => io::Error::other(fault),
        },
        fault => io::Error::other(fault),
    })
}

/// Rows that go into a file, which is ended with them.
struct FileRows<W: Write + Send> {
    batch: Batch,
    file: Option<ParquetFile<W>>,
}

impl<W: Write + Send> FileRows<W> {
    fn begin(out: W, columns: &[Column], about: &About) -> Result<Self> {
        let schema = Arc::new(schema(columns, Keys::Dictionary, about));
        Ok(FileRows {
            batch: Batch::new(Arc::clone(&schema)),
            file: Some(ParquetFile::begin(out, schema)?),
        })
    }
}

impl<W: Write + Send> Rows for FileRows<W> {
    fn row(&mut self, cells: &[Cell]) -> Result<()> {
        match (self.batch.row(cells), &mut self.file) {
            (Some(batch), Some(file)) => file.put(&batch),
            _ => Ok(()),
        }
    }

    fn finish(&mut self) -> Result<()> {
        let Some(mut file) = self.file.take() else {
            return Ok(());
        };
        if let Some(batch) = self.batch.rest() {
            file.put(&batch)?;
        }
        file.end()
    }
}

/// A whole table as a file in memory.
///
/// Errors: those of `fill`.
pub(crate) fn bytes(
    table: &str,
    (lexicon, settings): (&Lexicon, &Settings),
    fill: impl FnOnce(&mut dyn Rows) -> Result<()>,
) -> Result<Vec<u8>> {
    let columns = columns::of(table, &[]);
    let about = About::new(table, lexicon, settings);
    let mut bytes = Vec::new();
    let mut rows = held(FileRows::begin(&mut bytes, &columns, &about)?, &columns);
    fill(rows.as_mut())?;
    rows.finish()?;
    drop(rows);
    Ok(bytes)
}

/// Writes every table of a report into a folder, a file each.
///
/// Errors: a disk that refuses.
pub(crate) fn write(findings: &Findings, folder: &Path) -> Result<()> {
    let shelf = FolderOf { findings, folder };
    let tables = tables::asked(&findings.settings);
    shelf::fill(&shelf, &tables, (findings, &shown(findings)))
}

/// A folder with a file for each table of a study.
struct FolderOf<'a> {
    findings: &'a Findings,
    folder: &'a Path,
}

impl Shelf for FolderOf<'_> {
    fn begin(&self, table: &str, columns: &[Column]) -> Result<Box<dyn Rows + '_>> {
        let path = self.folder.join(format!("{table}.parquet"));
        let file = File::create(&path).map_err(|error| Error::file(&path, error))?;
        let about = About::new(table, &self.findings.lexicon, &self.findings.settings);
        let rows = FileRows::begin(BufWriter::new(file), columns, &about)?;
        Ok(held(rows, columns))
    }
}
