//! Which articles are alike enough to be compared, and how alike they are. Articles are looked up
//! by the rare words they share, within the window: never all pairs.

use super::similarity::sparseness;
use super::timeline::Timeline;
use super::weigh::{Weight, Weights};
use rayon::prelude::*;

/// A word in more articles of the window than this share of them finds no candidates: what only
/// common words say is not enough to compare two articles.
const RARE_SHARE: f32 = 0.02;

/// Bounds of that number of articles: in a handful of articles every word is in many of them, and
/// in the largest archive the work for an article must stay the same.
const RARE_LEAST: f32 = 50.0;
const RARE_MOST: f32 = 400.0;

/// An article is compared in full with no more than so many others, those with which it shares the
/// most. Ten times the largest event of the labelled Egyptian day.
const MOST_CANDIDATES: usize = 150;

/// Least likeness of content of two articles that is kept; below it even the largest events of
/// the labelled day have hardly a pair. Less where the window holds fewer articles.
const LEAST_CONTENT: f32 = 0.08;

/// How much title, title and lead, all words, and the overlap of title and lead count in the
/// likeness of two articles.
const PARTS: [f32; 4] = [0.15, 0.25, 0.4, 0.2];

/// Two articles of which the first stands earlier in the timeline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    /// The places of the two articles, the lower first.
    pub places: (u32, u32),
    /// Likeness of content, 0 … 1.
    pub content: f32,
}

/// All pairs of articles that are somewhat alike, sorted by their places.
pub(super) fn pairs(
    timeline: &Timeline,
    weights: &Weights,
    tick: &(dyn Fn(u64) + Sync),
) -> Vec<Pair> {
    let index = Index::new(weights);
    let places: Vec<usize> = (0..timeline.len()).collect();
    let found: Vec<Vec<Pair>> = places
        .par_iter()
        .map_init(
            || Sums::new(timeline.len()),
            |sums, place| {
                let pairs = pairs_of(*place, timeline, weights, &index, sums);
                tick(1);
                pairs
            },
        )
        .collect();
    let mut pairs: Vec<Pair> = found.into_iter().flatten().collect();
    pairs.sort_unstable_by_key(|pair| pair.places);
    pairs
}

fn pairs_of(
    place: usize,
    timeline: &Timeline,
    weights: &Weights,
    index: &Index,
    sums: &mut Sums,
) -> Vec<Pair> {
    let own = &weights.of[place];
    let window = timeline.before(place);
    let size = timeline.around(place).len() as f32;
    let rare = (size * RARE_SHARE).clamp(RARE_LEAST, RARE_MOST) as usize;
    for weight in own {
        let others = index.within(weight.word, window.start as u32..window.end as u32);
        if others.len() > rare {
            continue;
        }
        for (other, all) in others {
            sums.add(*other, weight.all * all);
        }
    }
    sums.take_largest(MOST_CANDIDATES)
        .into_iter()
        .filter(|other| timeline.near(*other as usize, place))
        .map(|other| Pair {
            places: (other, place as u32),
            content: content(&weights.of[other as usize], own),
        })
        .filter(|pair| pair.content >= LEAST_CONTENT / sparseness(timeline, place))
        .collect()
}

/// Likeness of what two articles say, 0 … 1: cosines of their titles, of title and lead, of all
/// words, and the share of the shorter one's title and lead that the other has too.
pub(super) fn content(a: &[Weight], b: &[Weight]) -> f32 {
    let mut sums = [0.0; 5];
    let mut b = b.iter().peekable();
    for x in a {
        while b.next_if(|y| y.word < x.word).is_some() {}
        let Some(y) = b.next_if(|y| y.word == x.word) else {
            continue;
        };
        sums[0] += x.title * y.title;
        sums[1] += x.top * y.top;
        sums[2] += x.all * y.all;
        if x.share > 0.0 && y.share > 0.0 {
            sums[3] += x.share;
            sums[4] += y.share;
        }
    }
    let [title, top, all, share_a, share_b] = sums;
    let parts = [title, top, all, share_a.max(share_b)];
    parts.iter().zip(PARTS).map(|(p, weight)| p * weight).sum()
}

/// For each word the places that have it, in order, with its weight there.
struct Index {
    starts: Vec<usize>,
    postings: Vec<(u32, f32)>,
}

impl Index {
    fn new(weights: &Weights) -> Self {
        let mut starts = vec![0; weights.vocabulary + 1];
        for weight in weights.of.iter().flatten() {
            starts[weight.word as usize + 1] += 1;
        }
        for word in 0..weights.vocabulary {
            starts[word + 1] += starts[word];
        }
        let mut next = starts.clone();
        let mut postings = vec![(0, 0.0); starts[weights.vocabulary]];
        for (place, of) in weights.of.iter().enumerate() {
            for weight in of {
                let at = &mut next[weight.word as usize];
                postings[*at] = (place as u32, weight.all);
                *at += 1;
            }
        }
        Index { starts, postings }
    }

    fn within(&self, word: u32, places: std::ops::Range<u32>) -> &[(u32, f32)] {
        let word = word as usize;
        let all = &self.postings[self.starts[word]..self.starts[word + 1]];
        let from = all.partition_point(|(place, _)| *place < places.start);
        let until = all.partition_point(|(place, _)| *place < places.end);
        &all[from..until]
    }
}

/// A sum for each place, of which few are not zero.
struct Sums {
    sums: Vec<f32>,
    touched: Vec<u32>,
}

impl Sums {
    fn new(places: usize) -> Self {
        Sums {
            sums: vec![0.0; places],
            touched: Vec::new(),
        }
    }

    fn add(&mut self, place: u32, amount: f32) {
        let sum = &mut self.sums[place as usize];
        if *sum == 0.0 {
            self.touched.push(place);
        }
        *sum += amount;
    }

    /// The places with the largest sums, at most `most`, ties by place; all sums are zero after.
    fn take_largest(&mut self, most: usize) -> Vec<u32> {
        let sums = &self.sums;
        let order = |a: &u32, b: &u32| {
            let (x, y) = (sums[*a as usize], sums[*b as usize]);
            y.total_cmp(&x).then(a.cmp(b))
        };
        if self.touched.len() > most {
            self.touched.select_nth_unstable_by(most, order);
        }
        let largest = self.touched[..most.min(self.touched.len())].to_vec();
        for place in self.touched.drain(..) {
            self.sums[place as usize] = 0.0;
        }
        largest
    }
}
