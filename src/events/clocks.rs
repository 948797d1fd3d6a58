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

/// Each outlet is set against others that are late themselves, so clocks are moved half of the way
/// at a time (two that share all their texts would swap places for ever); after so many rounds no
/// clock of the Egyptian day moves by more than minutes.
const ROUNDS: usize = 8;

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
        for (late, delays) in late.iter_mut().zip(delays) {
            *late = (*late + median(delays)) / 2.0;
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{SourceIx, Stamp};
    use crate::events::Outline;

    /// Source 1 stamps the texts that it shares with source 0 eight hours late.
    fn lateness_of(texts: usize, timed: bool) -> Vec<f32> {
        let outline = Outline::default();
        let ids: Vec<String> = (0..2 * texts).map(|n| format!("{n:03}")).collect();
        let witness = |n: usize| Witness {
            id: &ids[n],
            source: SourceIx((n % 2) as u32),
            date: Some(Stamp::of_minute((n / 2 + 480 * (n % 2)) as i64, timed)),
            given_event: None,
            corrected_event: None,
            is_agency: false,
            outline: &outline,
        };
        let witnesses: Vec<Witness> = (0..2 * texts).map(witness).collect();
        let timeline = Timeline::new(&witnesses, 72);
        let place = |n: usize| timeline.articles.iter().position(|a| *a as usize == n);
        let pair = |text: usize| Pair {
            places: (
                place(2 * text).unwrap() as u32,
                place(2 * text + 1).unwrap() as u32,
            ),
            content: 0.9,
        };
        let pairs: Vec<Pair> = (0..texts).map(pair).collect();
        lateness(&witnesses, &timeline, &pairs)
    }

    #[test]
    fn an_outlet_whose_stamps_are_always_late_is_found_out() {
        let late = lateness_of(12, true);
        assert!((late[1] - late[0] - 8.0).abs() < 0.01, "{late:?}");
    }

    #[test]
    fn few_texts_or_stamps_without_a_time_tell_nothing() {
        assert_eq!(lateness_of(9, true), [0.0, 0.0]);
        assert_eq!(lateness_of(12, false), [0.0, 0.0]);
    }
}
