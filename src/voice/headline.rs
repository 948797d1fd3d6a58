//! Headlines of the kind `speaker: words`, and `words: speaker`.

use super::StretchKind;
use super::reader::{Marked, Reader};
use crate::corpus::Part;
use crate::language::signs::QUESTION;
use crate::language::{Class, Features, Kind};
use crate::text::Text;
use std::ops::Range;

/// A speaker in front of a colon has at most this many tokens.
const LONGEST_SPEAKER: u32 = 16;

/// A speaker behind the words has at most this many.
const LONGEST_TRAILING: u32 = 6;

/// A headline above the text has at most this many tokens.
const LONGEST_HEADLINE: u32 = 45;

/// Fewer tokens behind the colon of a line above the text are a name (a caption, a byline).
const SHORTEST_WORDS: u32 = 6;

/// Where headlines may stand: the title, and the lines above the text of a body.
pub(super) struct Heads {
    is_title: bool,
    /// Whether the text itself has begun.
    is_over: bool,
    /// Up to where headlines have been looked for.
    read_to: u32,
}

impl Heads {
    pub(crate) fn of(part: Part) -> Heads {
        Heads {
            is_title: part == Part::Title,
            is_over: false,
            read_to: 0,
        }
    }

    /// Whether a headline is to be looked for at a token.
    pub(crate) fn may_stand_at(&self, at: u32) -> bool {
        !self.is_over && at >= self.read_to
    }
}

/// A headline's speaker without the *and* that joins his part to the one before (… .. والنقابة: …):
/// before an article or a quotation mark it can be nothing else.
pub(super) fn as_named(text: &Text, marked: &Marked, speaker: String) -> String {
    let by_colon =
        text.part == Part::Title && text.tokens.folded(marked.cue.start as usize).is_empty();
    let first = marked
        .speaker
        .as_ref()
        .map_or("", |named| text.tokens.folded(named.start as usize));
    let glued = text.language.shape(first).glued_before();
    match by_colon && glued == Features::AND | Features::ARTICLE {
        true => speaker.chars().skip(1).collect(),
        false => speaker,
    }
}

/// Whether a word of a class may be the first of a speaker's name: no preposition or particle.
fn heads_speaker(class: Class) -> bool {
    matches!(class, Class::Other | Class::From | Class::Time)
}

