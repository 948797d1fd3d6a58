//! How late each outlet's stamps are. Some stamp a text when it reached their site and not when
//! it was written, up to half a day later, always alike; what all outlets took over from one
//! another tells how much.

use super::Witness;
use super::pairs::Pair;
use super::timeline::Timeline;

/// Likeness of content from which two articles are one text: copies of the Egyptian day have it.
const ONE_TEXT: f32 = 0.7;

/// Fewer texts in common with others tell nothing of an outlet's clock.
const LEAST_TEXTS: usize = 10;

/// Each outlet is set against others that are late themselves; after so many rounds no clock
/// moves by more than minutes.
const ROUNDS: usize = 4;

/// Hours by which the stamps of each source are late (negative: early) against those of the
/// others, by source; 0 where too little is known.
///
/// The median over the texts that a source shares with others of how much later it stamped them,
/// the others' lateness taken off. Stamps without a time of day tell nothing.
pub(super) fn lateness(witnesses: &[Witness], timeline: &Timeline, pairs: &[Pair]) -> Vec<f32> {
    let sources = witnesses.iter().map(|w| w.source.at() + 1).max();
    let mut late = vec![0.0; sources.unwrap_or(0)];
    let shared = shared_texts(witnesses, timeline, pairs);
    for _ in 0..ROUNDS {
        let mut delays: Vec<Vec<f32>> = vec![Vec::new(); late.len()];
        for (a, b, hours) in &shared {
            delays[*a].push(hours + late[*b]);
            delays[*b].push(late[*a] - hours);
        }
        late = delays.into_iter().map(median).collect();
    }
    late
}

/// The sources of each text that two sources have, and how many hours later the first stamped it.
fn shared_texts(
    witnesses: &[Witness],
    timeline: &Timeline,
    pairs: &[Pair],
) -> Vec<(usize, usize, f32)> {
    let source = |place: u32| {
        witnesses[timeline.articles[place as usize] as usize]
            .source
            .at()
    };
    let same = pairs.iter().filter(|pair| pair.content >= ONE_TEXT);
    same.filter_map(|pair| {
        let (a, b) = pair.places;
        let hours = timeline.moment(a as usize)? - timeline.moment(b as usize)?;
        (source(a) != source(b)).then(|| (source(a), source(b), hours))
    })
    .collect()
}

fn median(mut values: Vec<f32>) -> f32 {
    if values.len() < LEAST_TEXTS {
        return 0.0;
    }
    values.sort_unstable_by(f32::total_cmp);
    values[values.len() / 2]
}
