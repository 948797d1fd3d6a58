//! `speakers.csv`: whom each source gives the floor, and whom others quote instead.

use super::{Turn, turns};
use crate::corpus::SourceIx;
use crate::corpus::markup::one_line;
use crate::error::Result;
use crate::events::EventIx;
use crate::report::cell::Cell;
use crate::report::names::{by_frequency, listed, tally};
use crate::report::table::{Rows, Table};
use crate::study::{Findings, Known, SpeakerIx};
use crate::voice::SayingClass;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "speakers",
    fill,
};

/// So many names of speakers stand in a cell.
const MOST_NAMES: usize = 5;

/// Who speaks in which event, source by source.
type Floor = BTreeMap<EventIx, BTreeMap<SourceIx, BTreeSet<SpeakerIx>>>;

/// What each source gives to whom to say.
type Given<'a> = BTreeMap<(SourceIx, Option<SpeakerIx>), Vec<Turn<'a>>>;

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let mut given = Given::new();
    let mut sums: BTreeMap<SourceIx, u32> = BTreeMap::new();
    let mut floor = Floor::new();
    for one in turns(findings) {
        let fact = &findings.facts[one.article.at()];
        *sums.entry(fact.source).or_default() += one.words;
        let turns = given.entry((fact.source, one.speaker)).or_default();
        turns.push(one);
        let event = floor.entry(fact.event).or_default();
        event.entry(fact.source).or_default().extend(one.speaker);
    }
    if !findings.settings.all_tables {
        gather_rare(findings, &mut given);
    }
    let words = |turns: &[Turn]| turns.iter().map(|one| one.words).sum::<u32>();
    let mut given: Vec<_> = given.into_iter().collect();
    given.sort_by_key(|((source, speaker), turns)| (*source, Reverse(words(turns)), *speaker));
    for ((source, speaker), turns) in given {
        let own = words(&turns);
        let mut row = vec![
            Cell::text(findings.source_name(source)),
            findings.speaker_cell(speaker),
        ];
        row.extend(findings.side_cells(speaker));
        row.extend([Cell::count(turns.len()), Cell::count(own)]);
        row.push(Cell::share(own, sums[&source]));
        row.extend(verbs(&turns));
        row.push(Cell::text(names(findings, speaker, &turns)));
        row.extend(beside(findings, &floor, source, speaker, &turns));
        rows.row(&row)?;
    }
    Ok(())
}

/// Gives what speakers of few words and no name say once to the row of nobody: of them nobody reads.
fn gather_rare(findings: &Findings, given: &mut Given) {
    let is_rare = |speaker: Option<SpeakerIx>, turns: &[Turn]| {
        let known = speaker.map(|ix| findings.speakers.speaker(ix).known);
        known == Some(Known::Words) && turns.len() == 1
    };
    let all = std::mem::take(given);
    for ((source, speaker), turns) in all {
        let speaker = speaker.filter(|_| !is_rare(speaker, &turns));
        given.entry((source, speaker)).or_default().extend(turns);
    }
}

/// How many stretches stand behind verbs of stating and of claiming, and behind which kinds of verb;
/// how many are certain.
fn verbs(turns: &[Turn]) -> [Cell<'static>; 4] {
    let of = |wanted: &[SayingClass]| {
        let classes = turns.iter().filter_map(|one| one.stretch.class);
        Cell::count(classes.filter(|class| wanted.contains(class)).count())
    };
    let classes = turns.iter().filter_map(|one| one.stretch.class);
    let classes = tally(classes.map(|class| class.name().to_owned()));
    let certain = turns.iter().filter(|one| one.stretch.certain).count();
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

/// Under what names; nothing where that is the speaker's alone. Of nobody what names nobody.
fn names(findings: &Findings, speaker: Option<SpeakerIx>, turns: &[Turn]) -> String {
    let written = turns
        .iter()
        .filter_map(|one| one.stretch.speaker.as_deref());
    let mut names = by_frequency(tally(written.map(one_line)));
    let own = speaker.map(|ix| findings.speakers.speaker(ix).name.as_str());
    if names.len() == 1 && own == Some(names[0].0.as_str()) {
        return String::new();
    }
    names.truncate(MOST_NAMES);
    listed(names)
}

/// Articles and events; and of the events what the others do in them.
fn beside(
    findings: &Findings,
    floor: &Floor,
    source: SourceIx,
    speaker: Option<SpeakerIx>,
    turns: &[Turn],
) -> [Cell<'static>; 5] {
    let articles: BTreeSet<_> = turns.iter().map(|one| one.article).collect();
    let events = articles.iter().map(|ix| findings.facts[ix.at()].event);
    let events: BTreeSet<EventIx> = events.collect();
    let others = |event: &EventIx| {
        let others = floor[event].iter().filter(|(other, _)| **other != source);
        others.flat_map(|(_, speakers)| speakers).copied().collect()
    };
    let others: Vec<BTreeSet<SpeakerIx>> = events.iter().map(others).collect();
    let [shared, alone, instead] = match speaker {
        Some(speaker) => against(findings, speaker, &others),
        None => [const { Cell::Missing }; 3],
    };
    let [articles, events] = [articles.len(), events.len()].map(Cell::count);
    [articles, events, shared, alone, instead]
}

/// The events in which others let somebody speak, too; of them those in which no other lets this
/// speaker speak; and who speaks for the others there. `others` has who does, event by event.
fn against(
    findings: &Findings,
    speaker: SpeakerIx,
    others: &[BTreeSet<SpeakerIx>],
) -> [Cell<'static>; 3] {
    let shared = others.iter().filter(|speakers| !speakers.is_empty());
    let alone: Vec<_> = shared
        .clone()
        .filter(|speakers| !speakers.contains(&speaker))
        .collect();
    let instead = alone.iter().copied().flatten();
    let names = instead.map(|ix| findings.speakers.speaker(*ix).name.clone());
    let names = by_frequency(tally(names)).into_iter().take(MOST_NAMES);
    [
        Cell::count(shared.count()),
        Cell::count(alone.len()),
        Cell::text(listed(names.collect())),
    ]
}
