//! Comparing sources: contrasts within events, profiles, keyness, clusters. The only home of
//! linfa and ndarray.

mod rewordings;

pub use rewordings::{Labelled, Rewording, reworded};

use crate::corpus::{ArticleIx, SourceIx};
use crate::events::EventIx;
use crate::framing::Score;
use crate::lexicon::{ActorIx, FrameIx};
use crate::text::voice::Voice;

/// What comparing needs to know of an article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fact {
    /// Its source.
    pub source: SourceIx,
    /// Its event.
    pub event: EventIx,
    /// Whether it counts: false for a copy that is collapsed to another witness.
    pub counted: bool,
    /// Words in the narrator's voice.
    pub narrator_words: u32,
    /// All words.
    pub words: u32,
}

/// The table that every comparison starts from.
pub struct Sample<'a> {
    /// How many sources there are.
    pub sources: usize,
    /// One an article, by index.
    pub facts: &'a [Fact],
    /// The counts, sorted.
    pub scores: &'a [Score],
}

/// Numbers of the settings that statistics use.
#[derive(Clone, Copy, Debug)]
pub struct Draws {
    /// Bootstrap draws.
    pub draws: u32,
    /// Permutation draws and the most arrangements counted out.
    pub permutations: u32,
    /// Seed.
    pub seed: u64,
    /// Fewer articles give no interval.
    pub least_articles: u32,
    /// Fewer shared events are too thin to cluster.
    pub least_events: u32,
}

/// Whom a source is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Other {
    /// One other source.
    Source(SourceIx),
    /// All others, pooled inside each event.
    AllOthers,
}

/// Two sources' wording of one frame about one actor, in the narrator's voice.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    /// The frame.
    pub frame: FrameIx,
    /// About whom.
    pub actor: Option<ActorIx>,
    /// The source.
    pub source: SourceIx,
    /// Compared with.
    pub other: Other,
    /// Events in which both have a mention.
    pub shared_events: u32,
    /// Mentions of the source in all its counted articles.
    pub mentions: u32,
    /// The other's.
    pub other_mentions: u32,
    /// Mean stance over those mentions; `None` without any.
    pub lean: Option<f64>,
    /// The other's.
    pub other_lean: Option<f64>,
    /// Within-event difference, −4 … +4; `None` without a shared event.
    pub difference: Option<f64>,
    /// 95 % interval of the difference; `None` where no interval holds.
    pub interval: Option<(f64, f64)>,
    /// Permutation p; `None` where the arrangements allow none of 0.05 or less.
    pub p: Option<f64>,
    /// Benjamini–Hochberg q over the table.
    pub q: Option<f64>,
    /// How interval and p were made, in words.
    pub method: String,
    /// In plain words: *too few …*, or nothing.
    pub remark: String,
}

/// All contrasts, sorted: one for each frame × actor × pair of sources that both used a label of
/// the frame about the actor in their own voice, and each source against all others pooled.
pub fn contrasts(_sample: &Sample, _draws: &Draws) -> Vec<Contrast> {
    Vec::new()
}

/// One source's wording of one frame in one voice, over the whole corpus.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// The source.
    pub source: SourceIx,
    /// The frame.
    pub frame: FrameIx,
    /// The voice.
    pub voice: Voice,
    /// Events with a mention.
    pub events: u32,
    /// Articles with a mention.
    pub articles: u32,
    /// Mentions.
    pub mentions: u32,
    /// Mean stance.
    pub lean: Option<f64>,
    /// 95 % interval of it (BCa over articles).
    pub interval: Option<(f64, f64)>,
    /// Mean difference from the other sources inside shared events.
    pub within_event_difference: Option<f64>,
}

/// All profiles, sorted by source, frame, voice.
pub fn profiles(_sample: &Sample, _draws: &Draws) -> Vec<Profile> {
    Vec::new()
}

/// A word that a source uses more or less than the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// The source.
    pub source: SourceIx,
    /// The folded word.
    pub word: String,
    /// Its count in the source.
    pub count: u64,
    /// Words of the source.
    pub words: u64,
    /// Its count in the other sources.
    pub others_count: u64,
    /// Log-odds ratio with an informative Dirichlet prior.
    pub log_odds: f64,
    /// Its z.
    pub z: f64,
    /// Signed G².
    pub g2: f64,
    /// Benjamini–Hochberg q of G².
    pub q: f64,
    /// Articles of the source that have it.
    pub articles: u64,
}

/// The counts of words of one source: word → (count, articles).
#[derive(Default)]
pub struct WordCounts {
    counts: std::collections::BTreeMap<String, (u64, u64)>,
}

impl WordCounts {
    /// Begins an article.
    pub fn start_article(&mut self) {}
    /// Adds a word.
    pub fn add(&mut self, word: &str) {
        self.counts.entry(word.to_owned()).or_default().0 += 1;
    }
}

/// The words that tell each source from the others; `counts` is by source.
pub fn keyness(_counts: &[WordCounts], _least_count: u32, _rows: u32) -> Vec<Key> {
    Vec::new()
}

/// One source's place among the clusters.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The source.
    pub source: SourceIx,
    /// Its cluster, 1 …; `None` where it is too thin or there is no structure.
    pub cluster: Option<u32>,
    /// Its silhouette.
    pub silhouette: Option<f64>,
    /// Share of bootstrap runs in which it stays with its cluster's majority.
    pub stability: Option<f64>,
    /// Its place on the map of two principal components.
    pub map: Option<(f64, f64)>,
    /// `too thin`, `no structure`, or nothing.
    pub remark: String,
}

/// One step of average linkage.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// The sources on the one side (the side of the lowest source first).
    pub left: Vec<SourceIx>,
    /// On the other.
    pub right: Vec<SourceIx>,
    /// Mean Euclidean distance of the two sides.
    pub distance: f64,
}

/// The clusters of sources.
#[derive(Clone, Debug, PartialEq)]
pub struct Clusters {
    /// One a source, by index.
    pub placed: Vec<Placed>,
    /// The merges, nearest first; empty with fewer than two sources thick enough.
    pub merges: Vec<Merge>,
    /// In plain words: how many clusters, or *no structure* and why.
    pub verdict: String,
}

/// Clusters the sources by their within-event differences.
pub fn clusters(_sample: &Sample, _draws: &Draws) -> Clusters {
    Clusters {
        placed: Vec::new(),
        merges: Vec::new(),
        verdict: String::new(),
    }
}

/// Articles that tell an event, for callers that have no more than the facts.
pub fn articles_of(facts: &[Fact], event: EventIx) -> impl Iterator<Item = ArticleIx> + '_ {
    (0u32..)
        .map(ArticleIx)
        .take(facts.len())
        .filter(move |ix| facts[ix.at()].event == event)
}
