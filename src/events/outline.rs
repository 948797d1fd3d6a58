//! What alignment keeps of an article: its words as numbers, its word 4-grams as numbers, and no
//! text, so that the outlines of a whole archive fit in memory.

use crate::language::Kind;
use crate::text::Text;
use rustc_hash::FxHashMap;

/// Words of the body that count as its lead, which tells what happened, where and when.
///
/// Chosen on the labelled Egyptian day: 30 to 80 words do as well.
const LEAD_WORDS: usize = 50;

/// Words in a shingle, as METHOD.md has it (word 4-grams).
pub(super) const GRAM_WORDS: usize = 4;

/// After so many words a word of the body counts half of what it would in the first place: news
/// tells the event first and its background last.
///
/// Chosen on the labelled Egyptian day: 10 to 25 words do as well, 40 less so.
const HALF_DEPTH: f32 = 15.0;

/// What alignment needs to know of one article; made while its text is at hand, small enough to
/// keep for a whole archive (about 12 bytes a different word and 4 a running one).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// Its different words, sorted by number.
    pub(super) words: Box<[Word]>,
    /// The 4-grams of its body, in reading order.
    pub(super) grams: Box<[u32]>,
}

/// One word (a stem, not a function word) of an outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Word {
    /// The number that stands for its stem.
    pub stem: u32,
    /// Whether it stands in the title.
    pub in_title: bool,
    /// Whether it stands in title or lead.
    pub in_top: bool,
    /// How often it stands anywhere, each time counted the less the deeper it stands.
    pub depth: f32,
}

impl Outline {
    /// The outline without what finding copies needs: grouping alone takes a third of the memory
    /// less.
    pub fn without_grams(self) -> Self {
        Outline {
            grams: Box::default(),
            ..self
        }
    }
}

/// Draws the outline of an article from its two parts.
pub fn outline(title: &Text, body: &Text) -> Outline {
    let mut found: FxHashMap<u32, Word> = FxHashMap::default();
    for stem in stems(title) {
        let word = entry(&mut found, stem);
        word.in_title = true;
        word.in_top = true;
        word.depth += 1.0;
    }
    for (place, stem) in stems(body).enumerate() {
        let word = entry(&mut found, stem);
        word.in_top |= place < LEAD_WORDS;
        word.depth += HALF_DEPTH / (HALF_DEPTH + place as f32);
    }
    let mut words: Box<[Word]> = found.into_values().collect();
    words.sort_unstable_by_key(|word| word.stem);
    Outline {
        words,
        grams: grams(body),
    }
}

fn entry(found: &mut FxHashMap<u32, Word>, stem: u32) -> &mut Word {
    found.entry(stem).or_insert(Word {
        stem,
        in_title: false,
        in_top: false,
        depth: 0.0,
    })
}

/// The numbers of the words that say something of the content, in reading order.
fn stems<'a>(text: &'a Text) -> impl Iterator<Item = u32> + 'a {
    (0..text.tokens.list.len()).filter_map(move |at| stem_at(text, at))
}

/// The number that stands for the word or number at a token; `None` for one that says nothing of
/// the content, and for marks.
pub(super) fn stem_at(text: &Text, at: usize) -> Option<u32> {
    let folded = text.tokens.folded(at);
    match text.tokens.list[at].kind {
        Kind::Number => Some(number_of(folded)),
        Kind::Word if says_something(text, folded) => {
            Some(number_of(text.language.loose_stem(folded)))
        }
        _ => None,
    }
}

/// A single letter is an abbreviation or a slip (د.، أ.): it says nothing alone.
fn says_something(text: &Text, folded: &str) -> bool {
    folded.chars().nth(1).is_some() && !text.language.is_function_word(folded)
}

/// The 4-grams of running words, whatever marks and lines stand between them: outlets that take
/// over a text set their own.
fn grams(text: &Text) -> Box<[u32]> {
    let words: Vec<u32> = running(text)
        .map(|at| number_of(text.tokens.folded(at)))
        .collect();
    words
        .windows(GRAM_WORDS)
        .map(|gram| {
            let mixed = gram.iter().fold(SEED, |sum, word| {
                (sum ^ u64::from(*word)).wrapping_mul(PRIME)
            });
            folded_in_half(mixed)
        })
        .collect()
}

/// The tokens that are words or numbers.
pub(super) fn running<'a>(text: &'a Text) -> impl Iterator<Item = usize> + 'a {
    (0..text.tokens.list.len())
        .filter(|at| matches!(text.tokens.list[*at].kind, Kind::Word | Kind::Number))
}

/// The offset and prime of FNV-1a with 64 bits (Fowler, Noll, Vo; IETF draft-eastlake-fnv).
const SEED: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The number that stands for some letters: FNV-1a, its halves folded together.
///
/// 32 bits let two of half a million stems share a number about 30 times; what two articles have
/// in common is not changed by that to speak of.
fn number_of(letters: &str) -> u32 {
    folded_in_half(letters.bytes().fold(SEED, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(PRIME)
    }))
}

fn folded_in_half(sum: u64) -> u32 {
    ((sum >> 32) ^ sum) as u32
}
