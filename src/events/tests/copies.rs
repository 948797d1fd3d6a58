//! Copies against a comparison of all pairs: of texts made here, whose overlap is known, and of a
//! day of news. The latter is skipped, with a message, where the news is not there.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test that tells what it measured"
)]

use crate::corpus::{self, Corpus, Part, ReadOptions, SourceIx, Stamp};
use crate::events::{self, AlignOptions, Outline, Witness};
use crate::language::{self, Kind};
use crate::settings::Settings;
use crate::text::{self, Text, clean::Furniture};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;

/// Share of 4-grams from which two articles are copies.
const HALF: f64 = 0.5;

type Pairs = BTreeSet<(usize, usize)>;

/// A body without the furniture rules of any language.
fn body(given: &str) -> Text<'_> {
    let language = language::of(None);
    text::prepare(
        given,
        Part::Body,
        None,
        "",
        language.grammar(),
        &Furniture::default(),
    )
}

/// The different word 4-grams of a body, as text.
fn grams(given: &str) -> BTreeSet<String> {
    let text = body(given);
    let tokens = &text.tokens;
    let is_word = |at: &usize| matches!(tokens.list[*at].kind, Kind::Word | Kind::Number);
    let words: Vec<&str> = (0..tokens.list.len())
        .filter(is_word)
        .map(|at| tokens.folded(at))
        .collect();
    words.windows(4).map(|gram| gram.join(" ")).collect()
}

