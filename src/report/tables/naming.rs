//! `naming.csv`: what each source calls whom over the whole corpus, what they differ in most first.

use super::comparison::{Side, Told, apart, sides};
use crate::corpus::SourceIx;
use crate::error::Result;
use crate::lexicon::{ActorIx, FrameIx};
use crate::report::cell::Cell;
use crate::report::names::{Placed, Spoken, most_used, placed};
use crate::report::table::{Rows, Table};
use crate::sources::disagreement;
use crate::study::Findings;
use crate::voice::Voice;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "naming",
    fill,
};

/// The same of each month by itself.
pub(crate) const BY_MONTH: Table = Table {
    name: "naming_by_month",
    fill: fill_months,
};

/// Words of a source that a cell shows; the others are counted.
const WORDS_SHOWN: usize = 12;

/// Fewer articles of a source are no habit of it.
const LEAST_ARTICLES: usize = 2;

/// What sources say of one actor in answer to one question.
pub(crate) struct Naming<'a> {
    /// The question.
    pub frame: FrameIx,
    /// Of whom; `None` where nobody known could be found.
    pub actor: Option<ActorIx>,
    /// How far the sources are apart; `None` with fewer than two of them.
    pub disagreement: Option<f64>,
    /// Whether fewer than two sources have such words in two articles or more.
    pub is_thin: bool,
    /// The words of each source.
    pub told: Told<'a>,
}

impl<'a> Naming<'a> {
    /// The sources that have such words in articles enough.
    pub(crate) fn often(&self) -> impl Iterator<Item = (&SourceIx, &Vec<&'a Placed<'a>>)> {
        let articles = |mentions: &[&Placed]| {
            let articles = mentions.iter().map(|mention| mention.article);
            articles.collect::<BTreeSet<_>>().len()
        };
        let told = self.told.iter();
        told.filter(move |(_, mentions)| articles(mentions) >= LEAST_ARTICLES)
    }
}

type Topic = (FrameIx, Option<ActorIx>);

/// What the sources that have a column call whom in their own voice, copies once: about somebody
/// known first, and of these what they differ in, most first; what hangs on single articles stands
/// behind the rest of that.
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
        let (witnesses, is_thin) = told_often(&sides);
        let disagreement = disagreement(&witnesses, findings.settings.least_articles);
        let apart = apart(disagreement, &sides);
        let are_alike = apart.0.0 <= 0;
        let order = (actor.is_none(), are_alike, is_thin, apart);
        let naming = Naming {
            frame,
            actor,
            disagreement,
            is_thin,
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

/// The sources that are compared, by articles and lean, and whether none is told often: those with
/// two articles or more, and all where fewer than two have so many.
fn told_often(sides: &[Side]) -> (Vec<(usize, f64)>, bool) {
    let all: Vec<(usize, f64)> = sides.iter().map(Side::by_article).collect();
    let often = all.iter().copied();
    let often: Vec<(usize, f64)> = often.filter(|side| side.0 >= LEAST_ARTICLES).collect();
    match often.len() {
        0 | 1 => (all, true),
        _ => (often, false),
    }
}

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let all = placed(findings);
    let mut namings = namings(findings, &all).into_iter();
    namings.try_for_each(|naming| rows.row(&row(findings, &naming)))
}

fn fill_months(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let mut months: BTreeMap<String, Vec<Placed>> = BTreeMap::new();
    for mention in placed(findings) {
        let date = findings.corpus.articles[mention.article.at()].date;
        if let Some(date) = date.filter(|_| findings.settings.by_month) {
            months.entry(date.month()).or_default().push(mention);
        }
    }
    for (month, all) in &months {
        for naming in namings(findings, all) {
            let mut of_month = vec![Cell::text(month.as_str())];
            of_month.extend(row(findings, &naming));
            rows.row(&of_month)?;
        }
    }
    Ok(())
}

fn row<'a>(findings: &'a Findings, naming: &Naming) -> Vec<Cell<'a>> {
    let mut row = Spoken::of(findings)
        .topic(naming.frame, naming.actor)
        .to_vec();
    row.extend([
        Cell::number(naming.disagreement),
        Cell::count(naming.told.len()),
        Cell::count(naming.told.values().map(Vec::len).sum::<usize>()),
    ]);
    for source in &findings.reach.shown() {
        row.extend(match naming.told.get(source) {
            Some(mentions) => of_source(findings, mentions),
            None => [const { Cell::Missing }; 3],
        });
    }
    row
}

/// A source's words, its lean, and how many mentions it has.
fn of_source(findings: &Findings, mentions: &[&Placed]) -> [Cell<'static>; 3] {
    let most = match findings.settings.all_tables {
        true => usize::MAX,
        false => WORDS_SHOWN,
    };
    let (count, lean) = Side::of(findings, mentions).by_mention();
    [
        Cell::text(most_used(findings, mentions, most)),
        Cell::number(lean),
        Cell::count(count),
    ]
}
