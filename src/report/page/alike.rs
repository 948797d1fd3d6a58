//! Which sources word things alike: the verdict, the tree, the map.

use super::chips::rounded;
use crate::corpus::SourceIx;
use crate::report::tables::clusters::verdict;
use crate::sources::{ClusterPlace, Unplaced};
use crate::study::Findings;
use crate::wording::Tongue;
use serde_json::{Value, json};

/// The verdict in both languages, a row a source, a row a merge.
pub(super) fn alike(findings: &Findings) -> Value {
    let clusters = &findings.clusters;
    let place = |placed: &ClusterPlace| {
        json!([
            placed.source.0,
            placed.cluster,
            rounded(placed.silhouette),
            rounded(placed.stability),
            rounded(placed.map.map(|map| map.0)),
            rounded(placed.map.map(|map| map.1)),
            placed.unplaced.map(|why| match why {
                Unplaced::Thin => "thin",
                Unplaced::Beyond => "beyond",
                Unplaced::Structureless => "structureless",
            }),
        ])
    };
    let sources = |side: &[SourceIx]| side.iter().map(|source| source.0).collect::<Vec<_>>();
    let merges = clusters.merges.iter().map(|merge| {
        let [left, right] = [&merge.left, &merge.right].map(|side| sources(side));
        json!([left, right, rounded(Some(merge.distance))])
    });
    let tongues = [Tongue::English, Tongue::Arabic];
    json!({
        "verdict": tongues.map(|tongue| verdict(clusters.verdict, tongue)),
        "placed": clusters.placed.iter().map(place).collect::<Vec<Value>>(),
        "merges": merges.collect::<Vec<Value>>(),
    })
}
