//! All that a page knows, as one JSON: rows are lists, and names stand once.

use super::PageTexts;
use super::alike::alike;
use super::articles::held;
use super::cards::cards;
use super::choice::Choice;
use super::copies::copies;
use super::differences::differences;
use super::events::events;
use super::floor::floor;
use super::method::method;
use super::passing::passing;
use super::topics::{heat, topics};
use crate::language;
use crate::lexicon::{ActorIx, FrameIx, LabelIx};
use crate::report::names::{Placed, Spoken};
use crate::study::Findings;
use crate::voice::Voice;
use crate::wording::{self, Tongue};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The rooms of wordings that the script says.
const ROOMS: [&str; 7] = [
    "act",
    "article",
    "event",
    "mention",
    "page",
    "shared event",
    "source",
];

/// What a page of a study knows.
pub(super) fn data(
    findings: &Findings,
    all: &[Placed],
    choice: &Choice,
    texts: PageTexts,
) -> Value {
    let held = held(findings, choice, texts);
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "tongue": findings.tongue.code(),
        "texts": texts.name(),
        "words": words(),
        "fold": fold(),
        "sources": sources(findings),
        "frames": frames(findings),
        "labels": labels(findings),
        "actors": actors(findings),
        "totals": totals(findings, all),
        "cards": cards(findings, all),
        "topics": topics(findings, all),
        "floor": floor(findings),
        "heat": heat(findings),
        "events": events(findings, all, choice, &held.figures),
        "articles": held.articles,
        "mentions": held.mentions,
        "passing": passing(findings, choice),
        "copies": copies(findings, choice, texts),
        "differences": differences(findings),
        "alike": alike(findings),
        "method": method(findings, all),
    })
}

/// Of the whole run, never of what the page holds.
fn totals(findings: &Findings, all: &[Placed]) -> Value {
    let events = &findings.alignment.events;
    let sources = |articles: &[crate::corpus::ArticleIx]| {
        let sources = articles.iter().map(|ix| findings.facts[ix.at()].source);
        sources.collect::<BTreeSet<_>>().len()
    };
    let shared = events.iter().filter(|event| sources(&event.articles) > 1);
    let own = all
        .iter()
        .filter(|mention| mention.voice == Voice::Narrator);
    json!({
        "articles": findings.corpus.articles.len(),
        "sources": findings.corpus.sources.len(),
        "events": events.len(),
        "shared": shared.count(),
        "mentions": all.len(),
        "own": own.count(),
        "copies": findings.facts.iter().filter(|fact| !fact.counted).count(),
        "skipped": findings.corpus.rows_skipped,
    })
}

fn words() -> Value {
    let rows = wording::of_rooms(&ROOMS);
    let rows = rows.map(|[key, english, arabic]| (key.to_owned(), json!([english, arabic])));
    Value::Object(rows.collect::<Map<String, Value>>())
}

/// Letters and marks that the matcher takes for others, so that a search finds what it found.
fn fold() -> Value {
    // Latin letters, and those of Arabic with their marks and shapes.
    let letters = ('\u{c0}'..='\u{24f}')
        .chain('\u{600}'..='\u{6ff}')
        .chain('\u{fb50}'..='\u{fdff}')
        .chain('\u{fe70}'..='\u{feff}');
    let arabic = language::of(Some(Tongue::Arabic.code()));
    let pairs = letters.filter_map(|letter| {
        let given = letter.to_string();
        let folded = arabic.fold(&given);
        (folded != given).then(|| (given, json!(folded)))
    });
    Value::Object(pairs.collect::<Map<String, Value>>())
}

/// The names of the sources.
fn sources(findings: &Findings) -> &[String] {
    &findings.corpus.sources
}

/// The two languages, in the order of all pairs of names.
fn tongues(findings: &Findings) -> [Spoken<'_>; 2] {
    [Tongue::English, Tongue::Arabic].map(|tongue| Spoken::in_tongue(findings, tongue))
}

/// `[key, names, questions]`.
fn frames(findings: &Findings) -> Vec<Value> {
    let spoken = tongues(findings);
    let frames = (0..).map(FrameIx).zip(&findings.lexicon.frames);
    frames
        .map(|(ix, frame)| {
            json!([
                frame.name,
                spoken.map(|spoken| spoken.frame(ix)),
                spoken.map(|spoken| spoken.question(ix)),
            ])
        })
        .collect()
}

/// `[frame, key, stance, names]`.
fn labels(findings: &Findings) -> Vec<Value> {
    let spoken = tongues(findings);
    let labels = (0..).map(LabelIx).zip(&findings.lexicon.labels);
    labels
        .map(|(ix, label)| {
            let names = spoken.map(|spoken| spoken.label(ix));
            json!([label.frame.0, label.name, label.stance, names])
        })
        .collect()
}

/// By number `[key, names]` of those that anything was said of.
fn actors(findings: &Findings) -> Value {
    let spoken = tongues(findings);
    let readings = findings.readings.iter();
    let met: BTreeSet<ActorIx> = readings
        .flat_map(|reading| {
            let mentions = reading.parts.iter().flat_map(|part| &part.mentions);
            let about = mentions.flat_map(|mention| [mention.actor, mention.guess]);
            about.flatten().chain(reading.named.iter().copied())
        })
        .collect();
    let rows = met.into_iter().map(|ix| {
        let key = findings.lexicon.actor_name(Some(ix));
        let names = spoken.map(|spoken| spoken.actor(Some(ix)));
        (ix.0.to_string(), json!([key, names]))
    });
    Value::Object(rows.collect::<Map<String, Value>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::What;
    use crate::wording::in_tongue;

    #[test]
    fn whatever_is_counted_has_a_word_on_the_page() {
        for (name, _) in What::NAMES {
            assert!(!in_tongue(Tongue::Arabic, &format!("page.what.{name}")).is_empty());
        }
    }
}
