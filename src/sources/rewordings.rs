//! Where a copy put one label for another, added one or dropped one, or made it somebody else's
//! word: the purest evidence of wording there is.

use crate::corpus::ArticleIx;
use crate::events::{Copy, SharedSentence, Substitution};
use crate::lexicon::{FrameIx, LabelIx};
use crate::voice::Voice;
use std::collections::BTreeMap;
use std::ops::Range;

/// One label is put for another within so many words: of what is longer about half tells something
/// else.
const MOST_FOR_ANOTHER: usize = 4;

/// Longer additions are another piece of news, and not a word put to the same.
const MOST_ADDED: usize = 3;

/// A place that bears a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Labelled {
    /// Bytes of the body as given.
    pub bytes: Range<u32>,
    /// Its frame.
    pub frame: FrameIx,
    /// The label found there.
    pub label: LabelIx,
    /// Whose word it is.
    pub voice: Voice,
}

/// What a copy did to a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum CopyChange {
    /// Put another label of the frame in its place.
    Replaced,
    /// Put one where there was none.
    Added,
    /// Left it out.
    Dropped,
    /// Kept it, as another's word: quotation marks set or taken off, an attribution added or
    /// removed.
    Voice,
}

impl CopyChange {
    /// As the table names it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            CopyChange::Replaced => "replaced",
            CopyChange::Added => "added",
            CopyChange::Dropped => "dropped",
            CopyChange::Voice => "voice",
        }
    }
}

/// A place where a copy changed what the text it copies calls something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rewording {
    /// The copy.
    pub article: ArticleIx,
    /// What it copies.
    pub of: ArticleIx,
    /// What it did.
    pub change: CopyChange,
    /// The frame of the labels.
    pub frame: FrameIx,
    /// The words there, in the body of the text copied; empty where words were added.
    pub from: Range<u32>,
    /// The words put for them, in the body of the copy; empty where words were dropped.
    pub to: Range<u32>,
    /// The label and its voice in the text copied, if there is one.
    pub was: Option<(LabelIx, Voice)>,
    /// The label and its voice in the copy, if there is one.
    pub is: Option<(LabelIx, Voice)>,
    /// The sentence in the text copied.
    pub sentence_from: Range<u32>,
    /// The sentence in the copy.
    pub sentence_to: Range<u32>,
}

/// A passage that a copy left out, with the labels that stand in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DroppedPassage {
    /// The copy.
    pub article: ArticleIx,
    /// What it copies.
    pub of: ArticleIx,
    /// Where it stands, in the body of the text copied.
    pub bytes: Range<u32>,
    /// The labels in it, each once, as they come.
    pub labels: Vec<LabelIx>,
}

/// The passages left out of a text copied that bear labels.
pub(crate) fn dropped(
    copy: &Copy,
    passages: &[Range<u32>],
    labels: &[Labelled],
) -> Vec<DroppedPassage> {
    let passage = |bytes: &Range<u32>| {
        let mut told = Vec::new();
        for label in inside(labels, bytes) {
            if !told.contains(&label.label) {
                told.push(label.label);
            }
        }
        (!told.is_empty()).then(|| DroppedPassage {
            article: copy.article,
            of: copy.of,
            bytes: bytes.clone(),
            labels: told,
        })
    };
    passages.iter().filter_map(passage).collect()
}

/// Keeps each sentence of a copy with one of the texts that it copies: where fewest words differ; of
/// equals the `witness`, then the text that has most in common with the copy, then the first.
///
/// A passage that many print is so told once for each of them, and a copy that kept the words of one
/// text did not change those of another. `shared` holds the sentences that each pair has in common,
/// in the order of `copies`.
pub(crate) fn keep_nearest(
    copies: &[Copy],
    shared: &mut [Vec<SharedSentence>],
    witness: ArticleIx,
) {
    let mut nearest: BTreeMap<(u32, u32), (usize, usize)> = BTreeMap::new();
    let mut order: Vec<usize> = (0..copies.len()).collect();
    order.sort_by(|a, b| {
        let (a, b) = (&copies[*a], &copies[*b]);
        let is_other = |copy: &Copy| copy.of != witness;
        let more = || b.overlap.total_cmp(&a.overlap);
        is_other(a).cmp(&is_other(b)).then_with(more)
    });
    for pair in order {
        for sentence in &shared[pair] {
            let differ = sentence.changed.iter().map(|c| c.words.0 + c.words.1).sum();
            let best = nearest.entry((sentence.to.start, sentence.to.end));
            let best = best.or_insert((differ, pair));
            if differ < best.0 {
                *best = (differ, pair);
            }
        }
    }
    for (pair, sentences) in shared.iter_mut().enumerate() {
        sentences.retain(|sentence| nearest[&(sentence.to.start, sentence.to.end)].1 == pair);
    }
}

