//! Happenings that articles tell in passing.

use super::choice::Choice;
use crate::corpus::Part;
use crate::corpus::markup::one_line;
use crate::events::{Happening, Passage};
use crate::report::brief::bytes_around;
use crate::report::tables::happenings::{acts, names};
use crate::study::Findings;
use serde_json::{Value, json};

/// Happenings that a page tells of.
const MOST: usize = 60;

/// Words shown on either side of a passage.
const WORDS: usize = 6;

/// The happenings that most sources tell: `[names, acts, passages]`.
pub(super) fn passing(findings: &Findings, choice: &Choice) -> Value {
    let list = &findings.happenings.list;
    let shown = list.iter().take(MOST);
    let shown: Vec<Value> = shown
        .map(|happening| {
            let passages = happening.passages.iter();
            let passages = passages.map(|passage| told(findings, choice, passage));
            json!([
                names(findings, happening),
                act_names(findings, happening),
                passages.collect::<Vec<Value>>(),
            ])
        })
        .collect();
    json!({ "all": list.len(), "shown": shown })
}

fn act_names(findings: &Findings, happening: &Happening) -> Vec<String> {
    let acts = acts(findings, happening);
    acts.split(" · ").map(str::to_owned).collect()
}

/// `[source, article's id, its place or null, event, day said, before, passage, after, voice, labels]`.
fn told(findings: &Findings, choice: &Choice, passage: &Passage) -> Value {
    let ix = passage.article;
    let fact = &findings.facts[ix.at()];
    let text = findings.corpus.articles[ix.at()].part(Part::Body);
    let reading = findings.readings[ix.at()].part(Part::Body);
    let shown = bytes_around(text, &passage.sentence, &passage.bytes, WORDS);
    let line = |from: u32, to: u32| one_line(&text[from as usize..to.max(from) as usize]);
    let inside = reading.mentions.iter().filter(|mention| {
        let is_inside =
            passage.bytes.start <= mention.bytes.start && mention.bytes.end <= passage.bytes.end;
        is_inside && findings.counts(mention)
    });
    let labels = inside.map(|mention| {
        let label = findings.lexicon.terms[mention.term.0 as usize].label;
        json!([line(mention.bytes.start, mention.bytes.end), label.0])
    });
    json!([
        fact.source.0,
        findings.article_id(ix),
        choice.place(ix),
        findings.event_name(fact.event),
        passage.said.as_ref().map(ToString::to_string),
        line(shown.start, passage.bytes.start),
        line(passage.bytes.start, passage.bytes.end),
        line(passage.bytes.end, shown.end),
        reading.voices.at(passage.act.start).0 as u8,
        labels.collect::<Vec<Value>>(),
    ])
}
