//! The full names of persons in the words of an article, to which surnames may belong.

use super::written::joins_next;
use crate::language::{Grammar, Kind, Tokens};

/// The full names in a text: given names in a row and the word behind them, which may be a surname.
/// Loosely spelled, each with that last word.
pub(super) fn full_names(grammar: &Grammar, given: &str) -> Vec<(String, String)> {
    let language = grammar.language;
    let mut tokens = Tokens::default();
    language.cut(given, 0, &mut tokens);
    let words: Vec<(bool, &str)> = tokens
        .list
        .iter()
        .enumerate()
        .map(|(at, token)| (token.kind == Kind::Word, tokens.folded(at)))
        .collect();
    let is_given: Vec<bool> = words
        .iter()
        .map(|(is_word, word)| *is_word && grammar.is_given_name(word))
        .collect();
    let mut found = Vec::new();
    for at in 1..words.len() {
        let joined = match words[at - 1] {
            (true, before) if joins_next(grammar, before) => 1,
            _ => 0,
        };
        let end = at - joined;
        let given = is_given[..end].iter().rev().take_while(|is| **is).count();
        if !words[at].0 || given == 0 {
            continue;
        }
        let loose = |(_, word): &(bool, &str)| language.loose(word);
        let own: String = words[end..=at].iter().map(loose).collect();
        let mut names: Vec<String> = words[end - given..end].iter().map(loose).collect();
        names.push(own.clone());
        found.push((own, names.join(" ")));
    }
    found
}
