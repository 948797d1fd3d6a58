//! Contrasts: how far two sources' wording differs where they tell the same event.

use super::adjust::benjamini_hochberg;
use super::cells::{ScoreCell, Total, cells};
use super::chance::Chance;
use super::choice::{Choice, choice};
use super::grounds::{Lack, Method};
use super::intervals::{Interval, interval};
use super::odds::{Odds, odds};
use super::permutation::{LEAST_ARRANGEMENTS, Permuted, permute};
use super::strata::{Parts, Stratum, against_all, between, redrawn, total, turned};
use super::{Draws, Sample};
use crate::corpus::SourceIx;
use crate::lexicon::{ActorIx, FrameIx};
use rayon::prelude::*;

/// Whom a source is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Other {
    /// One other source.
    Source(SourceIx),
    /// All others, pooled inside each event.
    AllOthers,
}

/// Two sources' wording of one frame about one actor, in the narrator's voice.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    /// The frame.
    pub frame: FrameIx,
    /// About whom.
    pub actor: Option<ActorIx>,
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
pub fn contrasts(sample: &Sample, draws: &Draws) -> Vec<Contrast> {
    let cells = cells(sample);
    let mut contrasts: Vec<Contrast> = pairs(&cells)
        .into_par_iter()
        .map(|pair| contrast(&cells[pair.cell], pair, draws))
        .collect();
    let tested: Vec<f64> = contrasts.iter().filter_map(|contrast| contrast.p).collect();
    let mut q = benjamini_hochberg(&tested).into_iter();
    for contrast in contrasts.iter_mut().filter(|contrast| contrast.p.is_some()) {
        contrast.q = q.next();
    }
    contrasts
}

/// One comparison to make: a cell, one of its members and another, or all others.
#[derive(Clone, Copy)]
struct Facing {
    cell: usize,
    ours: usize,
    theirs: Option<usize>,
}

/// All comparisons, in the order of the table.
fn pairs(cells: &[ScoreCell]) -> Vec<Facing> {
    let mut pairs = Vec::new();
    for (cell, members) in cells.iter().map(|cell| cell.members.len()).enumerate() {
        for ours in 0..members {
            let others = (ours + 1..members).map(Some);
            let pooled = (members > 1).then_some(None);
            pairs.extend(
                others
                    .chain(pooled)
                    .map(|theirs| Facing { cell, ours, theirs }),
            );
        }
    }
    pairs
}

fn contrast(cell: &ScoreCell, pair: Facing, draws: &Draws) -> Contrast {
    let ours = &cell.members[pair.ours];
    let (strata, other, theirs) = match pair.theirs {
        Some(at) => {
            let member = &cell.members[at];
            (
                between(cell, pair.ours, at),
                Other::Source(member.source),
                member.total,
            )
        }
        None => (
            against_all(cell, pair.ours),
            Other::AllOthers,
            others(cell, pair.ours),
        ),
    };
    let difference = total(&strata).mean();
    let mut contrast = Contrast {
        frame: cell.frame,
        actor: cell.actor,
        source: ours.source,
        other,
        shared_events: strata.len() as u32,
        mentions: ours.total.mentions,
        other_mentions: theirs.mentions,
        lean: ours.total.lean(),
        other_lean: theirs.lean(),
        difference,
        interval: None,
        p: None,
        q: None,
        odds: odds(&strata),
        choice: choice(&strata, &cell.stances, difference),
        methods: Vec::new(),
        lacks: vec![Lack::SharedEvent],
    };
    if !strata.is_empty() {
        infer(&mut contrast, &strata, draws);
    }
    contrast
}

/// All members' mentions but one's.
fn others(cell: &ScoreCell, but: usize) -> Total {
    let others = cell.members.iter().enumerate().filter(|&(at, _)| at != but);
    others
        .map(|(_, member)| member.total)
        .fold(Total::default(), Total::plus)
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
