//! Whose forces and rulers: the state that an adjective tells, and the state a text is about.

use super::Binder;
use crate::language::{Class, Features};
use crate::lexicon::{ActorIx, Being, Lexicon};
use crate::text::Text;
use std::cmp::Reverse;
use std::ops::Range;

/// The state whose adjective stands in a mention or right behind it (الجنود الأفغان, القوات الخاصة
/// الأمريكية).
pub(super) fn of_mention(lexicon: &Lexicon, text: &Text, mention: &Range<u32>) -> Option<usize> {
    let end = (mention.end + 2).min(text.tokens.list.len() as u32);
    let grammar = text.grammar;
    let word = |at: u32| text.tokens.folded(at as usize);
    let definite = |at: u32| grammar.is_definite(word(at));
    // في سوريا, وتركيا: no adjective stands behind another word than its noun.
    let goes_on = |at: u32| {
        text.is_word(at)
            && grammar.class(word(at)) == Class::Other
            && !text.language.shape(word(at)).has(Features::AND)
    };
    // قوات المعارضة السورية: the adjective of a genitive tells nothing of the noun that has it.
    let owns = mention.end < end && definite(mention.end) && !definite(mention.end - 1);
    (mention.start + 1..end)
        .take_while(|at| *at < mention.end || goes_on(*at))
        // A second word behind belongs to the phrase only as an adjective of the same state.
        .take_while(|at| *at <= mention.end || !owns && definite(*at) == definite(mention.end))
        .find_map(|at| of_word(lexicon, text, at))
}

/// The state of an adjective. One in the accusative (هجوما روسيا) stands behind a noun in it: behind
/// any other the same letters are the country (علم ليبيا).
pub(super) fn of_word(lexicon: &Lexicon, text: &Text, at: u32) -> Option<usize> {
    let folded = text.tokens.folded(at as usize);
    let accusative = |at: u32| {
        let shape = text.language.shape(text.tokens.folded(at as usize));
        shape.has(Features::TANWIN)
    };
    let country = accusative(at) && !at.checked_sub(1).is_some_and(accusative);
    if country || !text.language.may_be_origin(folded) {
        return None;
    }
    let origins = lexicon.origins.get(text.language.code())?;
    origins.get(text.language.origin(folded)).copied()
}

/// Whether a word of a mention, or the one behind it, says that it was (النظام السابق).
pub(super) fn is_former(text: &Text, mention: &Range<u32>) -> bool {
    let end = (mention.end + 1).min(text.tokens.list.len() as u32);
    let mut words = (mention.start..end).filter(|at| text.is_word(*at));
    words.any(|at| {
        text.grammar
            .is(text.tokens.folded(at as usize), Class::Former)
    })
}

/// Who acts for a state in one of these kinds: whoever the mention's own words name (الشرطة rather
/// than the army), then of the earlier kind, then whom the article names most often.
pub(super) fn member(
    binder: &Binder,
    mention: &Range<u32>,
    state: usize,
    kinds: &[&str],
) -> Option<ActorIx> {
    let text = binder.text;
    let words = || {
        let words = mention.clone().filter(|at| text.is_word(*at));
        words.map(|at| text.language.stem(text.tokens.folded(at as usize)))
    };
    let rank = |actor: &ActorIx| {
        let entry = &binder.lexicon.actors[actor.0 as usize];
        let kind = kinds.iter().position(|kind| *kind == entry.kind)?;
        let named = words().filter(|word| entry.heads().any(|noun| is_akin(noun, word)));
        let times = binder.counts.times(*actor);
        let named = named.count();
        // السلطات الإماراتية: a body is none of its rulers.
        let may_be = named > 0 || binder.lexicon.being(*actor) != Being::Person;
        may_be.then_some((Reverse(named), kind, Reverse(times)))
    };
    let actors = binder.lexicon.states[state].actors.iter().copied();
    let ranked = actors.filter_map(|actor| Some((rank(&actor)?, actor)));
    ranked.min_by_key(|(rank, _)| *rank).map(|(_, actor)| actor)
}

/// Whether two stems begin alike (شرطة, شرطيين): endings are added behind the third letter.
fn is_akin(one: &str, other: &str) -> bool {
    let head = |word: &str| -> Option<[char; 3]> {
        let mut letters = word.chars();
        Some([letters.next()?, letters.next()?, letters.next()?])
    };
    head(one).is_some() && head(one) == head(other)
}

/// The state that stands behind a mention, with *in* or without (الجيش في مالي, جيش مالي), if one
/// does.
pub(super) fn behind(binder: &Binder, mention: &Range<u32>) -> Option<usize> {
    let place = binder
        .references
        .partition_point(|name| name.tokens.start < mention.end);
    let name = binder.references.get(place)?;
    let actor = &binder.lexicon.actors[name.actor.0 as usize];
    let joined = name.tokens.start == mention.end + 1 && is_in(binder.text, mention.end);
    let owns = name.tokens.start == mention.end;
    actor
        .state
        .filter(|_| (joined || owns) && binder.lexicon.being(name.actor) == Being::State)
}

/// The state of the place that stands behind a mention, with *in* or without, if one does.
pub(super) fn place_behind(binder: &Binder, mention: &Range<u32>) -> Option<usize> {
    let places = &binder.found.places;
    let place = places.get(places.partition_point(|hit| hit.tokens.start < mention.end))?;
    let joined = place.tokens.start == mention.end + 1 && is_in(binder.text, mention.end);
    (joined || place.tokens.start == mention.end).then_some(place.state)
}

fn is_in(text: &Text, at: u32) -> bool {
    let grammar = text.grammar;
    (at as usize) < text.tokens.list.len() && grammar.is(text.tokens.folded(at as usize), Class::In)
}

/// An article speaks of one state alone where three in four of its names of states are of that one.
const ALONE: (u32, u32) = (4, 3);

/// The state that an article is about: the one that most of its names of states, armies, rulers and
/// places belong to, where that is at least half of them; and whether it speaks of that one alone.
/// `None` where none is named so often, or once only and by a word that may be another (مالي,
/// *financial*): `clear` says whether a name is none of those.
pub(super) fn of_article(
    lexicon: &Lexicon,
    counts: &[(ActorIx, u32)],
    places: impl Iterator<Item = usize>,
    clear: bool,
) -> Option<(usize, bool)> {
    let mut named: Vec<(usize, u32)> = Vec::new();
    let of_actors = counts.iter().filter_map(|(actor, count)| {
        let state = lexicon.actors[actor.0 as usize].state?;
        Some((state, *count))
    });
    let mut places = places.map(|state| (state, 1)).peekable();
    let clear = clear || places.peek().is_some();
    for (state, count) in of_actors.chain(places) {
        match named.iter_mut().find(|(known, _)| *known == state) {
            Some((_, sum)) => *sum += count,
            None => named.push((state, count)),
        }
    }
    let all: u32 = named.iter().map(|(_, sum)| sum).sum();
    // Of equals the one named first: the place of what is told stands before its surroundings.
    let most = named
        .into_iter()
        .reduce(|most, next| if next.1 > most.1 { next } else { most })?;
    let enough = most.1 > 1 || clear;
    (enough && 2 * most.1 >= all).then_some((most.0, ALONE.0 * most.1 >= ALONE.1 * all))
}
