//! What stands between quotation marks: words of a speaker, a name, or held at arm's length.

use super::acts::{Act, Body};
use super::complement::REACH;
use super::marks::Quote;
use super::names::SHORT;
use super::reader::{Marked, Reader};
use super::so_called::has_owner;
use super::walk::RECENT;
use super::{Cue, Role, StretchKind};
use crate::corpus::Part;
use crate::language::{Class, Features, Kind};
use std::ops::Range;

/// The title of a work has at most so many words.
const LONGEST_TITLE: usize = 14;

/// A verb behind the quotation it says stands at most this many tokens behind it.
const BEHIND: u32 = 3;

impl<'t> Reader<'t> {
    /// Decides every quotation of a unit; `acts` are those of the unit.
    pub(crate) fn quotes_of(&mut self, unit: &Range<u32>, acts: &[Act]) {
        let first = self.quotes.partition_point(|q| q.outer.start < unit.start);
        let mut said: Option<Marked> = None;
        let mut named = None;
        for ix in first..self.quotes.len() {
            let quote = self.quotes[ix].clone();
            if quote.outer.start >= unit.end {
                break;
            }
            if quote.depth > 0 {
                self.nested(&quote);
                continue;
            }
            let marked = if named.is_some_and(|end| self.is_name_listed(end, &quote)) {
                self.as_name(&quote)
            } else {
                self.decide(&quote, acts, said.as_ref())
            };
            named = (marked.kind == StretchKind::Name).then_some(quote.outer.end);
            if marked.kind == StretchKind::Quoted {
                said = Some(marked.clone());
            }
            self.marked.push(marked);
        }
    }

    /// Whether a short quotation goes on a list of names (أفلام «القمر» و«الرحيل»).
    fn is_name_listed(&self, end: u32, quote: &Quote) -> bool {
        let joins = (end..quote.outer.start).all(|at| self.clitic(at) == Features::AND);
        let touches = quote.outer.start == end + 1;
        touches && joins && self.word_count(&quote.inner) <= SHORT
    }

