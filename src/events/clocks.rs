//! How late each outlet's stamps are. Some stamp a text when it reached their site and not when
//! it was written, up to half a day later, always alike; what all outlets took over from one
//! another tells how much.

use super::Witness;
use super::pairs::Alike;
use super::timeline::Timeline;

/// Likeness of content from which two articles are one text: copies of the Egyptian day have it.
const ONE_TEXT: f32 = 0.7;

/// Fewer texts in common with others tell nothing of an outlet's clock.
const LEAST_TEXTS: usize = 10;

/// Each outlet is set against others that are late themselves, so clocks are moved half of the way
/// at a time (two that share all their texts would swap places for ever); after so many rounds no
/// clock of the Egyptian day moves by more than minutes.
const ROUNDS: usize = 8;

/// How far the stamps of each source are to be believed, by source.
pub(super) struct Clocks {
    /// Hours by which they are late.
    pub late: Vec<f32>,
    /// Whether they come in batches.
    pub batched: Vec<bool>,
}

impl Clocks {
    /// Whether the stamps of two articles tell that one was published before the other.
    pub(super) fn tell_first(
        &self,
        witnesses: &[Witness],
        timeline: &Timeline,
        (one, other): (usize, usize),
    ) -> bool {
        let source = |place: usize| witnesses[timeline.articles[place] as usize].source.at();
        let (a, b) = (source(one), source(other));
        let late = (self.late[a], self.late[b]);
        !self.batched[a] && !self.batched[b] && timeline.surely_before(one, other, late)
    }
}

/// Of fewer stamped articles it is not known how a source stamps them.
const LEAST_STAMPED: usize = 20;

/// A batch is so many articles and more, each no more than so many hours after the one before.
const BATCH: usize = 5;
const BATCH_HOURS: f32 = 1.0 / 60.0;

/// Share of a source's articles in batches from which its stamps say when a harvest came by. In the
/// press of two countries it is .17 and less where an outlet stamped them, .96 and more where a
/// harvest did or stamps were rounded to the hour.
const BATCHED: f32 = 0.5;

/// Whether the stamps of each source come in batches, by source: then they do not say when an
/// article was published.
pub(super) fn batched(witnesses: &[Witness], timeline: &Timeline) -> Vec<bool> {
    let sources = witnesses.iter().map(|w| w.source.at() + 1).max();
    let mut moments: Vec<Vec<f32>> = vec![Vec::new(); sources.unwrap_or(0)];
    for (place, article) in timeline.articles.iter().enumerate() {
        if let Some(moment) = timeline.moment(place) {
            moments[witnesses[*article as usize].source.at()].push(moment);
        }
    }
    let is_batched = |moments: &Vec<f32>| {
        let runs = moments.chunk_by(|a, b| b - a <= BATCH_HOURS);
        let in_batches: usize = runs.map(<[f32]>::len).filter(|run| *run >= BATCH).sum();
        moments.len() >= LEAST_STAMPED && in_batches as f32 >= BATCHED * moments.len() as f32
    };
    moments.iter().map(is_batched).collect()
}

/// Hours by which the stamps of each source are late (negative: early) against those of the
/// others, by source; 0 where too little is known.
///
/// The median over the texts that a source shares with others of how much later it stamped them,
/// the others' lateness taken off. Stamps without a time of day tell nothing.
pub(super) fn lateness(witnesses: &[Witness], timeline: &Timeline, pairs: &[Alike]) -> Vec<f32> {
    let sources = witnesses.iter().map(|w| w.source.at() + 1).max();
    let mut late = vec![0.0; sources.unwrap_or(0)];
    let (shared, texts) = shared_texts(witnesses, timeline, pairs);
    for _ in 0..ROUNDS {
        let mut delays: Vec<Vec<f32>> = vec![Vec::new(); late.len()];
        for (a, b, hours) in &shared {
            delays[*a].push(hours + late[*b]);
            delays[*b].push(late[*a] - hours);
        }
        for ((late, delays), texts) in late.iter_mut().zip(delays).zip(&texts) {
            if *texts >= LEAST_TEXTS {
                *late = (*late + median(delays)) / 2.0;
            }
        }
    }
    late
}

