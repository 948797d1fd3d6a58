//! `links.csv`: why articles tell one event, pair by pair.

use crate::corpus::ArticleIx;
use crate::error::Result;
use crate::events::{Link, Reasons, Sign};
use crate::report::cell::Cell;
use crate::report::table::{Rows, Table};
use crate::study::Findings;
use crate::wording::word;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "links",
    fill,
};

/// Events whose texts are read again at a time.
const AT_A_TIME: usize = 256;

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let all = findings.links_by_event();
    let told: Vec<Vec<Link>> = match findings.settings.all_tables {
        true => all.iter().map(|links| links.to_vec()).collect(),
        false => all.iter().map(|links| strongest(links)).collect(),
    };
    for events in told.chunks(AT_A_TIME) {
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

/// Of each article of an event the strongest of its links, of equals the first: enough to say why it
/// is there.
fn strongest(links: &[Link]) -> Vec<Link> {
    let mut of: BTreeMap<ArticleIx, usize> = BTreeMap::new();
    for (at, link) in links.iter().enumerate() {
        for article in [link.articles.0, link.articles.1] {
            let best = of.entry(article).or_insert(at);
            if link.similarity > links[*best].similarity {
                *best = at;
            }
        }
    }
    let told: BTreeSet<usize> = of.into_values().collect();
    told.into_iter().map(|at| links[at].clone()).collect()
}

fn row<'a>(findings: &'a Findings, link: &Link, reasons: &Reasons) -> [Cell<'a>; 10] {
    let (article, other) = link.articles;
    let shown = |found: &[String], few: usize| {
        let most = if findings.settings.all_tables {
            found.len()
        } else {
            few
        };
        Cell::text(found[..most.min(found.len())].join(" · "))
    };
    let event = findings.alignment.event_of[article.at()];
    [
        Cell::text(findings.event_name(event)),
        Cell::text(findings.article_id(article)),
        Cell::text(findings.article_id(other)),
        Cell::number(link.similarity),
        Cell::text(told(&link.parts, |part| part > 0.0)),
        Cell::text(told(&link.parts, |part| part < 0.0)),
        shown(&reasons.words, 4),
        shown(&reasons.names, 2),
        shown(&reasons.numbers, 4),
        Cell::number(link.hours_apart),
    ]
}

/// Least part of the log-odds that is told: what is less is written as nothing.
const LEAST_PART: f32 = 0.005;

/// The signs on one side, the strongest first, with their parts of the log-odds.
fn told(parts: &[f32; Sign::ALL.len()], is_on_side: fn(f32) -> bool) -> String {
    let parts = Sign::ALL.iter().zip(*parts);
    let mut side: Vec<(&Sign, f32)> = parts
        .filter(|(_, part)| part.abs() >= LEAST_PART && is_on_side(*part))
        .collect();
    side.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    let told = side
        .iter()
        .map(|(sign, part)| format!("{} {part:.2}", word(sign.key())));
    told.collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_speaks_for_a_link_is_told_with_the_strongest_first() {
        let parts = [3.1, 4.25, -2.0, -0.001, 0.0, 0.5, 0.0];
        let words = "words in common 3.10";
        let expected = format!("forms in common 4.25 · {words} · same first word of title 0.50");
        assert_eq!(told(&parts, |part| part > 0.0), expected);
        assert_eq!(
            told(&parts, |part| part < 0.0),
            "much that is like them -2.00"
        );
    }
}
