//! `holders.csv`: what speakers call whom, beside what the source itself calls them.

use crate::corpus::SourceIx;
use crate::error::Result;
use crate::lexicon::{ActorIx, FrameIx};
use crate::report::cell::Cell;
use crate::report::names::{Placed, Spoken, by_frequency, listed, placed, tally};
use crate::report::table::{Rows, Table};
use crate::study::{Findings, SpeakerIx};
use crate::voice::Voice;
use std::collections::{BTreeMap, BTreeSet};

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "holders",
    fill,
};

/// What is spoken of.
type Topic = (FrameIx, ActorIx);

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let (all, spoken) = (placed(findings), Spoken::of(findings));
    let mut narrators: BTreeMap<(SourceIx, Topic), Vec<&Placed>> = BTreeMap::new();
    let mut held: BTreeMap<(SourceIx, SpeakerIx, Topic), Vec<&Placed>> = BTreeMap::new();
    for mention in &all {
        let Some(actor) = mention.actor else {
            continue;
        };
        let topic = (mention.frame, actor);
        let stretch = mention.mention.stretch;
        let at = |stretch| {
            let (article, part) = (mention.article, mention.part);
            findings.speakers.at(article, part, stretch as usize)
        };
        match (mention.voice, stretch.and_then(at)) {
            (Voice::Narrator, _) => {
                let own = narrators.entry((mention.source, topic)).or_default();
                own.push(mention);
            }
            (Voice::Reported | Voice::Quoted, Some(speaker)) => {
                let own = held.entry((mention.source, speaker, topic)).or_default();
                own.push(mention);
            }
            _ => {}
        }
    }
    for ((source, speaker, topic), mentions) in &held {
        let narrator = narrators.get(&(*source, *topic)).map(Vec::as_slice);
        let mut row = vec![
            Cell::text(findings.source_name(*source)),
            findings.speaker_cell(Some(*speaker)),
        ];
        row.extend(findings.side_cells(Some(*speaker)));
        row.extend(spoken.topic(topic.0, Some(topic.1)));
        row.extend(figures(findings, mentions));
        row.extend(figures(findings, narrator.unwrap_or_default()));
        let articles: BTreeSet<_> = mentions.iter().map(|mention| mention.article).collect();
        row.push(Cell::count(articles.len()));
        row.push(Cell::text(findings.example(mentions[0])));
        rows.row(&row)?;
    }
    Ok(())
}

/// Labels with counts, mentions, lean; all missing where nothing is said.
fn figures(findings: &Findings, mentions: &[&Placed]) -> [Cell<'static>; 3] {
    if mentions.is_empty() {
        return [Cell::Missing, Cell::Missing, Cell::Missing];
    }
    let lexicon = &findings.lexicon;
    let labels = mentions.iter().map(|mention| mention.label);
    let names = labels
        .clone()
        .map(|label| lexicon.label_name(label).to_owned());
    let stances = labels.map(|label| f64::from(lexicon.labels[label.0 as usize].stance));
    let lean = stances.sum::<f64>() / mentions.len() as f64;
    [
        Cell::text(listed(by_frequency(tally(names)))),
        Cell::count(mentions.len()),
        Cell::number(lean),
    ]
}
