//! `coverage.csv` and `omissions.csv`: how each source covers the events, and which it leaves out.

use super::events::indices;
use crate::corpus::{ArticleIx, SourceIx, Stamp};
use crate::error::Result;
use crate::events::EventIx;
use crate::figures::What;
use crate::lexicon::ActorIx;
use crate::report::cell::Cell;
use crate::report::names::date_cell;
use crate::report::presence::Presence;
use crate::report::table::{Rows, Table};
use crate::sources::coverage::{Beside, Telling, Together, omissions};
use crate::study::Findings;
use crate::voice::Voice;
use std::collections::{BTreeMap, BTreeSet};

/// Event by source.
pub(crate) const COVERAGE: Table = Table {
    name: "coverage",
    fill: fill_coverage,
};

/// Events that most tell, by source that does not.
pub(crate) const OMISSIONS: Table = Table {
    name: "omissions",
    fill: fill_omissions,
};

/// The articles of an event by source.
fn by_source(findings: &Findings, event: EventIx) -> BTreeMap<SourceIx, Vec<ArticleIx>> {
    let mut by_source: BTreeMap<SourceIx, Vec<ArticleIx>> = BTreeMap::new();
    for article in &findings.alignment.events[event.0 as usize].articles {
        let source = findings.facts[article.at()].source;
        by_source.entry(source).or_default().push(*article);
    }
    by_source
}

fn telling(findings: &Findings, articles: &[ArticleIx]) -> Telling {
    let mut telling = Telling::default();
    for reading in articles.iter().map(|ix| &findings.readings[ix.at()]) {
        telling.actors.extend(reading.named.iter().copied());
        for figure in reading.parts.iter().flat_map(|part| &part.figures) {
            if let (Some(what), false) = (figure.what, figure.is_denied) {
                let largest = telling.figures.entry(what).or_default();
                *largest = figure.value.max(*largest);
            }
        }
    }
    telling
}

fn fill_coverage(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    for ix in indices(findings) {
        let sources = by_source(findings, ix);
        let tellings: Vec<Telling> = sources
            .values()
            .map(|articles| telling(findings, articles))
            .collect();
        let together = Together::of(&tellings);
        let believed = |ix: &&ArticleIx| {
            let source = findings.facts[ix.at()].source;
            !findings.alignment.batched[source.at()]
        };
        let first_of = |articles: &[ArticleIx]| {
            let believed = articles.iter().filter(believed);
            let dates = believed.filter_map(|ix| findings.corpus.articles[ix.at()].date);
            dates.min()
        };
        let first = first_of(&findings.alignment.events[ix.0 as usize].articles);
        for (at, (source, articles)) in sources.iter().enumerate() {
            let readings = || articles.iter().map(|ix| &findings.readings[ix.at()]);
            let words: u32 = readings().map(|reading| reading.all_words()).sum();
            let quoted: u32 = readings().map(|reading| reading.words(Voice::Quoted)).sum();
            rows.row(&[
                Cell::text(findings.event_name(ix)),
                Cell::text(findings.source_name(*source)),
                Cell::count(articles.len()),
                Cell::count(words),
                Cell::number(hours_between(first, first_of(articles))),
                Cell::share(quoted, words),
                names_cell(findings, &together.left_out(at)),
                figures_cell(&together.figures_beside(at)),
            ])?;
        }
    }
    Ok(())
}

fn names_cell(findings: &Findings, actors: &[ActorIx]) -> Cell<'static> {
    let names = actors
        .iter()
        .map(|ix| &*findings.lexicon.actors[ix.0 as usize].name);
    Cell::text(names.collect::<Vec<_>>().join("; "))
}

fn figures_cell(figures: &[(What, Beside)]) -> Cell<'static> {
    let told = figures.iter().map(|(what, beside)| {
        let beside = match beside {
            Beside::Fewer => "fewer",
            Beside::Same => "same",
            Beside::More => "more",
            Beside::Missing => "none",
        };
        format!("{}: {beside}", what.name())
    });
    Cell::text(told.collect::<Vec<_>>().join("; "))
}

fn hours_between(first: Option<Stamp>, own: Option<Stamp>) -> Option<f64> {
    match (first?, own?) {
        (first, own) if first.timed && own.timed => {
            Some(own.at.duration_since(first.at).as_secs_f64() / 3600.0)
        }
        _ => None,
    }
}

fn fill_omissions(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let told: Vec<BTreeSet<SourceIx>> = indices(findings)
        .map(|ix| by_source(findings, ix).into_keys().collect())
        .collect();
    let presence = Presence::of(findings);
    let found = omissions(&told, |event, most| presence.of_event(event, most));
    for omission in found {
        rows.row(&[
            Cell::text(findings.event_name(omission.event)),
            Cell::text(findings.headline(omission.event)),
            date_cell(findings.dates(omission.event).0),
            Cell::text(findings.source_name(omission.source)),
            Cell::count(omission.told_by),
            Cell::count(omission.of),
        ])?;
    }
    Ok(())
}
