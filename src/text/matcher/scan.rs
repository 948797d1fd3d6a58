//! Follows the paths of entries through the tokens of a text.

use super::heads::Heads;
use super::table::{Hit, Probe, Spot, Table};
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
    /// The signs that are part of an entry.
    pub signs: FxHashMap<char, Vec<Hit>>,
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
        let count = text.tokens.list.len();
        let mut scan = Scan {
            entries: self,
            text,
            probes: Vec::with_capacity(count.min(BATCH)),
            headed: Vec::with_capacity(count.min(BATCH)),
            signs: Vec::new(),
            spots: Vec::new(),
            elements: Vec::new(),
            begun: Vec::new(),
            next: Vec::new(),
            spelling: String::new(),
            found,
        };
        for first in (0..count).step_by(BATCH) {
            scan.batch(first..count.min(first + BATCH));
        }
        keep_first_of_each(found, before);
    }
}

/// Tokens looked up together: their probes fill some tens of kilobytes, which a processor keeps
/// at hand.
const BATCH: usize = 512;

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
    /// Questions to a table.
    probes: Vec<Probe>,
    /// Tokens that may begin with a head, with what [`Heads::begin`] said.
    headed: Vec<(u32, u16)>,
    /// Tokens that are signs of entries.
    signs: Vec<(u32, char)>,
    /// Words of entries.
    spots: Vec<Spot>,
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
    /// Looks up some tokens and follows the paths through them.
    fn batch(&mut self, tokens: Range<usize>) {
        let entries = self.entries;
        let letters = self.text.tokens.letters();
        let mut spots = std::mem::take(&mut self.spots);
        self.ask(tokens.clone());
        entries.closed.sift(letters, &mut self.probes, &mut spots);
        self.ask_behind_heads();
        entries.closed.sift(letters, &mut self.probes, &mut spots);
        if !entries.open_lengths.is_empty() {
            self.ask_openly(tokens.clone());
            entries.open.sift(letters, &mut self.probes, &mut spots);
        }
        // In runs already: of whole words, of words behind heads, of beginnings.
        spots.sort_by_key(|spot| spot.token);
        let mut spots_left = spots.iter().peekable();
        let signs = std::mem::take(&mut self.signs);
        let mut signs_left = signs.iter().peekable();
        // A path that leads out of the last batch goes on only at the first token of this one.
        let mut expected = tokens.start as u32;
        loop {
            let spot_at = spots_left.peek().map(|spot| spot.token);
            let sign_at = signs_left.peek().map(|(token, _)| *token);
            let Some(token) = spot_at.into_iter().chain(sign_at).min() else {
                break;
            };
            if token != expected {
                self.begun.clear();
            }
            let place = self.text.tokens.list[token as usize];
            let surface = Some(self.text.slice(&(place.start..place.end)));
            let surface = surface.filter(|surface| entries.language.is_explicit(surface));
            while let Some(spot) = spots_left.next_if(|spot| spot.token == token) {
                let is_taken = spot.hit.heads >> spot.head & 1 == 1;
                if is_taken && surface.is_none_or(|surface| self.agrees(spot, surface)) {
                    self.take(&spot.hit, spot.head, token);
                }
            }
            while let Some((_, sign)) = signs_left.next_if(|(at, _)| *at == token) {
                for hit in &entries.signs[sign] {
                    self.take(hit, 0, token);
                }
            }
            self.follow(token);
            expected = token + 1;
        }
        if expected != tokens.end as u32 {
            self.begun.clear();
        }
        spots.clear();
        self.spots = spots;
    }

    /// Puts the questions about whole words, and gathers those that may have a head.
    fn ask(&mut self, tokens: Range<usize>) {
        let Entries { heads, signs, .. } = self.entries;
        let letters = self.text.tokens.letters();
        for (at, token) in tokens.clone().zip(&self.text.tokens.list[tokens]) {
            match token.kind {
                Kind::Word | Kind::Number => {}
                Kind::Mark(sign) if signs.contains_key(&sign) => {
                    self.signs.push((at as u32, sign));
                    continue;
                }
                Kind::Mark(_) | Kind::LineEnd => continue,
            }
            let (start, end) = (token.fold_start as usize, token.fold_end as usize);
            self.probes
                .push(Probe::new(letters, (start, end), at as u32, 0));
            let state = heads.begin(&letters[start..end]);
            if state != 0 {
                self.headed.push((at as u32, state));
            }
        }
    }

    /// Puts the questions about what follows a head.
    fn ask_behind_heads(&mut self) {
        let heads = &self.entries.heads;
        let tokens = &self.text.tokens;
        let letters = tokens.letters();
        for (at, state) in &self.headed {
            let token = &tokens.list[*at as usize];
            let (start, end) = (token.fold_start as usize, token.fold_end as usize);
            heads.split(*state, &letters[start..end], |head, length| {
                self.probes
                    .push(Probe::new(letters, (start + length, end), *at, head));
            });
        }
        self.headed.clear();
    }

    /// Puts the questions about beginnings of words, behind a head or not.
    fn ask_openly(&mut self, tokens: Range<usize>) {
        let Entries {
            heads,
            open_lengths,
            ..
        } = self.entries;
        let letters = self.text.tokens.letters();
        let words = tokens.clone().zip(&self.text.tokens.list[tokens]);
        for (at, token) in words.filter(|(_, token)| token.kind == Kind::Word) {
            let (start, end) = (token.fold_start as usize, token.fold_end as usize);
            let mut each = |head, length| {
                let start = start + length;
                for length in open_lengths
                    .iter()
                    .take_while(|length| start + **length <= end)
                {
                    let place = (start, start + length);
                    self.probes
                        .push(Probe::new(letters, place, at as u32, head));
                }
            };
            each(0, 0);
            let word = &letters[start..end];
            heads.split(heads.begin(word), word, each);
        }
    }

    /// Takes a token's elements, which are gathered, on all paths.
    fn follow(&mut self, at: u32) {
        for element in 0..self.elements.len() {
            let (element, rule) = self.elements[element];
            self.begin(element, rule, at);
            for path in 0..self.begun.len() {
                self.go_on(self.begun[path], element, rule, at);
            }
        }
        self.elements.clear();
        self.begun.clear();
        std::mem::swap(&mut self.begun, &mut self.next);
    }

    /// Whether the spelling of a word does not contradict a hit's.
    fn agrees(&mut self, spot: &Spot, surface: &str) -> bool {
        let entries = self.entries;
        let table = if spot.is_open {
            &entries.open
        } else {
            &entries.closed
        };
        let Some(exact) = table.exact(&spot.hit) else {
            return true;
        };
        self.spelling.clear();
        self.spelling
            .push_str(entries.language.heads()[usize::from(spot.head)]);
        self.spelling.push_str(exact);
        entries.language.agrees(&self.spelling, surface)
    }

    /// Takes a hit: the whole of an entry, or an element to go on from.
    fn take(&mut self, hit: &Hit, head: u8, at: u32) {
        let tail = hit.tail;
        let rule = Rule { head, tail };
        match hit.entry {
            Some(entry) => self.report(entry, at..at + 1, rule),
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
