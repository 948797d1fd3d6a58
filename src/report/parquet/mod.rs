//! Parquet: a table as a file for Python, R, DuckDB and Spark. It is known what each column holds, and
//! what made the table stands in the file.

#[cfg(feature = "parquet")]
mod file;
#[cfg(not(feature = "parquet"))]
mod missing;

#[cfg(feature = "parquet")]
pub(crate) use file::{ParquetFile, able, bytes, write};
#[cfg(not(feature = "parquet"))]
pub(crate) use missing::{able, bytes, write};
