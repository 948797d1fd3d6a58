//! `copies.csv`: articles that share text, and the labels that a copy changed.

use crate::corpus::ArticleIx;
use crate::error::Result;
use crate::events::Copy;
use crate::lexicon::LabelIx;
use crate::report::cell::{Cell, Explained, Rows, Table, columns};
use crate::report::names::one_line;
use crate::sources::Rewording;
use crate::study::Findings;
use crate::voice::Voice;
use rayon::prelude::*;
use std::ops::Range;

const COLUMNS: &[Explained] = &[
    (
        "article",
        "id",
        "the later of two articles that share text, or the one that is no agency's",
    ),
    (
        "copy_of",
        "id",
        "the other: the earlier one, or the agency's",
    ),
    ("source", "name", "who published `article`"),
    ("copied_source", "name", "who published `copy_of`"),
    (
        "overlap",
        "0…1",
        "share of the shorter one's word 4-grams that the other has too",
    ),
    (
        "agency",
        "name",
        "the news agency that published or is credited in the copied text, or else in the copy: both may have the text from it",
    ),
    (
        "change",
        "replaced, added, dropped, voice",
        "what the copy did to a label: another of the frame put for it; one added; left out; or kept as another's word (quotation marks or an attribution added or removed)",
    ),
    ("frame", "name", "the frame of the label"),
    (
        "reworded_from",
        "text",
        "words of the copied text that the copy changed; empty where words were added",
    ),
    (
        "reworded_to",
        "text",
        "the words put in their place; empty where words were dropped",
    ),
    ("label_from", "name", "the label in the copied text"),
    ("label_to", "name", "the label in the copy"),
    (
        "voice_from",
        "voice",
        "whose word the label is in the copied text",
    ),
    ("voice_to", "voice", "whose word the label is in the copy"),
    ("sentence_from", "text", "the sentence in the copied text"),
    ("sentence_to", "text", "the sentence in the copy"),
    ("remark", "text", "why the table is empty, where it is"),
];

/// The table.
pub const TABLE: Table = Table {
    name: "copies",
    columns: |_| columns(COLUMNS),
    fill,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    if findings.alignment.copies.is_empty() {
        let mut row = vec![Cell::Missing; COLUMNS.len() - 1];
        let least = findings.settings.copy_overlap;
        row.push(Cell::text(format!(
            "no two articles share {least} of their word 4-grams"
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
        if own.is_empty() {
            rows.row(&row(findings, copy, agency, None))?;
        }
        for rewording in own {
            rows.row(&row(findings, copy, agency, Some(rewording)))?;
        }
    }
    Ok(())
}

fn row<'a>(
    findings: &'a Findings,
    copy: &Copy,
    agency: Option<&'a str>,
    rewording: Option<&Rewording>,
) -> Vec<Cell<'a>> {
    let source = |ix: ArticleIx| Cell::text(findings.source_name(findings.facts[ix.at()].source));
    let mut row = vec![
        Cell::text(findings.article_id(copy.article)),
        Cell::text(findings.article_id(copy.of)),
        source(copy.article),
        source(copy.of),
        Cell::number(copy.overlap),
        agency.map_or(Cell::Missing, Cell::text),
    ];
    row.extend(match rewording {
        Some(rewording) => changed(findings, rewording),
        None => [const { Cell::Missing }; 10],
    });
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
        words(rewording.of, &rewording.sentence_from),
        words(rewording.article, &rewording.sentence_to),
    ]
}
