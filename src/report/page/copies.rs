//! Articles that share text, and what a copy changed.

use super::PageTexts;
use super::choice::Choice;
use crate::corpus::ArticleIx;
use crate::corpus::markup::one_line;
use crate::events::{Copy, Direction};
use crate::lexicon::LabelIx;
use crate::report::brief::bytes_around;
use crate::sources::{DroppedPassage, Rewording};
use crate::study::Findings;
use crate::voice::Voice;
use serde_json::{Value, json};
use std::cmp::Reverse;
use std::ops::Range;

/// Pairs that a page tells of.
const MOST: usize = 80;

/// Changes of a pair that it tells of.
const CHANGES: usize = 30;

/// Words on either side of a change, where a page holds no whole sentences.
const WORDS: usize = 8;

/// The pairs of which most was changed first: `[copy, original, sources, share, direction, changes,
/// dropped]`.
pub(super) fn copies(findings: &Findings, choice: &Choice, texts: PageTexts) -> Value {
    let pair = |copy: &Copy| (copy.article, copy.of);
    // Both are sorted by pair.
    let changes = |copy: &Copy| -> Vec<&Rewording> {
        let all = &findings.rewordings;
        let from = all.partition_point(|one| (one.article, one.of) < pair(copy));
        let own = all[from..].iter();
        let own = own.take_while(|one| (one.article, one.of) == pair(copy));
        // What kept its label stands in the table.
        let label = |found: Option<(LabelIx, Voice)>| found.map(|(label, _)| label);
        own.filter(|one| label(one.was) != label(one.is)).collect()
    };
    let dropped = |copy: &Copy| -> Vec<&DroppedPassage> {
        let all = &findings.dropped;
        let from = all.partition_point(|one| (one.article, one.of) < pair(copy));
        let own = all[from..].iter();
        own.take_while(|one| (one.article, one.of) == pair(copy))
            .collect()
    };
    let copies = &findings.alignment.copies;
    let mut all: Vec<_> = copies
        .iter()
        .map(|copy| (copy, changes(copy), dropped(copy)))
        .collect();
    all.sort_by_key(|(copy, changes, dropped)| {
        let is_shown = choice.place(copy.article).is_some() || choice.place(copy.of).is_some();
        (Reverse(changes.len() + dropped.len()), !is_shown)
    });
    let shown: Vec<Value> = all
        .into_iter()
        .take(MOST)
        .map(|(copy, changes, dropped)| {
            let changes = changes.into_iter().take(CHANGES);
            let changes = changes.map(|one| changed(findings, one, texts));
            let dropped = dropped.into_iter().take(CHANGES);
            let dropped = dropped.map(|one| left_out(findings, one, texts));
            json!([
                article(findings, choice, copy.article),
                article(findings, choice, copy.of),
                (copy.overlap * 100.0).round(),
                copy.direction.map(|direction| match direction {
                    Direction::Agency => "agency",
                    Direction::Date => "date",
                }),
                changes.collect::<Vec<Value>>(),
                dropped.collect::<Vec<Value>>(),
            ])
        })
        .collect();
    json!({ "all": copies.len(), "shown": shown })
}

/// `[id, source, place]`.
fn article(findings: &Findings, choice: &Choice, ix: ArticleIx) -> Value {
    let source = findings.facts[ix.at()].source.0;
    json!([findings.article_id(ix), source, choice.place(ix)])
}

/// `[kind, words before, words after, label before, label after, sentence before, sentence after]`.
fn changed(findings: &Findings, one: &Rewording, texts: PageTexts) -> Value {
    let told = |ix: ArticleIx, bytes: &Range<u32>, sentence: &Range<u32>| {
        let text = &findings.corpus.articles[ix.at()].text;
        let shown = match texts {
            PageTexts::Full => sentence.clone(),
            PageTexts::Excerpts => bytes_around(text, sentence, bytes, WORDS),
            PageTexts::Nothing => bytes.clone(),
        };
        let line = |bytes: &Range<u32>| one_line(&text[bytes.start as usize..bytes.end as usize]);
        (line(bytes), line(&shown))
    };
    let (from, sentence_from) = told(one.of, &one.from, &one.sentence_from);
    let (to, sentence_to) = told(one.article, &one.to, &one.sentence_to);
    json!([
        one.change.name(),
        from,
        to,
        one.was.map(|(label, _)| label.0),
        one.is.map(|(label, _)| label.0),
        sentence_from,
        sentence_to,
    ])
}

/// `[passage, labels]`.
fn left_out(findings: &Findings, one: &DroppedPassage, texts: PageTexts) -> Value {
    let text = &findings.corpus.articles[one.of.at()].text;
    let passage = one_line(&text[one.bytes.start as usize..one.bytes.end as usize]);
    let labels: Vec<u32> = one.labels.iter().map(|label| label.0).collect();
    let passage = (texts != PageTexts::Nothing).then_some(passage);
    json!([passage, labels])
}
