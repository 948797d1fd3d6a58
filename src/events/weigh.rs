//! How much each word of an article weighs: the rarer in the articles of the same days, the more.

use super::Witness;
use super::outline::Word;
use super::timeline::Timeline;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// Exponent of the inverse document frequency. Below 1, so that one very rare word (a misprint, a
/// reporter's name) does not decide alone.
const RARITY_POWER: f32 = 0.7;

/// A word of an article with its weights. The squares of each kind of weight add up to 1 over an
/// article (0 where it has no such words).
#[derive(Clone, Copy, Debug)]
pub(super) struct Weight {
    /// The word: an index into the vocabulary.
    pub word: u32,
    /// Among the words of the title.
    pub title: f32,
    /// Among the words of title and lead.
    pub top: f32,
    /// Among all words, the first ones counting most.
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
    let mut counts = vec![0_u32; vocabulary];
    let mut counted = 0..0;
    (0..timeline.len())
        .map(|place| {
            let window = timeline.judging(place);
            // The windows of undated articles are everything: they come last, and both ends of
            // the others only move on.
            if window.start < counted.start {
                words[window.start..counted.start]
                    .iter()
                    .for_each(|w| add(&mut counts, w));
            }
            words[counted.end..window.end]
                .iter()
                .for_each(|w| add(&mut counts, w));
            for gone in &words[counted.start..window.start.max(counted.start)] {
                gone.iter().for_each(|word| counts[*word as usize] -= 1);
            }
            counted = window;
            let size = counted.len() as f32;
            words[place]
                .iter()
                .map(|word| (1.0 + size / counts[*word as usize] as f32).ln())
                .collect()
        })
        .collect()
}

fn add(counts: &mut [u32], words: &[u32]) {
    words.iter().for_each(|word| counts[*word as usize] += 1);
}

fn weights(outline: &[Word], words: &[u32], rarities: &[f32]) -> Box<[Weight]> {
    let mut weights: Vec<Weight> = outline
        .iter()
        .zip(words)
        .zip(rarities)
        .map(|((counted, word), rarity)| Weight {
            word: *word,
            title: f32::from(counted.title.min(1)) * rarity,
            top: damped(f32::from(counted.top)) * rarity,
            all: (1.0 + counted.depth).ln() * rarity.powf(RARITY_POWER),
            share: f32::from(counted.top.min(1)) * rarity,
        })
        .collect();
    let length = |kind: fn(&Weight) -> f32| {
        let squares: f32 = weights.iter().map(|w| kind(w) * kind(w)).sum();
        squares.sqrt().max(f32::MIN_POSITIVE)
    };
    let (title, top, all) = (length(|w| w.title), length(|w| w.top), length(|w| w.all));
    let total: f32 = weights.iter().map(|w| w.share).sum();
    for weight in &mut weights {
        weight.title /= title;
        weight.top /= top;
        weight.all /= all;
        weight.share /= total.max(f32::MIN_POSITIVE);
    }
    weights.sort_unstable_by_key(|weight| weight.word);
    weights.into_boxed_slice()
}

/// A word said ten times does not say ten times as much: 1 + ln n, 0 for 0.
fn damped(count: f32) -> f32 {
    if count > 0.0 { 1.0 + count.ln() } else { 0.0 }
}
