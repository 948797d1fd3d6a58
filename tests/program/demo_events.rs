//! The demo study is aligned as its answer key says (tests/corpora/sahel/README.md).

use mizan::{Cell, Lexicon, Settings, Silent, demo, weigh};
use std::collections::{BTreeMap, BTreeSet};

/// The answer key: the articles of each event.
const EVENTS: [&[&str]; 8] = [
    &["di01", "ha01", "ji01", "ku01", "ni01"],
    &["di02", "ha02", "ji02", "ku02", "ni02"],
    &["di03", "ha03", "ku03", "ni03"],
    &["ha05", "ji04", "ku06"],
    &["di04", "ha04", "ku04", "ni04"],
    &["ha07"],
    &["di05", "ji03", "ku05", "ni05"],
    &["ha06", "ji05", "ni06"],
];

#[test]
fn a_small_study_is_aligned_as_its_key_says() {
    let corpus = demo().unwrap();
    let lexicon = Lexicon::built_in().unwrap();
    let findings = weigh(corpus, lexicon, Settings::default(), &Silent).unwrap();
    let articles = findings.table("articles").unwrap();
    let [article, event] = ["article", "event"].map(|name| articles.place(name).unwrap());
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in &articles.rows {
        let (Cell::Text(article), Cell::Text(event)) = (&row[article], &row[event]) else {
            panic!("{row:?}");
        };
        found.entry(event).or_default().insert(article);
    }
    let found: BTreeSet<BTreeSet<&str>> = found.into_values().collect();
    let key = EVENTS
        .iter()
        .map(|event| event.iter().copied().collect())
        .collect();
    assert_eq!(found, key);
}
