//! What comparing makes of articles that are read and aligned.

use super::{Reading, gather};
use crate::corpus::{Corpus, SourceIx};
use crate::events::Alignment;
use crate::framing::{self, Score};
use crate::lexicon::{ActorIx, FrameIx, Lexicon, Target};
use crate::progress::Progress;
use crate::settings::Settings;
use crate::sources::{
    self, Bounds, Clusters, Contrast, Draws, Fact, Other, Profile, Reach, Sample, Sensitivity,
};

/// A corpus that was read and aligned.
#[derive(Clone, Copy)]
pub(crate) struct Weighed<'a> {
    /// The articles.
    pub corpus: &'a Corpus,
    /// The word lists.
    pub lexicon: &'a Lexicon,
    /// The thresholds.
    pub settings: &'a Settings,
    /// What was read of each article, by index.
    pub readings: &'a [Reading],
    /// Which article tells which event.
    pub alignment: &'a Alignment,
}

/// The figures of a study.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Compared {
    /// Sums of the mentions that count.
    pub scores: Vec<Score>,
    /// What comparing knows of each article, by index.
    pub facts: Vec<Fact>,
    /// Which of many sources are looked at closely.
    pub reach: Reach,
    /// Source against source.
    pub contrasts: Vec<Contrast>,
    /// Group of sources against group, numbered behind the sources.
    pub group_contrasts: Vec<Contrast>,
    /// Each source over the whole corpus.
    pub profiles: Vec<Profile>,
    /// The clusters of sources.
    pub clusters: Clusters,
}

impl Compared {
    /// The strongest contrasts with single things left out.
    pub(super) fn sensitivity(&self, corpus: &Corpus) -> Vec<Sensitivity> {
        let sample = Sample {
            sources: corpus.sources.len(),
            facts: &self.facts,
            scores: &self.scores,
        };
        sources::sensitivity(&sample, &self.contrasts)
    }
}

/// The steps that [`Weighed::compare`] tells of.
pub(super) const STEPS: u64 = 3;

impl Weighed<'_> {
    /// Compares the sources.
    pub(crate) fn compare(&self, progress: &dyn Progress) -> Compared {
        let rows = gather::score_rows(self.lexicon, self.readings, self.settings);
        let scores = framing::scores(rows);
        let facts = gather::facts(self.corpus, self.readings, self.alignment, self.settings);
        let sample = Sample {
            sources: self.corpus.sources.len(),
            facts: &facts,
            scores: &scores,
        };
        let draws = draws(self.settings);
        let with_subject: Vec<Score> = scores
            .iter()
            .filter(|score| self.has_subject(score))
            .cloned()
            .collect();
        let compared = Sample {
            scores: &with_subject,
            ..sample
        };
        let reach = Reach::of(&compared, &bounds(self.settings));
        let about: Vec<Score> = with_subject
            .iter()
            .filter(|score| self.is_about(score))
            .cloned()
            .collect();
        let about = Sample {
            scores: &about,
            ..sample
        };
        let contrasts = step(progress, || sources::contrasts(&about, &draws, &reach));
        let group_contrasts = self.of_groups(&about, &draws);
        let profiles = step(progress, || sources::profiles(&sample, &compared, &draws));
        let clusters = step(progress, || sources::clusters(&compared, &draws, &reach));
        Compared {
            scores,
            facts,
            reach,
            contrasts,
            group_contrasts,
            profiles,
            clusters,
        }
    }

    /// The groups of sources held against each other, as if each were one source. Who has no group is
    /// left out.
    pub(super) fn of_groups(&self, about: &Sample, draws: &Draws) -> Vec<Contrast> {
        let Some(groups) = &self.corpus.groups else {
            return Vec::new();
        };
        let of_group = |fact: &Fact| {
            let group = groups.of[fact.source.at()];
            Fact {
                source: SourceIx(group.unwrap_or_default()),
                counted: fact.counted && group.is_some(),
                ..*fact
            }
        };
        let facts: Vec<Fact> = about.facts.iter().map(of_group).collect();
        let sample = Sample {
            sources: groups.names.len().max(1),
            facts: &facts,
            scores: about.scores,
        };
        let reach = Reach::of(&sample, &bounds(self.settings));
        let first = self.corpus.sources.len() as u32;
        let behind = |ix: SourceIx| SourceIx(first + ix.0);
        let contrasts = sources::contrasts(&sample, draws, &reach).into_iter();
        let renamed = contrasts.map(|contrast| Contrast {
            source: behind(contrast.source),
            other: match contrast.other {
                Other::Source(other) => Other::Source(behind(other)),
                Other::AllOthers => Other::AllOthers,
            },
            ..contrast
        });
        renamed.collect()
    }

    /// Whether it is known whom a mention's words are about, so that sources can be compared in them:
    /// an actor, or where the frame is about an act or the whole, the event. Words for anybody or for
    /// kinds of actor may be about one party in one outlet and about its enemy in another.
    pub(super) fn has_subject(&self, score: &Score) -> bool {
        has_subject(self.lexicon, score.frame, score.actor)
    }

    /// Whether two sources may be held against each other in a mention: its actor is known, or its
    /// frame is about the event as a whole. Of an act by nobody known two outlets may mean two acts.
    pub(super) fn is_about(&self, score: &Score) -> bool {
        let frame = &self.lexicon.frames[score.frame.0 as usize];
        score.actor.is_some() || frame.target == Target::Event
    }
}

impl super::Findings {
    /// Whether it is known whom words of a frame are about.
    pub(crate) fn has_subject(&self, frame: FrameIx, actor: Option<ActorIx>) -> bool {
        has_subject(&self.lexicon, frame, actor)
    }
}

fn has_subject(lexicon: &Lexicon, frame: FrameIx, actor: Option<ActorIx>) -> bool {
    let target = &lexicon.frames[frame.0 as usize].target;
    actor.is_some() || !matches!(target, Target::Kinds(_) | Target::Any)
}

/// Numbers of the settings that statistics use.
pub(super) fn draws(settings: &Settings) -> Draws {
    Draws {
        draws: settings.draws,
        permutations: settings.permutations,
        seed: settings.seed,
        least_articles: settings.least_articles,
        least_events: settings.least_events,
    }
}

fn bounds(settings: &Settings) -> Bounds {
    Bounds {
        columns: settings.source_columns,
        sources: settings.most_sources,
        pair_events: settings.pair_events,
    }
}

/// Does a step and tells of it.
pub(super) fn step<T>(progress: &dyn Progress, stage: impl FnOnce() -> T) -> T {
    let result = stage();
    progress.advance(1);
    result
}
