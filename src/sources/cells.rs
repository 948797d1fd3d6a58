//! Sums of mentions by frame, actor, source and event: the shape that comparisons read.

use super::Sample;
use crate::corpus::SourceIx;
use crate::events::EventIx;
use crate::framing::Score;
use crate::lexicon::{ActorIx, FrameIx, LabelIx};

/// What one article says in one cell. Two articles that say the same are interchangeable, so
/// tallies are kept sorted and without names: the order of rows cannot matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct StanceSum {
    /// Its mentions, at least 1.
    pub mentions: u32,
    /// The sum of their stances.
    pub stance: i32,
}

impl StanceSum {
    /// One number for both of its own.
    pub(crate) fn number(self) -> u64 {
        u64::from(self.mentions) << 32 | u64::from(self.stance as u32)
    }
}

/// What one source says in one event.
#[derive(Clone, Debug)]
pub(super) struct EventScores {
    /// The event.
    pub event: EventIx,
    /// One an article that has a mention, sorted.
    pub tallies: Vec<StanceSum>,
    /// Mentions of each label, sorted by label.
    pub labels: Vec<(LabelIx, u32)>,
}

/// What one source says in all events.
#[derive(Clone, Debug)]
pub(super) struct Member {
    /// The source.
    pub source: SourceIx,
    /// Its events, sorted.
    pub told: Vec<EventScores>,
    /// All its mentions.
    pub total: Total,
}

/// Mentions and their stance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Total {
    /// How many.
    pub mentions: u32,
    /// The sum of their stances.
    pub stance: i64,
}

impl From<StanceSum> for Total {
    fn from(tally: StanceSum) -> Total {
        Total {
            mentions: tally.mentions,
            stance: i64::from(tally.stance),
        }
    }
}

impl Total {
    /// Mean stance; `None` without a mention.
    pub(crate) fn lean(self) -> Option<f64> {
        (self.mentions > 0).then(|| self.stance as f64 / f64::from(self.mentions))
    }

    /// The two together.
    pub(crate) fn plus(self, other: Total) -> Total {
        Total {
            mentions: self.mentions + other.mentions,
            stance: self.stance + other.stance,
        }
    }

    /// What is left without the other.
    pub(crate) fn minus(self, other: Total) -> Total {
        Total {
            mentions: self.mentions - other.mentions,
            stance: self.stance - other.stance,
        }
    }
}

/// All wording of one frame about one actor in the narrator's voice, by sources.
#[derive(Clone, Debug)]
pub(super) struct ScoreCell {
    /// The frame.
    pub frame: FrameIx,
    /// About whom.
    pub actor: Option<ActorIx>,
    /// In which language.
    pub language: u8,
    /// The sources with a mention, sorted.
    pub members: Vec<Member>,
    /// Which members tell an event: `(event, member, place in its told)`, sorted.
    pub witnesses: Vec<(EventIx, u32, u32)>,
    /// The stance of each label used, sorted by label.
    pub stances: Vec<(LabelIx, i8)>,
}

/// The narrator's cells, sorted by frame, actor and language; only articles that count.
pub(super) fn cells(sample: &Sample) -> Vec<ScoreCell> {
    let mut scores = sample.narrated();
    let key = |score: &Score| {
        let fact = &sample.facts[score.article.at()];
        (score.frame, score.actor, fact.source, fact.event)
    };
    let language = |score: &Score| sample.facts[score.article.at()].language;
    let of_cell = |score: &Score| (score.frame, score.actor, language(score));
    scores.sort_unstable_by_key(|score| (of_cell(score), key(score), score.article, score.label));
    let cells = scores.chunk_by(|a, b| of_cell(a) == of_cell(b));
    cells
        .map(|group| ScoreCell {
            language: language(group[0]),
            ..cell(group, key)
        })
        .collect()
}

type ScoreKey = (FrameIx, Option<ActorIx>, SourceIx, EventIx);

/// One cell of its scores, which are sorted by key and article.
fn cell(scores: &[&Score], key: impl Fn(&Score) -> ScoreKey + Copy) -> ScoreCell {
    let members: Vec<Member> = scores
        .chunk_by(|a, b| key(a).2 == key(b).2)
        .map(|group| member(group, key))
        .collect();
    let mut witnesses = Vec::new();
    for (at, member) in members.iter().enumerate() {
        for (place, told) in member.told.iter().enumerate() {
            witnesses.push((told.event, at as u32, place as u32));
        }
    }
    witnesses.sort_unstable();
    let mut stances: Vec<(LabelIx, i8)> = scores.iter().map(|s| (s.label, s.stance)).collect();
    stances.sort_unstable();
    stances.dedup();
    ScoreCell {
        frame: scores[0].frame,
        actor: scores[0].actor,
        language: 0,
        members,
        witnesses,
        stances,
    }
}

fn member(scores: &[&Score], key: impl Fn(&Score) -> ScoreKey) -> Member {
    let told: Vec<EventScores> = scores
        .chunk_by(|a, b| key(a).3 == key(b).3)
        .map(|group| EventScores {
            event: key(group[0]).3,
            tallies: tallies(group),
            labels: labels(group),
        })
        .collect();
    Member {
        source: key(scores[0]).2,
        total: told
            .iter()
            .map(EventScores::total)
            .fold(Total::default(), Total::plus),
        told,
    }
}

/// One tally an article, sorted by what it says.
pub(super) fn tallies(scores: &[&Score]) -> Vec<StanceSum> {
    let mut tallies: Vec<StanceSum> = scores
        .chunk_by(|a, b| a.article == b.article)
        .map(|article| StanceSum {
            mentions: article.iter().map(|score| score.mentions).sum(),
            stance: article
                .iter()
                .map(|score| i32::from(score.stance) * score.mentions as i32)
                .sum(),
        })
        .collect();
    tallies.sort_unstable();
    tallies
}

fn labels(scores: &[&Score]) -> Vec<(LabelIx, u32)> {
    let mut all: Vec<(LabelIx, u32)> = scores.iter().map(|s| (s.label, s.mentions)).collect();
    sum_sorted(&mut all);
    all
}

/// Sorts counts by what they count and sums those of the same.
pub(super) fn sum_sorted<T: Ord + Copy>(counts: &mut Vec<(T, u32)>) {
    counts.sort_unstable();
    counts.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
}

impl EventScores {
    /// Its mentions, all articles together.
    pub(crate) fn total(&self) -> Total {
        self.tallies
            .iter()
            .copied()
            .map(Total::from)
            .fold(Total::default(), Total::plus)
    }
}
