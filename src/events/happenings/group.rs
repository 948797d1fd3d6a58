//! Passages that tell one happening, put together: those that share what tells it from others, agree in
//! what else they say of it, and contradict each other in no date.

use super::evidence::Evidence;
use super::identity::{Identity, Rarity, Tie, identities};
use super::names::NameKey;
use super::read::{Clause, Read, read};
use super::roles::ActClasses;
use super::said::Grain;
use super::{Being, Happening, HappeningOptions, Passage, Told};
use crate::corpus::ArticleIx;
use crate::text::Vocabulary;
use jiff::civil::Date;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A clause of an article, by their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    article: u32,
    clause: u32,
    /// The word for the act, by its place in the clause.
    act: u32,
    tie: Tie,
}

/// Some passages that share what tells a happening.
struct Group {
    shared: BTreeSet<Identity>,
    places: Vec<Place>,
}

/// More clauses that share what tells a happening are of many: such an act is no rare one there.
const MOST_CLAUSES: usize = 60;

/// The happenings that articles tell in passing, in the order of their first articles.
pub(crate) fn happenings(
    articles: &[Told],
    vocabulary: &Vocabulary,
    acts: &ActClasses,
    options: HappeningOptions,
) -> Vec<Happening> {
    let evidence = Evidence::of(articles, vocabulary, acts);
    let read: Vec<Read> = articles
        .par_iter()
        .map(|told| read(told, acts, &evidence))
        .collect();
    let rarity = Rarity::of(articles, &read);
    let grouping = Grouping {
        articles,
        read: &read,
        acts,
        rarity: &rarity,
        evidence: &evidence,
        options,
    };
    let groups = merged(grouping.groups());
    let mut found: Vec<Happening> = groups.iter().map(|group| grouping.shown(group)).collect();
    let first = |happening: &Happening| {
        let passages = happening.passages.iter();
        passages
            .map(|passage| (passage.article, passage.bytes.start))
            .min()
    };
    found.sort_by_cached_key(|happening| (first(happening), happening.acts.clone()));
    found
}

struct Grouping<'a> {
    articles: &'a [Told<'a>],
    read: &'a [Read],
    acts: &'a ActClasses,
    rarity: &'a Rarity,
    evidence: &'a Evidence,
    options: HappeningOptions,
}

