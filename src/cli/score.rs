//! `mizan score`: every mention of one input, streamed to standard output.

use super::args::{ColumnArgs, StudyArgs};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Arguments of `mizan score`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  mizan score articles.csv > mentions.csv
  zcat archive.jsonl.gz | mizan score - --format jsonl | head")]
pub struct ScoreArgs {
    /// A table of articles or a folder; `-` reads a table from standard input
    #[arg(value_name = "INPUT")]
    pub input: PathBuf,
    /// How the list is written
    #[arg(long, value_enum, default_value = "csv")]
    pub format: Format,
    /// How the columns are named.
    #[command(flatten)]
    pub columns: ColumnArgs,
    /// What steers the study.
    #[command(flatten)]
    pub study: StudyArgs,
    /// Leave out the mark at the beginning by which Excel knows the letters
    #[arg(long)]
    pub no_bom: bool,
}

/// How mentions are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table, as `mentions.csv` of a report
    Csv,
    /// One JSON object a line, with the same columns
    Jsonl,
}
