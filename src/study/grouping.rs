//! Events alone: which article tells which, without a look at how it is worded.

use super::{align_options, gather};
use crate::corpus::{Article, Corpus, Part};
use crate::events::{self, Alignment, Outline};
use crate::framing::prepare;
use crate::lexicon::Lexicon;
use crate::progress::Progress;
use crate::settings::Settings;
use rayon::prelude::*;

/// Groups the articles of a corpus into the events of [`super::weigh`], without links and copies.
///
/// Of the lexicon only the page furniture is used. The texts of the articles are dropped on the
/// way, so that a large archive fits in memory.
pub fn group(
    corpus: &mut Corpus,
    lexicon: &Lexicon,
    settings: &Settings,
    progress: &dyn Progress,
) -> Alignment {
    let articles = corpus.articles.len() as u64;
    progress.begin("reading articles", articles);
    let outline = |article: &mut Article| {
        let [title, body] = Part::ALL.map(|part| prepare(article, part, lexicon));
        let outline = events::outline(&title, &body).without_grams();
        drop((title, body));
        article.text = String::new();
        progress.advance(1);
        outline
    };
    let outlines: Vec<Outline> = corpus.articles.par_iter_mut().map(outline).collect();
    progress.begin("aligning events", articles);
    let witnesses = gather::witnesses(corpus, &outlines, &lexicon.agencies);
    let tick = |steps| progress.advance(steps);
    events::group(&witnesses, &align_options(settings), &tick)
}
