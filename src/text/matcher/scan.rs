//! Follows the paths of entries through the tokens of a text.

use super::table::{Hit, Table};
use super::{Match, PatternIx};
use crate::language::{Kind, Language, Rule};
use crate::text::Text;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// All entries of one language, as a trie over elements.
pub(super) struct Entries {
    pub language: &'static dyn Language,
    pub heads: Heads,
    /// Bodies that are whole words.
    pub closed: Table,
    /// Bodies that any ending may follow.
    pub open: Table,
    /// The lengths in bytes of the bodies in `open`, each once, ascending.
    pub open_lengths: Vec<usize>,
    /// The node that an element leads to from the root; 0 where none.
    pub first: Vec<u32>,
    /// The node that an element leads to from another node.
    pub further: FxHashMap<(u32, u32), u32>,
    /// By node.
    pub nodes: Vec<Node>,
    /// By pattern, folded and exact.
    pub excluded: FxHashMap<PatternIx, Vec<(String, String)>>,
}

/// A place in the trie.
#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    /// The entries that end here.
    pub ends: Vec<End>,
    /// Whether entries go on from here.
    pub goes_on: bool,
}

/// An entry that ends at a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct End {
    pub pattern: PatternIx,
    /// Whether the first word on the path is no part of what is found.
    pub after_first: bool,
}

/// What may stand before a word, as an automaton over bytes.
#[derive(Default)]
pub(super) struct Heads {
    next: Vec<[u16; 256]>,
    /// The head that ends in a state; `None` where none does.
    ends: Vec<Option<u8>>,
}

impl Heads {
    pub fn new(heads: &[&str]) -> Self {
        let mut automaton = Heads {
            next: vec![[0; 256]],
            ends: vec![None],
        };
        for (number, head) in heads
            .iter()
            .enumerate()
            .filter(|(_, head)| !head.is_empty())
        {
            let mut state = 0;
            for byte in head.bytes() {
                if automaton.next[state][usize::from(byte)] == 0 {
                    automaton.next[state][usize::from(byte)] = automaton.next.len() as u16;
                    automaton.next.push([0; 256]);
                    automaton.ends.push(None);
                }
                state = usize::from(automaton.next[state][usize::from(byte)]);
            }
            automaton.ends[state] = Some(number as u8);
        }
        automaton
    }

    /// Calls `each` with every head a word begins with (the empty one first) and what follows.
    fn split<'w>(&self, word: &'w [u8], mut each: impl FnMut(u8, &'w [u8])) {
        each(0, word);
        let mut state = 0;
        for (at, byte) in word.iter().enumerate() {
            state = usize::from(self.next[state][usize::from(*byte)]);
            if state == 0 {
                return;
            }
            if let Some(head) = self.ends[state] {
                each(head, &word[at + 1..]);
            }
        }
    }
}

/// A path that has begun and may go on.
#[derive(Clone, Copy)]
struct Begun {
    node: u32,
    start: u32,
    /// How its first and its second word were made; the same for a path of one word.
    rules: [Rule; 2],
}

impl Entries {
    /// Appends what is found; see [`super::Matcher::scan`].
    pub fn scan(&self, text: &Text, found: &mut Vec<Match>) {
        let before = found.len();
        let mut begun: Vec<Begun> = Vec::new();
        let mut next: Vec<Begun> = Vec::new();
        let mut elements: Vec<(u32, Rule)> = Vec::new();
        for at in 0..text.tokens.list.len() {
            elements.clear();
            self.elements(text, at, &mut elements);
            for (element, rule) in &elements {
                let fresh = Begun {
                    node: 0,
                    start: at as u32,
                    rules: [*rule; 2],
                };
                for path in begun.iter().chain([&fresh]) {
                    if let Some(mut path) = self.step(path, *element) {
                        if path.start + 1 == at as u32 {
                            path.rules[1] = *rule;
                        }
                        self.end(path, at, text, found);
                        if self.nodes[path.node as usize].goes_on {
                            next.push(path);
                        }
                    }
                }
            }
            begun.clear();
            std::mem::swap(&mut begun, &mut next);
        }
        found[before..].sort_unstable_by_key(order);
        let mut last = None;
        let mut seen = 0;
        found.retain(|one| {
            seen += 1;
            let key = (one.tokens.clone(), one.pattern);
            let again = seen > before && last.as_ref() == Some(&key);
            last = Some(key);
            !again
        });
    }

