//! Which label a word or phrase is likely to answer, and how likely it is to answer any.

use super::kin::{KIN, Kin};
use crate::lexicon::{LabelIx, Lexicon, TermIx};
use crate::suggest::slots::{Lines, Places, Slots, Standing, Units};
use std::collections::{BTreeMap, BTreeSet};

/// The entries whose mean cosine ranks a candidate.
const JUDGES: usize = 3;

/// The entries that vote for its label.
const VOTERS: usize = 10;

/// What the slots and the letters say of a unit.
pub(super) struct Judged {
    pub unit: u32,
    pub is_phrase: bool,
    /// Mean cosine of the entries most like it × [`Standing::share`] × √(1 + `marks`).
    pub score: f64,
    /// [`Slots::marks`] of the label's frame, if it is above 0.
    pub marks: f64,
    pub label: LabelIx,
    pub sure: f64,
    /// The entries that stand most like it.
    pub nearest: Vec<(TermIx, f64)>,
    /// The entries that share roots with it.
    pub kin: Vec<(TermIx, f64)>,
}

/// Judges units.
pub(super) struct Judge<'a> {
    pub slots: &'a Slots<'a>,
    pub kin: Kin,
    pub lexicon: &'a Lexicon,
    pub lines: &'a Lines,
    pub units: &'a Units,
    pub places: &'a Places,
    pub refused: &'a BTreeSet<String>,
}

impl Judge<'_> {
    /// `None` for what was refused, for what holds an entry of its label, and for what is like nothing.
    pub(crate) fn judged(&self, unit: u32, standing: Standing) -> Option<Judged> {
        let words = self.words(unit);
        if self.refused.contains(&words.join(" ")) || words.iter().all(|word| is_short(word)) {
            return None;
        }
        if standing.share == 0.0 {
            return None;
        }
        let kin = self.kin.of_words(&words);
        let votes = votes(self.lexicon, &voters(&standing.nearest, &kin));
        let label = best(self.lexicon, &votes)?;
        if self.is_found_inside(unit, label) {
            return None;
        }
        let frame = self.lexicon.labels[label.0 as usize].frame;
        let is_of_frame = |(term, _): &&(TermIx, f64)| self.lexicon.frame_of(*term) == frame;
        let of_frame = standing.nearest.iter().filter(is_of_frame);
        let cosine = of_frame.take(JUDGES).map(|(_, cosine)| cosine).sum::<f64>() / JUDGES as f64;
        let places = self.places.of_unit(unit);
        let marks = self.slots.marks(places, frame).max(0.0);
        Some(Judged {
            unit,
            is_phrase: words.len() > 1,
            score: cosine * standing.share * (1.0 + marks).sqrt(),
            marks,
            label,
            sure: votes[&label] / votes.values().sum::<f64>(),
            nearest: standing.nearest,
            kin,
        })
    }

    fn words(&self, unit: u32) -> Vec<&str> {
        let words = &self.units.list[unit as usize].words;
        words.iter().map(|word| self.lines.word(*word)).collect()
    }

    /// Whether most places of a unit hold an entry of the same label already.
    fn is_found_inside(&self, unit: u32, label: LabelIx) -> bool {
        let length = self.units.list[unit as usize].words.len() as u32;
        let places = self.places.of_unit(unit);
        let holds = |at: &&u32| {
            let mut inside = self.lines.mentions_in(&(**at..**at + length));
            inside.any(|term| self.lexicon.terms[term.0 as usize].label == label)
        };
        2 * places.iter().filter(holds).count() >= places.len()
    }
}

fn is_short(word: &str) -> bool {
    word.chars().count() < 3
}

/// The entries that are most like a unit in both: likeness of slots, and a part of that of letters.
fn voters(nearest: &[(TermIx, f64)], kin: &[(TermIx, f64)]) -> Vec<(TermIx, f64)> {
    let mut likeness: BTreeMap<TermIx, f64> = nearest.iter().copied().collect();
    for (term, share) in kin {
        *likeness.entry(*term).or_insert(0.0) += KIN * share;
    }
    let mut voters: Vec<(TermIx, f64)> = likeness.into_iter().collect();
    voters.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    voters.truncate(VOTERS);
    voters
}

/// The sum of likeness for each label.
pub(super) fn votes(lexicon: &Lexicon, voters: &[(TermIx, f64)]) -> BTreeMap<LabelIx, f64> {
    let mut votes = BTreeMap::new();
    for (term, likeness) in voters {
        let label = lexicon.terms[term.0 as usize].label;
        *votes.entry(label).or_insert(0.0) += likeness;
    }
    votes
}

/// The label with most votes in the frame with most votes.
pub(super) fn best(lexicon: &Lexicon, votes: &BTreeMap<LabelIx, f64>) -> Option<LabelIx> {
    let frame_of = |label: &LabelIx| lexicon.labels[label.0 as usize].frame;
    let mut frames = BTreeMap::new();
    for (label, sum) in votes {
        *frames.entry(frame_of(label)).or_insert(0.0) += sum;
    }
    let most = |a: f64, b: f64| a.total_cmp(&b);
    let (frame, _) = frames.into_iter().rev().max_by(|a, b| most(a.1, b.1))?;
    let labels = votes
        .iter()
        .rev()
        .filter(|(label, _)| frame_of(label) == frame);
    labels
        .max_by(|a, b| most(*a.1, *b.1))
        .map(|(label, _)| *label)
}
