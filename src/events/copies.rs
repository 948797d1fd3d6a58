//! Which articles take over another's text, wholly or in part: word 4-grams in common.

use super::outline::GRAM_WORDS;
use super::timeline::Timeline;
use super::{Copy, Witness};
use crate::corpus::ArticleIx;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// Least length, in words, of a passage that is shared word for word by no chance.
const PASSAGE_WORDS: usize = 8;

/// As many 4-grams in a row.
const PASSAGE_GRAMS: usize = PASSAGE_WORDS - GRAM_WORDS + 1;

/// A mark in more articles of the window than this is a formula of the trade or of an outlet
/// (a credit, a court's title), or a text that all have: it pairs an article with its nearest
/// neighbours in time only.
const COMMON_MARK: usize = 50;

/// So many of them.
const NEAREST: usize = 4;

/// The pairs of articles with shared text, sorted, and for each article the witness it is
/// collapsed to.
pub(super) fn find(
    witnesses: &[Witness],
    timeline: &Timeline,
    least: f64,
) -> (Vec<Copy>, Vec<ArticleIx>) {
    let texts: Vec<&[u32]> = timeline
        .articles
        .iter()
        .map(|article| &*witnesses[*article as usize].outline.grams)
        .collect();
    let marks = Marks::new(&texts);
    let places: Vec<usize> = (0..texts.len()).collect();
    let found: Vec<Vec<(u32, u32, Shared)>> = places
        .par_iter()
        .map(|place| shared_with_earlier(*place, &texts, &marks, timeline))
        .collect();
    let mut first: Vec<u32> = (0..texts.len() as u32).collect();
    let mut copies = Vec::new();
    let article = |place: u32| ArticleIx(timeline.articles[place as usize]);
    for (later, earlier, shared) in found.into_iter().flatten() {
        if shared.overlap >= least {
            join(&mut first, later, earlier);
        } else if shared.passage < PASSAGE_GRAMS {
            continue;
        }
        copies.push(Copy {
            article: article(later),
            of: article(earlier),
            overlap: shared.overlap,
        });
    }
    copies.sort_by_key(|copy| (copy.article, copy.of));
    let mut witness = vec![ArticleIx(0); texts.len()];
    for place in 0..texts.len() as u32 {
        witness[article(place).at()] = article(root(&mut first, place));
    }
    (copies, witness)
}

/// What two texts share.
struct Shared {
    /// Share of the shorter one's different 4-grams that the other has too.
    overlap: f64,
    /// The longest run of rare 4-grams in common, in 4-grams.
    passage: usize,
}

fn shared_with_earlier(
    place: usize,
    texts: &[&[u32]],
    marks: &Marks,
    timeline: &Timeline,
) -> Vec<(u32, u32, Shared)> {
    let own: FxHashSet<u32> = texts[place].iter().copied().collect();
    let window = timeline.before(place);
    let candidates = marks.candidates(texts[place], window.start as u32..window.end as u32);
    candidates
        .into_iter()
        .filter(|other| timeline.near(*other as usize, place))
        .map(|other| {
            let shared = shared(&own, texts[other as usize], marks);
            (place as u32, other, shared)
        })
        .collect()
}

fn shared(own: &FxHashSet<u32>, other: &[u32], marks: &Marks) -> Shared {
    let mut common: FxHashSet<u32> = FxHashSet::default();
    let mut different: FxHashSet<u32> = FxHashSet::default();
    let (mut run, mut passage) = (0, 0);
    for gram in other {
        different.insert(*gram);
        if own.contains(gram) {
            common.insert(*gram);
            run += usize::from(!marks.is_common(*gram));
        } else {
            run = 0;
        }
        passage = passage.max(run);
    }
    let shorter = own.len().min(different.len()).max(1);
    Shared {
        overlap: common.len() as f64 / shorter as f64,
        passage,
    }
}

/// A sample of the 4-grams of all texts, and where each occurs.
///
/// The least 4-gram of every five in a row is marked, so that two texts that share eight words in
/// a row share a mark. Source: winnowing, Schleimer, Wilkerson & Aiken (2003), *Local Algorithms
/// for Document Fingerprinting*.
struct Marks {
    places: FxHashMap<u32, Vec<u32>>,
}

impl Marks {
    fn new(texts: &[&[u32]]) -> Self {
        let mut places: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for (place, text) in (0..).zip(texts) {
            for mark in marks_of(text) {
                places.entry(mark).or_default().push(place);
            }
        }
        places.retain(|_, places| places.len() > 1);
        Marks { places }
    }

    fn is_common(&self, gram: u32) -> bool {
        self.places
            .get(&gram)
            .is_some_and(|places| places.len() > COMMON_MARK)
    }

    /// The places within a window that share a mark with a text, sorted.
    fn candidates(&self, text: &[u32], window: std::ops::Range<u32>) -> Vec<u32> {
        let mut found = Vec::new();
        for mark in marks_of(text) {
            let Some(places) = self.places.get(&mark) else {
                continue;
            };
            let from = places.partition_point(|place| *place < window.start);
            let until = places.partition_point(|place| *place < window.end);
            let inside = &places[from..until];
            let skip = match inside.len() {
                many if many > COMMON_MARK => many - NEAREST,
                _ => 0,
            };
            found.extend_from_slice(&inside[skip..]);
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// The different marks of a text.
fn marks_of(text: &[u32]) -> Vec<u32> {
    let width = PASSAGE_GRAMS.min(text.len()).max(1);
    let mut marks: Vec<u32> = text
        .windows(width)
        .filter_map(|grams| grams.iter().min().copied())
        .collect();
    marks.sort_unstable();
    marks.dedup();
    marks
}

/// The earliest place of those that are joined with this one.
fn root(first: &mut [u32], mut place: u32) -> u32 {
    while first[place as usize] != place {
        let above = first[first[place as usize] as usize];
        first[place as usize] = above;
        place = above;
    }
    place
}

fn join(first: &mut [u32], a: u32, b: u32) {
    let (a, b) = (root(first, a), root(first, b));
    first[a.max(b) as usize] = a.min(b);
}
