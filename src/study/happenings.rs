//! The happenings that articles tell in passing, found when it is known which event each tells.

use super::{StudyWords, Weighed};
use crate::corpus::{Article, ArticleIx, Part};
use crate::events::{self, ActClasses, Happening, HappeningOptions, Roles, Told};
use crate::language;
use std::collections::BTreeMap;

/// Happenings, and the classes of their acts.
#[derive(Debug, Default)]
pub(crate) struct InPassing {
    /// The happenings, in the order of their first articles.
    pub list: Vec<Happening>,
    /// The classes of acts.
    pub acts: ActClasses,
}

/// Finds the happenings that the articles of a study tell in passing.
pub(super) fn find(weighed: &Weighed, words: &StudyWords) -> InPassing {
    let Weighed {
        corpus,
        lexicon,
        settings,
        readings,
        alignment,
    } = *weighed;
    let mut acts = ActClasses::default();
    let languages = corpus.articles.iter().map(language_of);
    let languages: BTreeMap<_, _> = languages.map(|known| (known.code(), known)).collect();
    let roles: BTreeMap<&str, Roles> = languages
        .into_iter()
        .map(|(code, language)| {
            let grammar = lexicon.grammar(language);
            (code, Roles::of(&words.vocabulary, grammar, &mut acts))
        })
        .collect();
    let told = |ix: ArticleIx| {
        let article = &corpus.articles[ix.at()];
        Told {
            source: corpus.source_of[ix.at()],
            date: article.date,
            event: alignment.event_of[ix.at()],
            counted: settings.keep_copies || alignment.witness[ix.at()] == ix,
            text: article.part(Part::Body),
            runs: words.run(ix),
            roles: &roles[language_of(article).code()],
            known: &readings[ix.at()].known,
        }
    };
    let all = (0..corpus.articles.len() as u32).map(ArticleIx);
    let told: Vec<Told> = all.map(told).collect();
    let options = HappeningOptions {
        window_days: settings.happening_days,
    };
    let list = events::happenings(&told, &words.vocabulary, &acts, options);
    drop(told);
    drop(roles);
    InPassing { list, acts }
}

fn language_of(article: &Article) -> &'static dyn language::Language {
    language::of(article.language.as_deref())
}
