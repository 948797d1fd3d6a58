//! The first screen: up to three findings, each of another question.

use super::chips::{chips, rounded};
use crate::events::EventIx;
use crate::lexicon::FrameIx;
use crate::report::names::Placed;
use crate::report::summary::{LEVEL, Teller, by_worth};
use crate::report::tables::naming::{Naming, namings};
use crate::sources::{Contrast, Other};
use crate::study::Findings;
use crate::wording::Tongue;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Findings on the first screen.
const MOST: usize = 3;

/// Words of a source on a card.
const WORDS: usize = 4;

fn teller<'a>(findings: &'a Findings, all: &'a [Placed<'a>]) -> Teller<'a> {
    // What is taken from it has no words.
    Teller {
        findings,
        all,
        tongue: Tongue::English,
    }
}

/// The differences that the first screen tells, one for each question: the largest of those that are
/// hardly chance, each weighed by the root of the events that it was seen in; then the strongest of
/// the others.
fn told<'a>(teller: &'a Teller) -> Vec<&'a Contrast> {
    let pairs = |contrast: &&Contrast| matches!(contrast.other, Other::Source(_));
    let mut sure: Vec<&Contrast> = teller.sure().into_iter().filter(pairs).collect();
    let size = |contrast: &Contrast| {
        contrast.difference.unwrap_or_default().abs() * f64::from(contrast.shared_events).sqrt()
    };
    // An event as a whole is no answer to *who calls whom what* as long as there are others.
    sure.sort_by(|a, b| {
        let named = a.actor.is_none().cmp(&b.actor.is_none());
        named.then(size(b).total_cmp(&size(a)))
    });
    let unsure = teller.unsure(&BTreeMap::new());
    let mut frames: BTreeSet<FrameIx> = BTreeSet::new();
    let all = sure.into_iter().chain(unsure);
    all.filter(|contrast| frames.insert(contrast.frame))
        .take(MOST)
        .collect()
}

/// The events in which the differences of the first screen were seen.
pub(super) fn events(findings: &Findings, all: &[Placed]) -> BTreeSet<EventIx> {
    let teller = teller(findings, all);
    let told = told(&teller);
    let mentions = told.iter().flat_map(|contrast| {
        let (ours, _) = teller.in_shared_events(contrast);
        ours.iter().map(|mention| mention.event).collect::<Vec<_>>()
    });
    mentions.collect()
}

/// The cards.
pub(super) fn cards(findings: &Findings, all: &[Placed]) -> Value {
    let teller = teller(findings, all);
    let told = told(&teller);
    let mut cards: Vec<Value> = told.iter().map(|found| card(&teller, found)).collect();
    let frames: BTreeSet<FrameIx> = told.iter().map(|contrast| contrast.frame).collect();
    let namings = namings(findings, all);
    let mut further = frames;
    let worth = by_worth(&namings).filter(|naming| further.insert(naming.frame));
    cards.extend(worth.filter_map(|naming| naming_card(findings, naming)));
    cards.truncate(MOST);
    Value::Array(cards)
}

fn card(teller: &Teller, contrast: &Contrast) -> Value {
    let (ours, theirs) = teller.in_shared_events(contrast);
    let other = match contrast.other {
        Other::Source(other) => i64::from(other.0),
        Other::AllOthers => -1,
    };
    let sides = [(i64::from(contrast.source.0), ours), (other, theirs)];
    json!({
        "frame": contrast.frame.0,
        "actor": contrast.actor.map(|actor| actor.0),
        "sides": sides.map(|(source, mentions)| side(teller.findings, source, &mentions)),
        "difference": rounded(contrast.difference),
        "interval": contrast.interval.map(|(low, high)| [rounded(Some(low)), rounded(Some(high))]),
        "q": rounded(contrast.q),
        "events": contrast.shared_events,
        "names": event_places(teller, contrast),
        "verdict": match contrast.q {
            Some(q) if q <= LEVEL => "sure",
            Some(_) => "chance",
            None => "too-few",
        },
    })
}

fn event_places(teller: &Teller, contrast: &Contrast) -> BTreeSet<u32> {
    let (ours, _) = teller.in_shared_events(contrast);
    ours.iter().map(|mention| mention.event.0).collect()
}

fn side(findings: &Findings, source: i64, mentions: &[&Placed]) -> Value {
    let stances = mentions
        .iter()
        .map(|m| i64::from(findings.lexicon.labels[m.label.0 as usize].stance));
    let lean = stances.sum::<i64>() as f64 / mentions.len() as f64;
    let lean = rounded(Some(lean).filter(|lean| lean.is_finite()));
    let words = chips(findings, mentions, WORDS);
    json!([source, lean, mentions.len(), words])
}

/// What sources call whom over the whole corpus, where no events show it. Nothing where the two that
/// lean furthest have too few words.
fn naming_card(findings: &Findings, naming: &Naming) -> Option<Value> {
    let lean = |mentions: &[&Placed]| {
        let stances = mentions
            .iter()
            .map(|m| i64::from(findings.lexicon.labels[m.label.0 as usize].stance));
        stances.sum::<i64>() as f64 / mentions.len() as f64
    };
    let mut sides: Vec<_> = naming.often().collect();
    sides.sort_by(|a, b| lean(b.1).total_cmp(&lean(a.1)));
    let ends = [*sides.first()?, *sides.last()?];
    let ends = ends.into_iter();
    let sides: Vec<Value> = ends
        .map(|(source, mentions)| side(findings, i64::from(source.0), mentions))
        .collect();
    Some(json!({
        "frame": naming.frame.0,
        "actor": naming.actor.map(|actor| actor.0),
        "sides": sides,
        "difference": rounded(naming.disagreement),
        "events": 0,
        "verdict": "corpus",
    }))
}
