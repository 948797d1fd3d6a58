//! From indices to what a reader sees: names, quoted words, places counted in characters.

use super::brief::{around, first_words};
use super::cell::Cell;
use crate::corpus::markup::{self, one_line};
use crate::corpus::{ArticleIx, Corpus, Part, SourceIx, Stamp};
use crate::events::{Alignment, EventIx};
use crate::framing::Mention;
use crate::language;
use crate::lexicon::{ActorIx, FrameIx, LabelIx, Lexicon, TermIx};
use crate::study::Findings;
use crate::voice::Voice;
use crate::wording::{Tongue, in_tongue};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

impl Findings {
    /// An article's id.
    pub(crate) fn article_id(&self, ix: ArticleIx) -> &str {
        &self.corpus.articles[ix.at()].id
    }

    /// A source's name, or that of a group of them.
    pub(crate) fn source_name(&self, ix: SourceIx) -> &str {
        self.corpus.name_of(ix)
    }

    /// An event's name.
    pub(crate) fn event_name(&self, ix: EventIx) -> &str {
        &self.alignment.events[ix.0 as usize].name
    }

    /// The headline of an event: the title of the article nearest its core, or of its first one that
    /// has a title.
    pub(crate) fn headline(&self, ix: EventIx) -> Cow<'_, str> {
        headline(&self.corpus, &self.alignment, ix)
    }

    /// First and last date of an event, as far as dates are known.
    pub(crate) fn dates(&self, ix: EventIx) -> (Option<Stamp>, Option<Stamp>) {
        let articles = &self.alignment.events[ix.0 as usize].articles;
        let dates = articles
            .iter()
            .filter_map(|article| self.corpus.articles[article.at()].date);
        (dates.clone().min(), dates.max())
    }
}

/// The headline of an event: the title of the article nearest its core, or of its first one that
/// has a title; the first words of the former where none has.
pub(crate) fn headline<'a>(corpus: &'a Corpus, alignment: &Alignment, ix: EventIx) -> Cow<'a, str> {
    let event = &alignment.events[ix.0 as usize];
    let titles = std::iter::once(&event.core).chain(&event.articles);
    let mut titles = titles.map(|article| title_shown(&corpus.articles[article.at()].title));
    let title = titles.find(|title| !title.is_empty());
    title.unwrap_or_else(|| first_words(&corpus.articles[event.core.at()].text).into())
}

impl Lexicon {
    /// A frame's key.
    pub(crate) fn frame_name(&self, ix: FrameIx) -> &str {
        &self.frames[ix.0 as usize].name
    }

    /// A label's key.
    pub(crate) fn label_name(&self, ix: LabelIx) -> &str {
        &self.labels[ix.0 as usize].name
    }

    /// An actor's key; empty where there is none.
    pub(crate) fn actor_name(&self, ix: Option<ActorIx>) -> &str {
        ix.map_or("", |ix| &self.actors[ix.0 as usize].name)
    }

    /// An actor's key; missing where there is none.
    pub(crate) fn actor_cell(&self, ix: Option<ActorIx>) -> Cell<'_> {
        Cell::text(self.actor_name(ix))
    }
}

/// What readers call frames, labels and actors, in the language of a report; where the lists give no
/// name, the key.
#[derive(Clone, Copy)]
pub(crate) struct Spoken<'a> {
    lexicon: &'a Lexicon,
    /// The language.
    pub tongue: Tongue,
}

impl<'a> Spoken<'a> {
    /// In the language of a report.
    pub(crate) fn of(findings: &'a Findings) -> Self {
        Spoken::in_tongue(findings, findings.tongue)
    }

    /// In a language.
    pub(crate) fn in_tongue(findings: &'a Findings, tongue: Tongue) -> Self {
        let lexicon = &findings.lexicon;
        Spoken { lexicon, tongue }
    }

