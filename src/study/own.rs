//! The narrator's own words: what keyness counts, and how its words are written.

use super::Reading;
use super::self_named::self_named;
use super::words::StudyWords;
use crate::corpus::{Article, ArticleIx, Corpus, Part, SourceIx};
use crate::language;
use crate::lexicon::Lexicon;
use crate::settings::Settings;
use crate::sources::{
    self, Asked, Fact, Key, KeyUnit, KeyUnits, Reach, WordCounts, Written, WrittenCounts,
};
use crate::text::WordIx;
use crate::voice::Voice;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What keyness counts of a corpus.
pub(crate) struct Own<'a> {
    /// The articles.
    pub corpus: &'a Corpus,
    /// What was read of each.
    pub readings: &'a [Reading],
    /// What comparing knows of each.
    pub facts: &'a [Fact],
    /// Their words.
    pub words: &'a StudyWords,
    /// The lists.
    pub lexicon: &'a Lexicon,
    /// The sources that keyness is told of, sorted.
    close: Vec<SourceIx>,
    /// Which words are a single letter: it stands for a word, or belongs to the word in quotation
    /// marks behind it.
    letters: Vec<bool>,
}

/// The names of each source, as words in their order: the one that it is given, and the one that it
/// calls itself.
struct OwnNames(Vec<[Vec<WordIx>; 2]>);

/// The words that tell sources apart.
pub(crate) struct Keywords {
    /// The words, and then the pairs of adjacent words, that tell each source from the others.
    pub keys: Vec<Key>,
    /// How each of them, and of the words that are left out, is written most often.
    pub spellings: BTreeMap<KeyUnit, String>,
    /// What each source calls itself, where it is known: left out.
    pub self_named: Vec<(SourceIx, Vec<KeyUnit>)>,
}

impl OwnNames {
    /// Whether a word or pair is of a source's own name, or a pair of any outlet's: that says who
    /// writes, and not how.
    fn have(&self, source: SourceIx, unit: KeyUnit) -> bool {
        let own = &self.0[source.at()];
        let is_own = |word: WordIx| own.iter().any(|name| name.contains(&word));
        let Some(second) = unit.second else {
            return is_own(unit.first);
        };
        let pair = [unit.first, second];
        let of_any = || {
            let mut names = self.0.iter().flatten();
            names.any(|name| name.windows(2).any(|two| two == pair))
        };
        pair.into_iter().all(is_own) || of_any()
    }
}

/// Whether a source's word stands in one text only: what that is about, and no habit.
fn is_of_one_text(key: &Key) -> bool {
    key.z > 0.0 && key.articles < 2
}

