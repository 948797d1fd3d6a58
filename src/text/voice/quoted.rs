//! What stands between quotation marks: words of a speaker, a name, or held at arm's length.

use super::acts::{Act, Body};
use super::marks::Quote;
use super::nouns::{is_definite_verbal_noun, is_title};
use super::reader::{Marked, Reader};
use super::words::Class;
use super::{Role, StretchKind};
use crate::corpus::Part;
use crate::language::Kind;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Scare quotes and names have at most this many words (METHOD.md, Voice).
const SHORT: usize = 4;

impl<'t> Reader<'t> {
    /// Decides every quotation of a unit; `acts` are those of the unit.
    pub fn quotes_of(&mut self, unit: &Range<u32>, acts: &[Act]) {
        let first = self.quotes.partition_point(|q| q.outer.start < unit.start);
        let mut said: Option<Marked> = None;
        for ix in first..self.quotes.len() {
            let quote = self.quotes[ix].clone();
            if quote.outer.start >= unit.end {
                break;
            }
            if quote.depth > 0 {
                self.nested(&quote);
                continue;
            }
            let marked = self.decide(&quote, acts, said.as_ref());
            if marked.kind == StretchKind::Quoted {
                said = Some(marked.clone());
            }
            self.marked.push(marked);
        }
    }

    /// Inside another quotation only names need a mark: the rest is the outer speaker's.
    fn nested(&mut self, quote: &Quote) {
        if self.word_count(&quote.inner) <= SHORT && self.is_name(quote) {
            self.push_name(quote);
        }
    }

    fn push_name(&mut self, quote: &Quote) {
        let marked = self.as_name(quote);
        self.marked.push(marked);
    }

    fn as_name(&self, quote: &Quote) -> Marked {
        Marked {
            tokens: quote.inner.clone(),
            kind: StretchKind::Name,
            speaker: None,
            cue: quote.outer.start..quote.outer.start,
        }
    }

    fn decide(&self, quote: &Quote, acts: &[Act], said: Option<&Marked>) -> Marked {
        if let Some(quoted) = self.said_in(quote, acts) {
            return quoted;
        }
        let words = self.word_count(&quote.inner);
        let in_headline = self.text.part == Part::Title && words <= 2;
        if words <= SHORT && (names_speaker(quote, acts) || self.is_name(quote))
            || in_headline && self.is_place_of_name(quote)
        {
            return self.as_name(quote);
        }
        self.of_context(quote, said)
            .unwrap_or_else(|| self.of_nobody(quote, words))
    }

    /// A quotation that an act introduces.
    fn said_in(&self, quote: &Quote, acts: &[Act]) -> Option<Marked> {
        let act = acts
            .iter()
            .rev()
            .find(|act| act.body == Body::Quote && act.start == quote.outer.start)?;
        // Told by somebody as a whole (…، وفق الوزير), the quotation is theirs, too.
        let teller = self
            .around(quote)
            .filter(|around| around.tokens.start <= act.cue.start);
        Some(match teller {
            Some(teller) => as_quoted(quote, teller.speaker.clone(), teller.cue.clone()),
            None => as_quoted(quote, self.speaker_at(acts, act), act.cue.clone()),
        })
    }

    /// A quotation inside a reported clause, on a list of quotations, or given to somebody by ما
    /// وصفه ب.
    fn of_context(&self, quote: &Quote, said: Option<&Marked>) -> Option<Marked> {
        if let Some(around) = self.around(quote) {
            return Some(as_quoted(quote, around.speaker.clone(), around.cue.clone()));
        }
        if let Some(said) = said.filter(|said| self.is_listed_after(said, quote)) {
            return Some(as_quoted(quote, said.speaker.clone(), said.cue.clone()));
        }
        let cue = self.named_by(quote)?;
        Some(as_quoted(quote, self.speaker.clone(), cue))
    }

    /// A quotation that nothing gives to anybody: a long one is still somebody's, most likely of
    /// who spoke last; a short one holds its words off, or is a name.
    fn of_nobody(&self, quote: &Quote, words: usize) -> Marked {
        let mark = quote.outer.start..quote.outer.start + 1;
        if words > SHORT {
            return as_quoted(quote, self.speaker.clone(), mark);
        }
        let sentence = self.text.sentence_of(quote.outer.start);
        let opens_sentence = self.first_word(sentence) == self.first_word(&quote.inner);
        if opens_sentence || !self.is_held_off(quote) && !self.is_wording(quote) {
            return self.as_name(quote);
        }
        Marked {
            kind: StretchKind::Distanced,
            ..as_quoted(quote, None, mark)
        }
    }

