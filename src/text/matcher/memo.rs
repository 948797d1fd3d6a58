//! What a thread looked up last. Four words in five of a text are among the commonest few thousand,
//! and what entries they belong to need not be asked again.

use super::answers::{AnswerSpan, WordAnswer};
use super::key::WordKey;
use std::cell::RefCell;
use std::sync::atomic::{AtomicU64, Ordering};

/// Slots of a memo, a power of two. They take little more than a megabyte, which a processor
/// keeps at hand.
const SLOTS: usize = 1 << 15;
/// Answers kept before all is forgotten: a few for each slot; and letters of long words.
const ANSWERS: usize = 4 * SLOTS;
const LETTERS: usize = 32 * SLOTS;

/// Words and what they are.
pub(super) struct Memo {
    /// Whose entries.
    entries: u64,
    slots: Vec<Slot>,
    /// Of the words in the slots and of those that lost theirs since.
    pub answers: Vec<WordAnswer>,
    /// Of words that are longer than their keys tell.
    letters: Vec<u8>,
}

/// A word that was looked up.
#[derive(Clone, Copy, Default)]
struct Slot {
    key: WordKey,
    told: AnswerSpan,
    /// Where a word that is longer than its key begins in the memo's letters.
    letters: u32,
}

/// Tables whose memos a thread keeps: those of the lexicon at hand, and of another beside it.
const MEMOS: usize = 8;

thread_local! {
    /// The one used last stands last.
    static KEPT: RefCell<Vec<Memo>> = const { RefCell::new(Vec::new()) };
}

/// A number that no other call of the run gives.
pub(super) fn next_number() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::Relaxed)
}

/// Works with this thread's memo of some entries' tables.
pub(super) fn with<T>(entries: u64, work: impl FnOnce(&mut Memo) -> T) -> T {
    KEPT.with_borrow_mut(|kept| {
        let memo = match kept.iter().position(|memo| memo.entries == entries) {
            Some(at) => kept.remove(at),
            None if kept.len() < MEMOS => Memo::of(entries),
            None => kept.remove(0).turned_to(entries),
        };
        kept.push(memo);
        work(kept.last_mut().expect("one was just put there"))
    })
}

impl Memo {
    fn of(entries: u64) -> Self {
        Memo {
            entries,
            slots: vec![Slot::default(); SLOTS],
            answers: Vec::new(),
            letters: Vec::new(),
        }
    }

    /// The memo of other entries, in the same memory.
    fn turned_to(mut self, entries: u64) -> Self {
        self.entries = entries;
        self.forget();
        self
    }

    fn forget(&mut self) {
        self.slots.fill(Slot::default());
        self.answers.clear();
        self.letters.clear();
    }

    /// Forgets all if it has grown too large. What was told before is then no more.
    pub(crate) fn make_room(&mut self) {
        if self.answers.len() > ANSWERS || self.letters.len() > LETTERS {
            self.forget();
        }
    }

    /// What a word is, if that is known.
    #[inline]
    pub(crate) fn recall(&self, key: WordKey, word: &[u8]) -> Option<AnswerSpan> {
        let slot = &self.slots[key.hash() as usize & (SLOTS - 1)];
        let is_it = slot.key == key
            && (key.is_whole() || self.letters[slot.letters as usize..].starts_with(word));
        is_it.then_some(slot.told)
    }

    /// Keeps what a word is.
    pub(crate) fn keep(&mut self, key: WordKey, word: &[u8], told: AnswerSpan) {
        self.slots[key.hash() as usize & (SLOTS - 1)] = Slot {
            key,
            told,
            letters: self.letters.len() as u32,
        };
        if !key.is_whole() {
            self.letters.extend_from_slice(word);
        }
    }
}