    /// The elements that a token may be.
    fn elements(&self, text: &Text, at: usize, into: &mut Vec<(u32, Rule)>) {
        let mut sign = [0; 4];
        let folded = match text.tokens.list[at].kind {
            Kind::LineEnd => return,
            Kind::Mark(mark) => mark.encode_utf8(&mut sign).as_bytes(),
            Kind::Word | Kind::Number => text.tokens.folded(at).as_bytes(),
        };
        self.heads.split(folded, |head, body| {
            for hit in self.closed.hits(body) {
                self.take(&self.closed, hit, head, (text, at), into);
            }
            if self.open.is_empty() || matches!(text.tokens.list[at].kind, Kind::Mark(_)) {
                return;
            }
            for length in self.open_lengths.iter().take_while(|l| **l <= body.len()) {
                for hit in self.open.hits(&body[..*length]) {
                    self.take(&self.open, hit, head, (text, at), into);
                }
            }
        });
    }

    /// Takes a hit whose head is allowed and whose spelling the text does not contradict.
    fn take(
        &self,
        table: &Table,
        hit: &Hit,
        head: u8,
        (text, at): (&Text, usize),
        into: &mut Vec<(u32, Rule)>,
    ) {
        if hit.heads >> head & 1 == 0 {
            return;
        }
        let token = text.tokens.list[at];
        let surface = text.slice(&(token.start..token.end));
        let exact = table.exact(hit);
        let agrees = match self.language.heads()[usize::from(head)] {
            "" => self.language.agrees(exact, surface),
            head => self.language.agrees(&[head, exact].concat(), surface),
        };
        if agrees {
            into.push((
                hit.element,
                Rule {
                    head,
                    tail: hit.tail,
                },
            ));
        }
    }

    /// The path, one element on.
    fn step(&self, path: &Begun, element: u32) -> Option<Begun> {
        let node = match path.node {
            0 => self.first[element as usize],
            node => self.further.get(&(node, element)).copied().unwrap_or(0),
        };
        (node != 0).then_some(Begun { node, ..*path })
    }

    /// Reports the entries that end where a path stands.
    fn end(&self, path: Begun, at: usize, text: &Text, found: &mut Vec<Match>) {
        for end in &self.nodes[path.node as usize].ends {
            let skipped = u32::from(end.after_first);
            let tokens = path.start + skipped..at as u32 + 1;
            let excluded = self.excluded.get(&end.pattern);
            if excluded.is_some_and(|words| self.is_excluded(words, &tokens, text)) {
                continue;
            }
            found.push(Match {
                pattern: end.pattern,
                tokens,
                rule: path.rules[usize::from(end.after_first)],
            });
        }
    }

    /// Whether a match, or a word of it, is one that the researcher ruled out.
    fn is_excluded(
        &self,
        words: &[(String, String)],
        tokens: &std::ops::Range<u32>,
        text: &Text,
    ) -> bool {
        words.iter().any(|(folded, exact)| {
            let mut places = tokens.clone().map(|at| at..at + 1).chain([tokens.clone()]);
            places.any(|place| {
                let spelt: Vec<&str> = place
                    .clone()
                    .map(|at| text.tokens.folded(at as usize))
                    .collect();
                spelt.join(" ") == *folded
                    && self.language.agrees(exact, text.slice(&text.bytes(&place)))
            })
        })
    }
}

/// Sorted by first token, longest first, then entry, then rule.
fn order(one: &Match) -> (u32, Reverse<u32>, PatternIx, Rule) {
    (
        one.tokens.start,
        Reverse(one.tokens.end),
        one.pattern,
        one.rule,
    )
}
