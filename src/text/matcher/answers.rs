//! What the tables say of one word, sorted by what a walk does with it.

use super::entries::Entries;
use super::table::{BodyTarget, Exact, Spot};
use crate::language::{Features, Rule};

/// One thing that a word may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct WordAnswer {
    /// An entry's number, the node of a path that begins, or an element: as its group says.
    pub value: u32,
    /// How the word was made of it.
    pub rule: Rule,
    /// Its features.
    pub features: Features,
    /// The letters before folding that the word must not contradict, behind those of the head.
    pub exact: Exact,
    /// Whether any ending may follow.
    pub is_open: bool,
}

/// Where a word's answers stand, side by side in three groups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct AnswerSpan {
    first: u32,
    begins: u32,
    leads_on: u32,
    end: u32,
}

/// A word's answers.
pub(super) struct Groups<'a> {
    /// Entries that it is the whole of.
    pub entries: &'a [WordAnswer],
    /// Paths that it begins.
    pub begins: &'a [WordAnswer],
    /// Elements that lead paths on.
    pub leads_on: &'a [WordAnswer],
}

impl AnswerSpan {
    /// Whether the word is nothing that is looked for.
    #[inline]
    pub(crate) fn is_nothing(self) -> bool {
        self.first == self.end
    }

    /// Whether a path may go on at the word.
    #[inline]
    pub(crate) fn may_lead_on(self) -> bool {
        self.leads_on < self.end
    }

    /// Its answers among all.
    #[inline]
    pub(crate) fn of(self, answers: &[WordAnswer]) -> Groups<'_> {
        let [first, begins, leads_on, end] =
            [self.first, self.begins, self.leads_on, self.end].map(|place| place as usize);
        Groups {
            entries: &answers[first..begins],
            begins: &answers[begins..leads_on],
            leads_on: &answers[leads_on..end],
        }
    }
}

/// Sorts what the tables say of one word, at the end of `answers`.
pub(super) fn sort(entries: &Entries, spots: &[Spot], answers: &mut Vec<WordAnswer>) -> AnswerSpan {
    let mut group = |value: &dyn Fn(BodyTarget) -> Option<u32>| {
        answers.extend(spots.iter().filter_map(|spot| {
            Some(WordAnswer {
                value: value(spot.hit.target)?,
                rule: Rule {
                    head: spot.head,
                    tail: spot.hit.tail,
                },
                features: spot.features | entries.language.head_features(spot.head),
                exact: spot.hit.exact(),
                is_open: spot.is_open,
            })
        }));
        answers.len() as u32
    };
    let element = |target: BodyTarget| target.read().err();
    let first = group(&|_| None);
    AnswerSpan {
        first,
        begins: group(&|target| target.read().ok()),
        leads_on: group(&|target| {
            let node = entries.first[element(target)? as usize];
            (node != 0).then_some(node)
        }),
        end: group(&|target| element(target).filter(|element| entries.leads_on[*element as usize])),
    }
}
