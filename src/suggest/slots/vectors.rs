//! What stands around a word or phrase, weighted: its vector.

use super::lines::{Lines, Stands};
use std::ops::Range;

/// Exponent by which the counts of neighbours are smoothed, so that rare ones weigh less.
///
/// Source: Levy, Goldberg & Dagan (2015), *Improving Distributional Similarity with Lessons Learned
/// from Word Embeddings*, TACL 3, 211–225, section 3.1.
const SMOOTHING: f64 = 0.75;

/// Kinds of neighbour: two words before, two behind; the first and the last word of a phrase.
const KINDS: u32 = 6;

/// Weights by feature, sorted by feature, of length 1.
pub(crate) type Vector = Vec<(u32, f32)>;

/// Makes vectors from a corpus.
pub(crate) struct Weigher<'a> {
    lines: &'a Lines,
    /// Sum of the smoothed counts of all words.
    all: f64,
}

impl<'a> Weigher<'a> {
    /// For the words of a corpus.
    pub(crate) fn of(lines: &'a Lines) -> Self {
        let smoothed = lines.counts.iter().map(|count| smoothed(*count));
        Weigher {
            lines,
            all: smoothed.sum(),
        }
    }

    /// How many features there may be.
    pub(crate) fn features(&self) -> usize {
        self.lines.words.len() * KINDS as usize
    }

    /// The vector of whatever stands at some places: for each neighbour its positive pointwise
    /// mutual information, ln( p(neighbour | it) ÷ p(neighbour) ), scaled to length 1; empty where
    /// no neighbour comes more often than by chance.
    ///
    /// Source: Bullinaria & Levy (2007), *Extracting Semantic Representations from Word
    /// Co-occurrence Statistics*, Behavior Research Methods 39(3), 510–526.
    pub(crate) fn vector(&self, places: impl Iterator<Item = Range<u32>>) -> Vector {
        let mut features = Vec::new();
        let mut count = 0_u32;
        for place in places {
            count += 1;
            self.neighbours(&place, &mut features);
        }
        features.sort_unstable();
        let weighed = features.chunk_by(|a, b| a == b).filter_map(|same| {
            let word = self.lines.counts[(same[0] / KINDS) as usize];
            let share = same.len() as f64 / f64::from(count);
            let weight = libm::log(share * self.all / smoothed(word));
            (weight > 0.0).then_some((same[0], weight as f32))
        });
        let mut vector: Vector = weighed.collect();
        let length = vector
            .iter()
            .map(|(_, weight)| weight * weight)
            .sum::<f32>()
            .sqrt();
        vector.iter_mut().for_each(|(_, weight)| *weight /= length);
        vector
    }

    fn neighbours(&self, place: &Range<u32>, features: &mut Vec<u32>) {
        let lines = self.lines;
        let mut add = |at: usize, kind: u32| features.push(lines.at[at] * KINDS + kind);
        let (start, end) = (place.start as usize, place.end as usize);
        for (kind, back) in (0..).zip(1..=2) {
            let Some(at) = start.checked_sub(back) else {
                break;
            };
            add(at, kind);
            if lines.stands[at] == Stands::End {
                break;
            }
        }
        for (kind, at) in (2..).zip(end..lines.at.len().min(end + 2)) {
            add(at, kind);
            if lines.stands[at] == Stands::End {
                break;
            }
        }
        if end - start > 1 {
            add(start, 4);
            add(end - 1, 5);
        }
    }
}

fn smoothed(count: u32) -> f64 {
    libm::pow(f64::from(count), SMOOTHING)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The vector of a word in a text of words.
    fn vector(text: &str, word: &str) -> Vector {
        let lines = Lines::of_text(text);
        let words = (0..).zip(text.split(' '));
        let places = words.filter(|(_, one)| *one == word);
        let places: Vec<_> = places.map(|(at, _)| at..at + 1).collect();
        Weigher::of(&lines).vector(places.into_iter())
    }

    fn cosine(text: &str, one: &str, other: &str) -> f32 {
        let (one, other) = (vector(text, one), vector(text, other));
        let same = one.iter().flat_map(|(feature, weight)| {
            let shared = other.iter().filter(move |(own, _)| own == feature);
            shared.map(move |(_, own)| weight * own)
        });
        same.sum()
    }

    #[test]
    fn words_with_the_same_neighbours_are_alike_and_words_with_others_are_not() {
        let text = ". قتل مسلح راعيا . قتل متمرد راعيا . زار تلميذ متحفا .";
        assert!((cosine(text, "مسلح", "متمرد") - 1.0).abs() < 1e-5);
        assert!(cosine(text, "مسلح", "تلميذ") < 0.5);
    }

    #[test]
    fn a_vector_has_length_one_and_a_word_that_stands_nowhere_none() {
        let length: f32 = vector("ا ب ج . ا د .", "ب")
            .iter()
            .map(|(_, w)| w * w)
            .sum();
        assert!((length - 1.0).abs() < 1e-5);
        assert!(vector("ا ب .", "س").is_empty());
    }

    #[test]
    fn no_neighbour_is_looked_for_behind_the_end_of_a_sentence() {
        let features = vector("ا ب . ج د .", "ب");
        let words: Vec<u32> = features
            .iter()
            .map(|(feature, _)| feature / KINDS)
            .collect();
        assert!(words.iter().all(|word| *word != 3), "{words:?}");
    }
}
