//! What an edit of the word lists does: one corpus with two sets of lists, nothing done twice that
//! comes out the same.

use super::align::align;
use super::examine::read_texts;
use super::{Compared, Reading, Weighed, compared};
use crate::check::{Changes, Edited};
use crate::corpus::{Article, ArticleIx, Corpus, Part};
use crate::events::{self, Alignment, Outline};
use crate::framing::prepare;
use crate::lexicon::{Lexicon, TermIx};
use crate::progress::Progress;
use crate::settings::Settings;
use crate::text::Text;
use rayon::prelude::*;

/// What a study finds with two sets of word lists.
pub struct Diff {
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
pub struct Side {
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
/// stands is read once; events are aligned once, unless page furniture or agencies differ.
pub fn diff(corpus: Corpus, lists: Edited, settings: Settings, progress: &dyn Progress) -> Diff {
    let articles = corpus.articles.len() as u64;
    progress.begin("reading articles", articles);
    let read = |article: &Article| {
        let both = Both::of(article, &lists, &settings);
        progress.advance(1);
        both
    };
    let both: Vec<Both> = corpus.articles.par_iter().map(read).collect();
    let touched = (0..).map(ArticleIx).zip(&both);
    let touched = touched.filter(|(_, both)| both.is_touched);
    let touched = touched.map(|(ix, _)| ix).collect();
    let (outlines, readings): (Vec<_>, Vec<_>) = both
        .into_iter()
        .map(|both| (both.outlines, both.readings))
        .unzip();
    let (old_outlines, new_outlines): (Vec<Outline>, Vec<Option<Outline>>) =
        outlines.into_iter().unzip();
    let (old_readings, new_readings): (Vec<Reading>, Vec<Reading>) = readings.into_iter().unzip();
    progress.begin("aligning events", articles);
    let Edited { old, new, changes } = lists;
    let old_alignment = align(&corpus, &old_outlines, &old.agencies, &settings, progress);
    let new_alignment = (changes.furniture || changes.agencies).then(|| {
        progress.begin("aligning events anew", articles);
        let outlines = new_outlines.into_iter().zip(old_outlines);
        let outlines: Vec<Outline> = outlines.map(|(new, old)| new.unwrap_or(old)).collect();
        align(&corpus, &outlines, &new.agencies, &settings, progress)
    });
    progress.begin("comparing sources", 2 * compared::STEPS);
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
    let new = side(
        new,
        new_readings,
        new_alignment.as_ref().unwrap_or(&old_alignment),
    );
    Diff {
        corpus,
        settings,
        changes,
        touched,
        old,
        new,
    }
}

/// One article as both sets of lists read it.
struct Both {
    readings: (Reading, Reading),
    /// The new one only where texts are cut otherwise.
    outlines: (Outline, Option<Outline>),
    is_touched: bool,
}

impl Both {
    fn of(article: &Article, lists: &Edited, settings: &Settings) -> Both {
        let Edited { old, new, changes } = lists;
        let texts = texts(article, old);
        let outline = events::outline(&texts[0], &texts[1]);
        let before = read_texts(&texts, old, settings);
        if !texts.iter().any(|text| changes.may_touch(text))
            && let Some(after) = renumbered(&before, old, new)
        {
            return Both {
                readings: (before, after),
                outlines: (outline, None),
                is_touched: false,
            };
        }
        let (after, new_outline) = if changes.furniture {
            let texts = self::texts(article, new);
            let outline = events::outline(&texts[0], &texts[1]);
            (read_texts(&texts, new, settings), Some(outline))
        } else {
            (read_texts(&texts, new, settings), None)
        };
        Both {
            readings: (before, after),
            outlines: (outline, new_outline),
            is_touched: true,
        }
    }
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
