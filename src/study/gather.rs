//! What one stage needs of the ones before it, gathered over all articles.

use super::words::{Batch, StudyWords};
use super::{Reading, examine};
use crate::corpus::{Article, ArticleIx, Corpus, Part};
use crate::events::{self, Alignment, Copy, Sentences, SharedSentence};
use crate::framing::Score;
use crate::language;
use crate::lexicon::Lexicon;
use crate::progress::Progress;
use crate::settings::Settings;
use crate::sources::{Fact, Labelled, Rewording, keep_nearest, reworded};
use crate::voice::Voice;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::ops::Range;

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

/// What copies changed in the labels of what they copy, in the order of the copies.
pub(crate) fn rewordings(
    corpus: &Corpus,
    lexicon: &Lexicon,
    readings: &[Reading],
    words: &StudyWords,
    alignment: &Alignment,
) -> Vec<Rewording> {
    let labels: Vec<Vec<Labelled>> = readings
        .par_iter()
        .map(|reading| labelled(reading, lexicon))
        .collect();
    let mut found = Vec::new();
    let texts: Vec<&[Copy]> = alignment
        .copies
        .chunk_by(|a, b| a.article == b.article)
        .collect();
    for texts in texts.chunks(AT_A_TIME) {
        let copies = texts.iter().copied().flatten();
        let articles: BTreeSet<ArticleIx> = copies.flat_map(|c| [c.article, c.of]).collect();
        let articles: Vec<ArticleIx> = articles.into_iter().collect();
        let sentences: Vec<Sentences> = articles
            .par_iter()
            .map(|ix| Sentences::of(&words.run(*ix)[1], words.stems(&corpus.articles[ix.at()])))
            .collect();
        let of = |ix: ArticleIx| &sentences[articles.partition_point(|other| *other < ix)];
        let reworded = texts.par_iter().map(|copies| {
            let pair = |copy: &Copy| {
                let labels = [copy.of, copy.article].map(|ix| &*labels[ix.at()]);
                let places = labels.map(places);
                let places = [&*places[0], &*places[1]];
                events::shared_sentences(of(copy.of), of(copy.article), places)
            };
            let mut shared: Vec<Vec<SharedSentence>> = copies.iter().map(pair).collect();
            let witness = alignment.witness[copies[0].article.at()];
            keep_nearest(copies, &mut shared, witness);
            let pairs = copies.iter().zip(shared);
            let changed = pairs.flat_map(|(copy, shared)| {
                reworded(
                    copy,
                    &shared,
                    &labels[copy.of.at()],
                    &labels[copy.article.at()],
                )
            });
            changed.collect::<Vec<_>>()
        });
        found.par_extend(reworded.flatten_iter());
    }
    found
}

/// Copies whose texts are taken apart at a time: what bounds the memory of an archive.
const AT_A_TIME: usize = 5_000;

fn places(labels: &[Labelled]) -> Vec<Range<u32>> {
    labels.iter().map(|label| label.bytes.clone()).collect()
}

/// The places of a body that bear a label.
fn labelled(reading: &Reading, lexicon: &Lexicon) -> Vec<Labelled> {
    let mentions = reading.part(Part::Body).mentions.iter();
    mentions
        .map(|mention| Labelled {
            bytes: mention.bytes.clone(),
            frame: lexicon.label_of(mention.term).frame,
            label: lexicon.terms[mention.term.0 as usize].label,
            voice: mention.voice,
        })
        .collect()
}
