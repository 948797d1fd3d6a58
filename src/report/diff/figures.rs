//! `scores.csv`, `profiles.csv`, `contrasts.csv` and `clusters.csv` of a diff: the figures that
//! moved.

use super::moved::{Moved, SideRow, larger_first, moved};
use crate::corpus::SourceIx;
use crate::error::Result;
use crate::report::cell::Cell;
use crate::report::summary::strongest;
use crate::report::table::{Rows, Table};
use crate::report::tables::{clusters, contrasts, profiles, scores};
use crate::sources::Profile;
use crate::study::{self, Diff, Side};
use std::collections::BTreeSet;

/// `scores.csv`: articles.
pub(crate) const SCORES: Table<Diff> = Table {
    name: "diff scores",
    fill: |diff, rows| fill(rows, &moved_scores(diff), |row| row.turned()),
};

/// `profiles.csv`: sources.
pub(crate) const PROFILES: Table<Diff> = Table {
    name: "diff profiles",
    fill: |diff, rows| fill(rows, &moved_profiles(diff), |row| row.turned()),
};

/// `contrasts.csv`: source against source.
pub(crate) const CONTRASTS: Table<Diff> = Table {
    name: "diff contrasts",
    fill: |diff, rows| fill(rows, &moved_contrasts(diff), |row| row.turned()),
};

/// `clusters.csv`: who stands with whom.
pub(crate) const CLUSTERS: Table<Diff> = Table {
    name: "diff clusters",
    fill: |diff, rows| fill(rows, &moved_clusters(diff), parted),
};

fn fill(rows: &mut dyn Rows, moved: &[Moved], is_other: fn(&Moved) -> bool) -> Result<()> {
    let mut moved = moved.iter();
    moved.try_for_each(|row| rows.row(&row.row(is_other(row))))
}

/// Articles whose score in a frame, about an actor, in a voice reads otherwise.
pub(crate) fn moved_scores(diff: &Diff) -> Vec<Moved<'_>> {
    let touched: BTreeSet<_> = diff.touched.iter().copied().collect();
    let [old, new] = [&diff.old, &diff.new].map(|side| {
        let scores = scores::article_scores(&side.compared.scores, &side.readings);
        // What is read once says the same on both sides.
        let scores = scores.filter(|score| touched.contains(&score.of.article));
        let line = scores.map(|score| {
            let article = &diff.corpus.articles[score.of.article.at()];
            SideRow {
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
pub(crate) fn moved_profiles(diff: &Diff) -> Vec<Moved<'_>> {
    let [old, new] = [&diff.old, &diff.new].map(|side| {
        let profiles = &side.compared.profiles;
        let lines = profiles.iter().map(|profile| {
            let mut cells = profiles::figures(profile).to_vec();
            cells.push(rank(profile, profiles).map_or(Cell::Missing, Cell::count));
            SideRow {
                key: vec![
                    &diff.corpus.sources[profile.source.at()],
                    side.lexicon.frame_name(profile.frame),
                    side.lexicon.actor_name(profile.actor),
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
    let of = |profile: &Profile| (profile.frame, profile.actor, profile.voice);
    let rivals = all.iter().filter(|other| of(other) == of(own));
    let higher = rivals.filter(|other| other.lean.is_some_and(|other| other > lean));
    Some(1 + higher.count())
}

/// Contrasts that read otherwise.
pub(crate) fn moved_contrasts(diff: &Diff) -> Vec<Moved<'_>> {
    let [old, new] = [&diff.old, &diff.new].map(|side| contrast_lines(diff, side));
    moved(old, new)
}

fn contrast_lines<'a>(diff: &'a Diff, side: &'a Side) -> Vec<SideRow<'a>> {
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
        SideRow {
            key: vec![
                side.lexicon.frame_name(contrast.frame),
                contrasts::subject(&side.lexicon, contrast),
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
pub(crate) fn moved_clusters(diff: &Diff) -> Vec<Moved<'_>> {
    let tongue = study::tongue(&diff.settings, &diff.corpus);
    let [old, new] = [&diff.old, &diff.new].map(|side| {
        let placed = side.compared.clusters.placed.iter();
        let lines = placed.map(|placed| {
            let mut cells = clusters::place(placed, tongue).to_vec();
            cells.push(Cell::text(company(diff, side, placed.source)));
            SideRow {
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
pub(crate) fn parted(row: &Moved) -> bool {
    fn company<'a>(line: Option<&'a SideRow>) -> Option<&'a Cell<'a>> {
        line?.cells.last()
    }
    company(row.old.as_ref()) != company(row.new.as_ref())
}
