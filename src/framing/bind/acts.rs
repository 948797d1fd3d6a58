//! Who does an act, and who suffers it: names before and behind a word for killing, taking or
//! attacking, by the words that lead to them.

use super::references::{Reference, Referents};
use super::{Binder, Candidate, FAR, clauses, nations};
use crate::framing::{Binding, Mention};
use crate::language::{Class, Features, Kind, Pos, Shape, signs};
use crate::lexicon::{Being, Target};
use crate::text::Text;
use std::ops::Range;

/// An act and the name behind it stand at most this many tokens apart: the words between are its
/// object's or its agent's, and later ones another clause's.
const REACH: u32 = 8;

/// A name before the word for a death is its victim's only this near, in tokens: `جندي من الجيش
/// لقي مصرعه`. Farther off stands who did it.
const VICTIM_REACH: u32 = 4;

/// A ruler does what stands this near behind his name, in tokens; of what is farther he mostly only
/// speaks.
const LEADER_REACH: u32 = 4;

/// Says of each act who does or suffers it: by the grammar of its clause, else by an earlier word for
/// it, else by a guess.
pub(super) fn bind<'a>(binder: &Binder<'a>, bound: &mut [Candidate], seen: &mut Referents<'a>) {
    for (mention, candidate) in binder.found.mentions.iter().zip(bound) {
        let guess = match binder.target(mention) {
            Target::Agent => agent(binder, mention),
            Target::Victim => victim(binder, mention),
            _ => continue,
        };
        let sure = sure(binder, mention).or_else(|| {
            let phrase = guess.as_ref().filter(|guess| guess.binding.is_sure());
            phrase
                .cloned()
                .or_else(|| clauses::candidate(binder, mention))
        });
        let act = clauses::head(binder, mention);
        let before = || {
            let actor = mention.is_definite().then(|| seen.act(&act))??;
            Some(Candidate::new(actor, Binding::Repetition, FAR))
        };
        *candidate = match sure {
            Some(sure) => sure,
            None => before().or(guess).unwrap_or_else(Candidate::nobody),
        };
        if let Some(actor) = candidate.actor.filter(|_| candidate.binding.is_sure()) {
            seen.note_act(act, actor);
        }
    }
}

/// Who has a word for an act for a name (عاصفة الحزم).
fn sure(binder: &Binder, mention: &Mention) -> Option<Candidate> {
    let named = binder.named_so(mention)??;
    let kind = binder.lexicon.kind_of(named.actor?);
    kind.is_some_and(|kind| kind.armed).then_some(named)
}

/// Who does the act of a mention, as a guess.
pub(super) fn agent(binder: &Binder, mention: &Mention) -> Option<Candidate> {
    // غارة أمريكية: the forces of that state; the adjective of persons (أسرى فلسطينيين) tells who they
    // are, and behind a verb stands its object.
    let is_noun = binder.lexicon.terms[mention.term.0 as usize].pos != Some(Pos::Verb);
    let state = nations::of_mention(binder.lexicon, binder.text, &mention.tokens);
    if let Some(state) = state.filter(|_| is_noun && !is_of_persons(binder.text, mention)) {
        let actor = nations::member(binder, &mention.tokens, state, &binder.lexicon.forces())?;
        return Some(Candidate::new(actor, Binding::Phrase, 1));
    }
    let clause = clause(binder, mention);
    // جماعة … التي تحاصر باماكو: the agent is whom the relative stands for, before it.
    let before = mention.tokens.start.checked_sub(1);
    let relates = before.is_some_and(|at| {
        let word = binder.text.tokens.folded(at as usize);
        binder.text.grammar.class(word) == Class::Relative
    });
    let behind = || behind(binder, mention, &clause, Seeks::Agent);
    let found = if relates { None } else { behind() };
    found.or_else(|| agent_before(binder, mention, &clause))
}

/// Whether the word behind a mention is of persons: in their plural (أسرى فلسطينيين, تسلل 8 إريتريين),
/// or behind a participle.
fn is_of_persons(text: &Text, mention: &Mention) -> bool {
    let shape = |at: u32| text.language.shape(text.tokens.folded(at as usize));
    let end = (mention.tokens.end + 2).min(text.tokens.list.len() as u32);
    let next =
        (mention.tokens.end..end).find(|at| text.tokens.list[*at as usize].kind == Kind::Word);
    next.is_some_and(|at| shape(at).has(Features::PLURAL))
        || shape(mention.tokens.start).has(Features::PARTICIPLE)
}

