//! `clusters.csv` and `merges.csv`: which sources word things alike.

use crate::corpus::SourceIx;
use crate::error::Result;
use crate::report::cell::Cell;
use crate::report::table::{Rows, Table};
use crate::sources::Placed;
use crate::study::Findings;

/// The sources.
pub const CLUSTERS: Table = Table {
    name: "clusters",
    fill: fill_clusters,
};

/// The merges.
pub const MERGES: Table = Table {
    name: "merges",
    fill: fill_merges,
};

fn fill_clusters(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    for placed in &findings.clusters.placed {
        let mut row = vec![Cell::text(findings.source_name(placed.source))];
        row.extend(place(placed));
        rows.row(&row)?;
    }
    Ok(())
}

/// A source's place among the clusters, in the order of the columns.
pub fn place(placed: &Placed) -> [Cell<'_>; 6] {
    [
        placed.cluster.map_or(Cell::Missing, Cell::count),
        Cell::number(placed.silhouette),
        Cell::number(placed.stability),
        Cell::number(placed.map.map(|map| map.0)),
        Cell::number(placed.map.map(|map| map.1)),
        Cell::text(placed.remark.as_str()),
    ]
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
        row.push(Cell::text(findings.clusters.verdict.as_str()));
        rows.row(&row)?;
    }
    Ok(())
}
