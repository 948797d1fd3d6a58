//! Entries that share roots with a candidate: what is made of one root is often said of one thing.

use crate::language::Language;
use crate::lexicon::{Lexicon, TermIx};
use std::collections::{BTreeMap, BTreeSet};

/// What entries with the same roots and no other weigh, as a cosine.
pub(super) const KIN: f64 = 0.1;

/// The roots of the entries.
pub(super) struct Kin {
    language: &'static dyn Language,
    by_root: BTreeMap<String, Vec<TermIx>>,
    /// How many roots all entries have together.
    all: f64,
    /// Of each entry, the weights of its roots together.
    weights: BTreeMap<TermIx, f64>,
}

impl Kin {
    /// Of the entries that are asked for.
    pub(crate) fn of(
        lexicon: &Lexicon,
        language: &'static dyn Language,
        asked: impl Fn(TermIx) -> bool,
    ) -> Kin {
        let mut kin = Kin {
            language,
            by_root: BTreeMap::new(),
            all: 2.0,
            weights: BTreeMap::new(),
        };
        let terms = (0..).map(TermIx).zip(&lexicon.terms);
        let roots: Vec<(TermIx, BTreeSet<String>)> = terms
            .filter(|(ix, _)| asked(*ix))
            .map(|(ix, term)| (ix, kin.roots(&language.fold(&term.term))))
            .collect();
        for (term, roots) in &roots {
            for root in roots {
                kin.by_root.entry(root.clone()).or_default().push(*term);
            }
        }
        kin.all = kin.by_root.values().map(Vec::len).sum::<usize>().max(2) as f64;
        for (term, roots) in &roots {
            kin.weights.insert(*term, kin.weight(roots));
        }
        kin
    }

    /// The entries that share a root with some words, with what is shared of all roots of the side
    /// that has more (0…1); a root of many entries counts little.
    pub(crate) fn of_words(&self, words: &[&str]) -> Vec<(TermIx, f64)> {
        let roots = self.roots(&words.join(" "));
        let own = self.weight(&roots);
        let mut shared: BTreeMap<TermIx, f64> = BTreeMap::new();
        for root in &roots {
            for term in self.by_root.get(root).into_iter().flatten() {
                *shared.entry(*term).or_insert(0.0) += self.weight_of(root);
            }
        }
        let share = |(term, sum): (TermIx, f64)| (term, sum / own.max(self.weights[&term]));
        shared.into_iter().map(share).collect()
    }

    fn roots(&self, folded: &str) -> BTreeSet<String> {
        let words = folded.split([' ', '*']).filter(|word| !word.is_empty());
        words
            .map(|word| self.language.root(self.language.stem(word)))
            .collect()
    }

    fn weight(&self, roots: &BTreeSet<String>) -> f64 {
        roots.iter().map(|root| self.weight_of(root)).sum()
    }

    /// 1 for a root of one entry, or none, and 0 for one of all.
    fn weight_of(&self, root: &str) -> f64 {
        let count = self.by_root.get(root).map_or(1, Vec::len) as f64;
        1.0 - count.ln() / self.all.ln()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::load;
    use crate::language::Arabic;

    #[test]
    fn a_word_is_kin_of_entries_of_its_root_and_of_no_others() {
        let lexicon = load(None).unwrap();
        let kin = Kin::of(&lexicon, &Arabic, |_| true);
        let words = |word: &str| -> Vec<String> {
            let mut found = kin.of_words(&[word]);
            found.sort_by(|a, b| b.1.total_cmp(&a.1));
            let term = |term: TermIx| lexicon.terms[term.0 as usize].term.clone();
            found.into_iter().map(|(ix, _)| term(ix)).collect()
        };
        assert!(
            words("قصاف").contains(&"قصف".to_owned()),
            "{:?}",
            words("قصاف")
        );
        assert!(!words("قصاف").contains(&"هجوم".to_owned()));
        assert!(words("طماطم").is_empty());
    }
}
