//! Collects entries and makes their table.

use super::entries::{Entries, EntryEnd, Node};
use super::growing::GrowingTable;
use super::heads::Heads;
use super::memo;
use super::table::BodyTarget;
use super::{Matcher, PatternIx};
use crate::language::{Body, BodySequence, Citation, Language};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

/// An entry with all its forms, ready to be added to a [`MatcherBuilder`].
pub(crate) struct Expanded {
    ways: Vec<BodySequence>,
    /// What the researcher ruled out, folded and exact.
    excluded: Vec<(String, String)>,
}

impl Expanded {
    /// The forms of an entry. This is most of the work of making a table, and needs nothing but
    /// the entry.
    pub(crate) fn of(language: &dyn Language, entry: &Citation) -> Self {
        let excluded = entry.exclude.iter();
        Expanded {
            ways: language.bodies(entry),
            excluded: excluded
                .map(|word| (language.fold(word), language.exact(word)))
                .collect(),
        }
    }
}

/// Collects entries for a [`Matcher`].
#[derive(Default)]
pub(crate) struct MatcherBuilder {
    patterns: u32,
    languages: Vec<Growing>,
}

/// The entries of one language while they are added.
struct Growing {
    /// All but its tables.
    entries: Entries,
    closed: GrowingTable,
    open: GrowingTable,
    /// Elements of phrases by what they are, so that phrases share their words.
    shared: FxHashMap<(u64, u64), u32>,
}

impl MatcherBuilder {
    /// Adds an entry; its number is the count of those added before.
    pub(crate) fn add(&mut self, language: &'static dyn Language, entry: &Citation) -> PatternIx {
        self.add_expanded(language, &Expanded::of(language, entry))
    }

    /// The same for an entry whose forms are made.
    pub(crate) fn add_expanded(
        &mut self,
        language: &'static dyn Language,
        entry: &Expanded,
    ) -> PatternIx {
        let pattern = PatternIx(self.patterns);
        self.patterns += 1;
        let growing = self.growing(language);
        for way in &entry.ways {
            growing.add(pattern, way);
        }
        if !entry.excluded.is_empty() {
            let excluded = entry.excluded.clone();
            growing.entries.excluded.insert(pattern, excluded);
        }
        pattern
    }

    /// Makes the table.
    pub(crate) fn build(self) -> Matcher {
        let languages = self.languages.into_iter().map(|growing| {
            let mut entries = growing.entries;
            entries.open_lengths.sort_unstable();
            entries.closed = growing.closed.finish(false);
            entries.open = growing.open.finish(true);
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
            number: memo::next_number(),
            heads: Heads::new(language.heads()),
            closed: GrowingTable::default().finish(false),
            open: GrowingTable::default().finish(true),
            open_lengths: Vec::new(),
            signs: FxHashMap::default(),
            first: Vec::new(),
            leads_on: Vec::new(),
            further: FxHashMap::default(),
            nodes: vec![Node::default()],
            excluded: FxHashMap::default(),
        };
        Growing {
            entries,
            closed: GrowingTable::default(),
            open: GrowingTable::default(),
            shared: FxHashMap::default(),
        }
    }

    /// Adds one way to say an entry.
    fn add(&mut self, pattern: PatternIx, way: &BodySequence) {
        if let [bodies] = way.words.as_slice() {
            self.enter(bodies, BodyTarget::entry(pattern.0));
            return;
        }
        let mut node = 0;
        for bodies in &way.words {
            let element = self.shared_element(bodies);
            self.entries.nodes[node as usize].goes_on = true;
            node = self.step(node, element);
        }
        let end = EntryEnd {
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
                let element = self.entries.first.len() as u32;
                self.entries.first.push(0);
                self.entries.leads_on.push(false);
                self.enter(bodies, BodyTarget::element(element));
                self.shared.insert(key, element);
                element
            }
        }
    }

    /// Enters the bodies of one word.
    fn enter(&mut self, bodies: &[Body], target: BodyTarget) {
        let entries = &mut self.entries;
        for body in bodies {
            if let Some(sign) = sign(body) {
                entries.signs.entry(sign).or_default().push(target);
            } else if body.open {
                let length = body.folded.len();
                if !entries.open_lengths.contains(&length) {
                    entries.open_lengths.push(length);
                }
                self.open.add(body, target);
            } else {
                self.closed.add(body, target);
            }
        }
    }

    /// The node that an element leads to, made if it is new.
    fn step(&mut self, node: u32, element: u32) -> u32 {
        let entries = &mut self.entries;
        let fresh = entries.nodes.len() as u32;
        let next = match node {
            0 => &mut entries.first[element as usize],
            node => {
                entries.leads_on[element as usize] = true;
                entries.further.entry((node, element)).or_insert(0)
            }
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
    // No character is longer, and nearly all bodies are.
    if body.folded.len() > 4 {
        return None;
    }
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
