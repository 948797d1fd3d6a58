//! Which articles are alike enough to be compared, and how alike they are. Articles are looked up
//! by the rare words they share, within the window: never all pairs.

use super::timeline::Timeline;
use super::weigh::{Prominence, RARE_LEAST, RARE_SHARE, WeighedArticle, Weight, Weights};
use rayon::prelude::*;

/// A word that is not rare finds no candidates: what only common words say is not enough to
/// compare two articles. Nor does one in more articles than this: in the largest archive the work
/// for an article must stay the same.
const RARE_MOST: f32 = 200.0;

/// An article is compared in full with no more than so many others, those with which it shares the
/// most. Ten times the largest event of the labelled Egyptian day.
const MOST_CANDIDATES: usize = 100;

/// Least cosine over rare words alone of two articles that are compared in full. Of the pairs that
/// this leaves out on the labelled day next to none is kept by [`LEAST_CONTENT`].
const LEAST_RARE: f32 = 0.04;

/// Least likeness of content of two articles that is kept; below it even the largest events of
/// the labelled day have hardly a pair. Less where the window holds fewer articles.
const LEAST_CONTENT: f32 = 0.08;

/// How much titles, all words, and the overlap of title and lead count in the likeness of two
/// articles. On the labelled day any shares near these do as well.
const PARTS: [f32; 3] = [0.15, 0.6, 0.25];

/// Two articles of which the first stands earlier in the timeline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Alike {
    /// The places of the two articles, the lower first.
    pub places: (u32, u32),
    /// Likeness of content, 0 … 1.
    pub content: f32,
    /// Cosine of the skeletons of all their words, 0 … 1.
    pub skeletons: f32,
}

/// All pairs of articles that are somewhat alike, sorted by their places.
pub(super) fn pairs(
    timeline: &Timeline,
    weights: &Weights,
    tick: &(dyn Fn(u64) + Sync),
) -> Vec<Alike> {
    let search = PairSearch {
        timeline,
        weights,
        index: Postings::new(weights),
    };
    let places: Vec<usize> = (0..timeline.len()).collect();
    let found: Vec<Vec<Alike>> = places
        .par_iter()
        .map_init(
            || {
                (
                    SparseSums::new(timeline.len()),
                    WordPlaces::new(weights.stems.len()),
                    vec![0.0; weights.skeletons],
                )
            },
            |(sums, slots, skeletons), place| {
                let mut pairs = search.pairs_of(*place, sums, slots);
                search.add_skeletons(*place, &mut pairs, skeletons);
                tick(1);
                pairs
            },
        )
        .collect();
    let mut pairs: Vec<Alike> = found.into_iter().flatten().collect();
    pairs.sort_unstable_by_key(|pair| pair.places);
    pairs
}

/// Why two articles were not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Apart {
    /// Too many hours lie between them.
    Far,
    /// Too little of what they say is alike.
    Unlike,
    /// They share hardly a rare word, or each shares more with a hundred others.
    NotMet,
}

/// How alike two articles are, whether they were compared or not, and why not; `pairs` are those
/// that were.
pub(super) fn between(
    timeline: &Timeline,
    weights: &Weights,
    pairs: &[Alike],
    (one, other): (u32, u32),
) -> (Alike, Option<Apart>) {
    let places = (one.min(other), one.max(other));
    if let Ok(at) = pairs.binary_search_by_key(&places, |pair| pair.places) {
        return (pairs[at], None);
    }
    let (first, last) = (places.0 as usize, places.1 as usize);
    let [earlier, later] = [first, last].map(|place| &weights.of[place]);
    let mut slots = WordPlaces::new(weights.stems.len());
    slots.hold(&later.words);
    let pair = Alike {
        places,
        content: content(later, &slots, earlier),
        skeletons: cosine(&earlier.skeletons, &later.skeletons),
    };
    let why = match pair.content >= LEAST_CONTENT / timeline.leniency(last) {
        _ if !timeline.near(first, last) => Apart::Far,
        false => Apart::Unlike,
        true => Apart::NotMet,
    };
    (pair, Some(why))
}

