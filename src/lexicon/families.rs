//! Words that are forms of one word, by the rules that make the forms of entries.

use crate::language::{Citation, Flags, Language, Pos, Rule};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// A word with fewer letters has too many other words among its forms.
const SHORTEST: usize = 4;

/// A word is so many times more frequent than itself with a conjunction or preposition before it.
const CLITIC: u64 = 3;

/// Words that come less often gather no forms: they are mostly names and slips.
const LEAST: u64 = 10;

/// Gives each word the place of the one it is a form of: the plural that of the singular. The
/// shortest goes first, of two alike the more frequent. Words are folded and without clitics.
/// Spellings that differ in ة and ه are one word, too.
pub(crate) fn families(language: &dyn Language, words: &[(&str, u64)]) -> Vec<u32> {
    let mut loose: FxHashMap<&str, Vec<u32>> = FxHashMap::default();
    for (at, (word, _)) in (0..).zip(words) {
        loose.entry(language.loose_stem(word)).or_default().push(at);
    }
    let forms: Vec<Vec<u32>> = words
        .par_iter()
        .map(|(word, count)| match *count >= LEAST {
            true => forms(language, word, &loose),
            false => Vec::new(),
        })
        .collect();
    let mut order: Vec<u32> = (0..words.len() as u32).collect();
    order.sort_unstable_by_key(|at| {
        let (word, count) = words[*at as usize];
        (word.chars().count(), std::cmp::Reverse(count), word)
    });
    let mut heads: Vec<Option<u32>> = vec![None; words.len()];
    for head in order {
        if heads[head as usize].is_some() {
            continue;
        }
        heads[head as usize] = Some(head);
        let spelt = loose[language.loose_stem(words[head as usize].0)].iter();
        spelt.for_each(|form| {
            heads[*form as usize].get_or_insert(head);
        });
        for form in &forms[head as usize] {
            heads[*form as usize].get_or_insert(head);
        }
    }
    let own = (0..).zip(heads);
    let mut heads: Vec<u32> = own.map(|(at, head)| head.unwrap_or(at)).collect();
    let places: FxHashMap<&str, u32> = (0..)
        .zip(words)
        .map(|(at, (word, _))| (*word, at))
        .collect();
    for (at, (word, count)) in words.iter().enumerate() {
        if let Some(rest) = without_clitic(language, word).and_then(|rest| places.get(rest))
            && words[*rest as usize].1 >= CLITIC * count
        {
            heads[at] = *rest;
        }
    }
    // A word whose head went to another family goes along.
    (0..heads.len()).map(|at| last(&heads, at as u32)).collect()
}

/// The end of a chain of heads; each is shorter than the one before, or its own.
fn last(heads: &[u32], mut at: u32) -> u32 {
    for _ in 0..heads.len() {
        match heads[at as usize] {
            head if head == at => break,
            head => at = head,
        }
    }
    at
}

/// A word without the one letter before it that may be a conjunction or preposition.
fn without_clitic<'a>(language: &dyn Language, word: &'a str) -> Option<&'a str> {
    let single = language
        .heads()
        .iter()
        .filter(|head| head.chars().count() == 1);
    let rest = single.filter_map(|head| word.strip_prefix(head)).next()?;
    (rest.chars().count() >= 3).then_some(rest)
}

/// The places of the words that are forms of a noun or adjective.
fn forms(language: &dyn Language, word: &str, loose: &FxHashMap<&str, Vec<u32>>) -> Vec<u32> {
    if word.chars().count() < SHORTEST {
        return Vec::new();
    }
    let citation = Citation {
        term: word.to_owned(),
        pos: Some(Pos::Adjective),
        flags: Flags {
            human: true,
            nopro: true,
            ..Flags::default()
        },
        ..Citation::default()
    };
    let bodies = language
        .bodies(&citation)
        .into_iter()
        .flat_map(|way| way.words);
    let strong = bodies.flatten().filter(|body| {
        let (head, tail) = (0, body.tail);
        !language.is_weak_rule(Rule { head, tail })
    });
    let mut found: Vec<u32> = strong
        .filter_map(|body| loose.get(language.loose_stem(&body.folded)))
        .flatten()
        .copied()
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Arabic;

    #[test]
    fn a_plural_is_of_the_family_of_its_singular_and_another_word_is_not() {
        let words = [
            ("مسلح", 50),
            ("مسلحين", 9),
            ("مسلحون", 2),
            ("تسليح", 4),
            ("مسلسل", 3),
        ];
        assert_eq!(families(&Arabic, &words), [0, 0, 0, 3, 4]);
    }

    #[test]
    fn a_word_behind_a_preposition_is_of_its_own_family_unless_it_is_the_more_frequent() {
        let words = [("لشرطة", 5), ("شرطة", 90), ("وزير", 80), ("زير", 2)];
        assert_eq!(families(&Arabic, &words), [1, 1, 2, 3]);
    }
}
