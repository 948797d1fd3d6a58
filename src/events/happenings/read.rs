//! What is kept of an article: whom and what it names, what it is itself about, and its clauses that
//! tell of an act.

use super::clause::{self, Word};
use super::evidence::Evidence;
use super::names::{Name, NameKey, names};
use super::roles::{ActClasses, Is};
use super::said::{Said, said};
use super::{ActIx, Being, Told};
use crate::text::WordIx;
use std::collections::BTreeSet;
use std::ops::Range;

/// A sentence of fewer words is a caption or a byline.
const LEAST_WORDS: usize = 6;

/// What is kept of an article.
#[derive(Default)]
pub(super) struct Read {
    /// What it names, sorted, each once.
    pub named: Vec<NameKey>,
    /// The acts of its title and first sentence with the names there: its own event, sorted.
    pub own: BTreeSet<(ActIx, NameKey)>,
    /// Its clauses that tell of an act behind the first sentence.
    pub clauses: Vec<Clause>,
}

/// A clause that tells of an act.
pub(super) struct Clause {
    /// Its bytes in the body as given.
    pub bytes: Range<u32>,
    /// Those of its sentence.
    pub sentence: Range<u32>,
    /// Each word for an act: its classes, its place among the words of the sentence, its bytes.
    pub acts: Vec<ActWord>,
    /// The names in it.
    pub names: Vec<Name>,
    /// The stems of its words that few articles have, but for names and words for acts, sorted.
    pub rare: Vec<u32>,
    /// Its numbers, as words.
    pub numbers: Vec<WordIx>,
    /// When it says that something was.
    pub said: Option<Said>,
}

/// A word for an act in a clause.
pub(super) struct ActWord {
    /// Its class.
    pub act: ActIx,
    /// Its bytes.
    pub bytes: Range<u32>,
    /// The name right behind it, of whom or what it may befall, by its place among those of the clause.
    pub object: Option<usize>,
    /// The place where it was: the first named behind it.
    pub place: Option<usize>,
}

/// Reads an article.
pub(super) fn read(told: &Told, acts: &ActClasses, evidence: &Evidence) -> Read {
    let mut read = Read::default();
    let mut named = BTreeSet::new();
    let mut is_top = true;
    for (bytes, running) in told.runs[1].sentences() {
        let words = clause::words(running, told.roles, acts);
        let names = names(&words, told.known, evidence, told.roles);
        named.extend(names.iter().map(|name| name.key));
        let is_short = words.len() < LEAST_WORDS;
        if is_top {
            own(&words, &names, acts, &mut read.own);
        } else if words.iter().any(|word| word.role.acts != 0) && !names.is_empty() {
            let sentence = Sentence {
                told,
                evidence,
                bytes,
                words: &words,
                names: &names,
            };
            read.clauses.extend(sentence.clauses(acts));
        }
        is_top &= is_short;
    }
    for (_, running) in told.runs[0].sentences() {
        let words = clause::words(running, told.roles, acts);
        let names = names(&words, &[], evidence, told.roles);
        own(&words, &names, acts, &mut read.own);
    }
    read.named = named.into_iter().collect();
    read
}

fn own(words: &[Word], names: &[Name], acts: &ActClasses, into: &mut BTreeSet<(ActIx, NameKey)>) {
    let bits = words.iter().fold(0, |bits, word| bits | word.role.acts);
    for act in acts.of(bits) {
        into.extend(names.iter().map(|name| (act, name.key)));
    }
}

struct Sentence<'a> {
    told: &'a Told<'a>,
    evidence: &'a Evidence,
    bytes: Range<u32>,
    words: &'a [Word],
    names: &'a [Name],
}

