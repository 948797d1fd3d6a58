//! All entries of one language, as the scan goes through them.

use super::PatternIx;
use super::heads::Heads;
use super::table::{BodyTarget, WordTable};
use crate::language::Language;
use rustc_hash::FxHashMap;

/// All entries of one language, as a trie over elements.
pub(super) struct Entries {
    pub language: &'static dyn Language,
    /// No other entries of the run have it.
    pub number: u64,
    pub heads: Heads,
    /// Bodies that are whole words.
    pub closed: WordTable,
    /// Bodies that any ending may follow.
    pub open: WordTable,
    /// The lengths in bytes of the bodies in `open`, each once, ascending.
    pub open_lengths: Vec<usize>,
    /// The signs that are part of an entry.
    pub signs: FxHashMap<char, Vec<BodyTarget>>,
    /// The node that an element leads to from the root; 0 where none.
    pub first: Vec<u32>,
    /// Whether an element leads anywhere from another node.
    pub leads_on: Vec<bool>,
    /// The node that it leads to.
    pub further: FxHashMap<(u32, u32), u32>,
    /// By node.
    pub nodes: Vec<Node>,
    /// By pattern, folded and exact.
    pub excluded: FxHashMap<PatternIx, Vec<(String, String)>>,
}

/// A place in the trie.
#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    /// The entries that end here.
    pub ends: Vec<EntryEnd>,
    /// Whether entries go on from here.
    pub goes_on: bool,
}

/// An entry that ends at a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct EntryEnd {
    pub pattern: PatternIx,
    /// Whether the first word on the path is no part of what is found.
    pub after_first: bool,
}
