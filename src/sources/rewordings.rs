//! Where a copy put one label for another, added one or dropped one: the purest evidence of
//! wording there is.

use crate::corpus::ArticleIx;
use crate::events::{Copy, Substitution};
use crate::lexicon::TermIx;
use std::ops::Range;

/// A place that bears a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// Bytes of the body as given.
    pub bytes: Range<u32>,
    /// The term found there.
    pub term: TermIx,
}

/// A place where a copy changed what the text it copies calls something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewording {
    /// The copy.
    pub article: ArticleIx,
    /// What it copies.
    pub of: ArticleIx,
    /// The words there, in the body of the text copied; empty where words were added.
    pub from: Range<u32>,
    /// The words put for them, in the body of the copy; empty where words were dropped.
    pub to: Range<u32>,
    /// The terms among the words copied.
    pub terms_from: Vec<TermIx>,
    /// The terms among the words put for them.
    pub terms_to: Vec<TermIx>,
}

/// The substitutions of a copy that touch a label and do not leave the labels as they were.
pub fn reworded(
    copy: &Copy,
    substitutions: &[Substitution],
    labels_from: &[Labelled],
    labels_to: &[Labelled],
) -> Vec<Rewording> {
    let rewording = |substitution: &Substitution| Rewording {
        article: copy.article,
        of: copy.of,
        from: substitution.from.clone(),
        to: substitution.to.clone(),
        terms_from: terms_in(labels_from, &substitution.from),
        terms_to: terms_in(labels_to, &substitution.to),
    };
    let changes = |rewording: &Rewording| rewording.terms_from != rewording.terms_to;
    substitutions
        .iter()
        .map(rewording)
        .filter(changes)
        .collect()
}

fn terms_in(labels: &[Labelled], place: &Range<u32>) -> Vec<TermIx> {
    let touches =
        |label: &&Labelled| label.bytes.start < place.end && place.start < label.bytes.end;
    labels
        .iter()
        .filter(touches)
        .map(|label| label.term)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labelled(bytes: Range<u32>, term: u32) -> Labelled {
        Labelled {
            bytes,
            term: TermIx(term),
        }
    }

    #[test]
    fn a_label_put_for_another_is_a_rewording_and_one_kept_is_none() {
        let copy = Copy {
            article: ArticleIx(1),
            of: ArticleIx(0),
            overlap: 0.9,
        };
        let substitutions = [
            Substitution {
                from: 10..20,
                to: 10..22,
            },
            Substitution {
                from: 40..50,
                to: 42..52,
            },
            Substitution {
                from: 60..60,
                to: 62..70,
            },
        ];
        let from = [labelled(10..20, 1), labelled(40..50, 3)];
        let to = [
            labelled(10..22, 2),
            labelled(42..52, 3),
            labelled(62..66, 4),
        ];
        let found = reworded(&copy, &substitutions, &from, &to);
        let terms: Vec<_> = found
            .iter()
            .map(|r| (r.terms_from.len(), r.terms_to.len()))
            .collect();
        assert_eq!(
            terms,
            [(1, 1), (0, 1)],
            "the swap and the addition, not the label kept"
        );
    }
}
