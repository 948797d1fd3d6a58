//! What copies did to the labels of the texts that they copy.

use super::Reading;
use super::compared::Weighed;
use super::words::StudyWords;
use crate::corpus::{ArticleIx, Part};
use crate::events::{self, Alignment, Copy, Sentences, SharedSentence};
use crate::lexicon::Lexicon;
use crate::settings::Settings;
use crate::sources::{CopyChange, DroppedPassage, Labelled, Rewording};
use crate::sources::{dropped, keep_nearest, reworded};
use crate::voice::Voice;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::ops::Range;

/// What copies changed in the labels of what they copy, and which passages with labels they left out
/// of it, in the order of the copies.
pub(crate) fn rewordings(
    weighed: &Weighed,
    words: &StudyWords,
) -> (Vec<Rewording>, Vec<DroppedPassage>) {
    let (corpus, alignment) = (weighed.corpus, weighed.alignment);
    let readings = weighed.readings.par_iter();
    let labels: Vec<Vec<Labelled>> = readings
        .map(|reading| labelled(reading, weighed.lexicon))
        .collect();
    let (mut found, mut left) = (Vec::new(), Vec::new());
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
            let is_one = |one: &Rewording| !is_of_voice(one) || is_made_there(weighed, one);
            changed.filter(is_one).collect::<Vec<_>>()
        });
        found.par_extend(reworded.flatten_iter());
        let copies = texts.par_iter().copied().flatten();
        let whole = copies.filter(|copy| is_whole(copy, alignment, weighed.settings));
        let gone = whole.map(|copy| {
            let passages = events::left_out(of(copy.of), of(copy.article));
            dropped(copy, &passages, &labels[copy.of.at()])
        });
        left.par_extend(gone.flatten_iter());
    }
    (found, left)
}

/// Whether a text is a copy of the one that stands for it: of no other is it told what it left out.
fn is_whole(copy: &Copy, alignment: &Alignment, settings: &Settings) -> bool {
    let witness = alignment.witness[copy.article.at()];
    copy.of == witness && copy.overlap >= settings.copy_overlap
}

fn is_of_voice(one: &Rewording) -> bool {
    one.change == CopyChange::Voice
}

/// Whether a label is the outlet's own word on one side, and what makes it another's on the other
/// stands in the sentence there, and not here: a copy that sets a comma anew, or takes marks off a
/// statement, has changed nobody's voice.
fn is_made_there(weighed: &Weighed, one: &Rewording) -> bool {
    let narrators = [one.was, one.is].map(|of| of.is_some_and(|(_, v)| v == Voice::Narrator));
    let was = (one.of, &one.from, &one.sentence_from);
    let is = (one.article, &one.to, &one.sentence_to);
    let ((article, label, sentence), (other, _, plain)) = match narrators {
        [true, false] => (is, was),
        [false, true] => (was, is),
        _ => return false,
    };
    let read = weighed.readings[article.at()].part(Part::Body);
    let mention = read.mentions.iter().find(|one| one.bytes == *label);
    let stretch = mention.and_then(|one| read.voices.stretches.get(one.stretch? as usize));
    let text = weighed.corpus.articles[other.at()].part(Part::Body);
    let plain = &text[plain.start as usize..plain.end as usize];
    let is_new = |cue: &str| match cue.contains(char::is_alphanumeric) {
        true => !plain.contains(cue),
        false => !plain.contains(QUOTING),
    };
    stretch.is_some_and(|stretch| {
        let cue = stretch.cue.as_deref();
        stretch.bytes.start >= sentence.start && cue.is_none_or(is_new)
    })
}

/// Marks that may quote.
const QUOTING: [char; 7] = ['"', '«', '»', '“', '”', '‹', '›'];

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