impl<'a> Own<'a> {
    /// The words that are the narrators'.
    pub(crate) fn of(
        corpus: &'a Corpus,
        readings: &'a [Reading],
        facts: &'a [Fact],
        words: &'a StudyWords,
        (lexicon, reach): (&'a Lexicon, &Reach),
    ) -> Self {
        let sources = (0..corpus.sources.len() as u32).map(SourceIx);
        let is_letter = |word: &str| word.chars().nth(1).is_none();
        Own {
            corpus,
            readings,
            facts,
            words,
            lexicon,
            close: sources.filter(|source| reach.is_close(*source)).collect(),
            letters: words.vocabulary.words().map(is_letter).collect(),
        }
    }

    /// The words, and then the pairs of adjacent words, that tell each source from the others.
    pub(super) fn keywords(&self, settings: &Settings) -> Keywords {
        let (least, rows) = (settings.keyness_least_count, settings.keyness_rows);
        let languages: BTreeSet<u8> = self.facts.iter().map(|fact| fact.language).collect();
        let counts: Vec<Vec<WordCounts>> = languages.iter().map(|l| self.counts(*l)).collect();
        let of = |(units, counts): (KeyUnits, &Vec<WordCounts>)| {
            sources::keyness(counts, units, least, rows)
        };
        let units = [KeyUnits::Words, KeyUnits::Pairs];
        let tests = units
            .into_iter()
            .flat_map(|u| counts.iter().map(move |of| (u, of)));
        let names = self.names();
        let keys = tests.flat_map(of).filter_map(|key| {
            let source = *self.close.get(key.source.at())?;
            let tells = key.q <= settings.keyness_q && !is_of_one_text(&key);
            (tells && !names.have(source, key.unit)).then_some(Key { source, ..key })
        });
        let mut keys: Vec<Key> = keys.collect();
        // Of each unit the languages of a source stand together.
        keys.sort_by_key(|key| (key.unit.second.is_some(), key.source));
        let units = |name: &[WordIx]| name.iter().map(|word| KeyUnit::word(*word)).collect();
        let named = self
            .close
            .iter()
            .map(|source| (*source, &names.0[source.at()][1]));
        let named = named.filter(|(_, name)| !name.is_empty());
        let self_named: Vec<(SourceIx, Vec<KeyUnit>)> =
            named.map(|(source, name)| (source, units(name))).collect();
        let asked = self_named.iter().flat_map(|(_, name)| name.iter().copied());
        let asked = keys.iter().map(|key| key.unit).chain(asked);
        Keywords {
            spellings: self.spellings(asked.collect()),
            keys,
            self_named,
        }
    }

    /// The names of the sources.
    fn names(&self) -> OwnNames {
        let numbers: BTreeMap<&str, WordIx> = (0..)
            .map(WordIx)
            .zip(self.words.vocabulary.words())
            .map(|(ix, word)| (word, ix))
            .collect();
        let of = |source: &String| {
            let folded = language::of(None).fold(source);
            let words = folded
                .split(' ')
                .filter_map(|word| numbers.get(word).copied());
            words.collect()
        };
        let named = self_named(self.corpus, self.lexicon, self.words);
        let given = self.corpus.sources.iter().map(of);
        OwnNames(given.zip(named).map(|(given, own)| [given, own]).collect())
    }

    /// The narrator's words in a language of each of the sources, and its pairs of adjacent words, in
    /// articles that count; then those of all further sources together.
    fn counts(&self, language: u8) -> Vec<WordCounts> {
        let mut articles = vec![Vec::new(); self.close.len() + 1];
        for (ix, fact) in (0..).map(ArticleIx).zip(self.facts) {
            if fact.counted && fact.language == language {
                let at = self.close.binary_search(&fact.source);
                articles[at.unwrap_or(self.close.len())].push(ix);
            }
        }
        let count = |articles: &Vec<ArticleIx>| {
            let mut counts = WordCounts::default();
            for ix in articles {
                counts.start_article();
                self.of_article(*ix, |word| counts.add(word.word, word.follows));
            }
            counts
        };
        articles.par_iter().map(count).collect()
    }

    fn spellings(&self, asked: Asked) -> BTreeMap<KeyUnit, String> {
        let articles = (0..self.facts.len() as u32).into_par_iter().map(ArticleIx);
        let counted = articles.filter(|ix| self.facts[ix.at()].counted);
        let found = counted.fold(WrittenCounts::default, |mut found, ix| {
            let mut before = None;
            self.of_article(ix, |word| {
                found.add(&asked, before.filter(|_| word.follows), word);
                before = Some(word);
            });
            found
        });
        found
            .reduce(WrittenCounts::default, WrittenCounts::plus)
            .most_often()
    }

    /// Tells the words of an article that are its narrator's, in order.
    fn of_article(&self, ix: ArticleIx, mut tell: impl FnMut(Written<'a>)) {
        let article: &'a Article = &self.corpus.articles[ix.at()];
        for (part, run) in Part::ALL.into_iter().zip(self.words.run(ix)) {
            let mut voices = self.readings[ix.at()].part(part).voices.cursor();
            let given = article.part(part);
            let mut is_told = false;
            for word in run.words() {
                let is_own = !word.is_number && voices.at(word.bytes.start).0 == Voice::Narrator;
                let follows = is_told && word.follows;
                is_told = is_own && !self.letters[word.word.at()];
                if is_told {
                    tell(Written {
                        word: word.word,
                        written: &given[word.bytes.start as usize..word.bytes.end as usize],
                        follows,
                    });
                }
            }
        }
    }
}
