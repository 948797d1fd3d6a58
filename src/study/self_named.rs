//! What outlets call themselves in their texts: whoever speaks *to Al-Nahr* is quoted nowhere but in
//! Al-Nahr.

use super::words::StudyWords;
use crate::corpus::{ArticleIx, Corpus, Part, SourceIx};
use crate::language::{self, Features, Language};
use crate::lexicon::{Lexicon, Meaning};
use crate::text::{self, WordIx};
use crate::voice::Role;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// In so many articles of a source somebody must speak to it by that name.
const LEAST_ARTICLES: usize = 3;

/// Of all articles in which somebody speaks to one of that name, so great a part must be the source's,
/// and as great a part must have the second word of a name behind the first.
const LEAST_SHARE: f64 = 0.8;

/// Somebody who is spoken to: the word before *to*, the name, and the word behind it.
type Told = (WordIx, WordIx, Option<WordIx>);

/// The words of what each source calls itself, in their order.
///
/// An outlet says to whom a statement was made where it was made to itself (قال لـ«النهر»); others
/// name it as a rule by its kind (قال لصحيفة النهر). So a name behind *to* and a word of saying that
/// nearly one source alone has is that source's.
pub(super) fn self_named(
    corpus: &Corpus,
    lexicon: &Lexicon,
    words: &StudyWords,
) -> Vec<Vec<WordIx>> {
    let articles = (0..corpus.articles.len() as u32).into_par_iter();
    let told: Vec<BTreeSet<Told>> = articles
        .map(|ix| told(corpus, words, ArticleIx(ix)))
        .collect();
    let before: BTreeSet<WordIx> = told.iter().flatten().map(|told| told.0).collect();
    let says = |word: &WordIx| is_saying(lexicon, words.vocabulary.word(*word));
    let saying: BTreeSet<WordIx> = before.into_par_iter().filter(says).collect();
    // Of each name the articles of each source, with the words behind it.
    let mut met: BTreeMap<WordIx, BTreeMap<SourceIx, Vec<Option<WordIx>>>> = BTreeMap::new();
    for (source, told) in corpus.source_of.iter().zip(&told) {
        let told = told.iter().filter(|told| saying.contains(&told.0));
        let names: BTreeMap<WordIx, Option<WordIx>> = told.map(|told| (told.1, told.2)).collect();
        for (name, behind) in names {
            let of = met.entry(name).or_default();
            of.entry(*source).or_default().push(behind);
        }
    }
    let mut own = vec![Vec::new(); corpus.sources.len()];
    for (name, sources) in met {
        let all: usize = sources.values().map(Vec::len).sum();
        for (source, behind) in sources {
            if behind.len() >= LEAST_ARTICLES && is_most(behind.len(), all) {
                own[source.at()].push((name, behind));
            }
        }
    }
    own.into_iter().map(usual_names).collect()
}

/// The words of the names that a source calls itself by, without those that are rare beside the
/// usual one.
fn usual_names(own: Vec<(WordIx, Vec<Option<WordIx>>)>) -> Vec<WordIx> {
    let most = own.iter().map(|(_, behind)| behind.len()).max();
    let usual_ones = own
        .iter()
        .filter(|(_, behind)| Some(2 * behind.len()) >= most);
    usual_ones
        .flat_map(|(name, behind)| [Some(*name), usual(behind)].into_iter().flatten())
        .collect()
}

fn is_most(part: usize, whole: usize) -> bool {
    part as f64 >= LEAST_SHARE * whole as f64
}

/// The word that nearly always stands behind a name.
fn usual(behind: &[Option<WordIx>]) -> Option<WordIx> {
    let mut counts: BTreeMap<WordIx, usize> = BTreeMap::new();
    for word in behind.iter().flatten() {
        *counts.entry(*word).or_default() += 1;
    }
    let (word, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    is_most(count, behind.len()).then_some(word)
}

/// Who is spoken to in an article's body.
fn told(corpus: &Corpus, words: &StudyWords, ix: ArticleIx) -> BTreeSet<Told> {
    let article = &corpus.articles[ix.at()];
    let language = language::of(article.language.as_deref());
    let run: Vec<_> = words.run(ix)[usize::from(Part::Body == Part::ALL[1])]
        .words()
        .collect();
    let mut told = BTreeSet::new();
    for at in 1..run.len() {
        let word = words.vocabulary.word(run[at].word);
        let (name, behind) = match to_whom(language, word) {
            Some(To::Whom(name)) => (words.vocabulary.find(&name), at + 1),
            Some(To::Next) => (run.get(at + 1).map(|next| next.word), at + 2),
            None => continue,
        };
        let behind = run.get(behind).filter(|behind| behind.follows);
        told.extend(name.map(|name| (run[at - 1].word, name, behind.map(|word| word.word))));
    }
    told
}

/// What *to* is glued to.
enum To {
    /// A word.
    Whom(String),
    /// Nothing: the name stands behind it, in marks of its own.
    Next,
}

/// The noun behind *to*, with its article where it has one.
fn to_whom(language: &dyn Language, word: &str) -> Option<To> {
    if language.behind(word, Features::FOR) == Some("") {
        return Some(To::Next);
    }
    if let Some(noun) = language.behind(word, Features::FOR | Features::ARTICLE) {
        let heads = (0..).zip(language.heads());
        let mut article = heads.filter(|(at, _)| language.head_features(*at) == Features::ARTICLE);
        return Some(To::Whom(format!("{}{noun}", article.next()?.1)));
    }
    language
        .behind(word, Features::FOR)
        .map(|noun| To::Whom(noun.to_owned()))
}

/// Whether a word is one of saying, taken by itself.
fn is_saying(lexicon: &Lexicon, word: &str) -> bool {
    lexicon.tables.iter().any(|(code, table)| {
        let grammar = lexicon.grammar(language::of(Some(code)));
        let text = text::prepare(word, Part::Body, None, "", grammar, &lexicon.no_furniture);
        let mut found = Vec::new();
        table.matcher.scan(&text, &mut found);
        let mut meanings = found
            .iter()
            .map(|hit| table.meanings[hit.pattern.0 as usize]);
        meanings.any(|meaning| match meaning {
            Meaning::Cue(ix) => {
                let role = lexicon.cues[ix.0 as usize].role;
                matches!(
                    role,
                    Role::Says | Role::SaysNoun | Role::Participle | Role::Denies
                )
            }
            _ => false,
        })
    })
}
