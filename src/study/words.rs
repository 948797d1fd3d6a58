//! The narrator's own words: what keyness counts, and how its words are written.

use super::Reading;
use crate::corpus::{Article, Corpus, Part};
use crate::language::{self, Tokens};
use crate::sources::{Asked, Fact, Spellings, WordCounts, Written};
use crate::text;
use crate::voice::Voice;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What keyness counts of a corpus.
pub struct Words<'a> {
    /// The articles.
    pub corpus: &'a Corpus,
    /// What was read of each.
    pub readings: &'a [Reading],
    /// What comparing knows of each.
    pub facts: &'a [Fact],
}

impl<'c> Words<'c> {
    /// The narrator's words of each source, and its pairs of adjacent words, in articles that count.
    pub fn counts(&self) -> Vec<WordCounts> {
        let of_source = |source: usize| {
            let mut counts = WordCounts::default();
            let mut tokens = Tokens::default();
            for (ix, fact) in self.facts.iter().enumerate() {
                if fact.source.at() == source && fact.counted {
                    counts.start_article();
                    for word in self.own(ix, &mut tokens) {
                        match word {
                            Some(word) => counts.add(word.folded),
                            None => counts.gap(),
                        }
                    }
                }
            }
            counts
        };
        let sources = 0..self.corpus.sources.len();
        sources.into_par_iter().map(of_source).collect()
    }

    /// How each of some folded words, and pairs of words parted by a space, is written most often
    /// where keyness counts it.
    pub fn spellings(&self, units: &[&str]) -> BTreeMap<String, String> {
        let asked = Asked::of(units);
        let counted = (0..self.facts.len()).into_par_iter();
        let counted = counted.filter(|ix| self.facts[*ix].counted);
        let found = counted.fold(
            || (Tokens::default(), Spellings::default()),
            |(mut tokens, mut found), ix| {
                found.add(&asked, &self.own(ix, &mut tokens));
                (tokens, found)
            },
        );
        let found = found.map(|(_, found)| found);
        let found = found.reduce(Spellings::default, Spellings::plus);
        found.most_often(units)
    }

    /// The words of an article that are its narrator's, in order, with a gap (`None`) where
    /// something else stands between. A single letter is no word: it stands for one, or belongs to
    /// the word in quotation marks behind it.
    fn own<'t>(&self, ix: usize, tokens: &'t mut Tokens) -> Vec<Option<Written<'t, 'c>>> {
        tokens.clear();
        let article: &'c Article = &self.corpus.articles[ix];
        let language = language::of(article.language.as_deref());
        let mut own: Vec<Option<(Part, usize)>> = Vec::new();
        for part in Part::ALL {
            let read = self.readings[ix].part(part);
            let mut voices = read.voices.cursor();
            for kept in text::kept(article.part(part), &read.cuts) {
                let from = tokens.list.len();
                let piece = &article.part(part)[kept.start as usize..kept.end as usize];
                language.cut(piece, kept.start, tokens);
                for ix in from..tokens.list.len() {
                    let token = tokens.list[ix];
                    let is_word = token.kind == language::Kind::Word;
                    let is_own = is_word && voices.at(token.start).0 == Voice::Narrator;
                    own.push((is_own && !is_letter(tokens.folded(ix))).then_some((part, ix)));
                }
                own.push(None);
            }
        }
        let tokens = &*tokens;
        let word = |(part, ix): (Part, usize)| {
            let token = &tokens.list[ix];
            Written {
                folded: tokens.folded(ix),
                written: &article.part(part)[token.start as usize..token.end as usize],
            }
        };
        own.into_iter().map(|place| place.map(word)).collect()
    }
}

fn is_letter(folded: &str) -> bool {
    folded.chars().nth(1).is_none()
}
