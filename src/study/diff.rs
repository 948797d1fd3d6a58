//! What an edit of the word lists does: one corpus with two sets of lists, nothing done twice that
//! comes out the same.

use super::align::align;
use super::examine::read_texts;
use super::words::{Batch, StudyWords};
use super::{Compared, Reading, Weighed, compared};
use crate::check::{Changes, Edited};
use crate::corpus::{Article, ArticleIx, Corpus, Part};
use crate::events::Alignment;
use crate::framing::prepare;
use crate::lexicon::{Lexicon, TermIx};
use crate::progress::Progress;
use crate::settings::Settings;
use crate::text::Text;
use crate::wording::word;
use rayon::prelude::*;

/// What a study finds with two sets of word lists.
pub(crate) struct Diff {
    /// The articles.
    pub corpus: Corpus,
    /// The thresholds.
    pub settings: Settings,
    /// What the edit touches.
    pub changes: Changes,
    /// The articles that may be read otherwise, sorted: only they were read with both lists.
    pub touched: Vec<ArticleIx>,
    /// With the old lists.
    pub old: Side,
    /// With the new ones.
    pub new: Side,
}

/// What a study finds with one of the sets.
pub(crate) struct Side {
    /// The word lists.
    pub lexicon: Lexicon,
    /// What was read of each article, by index; without figures, day and place, which no list
    /// touches.
    pub readings: Vec<Reading>,
    /// How many events the articles tell.
    pub events: usize,
    /// The figures: what [`super::weigh`] finds with these lists.
    pub compared: Compared,
}

/// Weighs a corpus with two sets of word lists.
///
/// Both sides are what two runs of [`super::weigh`] find. An article in which no word of the edit
/// stands is read once; events are aligned once, unless page furniture, words of grammar or agencies differ.
pub(crate) fn diff(
    corpus: Corpus,
    lists: Edited,
    settings: Settings,
    progress: &dyn Progress,
) -> Diff {
    let articles = corpus.articles.len() as u64;
    progress.begin(word("progress.reading"), articles);
    let read = |mut both: Both, article: &Article| {
        both.read(article, &lists, &settings);
        progress.advance(1);
        both
    };
    let both = corpus.articles.par_iter().fold(Both::default, read);
    let both: Vec<Both> = both.collect();
    let touched = touched(&both);
    let (old_batches, new_batches) = both.into_iter().map(|both| (both.old, both.new)).unzip();
    let Edited { old, new, changes } = lists;
    let (old_readings, old_words) = StudyWords::of(&corpus, &old, old_batches);
    let (new_readings, new_words) = StudyWords::of(&corpus, &new, new_batches);
    progress.begin(word("progress.aligning"), articles);
    let outlines = old_words.outlines(&corpus);
    let old_alignment = align(&corpus, &outlines, &old.agencies, &settings, progress);
    let new_alignment = (changes.texts || changes.agencies).then(|| {
        progress.begin(word("progress.anew"), articles);
        let outlines = match changes.texts {
            true => new_words.outlines(&corpus),
            false => outlines,
        };
        align(&corpus, &outlines, &new.agencies, &settings, progress)
    });
    progress.begin(word("progress.comparing"), 2 * compared::STEPS);
    let side = |lexicon: Lexicon, readings: Vec<Reading>, alignment: &Alignment| {
        let weighed = Weighed {
            corpus: &corpus,
            lexicon: &lexicon,
            settings: &settings,
            readings: &readings,
            alignment,
        };
        let compared = weighed.compare(progress);
        Side {
            lexicon,
            readings,
            events: alignment.events.len(),
            compared,
        }
    };
    let old = side(old, old_readings, &old_alignment);
    let anew = new_alignment.as_ref().unwrap_or(&old_alignment);
    let new = side(new, new_readings, anew);
    Diff {
        corpus,
        settings,
        changes,
        touched,
        old,
        new,
    }
}

/// Some articles as both sets of lists read them.
#[derive(Default)]
struct Both {
    old: Batch,
    /// Without runs where texts are cut as before.
    new: Batch,
    are_touched: Vec<bool>,
}

impl Both {
    fn read(&mut self, article: &Article, lists: &Edited, settings: &Settings) {
        let Edited { old, new, changes } = lists;
        let texts = texts(article, old);
        let before = read_texts(&texts, article.date, old, settings);
        let is_touched = texts.iter().any(|text| changes.may_touch(text));
        let same = (!is_touched).then(|| renumbered(&before, old, new));
        let same = same.flatten();
        self.are_touched.push(same.is_none());
        let after = same.unwrap_or_else(|| match changes.texts {
            true => {
                let texts = self::texts(article, new);
                self.new.take_down(&texts);
                read_texts(&texts, article.date, new, settings)
            }
            false => read_texts(&texts, article.date, new, settings),
        });
        self.old.take_down(&texts);
        self.old.readings.push(before);
        self.new.readings.push(after);
    }
}

fn touched(both: &[Both]) -> Vec<ArticleIx> {
    let are_touched = both.iter().flat_map(|both| &both.are_touched);
    let articles = (0..).map(ArticleIx).zip(are_touched);
    articles.filter_map(|(ix, is)| is.then_some(ix)).collect()
}

fn texts<'a>(article: &'a Article, lexicon: &'a Lexicon) -> [Text<'a>; 2] {
    Part::ALL.map(|part| prepare(article, part, lexicon))
}

/// A reading with the numbers that its terms have in the new lists; `None` where those lack one.
///
/// Actors keep their numbers: where names differ, every article is read again.
fn renumbered(reading: &Reading, old: &Lexicon, new: &Lexicon) -> Option<Reading> {
    let mut reading = reading.clone();
    for mention in reading.parts.iter_mut().flat_map(|part| &mut part.mentions) {
        let id = &old.terms[mention.term.0 as usize].id;
        let place = new.terms.binary_search_by(|term| term.id.cmp(id));
        mention.term = TermIx(place.ok()? as u32);
    }
    Some(reading)
}
