//! `coverage.csv` and `omissions.csv`: how each source covers the events, and which it leaves out.

use super::events::indices;
use crate::corpus::{ArticleIx, SourceIx, Stamp};
use crate::error::Result;
use crate::events::EventIx;
use crate::figures::What;
use crate::lexicon::ActorIx;
use crate::report::cell::Cell;
use crate::report::elsewhere::Elsewhere;
use crate::report::names::date_cell;
use crate::report::presence::Presence;
use crate::report::table::{Rows, Table};
use crate::sources::coverage::{Beside, Omission, Telling, Together, omissions};
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

/// How a source covers an event.
pub(crate) struct Covering {
    /// The source.
    pub source: SourceIx,
    /// Its articles.
    pub articles: usize,
    /// Their words.
    pub words: u32,
    /// Those of them in quotation marks.
    pub quoted: u32,
    /// Hours after the first article of the event.
    pub hours: Option<f64>,
    /// Whom most of the others name and it does not.
    pub left_out: Vec<ActorIx>,
    /// How its figures stand to those of the others.
    pub figures: Vec<(What, Beside)>,
}

/// How each source that tells an event covers it.
pub(crate) fn covering(findings: &Findings, ix: EventIx) -> Vec<Covering> {
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
    let covering = |(at, (source, articles)): (usize, (&SourceIx, &Vec<ArticleIx>))| {
        let readings = || articles.iter().map(|ix| &findings.readings[ix.at()]);
        Covering {
            source: *source,
            articles: articles.len(),
            words: readings().map(|reading| reading.all_words()).sum(),
            quoted: readings().map(|reading| reading.words(Voice::Quoted)).sum(),
            hours: hours_between(first, first_of(articles)),
            left_out: together.left_out(at),
            figures: together.figures_beside(at),
        }
    };
    sources.iter().enumerate().map(covering).collect()
}

fn fill_coverage(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    for ix in indices(findings) {
        for covering in covering(findings, ix) {
            rows.row(&[
                Cell::text(findings.event_name(ix)),
                Cell::text(findings.source_name(covering.source)),
                Cell::count(covering.articles),
                Cell::count(covering.words),
                Cell::number(covering.hours),
                Cell::share(covering.quoted, covering.words),
                names_cell(findings, &covering.left_out),
                figures_cell(&covering.figures),
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
    let told = figures
        .iter()
        .map(|(what, beside)| format!("{}: {}", what.name(), beside_name(*beside)));
    Cell::text(told.collect::<Vec<_>>().join("; "))
}

/// How a number stands to those of the others, as the table writes it.
pub(crate) fn beside_name(beside: Beside) -> &'static str {
    match beside {
        Beside::Fewer => "fewer",
        Beside::Same => "same",
        Beside::More => "more",
        Beside::Missing => "none",
    }
}

pub(crate) fn hours_between(first: Option<Stamp>, own: Option<Stamp>) -> Option<f64> {
    match (first?, own?) {
        (first, own) if first.timed && own.timed => {
            Some(own.at.duration_since(first.at).as_secs_f64() / 3600.0)
        }
        _ => None,
    }
}

/// The events that a source leaves out though most others tell them.
pub(crate) fn left_out(findings: &Findings) -> Vec<Omission> {
    let told: Vec<BTreeSet<SourceIx>> = indices(findings)
        .map(|ix| by_source(findings, ix).into_keys().collect())
        .collect();
    let presence = Presence::of(findings);
    let silent = omissions(&told, |event, most| presence.of_event(event, most));
    let words = silent.iter().map(|one| one.event);
    let words = words.map(|event| (event, presence.words_of(event)));
    let elsewhere = Elsewhere::of(findings, words.collect());
    let left_out = silent.into_iter();
    left_out
        .filter(|one| !elsewhere.tells(one.source, one.event))
        .collect()
}

fn fill_omissions(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    for omission in left_out(findings) {
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
