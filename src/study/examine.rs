//! Reading one article: everything that needs its text at hand, in one go; of its tokens no more
//! than a run is kept.

use super::known::known;
use crate::corpus::{Article, Part, Stamp};
use crate::events::{self, Known, Occasion};
use crate::figures::{self, Figure};
use crate::framing::{self, Found, Mention, may_have_terms, prepare};
use crate::lexicon::{ActorIx, Lexicon};
use crate::settings::Settings;
use crate::text::{Cut, Run, Text, Vocabulary};
use crate::voice::{Voice, Voices};
use std::collections::BTreeSet;

/// What was read of one part of an article.
#[derive(Clone, Debug, Default)]
pub(crate) struct PartReading {
    /// Furniture that was cut.
    pub cuts: Vec<Cut>,
    /// Whose words where.
    pub voices: Voices,
    /// Terms found, in order.
    pub mentions: Vec<Mention>,
    /// Figures reported, in order.
    pub figures: Vec<Figure>,
    /// Words by voice, in the order of [`Voice::ALL`].
    pub words: [u32; 4],
    /// Words of each stretch of `voices` that lie in no stretch inside it.
    pub stretch_words: Vec<u32>,
}

/// What was read of an article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    /// Title and body.
    pub parts: [PartReading; 2],
    /// Whom the article names, sorted, each once.
    pub named: Box<[ActorIx]>,
    /// When and where it says that its event was.
    pub occasion: Occasion,
    /// Places, persons and states that its body names, in order.
    pub known: Box<[Known]>,
}

impl Reading {
    /// One of the two parts.
    pub(crate) fn part(&self, part: Part) -> &PartReading {
        match part {
            Part::Title => &self.parts[0],
            Part::Body => &self.parts[1],
        }
    }

    /// Words in one voice, title and body together.
    pub(crate) fn words(&self, voice: Voice) -> u32 {
        self.parts
            .iter()
            .map(|part| part.words[voice as usize])
            .sum()
    }

    /// All words that were not cut.
    pub(crate) fn all_words(&self) -> u32 {
        Voice::ALL.iter().map(|voice| self.words(*voice)).sum()
    }
}

/// Reads an article with a lexicon: its voices, its mentions and whom they are about. Figures,
/// day and place are left out.
pub(crate) fn read(article: &Article, lexicon: &Lexicon, settings: &Settings) -> Reading {
    let texts = Part::ALL.map(|part| prepare(article, part, lexicon));
    read_texts(&texts, article.date, lexicon, settings)
}

/// The same; `None` of an article that has no term.
pub(crate) fn read_if_any(
    article: &Article,
    lexicon: &Lexicon,
    settings: &Settings,
) -> Option<Reading> {
    let texts = Part::ALL.map(|part| prepare(article, part, lexicon));
    let has_any = texts.iter().any(|text| may_have_terms(lexicon, text));
    has_any.then(|| read_texts(&texts, article.date, lexicon, settings))
}

/// Reads an article and its figures, and takes down the words of its title and body, numbered in a
/// vocabulary.
pub(crate) fn examine(
    article: &Article,
    lexicon: &Lexicon,
    settings: &Settings,
    vocabulary: &mut Vocabulary,
) -> (Reading, [Run; 2]) {
    let texts = Part::ALL.map(|part| prepare(article, part, lexicon));
    let mut reading = read_texts(&texts, article.date, lexicon, settings);
    for (part, text) in reading.parts.iter_mut().zip(&texts) {
        part.figures = figures::read(text, lexicon);
    }
    reading.occasion = events::occasion(&texts[1], article.date);
    (reading, texts.map(|text| Run::of(&text, vocabulary)))
}

/// Reads an article of a day whose parts are prepared.
pub(super) fn read_texts(
    texts: &[Text; 2],
    date: Option<Stamp>,
    lexicon: &Lexicon,
    settings: &Settings,
) -> Reading {
    let mut found = texts
        .each_ref()
        .map(|text| framing::find(lexicon, text, settings.near_words));
    let day = date.map(|date| date.at.date().to_string());
    let texts_of = texts.each_ref();
    framing::bind(
        lexicon,
        &texts_of,
        &mut found,
        settings.bindings,
        day.as_deref(),
    );
    let names = found.iter().flat_map(|found| &found.names);
    let named: BTreeSet<ActorIx> = names.map(|name| name.actor).collect();
    let known = known(&texts[1], &found[1], lexicon);
    let [found_title, found_body] = found;
    Reading {
        parts: [
            read_part(&texts[0], found_title),
            read_part(&texts[1], found_body),
        ],
        named: named.into_iter().collect(),
        occasion: Occasion::default(),
        known,
    }
}

fn read_part(text: &Text, found: Found) -> PartReading {
    let (words, stretch_words) = count_words(text, &found.voices);
    PartReading {
        cuts: text.cuts.clone(),
        words,
        stretch_words,
        voices: found.voices,
        mentions: found.mentions,
        figures: Vec::new(),
    }
}

/// Words by voice and by stretch.
fn count_words(text: &Text, voices: &Voices) -> ([u32; 4], Vec<u32>) {
    let mut words = [0; 4];
    let mut stretches = vec![0; voices.stretches.len()];
    let mut cursor = voices.cursor();
    for (ix, token) in text.tokens.list.iter().enumerate() {
        if text.is_word(ix as u32) {
            let (voice, stretch) = cursor.at(token.start);
            words[voice as usize] += 1;
            if let Some(stretch) = stretch {
                stretches[stretch] += 1;
            }
        }
    }
    (words, stretches)
}
