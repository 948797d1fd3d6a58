//! Groups articles into events: the stages of alignment, one after the other.

use super::link::{Edge, link};
use super::pairs::pairs;
use super::similarity::similarities;
use super::timeline::Timeline;
use super::weigh::weigh;
use super::{AlignOptions, Alignment, Event, EventIx, Link, Witness, copies};
use crate::corpus::ArticleIx;
use std::collections::{BTreeMap, BTreeSet};

/// Groups articles into events and finds copies. The same at any number of threads.
///
/// Articles whose user gave the same event are that event, under the user's name; those given
/// different ones stay apart, whatever they say. An article without a given event may join either
/// kind by what it says.
///
/// `tick` is told of each article that was compared with the others.
pub fn align(
    witnesses: &[Witness],
    options: &AlignOptions,
    tick: &(dyn Fn(u64) + Sync),
) -> Alignment {
    let timeline = Timeline::new(witnesses, options.window_hours);
    let edges = {
        let weights = weigh(witnesses, &timeline);
        let pairs = pairs(&timeline, &weights, tick);
        similarities(witnesses, &timeline, &pairs)
    };
    let groups = link(&given(witnesses, &timeline), &edges, options.similarity);
    let (copies, witness) = copies::find(witnesses, &timeline, options.copy_overlap);
    let mut alignment = events(witnesses, &timeline, &groups, &edges);
    alignment.copies = copies;
    alignment.witness = witness;
    alignment
}

/// The event given to each place, as a number.
fn given(witnesses: &[Witness], timeline: &Timeline) -> Vec<Option<u32>> {
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
    let places = timeline.articles.iter();
    places
        .map(|article| {
            let name = name_given(&witnesses[*article as usize])?;
            let next = numbers.len() as u32;
            Some(*numbers.entry(name).or_insert(next))
        })
        .collect()
}

fn name_given<'a>(witness: &Witness<'a>) -> Option<&'a str> {
    witness
        .given_event
        .map(str::trim)
        .filter(|name| !name.is_empty())
}

/// The events that the groups of places make. Groups are numbered by their first place, which is
/// the order of first date, then id.
fn events(witnesses: &[Witness], timeline: &Timeline, groups: &[u32], edges: &[Edge]) -> Alignment {
    let count = groups.iter().max().map_or(0, |last| *last as usize + 1);
    let mut places: Vec<Vec<u32>> = vec![Vec::new(); count];
    for (place, group) in (0..).zip(groups) {
        places[*group as usize].push(place);
    }
    let mut inside: Vec<Vec<&Edge>> = vec![Vec::new(); count];
    for edge in edges {
        let group = groups[edge.places.0 as usize];
        if group == groups[edge.places.1 as usize] {
            inside[group as usize].push(edge);
        }
    }
    let mut names = names(witnesses, timeline, &places).into_iter();
    let article = |place: u32| ArticleIx(timeline.articles[place as usize]);
    let mut alignment = Alignment {
        event_of: vec![EventIx(0); witnesses.len()],
        ..Alignment::default()
    };
    for (ix, (places, edges)) in (0..).map(EventIx).zip(places.iter().zip(&inside)) {
        let (core, cohesion) = core(places, edges);
        alignment.events.push(Event {
            name: names.next().expect("every group of places has a name"),
            articles: places.iter().map(|place| article(*place)).collect(),
            core: article(core),
            cohesion,
        });
        for place in places {
            alignment.event_of[article(*place).at()] = ix;
        }
        alignment.links.extend(edges.iter().map(|edge| {
            let (a, b) = (article(edge.places.0), article(edge.places.1));
            Link {
                articles: (a.min(b), a.max(b)),
                similarity: f64::from(edge.similarity),
            }
        }));
    }
    alignment.links.sort_by_key(|link| link.articles);
    alignment
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
            *sums.entry(place).or_default() += f64::from(edge.similarity);
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

/// The user's name of each event, or `e0001` … ; a number that the user has used as a name is
/// passed over.
fn names(witnesses: &[Witness], timeline: &Timeline, places: &[Vec<u32>]) -> Vec<String> {
    let taken: BTreeSet<&str> = witnesses.iter().filter_map(name_given).collect();
    let mut numbers = (1_u32..).map(|n| format!("e{n:04}"));
    let given = |places: &[u32]| {
        let articles = places
            .iter()
            .map(|place| timeline.articles[*place as usize]);
        articles
            .map(|a| &witnesses[a as usize])
            .find_map(name_given)
    };
    places
        .iter()
        .map(|places| match given(places) {
            Some(name) => name.to_owned(),
            None => numbers
                .find(|name| !taken.contains(name.as_str()))
                .expect("there are more numbers than events"),
        })
        .collect()
}
