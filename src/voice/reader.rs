//! Walks through a text sentence by sentence and marks what is said by somebody.

use super::acts::{Act, Body};
use super::cues;
use super::headline::Heads;
use super::marks::Quote;
use super::open::Open;
use super::{Cue, Role, StretchKind};
use crate::language::{Class, Features, Grammar, Kind, signs};
use crate::text::Text;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A stretch in tokens, before its bytes and names are written out.
#[derive(Clone, Debug)]
pub(super) struct Marked {
    pub tokens: Range<u32>,
    pub kind: StretchKind,
    pub speaker: Option<Range<u32>>,
    pub cue: Range<u32>,
}

/// So many speakers back a sentence may take one up again.
const RECENT: usize = 8;

/// The text, what is known of its tokens, and what has been read so far.
pub(super) struct Reader<'t> {
    pub text: &'t Text<'t>,
    pub grammar: &'t Grammar,
    pub classes: Vec<Class>,
    /// All pairs, by their opening mark.
    pub quotes: Vec<Quote>,
    /// Those that stand in no other.
    pub tops: Vec<Quote>,
    /// One cue a place, the longest and most telling.
    pub cues: Vec<Cue>,
    pub names: &'t [Range<u32>],
    pub marked: Vec<Marked>,
    /// Who spoke last, by name.
    pub speaker: Option<Range<u32>>,
    /// All who have spoken, in order.
    pub speakers: Vec<Range<u32>>,
    /// Who had spoken last when the unit began.
    pub speaker_before: Option<Range<u32>>,
    /// Where the first words of short quotations stand, without clitics.
    pub places: FxHashMap<&'t str, Vec<u32>>,
    pub open: Option<Open>,
}

impl<'t> Reader<'t> {
    pub fn new(
        text: &'t Text<'t>,
        cues: &[Cue],
        names: &'t [Range<u32>],
        quotes: Vec<Quote>,
    ) -> Self {
        let tokens = &text.tokens;
        let grammar = text.grammar;
        let classes: Vec<Class> = (0..tokens.list.len())
            .map(|at| match tokens.list[at].kind {
                Kind::Word => grammar.class(tokens.folded(at)),
                _ => Class::Other,
            })
            .collect();
        let tops: Vec<Quote> = quotes.iter().filter(|q| q.depth == 0).cloned().collect();
        let cues = cues::chosen(cues, &tops, &classes, text);
        Reader {
            text,
            grammar,
            classes,
            quotes,
            tops,
            cues,
            names,
            marked: Vec::new(),
            speaker: None,
            speakers: Vec::new(),
            speaker_before: None,
            places: FxHashMap::default(),
            open: None,
        }
    }

