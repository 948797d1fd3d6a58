//! `scores.csv`, `profiles.csv`, `contrasts.csv` and `clusters.csv` of a diff: the figures that
//! moved.

use super::moved::{Line, Moved, both_sides, larger_first, moved};
use crate::corpus::SourceIx;
use crate::error::Result;
use crate::report::cell::{Cell, Column, Explained, Rows, Table, columns};
use crate::report::summary::strongest;
use crate::report::tables::{clusters, contrasts, profiles, scores};
use crate::sources::Profile;
use crate::study::{Diff, Side};
use std::collections::BTreeSet;

const CHANGE: Explained = (
    "change",
    "new, gone, moved",
    "whether the row stands only in the report with the new lists, only in the one with the old, or in both with other figures",
);
const TURNED: Explained = (
    "sign_changed",
    "1 or 0",
    "whether the figure was under 0 and is above it now, or the other way round",
);
const OF_LEAN: Explained = (
    "moved",
    "−4…4",
    "new lean minus old lean; empty where one is missing",
);
const OF_DIFFERENCE: Explained = (
    "moved",
    "−8…8",
    "new difference minus old difference; empty where one is missing",
);
const SOURCE: Explained = ("source", "name", "who published the article");
const RANK_OF_PROFILE: Explained = (
    "rank",
    "number",
    "place of the source among the sources with a lean in this frame and voice, 1 for the highest lean; the same lean, the same place",
);
const RANK_OF_CONTRAST: Explained = (
    "rank",
    "number",
    "place among the contrasts of two sources that differ at all, the strongest first, as summary.txt has them",
);
const OF_CLUSTER: [Explained; 2] = [
    (
        "moved",
        "−2…2",
        "new silhouette minus old silhouette; empty where one is missing",
    ),
    (
        "company_changed",
        "1 or 0",
        "whether it shares its cluster with other sources than before",
    ),
];
const COMPANY: Explained = ("with", "names", "the other sources of its cluster");

/// `scores.csv`: articles.
pub const SCORES: Table<Diff> = Table {
    name: "scores",
    columns: |_| {
        let mut keys = scores::COLUMNS[..4].to_vec();
        keys.insert(1, SOURCE);
        header(&keys, [OF_LEAN, TURNED], &scores::COLUMNS[4..])
    },
    fill: |diff, rows| fill(rows, &moved_scores(diff), 3),
};

/// `profiles.csv`: sources.
pub const PROFILES: Table<Diff> = Table {
    name: "profiles",
    columns: |_| {
        let mut values = profiles::COLUMNS[3..].to_vec();
        values.push(RANK_OF_PROFILE);
        header(&profiles::COLUMNS[..3], [OF_LEAN, TURNED], &values)
    },
    fill: |diff, rows| fill(rows, &moved_profiles(diff), 8),
};

/// `contrasts.csv`: source against source.
pub const CONTRASTS: Table<Diff> = Table {
    name: "contrasts",
    columns: |_| {
        let all = contrasts::COLUMNS;
        let odds = all
            .iter()
            .filter(|column| ["labels", "odds_ratio"].contains(&column.0));
        let mut values = all[4..14].to_vec();
        values.extend(odds);
        values.push(RANK_OF_CONTRAST);
        header(&all[..4], [OF_DIFFERENCE, TURNED], &values)
    },
    fill: |diff, rows| fill(rows, &moved_contrasts(diff), 13),
};

/// `clusters.csv`: who stands with whom.
pub const CLUSTERS: Table<Diff> = Table {
    name: "clusters",
    columns: |_| {
        let mut values = clusters::CLUSTER_COLUMNS[1..].to_vec();
        values.push(COMPANY);
        header(&clusters::CLUSTER_COLUMNS[..1], OF_CLUSTER, &values)
    },
    fill: |diff, rows| {
        for row in moved_clusters(diff) {
            let by = Cell::number(row.by());
            rows.row(&row.row([by, Cell::Count(i64::from(parted(&row)))], 7))?;
        }
        Ok(())
    },
};

fn header(keys: &[Explained], what: [Explained; 2], values: &[Explained]) -> Vec<Column> {
    let mut header = columns(keys);
    header.extend(columns(&[CHANGE]));
    header.extend(columns(&what));
    header.extend(both_sides(values));
    header
}

fn fill(rows: &mut dyn Rows, moved: &[Moved], figures: usize) -> Result<()> {
    for row in moved {
        let (by, turned) = (Cell::number(row.by()), i64::from(row.turned()));
        rows.row(&row.row([by, Cell::Count(turned)], figures))?;
    }
    Ok(())
}