/// The sources of each pair of articles that are one text, and how many hours later the first stamped
/// it; and how many texts each source has that others have too. A text that ten others print is ten
/// pairs and one text.
fn shared_texts(
    witnesses: &[Witness],
    timeline: &Timeline,
    pairs: &[Alike],
) -> (Vec<(usize, usize, f32)>, Vec<usize>) {
    let source = |place: usize| witnesses[timeline.articles[place] as usize].source.at();
    let mut is_shared = vec![false; timeline.len()];
    let mut shared = Vec::new();
    for pair in pairs.iter().filter(|pair| pair.content >= ONE_TEXT) {
        let (a, b) = (pair.places.0 as usize, pair.places.1 as usize);
        let hours = timeline.moment(a).zip(timeline.moment(b));
        if let Some((at, other_at)) = hours.filter(|_| source(a) != source(b)) {
            shared.push((source(a), source(b), at - other_at));
            (is_shared[a], is_shared[b]) = (true, true);
        }
    }
    let sources = witnesses.iter().map(|w| w.source.at() + 1).max();
    let mut texts = vec![0; sources.unwrap_or(0)];
    for place in (0..timeline.len()).filter(|place| is_shared[*place]) {
        texts[source(place)] += 1;
    }
    (shared, texts)
}

fn median(mut values: Vec<f32>) -> f32 {
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
        let pair = |text: usize| Alike {
            places: (
                place(2 * text).unwrap() as u32,
                place(2 * text + 1).unwrap() as u32,
            ),
            content: 0.9,
            skeletons: 0.9,
        };
        let pairs: Vec<Alike> = (0..texts).map(pair).collect();
        lateness(&witnesses, &timeline, &pairs)
    }

    #[test]
    fn an_outlet_whose_stamps_are_always_late_is_found_out() {
        let late = lateness_of(12, true);
        assert!((late[1] - late[0] - 8.0).abs() < 0.01, "{late:?}");
    }

    /// Whether a source is known to stamp in batches that stamps so many articles at a time, each
    /// time six hours later.
    fn is_batched(articles: usize, at_a_time: usize) -> bool {
        let outline = Outline::default();
        let ids: Vec<String> = (0..articles).map(|n| format!("{n:03}")).collect();
        let witness = |n: usize| Witness {
            id: &ids[n],
            source: SourceIx(0),
            date: Some(Stamp::of_minute((n / at_a_time * 360) as i64, true)),
            given_event: None,
            corrected_event: None,
            is_agency: false,
            outline: &outline,
        };
        let witnesses: Vec<Witness> = (0..articles).map(witness).collect();
        batched(&witnesses, &Timeline::new(&witnesses, 72))[0]
    }

    #[test]
    fn a_harvest_that_stamps_all_it_finds_at_one_hour_is_known_as_such() {
        assert!(is_batched(40, 10));
        assert!(!is_batched(40, 2));
        assert!(!is_batched(10, 10));
    }

    #[test]
    fn one_text_that_many_print_tells_nothing_of_a_clock() {
        let outline = Outline::default();
        let ids: Vec<String> = (0..15).map(|n| format!("{n:03}")).collect();
        let witness = |n: usize| Witness {
            id: &ids[n],
            source: SourceIx(n as u32),
            date: Some(Stamp::of_minute(60 * n as i64, true)),
            given_event: None,
            corrected_event: None,
            is_agency: false,
            outline: &outline,
        };
        let witnesses: Vec<Witness> = (0..15).map(witness).collect();
        let timeline = Timeline::new(&witnesses, 72);
        let pairs: Vec<Alike> = (0..15)
            .flat_map(|a| (a + 1..15).map(move |b| (a, b)))
            .map(|places| Alike {
                places,
                content: 0.9,
                skeletons: 0.9,
            })
            .collect();
        assert_eq!(lateness(&witnesses, &timeline, &pairs), [0.0; 15]);
    }

    #[test]
    fn few_texts_or_stamps_without_a_time_tell_nothing() {
        assert_eq!(lateness_of(9, true), [0.0, 0.0]);
        assert_eq!(lateness_of(12, false), [0.0, 0.0]);
    }
}
