//! The lines of a page and their words.

use crate::language::{Kind, Language, Token, Tokens};
use std::ops::Range;

/// One line of a page.
pub(super) struct PageLine {
    /// Its tokens, without the line end.
    pub tokens: Range<usize>,
    /// Whether an empty line stands before it.
    pub after_gap: bool,
}

/// The lines of a text, empty ones left out.
pub(super) fn lines(given: &str, tokens: &Tokens) -> Vec<PageLine> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut last_byte = 0;
    let mut close = |range: Range<usize>| {
        if range.is_empty() {
            return;
        }
        let first = tokens.list[range.start].start as usize;
        let breaks = given[last_byte..first].matches('\n').count();
        last_byte = tokens.list[range.end - 1].end as usize;
        lines.push(PageLine {
            tokens: range,
            after_gap: breaks > 1,
        });
    };
    for (at, token) in tokens.list.iter().enumerate() {
        if token.kind == Kind::LineEnd {
            close(start..at);
            start = at + 1;
        }
    }
    close(start..tokens.list.len());
    lines
}

/// Whether a token is read out.
pub(super) fn is_word(token: &Token) -> bool {
    matches!(token.kind, Kind::Word | Kind::Number)
}

/// The words of a text, folded.
pub(super) fn folded_words(text: &str, language: &'static dyn Language) -> Vec<String> {
    let mut tokens = Tokens::default();
    language.cut(text, 0, &mut tokens);
    (0..tokens.list.len())
        .filter(|t| is_word(&tokens.list[*t]))
        .map(|t| tokens.folded(t).to_owned())
        .collect()
}
