//! Follows the paths of entries through the tokens of a text.

use super::answers::Left;
use super::heads::Heads;
use super::key::Key;
use super::memo::{self, Memo};
use super::table::{Probe, Spot, Table, Target};
use super::{Match, PatternIx};
use crate::language::{Kind, Language, Rule, Rules};
use crate::text::Text;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::ops::Range;

/// All entries of one language, as a trie over elements.
pub(super) struct Entries {
    pub language: &'static dyn Language,
    /// No other entries of the run have it.
    pub number: u64,
    pub heads: Heads,
    /// Bodies that are whole words.
    pub closed: Table,
    /// Bodies that any ending may follow.
    pub open: Table,
    /// The lengths in bytes of the bodies in `open`, each once, ascending.
    pub open_lengths: Vec<usize>,
    /// The signs that are part of an entry.
    pub signs: FxHashMap<char, Vec<Target>>,
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
    /// Appends what is found; see [`super::Matcher::scan_part`].
    pub fn scan(&self, text: &Text, tokens: Range<u32>, found: &mut Vec<Match>) {
        let before = found.len();
        let count = tokens.len();
        memo::with(self.number, |memo| {
            let mut scan = Scan {
                entries: self,
                text,
                memo,
                asked: Vec::with_capacity(count.min(BATCH)),
                probes: Vec::with_capacity(count.min(BATCH)),
                headed: Vec::with_capacity(count.min(BATCH)),
                signs: Vec::new(),
                spots: Vec::new(),
                known: Vec::new(),
                elements: Vec::new(),
                is_alone: false,
                begun: Vec::new(),
                next: Vec::new(),
                spelling: String::new(),
                found,
            };
            let (start, end) = (tokens.start as usize, tokens.end as usize);
            for first in (start..end).step_by(BATCH) {
                scan.batch(first..end.min(first + BATCH));
            }
        });
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
    found[before..].sort_unstable_by_key(|one| (place(one), one.rules));
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
    /// How its words were made.
    rules: Rules,
}

/// One walk through a text.
struct Scan<'a, 't> {
    entries: &'a Entries,
    text: &'a Text<'t>,
    memo: &'a mut Memo,
    /// Words that the memo does not know, to be asked of the tables.
    asked: Vec<(u32, Key)>,
    /// Questions to a table.
    probes: Vec<Probe>,
    /// Tokens that may begin with a head, with what [`Heads::begin`] said.
    headed: Vec<(u32, u16)>,
    /// Tokens that are signs of entries.
    signs: Vec<(u32, char)>,
    /// Words of entries, as the tables say, and as the memo does.
    spots: Vec<Spot>,
    known: Vec<Spot>,
    /// What the token at hand may be.
    elements: Vec<(u32, Rule)>,
    /// Whether no path leads to it and none can lead on.
    is_alone: bool,
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
            self.ask_openly();
            entries.open.sift(letters, &mut self.probes, &mut spots);
        }
        // In runs already: of whole words, of words behind heads, of beginnings.
        spots.sort_by_key(|spot| spot.token);
        self.memo.learn(&self.asked, &spots);
        self.asked.clear();
        let known = std::mem::take(&mut self.known);
        let signs = std::mem::take(&mut self.signs);
        let mut left = Left {
            spots: [&spots, &known],
            signs: &signs,
        };
        // A path that leads out of the last batch goes on only at the first token of this one.
        let mut expected = tokens.start as u32;
        while let Some(token) = left.next_token() {
            if token != expected {
                self.begun.clear();
            }
            let (spots, signs) = left.take(token);
            expected = token + 1;
            // A path that cannot go on at the next token need not begin.
            let may_go_on = left.next_token() == Some(expected) || expected == tokens.end as u32;
            self.is_alone = self.begun.is_empty() && !may_go_on;
            for spot in spots.into_iter().flatten() {
                self.take_spot(spot);
            }
            for (_, sign) in signs {
                for target in &entries.signs[sign] {
                    self.take(*target, Rule::default(), token);
                }
            }
            self.follow(token);
        }
        if expected != tokens.end as u32 {
            self.begun.clear();
        }
        spots.clear();
        self.spots = spots;
        self.known = known;
        self.known.clear();
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
            let key = Key::new(letters, start, end);
            if self.memo.recall(key, at as u32, &mut self.known) {
                continue;
            }
            self.asked.push((at as u32, key));
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
    fn ask_openly(&mut self) {
        let Entries {
            heads,
            open_lengths,
            ..
        } = self.entries;
        let tokens = &self.text.tokens;
        let letters = tokens.letters();
        let words = self
            .asked
            .iter()
            .map(|(at, _)| (*at, &tokens.list[*at as usize]));
        for (at, token) in words.filter(|(_, token)| token.kind == Kind::Word) {
            let (start, end) = (token.fold_start as usize, token.fold_end as usize);
            let mut each = |head, length| {
                let start = start + length;
                for length in open_lengths
                    .iter()
                    .take_while(|length| start + **length <= end)
                {
                    let place = (start, start + length);
                    self.probes.push(Probe::new(letters, place, at, head));
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

    /// Takes what a table says of a word, if it can lead anywhere and the spelling agrees.
    fn take_spot(&mut self, spot: &Spot) {
        let Spot { token, head, .. } = *spot;
        if self.leads_nowhere(spot.hit.target) {
            return;
        }
        let place = &self.text.tokens.list[token as usize];
        let surface = self.text.slice(&(place.start..place.end));
        if !self.entries.language.is_explicit(surface) || self.agrees(spot, surface) {
            let tail = spot.hit.tail;
            self.take(spot.hit.target, Rule { head, tail }, token);
        }
    }

    /// Whether a target is a word of phrases that can neither go on nor end with it.
    fn leads_nowhere(&self, target: Target) -> bool {
        let first = |element: u32| self.entries.first[element as usize];
        target
            .read()
            .err()
            .is_some_and(|element| self.is_alone || (self.begun.is_empty() && first(element) == 0))
    }

    /// Takes a hit: the whole of an entry, or an element to go on from.
    fn take(&mut self, target: Target, rule: Rule, at: u32) {
        match target.read() {
            Ok(entry) => self.report(PatternIx(entry), at..at + 1, Rules::of(rule)),
            Err(element) => self.elements.push((element, rule)),
        }
    }

    /// Begins a path with an element.
    fn begin(&mut self, element: u32, rule: Rule, at: u32) {
        let node = self.entries.first[element as usize];
        if node != 0 {
            let path = Begun {
                node,
                start: at,
                rules: Rules::of(rule),
            };
            self.arrive(path, at);
        }
    }

    /// Takes a path one element on.
    fn go_on(&mut self, mut path: Begun, element: u32, rule: Rule, at: u32) {
        if let Some(node) = self.entries.further.get(&(path.node, element)) {
            path.node = *node;
            path.rules.push(rule);
            self.arrive(path, at);
        }
    }

    /// Reports the entries that end where a path stands, and keeps it if others go on.
    fn arrive(&mut self, path: Begun, at: u32) {
        let node = &self.entries.nodes[path.node as usize];
        for end in &node.ends {
            let tokens = path.start + u32::from(end.after_first)..at + 1;
            let rules = match (end.after_first, path.rules.words()) {
                (true, [_, second, ..]) => Rules::of(*second),
                _ => path.rules,
            };
            self.report(end.pattern, tokens, rules);
        }
        if node.goes_on {
            self.next.push(path);
        }
    }

    fn report(&mut self, pattern: PatternIx, tokens: Range<u32>, rules: Rules) {
        let excluded = self.entries.excluded.get(&pattern);
        if !excluded.is_some_and(|words| self.is_excluded(words, &tokens)) {
            self.found.push(Match {
                pattern,
                tokens,
                rules,
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
