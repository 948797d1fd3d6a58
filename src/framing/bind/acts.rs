//! Who does an act, and who suffers it: names before and behind a word for killing, taking or
//! attacking, by the words that lead to them.

use super::references::Reference;
use super::{Binding, Candidate};
use crate::language::Kind;
use crate::lexicon::Mention;
use crate::text::Text;
use std::ops::Range;

/// Words behind an act that lead to its agent (هجوم شنه …, على يد …), folded.
const TO_AGENT: [&str; 28] = [
    "شنه",
    "شنها",
    "شنته",
    "شنتها",
    "نفذه",
    "نفذها",
    "نفذته",
    "نفذتها",
    "نصبه",
    "نصبته",
    "ارتكبه",
    "ارتكبها",
    "ارتكبته",
    "ارتكبتها",
    "تبناه",
    "تبنته",
    "تبنتها",
    "يد",
    "ايدي",
    "قبل",
    "جانب",
    "برصاص",
    "بنيران",
    "بيد",
    "تشنه",
    "تشنها",
    "يشنه",
    "يشنها",
];

/// Words before a name that make it the one an act is aimed at, folded.
const TO_OBJECT: [&str; 18] = [
    "علي",
    "ضد",
    "بحق",
    "استهدف",
    "استهدفت",
    "يستهدف",
    "تستهدف",
    "استهداف",
    "طال",
    "طالت",
    "من",
    "امام",
    "لدي",
    "داخل",
    "قرب",
    "فوق",
    "في",
    "مقر",
];

/// An act and the name behind it stand at most this many tokens apart: the words between are its
/// object's or its agent's, and later ones another clause's.
const REACH: u32 = 8;

/// Who does the act of a mention.
pub(super) fn agent(text: &Text, names: &[Reference], mention: &Mention) -> Option<Candidate> {
    let clause = clause(text, mention);
    behind(text, names, mention, &clause, Seeks::Agent)
        .or_else(|| before(text, names, mention, &clause, Seeks::Agent))
}

/// Who suffers the act of a mention.
pub(super) fn victim(text: &Text, names: &[Reference], mention: &Mention) -> Option<Candidate> {
    let clause = clause(text, mention);
    behind(text, names, mention, &clause, Seeks::Victim)
        .or_else(|| before(text, names, mention, &clause, Seeks::Victim))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Seeks {
    Agent,
    Victim,
}

/// The tokens around a mention between commas and other marks.
fn clause(text: &Text, mention: &Mention) -> Range<u32> {
    let sentence = text.sentence_of(mention.tokens.start);
    let parts = |at: &u32| is_bound(text, *at);
    let start = (sentence.start..mention.tokens.start).rev().find(parts);
    let end = (mention.tokens.end..sentence.end).find(parts);
    start.map_or(sentence.start, |at| at + 1)..end.unwrap_or(sentence.end)
}

fn is_bound(text: &Text, at: u32) -> bool {
    matches!(
        text.tokens.list[at as usize].kind,
        Kind::Mark('،' | ',' | '؛' | ';' | ':') | Kind::LineEnd
    )
}

/// A name behind the act: right behind it as its subject or its genitive, or led to by a word.
fn behind(
    text: &Text,
    names: &[Reference],
    mention: &Mention,
    clause: &Range<u32>,
    seeks: Seeks,
) -> Option<Candidate> {
    let first = names.partition_point(|name| name.tokens.start < mention.tokens.end);
    for name in &names[first..] {
        let distance = name.tokens.start - mention.tokens.end;
        if name.tokens.start >= clause.end || distance > REACH {
            return None;
        }
        let lead = lead(text, mention.tokens.end..name.tokens.start);
        let binding = match (seeks, lead) {
            (Seeks::Agent | Seeks::Victim, Lead::Touches) => Binding::Phrase,
            (Seeks::Agent, Lead::Agent) | (Seeks::Victim, Lead::Plain | Lead::Object) => {
                Binding::Sentence
            }
            _ => continue,
        };
        return Some(Candidate::new(name.actor, name.binding(binding), distance));
    }
    None
}

/// The nearest name before the act in its clause, else in its sentence, that is not what another
/// act is aimed at.
fn before(
    text: &Text,
    names: &[Reference],
    mention: &Mention,
    clause: &Range<u32>,
    seeks: Seeks,
) -> Option<Candidate> {
    let sentence = text.sentence_of(mention.tokens.start);
    let last = names.partition_point(|name| name.tokens.start < mention.tokens.start);
    let earlier = || {
        names[..last]
            .iter()
            .rev()
            .take_while(|name| name.tokens.start >= sentence.start)
            .filter(|name| seeks == Seeks::Victim || !is_object(text, name, sentence.start))
    };
    let found = earlier()
        .find(|name| name.tokens.start >= clause.start)
        .or_else(|| earlier().next())?;
    let distance = mention.tokens.start.saturating_sub(found.tokens.end);
    Some(Candidate::new(
        found.actor,
        found.binding(Binding::Sentence),
        distance,
    ))
}

/// How the words between an act and a name lead to it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// Only marks between them.
    Touches,
    /// By a word of [`TO_AGENT`].
    Agent,
    /// By a word of [`TO_OBJECT`].
    Object,
    /// By other words.
    Plain,
}

fn lead(text: &Text, between: Range<u32>) -> Lead {
    let mut lead = Lead::Touches;
    for at in between {
        if text.tokens.list[at as usize].kind != Kind::Word {
            continue;
        }
        let word = text.tokens.folded(at as usize);
        if TO_AGENT.contains(&word) {
            return Lead::Agent;
        }
        lead = if TO_OBJECT.contains(&word) {
            Lead::Object
        } else if lead == Lead::Object {
            lead
        } else {
            Lead::Plain
        };
    }
    lead
}

fn is_object(text: &Text, name: &Reference, floor: u32) -> bool {
    let before = (floor..name.tokens.start)
        .rev()
        .find(|at| text.tokens.list[*at as usize].kind == Kind::Word);
    before.is_some_and(|at| {
        let word = text.tokens.folded(at as usize);
        TO_OBJECT.contains(&word) && word != "من"
    })
}