    /// A frame's name.
    pub(crate) fn frame(self, ix: FrameIx) -> &'a str {
        let frame = &self.lexicon.frames[ix.0 as usize];
        frame.called.or(&frame.name, self.tongue)
    }

    /// A frame's question; without one its name.
    pub(crate) fn question(self, ix: FrameIx) -> &'a str {
        let frame = &self.lexicon.frames[ix.0 as usize];
        frame.question.or(self.frame(ix), self.tongue)
    }

    /// A label's name.
    pub(crate) fn label(self, ix: LabelIx) -> &'a str {
        let label = &self.lexicon.labels[ix.0 as usize];
        label.called.or(&label.name, self.tongue)
    }

    /// An actor's name; empty where there is none.
    pub(crate) fn actor(self, ix: Option<ActorIx>) -> &'a str {
        ix.map_or("", |ix| {
            let actor = &self.lexicon.actors[ix.0 as usize];
            actor.called.or(&actor.name, self.tongue)
        })
    }

    /// Whom a comparison is about: an actor, or the event as a whole.
    pub(crate) fn subject(self, ix: Option<ActorIx>) -> &'a str {
        match ix {
            Some(_) => self.actor(ix),
            None => in_tongue(self.tongue, "contrasts.whole-event"),
        }
    }

    /// The cells of a frame and an actor: key and name of each.
    pub(crate) fn topic(self, frame: FrameIx, actor: Option<ActorIx>) -> [Cell<'a>; 4] {
        [
            Cell::text(self.lexicon.frame_name(frame)),
            Cell::text(self.frame(frame)),
            self.lexicon.actor_cell(actor),
            Cell::text(self.actor(actor)),
        ]
    }
}

/// A day as a cell.
pub(crate) fn date_cell(date: Option<Stamp>) -> Cell<'static> {
    date.map_or(Cell::Missing, |date| {
        Cell::text(date.at.strftime("%Y-%m-%d").to_string())
    })
}

/// The time of day as a cell of its own, so that a column of days holds nothing else.
pub(crate) fn time_cell(date: Option<Stamp>) -> Cell<'static> {
    let timed = date.filter(|date| date.timed);
    timed.map_or(Cell::Missing, |date| {
        Cell::text(date.at.strftime("%H:%M").to_string())
    })
}

/// A title as a page shows it.
pub(crate) fn title_shown(title: &str) -> Cow<'_, str> {
    match markup::shown(title.trim()) {
        Cow::Borrowed(title) => title.into(),
        Cow::Owned(_) => one_line(title).into(),
    }
}

/// Counts characters up to byte after byte, each from the last one.
pub(crate) struct Characters<'a> {
    text: &'a str,
    byte: usize,
    character: u32,
}

impl<'a> Characters<'a> {
    /// Begins at the beginning.
    pub(crate) fn of(text: &'a str) -> Self {
        Characters {
            text,
            byte: 0,
            character: 0,
        }
    }

    /// How many characters stand before a byte.
    pub(crate) fn before(&mut self, byte: u32) -> u32 {
        let byte = byte as usize;
        let between = |from: usize, to: usize| self.text[from..to].chars().count() as u32;
        self.character = match byte < self.byte {
            true => self.character - between(byte, self.byte),
            false => self.character + between(self.byte, byte),
        };
        self.byte = byte;
        self.character
    }

    /// A range of bytes as characters.
    pub(crate) fn range(&mut self, bytes: &Range<u32>) -> Range<u32> {
        let start = self.before(bytes.start);
        start..self.before(bytes.end)
    }
}

/// A mention that counts, with all that places it.
#[derive(Clone, Copy)]
pub(crate) struct Placed<'a> {
    /// Its event.
    pub event: EventIx,
    /// Its source.
    pub source: SourceIx,
    /// Its frame.
    pub frame: FrameIx,
    /// Whom it is about.
    pub actor: Option<ActorIx>,
    /// Its label.
    pub label: LabelIx,
    /// Whose word it is.
    pub voice: Voice,
    /// Its article.
    pub article: ArticleIx,
    /// Title or body.
    pub part: Part,
    /// The mention itself.
    pub mention: &'a Mention,
}

