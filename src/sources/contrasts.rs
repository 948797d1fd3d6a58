//! Contrasts: how far two sources' wording differs where they tell the same event.

use super::adjust::benjamini_hochberg;
use super::cells::{ScoreCell, Total, cells};
use super::chance::Chance;
use super::choice::{Choice, choice};
use super::grounds::{Lack, Method};
use super::intervals::{Interval, interval};
use super::odds::{Odds, odds};
use super::permutation::{LEAST_ARRANGEMENTS, Permuted, permute};
use super::power::EventSpread;
use super::strata::{Parts, Pooled, Stratum, against_all, between, redrawn, total, turned};
use super::{Draws, Reach, Sample};
use crate::corpus::SourceIx;
use crate::lexicon::{ActorIx, FrameIx};
use rayon::prelude::*;

/// Whom a source is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Other {
    /// One other source.
    Source(SourceIx),
    /// All others, pooled inside each event.
    AllOthers,
}

/// Two sources' wording of one frame about one actor, in the narrator's voice.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Contrast {
    /// The frame.
    pub frame: FrameIx,
    /// About whom.
    pub actor: Option<ActorIx>,
    /// In which language; those of others are not compared.
    pub language: u8,
    /// The source.
    pub source: SourceIx,
    /// Compared with.
    pub other: Other,
    /// Events in which both have a mention.
    pub shared_events: u32,
    /// Mentions of the source in all its counted articles.
    pub mentions: u32,
    /// The other's.
    pub other_mentions: u32,
    /// Mean stance over those mentions; `None` without any.
    pub lean: Option<f64>,
    /// The other's.
    pub other_lean: Option<f64>,
    /// Within-event difference, −4 … +4; `None` without a shared event.
    pub difference: Option<f64>,
    /// 95 % interval of the difference; `None` where no interval holds.
    pub interval: Option<(f64, f64)>,
    /// Permutation p; `None` where the arrangements allow none of 0.05 or less.
    pub p: Option<f64>,
    /// Benjamini–Hochberg q over the table.
    pub q: Option<f64>,
    /// How the differences of single events vary.
    pub spread: EventSpread,
    /// The odds of the two labels most used in the shared events; `None` where undefined.
    pub odds: Option<Odds>,
    /// The two labels that tell the sides apart; `None` where no shared event shows two.
    pub choice: Option<Choice>,
    /// How interval and p were made.
    pub methods: Vec<Method>,
    /// Why figures are absent, where they are.
    pub lacks: Vec<Lack>,
}

/// All contrasts, sorted: one for each frame × actor × pair of sources that both used a label of
/// the frame about the actor in their own voice (the lower source first), and each source against
/// all others pooled inside each event. Articles that do not count are left out.
///
/// Beyond the reach of a study of many sources, pairs are left out, and the difference of a source
/// from all others is not tested. Sources that have no column of their own are compared where they
/// share an event.
pub(crate) fn contrasts(sample: &Sample, draws: &Draws, reach: &Reach) -> Vec<Contrast> {
    let mut contrasts: Vec<Contrast> = cells(sample)
        .par_iter()
        .flat_map(|cell| of_cell(cell, draws, reach))
        .collect();
    judge_together(contrasts.iter_mut());
    contrasts
}

/// Gives each of some contrasts that have a p its q over all of them.
pub(crate) fn judge_together<'a>(contrasts: impl Iterator<Item = &'a mut Contrast>) {
    let mut tested: Vec<&mut Contrast> = contrasts.filter(|one| one.p.is_some()).collect();
    let p: Vec<f64> = tested.iter().filter_map(|contrast| contrast.p).collect();
    for (contrast, q) in tested.iter_mut().zip(benjamini_hochberg(&p)) {
        contrast.q = Some(q);
    }
}

/// All contrasts of a cell, in the order of the table.
fn of_cell(cell: &ScoreCell, draws: &Draws, reach: &Reach) -> Vec<Contrast> {
    let members = cell.members.len();
    let pooled = Pooled::of(cell);
    let partners = partners(cell, reach);
    let of_member = |ours: usize| {
        let pairs = partners[ours].iter();
        let pairs = pairs.map(move |theirs| {
            let strata = between(cell, ours, *theirs as usize);
            let their = &cell.members[*theirs as usize];
            let other = (Other::Source(their.source), their.total);
            tested(cell, ours, other, &strata, draws)
        });
        let all = (members > 1).then(|| {
            let other = (Other::AllOthers, pooled.others(cell, ours));
            match reach.is_tested(cell.members[ours].source) {
                true => tested(cell, ours, other, &against_all(cell, ours), draws),
                false => {
                    let (events, parts) = pooled.difference(cell, ours);
                    untested(cell, ours, other, (events, parts.mean()))
                }
            }
        });
        pairs.chain(all)
    };
    // Pairs of one member one after the other: a list for each would take more memory than they do.
    let all = (0..members).into_par_iter();
    all.flat_map_iter(of_member).collect()
}

