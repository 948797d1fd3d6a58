//! Follows the paths of entries through the tokens of a text.

use super::answers::{AnswerSpan, WordAnswer};
use super::entries::Entries;
use super::lookup::Lookup;
use super::memo;
use super::{Match, PatternIx};
use crate::language::{ByWord, Features, Rules};
use crate::text::Text;
use std::cmp::Reverse;
use std::ops::Range;

impl Entries {
    /// Appends what is found; see [`super::Matcher::scan_part`].
    pub(crate) fn scan(&self, text: &Text, tokens: Range<u32>, found: &mut Vec<Match>) {
        let before = found.len();
        memo::with(self.number, |memo| {
            let mut lookup = Lookup::new(self, text, memo, tokens.len().min(BATCH));
            let mut walk = Walk {
                entries: self,
                text,
                begun: Vec::new(),
                next: Vec::new(),
                spelling: String::new(),
                found,
            };
            let (start, end) = (tokens.start as usize, tokens.end as usize);
            for first in (start..end).step_by(BATCH) {
                let batch = first..end.min(first + BATCH);
                lookup.look_up(batch.clone());
                walk.follow(batch, end, &lookup.told, &lookup.memo.answers);
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
    features: ByWord<Features>,
}

/// One walk through a text.
struct Walk<'a, 't> {
    entries: &'a Entries,
    text: &'a Text<'t>,
    /// Paths that end just before the token at hand, and at it.
    begun: Vec<Begun>,
    next: Vec<Begun>,
    /// A form's letters, put together to be compared.
    spelling: String,
    found: &'a mut Vec<Match>,
}

impl Walk<'_, '_> {
    /// Follows the paths through the tokens of a batch, of a text that is looked at up to `end`.
    fn follow(
        &mut self,
        batch: Range<usize>,
        end: usize,
        told: &[AnswerSpan],
        answers: &[WordAnswer],
    ) {
        for (place, at) in batch.clone().enumerate() {
            if told[place].is_nothing() {
                self.begun.clear();
                continue;
            }
            let groups = told[place].of(answers);
            let at = at as u32;
            for answer in groups.entries {
                if self.agrees(answer, at) {
                    self.report(Match {
                        pattern: PatternIx(answer.value),
                        tokens: at..at + 1,
                        rules: Rules::of(answer.rule),
                        features: ByWord::of(answer.features),
                    });
                }
            }
            if !self.begun.is_empty() {
                for answer in groups.leads_on {
                    self.go_on(answer, at);
                }
            }
            // A path that cannot go on at the next token need not begin; what the first one of
            // the next batch is, is not yet known.
            let may_go_on = match told.get(place + 1) {
                Some(next) => next.may_lead_on(),
                None => batch.end < end,
            };
            if may_go_on {
                for answer in groups.begins {
                    self.begin(answer, at);
                }
            }
            self.begun.clear();
            std::mem::swap(&mut self.begun, &mut self.next);
        }
    }

    /// Whether the spelling of a word does not contradict an answer's.
    #[inline]
    fn agrees(&mut self, answer: &WordAnswer, at: u32) -> bool {
        answer.exact.is_as_folded() || self.agrees_in_spelling(answer, at)
    }

    fn agrees_in_spelling(&mut self, answer: &WordAnswer, at: u32) -> bool {
        let entries = self.entries;
        let language = entries.language;
        let place = &self.text.tokens.list[at as usize];
        let surface = self.text.slice(&(place.start..place.end));
        if !language.is_explicit(surface) {
            return true;
        }
        let table = if answer.is_open {
            &entries.open
        } else {
            &entries.closed
        };
        self.spelling.clear();
        self.spelling
            .push_str(language.heads()[usize::from(answer.rule.head)]);
        self.spelling.push_str(table.exact(answer.exact));
        language.agrees(&self.spelling, surface)
    }

    /// Begins a path.
    fn begin(&mut self, answer: &WordAnswer, at: u32) {
        if self.agrees(answer, at) {
            let path = Begun {
                node: answer.value,
                start: at,
                rules: Rules::of(answer.rule),
                features: ByWord::of(answer.features),
            };
            self.arrive(path, at);
        }
    }

    /// Takes all paths one element on, if it leads them on.
    fn go_on(&mut self, answer: &WordAnswer, at: u32) {
        for path in 0..self.begun.len() {
            let mut path = self.begun[path];
            let node = self.entries.further.get(&(path.node, answer.value));
            if let Some(node) = node.filter(|_| self.agrees(answer, at)) {
                path.node = *node;
                path.rules.push(answer.rule);
                path.features.push(answer.features);
                self.arrive(path, at);
            }
        }
    }

    /// Reports the entries that end where a path stands, and keeps it if others go on.
    fn arrive(&mut self, path: Begun, at: u32) {
        let node = &self.entries.nodes[path.node as usize];
        for end in &node.ends {
            let tokens = path.start + u32::from(end.after_first)..at + 1;
            let (rules, features) = match end.after_first {
                true => (path.rules.behind_first(), path.features.behind_first()),
                false => (path.rules, path.features),
            };
            self.report(Match {
                pattern: end.pattern,
                tokens,
                rules,
                features,
            });
        }
        if node.goes_on {
            self.next.push(path);
        }
    }

    fn report(&mut self, one: Match) {
        let excluded = self.entries.excluded.get(&one.pattern);
        if !excluded.is_some_and(|words| self.is_excluded(words, &one.tokens)) {
            self.found.push(one);
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
