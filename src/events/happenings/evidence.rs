//! Which words of a study are names, by how they stand in it: a name has no article, nothing describes
//! it and nothing belongs to it, or a title or a given name stands before it.

use super::clause::{self, Word};
use super::roles::{ActClasses, By, Is, Roles};
use super::{Being, Told};
use crate::language::Features;
use crate::text::{Vocabulary, WordIx};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// How often a word must stand as a name does; once is often a slip.
const LEAST: u32 = 2;

/// A word is a name of a place where it stands as one in at least this share of its places.
const PLACE_SHARE: f64 = 0.5;

/// The same of a person, who is called without title or given name once he is known.
const PERSON_SHARE: f64 = 0.3;

/// A word says something of a happening where at most this share of the articles have it.
const FEW_SHARE: f64 = 0.02;

/// A clause has who suffers an act this near behind it, in words.
const OBJECT_REACH: usize = 6;

/// The names that words of a study are.
pub(super) struct Evidence {
    /// By word; `None` for no name.
    beings: Vec<Option<Being>>,
    /// By word: the same name without what is glued before it.
    bare: FxHashMap<WordIx, WordIx>,
    /// Names of places that are two words.
    pairs: FxHashSet<(WordIx, WordIx)>,
    /// In how many bodies each word stands.
    articles: Vec<u32>,
    /// A word that stands in more bodies is none that few have.
    most: u32,
}

/// A place where something stands as a name does.
enum Slot {
    Place(WordIx),
    Pair(WordIx, WordIx),
    Person(WordIx),
}

impl Evidence {
    /// Weighs how the words of some articles stand.
    pub(super) fn of(articles: &[Told], vocabulary: &Vocabulary, acts: &ActClasses) -> Evidence {
        let found: Vec<Vec<Slot>> = articles.par_iter().map(|told| slots(told, acts)).collect();
        let size = vocabulary.words().len();
        let (mut places, mut persons) = (vec![0_u32; size], vec![0_u32; size]);
        let mut pairs: FxHashMap<(WordIx, WordIx), u32> = FxHashMap::default();
        for slot in found.into_iter().flatten() {
            match slot {
                Slot::Place(word) => places[word.at()] += 1,
                Slot::Person(word) => persons[word.at()] += 1,
                Slot::Pair(first, second) => *pairs.entry((first, second)).or_default() += 1,
            }
        }
        let (totals, bodies) = totals(articles, size);
        let known = known_places(articles);
        let mut beings: Vec<Option<Being>> = (0..size)
            .map(|at| being(places[at], persons[at], totals[at]))
            .collect();
        for word in known.iter().filter_map(|(first, second)| match second {
            None => Some(first),
            Some(_) => None,
        }) {
            beings[word.at()] = Some(Being::Place);
        }
        drop_common(&mut beings, &totals, articles);
        let pairs = pairs.into_iter().filter(|(_, times)| *times >= LEAST);
        let mut pairs: FxHashSet<(WordIx, WordIx)> = pairs.map(|(pair, _)| pair).collect();
        pairs.extend(
            known
                .iter()
                .filter_map(|(first, second)| Some((*first, (*second)?))),
        );
        let bare = bare(&mut beings, articles);
        Evidence {
            beings,
            bare,
            pairs,
            articles: bodies,
            most: (articles.len() as f64 * FEW_SHARE) as u32,
        }
    }

    /// Whether the study is large enough to tell what few bodies have.
    pub(super) fn can_weigh(&self) -> bool {
        self.most > 0
    }

    /// Whether few bodies have a word.
    pub(super) fn is_rare(&self, word: WordIx) -> bool {
        self.articles[word.at()] <= self.most
    }

    /// What a word is the name of.
    pub(super) fn being(&self, word: WordIx) -> Option<Being> {
        self.beings[word.at()]
    }

    /// A name without what is glued before it.
    pub(super) fn bare(&self, word: WordIx) -> WordIx {
        self.bare.get(&word).copied().unwrap_or(word)
    }

    /// Whether two words are the name of a place.
    pub(super) fn is_pair(&self, first: WordIx, second: WordIx) -> bool {
        self.pairs.contains(&(first, second))
    }
}

fn being(place: u32, person: u32, total: u32) -> Option<Being> {
    let enough =
        |times: u32, share: f64| times >= LEAST && f64::from(times) >= share * f64::from(total);
    match (enough(place, PLACE_SHARE), enough(person, PERSON_SHARE)) {
        (_, true) if person >= place => Some(Being::Person),
        (true, _) => Some(Being::Place),
        _ => None,
    }
}

/// How often each word stands in the bodies, and in how many of them.
fn totals(articles: &[Told], size: usize) -> (Vec<u32>, Vec<u32>) {
    let (mut totals, mut bodies) = (vec![0_u32; size], vec![0_u32; size]);
    let mut last = vec![u32::MAX; size];
    for (article, told) in (0..).zip(articles) {
        for word in told.runs[1].words() {
            let at = word.word.at();
            totals[at] += 1;
            if last[at] != article {
                last[at] = article;
                bodies[at] += 1;
            }
        }
    }
    (totals, bodies)
}

/// The first words of the places that are known: one, or two.
fn known_places(articles: &[Told]) -> FxHashSet<(WordIx, Option<WordIx>)> {
    let mut found = FxHashSet::default();
    for told in articles {
        let mut known = told
            .known
            .iter()
            .filter(|known| known.being == Being::Place);
        let Some(mut next) = known.next() else {
            continue;
        };
        let mut words = told.runs[1].words().peekable();
        while let Some(word) = words.next() {
            while next.bytes.end <= word.bytes.start {
                match known.next() {
                    Some(further) => next = further,
                    None => break,
                }
            }
            if word.bytes.start == next.bytes.start {
                let second = words
                    .peek()
                    .filter(|second| second.bytes.end <= next.bytes.end);
                found.insert((word.word, second.map(|second| second.word)));
            }
        }
    }
    found
}

