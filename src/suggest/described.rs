//! What candidates look like: their spellings, sentences, articles and sources.

use super::Read;
use super::ranked::Ranked;
use crate::corpus::markup::one_line;
use crate::corpus::{Article, SourceIx};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How many examples are told.
const EXAMPLES: usize = 3;

/// Places whose spelling is looked up.
const SAMPLE: usize = 20;

/// Words, names and signs before and behind that a sentence for a row keeps.
const AROUND: u32 = 6;

/// A sentence with its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Example {
    /// The article's id.
    pub article: String,
    /// Who published it.
    pub source: String,
    /// The sentence, on one line.
    pub sentence: String,
}

/// A candidate with all that its texts say.
pub(super) struct Described {
    pub ranked: Ranked,
    pub term: String,
    pub forms: Vec<(String, u32)>,
    pub articles: u32,
    pub sources: u32,
    pub examples: Vec<Example>,
    /// Short pieces of sentences that hold it, one on a line.
    pub pieces: Vec<String>,
}

/// A candidate as one text has it.
struct Spot<'a> {
    /// Without clitics and article.
    bare: String,
    /// As it stands there.
    form: String,
    article: &'a Article,
    source: SourceIx,
    sentence: String,
    piece: String,
}

/// Looks candidates up in their articles.
pub(super) fn described(read: &Read, ranked: Vec<Ranked>) -> Vec<Described> {
    let described = ranked.into_par_iter().filter_map(|ranked| {
        let places = sample(read, &ranked).into_iter();
        let spots = places.map(|at| spot(read, at..at + ranked.length));
        let spots: Vec<Spot> = spots.collect();
        describe(read, ranked, &spots)
    });
    described.collect()
}

/// Some places of a candidate, spread over all its places, those in its shortest common form first.
fn sample(read: &Read, one: &Ranked) -> Vec<u32> {
    let places = read.lines.best_spelt(&one.places, one.length);
    let step = places.len().div_ceil(SAMPLE).max(1);
    places.into_iter().step_by(step).collect()
}

/// What stands at some places of an article.
fn spot<'a>(read: &Read<'a>, places: Range<u32>) -> Spot<'a> {
    let lines = &read.lines;
    let ix = read.articles[lines.article_at(places.start) as usize];
    let article = &read.corpus.articles[ix];
    let given = article.part(lines.part_at(places.start));
    let written = |places: &Range<u32>| &given[lines.bytes_of(places)];
    let words = places.clone();
    let words = words.map(|at| bare(read, at, written(&(at..at + 1))));
    let words: Vec<String> = words.collect();
    let sentence = lines.sentence_of(places.start);
    let first = sentence.start.max(places.start.saturating_sub(AROUND));
    let piece = first..sentence.end.min(places.end + AROUND);
    Spot {
        bare: words.join(" "),
        form: one_line(written(&places)),
        article,
        source: read.corpus.source_of[ix],
        sentence: one_line(written(&sentence)),
        // A piece may hold one quotation mark of two.
        piece: one_line(&written(&piece).replace('"', " ")),
    }
}

/// A word as written, without clitics and article.
fn bare(read: &Read, place: u32, written: &str) -> String {
    let (met, is_stem) = read.lines.met_at(place);
    let stem = if is_stem {
        met
    } else {
        read.language.stem(met)
    };
    let exact = read.language.exact(written);
    let folded = read.language.fold(written);
    if exact.chars().count() != folded.chars().count() {
        return stem.to_owned();
    }
    // A stem is a part of its word.
    let before = folded.find(stem);
    let before = before.map_or(0, |start| folded[..start].chars().count());
    let letters = exact.chars().skip(before);
    letters.take(stem.chars().count()).collect()
}

fn describe(read: &Read, ranked: Ranked, spots: &[Spot]) -> Option<Described> {
    let term = most_frequent(spots.iter().map(|one| one.bare.clone()))
        .into_iter()
        .next()?
        .0;
    let articles: BTreeSet<u32> = ranked
        .places
        .iter()
        .map(|at| read.lines.article_at(*at))
        .collect();
    let source = |article: &u32| read.corpus.source_of[read.articles[*article as usize]];
    let sources: BTreeSet<SourceIx> = articles.iter().map(source).collect();
    let alike: Vec<&Spot> = spots.iter().filter(|one| one.bare == term).collect();
    Some(Described {
        forms: most_frequent(spots.iter().map(|one| one.form.clone())),
        articles: articles.len() as u32,
        sources: sources.len() as u32,
        examples: examples(&alike),
        pieces: alike.iter().map(|one| one.piece.clone()).collect(),
        term,
        ranked,
    })
}

/// Sentences of as many sources as there are, then of other articles.
fn examples(spots: &[&Spot]) -> Vec<Example> {
    let mut sources = BTreeSet::new();
    let (first, rest): (Vec<&Spot>, Vec<&Spot>) =
        spots.iter().partition(|spot| sources.insert(spot.source));
    let mut articles = BTreeSet::new();
    let all = first.into_iter().chain(rest);
    all.filter(|spot| articles.insert(&spot.article.id))
        .take(EXAMPLES)
        .map(|spot| Example {
            article: spot.article.id.clone(),
            source: spot.article.source.clone(),
            sentence: spot.sentence.clone(),
        })
        .collect()
}

/// Words with how often they come, the most frequent first, of two alike the first by letters.
fn most_frequent(words: impl Iterator<Item = String>) -> Vec<(String, u32)> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    let mut counts: Vec<(String, u32)> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts
}

/// A piece of a sentence with a word as it is met, by number; `None` where it stands nowhere.
pub(super) fn piece(read: &Read, number: u32) -> Option<String> {
    let place = *read.lines.places_met(number).first()?;
    Some(spot(read, place..place + 1).piece)
}
