//! Four lists of candidates, and one order of all.

use super::judge::{Judge, Judged};
use super::kin::Kin;
use super::strays::{Stray, label_of, strays};
use super::{Asked, Evidence, Read};
use crate::lexicon::{Close, LabelIx, Meant, Spellings, TermIx};
use crate::suggest::slots::{Places, Slots, Units};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Fewer places show no habit.
const LEAST_PLACES: u32 = 5;

/// z from which a word marks the sentences of a frame: p < 0.001, one-sided.
const MARKS: f64 = 3.09;

/// How much the highest ranks of a list are levelled.
///
/// Source: Cormack, Clarke & Büttcher (2009), *Reciprocal Rank Fusion Outperforms Condorcet and
/// Individual Rank Learning Methods*, SIGIR, 758–759.
const LEVEL: f64 = 60.0;

/// Candidates described for each one that is asked for: some fail the check.
const SPARE: usize = 2;

/// What is proposed, before its texts are looked up.
pub(super) struct Ranked {
    pub score: f64,
    pub evidence: Vec<Evidence>,
    /// Where it stands, and how many words long it is.
    pub places: Vec<u32>,
    pub length: u32,
    pub label: LabelIx,
    pub sure: Option<f64>,
    pub nearest: Vec<(TermIx, f64)>,
    /// Entries that share roots with it.
    pub kin: Vec<(TermIx, f64)>,
    /// z of the frame in whose sentences it stands more often than elsewhere.
    pub marks: Option<f64>,
    pub close: Option<Close>,
}

/// Something that may be proposed: a unit, or a word as it is met.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Proposable {
    Unit(u32),
    Met(u32),
}

/// The candidates, the best first.
pub(super) fn ranked(read: &mut Read, asked: &Asked) -> Vec<Ranked> {
    let spellings = Spellings::of(read.files, read.language);
    let refused = super::proposed::refused(read.files, read.language);
    let met = strays(read, &spellings, &refused);
    read.unite();
    let units = Units::of(&read.lines, LEAST_PLACES);
    let places = Places::of(&read.lines, &units);
    let in_frame = |term: TermIx| {
        asked
            .frame
            .is_none_or(|frame| read.lexicon.frame_of(term) == frame)
    };
    let slots = Slots::of(&read.lines, LEAST_PLACES, in_frame);
    let judge = Judge {
        slots: &slots,
        kin: Kin::of(read.lexicon, read.language, in_frame),
        lexicon: read.lexicon,
        lines: &read.lines,
        units: &units,
        places: &places,
        refused: &refused,
    };
    let standings = slots.standings(&units, &places, LEAST_PLACES);
    let judged: Vec<Option<Judged>> = (0..standings.len() as u32)
        .into_par_iter()
        .zip(standings)
        .map(|(unit, standing)| judge.judged(unit, standing?))
        .collect();
    let met: Vec<Stray> = met
        .into_par_iter()
        .filter_map(|stray| stray.confirmed(read, &slots))
        .collect();
    let lists = Lists {
        read,
        asked,
        judged: &judged,
        met: &met,
    };
    first(&lists, &places, &units)
}

/// Of the fused lists as many as are described.
fn first(lists: &Lists, places: &Places, units: &Units) -> Vec<Ranked> {
    let mut told = Covered::default();
    let ranked = fused(&lists.all()).into_iter();
    let ranked = ranked.filter_map(|(candidate, (score, evidence))| {
        let mut ranked = match candidate {
            Proposable::Unit(unit) => lists.unit(unit, places, units)?,
            Proposable::Met(at) => lists.met(at)?,
        };
        if !told.is_news(&ranked) {
            return None;
        }
        ranked.score = score;
        ranked.evidence = evidence;
        if ranked.marks.is_some() {
            ranked.evidence.push(Evidence::Key);
        }
        Some(ranked)
    });
    ranked
        .take(lists.asked.limit.saturating_mul(SPARE))
        .collect()
}

/// The words of the candidates so far, with the labels guessed.
#[derive(Default)]
struct Covered {
    words: BTreeSet<(u32, LabelIx)>,
}

impl Covered {
    /// Whether a candidate does not, at most of its places, share a word with a better one that has
    /// the same label: pieces of a phrase need no rows of their own.
    fn is_news(&mut self, ranked: &Ranked) -> bool {
        let words = |at: u32| (at..at + ranked.length).map(|word| (word, ranked.label));
        let is_told = |at: &&u32| words(**at).any(|word| self.words.contains(&word));
        let told = ranked.places.iter().filter(is_told).count();
        let is_news = 2 * told <= ranked.places.len();
        if is_news {
            self.words
                .extend(ranked.places.iter().flat_map(|at| words(*at)));
        }
        is_news
    }
}

