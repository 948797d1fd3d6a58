//! What candidates look like: their spellings, sentences, articles and sources.

use super::Read;
use super::ranked::Ranked;
use crate::corpus::{Part, SourceIx};
use crate::framing::prepare;
use crate::text::Text;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How many examples are told.
const EXAMPLES: usize = 3;

/// Places whose spelling is looked up.
const SAMPLE: usize = 20;

/// Words before and behind that a sentence for a row keeps.
const AROUND: u32 = 6;

/// A sentence with its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
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

/// A place as its text has it.
struct Seen {
    /// Without clitics and article.
    bare: String,
    /// As it stands there.
    form: String,
    article: usize,
    sentence: String,
    piece: String,
}

/// Looks candidates up in their articles.
pub(super) fn described(read: &Read, ranked: Vec<Ranked>) -> Vec<Described> {
    let mut wanted: BTreeMap<u32, Vec<(usize, Range<u32>)>> = BTreeMap::new();
    for (at, one) in ranked.iter().enumerate() {
        for place in sample(read, one) {
            let article = read.lines.article_at(place);
            let places = place..place + one.length;
            wanted.entry(article).or_default().push((at, places));
        }
    }
    let wanted: Vec<_> = wanted.into_iter().collect();
    let seen: Vec<Vec<(usize, Seen)>> = wanted
        .into_par_iter()
        .map(|(article, places)| seen_in(read, read.articles[article as usize], &places))
        .collect();
    let mut by_candidate: Vec<Vec<Seen>> = ranked.iter().map(|_| Vec::new()).collect();
    for (at, one) in seen.into_iter().flatten() {
        by_candidate[at].push(one);
    }
    let both = ranked.into_iter().zip(by_candidate);
    both.filter_map(|(ranked, seen)| describe(read, ranked, &seen))
        .collect()
}

/// Some places of a candidate, spread over all its places, those in its shortest common form first.
fn sample(read: &Read, one: &Ranked) -> Vec<u32> {
    let places = read.lines.best_spelt(&one.places, one.length);
    let step = places.len().div_ceil(SAMPLE).max(1);
    places.into_iter().step_by(step).collect()
}

/// What stands at some places of an article. Only a part that has any is cut.
fn seen_in(read: &Read, article: usize, places: &[(usize, Range<u32>)]) -> Vec<(usize, Seen)> {
    let mut seen = Vec::new();
    for part in Part::ALL {
        let is_here = |(_, places): &&(usize, Range<u32>)| {
            read.lines.is_in_title(places.start) == (part == Part::Title)
        };
        let mut here = places.iter().filter(is_here).peekable();
        if here.peek().is_some() {
            let text = prepare(&read.corpus.articles[article], part, read.lexicon);
            let one = |places: &Range<u32>| {
                let tokens = read.lines.tokens_at(places.clone());
                one(&text, tokens, article)
            };
            seen.extend(here.map(|(at, places)| (*at, one(places))));
        }
    }
    seen
}

/// What stands at some tokens.
fn one(text: &Text, tokens: &[u32], article: usize) -> Seen {
    let (first, last) = (tokens[0], tokens[tokens.len() - 1]);
    let words: Vec<String> = tokens.iter().map(|token| bare(text, *token)).collect();
    let sentence = text.sentence_of(first);
    let piece =
        sentence.start.max(first.saturating_sub(AROUND))..sentence.end.min(last + 1 + AROUND);
    Seen {
        bare: words.join(" "),
        form: one_line(text.slice(&text.bytes(&(first..last + 1)))),
        article,
        sentence: one_line(text.slice(&text.bytes(sentence))),
        // A piece may hold one quotation mark of two.
        piece: one_line(&text.slice(&text.bytes(&piece)).replace('"', " ")),
    }
}

/// A word as written, without clitics and article.
fn bare(text: &Text, token: u32) -> String {
    let folded = text.tokens.folded(token as usize);
    let exact = text
        .language
        .exact(text.slice(&text.bytes(&(token..token + 1))));
    let stem = text.language.stem(folded);
    if exact.chars().count() != folded.chars().count() {
        return stem.to_owned();
    }
    // A stem is a part of its word.
    let before = folded
        .find(stem)
        .map_or(0, |start| folded[..start].chars().count());
    exact
        .chars()
        .skip(before)
        .take(stem.chars().count())
        .collect()
}

fn describe(read: &Read, ranked: Ranked, seen: &[Seen]) -> Option<Described> {
    let term = most_frequent(seen.iter().map(|one| one.bare.clone()))
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
    let alike: Vec<&Seen> = seen.iter().filter(|one| one.bare == term).collect();
    Some(Described {
        forms: most_frequent(seen.iter().map(|one| one.form.clone())),
        articles: articles.len() as u32,
        sources: sources.len() as u32,
        examples: examples(read, &alike),
        pieces: alike.iter().map(|one| one.piece.clone()).collect(),
        term,
        ranked,
    })
}

/// Sentences of as many sources as there are, then of other articles.
fn examples(read: &Read, seen: &[&Seen]) -> Vec<Example> {
    let mut sources = BTreeSet::new();
    let (first, rest): (Vec<&Seen>, Vec<&Seen>) = seen
        .iter()
        .partition(|one| sources.insert(read.corpus.source_of[one.article]));
    let mut articles = BTreeSet::new();
    let all = first.into_iter().chain(rest);
    all.filter(|one| articles.insert(one.article))
        .take(EXAMPLES)
        .map(|one| Example {
            article: read.corpus.articles[one.article].id.clone(),
            source: read.corpus.articles[one.article].source.clone(),
            sentence: one.sentence.clone(),
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

/// A stretch of text with single spaces for whatever parts its words.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// A piece of a sentence with a word as it is met, by number; `None` where it stands nowhere.
pub(super) fn piece(read: &Read, number: u32) -> Option<String> {
    let place = *read.lines.places_met(number).first()?;
    let article = read.articles[read.lines.article_at(place) as usize];
    let places = [(0, place..place + 1)];
    let seen = seen_in(read, article, &places);
    seen.into_iter().next().map(|(_, seen)| seen.piece)
}
