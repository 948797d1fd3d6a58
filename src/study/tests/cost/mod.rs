//! What finding words costs: entries made of the words of a text, and finding them.

mod ratio;
mod words;

use crate::corpus::Part;
use crate::language::{Arabic, Citation, Kind, Language, Pos, Tokens};
use crate::text::Text;
use crate::text::matcher::{Matcher, MatcherBuilder};
use std::collections::BTreeSet;

/// Cuts every article into tokens and finds the entries; how many mentions there are.
pub(crate) fn find_all(matcher: &Matcher, articles: &[&str]) -> usize {
    let mut tokens = Tokens::default();
    let mut found = Vec::new();
    let mut mentions = 0;
    for given in articles {
        tokens.clear();
        Arabic.cut(given, 0, &mut tokens);
        let text = Text {
            part: Part::Body,
            given,
            language: &Arabic,
            grammar: Language::grammar(&Arabic),
            cuts: Vec::new(),
            tokens,
            sentences: Vec::new(),
        };
        found.clear();
        matcher.scan(&text, &mut found);
        mentions += found.len();
        tokens = text.tokens;
    }
    mentions
}

/// The distinct words of a text that a researcher might list, sorted.
pub(crate) fn vocabulary(articles: &[&str]) -> Vec<String> {
    let mut vocabulary = BTreeSet::new();
    let mut tokens = Tokens::default();
    for article in articles {
        tokens.clear();
        Arabic.cut(article, 0, &mut tokens);
        for token in tokens.list.iter().filter(|token| token.kind == Kind::Word) {
            let surface = &article[token.start as usize..token.end as usize];
            let exact = Arabic.exact(surface);
            // Nobody lists words of grammar.
            if exact.chars().count() > 2 && !Arabic.grammar().is_function_word(&Arabic.fold(&exact))
            {
                vocabulary.insert(exact);
            }
        }
    }
    vocabulary.into_iter().collect()
}

/// So many entries, spread evenly over a vocabulary so that they do hit: nouns, adjectives, verbs,
/// names, words without remark, and one phrase in ten.
pub(crate) fn matcher(vocabulary: &[String], size: usize) -> Matcher {
    let kinds = [
        Some(Pos::Noun),
        Some(Pos::Adjective),
        Some(Pos::Verb),
        Some(Pos::Name),
        None,
    ];
    let step = (vocabulary.len() / size).max(1);
    let mut builder = MatcherBuilder::default();
    for (at, word) in vocabulary.iter().step_by(step).take(size).enumerate() {
        let next = &vocabulary[(at * 7 + 1) % vocabulary.len()];
        let is_phrase = at % 10 == 9;
        let entry = Citation {
            term: if is_phrase {
                format!("{word} {next}")
            } else {
                word.clone()
            },
            pos: if is_phrase {
                Some(Pos::Phrase)
            } else {
                kinds[at % kinds.len()]
            },
            ..Citation::default()
        };
        builder.add(&Arabic, &entry);
    }
    builder.build()
}
