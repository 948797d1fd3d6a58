//! How much each word of an article weighs: the rarer in the articles of the same days, the more.

use super::outline::{OutlineWord, Standing};
use super::timeline::Timeline;
use super::{Stem, Witness};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Where in its article a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Prominence {
    /// In the title.
    Title,
    /// In the lead and not in the title.
    Lead,
    /// Below.
    Below,
}

/// A word of an article and what it weighs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weight {
    /// The word: an index into the vocabulary.
    pub word: u32,
    /// Where it stands first.
    pub place: Prominence,
    /// How it stands.
    pub stands: Standing,
    /// How rare it is: ln(1 + articles of these days / those that have the word).
    pub rarity: f32,
    /// Its weight among all words, the first ones counting most; the squares add up to 1 over an
    /// article. Rarity counts by its root, so that one very rare word (a misprint, a reporter's
    /// name) does not decide alone.
    pub all: f32,
}

/// The weighed words of one article.
pub(super) struct WeighedArticle {
    /// Its words, sorted by index.
    pub words: Box<[Weight]>,
    /// Its skeletons, by their number, each with what its words weigh together; the squares add up
    /// to 1.
    pub skeletons: Box<[(u32, f32)]>,
    /// Root of the sum of the squared rarities of its title (never 0).
    pub title: f32,
    /// Sum of the rarities of its title and lead (never 0).
    pub top: f32,
    /// Rarity from which one of its words is rare.
    pub rare: f32,
}

/// The weighed words of all articles, by place in the timeline.
pub(super) struct Weights {
    /// For each word of the vocabulary the number that stands for its stem.
    pub stems: Vec<u32>,
    /// Words of each place.
    pub of: Vec<WeighedArticle>,
    /// How many different skeletons there are.
    pub skeletons: usize,
}

/// A word is rare that no more than this share of the articles of these days have.
pub(super) const RARE_SHARE: f32 = 0.02;

/// Nor is one common that so few articles have: in a handful of them every word is in many.
pub(super) const RARE_LEAST: f32 = 50.0;

impl Weights {
    /// The rare words that two places share, the rarest first, ties by number.
    pub(crate) fn rare_in_both(&self, a: usize, b: usize) -> Box<[Stem]> {
        let [a, b] = [&self.of[a], &self.of[b]];
        let mut others = b.words.iter().peekable();
        let mut shared: Vec<(f32, Stem)> = Vec::new();
        for own in &a.words {
            while others.next_if(|other| other.word < own.word).is_some() {}
            let same = others.next_if(|other| other.word == own.word);
            if same.is_some_and(|other| own.rarity >= a.rare && other.rarity >= b.rare) {
                shared.push((own.rarity, Stem(self.stems[own.word as usize])));
            }
        }
        shared.sort_unstable_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        shared.into_iter().map(|(_, stem)| stem).collect()
    }
}

/// Weighs the words of all articles.
pub(super) fn weigh(witnesses: &[Witness], timeline: &Timeline) -> Weights {
    let outlines: Vec<&[OutlineWord]> = timeline
        .articles
        .iter()
        .map(|article| &*witnesses[*article as usize].outline.words)
        .collect();
    let (stems, words) = numbered(&outlines);
    let (skeleton_of, skeletons) = skeletons(&outlines, &words, stems.len());
    let rarities = rarities(&words, stems.len(), timeline);
    let of = outlines
        .par_iter()
        .zip(words)
        .zip(rarities)
        .enumerate()
        .map(|(place, ((outline, words), rarities))| {
            let size = timeline.judging(place).len() as f32;
            let most = (size * RARE_SHARE).max(RARE_LEAST);
            let weighed = weighed(outline, &words, &rarities);
            WeighedArticle {
                rare: rarity(size, most),
                skeletons: joined(&weighed.words, &skeleton_of),
                ..weighed
            }
        })
        .collect();
    Weights {
        stems,
        of,
        skeletons,
    }
}

