//! The articles in order of time, and how many hours lie between two of them.

use super::Witness;
use crate::corpus::Stamp;
use std::ops::Range;

/// A whole day: what a date without a time may mean.
const DAY: f32 = 24.0;

/// Least number of articles that words are judged among, where there are so many: about what a
/// dozen outlets publish in half a day.
const JUDGES: usize = 1000;

/// A study is taken to be chosen from at least so much news, however few articles it holds.
const LEAST_COMPANY: f32 = 8.0;

/// Articles in the window of a usual article of the Egyptian day, where likeness was measured.
const COMPANY: f32 = 5000.0;

/// From so many articles in its window on an article needs as much evidence as in a day's news: of a
/// quarter of the annotated corpora no event needs less.
const ENOUGH: f32 = 500.0;

/// The articles in order of time, those without a date at the end; ties by id.
///
/// All of alignment works on places in this order, so that a window is one range of places.
pub(super) struct Timeline {
    /// The article (its index) at each place.
    pub articles: Vec<u32>,
    /// The hours each place may stand for, counted from the first date; `None` without a date.
    hours: Vec<Option<Range<f32>>>,
    window_hours: f32,
}

impl Timeline {
    pub(crate) fn new(witnesses: &[Witness], window_hours: u32) -> Self {
        let mut articles: Vec<u32> = (0..witnesses.len() as u32).collect();
        articles.sort_by_key(|article| {
            let witness = &witnesses[*article as usize];
            (
                witness.date.is_none(),
                witness.date.map(|d| d.at),
                witness.id,
            )
        });
        let first = articles.first().and_then(|a| witnesses[*a as usize].date);
        let hours = articles
            .iter()
            .map(|article| Some(span(witnesses[*article as usize].date?, first?)))
            .collect();
        Timeline {
            articles,
            hours,
            window_hours: window_hours as f32,
        }
    }

    /// How many articles there are.
    pub(crate) fn len(&self) -> usize {
        self.articles.len()
    }

    /// The earlier places that may tell the same event as this one: for an article without a date
    /// all of them.
    pub(crate) fn before(&self, place: usize) -> Range<usize> {
        self.since(place)..place
    }

    /// All places within the window of this one, on both sides of it; for an article without a
    /// date all.
    pub(crate) fn around(&self, place: usize) -> Range<usize> {
        let Some(own) = &self.hours[place] else {
            return 0..self.len();
        };
        let latest = own.end + self.window_hours;
        let until = self.partition(|hours| hours.start <= latest);
        self.since(place)..until.max(place + 1)
    }

    /// The places among which the words of this one are judged common or rare: those within the
    /// window, and where these are few the nearest in time besides.
    ///
    /// In a small study the window of an article may hold nothing but its own event, in which the
    /// very words of the event are the commonest.
    pub(crate) fn judging(&self, place: usize) -> Range<usize> {
        let around = self.around(place);
        let start = around.start.min(place.saturating_sub(JUDGES / 2));
        let end = around.end.max((place + JUDGES / 2).min(self.len()));
        start..end
    }

    /// How much less evidence an article needs than one of a day's news: ln(501 / (1 + the articles
    /// of its window)), at least 0.
    pub(crate) fn sparseness(&self, place: usize) -> f32 {
        let company = self.company(place).min(ENOUGH);
        ((1.0 + ENOUGH) / (1.0 + company)).ln()
    }

    /// By how much less likeness an article may be compared than one of a full day's news: a factor,
    /// at least 1.
    pub(crate) fn leniency(&self, place: usize) -> f32 {
        (1.0 + COMPANY).ln() / (1.0 + self.company(place)).ln()
    }

    fn company(&self, place: usize) -> f32 {
        (self.around(place).len() as f32).clamp(LEAST_COMPANY, COMPANY)
    }

    /// Hours between two articles: at least so many, where one has no time of day; `None` where
    /// one has no date. `late` is how many hours too late each was stamped.
    pub(crate) fn gap(&self, a: usize, b: usize, late: (f32, f32)) -> Option<f32> {
        let (x, y) = (self.hours[a].as_ref()?, self.hours[b].as_ref()?);
        let shift = late.0 - late.1;
        let before = x.start - shift - y.end;
        Some(before.max(y.start - x.end + shift).max(0.0))
    }

    /// The first hour at which an article may have been published; `None` without a date.
    pub(crate) fn start(&self, place: usize) -> Option<f32> {
        self.hours[place].as_ref().map(|hours| hours.start)
    }

    /// The hour at which an article was published; `None` where the time of day is not known.
    pub(crate) fn moment(&self, place: usize) -> Option<f32> {
        let hours = self.hours[place].as_ref()?;
        (hours.start == hours.end).then_some(hours.start)
    }

    /// Whether one article was surely published before another, by stamps from which `late` hours are
    /// taken off, too.
    pub(crate) fn surely_before(&self, one: usize, other: usize, late: (f32, f32)) -> bool {
        let both = self.hours[one].as_ref().zip(self.hours[other].as_ref());
        both.is_some_and(|(one, other)| {
            let wait = (other.start - one.end).min(other.start - late.1 - (one.end - late.0));
            wait > 0.0 || wait == 0.0 && one.start < one.end
        })
    }

    /// Whether two articles are near enough in time to tell the same event, by their stamps.
    pub(crate) fn near(&self, a: usize, b: usize) -> bool {
        self.gap(a, b, (0.0, 0.0))
            .is_none_or(|gap| gap <= self.window_hours)
    }

    fn since(&self, place: usize) -> usize {
        let Some(own) = &self.hours[place] else {
            return 0;
        };
        // The other may have no time of day and so reach a day further than its start.
        let earliest = own.start - self.window_hours - DAY;
        self.partition(|hours| hours.start < earliest)
    }

    fn partition(&self, holds: impl Fn(&Range<f32>) -> bool) -> usize {
        self.hours
            .partition_point(|hours| hours.as_ref().is_some_and(&holds))
    }
}

/// The hours since `first` that a stamp may stand for.
fn span(stamp: Stamp, first: Stamp) -> Range<f32> {
    let start = (stamp.at.duration_since(first.at).as_secs_f64() / 3600.0) as f32;
    let length = if stamp.timed { 0.0 } else { DAY };
    start..start + length
}
