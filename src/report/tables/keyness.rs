//! `keyness.csv`: the words that tell each source from the others.

use crate::corpus::Part;
use crate::error::Result;
use crate::language;
use crate::report::cell::Cell;
use crate::report::table::{Rows, Table};
use crate::study::Findings;
use crate::text;
use std::collections::BTreeSet;

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "keyness",
    fill,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let known = known_words(findings);
    for key in &findings.keys {
        let per_1000 = (key.words > 0).then(|| 1000.0 * key.count as f64 / key.words as f64);
        let written = findings.spellings[&key.unit].as_str();
        rows.row(&[
            Cell::text(findings.source_name(key.source)),
            Cell::text(if key.unit.second.is_some() {
                "pair"
            } else {
                "word"
            }),
            Cell::text(written),
            Cell::count(key.count),
            Cell::number(per_1000),
            Cell::count(key.others_count),
            Cell::number(key.log_odds),
            Cell::number(key.z),
            Cell::number(key.g2),
            Cell::number(key.q),
            Cell::count(key.articles),
            Cell::YesNo(known.contains(written)),
        ])?;
    }
    Ok(())
}

/// Which of the listed words and pairs entries of the lists have, taken by themselves: all words but
/// those of grammar.
fn known_words(findings: &Findings) -> BTreeSet<&str> {
    let tables = findings.lexicon.tables.iter();
    let readers: Vec<_> = tables
        .map(|(code, table)| (language::of(Some(code)), &table.matcher))
        .collect();
    let words: BTreeSet<&str> = findings.spellings.values().map(String::as_str).collect();
    let is_known = |word: &&str| {
        readers.iter().any(|(language, matcher)| {
            let cuts = &findings.lexicon.no_furniture;
            let grammar = findings.lexicon.grammar(*language);
            let text = text::prepare(word, Part::Body, None, "", grammar, cuts);
            let mut found = Vec::new();
            matcher.scan(&text, &mut found);
            let has = |token: &u32| found.iter().any(|hit| hit.tokens.contains(token));
            let is_grammar =
                |token: u32| grammar.is_function_word(text.tokens.folded(token as usize));
            let mut others = (0..text.tokens.list.len() as u32).filter(|token| !has(token));
            !found.is_empty() && others.all(is_grammar)
        })
    };
    words.into_iter().filter(is_known).collect()
}
