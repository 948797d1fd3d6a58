//! Walks through a text sentence by sentence and marks what is said by somebody.

use super::acts::{Act, Body};
use super::headline::Heads;
use super::lines::Lines;
use super::reader::{Marked, Open, Reader};
use super::valency::Governs;
use super::{Role, StretchKind};
use crate::corpus::Part;
use crate::language::{Class, Features, Kind, Token};
use std::ops::Range;

/// So many speakers back a sentence may take one up again.
pub(super) const RECENT: usize = 8;

/// A line of fewer words is no line of running text.
const SHORTEST_LINE: usize = 4;

/// A line broken at a narrow width has at most so many tokens.
const NARROW: usize = 12;

/// A text broken so has at most so many lines: more are looked at by none.
const MOST_NARROW: u32 = 400;

/// A quotation of at most so many words may be a part of what is said.
const PART: usize = 8;

impl Reader<'_> {
    /// Reads the whole text.
    pub(crate) fn read(&mut self) {
        self.place_quoted_words();
        self.is_narrow = self.is_broken_narrow();
        let mut acts = Vec::new();
        let end = self.text.tokens.list.len() as u32;
        let mut from = 0;
        let mut heads = Heads::of(self.text.part);
        let mut lines = Lines::default();
        while from < end {
            if let Some(next) = self.spoken_line(from, &mut lines) {
                from = next.max(from + 1);
                continue;
            }
            if heads.may_stand_at(from) {
                from = self.headline(from, &mut heads);
                continue;
            }
            let unit = from..self.unit_end(from);
            acts.clear();
            self.acts_of(&unit, &mut acts);
            self.name_speakers(&unit, &mut acts);
            self.speaker_before = self.speaker.clone();
            self.unit(&unit, &acts);
            if acts.is_empty() && self.open.is_none() {
                self.follow_subject(&unit);
            }
            self.quotes_of(&unit, &acts);
            self.so_called(&unit);
            if acts.is_empty() {
                self.open_communique(&unit);
            }
            if self.speaker.is_none() {
                self.speaker = self.sentence_subject(&unit, unit.end);
            }
            from = unit.end;
        }
    }

    /// Gives acts that name nobody the subject of the sentence, where the sentence opens with
    /// something else than an act (رفع المتظاهرون صورا، ورددوا: …).
    fn name_speakers(&self, unit: &Range<u32>, acts: &mut [Act]) {
        let Some(first) = self.first_word(unit) else {
            return;
        };
        let mut anyone = false;
        for at in 0..acts.len() {
            let (before, rest) = acts.split_at_mut(at);
            let act = &mut rest[0];
            anyone |= before.last().is_some_and(|last| last.subject.is_some());
            if act.is_unsaid() {
                continue;
            }
            if act.subject.as_ref().is_some_and(|s| self.is_chant(s.start)) {
                act.subject = None;
            }
            if act.subject.is_none() && !matches!(act.body, Body::Frame { .. }) {
                let from = before.last().map_or(unit.start, |last| last.start);
                act.subject = self.contrast_subject(from..act.from);
            }
            let opener = before.first().unwrap_or(act).cue.start;
            let led = opener <= first + 1 || anyone;
            if act.subject.is_none() && !led && !matches!(act.body, Body::Frame { .. }) {
                let subject = self.sentence_subject(unit, act.from);
                act.subject = subject.filter(|s| !self.disagrees(act, s));
            }
        }
    }

    /// Whether a participle is masculine and a subject feminine (انتقلت المحاضرة …، مؤكدا): then
    /// somebody named before speaks.
    fn disagrees(&self, act: &Act, subject: &Range<u32>) -> bool {
        let feminine =
            self.has_article(subject.start) && self.shape(subject.start).has(Features::FEMININE);
        act.role == Role::Participle && feminine && act.form.has(Features::TANWIN)
    }

    /// Goes on with whoever a sentence without words of its own is about, where that is one who
    /// spoke before (شن هادي هجوما … وأضاف أن).
    fn follow_subject(&mut self, unit: &Range<u32>) {
        let Some(subject) = self.sentence_subject(unit, unit.end) else {
            return;
        };
        if let Some(known) = self.known_speaker(&subject).cloned() {
            self.speaker = Some(known);
        }
    }

    /// The latest speaker who has the first name word of a phrase.
    fn known_speaker(&self, phrase: &Range<u32>) -> Option<&Range<u32>> {
        let name = phrase.clone().find(|at| self.is_name_word(*at))?;
        let word = self.folded(name);
        let mut recent = self.speakers.iter().rev().take(RECENT);
        recent.find(|speaker| (*speaker).clone().any(|at| self.folded(at) == word))
    }

    /// Whether somebody named by a phrase has spoken before, under a name or in the same words.
    pub(crate) fn has_spoken(&self, phrase: &Range<u32>) -> bool {
        let words = |range: &Range<u32>| range.clone().map(|at| self.folded(at)).collect();
        let said: Vec<&str> = words(phrase);
        let mut recent = self.speakers.iter().rev().take(RECENT);
        self.known_speaker(phrase).is_some() || recent.any(|speaker| words(speaker) == said)
    }

    /// Whether a word may tell one person from another: no title, no particle.
    fn is_name_word(&self, at: u32) -> bool {
        let word = self.folded(at);
        let long = word.chars().count() >= 3;
        long && self.is_word(at) && !self.grammar.is_title(word) && self.class(at) == Class::Other
    }

    /// The end of the sentence, or of the later sentence in which a quotation begun here closes.
    pub(crate) fn unit_end(&self, from: u32) -> u32 {
        let mut end = self.text.sentence_of(from).end;
        while self.is_wrapped(end) {
            end = self.text.sentence_of(end).end;
        }
        let mut quote = self.tops.partition_point(|q| q.outer.end <= from);
        while let Some(next) = self.tops.get(quote).filter(|q| q.outer.start < end) {
            if next.outer.end > end {
                end = self.text.sentence_of(next.outer.end - 1).end;
            }
            quote += 1;
        }
        end
    }

    /// Whether a line ends inside a sentence, at a width: behind a particle, or between a noun and
    /// its genitive (في مخيمات / الإقليم).
    fn is_wrapped(&self, end: u32) -> bool {
        if end < 2 || end >= self.count() || !self.is_line_end(end - 1) || !self.is_word(end - 2) {
            return false;
        }
        let (last, next) = (end - 2, end);
        if self.is_narrow {
            return true;
        }
        let open = matches!(
            self.class(last),
            Class::In
                | Class::On
                | Class::From
                | Class::To
                | Class::About
                | Class::Relative
                | Class::That
                | Class::ThatIt
        );
        let line = (0..last)
            .rev()
            .take_while(|at| !self.is_line_end(*at))
            .count();
        let genitive = self.has_article(next)
            && !self.has_article(last)
            && self.class(last) == Class::Other
            && !self
                .shape(last)
                .has_any(Features::TANWIN | Features::PRONOUN)
            && !self.shape(last).has(Features::ARTICLE)
            && line >= SHORTEST_LINE;
        open || genitive
    }

    /// Whether a body is broken at a narrow width: lines of few words, most of which end without a
    /// stop, while sentences or clauses end inside of them.
    fn is_broken_narrow(&self) -> bool {
        if self.text.part == Part::Title {
            return false;
        }
        let lines = self
            .text
            .tokens
            .list
            .split(|token| token.kind == Kind::LineEnd);
        let (mut count, mut open, mut inside) = (0, 0, false);
        for line in lines.filter(|line| !line.is_empty()) {
            let is_mark = |token: &Token| matches!(token.kind, Kind::Mark(_));
            let listed = line[0].kind != Kind::Word;
            if listed || line.len() > NARROW || count > MOST_NARROW {
                return false;
            }
            count += 1;
            open += u32::from(!is_mark(&line[line.len() - 1]));
            inside |= line[..line.len() - 1].iter().any(is_mark);
        }
        count >= 3 && inside && open * 2 >= count
    }

    fn unit(&mut self, unit: &Range<u32>, acts: &[Act]) {
        let first = self.first_word(unit);
        self.go_on(unit, first, acts);
        let mut read_to = unit.start;
        for at in 0..acts.len() {
            let act = acts[at].clone();
            let read_before = read_to;
            if let Body::Frame { forward } = act.body {
                self.frame(unit, &act, forward, read_to, &acts[at + 1..]);
            } else {
                let inner = unit.start..self.outer_start(&act, &acts[..at], unit.end);
                let end = self.mark(&inner, &act, &acts[at + 1..]);
                // A quotation alone leaves the rest of its clause to a frame behind it.
                if act.body != Body::Quote || self.is_comma(end) {
                    read_to = read_to.max(end);
                }
            }
            let is_nested = !act.breaks && act.cue.start < read_before;
            if let Some(subject) = act.subject.filter(|_| !is_nested) {
                self.speakers.push(subject.clone());
                self.speaker = Some(subject);
            }
        }
        self.close_line(unit);
    }

    /// Where that begins which an act around another says: what the inner one says ends there (قال
    /// سالم، الذي اتهمته الشركة ب…، إن …).
    fn outer_start(&self, act: &Act, before: &[Act], end: u32) -> u32 {
        let around = before.iter().rev().take(RECENT);
        let outer = around
            .map(|outer| outer.start)
            .find(|start| *start > act.start);
        outer.map_or(end, |start| {
            start - u32::from(self.class(start - 1) == Class::That)
        })
    }

    /// Marks what an act says; its end.
    fn mark(&mut self, unit: &Range<u32>, act: &Act, later: &[Act]) -> u32 {
        let known = self.speaker.clone().filter(|_| !act.is_unsaid());
        let speaker = act.subject.clone().or(known);
        if let Body::Quote = act.body {
            let end = self.top_at(act.start).map_or(act.start, |q| q.outer.end);
            self.open = None;
            return self.behind_quote(unit, act, &speaker, end, later);
        }
        let end = self.clause_end(act, unit.end, later);
        let tokens = self.trimmed(self.said_from(act)..end);
        if tokens.is_empty() && act.body == Body::Colon {
            self.open = self.points_of(unit, act, &speaker);
        }
        if !tokens.is_empty() {
            let open_ended = self.is_unit_end(end, unit);
            let marked = Marked {
                tokens,
                kind: StretchKind::Reported,
                speaker: speaker.clone(),
                cue: act.cue.clone(),
            };
            self.push(marked);
            let until = self.until(act, unit, end);
            let cue = act.cue.clone();
            self.open = open_ended.then_some(Open {
                until,
                speaker,
                cue,
            });
        }
        end
    }

    /// Marks what goes on with a quotation that is only a part of what is said (لم يستبعد «أي خفض»
    /// لأسعار الكهرباء): a preposition right behind it, but one that tells where it was said.
    fn behind_quote(
        &mut self,
        unit: &Range<u32>,
        act: &Act,
        speaker: &Option<Range<u32>>,
        end: u32,
        later: &[Act],
    ) -> u32 {
        // قال «…»، وأن …: a clause joined to a quotation is said by the same.
        let joined = self.is_comma(end)
            && matches!(self.class(end + 1), Class::That | Class::ThatIt)
            && self.shape(end + 1).has(Features::AND);
        if end >= unit.end || !joined && !self.goes_on_behind_quote(act, end) {
            return end;
        }
        let (body, start) = match joined {
            true => (Body::Clause, end + 2),
            false => (Body::Noun, end),
        };
        let rest = Act {
            body,
            start,
            ..act.clone()
        };
        let to = self.clause_end(&rest, unit.end, later);
        let tokens = self.trimmed(start..to);
        if tokens.is_empty() {
            return end;
        }
        self.push(Marked {
            tokens,
            kind: StretchKind::Reported,
            speaker: speaker.clone(),
            cue: act.cue.clone(),
        });
        to
    }

    fn goes_on_behind_quote(&self, act: &Act, end: u32) -> bool {
        let next = self.folded(end + 1);
        let told = self.grammar.is_occasion(next) || self.grammar.is_audience(next);
        let nouns = Governs::NOUN | Governs::BI | Governs::ON | Governs::FROM | Governs::ABOUT;
        let governs = match self.class(end) {
            Class::On | Class::About | Class::To | Class::From | Class::Relative => true,
            // هتفوا «الماء أولا» أمام المبنى: words are all that is said, a noun is not.
            Class::Adverbial => !self.is(end, Class::Told) && self.takes(act, nouns),
            Class::Other => {
                let named = self.takes(act, Governs::NOUN);
                self.has_glued(end, Features::FOR)
                    && !self.grammar.is_audience(self.folded(end))
                    && self
                        .text
                        .language
                        .behind(self.folded(end), Features::FOR)
                        .is_some_and(|noun| named || self.grammar.is_definite_verbal_noun(noun))
            }
            _ => false,
        };
        let short = self
            .top_at(act.start)
            .is_some_and(|q| self.word_count(&q.inner) <= PART);
        governs && !told && short && act.role != Role::SaysNoun
    }

    /// Whether the verb of an act takes any of some complements.
    fn takes(&self, act: &Act, some: Governs) -> bool {
        self.cues_at(act.cue.start)
            .is_some_and(|cue| cue.takes(some))
    }

    /// Where that which an act says begins: with the pronoun of its أنه, where a quotation stands
    /// behind that (أنه «…»).
    fn said_from(&self, act: &Act) -> u32 {
        let that = act
            .start
            .checked_sub(1)
            .filter(|at| *at >= act.cue.end && self.class(*at) == Class::ThatIt);
        that.unwrap_or(act.start)
    }

    /// Whether nothing but marks stands between a clause's end and the unit's.
    fn is_unit_end(&self, end: u32, unit: &Range<u32>) -> bool {
        (end..unit.end).all(|at| !self.is_word(at))
    }
}
