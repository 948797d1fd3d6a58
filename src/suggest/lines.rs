//! Reads an article as a line of words, names and signs, with what the lists find in it.

use crate::framing::find_all;
use crate::language::{Grammar, Kind};
use crate::lexicon::{FrameIx, Lexicon, Target};
use crate::settings::Settings;
use crate::suggest::slots::{Line, Stands};
use crate::text::Text;
use std::collections::BTreeSet;
use std::ops::Range;

/// The line of a part of an article; without items where no list is in its language.
pub(crate) fn line(text: &Text, lexicon: &Lexicon, settings: &Settings) -> Line {
    let mut line = Line::default();
    let Some((found, listed)) = find_all(lexicon, text, settings.near_words) else {
        return line;
    };
    let mut places = Vec::new();
    let mut names = found.names.iter().peekable();
    for sentence in &text.sentences {
        let mut frames = BTreeSet::new();
        let mut token = sentence.start;
        while token < sentence.end {
            while names.peek().is_some_and(|name| name.tokens.start < token) {
                names.next();
            }
            let name = names.peek().filter(|name| name.tokens.start == token);
            let end = name.map_or(token + 1, |name| name.tokens.end.min(sentence.end));
            places.resize(end as usize, line.items.len() as u32);
            match name {
                Some(name) => {
                    let kind = &lexicon.actors[name.actor.0 as usize].kind;
                    let bytes = text.bytes(&(token..end));
                    line.push(&format!("⟨{kind}⟩"), Stands::Other, bytes);
                    line.names.push(bare_words(text, token..end));
                    frames.extend(frames_about(lexicon, kind));
                }
                None => word(text, lexicon, token, &mut line),
            }
            token = end;
        }
        let end = text.bytes(sentence).end;
        line.push("⟨end⟩", Stands::End, end..end);
        let within = |tokens: &Range<u32>| sentence.contains(&tokens.start);
        let mentions = found
            .mentions
            .iter()
            .filter(|mention| within(&mention.tokens));
        frames.extend(mentions.map(|mention| lexicon.frame_of(mention.term)));
        line.frames.push(frames.into_iter().collect());
    }
    let items = |tokens: &Range<u32>| {
        let last = places[tokens.end as usize - 1];
        places[tokens.start as usize]..last + 1
    };
    listed.iter().for_each(|tokens| line.mark(items(tokens)));
    let mentions = found.mentions.iter();
    line.mentions = mentions
        .map(|mention| (items(&mention.tokens), mention.term))
        .collect();
    line
}

/// Some words, folded and without clitics.
fn bare_words(text: &Text, tokens: Range<u32>) -> String {
    let folded = tokens.map(|token| text.tokens.folded(token as usize));
    let words: Vec<&str> = folded.map(|word| text.language.stem(word)).collect();
    words.join(" ")
}

/// The frames whose target a kind of actor is.
fn frames_about<'a>(lexicon: &'a Lexicon, kind: &'a str) -> impl Iterator<Item = FrameIx> + 'a {
    let frames = (0..).map(FrameIx).zip(&lexicon.frames);
    frames.filter_map(move |(ix, frame)| match &frame.target {
        Target::Kinds(kinds) => kinds.iter().any(|own| own == kind).then_some(ix),
        _ => None,
    })
}

/// Adds one token that is no part of a name.
fn word(text: &Text, lexicon: &Lexicon, token: u32, line: &mut Line) {
    let language = text.language;
    let folded = text.tokens.folded(token as usize);
    let bytes = text.bytes(&(token..token + 1));
    match text.tokens.list[token as usize].kind {
        Kind::Word if is_closed(text.grammar, folded) => line.push(folded, Stands::Other, bytes),
        Kind::Word => {
            line.push(language.stem(folded), Stands::Word, bytes);
            if is_own(text.grammar, lexicon, folded) {
                let at = line.items.len() as u32;
                line.mark(at - 1..at);
            }
        }
        Kind::Number => line.push("⟨number⟩", Stands::Other, bytes),
        Kind::Mark(_) | Kind::LineEnd => line.push("⟨sign⟩", Stands::Other, bytes),
    }
}

/// Whether a word is one of grammar, number or time, or of Latin letters, which on most pages are
/// what is left of their code.
fn is_closed(grammar: &Grammar, folded: &str) -> bool {
    let stem = grammar.language.stem(folded);
    grammar.is_function_word(folded)
        || grammar.number(stem).is_some()
        || grammar.month(stem).is_some()
        || grammar.weekday(folded).is_some()
        || folded.chars().count() < 2
        || folded.is_ascii()
}

/// Whether a word names a person or a nation: it may stand in a label, but is none.
fn is_own(grammar: &Grammar, lexicon: &Lexicon, folded: &str) -> bool {
    let language = grammar.language;
    let origins = lexicon.origins.get(language.code());
    grammar.is_given_name(folded)
        || grammar.is_given_name(language.stem(folded))
        || origins.is_some_and(|origins| origins.contains_key(language.origin(folded)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Part;
    use crate::suggest::slots::Lines;
    use crate::text;

    #[test]
    fn places_and_sentences_of_a_line_are_those_of_the_text_and_a_name_is_one_place() {
        let given = "وصل الجيش المصري إلى <b>الج</b>سر، ثم عاد.\nنام الناس";
        let lexicon = Lexicon::built_in().unwrap();
        let grammar = lexicon.grammar(&crate::language::Arabic);
        let text = text::prepare(given, Part::Body, None, "", grammar, &Default::default());
        let mut lines = Lines::default();
        let line = line(&text, &lexicon, &Settings::default());
        lines.add(&[Line::default(), line]);
        let written = |places: Range<u32>| &given[lines.bytes_of(&places)];
        assert_eq!(written(1..2), "الجيش المصري");
        assert_eq!(written(3..4), "الج</b>سر");
        let sentence = lines.sentence_of(3);
        let expected = "وصل الجيش المصري إلى <b>الج</b>سر، ثم عاد.";
        assert_eq!(written(sentence.clone()).trim(), expected);
        assert_eq!(written(lines.sentence_of(sentence.end + 1)), "نام الناس");
    }
}
