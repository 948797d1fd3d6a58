//! What one stage needs of the ones before it, gathered over all articles.

use super::words::{Batch, StudyWords};
use super::{Reading, examine};
use crate::corpus::{Article, ArticleIx, Corpus};
use crate::events::Alignment;
use crate::framing::Score;
use crate::language;
use crate::lexicon::Lexicon;
use crate::progress::Progress;
use crate::settings::Settings;
use crate::sources::Fact;
use crate::voice::Voice;
use rayon::prelude::*;

/// Reads every article, on all cores.
pub(crate) fn readings(
    corpus: &Corpus,
    lexicon: &Lexicon,
    settings: &Settings,
    progress: &dyn Progress,
) -> (Vec<Reading>, StudyWords) {
    let read = |mut batch: Batch, article: &Article| {
        let (reading, runs) = examine(article, lexicon, settings, &mut batch.vocabulary);
        batch.readings.push(reading);
        batch.runs.push(runs);
        progress.advance(1);
        batch
    };
    let batches = corpus.articles.par_iter().fold(Batch::default, read);
    StudyWords::of(corpus, lexicon, batches.collect())
}

/// One row a mention that counts.
pub(crate) fn score_rows(
    lexicon: &Lexicon,
    readings: &[Reading],
    settings: &Settings,
) -> Vec<Score> {
    let mut rows = Vec::new();
    for (article, reading) in (0..).map(ArticleIx).zip(readings) {
        for mention in reading.parts.iter().flat_map(|part| &part.mentions) {
            if mention.irrealis.is_some() && !settings.count_irrealis {
                continue;
            }
            let label = lexicon.label_of(mention.term);
            rows.push(Score {
                article,
                frame: label.frame,
                actor: mention.actor,
                voice: mention.voice,
                label: lexicon.terms[mention.term.0 as usize].label,
                term: mention.term,
                stance: label.stance,
                mentions: 1,
            });
        }
    }
    rows
}

/// What comparing knows of each article.
pub(crate) fn facts(
    corpus: &Corpus,
    readings: &[Reading],
    alignment: &Alignment,
    settings: &Settings,
) -> Vec<Fact> {
    let codes: Vec<&'static str> = corpus.articles.iter().map(code).collect();
    let mut languages = codes.clone();
    languages.sort_unstable();
    languages.dedup();
    let number = |code: &str| languages.iter().position(|known| *known == code);
    let fact = |(ix, reading): (ArticleIx, &Reading)| Fact {
        source: corpus.source_of[ix.at()],
        event: alignment.event_of[ix.at()],
        language: number(codes[ix.at()]).unwrap_or_default() as u8,
        counted: settings.keep_copies || alignment.witness[ix.at()] == ix,
        narrator_words: reading.words(Voice::Narrator),
        words: reading.all_words(),
    };
    (0..).map(ArticleIx).zip(readings).map(fact).collect()
}

fn code(article: &Article) -> &'static str {
    language::of(article.language.as_deref()).code()
}
