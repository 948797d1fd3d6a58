//! `copies.csv`: articles that share text, and the labels that a copy changed.

use crate::corpus::ArticleIx;
use crate::error::Result;
use crate::events::Copy;
use crate::lexicon::TermIx;
use crate::report::cell::{Cell, Explained, Rows, Table, columns};
use crate::report::names::one_line;
use crate::sources::Rewording;
use crate::study::Findings;
use std::ops::Range;

const COLUMNS: &[Explained] = &[
    ("article", "id", "the later of two articles that share text"),
    ("copy_of", "id", "the earlier one"),
    (
        "overlap",
        "0…1",
        "share of the shorter one's word 4-grams that the other has too",
    ),
    (
        "reworded_from",
        "text",
        "words of the earlier one that the later one changed, where a label is among them; empty where words were added",
    ),
    (
        "reworded_to",
        "text",
        "the words put in their place; empty where words were dropped",
    ),
    ("label_from", "names", "the labels among the words changed"),
    (
        "label_to",
        "names",
        "the labels among the words put in their place",
    ),
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
    for copy in &findings.alignment.copies {
        let pair = (copy.article, copy.of);
        let rewordings = &findings.rewordings;
        let from = rewordings.partition_point(|r| (r.article, r.of) < pair);
        let own: Vec<&Rewording> = rewordings[from..]
            .iter()
            .take_while(|r| (r.article, r.of) == pair)
            .collect();
        if own.is_empty() {
            rows.row(&row(findings, copy, None))?;
        }
        for rewording in own {
            rows.row(&row(findings, copy, Some(rewording)))?;
        }
    }
    Ok(())
}

fn row<'a>(findings: &'a Findings, copy: &Copy, rewording: Option<&Rewording>) -> Vec<Cell<'a>> {
    let words = |ix: ArticleIx, bytes: &Range<u32>| {
        let text = &findings.corpus.articles[ix.at()].text;
        Cell::text(one_line(&text[bytes.start as usize..bytes.end as usize]))
    };
    let mut row = vec![
        Cell::text(findings.article_id(copy.article)),
        Cell::text(findings.article_id(copy.of)),
        Cell::number(copy.overlap),
    ];
    row.extend(match rewording {
        Some(rewording) => [
            words(copy.of, &rewording.from),
            words(copy.article, &rewording.to),
            labels(findings, &rewording.terms_from),
            labels(findings, &rewording.terms_to),
        ],
        None => [const { Cell::Missing }; 4],
    });
    row.push(Cell::Missing);
    row
}

fn labels<'a>(findings: &Findings, terms: &[TermIx]) -> Cell<'a> {
    let mut names: Vec<&str> = terms
        .iter()
        .map(|term| findings.lexicon.label_of(*term).name.as_str())
        .collect();
    names.dedup();
    Cell::text(names.join("; "))
}
