//! Which of the terms that stand in a text are read there.

use super::compose;
use super::longest::{Share, longest};
use super::scan::{Head, Hits, NameHit};
use crate::lexicon::{ActorIx, LanguageLists, Lexicon, Target, Term, TermIx};
use crate::text::Text;
use crate::text::matcher::{Match, Matcher, PatternIx};
use std::ops::Range;

/// The terms that are read in a text, sorted by place, then frame: those whose `near` and
/// `not_near` agree and that are no part of a name; of overlapping ones of a frame the longest. Each
/// with the head that it describes; one that is read only so, where it does.
pub(super) fn terms(
    lexicon: &Lexicon,
    table: &LanguageLists,
    text: &Text,
    hits: &Hits,
    near_words: u32,
) -> Vec<(TermIx, Match, Option<Head>)> {
    let stays = |(term, found): &&(TermIx, Match)| {
        let entry = &lexicon.terms[term.0 as usize];
        neighbours_agree(entry, found, text, near_words, &table.near)
            && !inside_name(lexicon, *term, found, &hits.names)
    };
    let mut terms: Vec<(TermIx, Match)> = hits.terms.iter().filter(stays).cloned().collect();
    let heads = compose::heads(lexicon, &hits.heads, &terms, &hits.names);
    let head_of = |term: TermIx, found: &Match| {
        let entry = &lexicon.terms[term.0 as usize];
        let may_describe = compose::may_describe(lexicon, term);
        may_describe.then(|| compose::head(text, &heads, entry, found))?
    };
    terms.retain(|(term, found)| {
        let needs = !lexicon.terms[term.0 as usize].heads.is_empty();
        !needs || head_of(*term, found).is_some()
    });
    terms.sort_by_key(|(term, found)| closeness(lexicon, *term, found));
    let lane = |(term, found): &(TermIx, Match)| (lexicon.frame_of(*term).0, found.tokens.clone());
    let mut terms = longest(terms, lane, Share::Nothing);
    terms.sort_by_key(|(term, found)| {
        (
            found.tokens.start,
            found.tokens.end,
            lexicon.frame_of(*term),
        )
    });
    let with_head = |(term, found)| {
        let head = head_of(term, &found);
        (term, found, head)
    };
    terms.into_iter().map(with_head).collect()
}

/// At the same place the term that stands there as written goes first, then one whose `near` is
/// met, then the lowest id.
fn closeness(lexicon: &Lexicon, term: TermIx, found: &Match) -> (bool, bool, TermIx) {
    let unmet = lexicon.terms[term.0 as usize].near.is_empty();
    (!found.rules.are_as_written(), unmet, term)
}

/// Whether a word that the term wants near it stands within reach in its sentence, and none that
/// it forbids.
fn neighbours_agree(
    term: &Term,
    found: &Match,
    text: &Text,
    near_words: u32,
    near: &Matcher,
) -> bool {
    if term.near.is_empty() && term.not_near.is_empty() {
        return true;
    }
    let reach = reach(text, &found.tokens, near_words);
    // A word that is only read after another (لم) may stand first; a phrase may lead out.
    let count = text.tokens.list.len() as u32;
    let looked_at = reach.start.saturating_sub(1)..count.min(reach.end + PHRASE_WORDS);
    let mut neighbours = Vec::new();
    near.scan_part(text, looked_at, &mut neighbours);
    neighbours.retain(|one| {
        reach.contains(&one.tokens.start) && !found.tokens.contains(&one.tokens.start)
    });
    let stands = |wanted: &PatternIx| neighbours.iter().any(|one| one.pattern == *wanted);
    (term.near.is_empty() || term.near.iter().any(stands)) && !term.not_near.iter().any(stands)
}

/// The most words of a phrase.
const PHRASE_WORDS: u32 = 6;

/// The tokens within some words of a place, inside its sentence.
fn reach(text: &Text, place: &Range<u32>, words: u32) -> Range<u32> {
    let sentence = text.sentence_of(place.start);
    let is_word = |token: &u32| text.is_word(*token);
    let before = (sentence.start..place.start)
        .rev()
        .filter(is_word)
        .nth(words as usize);
    let after = (place.end..sentence.end)
        .filter(is_word)
        .nth(words as usize);
    before.map_or(sentence.start, |token| token + 1)..after.unwrap_or(sentence.end)
}

/// Whether a term is the name's word and not the outlet's, inside a longer name of somebody it could
/// be about: a loaded word, and one for what is done or befalls (فجر in *حركة فجر الهضاب* blows up
/// nothing). (A neutral one for an actor, as in *قوات الأمن الأفغانية*, still says what the text calls
/// them.)
fn inside_name(lexicon: &Lexicon, term: TermIx, found: &Match, names: &[NameHit]) -> bool {
    let target = &lexicon.frames[lexicon.frame_of(term).0 as usize].target;
    let calls = matches!(target, Target::Kinds(_));
    if calls && lexicon.label_of(term).stance == 0 {
        return false;
    }
    let about = |actor: ActorIx| match target {
        Target::Any | Target::Event | Target::Agent | Target::Victim => true,
        Target::Kinds(kinds) => kinds.contains(&lexicon.actors[actor.0 as usize].kind),
    };
    let from = names.partition_point(|name| name.tokens.end < found.tokens.end);
    let around = names[from..]
        .iter()
        .take_while(|name| name.tokens.start <= found.tokens.start);
    around
        .into_iter()
        .any(|name| name.tokens.len() > found.tokens.len() && about(name.actor))
}