/// The skeleton of each word of the vocabulary, numbered, and how many there are.
fn skeletons(
    outlines: &[&[OutlineWord]],
    words: &[Box<[u32]>],
    vocabulary: usize,
) -> (Vec<u32>, usize) {
    let mut index: FxHashMap<u32, u32> = FxHashMap::default();
    let mut of = vec![u32::MAX; vocabulary];
    for (outline, words) in outlines.iter().zip(words) {
        for (counted, word) in outline.iter().zip(words) {
            let of = &mut of[*word as usize];
            if *of == u32::MAX {
                let next = index.len() as u32;
                *of = *index.entry(counted.skeleton).or_insert(next);
            }
        }
    }
    (of, index.len())
}

/// What the words of each skeleton weigh together.
fn joined(words: &[Weight], skeleton_of: &[u32]) -> Box<[(u32, f32)]> {
    let of = |weight: &Weight| (skeleton_of[weight.word as usize], weight.all);
    let mut each: Vec<(u32, f32)> = words.iter().map(of).collect();
    each.sort_by_key(|(skeleton, _)| *skeleton);
    each.dedup_by(|next, kept| {
        let is_same = next.0 == kept.0;
        kept.1 += if is_same { next.1 } else { 0.0 };
        is_same
    });
    let squares: f32 = each.iter().map(|(_, weight)| weight * weight).sum();
    let length = squares.sqrt().max(f32::MIN_POSITIVE);
    each.iter()
        .map(|(of, weight)| (*of, weight / length))
        .collect()
}

/// The vocabulary, and the words of each outline as indices into it.
fn numbered(outlines: &[&[OutlineWord]]) -> (Vec<u32>, Vec<Box<[u32]>>) {
    let mut index: FxHashMap<u32, u32> = FxHashMap::default();
    let mut stems = Vec::new();
    let mut number = |word: &OutlineWord| {
        *index.entry(word.stem).or_insert_with(|| {
            stems.push(word.stem);
            stems.len() as u32 - 1
        })
    };
    let words = outlines
        .iter()
        .map(|outline| outline.iter().map(&mut number).collect())
        .collect();
    (stems, words)
}

/// How rare each word of each article is: ln(articles in its window / those that have the word).
///
/// Counted in the window and not in the whole archive, so that an event is found alike in two days
/// and in two years of news.
fn rarities(words: &[Box<[u32]>], vocabulary: usize, timeline: &Timeline) -> Vec<Box<[f32]>> {
    let mut counts = ArticleCounts {
        of: vec![0; vocabulary],
        counted: 0..0,
    };
    (0..timeline.len())
        .map(|place| {
            counts.move_to(timeline.judging(place), words);
            let size = counts.counted.len() as f32;
            words[place]
                .iter()
                .map(|word| rarity(size, counts.of[*word as usize] as f32))
                .collect()
        })
        .collect()
}

/// ln(1 + articles / those that have the word), above 0.
fn rarity(articles: f32, having: f32) -> f32 {
    (1.0 + articles / having).ln()
}

/// How many articles of a range of places have each word.
struct ArticleCounts {
    of: Vec<u32>,
    counted: Range<usize>,
}

impl ArticleCounts {
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

fn weighed(outline: &[OutlineWord], words: &[u32], rarities: &[f32]) -> WeighedArticle {
    let (mut title, mut top) = (0.0, 0.0);
    let weigh = |((counted, word), rarity): ((&OutlineWord, &u32), &f32)| {
        let place = match (counted.in_title, counted.in_top) {
            (true, _) => Prominence::Title,
            (false, true) => Prominence::Lead,
            (false, false) => Prominence::Below,
        };
        title += f32::from(counted.in_title) * rarity * rarity;
        top += f32::from(counted.in_top) * rarity;
        Weight {
            word: *word,
            place,
            stands: counted.stands,
            rarity: *rarity,
            all: (1.0 + counted.depth).ln() * rarity.sqrt(),
        }
    };
    let mut words: Box<[Weight]> = outline.iter().zip(words).zip(rarities).map(weigh).collect();
    let squares: f32 = words.iter().map(|w| w.all * w.all).sum();
    let length = squares.sqrt().max(f32::MIN_POSITIVE);
    for weight in &mut words {
        weight.all /= length;
    }
    words.sort_unstable_by_key(|weight| weight.word);
    WeighedArticle {
        words,
        skeletons: Box::default(),
        title: title.sqrt().max(f32::MIN_POSITIVE),
        top: top.max(f32::MIN_POSITIVE),
        rare: f32::INFINITY,
    }
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