    /// Inside another quotation only names need a mark: the rest is the outer speaker's.
    fn nested(&mut self, quote: &Quote) {
        let short = self.word_count(&quote.inner) <= SHORT;
        if short && self.is_name(quote) || self.is_actors_name(quote) {
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
        let words = self.word_count(&quote.inner);
        // رواية «قمر من طين»: a novel, and no account of anything.
        if words <= SHORT && self.is_titled(quote) {
            return self.as_name(quote);
        }
        if let Some(quoted) = self.said_in(quote, acts) {
            return quoted;
        }
        if words <= SHORT && self.is_so_called(quote) {
            let mark = quote.outer.start..quote.outer.start + 1;
            return Marked {
                kind: StretchKind::Distanced,
                ..as_quoted(quote, None, mark)
            };
        }
        let in_headline = self.text.part == Part::Title && words <= 2;
        if words <= SHORT && (names_speaker(quote, acts) || self.is_name(quote))
            || self.is_actors_name(quote)
            || in_headline && self.is_place_of_name(quote)
            || words <= LONGEST_TITLE && self.is_titled(quote)
        {
            return self.as_name(quote);
        }
        self.of_context(quote, said).unwrap_or_else(|| {
            let marked = self.of_nobody(quote, words);
            match said {
                // Words are held off only where nobody is quoted in the sentence.
                Some(said) if marked.kind == StretchKind::Distanced => {
                    as_quoted(quote, said.speaker.clone(), said.cue.clone())
                }
                _ => marked,
            }
        })
    }

    /// A quotation that an act introduces.
    fn said_in(&self, quote: &Quote, acts: &[Act]) -> Option<Marked> {
        // The acts stand in the order of their cues, and what one says lies near its cue.
        let from = acts.partition_point(|act| act.cue.start + REACH < quote.outer.start);
        let act = acts[from..]
            .iter()
            .take_while(|act| act.cue.start <= quote.outer.start)
            .filter(|act| act.body == Body::Quote && act.start == quote.outer.start)
            .last()?;
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
        if let Some(quoted) = self.said_behind(quote) {
            return Some(quoted);
        }
        let cue = self.named_by(quote)?;
        let sentence = self.text.sentence_of(cue.start);
        let subject = self.sentence_subject(sentence, cue.start);
        Some(as_quoted(quote, subject.or(self.speaker.clone()), cue))
    }

    /// A quotation that opens its sentence and whose verb stands behind it: `«…»، قال سالم`,
    /// `«…»، عبارة يقولها السائق`.
    fn said_behind(&self, quote: &Quote) -> Option<Marked> {
        let sentence = self.text.sentence_of(quote.outer.start);
        let opens = self.first_word(sentence) == self.first_word(&quote.inner);
        if !opens || self.text.part == Part::Title || self.word_count(&quote.inner) < 3 {
            return None;
        }
        let end = quote.outer.end;
        let ix = self.cues.partition_point(|c| c.tokens.start < end);
        let verb = self.cues.get(ix).filter(|c| {
            let near = c.tokens.start <= end + BEHIND;
            let list = &self.text.tokens.list;
            let broken = (end..c.tokens.start).any(|at| list[at as usize].kind == Kind::LineEnd);
            near && c.role == Role::Says && !broken && !c.is_joined()
        })?;
        let limit = self.text.sentence_of(verb.tokens.start).end;
        let speaker = self.subject_after(verb.tokens.end, limit)?;
        Some(as_quoted(quote, Some(speaker), verb.tokens.clone()))
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
            let here = acts.partition_point(|other| other.cue.start < act.cue.start);
            acts[..here]
                .iter()
                .rev()
                .take(RECENT)
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

    /// Whether ما يسمى stands right before a quotation, and nobody is named as calling it so.
    fn is_so_called(&self, quote: &Quote) -> bool {
        let cue = self.cue_before(quote, Role::SoCalled);
        cue.is_some_and(|cue| !has_owner(cue) && cue.tokens.len() > 1)
    }

    /// ما وصفه ب, ما أسماه: the word before a quotation that gives it to a speaker.
    fn named_by(&self, quote: &Quote) -> Option<Range<u32>> {
        let cue = self.cue_before(quote, Role::SoCalled)?;
        has_owner(cue).then(|| cue.tokens.clone())
    }

    fn cue_before(&self, quote: &Quote, role: Role) -> Option<&Cue> {
        let ix = self
            .cues
            .partition_point(|c| c.tokens.start < quote.outer.start);
        self.cues[..ix]
            .iter()
            .rev()
            .take(3)
            .find(|c| c.role == role && c.tokens.end + 1 >= quote.outer.start)
    }

    /// Whether words are wording rather than a name: a verbal noun (مكافحة الإرهاب), a preposition
    /// or a coordination in them (هجمات من الداخل, فتاوى وأدبيات), a plural, an adjective without
    /// article (خسائر «محدودة»).
    fn is_wording(&self, quote: &Quote) -> bool {
        let words = self.word_count(&quote.inner);
        let first = quote.inner.start;
        let joins = |at: u32| {
            let joined = self.text.language.behind(self.folded(at), Features::AND);
            let joined = joined.is_some_and(|word| word.chars().count() > 2);
            joined || !matches!(self.class(at), Class::Other)
        };
        let feminine = |at: u32| {
            let long = self.folded(at).chars().count() >= 5;
            self.is_feminine_singular(at) && !self.has_article(at) && long
        };
        match words {
            0 | 1 => feminine(first),
            2 if self.is_sound_plural(first) => true,
            _ => {
                self.grammar.is_definite_verbal_noun(self.folded(first))
                    || feminine(quote.inner.end - 1) && !self.has_article(first)
                    || quote
                        .inner
                        .clone()
                        .skip(1)
                        .any(|at| self.is_word(at) && joins(at))
            }
        }
    }

    /// Whether the words around a one-word quotation hold it off: a demonstrative, a pretext.
    fn is_held_off(&self, quote: &Quote) -> bool {
        let Some(before) = quote.outer.start.checked_sub(1) else {
            return false;
        };
        let word = self.folded(quote.inner.start);
        self.is_adjective(&quote.inner)
            || self.class(before) == Class::ThisThing
            || self.cue_before(quote, Role::SoCalled).is_some()
            || self.cue_before(quote, Role::SaysNoun).is_some()
            || self.shape(quote.inner.start).has(Features::TANWIN)
                && !self.has_article(quote.inner.start)
                && word.chars().count() > 4
    }

    pub(crate) fn word_count(&self, tokens: &Range<u32>) -> usize {
        tokens.clone().filter(|at| self.is_word(*at)).count()
    }
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
    let from = acts.partition_point(|act| act.cue.start + REACH < quote.outer.start);
    let near = acts[from..]
        .iter()
        .take_while(|act| act.cue.start < quote.outer.end + REACH);
    let mut subjects = near.filter_map(|act| act.subject.as_ref());
    subjects.any(|s| s.start < quote.outer.end && quote.outer.start < s.end)
}
