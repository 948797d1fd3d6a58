//! Slots: which words and phrases of a corpus stand where the entries of the lists stand.

mod lines;
mod units;
mod vectors;

pub use lines::{Item, Line, Lines, Stands};
pub use units::{MOST_WORDS, Unit, Units};

use super::keyness::{Counts, REPORT_PRIOR};
use crate::lexicon::{FrameIx, TermIx};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::ops::Range;
use vectors::{Vector, Weigher};

/// How many of the entries most like a unit are told.
const NEAREST: usize = 10;

/// What is known of a word or phrase.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The entries that stand in the most similar slots, with the cosine of their vectors and its
    /// (0…1), the most similar first.
    pub nearest: Vec<(TermIx, f64)>,
    /// The frame in whose sentences it stands more often than elsewhere, and the z of the
    /// log-odds ratio (see [`Counts::log_odds`]); absent where there is none.
    pub key: Option<(FrameIx, f64)>,
}

/// Slots of a corpus, ready to be compared.
pub struct Slots<'a> {
    lines: &'a Lines,
    weigher: Weigher<'a>,
    index: Index,
    sizes: FrameSizes,
}

impl<'a> Slots<'a> {
    /// Entries found at fewer than `least` places are compared with nothing, nor are those that
    /// `asked` leaves out.
    pub fn of(lines: &'a Lines, least: u32, asked: impl Fn(TermIx) -> bool) -> Self {
        let weigher = Weigher::of(lines);
        Slots {
            index: Index::of(lines, &weigher, least, asked),
            sizes: FrameSizes::of(lines),
            lines,
            weigher,
        }
    }

    /// What is known of the units that stand at `least` places where no entry finds them, by
    /// number; `None` for the others.
    pub fn standings(&self, units: &Units, places: &Places, least: u32) -> Vec<Option<Standing>> {
        let all = (0..units.list.len() as u32).into_par_iter();
        all.map_init(
            || self.index.room(),
            |room, unit| {
                let own = places.of_unit(unit);
                let length = units.list[unit as usize].words.len() as u32;
                (own.len() >= least as usize).then(|| self.standing(own, length, room))
            },
        )
        .collect()
    }

    /// The entries that stand in slots most like some places of a word.
    pub fn nearest(&self, places: &[u32]) -> Vec<(TermIx, f64)> {
        let vector = self.weigher.vector(places.iter().map(|at| *at..*at + 1));
        self.index.nearest(&vector, &mut self.index.room())
    }

    fn standing(&self, places: &[u32], length: u32, room: &mut [f32]) -> Standing {
        let vector = self
            .weigher
            .vector(places.iter().map(|at| *at..*at + length));
        Standing {
            nearest: self.index.nearest(&vector, room),
            key: self.sizes.key(self.lines, places),
        }
    }
}