/// The pairs that share half of the shorter one's 4-grams, by comparing every pair that has one in
/// common, within the window.
fn brute_force(texts: &[String], near: impl Fn(usize, usize) -> bool) -> Pairs {
    let grams: Vec<BTreeSet<String>> = texts.par_iter().map(|text| grams(text)).collect();
    let mut having: HashMap<&str, Vec<usize>> = HashMap::new();
    for (text, grams) in grams.iter().enumerate() {
        for gram in grams {
            having.entry(gram).or_default().push(text);
        }
    }
    let mut common: HashMap<(usize, usize), usize> = HashMap::new();
    for texts in having.values() {
        for (at, a) in texts.iter().enumerate() {
            for b in texts[at + 1..].iter().filter(|b| near(*a, **b)) {
                *common.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    let share = |(pair, common): &(&(usize, usize), &usize)| {
        let shorter = grams[pair.0].len().min(grams[pair.1].len());
        **common as f64 / shorter as f64 >= HALF
    };
    common.iter().filter(share).map(|(pair, _)| *pair).collect()
}

/// The pairs that the tool finds to share as much.
fn found(texts: &[String], stamps: &[Option<Stamp>]) -> Pairs {
    let title = body("");
    let outlines: Vec<Outline> = texts
        .par_iter()
        .map(|text| events::outline(&title, &body(text)))
        .collect();
    let ids: Vec<String> = (0..texts.len()).map(|n| format!("{n:06}")).collect();
    let witness = |n: usize| Witness {
        id: &ids[n],
        source: SourceIx((n % 7) as u32),
        date: stamps[n],
        given_event: None,
        corrected_event: None,
        is_agency: false,
        outline: &outlines[n],
    };
    let witnesses: Vec<Witness> = (0..texts.len()).map(witness).collect();
    let settings = Settings::default();
    let options = AlignOptions {
        window_hours: settings.window_hours,
        similarity: settings.event_similarity,
        copy_overlap: settings.copy_overlap,
    };
    let copies = events::align(&witnesses, &options, &|_| {}).copies;
    let copies = copies.iter().filter(|copy| copy.overlap >= HALF);
    let pair = |a: usize, b: usize| (a.min(b), a.max(b));
    copies
        .map(|copy| pair(copy.article.at(), copy.of.at()))
        .collect()
}

/// Share of one set that is in the other.
fn share(of: &Pairs, others: &Pairs) -> f64 {
    of.intersection(others).count() as f64 / of.len() as f64
}

/// A linear congruential generator (Knuth, MMIX), so that the texts are always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % most) as usize
    }

    /// A word of three to six letters: the commonest come often, as in a language.
    fn word(&mut self) -> String {
        let letters: Vec<char> = "ابتجحدرسشصعفقكلمنهوي".chars().collect();
        let rank = self.below(40) * self.below(40) * self.below(12);
        let mut left = (rank as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let length = 3 + left % 4;
        let mut word = String::new();
        for _ in 0..length {
            left = left.rotate_left(13).wrapping_mul(5).wrapping_add(7);
            word.push(letters[(left >> 20) as usize % letters.len()]);
        }
        word
    }

    fn words(&mut self, count: usize) -> Vec<String> {
        (0..count).map(|_| self.word()).collect()
    }
}

/// What outlets do to a text that they take over.
fn copied(original: &[String], way: usize, dice: &mut Dice) -> Vec<String> {
    let mut copy = original.to_vec();
    match way {
        // Every so many words another one.
        0..=3 => {
            let step = [9, 12, 16, 30][way];
            for at in (0..copy.len()).step_by(step) {
                copy[at] = dice.word();
            }
        }
        // The end is cut, or the head, and something of the outlet's own written instead.
        4 => copy.truncate(original.len() * 2 / 3),
        5 => drop(copy.drain(..original.len() / 3)),
        6 => copy.extend(dice.words(original.len() / 2)),
        7 => drop(copy.splice(0..0, dice.words(original.len() / 3))),
        // Paragraphs change places.
        8 => copy.rotate_left(original.len() / 3),
        // Words are added here and there.
        _ => {
            for at in (10..copy.len()).step_by(15).rev() {
                copy.insert(at, dice.word());
            }
        }
    }
    copy
}

#[test]
fn copies_changed_in_ten_ways_are_found_and_nothing_else() {
    let mut dice = Dice(20_130_311);
    let mut texts = Vec::new();
    for original in 0..300 {
        let words = dice.words([40, 90, 200, 500][original % 4]);
        let copy = copied(&words, original / 4 % 10, &mut dice);
        texts.extend([words.join(" "), copy.join(" ")]);
        texts.push(dice.words(120).join(" "));
    }
    let stamps = vec![None; texts.len()];
    let (expected, found) = (brute_force(&texts, |_, _| true), found(&texts, &stamps));
    assert!(expected.len() > 250, "{} pairs to be found", expected.len());
    let (recall, precision) = (share(&expected, &found), share(&found, &expected));
    let report = format!("recall {recall:.3} precision {precision:.3}");
    println!("{report}");
    assert!(recall >= 0.95 && precision >= 0.95, "{report}");
}

#[test]
fn the_copies_of_a_day_of_news_are_those_that_comparing_all_pairs_finds() {
    let given = std::env::var_os("MIZAN_DATA").map(PathBuf::from);
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let folder = given.unwrap_or_else(beside);
    if !folder.is_dir() {
        eprintln!("skipped: {} is not here", folder.display());
        return;
    }
    let file = folder.join("corpora/egypt-2013-03-11.jsonl.gz");
    let corpus: Corpus = corpus::read(&[file], &ReadOptions::default(), &|_| {}).unwrap();
    let texts: Vec<String> = corpus.articles.iter().map(|a| a.text.clone()).collect();
    let stamps: Vec<Option<Stamp>> = corpus.articles.iter().map(|a| a.date).collect();
    let expected = brute_force(&texts, |_, _| true);
    let found = found(&texts, &stamps);
    let (recall, precision) = (share(&expected, &found), share(&found, &expected));
    let report = format!(
        "{} pairs, recall {recall:.4} precision {precision:.4}",
        expected.len()
    );
    println!("{report}");
    assert!(recall >= 0.95 && precision >= 0.95, "{report}");
    let of_label = labelled(&folder, &corpus, &found);
    println!("labelled as copies and found: {of_label:.3}");
    assert!(of_label >= 0.95, "{of_label}");
}

/// Share of the articles labelled as copies that share half their text with another.
fn labelled(folder: &std::path::Path, corpus: &Corpus, found: &Pairs) -> f64 {
    let places = (0..).zip(&corpus.articles);
    let places: BTreeMap<&str, usize> = places.map(|(n, a)| (a.id.as_str(), n)).collect();
    let with_copy: BTreeSet<usize> = found.iter().flat_map(|pair| [pair.0, pair.1]).collect();
    let mut rows = csv::Reader::from_path(folder.join("events/events_dev.csv")).unwrap();
    let copies: Vec<usize> = rows
        .records()
        .map(Result::unwrap)
        .filter(|row| row[3].split('|').any(|note| note == "copy"))
        .map(|row| places[&row[0]])
        .collect();
    let right = copies.iter().filter(|at| with_copy.contains(at));
    right.count() as f64 / copies.len() as f64
}
