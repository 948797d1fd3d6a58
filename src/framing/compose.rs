//! What an evaluative word describes: the head that stands in one noun phrase with it, or whose
//! predicate it is.
//!
//! An adjective agrees with its head in definiteness and, as far as letters tell, in gender and
//! number: `الهجوم الوضيع`, `سياسة الحكومة الفاشلة`, `عملية عسكرية جبانة`. A noun stands beside its head:
//! `أبشع جريمة`, `سياسة القمع`. In doubt there is no head.

use super::scan::{Head, NameHit};
use crate::language::{Class, Features, Kind, Pos};
use crate::lexicon::{Being, HeadClass, Lexicon, Target, Term, TermIx};
use crate::text::Text;
use crate::text::matcher::Match;

/// At most so many words part an adjective from its head.
const BETWEEN: u32 = 3;

/// Whether a term may describe a head: a modifier of a frame about anybody.
pub(super) fn may_describe(lexicon: &Lexicon, term: TermIx) -> bool {
    let frame = lexicon.frame_of(term).0 as usize;
    let entry = &lexicon.terms[term.0 as usize];
    lexicon.frames[frame].target == Target::Any
        && (entry.pos == Some(Pos::Adjective) || !entry.heads.is_empty())
}

/// All heads of a text, sorted by where they end: the nouns of `heads.csv`, terms that are read
/// there and say what they are by their frame, and names.
pub(super) fn heads(
    lexicon: &Lexicon,
    nouns: &[Head],
    terms: &[(TermIx, Match)],
    names: &[NameHit],
) -> Vec<Head> {
    let of_term = |(term, found): &(TermIx, Match)| {
        let frame = lexicon.frame_of(*term).0 as usize;
        let class = match lexicon.frames[frame].target {
            Target::Kinds(_) => HeadClass::Group,
            Target::Agent | Target::Victim => HeadClass::Act,
            Target::Event => HeadClass::State,
            Target::Any => return None,
        };
        let is_verb = lexicon.terms[term.0 as usize].pos == Some(Pos::Verb);
        (!is_verb).then(|| Head {
            class,
            tokens: found.tokens.clone(),
            features: found.features.first(),
        })
    };
    let of_name = |name: &NameHit| Head {
        class: match lexicon.being(name.actor) {
            Being::Person => HeadClass::Person,
            _ => HeadClass::Group,
        },
        tokens: name.tokens.clone(),
        // A name is definite, with the article or without.
        features: name.features.first() | Features::ARTICLE,
    };
    let mut all: Vec<Head> = nouns.to_vec();
    all.extend(terms.iter().filter_map(of_term));
    all.extend(names.iter().map(of_name));
    all.sort_by_key(|head| (head.tokens.end, head.tokens.start));
    all
}

/// The head that a modifier found in a text describes; `None` where it is not sure.
pub(super) fn head(text: &Text, heads: &[Head], term: &Term, found: &Match) -> Option<Head> {
    let own = found.features.first();
    let glued = Features::BY | Features::LIKE | Features::FOR;
    let fits = |head: &&Head| term.heads.is_empty() || term.heads.contains(&head.class);
    if term.pos == Some(Pos::Adjective) {
        let is_free = !own.has_any(glued | Features::PRONOUN);
        return is_free.then(|| behind_head(text, heads, own, found, fits))?;
    }
    // أبشع جريمة, and سياسة القمع.
    let behind = heads.partition_point(|head| head.tokens.end <= found.tokens.end);
    let sentence = text.sentence_of(found.tokens.start).end;
    let next = heads[behind..]
        .iter()
        .take_while(|head| head.tokens.end <= sentence)
        .find(|head| head.tokens.start == found.tokens.end);
    let is_elative = |head: &&Head| {
        let joined = Features::JOINED | glued;
        !own.has(Features::ARTICLE) && !head.features.has_any(joined)
    };
    let before = heads.partition_point(|head| head.tokens.end <= found.tokens.start);
    let last = heads[..before]
        .last()
        .filter(|head| head.tokens.end == found.tokens.start);
    let is_genitive = |head: &&Head| !head.features.has_any(Features::ARTICLE | Features::PRONOUN);
    let is_free = !own.has_any(glued | Features::JOINED);
    let is_verb = term.pos == Some(Pos::Verb);
    let last = last.filter(|head| is_verb || is_genitive(head));
    let last = last.filter(|_| is_free);
    next.filter(is_elative).or(last).filter(fits).cloned()
}

