//! The grouping alone: which article tells which event; what `mizan events` writes and what
//! `--events` reads.

use crate::corpus::Corpus;
use crate::error::Result;
use crate::events::{Alignment, EventIx};
use crate::report::cell::Cell;
use crate::report::names::{date_cell, headline, time_cell, title_shown};
use crate::report::table::Rows;

/// One row an article, event by event in the order of their first dates; inside an event by date,
/// then id.
pub(crate) fn grouping_rows(
    corpus: &Corpus,
    alignment: &Alignment,
    rows: &mut dyn Rows,
) -> Result<()> {
    for (ix, event) in (0..).map(EventIx).zip(&alignment.events) {
        let headline = headline(corpus, alignment, ix);
        for article in &event.articles {
            let article = &corpus.articles[article.at()];
            rows.row(&[
                Cell::text(article.id.as_str()),
                Cell::text(event.name.as_str()),
                Cell::text(headline.as_ref()),
                Cell::text(article.source.as_str()),
                date_cell(article.date),
                time_cell(article.date),
                Cell::text(title_shown(&article.title)),
            ])?;
        }
    }
    rows.finish()
}