impl Grouping<'_> {
    fn told(&self, place: Place) -> &Told<'_> {
        &self.articles[place.article as usize]
    }

    fn clause(&self, place: Place) -> &Clause {
        &self.read[place.article as usize].clauses[place.clause as usize]
    }

    fn day(&self, place: Place) -> Option<Date> {
        self.told(place).date.map(|stamp| stamp.at.date())
    }

    /// The passages that tell each happening, where articles of several sources and events do.
    fn groups(&self) -> Vec<Group> {
        let by_identity = self.by_identity();
        let all: Vec<(Identity, Vec<Place>)> = by_identity.into_iter().collect();
        let groups = all.into_par_iter().flat_map_iter(|(identity, places)| {
            let alike = match places.len() {
                2..=MOST_CLAUSES => self.alike(&identity, places),
                _ => Vec::new(),
            };
            alike.into_iter().map(move |places| Group {
                shared: BTreeSet::from([identity.clone()]),
                places,
            })
        });
        groups.filter(|group| self.is_compared(group)).collect()
    }

    /// The clauses that share what tells a happening, but for those that tell an article's own event.
    fn by_identity(&self) -> BTreeMap<Identity, Vec<Place>> {
        let mut by_identity: BTreeMap<Identity, Vec<Place>> = BTreeMap::new();
        for (article, (told, read)) in (0..).zip(self.articles.iter().zip(self.read)) {
            for (clause, found) in (0..).zip(&read.clauses).filter(|_| told.counted) {
                for (identity, (act, tie)) in identities(found, told, self.acts, self.rarity) {
                    let is_own = |name: &NameKey| read.own.contains(&(identity.act, *name));
                    if !identity.names.iter().all(is_own) {
                        let act = act as u32;
                        by_identity.entry(identity).or_default().push(Place {
                            article,
                            clause,
                            act,
                            tie,
                        });
                    }
                }
            }
        }
        by_identity
    }

    /// The clauses put together where they agree with at least half of those before.
    fn alike(&self, identity: &Identity, mut places: Vec<Place>) -> Vec<Vec<Place>> {
        places.sort_by_key(|place| (self.day(*place), *place));
        let mut groups: Vec<Vec<Place>> = Vec::new();
        for place in places {
            let with = groups.iter_mut().find(|group| {
                let all = group.iter();
                let contradicts = all.clone().any(|other| self.contradict(*other, place));
                let agreeing = all.filter(|other| self.agree(identity, **other, place));
                !contradicts && 2 * agreeing.count() >= group.len()
            });
            match with {
                Some(group) => group.push(place),
                None => groups.push(vec![place]),
            }
        }
        groups
    }

    /// Whether two clauses name different dates, or their articles are too far apart.
    fn contradict(&self, one: Place, other: Place) -> bool {
        let said = [one, other].map(|place| self.clause(place).said);
        let is_other_day = match said {
            [Some(one), Some(other)] => !one.agrees(&other),
            _ => false,
        };
        let far = match [one, other].map(|place| self.day(place)) {
            [Some(one), Some(other)] => days_between(one, other) > self.options.window_days,
            _ => false,
        };
        let [one, other] = [one, other].map(|place| &self.clause(place).names);
        let namesakes = one.iter().any(|name| {
            let mut same = other.iter().filter(|of| of.key == name.key);
            same.any(|of| name.is_namesake(of))
        });
        is_other_day || far || namesakes
    }

    /// Whether two clauses that share what tells a happening tell one: by its date, by whom or what it
    /// was done to, by a place that hardly anybody names, or by what else both say.
    fn agree(&self, identity: &Identity, one: Place, other: Place) -> bool {
        if identity.said.is_some() {
            return true;
        }
        let most = |count: &dyn Fn(NameKey, Option<Date>) -> usize| {
            let of = |place: Place| {
                let counts = identity
                    .names
                    .iter()
                    .map(|name| count(*name, self.day(place)));
                // Of two names the rarer one tells.
                counts.min().unwrap_or(0)
            };
            of(one).max(of(other))
        };
        let articles = most(&|name, day| self.rarity.articles(name, day));
        let events = most(&|name, day| self.rarity.events(identity.act, name, day));
        let tie = one.tie.min(other.tie);
        let is_rare = match tie {
            Tie::Done => articles <= RARE_DONE && events <= 2,
            Tie::There => articles <= RARE_THERE && events <= 1,
            Tie::Near => false,
        };
        let least = match (is_rare, tie) {
            (true, Tie::Done) => return true,
            (true, _) => usize::from(self.evidence.can_weigh()),
            (false, Tie::Near) => LEAST_NEAR,
            (false, _) => LEAST_SHARED,
        };
        let several = if events > 1 { 2 } else { 1 };
        let counts = if self.count_alike(one, other) {
            0
        } else {
            OTHER_COUNT
        };
        self.shared(identity, one, other) >= least * several + counts
    }

    /// Whether two clauses share a number, or one has none.
    fn count_alike(&self, one: Place, other: Place) -> bool {
        let [one, other] = [one, other].map(|place| &self.clause(place).numbers);
        one.is_empty() || other.is_empty() || one.iter().any(|number| other.contains(number))
    }

    /// How much else two clauses share: rare words, and names; a day that both tell counts as one.
    fn shared(&self, identity: &Identity, one: Place, other: Place) -> usize {
        let [one, other] = [one, other].map(|place| self.clause(place));
        let words = one
            .rare
            .iter()
            .filter(|stem| other.rare.binary_search(stem).is_ok());
        let mut names: BTreeSet<NameKey> = one
            .names
            .iter()
            .filter(|name| name.being != Being::State && !identity.names.contains(&name.key))
            .map(|name| name.key)
            .collect();
        names.retain(|name| other.names.iter().any(|of| of.key == *name));
        let day = [one.said, other.said].map(|said| said.filter(|said| said.grain == Grain::Day));
        let same_day = matches!(day, [Some(one), Some(other)] if one == other);
        words.count() + names.len() + usize::from(same_day)
    }

    /// Whether articles of different sources and events tell it.
    fn is_compared(&self, group: &Group) -> bool {
        let sources: BTreeSet<_> = group.places.iter().map(|p| self.told(*p).source).collect();
        let events: BTreeSet<_> = group.places.iter().map(|p| self.told(*p).event).collect();
        sources.len() > 1 && events.len() > 1
    }

    fn shown(&self, group: &Group) -> Happening {
        let names: BTreeSet<NameKey> = group.shared.iter().flat_map(|i| i.names.clone()).collect();
        let passage = |place: &Place| {
            let clause = self.clause(*place);
            let shared = clause.names.iter().filter(|name| names.contains(&name.key));
            Passage {
                article: ArticleIx(place.article),
                bytes: clause.bytes.clone(),
                sentence: clause.sentence.clone(),
                act: clause.acts[place.act as usize].bytes.clone(),
                names: shared.map(|name| name.bytes.clone()).collect(),
                said: clause.said,
            }
        };
        let mut places = group.places.clone();
        places.sort_unstable_by_key(|place| (self.told(*place).source, *place));
        places.dedup_by_key(|place| (place.article, place.clause));
        let acts: BTreeSet<_> = group.shared.iter().map(|identity| identity.act).collect();
        Happening {
            acts: acts.into_iter().collect(),
            passages: places.iter().map(passage).collect(),
        }
    }
}

