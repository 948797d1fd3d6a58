//! Collects entries and makes their table.

use super::heads::Heads;
use super::scan::{End, Entries, Node};
use super::table::{Hit, Table};
use super::{Matcher, PatternIx};
use crate::language::{Body, BodySequence, Citation, Language};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

/// Collects entries for a [`Matcher`].
#[derive(Default)]
pub struct MatcherBuilder {
    patterns: u32,
    languages: Vec<Growing>,
}

/// The entries of one language while they are added.
struct Growing {
    entries: Entries,
    /// Elements of phrases by what they are, so that phrases share their words.
    shared: FxHashMap<(u64, u64), u32>,
}

impl MatcherBuilder {
    /// Adds an entry; its number is the count of those added before.
    pub fn add(&mut self, language: &'static dyn Language, entry: &Citation) -> PatternIx {
        let pattern = PatternIx(self.patterns);
        self.patterns += 1;
        let growing = self.growing(language);
        for way in language.bodies(entry) {
            growing.add(pattern, &way);
        }
        if !entry.exclude.is_empty() {
            let words = entry.exclude.iter();
            let words = words.map(|word| (language.fold(word), language.exact(word)));
            growing.entries.excluded.insert(pattern, words.collect());
        }
        pattern
    }

    /// Makes the table.
    pub fn build(self) -> Matcher {
        let languages = self.languages.into_iter().map(|growing| {
            let mut entries = growing.entries;
            entries.open_lengths.sort_unstable();
            entries.closed.finish();
            entries.open.finish();
            entries
        });
        Matcher {
            languages: languages.collect(),
        }
    }

    fn growing(&mut self, language: &'static dyn Language) -> &mut Growing {
        let known = self
            .languages
            .iter()
            .position(|growing| growing.entries.language.code() == language.code());
        let at = known.unwrap_or_else(|| {
            self.languages.push(Growing::new(language));
            self.languages.len() - 1
        });
        &mut self.languages[at]
    }
}

impl Growing {
    fn new(language: &'static dyn Language) -> Self {
        let entries = Entries {
            language,
            heads: Heads::new(language.heads()),
            closed: Table::default(),
            open: Table::open(),
            open_lengths: Vec::new(),
            signs: FxHashMap::default(),
            first: Vec::new(),
            further: FxHashMap::default(),
            nodes: vec![Node::default()],
            excluded: FxHashMap::default(),
        };
        Growing {
            entries,
            shared: FxHashMap::default(),
        }
    }

    /// Adds one way to say an entry.
    fn add(&mut self, pattern: PatternIx, way: &BodySequence) {
        if let [bodies] = way.words.as_slice() {
            self.new_element(bodies, Some(pattern));
            return;
        }
        let mut node = 0;
        for bodies in &way.words {
            let element = self.shared_element(bodies);
            self.entries.nodes[node as usize].goes_on = true;
            node = self.step(node, element);
        }
        let end = End {
            pattern,
            after_first: way.after_first,
        };
        let ends = &mut self.entries.nodes[node as usize].ends;
        if node != 0 && !ends.contains(&end) {
            ends.push(end);
        }
    }

    fn shared_element(&mut self, bodies: &[Body]) -> u32 {
        let key = (digest(bodies, 1), digest(bodies, 2));
        match self.shared.get(&key) {
            Some(element) => *element,
            None => {
                let element = self.new_element(bodies, None);
                self.shared.insert(key, element);
                element
            }
        }
    }

    fn new_element(&mut self, bodies: &[Body], entry: Option<PatternIx>) -> u32 {
        let entries = &mut self.entries;
        let element = entries.first.len() as u32;
        entries.first.push(0);
        for body in bodies {
            if let Some(sign) = sign(body) {
                let hits = entries.signs.entry(sign).or_default();
                hits.push(Hit::of_sign(element, entry));
            } else if body.open {
                let length = body.folded.len();
                if !entries.open_lengths.contains(&length) {
                    entries.open_lengths.push(length);
                }
                entries.open.add(body, element, entry);
            } else {
                entries.closed.add(body, element, entry);
            }
        }
        element
    }

    /// The node that an element leads to, made if it is new.
    fn step(&mut self, node: u32, element: u32) -> u32 {
        let entries = &mut self.entries;
        let fresh = entries.nodes.len() as u32;
        let next = match node {
            0 => &mut entries.first[element as usize],
            node => entries.further.entry((node, element)).or_insert(0),
        };
        if *next == 0 {
            *next = fresh;
            entries.nodes.push(Node::default());
        }
        *next
    }
}

/// The sign that a body is, if it is one.
fn sign(body: &Body) -> Option<char> {
    let mut letters = body.folded.chars();
    let first = letters.next().filter(|first| !first.is_alphanumeric())?;
    letters.next().is_none().then_some(first)
}

/// Half of a key of 128 bits: two different words among a million share it with a chance of
/// 10^12 / 2^129, so it may stand for the bodies themselves.
fn digest(bodies: &[Body], half: u64) -> u64 {
    let mut hasher = FxHasher::default();
    half.hash(&mut hasher);
    bodies.hash(&mut hasher);
    hasher.finish()
}