/// Every mention that counts, in the order of articles and places.
pub(crate) fn placed(findings: &Findings) -> Vec<Placed<'_>> {
    let mut all = Vec::new();
    for (article, reading) in (0..).map(ArticleIx).zip(&findings.readings) {
        let fact = &findings.facts[article.at()];
        for part in Part::ALL {
            let mentions = reading.part(part).mentions.iter();
            let counting = mentions.filter(|mention| findings.counts(mention));
            all.extend(counting.map(|mention| Placed {
                event: fact.event,
                source: fact.source,
                frame: findings.lexicon.frame_of(mention.term),
                actor: mention.actor,
                label: findings.lexicon.terms[mention.term.0 as usize].label,
                voice: mention.voice,
                article,
                part,
                mention,
            }));
        }
    }
    all
}

impl Findings {
    /// Whether a mention counts: one that is negated or only possible does not, by default.
    pub(crate) fn counts(&self, mention: &Mention) -> bool {
        mention.irrealis.is_none() || self.settings.count_irrealis
    }

    /// The form of a mention as written, without marks and tatweel.
    pub(crate) fn form(&self, placed: &Placed) -> String {
        let article = &self.corpus.articles[placed.article.at()];
        let bytes = &placed.mention.bytes;
        let written = &article.part(placed.part)[bytes.start as usize..bytes.end as usize];
        language::of(article.language.as_deref()).exact(&one_line(written))
    }

    /// A mention with two words on either side, or with its whole sentence; without the latter only
    /// where its label judges.
    pub(crate) fn example(&self, placed: &Placed) -> String {
        let mention = placed.mention;
        let judges = self.lexicon.labels[placed.label.0 as usize].stance != 0;
        if !judges && !self.settings.all_tables {
            return String::new();
        }
        let text = self.corpus.articles[placed.article.at()].part(placed.part);
        around(text, &mention.sentence, &mention.bytes, (2, &self.settings))
    }
}

impl Findings {
    /// The terms of some mentions, each in its most frequent form, with counts, the highest first.
    pub(crate) fn wording(&self, mentions: &[&Placed]) -> Vec<(String, u32)> {
        let mut terms: BTreeMap<TermIx, Vec<String>> = BTreeMap::new();
        for mention in mentions {
            terms
                .entry(mention.mention.term)
                .or_default()
                .push(self.form(mention));
        }
        let mut words: BTreeMap<String, u32> = BTreeMap::new();
        for forms in terms.into_values() {
            let count = forms.len() as u32;
            let usual = by_frequency(tally(forms)).swap_remove(0).0;
            *words.entry(usual).or_default() += count;
        }
        by_frequency(words)
    }
}

/// How often each word stands among the given ones.
pub(crate) fn tally(words: impl IntoIterator<Item = String>) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

/// Words with counts, the highest first, then in the order of the words.
pub(crate) fn by_frequency(counts: BTreeMap<String, u32>) -> Vec<(String, u32)> {
    let mut counts: Vec<(String, u32)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}

/// The words used most in some mentions, and how many others there are.
pub(crate) fn most_used(findings: &Findings, mentions: &[&Placed], most: usize) -> String {
    let mut words = findings.wording(mentions);
    let others: u32 = words.iter().skip(most).map(|(_, count)| count).sum();
    words.truncate(most);
    match others {
        0 => listed(words),
        _ => format!("{} · … {others}", listed(words)),
    }
}

/// Words with counts, as a cell shows them: `الإرهابيين 3 · مسلحين 1`.
pub(crate) fn listed(counts: Vec<(String, u32)>) -> String {
    let words = counts
        .into_iter()
        .map(|(word, count)| format!("{word} {count}"));
    words.collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_what_a_page_shows_of_it() {
        assert_eq!(title_shown(" هجوم  &laquo;كبير&raquo; "), "هجوم «كبير»");
        assert_eq!(title_shown(" هجوم  كبير "), "هجوم  كبير");
    }
    #[test]
    fn characters_are_counted_forwards_and_back() {
        let text = "في 𐤀بيت";
        let mut characters = Characters::of(text);
        let places: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).collect();
        for at in [4, 6, 3, 0, 5, 1] {
            assert_eq!(characters.before(places[at]), at as u32);
        }
    }
}
