//! Which articles take over another's text, wholly or in part: word 4-grams in common.

use super::clocks::Clocks;
use super::outline::GRAM_WORDS;
use super::timeline::Timeline;
use super::{Copy, Direction, Witness};
use crate::corpus::ArticleIx;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// Least length, in words, of a passage that is shared word for word by no chance.
const PASSAGE_WORDS: usize = 8;

/// Least overlap of two texts that only share such a passage. Below it the shared words are mostly
/// titles of offices and standing sentences; above it, mostly a paragraph of the wire.
const LEAST_PART: f64 = 0.15;

/// As many 4-grams in a row.
const PASSAGE_GRAMS: usize = PASSAGE_WORDS - GRAM_WORDS + 1;

/// A mark in more articles of the window than this is a formula of the trade or of an outlet
/// (a credit, a court's title), or a text that all have: it pairs an article with its nearest
/// neighbours in time only.
const COMMON_MARK: usize = 50;

/// A mark in more articles than this, and in more than there are outlets, is no passage taken over
/// but a phrase of the beat (an office's full title, a standing background sentence): each outlet
/// prints a wire text about once. The number of outlets on the labelled day.
const FORMULA_MARK: usize = 12;

/// So many of them.
const NEAREST: usize = 4;

/// The pairs of articles with shared text, sorted, and for each article the witness it is
/// collapsed to: the earliest of its copies, but an agency's text, of which the others are made,
/// whenever it was stamped.
pub(super) fn find(
    witnesses: &[Witness],
    timeline: &Timeline,
    least: f64,
    clocks: &Clocks,
) -> (Vec<Copy>, Vec<ArticleIx>) {
    let texts: Vec<&[u32]> = timeline
        .articles
        .iter()
        .map(|article| &*witnesses[*article as usize].outline.grams)
        .collect();
    let sources = witnesses.iter().map(|w| w.source).collect::<BTreeSet<_>>();
    let marks = Marks::new(&texts, FORMULA_MARK.max(sources.len()));
    let places: Vec<usize> = (0..texts.len()).collect();
    let found: Vec<Vec<(u32, u32, Shared)>> = places
        .par_iter()
        .map(|place| shared_with_earlier(*place, &texts, &marks, timeline))
        .collect();
    let mut first: Vec<u32> = (0..texts.len() as u32).collect();
    let mut copies = Vec::new();
    let article = |place: u32| ArticleIx(timeline.articles[place as usize]);
    let is_agency = |place: u32| witnesses[article(place).at()].is_agency;
    for (later, earlier, shared) in found.into_iter().flatten() {
        let (copy, of) = match is_agency(later) && !is_agency(earlier) {
            true => (earlier, later),
            false => (later, earlier),
        };
        if shared.overlap >= least {
            join(&mut first, later, earlier);
        } else if shared.overlap < LEAST_PART || shared.passage < PASSAGE_GRAMS {
            continue;
        }
        copies.push(Copy {
            article: article(copy),
            of: article(of),
            overlap: shared.overlap,
            direction: match is_agency(later) != is_agency(earlier) {
                true => Some(Direction::Agency),
                false => clocks
                    .tell_first(witnesses, timeline, (earlier as usize, later as usize))
                    .then_some(Direction::Date),
            },
        });
    }
    copies.sort_by_key(|copy| (copy.article, copy.of));
    let mut origin: Vec<u32> = (0..texts.len() as u32).collect();
    for place in (0..texts.len() as u32).rev().filter(|at| is_agency(*at)) {
        origin[root(&mut first, place) as usize] = place;
    }
    let mut witness = vec![ArticleIx(0); texts.len()];
    for place in 0..texts.len() as u32 {
        let of = origin[root(&mut first, place) as usize];
        witness[article(place).at()] = article(of);
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
    let window = timeline.before(place);
    let mut candidates = marks.candidates(texts[place], window.start as u32..window.end as u32);
    candidates.retain(|other| timeline.near(*other as usize, place));
    if candidates.is_empty() {
        return Vec::new();
    }
    let mut own = OwnGrams::new(texts[place]);
    candidates
        .into_iter()
        .map(|other| {
            (
                place as u32,
                other,
                own.shared(texts[other as usize], marks),
            )
        })
        .collect()
}

/// The 4-grams of one text, to be compared with several others.
struct OwnGrams {
    /// For each 4-gram the last comparison in which it was met.
    met: FxHashMap<u32, u32>,
    comparisons: u32,
}

impl OwnGrams {
    fn new(text: &[u32]) -> Self {
        OwnGrams {
            met: text.iter().map(|gram| (*gram, 0)).collect(),
            comparisons: 0,
        }
    }

    fn shared(&mut self, other: &[u32], marks: &Marks) -> Shared {
        self.comparisons += 1;
        let (mut common, mut repeated) = (0, 0);
        let (mut run, mut passage) = (0, 0);
        for gram in other {
            let Some(met) = self.met.get_mut(gram) else {
                run = 0;
                continue;
            };
            match std::mem::replace(met, self.comparisons) == self.comparisons {
                true => repeated += 1,
                false => common += 1,
            }
            run = if marks.is_formula(*gram) { 0 } else { run + 1 };
            passage = passage.max(run);
        }
        let shorter = self.met.len().min(other.len() - repeated).max(1);
        Shared {
            overlap: f64::from(common) / shorter as f64,
            passage,
        }
    }
}

/// A sample of the 4-grams of all texts, and where each occurs.
///
/// The least 4-gram of every five in a row is marked, so that two texts that share eight words in
/// a row share a mark. Source: winnowing, Schleimer, Wilkerson & Aiken (2003), *Local Algorithms
/// for Document Fingerprinting*.
struct Marks {
    /// Where in `places` those of a mark are; marks of one text alone are left out.
    ranges: FxHashMap<u32, (u32, u32)>,
    places: Vec<u32>,
    /// A mark of more texts is a formula.
    formula: usize,
}

impl Marks {
    fn new(texts: &[&[u32]], formula: usize) -> Self {
        let mut all: Vec<(u32, u32)> = (0..texts.len() as u32)
            .into_par_iter()
            .flat_map_iter(|place| {
                let marks = marks_of(texts[place as usize]).into_iter();
                marks.map(move |mark| (mark, place))
            })
            .collect();
        all.par_sort_unstable();
        let mut ranges = FxHashMap::default();
        let mut places = Vec::new();
        for of_one in all.chunk_by(|a, b| a.0 == b.0).filter(|of| of.len() > 1) {
            let start = places.len() as u32;
            places.extend(of_one.iter().map(|(_, place)| *place));
            ranges.insert(of_one[0].0, (start, places.len() as u32));
        }
        Marks {
            ranges,
            places,
            formula,
        }
    }

    fn of(&self, mark: u32) -> &[u32] {
        let (start, end) = self.ranges.get(&mark).copied().unwrap_or_default();
        &self.places[start as usize..end as usize]
    }

    fn is_formula(&self, gram: u32) -> bool {
        self.of(gram).len() > self.formula
    }

    /// The places within a window that share a mark with a text, sorted.
    fn candidates(&self, text: &[u32], window: std::ops::Range<u32>) -> Vec<u32> {
        let mut found = Vec::new();
        for mark in marks_of(text) {
            let places = self.of(mark);
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
