//! Slots: which words and phrases of a corpus stand where the entries of the lists stand.

mod lines;
mod units;
mod vectors;

pub(crate) use lines::{Line, Lines, Stands};
pub(crate) use units::{MOST_WORDS, Units};

use crate::lexicon::{FrameIx, TermIx};
use crate::sources::keyness::{Counts, REPORT_PRIOR};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use vectors::{Vector, Weigher};

/// How many of the entries most like a unit are told.
const NEAREST: usize = 10;

/// What is known of a word or phrase.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Standing {
    /// The entries that stand in the most similar slots, with the cosine of their vectors and its
    /// (0…1), the most similar first.
    pub nearest: Vec<(TermIx, f64)>,
    /// The share of entries among the ten words and entries most like it, each weighed by its
    /// likeness (0…1): what stands like ministers and cities stands like entries, too.
    pub share: f64,
}

/// Slots of a corpus, ready to be compared.
pub(crate) struct Slots<'a> {
    lines: &'a Lines,
    weigher: Weigher<'a>,
    index: SlotIndex,
    sizes: FrameSizes,
}

impl<'a> Slots<'a> {
    /// Entries found at fewer than `least` places are compared with nothing, nor are those that
    /// `asked` leaves out.
    pub(crate) fn of(lines: &'a Lines, least: u32, asked: impl Fn(TermIx) -> bool) -> Self {
        let weigher = Weigher::of(lines);
        Slots {
            index: SlotIndex::of(lines, &weigher, least, asked),
            sizes: FrameSizes::of(lines),
            lines,
            weigher,
        }
    }

    /// What is known of the units that stand at `least` places where no entry finds them, by
    /// number; `None` for the others.
    pub(crate) fn standings(
        &self,
        units: &Units,
        places: &Places,
        least: u32,
    ) -> Vec<Option<Standing>> {
        let all = (0..units.list.len() as u32).into_par_iter();
        all.map_init(
            || self.index.room(),
            |room, unit| {
                let own = places.of_unit(unit);
                let words = &units.list[unit as usize].words;
                (own.len() >= least as usize).then(|| self.standing(own, words, room))
            },
        )
        .collect()
    }

    /// The entries that stand in slots most like some places of a word.
    pub(crate) fn nearest(&self, places: &[u32]) -> Vec<(TermIx, f64)> {
        let vector = self.weigher.vector(places.iter().map(|at| *at..*at + 1));
        self.index.nearest(&vector, &[], &mut self.index.room()).0
    }

    fn standing(&self, places: &[u32], words: &[u32], room: &mut [f32]) -> Standing {
        let length = words.len() as u32;
        let vector = self
            .weigher
            .vector(places.iter().map(|at| *at..*at + length));
        let (nearest, share) = self.index.nearest(&vector, words, room);
        Standing { nearest, share }
    }

    /// How far some places stand in the sentences of a frame more often than in others: the z of
    /// the log-odds ratio (see [`Counts::log_odds`]), negative where they stand there less often;
    /// 0 for a frame of which no sentence speaks.
    pub(crate) fn marks(&self, places: &[u32], frame: FrameIx) -> f64 {
        self.sizes.z(self.lines, places, frame)
    }
}

/// Where each unit stands and no entry finds it whole.
pub(crate) struct Places {
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl Places {
    /// Of all units.
    pub(crate) fn of(lines: &Lines, units: &Units) -> Places {
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
    pub(crate) fn of_unit(&self, unit: u32) -> &[u32] {
        let unit = unit as usize;
        &self.places[self.starts[unit] as usize..self.starts[unit + 1] as usize]
    }
}

/// Entries, and the commonest words that are none, by the features of their vectors.
struct SlotIndex {
    /// The entry, or the word's number.
    known: Vec<Neighbour>,
    by_feature: Vec<Vec<(u32, f32)>>,
}

/// Whatever a unit may be like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Neighbour {
    Entry(TermIx),
    Stranger(u32),
}

/// Words of no entry that entries are held against: so many, the commonest.
const STRANGERS: usize = 3000;

impl SlotIndex {
    fn of(
        lines: &Lines,
        weigher: &Weigher,
        least: u32,
        asked: impl Fn(TermIx) -> bool,
    ) -> SlotIndex {
        let mut places: BTreeMap<Neighbour, Vec<Range<u32>>> = BTreeMap::new();
        for (place, term) in lines.mentions.iter().filter(|(_, term)| asked(*term)) {
            let entry = Neighbour::Entry(*term);
            places.entry(entry).or_default().push(place.clone());
        }
        places.retain(|_, places| places.len() >= least as usize);
        places.extend(strangers(lines));
        let vectors: Vec<(Neighbour, Vector)> = places
            .into_par_iter()
            .map(|(known, places)| (known, weigher.vector(places.into_iter())))
            .collect();
        let mut by_feature = vec![Vec::new(); weigher.features()];
        for (at, (_, vector)) in (0..).zip(&vectors) {
            for (feature, weight) in vector {
                by_feature[*feature as usize].push((at, *weight));
            }
        }
        SlotIndex {
            known: vectors.into_iter().map(|(known, _)| known).collect(),
            by_feature,
        }
    }

