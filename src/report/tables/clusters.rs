//! `clusters.csv` and `merges.csv`: which sources word things alike.

use crate::corpus::SourceIx;
use crate::error::Result;
use crate::report::cell::{Cell, Explained, Rows, Table, columns};
use crate::sources::Placed;
use crate::study::Findings;

/// The columns of `clusters.csv`: the source, then [`place`].
pub const CLUSTER_COLUMNS: &[Explained] = &[
    ("source", "name", "the source"),
    (
        "cluster",
        "number",
        "its cluster; clusters are numbered by their first member; empty where there is none",
    ),
    (
        "silhouette",
        "−1…1",
        "how much nearer it is to its own cluster than to the next one",
    ),
    (
        "stability",
        "0…1",
        "share of bootstrap runs over events in which it stays with its cluster's majority",
    ),
    (
        "x",
        "standard deviations",
        "first principal component, for a map",
    ),
    ("y", "standard deviations", "second principal component"),
    ("remark", "text", "why it has no cluster, where it has none"),
];

const MERGE_COLUMNS: &[Explained] = &[
    ("step", "number", "1 for the two sources nearest each other"),
    ("left", "names", "the sources on one side of the merge"),
    ("right", "names", "the sources on the other"),
    (
        "distance",
        "standard deviations",
        "mean distance between the two sides (average linkage)",
    ),
    ("size", "count", "sources after the merge"),
    (
        "remark",
        "text",
        "why there are no merges, where there are none",
    ),
];

/// The sources.
pub const CLUSTERS: Table = Table {
    name: "clusters",
    columns: |_| columns(CLUSTER_COLUMNS),
    fill: fill_clusters,
};

/// The merges.
pub const MERGES: Table = Table {
    name: "merges",
    columns: |_| columns(MERGE_COLUMNS),
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
        let mut row = vec![Cell::Missing; MERGE_COLUMNS.len() - 1];
        row.push(Cell::text(findings.clusters.verdict.as_str()));
        rows.row(&row)?;
    }
    Ok(())
}