/// A name of whom or what an act was done to tells the happening alone where at most so many articles
/// have it lately.
const RARE_DONE: usize = 12;

/// The same of the place where an act was: larger places have many acts of a class. One thing more must
/// be shared where the study is large enough to tell what is rare.
const RARE_THERE: usize = 4;

/// Where a name is not so rare, clauses that tell one happening share at least so much else; twice as
/// much where several events are about such an act there.
const LEAST_SHARED: usize = 2;

/// The same where act and name only stand in one clause.
const LEAST_NEAR: usize = 4;

/// So much more where both give numbers and none is the same: counts of one happening differ, too.
const OTHER_COUNT: usize = 2;

fn days_between(one: Date, other: Date) -> u32 {
    let span = one.until(other);
    span.map_or(u32::MAX, |span| span.get_days().unsigned_abs())
}

/// The groups without those whose clauses are all in a larger one, which is then told by both.
fn merged(mut groups: Vec<Group>) -> Vec<Group> {
    let clauses = |group: &Group| -> BTreeSet<(u32, u32)> {
        let places = group.places.iter();
        places.map(|place| (place.article, place.clause)).collect()
    };
    groups.sort_by_key(|group| Reverse(clauses(group).len()));
    let mut kept: Vec<(BTreeSet<(u32, u32)>, Group)> = Vec::new();
    let mut holders: BTreeMap<(u32, u32), Vec<usize>> = BTreeMap::new();
    for group in groups {
        let own = clauses(&group);
        let candidates = own.first().and_then(|first| holders.get(first));
        let holder = candidates.and_then(|places| {
            places
                .iter()
                .copied()
                .find(|place| own.is_subset(&kept[*place].0))
        });
        match holder {
            Some(place) => kept[place].1.shared.extend(group.shared),
            None => {
                for clause in &own {
                    holders.entry(*clause).or_default().push(kept.len());
                }
                kept.push((own, group));
            }
        }
    }
    kept.into_iter().map(|(_, group)| group).collect()
}
