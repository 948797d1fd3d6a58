//! What becomes of a dictionary: rows of our lists, and what is left behind.

use super::Lost;
use std::collections::BTreeSet;

/// One row of a file of terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Imported {
    /// Its id, unique in the file.
    pub id: String,
    /// The term.
    pub term: String,
    /// The frame's key.
    pub frame: String,
    /// The label's key.
    pub label: String,
    /// `fixed`, or nothing.
    pub pos: &'static str,
    /// `noprefix`, or nothing.
    pub flags: &'static str,
    /// The term itself, until somebody writes a sentence.
    pub hit: String,
    /// `…` where a sentence is needed, until somebody writes one.
    pub miss: &'static str,
    /// The file and line it comes from.
    pub source: String,
    /// The keys above it.
    pub note: String,
    /// The line it comes from.
    pub line: u64,
}

/// What became of a dictionary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Carried {
    /// The rows, in the order of the file.
    pub terms: Vec<Imported>,
    /// Frames and labels, sorted.
    pub labels: BTreeSet<(String, String)>,
    /// What was left behind, by line.
    pub lost: Vec<Lost>,
    /// Entries of keys that nobody wished for.
    pub unwished: u64,
}
