//! What alignment keeps of an article: its words as numbers, its word 4-grams as numbers, and no
//! text, so that the outlines of a whole archive fit in memory.

use crate::language::{Class, Features, Grammar};
use crate::text::{Run, Running, Text, Vocabulary};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

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
/// keep for a whole archive (about 16 bytes a different word and 4 a running one).
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Outline {
    /// Its different words, sorted by number.
    pub(super) words: Box<[OutlineWord]>,
    /// The first word of its title.
    pub(super) headline: Option<u32>,
    /// The 4-grams of its body, in reading order.
    pub(super) grams: Box<[u32]>,
}

/// One word (a stem, not a function word) of an outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct OutlineWord {
    /// The number that stands for its stem.
    pub stem: u32,
    /// The number that stands for its skeleton ([`Language::consonants`]).
    ///
    /// [`Language::consonants`]: crate::language::Language::consonants
    pub skeleton: u32,
    /// Whether it stands in the title.
    pub in_title: bool,
    /// Whether it stands in title or lead.
    pub in_top: bool,
    /// How it stands in the article, all places taken together.
    pub stands: Standing,
    /// How often it stands anywhere, each time counted the less the deeper it stands.
    pub depth: f32,
}

/// How a word stands, by what grammar puts around it: a name has the article always or never, no
/// owner, and stands behind prepositions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Standing(u8);

impl Standing {
    /// With the article.
    pub(super) const DEFINITE: Standing = Standing(1);
    /// Without it.
    pub(super) const BARE: Standing = Standing(1 << 1);
    /// With an owner glued behind it.
    pub(super) const OWNED: Standing = Standing(1 << 2);
    /// Behind a preposition.
    pub(super) const GOVERNED: Standing = Standing(1 << 3);

    pub(super) fn has(self, other: Standing) -> bool {
        self.0 & other.0 == other.0
    }

    fn add(&mut self, other: Standing) {
        self.0 |= other.0;
    }

    /// How a word stands by its own letters.
    fn of(word: &str, grammar: &Grammar) -> Standing {
        let language = grammar.language;
        let mut standing = match language.shape(word).has(Features::ARTICLE) {
            true => Standing::DEFINITE,
            false => Standing::BARE,
        };
        if !word.ends_with(language.stem(word)) {
            standing.add(Standing::OWNED);
        }
        standing
    }
}

/// What alignment knows of each word of a vocabulary, in one language.
pub(crate) struct Stems(Vec<KnownStem>);

struct KnownStem {
    /// The number that stands for its letters.
    letters: u32,
    /// The number that stands for its stem.
    stem: u32,
    /// The number that stands for its skeleton.
    skeleton: u32,
    says_something: bool,
    stands: Standing,
    /// Whether it is a preposition that names stand behind.
    governs: bool,
}

impl Stems {
    /// Those of all words.
    pub(crate) fn of(vocabulary: &Vocabulary, grammar: &Grammar) -> Self {
        let known = |word: &str| {
            let stem = grammar.language.loose_stem(word);
            let says_something = says_something(word, grammar);
            KnownStem {
                letters: number_of(word),
                stem: number_of(stem),
                skeleton: number_of(&grammar.language.consonants(stem)),
                says_something,
                stands: match says_something {
                    true => Standing::of(word, grammar),
                    false => Standing::default(),
                },
                governs: !says_something && GOVERNING.contains(&grammar.class(word)),
            }
        };
        Stems(vocabulary.words().map(known).collect())
    }

    /// The number that stands for the stem of any word or number.
    pub(super) fn stem(&self, word: &Running) -> u32 {
        self.0[word.word.at()].stem
    }

    /// The same; `None` for a word that says nothing of the content.
    pub(super) fn content(&self, word: &Running) -> Option<u32> {
        self.known(word).map(|known| known.stem)
    }