    /// Reads the whole text.
    pub fn read(&mut self) {
        self.place_quoted_words();
        let mut acts = Vec::new();
        let end = self.text.tokens.list.len() as u32;
        let mut from = 0;
        let mut heads = Heads::of(self.text.part);
        while from < end {
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
        for at in 0..acts.len() {
            let (before, rest) = acts.split_at_mut(at);
            let act = &mut rest[0];
            if act.subject.as_ref().is_some_and(|s| self.is_chant(s.start)) {
                act.subject = None;
            }
            if act.subject.is_none() && !matches!(act.body, Body::Frame { .. }) {
                let from = before.last().map_or(unit.start, |last| last.start);
                act.subject = self.contrast_subject(from..act.from);
            }
            let opener = before.first().unwrap_or(act).cue.start;
            let led = opener <= first + 1 || before.iter().any(|b| b.subject.is_some());
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
        let Some(name) = subject.clone().find(|at| self.is_name_word(*at)) else {
            return;
        };
        let word = self.folded(name);
        let mut recent = self.speakers.iter().rev().take(RECENT);
        let known = recent.find(|speaker| (*speaker).clone().any(|at| self.folded(at) == word));
        if let Some(known) = known.cloned() {
            self.speaker = Some(known);
        }
    }

    /// Whether a word may tell one person from another: no title, no particle.
    fn is_name_word(&self, at: u32) -> bool {
        let word = self.folded(at);
        let long = word.chars().count() >= 3;
        long && self.is_word(at) && !self.grammar.is_title(word) && self.class(at) == Class::Other
    }

    /// The end of the sentence, or of the later sentence in which a quotation begun here closes.
    fn unit_end(&self, from: u32) -> u32 {
        let mut end = self.text.sentence_of(from).end;
        let mut quote = self.tops.partition_point(|q| q.outer.end <= from);
        while let Some(next) = self.tops.get(quote).filter(|q| q.outer.start < end) {
            if next.outer.end > end {
                end = self.text.sentence_of(next.outer.end - 1).end;
            }
            quote += 1;
        }
        end
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
                let end = self.mark(unit, &act, &acts[at + 1..]);
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

    /// Marks what an act says; its end.
    fn mark(&mut self, unit: &Range<u32>, act: &Act, later: &[Act]) -> u32 {
        let speaker = act.subject.clone().or_else(|| self.speaker.clone());
        if let Body::Quote = act.body {
            let end = self.top_at(act.start).map_or(act.start, |q| q.outer.end);
            self.open = None;
            return end;
        }
        let end = self.clause_end(act, unit.end, later);
        let tokens = self.trimmed(self.said_from(act, end)..end);
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

    /// Where that which an act says begins: with the pronoun of its أنه, where the quotation behind
    /// that is not all of it (أنه «…» فحسب).
    fn said_from(&self, act: &Act, end: u32) -> u32 {
        let quote = self
            .top_at(act.start)
            .filter(|q| q.outer.start == act.start);
        let goes_on = quote.is_some_and(|q| (q.outer.end..end).any(|at| self.is_word(at)));
        let that = act
            .start
            .checked_sub(1)
            .filter(|at| self.class(*at) == Class::ThatIt);
        that.filter(|_| goes_on).unwrap_or(act.start)
    }

    pub fn push(&mut self, marked: Marked) {
        let same = |m: &Marked| m.tokens == marked.tokens && m.kind == marked.kind;
        if !self.marked.iter().rev().take(4).any(same) {
            self.marked.push(marked);
        }
    }

    /// Whether nothing but marks stands between a clause's end and the unit's.
    fn is_unit_end(&self, end: u32, unit: &Range<u32>) -> bool {
        (end..unit.end).all(|at| !self.is_word(at))
    }

    pub fn first_word(&self, range: &Range<u32>) -> Option<u32> {
        range.clone().find(|at| self.is_word(*at))
    }

    /// Without the marks at both ends.
    pub fn trimmed(&self, mut range: Range<u32>) -> Range<u32> {
        while range.start < range.end && self.is_outer_mark(range.start, true) {
            range.start += 1;
        }
        while range.start < range.end && self.is_outer_mark(range.end - 1, false) {
            range.end -= 1;
        }
        range
    }

    fn is_outer_mark(&self, at: u32, leading: bool) -> bool {
        match self.text.tokens.list[at as usize].kind {
            Kind::LineEnd => true,
            Kind::Mark(')' | ']') if !leading => false,
            Kind::Mark('(' | '[') if leading => false,
            Kind::Mark(_) => self.quote_edge(at).is_none(),
            _ => false,
        }
    }

    /// The outermost quotation that begins or ends with this mark.
    fn quote_edge(&self, at: u32) -> Option<&Quote> {
        self.top_at(at)
            .filter(|q| q.outer.start == at || q.outer.end == at + 1 || !q.inner.contains(&at))
    }

    /// The outermost quotation around a token, its marks included.
    pub fn top_at(&self, at: u32) -> Option<&Quote> {
        let ix = self.tops.partition_point(|q| q.outer.end <= at);
        self.tops.get(ix).filter(|q| q.outer.start <= at)
    }

    pub fn class(&self, at: u32) -> Class {
        self.classes.get(at as usize).copied().unwrap_or_default()
    }

    /// Whether a word is of a class, whatever steers the reading beside.
    pub fn is(&self, at: u32, class: Class) -> bool {
        self.grammar.is(self.folded(at), class)
    }

    /// A token as written.
    pub fn surface(&self, at: u32) -> &'t str {
        let token = &self.text.tokens.list[at as usize];
        &self.text.given[token.start as usize..token.end as usize]
    }

    pub fn folded(&self, at: u32) -> &'t str {
        if (at as usize) < self.text.tokens.list.len() {
            self.text.tokens.folded(at as usize)
        } else {
            ""
        }
    }

    /// What a word looks like by its letters.
    pub fn shape(&self, at: u32) -> Features {
        self.text.language.shape(self.folded(at))
    }

    /// Whether a word begins with the article.
    pub fn has_article(&self, at: u32) -> bool {
        self.shape(at).glued_before() == Features::ARTICLE
    }

    /// Whether a word begins with a preposition that is glued to it.
    pub fn has_glued(&self, at: u32, preposition: Features) -> bool {
        let shape = self.shape(at);
        shape.has(preposition) && !shape.has_any(Features::JOINED)
    }

    /// Whether a noun has a feminine ending of the singular.
    pub fn is_feminine_singular(&self, at: u32) -> bool {
        let shape = self.shape(at);
        shape.has(Features::FEMININE) && !shape.has(Features::PLURAL)
    }

    /// Whether a noun has an ending of the plural.
    pub fn is_sound_plural(&self, at: u32) -> bool {
        let shape = self.shape(at);
        shape.has(Features::PLURAL) && !shape.has_any(Features::TANWIN | Features::PRONOUN)
    }

    /// A word behind *and* or *so*.
    pub fn unjoined(&self, at: u32) -> &'t str {
        let (language, word) = (self.text.language, self.folded(at));
        let joined = language.behind(word, Features::AND);
        joined
            .or_else(|| language.behind(word, Features::SO))
            .unwrap_or(word)
    }

    /// A word without the article that it begins with.
    pub fn without_article(&self, at: u32) -> &'t str {
        let word = self.folded(at);
        let bare = self.text.language.behind(word, Features::ARTICLE);
        bare.unwrap_or(word)
    }

    /// What a token is that is only what is glued before a word, and stands alone.
    pub fn clitic(&self, at: u32) -> Features {
        let language = self.text.language;
        match language
            .heads()
            .iter()
            .position(|head| *head == self.folded(at))
        {
            Some(head) => language.head_features(head as u8),
            None => Features::NONE,
        }
    }

    pub fn mark_at(&self, at: u32) -> Option<char> {
        match self.text.tokens.list.get(at as usize)?.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    pub fn is_word(&self, at: u32) -> bool {
        let list = &self.text.tokens.list;
        list.get(at as usize)
            .is_some_and(|t| matches!(t.kind, Kind::Word | Kind::Number))
    }

    pub fn is_comma(&self, at: u32) -> bool {
        self.mark_at(at)
            .is_some_and(|mark| signs::is_comma(mark) || signs::is_semicolon(mark))
    }
}
