//! The pipeline on one screen: read, prepare, find, score, align, compare, cluster.

mod align;
mod compared;
mod copied;
mod diff;
mod examine;
mod explained;
mod gather;
mod happenings;
mod known;
mod months;
mod own;
mod reasons;
mod self_named;
mod speakers;
mod tongue;
mod words;

pub use align::group;
pub(crate) use align::grouping;
pub(crate) use compared::{Compared, Weighed};
pub(crate) use diff::{Diff, Side, diff};
pub(crate) use examine::{PartReading, Reading, examine, read, read_if_any};
pub(crate) use explained::{Explained, explained};
pub(crate) use happenings::InPassing;
pub(crate) use months::OfMonth;
pub(crate) use speakers::{Known, SpeakerIx, Speakers};
pub(crate) use tongue::tongue;
pub(crate) use words::StudyWords;

use crate::corpus::{self, Corpus};
use crate::error::Result;
use crate::events::Alignment;
use crate::framing::Score;
use crate::lexicon::Lexicon;
use crate::progress::Progress;
use crate::settings::Settings;
use crate::sources::{
    Clusters, Contrast, DroppedPassage, Fact, Profile, Reach, Rewording, Sensitivity,
};
use crate::wording::{Tongue, word};
use align::align;
use compared::step;
use own::{Keywords, Own};

/// Everything that a study found: what the report is made of.
pub struct Findings {
    /// The articles.
    pub corpus: Corpus,
    /// The word lists.
    pub lexicon: Lexicon,
    /// The thresholds.
    pub settings: Settings,
    /// The language that people are told in: worked out once, since it asks all articles.
    pub(crate) tongue: Tongue,
    /// What was read of each article, by index.
    pub(crate) readings: Vec<Reading>,
    /// The words of each article, cut once.
    pub(crate) words: StudyWords,
    /// Sums of the mentions that count.
    pub(crate) scores: Vec<Score>,
    /// Which article tells which event.
    pub(crate) alignment: Alignment,
    /// Happenings that articles tell in passing.
    pub(crate) happenings: InPassing,
    /// What comparing knows of each article, by index.
    pub(crate) facts: Vec<Fact>,
    /// Which of many sources are looked at closely.
    pub(crate) reach: Reach,
    /// Source against source.
    pub(crate) contrasts: Vec<Contrast>,
    /// Group of sources against group.
    pub(crate) group_contrasts: Vec<Contrast>,
    /// Those of each month by itself, where they are asked for.
    pub(crate) by_month: Vec<OfMonth>,
    /// The strongest of them with single things left out.
    pub(crate) sensitivity: Vec<Sensitivity>,
    /// Each source over the whole corpus.
    pub(crate) profiles: Vec<Profile>,
    /// The words that tell each source from the others.
    pub(crate) keywords: Keywords,
    /// The clusters of sources.
    pub(crate) clusters: Clusters,
    /// Labels that a copy changed.
    pub(crate) rewordings: Vec<Rewording>,
    /// Passages with labels that a copy left out.
    pub(crate) dropped: Vec<DroppedPassage>,
    /// Who speaks in each stretch.
    pub(crate) speakers: Speakers,
}

/// The articles of the demo study, which is part of the program: invented outlets on the war in
/// the Sahel, every sentence written for this project.
///
/// Errors: none that a user could cause.
pub fn demo() -> Result<Corpus> {
    let articles = include_bytes!("../../tests/corpora/sahel/articles.csv");
    corpus::read_embedded("tests/corpora/sahel/articles.csv", articles)
}

/// Whether the inputs of a report, names and digests, are the demo study.
pub(crate) fn is_demo(inputs: &[(String, String)]) -> bool {
    let demo = demo().map(|corpus| corpus.inputs).unwrap_or_default();
    let demo = demo.into_iter().map(|input| (input.name, input.sha256));
    demo.eq(inputs.iter().cloned())
}

/// Weighs a corpus: the whole study but for its report.
///
/// The same corpus, lexicon and settings give the same findings at any number of threads.
pub fn weigh(
    corpus: Corpus,
    lexicon: Lexicon,
    settings: Settings,
    progress: &dyn Progress,
) -> Result<Findings> {
    progress.begin(word("progress.reading"), corpus.articles.len() as u64);
    let (readings, words) = gather::readings(&corpus, &lexicon, &settings, progress);
    let alignment = aligned(&corpus, &words, &lexicon, &settings, progress);
    progress.begin(word("progress.comparing"), compared::STEPS + 4);
    let weighed = Weighed {
        corpus: &corpus,
        lexicon: &lexicon,
        settings: &settings,
        readings: &readings,
        alignment: &alignment,
    };
    let happenings = step(progress, || happenings::find(&weighed, &words));
    let compared = weighed.compare(progress);
    let by_month = weighed.by_month(&compared);
    let sensitivity = step(progress, || compared.sensitivity(&corpus));
    let Compared {
        scores,
        facts,
        reach,
        contrasts,
        group_contrasts,
        profiles,
        clusters,
    } = compared;
    let own = Own::of(&corpus, &readings, &facts, &words, (&lexicon, &reach));
    let keywords = step(progress, || own.keywords(&settings));
    let (rewordings, dropped) = step(progress, || copied::rewordings(&weighed, &words));
    Ok(Findings {
        speakers: Speakers::of(&corpus, &lexicon, &readings, &alignment),
        tongue: tongue(&settings, &corpus),
        corpus,
        lexicon,
        settings,
        readings,
        words,
        scores,
        alignment,
        happenings,
        facts,
        reach,
        contrasts,
        group_contrasts,
        by_month,
        sensitivity,
        profiles,
        keywords,
        clusters,
        rewordings,
        dropped,
    })
}

/// Which article tells which event; the outlines are dropped when that is known.
fn aligned(
    corpus: &Corpus,
    words: &StudyWords,
    lexicon: &Lexicon,
    settings: &Settings,
    progress: &dyn Progress,
) -> Alignment {
    let outlines = words.outlines(corpus);
    progress.begin(word("progress.aligning"), corpus.articles.len() as u64);
    align(corpus, &outlines, &lexicon.agencies, settings, progress)
}

#[cfg(test)]
mod tests {
    mod any_text;
    mod cost;
    mod speakers;
}
