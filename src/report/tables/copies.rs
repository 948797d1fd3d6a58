//! `copies.csv`: articles that share text, and the labels that a copy changed.

use crate::corpus::ArticleIx;
use crate::corpus::markup::one_line;
use crate::error::Result;
use crate::events::{Copy, Direction};
use crate::lexicon::LabelIx;
use crate::report::brief::around;
use crate::report::cell::Cell;
use crate::report::table::{Rows, Table};
use crate::sources::{CopyChange, DroppedPassage, Rewording};
use crate::study::Findings;
use crate::voice::Voice;
use crate::wording::said_in;
use rayon::prelude::*;
use std::ops::Range;

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "copies",
    fill,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    if findings.alignment.copies.is_empty() {
        let mut row = vec![Cell::Missing; 17];
        let least = findings.settings.copy_overlap;
        row.push(Cell::text(said_in(
            findings.tongue,
            "copies.none",
            &[&least],
        )));
        return rows.row(&row);
    }
    let agencies = agencies(findings);
    for copy in &findings.alignment.copies {
        let agency = agencies[copy.of.at()].or(agencies[copy.article.at()]);
        let pair = (copy.article, copy.of);
        let rewordings = &findings.rewordings;
        let from = rewordings.partition_point(|r| (r.article, r.of) < pair);
        let own: Vec<&Rewording> = rewordings[from..]
            .iter()
            .take_while(|r| (r.article, r.of) == pair)
            .collect();
        let dropped = &findings.dropped;
        let from = dropped.partition_point(|d| (d.article, d.of) < pair);
        let passages = dropped[from..].iter();
        let passages = passages.take_while(|d| (d.article, d.of) == pair);
        let changes = own
            .into_iter()
            .map(|rewording| changed(findings, rewording));
        let mut changes: Vec<_> = changes.collect();
        changes.extend(passages.map(|passage| left_out(findings, passage)));
        if changes.is_empty() {
            changes.push([const { Cell::Missing }; 10]);
        }
        for change in changes {
            rows.row(&row(findings, copy, agency, change))?;
        }
    }
    Ok(())
}

fn row<'a>(
    findings: &'a Findings,
    copy: &Copy,
    agency: Option<&'a str>,
    change: [Cell<'a>; 10],
) -> Vec<Cell<'a>> {
    let source = |ix: ArticleIx| Cell::text(findings.source_name(findings.facts[ix.at()].source));
    let mut row = vec![
        Cell::text(findings.article_id(copy.article)),
        Cell::text(findings.article_id(copy.of)),
        source(copy.article),
        source(copy.of),
        Cell::number(copy.overlap),
        agency.map_or(Cell::Missing, Cell::text),
        match copy.direction {
            Some(Direction::Agency) => Cell::text("agency"),
            Some(Direction::Date) => Cell::text("date"),
            None => Cell::Missing,
        },
    ];
    row.extend(change);
    row.push(Cell::Missing);
    row
}

/// The agency that published each article, or that it credits; of articles without copies none.
fn agencies(findings: &Findings) -> Vec<Option<&str>> {
    let mut shares = vec![false; findings.corpus.articles.len()];
    for copy in &findings.alignment.copies {
        (shares[copy.article.at()], shares[copy.of.at()]) = (true, true);
    }
    let agencies = &findings.lexicon.agencies;
    let articles = findings.corpus.articles.par_iter().zip(shares);
    articles
        .map(|(article, shares)| {
            let of = || {
                let published = agencies.of_source(&article.source);
                published.or_else(|| agencies.credited(&article.text))
            };
            shares.then(of).flatten()
        })
        .collect()
}

fn changed<'a>(findings: &'a Findings, rewording: &Rewording) -> [Cell<'a>; 10] {
    let words = |ix: ArticleIx, bytes: &Range<u32>| {
        let text = &findings.corpus.articles[ix.at()].text;
        Cell::text(one_line(&text[bytes.start as usize..bytes.end as usize]))
    };
    let sentence = |ix: ArticleIx, sentence: &Range<u32>, changed: &Range<u32>| {
        let text = &findings.corpus.articles[ix.at()].text;
        Cell::text(around(text, sentence, changed, (8, &findings.settings)))
    };
    let lexicon = &findings.lexicon;
    let label = |found: Option<(LabelIx, Voice)>| match found {
        Some((label, _)) => Cell::text(lexicon.labels[label.0 as usize].name.as_str()),
        None => Cell::Missing,
    };
    let voice = |found: Option<(LabelIx, Voice)>| match found {
        Some((_, voice)) => Cell::text(voice.name()),
        None => Cell::Missing,
    };
    [
        Cell::text(rewording.change.name()),
        Cell::text(lexicon.frames[rewording.frame.0 as usize].name.as_str()),
        words(rewording.of, &rewording.from),
        words(rewording.article, &rewording.to),
        label(rewording.was),
        label(rewording.is),
        voice(rewording.was),
        voice(rewording.is),
        sentence(rewording.of, &rewording.sentence_from, &rewording.from),
        sentence(rewording.article, &rewording.sentence_to, &rewording.to),
    ]
}

/// A passage that a copy left out: what it named, and how it begins and ends.
fn left_out<'a>(findings: &'a Findings, passage: &DroppedPassage) -> [Cell<'a>; 10] {
    let text = &findings.corpus.articles[passage.of.at()].text;
    let bytes = passage.bytes.start as usize..passage.bytes.end as usize;
    let labels = passage
        .labels
        .iter()
        .map(|label| findings.lexicon.label_name(*label));
    let mut cells = [const { Cell::Missing }; 10];
    cells[0] = Cell::text(CopyChange::Dropped.name());
    cells[2] = Cell::text(one_line(&text[bytes]));
    cells[4] = Cell::text(labels.collect::<Vec<_>>().join("; "));
    cells
}
