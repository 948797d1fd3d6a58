//! What a thread looked up last. Four words in five of a text are among the commonest few thousand,
//! and what entries they belong to need not be asked again.

use super::key::Key;
use super::table::Spot;
use std::cell::RefCell;
use std::sync::atomic::{AtomicU64, Ordering};

/// Slots of a memo, a power of two. They take half a megabyte, which a processor keeps at hand.
const SLOTS: usize = 1 << 14;
/// Answers kept before all is forgotten: a few for each slot.
const ANSWERS: usize = 4 * SLOTS;

/// Words and the answers of the tables.
pub(super) struct Memo {
    /// Whose tables.
    entries: u64,
    slots: Vec<Slot>,
    answers: Vec<Spot>,
}

/// A word that was looked up: its answers lie side by side.
#[derive(Clone, Copy, Default)]
struct Slot {
    key: Key,
    first: u32,
    count: u32,
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
    }

    /// Whether a word is known; its answers then go to `known`, as those of a token.
    #[inline]
    pub fn recall(&self, key: Key, token: u32, known: &mut Vec<Spot>) -> bool {
        let slot = &self.slots[key.hash() as usize & (SLOTS - 1)];
        if slot.key != key {
            return false;
        }
        let answers = slot.first as usize..(slot.first + slot.count) as usize;
        known.extend(
            self.answers[answers]
                .iter()
                .map(|spot| Spot { token, ..*spot }),
        );
        true
    }

    /// Keeps the answers that words got: `spots` in the order of their tokens, as `asked` is.
    pub fn learn(&mut self, asked: &[(u32, Key)], mut spots: &[Spot]) {
        if self.answers.len() + spots.len() > ANSWERS {
            self.forget();
        }
        for (token, key) in asked {
            let count = spots.iter().take_while(|spot| spot.token == *token).count();
            let (own, rest) = spots.split_at(count);
            spots = rest;
            // Of a longer word the key does not tell all letters.
            if key.is_whole() {
                self.slots[key.hash() as usize & (SLOTS - 1)] = Slot {
                    key: *key,
                    first: self.answers.len() as u32,
                    count: count as u32,
                };
                self.answers.extend_from_slice(own);
            }
        }
    }
}
