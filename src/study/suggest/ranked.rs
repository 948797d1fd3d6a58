//! Four lists of candidates, and one order of all.

use super::{Asked, Evidence, Read};
use crate::lexicon::{self, Close, FrameIx, LabelIx, Lexicon, Meant, Spellings, TermIx};
use crate::sources::slots::{Lines, Places, Slots, Standing, Units};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Fewer places show no habit.
const LEAST_PLACES: u32 = 5;

/// A misspelling is met at two places, or it is a slip of one hand.
const LEAST_STRAYS: u32 = 2;

/// A misspelling is at least so many times rarer than what is meant, or it is a word of its own.
const RARER: u32 = 20;

/// The entries whose mean cosine ranks a candidate.
const JUDGES: usize = 3;

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
    pub key: Option<(FrameIx, f64)>,
    pub close: Option<Close>,
}

/// Something that may be proposed: a unit, or a word as it is met.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Candidate {
    Unit(u32),
    Met(u32),
}

/// The candidates, the best first.
pub(super) fn ranked(read: &mut Read, asked: &Asked) -> Vec<Ranked> {
    let spellings = Spellings::of(read.files, read.language);
    let refused = lexicon::refused(read.files, read.language);
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
        lexicon: read.lexicon,
        lines: &read.lines,
        units: &units,
        places: &places,
        refused: &refused,
    };
    let standings = slots.standings(&units, &places, LEAST_PLACES);
    let judged: Vec<Option<Judged>> = (0..)
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
    let fused = fused(&lists.all());
    let wanted = asked.limit.saturating_mul(SPARE);
    let fused = fused.into_iter().take(wanted);
    fused
        .filter_map(|(candidate, (score, evidence))| {
            let mut ranked = match candidate {
                Candidate::Unit(unit) => lists.unit(unit, &places, &units)?,
                Candidate::Met(at) => lists.met(at)?,
            };
            ranked.score = score;
            ranked.evidence = evidence;
            Some(ranked)
        })
        .collect()
}

/// A word as it is met that no entry finds and that is nearly a form of one.
struct Stray {
    word: u32,
    count: u32,
    close: Close,
    nearest: Vec<(TermIx, f64)>,
}

impl Stray {
    /// With what its slots say; `None` where they speak against its being a slip.
    fn confirmed(mut self, read: &Read, slots: &Slots) -> Option<Stray> {
        if let Meant::Term(_) = self.close.meant {
            let label = label_of(read.lexicon, &self.close.meant)?;
            self.nearest = slots.nearest(&read.lines.places_met(self.word));
            if best(votes(read.lexicon, &self.nearest)) != Some(label) {
                return None;
            }
        }
        Some(self)
    }
}

fn strays(read: &Read, spellings: &Spellings, refused: &BTreeSet<String>) -> Vec<Stray> {
    let counts = read.lines.strays();
    let found = (0..counts.len() as u32).into_par_iter().filter_map(|word| {
        let count = counts[word as usize];
        let letters = read.lines.word(word);
        if count < LEAST_STRAYS || refused.contains(letters) {
            return None;
        }
        let close = spellings.close(letters)?;
        let meant = read.lines.count_met(&close.form);
        let stray = Stray {
            word,
            count,
            close,
            nearest: Vec::new(),
        };
        (meant >= count.saturating_mul(RARER)).then_some(stray)
    });
    found.collect()
}

/// What the slots say of a unit.
struct Judged {
    unit: u32,
    is_phrase: bool,
    /// Mean cosine of the entries most like it, times [`Standing::share`].
    score: f64,
    label: LabelIx,
    sure: f64,
    standing: Standing,
}

/// Judges units.
struct Judge<'a> {
    lexicon: &'a Lexicon,
    lines: &'a Lines,
    units: &'a Units,
    places: &'a Places,
    refused: &'a BTreeSet<String>,
}

