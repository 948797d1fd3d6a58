//! The words of a study, cut once: every article's run, numbered in one vocabulary.

use super::Reading;
use crate::corpus::{Article, ArticleIx, Corpus};
use crate::events::{Outline, Stems};
use crate::language;
use crate::lexicon::Lexicon;
use crate::text::{Run, Text, Vocabulary, WordIx};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The words of all articles (about 12 bytes a word).
pub(crate) struct StudyWords {
    /// The different words, numbered in the order of their letters: the same at any number of
    /// threads.
    pub vocabulary: Vocabulary,
    /// Title and body of each article, by index.
    pub runs: Vec<[Run; 2]>,
    /// What events know of each word, by the code of its article's language.
    stems: BTreeMap<&'static str, Stems>,
}

/// Some articles that were read one after the other, with a vocabulary of their own.
#[derive(Default)]
pub(super) struct Batch {
    pub vocabulary: Vocabulary,
    pub readings: Vec<Reading>,
    pub runs: Vec<[Run; 2]>,
}

impl Batch {
    /// Takes down the words of the next article.
    pub(crate) fn take_down(&mut self, texts: &[Text; 2]) {
        let run = |text: &Text| Run::of(text, &mut self.vocabulary);
        self.runs.push(texts.each_ref().map(run));
    }
}

impl StudyWords {
    /// Unites the batches of a corpus.
    pub(super) fn of(
        corpus: &Corpus,
        lexicon: &Lexicon,
        batches: Vec<Batch>,
    ) -> (Vec<Reading>, StudyWords) {
        let mut readings = Vec::with_capacity(corpus.articles.len());
        let (mut vocabularies, mut runs) = (Vec::new(), Vec::new());
        for mut batch in batches {
            readings.append(&mut batch.readings);
            vocabularies.push(batch.vocabulary);
            runs.push(batch.runs);
        }
        let (vocabulary, numbers) = Vocabulary::united(&vocabularies);
        let renumber = |(runs, numbers): (&mut Vec<[Run; 2]>, &Vec<WordIx>)| {
            let runs = runs.iter_mut().flatten();
            runs.for_each(|run| run.renumber(numbers));
        };
        runs.par_iter_mut().zip(&numbers).for_each(renumber);
        let languages = corpus.articles.iter().map(language_of);
        let languages: BTreeMap<_, _> = languages.map(|known| (known.code(), known)).collect();
        let stems = languages.into_par_iter();
        let stems =
            stems.map(|(code, language)| (code, Stems::of(&vocabulary, lexicon.grammar(language))));
        let words = StudyWords {
            stems: stems.collect(),
            vocabulary,
            runs: runs.into_iter().flatten().collect(),
        };
        (readings, words)
    }

    /// What events know of the words of an article.
    pub(crate) fn stems(&self, article: &Article) -> &Stems {
        &self.stems[language_of(article).code()]
    }

    /// The words of an article's title and body.
    pub(crate) fn run(&self, article: ArticleIx) -> &[Run; 2] {
        &self.runs[article.at()]
    }

    /// The numbers of the words at the top of an article: of its title and lead.
    pub(crate) fn top(&self, ix: ArticleIx, article: &Article) -> BTreeSet<u32> {
        let [title, body] = self.run(ix);
        self.stems(article).top(title, body)
    }

    /// The numbers of all words of an article that say something.
    pub(crate) fn all(&self, ix: ArticleIx, article: &Article) -> BTreeSet<u32> {
        self.stems(article).all(self.run(ix))
    }

    /// What alignment keeps of each article.
    pub(super) fn outlines(&self, corpus: &Corpus) -> Vec<Outline> {
        let articles = corpus.articles.par_iter().zip(&self.runs);
        let outline = |(article, [title, body]): (&Article, &[Run; 2])| {
            Outline::of(title, body, self.stems(article))
        };
        articles.map(outline).collect()
    }
}

fn language_of(article: &Article) -> &'static dyn language::Language {
    language::of(article.language.as_deref())
}
