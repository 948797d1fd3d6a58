//! Everything a lexicon knows in a text, sorted by what it stands for.

use super::longest::{Share, longest};
use crate::language::{ByWord, Features};
use crate::lexicon::{ActorIx, CueEntry, HeadClass, LanguageLists, Lexicon, Meaning, TermIx};
use crate::text::Text;
use crate::text::matcher::Match;
use crate::voice::Cue;
use std::ops::Range;

/// A name of an actor found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NameHit {
    /// Who.
    pub actor: ActorIx,
    /// Its tokens.
    pub tokens: Range<u32>,
    /// The features of its words.
    pub features: ByWord<Features>,
    /// Whether it is also a common word, a place or another actor.
    pub ambiguous: bool,
}

/// A place of a state found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PlaceHit {
    /// The state, by its place in [`Lexicon::states`].
    pub state: usize,
    /// Its tokens.
    pub tokens: Range<u32>,
}

/// A noun that a modifier may describe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    /// What it is.
    pub class: HeadClass,
    /// Its tokens.
    pub tokens: Range<u32>,
    /// The features of its first word.
    pub features: Features,
}

/// The matches of one text, by what they stand for.
#[derive(Default)]
pub(super) struct Hits {
    /// Terms, in no order but the matcher's.
    pub terms: Vec<(TermIx, Match)>,
    /// Names, sorted by place, longest match only.
    pub names: Vec<NameHit>,
    /// Places of states, sorted by place, longest match only.
    pub places: Vec<PlaceHit>,
    /// Nouns of `heads.csv`, in no order but the matcher's.
    pub heads: Vec<Head>,
    /// Cues, the same as names.
    pub cues: Vec<Cue>,
}

impl Hits {
    /// Where names stand.
    pub(crate) fn name_places(&self) -> Vec<Range<u32>> {
        self.names.iter().map(|hit| hit.tokens.clone()).collect()
    }

    fn of(matches: &[Match], meanings: &[Meaning], lexicon: &Lexicon) -> Hits {
        let mut sorted = Hits::default();
        for found in matches {
            let (tokens, features) = (found.tokens.clone(), found.features);
            let meaning = meanings[found.pattern.0 as usize];
            match meaning {
                Meaning::Term(term) => sorted.terms.push((term, found.clone())),
                Meaning::Name(actor) | Meaning::Ambiguous(actor) => sorted.names.push(NameHit {
                    actor,
                    tokens,
                    features,
                    ambiguous: meaning == Meaning::Ambiguous(actor),
                }),
                Meaning::Place(state) => sorted.places.push(PlaceHit {
                    state: state as usize,
                    tokens,
                }),
                Meaning::Head(head) => sorted.heads.push(Head {
                    class: lexicon.heads[head as usize].class,
                    tokens,
                    features: features.first(),
                }),
                Meaning::Cue(cue) => {
                    let CueEntry { role, valency, .. } = lexicon.cues[cue.0 as usize];
                    sorted.cues.push(Cue {
                        role,
                        valency,
                        tokens,
                        features,
                    });
                }
            }
        }
        sorted
    }
}

/// What stands in a text.
pub(super) fn hits(lexicon: &Lexicon, table: &LanguageLists, text: &Text) -> Hits {
    let mut matches = Vec::new();
    table.matcher.scan(text, &mut matches);
    let mut hits = Hits::of(&matches, &table.meanings, lexicon);
    hits.names = longest_names(hits.names);
    hits.places = longest_places(hits.places);
    hits.cues = longest_cues(hits.cues);
    hits
}

fn longest_names(names: Vec<NameHit>) -> Vec<NameHit> {
    let mut names = longest(names, |hit| (0, hit.tokens.clone()), Share::SamePlace);
    names.sort_by_key(|hit| (hit.tokens.start, hit.actor));
    names.dedup();
    names
}

fn longest_places(places: Vec<PlaceHit>) -> Vec<PlaceHit> {
    let mut places = longest(places, |hit| (0, hit.tokens.clone()), Share::Nothing);
    places.sort_by_key(|hit| hit.tokens.start);
    places
}

fn longest_cues(cues: Vec<Cue>) -> Vec<Cue> {
    let mut cues = longest(cues, |cue| (0, cue.tokens.clone()), Share::SamePlace);
    cues.sort_by_key(|cue| (cue.tokens.start, cue.role));
    cues.dedup();
    cues
}
