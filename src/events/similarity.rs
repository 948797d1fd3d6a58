//! From likeness of content to similarity: how likely two articles tell one event, given how many
//! others are much like them and how far apart they were published.

use super::Witness;
use super::clocks::lateness;
use super::link::Edge;
use super::pairs::Alike;
use super::timeline::Timeline;
use rayon::prelude::*;

/// An article's surroundings are its so many most similar others.
const NEIGHBOURS: usize = 20;

/// Added to an article's crowding, so that one with no neighbours is not divided by nothing.
const EASE: f32 = 0.1;

/// Crowding of a usual article, `EASE` included: with it content and similarity are the same.
/// Measured on the Egyptian day.
const USUAL: f32 = 0.41;

/// Hours after which similarity is down to 1/e: what is told two days later in the same words is
/// mostly a sequel.
const FADING_HOURS: f32 = 48.0;

/// From this content likeness on, two outlets print one text, and the hours between them say when
/// each did and not that something new happened. On the Egyptian day F1 is the same with 0.65 to
/// 0.8. One outlet's own texts that are so much alike are its daily formulas: bulletins, prices.
const REPRINT: f32 = 0.8;

/// What the similarity of two articles of one source is multiplied by: an outlet seldom tells one
/// event twice.
const SAME_SOURCE: f32 = 0.5;

/// What the similarity of two articles is multiplied by where one has no date: text alone has to
/// say more.
const UNDATED: f32 = 0.5;

/// What comparing found.
pub(super) struct Likeness {
    /// Pairs of places with their similarity.
    pub edges: Vec<Edge>,
    /// Hours by which each source's stamps are late.
    pub late: Vec<f32>,
}

/// The similarity of each pair, 0 … 1.
///
/// content × e^(−hours / 48 s) × s × 0.41 ⁄ √((c₁ + 0.1)(c₂ + 0.1)), where c is the
/// *crowding* of an article: the mean content likeness of its 20 nearest. In a story that a hundred
/// articles tell, they are all alike and only much likeness means the same event; of a fire in a
/// village nobody else writes, and a little is enough. (Local scaling: Zelnik-Manor & Perona 2004,
/// *Self-tuning spectral clustering*.)
///
/// Hours are counted by stamps set right (see `clocks`); they do not count between two sources that
/// print one text (content 0.8 and more). The similarity of two articles of one source is halved.
///
/// s is the geometric mean of the *sparseness* of the two windows, ln 5001 ⁄ ln(1 + n) for n
/// articles (8 at least, 5,000 at most): the evidence that two articles tell one event must outweigh the number of articles that
/// either could be taken for (the logarithm of the prior odds). Among five articles of a week a
/// shared place and number say what they would not among five thousand, and there are fewer sequels
/// to be taken for the event.
pub(super) fn similarities(
    witnesses: &[Witness],
    timeline: &Timeline,
    pairs: &[Alike],
) -> Likeness {
    let crowding = crowding(timeline, pairs);
    let late = lateness(witnesses, timeline, pairs);
    let source = |place: usize| witnesses[timeline.articles[place] as usize].source;
    let edge = |pair: &Alike| {
        let (a, b) = (pair.places.0 as usize, pair.places.1 as usize);
        let sparse = (timeline.sparseness(a) * timeline.sparseness(b)).sqrt();
        let late = (late[source(a).at()], late[source(b).at()]);
        let is_reprint = pair.content >= REPRINT && source(a) != source(b);
        let fading = match timeline.gap(a, b, late) {
            Some(_) if is_reprint => 1.0,
            Some(gap) => (-gap / (FADING_HOURS * sparse)).exp(),
            None => UNDATED,
        };
        let again = if source(a) == source(b) {
            SAME_SOURCE
        } else {
            1.0
        };
        let crowd = ((crowding[a] + EASE) * (crowding[b] + EASE)).sqrt();
        let similarity = pair.content * fading * again * sparse * USUAL / crowd;
        Edge {
            places: pair.places,
            similarity: similarity.min(1.0),
        }
    };
    let edges = pairs.par_iter().map(edge).collect();
    Likeness { edges, late }
}

/// Mean content likeness of each place's nearest neighbours. Those that are not like it at all
/// count 0; those that its window has no room for are taken to be as usual.
fn crowding(timeline: &Timeline, pairs: &[Alike]) -> Vec<f32> {
    let mut near: Vec<Vec<f32>> = vec![Vec::new(); timeline.len()];
    for pair in pairs {
        near[pair.places.0 as usize].push(pair.content);
        near[pair.places.1 as usize].push(pair.content);
    }
    let mean = |(place, mut contents): (usize, Vec<f32>)| {
        contents.sort_unstable_by(|a, b| b.total_cmp(a));
        let others = timeline.around(place).len() - 1;
        let lacking = NEIGHBOURS.saturating_sub(others) as f32;
        let sum: f32 = contents.iter().take(NEIGHBOURS).sum();
        (sum + lacking * (USUAL - EASE)) / NEIGHBOURS as f32
    };
    near.into_par_iter().enumerate().map(mean).collect()
}
