//! Takes a corrected grouping back, and tells what it changed.

use super::{Alignment, Event, EventIx, Move, Witness};
use crate::corpus::ArticleIx;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The name of each article's event once a grouping is corrected, by article; `None` where no
/// correction names an article.
///
/// An article that is named goes where the correction says. One that is not named stays with its
/// event, which goes by the name that the correction gives to more than half of its articles, or
/// else keeps its own. Corrections that name half of all articles or less mean the events that
/// were found: an event found keeps its name and takes in whoever is given that name. Those that
/// name more are a grouping of their own, perhaps from before some articles were added: an event
/// found shares a name with one of theirs only where it shares an article with it.
pub(super) fn corrected(witnesses: &[Witness], found: &Alignment) -> Option<Vec<String>> {
    let named: Vec<Option<&str>> = witnesses.iter().map(|w| said(w.corrected_event)).collect();
    let count = named.iter().flatten().count();
    if count == 0 {
        return None;
    }
    let taken: BTreeSet<&str> = named.iter().copied().flatten().collect();
    let own: BTreeSet<&str> = found.events.iter().map(|e| e.name.as_str()).collect();
    let free = |name: &String| !taken.contains(name.as_str()) && !own.contains(name.as_str());
    let mut fresh = numbers().filter(free);
    let whole = 2 * count > named.len();
    let mut names = vec![String::new(); witnesses.len()];
    for event in &found.events {
        let given = || {
            event
                .articles
                .iter()
                .filter_map(|article| named[article.at()])
        };
        let most = counts(given()).into_iter().max_by_key(|(_, times)| *times);
        let rest = match most {
            Some((name, times)) if 2 * times > event.articles.len() => name.to_owned(),
            _ if whole
                && taken.contains(event.name.as_str())
                && given().all(|n| n != event.name) =>
            {
                fresh.next().expect("numbers do not end")
            }
            _ => event.name.clone(),
        };
        for article in &event.articles {
            names[article.at()] = named[article.at()].map_or_else(|| rest.clone(), str::to_owned);
        }
    }
    Some(names)
}

/// A name that a user gave, if it says anything.
pub(super) fn said(name: Option<&str>) -> Option<&str> {
    name.map(str::trim).filter(|name| !name.is_empty())
}

/// `e0001`, `e0002` …
pub(super) fn numbers() -> impl Iterator<Item = String> {
    (1_u32..).map(|n| format!("e{n:04}"))
}

/// How often each of some things occurs.
fn counts<T: Ord>(things: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for thing in things {
        *counts.entry(thing).or_default() += 1;
    }
    counts
}

/// The articles that are elsewhere in one grouping than in another of the same articles.
///
/// An event of the one and an event of the other are the same, whatever their names, where each
/// holds more articles of the other than any third does; ties go to the one of the same name, then
/// to the smaller one, then to the earlier. An article is moved where its two events are not the
/// same.
pub(super) fn moves(before: &Alignment, after: &Alignment) -> Vec<Move> {
    let (becomes, was) = (heirs(before, after), heirs(after, before));
    let moved = |(article, (from, to)): (ArticleIx, (&EventIx, &EventIx))| {
        let same = becomes[from.0 as usize] == *to && was[to.0 as usize] == *from;
        (!same).then(|| Move {
            article,
            from: before.events[from.0 as usize].name.clone(),
            to: *to,
        })
    };
    let articles = before.event_of.iter().zip(&after.event_of);
    let articles = (0..).map(ArticleIx).zip(articles);
    articles.filter_map(moved).collect()
}

