//! Stories: which event goes on from which earlier one, by the names that both tell of.
//!
//! Arabic has no capitals. A *name* is taken to be a word that stands with the article always or
//! never, without an owner, and, where it has no article, behind prepositions: verbs do not stand
//! there, and common nouns stand in all ways.

use super::outline::Standing;
use super::timeline::Timeline;
use super::weigh::{Prominence, Weights};
use super::{Alignment, Event, EventIx, Story};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// Hours after the first article of an event up to which another may go on from it.
const SPAN_HOURS: f32 = 168.0;

/// How a word stands is not known from fewer articles.
const LEAST_ARTICLES: u32 = 8;

/// A word that has the article in less than this share of its articles never has it, and one that
/// lacks it in less has it always: so much is misread or misprinted.
const MISREAD: f32 = 0.04;

/// Least share of the articles of a name without article in which it stands behind a preposition.
const LEAST_GOVERNED: f32 = 0.1;

/// An event is known by so many of its weightiest words, and by the names among them.
const WORDS: usize = 60;
const NAMES: usize = 15;

/// Least cosine of the words of two events of one story, and of their names alone.
const LEAST_WORDS: f32 = 0.3;
const LEAST_NAMES: f32 = 0.4;

/// The same of an event and the first one of its story: a chain of neighbours makes no story.
const LEAST_FIRST_WORDS: f32 = 0.15;
const LEAST_FIRST_NAMES: f32 = 0.3;

/// So many names, or two of which one has no article, make a story: *the office* and *the ministry*
/// alone do not.
const ENOUGH_NAMES: usize = 4;

/// The story of each event; `None` where no other is surely of it.
pub(super) fn stories(
    alignment: &Alignment,
    timeline: &Timeline,
    weights: &Weights,
) -> Vec<Option<Story>> {
    let names = names(weights);
    let mut place_of = vec![0; timeline.len()];
    for (place, article) in timeline.articles.iter().enumerate() {
        place_of[*article as usize] = place;
    }
    let events = alignment.events.par_iter();
    let profiles: Vec<Profile> = events
        .map(|event| Profile::of(event, &place_of, timeline, weights, &names))
        .collect();
    let mut having: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for (ix, profile) in (0..).zip(&profiles) {
        for (name, _) in &profile.names {
            having.entry(*name).or_default().push(ix);
        }
    }
    let places: Vec<u32> = (0..profiles.len() as u32).collect();
    let candidates: Vec<Vec<u32>> = places
        .par_iter()
        .map(|ix| candidates(*ix, &profiles, &having, &names))
        .collect();
    let mut first: Vec<u32> = places;
    let mut stories = vec![None; profiles.len()];
    for (ix, candidates) in candidates.iter().enumerate() {
        let is_near = |other: &&u32| {
            let root = &profiles[first[**other as usize] as usize];
            let own = &profiles[ix];
            cosine(&own.words, &root.words) >= LEAST_FIRST_WORDS
                && cosine(&own.names, &root.names) >= LEAST_FIRST_NAMES
        };
        if let Some(before) = candidates.iter().find(is_near) {
            let root = first[*before as usize];
            first[ix] = root;
            let [story, before] = [root, *before].map(EventIx);
            stories[ix] = Some(Story {
                first: story,
                before: Some(before),
            });
            stories[root as usize] = Some(Story {
                first: story,
                before: None,
            });
        }
    }
    stories
}

/// What a word is, by how it stands in all articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Common,
    NameWithArticle,
    BareName,
}

/// The kind of each word of the vocabulary.
fn names(weights: &Weights) -> Vec<Kind> {
    #[derive(Clone, Copy, Default)]
    struct Counts {
        all: u32,
        definite: u32,
        bare: u32,
        owned: u32,
        governed: u32,
    }
    let mut counts = vec![Counts::default(); weights.stems.len()];
    for weight in weights.of.iter().flat_map(|weighed| &weighed.words) {
        let of = &mut counts[weight.word as usize];
        of.all += 1;
        of.definite += u32::from(weight.stands.has(Standing::DEFINITE));
        of.bare += u32::from(weight.stands.has(Standing::BARE));
        of.owned += u32::from(weight.stands.has(Standing::OWNED));
        of.governed += u32::from(weight.stands.has(Standing::GOVERNED));
    }
    let kind = |of: &Counts| {
        let share = |count: u32| count as f32 / of.all as f32;
        let is_misread = |count: u32| share(count) <= MISREAD;
        if of.all < LEAST_ARTICLES || !is_misread(of.owned) {
            Kind::Common
        } else if is_misread(of.bare) {
            Kind::NameWithArticle
        } else if is_misread(of.definite) && share(of.governed) >= LEAST_GOVERNED {
            Kind::BareName
        } else {
            Kind::Common
        }
    };
    counts.iter().map(kind).collect()
}

