//! Entries in a text: terms with their voices, names, cues.

use crate::language::{ByWord, Features, Rules};
use crate::lexicon::{ActorIx, CueEntry, Lexicon, Meaning, Target, Term, TermIx};
use crate::text::Text;
use crate::text::matcher::{Match, Matcher, PatternIx};
use crate::voice::{self, Cue, Voice, Voices};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A term found in a text, born with its voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Which term.
    pub term: TermIx,
    /// Its tokens.
    pub tokens: Range<u32>,
    /// Its bytes in the text as given.
    pub bytes: Range<u32>,
    /// How its form was made.
    pub rules: Rules,
    /// The features of its words.
    pub features: ByWord<Features>,
    /// Whose word it is.
    pub voice: Voice,
    /// The stretch that says so, in [`Found::voices`].
    pub stretch: Option<u32>,
}

/// A name of an actor found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameHit {
    /// Who.
    pub actor: ActorIx,
    /// Its tokens.
    pub tokens: Range<u32>,
    /// The features of its words.
    pub features: ByWord<Features>,
}

/// What a lexicon finds in one part of an article.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Whose words where.
    pub voices: Voices,
    /// Terms, sorted by place, then frame.
    pub mentions: Vec<Mention>,
    /// Names, sorted by place, longest match only.
    pub names: Vec<NameHit>,
}

/// Finds everything a lexicon knows in a text.
///
/// Within a frame the longest match wins, then the leftmost, then the term written so;
/// frames count independently. A loaded term inside a longer name of somebody it could be about is
/// part of the name (تحرير in *جبهة تحرير أزواد* frees nothing). `near_words` is how far `near` and
/// `not_near` look.
pub fn find(lexicon: &Lexicon, text: &Text, near_words: u32) -> Found {
    let Some(table) = lexicon.tables.get(text.language.code()) else {
        let voices = voice::read(text, &[], &[]);
        return Found {
            voices,
            ..Found::default()
        };
    };
    let mut matches = Vec::new();
    table.matcher.scan(text, &mut matches);
    let sorted = Sorted::of(&matches, &table.meanings, lexicon);
    let names = longest_names(sorted.names);
    let cues = longest_cues(sorted.cues);
    let name_places: Vec<Range<u32>> = names.iter().map(|hit| hit.tokens.clone()).collect();
    let voices = voice::read(text, &cues, &name_places);
    let in_place = sorted.terms.into_iter().filter(|(term, found)| {
        neighbours_agree(
            &lexicon.terms[term.0 as usize],
            found,
            text,
            near_words,
            &table.near,
        ) && !inside_name(lexicon, *term, found, &names)
    });
    let lane = |(term, found): &(TermIx, Match)| (lexicon.frame_of(*term).0, found.tokens.clone());
    let mut terms: Vec<(TermIx, Match)> = in_place.collect();
    terms.sort_by_key(|(term, found)| closeness(lexicon, *term, found));
    let mut terms = longest(terms, lane, Share::Nothing);
    terms.sort_by_key(|(term, found)| {
        (
            found.tokens.start,
            found.tokens.end,
            lexicon.frame_of(*term),
        )
    });
    let mentions = terms
        .into_iter()
        .map(|(term, found)| mention(text, &voices, term, found));
    let mentions = mentions.collect();
    Found {
        voices,
        mentions,
        names,
    }
}

/// The matches of one text, by what they stand for.
#[derive(Default)]
struct Sorted {
    terms: Vec<(TermIx, Match)>,
    names: Vec<NameHit>,
    cues: Vec<Cue>,
}

impl Sorted {
    fn of(matches: &[Match], meanings: &[Meaning], lexicon: &Lexicon) -> Sorted {
        let mut sorted = Sorted::default();
        for found in matches {
            let (tokens, features) = (found.tokens.clone(), found.features);
            match meanings[found.pattern.0 as usize] {
                Meaning::Term(term) => sorted.terms.push((term, found.clone())),
                Meaning::Name(actor) => sorted.names.push(NameHit {
                    actor,
                    tokens,
                    features,
                }),
                Meaning::Cue(cue) => {
                    let CueEntry { role, governs, .. } = lexicon.cues[cue.0 as usize];
                    sorted.cues.push(Cue {
                        role,
                        governs,
                        tokens,
                        features,
                    });
                }
            }
        }
        sorted
    }
}

/// At the same place the term that stands there as written goes first, then one whose `near` is
/// met, then the lowest id.
fn closeness(lexicon: &Lexicon, term: TermIx, found: &Match) -> (bool, bool, TermIx) {
    let unmet = lexicon.terms[term.0 as usize].near.is_empty();
    (!found.rules.are_as_written(), unmet, term)
}

fn longest_names(names: Vec<NameHit>) -> Vec<NameHit> {
    let mut names = longest(names, |hit| (0, hit.tokens.clone()), Share::SamePlace);
    names.sort_by_key(|hit| (hit.tokens.start, hit.actor));
    names.dedup();
    names
}

fn longest_cues(cues: Vec<Cue>) -> Vec<Cue> {
    let mut cues = longest(cues, |cue| (0, cue.tokens.clone()), Share::SamePlace);
    cues.sort_by_key(|cue| (cue.tokens.start, cue.role));
    cues.dedup();
    cues
}

/// Keeps of overlapping matches in one lane the longest, then the leftmost, then the first given;
/// at the very same place all of them, where they may `share` it (one word may be a cue of two
/// roles).
fn longest<T>(mut all: Vec<T>, place: impl Fn(&T) -> (u32, Range<u32>), share: Share) -> Vec<T> {
    all.sort_by_key(|found| {
        let (_, tokens) = place(found);
        (std::cmp::Reverse(tokens.len()), tokens.start)
    });
    let mut taken: FxHashMap<(u32, u32), Range<u32>> = FxHashMap::default();
    all.retain(|found| {
        let (lane, tokens) = place(found);
        let fits = tokens.clone().all(|token| match taken.get(&(lane, token)) {
            None => true,
            Some(other) => share == Share::SamePlace && *other == tokens,
        });
        if fits {
            taken.extend(tokens.clone().map(|token| ((lane, token), tokens.clone())));
        }
        fits
    });
    all
}

/// Whether two matches may stand at the very same place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Share {
    SamePlace,
    Nothing,
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

/// Whether a term is the name's word and not the outlet's: a loaded word inside a longer name of
/// somebody it could be about. (A neutral one, as in *قوات الأمن الأفغانية*, still says what the
/// text calls them.)
fn inside_name(lexicon: &Lexicon, term: TermIx, found: &Match, names: &[NameHit]) -> bool {
    if lexicon.label_of(term).stance == 0 {
        return false;
    }
    let target = &lexicon.frames[lexicon.frame_of(term).0 as usize].target;
    let about = |actor: ActorIx| match target {
        Target::Any => false,
        Target::Agent | Target::Victim => true,
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

fn mention(text: &Text, voices: &Voices, term: TermIx, found: Match) -> Mention {
    let bytes = text.bytes(&found.tokens);
    let (voice, stretch) = voices.at(bytes.start);
    let stretch = stretch.map(|ix| ix as u32);
    Mention {
        term,
        tokens: found.tokens,
        bytes,
        rules: found.rules,
        features: found.features,
        voice,
        stretch,
    }
}
