//! `speakers.csv`: whom each source gives the floor, and whom others quote instead.

use super::{Spoken, spoken};
use crate::corpus::SourceIx;
use crate::error::Result;
use crate::events::EventIx;
use crate::report::cell::Cell;
use crate::report::names::{by_frequency, listed, tally};
use crate::report::table::{Rows, Table};
use crate::study::{Findings, SpeakerIx};
use crate::voice::SayingClass;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "speakers",
    fill,
};

/// So many names of speakers stand in a cell.
const MOST_NAMES: usize = 8;

/// Who speaks in which event, source by source.
type Floor = BTreeMap<EventIx, BTreeMap<SourceIx, BTreeSet<SpeakerIx>>>;

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let mut given: BTreeMap<(SourceIx, Option<SpeakerIx>), Vec<Spoken>> = BTreeMap::new();
    let mut sums: BTreeMap<SourceIx, u32> = BTreeMap::new();
    let mut floor = Floor::new();
    for one in spoken(findings) {
        let fact = &findings.facts[one.article.at()];
        *sums.entry(fact.source).or_default() += one.words;
        given
            .entry((fact.source, one.speaker))
            .or_default()
            .push(one);
        let event = floor.entry(fact.event).or_default();
        event.entry(fact.source).or_default().extend(one.speaker);
    }
    let words = |spoken: &[Spoken]| spoken.iter().map(|one| one.words).sum::<u32>();
    let mut given: Vec<_> = given.into_iter().collect();
    given.sort_by_key(|((source, speaker), spoken)| (*source, Reverse(words(spoken)), *speaker));
    for ((source, speaker), spoken) in given {
        let own = words(&spoken);
        let mut row = vec![
            Cell::text(findings.source_name(source)),
            findings.speaker_cell(speaker),
        ];
        row.extend(findings.side_cells(speaker));
        row.extend([Cell::count(spoken.len()), Cell::count(own)]);
        row.push(Cell::share(own, sums[&source]));
        row.extend(verbs(&spoken));
        row.push(Cell::text(names(speaker, &spoken)));
        row.extend(beside(findings, &floor, source, speaker, &spoken));
        rows.row(&row)?;
    }
    Ok(())
}

/// How many stretches stand behind verbs of stating and of claiming, and behind which kinds of verb;
/// how many are certain.
fn verbs(spoken: &[Spoken]) -> [Cell<'static>; 4] {
    let of = |wanted: &[SayingClass]| {
        let classes = spoken.iter().filter_map(|one| one.stretch.class);
        Cell::count(classes.filter(|class| wanted.contains(class)).count())
    };
    let classes = spoken.iter().filter_map(|one| one.stretch.class);
    let classes = tally(classes.map(|class| class.name().to_owned()));
    let certain = spoken.iter().filter(|one| one.stretch.certain).count();
    [
        Cell::count(certain),
        of(&[
            SayingClass::Announce,
            SayingClass::Inform,
            SayingClass::Show,
            SayingClass::Admit,
        ]),
        of(&[SayingClass::Claim]),
        Cell::text(listed(by_frequency(classes))),
    ]
}

/// Under what names.
fn names(speaker: Option<SpeakerIx>, spoken: &[Spoken]) -> String {
    let written = spoken.iter().filter_map(|one| one.stretch.speaker.clone());
    let written = written.map(|name| crate::corpus::markup::one_line(&name));
    let names = by_frequency(tally(written.filter(|_| speaker.is_some())));
    listed(names.into_iter().take(MOST_NAMES).collect())
}

/// Articles and events; the events in which others let somebody speak, too; of them those in which
/// no other lets this speaker speak; and who speaks for the others there.
fn beside(
    findings: &Findings,
    floor: &Floor,
    source: SourceIx,
    speaker: Option<SpeakerIx>,
    spoken: &[Spoken],
) -> [Cell<'static>; 5] {
    let articles: BTreeSet<_> = spoken.iter().map(|one| one.article).collect();
    let events = articles.iter().map(|ix| findings.facts[ix.at()].event);
    let events: BTreeSet<EventIx> = events.collect();
    let first = [Cell::count(articles.len()), Cell::count(events.len())];
    let Some(speaker) = speaker else {
        let [articles, events] = first;
        return [
            articles,
            events,
            Cell::Missing,
            Cell::Missing,
            Cell::Missing,
        ];
    };
    let others = |event: &EventIx| {
        let others = floor[event].iter().filter(|(other, _)| **other != source);
        others.flat_map(|(_, speakers)| speakers).copied().collect()
    };
    let others: Vec<BTreeSet<SpeakerIx>> = events.iter().map(others).collect();
    let shared = others.iter().filter(|speakers| !speakers.is_empty());
    let alone = shared
        .clone()
        .filter(|speakers| !speakers.contains(&speaker));
    let instead = alone.clone().flatten();
    let instead = instead.map(|ix| findings.speakers.speaker(*ix).name.clone());
    let instead = by_frequency(tally(instead)).into_iter().take(MOST_NAMES);
    let [articles, events] = first;
    [
        articles,
        events,
        Cell::count(shared.count()),
        Cell::count(alone.count()),
        Cell::text(listed(instead.collect())),
    ]
}
