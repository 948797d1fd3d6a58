//! Groups articles into events: the stages of alignment, one after the other.

use super::clocks::{Clocks, batched};
use super::correct::{corrected, moves, numbers, said};
use super::link::{Edge, link};
use super::pairs::{Alike, pairs};
use super::similarity::{Likeness, similarities};
use super::stories::stories;
use super::timeline::Timeline;
use super::weigh::{Weights, weigh};
use super::{AlignOptions, Alignment, Event, EventIx, Link, Witness, copies};
use crate::corpus::{ArticleIx, SourceIx};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Groups articles into events, with the links between them and their reasons, and finds copies.
/// The same at any number of threads.
///
/// Articles whose user gave the same event are that event, under the user's name; those given
/// different ones stay apart, whatever they say. An article without a given event may join either
/// kind by what it says. What a corrected grouping says goes before all that.
///
/// `tick` is told of each article that was compared with the others.
pub(crate) fn align(
    witnesses: &[Witness],
    options: &AlignOptions,
    tick: &(dyn Fn(u64) + Sync),
) -> Alignment {
    let timeline = Timeline::new(witnesses, options.window_hours);
    let weights = weigh(witnesses, &timeline);
    let pairs = pairs(&timeline, &weights, tick);
    let likeness = similarities(witnesses, &timeline, &pairs);
    let mut alignment = grouped(witnesses, &timeline, &likeness, options.similarity);
    alignment.links = links(&alignment, &timeline, &weights, &pairs, &likeness);
    alignment.stories = stories(&alignment, &timeline, &weights);
    let clocks = Clocks {
        late: likeness.signs.late.clone(),
        batched: alignment.batched.clone(),
    };
    drop((weights, pairs, likeness));
    (alignment.copies, alignment.witness) =
        copies::find(witnesses, &timeline, options.copy_overlap, &clocks);
    alignment
}

/// Groups articles into the same events as [`align`] does, without links and copies.
pub(crate) fn group(
    witnesses: &[Witness],
    options: &AlignOptions,
    tick: &(dyn Fn(u64) + Sync),
) -> Alignment {
    let timeline = Timeline::new(witnesses, options.window_hours);
    let likeness = {
        let pairs = pairs(&timeline, &weigh(witnesses, &timeline), tick);
        similarities(witnesses, &timeline, &pairs)
    };
    grouped(witnesses, &timeline, &likeness, options.similarity)
}

/// The events, the outlets' clocks, and what a corrected grouping changed.
pub(super) fn grouped(
    witnesses: &[Witness],
    timeline: &Timeline,
    likeness: &Likeness,
    least: f64,
) -> Alignment {
    let (sources, given) = known(witnesses, timeline);
    let groups = places_of(&link(&numbered(&given), &sources, &likeness.edges, least));
    let found = events(timeline, &groups, names(&given, &groups), &likeness.edges);
    let mut alignment = match corrected(witnesses, &found) {
        None => found,
        Some(names) => {
            let of_place = timeline
                .articles
                .iter()
                .map(|a| names[*a as usize].as_str());
            let groups = places_of(&renumbered(of_place));
            let name =
                |places: &Vec<u32>| names[timeline.articles[places[0] as usize] as usize].clone();
            let names = groups.iter().map(name).collect();
            let mut alignment = events(timeline, &groups, names, &likeness.edges);
            alignment.moves = moves(&found, &alignment);
            alignment
        }
    };
    alignment.batched = batched(witnesses, timeline);
    alignment.late_hours = likeness
        .signs
        .late
        .iter()
        .map(|late| f64::from(*late))
        .collect();
    alignment
}

/// The source of each place, and the event that was given to it.
pub(super) fn known<'a>(
    witnesses: &[Witness<'a>],
    timeline: &Timeline,
) -> (Vec<SourceIx>, Vec<Option<&'a str>>) {
    let each = timeline.articles.iter().map(|article| {
        let witness = &witnesses[*article as usize];
        (witness.source, said(witness.given_event))
    });
    each.unzip()
}

/// The event given to each place, as a number.
pub(super) fn numbered(names: &[Option<&str>]) -> Vec<Option<u32>> {
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
    let mut number = |name| {
        let next = numbers.len() as u32;
        *numbers.entry(name).or_insert(next)
    };
    names.iter().map(|name| name.map(&mut number)).collect()
}