    /// The numbers of the words that say something in a title and a lead.
    pub(crate) fn top(&self, title: &Run, body: &Run) -> BTreeSet<u32> {
        let content = |run: &Run| run.words().filter_map(|word| self.content(&word)).collect();
        let (title, body): (Vec<u32>, Vec<u32>) = (content(title), content(body));
        title
            .into_iter()
            .chain(body.into_iter().take(LEAD_WORDS))
            .collect()
    }

    /// The numbers of the words that say something in some texts.
    pub(crate) fn all(&self, runs: &[Run; 2]) -> BTreeSet<u32> {
        let words = runs.iter().flat_map(Run::words);
        words.filter_map(|word| self.content(&word)).collect()
    }

    fn known(&self, word: &Running) -> Option<&KnownStem> {
        let known = &self.0[word.word.at()];
        (word.is_number || known.says_something).then_some(known)
    }

    /// The words of a text that say something, each with how it stands.
    fn standing<'a>(&'a self, run: &'a Run) -> impl Iterator<Item = (&'a KnownStem, Standing)> {
        let mut is_governed = false;
        run.words().filter_map(move |word| {
            let governed = is_governed && word.follows;
            is_governed = self.0[word.word.at()].governs;
            let known = self.known(&word)?;
            let mut stands = known.stands;
            if governed {
                stands.add(Standing::GOVERNED);
            }
            Some((known, stands))
        })
    }
}

/// Prepositions that names stand behind, and no verbs.
const GOVERNING: [Class; 5] = [Class::In, Class::To, Class::From, Class::On, Class::About];

/// A single letter is an abbreviation or a slip (د.، أ.): it says nothing alone.
fn says_something(word: &str, grammar: &Grammar) -> bool {
    word.chars().nth(1).is_some() && !grammar.is_function_word(word)
}

/// Draws the outline of an article from its two parts.
pub(crate) fn outline(title: &Text, body: &Text) -> Outline {
    let mut vocabulary = Vocabulary::default();
    let [title_run, body_run] = [title, body].map(|text| Run::of(text, &mut vocabulary));
    let stems = Stems::of(&vocabulary, body.grammar);
    Outline::of(&title_run, &body_run, &stems)
}

impl Outline {
    /// That of an article whose words are taken down.
    pub(crate) fn of(title: &Run, body: &Run, stems: &Stems) -> Self {
        let mut found: FxHashMap<u32, OutlineWord> = FxHashMap::default();
        for (known, stands) in stems.standing(title) {
            let word = entry(&mut found, known);
            word.stands.add(stands);
            word.in_title = true;
            word.in_top = true;
            word.depth += 1.0;
        }
        for (place, (known, stands)) in stems.standing(body).enumerate() {
            let word = entry(&mut found, known);
            word.stands.add(stands);
            word.in_top |= place < LEAD_WORDS;
            word.depth += HALF_DEPTH / (HALF_DEPTH + place as f32);
        }
        let mut words: Box<[OutlineWord]> = found.into_values().collect();
        words.sort_unstable_by_key(|word| word.stem);
        Outline {
            words,
            headline: title.words().find_map(|word| stems.content(&word)),
            grams: grams(body, stems),
        }
    }

    /// The outline without what finding copies needs: grouping alone takes a third of the memory
    /// less.
    pub(crate) fn without_grams(self) -> Self {
        Outline {
            grams: Box::default(),
            ..self
        }
    }
}

fn entry<'a>(found: &'a mut FxHashMap<u32, OutlineWord>, known: &KnownStem) -> &'a mut OutlineWord {
    found.entry(known.stem).or_insert(OutlineWord {
        stem: known.stem,
        skeleton: known.skeleton,
        in_title: false,
        in_top: false,
        stands: Standing::default(),
        depth: 0.0,
    })
}

/// The 4-grams of running words, whatever marks and lines stand between them: outlets that take
/// over a text set their own.
fn grams(body: &Run, stems: &Stems) -> Box<[u32]> {
    let words: Vec<u32> = body
        .words()
        .map(|word| stems.0[word.word.at()].letters)
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
