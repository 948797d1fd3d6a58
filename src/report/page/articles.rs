//! The articles that a page holds, with their pieces, and the mentions in them.

use super::PageTexts;
use super::choice::Choice;
use super::pieces::{Piece, Shown, runs};
use crate::corpus::{ArticleIx, Part, SourceIx};
use crate::events::EventIx;
use crate::figures::Bound;
use crate::framing::Mention;
use crate::lexicon::LabelIx;
use crate::report::brief::{bytes_around, shortened};
use crate::report::cell::Cell;
use crate::report::names::{date_cell, time_cell, title_shown};
use crate::study::{Findings, PartReading};
use crate::voice::{Stretch, StretchKind, Voice};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Sentences of a label that a source gives in an event, where a page holds excerpts; of the other
/// mentions it has a few words around them.
const SENTENCES: usize = 2;

/// Words around a figure.
const WORDS_OF_A_FIGURE: usize = 6;

/// Which sentences of a label and a source in an event are in the page already.
type Given = BTreeMap<(EventIx, SourceIx, LabelIx), BTreeSet<(ArticleIx, Part, u32)>>;

/// What a page holds of its articles.
#[derive(Default)]
pub(super) struct Held {
    /// A row an article.
    pub articles: Vec<Value>,
    /// A row a mention.
    pub mentions: Vec<Value>,
    /// A row a figure, by the place of its article.
    pub figures: Vec<(ArticleIx, Value)>,
}

/// The articles of the chosen events.
pub(super) fn held(findings: &Findings, choice: &Choice, texts: PageTexts) -> Held {
    let mut held = Held::default();
    let mut given = Given::new();
    for ix in &choice.articles {
        Article {
            findings,
            choice,
            texts,
            ix: *ix,
        }
        .put(&mut held, &mut given);
    }
    held
}

/// One article on its way into the page.
struct Article<'a> {
    findings: &'a Findings,
    choice: &'a Choice,
    texts: PageTexts,
    ix: ArticleIx,
}