    /// Who speaks in an act: its subject, else that of the acts before it.
    fn speaker_at(&self, acts: &[Act], act: &Act) -> Option<Range<u32>> {
        act.subject.clone().or_else(|| {
            acts.iter()
                .rev()
                .skip_while(|other| other.cue.start >= act.cue.start)
                .find_map(|other| other.subject.clone())
                .or_else(|| self.speaker_before.clone())
        })
    }

    /// The innermost reported stretch around a quotation.
    fn around(&self, quote: &Quote) -> Option<&Marked> {
        self.marked
            .iter()
            .rev()
            .take_while(|m| m.tokens.end + 400 > quote.outer.start)
            .filter(|m| m.kind == StretchKind::Reported)
            .find(|m| m.tokens.start <= quote.inner.start && quote.inner.end <= m.tokens.end)
    }

    /// Whether a quotation goes on a list of quotations (`«…»، و«…»`), or follows one in the same
    /// sentence.
    fn is_listed_after(&self, said: &Marked, quote: &Quote) -> bool {
        let between = said.tokens.end..quote.outer.start;
        let words = self.word_count(&between);
        words <= 2 || self.word_count(&quote.inner) > SHORT
    }

    /// ما وصفه ب, ما أسماه: the word before a quotation that gives it to a speaker.
    fn named_by(&self, quote: &Quote) -> Option<Range<u32>> {
        let cue = self.cue_before(quote, Role::SoCalled)?;
        let word = self.folded(cue.end - 1);
        let last = if word == "ب" {
            self.folded(cue.end - 2)
        } else {
            word
        };
        let has_speaker = ["ه", "ها", "هم", "ته", "ته"]
            .iter()
            .any(|p| last.ends_with(p));
        has_speaker.then_some(cue)
    }

    fn cue_before(&self, quote: &Quote, role: Role) -> Option<Range<u32>> {
        let ix = self
            .cues
            .partition_point(|c| c.tokens.start < quote.outer.start);
        self.cues[..ix]
            .iter()
            .rev()
            .take(3)
            .find(|c| c.role == role && c.tokens.end + 1 >= quote.outer.start)
            .map(|c| c.tokens.clone())
    }

    /// Whether some words are wording rather than a name: a verbal noun (مكافحة الإرهاب), a
    /// preposition or a coordination in them (هجمات من الداخل, فتاوى وأدبيات).
    fn is_wording(&self, quote: &Quote) -> bool {
        let words = self.word_count(&quote.inner);
        let first = quote.inner.start;
        let joins = |at: u32| {
            let joined = self
                .folded(at)
                .strip_prefix('و')
                .is_some_and(|w| w.chars().count() > 2);
            joined || !matches!(self.class(at), Class::Other)
        };
        words > 1
            && (is_definite_verbal_noun(self.folded(first))
                || quote
                    .inner
                    .clone()
                    .skip(1)
                    .any(|at| self.is_word(at) && joins(at)))
    }

    /// Whether the words around a one-word quotation hold it off: a demonstrative, a pretext.
    fn is_held_off(&self, quote: &Quote) -> bool {
        let Some(before) = quote.outer.start.checked_sub(1) else {
            return false;
        };
        let word = self.folded(quote.inner.start);
        self.class(before) == Class::ThisThing
            || self.cue_before(quote, Role::SoCalled).is_some()
            || self.cue_before(quote, Role::SaysNoun).is_some()
            || word.ends_with('ا') && !word.starts_with("ال") && word.chars().count() > 4
    }

    /// Notes where the first words of short quotations stand in the text, in one pass; words that
    /// end in no letter that one of those ends in are not looked at.
    pub fn place_quoted_words(&mut self) {
        let mut places: FxHashMap<&str, Vec<u32>> = FxHashMap::default();
        let mut ends = 0_u64;
        for quote in &self.quotes {
            let first = self.first_word(&quote.inner);
            if let Some(first) = first.filter(|_| self.word_count(&quote.inner) <= SHORT) {
                ends |= last_letter(self.folded(first));
                places.insert(self.bare(first), Vec::new());
            }
        }
        if places.is_empty() {
            return;
        }
        for at in 0..self.text.tokens.list.len() as u32 {
            if ends & last_letter(self.folded(at)) == 0 {
                continue;
            }
            if let Some(found) = places.get_mut(self.bare(at)) {
                found.push(at);
            }
        }
        self.places = places;
    }

