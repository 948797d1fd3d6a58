//! `clusters.csv` and `merges.csv`: which sources word things alike.

use crate::corpus::SourceIx;
use crate::error::Result;
use crate::report::cell::Cell;
use crate::report::table::{Rows, Table};
use crate::sources::{AgainstChance, ClusterPlace, Unplaced, Verdict};
use crate::study::Findings;
use crate::wording::{Tongue, in_tongue, said_in};
use std::fmt::Display;

/// The sources.
pub(crate) const CLUSTERS: Table = Table {
    name: "clusters",
    fill: fill_clusters,
};

/// The merges.
pub(crate) const MERGES: Table = Table {
    name: "merges",
    fill: fill_merges,
};

fn fill_clusters(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    for placed in &findings.clusters.placed {
        let mut row = vec![Cell::text(findings.source_name(placed.source))];
        row.extend(place(placed, findings.tongue));
        rows.row(&row)?;
    }
    Ok(())
}

/// A source's place among the clusters, in the order of the columns.
pub(crate) fn place(placed: &ClusterPlace, tongue: Tongue) -> [Cell<'_>; 6] {
    [
        placed.cluster.map_or(Cell::Missing, Cell::count),
        Cell::number(placed.silhouette),
        Cell::number(placed.stability),
        Cell::number(placed.map.map(|map| map.0)),
        Cell::number(placed.map.map(|map| map.1)),
        Cell::text(match placed.unplaced {
            Some(Unplaced::Thin) => in_tongue(tongue, "clusters.thin"),
            Some(Unplaced::Beyond) => in_tongue(tongue, "clusters.beyond"),
            Some(Unplaced::Structureless) => in_tongue(tongue, "clusters.structureless"),
            None => "",
        }),
    ]
}

/// Whether the sources have a structure, in plain words.
pub(crate) fn verdict(verdict: Verdict, tongue: Tongue) -> String {
    let said = |key: &str, with: &[&dyn Display]| said_in(tongue, key, with);
    let told = |compared: AgainstChance| {
        let silhouette = format!("{:.2}", compared.silhouette);
        let beaten = format!("{:.0}", compared.beaten);
        said("clusters.compared", &[&silhouette, &beaten, &compared.runs])
    };
    match verdict {
        Verdict::TooFew {
            least_events,
            thick,
            all,
        } => said("clusters.too-few", &[&least_events, &thick, &all]),
        Verdict::Alike => said("clusters.alike", &[]),
        Verdict::Chance(compared) => said("clusters.chance", &[&told(compared)]),
        Verdict::Clusters {
            groups,
            thick,
            compared,
        } => said("clusters.found", &[&groups, &thick, &told(compared)]),
    }
}

fn fill_merges(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let names = |side: &[SourceIx]| {
        side.iter()
            .map(|ix| findings.source_name(*ix))
            .collect::<Vec<_>>()
            .join("; ")
    };
    for (step, merge) in (1..).zip(&findings.clusters.merges) {
        rows.row(&[
            Cell::Count(step),
            Cell::text(names(&merge.left)),
            Cell::text(names(&merge.right)),
            Cell::number(merge.distance),
            Cell::count(merge.left.len() + merge.right.len()),
            Cell::Missing,
        ])?;
    }
    if findings.clusters.merges.is_empty() {
        let mut row = vec![Cell::Missing; 5];
        let told = verdict(findings.clusters.verdict, findings.tongue);
        row.push(Cell::text(told));
        rows.row(&row)?;
    }
    Ok(())
}