impl Sentence<'_> {
    fn clauses(&self, acts: &ActClasses) -> Vec<Clause> {
        let clauses = clause::clauses(self.told.text, self.words);
        let found = clauses.iter().enumerate().filter_map(|(at, range)| {
            let names = self
                .names
                .iter()
                .filter(|name| range.contains(&name.words.start));
            let names: Vec<Name> = names.cloned().collect();
            let (first, acts) = self.acts(range, &names, acts);
            (!acts.is_empty() && !names.is_empty()).then(|| Clause {
                bytes: self.words[range.start].bytes.start..self.words[range.end - 1].bytes.end,
                sentence: self.bytes.clone(),
                rare: self.rare(&self.statement(first, range), &names),
                said: self
                    .said(first, range, clauses.get(at + 1))
                    .or_else(|| self.head(at.checked_sub(1).map(|before| &clauses[before])?)),
                numbers: self.numbers(range),
                acts,
                names,
            })
        });
        found.collect()
    }

    /// The date of the first act of a clause: what is said is told of behind *that*, and when it was said
    /// before it. What stands at the head of the next clause, which has no act, may be the date (، في
    /// أغسطس الماضي).
    fn said(&self, act: usize, clause: &Range<usize>, next: Option<&Range<usize>>) -> Option<Said> {
        let published = self.told.date.map(|stamp| stamp.at.date());
        let read = |words: &[Word]| said(words, self.told.roles, published);
        let statement = self.statement(act, clause);
        read(&self.words[statement.clone()]).or_else(|| {
            let next = &self.words[next?.clone()];
            let tells = next.iter().any(|word| word.role.acts != 0);
            let head = &next[..next.len().min(DATE_HEAD)];
            (!tells && statement.end == clause.end)
                .then(|| read(head))
                .flatten()
        })
    }

    /// The date that stands alone before the comma of a clause (وفي مارس الماضي، …).
    fn head(&self, before: &Range<usize>) -> Option<Said> {
        let words = &self.words[before.clone()];
        let published = self.told.date.map(|stamp| stamp.at.date());
        let tells = words.iter().any(|word| word.role.acts != 0);
        (!tells && words.len() <= DATE_HEAD).then(|| said(words, self.told.roles, published))?
    }

    /// What a clause says of an act, without who says so: what is said stands behind *that*.
    fn statement(&self, act: usize, clause: &Range<usize>) -> Range<usize> {
        let that = |at: &usize| self.words[*at].is(Is::That);
        let start = (clause.start..act).rev().find(that);
        let end = (act..clause.end).find(that);
        start.unwrap_or(clause.start)..end.unwrap_or(clause.end)
    }

    /// The words for acts in a clause, and the place of the first.
    fn acts(
        &self,
        clause: &Range<usize>,
        names: &[Name],
        acts: &ActClasses,
    ) -> (usize, Vec<ActWord>) {
        let in_name = |at: &usize| names.iter().any(|name| name.words.contains(at));
        // محاولة السيطرة, طالب رئيس الوزراء بإقالة.
        let is_aim = |at: usize| {
            let reach = if self.words[at].is(Is::By) {
                AIM_REACH
            } else {
                1
            };
            let before = clause.start.max(at.saturating_sub(reach))..at;
            self.words[before].iter().any(|word| word.is(Is::Intended))
        };
        let told = |at: &usize| self.words[*at].role.acts != 0 && !in_name(at) && !is_aim(*at);
        let places: Vec<usize> = clause.clone().filter(told).collect();
        let words = places.iter().flat_map(|at| {
            let word = &self.words[*at];
            let (object, place) = (self.object(*at, names), self.place(*at, names));
            acts.of(word.role.acts).map(move |act| ActWord {
                act,
                bytes: word.bytes.clone(),
                object,
                place,
            })
        });
        (
            places.first().copied().unwrap_or(clause.start),
            words.collect(),
        )
    }

    /// What an act befalls: named behind it, with nothing between that leads elsewhere.
    fn object(&self, act: usize, names: &[Name]) -> Option<usize> {
        let object = names.iter().position(|name| name.words.start > act)?;
        let name = &names[object];
        let between = &self.words[act + 1..name.words.start];
        let goes_on = |word: &Word| word.follows && word.role.acts == 0;
        let leads = match name.being {
            Being::State => false,
            Being::Person => between
                .iter()
                .all(|word| !word.is(Is::Function) || word.is(Is::On)),
            // السيطرة على مدينة حلب, السيطرة الكاملة على حلب; not على ريف حلب.
            Being::Place => {
                let on = between.iter().position(|word| word.is(Is::On));
                let near = &between[on.map_or(0, |on| on + 1)..];
                near.iter().all(|word| word.is(Is::PlaceKind))
            }
        };
        let is_near = between.len() < OBJECT_REACH && between.iter().all(goes_on);
        let is_aim = self.words[act].is(Is::For);
        (is_near && leads && self.words[name.words.start].follows && !is_aim).then_some(object)
    }

    /// Where an act was: the first place behind it that is named before another act is.
    fn place(&self, act: usize, names: &[Name]) -> Option<usize> {
        let behind = names
            .iter()
            .enumerate()
            .filter(|(_, name)| name.words.start > act);
        let (place, name) = behind
            .clone()
            .find(|(_, name)| name.being == Being::Place)?;
        let between = &self.words[act + 1..name.words.start];
        let is_near = between.len() <= PLACE_REACH;
        let other = between.iter().any(|word| word.role.acts != 0);
        (is_near && !other).then_some(place)
    }

    fn numbers(&self, clause: &Range<usize>) -> Vec<WordIx> {
        let words = self.words[clause.clone()].iter();
        words
            .filter(|word| word.is_number)
            .map(|word| word.ix)
            .collect()
    }

    fn rare(&self, clause: &Range<usize>, names: &[Name]) -> Vec<u32> {
        let in_name = |at: &usize| names.iter().any(|name| name.words.contains(at));
        let words = clause
            .clone()
            .filter(|at| !in_name(at))
            .map(|at| &self.words[at]);
        let telling = words.filter(|word| word.role.acts == 0 && word.role.stem != 0);
        let rare = telling.filter(|word| self.evidence.is_rare(word.ix));
        let mut stems: Vec<u32> = rare.map(|word| word.role.stem).collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    }
}

/// Titles and descriptions stand between a word for an act and the name of whom it befell.
const OBJECT_REACH: usize = 7;

/// What was done to whom stands between a word for an act and the place where it was.
const PLACE_REACH: usize = 8;

/// Whom is asked for an act stands between the verb and the act.
const AIM_REACH: usize = 10;

/// A date that belongs to the clause before begins this near, in words.
const DATE_HEAD: usize = 5;