impl Reader<'_> {
    /// Reads the headline that begins here, if one does: each of its parts with a colon; the first
    /// token that is left to be read as a sentence.
    pub(crate) fn headline(&mut self, start: u32, heads: &mut Heads) -> u32 {
        let line = self.line_at(start, heads);
        let mut from = line.start;
        while let Some(colon) = (from..line.end).find(|at| self.is_headline_colon(*at)) {
            let before = self.segment_start(from, colon)..colon;
            let next = self.next_part(colon, line.end);
            let words = self.trimmed(colon + 1..next);
            if words.is_empty() || self.is_nobody(&before, words.start) {
                break;
            }
            let trailing = self.trailing_speaker(&before, &words);
            if let Some(speaker) = trailing.filter(|_| next == line.end && heads.is_title) {
                let said = self.trimmed(before);
                self.say(said, speaker, colon);
                return line.end;
            }
            let Some(speaker) = self.leading_speaker(before) else {
                break;
            };
            self.quotes_of(&(from..colon), &[]);
            self.say(words, speaker, colon);
            from = next;
        }
        heads.read_to = from.max(line.start + 1);
        heads.is_over |= heads.is_title;
        from
    }

    /// The line of a headline; of a body an empty one where the line is none: a headline above the
    /// text has no final stop, and is not too long.
    fn line_at(&self, start: u32, heads: &mut Heads) -> Range<u32> {
        let list = &self.text.tokens.list;
        let count = list.len() as u32;
        if heads.is_title {
            return start..count;
        }
        let end = (start..count).find(|at| list[*at as usize].kind == Kind::LineEnd);
        let end = end.unwrap_or(count);
        let last = (start..end)
            .rev()
            .find(|at| list[*at as usize].kind != Kind::LineEnd);
        let stops = last.is_none_or(|at| matches!(self.mark_at(at), Some('.' | ':')));
        let colon = (start..end).find(|at| self.mark_at(*at) == Some(':'));
        let said = colon.map_or(0, |colon| end - colon);
        if end - start > 0 && (stops || end == count || end - start > LONGEST_HEADLINE) {
            heads.is_over = true;
        }
        if heads.is_over || said < SHORTEST_WORDS {
            return start..start;
        }
        start..end
    }

    /// Where the next part of a headline begins that has a speaker of its own: behind `..` or `!`,
    /// and in front of a colon.
    fn next_part(&self, colon: u32, end: u32) -> u32 {
        let next = (colon + 1..end).find(|at| self.is_headline_colon(*at));
        next.and_then(|next| {
            let start = self.segment_start(colon + 1, next);
            let before = start..next;
            let speaks = start > colon + 1
                && !self.is_nobody(&before, next + 1)
                && self.leading_speaker(before).is_some();
            speaks.then_some(start)
        })
        .unwrap_or(end)
    }

    fn is_headline_colon(&self, at: u32) -> bool {
        self.mark_at(at) == Some(':')
            && self.top_at(at).is_none()
            && !(at > 0
                && self.text.tokens.list[at as usize - 1].kind == Kind::Number
                && self.is_word(at + 1))
    }

    /// A headline's part begins after `..` or `!`.
    fn segment_start(&self, from: u32, colon: u32) -> u32 {
        (from..colon)
            .rev()
            .find(|at| matches!(self.mark_at(*at), Some('.' | '…' | '!' | QUESTION | '|')))
            .map_or(from, |stop| stop + 1)
    }

    pub(crate) fn is_nobody(&self, before: &Range<u32>, said: u32) -> bool {
        let Some(first) = self.first_word(before) else {
            return true;
        };
        let words = before.clone().filter(|at| self.is_word(*at)).count();
        let word = self.folded(first);
        let is_place = words == 1 && self.grammar.is_place(word);
        // هدنة الوادي: هل تصمد؟ — a question behind a topic is the outlet's.
        let asks = self.is(said, Class::Whether) && !self.names_person(before);
        let answers = || self.begins_clause(said);
        let topic = self.without_article(first);
        // مرسى الحور: مقتل صيادين
        let begins_place = self.is(first, Class::PlaceBegins) && !self.is(first, Class::BeginsName);
        let told = begins_place && words == 2 && self.grammar.is_verbal_noun(self.folded(said));
        self.grammar.is_offer(word)
            || self.grammar.is_event(topic)
            || self.grammar.is(topic, Class::Topic)
            || self.text.tokens.list[first as usize].kind == Kind::Number
            || asks
            || told
            || self.is(first, Class::PlaceWhere) && words <= 2
            || is_place && !answers() && self.class(said) != Class::That
    }

    /// Whether the lists know whoever stands before a colon, or a title does.
    fn names_person(&self, before: &Range<u32>) -> bool {
        before.clone().any(|at| self.is_in_name(at))
            || self
                .first_word(before)
                .is_some_and(|at| self.grammar.is_title(self.without_article(at)))
    }

    /// The subject before the colon: up to a preposition or a verb.
    pub(crate) fn leading_speaker(&self, before: Range<u32>) -> Option<Range<u32>> {
        let range = self.trimmed(before);
        if let Some(quote) = self
            .top_at(range.start)
            .filter(|q| q.outer.start == range.start)
        {
            return Some(quote.inner.clone());
        }
        let first = self.first_word(&range)?;
        let shows = range.clone().any(|at| self.is_chant(at));
        let verb = self.cues_at(first).is_some_and(|c| {
            matches!(
                c.role,
                super::Role::Says | super::Role::Demands | super::Role::Denies
            )
        });
        if shows || verb || !heads_speaker(self.class(first)) {
            return None;
        }
        let end = (first + 1..range.end)
            .find(|at| self.ends_speaker(*at))
            .unwrap_or(range.end);
        let speaker = self.trimmed(first..end);
        let has_length = (1..=LONGEST_SPEAKER).contains(&(speaker.len() as u32));
        has_length.then_some(speaker)
    }

    pub(crate) fn cues_at(&self, at: u32) -> Option<&super::Cue> {
        let ix = self.cues.partition_point(|c| c.tokens.start < at);
        self.cues.get(ix).filter(|c| c.tokens.start == at)
    }

    fn ends_speaker(&self, at: u32) -> bool {
        let word = self.folded(at);
        let shape = self.shape(at);
        let is_verb = shape.has(Features::IMPERFECT)
            && !shape.has_any(Features::SECOND | Features::JOINED)
            && word.chars().count() >= 3;
        let addressee = self.text.language.behind(word, Features::FOR);
        let addressed = shape.glued_before() == Features::FOR | Features::ARTICLE
            || addressee.is_some_and(|bare| bare.is_empty() || self.grammar.is_title(bare));
        let from = self.cues.partition_point(|cue| cue.tokens.start < at);
        let mut here = self.cues[from..]
            .iter()
            .take_while(|cue| cue.tokens.start == at);
        let verb_cue = here.any(|cue| {
            matches!(
                cue.role,
                super::Role::Says | super::Role::Demands | super::Role::Denies
            )
        });
        is_verb || addressed || verb_cue || !matches!(self.class(at), Class::Other | Class::From)
    }

    /// `words: speaker`, where the part after the colon is a known name, or short and much shorter
    /// than the words.
    fn trailing_speaker(&self, before: &Range<u32>, after: &Range<u32>) -> Option<Range<u32>> {
        let is_name = self
            .names
            .iter()
            .any(|name| name.start <= after.start + 1 && name.end >= after.end);
        let telling = self
            .cues
            .iter()
            .any(|cue| cue.role == super::Role::SaysNoun && cue.tokens.start == after.start);
        let short = (after.len() as u32) <= LONGEST_TRAILING && before.len() >= 2 * after.len();
        // لن نسلم الجسر : قائد الحامية
        let office = self.folded(after.start);
        let titled = (self.grammar.is_title(office) || self.grammar.is_head_of_name(office))
            && self.begins_clause(before.start);
        let near = (after.len() as u32) <= LONGEST_TRAILING && before.len() > after.len();
        let speaks = short && (is_name || telling) || near && titled;
        (before.len() > 4 && speaks).then(|| after.clone())
    }

    pub(crate) fn say(&mut self, said: Range<u32>, speaker: Range<u32>, colon: u32) {
        let whole = self.top_at(said.start).filter(|q| q.outer == said).cloned();
        self.speakers.push(speaker.clone());
        self.speaker = Some(speaker.clone());
        self.speaker_before = Some(speaker.clone());
        let (tokens, kind) = match &whole {
            Some(quote) => (quote.inner.clone(), StretchKind::Quoted),
            None => (said.clone(), StretchKind::Reported),
        };
        self.push(Marked {
            tokens,
            kind,
            speaker: Some(speaker),
            cue: colon..colon + 1,
        });
        if whole.is_none() {
            self.quotes_of(&said, &[]);
        }
    }
}
