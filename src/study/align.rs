//! Which article tells which event, in a study or alone, without a look at how it is worded.

use crate::corpus::{Article, ArticleIx, Corpus, Part, SourceIx};
use crate::events::{self, AlignOptions, Alignment, EventIx, Outline, Witness};
use crate::framing::prepare;
use crate::lexicon::{Agencies, Lexicon};
use crate::progress::Progress;
use crate::settings::Settings;
use crate::wording::word;
use rayon::prelude::*;

/// Which article tells which event.
pub(crate) fn align(
    corpus: &Corpus,
    outlines: &[Outline],
    agencies: &Agencies,
    settings: &Settings,
    progress: &dyn Progress,
) -> Alignment {
    let witnesses = witnesses(corpus, outlines, agencies);
    let tick = |steps| progress.advance(steps);
    events::align(&witnesses, &options(settings), &tick)
}

/// The name of the event that each article of a corpus tells, in the order of its articles,
/// as `mizan events` writes them.
///
/// Of the lexicon only the page furniture is used. The texts of the articles are dropped on the
/// way, so that a large archive fits in memory.
pub fn group(
    corpus: &mut Corpus,
    lexicon: &Lexicon,
    settings: &Settings,
    progress: &dyn Progress,
) -> Vec<String> {
    let Alignment {
        events, event_of, ..
    } = grouping(corpus, lexicon, settings, progress);
    let name = |event: &EventIx| events[event.0 as usize].name.clone();
    event_of.iter().map(name).collect()
}

/// Groups the articles of a corpus into the events of [`super::weigh`], without links and copies.
///
/// Of the lexicon only the page furniture is used. The texts of the articles are dropped on the
/// way, so that a large archive fits in memory.
pub(crate) fn grouping(
    corpus: &mut Corpus,
    lexicon: &Lexicon,
    settings: &Settings,
    progress: &dyn Progress,
) -> Alignment {
    let outlines = outlines(corpus, lexicon, progress);
    let witnesses = witnesses(corpus, &outlines, &lexicon.agencies);
    let tick = |steps| progress.advance(steps);
    events::group(&witnesses, &options(settings), &tick)
}

/// What alignment needs of each article to group it. The texts are dropped; the next stage is begun.
pub(super) fn outlines(
    corpus: &mut Corpus,
    lexicon: &Lexicon,
    progress: &dyn Progress,
) -> Vec<Outline> {
    let articles = corpus.articles.len() as u64;
    progress.begin(word("progress.reading"), articles);
    let outline = |article: &mut Article| {
        let [title, body] = Part::ALL.map(|part| prepare(article, part, lexicon));
        let outline = events::outline(&title, &body).without_grams();
        drop((title, body));
        article.text = String::new();
        progress.advance(1);
        outline
    };
    let outlines = corpus.articles.par_iter_mut().map(outline).collect();
    progress.begin(word("progress.aligning"), articles);
    outlines
}

/// The articles as alignment sees them.
pub(super) fn witnesses<'a>(
    corpus: &'a Corpus,
    outlines: &'a [Outline],
    agencies: &Agencies,
) -> Vec<Witness<'a>> {
    let are_agencies: Vec<bool> = corpus
        .sources
        .iter()
        .map(|source| agencies.of_source(source).is_some())
        .collect();
    let articles = corpus.articles.iter().zip(&corpus.source_of).zip(outlines);
    let grouping = corpus.grouping.as_ref();
    let witness = |(ix, ((article, source), outline)): (
        ArticleIx,
        ((&'a Article, &SourceIx), &'a Outline),
    )| Witness {
        id: &article.id,
        source: *source,
        date: article.date,
        given_event: article.event.as_deref(),
        corrected_event: grouping.and_then(|grouping| grouping.event(ix)),
        is_agency: are_agencies[source.at()],
        outline,
    };
    (0..).map(ArticleIx).zip(articles).map(witness).collect()
}

pub(super) fn options(settings: &Settings) -> AlignOptions {
    AlignOptions {
        window_hours: settings.window_hours,
        similarity: settings.event_similarity,
        copy_overlap: settings.copy_overlap,
    }
}
