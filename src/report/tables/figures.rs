//! `figures.csv`: the numbers that each source reports of an event.

use crate::corpus::{ArticleIx, Part};
use crate::error::Result;
use crate::events::EventIx;
use crate::figures::{Bound, Figure, What};
use crate::report::brief::around;
use crate::report::cell::Cell;
use crate::report::table::{Rows, Table};
use crate::study::Findings;

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "figures",
    fill,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    for event in (0..findings.alignment.events.len() as u32).map(EventIx) {
        let mut articles = findings.alignment.events[event.0 as usize].articles.clone();
        articles.sort_by_key(|ix| (findings.facts[ix.at()].source, *ix));
        for ix in articles {
            for part in Part::ALL {
                for figure in &findings.readings[ix.at()].part(part).figures {
                    rows.row(&row(findings, event, ix, part, figure))?;
                }
            }
        }
    }
    Ok(())
}

fn row<'a>(
    findings: &'a Findings,
    event: EventIx,
    ix: ArticleIx,
    part: Part,
    figure: &'a Figure,
) -> Vec<Cell<'a>> {
    let text = findings.corpus.articles[ix.at()].part(part);
    let hedge = match figure.bound {
        Bound::AtMost => "at most",
        Bound::About => "about",
        Bound::Exact | Bound::AtLeast => "",
    };
    vec![
        Cell::text(findings.event_name(event)),
        Cell::text(findings.source_name(findings.facts[ix.at()].source)),
        Cell::text(findings.article_id(ix)),
        Cell::count(figure.value),
        Cell::YesNo(figure.bound == Bound::AtLeast),
        Cell::text(figure.what.map_or("", What::name)),
        Cell::text(figure.who.as_str()),
        Cell::text(around(
            text,
            &figure.sentence,
            &figure.bytes,
            (4, &findings.settings),
        )),
        Cell::text(hedge),
        Cell::text(if figure.is_denied { "negated" } else { "" }),
    ]
}
