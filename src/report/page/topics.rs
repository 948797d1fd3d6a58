//! What each source calls whom over the whole corpus, and its lean on each question.

use super::chips::{chips, rounded};
use crate::corpus::SourceIx;
use crate::lexicon::{ActorIx, FrameIx};
use crate::report::names::Placed;
use crate::report::tables::naming::{Naming, namings};
use crate::sources::Profile;
use crate::study::Findings;
use crate::voice::Voice;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Questions about somebody that a page tells of: more than anybody goes through one by one.
const MOST: usize = 240;

/// Words of a source that a row shows.
const WORDS: usize = 10;

type Profiles<'a> = BTreeMap<(FrameIx, Option<ActorIx>, SourceIx), &'a Profile>;

/// Question by actor, with a row a source: `[source, mentions, lean, low, high, words]`.
pub(super) fn topics(findings: &Findings, all: &[Placed]) -> Value {
    let own = findings.profiles.iter();
    let own = own.filter(|profile| profile.voice == Voice::Narrator);
    let profiles: Profiles = own
        .map(|profile| ((profile.frame, profile.actor, profile.source), profile))
        .collect();
    let namings = namings(findings, all);
    let shown = namings.iter().take(MOST);
    let topics: Vec<Value> = shown
        .map(|naming| topic(findings, naming, &profiles))
        .collect();
    json!({ "all": namings.len(), "shown": topics })
}

fn topic(findings: &Findings, naming: &Naming, profiles: &Profiles) -> Value {
    let row = |(source, mentions): (&SourceIx, &Vec<&Placed>)| {
        // Of nobody known there is no interval: that of a whole question is another's.
        let known = naming
            .actor
            .and_then(|actor| profiles.get(&(naming.frame, Some(actor), *source)));
        let ends = known.and_then(|profile| profile.interval);
        let stances = mentions
            .iter()
            .map(|m| i64::from(findings.lexicon.labels[m.label.0 as usize].stance));
        let lean = stances.sum::<i64>() as f64 / mentions.len() as f64;
        json!([
            source.0,
            mentions.len(),
            rounded(Some(lean)),
            rounded(ends.map(|ends| ends.0)),
            rounded(ends.map(|ends| ends.1)),
            chips(findings, mentions, WORDS),
        ])
    };
    json!([
        naming.frame.0,
        naming.actor.map(|actor| actor.0),
        rounded(naming.disagreement),
        naming.told.iter().map(row).collect::<Vec<Value>>(),
    ])
}

/// Source by question, of all actors together: `[source, frame, mentions, lean, low, high]`.
pub(super) fn heat(findings: &Findings) -> Value {
    let own = findings.profiles.iter().filter(|profile| {
        profile.voice == Voice::Narrator
            && profile.actor.is_none()
            && findings.reach.is_shown(profile.source)
    });
    let cell = |profile: &Profile| {
        json!([
            profile.source.0,
            profile.frame.0,
            profile.mentions,
            rounded(profile.lean),
            rounded(profile.interval.map(|ends| ends.0)),
            rounded(profile.interval.map(|ends| ends.1)),
        ])
    };
    own.map(cell).collect()
}
