//! The full names to which a surname may belong, in the words of an article.

use super::written::joins_next;
use crate::language::{Grammar, Kind, Tokens};

/// The full names of persons in a text that end in a surname, or begin with it where it is a given
/// name: loosely spelled.
pub(super) fn full_names(grammar: &Grammar, given: &str, surname: &str) -> Vec<String> {
    let language = grammar.language;
    let mut tokens = Tokens::default();
    language.cut(given, 0, &mut tokens);
    let words: Vec<(bool, &str)> = tokens
        .list
        .iter()
        .enumerate()
        .map(|(at, token)| (token.kind == Kind::Word, tokens.folded(at)))
        .collect();
    let is_given = |at: usize| words[at].0 && grammar.is_given_name(words[at].1);
    let mut found = Vec::new();
    for at in 1..words.len() {
        let joined = match words[at - 1] {
            (true, before) if joins_next(grammar, before) => 1,
            _ => 0,
        };
        let own: String = words[at - joined..=at]
            .iter()
            .map(|(_, word)| language.loose(word))
            .collect();
        if !words[at].0 || own != surname {
            continue;
        }
        let end = at - joined;
        let given = (0..end).rev().take_while(|at| is_given(*at)).count();
        if given > 0 {
            let names = words[end - given..end].iter();
            let mut names: Vec<String> = names.map(|(_, word)| language.loose(word)).collect();
            names.push(own);
            found.push(names.join(" "));
        }
    }
    found.sort();
    found.dedup();
    found
}