/// The head that an adjective stands behind.
fn behind_head(
    text: &Text,
    heads: &[Head],
    own: Features,
    found: &Match,
    fits: impl Fn(&&Head) -> bool,
) -> Option<Head> {
    let is_definite = own.has(Features::ARTICLE);
    let mut at = found.tokens.start;
    let mut passed = 0;
    while passed <= BETWEEN {
        at = before_marks(text, at)?;
        let ending = heads.partition_point(|head| head.tokens.end < at);
        let here = heads[ending..]
            .iter()
            .take_while(|head| head.tokens.end == at);
        // حرة ونزيهة: what *and* joins is joined to another adjective.
        let mut agreeing = here.filter(|head| fits(head) && agrees(head, own, passed == 0));
        let found = agreeing.find(|head| is_bound(text, head, is_definite, passed));
        if let Some(head) = found.filter(|_| passed > 0 || !own.has_any(Features::JOINED)) {
            return Some(head.clone());
        }
        if !may_part(text, at - 1, is_definite) {
            return None;
        }
        at -= 1;
        passed += 1;
    }
    None
}

/// The end of the word before a place, quotation marks left aside; `None` where a sign parts them.
fn before_marks(text: &Text, at: u32) -> Option<u32> {
    let first = text.sentence_of(at).start;
    let is_mark = |at: u32| {
        let kind = text.tokens.list[at as usize].kind;
        matches!(
            kind,
            Kind::Mark('«' | '»' | '"' | '“' | '”' | '\'' | '‘' | '’')
        )
    };
    let end = (first..at).rev().find(|at| !is_mark(*at))? + 1;
    text.is_word(end - 1).then_some(end)
}

/// Whether a word may stand between a head and its adjective: another adjective, or what the head
/// is of.
fn may_part(text: &Text, at: u32, is_definite: bool) -> bool {
    let word = text.tokens.folded(at as usize);
    let shape = text.language.shape(word);
    let glued = Features::JOINED | Features::BY | Features::LIKE | Features::FOR;
    if shape.has_any(glued) && !text.grammar.is_verbal_noun(text.language.stem(word)) {
        return false;
    }
    let describes = Features::NISBA | Features::FEMININE | Features::TANWIN;
    match is_definite {
        true => shape.has(Features::ARTICLE),
        false => {
            let function =
                text.grammar.is(word, Class::Governs) || text.grammar.is(word, Class::Was);
            !function
                && !shape.has_any(Features::ARTICLE | Features::PRONOUN)
                && shape.has_any(describes)
        }
    }
}

/// Whether a head agrees with an adjective in gender and number, as far as letters tell. Of things
/// the plural takes the feminine; nouns of women or things without its ending are known only
/// beside the adjective.
fn agrees(head: &Head, own: Features, touches: bool) -> bool {
    let many = Features::PLURAL | Features::DUAL | Features::LISTED;
    let is_many = head.features.has_any(many);
    if own.has_any(many) {
        let is_people = matches!(head.class, HeadClass::Group | HeadClass::Person);
        return is_many || touches && is_people;
    }
    match own.has(Features::FEMININE) {
        true => touches || is_many || head.features.has(Features::FEMININE),
        false => !head.features.has_any(many | Features::FEMININE),
    }
}

/// Whether a head agrees with an adjective in definiteness: by its article or pronoun, or by what
/// it is of; or the adjective is its predicate behind a word of being.
fn is_bound(text: &Text, head: &Head, is_definite: bool, passed: u32) -> bool {
    let own = head.features.has_any(Features::ARTICLE | Features::PRONOUN);
    if is_definite {
        return own || passed > 0;
    }
    if !own {
        return true;
    }
    let before = head.tokens.start.checked_sub(1).filter(|_| passed == 0);
    before.is_some_and(|at| {
        let word = text.tokens.folded(at as usize);
        text.grammar.is(word, Class::Was) || text.grammar.is(word, Class::That)
    })
}