/// Numbers for names, in the order in which they first stand.
fn renumbered<'a>(names: impl Iterator<Item = &'a str>) -> Vec<u32> {
    let names: Vec<Option<&str>> = names.map(Some).collect();
    numbered(&names).into_iter().flatten().collect()
}

/// The places of each group.
fn places_of(groups: &[u32]) -> Vec<Vec<u32>> {
    let count = groups.iter().max().map_or(0, |last| *last as usize + 1);
    let mut places: Vec<Vec<u32>> = vec![Vec::new(); count];
    for (place, group) in (0..).zip(groups) {
        places[*group as usize].push(place);
    }
    places
}

/// The events that groups of places make. Groups are in the order of their first places, which is
/// that of first date, then id.
fn events(
    timeline: &Timeline,
    groups: &[Vec<u32>],
    names: Vec<String>,
    edges: &[Edge],
) -> Alignment {
    let article = |place: u32| ArticleIx(timeline.articles[place as usize]);
    let mut alignment = Alignment {
        event_of: vec![EventIx(0); timeline.len()],
        ..Alignment::default()
    };
    for (ix, places) in (0..).map(EventIx).zip(groups) {
        for place in places {
            alignment.event_of[article(*place).at()] = ix;
        }
    }
    let mut inside: Vec<Vec<&Edge>> = vec![Vec::new(); groups.len()];
    for edge in edges {
        let [a, b] = [edge.places.0, edge.places.1].map(|p| alignment.event_of[article(p).at()]);
        if a == b {
            inside[a.0 as usize].push(edge);
        }
    }
    for ((places, name), edges) in groups.iter().zip(names).zip(&inside) {
        let (core, cohesion) = core(places, edges);
        alignment.events.push(Event {
            name,
            articles: places.iter().map(|place| article(*place)).collect(),
            core: article(core),
            cohesion,
        });
    }
    alignment
}

/// The edges inside events, with their reasons.
fn links(
    alignment: &Alignment,
    timeline: &Timeline,
    weights: &Weights,
    pairs: &[Alike],
    likeness: &Likeness,
) -> Vec<Link> {
    let article = |place: u32| ArticleIx(timeline.articles[place as usize]);
    let link = |(pair, edge): (&Alike, &Edge)| {
        let (a, b) = edge.places;
        let articles = (article(a), article(b));
        let event = |ix: ArticleIx| alignment.event_of[ix.at()];
        (event(articles.0) == event(articles.1)).then(|| Link {
            articles: (articles.0.min(articles.1), articles.0.max(articles.1)),
            similarity: edge.probability(),
            parts: likeness.signs.parts(pair),
            hours_apart: timeline
                .gap(a as usize, b as usize, (0.0, 0.0))
                .map(f64::from),
            shared: weights.rare_in_both(a as usize, b as usize),
        })
    };
    let edges = pairs.par_iter().zip(&likeness.edges);
    let mut links: Vec<Link> = edges.filter_map(link).collect();
    links.sort_by_key(|link| (alignment.event_of[link.articles.0.at()], link.articles));
    links
}

/// The place nearest all others of its event, ties to the earliest; and the mean similarity of the
/// others with it, pairs that were not alike enough to be kept counting 0.
fn core(places: &[u32], edges: &[&Edge]) -> (u32, Option<f64>) {
    if places.len() == 1 {
        return (places[0], None);
    }
    let mut sums: BTreeMap<u32, f64> = places.iter().map(|place| (*place, 0.0)).collect();
    for edge in edges {
        for place in [edge.places.0, edge.places.1] {
            *sums.entry(place).or_default() += edge.probability();
        }
    }
    let mut core = (places[0], sums[&places[0]]);
    for (place, sum) in sums {
        if sum > core.1 {
            core = (place, sum);
        }
    }
    (core.0, Some(core.1 / (places.len() - 1) as f64))
}

/// The user's name of each group, or `e0001` … ; a number that the user has used as a name is
/// passed over.
fn names(given: &[Option<&str>], groups: &[Vec<u32>]) -> Vec<String> {
    let taken: BTreeSet<&str> = given.iter().copied().flatten().collect();
    let mut numbers = numbers().filter(|name| !taken.contains(name.as_str()));
    let name = |places: &Vec<u32>| {
        let given = places.iter().find_map(|place| given[*place as usize]);
        match given {
            Some(name) => name.to_owned(),
            None => numbers.next().expect("numbers do not end"),
        }
    };
    groups.iter().map(name).collect()
}