/// Cosine of two lists of numbers with weights, sorted by number.
fn cosine(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let of = |number: u32| b.binary_search_by_key(&number, |(of, _)| *of);
    let both = a
        .iter()
        .filter_map(|(number, weight)| Some(weight * b[of(*number).ok()?].1));
    both.sum()
}

/// Where pairs are looked for.
struct PairSearch<'a> {
    timeline: &'a Timeline,
    weights: &'a Weights,
    index: Postings,
}

impl PairSearch<'_> {
    /// The pairs of an article with earlier ones.
    fn pairs_of(&self, place: usize, sums: &mut SparseSums, slots: &mut WordPlaces) -> Vec<Alike> {
        let own = &self.weights.of[place];
        self.add_rare(place, sums);
        let least = LEAST_CONTENT / self.timeline.leniency(place);
        slots.hold(&own.words);
        let pairs = sums
            .take_largest(MOST_CANDIDATES, LEAST_RARE)
            .into_iter()
            .filter(|other| self.timeline.near(*other as usize, place))
            .map(|other| Alike {
                places: (other, place as u32),
                content: content(own, slots, &self.weights.of[other as usize]),
                skeletons: 0.0,
            })
            .filter(|pair| pair.content >= least)
            .collect();
        slots.release(&own.words);
        pairs
    }

    /// Sets how like the skeletons of an article are to those of each other it is paired with;
    /// `held` is zero before and after.
    fn add_skeletons(&self, place: usize, pairs: &mut [Alike], held: &mut [f32]) {
        let own = &self.weights.of[place].skeletons;
        for (skeleton, weight) in own {
            held[*skeleton as usize] = *weight;
        }
        for pair in pairs {
            let other = &self.weights.of[pair.places.0 as usize].skeletons;
            let both = other.iter().map(|(of, weight)| held[*of as usize] * weight);
            pair.skeletons = both.sum();
        }
        for (skeleton, _) in own {
            held[*skeleton as usize] = 0.0;
        }
    }

    /// Adds up what an article shares with each earlier one in rare words.
    fn add_rare(&self, place: usize, sums: &mut SparseSums) {
        let since = self.timeline.before(place).start as u32;
        let size = self.timeline.around(place).len() as f32;
        let rare = (size * RARE_SHARE).clamp(RARE_LEAST, RARE_MOST) as usize;
        let own = self.index.of(place).iter();
        for (weight, posting) in self.weights.of[place].words.iter().zip(own) {
            for (other, all) in self.index.before(weight.word, *posting, since, rare) {
                sums.add(*other, weight.all * all);
            }
        }
    }
}

/// Likeness of what two articles say, 0 … 1: cosines of their titles and of all their words, and
/// the share of one's title and lead that the other's has too (of the one that is more covered).
fn content(own: &WeighedArticle, slots: &WordPlaces, other: &WeighedArticle) -> f32 {
    let [mut title, mut all, mut own_top, mut other_top] = [0.0; 4];
    for y in &other.words {
        let Some(x) = slots.of(&own.words, y.word) else {
            continue;
        };
        all += x.all * y.all;
        if x.place == Prominence::Below || y.place == Prominence::Below {
            continue;
        }
        own_top += x.rarity;
        other_top += y.rarity;
        if x.place == Prominence::Title && y.place == Prominence::Title {
            title += x.rarity * y.rarity;
        }
    }
    let parts = [
        title / (own.title * other.title),
        all,
        f32::max(own_top / own.top, other_top / other.top),
    ];
    parts.iter().zip(PARTS).map(|(p, weight)| p * weight).sum()
}

