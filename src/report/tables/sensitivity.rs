//! `sensitivity.csv`: the strongest contrasts with single terms, events and articles left out.

use super::contrasts::{other_name, subject};
use crate::corpus::markup::one_line;
use crate::error::Result;
use crate::report::cell::Cell;
use crate::report::table::{Rows, Table};
use crate::sources::{LeftOut, Sensitivity};
use crate::study::Findings;
use std::borrow::Cow;

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "sensitivity",
    fill,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    for one in &findings.sensitivity {
        rows.row(&row(findings, one))?;
    }
    Ok(())
}

fn row<'a>(findings: &'a Findings, one: &Sensitivity) -> Vec<Cell<'a>> {
    let contrast = &findings.contrasts[one.contrast];
    let (kind, name, text) = left_out(findings, one.left_out);
    let change = one.difference.zip(contrast.difference);
    vec![
        Cell::text(findings.lexicon.frame_name(contrast.frame)),
        Cell::text(subject(&findings.lexicon, contrast)),
        Cell::text(findings.source_name(contrast.source)),
        Cell::text(other_name(&findings.corpus, contrast)),
        Cell::number(contrast.difference),
        Cell::text(kind),
        Cell::text(name),
        Cell::text(one_line(&text)),
        Cell::count(one.shared_events),
        Cell::number(one.difference),
        Cell::number(change.map(|(without, whole)| without - whole)),
        Cell::YesNo(one.hangs),
    ]
}

/// What is left out: its kind, its name, and what people read of it.
pub(crate) fn left_out(
    findings: &Findings,
    left_out: LeftOut,
) -> (&'static str, &str, Cow<'_, str>) {
    match left_out {
        LeftOut::Term(ix) => {
            let term = &findings.lexicon.terms[ix.0 as usize];
            ("term", &term.id, term.term.as_str().into())
        }
        LeftOut::Event(ix) => ("event", findings.event_name(ix), findings.headline(ix)),
        LeftOut::Article(ix) => {
            let title = &findings.corpus.articles[ix.at()].title;
            ("article", findings.article_id(ix), title.as_str().into())
        }
    }
}
