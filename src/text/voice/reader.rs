//! Walks through a text sentence by sentence and marks what is said by somebody.

use super::acts::{Act, Body};
use super::marks::Quote;
use super::words::{Class, class};
use super::{Cue, Role, StretchKind};
use crate::language::{Kind, Tokens};
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
struct Open {
    until: Until,
    speaker: Option<Range<u32>>,
    cue: Range<u32>,
}

/// What ends an open statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Until {
    /// The end of the sentence: goes on only with أن, كما أن, لأن.
    Sentence,
    /// The end of the line (direct speech after a colon, without marks).
    Line,
    /// The end of the list whose lines begin with a dash or number.
    List,
    /// The narrator's next own sentence (a communiqué told as a whole).
    Narrator,
}

/// The text, what is known of its tokens, and what has been read so far.
pub(super) struct Reader<'t> {
    pub text: &'t Text<'t>,
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
    /// Who had spoken last when the unit began.
    pub speaker_before: Option<Range<u32>>,
    /// Closing quotation marks that nothing opens.
    pub strays: Vec<u32>,
    /// Where the first words of short quotations stand, without clitics.
    pub places: FxHashMap<&'t str, Vec<u32>>,
    open: Option<Open>,
}

impl<'t> Reader<'t> {
    pub fn new(
        text: &'t Text<'t>,
        cues: &[Cue],
        names: &'t [Range<u32>],
        quotes: Vec<Quote>,
    ) -> Self {
        let tokens = &text.tokens;
        let classes: Vec<Class> = (0..tokens.list.len())
            .map(|at| match tokens.list[at].kind {
                Kind::Word => class(tokens.folded(at)),
                _ => Class::Other,
            })
            .collect();
        let tops: Vec<Quote> = quotes.iter().filter(|q| q.depth == 0).cloned().collect();
        let cues = chosen(cues, &tops, &classes, tokens);
        Reader {
            text,
            classes,
            quotes,
            tops,
            cues,
            names,
            marked: Vec::new(),
            speaker: None,
            speaker_before: None,
            strays: Vec::new(),
            places: FxHashMap::default(),
            open: None,
        }
    }

