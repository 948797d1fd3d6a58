//! From indices to what a reader sees: names, quoted words, places counted in characters.

use super::cell::Cell;
use crate::corpus::markup::{self, one_line};
use crate::corpus::{ArticleIx, Corpus, Part, SourceIx, Stamp};
use crate::events::{Alignment, EventIx};
use crate::framing::Mention;
use crate::language;
use crate::lexicon::{ActorIx, FrameIx, LabelIx, Lexicon, TermIx};
use crate::study::Findings;
use crate::voice::Voice;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

impl Findings {
    /// An article's id.
    pub(crate) fn article_id(&self, ix: ArticleIx) -> &str {
        &self.corpus.articles[ix.at()].id
    }

    /// A source's name.
    pub(crate) fn source_name(&self, ix: SourceIx) -> &str {
        &self.corpus.sources[ix.at()]
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
/// has a title; empty where none has.
pub(crate) fn headline<'a>(corpus: &'a Corpus, alignment: &Alignment, ix: EventIx) -> Cow<'a, str> {
    let event = &alignment.events[ix.0 as usize];
    let titles = std::iter::once(&event.core).chain(&event.articles);
    let mut titles = titles.map(|article| title_shown(&corpus.articles[article.at()].title));
    titles.find(|title| !title.is_empty()).unwrap_or_default()
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

/// A date as a cell.
pub(crate) fn date_cell(date: Option<Stamp>) -> Cell<'static> {
    date.map_or(Cell::Missing, |date| {
        let format = if date.timed {
            "%Y-%m-%dT%H:%M"
        } else {
            "%Y-%m-%d"
        };
        Cell::text(date.at.strftime(format).to_string())
    })
}

/// A title as a page shows it.
pub(crate) fn title_shown(title: &str) -> Cow<'_, str> {
    match markup::shown(title.trim()) {
        Cow::Borrowed(title) => title.into(),
        Cow::Owned(_) => one_line(title).into(),
    }
}

/// Counts characters up to byte after byte, in rising order, in one pass.
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

    /// How many characters stand before a byte; begins anew where it lies further left than the
    /// last one.
    pub(crate) fn before(&mut self, byte: u32) -> u32 {
        let byte = byte as usize;
        if byte < self.byte {
            (self.byte, self.character) = (0, 0);
        }
        self.character += self.text[self.byte..byte].chars().count() as u32;
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

    /// The sentence of a mention, on one line.
    pub(crate) fn sentence(&self, placed: &Placed) -> String {
        let bytes = &placed.mention.sentence;
        let text = self.corpus.articles[placed.article.at()].part(placed.part);
        one_line(&text[bytes.start as usize..bytes.end as usize])
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

/// Words with counts, as a cell shows them: `الإرهابيين 3 · مسلحين 1`.
pub(crate) fn listed(counts: Vec<(String, u32)>) -> String {
    let words = counts
        .into_iter()
        .map(|(word, count)| format!("{word} {count}"));
    words.collect::<Vec<_>>().join(" · ")
}

/// So many bytes of a text are looked at for each word of context, tags and all: more than words
/// have, and few enough that a paragraph without end costs no time.
const BYTES_OF_A_WORD: usize = 256;

fn bytes_looked_at(count: u32) -> usize {
    BYTES_OF_A_WORD * (count as usize + 1)
}

/// The first place from a byte on between two characters.
fn boundary(text: &str, byte: usize) -> usize {
    let mut bytes = byte..text.len();
    bytes
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(text.len())
}

/// The last words of the line that a text ends in, as many as asked for.
pub(crate) fn words_before(text: &str, count: u32) -> String {
    let start = text.len().saturating_sub(bytes_looked_at(count));
    let shown = markup::shown(&text[boundary(text, start)..]);
    let line = shown.rsplit('\n').next().unwrap_or_default();
    let start = line
        .rsplit(' ')
        .take(count as usize + 1)
        .map(|word| word.len() + 1)
        .sum::<usize>();
    let start = line.len().saturating_sub(start.saturating_sub(1));
    one_line(&line[start..])
}

/// The first words of the line that a text begins in.
pub(crate) fn words_after(text: &str, count: u32) -> String {
    let end = bytes_looked_at(count).min(text.len());
    let shown = markup::shown(&text[..boundary(text, end)]);
    let line = shown.split('\n').next().unwrap_or_default();
    let end = line
        .split(' ')
        .take(count as usize + 1)
        .map(|word| word.len() + 1)
        .sum::<usize>();
    one_line(&line[..end.saturating_sub(1).min(line.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_of_a_page_has_no_tags_and_no_entities() {
        let text = "<p>أول</p><p>قال &quot;إن <b>الج</b>يش&quot; ";
        assert_eq!(words_before(text, 4), "قال \"إن الجيش\"");
        let text = " في&nbsp;<a href=\"x y\">الشمال</a><br>وبعد ذلك";
        assert_eq!(words_after(text, 5), "في الشمال");
        assert_eq!(one_line("<i>وصل</i> الوفد &amp; عاد"), "وصل الوفد & عاد");
        assert_eq!(title_shown(" هجوم  &laquo;كبير&raquo; "), "هجوم «كبير»");
        assert_eq!(title_shown(" هجوم  كبير "), "هجوم  كبير");
    }

    #[test]
    fn context_keeps_to_the_line_and_to_the_number_of_words() {
        let cases = [
            ("أول سطر\nثم قال الجيش إن ", "قال الجيش إن"),
            ("كلمة", "كلمة"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(words_before(text, 3), expected);
        }
        let cases = [
            ("ـين في الشمال أمس.\nوبعد", "ـين في الشمال أمس."),
            (" و ثان ثالث", "و ثان ثالث"),
        ];
        for (text, expected) in cases {
            assert_eq!(words_after(text, 3), expected);
        }
    }
}
