//! Finding entries in text made up here: words of Arabic letters, the common ones far commoner than
//! the rare ones, as in news. `cargo bench --bench words`.

mod common;

use common::{find_all, matcher, vocabulary};
use divan::Bencher;
use divan::counter::BytesCount;
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{RngCore, SeedableRng};

fn main() {
    divan::main();
}

/// Distinct stems, articles, and words in each.
const STEMS: usize = 60_000;
const ARTICLES: usize = 2_000;
const WORDS: usize = 250;

/// Numbers below a bound, the same on every run.
struct Draws(Xoshiro256PlusPlus);

impl Draws {
    fn below(&mut self, bound: usize) -> usize {
        (self.0.next_u64() % bound as u64) as usize
    }

    fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }

    /// A rank by Zipf's law: each tenfold of ranks is as common as the next.
    fn rank(&mut self, ranks: usize) -> usize {
        let share = self.0.next_u64() as f64 / u64::MAX as f64;
        ((ranks as f64).powf(share) as usize).min(ranks - 1)
    }
}

fn text() -> String {
    let mut draws = Draws(Xoshiro256PlusPlus::seed_from_u64(1));
    let letters: Vec<char> = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي".chars().collect();
    let stems: Vec<String> = (0..STEMS)
        .map(|_| {
            let length = 3 + draws.below(4);
            (0..length)
                .map(|_| letters[draws.below(letters.len())])
                .collect()
        })
        .collect();
    let heads = ["", "", "", "ال", "ال", "و", "وال", "ب", "لل"];
    let tails = ["", "", "", "", "ة", "ها", "ين", "ون", "ات"];
    let mut text = String::new();
    for _ in 0..ARTICLES {
        for at in 0..WORDS {
            let stem = &stems[draws.rank(STEMS)];
            text.push_str(draws.of(&heads));
            text.push_str(stem);
            text.push_str(draws.of(&tails));
            text.push_str(if at % 12 == 11 { "، " } else { " " });
        }
        text.push_str("\n\n");
    }
    text
}

/// Bytes a second, by the number of entries.
#[divan::bench(args = [500, 5_000, 50_000], sample_count = 10)]
fn find(bencher: Bencher, entries: usize) {
    let text = text();
    let articles: Vec<&str> = text.split("\n\n").collect();
    let matcher = matcher(&vocabulary(&articles), entries);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| find_all(&matcher, &articles));
}

/// What the form table of so many entries costs to make.
#[divan::bench(args = [500, 5_000, 50_000], sample_count = 3)]
fn make_table(bencher: Bencher, entries: usize) {
    let text = text();
    let articles: Vec<&str> = text.split("\n\n").collect();
    let vocabulary = vocabulary(&articles);
    bencher.bench_local(|| matcher(&vocabulary, entries));
}