    /// A word without the particles that may be glued to it.
    fn bare(&self, at: u32) -> &'t str {
        let word = self.folded(at);
        let joined = word.strip_prefix(['و', 'ف']).unwrap_or(word);
        let bare = joined.strip_prefix(['ب', 'ل', 'ك']).unwrap_or(joined);
        if bare.chars().count() >= 3 {
            bare
        } else {
            word
        }
    }

    fn word_count(&self, tokens: &Range<u32>) -> usize {
        tokens.clone().filter(|at| self.is_word(*at)).count()
    }

    /// Whether what stands between marks is a name: a known actor, a word after صحيفة or حركة, a
    /// word that recurs without marks, or one in Latin letters or digits.
    fn is_name(&self, quote: &Quote) -> bool {
        self.is_plain_name(quote) || self.is_foreign(&quote.inner) || self.recurs(quote)
    }

    /// Whether the place alone shows a short quotation to be a name.
    pub fn is_plain_name(&self, quote: &Quote) -> bool {
        self.word_count(&quote.inner) <= SHORT
            && (self.is_known(quote) || self.is_headed(quote) || self.is_after_audience(quote))
    }

    fn is_known(&self, quote: &Quote) -> bool {
        let ix = self.names.partition_point(|n| n.end <= quote.inner.start);
        let words = self.word_count(&quote.inner) as u32;
        self.names.get(ix).is_some_and(|name| {
            let inside = name.start >= quote.inner.start && name.end <= quote.inner.end;
            let across = name.start < quote.inner.start && name.end >= quote.inner.end;
            across || inside && (name.end - name.start) * 3 >= words * 2
        })
    }

    /// Whether a word for what has names (صحيفة, حركة, موقع) or a title (الدكتور) stands before a
    /// quotation, definite words between them allowed (موقع التواصل الاجتماعي «…»).
    fn is_headed(&self, quote: &Quote) -> bool {
        let mut at = quote.outer.start;
        for _ in 0..4 {
            let Some(before) = at.checked_sub(1) else {
                return false;
            };
            let ix = self.cues.partition_point(|c| c.tokens.end <= before);
            let head = self
                .cues
                .get(ix)
                .is_some_and(|c| c.role == Role::NameHead && c.tokens.contains(&before));
            let word = self.folded(before);
            if head || is_title(word) {
                return true;
            }
            if !matches!(word, "ال" | "ب" | "ل") && !word.starts_with("ال") {
                return false;
            }
            at = before;
        }
        false
    }

    /// In a headline: a definite noun, or one or two words after a preposition.
    fn is_place_of_name(&self, quote: &Quote) -> bool {
        let before = quote.outer.start.checked_sub(1);
        let governed = before.is_some_and(|b| {
            matches!(
                self.class(b),
                Class::In | Class::To | Class::From | Class::On
            ) || matches!(self.folded(b), "ب" | "ل" | "و")
        });
        governed || self.folded(quote.inner.start).starts_with("ال")
    }

    /// لـ"…" after a verb of saying: the outlet that was spoken to.
    fn is_after_audience(&self, quote: &Quote) -> bool {
        let Some(before) = quote.outer.start.checked_sub(1) else {
            return false;
        };
        self.folded(before) == "ل"
            && self.text.tokens.list[before as usize].kind == Kind::Word
            && self.word_count(&quote.inner) <= 3
    }

    pub fn is_foreign(&self, inner: &Range<u32>) -> bool {
        let is_latin = |at: u32| {
            let token = &self.text.tokens.list[at as usize];
            let surface = &self.text.given[token.start as usize..token.end as usize];
            self.is_word(at) && surface.is_ascii()
        };
        let has_latin = inner.clone().any(is_latin);
        has_latin
            || inner
                .clone()
                .all(|at| self.text.tokens.list[at as usize].kind != Kind::Word)
    }

    /// Whether the same words stand elsewhere in the text without marks, or in marks a second time
    /// as a speaker's name.
    fn recurs(&self, quote: &Quote) -> bool {
        let words = quote.inner.clone().filter(|at| self.is_word(*at));
        let Some(first) = words.clone().next() else {
            return false;
        };
        let count = words.count() as u32;
        let word = self.folded(first);
        if count == 1 && word.ends_with('ة') && !word.starts_with("ال") {
            return false;
        }
        let Some(places) = self.places.get(self.bare(first)) else {
            return false;
        };
        places.iter().any(|place| {
            self.top_at(*place).is_none()
                && (0..count).all(|n| {
                    let same = self.bare(place + n) == self.bare(first + n);
                    same && self.is_word(first + n)
                })
        })
    }
}

/// The last byte of a word as a bit: the low six bits of a letter's second byte.
fn last_letter(word: &str) -> u64 {
    word.as_bytes().last().map_or(0, |last| 1 << (last & 63))
}

fn as_quoted(quote: &Quote, speaker: Option<Range<u32>>, cue: Range<u32>) -> Marked {
    Marked {
        tokens: quote.inner.clone(),
        kind: StretchKind::Quoted,
        speaker,
        cue,
    }
}

/// Whether a quotation is part of what names a speaker (قال «عارف» إن …).
fn names_speaker(quote: &Quote, acts: &[Act]) -> bool {
    let mut subjects = acts.iter().filter_map(|act| act.subject.as_ref());
    subjects.any(|s| s.start < quote.outer.end && quote.outer.start < s.end)
}
