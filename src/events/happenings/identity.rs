//! What tells one happening from another: the class of its act and the names that only it has lately, or
//! a date long past.

use super::names::NameKey;
use super::read::{ActWord, Clause, Read};
use super::roles::{ActClasses, By};
use super::said::{Grain, Said};
use super::{ActIx, Being, EventIx, Told};
use jiff::Span;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What two passages of one happening share.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Identity {
    /// The class of the act.
    pub act: ActIx,
    /// One name, or two.
    pub names: Vec<NameKey>,
    /// The date, where only it tells the happening from others.
    pub said: Option<Said>,
}

/// How firmly a clause ties an act to what tells it from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// Act and name stand in one clause.
    Near,
    /// The name is of where it was, in one clause.
    There,
    /// The name is of whom or what it was done to, or of both who did it; or its date is long past.
    Done,
}

/// A name that more articles have inside [`NEAR_DAYS`] tells nothing.
const MOST: usize = 60;

/// Days before and after an article inside which articles that have a name are counted.
const NEAR_DAYS: i32 = 15;

/// What was longer ago than this many days is past: it is told with its date and not as news.
const PAST_DAYS: i32 = 14;

/// How many articles have each name around a day, and how many events are about an act there.
#[derive(Default)]
pub(super) struct Rarity {
    names: BTreeMap<NameKey, Days>,
    own: BTreeMap<(ActIx, NameKey), Owners>,
}

/// The events that are about an act and a name, each with the days of its articles.
type Owners = BTreeSet<(Option<Date>, EventIx)>;

/// Days of articles, sorted; those without a date apart.
#[derive(Default)]
struct Days {
    known: Vec<Date>,
    unknown: usize,
}

impl Rarity {
    pub(super) fn of(articles: &[Told], read: &[Read]) -> Rarity {
        let mut rarity = Rarity::default();
        for (told, read) in articles.iter().zip(read).filter(|(told, _)| told.counted) {
            let day = told.date.map(|stamp| stamp.at.date());
            for name in &read.named {
                let days = rarity.names.entry(*name).or_default();
                match day {
                    Some(day) => days.known.push(day),
                    None => days.unknown += 1,
                }
            }
            for own in &read.own {
                rarity
                    .own
                    .entry(*own)
                    .or_default()
                    .insert((day, told.event));
            }
        }
        for days in rarity.names.values_mut() {
            days.known.sort_unstable();
        }
        rarity
    }

    /// How many articles have a name around a day, or ever where there is none.
    pub(super) fn articles(&self, name: NameKey, day: Option<Date>) -> usize {
        let Some(days) = self.names.get(&name) else {
            return 0;
        };
        let known = &days.known;
        let near = |day: Date| {
            let (from, to) = around(day);
            known.partition_point(|day| *day <= to) - known.partition_point(|day| *day < from)
        };
        day.map_or(known.len(), near) + days.unknown
    }

    /// How many events around a day are about an act of a class with a name.
    pub(super) fn events(&self, act: ActIx, name: NameKey, day: Option<Date>) -> usize {
        let Some(own) = self.own.get(&(act, name)) else {
            return 0;
        };
        let is_near = |of: Option<Date>| match (day, of) {
            (Some(day), Some(of)) => (around(day).0..=around(day).1).contains(&of),
            _ => true,
        };
        let near = own.iter().filter(|(day, _)| is_near(*day));
        let events: BTreeSet<EventIx> = near.map(|(_, event)| *event).collect();
        events.len()
    }
}

fn around(day: Date) -> (Date, Date) {
    let near = Span::new().days(NEAR_DAYS);
    let from = day.checked_sub(near).unwrap_or(Date::MIN);
    (from, day.checked_add(near).unwrap_or(Date::MAX))
}

/// What tells the happenings of a clause from others, each with the place of the word for its act and
/// how firmly it is tied.
pub(super) fn identities(
    clause: &Clause,
    told: &Told,
    acts: &ActClasses,
    rarity: &Rarity,
) -> BTreeMap<Identity, (usize, Tie)> {
    let day = told.date.map(|stamp| stamp.at.date());
    let tells = |name: NameKey| rarity.articles(name, day) <= MOST;
    let mut found: BTreeMap<Identity, (usize, Tie)> = BTreeMap::new();
    for (at, word) in clause.acts.iter().enumerate() {
        let by = acts.by(word.act);
        for (names, tie) in ties(clause, word, by) {
            if names.iter().all(|name| tells(*name)) {
                let identity = Identity {
                    act: word.act,
                    names,
                    said: None,
                };
                let known = found.entry(identity).or_insert((at, tie));
                if tie > known.1 {
                    *known = (at, tie);
                }
            }
        }
        if let Some(said) = clause.said.filter(|said| dates(*said, by, day)) {
            for name in &clause.names {
                let identity = Identity {
                    act: word.act,
                    names: vec![name.key],
                    said: Some(whole(said, by)),
                };
                found.entry(identity).or_insert((at, Tie::Done));
            }
        }
    }
    found
}

/// What befalls a state is told by its year.
fn whole(said: Said, by: By) -> Said {
    match by {
        By::State => Said {
            first: said.first.first_of_year(),
            grain: Grain::Year,
        },
        _ => said,
    }
}

/// The names that a clause ties to an act.
fn ties(clause: &Clause, word: &ActWord, by: By) -> Vec<(Vec<NameKey>, Tie)> {
    let name = |at: usize| &clause.names[at];
    let object = word.object.map(name);
    let place = word.place.map(name);
    let there = || place.map(|place| (vec![place.key], Tie::There));
    let done = |being: Being| {
        let object = object.filter(|object| object.being == being)?;
        Some((vec![object.key], Tie::Done))
    };
    let mut ties = match by {
        By::Place => {
            let border = clause
                .names
                .iter()
                .filter(|name| matches!(name.key, NameKey::Border(_)));
            let border = border.map(|border| (vec![border.key], Tie::There));
            there().into_iter().chain(border).collect()
        }
        By::Town => done(Being::Place).into_iter().collect(),
        By::Person => done(Being::Person).into_iter().chain(there()).collect(),
        By::Pair => pairs(clause)
            .into_iter()
            .map(|pair| (pair, Tie::Done))
            .collect(),
        By::State => Vec::new(),
    };
    // Persons stand in a clause for many reasons: who speaks, who came to the place.
    let near = |being: Being| match by {
        By::Place => being == Being::Place,
        By::Person => being != Being::State,
        By::Pair => being == Being::Person,
        By::Town | By::State => false,
    };
    let near = clause.names.iter().filter(|name| near(name.being));
    ties.extend(near.map(|name| (vec![name.key], Tie::Near)));
    ties
}

/// Two persons of a clause.
fn pairs(clause: &Clause) -> Vec<Vec<NameKey>> {
    let persons = clause
        .names
        .iter()
        .filter(|name| name.being == Being::Person);
    let persons: BTreeSet<NameKey> = persons.map(|name| name.key).collect();
    let persons: Vec<NameKey> = persons.into_iter().collect();
    let pairs = persons.iter().enumerate();
    let pairs =
        pairs.flat_map(|(at, one)| persons[at + 1..].iter().map(|other| vec![*one, *other]));
    pairs.collect()
}

/// Whether a date tells a happening of its kind from others: a day long past, a year of what befalls a
/// state.
fn dates(said: Said, by: By, published: Option<Date>) -> bool {
    let is_past = published.is_some_and(|day| {
        let latest = day.checked_sub(Span::new().days(PAST_DAYS));
        latest.is_ok_and(|latest| said.last() < latest)
    });
    is_past && (by == By::State || said.grain == Grain::Day)
}
