//! `links.csv`: why articles tell one event, pair by pair.

use crate::error::Result;
use crate::events::{Link, Reasons};
use crate::report::cell::Cell;
use crate::report::table::{Rows, Table};
use crate::study::Findings;
use rayon::prelude::*;

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "links",
    fill,
};

/// Events whose texts are read again at a time.
const AT_A_TIME: usize = 256;

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    for events in findings.links_by_event().chunks(AT_A_TIME) {
        let reasons: Vec<Vec<Reasons>> = events
            .par_iter()
            .map(|links| findings.reasons(links))
            .collect();
        let links = events.iter().flat_map(|links| links.iter());
        for (link, reasons) in links.zip(reasons.into_iter().flatten()) {
            rows.row(&row(findings, link, &reasons))?;
        }
    }
    Ok(())
}

fn row<'a>(findings: &'a Findings, link: &Link, reasons: &Reasons) -> [Cell<'a>; 8] {
    let (article, other) = link.articles;
    let event = findings.alignment.event_of[article.at()];
    [
        Cell::text(findings.event_name(event)),
        Cell::text(findings.article_id(article)),
        Cell::text(findings.article_id(other)),
        Cell::number(link.similarity),
        Cell::text(reasons.words.join(" · ")),
        Cell::text(reasons.names.join(" · ")),
        Cell::text(reasons.numbers.join(" · ")),
        Cell::number(link.hours_apart),
    ]
}
