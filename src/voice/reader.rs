//! A text while it is read: what is known of its tokens, and what has been marked so far.

use super::cues;
use super::marks::Quote;
use super::{Cue, StretchKind};
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

/// A statement that has not come to its end with the sentence.
#[derive(Clone, Debug)]
pub(super) struct Open {
    pub until: Until,
    pub speaker: Option<Range<u32>>,
    pub cue: Range<u32>,
}

/// What ends an open statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Until {
    /// The end of the sentence: goes on only with أن, كما أن, لأن.
    Sentence,
    /// The end of the line (direct speech after a colon, without marks).
    Line,
    /// The end of the list whose lines begin with a dash or number.
    List,
    /// The narrator's next own sentence (a communiqué told as a whole).
    Narrator,
    /// The same, if a later sentence shows that the statement is still running.
    Shown,
}

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
    /// Whether its lines are broken at a narrow width.
    pub is_narrow: bool,
}

impl<'t> Reader<'t> {
    pub(crate) fn new(
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
            is_narrow: false,
        }
    }

    pub(crate) fn push(&mut self, marked: Marked) {
        let same = |m: &Marked| m.tokens == marked.tokens && m.kind == marked.kind;
        if !self.marked.iter().rev().take(4).any(same) {
            self.marked.push(marked);
        }
    }

    pub(crate) fn first_word(&self, range: &Range<u32>) -> Option<u32> {
        range.clone().find(|at| self.is_word(*at))
    }

    /// Without the marks at both ends.
    pub(crate) fn trimmed(&self, mut range: Range<u32>) -> Range<u32> {
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
    pub(crate) fn top_at(&self, at: u32) -> Option<&Quote> {
        let ix = self.tops.partition_point(|q| q.outer.end <= at);
        self.tops.get(ix).filter(|q| q.outer.start <= at)
    }

    pub(crate) fn class(&self, at: u32) -> Class {
        self.classes.get(at as usize).copied().unwrap_or_default()
    }

    /// Whether a word is of a class, whatever steers the reading beside.
    pub(crate) fn is(&self, at: u32, class: Class) -> bool {
        self.grammar.is(self.folded(at), class)
    }

    /// A token as written.
    pub(crate) fn surface(&self, at: u32) -> &'t str {
        let token = &self.text.tokens.list[at as usize];
        &self.text.given[token.start as usize..token.end as usize]
    }

    pub(crate) fn folded(&self, at: u32) -> &'t str {
        if (at as usize) < self.text.tokens.list.len() {
            self.text.tokens.folded(at as usize)
        } else {
            ""
        }
    }

    /// What a word looks like by its letters.
    pub(crate) fn shape(&self, at: u32) -> Features {
        self.text.language.shape(self.folded(at))
    }

    /// Whether a word begins with the article.
    pub(crate) fn has_article(&self, at: u32) -> bool {
        self.shape(at).glued_before() == Features::ARTICLE
    }

    /// Whether a word begins with a preposition that is glued to it.
    pub(crate) fn has_glued(&self, at: u32, preposition: Features) -> bool {
        let shape = self.shape(at);
        shape.has(preposition) && !shape.has_any(Features::JOINED)
    }

    /// Whether a noun has a feminine ending of the singular.
    pub(crate) fn is_feminine_singular(&self, at: u32) -> bool {
        let shape = self.shape(at);
        shape.has(Features::FEMININE) && !shape.has(Features::PLURAL)
    }

    /// Whether a noun has an ending of the plural.
    pub(crate) fn is_sound_plural(&self, at: u32) -> bool {
        let shape = self.shape(at);
        shape.has(Features::PLURAL) && !shape.has_any(Features::TANWIN | Features::PRONOUN)
    }

    /// A word behind *and* or *so*.
    pub(crate) fn unjoined(&self, at: u32) -> &'t str {
        let (language, word) = (self.text.language, self.folded(at));
        let joined = language.behind(word, Features::AND);
        joined
            .or_else(|| language.behind(word, Features::SO))
            .unwrap_or(word)
    }

    /// A word without the article that it begins with.
    pub(crate) fn without_article(&self, at: u32) -> &'t str {
        let word = self.folded(at);
        let bare = self.text.language.behind(word, Features::ARTICLE);
        bare.unwrap_or(word)
    }

    /// What a token is that is only what is glued before a word, and stands alone.
    pub(crate) fn clitic(&self, at: u32) -> Features {
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

    pub(crate) fn mark_at(&self, at: u32) -> Option<char> {
        match self.text.tokens.list.get(at as usize)?.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    pub(crate) fn is_word(&self, at: u32) -> bool {
        let list = &self.text.tokens.list;
        list.get(at as usize)
            .is_some_and(|t| matches!(t.kind, Kind::Word | Kind::Number))
    }

    /// Whether a token stands in a name that the lists know.
    pub(crate) fn is_in_name(&self, at: u32) -> bool {
        let ix = self.names.partition_point(|name| name.end <= at);
        self.names.get(ix).is_some_and(|name| name.start <= at)
    }

    pub(crate) fn is_comma(&self, at: u32) -> bool {
        self.mark_at(at)
            .is_some_and(|mark| signs::is_comma(mark) || signs::is_semicolon(mark))
    }
}
