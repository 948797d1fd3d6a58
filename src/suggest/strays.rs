//! Words as they are met that no entry finds and that are nearly a form of one, or nearly a name.

use super::Read;
use super::judge::{best, votes};
use crate::lexicon::{Close, FrameIx, LabelIx, Lexicon, Meant, Spellings, Target, TermIx};
use crate::suggest::slots::Slots;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// A misspelling is met at two places, or it is a slip of one hand.
const LEAST_STRAYS: usize = 2;

/// A misspelling is at least so many times rarer than what is meant, or it is a word of its own.
const RARER: usize = 20;

/// Names of more words are hardly ever met.
const LONGEST: usize = 5;

/// What is nearly a spelling of the lists.
pub(super) struct Stray {
    /// Where it stands.
    pub places: Vec<u32>,
    /// How many words long it is.
    pub length: u32,
    /// The spelling.
    pub close: Close,
    /// The entries that stand most like it; empty for a name.
    pub nearest: Vec<(TermIx, f64)>,
}

impl Stray {
    /// With what its slots say; `None` where they speak against its being a slip.
    pub(crate) fn confirmed(mut self, read: &Read, slots: &Slots) -> Option<Stray> {
        if let Meant::Term(_) = self.close.meant {
            let label = label_of(read.lexicon, &self.close.meant)?;
            self.nearest = slots.nearest(&self.places);
            if best(read.lexicon, &votes(read.lexicon, &self.nearest)) != Some(label) {
                return None;
            }
        }
        Some(self)
    }
}

/// The label of an entry; for a name the first label of the first frame that is about such actors.
pub(super) fn label_of(lexicon: &Lexicon, meant: &Meant) -> Option<LabelIx> {
    match meant {
        Meant::Term(id) => {
            let term = lexicon.terms.iter().find(|term| term.id == *id)?;
            Some(term.label)
        }
        Meant::Name(_, kind, _) => {
            let is_about = |frame: FrameIx| match &lexicon.frames[frame.0 as usize].target {
                Target::Kinds(kinds) => kinds.contains(kind),
                _ => false,
            };
            let labels = (0..).map(LabelIx).zip(&lexicon.labels);
            let mut labels = labels.filter(|(_, label)| is_about(label.frame));
            labels.next().map(|(ix, _)| ix)
        }
    }
}

/// All that are met often enough, and seldom enough beside what is meant.
pub(super) fn strays(read: &Read, spellings: &Spellings, refused: &BTreeSet<String>) -> Vec<Stray> {
    let counts = read.lines.strays();
    let words = (0..counts.len() as u32).into_par_iter().filter_map(|word| {
        let count = counts[word as usize] as usize;
        let close = slip(read, spellings, refused, (read.lines.word(word), count))?;
        let places = read.lines.places_met(word);
        Some(Stray {
            places,
            length: 1,
            close,
            nearest: Vec::new(),
        })
    });
    let mut strays: Vec<Stray> = words.collect();
    let vocabulary = read.lines.vocabulary();
    let is_of_name: Vec<bool> = vocabulary
        .map(|(word, _)| spellings.is_of_name(word))
        .collect();
    let names = read.lines.almost_marked(&is_of_name, LONGEST);
    let names = names.into_par_iter().filter_map(|(words, places)| {
        let letters: Vec<&str> = words.iter().map(|word| stem(read, *word)).collect();
        let close = slip(read, spellings, refused, (&letters.join(" "), places.len()))?;
        let length = words.len() as u32;
        let is_name = matches!(close.meant, Meant::Name(..));
        is_name.then_some(Stray {
            places,
            length,
            close,
            nearest: Vec::new(),
        })
    });
    strays.par_extend(names);
    strays
}

/// The spelling that some words are a slip of.
fn slip(
    read: &Read,
    spellings: &Spellings,
    refused: &BTreeSet<String>,
    (letters, count): (&str, usize),
) -> Option<Close> {
    if count < LEAST_STRAYS || refused.contains(letters) {
        return None;
    }
    let close = spellings.close(letters)?;
    let meant = read.lines.count_met(&close.form) as usize;
    (meant >= count.saturating_mul(RARER)).then_some(close)
}

/// A word as names are compared: without clitics, a word of grammar too.
fn stem<'a>(read: &'a Read, word: u32) -> &'a str {
    let letters = read.lines.word(word);
    match read
        .lexicon
        .grammar(read.language)
        .is_function_word(letters)
    {
        true => read.language.stem(letters),
        false => letters,
    }
}
