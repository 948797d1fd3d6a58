//! Words as the page shows them: each with its label, its count, and the terms by which its places
//! are found.

use crate::lexicon::{LabelIx, TermIx};
use crate::report::names::{Placed, by_frequency, tally};
use crate::study::Findings;
use serde_json::{Value, json};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The words used most in some mentions, `[word, label, count, terms]`, the most frequent first, and
/// how many mentions have others.
pub(super) fn chips(findings: &Findings, mentions: &[&Placed], most: usize) -> Value {
    let mut terms: BTreeMap<(LabelIx, TermIx), Vec<String>> = BTreeMap::new();
    for mention in mentions {
        let forms = terms.entry((mention.label, mention.mention.term));
        forms.or_default().push(findings.form(mention));
    }
    let mut words: BTreeMap<(LabelIx, String), (usize, Vec<TermIx>)> = BTreeMap::new();
    for ((label, term), forms) in terms {
        let count = forms.len();
        let usual = by_frequency(tally(forms)).swap_remove(0).0;
        let word = words.entry((label, usual)).or_default();
        word.0 += count;
        word.1.push(term);
    }
    let mut words: Vec<_> = words.into_iter().collect();
    words.sort_by_key(|(_, (count, _))| Reverse(*count));
    let rest: usize = words.iter().skip(most).map(|(_, (count, _))| count).sum();
    let chip = |((label, word), (count, terms)): ((LabelIx, String), (usize, Vec<TermIx>))| {
        let terms: Vec<u32> = terms.iter().map(|term| term.0).collect();
        json!([word, label.0, count, terms])
    };
    let shown: Vec<Value> = words.into_iter().take(most).map(chip).collect();
    json!([shown, rest])
}

/// A figure as it is read: no finer than the tables write it.
pub(super) fn rounded(found: Option<f64>) -> Value {
    found.map_or(Value::Null, |found| {
        json!((found * 10_000.0).round() / 10_000.0)
    })
}