    /// Reads the whole text.
    pub fn read(&mut self) {
        self.place_quoted_words();
        let mut acts = Vec::new();
        let mut from = self.headline();
        while from < self.text.tokens.list.len() as u32 {
            let unit = from..self.unit_end(from);
            acts.clear();
            self.acts_of(&unit, &mut acts);
            self.name_speakers(&unit, &mut acts);
            self.speaker_before = self.speaker.clone();
            self.unit(&unit, &acts);
            self.quotes_of(&unit, &acts);
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
            let opener = before.first().unwrap_or(act).cue.start;
            let led = opener <= first + 1 || before.iter().any(|b| b.subject.is_some());
            if act.subject.is_none() && !led && !matches!(act.body, Body::Frame { .. }) {
                act.subject = self.sentence_subject(unit, act.from);
            }
        }
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
                read_to = read_to.max(end);
            }
            let is_nested = !act.breaks && act.cue.start < read_before;
            if act.subject.is_some() && !is_nested {
                self.speaker = act.subject;
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
        let tokens = self.trimmed(act.start..end);
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

    pub fn push(&mut self, marked: Marked) {
        let same = |m: &Marked| m.tokens == marked.tokens && m.kind == marked.kind;
        if !self.marked.iter().rev().take(4).any(same) {
            self.marked.push(marked);
        }
    }

    fn until(&self, act: &Act, unit: &Range<u32>, end: u32) -> Until {
        if self.ends_with_colon(unit, end) {
            Until::List
        } else if act.body == Body::Colon {
            Until::Line
        } else if act.is_statement && unit.start == 0 {
            Until::Narrator
        } else {
            Until::Sentence
        }
    }

    /// What an earlier sentence's statement takes of this one.
    fn go_on(&mut self, unit: &Range<u32>, first: Option<u32>, acts: &[Act]) {
        let (Some(open), Some(first)) = (self.open.take(), first) else {
            return;
        };
        let goes_on = match open.until {
            Until::Sentence => self.continues_clause(first),
            Until::Line => true,
            Until::List => self.is_list_item(unit.start),
            Until::Narrator => !self.is_background(first),
        };
        let breaks = acts.iter().find(|act| act.breaks);
        let to = breaks.map_or(unit.end, |act| act.from);
        if !goes_on || (breaks.is_some() && to <= first + 3) {
            return;
        }
        let tokens = self.trimmed(first..to);
        if !tokens.is_empty() {
            self.marked.push(Marked {
                tokens,
                kind: StretchKind::Reported,
                speaker: open.speaker.clone(),
                cue: open.cue.clone(),
            });
        }
        if breaks.is_none() {
            self.open = Some(open);
        }
    }

    /// Lets a list go on that a framed statement ends with.
    pub fn open_list(
        &mut self,
        unit: &Range<u32>,
        end: u32,
        speaker: Option<Range<u32>>,
        cue: Range<u32>,
    ) {
        let until = Until::List;
        let open = Open {
            until,
            speaker,
            cue,
        };
        self.open = self.ends_with_colon(unit, end).then_some(open);
    }

    /// Ends what lasts no longer than a line.
    fn close_line(&mut self, unit: &Range<u32>) {
        let at_line_end = unit.end as usize >= self.text.tokens.list.len()
            || self.text.tokens.list[unit.end as usize - 1].kind == Kind::LineEnd;
        if at_line_end && self.open.as_ref().is_some_and(|o| o.until == Until::Line) {
            self.open = None;
        }
    }

    /// Whether a sentence begins with أن, كما أن or لأن, and so goes on with a statement.
    fn continues_clause(&self, first: u32) -> bool {
        let word = self.folded(first);
        let next_is_that = matches!(self.class(first + 1), Class::That | Class::ThatIt);
        matches!(self.class(first), Class::ThatIt) && word.starts_with('و')
            || (matches!(word, "كما" | "وكما" | "الا" | "غير" | "حيث") && next_is_that)
            || word.starts_with("لان") && word.chars().count() <= 6
    }

    /// Whether a sentence steps back to what the outlet itself tells: كان, يذكر أن, جاء ذلك.
    fn is_background(&self, first: u32) -> bool {
        let word = self.folded(first);
        let bare = word.strip_prefix('و').unwrap_or(word);
        self.class(first) == Class::Was
            || matches!(
                bare,
                "يذكر"
                    | "يشار"
                    | "تجدر"
                    | "يجدر"
                    | "الجدير"
                    | "جدير"
                    | "جاء"
                    | "ياتي"
                    | "ياتى"
            )
    }

    fn is_list_item(&self, start: u32) -> bool {
        let list = &self.text.tokens.list[start as usize..];
        match list.first().map(|t| t.kind) {
            Some(Kind::Mark(mark)) => matches!(mark, '-' | '–' | '—' | '•' | '*' | '·' | '▪'),
            Some(Kind::Number) => list
                .get(1)
                .is_some_and(|t| matches!(t.kind, Kind::Mark('-' | '–' | '.' | ')' | '/'))),
            _ => false,
        }
    }

    fn ends_with_colon(&self, unit: &Range<u32>, end: u32) -> bool {
        let list = &self.text.tokens.list;
        let last = (unit.start..unit.end)
            .rev()
            .find(|at| list[*at as usize].kind != Kind::LineEnd);
        last.is_some_and(|at| at + 1 >= end && list[at as usize].kind == Kind::Mark(':'))
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

    pub fn folded(&self, at: u32) -> &'t str {
        if (at as usize) < self.text.tokens.list.len() {
            self.text.tokens.folded(at as usize)
        } else {
            ""
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
        matches!(self.mark_at(at), Some('،' | ',' | '؛' | ';'))
    }
}

/// One cue a place outside quotations: the longest; of equal ones the one whose role says most,
/// with what either of them takes.
fn chosen(cues: &[Cue], tops: &[Quote], classes: &[Class], tokens: &Tokens) -> Vec<Cue> {
    let mut chosen: Vec<Cue> = Vec::with_capacity(cues.len());
    let mut quote = 0;
    for cue in cues {
        while tops
            .get(quote)
            .is_some_and(|q| q.outer.end <= cue.tokens.start)
        {
            quote += 1;
        }
        let quoted = tops
            .get(quote)
            .is_some_and(|q| q.inner.contains(&cue.tokens.start));
        if quoted || is_particle(cue, classes) || is_noun(cue, tokens, classes) {
            continue;
        }
        match chosen.last_mut() {
            Some(last) if cue.tokens.start < last.tokens.end => {
                if last.tokens == cue.tokens {
                    last.governs = last.governs | cue.governs;
                    if rank(cue.role) < rank(last.role) {
                        last.role = cue.role;
                    }
                }
            }
            _ => chosen.push(cue.clone()),
        }
    }
    chosen
}

/// Whether a word that is a verb of saying by its letters is the preposition (عبر, *through*,
/// without عن).
fn is_particle(cue: &Cue, classes: &[Class]) -> bool {
    let at = cue.tokens.start as usize;
    let after = &classes[at + 1..classes.len().min(at + 7)];
    classes[at] == Class::Adverbial && cue.tokens.len() == 1 && !after.contains(&Class::About)
}

/// Whether a form that may be a verb's dual is rather a noun in the indefinite accusative: four
/// letters, the last alef (طلبا, ردا); and whether a participle is one too: with the article, or
/// after a preposition (بعد متابعة).
fn is_noun(cue: &Cue, tokens: &Tokens, classes: &[Class]) -> bool {
    let word = tokens.folded(cue.tokens.start as usize);
    match cue.role {
        Role::Says | Role::Demands | Role::Denies | Role::Accuses | Role::Thinks => {
            word.ends_with('ا') && word.chars().count() == 4 && !word.starts_with(['ا', 'و', 'ف'])
        }
        Role::Participle => {
            let before = cue.tokens.start.checked_sub(1).map(|b| classes[b as usize]);
            let governed = matches!(
                before,
                Some(Class::After | Class::In | Class::From | Class::To | Class::On | Class::About)
            );
            word.starts_with("ال") || governed
        }
        _ => false,
    }
}

/// Which role tells most about what follows.
fn rank(role: Role) -> u8 {
    match role {
        Role::AccordingTo => 0,
        Role::Accuses => 1,
        Role::Denies => 2,
        Role::Demands => 3,
        Role::Admits => 4,
        Role::Condemns => 5,
        Role::Says => 6,
        Role::Participle => 7,
        Role::Thinks => 8,
        Role::Asks => 9,
        Role::SaysNoun => 10,
        Role::SoCalled => 11,
        Role::NameHead => 12,
        Role::Continues => 13,
        Role::Narrator => 14,
    }
}
