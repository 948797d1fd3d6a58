//! What one stage needs of the ones before it, gathered over all articles.

use super::examine::prepare;
use super::{Progress, Reading, examine};
use crate::corpus::{Article, ArticleIx, Corpus, Part, SourceIx};
use crate::events::{self, Alignment, Copy, Outline, Witness};
use crate::framing::Score;
use crate::language::{self, Tokens};
use crate::lexicon::{Agencies, Lexicon};
use crate::settings::Settings;
use crate::sources::{Fact, Labelled, Rewording, WordCounts, reworded};
use crate::text::voice::Voice;
use crate::text::{self, Text};
use rayon::prelude::*;

/// Reads every article, on all cores.
pub fn readings(
    corpus: &Corpus,
    lexicon: &Lexicon,
    settings: &Settings,
    progress: &dyn Progress,
) -> (Vec<Reading>, Vec<Outline>) {
    let read = |article: &Article| {
        let result = examine(article, lexicon, settings);
        progress.advance(1);
        result
    };
    corpus.articles.par_iter().map(read).unzip()
}

/// The articles as alignment sees them.
pub fn witnesses<'a>(
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

/// One row a mention that counts.
pub fn score_rows(lexicon: &Lexicon, readings: &[Reading], settings: &Settings) -> Vec<Score> {
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
pub fn facts(
    corpus: &Corpus,
    readings: &[Reading],
    alignment: &Alignment,
    settings: &Settings,
) -> Vec<Fact> {
    let fact = |(ix, reading): (ArticleIx, &Reading)| Fact {
        source: corpus.source_of[ix.at()],
        event: alignment.event_of[ix.at()],
        counted: settings.keep_copies || alignment.witness[ix.at()] == ix,
        narrator_words: reading.words(Voice::Narrator),
        words: reading.all_words(),
    };
    (0..).map(ArticleIx).zip(readings).map(fact).collect()
}

/// The narrator's words of each source, in articles that count.
pub fn word_counts(corpus: &Corpus, readings: &[Reading], facts: &[Fact]) -> Vec<WordCounts> {
    let sources = 0..corpus.sources.len();
    let of_source = |source: usize| {
        let mut counts = WordCounts::default();
        let mut tokens = Tokens::default();
        for (ix, fact) in facts.iter().enumerate() {
            if fact.source.at() == source && fact.counted {
                let own = own_words(&corpus.articles[ix], &readings[ix], &mut tokens);
                counts.start_article();
                own.into_iter().for_each(|word| counts.add(word));
            }
        }
        counts
    };
    sources.into_par_iter().map(of_source).collect()
}

/// The folded words of an article that are its narrator's.
fn own_words<'a>(article: &Article, reading: &Reading, tokens: &'a mut Tokens) -> Vec<&'a str> {
    tokens.clear();
    let language = language::of(article.language.as_deref());
    let mut own: Vec<usize> = Vec::new();
    for part in Part::ALL {
        let read = reading.part(part);
        let mut voices = read.voices.cursor();
        for kept in text::kept(article.part(part), &read.cuts) {
            let from = tokens.list.len();
            let piece = &article.part(part)[kept.start as usize..kept.end as usize];
            language.cut(piece, kept.start, tokens);
            for ix in from..tokens.list.len() {
                let token = tokens.list[ix];
                let is_word = token.kind == language::Kind::Word;
                if is_word && voices.at(token.start).0 == Voice::Narrator {
                    own.push(ix);
                }
            }
        }
    }
    let tokens = &*tokens;
    own.into_iter().map(|ix| tokens.folded(ix)).collect()
}

/// The labels that a copy changed in the text it copies.
pub fn rewordings(
    corpus: &Corpus,
    lexicon: &Lexicon,
    readings: &[Reading],
    copy: &Copy,
) -> Vec<Rewording> {
    let [from, to] = [copy.of, copy.article].map(|ix| body(corpus, lexicon, ix));
    let shared = events::shared_sentences(&from, &to);
    let labelled = |ix: ArticleIx| labelled(&readings[ix.at()], lexicon);
    let [labels_from, labels_to] = [copy.of, copy.article].map(labelled);
    reworded(copy, &shared, &labels_from, &labels_to)
}

fn body<'a>(corpus: &'a Corpus, lexicon: &Lexicon, ix: ArticleIx) -> Text<'a> {
    prepare(&corpus.articles[ix.at()], Part::Body, lexicon)
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
