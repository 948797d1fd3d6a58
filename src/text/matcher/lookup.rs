//! Finds out what each token of a text is, many at a time.

use super::answers::{self, AnswerSpan};
use super::entries::Entries;
use super::key::WordKey;
use super::memo::Memo;
use super::table::{Probe, Spot};
use crate::language::Kind;
use crate::text::Text;
use std::ops::Range;

/// What the tokens of one text are.
pub(super) struct Lookup<'a, 't> {
    entries: &'a Entries,
    text: &'a Text<'t>,
    /// Where the answers are.
    pub memo: &'a mut Memo,
    /// What each token of the batch is.
    pub told: Vec<AnswerSpan>,
    /// Words that the memo does not know, to be asked of the tables, by their tokens.
    asked: Vec<(u32, WordKey)>,
    /// Questions to a table.
    probes: Vec<Probe>,
    /// Tokens that may begin with a head, with what [`Heads::begin`] said.
    ///
    /// [`Heads::begin`]: super::heads::Heads::begin
    headed: Vec<(u32, u16)>,
    /// Answers of the tables.
    spots: Vec<Spot>,
}

impl<'a, 't> Lookup<'a, 't> {
    /// Looks up so many tokens of a text at a time.
    pub(crate) fn new(
        entries: &'a Entries,
        text: &'a Text<'t>,
        memo: &'a mut Memo,
        size: usize,
    ) -> Self {
        Lookup {
            entries,
            text,
            memo,
            told: Vec::with_capacity(size),
            asked: Vec::with_capacity(size),
            probes: Vec::with_capacity(size),
            headed: Vec::with_capacity(size),
            spots: Vec::new(),
        }
    }

    /// Finds out what each token of a batch is.
    pub(crate) fn look_up(&mut self, batch: Range<usize>) {
        let entries = self.entries;
        let letters = self.text.tokens.letters();
        self.memo.make_room();
        self.told.clear();
        self.ask(batch.clone());
        entries
            .closed
            .sift(letters, &mut self.probes, &mut self.spots);
        self.ask_behind_heads();
        entries
            .closed
            .sift(letters, &mut self.probes, &mut self.spots);
        if !entries.open_lengths.is_empty() {
            self.ask_openly();
            entries
                .open
                .sift(letters, &mut self.probes, &mut self.spots);
        }
        // In runs already: of whole words, of words behind heads, of beginnings.
        self.spots.sort_by_key(|spot| spot.token);
        let mut spots = self.spots.as_slice();
        for (token, key) in &self.asked {
            let count = spots.iter().take_while(|spot| spot.token == *token).count();
            let (own, rest) = spots.split_at(count);
            spots = rest;
            let told = answers::sort(entries, own, &mut self.memo.answers);
            self.told[*token as usize - batch.start] = told;
            let word = self.text.tokens.folded(*token as usize).as_bytes();
            self.memo.keep(*key, word, told);
        }
        self.asked.clear();
        self.spots.clear();
    }

    /// Recalls what is known of the tokens of a batch, puts the questions about the other whole
    /// words, and gathers those that may have a head.
    fn ask(&mut self, batch: Range<usize>) {
        let heads = &self.entries.heads;
        let letters = self.text.tokens.letters();
        for (at, token) in batch.clone().zip(&self.text.tokens.list[batch]) {
            let (start, end) = match token.kind {
                Kind::Word | Kind::Number => (token.fold_start as usize, token.fold_end as usize),
                Kind::Mark(sign) => {
                    let told = self.sign(sign);
                    self.told.push(told);
                    continue;
                }
                Kind::LineEnd => {
                    self.told.push(AnswerSpan::default());
                    continue;
                }
            };
            let key = WordKey::new(letters, start, end);
            let told = self.memo.recall(key, &letters[start..end]);
            self.told.push(told.unwrap_or_default());
            if told.is_some() {
                continue;
            }
            self.asked.push((at as u32, key));
            self.probes
                .push(Probe::new(letters, (start, end), at as u32, 0));
            let state = heads.begin(&letters[start..end]);
            if state != 0 {
                self.headed.push((at as u32, state));
            }
        }
    }

    /// What a sign is.
    fn sign(&mut self, sign: char) -> AnswerSpan {
        let Some(targets) = self.entries.signs.get(&sign) else {
            return AnswerSpan::default();
        };
        let mut letters = [0; 4];
        let letters = sign.encode_utf8(&mut letters).as_bytes();
        let key = WordKey::new(letters, 0, letters.len());
        self.memo.recall(key, letters).unwrap_or_else(|| {
            let spots: Vec<Spot> = targets.iter().map(|target| Spot::of(*target)).collect();
            let told = answers::sort(self.entries, &spots, &mut self.memo.answers);
            self.memo.keep(key, letters, told);
            told
        })
    }

    /// Puts the questions about what follows a head.
    fn ask_behind_heads(&mut self) {
        let heads = &self.entries.heads;
        let tokens = &self.text.tokens;
        let letters = tokens.letters();
        for (at, state) in &self.headed {
            let token = &tokens.list[*at as usize];
            let (start, end) = (token.fold_start as usize, token.fold_end as usize);
            heads.split(*state, &letters[start..end], |head, length| {
                self.probes
                    .push(Probe::new(letters, (start + length, end), *at, head));
            });
        }
        self.headed.clear();
    }

    /// Puts the questions about beginnings of words, behind a head or not.
    fn ask_openly(&mut self) {
        let Entries {
            heads,
            open_lengths,
            ..
        } = self.entries;
        let tokens = &self.text.tokens;
        let letters = tokens.letters();
        let words = self
            .asked
            .iter()
            .map(|(at, _)| (*at, &tokens.list[*at as usize]));
        for (at, token) in words.filter(|(_, token)| token.kind == Kind::Word) {
            let (start, end) = (token.fold_start as usize, token.fold_end as usize);
            let mut each = |head, length| {
                let start = start + length;
                for length in open_lengths
                    .iter()
                    .take_while(|length| start + **length <= end)
                {
                    let place = (start, start + length);
                    self.probes.push(Probe::new(letters, place, at, head));
                }
            };
            each(0, 0);
            let word = &letters[start..end];
            heads.split(heads.begin(word), word, each);
        }
    }
}