/// Where in one article's words each word of the vocabulary stands, for many comparisons with it.
struct WordPlaces {
    /// Place of the word plus one; 0 where the article does not have it.
    of: Vec<u32>,
}

impl WordPlaces {
    fn new(vocabulary: usize) -> Self {
        WordPlaces {
            of: vec![0; vocabulary],
        }
    }

    fn hold(&mut self, words: &[Weight]) {
        for (slot, weight) in (1..).zip(words) {
            self.of[weight.word as usize] = slot;
        }
    }

    fn release(&mut self, words: &[Weight]) {
        for weight in words {
            self.of[weight.word as usize] = 0;
        }
    }

    fn of<'a>(&self, words: &'a [Weight], word: u32) -> Option<&'a Weight> {
        let slot = self.of[word as usize] as usize;
        words.get(slot.checked_sub(1)?)
    }
}

/// For each word the places that have it, in order, with its weight there.
struct Postings {
    starts: Vec<usize>,
    postings: Vec<(u32, f32)>,
    /// Where the postings of each place's words stand, place by place: looking for them by halves
    /// took two thirds of the time of the pairs.
    own: Vec<u32>,
    firsts: Vec<usize>,
}

impl Postings {
    fn new(weights: &Weights) -> Self {
        let vocabulary = weights.stems.len();
        let mut starts = vec![0; vocabulary + 1];
        for weight in weights.of.iter().flat_map(|weighed| &weighed.words) {
            starts[weight.word as usize + 1] += 1;
        }
        for word in 0..vocabulary {
            starts[word + 1] += starts[word];
        }
        let mut next = starts.clone();
        let mut postings = vec![(0, 0.0); starts[vocabulary]];
        let mut own = Vec::with_capacity(postings.len());
        let mut firsts = vec![0];
        for (place, of) in weights.of.iter().enumerate() {
            for weight in &of.words {
                let word = weight.word as usize;
                postings[next[word]] = (place as u32, weight.all);
                own.push((next[word] - starts[word]) as u32);
                next[word] += 1;
            }
            firsts.push(own.len());
        }
        Postings {
            starts,
            postings,
            own,
            firsts,
        }
    }

    /// For each word of a place where its posting stands among those of the word.
    fn of(&self, place: usize) -> &[u32] {
        &self.own[self.firsts[place]..self.firsts[place + 1]]
    }

    /// The postings of a word before one of them, from a place on; none where they are more than
    /// `most`.
    fn before(&self, word: u32, posting: u32, since: u32, most: usize) -> &[(u32, f32)] {
        let start = self.starts[word as usize];
        let earlier = &self.postings[start..start + posting as usize];
        let mut last = earlier.iter().rev();
        match last.clone().nth(most) {
            Some((place, _)) if *place >= since => &[],
            _ => {
                let count = last.position(|(place, _)| *place < since);
                &earlier[earlier.len() - count.unwrap_or(earlier.len())..]
            }
        }
    }
}

/// A sum for each place, of which few are not zero.
struct SparseSums {
    sums: Vec<f32>,
    touched: Vec<u32>,
}

impl SparseSums {
    fn new(places: usize) -> Self {
        SparseSums {
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

    /// The places with the largest sums, at most `most` and none below `least`, ties by place; all
    /// sums are zero after.
    fn take_largest(&mut self, most: usize, least: f32) -> Vec<u32> {
        let sums = &self.sums;
        let (mut large, small): (Vec<u32>, Vec<u32>) = self
            .touched
            .drain(..)
            .partition(|place| sums[*place as usize] >= least);
        let order = |a: &u32, b: &u32| {
            let (x, y) = (sums[*a as usize], sums[*b as usize]);
            y.total_cmp(&x).then(a.cmp(b))
        };
        if large.len() > most {
            large.select_nth_unstable_by(most, order);
        }
        for place in large.iter().chain(&small) {
            self.sums[*place as usize] = 0.0;
        }
        large.truncate(most);
        large
    }
}
