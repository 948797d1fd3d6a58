//! Judgements that nobody passes on anybody: names of places and works, what is only wanted or
//! feared, what is meant as such, charges, and what is said of a game.

use crate::framing::Mention;
use crate::language::{Class, Features, Irrealis, Pos};
use crate::lexicon::{Lexicon, Target};
use crate::text::Text;

/// Why a judgement is none; `None` where it is one, and of labels that judge nobody.
///
/// Of names for people and groups only whether they are part of a name: who is fought or wanted is
/// there.
pub(super) fn of(
    lexicon: &Lexicon,
    text: &Text,
    mention: &Mention,
    of_sport: bool,
) -> Option<Irrealis> {
    let term = &lexicon.terms[mention.term.0 as usize];
    let stance = lexicon.label_of(mention.term).stance;
    if stance == 0 {
        return None;
    }
    let sentence = text.sentence_of(mention.tokens.start);
    let owned = mention.binding.is_sure();
    let may_be_name = !owned && term.pos != Some(Pos::Adjective);
    if may_be_name
        && text
            .grammar
            .is_name(&text.tokens, sentence, &mention.tokens)
    {
        return Some(Irrealis::Name);
    }
    let target = &lexicon.frames[lexicon.frame_of(mention.term).0 as usize].target;
    if matches!(target, Target::Kinds(_)) && !term.is_abstract {
        return None;
    }
    if of_sport && !owned && matches!(target, Target::Any) {
        return Some(Irrealis::Sport);
    }
    let features = mention.features.first();
    if features.has(Features::WILL) {
        return Some(Irrealis::Possible);
    }
    // What is good is behind *for* what somebody is after (لتحرير البلدة); what is bad befell him.
    if stance > 0 && features.has(Features::FOR) {
        return Some(Irrealis::Wanted);
    }
    // What is wanted of an adjective is wanted with its noun (إجراءات حاسمة).
    let whole = mention.composed();
    let tokens = &whole.as_ref().unwrap_or(mention).tokens;
    let unmeant = text.grammar.unmeant(&text.tokens, sentence, tokens, owned);
    // Who is said to be after something bad is judged by that.
    unmeant.filter(|found| *found != Irrealis::Wanted || stance > 0)
}

/// An article tells of a game where it has at least so many words of sport …
const SPORT_WORDS: usize = 4;

/// … and at least one among so many words.
const ONE_AMONG: usize = 60;

/// Whether an article, by its texts, tells of a game.
pub(super) fn is_of_sport(texts: &[&Text]) -> bool {
    let words = |text: &&Text| -> (usize, usize) {
        let all = (0..text.tokens.list.len()).filter(|at| text.is_word(*at as u32));
        all.fold((0, 0), |(all, sport), at| {
            let is_sport = text.grammar.is(text.tokens.folded(at), Class::Sport);
            (all + 1, sport + usize::from(is_sport))
        })
    };
    let (all, sport) = texts
        .iter()
        .map(words)
        .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    sport >= SPORT_WORDS && sport * ONE_AMONG >= all
}
