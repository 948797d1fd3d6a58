//! Who speaks in each stretch: one person under all names, as far as the texts tell.

mod full_names;
mod speaking;
mod written;

use super::Reading;
use crate::corpus::{Article, ArticleIx, Corpus, Part};
use crate::events::Alignment;
use crate::language;
use crate::lexicon::{ActorIx, Lexicon};
use crate::voice::Stretch;
use full_names::full_names;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use written::{Called, Written};

/// A speaker's place in [`Speakers::list`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SpeakerIx(pub u32);

/// How a speaker is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Known {
    /// By a full name.
    Person,
    /// As an actor of the lists.
    Actor,
    /// By words that may stand for many (الوزير, مصدر أمني).
    Words,
}

impl Known {
    /// As `speakers.csv` names it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Known::Person => "person",
            Known::Actor => "actor",
            Known::Words => "words",
        }
    }
}

/// Somebody who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Speaker {
    /// The fullest name, as written most often.
    pub name: String,
    /// How it is known.
    pub known: Known,
    /// The actor that it is, speaks for or has an office in; `None` where the lists know none, or
    /// two.
    pub side: Option<ActorIx>,
}

/// The speakers of a study, and who speaks in each stretch.
pub(crate) struct Speakers {
    /// Sorted by how they are known, then by name.
    pub list: Vec<Speaker>,
    /// Of each article its title and body: the speaker of each stretch.
    of: Vec<[Vec<Option<SpeakerIx>>; 2]>,
}

/// What tells a speaker from all others.
type Key = (Known, String);

impl Speakers {
    /// Finds out who speaks.
    ///
    /// A surname is its bearer's where the article has one full name that it fits, or else the
    /// articles of its event have one as a speaker's; a definite word (الوزير) is the one speaker
    /// before it in the article who is called so. Where two fit, it stays as written.
    pub(crate) fn of(
        corpus: &Corpus,
        lexicon: &Lexicon,
        readings: &[Reading],
        alignment: &Alignment,
    ) -> Speakers {
        let table = taken_apart(corpus, lexicon, readings);
        let mut articles: Vec<Told> = corpus
            .articles
            .par_iter()
            .zip(readings)
            .map(|(article, reading)| Told::of(article, reading, lexicon, &table))
            .collect();
        for event in &alignment.events {
            within_event(&event.articles, &mut articles);
        }
        articles.par_iter_mut().for_each(Told::describe);
        numbered(&articles)
    }

    /// Who speaks in a stretch; `None` where nobody is named, or nobody who could be meant.
    pub(crate) fn at(&self, article: ArticleIx, part: Part, stretch: usize) -> Option<SpeakerIx> {
        let of = &self.of[article.at()][usize::from(part == Part::Body)];
        of.get(stretch).copied().flatten()
    }

    /// A speaker.
    pub(crate) fn speaker(&self, ix: SpeakerIx) -> &Speaker {
        &self.list[ix.0 as usize]
    }
}

/// All speakers as written, taken apart, by the code of their language.
type Table<'a> = BTreeMap<(&'static str, &'a str), Written>;

fn stretches(reading: &Reading) -> impl Iterator<Item = &Stretch> {
    reading.parts.iter().flat_map(|part| &part.voices.stretches)
}

fn code(article: &Article) -> &'static str {
    language::of(article.language.as_deref()).code()
}

fn taken_apart<'a>(corpus: &Corpus, lexicon: &Lexicon, readings: &'a [Reading]) -> Table<'a> {
    let mut all: BTreeSet<(&str, &str)> = BTreeSet::new();
    for (article, reading) in corpus.articles.iter().zip(readings) {
        let code = code(article);
        let speakers = stretches(reading).filter_map(|stretch| stretch.speaker.as_deref());
        all.extend(speakers.map(|speaker| (code, speaker)));
    }
    let taken = all.into_par_iter().map(|(code, speaker)| {
        let language = language::of(Some(code));
        let written = Written::of(lexicon, lexicon.grammar(language), speaker);
        ((language.code(), speaker), written)
    });
    taken.collect::<Vec<_>>().into_iter().collect()
}

/// The stretches of an article, and who speaks in each.
struct Told<'a> {
    written: [Vec<Option<&'a Written>>; 2],
    keys: [Vec<Option<Key>>; 2],
}