impl Article<'_> {
    fn put(&self, held: &mut Held, given: &mut Given) {
        let article = &self.findings.corpus.articles[self.ix.at()];
        let mut pieces: Vec<Value> = Vec::new();
        for part in Part::ALL {
            let text = article.part(part);
            let shown = Shown::of(text);
            let runs = runs(part, text, self.texts, self.excerpts(part, given));
            let own: Vec<Piece> = runs.into_iter().map(|run| shown.piece(part, run)).collect();
            self.put_places(&shown, &own, pieces.len(), held);
            let read = self.findings.readings[self.ix.at()].part(part);
            let told = own.iter().map(|piece| self.piece(&shown, piece, read));
            pieces.extend(told);
        }
        held.articles.push(self.row(pieces));
    }

    /// `[id, source, event, day, time, copy of, whether it counts, words, quoted words, title, pieces]`.
    fn row(&self, pieces: Vec<Value>) -> Value {
        let findings = self.findings;
        let article = &findings.corpus.articles[self.ix.at()];
        let reading = &findings.readings[self.ix.at()];
        let fact = &findings.facts[self.ix.at()];
        let witness = findings.alignment.witness[self.ix.at()];
        let text = |cell: Cell| match cell {
            Cell::Text(text) => json!(text),
            _ => Value::Null,
        };
        json!([
            article.id,
            fact.source.0,
            fact.event.0,
            text(date_cell(article.date)),
            text(time_cell(article.date)),
            (witness != self.ix).then(|| findings.article_id(witness)),
            fact.counted,
            reading.all_words(),
            reading.words(Voice::Quoted),
            title_shown(&article.title),
            pieces,
        ])
    }

    /// What a page of excerpts shows of a body.
    fn excerpts(&self, part: Part, given: &mut Given) -> Vec<Range<u32>> {
        if part == Part::Title || self.texts != PageTexts::Excerpts {
            return Vec::new();
        }
        let text = self.findings.corpus.articles[self.ix.at()].part(part);
        let read = self.findings.readings[self.ix.at()].part(part);
        let fact = &self.findings.facts[self.ix.at()];
        let words = self.findings.settings.context_words as usize;
        let mut excerpts = Vec::new();
        for mention in &read.mentions {
            let label = self.findings.lexicon.terms[mention.term.0 as usize].label;
            let sentences = given.entry((fact.event, fact.source, label)).or_default();
            let sentence = (self.ix, part, mention.sentence.start);
            let is_given = sentences.contains(&sentence);
            if is_given || sentences.len() < SENTENCES {
                sentences.insert(sentence);
                excerpts.push(mention.sentence.clone());
            } else {
                excerpts.push(bytes_around(text, &mention.sentence, &mention.bytes, words));
            }
            // A form may reach over the end of its sentence.
            excerpts.push(mention.bytes.clone());
        }
        let figures = read.figures.iter();
        excerpts.extend(
            figures.map(|figure| {
                bytes_around(text, &figure.sentence, &figure.bytes, WORDS_OF_A_FIGURE)
            }),
        );
        excerpts
    }

    /// `[part, text, cut before, cut behind, stretches, furniture]`.
    fn piece(&self, shown: &Shown, piece: &Piece, read: &PartReading) -> Value {
        let stretches = stretches(shown, piece, read);
        let stretches = stretches.map(|(_, stretch, [from, to])| {
            let speaker = stretch.speaker.as_deref().unwrap_or_default();
            json!([
                from,
                to,
                stretch.kind as u8,
                shortened(speaker, &self.findings.settings),
                stretch.cue,
                stretch.certain,
            ])
        });
        let cuts = read.cuts.iter();
        let cuts = cuts.filter_map(|cut| shown.place(piece, &cut.bytes));
        json!([
            u8::from(piece.part == Part::Body),
            piece.text,
            piece.is_cut_before,
            piece.is_cut_behind,
            stretches.collect::<Vec<Value>>(),
            cuts.collect::<Vec<_>>(),
        ])
    }

    /// The mentions and figures that stand in some pieces; the first of these has a number.
    fn put_places(&self, shown: &Shown, pieces: &[Piece], first: usize, held: &mut Held) {
        let Some(part) = pieces.first().map(|piece| piece.part) else {
            return;
        };
        if self.texts == PageTexts::Nothing {
            return;
        }
        let read = self.findings.readings[self.ix.at()].part(part);
        let of = |bytes: &Range<u32>| {
            let at = pieces.iter().position(|piece| {
                piece.bytes.start <= bytes.start && bytes.end <= piece.bytes.end
            })?;
            Some((at, shown.place(&pieces[at], bytes)?))
        };
        for mention in &read.mentions {
            if let Some((at, place)) = of(&mention.bytes) {
                let sentence = shown.place(&pieces[at], &mention.sentence);
                let stretch = mention.stretch.and_then(|of| {
                    stretches(shown, &pieces[at], read).position(|(ix, ..)| ix == of as usize)
                });
                let row = self.mention(mention, (first + at, place), sentence.unwrap_or(place));
                let mut row = row;
                row.push(json!(stretch));
                held.mentions.push(Value::Array(row));
            }
        }
        for figure in &read.figures {
            let found = of(&figure.bytes);
            let place = found.map(|(at, [from, to])| [first + at, from, to]);
            let who = figure.who.as_str();
            let what = figure.what.map(|what| what.name());
            let bound = match figure.bound {
                Bound::Exact => None,
                Bound::AtLeast => Some("at-least"),
                Bound::AtMost => Some("at-most"),
                Bound::About => Some("about"),
            };
            let row = json!([
                self.choice.place(self.ix),
                figure.value,
                bound,
                what,
                who,
                figure.is_denied,
                place,
            ]);
            held.figures.push((self.ix, row));
        }
    }

    /// `[article, piece, from, to, sentence from, to, label, term, actor, guess, voice, counts, stretch]`.
    fn mention(
        &self,
        mention: &Mention,
        (piece, [from, to]): (usize, [usize; 2]),
        sentence: [usize; 2],
    ) -> Vec<Value> {
        let label = self.findings.lexicon.terms[mention.term.0 as usize].label;
        vec![
            json!(self.choice.place(self.ix)),
            json!(piece),
            json!(from),
            json!(to),
            json!(sentence[0]),
            json!(sentence[1]),
            json!(label.0),
            json!(mention.term.0),
            json!(mention.actor.map(|actor| actor.0)),
            json!(mention.guess.map(|actor| actor.0)),
            json!(mention.voice as u8),
            json!(u8::from(self.findings.counts(mention))),
        ]
    }
}

/// The stretches of a part that change a voice and reach into a piece.
fn stretches<'a>(
    shown: &'a Shown,
    piece: &'a Piece,
    read: &'a PartReading,
) -> impl Iterator<Item = (usize, &'a Stretch, [usize; 2])> {
    let all = read.voices.stretches.iter().enumerate();
    let all = all.filter(|(_, stretch)| stretch.kind != StretchKind::Name);
    all.filter_map(|(ix, stretch)| {
        let place = shown.place(piece, &stretch.bytes)?;
        Some((ix, stretch, place))
    })
}
