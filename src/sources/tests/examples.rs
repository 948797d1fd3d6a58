//! Small numbers that one can check by hand.

use crate::sources::adjust::benjamini_hochberg;
use crate::sources::odds::mantel_haenszel;
use crate::sources::{KeyUnit, WordCounts, Written, WrittenCounts};
use crate::text::WordIx;

#[test]
fn q_is_p_times_tests_by_rank() {
    let q = benjamini_hochberg(&[0.04, 0.01, 0.5]);
    assert_eq!(q, vec![0.06, 0.03, 0.5]);
}

#[test]
fn the_odds_ratio_of_one_table_is_its_cross_product() {
    let (ratio, _) = mantel_haenszel(&[[4, 2, 1, 3]]).unwrap();
    assert!((ratio - 6.0).abs() < 1e-12);
}

#[test]
fn the_spelling_that_comes_most_often_is_shown() {
    let unit = KeyUnit::word(WordIx(7));
    let mut found = WrittenCounts::default();
    for written in ["المئة", "المئة", "المؤة"] {
        let word = Written {
            word: WordIx(7),
            written,
            follows: false,
        };
        found.add(&[unit].into_iter().collect(), None, word);
    }
    assert_eq!(found.most_often()[&unit], "المئة");
}

#[test]
fn words_and_pairs_are_counted_with_their_articles() {
    let (forces, security) = (WordIx(0), WordIx(1));
    let mut counts = WordCounts::default();
    counts.start_article();
    for word in [forces, security, forces, security] {
        counts.add(word, true);
    }
    counts.start_article();
    counts.add(forces, true);
    assert_eq!(counts.get(KeyUnit::word(forces)), Some((3, 2)));
    assert_eq!(counts.get(KeyUnit::pair(forces, security)), Some((2, 1)));
}
