//! `comparison.csv`: who calls whom what, source beside source, event by event; what they differ in
//! most first.

use crate::corpus::{ArticleIx, SourceIx};
use crate::error::Result;
use crate::events::EventIx;
use crate::lexicon::{ActorIx, FrameIx, LabelIx};
use crate::report::cell::Cell;
use crate::report::names::{Placed, Spoken, date_cell, listed, placed};
use crate::report::table::{Rows, Table};
use crate::sources::disagreement;
use crate::study::Findings;
use crate::voice::Voice;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "comparison",
    fill,
};

/// So many mentions of the mean of all sources are added to those of each in an event.
const PRIOR_MENTIONS: u32 = 2;

type EventTopic = (EventIx, FrameIx, Option<ActorIx>);

/// The words of each source.
pub(crate) type Told<'a> = BTreeMap<SourceIx, Vec<&'a Placed<'a>>>;

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let all = placed(findings);
    let mut cells: BTreeMap<EventTopic, Told> = BTreeMap::new();
    let shows = |mention: &&Placed| {
        mention.voice == Voice::Narrator && findings.reach.is_shown(mention.source)
    };
    for mention in all.iter().filter(shows) {
        let key = (mention.event, mention.frame, mention.actor);
        let sources = cells.entry(key).or_default();
        sources.entry(mention.source).or_default().push(mention);
    }
    let covered: Vec<BTreeSet<SourceIx>> = covered(findings);
    let told = |event: EventIx| &covered[event.0 as usize];
    let mut lines: Vec<_> = cells
        .into_iter()
        .filter(|((event, ..), _)| findings.settings.all_events || told(*event).len() > 1)
        .map(|(topic, sources)| {
            let sides = sides(findings, &sources);
            let is_subject = findings.has_subject(topic.1, topic.2);
            let apart_by = in_event(&sides);
            let disagreement = apart_by.filter(|_| is_subject);
            (apart(disagreement, &sides), disagreement, topic, sources)
        })
        .collect();
    lines.sort_by_key(|line| line.0);
    let spoken = Spoken::of(findings);
    for (_, disagreement, topic, sources) in lines {
        rows.row(&row(
            (findings, spoken),
            (topic, disagreement),
            &sources,
            told(topic.0),
        ))?;
    }
    Ok(())
}

fn row<'a>(
    (findings, spoken): (&'a Findings, Spoken<'a>),
    ((event, frame, actor), disagreement): (EventTopic, Option<f64>),
    sources: &Told,
    covered: &BTreeSet<SourceIx>,
) -> Vec<Cell<'a>> {
    let mut row = vec![
        Cell::text(findings.event_name(event)),
        Cell::text(findings.headline(event)),
        date_cell(findings.dates(event).0),
    ];
    row.extend(spoken.topic(frame, actor));
    row.push(Cell::number(disagreement));
    let shown = findings.reach.shown();
    row.extend(shown.iter().map(|source| match sources.get(source) {
        Some(mentions) => Cell::text(listed(findings.wording(mentions))),
        None if covered.contains(source) => Cell::Missing,
        None => Cell::text("–"),
    }));
    row
}

/// The sources that cover each event.
pub(crate) fn covered(findings: &Findings) -> Vec<BTreeSet<SourceIx>> {
    let events = findings.alignment.events.iter();
    let sources = events.map(|event| {
        let articles = event.articles.iter();
        articles.map(|ix| findings.facts[ix.at()].source).collect()
    });
    sources.collect()
}

/// What a source says of somebody: in how many articles, how it leans, by which labels.
pub(crate) struct Side {
    mentions: usize,
    articles: BTreeSet<ArticleIx>,
    lean: f64,
    labels: BTreeSet<LabelIx>,
}

/// The sides of some sources.
pub(crate) fn sides(findings: &Findings, told: &Told) -> Vec<Side> {
    told.values()
        .map(|mentions| Side::of(findings, mentions))
        .collect()
}

/// How far sources are apart in an event: by their mentions.
pub(crate) fn in_event(sides: &[Side]) -> Option<f64> {
    let witnesses: Vec<(usize, f64)> = sides.iter().map(Side::by_mention).collect();
    disagreement(&witnesses, PRIOR_MENTIONS)
}

impl Side {
    /// Of the mentions of a source, of which it has some.
    pub(crate) fn of(findings: &Findings, mentions: &[&Placed]) -> Side {
        let stance = |m: &&Placed| i64::from(findings.lexicon.labels[m.label.0 as usize].stance);
        let sum: i64 = mentions.iter().map(stance).sum();
        Side {
            mentions: mentions.len(),
            articles: mentions.iter().map(|mention| mention.article).collect(),
            lean: sum as f64 / mentions.len() as f64,
            labels: mentions.iter().map(|mention| mention.label).collect(),
        }
    }

    /// Mentions, and their mean stance.
    pub(crate) fn by_mention(&self) -> (usize, f64) {
        (self.mentions, self.lean)
    }

    /// Articles, and the mean stance of the mentions: what is said ten times in one article is the
    /// choice of one article.
    pub(crate) fn by_article(&self) -> (usize, f64) {
        (self.articles.len(), self.lean)
    }
}

/// What rows are sorted by: how far sources are apart in stance, then whether they use the same
/// labels, then who stands alone.
pub(crate) fn apart(
    disagreement: Option<f64>,
    sides: &[Side],
) -> (Reverse<i64>, Reverse<bool>, Reverse<usize>) {
    // Nothing is finer than what is written.
    let steps = disagreement.map_or(-1, |steps| (steps * 10_000.0).round() as i64);
    let differ = sides.windows(2).any(|two| two[0].labels != two[1].labels);
    (Reverse(steps), Reverse(differ), Reverse(sides.len()))
}