impl<'a> Told<'a> {
    fn of(
        article: &Article,
        reading: &'a Reading,
        lexicon: &Lexicon,
        table: &'a Table<'a>,
    ) -> Self {
        let code = code(article);
        let written = |part: Part| -> Vec<Option<&'a Written>> {
            let stretches = reading.part(part).voices.stretches.iter();
            let speakers = stretches.map(|stretch| stretch.speaker.as_deref());
            speakers
                .map(|speaker| table.get(&(code, speaker?)))
                .collect()
        };
        let written = [written(Part::Title), written(Part::Body)];
        let keys = [Vec::new(), Vec::new()];
        let mut told = Told { written, keys };
        let names = told.persons();
        let grammar = lexicon.grammar(language::of(Some(code)));
        let surnames = told.all().filter_map(|one| one.surname.as_deref());
        let surnames: BTreeSet<&str> = surnames.collect();
        let texts = [&article.title, &article.text].into_iter();
        let full: Vec<(String, String)> = texts
            .filter(|_| !surnames.is_empty())
            .flat_map(|text| full_names(grammar, text))
            .collect();
        let owner = |surname: &&str| {
            let bearing = full.iter().filter(|(last, _)| last == surname);
            let mut fit = fitting(&names, surname);
            fit.extend(bearing.map(|(_, name)| name.clone()));
            only(fit)
        };
        let known: BTreeMap<&str, Option<String>> = surnames
            .iter()
            .map(|surname| (*surname, owner(surname)))
            .collect();
        let key = |one: &Option<&Written>| (*one).and_then(|one| key(one, &known));
        told.keys = told
            .written
            .each_ref()
            .map(|part| part.iter().map(key).collect());
        told
    }

    fn all(&self) -> impl Iterator<Item = &'a Written> {
        self.written.iter().flatten().filter_map(|one| *one)
    }

    /// The keys of the persons that its stretches name in full.
    fn persons(&self) -> BTreeSet<String> {
        let named = self.all().filter_map(|one| one.person.as_ref());
        named.map(|called| called.key.clone()).collect()
    }

    /// Gives surnames that are nobody's yet to the one of some full names that they fit.
    fn surnames(&mut self, names: &BTreeSet<String>) {
        for (written, keys) in self.written.iter().zip(&mut self.keys) {
            for (written, key) in written.iter().zip(keys) {
                let free = matches!(key, Some((Known::Words, _)));
                let surname = written.and_then(|written| written.surname.as_deref());
                let name = surname.and_then(|surname| only(fitting(names, surname)));
                if let (true, Some(name)) = (free, name) {
                    *key = Some((Known::Person, name));
                }
            }
        }
    }

    /// Gives single definite words to the one speaker who was called so before.
    fn describe(&mut self) {
        let mut called: BTreeMap<&str, BTreeSet<Key>> = BTreeMap::new();
        for (written, keys) in self.written.iter().zip(&mut self.keys) {
            for (written, key) in written.iter().zip(keys) {
                let Some((written, own)) = written.zip(key.as_mut()) else {
                    continue;
                };
                let before = |noun: &String| called.get(noun.as_str());
                let before = written.described.as_ref().and_then(before);
                match before.map(|all| all.iter().collect::<Vec<_>>()).as_deref() {
                    Some([one]) if own.0 == Known::Words => *own = (*one).clone(),
                    _ if written.is_title && own.0 == Known::Words => *key = None,
                    _ if written.described.is_some() => {}
                    _ => {
                        for head in &written.heads {
                            called.entry(head).or_default().insert(own.clone());
                        }
                    }
                }
            }
        }
    }
}

/// The full names that end in a surname, or begin with it.
fn fitting(names: &BTreeSet<String>, surname: &str) -> BTreeSet<String> {
    let fits = |name: &&String| {
        let ends = name.rsplit(' ').next() == Some(surname);
        ends || name.split(' ').next() == Some(surname)
    };
    names.iter().filter(fits).cloned().collect()
}

/// The only one of some; of several the longest where all others are part of it (محمد مرسي, of
/// محمد محمد مرسي).
fn only(names: BTreeSet<String>) -> Option<String> {
    let longest = names.iter().max_by_key(|name| name.len())?;
    let is_part = |name: &String| longest.ends_with(name.as_str());
    names.iter().all(is_part).then(|| longest.clone())
}

