//! `keyness.csv`: the words that tell each source from the others.

use crate::corpus::Part;
use crate::error::Result;
use crate::language;
use crate::lexicon::Meaning;
use crate::report::cell::Cell;
use crate::report::table::{Rows, Table};
use crate::study::Findings;
use crate::text;
use std::collections::{BTreeMap, BTreeSet};

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "keyness",
    fill,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let known = known_words(findings);
    for key in &findings.keywords.keys {
        let per_1000 = (key.words > 0).then(|| 1000.0 * key.count as f64 / key.words as f64);
        let written = findings.keywords.spellings[&key.unit].as_str();
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
            Cell::YesNo(known[written].is_whole),
            Cell::text(WordKind::name(known[written].kind)),
            Cell::count(key.size),
            Cell::count(key.others_size),
        ])?;
    }
    Ok(())
}

/// What a word is to the lists: the first of these that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum WordKind {
    /// A word of saying.
    Saying,
    /// A label.
    Label,
    /// A name of an actor or a place.
    Name,
}

impl WordKind {
    fn name(kind: Option<WordKind>) -> &'static str {
        match kind {
            Some(WordKind::Saying) => "saying",
            Some(WordKind::Label) => "label",
            Some(WordKind::Name) => "name",
            None => "rest",
        }
    }

    fn of(meaning: Meaning) -> Option<WordKind> {
        match meaning {
            Meaning::Cue(_) => Some(WordKind::Saying),
            Meaning::Term(_) => Some(WordKind::Label),
            Meaning::Name(_) | Meaning::Ambiguous(_) | Meaning::Place(_) => Some(WordKind::Name),
            Meaning::Head(_) => None,
        }
    }
}

/// Whether entries of the lists have the whole of a word or pair, and what it is to them.
#[derive(Clone, Copy, Debug, Default)]
struct KnownWord {
    is_whole: bool,
    kind: Option<WordKind>,
}

/// What the lists have of the listed words and pairs, taken by themselves: all words but those of
/// grammar, or some of them.
fn known_words(findings: &Findings) -> BTreeMap<&str, KnownWord> {
    let tables = findings.lexicon.tables.iter();
    let readers: Vec<_> = tables
        .map(|(code, table)| (language::of(Some(code)), table))
        .collect();
    let words: BTreeSet<&str> = findings
        .keywords
        .spellings
        .values()
        .map(String::as_str)
        .collect();
    let known = |word: &str| {
        let mut known = KnownWord::default();
        for (language, table) in &readers {
            let cuts = &findings.lexicon.no_furniture;
            let grammar = findings.lexicon.grammar(*language);
            let text = text::prepare(word, Part::Body, None, "", grammar, cuts);
            let mut found = Vec::new();
            table.matcher.scan(&text, &mut found);
            let has = |token: &u32| found.iter().any(|hit| hit.tokens.contains(token));
            let is_grammar =
                |token: u32| grammar.is_function_word(text.tokens.folded(token as usize));
            let mut others = (0..text.tokens.list.len() as u32).filter(|token| !has(token));
            known.is_whole |= !found.is_empty() && others.all(is_grammar);
            let meanings = found
                .iter()
                .map(|hit| table.meanings[hit.pattern.0 as usize]);
            let kind = meanings.filter_map(WordKind::of).min();
            known.kind = [known.kind, kind].into_iter().flatten().min();
        }
        known
    };
    words.into_iter().map(|word| (word, known(word))).collect()
}