/// What a copy changed in the labels of the sentences that it shares with the text it copies, in
/// order of that text.
///
/// A label is kept where a word of it stands in both sentences and is part of the same label in
/// both; only its voice can have changed then. The others are compared where the sentences differ:
/// two of one frame are put for each other within four words, one alone counts as added or dropped
/// where no more than three words were. What is longer is other news, not other wording.
pub(crate) fn reworded(
    copy: &Copy,
    shared: &[SharedSentence],
    labels_from: &[Labelled],
    labels_to: &[Labelled],
) -> Vec<Rewording> {
    let mut found = Vec::new();
    for sentence in shared {
        let mut pair = Undecided {
            copy,
            sentence,
            from: inside(labels_from, &sentence.from),
            to: inside(labels_to, &sentence.to),
            found: Vec::new(),
        };
        pair.take_kept();
        for change in &sentence.changed {
            pair.take_replaced(change);
            pair.take_single(change);
        }
        found.append(&mut pair.found);
    }
    found.sort_by_key(|r| (r.from.start, r.to.start, r.frame));
    found
}

/// The labels within a sentence.
fn inside<'a>(labels: &'a [Labelled], sentence: &Range<u32>) -> Vec<&'a Labelled> {
    let within =
        |label: &&Labelled| sentence.start <= label.bytes.start && label.bytes.end <= sentence.end;
    labels.iter().filter(within).collect()
}

/// A sentence of both texts, with the labels that nothing has been said of yet.
struct Undecided<'a> {
    copy: &'a Copy,
    sentence: &'a SharedSentence,
    from: Vec<&'a Labelled>,
    to: Vec<&'a Labelled>,
    found: Vec<Rewording>,
}

impl Undecided<'_> {
    /// Sets aside the labels that both sentences have, and tells those whose voice differs.
    fn take_kept(&mut self) {
        for (a, b) in &self.sentence.kept {
            let mut at = 0;
            while at < self.from.len() {
                let was = self.from[at];
                let same = |is: &&Labelled| is.label == was.label && touches(&is.bytes, b);
                let kept = self.to.iter().position(same);
                let Some(kept) = kept.filter(|_| touches(&was.bytes, a)) else {
                    at += 1;
                    continue;
                };
                let (was, is) = (self.from.remove(at), self.to.remove(kept));
                if was.voice != is.voice {
                    self.tell(
                        CopyChange::Voice,
                        (&was.bytes, &is.bytes),
                        Some(was),
                        Some(is),
                    );
                }
            }
        }
    }

    /// Tells the labels of one frame that were put for each other; the same label in other words
    /// is no change.
    fn take_replaced(&mut self, change: &Substitution) {
        if change.words.0.max(change.words.1) > MOST_FOR_ANOTHER {
            return;
        }
        let mut at = 0;
        while at < self.from.len() {
            let was = self.from[at];
            let answer = |is: &&Labelled| is.frame == was.frame && touches(&is.bytes, &change.to);
            let answer = self.to.iter().position(answer);
            let Some(answer) = answer.filter(|_| touches(&was.bytes, &change.from)) else {
                at += 1;
                continue;
            };
            let (was, is) = (self.from.remove(at), self.to.remove(answer));
            if was.label != is.label {
                let places = (&change.from, &change.to);
                self.tell(CopyChange::Replaced, places, Some(was), Some(is));
            }
        }
    }

    /// Tells the labels that stand on one side alone.
    fn take_single(&mut self, change: &Substitution) {
        if change.words.0.max(change.words.1) > MOST_ADDED {
            return;
        }
        let places = (&change.from, &change.to);
        for was in take(&mut self.from, &change.from) {
            self.tell(CopyChange::Dropped, places, Some(was), None);
        }
        for is in take(&mut self.to, &change.to) {
            self.tell(CopyChange::Added, places, None, Some(is));
        }
    }

    fn tell(
        &mut self,
        change: CopyChange,
        (from, to): (&Range<u32>, &Range<u32>),
        was: Option<&Labelled>,
        is: Option<&Labelled>,
    ) {
        let Some(label) = was.or(is) else { return };
        self.found.push(Rewording {
            article: self.copy.article,
            of: self.copy.of,
            change,
            frame: label.frame,
            from: from.clone(),
            to: to.clone(),
            was: was.map(|label| (label.label, label.voice)),
            is: is.map(|label| (label.label, label.voice)),
            sentence_from: self.sentence.from.clone(),
            sentence_to: self.sentence.to.clone(),
        });
    }
}

/// Takes out the labels that touch a place.
fn take<'a>(labels: &mut Vec<&'a Labelled>, place: &Range<u32>) -> Vec<&'a Labelled> {
    let (taken, left) = labels
        .iter()
        .partition(|label| touches(&label.bytes, place));
    *labels = left;
    taken
}

fn touches(a: &Range<u32>, b: &Range<u32>) -> bool {
    a.start < b.end && b.start < a.end
}

#[cfg(test)]
mod tests;
