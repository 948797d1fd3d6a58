//! `naming.csv`: what each source calls whom over the whole corpus, what they differ in most first.

use super::comparison::{Side, Told, apart, sides};
use crate::error::Result;
use crate::lexicon::{ActorIx, FrameIx};
use crate::report::cell::Cell;
use crate::report::names::{Placed, Spoken, most_used, placed};
use crate::report::table::{Rows, Table};
use crate::sources::disagreement;
use crate::study::Findings;
use crate::voice::Voice;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "naming",
    fill,
};

/// Words of a source that a cell shows; the others are counted.
const WORDS_SHOWN: usize = 12;

/// What sources say of one actor in answer to one question.
pub(crate) struct Naming<'a> {
    /// The question.
    pub frame: FrameIx,
    /// Of whom; `None` where nobody known could be found.
    pub actor: Option<ActorIx>,
    /// How far the sources are apart; `None` with fewer than two of them.
    pub disagreement: Option<f64>,
    /// The words of each source.
    pub told: Told<'a>,
}

type Topic = (FrameIx, Option<ActorIx>);

/// What the sources that have a column call whom in their own voice, copies once: about somebody
/// known first, and of these what they differ in most.
pub(crate) fn namings<'a>(findings: &Findings, all: &'a [Placed<'a>]) -> Vec<Naming<'a>> {
    let mut told: BTreeMap<Topic, Told> = BTreeMap::new();
    let counts = |mention: &&Placed| {
        mention.voice == Voice::Narrator
            && findings.facts[mention.article.at()].counted
            && findings.reach.is_shown(mention.source)
    };
    for mention in all.iter().filter(counts) {
        let sources = told.entry((mention.frame, mention.actor)).or_default();
        sources.entry(mention.source).or_default().push(mention);
    }
    let naming = |((frame, actor), told): (Topic, Told<'a>)| {
        let sides = sides(findings, &told);
        let disagreement = disagreement(&sides.iter().map(Side::stance).collect::<Vec<_>>());
        let order = (actor.is_none(), apart(disagreement, &sides));
        let naming = Naming {
            frame,
            actor,
            disagreement,
            told,
        };
        (order, naming)
    };
    let mut namings: Vec<_> = told.into_iter().map(naming).collect();
    namings.sort_by_key(|(order, naming)| {
        let mentions: usize = naming.told.values().map(Vec::len).sum();
        (*order, Reverse(mentions))
    });
    namings.into_iter().map(|(_, naming)| naming).collect()
}

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let (shown, spoken) = (findings.reach.shown(), Spoken::of(findings));
    for naming in namings(findings, &placed(findings)) {
        let mut row = spoken.topic(naming.frame, naming.actor).to_vec();
        row.extend([
            Cell::number(naming.disagreement),
            Cell::count(naming.told.len()),
            Cell::count(naming.told.values().map(Vec::len).sum::<usize>()),
        ]);
        for source in &shown {
            row.extend(match naming.told.get(source) {
                Some(mentions) => of_source(findings, mentions),
                None => [const { Cell::Missing }; 3],
            });
        }
        rows.row(&row)?;
    }
    Ok(())
}

/// A source's words, its lean, and how many mentions it has.
fn of_source(findings: &Findings, mentions: &[&Placed]) -> [Cell<'static>; 3] {
    let most = match findings.settings.all_tables {
        true => usize::MAX,
        false => WORDS_SHOWN,
    };
    let (count, stance) = Side::of(findings, mentions).stance();
    [
        Cell::text(most_used(findings, mentions, most)),
        Cell::number(stance as f64 / f64::from(count)),
        Cell::count(mentions.len()),
    ]
}