/// Articles whose score in a frame, about an actor, in a voice reads otherwise.
pub fn moved_scores(diff: &Diff) -> Vec<Moved<'_>> {
    let touched: BTreeSet<_> = diff.touched.iter().copied().collect();
    let [old, new] = [&diff.old, &diff.new].map(|side| {
        let scores = scores::article_scores(&side.compared.scores, &side.readings);
        // What is read once says the same on both sides.
        let scores = scores.filter(|score| touched.contains(&score.of.article));
        let line = scores.map(|score| {
            let article = &diff.corpus.articles[score.of.article.at()];
            Line {
                key: vec![
                    &article.id,
                    &article.source,
                    side.lexicon.frame_name(score.of.frame),
                    side.lexicon.actor_name(score.of.actor),
                    score.of.voice.name(),
                ],
                value: Some(score.lean),
                cells: score.figures().to_vec(),
            }
        });
        line.collect()
    });
    moved(old, new)
}

/// Sources whose profile reads otherwise.
pub fn moved_profiles(diff: &Diff) -> Vec<Moved<'_>> {
    let [old, new] = [&diff.old, &diff.new].map(|side| {
        let profiles = &side.compared.profiles;
        let lines = profiles.iter().map(|profile| {
            let mut cells = profiles::figures(profile).to_vec();
            cells.push(rank(profile, profiles).map_or(Cell::Missing, Cell::count));
            Line {
                key: vec![
                    &diff.corpus.sources[profile.source.at()],
                    side.lexicon.frame_name(profile.frame),
                    profile.voice.name(),
                ],
                value: profile.lean,
                cells,
            }
        });
        lines.collect()
    });
    moved(old, new)
}

/// 1 and the number of sources that lean higher in the frame and voice.
fn rank(own: &Profile, all: &[Profile]) -> Option<usize> {
    let lean = own.lean?;
    let rivals = all
        .iter()
        .filter(|other| (other.frame, other.voice) == (own.frame, own.voice));
    let higher = rivals.filter(|other| other.lean.is_some_and(|other| other > lean));
    Some(1 + higher.count())
}

/// Contrasts that read otherwise.
pub fn moved_contrasts(diff: &Diff) -> Vec<Moved<'_>> {
    let [old, new] = [&diff.old, &diff.new].map(|side| contrast_lines(diff, side));
    moved(old, new)
}

fn contrast_lines<'a>(diff: &'a Diff, side: &'a Side) -> Vec<Line<'a>> {
    let all = &side.compared.contrasts;
    let mut ranks = vec![Cell::Missing; all.len()];
    for (rank, place) in (1..).zip(strongest(all)) {
        ranks[place] = Cell::Count(rank);
    }
    let lines = all.iter().zip(ranks).map(|(contrast, rank)| {
        let mut cells = contrasts::figures(contrast).to_vec();
        cells.push(contrasts::labels(&side.lexicon, contrast));
        cells.push(Cell::number(contrast.odds.as_ref().map(|odds| odds.ratio)));
        cells.push(rank);
        Line {
            key: vec![
                side.lexicon.frame_name(contrast.frame),
                side.lexicon.actor_name(contrast.actor),
                &diff.corpus.sources[contrast.source.at()],
                contrasts::other_name(&diff.corpus, contrast),
            ],
            value: contrast.difference,
            cells,
        }
    });
    lines.collect()
}

/// Sources whose place among the clusters reads otherwise: those in other company first, then the
/// largest moves.
pub fn moved_clusters(diff: &Diff) -> Vec<Moved<'_>> {
    let [old, new] = [&diff.old, &diff.new].map(|side| {
        let placed = side.compared.clusters.placed.iter();
        let lines = placed.map(|placed| {
            let mut cells = clusters::place(placed).to_vec();
            cells.push(Cell::text(company(diff, side, placed.source)));
            Line {
                key: vec![diff.corpus.sources[placed.source.at()].as_str()],
                value: placed.silhouette,
                cells,
            }
        });
        lines.collect()
    });
    let mut rows = moved(old, new);
    rows.sort_by(|a, b| {
        let company = parted(b).cmp(&parted(a));
        company.then_with(|| larger_first(a.size(), b.size()))
    });
    rows
}

/// The other sources of a source's cluster.
fn company(diff: &Diff, side: &Side, source: SourceIx) -> String {
    let placed = &side.compared.clusters.placed;
    let Some(own) = placed[source.at()].cluster else {
        return String::new();
    };
    let others = placed
        .iter()
        .filter(|other| other.cluster == Some(own) && other.source != source);
    let names = others.map(|other| diff.corpus.sources[other.source.at()].as_str());
    names.collect::<Vec<_>>().join("; ")
}

/// Whether a source is in other company than before.
pub fn parted(row: &Moved) -> bool {
    fn company<'a>(line: Option<&'a Line>) -> Option<&'a Cell<'a>> {
        line?.cells.last()
    }
    company(row.old.as_ref()) != company(row.new.as_ref())
}
