//! How much each word of an article weighs: the rarer in the articles of the same days, the more.

use super::Witness;
use super::outline::Word;
use super::timeline::Timeline;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A word of an article with its weights. The squares of each kind of weight add up to 1 over an
/// article (0 where it has no such words).
#[derive(Clone, Copy, Debug)]
pub(super) struct Weight {
    /// The word: an index into the vocabulary.
    pub word: u32,
    /// Among the words of the title.
    pub title: f32,
    /// Among all words, the first ones counting most. Rarity counts by its root, so that one very
    /// rare word (a misprint, a reporter's name) does not decide alone.
    pub all: f32,
    /// Its share of what title and lead say, by rarity; these add up to 1.
    pub share: f32,
}

/// The weighed words of all articles, by place in the timeline.
pub(super) struct Weights {
    /// Size of the vocabulary.
    pub vocabulary: usize,
    /// Words of each place, sorted by word.
    pub of: Vec<Box<[Weight]>>,
}

/// Weighs the words of all articles.
pub(super) fn weigh(witnesses: &[Witness], timeline: &Timeline) -> Weights {
    let outlines: Vec<&[Word]> = timeline
        .articles
        .iter()
        .map(|article| &*witnesses[*article as usize].outline.words)
        .collect();
    let (vocabulary, words) = numbered(&outlines);
    let rarities = rarities(&words, vocabulary, timeline);
    let of = outlines
        .par_iter()
        .zip(words)
        .zip(rarities)
        .map(|((outline, words), rarities)| weights(outline, &words, &rarities))
        .collect();
    Weights { vocabulary, of }
}

/// The size of the vocabulary, and the words of each outline as indices into it.
fn numbered(outlines: &[&[Word]]) -> (usize, Vec<Box<[u32]>>) {
    let mut index: FxHashMap<u32, u32> = FxHashMap::default();
    let words = outlines
        .iter()
        .map(|outline| {
            outline
                .iter()
                .map(|word| {
                    let next = index.len() as u32;
                    *index.entry(word.stem).or_insert(next)
                })
                .collect()
        })
        .collect();
    (index.len(), words)
}

/// How rare each word of each article is: ln(articles in its window / those that have the word).
///
/// Counted in the window and not in the whole archive, so that an event is found alike in two days
/// and in two years of news.
fn rarities(words: &[Box<[u32]>], vocabulary: usize, timeline: &Timeline) -> Vec<Box<[f32]>> {
    let mut counts = Counts {
        of: vec![0; vocabulary],
        counted: 0..0,
    };
    (0..timeline.len())
        .map(|place| {
            counts.move_to(timeline.judging(place), words);
            let size = counts.counted.len() as f32;
            words[place]
                .iter()
                .map(|word| (1.0 + size / counts.of[*word as usize] as f32).ln())
                .collect()
        })
        .collect()
}

/// How many articles of a range of places have each word.
struct Counts {
    of: Vec<u32>,
    counted: Range<usize>,
}

impl Counts {
    /// Counts another range, touching only the places in which the two differ.
    fn move_to(&mut self, window: Range<usize>, words: &[Box<[u32]>]) {
        let old = std::mem::replace(&mut self.counted, window.clone());
        for place in outside(&old, &window) {
            words[place].iter().for_each(|w| self.of[*w as usize] -= 1);
        }
        for place in outside(&window, &old) {
            words[place].iter().for_each(|w| self.of[*w as usize] += 1);
        }
    }
}

/// The places of one range that are not in another.
fn outside(range: &Range<usize>, other: &Range<usize>) -> impl Iterator<Item = usize> + use<> {
    let before = range.start..range.end.min(other.start);
    let after = range.start.max(other.end).max(before.end)..range.end;
    before.chain(after)
}

fn weights(outline: &[Word], words: &[u32], rarities: &[f32]) -> Box<[Weight]> {
    let mut weights: Vec<Weight> = outline
        .iter()
        .zip(words)
        .zip(rarities)
        .map(|((counted, word), rarity)| Weight {
            word: *word,
            title: f32::from(counted.in_title) * rarity,
            all: (1.0 + counted.depth).ln() * rarity.sqrt(),
            share: f32::from(counted.in_top) * rarity,
        })
        .collect();
    let length = |kind: fn(&Weight) -> f32| {
        let squares: f32 = weights.iter().map(|w| kind(w) * kind(w)).sum();
        squares.sqrt().max(f32::MIN_POSITIVE)
    };
    let (title, all) = (length(|w| w.title), length(|w| w.all));
    let total: f32 = weights.iter().map(|w| w.share).sum();
    for weight in &mut weights {
        weight.title /= title;
        weight.all /= all;
        weight.share /= total.max(f32::MIN_POSITIVE);
    }
    weights.sort_unstable_by_key(|weight| weight.word);
    weights.into_boxed_slice()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moving_the_counts_touches_just_the_difference() {
        for (from, to, gone, new) in [
            (0..3, 1..5, vec![0], vec![3, 4]),
            (2..4, 0..6, vec![], vec![0, 1, 4, 5]),
            (0..2, 7..9, vec![0, 1], vec![7, 8]),
            (0..6, 2..3, vec![0, 1, 3, 4, 5], vec![]),
            (5..7, 1..3, vec![5, 6], vec![1, 2]),
            (0..0, 0..2, vec![], vec![0, 1]),
        ] {
            assert_eq!(
                outside(&from, &to).collect::<Vec<_>>(),
                gone,
                "{from:?} {to:?}"
            );
            assert_eq!(
                outside(&to, &from).collect::<Vec<_>>(),
                new,
                "{from:?} {to:?}"
            );
        }
    }
}