/// Where each unit stands and no entry finds it whole.
pub struct Places {
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl Places {
    /// Of all units.
    pub fn of(lines: &Lines, units: &Units) -> Places {
        let mut starts = vec![0; units.list.len() + 1];
        let each = |tell: &mut dyn FnMut(u32, u32)| {
            for at in 0..lines.at.len() {
                for length in 1..=MOST_WORDS {
                    match units.at(lines, at, length) {
                        Some(_) if usize::from(lines.found[at]) >= length => {}
                        Some(unit) => tell(unit, at as u32),
                        None => break,
                    }
                }
            }
        };
        each(&mut |unit, _| starts[unit as usize + 1] += 1);
        for unit in 0..units.list.len() {
            starts[unit + 1] += starts[unit];
        }
        let mut next = starts.clone();
        let mut places = vec![0; *starts.last().unwrap_or(&0) as usize];
        each(&mut |unit, at| {
            let place = &mut next[unit as usize];
            places[*place as usize] = at;
            *place += 1;
        });
        Places { starts, places }
    }

    /// Of one, in order.
    pub fn of_unit(&self, unit: u32) -> &[u32] {
        let unit = unit as usize;
        &self.places[self.starts[unit] as usize..self.starts[unit + 1] as usize]
    }
}

/// The entries by the features of their vectors.
struct Index {
    terms: Vec<TermIx>,
    by_feature: Vec<Vec<(u32, f32)>>,
}

impl Index {
    fn of(lines: &Lines, weigher: &Weigher, least: u32, asked: impl Fn(TermIx) -> bool) -> Index {
        let mut places: BTreeMap<TermIx, Vec<Range<u32>>> = BTreeMap::new();
        for (place, term) in &lines.mentions {
            places.entry(*term).or_default().push(place.clone());
        }
        places.retain(|term, places| places.len() >= least as usize && asked(*term));
        let vectors: Vec<(TermIx, Vector)> = places
            .into_par_iter()
            .map(|(term, places)| (term, weigher.vector(places.into_iter())))
            .collect();
        let mut by_feature = vec![Vec::new(); weigher.features()];
        for (at, (_, vector)) in (0..).zip(&vectors) {
            for (feature, weight) in vector {
                by_feature[*feature as usize].push((at, *weight));
            }
        }
        Index {
            terms: vectors.into_iter().map(|(term, _)| term).collect(),
            by_feature,
        }
    }

    /// Room to sum likeness in.
    fn room(&self) -> Vec<f32> {
        vec![0.0; self.terms.len()]
    }

    fn nearest(&self, vector: &Vector, room: &mut [f32]) -> Vec<(TermIx, f64)> {
        room.fill(0.0);
        for (feature, weight) in vector {
            for (term, other) in &self.by_feature[*feature as usize] {
                room[*term as usize] += weight * other;
            }
        }
        let mut nearest: Vec<(TermIx, f64)> = self
            .terms
            .iter()
            .zip(room.iter())
            .filter(|(_, cosine)| **cosine > 0.0)
            .map(|(term, cosine)| (*term, f64::from(*cosine)))
            .collect();
        let order = |a: &(TermIx, f64), b: &(TermIx, f64)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if nearest.len() > NEAREST {
            nearest.select_nth_unstable_by(NEAREST, order);
        }
        let few = nearest.len().min(NEAREST);
        // A list of its own size: there are as many as units.
        let mut few = nearest[..few].to_vec();
        few.sort_by(order);
        few
    }
}

/// How many words the sentences of each frame have.
struct FrameSizes {
    words: BTreeMap<FrameIx, u64>,
    all: f64,
}

impl FrameSizes {
    fn of(lines: &Lines) -> FrameSizes {
        let mut words = BTreeMap::new();
        let mut start = 0;
        for (end, frames) in &lines.sentences {
            for frame in frames {
                *words.entry(*frame).or_insert(0) += u64::from(end - start);
            }
            start = *end;
        }
        FrameSizes {
            words,
            all: lines.at.len() as f64,
        }
    }

    /// The frame whose sentences have these places more than others, by z.
    fn key(&self, lines: &Lines, places: &[u32]) -> Option<(FrameIx, f64)> {
        let mut counts: BTreeMap<FrameIx, u32> = BTreeMap::new();
        for place in places {
            for frame in lines.frames_at(*place) {
                *counts.entry(*frame).or_default() += 1;
            }
        }
        let total = places.len() as f64;
        let z = |(frame, count): (FrameIx, u32)| {
            let words = *self.words.get(&frame)? as f64;
            let counts = Counts {
                ours: f64::from(count),
                theirs: total - f64::from(count),
                all_ours: words,
                all_theirs: self.all - words,
            };
            let imagined = REPORT_PRIOR.of(total, self.all);
            let (_, z) = counts.log_odds(imagined, REPORT_PRIOR.of(self.all, self.all));
            (z > 0.0).then_some((frame, z))
        };
        let keys = counts.into_iter().filter_map(z);
        keys.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
    }
}
