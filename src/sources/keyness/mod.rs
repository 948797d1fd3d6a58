//! Keyness: the words that tell one source from all others together.

mod measures;

#[cfg(test)]
pub(crate) use measures::Prior;
pub(crate) use measures::{Counts, REPORT_PRIOR};

use super::adjust::Tests;
use super::distributions::chi2_tail;
use super::vocabulary::{self, TestedWords};
use super::words::{KeyUnit, KeyUnits, WordCounts};
use crate::corpus::SourceIx;
use rayon::prelude::*;
use std::cmp::Ordering;

/// A word that a source uses more or less than the others.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Key {
    /// The source.
    pub source: SourceIx,
    /// The word, or pair of adjacent words.
    pub unit: KeyUnit,
    /// Its count in the source.
    pub count: u64,
    /// All words of the source, tested or not.
    pub words: u64,
    /// Its count in the other sources.
    pub others_count: u64,
    /// Words of the source that are tested: the N of the formulas.
    pub size: u64,
    /// Those of the other sources.
    pub others_size: u64,
    /// Log-odds ratio with an informative Dirichlet prior ([`REPORT_PRIOR`]).
    pub log_odds: f64,
    /// Its z.
    pub z: f64,
    /// Signed G².
    pub g2: f64,
    /// Benjamini–Hochberg q of G², over all words tested in the source.
    pub q: f64,
    /// Articles of the source that have it.
    pub articles: u64,
}

/// The words that tell each source from all others together; `counts` is by source.
///
/// A word with fewer than `least_count` in all sources together is not tested and not part of the
/// sides' sizes. Each source has at most `rows` words that it uses more and `rows` that it uses
/// less, by z; sorted by source, z falling, word. A source without words, or alone, has none.
///
/// Pairs of adjacent words are tested just like words, and apart from them.
pub(crate) fn keyness(
    counts: &[WordCounts],
    units: KeyUnits,
    least_count: u32,
    rows: u32,
) -> Vec<Key> {
    let corpus = vocabulary::corpus(counts, units, u64::from(least_count).max(1));
    (0..counts.len())
        .into_par_iter()
        .flat_map_iter(|source| {
            let tests = tests(&corpus, source);
            let adjusted = Tests::new(tests.iter().map(|test| test.figures.p).collect());
            let mut chosen = chosen(&tests, rows as usize);
            chosen.sort_unstable_by(|&a, &b| by_z(&tests[b], &tests[a]));
            let words = counts[source].total(units);
            let size = corpus.sizes[source];
            let sizes = (size, corpus.size - size);
            let key = move |at: usize| tests[at].key(source, words, sizes, &adjusted);
            chosen.into_iter().map(key)
        })
        .collect()
}

/// One word tested in one source.
struct Test {
    unit: KeyUnit,
    count: u64,
    total: u64,
    articles: u64,
    figures: Figures,
}

/// What a word's counts give; the same for words with the same counts.
#[derive(Clone, Copy)]
struct Figures {
    log_odds: f64,
    z: f64,
    g2: f64,
    p: f64,
}

impl Test {
    fn key(&self, source: usize, words: u64, sizes: (u64, u64), adjusted: &Tests) -> Key {
        Key {
            source: SourceIx(source as u32),
            unit: self.unit,
            count: self.count,
            words,
            others_count: self.total - self.count,
            size: sizes.0,
            others_size: sizes.1,
            log_odds: self.figures.log_odds,
            z: self.figures.z,
            g2: self.figures.g2,
            q: adjusted.q(self.figures.p),
            articles: self.articles,
        }
    }
}

/// Rising by z; of two alike the later word first, so that turned around the earlier is.
fn by_z(a: &Test, b: &Test) -> Ordering {
    a.figures
        .z
        .total_cmp(&b.figures.z)
        .then_with(|| b.unit.cmp(&a.unit))
}

/// Every word of the corpus tested in one source; none where there is nothing to compare.
fn tests(corpus: &TestedWords, source: usize) -> Vec<Test> {
    let ours = corpus.sizes[source];
    if ours == 0 || ours == corpus.size {
        return Vec::new();
    }
    let mut sides = Sides::new(corpus, ours);
    let mut tests = Vec::with_capacity(corpus.words());
    for shard in &corpus.shards {
        let uses = shard.uses_of(source);
        for (&(unit, total), (count, articles)) in shard.words.iter().zip(uses) {
            let figures = sides.figures(count, total);
            tests.push(Test {
                unit,
                count,
                total,
                articles,
                figures,
            });
        }
    }
    tests
}

/// Counts below these are so common that their figures are kept.
const KEPT_COUNT: u64 = 16;
const KEPT_TOTAL: u64 = 256;

/// A source and all others.
struct Sides {
    ours: f64,
    all: f64,
    all_imagined: f64,
    kept: Vec<Option<Figures>>,
}

impl Sides {
    fn new(corpus: &TestedWords, ours: u64) -> Sides {
        let all = corpus.size as f64;
        Sides {
            ours: ours as f64,
            all,
            all_imagined: REPORT_PRIOR.of(all, all),
            kept: vec![None; (KEPT_COUNT * KEPT_TOTAL) as usize],
        }
    }

