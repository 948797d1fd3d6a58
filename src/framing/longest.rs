//! Which of overlapping matches stay.

use rustc_hash::FxHashMap;
use std::ops::Range;

/// Keeps of overlapping matches in one lane the longest, then the leftmost, then the first given;
/// at the very same place all of them, where they may `share` it (one word may be a cue of two
/// roles).
pub(super) fn longest<T>(
    mut all: Vec<T>,
    place: impl Fn(&T) -> (u32, Range<u32>),
    share: Share,
) -> Vec<T> {
    all.sort_by_key(|found| {
        let (_, tokens) = place(found);
        (std::cmp::Reverse(tokens.len()), tokens.start)
    });
    let mut taken: FxHashMap<(u32, u32), Range<u32>> = FxHashMap::default();
    all.retain(|found| {
        let (lane, tokens) = place(found);
        let fits = tokens.clone().all(|token| match taken.get(&(lane, token)) {
            None => true,
            Some(other) => share == Share::SamePlace && *other == tokens,
        });
        if fits {
            taken.extend(tokens.clone().map(|token| ((lane, token), tokens.clone())));
        }
        fits
    });
    all
}

/// Whether two matches may stand at the very same place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Share {
    SamePlace,
    Nothing,
}
