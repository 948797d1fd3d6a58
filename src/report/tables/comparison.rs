//! `comparison.csv`: who calls whom what, source beside source, event by event; what they differ in
//! most first.

use crate::corpus::SourceIx;
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
            let apart_by = disagreement(&sides.iter().map(Side::stance).collect::<Vec<_>>());
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

/// How often a source uses which labels.
pub(crate) struct Side {
    mentions: u32,
    stance: i64,
    labels: BTreeMap<LabelIx, u32>,
}

/// The sides of some sources.
pub(crate) fn sides(findings: &Findings, told: &Told) -> Vec<Side> {
    told.values()
        .map(|mentions| Side::of(findings, mentions))
        .collect()
}

impl Side {
    /// Of the mentions of a source.
    pub(crate) fn of(findings: &Findings, mentions: &[&Placed]) -> Side {
        let mut side = Side {
            mentions: mentions.len() as u32,
            stance: 0,
            labels: BTreeMap::new(),
        };
        for mention in mentions {
            side.stance += i64::from(findings.lexicon.labels[mention.label.0 as usize].stance);
            *side.labels.entry(mention.label).or_default() += 1;
        }
        side
    }

    /// Mentions, and the sum of their stances.
    pub(crate) fn stance(&self) -> (u32, i64) {
        (self.mentions, self.stance)
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
    let labels = |side: &Side| side.labels.keys().copied().collect::<BTreeSet<_>>();
    let differ = sides
        .windows(2)
        .any(|two| labels(&two[0]) != labels(&two[1]));
    (Reverse(steps), Reverse(differ), Reverse(sides.len()))
}
