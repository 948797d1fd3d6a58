//! How a number is hedged: *at least, more than, about, up to*.

use super::words::SentenceWords;
use crate::figures::Bound;
use crate::lexicon::figures::{FigureLimits, Sign};
use std::ops::Range;

/// The most words of a hedge.
const LONGEST: usize = 4;

/// How the number at some words is hedged, and where its hedge begins. `noun` is the place after its
/// noun.
pub(super) fn bound(words: &SentenceWords, number: &Range<usize>, noun: usize) -> (Bound, usize) {
    // ما يزيد على الـ30
    let is_parted = number.start > 0 && words.is(number.start - 1, Sign::The);
    let start = number.start - usize::from(is_parted);
    let least = start.saturating_sub(LONGEST);
    for at in least..start {
        let length = start - at;
        let is_before =
            |(_, words, is_behind): &(Bound, usize, bool)| *words == length && !is_behind;
        if words.touch(start - 1, start)
            && let Some((bound, ..)) = hedges(words, at).find(is_before)
        {
            return (bound, at);
        }
    }
    let after = [number.end, noun].into_iter();
    let mut after = after.filter(|at| *at < words.len() && words.touch(at - 1, *at));
    let after = after.find_map(|at| hedges(words, at).find(|(.., is_behind)| *is_behind));
    (
        after.map_or(Bound::Exact, |(bound, ..)| bound),
        number.start,
    )
}

/// The hedges that begin at a word, with their lengths, and whether they stand behind a number.
fn hedges<'w>(
    words: &'w SentenceWords,
    at: usize,
) -> impl Iterator<Item = (Bound, usize, bool)> + 'w {
    words.senses(at).iter().filter_map(|sense| {
        let bound = match sense.word.sign {
            Sign::AtLeast => Bound::AtLeast,
            Sign::AtMost => Bound::AtMost,
            Sign::About => Bound::About,
            _ => return None,
        };
        Some((bound, sense.words, sense.is(FigureLimits::BEHIND)))
    })
}
