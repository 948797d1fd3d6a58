//! What is done to any text: furniture cut, words and sentences found, voices read, patterns
//! looked up. Knows languages, not what words stand for.

pub(crate) mod clean;
pub(crate) mod matcher;
mod run;
mod sentences;
mod vocabulary;

pub(crate) use run::{Run, Running};
pub(crate) use vocabulary::{Vocabulary, WordIx};

use crate::corpus::Part;
use crate::corpus::markup::Plain;
use crate::language::{Grammar, Kind, Language, Tokens};
use std::ops::Range;

/// A stretch of page furniture that was cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    /// Bytes of the text as given.
    pub bytes: Range<u32>,
    /// Why.
    pub why: Why,
}

/// Why something was cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// A furniture rule, by its text.
    Rule(String),
    /// The title stands there again.
    TitleRepeated,
    /// A line that is only a date.
    DateLine,
    /// A byline or a caption.
    Byline,
    /// The place and the agency that a text begins with.
    Dateline,
}

/// One part of an article, ready to be read.
pub(crate) struct Text<'a> {
    /// Title or body.
    pub part: Part,
    /// The text as the user gave it.
    pub given: &'a str,
    /// Its language.
    pub language: &'static dyn Language,
    /// What the words of its language do in a sentence.
    pub grammar: &'a Grammar,
    /// What was cut, sorted by place, not overlapping.
    pub cuts: Vec<Cut>,
    /// The tokens of what was kept; a `LineEnd` stands where something was cut.
    pub tokens: Tokens,
    /// Sentences, as ranges of tokens, in order and covering all tokens.
    pub sentences: Vec<Range<u32>>,
}

impl<'a> Text<'a> {
    /// The bytes that a range of tokens covers.
    pub(crate) fn bytes(&self, tokens: &Range<u32>) -> Range<u32> {
        let first = &self.tokens.list[tokens.start as usize];
        let last = &self.tokens.list[tokens.end as usize - 1];
        first.start..last.end
    }

    /// The text as given at a range of bytes.
    pub(crate) fn slice(&self, bytes: &Range<u32>) -> &'a str {
        &self.given[bytes.start as usize..bytes.end as usize]
    }

    /// Whether a token is a word or a number.
    pub(crate) fn is_word(&self, token: u32) -> bool {
        matches!(
            self.tokens.list[token as usize].kind,
            Kind::Word | Kind::Number
        )
    }

    /// The sentence that a token lies in.
    pub(crate) fn sentence_of(&self, token: u32) -> &Range<u32> {
        let at = self.sentences.partition_point(|s| s.end <= token);
        &self.sentences[at]
    }
}

/// The stretches of a text that are left when cuts are taken out.
#[cfg(test)]
pub(crate) fn kept(given: &str, cuts: &[Cut]) -> Vec<Range<u32>> {
    let starts = std::iter::once(0).chain(cuts.iter().map(|cut| cut.bytes.end));
    let ends = cuts
        .iter()
        .map(|cut| cut.bytes.start)
        .chain([given.len() as u32]);
    starts
        .zip(ends)
        .map(|(start, end)| start..end)
        .filter(|kept| !kept.is_empty())
        .collect()
}

/// Cuts a text as a page shows it; the tokens have their places in the text as given.
fn cut(given: &str, language: &dyn Language, tokens: &mut Tokens) {
    let Some(plain) = Plain::of(given) else {
        return language.cut(given, 0, tokens);
    };
    language.cut(&plain.text, 0, tokens);
    for token in &mut tokens.list {
        let bytes = plain.given(token.start..token.end);
        (token.start, token.end) = (bytes.start, bytes.end);
    }
}

/// Cuts furniture and finds words and sentences.
///
/// `title` is the article's headline where `given` is its body, so that a copy of it on the page
/// can be cut.
pub(crate) fn prepare<'a>(
    given: &'a str,
    part: Part,
    title: Option<&str>,
    source: &str,
    grammar: &'a Grammar,
    furniture: &clean::Furniture,
) -> Text<'a> {
    let language = grammar.language;
    let mut tokens = Tokens::default();
    cut(given, language, &mut tokens);
    let page = clean::GivenText {
        given,
        part,
        title,
        source,
        grammar,
    };
    let cuts = clean::cuts(&page, &tokens, furniture);
    clean::drop_tokens(&page, &mut tokens, &cuts);
    let sentences = sentences::find(given, &tokens);
    Text {
        part,
        given,
        language,
        grammar,
        cuts,
        tokens,
        sentences,
    }
}

#[cfg(test)]
mod tests {
    mod arabic_words;

    use super::*;
    use crate::language::Arabic;

    #[test]
    fn words_of_a_marked_cell_are_those_of_the_page_at_the_places_of_the_cell() {
        let given = "<p>قال العمدة &quot;سنفتح <b>الج</b>سر&quot;.</p><p>ثم ذهب</p>";
        let furniture = clean::Furniture::default();
        let grammar = Language::grammar(&Arabic);
        let text = prepare(given, Part::Body, None, "", grammar, &furniture);
        let words: Vec<(&str, &str)> = (0..text.tokens.list.len() as u32)
            .filter(|at| text.is_word(*at))
            .map(|at| {
                let written = text.slice(&text.bytes(&(at..at + 1)));
                (text.tokens.folded(at as usize), written)
            })
            .collect();
        let expected = [
            ("قال", "قال"),
            ("العمدة", "العمدة"),
            ("سنفتح", "سنفتح"),
            ("الجسر", "الج</b>سر"),
            ("ثم", "ثم"),
            ("ذهب", "ذهب"),
        ];
        assert_eq!(words, expected);
        let marks = text.tokens.list.iter();
        let marks = marks.filter(|token| token.kind == Kind::Mark('"'));
        assert_eq!(marks.count(), 2);
        let spoken = text
            .sentences
            .iter()
            .filter(|s| (s.start..s.end).any(|at| text.is_word(at)));
        assert_eq!(spoken.count(), 2);
    }
}