    /// Room to sum likeness in.
    fn room(&self) -> Vec<f32> {
        vec![0.0; self.known.len()]
    }

    /// The entries most like a vector, and the share of entries among all that it is most like;
    /// `own` are its own words.
    fn nearest(&self, vector: &Vector, own: &[u32], room: &mut [f32]) -> (Vec<(TermIx, f64)>, f64) {
        room.fill(0.0);
        for (feature, weight) in vector {
            for (known, other) in &self.by_feature[*feature as usize] {
                room[*known as usize] += weight * other;
            }
        }
        let likeness = self.known.iter().zip(room.iter().copied());
        let mut entries = Vec::new();
        let mut all = Vec::new();
        for (known, cosine) in likeness.filter(|(_, cosine)| *cosine > 0.0) {
            match known {
                Neighbour::Stranger(word) if own.contains(word) => continue,
                Neighbour::Stranger(_) => {}
                Neighbour::Entry(term) => entries.push((*term, f64::from(cosine))),
            }
            all.push((*known, f64::from(cosine)));
        }
        let (entries, all) = (first(entries), first(all));
        let sum: f64 = all.iter().map(|(_, cosine)| cosine).sum();
        let is_entry = |(known, _): &&(Neighbour, f64)| matches!(known, Neighbour::Entry(_));
        let of_entries: f64 = all.iter().filter(is_entry).map(|(_, cosine)| cosine).sum();
        (entries, if sum > 0.0 { of_entries / sum } else { 0.0 })
    }
}

/// The few that are most alike, in order.
fn first<T: Copy + Ord>(mut alike: Vec<(T, f64)>) -> Vec<(T, f64)> {
    let order = |a: &(T, f64), b: &(T, f64)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    if alike.len() > NEAREST {
        alike.select_nth_unstable_by(NEAREST, order);
    }
    // A list of its own size: there are as many as units.
    let mut few = alike[..alike.len().min(NEAREST)].to_vec();
    few.sort_by(order);
    few
}

/// The commonest words that no entry finds, and where they stand.
fn strangers(lines: &Lines) -> BTreeMap<Neighbour, Vec<Range<u32>>> {
    let is_free = |at: usize| lines.found[at] == 0 && lines.stands[at] == Stands::Word;
    let mut counts = vec![0_u32; lines.words.len()];
    for (at, word) in lines.at.iter().enumerate() {
        counts[*word as usize] += u32::from(is_free(at));
    }
    let mut common: Vec<u32> = (0..counts.len() as u32).collect();
    common.sort_unstable_by_key(|word| (std::cmp::Reverse(counts[*word as usize]), *word));
    let is_common: BTreeSet<u32> = common
        .into_iter()
        .take(STRANGERS)
        .filter(|word| counts[*word as usize] > 0)
        .collect();
    let mut places: BTreeMap<Neighbour, Vec<Range<u32>>> = BTreeMap::new();
    for (at, word) in lines.at.iter().enumerate() {
        if is_free(at) && is_common.contains(word) {
            let place = at as u32..at as u32 + 1;
            places
                .entry(Neighbour::Stranger(*word))
                .or_default()
                .push(place);
        }
    }
    places
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

    fn z(&self, lines: &Lines, places: &[u32], frame: FrameIx) -> f64 {
        let is_of_frame = |place: &&u32| lines.frames_at(**place).contains(&frame);
        let count = places.iter().filter(is_of_frame).count() as f64;
        let total = places.len() as f64;
        let Some(words) = self.words.get(&frame).map(|words| *words as f64) else {
            return 0.0;
        };
        let counts = Counts {
            ours: count,
            theirs: total - count,
            all_ours: words,
            all_theirs: self.all - words,
        };
        let imagined = REPORT_PRIOR.of(total, self.all);
        counts
            .log_odds(imagined, REPORT_PRIOR.of(self.all, self.all))
            .1
    }
}
