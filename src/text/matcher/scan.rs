//! Follows the paths of entries through the tokens of a text.

use super::heads::Heads;
use super::table::{Hit, Table};
use super::{Match, PatternIx};
use crate::language::{Kind, Language, Rule};
use crate::text::Text;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::ops::Range;

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
    /// Whether a sign is part of any entry.
    pub has_signs: bool,
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

impl Entries {
    /// Appends what is found; see [`super::Matcher::scan`].
    pub fn scan(&self, text: &Text, found: &mut Vec<Match>) {
        let before = found.len();
        let mut scan = Scan {
            entries: self,
            text,
            elements: Vec::new(),
            begun: Vec::new(),
            next: Vec::new(),
            spelling: String::new(),
            found,
        };
        for at in 0..text.tokens.list.len() {
            scan.token(at);
        }
        keep_first_of_each(found, before);
    }
}

/// Sorts what was found from `before` on and drops what the same entry found again there: one
/// form can be made by several rules.
fn keep_first_of_each(found: &mut Vec<Match>, before: usize) {
    let place = |one: &Match| (one.tokens.start, Reverse(one.tokens.end), one.pattern);
    found[before..].sort_unstable_by_key(|one| (place(one), one.rule));
    let mut kept = before;
    for at in before..found.len() {
        if kept == before || place(&found[at]) != place(&found[kept - 1]) {
            found.swap(kept, at);
            kept += 1;
        }
    }
    found.truncate(kept);
}

/// A path that has begun and may go on.
#[derive(Clone, Copy)]
struct Begun {
    node: u32,
    start: u32,
    /// How its first and its second word were made; the same for a path of one word.
    rules: [Rule; 2],
}

/// One walk through a text.
struct Scan<'a, 't> {
    entries: &'a Entries,
    text: &'a Text<'t>,
    /// What the token at hand may be.
    elements: Vec<(u32, Rule)>,
    /// Paths that end just before it, and at it.
    begun: Vec<Begun>,
    next: Vec<Begun>,
    /// A form's letters, put together to be compared.
    spelling: String,
    found: &'a mut Vec<Match>,
}

impl Scan<'_, '_> {
    fn token(&mut self, at: usize) {
        self.elements.clear();
        self.look_up(at);
        if self.elements.is_empty() {
            self.begun.clear();
            return;
        }
        for element in 0..self.elements.len() {
            let (element, rule) = self.elements[element];
            self.begin(element, rule, at as u32);
            for path in 0..self.begun.len() {
                self.go_on(self.begun[path], element, rule, at as u32);
            }
        }
        self.begun.clear();
        std::mem::swap(&mut self.begun, &mut self.next);
    }

    /// Finds the elements that a token may be.
    fn look_up(&mut self, at: usize) {
        let entries = self.entries;
        let tokens = &self.text.tokens;
        let token = &tokens.list[at];
        let mut sign = [0; 4];
        let (letters, start, end) = match token.kind {
            Kind::Word | Kind::Number => {
                let (start, end) = (token.fold_start as usize, token.fold_end as usize);
                (tokens.letters(), start, end)
            }
            Kind::Mark(mark) if entries.has_signs => {
                let sign = mark.encode_utf8(&mut sign).as_bytes();
                (sign, 0, sign.len())
            }
            Kind::Mark(_) | Kind::LineEnd => return,
        };
        entries.heads.split(&letters[start..end], |head, length| {
            let start = start + length;
            for hit in entries.closed.hits(letters, start, end) {
                self.take(&entries.closed, hit, head, at);
            }
            if entries.open_lengths.is_empty() || token.kind != Kind::Word {
                return;
            }
            let lengths = entries.open_lengths.iter();
            for length in lengths.take_while(|length| start + **length <= end) {
                for hit in entries.open.hits(letters, start, start + length) {
                    self.take(&entries.open, hit, head, at);
                }
            }
        });
    }

    /// Takes a hit whose head is allowed and whose spelling the text does not contradict.
    fn take(&mut self, table: &Table, hit: &Hit, head: u8, at: usize) {
        if hit.heads >> head & 1 == 0 {
            return;
        }
        if let Some(exact) = table.exact(hit) {
            let language = self.entries.language;
            self.spelling.clear();
            self.spelling.push_str(language.heads()[usize::from(head)]);
            self.spelling.push_str(exact);
            let token = &self.text.tokens.list[at];
            let surface = self.text.slice(&(token.start..token.end));
            if !language.agrees(&self.spelling, surface) {
                return;
            }
        }
        let tail = hit.tail;
        let rule = Rule { head, tail };
        match hit.entry {
            Some(entry) => self.report(entry, at as u32..at as u32 + 1, rule),
            None => self.elements.push((hit.element, rule)),
        }
    }

    /// Begins a path with an element.
    fn begin(&mut self, element: u32, rule: Rule, at: u32) {
        let node = self.entries.first[element as usize];
        if node != 0 {
            let path = Begun {
                node,
                start: at,
                rules: [rule; 2],
            };
            self.arrive(path, at);
        }
    }

    /// Takes a path one element on.
    fn go_on(&mut self, mut path: Begun, element: u32, rule: Rule, at: u32) {
        if let Some(node) = self.entries.further.get(&(path.node, element)) {
            path.node = *node;
            if path.start + 1 == at {
                path.rules[1] = rule;
            }
            self.arrive(path, at);
        }
    }

    /// Reports the entries that end where a path stands, and keeps it if others go on.
    fn arrive(&mut self, path: Begun, at: u32) {
        let node = &self.entries.nodes[path.node as usize];
        for end in &node.ends {
            let tokens = path.start + u32::from(end.after_first)..at + 1;
            self.report(
                end.pattern,
                tokens,
                path.rules[usize::from(end.after_first)],
            );
        }
        if node.goes_on {
            self.next.push(path);
        }
    }

    fn report(&mut self, pattern: PatternIx, tokens: Range<u32>, rule: Rule) {
        let excluded = self.entries.excluded.get(&pattern);
        if !excluded.is_some_and(|words| self.is_excluded(words, &tokens)) {
            self.found.push(Match {
                pattern,
                tokens,
                rule,
            });
        }
    }

    /// Whether a match, or a word of it, is one that the researcher ruled out.
    fn is_excluded(&self, words: &[(String, String)], tokens: &Range<u32>) -> bool {
        let text = self.text;
        words.iter().any(|(folded, exact)| {
            let mut places = tokens.clone().map(|at| at..at + 1).chain([tokens.clone()]);
            places.any(|place| {
                let words = place.clone().map(|at| text.tokens.folded(at as usize));
                words.collect::<Vec<_>>().join(" ") == *folded
                    && self
                        .entries
                        .language
                        .agrees(exact, text.slice(&text.bytes(&place)))
            })
        })
    }
}