fn key(written: &Written, known: &BTreeMap<&str, Option<String>>) -> Option<Key> {
    if let Some(person) = &written.person {
        return Some((Known::Person, person.key.clone()));
    }
    let surname = written.surname.as_deref();
    if let Some(Some(name)) = surname.and_then(|surname| known.get(surname)) {
        return Some((Known::Person, name.clone()));
    }
    if let Some(actor) = written.actor {
        return Some((Known::Actor, actor_key(actor)));
    }
    let words = written.words.as_ref()?;
    Some((Known::Words, words.key.clone()))
}

fn actor_key(actor: ActorIx) -> String {
    format!("{:08}", actor.0)
}

fn within_event(event: &[ArticleIx], articles: &mut [Told]) {
    if event.len() < 2 {
        return;
    }
    let names = event.iter().flat_map(|ix| articles[ix.at()].persons());
    let names: BTreeSet<String> = names.collect();
    for ix in event {
        articles[ix.at()].surnames(&names);
    }
}

/// How one speaker is written, and as whom the lists know it.
#[derive(Default)]
struct Forms {
    names: BTreeMap<String, u32>,
    own: BTreeSet<ActorIx>,
    sides: BTreeSet<ActorIx>,
}

impl Forms {
    fn add(&mut self, key: &Key, written: &Written) {
        let called: Option<&Called> = match key.0 {
            Known::Person => written.person.as_ref(),
            _ => written.words.as_ref(),
        };
        // A word that only points back (المصدر) is no name.
        let names = |called: &&Called| match key.0 {
            Known::Actor => written.actor.is_some(),
            _ => called.key == key.1,
        };
        if let Some(called) = called.filter(names) {
            *self.names.entry(called.shown.clone()).or_default() += 1;
        }
        self.own.extend(written.actor);
        self.sides.extend(written.speaks_for);
    }

    /// The name, as most write it.
    fn name(&self, key: &str) -> String {
        let most = self
            .names
            .iter()
            .max_by_key(|(name, count)| (**count, std::cmp::Reverse(*name)));
        most.map_or(key.to_owned(), |(name, _)| name.clone())
    }

    fn side(&self) -> Option<ActorIx> {
        let sides = if self.own.is_empty() {
            &self.sides
        } else {
            &self.own
        };
        sides.first().copied().filter(|_| sides.len() == 1)
    }
}

fn numbered(articles: &[Told]) -> Speakers {
    let mut forms: BTreeMap<Key, Forms> = BTreeMap::new();
    let each = |told: &Told, forms: &mut BTreeMap<Key, Forms>| {
        let written = told.written.iter().flatten();
        for (written, key) in written.zip(told.keys.iter().flatten()) {
            if let (Some(written), Some(key)) = (written, key) {
                forms.entry(key.clone()).or_default().add(key, written);
            }
        }
    };
    articles.iter().for_each(|told| each(told, &mut forms));
    // A person whom the lists know is that actor under all names.
    let same: BTreeMap<Key, Key> = forms
        .iter()
        .filter(|((known, _), of)| *known == Known::Person && of.own.len() == 1)
        .filter_map(|(key, of)| Some((key.clone(), (Known::Actor, actor_key(*of.own.first()?)))))
        .collect();
    for (person, actor) in &same {
        let Forms { names, own, sides } = forms.remove(person).unwrap_or_default();
        let all = forms.entry(actor.clone()).or_default();
        for (name, count) in names {
            *all.names.entry(name).or_default() += count;
        }
        all.own.extend(own);
        all.sides.extend(sides);
    }
    let keys: Vec<&Key> = forms.keys().collect();
    let number = |key: &Option<Key>| {
        let key = key.as_ref()?;
        let place = keys.binary_search(&same.get(key).unwrap_or(key)).ok()?;
        Some(SpeakerIx(place as u32))
    };
    let of = articles.iter().map(|told| {
        told.keys
            .each_ref()
            .map(|part| part.iter().map(number).collect())
    });
    let of = of.collect();
    let speaker = |(key, forms): (&Key, &Forms)| Speaker {
        name: forms.name(&key.1),
        known: key.0,
        side: forms.side(),
    };
    Speakers {
        list: forms.iter().map(speaker).collect(),
        of,
    }
}
