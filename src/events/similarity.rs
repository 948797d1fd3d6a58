//! From likeness of content to similarity: how likely two articles tell one event, given how many
//! others are much like them and how far apart they were published.

use super::Witness;
use super::link::Edge;
use super::pairs::Pair;
use super::timeline::Timeline;
use rayon::prelude::*;

/// An article's surroundings are its so many most similar others.
const NEIGHBOURS: usize = 20;

/// Added to an article's crowding, so that one with no neighbours is not divided by nothing.
const EASE: f32 = 0.2;

/// Crowding of a usual article, `EASE` included: with it content and similarity are the same.
/// Measured on the Egyptian day.
const USUAL: f32 = 0.577;

/// Hours after which similarity is down to 1/e: what is told two days later in the same words is
/// mostly a sequel.
const FADING_HOURS: f32 = 48.0;

/// What the similarity of two articles of one source is multiplied by: an outlet seldom tells one
/// event twice.
const SAME_SOURCE: f32 = 0.85;

/// The similarity of each pair, 0 … 1.
///
/// content × e^(−hours / 48) × 0.577 ⁄ √((c₁ + 0.2)(c₂ + 0.2)), where c is the *crowding* of an
/// article: the mean content likeness of its 20 nearest. In a story that a hundred articles tell,
/// they are all alike and only much likeness means the same event; of a fire in a village nobody
/// else writes, and a little is enough. (Local scaling: Zelnik-Manor & Perona 2004, *Self-tuning
/// spectral clustering*.)
pub(super) fn similarities(
    witnesses: &[Witness],
    timeline: &Timeline,
    pairs: &[Pair],
) -> Vec<Edge> {
    let crowding = crowding(timeline.len(), pairs);
    pairs
        .par_iter()
        .map(|pair| {
            let (a, b) = (pair.places.0 as usize, pair.places.1 as usize);
            let fading = timeline
                .gap(a, b)
                .map_or(1.0, |gap| (-gap / FADING_HOURS).exp());
            let source = |place: usize| witnesses[timeline.articles[place] as usize].source;
            let again = if source(a) == source(b) {
                SAME_SOURCE
            } else {
                1.0
            };
            let crowd = ((crowding[a] + EASE) * (crowding[b] + EASE)).sqrt();
            Edge {
                places: pair.places,
                similarity: (pair.content * fading * again * USUAL / crowd).min(1.0),
            }
        })
        .collect()
}

/// Mean content likeness of each place's nearest neighbours; missing ones count 0.
fn crowding(places: usize, pairs: &[Pair]) -> Vec<f32> {
    let mut near: Vec<Vec<f32>> = vec![Vec::new(); places];
    for pair in pairs {
        near[pair.places.0 as usize].push(pair.content);
        near[pair.places.1 as usize].push(pair.content);
    }
    near.into_par_iter()
        .map(|mut contents| {
            contents.sort_unstable_by(|a, b| b.total_cmp(a));
            contents.iter().take(NEIGHBOURS).sum::<f32>() / NEIGHBOURS as f32
        })
        .collect()
}