/// For each event the one of another grouping that most of its articles are in.
fn heirs(of: &Alignment, among: &Alignment) -> Vec<EventIx> {
    let heir = |event: &Event| {
        let counts = counts(
            event
                .articles
                .iter()
                .map(|article| among.event_of[article.at()]),
        );
        let heir = counts.into_iter().max_by_key(|(ix, count)| {
            let other = &among.events[ix.0 as usize];
            let size = Reverse(other.articles.len());
            (*count, other.name == event.name, size, Reverse(*ix))
        });
        heir.expect("an event has articles").0
    };
    of.events.iter().map(heir).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A grouping, of each article its event.
    fn grouping(events_of: &[u32]) -> Alignment {
        let count = events_of.iter().max().map_or(0, |last| last + 1);
        let event = |ix: u32| {
            let all = (0..).map(ArticleIx).zip(events_of);
            let articles: Vec<ArticleIx> =
                all.filter(|(_, of)| **of == ix).map(|(a, _)| a).collect();
            Event {
                name: format!("e{ix}"),
                core: articles[0],
                articles,
                cohesion: None,
            }
        };
        Alignment {
            events: (0..count).map(event).collect(),
            event_of: events_of.iter().copied().map(EventIx).collect(),
            ..Alignment::default()
        }
    }

    #[test]
    fn what_is_named_goes_where_it_is_put_and_the_rest_stays_with_its_event() {
        let cases: [(&[u32], &[&str], &[&str]); 9] = [
            // One is taken out, moved to another event, put beside a new name.
            (&[0, 0, 0, 1], &["x", "", "", ""], &["x", "e0", "e0", "e1"]),
            (
                &[0, 0, 1, 1],
                &["e1", "", "", ""],
                &["e1", "e0", "e1", "e1"],
            ),
            (&[0, 0, 1], &["", "x", "x"], &["e0", "x", "x"]),
            // Half of an event is not the event; more than half is.
            (
                &[0, 0, 1, 1, 1, 1, 1],
                &["x", "", "", "", "", "", ""],
                &["x", "e0", "e1", "e1", "e1", "e1", "e1"],
            ),
            (
                &[0, 0, 0, 1, 1, 1],
                &["x", "x", "", "", "", ""],
                &["x", "x", "x", "e1", "e1", "e1"],
            ),
            // Two events are one.
            (&[0, 1, 2], &["", "e0", ""], &["e0", "e0", "e2"]),
            // A whole grouping from before there were the last three: its e0 is not today's.
            (
                &[0, 1, 1, 1, 1, 2, 2],
                &["", "e0", "e0", "e0", "e0", "", ""],
                &["e0001", "e0", "e0", "e0", "e0", "e2", "e2"],
            ),
            (
                &[0, 1, 1, 1],
                &["e1", "e0", "e0", ""],
                &["e1", "e0", "e0", "e0"],
            ),
            (
                &[0, 0, 1, 1],
                &["e0", "", "e1", "e1"],
                &["e0", "e0", "e1", "e1"],
            ),
        ];
        let outline = crate::events::Outline::default();
        for (events_of, corrections, expected) in cases {
            let witness = |name: &&'static str| Witness {
                id: "",
                source: crate::corpus::SourceIx(0),
                date: None,
                given_event: None,
                corrected_event: Some(*name),
                is_agency: false,
                outline: &outline,
            };
            let witnesses: Vec<Witness> = corrections.iter().map(witness).collect();
            let names = corrected(&witnesses, &grouping(events_of)).unwrap();
            assert_eq!(names, expected, "{events_of:?} {corrections:?}");
        }
    }

    #[test]
    fn articles_that_changed_company_are_moved_and_events_that_changed_names_are_not() {
        let cases: [(&[u32], &[u32], &[&str]); 6] = [
            (&[0, 0, 1], &[0, 0, 1], &[]),
            (&[0, 0, 1], &[1, 1, 0], &[]),
            (&[0, 0, 0, 1], &[0, 0, 1, 1], &["2 from e0 to 1"]),
            (&[0, 0, 0, 1], &[0, 0, 1, 2], &["2 from e0 to 1"]),
            (
                &[0, 0, 1, 2],
                &[0, 0, 0, 0],
                &["2 from e1 to 0", "3 from e2 to 0"],
            ),
            (
                &[0, 0, 0, 0],
                &[0, 0, 1, 1],
                &["2 from e0 to 1", "3 from e0 to 1"],
            ),
        ];
        for (before, after, expected) in cases {
            let moves = moves(&grouping(before), &grouping(after));
            let told: Vec<String> = moves
                .iter()
                .map(|m| format!("{} from {} to {}", m.article.0, m.from, m.to.0))
                .collect();
            assert_eq!(told, expected, "{before:?} {after:?}");
        }
    }
}
