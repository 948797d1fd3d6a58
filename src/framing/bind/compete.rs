//! One word in several frames: in which of them it is read.
//!
//! إرهابي answers *what are the Islamists called* and *what are the insurgents called*. A text that
//! calls insurgents so answers only the second. Frames whose kinds of actor have nothing in common
//! compete for a word; the one whose actor the text binds it to most closely keeps it.

use super::Candidate;
use crate::framing::{Binding, Mention};
use crate::language::Pos;
use crate::lexicon::{Lexicon, Target};
use crate::text::Text;
use std::ops::Range;

/// Whether a mention of a text loses its word to another frame.
pub(super) fn loses(
    lexicon: &Lexicon,
    text: &Text,
    mentions: &[Mention],
    candidates: &[Candidate],
    ix: usize,
) -> bool {
    let of = |ix: usize| (&mentions[ix], &candidates[ix]);
    let stands = |rival: &usize| stands(lexicon, &mentions[*rival], &candidates[*rival]);
    let mut rivals = rivals(lexicon, mentions, ix).into_iter().filter(stands);
    rivals.any(|rival| beats(text, of(rival), of(ix), rival < ix))
}

/// Whether a mention is read at all: not one that wants a sure actor (`bound`) and has none.
pub(super) fn stands(lexicon: &Lexicon, mention: &Mention, candidate: &Candidate) -> bool {
    !lexicon.terms[mention.term.0 as usize].bound || candidate.binding.is_sure()
}

/// Leaves out the words of frames about anybody or the event that stand inside a longer label which
/// stays and takes a side (the adjective of هجوم جبان), or are such a label of a frame that asks of
/// somebody (الغدر, of an attack), and adjectives for people inside a label for a deed: one
/// judgement counts once.
pub(super) fn leave_out_parts(lexicon: &Lexicon, mentions: &[Mention], stay: &mut [bool]) {
    let is_part = |ix: usize, stay: &[bool]| {
        let own = &mentions[ix];
        let holds = |other: &Mention| {
            other.tokens.start <= own.tokens.start
                && own.tokens.end <= other.tokens.end
                && lexicon.label_of(other.term).stance != 0
        };
        let longer = |other: &Mention| other.tokens.len() > own.tokens.len();
        let stays = || {
            near(mentions, ix)
                .filter(|at| stay[*at])
                .map(|at| &mentions[at])
        };
        match target(lexicon, own) {
            Target::Any | Target::Event => {
                stays().any(|other| holds(other) && (longer(other) || is_asked_of(lexicon, other)))
            }
            // The adjective of a deed names nobody (هجوم إرهابي).
            Target::Kinds(_) if is_adjective(lexicon, own) => stays().any(|other| {
                holds(other) && longer(other) && *target(lexicon, other) == Target::Agent
            }),
            _ => false,
        }
    };
    // From the longest to the shortest, a part being no longer than what holds it.
    let mut order: Vec<usize> = (0..mentions.len()).filter(|ix| stay[*ix]).collect();
    order.sort_by_key(|ix| std::cmp::Reverse(mentions[*ix].tokens.len()));
    for ix in order {
        if is_part(ix, stay) {
            stay[ix] = false;
        }
    }
}

/// Of whom the frame of a label asks.
fn target<'l>(lexicon: &'l Lexicon, label: &Mention) -> &'l Target {
    &lexicon.frames[lexicon.frame_of(label.term).0 as usize].target
}

fn is_adjective(lexicon: &Lexicon, label: &Mention) -> bool {
    lexicon.terms[label.term.0 as usize].pos == Some(Pos::Adjective)
}

/// Whether a label's frame asks of some kind of actor, or of who does or suffers something.
fn is_asked_of(lexicon: &Lexicon, label: &Mention) -> bool {
    !matches!(target(lexicon, label), Target::Any | Target::Event)
}

/// The other mentions whose tokens may overlap one's.
fn near(mentions: &[Mention], ix: usize) -> impl Iterator<Item = usize> {
    around(mentions, &mentions[ix].tokens).filter(move |at| *at != ix)
}

/// The mentions, which are sorted by place, that may overlap some tokens.
pub(super) fn around(mentions: &[Mention], tokens: &Range<u32>) -> Range<usize> {
    let first = mentions.partition_point(|own| own.tokens.start + WIDEST <= tokens.start);
    first..mentions.partition_point(|own| own.tokens.start < tokens.end)
}

/// The mentions of other frames that compete with one: their tokens overlap and their kinds of
/// actor have nothing in common.
fn rivals(lexicon: &Lexicon, mentions: &[Mention], ix: usize) -> Vec<usize> {
    let own = &mentions[ix];
    let overlaps = |other: &Mention| {
        other.tokens.start < own.tokens.end && own.tokens.start < other.tokens.end
    };
    near(mentions, ix)
        .filter(|at| overlaps(&mentions[*at]))
        .filter(|at| are_apart(lexicon, own, &mentions[*at]))
        .collect()
}

/// No term has more words than this, so that overlaps are found without going back further.
const WIDEST: u32 = 12;

fn are_apart(lexicon: &Lexicon, one: &Mention, other: &Mention) -> bool {
    match (target(lexicon, one), target(lexicon, other)) {
        (Target::Kinds(one), Target::Kinds(other)) => !one.iter().any(|kind| other.contains(kind)),
        _ => false,
    }
}

/// Whether a rival takes the word: by a name in its phrase (عناصر تنظيم داعش), else by more words
/// (ميليشيات موالية, which are the government's, against ميليشيات), else bound more closely, else by a nearer name, else of an earlier frame.
fn beats(
    text: &Text,
    rival: (&Mention, &Candidate),
    own: (&Mention, &Candidate),
    is_earlier: bool,
) -> bool {
    let key = |(mention, candidate): (&Mention, &Candidate), second: bool| {
        let words = mention
            .tokens
            .clone()
            .filter(|at| text.is_word(*at))
            .count();
        (
            !matches!(candidate.binding, Binding::Phrase | Binding::Genitive),
            std::cmp::Reverse(words),
            candidate.binding,
            candidate.distance,
            second,
        )
    };
    key(rival, !is_earlier) < key(own, is_earlier)
}