/// What an event is known by.
struct Profile {
    /// Its first hour.
    hour: Option<f32>,
    /// Its weightiest words, sorted by number; the squares of the weights add up to 1.
    words: Vec<(u32, f32)>,
    /// The rare names among them, in the same way.
    names: Vec<(u32, f32)>,
    /// The words of its titles.
    titles: FxHashSet<u32>,
}

impl Profile {
    fn of(
        event: &Event,
        place_of: &[usize],
        timeline: &Timeline,
        weights: &Weights,
        kinds: &[Kind],
    ) -> Self {
        let mut sums: FxHashMap<u32, (f32, bool)> = FxHashMap::default();
        let mut titles = FxHashSet::default();
        let places = event.articles.iter().map(|ix| place_of[ix.at()]);
        for place in places.clone() {
            let weighed = &weights.of[place];
            for weight in &weighed.words {
                let (sum, is_rare) = sums.entry(weight.word).or_default();
                *sum += weight.all;
                *is_rare |= weight.rarity >= weighed.rare;
                if weight.place == Prominence::Title {
                    titles.insert(weight.word);
                }
            }
        }
        let mut words: Vec<(u32, (f32, bool))> = sums.into_iter().collect();
        words.sort_by(|a, b| b.1.0.total_cmp(&a.1.0).then(a.0.cmp(&b.0)));
        words.truncate(WORDS);
        let is_name = |(word, (_, is_rare)): &&(u32, (f32, bool))| {
            *is_rare && kinds[*word as usize] != Kind::Common
        };
        let weighed = |(word, (sum, _)): &(u32, (f32, bool))| (*word, *sum);
        Profile {
            hour: places.filter_map(|place| timeline.start(place)).next(),
            names: normed(words.iter().filter(is_name).take(NAMES).map(weighed)),
            words: normed(words.iter().map(weighed)),
            titles,
        }
    }
}

fn normed(words: impl Iterator<Item = (u32, f32)>) -> Vec<(u32, f32)> {
    let mut words: Vec<(u32, f32)> = words.collect();
    let squares: f32 = words.iter().map(|(_, weight)| weight * weight).sum();
    let length = squares.sqrt().max(f32::MIN_POSITIVE);
    words.iter_mut().for_each(|(_, weight)| *weight /= length);
    words.sort_unstable_by_key(|(word, _)| *word);
    words
}

/// The earlier events that one may go on from, the likest first, ties to the earlier.
fn candidates(
    ix: u32,
    profiles: &[Profile],
    having: &FxHashMap<u32, Vec<u32>>,
    kinds: &[Kind],
) -> Vec<u32> {
    let own = &profiles[ix as usize];
    let Some(hour) = own.hour else {
        return Vec::new();
    };
    let is_near = |other: &&u32| {
        let before = profiles[**other as usize].hour;
        before.is_some_and(|before| hour - before <= SPAN_HOURS)
    };
    let mut found: Vec<u32> = Vec::new();
    for (name, _) in &own.names {
        let others = having.get(name).map_or(&[][..], Vec::as_slice);
        let earlier = &others[..others.partition_point(|other| *other < ix)];
        found.extend(earlier.iter().rev().take_while(is_near));
    }
    found.sort_unstable();
    let shared_twice = found
        .chunk_by(|a, b| a == b)
        .filter(|times| times.len() > 1);
    let mut scored: Vec<(f32, u32)> = shared_twice
        .filter_map(|times| {
            Some((
                likeness(own, &profiles[times[0] as usize], kinds)?,
                times[0],
            ))
        })
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    scored.into_iter().map(|(_, other)| other).collect()
}

/// How like two events are; `None` where they are not like enough to be one story.
fn likeness(one: &Profile, other: &Profile, kinds: &[Kind]) -> Option<f32> {
    let of = |(name, _): &(u32, f32)| other.names.binary_search_by_key(name, |(n, _)| *n).is_ok();
    let shared: Vec<u32> = one
        .names
        .iter()
        .filter(|n| of(n))
        .map(|(n, _)| *n)
        .collect();
    let is_bare = |name: &u32| kinds[*name as usize] == Kind::BareName;
    let is_told = |name: &u32| one.titles.contains(name) && other.titles.contains(name);
    if !shared.iter().any(is_told) {
        return None;
    }
    if shared.len() < ENOUGH_NAMES && !shared.iter().any(is_bare) {
        return None;
    }
    let (words, names) = (
        cosine(&one.words, &other.words),
        cosine(&one.names, &other.names),
    );
    (words >= LEAST_WORDS && names >= LEAST_NAMES).then_some(words + names)
}

/// Cosine of two lists of words, sorted by number.
fn cosine(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let mut others = b.iter().peekable();
    let mut sum = 0.0;
    for (word, weight) in a {
        while others.next_if(|(other, _)| other < word).is_some() {}
        if let Some((_, other)) = others.next_if(|(other, _)| other == word) {
            sum += weight * other;
        }
    }
    sum
}
