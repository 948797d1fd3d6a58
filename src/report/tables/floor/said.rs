//! `said.csv`: what a speaker says in an event, source beside source.

use super::{Turn, turns};
use crate::corpus::SourceIx;
use crate::error::Result;
use crate::events::EventIx;
use crate::report::cell::Cell;
use crate::report::context::words_after;
use crate::report::names::date_cell;
use crate::report::table::{Rows, Table};
use crate::study::{Findings, SpeakerIx};
use std::collections::BTreeMap;

/// The table.
pub(crate) const TABLE: Table = Table { name: "said", fill };

/// So many stretches of a speaker stand in a cell.
const MOST_STRETCHES: usize = 2;

/// So many words of a stretch.
const MOST_WORDS: u32 = 20;

/// The stretches of a speaker in an event, by source.
type Said<'a> = BTreeMap<SourceIx, Vec<Turn<'a>>>;

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let shown = findings.reach.shown();
    let mut said: BTreeMap<(EventIx, SpeakerIx), Said> = BTreeMap::new();
    for one in turns(findings) {
        let fact = &findings.facts[one.article.at()];
        if let (Some(speaker), true) = (one.speaker, findings.reach.is_shown(fact.source)) {
            let said = said.entry((fact.event, speaker)).or_default();
            said.entry(fact.source).or_default().push(one);
        }
    }
    for ((event, speaker), sources) in said {
        let articles = &findings.alignment.events[event.0 as usize].articles;
        let covers = |source: &SourceIx| {
            let mut sources = articles.iter().map(|ix| findings.facts[ix.at()].source);
            sources.any(|other| other == *source)
        };
        if sources.len() < 2 {
            continue;
        }
        let mut row = vec![
            Cell::text(findings.event_name(event)),
            Cell::text(findings.headline(event)),
            date_cell(findings.dates(event).0),
            findings.speaker_cell(Some(speaker)),
        ];
        row.extend(findings.side_cells(Some(speaker)));
        row.extend(shown.iter().map(|source| match sources.get(source) {
            Some(turns) => Cell::text(words(findings, turns)),
            None if covers(source) => Cell::Missing,
            None => Cell::text("–"),
        }));
        rows.row(&row)?;
    }
    Ok(())
}

/// The first words of the first stretches that lie in no other.
fn words(findings: &Findings, turns: &[Turn]) -> String {
    let lies_in = |one: &Turn, other: &Turn| {
        (one.article, one.part) == (other.article, other.part)
            && other.stretch.bytes.start <= one.stretch.bytes.start
            && one.stretch.bytes.end <= other.stretch.bytes.end
            && one.stretch.bytes != other.stretch.bytes
    };
    let outer = turns
        .iter()
        .filter(|one| !turns.iter().any(|other| lies_in(one, other)));
    let first = outer.take(MOST_STRETCHES).map(|one| {
        let text = findings.corpus.articles[one.article.at()].part(one.part);
        let bytes = &one.stretch.bytes;
        let text = &text[bytes.start as usize..bytes.end as usize];
        let first = words_after(text, MOST_WORDS);
        match first.split(' ').count() >= MOST_WORDS as usize {
            true => format!("{first} …"),
            false => first,
        }
    });
    first.collect::<Vec<_>>().join(" | ")
}