/// The four lists.
struct Lists<'a> {
    read: &'a Read<'a>,
    asked: &'a Asked,
    judged: &'a [Option<Judged>],
    met: &'a [Stray],
}

impl Lists<'_> {
    /// Each sorted, the best first: words and phrases apart, of which there are many more.
    fn all(&self) -> Vec<(Evidence, Vec<Proposable>)> {
        let mut all = Vec::new();
        for are_phrases in [false, true] {
            let judged = self.judged.iter().flatten();
            let judged = judged.filter(|one| one.is_phrase == are_phrases);
            let scores = judged.map(|one| (one.score, one.unit));
            all.push((Evidence::Slot, sorted(scores.collect())));
        }
        let spelt = |wanted: fn(&Meant) -> bool| self.spelt(wanted);
        all.push((
            Evidence::Spelling,
            spelt(|meant| matches!(meant, Meant::Term(_))),
        ));
        all.push((
            Evidence::Name,
            spelt(|meant| matches!(meant, Meant::Name(..))),
        ));
        all
    }

    fn spelt(&self, wanted: impl Fn(&Meant) -> bool) -> Vec<Proposable> {
        let met = (0..)
            .zip(self.met)
            .filter(|(_, stray)| wanted(&stray.close.meant));
        let mut all: Vec<(usize, Proposable)> = met
            .map(|(at, stray)| (stray.places.len(), Proposable::Met(at)))
            .collect();
        all.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        all.into_iter().map(|(_, candidate)| candidate).collect()
    }

    fn unit(&self, unit: u32, places: &Places, units: &Units) -> Option<Ranked> {
        let judged = self.judged[unit as usize].as_ref()?;
        Some(Ranked {
            score: 0.0,
            evidence: Vec::new(),
            places: places.of_unit(unit).to_vec(),
            length: units.list[unit as usize].words.len() as u32,
            label: judged.label,
            sure: Some(judged.sure),
            nearest: judged.nearest.clone(),
            kin: judged.kin.clone(),
            marks: Some(judged.marks).filter(|z| *z > MARKS),
            close: None,
        })
    }

    fn met(&self, at: u32) -> Option<Ranked> {
        let stray = &self.met[at as usize];
        let label = label_of(self.read.lexicon, &stray.close.meant)?;
        let frame = self.read.lexicon.labels[label.0 as usize].frame;
        if self.asked.frame.is_some_and(|asked| asked != frame) {
            return None;
        }
        Some(Ranked {
            score: 0.0,
            evidence: Vec::new(),
            places: stray.places.clone(),
            length: stray.length,
            label,
            sure: None,
            nearest: stray.nearest.clone(),
            kin: Vec::new(),
            marks: None,
            close: Some(stray.close.clone()),
        })
    }
}

fn sorted(mut scores: Vec<(f64, u32)>) -> Vec<Proposable> {
    scores.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    scores
        .into_iter()
        .map(|(_, unit)| Proposable::Unit(unit))
        .collect()
}

/// A candidate's score and the lists it stands in.
type Fused = (Proposable, (f64, Vec<Evidence>));

/// One order of all lists: each candidate's sum of 1 ÷ (60 + its rank in each list that has it).
fn fused(lists: &[(Evidence, Vec<Proposable>)]) -> Vec<Fused> {
    let mut scores: BTreeMap<Proposable, (f64, Vec<(usize, Evidence)>)> = BTreeMap::new();
    for (evidence, list) in lists {
        for (rank, candidate) in (1..).zip(list) {
            let entry = scores.entry(*candidate).or_default();
            entry.0 += 1.0 / (LEVEL + rank as f64);
            entry.1.push((rank, *evidence));
        }
    }
    let mut fused: Vec<Fused> = scores
        .into_iter()
        .map(|(candidate, (score, mut ranks))| {
            ranks.sort_unstable();
            let evidence = ranks.into_iter().map(|(_, evidence)| evidence);
            (candidate, (score, evidence.collect()))
        })
        .collect();
    fused.sort_by(|a, b| b.1.0.total_cmp(&a.1.0).then(a.0.cmp(&b.0)));
    fused
}
