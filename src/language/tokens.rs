//! What a text is cut into: words, numbers and signs, each with its place and folded letters.

/// What stands at a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters of one script, with the marks inside them.
    Word,
    /// Digits (either set), with decimal and thousands signs inside.
    Number,
    /// One punctuation mark or other sign; spaces are no tokens.
    Mark(char),
    /// The end of a line (of a paragraph, where the text has no hard line breaks).
    LineEnd,
}

/// One token: where it stands in the text as given, and its folded letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// First byte in the text as given.
    pub start: u32,
    /// One past the last byte (stretching and invisible marks that trail a word are left out).
    pub end: u32,
    /// First byte of the folded letters in [`Tokens::letters`].
    pub fold_start: u32,
    /// One past the last byte of the folded letters.
    pub fold_end: u32,
    /// What it is.
    pub kind: Kind,
}

/// The tokens of one text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tokens {
    /// The folded letters of all words and numbers, one after the other.
    pub(super) letters: String,
    /// The tokens in order.
    pub list: Vec<Token>,
}

impl Tokens {
    /// The folded letters of a token; for a number its Western digits; empty for marks.
    pub(crate) fn folded(&self, token: usize) -> &str {
        let t = &self.list[token];
        &self.letters[t.fold_start as usize..t.fold_end as usize]
    }

    /// The folded letters of all tokens; [`Token::fold_start`] and [`Token::fold_end`] are places
    /// in them.
    pub(crate) fn letters(&self) -> &[u8] {
        self.letters.as_bytes()
    }

    /// Forgets the tokens but keeps the memory.
    #[cfg(test)]
    pub(crate) fn clear(&mut self) {
        self.letters.clear();
        self.list.clear();
    }
}
