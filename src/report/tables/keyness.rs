//! `keyness.csv`: the words that tell each source from the others.

use crate::corpus::Part;
use crate::error::Result;
use crate::language;
use crate::report::cell::{Cell, Explained, Rows, Table, columns};
use crate::study::Findings;
use crate::text;
use std::collections::BTreeSet;

const COLUMNS: &[Explained] = &[
    ("source", "name", "the source"),
    (
        "unit",
        "word or pair",
        "whether it is one word, or two that stand next to each other with no mark between",
    ),
    (
        "word",
        "text",
        "the word or the pair, as it is written most often; other spellings of the same letters count as it",
    ),
    (
        "count",
        "count",
        "how often the source's narrator uses it; copies collapse to one",
    ),
    (
        "per_1000_words",
        "words per 1,000",
        "1,000 × count ÷ words (or pairs) of the source's narrator",
    ),
    (
        "others_count",
        "count",
        "how often the other sources' narrators use it",
    ),
    (
        "log_odds",
        "log odds ratio",
        "how much more the source uses it, with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008)",
    ),
    (
        "z",
        "standard deviations",
        "log_odds by its standard deviation: what the table is sorted by",
    ),
    (
        "g2",
        "G²",
        "log-likelihood ratio (Dunning 1993), negative where the source uses it less",
    ),
    (
        "q",
        "0…1",
        "false discovery rate at which the word would be called a difference (Benjamini–Hochberg)",
    ),
    (
        "articles",
        "count",
        "articles of the source that have it: a word of one article is a topic, not a habit",
    ),
    (
        "in_lexicon",
        "yes or no",
        "whether entries of the lists have it: a term, a name, a word of saying; of a pair all words but those of grammar; of the rows with *no*, the uppermost are what to add",
    ),
];

/// The table.
pub const TABLE: Table = Table {
    name: "keyness",
    columns: |_| columns(COLUMNS),
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
            Cell::text(if known.contains(written) { "yes" } else { "no" }),
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
