//! Whom a modifier is about, by the head that it describes.

use super::{Binder, Candidate, acts, compete, nations};
use crate::framing::Mention;
use crate::language::{Features, Pos};
use crate::lexicon::{Being, HeadClass, Target};

/// Says of each modifier that describes a head whom it is about, once all other labels are bound.
pub(super) fn bind(binder: &Binder, bound: &mut [Candidate]) {
    for (ix, mention) in binder.found.mentions.iter().enumerate() {
        if let Some(found) = actor(binder, mention, bound) {
            bound[ix] = found;
        }
    }
}

/// Whomever the label at its head is about, else who does the act that the head is, else a name in
/// the phrase of both; `None` where it describes nothing.
fn actor(binder: &Binder, mention: &Mention, bound: &[Candidate]) -> Option<Candidate> {
    let head = mention.head.as_ref()?;
    let composed = mention.composed()?;
    let around = compete::around(&binder.found.mentions, &head.tokens);
    let labels = around.map(|ix| (&binder.found.mentions[ix], &bound[ix]));
    let of_label = labels.filter(|(label, candidate)| {
        let overlaps = label.tokens.start < head.tokens.end && head.tokens.start < label.tokens.end;
        overlaps && is_of_actor(binder, label) && candidate.actor.is_some()
    });
    let of_label = of_label.min_by_key(|(_, candidate)| candidate.binding);
    let of_act = || match head.class {
        HeadClass::Act => acts::agent(binder, &composed),
        _ => None,
    };
    of_label
        .map(|(_, candidate)| candidate.clone())
        .or_else(of_act)
        .or_else(|| in_phrase(binder, &composed))
        .filter(|found| !binder.is_of_another_day(mention, found))
}

/// The name in the phrase of a judgement that it is about. One inside its words (عملاء الغرب) it is
/// not, nor one that a preposition leads to (معاد للغرب, إهانة للغرب).
pub(super) fn in_phrase(binder: &Binder, mention: &Mention) -> Option<Candidate> {
    let glued = Features::FOR | Features::BY | Features::LIKE;
    let names = &binder.found.names;
    let behind = names.partition_point(|name| name.tokens.start < mention.tokens.end);
    let mut behind = names[behind..]
        .iter()
        .take_while(|name| name.tokens.start == mention.tokens.end);
    let is_led_to = behind.any(|name| name.features.first().has_any(glued));
    let found = binder.in_phrase(mention, |_| true).filter(|_| !is_led_to)?;
    // شرفاء behind the name of a state are people there, not the state.
    let is_adjective = binder.lexicon.terms[mention.term.0 as usize].pos == Some(Pos::Adjective);
    let is_behind = found.distance > 0 && found.distance % 2 == 0;
    let is_where = !is_adjective
        && is_behind
        && found
            .actor
            .is_some_and(|actor| binder.lexicon.being(actor) == Being::State);
    // فساد مالي: behind a noun without article it may as well be the adjective.
    let is_adjectival = found.distance == 1
        && !mention.is_definite()
        && nations::of_word(binder.lexicon, binder.text, mention.tokens.end).is_some();
    (!is_where && !is_adjectival && (found.distance > 0 || mention.head.is_some())).then_some(found)
}

/// Whether a label is about an agent or a kind of actor, so that what describes it is, too: the one
/// who is killed did not do the killing.
fn is_of_actor(binder: &Binder, label: &Mention) -> bool {
    matches!(binder.target(label), Target::Agent | Target::Kinds(_))
}