impl Judge<'_> {
    /// `None` for what was refused, for what holds an entry of its label, and for what is like nothing.
    fn judged(&self, unit: u32, standing: Standing) -> Option<Judged> {
        let words = self.words(unit);
        if self.refused.contains(&words) || words.chars().count() < 3 {
            return None;
        }
        let label = best(votes(self.lexicon, &standing.nearest))?;
        if standing.share == 0.0 {
            return None;
        }
        let frame = self.lexicon.labels[label.0 as usize].frame;
        let of_frame = standing
            .nearest
            .iter()
            .filter(|(term, _)| self.lexicon.frame_of(*term) == frame);
        let score = of_frame.take(JUDGES).map(|(_, cosine)| cosine).sum::<f64>() / JUDGES as f64;
        let all: f64 = standing.nearest.iter().map(|(_, cosine)| cosine).sum();
        let own: f64 = votes(self.lexicon, &standing.nearest)[&label];
        let judged = Judged {
            unit,
            is_phrase: words.contains(' '),
            score: score * standing.share,
            label,
            sure: own / all,
            standing,
        };
        (!self.is_found_inside(unit, label)).then_some(judged)
    }

    fn words(&self, unit: u32) -> String {
        let words = &self.units.list[unit as usize].words;
        let words: Vec<&str> = words.iter().map(|word| self.lines.word(*word)).collect();
        words.join(" ")
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

/// The sum of likeness for each label.
fn votes(lexicon: &Lexicon, nearest: &[(TermIx, f64)]) -> BTreeMap<LabelIx, f64> {
    let mut votes = BTreeMap::new();
    for (term, cosine) in nearest {
        *votes
            .entry(lexicon.terms[term.0 as usize].label)
            .or_insert(0.0) += cosine;
    }
    votes
}

fn best(votes: BTreeMap<LabelIx, f64>) -> Option<LabelIx> {
    let first = votes.into_iter().rev().max_by(|a, b| a.1.total_cmp(&b.1));
    first.map(|(label, _)| label)
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
    fn all(&self) -> Vec<(Evidence, Vec<Candidate>)> {
        let mut all = Vec::new();
        for are_phrases in [false, true] {
            let judged = || {
                let judged = self.judged.iter().flatten();
                judged.filter(move |one| one.is_phrase == are_phrases)
            };
            let slots = judged().map(|one| (one.score, one.unit));
            let keys = judged().filter_map(|one| {
                let (frame, z) = one.standing.key?;
                let is_frame = self.read.lexicon.labels[one.label.0 as usize].frame == frame;
                (z > MARKS && is_frame).then_some((z * one.standing.share, one.unit))
            });
            all.push((Evidence::Slot, sorted(slots.collect())));
            all.push((Evidence::Key, sorted(keys.collect())));
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

    fn spelt(&self, wanted: impl Fn(&Meant) -> bool) -> Vec<Candidate> {
        let met = (0..)
            .zip(self.met)
            .filter(|(_, stray)| wanted(&stray.close.meant));
        let mut all: Vec<(u32, Candidate)> = met
            .map(|(at, stray)| (stray.count, Candidate::Met(at)))
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
            nearest: judged.standing.nearest.clone(),
            key: judged.standing.key,
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
            places: self.read.lines.places_met(stray.word),
            length: 1,
            label,
            sure: None,
            nearest: stray.nearest.clone(),
            key: None,
            close: Some(stray.close.clone()),
        })
    }
}

/// The label of an entry; for a name the first label of the first frame that is about such actors.
fn label_of(lexicon: &Lexicon, meant: &Meant) -> Option<LabelIx> {
    match meant {
        Meant::Term(id) => {
            let term = lexicon.terms.iter().find(|term| term.id == *id)?;
            Some(term.label)
        }
        Meant::Name(_, kind, _) => {
            let is_about = |frame: FrameIx| match &lexicon.frames[frame.0 as usize].target {
                lexicon::Target::Kinds(kinds) => kinds.contains(kind),
                _ => false,
            };
            let labels = (0..).map(LabelIx).zip(&lexicon.labels);
            let mut labels = labels.filter(|(_, label)| is_about(label.frame));
            labels.next().map(|(ix, _)| ix)
        }
    }
}

fn sorted(mut scores: Vec<(f64, u32)>) -> Vec<Candidate> {
    scores.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    scores
        .into_iter()
        .map(|(_, unit)| Candidate::Unit(unit))
        .collect()
}

/// A candidate's score and the lists it stands in.
type Fused = (Candidate, (f64, Vec<Evidence>));

/// One order of all lists: each candidate's sum of 1 ÷ (60 + its rank in each list that has it).
fn fused(lists: &[(Evidence, Vec<Candidate>)]) -> Vec<Fused> {
    let mut scores: BTreeMap<Candidate, (f64, Vec<(usize, Evidence)>)> = BTreeMap::new();
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
