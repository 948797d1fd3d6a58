//! The events that a page tells whole: who tells them, how, and who does not.

use super::chips::{chips, rounded};
use super::choice::Choice;
use crate::corpus::ArticleIx;
use crate::events::EventIx;
use crate::lexicon::{ActorIx, FrameIx};
use crate::report::cell::Cell;
use crate::report::names::{Placed, date_cell};
use crate::report::tables::comparison::{Told, apart, in_event, sides};
use crate::report::tables::coverage::{Covering, beside_name, covering, hours_between, left_out};
use crate::sources::coverage::Omission;
use crate::study::Findings;
use crate::voice::Voice;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Words of a source that a row of a comparison shows.
const WORDS: usize = 8;

/// The words of the sources by question and actor.
type Topics<'a> = BTreeMap<(FrameIx, Option<ActorIx>), Told<'a>>;

type Comparisons<'a> = BTreeMap<EventIx, Topics<'a>>;

/// The events by their numbers.
pub(super) fn events(
    findings: &Findings,
    all: &[Placed],
    choice: &Choice,
    figures: &[(ArticleIx, Value)],
) -> Value {
    let chosen: BTreeSet<EventIx> = choice.events.iter().copied().collect();
    let mut told = Comparisons::new();
    let own = all.iter().filter(|mention| {
        mention.voice == Voice::Narrator
            && chosen.contains(&mention.event)
            && findings.reach.is_shown(mention.source)
    });
    for mention in own {
        let topics = told.entry(mention.event).or_default();
        let sources = topics.entry((mention.frame, mention.actor)).or_default();
        sources.entry(mention.source).or_default().push(mention);
    }
    let silent = left_out(findings);
    let rows = choice.events.iter().map(|ix| {
        let told = told.remove(ix).unwrap_or_default();
        (
            ix.0.to_string(),
            event(findings, *ix, (choice, figures), (told, &silent)),
        )
    });
    Value::Object(rows.collect::<Map<String, Value>>())
}

fn event(
    findings: &Findings,
    ix: EventIx,
    (choice, figures): (&Choice, &[(ArticleIx, Value)]),
    (told, silent): (Topics, &[Omission]),
) -> Value {
    let articles = &findings.alignment.events[ix.0 as usize].articles;
    let first = findings.dates(ix).0;
    let clock = |article: &ArticleIx| {
        let own = findings.corpus.articles[article.at()].date;
        json!([choice.place(*article), rounded(hours_between(first, own))])
    };
    let of_event = |article: &ArticleIx| articles.contains(article);
    let figures = figures.iter().filter(|(article, _)| of_event(article));
    let silent = silent.iter().filter(|omission| omission.event == ix);
    let covering = covering(findings, ix);
    json!({
        "name": findings.event_name(ix),
        "headline": findings.headline(ix),
        "date": match date_cell(first) {
            Cell::Text(day) => Some(day.into_owned()),
            _ => None,
        },
        "articles": articles.iter().map(clock).collect::<Vec<Value>>(),
        "coverage": covering.iter().map(cover).collect::<Vec<Value>>(),
        "figures": figures.map(|(_, row)| row).collect::<Vec<&Value>>(),
        "silent": silent.map(|one| json!([one.source.0, one.told_by, one.of])).collect::<Vec<_>>(),
        "compared": compared(findings, told),
    })
}

/// `[source, articles, words, hours after the first, quoted per cent, left out, figures beside]`.
fn cover(covering: &Covering) -> Value {
    let figures = covering.figures.iter();
    let figures = figures.map(|(what, beside)| [what.name(), beside_name(*beside)]);
    let quoted = 100.0 * f64::from(covering.quoted) / f64::from(covering.words.max(1));
    json!([
        covering.source.0,
        covering.articles,
        covering.words,
        rounded(covering.hours),
        quoted.round(),
        covering
            .left_out
            .iter()
            .map(|actor| actor.0)
            .collect::<Vec<_>>(),
        figures.collect::<Vec<_>>(),
    ])
}

/// The words of the sources: `[frame, actor, disagreement, [[source, mentions, words]]]`, what they
/// differ in most first.
fn compared(findings: &Findings, told: Topics) -> Vec<Value> {
    let mut rows: Vec<_> = told
        .into_iter()
        .map(|((frame, actor), told)| {
            let sides = sides(findings, &told);
            let steps = in_event(&sides).filter(|_| findings.has_subject(frame, actor));
            (apart(steps, &sides), frame, actor, steps, told)
        })
        .collect();
    rows.sort_by_key(|row| row.0);
    let row = |(_, frame, actor, steps, told): (_, FrameIx, Option<ActorIx>, Option<f64>, Told)| {
        let words = told.iter();
        let words =
            words.map(|(source, own)| json!([source.0, own.len(), chips(findings, own, WORDS)]));
        json!([
            frame.0,
            actor.map(|actor| actor.0),
            rounded(steps),
            words.collect::<Vec<Value>>(),
        ])
    };
    rows.into_iter().map(row).collect()
}