/// A word that is met with the article more often than without is a common noun.
fn drop_common(beings: &mut [Option<Being>], totals: &[u32], articles: &[Told]) {
    let Some(roles) = articles.first().map(|told| told.roles) else {
        return;
    };
    for (at, word) in roles.vocabulary.words().enumerate() {
        let Some(bare) = roles.grammar.language.without_article(word) else {
            continue;
        };
        let Some(bare) = roles.vocabulary.find(bare) else {
            continue;
        };
        if 2 * totals[at] > totals[bare.at()] {
            beings[bare.at()] = None;
        }
    }
}

/// Names with something glued before them are the same names (بكيدال, وكيدال).
fn bare(beings: &mut [Option<Being>], articles: &[Told]) -> FxHashMap<WordIx, WordIx> {
    let mut same = FxHashMap::default();
    let Some(roles) = articles.first().map(|told| told.roles) else {
        return same;
    };
    for (at, word) in (0..).zip(roles.vocabulary.words()) {
        let glued = [Features::AND, Features::BY, Features::FOR];
        let behind = glued.into_iter().find_map(|glued| {
            let rest = roles.grammar.language.behind(word, glued)?;
            let rest = roles.vocabulary.find(rest)?;
            let is_long = roles.vocabulary.word(rest).chars().count() >= 4;
            (is_long && beings[rest.at()].is_some()).then_some(rest)
        });
        if let Some(rest) = behind {
            beings[at as usize] = beings[rest.at()];
            same.insert(WordIx(at), rest);
        }
    }
    same
}

/// Where something stands in a body as a name does.
fn slots(told: &Told, acts: &ActClasses) -> Vec<Slot> {
    let mut slots = Vec::new();
    for (_, running) in told.runs[1].sentences() {
        let words = clause::words(running, told.roles, acts);
        for at in 0..words.len() {
            place_slot(&words, at, told.roles, &mut slots);
            object_slot(&words, at, acts, &mut slots);
            person_slots(&words, at, &mut slots);
        }
    }
    slots
}

/// في تينزاواتن, في مدينة حلب.
fn place_slot(words: &[Word], at: usize, roles: &Roles, slots: &mut Vec<Slot>) {
    let word = &words[at];
    if word.is(Is::PlaceKind) {
        let letters = |word: &Word| roles.vocabulary.word(word.ix);
        let before = at
            .checked_sub(1)
            .map_or("", |before| letters(&words[before]));
        let following = words[at + 1..]
            .iter()
            .take(4)
            .take_while(|word| word.follows);
        let all: Vec<&str> = std::iter::once(word)
            .chain(following)
            .map(letters)
            .collect();
        match roles.grammar.place(before, &all) {
            Some(1) if words[at + 1].may_be_name() || words[at + 1].is(Is::Definite) => {
                slots.push(Slot::Place(words[at + 1].ix));
            }
            Some(2) => slots.push(Slot::Pair(words[at + 1].ix, words[at + 2].ix)),
            _ => {}
        }
    } else if word.is(Is::Where) && is_alone(words, at + 1) {
        slots.push(Slot::Place(words[at + 1].ix));
    }
}

/// السيطرة على كيدال.
fn object_slot(words: &[Word], at: usize, acts: &ActClasses, slots: &mut Vec<Slot>) {
    let word = &words[at];
    if !acts.any(word.role.acts, By::Place) && !acts.any(word.role.acts, By::Town) {
        return;
    }
    let reach = words.len().min(at + 1 + OBJECT_REACH);
    let on = (at + 1..reach).find(|on| words[*on].is(Is::On));
    let Some(on) = on else {
        return;
    };
    let object = on + 1;
    if is_alone(words, object) {
        slots.push(Slot::Place(words[object].ix));
    }
}

/// السيد لافروف, الرئيس السابق حسني مبارك, محمد الجندي.
fn person_slots(words: &[Word], at: usize, slots: &mut Vec<Slot>) {
    let word = &words[at];
    if word.is(Is::Title) {
        let rest = &words[at + 1..];
        let described = rest.iter().take(3);
        let described = described
            .take_while(|word| word.follows && word.is(Is::Definite))
            .count();
        if described == 0 && !word.is(Is::Definite) {
            return;
        }
        let named = rest[described..].iter().take(3);
        let named = named.take_while(|word| word.follows && word.may_be_name());
        let named = named.filter(|word| !word.is(Is::Given));
        slots.extend(named.map(|word| Slot::Person(word.ix)));
    } else if word.is(Is::Given) {
        let surname = words.get(at + 1).filter(|word| word.follows);
        let surname = surname.filter(|word| !word.is(Is::Given));
        let surname = surname.filter(|word| {
            word.may_be_name() || word.is(Is::Definite) && !word.is(Is::Day) && word.role.acts == 0
        });
        slots.extend(surname.map(|word| Slot::Person(word.ix)));
    }
}

/// Whether a word may be a name and no word describes it or belongs to it.
fn is_alone(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at) else {
        return false;
    };
    let is_end = match words.get(at + 1) {
        None => true,
        Some(next) => {
            !next.follows || next.is(Is::Function) || next.is(Is::Day) || next.is(Is::Where)
        }
    };
    word.follows && word.may_be_name() && is_end
}

impl ActClasses {
    /// Whether any of some classes is told apart so.
    fn any(&self, bits: u64, by: By) -> bool {
        self.of(bits).any(|act| self.by(act) == by)
    }
}