    fn figures(&mut self, count: u64, total: u64) -> Figures {
        if count >= KEPT_COUNT || total >= KEPT_TOTAL {
            return self.computed(count, total);
        }
        let place = (count * KEPT_TOTAL + total) as usize;
        if let Some(figures) = self.kept[place] {
            return figures;
        }
        let figures = self.computed(count, total);
        self.kept[place] = Some(figures);
        figures
    }

    fn computed(&self, count: u64, total: u64) -> Figures {
        let counts = Counts {
            ours: count as f64,
            theirs: (total - count) as f64,
            all_ours: self.ours,
            all_theirs: self.all - self.ours,
        };
        let imagined = REPORT_PRIOR.of(total as f64, self.all);
        let (log_odds, z) = counts.log_odds(imagined, self.all_imagined);
        let g2 = counts.g2();
        Figures {
            log_odds,
            z,
            g2,
            p: chi2_tail(g2.abs()),
        }
    }
}

/// The tests furthest from 0 on either side, at most `rows` each.
fn chosen(tests: &[Test], rows: usize) -> Vec<usize> {
    let mut chosen = Vec::new();
    for sign in [1.0, -1.0] {
        let mut side: Vec<usize> = (0..tests.len())
            .filter(|&at| tests[at].figures.z * sign > 0.0)
            .collect();
        let further = |&a: &usize, &b: &usize| {
            let distance = tests[b]
                .figures
                .z
                .abs()
                .total_cmp(&tests[a].figures.z.abs());
            distance.then_with(|| tests[a].unit.cmp(&tests[b].unit))
        };
        if side.len() > rows {
            side.select_nth_unstable_by(rows, further);
            side.truncate(rows);
        }
        chosen.extend(side);
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::super::words::tests::{counted, unit};
    use super::*;

    fn counts(texts: &[&str]) -> Vec<WordCounts> {
        texts.iter().map(|text| counted(text.split('|'))).collect()
    }

    #[test]
    fn words_come_by_source_and_z_with_their_counts() {
        let keys = keyness(
            &counts(&["a a a c|a", "b b b c", "b a c d"]),
            KeyUnits::Words,
            2,
            10,
        );
        let words: Vec<(u32, KeyUnit)> = keys.iter().map(|key| (key.source.0, key.unit)).collect();
        assert_eq!(words[..3], ["a", "c", "b"].map(|word| (0, unit(word))));
        let first = &keys[0];
        assert_eq!(
            (first.count, first.others_count, first.words, first.articles),
            (4, 1, 5, 2)
        );
        assert!(first.z > 0.0 && first.g2 > 0.0 && first.log_odds > 0.0 && first.q <= 1.0);
        assert!(
            keys.iter().all(|key| key.unit != unit("d")),
            "a word rarer than 2 is not tested"
        );
    }

    #[test]
    fn pairs_are_tested_apart_from_words() {
        let counts = counts(&["a b a b a b", "b a b c b c"]);
        let keys = keyness(&counts, KeyUnits::Pairs, 2, 10);
        let found: Vec<(u32, KeyUnit, u64)> = keys
            .iter()
            .map(|key| (key.source.0, key.unit, key.count))
            .collect();
        let expected = [
            (0, "a b", 3),
            (0, "b a", 2),
            (0, "b c", 0),
            (1, "b c", 2),
            (1, "b a", 1),
            (1, "a b", 1),
        ];
        assert_eq!(
            found,
            expected.map(|(source, pair, count)| (source, unit(pair), count))
        );
        assert_eq!((keys[0].words, keys[0].others_count), (5, 1));
    }

    #[test]
    fn at_most_so_many_rows_go_either_way() {
        let keys = keyness(
            &counts(&["a a a b b c", "x x x y y z c"]),
            KeyUnits::Words,
            1,
            1,
        );
        let words: Vec<KeyUnit> = keys.iter().map(|key| key.unit).collect();
        assert_eq!(words, ["a", "x", "x", "a"].map(unit));
    }

    #[test]
    fn figures_that_are_kept_are_those_computed() {
        let counts = counts(&["a a b c c c", "a b b b c d d"]);
        let corpus = vocabulary::corpus(&counts, KeyUnits::Words, 1);
        let mut sides = Sides::new(&corpus, corpus.sizes[0]);
        for (count, total) in [(1, 4), (2, 3), (1, 4), (3, 4), (2, 3)] {
            let (kept, computed) = (sides.figures(count, total), sides.computed(count, total));
            assert_eq!(
                (kept.z, kept.g2, kept.p),
                (computed.z, computed.g2, computed.p)
            );
        }
    }

    #[test]
    fn a_source_alone_or_without_words_has_no_keyness() {
        assert!(keyness(&counts(&["a b a"]), KeyUnits::Words, 1, 5).is_empty());
        let mut two = counts(&["a b a"]);
        two.push(WordCounts::default());
        assert!(keyness(&two, KeyUnits::Words, 1, 5).is_empty());
    }
}