/// For each member the later ones that it is compared with, sorted: all, where both have a column
/// of their own, and those that it shares an event with, where both are within reach.
fn partners(cell: &ScoreCell, reach: &Reach) -> Vec<Vec<u32>> {
    let source = |member: u32| cell.members[member as usize].source;
    let mut partners = vec![Vec::new(); cell.members.len()];
    let all = 0..cell.members.len() as u32;
    let shown: Vec<u32> = all.filter(|at| reach.is_shown(source(*at))).collect();
    for (at, ours) in shown.iter().enumerate() {
        partners[*ours as usize].extend(&shown[at + 1..]);
    }
    if shown.len() == cell.members.len() {
        return partners;
    }
    for event in cell.witnesses.chunk_by(|a, b| a.0 == b.0) {
        let tellers = event.iter().map(|witness| witness.1);
        let tellers: Vec<u32> = tellers.filter(|at| reach.is_paired(source(*at))).collect();
        for (at, ours) in tellers.iter().enumerate() {
            let is_shown = reach.is_shown(source(*ours));
            let later = tellers[at + 1..].iter().copied();
            partners[*ours as usize]
                .extend(later.filter(|theirs| !is_shown || !reach.is_shown(source(*theirs))));
        }
    }
    for others in &mut partners {
        others.sort_unstable();
        others.dedup();
    }
    partners
}

/// A contrast of a member with some other, of the events that they share.
fn tested(
    cell: &ScoreCell,
    ours: usize,
    other: (Other, Total),
    strata: &[Stratum],
    draws: &Draws,
) -> Contrast {
    let difference = total(strata).mean();
    let mut contrast = Contrast {
        spread: spread(strata),
        odds: odds(strata),
        choice: choice(strata, &cell.stances, difference),
        lacks: Vec::new(),
        ..untested(cell, ours, other, (strata.len() as u32, difference))
    };
    match strata.is_empty() {
        true => contrast.lacks.push(Lack::SharedEvent),
        false => infer(&mut contrast, strata, draws),
    }
    contrast
}

/// A contrast of a member with some other, of which nothing but how many events they share and the
/// difference inside them is known.
fn untested(
    cell: &ScoreCell,
    ours: usize,
    (other, theirs): (Other, Total),
    (shared_events, difference): (u32, Option<f64>),
) -> Contrast {
    let ours = &cell.members[ours];
    Contrast {
        frame: cell.frame,
        actor: cell.actor,
        language: cell.language,
        source: ours.source,
        other,
        shared_events,
        mentions: ours.total.mentions,
        other_mentions: theirs.mentions,
        lean: ours.total.lean(),
        other_lean: theirs.lean(),
        difference,
        interval: None,
        p: None,
        q: None,
        spread: EventSpread::default(),
        odds: None,
        choice: None,
        methods: Vec::new(),
        lacks: vec![match shared_events {
            0 => Lack::SharedEvent,
            _ => Lack::Reach,
        }],
    }
}

fn spread(strata: &[Stratum]) -> EventSpread {
    let differences = strata.iter().filter_map(|stratum| stratum.parts().mean());
    EventSpread::of(&differences.collect::<Vec<f64>>())
}

/// Adds interval and p, and tells how they were made or why they are absent.
fn infer(contrast: &mut Contrast, strata: &[Stratum], draws: &Draws) {
    // Draws go by the order of articles, and that by what they say: whichever way stances are
    // signed, the same way round is drawn from, so that swapping them flips signs and no more.
    let turned = turned(strata);
    let is_turned = turned.as_slice() < strata;
    let strata = if is_turned { &turned } else { strata };
    let mut chance = Chance::new(draws.seed, &numbers(strata));
    let events: Vec<Parts> = strata.iter().map(Stratum::parts).collect();
    let drawn = interval(&events, WIDEST, draws.draws, || {
        redrawn(strata, &mut chance)
    });
    let interval = if is_turned { drawn.turned() } else { drawn };
    let permuted = permute(strata, draws.permutations, &mut chance);
    contrast.interval = interval.ends();
    contrast.p = permuted.p;
    (contrast.methods, contrast.lacks) = grounds(interval, &permuted, draws);
}

/// The furthest that two leans can be apart: stances run from −2 to +2.
const WIDEST: f64 = 4.0;

/// How interval and p were made, and why they are absent.
fn grounds(interval: Interval, permuted: &Permuted, draws: &Draws) -> (Vec<Method>, Vec<Lack>) {
    let (mut methods, mut lacks) = (Vec::new(), Vec::new());
    match interval {
        Interval::Bootstrap(..) => methods.push(Method::Bootstrap(draws.draws)),
        Interval::Student(..) => methods.push(Method::Student),
        Interval::Absent(lack) => lacks.push(lack),
    }
    match (permuted.p, permuted.exact) {
        (None, _) => lacks.push(Lack::Arrangements {
            found: permuted.arrangements,
            needed: LEAST_ARRANGEMENTS,
        }),
        (_, true) => methods.push(Method::Exact(permuted.arrangements)),
        (_, false) => methods.push(Method::Drawn(draws.permutations)),
    }
    (methods, lacks)
}

/// All that a contrast is drawn from, for its generator: which other frames, actors and sources
/// there are cannot move its figures.
fn numbers(strata: &[Stratum]) -> Vec<u64> {
    let mut numbers = Vec::new();
    for stratum in strata {
        numbers.extend([stratum.ours as u64, stratum.theirs() as u64]);
        numbers.extend(stratum.tallies.iter().map(|tally| tally.number()));
    }
    numbers
}