/// Who suffers it, as a guess.
fn victim(binder: &Binder, mention: &Mention) -> Option<Candidate> {
    let clause = clause(binder, mention);
    behind(binder, mention, &clause, Seeks::Victim)
        .or_else(|| victim_before(binder, mention, &clause))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Seeks {
    Agent,
    Victim,
}

/// The tokens around a mention between commas and other marks, no farther behind it than a name may
/// stand.
fn clause(binder: &Binder, mention: &Mention) -> Range<u32> {
    let text = binder.text;
    let first = binder.sentence_start(mention);
    let last = text.sentence_of(mention.tokens.start).end;
    let last = last.min(mention.tokens.end + REACH + 1);
    let parts = |at: &u32| is_bound(text, *at);
    let start = (first..mention.tokens.start).rev().find(parts);
    let end = (mention.tokens.end..last).find(parts);
    start.map_or(first, |at| at + 1)..end.unwrap_or(last)
}

fn is_bound(text: &Text, at: u32) -> bool {
    match text.tokens.list[at as usize].kind {
        Kind::Mark(sign) => sign == ':' || signs::is_comma(sign) || signs::is_semicolon(sign),
        kind => kind == Kind::LineEnd,
    }
}

/// A name behind the act: right behind it as its subject or its genitive, or led to by a word.
fn behind(
    binder: &Binder,
    mention: &Mention,
    clause: &Range<u32>,
    seeks: Seeks,
) -> Option<Candidate> {
    let (text, names) = (binder.text, &binder.references);
    let first = names.partition_point(|name| name.tokens.start < mention.tokens.end);
    let act = next_act(binder, mention);
    let is_verb = binder.lexicon.terms[mention.term.0 as usize].pos == Some(Pos::Verb);
    for name in &names[first..] {
        let distance = name.tokens.start - mention.tokens.end;
        if name.tokens.start >= clause.end.min(act) || distance > REACH {
            return None;
        }
        let lead = lead(text, mention.tokens.end..name.tokens.start);
        let binding = match (seeks, lead) {
            (Seeks::Agent, Lead::Touches) if is_verb => Binding::Agent,
            (Seeks::Agent | Seeks::Victim, Lead::Touches) => Binding::Genitive,
            (Seeks::Agent, Lead::Agent) => Binding::Agent,
            (Seeks::Victim, Lead::Plain | Lead::Object) => Binding::Clause,
            _ => continue,
        };
        return Some(Candidate::new(name.actor, name.binding(binding), distance));
    }
    None
}

/// Where the next word for an act begins, to which an agent behind it belongs
/// (خسائر فادحة بعد كمين نفذه …); the farthest place where none is as near as a name may stand.
fn next_act(binder: &Binder, mention: &Mention) -> u32 {
    let first = binder
        .found
        .mentions
        .partition_point(|other| other.tokens.start < mention.tokens.end);
    let later = binder.found.mentions[first..].iter();
    let reach = mention.tokens.end + REACH;
    let later = later.take_while(|other| other.tokens.start <= reach);
    let mut acts = later.filter(|other| {
        let frame = binder.lexicon.frame_of(other.term).0 as usize;
        binder.lexicon.frames[frame].target == Target::Agent
    });
    acts.next().map_or(u32::MAX, |act| act.tokens.start)
}

/// The nearest name before the act in its clause that is not what another act is aimed at, else the
/// nearest armed one in its sentence.
fn agent_before(binder: &Binder, mention: &Mention, clause: &Range<u32>) -> Option<Candidate> {
    let text = binder.text;
    let start = binder.sentence_start(mention);
    let before = mention.tokens.start.checked_sub(1);
    let grammar = text.grammar;
    if before.is_some_and(|at| grammar.is(text.tokens.folded(at as usize), Class::Against)) {
        return None;
    }
    let being = |name: &Reference| binder.lexicon.being(name.actor);
    let armed = |name: &Reference| {
        let kind = binder.lexicon.kind_of(name.actor);
        kind.is_some_and(|kind| kind.armed)
    };
    let found = binder
        .earlier(mention)
        .take_while(|name| name.tokens.start >= start)
        .take_while(|name| !speaks_of(text, name, mention.tokens.start))
        .filter(|name| !is_object(text, name, start) && !name.linked)
        .filter(|name| being(name) != Being::State)
        .filter(|name| {
            let distance = mention.tokens.start.saturating_sub(name.tokens.end);
            being(name) != Being::Person || distance <= LEADER_REACH
        })
        .find(|name| {
            let near = name.tokens.start >= clause.start;
            near && being(name) != Being::Body || armed(name)
        })?;
    Some(from_before(found, mention))
}

/// Whether somebody before these words only speaks of what comes behind them (X condemned the
/// shelling, X said that …), and does not do it.
fn speaks_of(text: &Text, name: &Reference, act: u32) -> bool {
    let grammar = text.grammar;
    let verb = name.tokens.start.saturating_sub(1)..name.tokens.start;
    verb.chain(name.tokens.end..act)
        .map(|at| text.tokens.folded(at as usize))
        .any(|word| grammar.is(word, Class::Against) || grammar.is(word, Class::OpensClause))
}

/// A name right before a verb of dying. A noun that a preposition governs (بعد مقتل …) has its
/// victim behind it.
fn victim_before(binder: &Binder, mention: &Mention, clause: &Range<u32>) -> Option<Candidate> {
    let before = mention.tokens.start.checked_sub(1)?;
    let word = binder.text.tokens.folded(before as usize);
    if binder.text.grammar.is(word, Class::Governs) {
        return None;
    }
    let found = binder.earlier(mention).next()?;
    let near = found.tokens.start >= clause.start
        && found.tokens.end + VICTIM_REACH >= mention.tokens.start;
    near.then(|| from_before(found, mention))
}

fn from_before(name: &Reference, mention: &Mention) -> Candidate {
    let distance = mention.tokens.start.saturating_sub(name.tokens.end);
    Candidate::new(name.actor, name.binding(Binding::Clause), distance)
}

/// How the words between an act and a name lead to it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// Only marks between them.
    Touches,
    /// By a word that leads to an agent.
    Agent,
    /// By a word that leads to an object.
    Object,
    /// By other words.
    Plain,
}

fn lead(text: &Text, between: Range<u32>) -> Lead {
    let grammar = text.grammar;
    let mut lead = Lead::Touches;
    for at in between {
        if text.tokens.list[at as usize].kind != Kind::Word {
            continue;
        }
        let word = text.tokens.folded(at as usize);
        if grammar.is(word, Class::ToAgent) {
            return Lead::Agent;
        }
        lead = if grammar.is(word, Class::ToObject) {
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
    let grammar = text.grammar;
    let own = text.tokens.folded(name.tokens.start as usize);
    grammar.has(own, Shape::MarkedObject)
        || before.is_some_and(|at| {
            let word = text.tokens.folded(at as usize);
            grammar.is(word, Class::ToObject) && !grammar.is(word, Class::From)
        })
}
